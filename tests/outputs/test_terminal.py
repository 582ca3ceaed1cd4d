"""What reaches a real terminal: our own colours, lines no wider than it, and nothing that a file smuggles in."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.cells import cell_len

ROOT = Path(__file__).parents[2]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
FOREIGN = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)

# As they stand between double quotes in YAML; the parser turns them into the real characters.
PAYLOADS = (
    r"\e[31mmerah\e[0m", r"\e]52;c;ZWNobw==\a", r"\e]8;;http://x.example\e\\klik\e]8;;\e\\", r"\e[2J\e[H",
    r"\x9b31m", r"\x90+q\x9c", r"\u202emalik\u202c", r"\u2066a\u2069", r"s\u200be\u200chat\ufeff",
    r"a\bb\x7f", r"satu\ndua\rtiga\tempat",
    r"[/] [red]merah[/red] [link=http://x.example]klik[/link] :bomb: [/nope]", r"\u0085\u2028\u2029",
)  # fmt: skip
ALL = " ".join(PAYLOADS)
HOSTILE = f"""\
title: "Judul {ALL}"
purpose: "Maksud {ALL}"
instrument: PKS
lead: "Unit {ALL}"
under: {{text: "Payung {ALL}", number: "1 {ALL}"}}
parties:
  - {{key: dinkes, name: "Dinas {ALL}", ours: ya, number: "440 {ALL}"}}
  - {{name: "Klinik {ALL}"}}
scope:
  - "Lingkup {ALL}"
term: {{starts: 2025-04-01, ends: 2026-03-31, notice: 1 month}}
facilitation:
  - {{date: 2026-03-05, place: "Aula {ALL}", outcome: planned}}
tasks:
  - {{what: "Rapat {ALL}", who: "Kami {ALL}", due: 2026-03-02}}
unread:
  "kolom {ALL}": "isi {ALL}"
"x-\\e[31m": "nilai {ALL}"
"asing \\e[31m": "nilai {ALL}"
history:
  - {{date: 2026-01-01, stage: corrections, by: "Kantor {ALL}", note: "Catatan {ALL}"}}
"""
PARTY = "  - {{name: Pemerintah Kabupaten Contoh Nomor Urut Ke-{number}, number: 440/{number}/PKS/2026}}\n"
LONG = "Pelayanan kesehatan jiwa bagi warga yang tinggal di wilayah perbatasan dan pulau-pulau terluar, " * 3
WIDE = f"""\
title: {LONG[:250]}
parties:
{"".join(PARTY.format(number=number) for number in range(1, 15))}\
purpose: {"x" * 300}
term: {{starts: 2026-04-01, ends: 2027-03-31}}
tasks:
  - {{what: {"日本" * 60}, due: 2026-03-03}}
history:
  - {{date: 2026-01-01, stage: draft}}
"""


class Seen(NamedTuple):
    """What a terminal was sent, decoded, and the exit code."""

    text: str
    code: int

    @property
    def plain(self) -> str:
        """The text without our own colours, its lines ended by a line feed alone."""
        return COLOUR.sub("", self.text).replace("\r\n", "\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "agreements"
    root.mkdir()
    return root


def environment(more: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}}
    ours = {"PYTHONPATH": str(ROOT), "PKS_TODAY": "2026-03-01", "PKS_LANG": "en", "TERM": "xterm-256color"}
    return kept | ours | more


def terminal(folder: Path, *arguments: str | bytes, columns: int = 80, more: dict[str, str] | None = None) -> Seen:
    """Run `pks` with stdin, stdout and stderr on a terminal of 24 lines and `columns`."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "pks", *arguments],
        stdin=its, stdout=its, stderr=its, cwd=folder.parent, env=environment(more or {}),
    )  # fmt: skip
    os.close(its)
    parts: list[bytes] = []
    until = time.monotonic() + 30
    while time.monotonic() < until and select.select([ours], [], [], 30)[0]:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(ours)
    try:
        code = process.wait(timeout=10)
    finally:
        process.kill()
    return Seen(b"".join(parts).decode("utf-8"), code)


def pipe(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pks", *arguments],
        cwd=folder.parent, env=environment(more), capture_output=True, text=True, encoding="utf-8",
        check=False, timeout=30,
    )  # fmt: skip


def put(folder: Path, text: str, name: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def hostile(folder: Path) -> None:
    put(folder, HOSTILE, "2026-jahat.yaml")
    put(folder, HOSTILE.replace("stage: corrections", 'stage: "\\e[31mkoreksi"'), "2026-rusak.yaml")
    put(folder, HOSTILE, "2026-\x1b[31mmerah\x1b]52;c;eA==\x07.yaml")
    put(folder, HOSTILE, "2026-\u202elrm[red].yaml")
    (folder / ".pks").mkdir()
    put(folder, 'office: "Kantor \\e[31m"\ntier: "\\e]52;c;eA==\\a"\n', ".pks/office.yaml")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list",), 0),
        (("due", "--within", "1 year"), 0),
        (("show", "2026-jahat"), 0),
        (("show", "2026-rusak"), 4),
        (("show", "2026"), 3),
        (("show", "\x1b[31m\u202e[red]:bomb:"), 3),
        (("check",), 1),
        (("list", "--stage", "\x1b]0;x\x07\u202e"), 2),
        (("\x1b[31mlist\x9b",), 2),
        (("list", "--\x1b[31m"), 2),
        ((b"show", b"\xff\xfe\x1b[31m"), 2),
        (("-C", "/\x1b[31m\u202e", "list"), 3),
        (("help", "\x1b[31m[red]"), 3),
    ],
)
def test_nothing_in_files_names_or_arguments_reaches_the_terminal_but_as_text(
    arguments: tuple[str | bytes, ...], code: int, folder: Path
) -> None:
    hostile(folder)
    seen = terminal(folder, *arguments)
    assert seen.code == code
    assert FOREIGN.findall(seen.plain) == []
    assert "\r" not in seen.plain
    assert len(seen.plain) > 10
    assert "Traceback" not in seen.plain
    if arguments[0] == "show" and code == 0:
        shown = "".join(seen.plain.split())
        assert r"\x1b[31mmerah\x1b[0m" in shown
        for words in (r"\x1b]52;c;ZWNobw==\x07", r"\u202emalik", "[red]merah[/red]", "[/nope]", ":bomb:"):
            assert words in shown


def test_no_line_is_wider_than_the_terminal_and_no_text_is_cut(folder: Path) -> None:
    put(folder, WIDE, "2026-lebar.yaml")
    put(folder, HOSTILE, "2026-jahat.yaml")
    for columns in (80, 50):
        for arguments in (("list",), ("due", "--within", "2 years"), ("show", "lebar"), ("help",)):
            seen = terminal(folder, *arguments, columns=columns)
            assert seen.code == 0
            wide = [line for line in seen.plain.split("\n") if cell_len(line) > columns]
            assert wide == [], (arguments, columns)
            assert "…" not in seen.plain
            joined = "".join(seen.plain.split())
            if arguments[0] == "show":
                assert "".join(LONG[:250].split()) in joined
                assert "x" * 300 in joined
                for number in range(1, 15):
                    assert f"Ke-{number}" in joined
            if arguments[0] == "due":
                assert joined.count("日") == 60


def test_a_list_shows_the_first_two_of_fourteen_parties_and_how_many_more(folder: Path) -> None:
    put(folder, WIDE, "2026-lebar.yaml")
    plain = " ".join(terminal(folder, "list").plain.split())
    assert "Urut Ke-1; Pemerintah" in plain
    assert "Ke-3" not in plain
    assert "and 12 more" in plain
    assert "2026-lebar" in plain


def test_colours_are_used_on_a_terminal_and_left_out_where_they_are_not_wanted(folder: Path) -> None:
    put(folder, HOSTILE, "2026-jahat.yaml")
    put(folder, WIDE, "2026-lebar.yaml")
    assert "\x1b[" in terminal(folder, "list").text
    for more in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        for arguments in (("show", "2026-jahat"), ("check",)):
            seen = terminal(folder, *arguments, more=more)
            assert "\x1b" not in seen.text, (more, arguments)
            assert len(seen.text) > 100


def test_the_manual_and_the_help_fit_a_terminal(folder: Path) -> None:
    for arguments in (("help", "start"), ("--lang", "id", "help", "format"), ("due", "--help")):
        seen = terminal(folder, *arguments)
        assert seen.code == 0
        assert FOREIGN.findall(seen.plain) == []
        assert [line for line in seen.plain.split("\n") if cell_len(line) > 80] == []
    assert "\x1b" not in terminal(folder, "help", "start", more={"NO_COLOR": "1"}).text


def test_a_pipe_gets_the_full_text_one_line_a_row_with_tabs_and_no_colour(folder: Path) -> None:
    put(folder, WIDE, "2026-lebar.yaml")
    put(folder, HOSTILE, "2026-jahat.yaml")
    listed = pipe(folder, "list", FORCE_COLOR="1", COLUMNS="20")
    assert (listed.returncode, listed.stderr) == (0, "")
    heading, first, second = listed.stdout.splitlines()
    assert heading.count("\t") == first.count("\t") == second.count("\t") == 9
    assert second.startswith(LONG[:250].strip() + "\t")
    for number in range(1, 15):
        assert f"Pemerintah Kabupaten Contoh Nomor Urut Ke-{number}" in second
    due = pipe(folder, "due", "--within", "2 years")
    assert all(line.count("\t") == 6 for line in due.stdout.splitlines())
    for text in (listed.stdout, due.stdout, pipe(folder, "show", "2026-jahat").stdout, pipe(folder, "check").stdout):
        assert FOREIGN.findall(text.replace("\t", " ")) == []
    assert "x" * 300 in pipe(folder, "show", "lebar").stdout


def test_the_page_of_an_agreement_reads_from_what_it_is_to_what_happened(folder: Path) -> None:
    text = (ROOT / "tests" / "examples" / "2026-contoh-lengkap.yaml").read_text()
    put(folder, text, "2026-contoh-lengkap.yaml")
    lines = terminal(folder, "show", "lengkap").plain.split("\n")
    assert lines[0].rstrip() == "Pelayanan rujukan kesehatan jiwa"
    assert lines[1].startswith("2026-contoh-lengkap · ")
    headings = [line.rstrip() for line in lines[2:] if line[:1].strip()]
    assert headings == ["Where it stands", "What is next", "Parties", "What the agreement says", "History"]
    page = "\n".join(line.rstrip() for line in lines)
    assert re.search(r"\n  Stage +implementation and reporting since 16 February 2026\n", page)
    assert re.search(r"\n  First Party +Dinas Kesehatan Kabupaten Contoh\n", page)
    assert re.search(r"Amount: Rp250,000,000", page)
