"""`pks brief`, and `pks` alone: the page on a terminal and in a pipe, as JSON, and with files that cannot be read."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from pks.tables.brief import SECTIONS
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
PAST = """\
title: {title}
parties:
  - {{key: dinsos, name: Dinas Sosial, ours: true, signed: 2024-01-01}}
  - {{key: rsj, name: {partner}, signed: 2024-01-01}}
registration: {{number: {number}}}
documents: [{{kind: signed-copy, copy: original, location: Lemari 2}}]
term: {{starts: 2024-01-01, ends: {ends}}}
reporting: off
history:
  - {{date: 2024-01-02, stage: reporting, imported: true}}
"""
HOSTILE = r'"\e[31mJudul\e[0m \u202emalik [red]merah[/red]\nbaris"'
PAGE = """\
Bagian Tata Pemerintahan, 1 March 2026

The register at a glance
- The register holds 1 agreement: 1 expired and not closed.

Running uncovered or unsigned
- “Rujukan” with RSJ Kalbar ended on 1 February 2026 and has been running without a text for 28 days. [satu]
"""


def put(
    register: Path, name: str, *, title: str = "Rujukan", partner: str = "RSJ Kalbar", ends: str = "2026-02-01"
) -> None:
    (register / f"{name}.yaml").write_text(PAST.format(title=title, partner=partner, number=name, ends=ends))


def on_terminal(folder: Path, *arguments: str, columns: int = 80, **more: str) -> str:
    """What `pks` sends to a terminal of `columns`."""
    ours, its = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH", "HOME")}
    ours_too = {"PYTHONPATH": str(ROOT), "PKS_TODAY": "2026-03-01", "PKS_LANG": "en", "TERM": "xterm-256color"}
    process = subprocess.Popen(
        [sys.executable, "-m", "pks", *arguments],
        stdin=its, stdout=its, stderr=its, cwd=folder, env={**kept, **ours_too, "COLUMNS": str(columns), **more},
    )  # fmt: skip
    os.close(its)
    parts: list[bytes] = []
    try:
        while part := os.read(ours, 65536):
            parts.append(part)
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait(timeout=30) == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


def without_colour(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_pks_alone_inside_a_register_is_the_brief(pks: Run, register: Path) -> None:
    put(register, "satu")
    assert pks("brief") == (0, PAGE, "")
    assert pks() == (0, PAGE, "")
    assert pks("--lang", "id", "--today", "2026-03-02") == (
        0,
        (
            "Bagian Tata Pemerintahan, 2 Maret 2026\n"
            "\nRegister sekilas\n- Register ini memuat 1 perjanjian: 1 sudah berakhir tetapi belum ditutup.\n"
            "\nBerjalan tanpa naskah atau belum ditandatangani\n"
            "- Perjanjian “Rujukan” dengan RSJ Kalbar berakhir 1 Februari 2026 dan sejak itu berjalan tanpa naskah "
            "selama 29 hari. [satu]\n"
        ),
        "",
    )


def test_pks_alone_outside_a_register_is_the_help_and_brief_says_there_is_none(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert pks() == pks("--help")
    assert pks().out.startswith("Usage: pks ")
    code, out, err = pks("brief")
    assert (code, out) == (3, "")
    assert err.startswith("pks: ")


def test_json_is_the_page_with_its_messages_in_the_chosen_language(pks: Run, register: Path) -> None:
    put(register, "satu")
    code, out, err = pks("--lang", "id", "brief", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "date": "2026-03-01",
        "office": "Bagian Tata Pemerintahan",
        "sections": [
            {
                "code": "glance",
                "message": "Register sekilas",
                "items": [
                    {
                        "code": "count",
                        "id": None,
                        "days": None,
                        "message": "Register ini memuat 1 perjanjian: 1 sudah berakhir tetapi belum ditutup.",
                    }
                ],
            },
            {
                "code": "uncovered",
                "message": "Berjalan tanpa naskah atau belum ditandatangani",
                "items": [
                    {
                        "code": "uncovered",
                        "id": "satu",
                        "days": -28,
                        "message": "Perjanjian “Rujukan” dengan RSJ Kalbar berakhir 1 Februari 2026 dan sejak itu "
                        "berjalan tanpa naskah selama 28 hari.",
                    }
                ],
            },
        ],
    }


def test_a_section_shows_seven_and_the_command_that_lists_the_others(pks: Run, register: Path) -> None:
    for number in range(7):
        put(register, f"a{number}")
    assert "more" not in pks("brief").out
    put(register, "a7")
    put(register, "a8")
    lines = pks("brief").out.splitlines()
    assert [line[-4:] for line in lines[6:13]] == ["[a0]", "[a1]", "[a2]", "[a3]", "[a4]", "[a5]", "[a6]"]
    assert lines[13:] == ["- and 2 more: pks list --validity expired --validity preparing"]
    assert len(json.loads(pks("brief", "--json").out)["sections"][1]["items"]) == 9
    assert "\n• and 2 more: pks list --validity expired --validity preparing\n" in re.sub(
        " +\n", "\n", without_colour(on_terminal(register.parent))
    )


def test_every_command_that_lists_the_others_is_accepted(pks: Run, register: Path) -> None:
    put(register, "satu")
    for _, command in SECTIONS.values():
        assert pks(*shlex.split(command)[1:]).code in {0, 1}, command
    numberless = "list --stage reporting --stage renewal --without registration.number"
    assert pks(*numberless.split()).code == 0


def test_a_file_that_cannot_be_read_is_on_the_page_and_on_stderr(pks: Run, register: Path) -> None:
    put(register, "satu", ends="2030-01-01")
    (register / "rusak.yaml").write_text("title: [\n")
    code, out, err = pks("brief")
    assert code == 0
    section = out.split("\nFiles that cannot be read\n")[1].splitlines()
    assert section[0] == "- 1 file that cannot be read is not counted above."
    assert [f"- {line}" for line in err.splitlines()] == section[1:]
    assert section[1].startswith("- agreements/rusak.yaml:")


def test_an_umbrella_is_idle_for_as_long_as_the_office_says(pks: Run, register: Path) -> None:
    put(register, "payung", ends="2030-01-01")
    text = (register / "payung.yaml").read_text()
    (register / "payung.yaml").write_text(f"instrument: KB\n{text}")
    assert "\nUmbrellas without agreements\n" in pks("brief").out
    for wish in ("off", "3 years"):
        (register / ".pks" / "office.yaml").write_text(f"rules: {{umbrella-unused: {wish}}}\n")
        assert "Umbrellas" not in pks("brief").out
    (register / ".pks" / "office.yaml").write_text("rules: {umbrella-unused: info}\n")
    assert "Umbrellas" in pks("brief").out


def test_on_a_terminal_sentences_hang_from_a_bullet_in_its_width(register: Path) -> None:
    put(register, "satu")
    for columns in (80, 50):
        text = on_terminal(register.parent, "brief", columns=columns)
        assert max(cell_len(line) for line in without_colour(text).split("\n")) <= columns
    shown = [line.rstrip() for line in without_colour(on_terminal(register.parent)).split("\n")]
    assert shown == [
        "Bagian Tata Pemerintahan, 1 March 2026",
        "",
        "The register at a glance",
        "• The register holds 1 agreement: 1 expired and not closed.",
        "",
        "Running uncovered or unsigned",
        "• “Rujukan” with RSJ Kalbar ended on 1 February 2026 and has been running",
        "  without a text for 28 days. [satu]",
        "",
    ]


def test_headings_are_bold_and_what_is_late_is_red_where_colours_are_wanted(register: Path) -> None:
    put(register, "satu")
    text = on_terminal(register.parent, "brief")
    assert "\x1b[1mRunning uncovered or unsigned" in text
    assert "\x1b[31m“Rujukan” with RSJ Kalbar" in text
    assert "\x1b[31mThe register" not in text
    assert "\x1b" not in on_terminal(register.parent, "brief", NO_COLOR="1")


def test_nothing_in_a_file_reaches_the_screen_but_as_text(pks: Run, register: Path) -> None:
    put(register, "jahat", title=HOSTILE, partner=HOSTILE)
    (register / ".pks" / "office.yaml").write_text('office: "Kantor \\e[31m[bold]"\n')
    expected = r"\x1b[31mJudul\x1b[0m \u202emalik [red]merah[/red] baris"
    seen = without_colour(on_terminal(register.parent, "brief"))
    for text in (pks("brief").out, " ".join(seen.split())):
        assert text.startswith(r"Kantor \x1b[31m[bold], 1 March 2026")
        assert text.count(expected) == 2
        assert not set(text) & {"\x1b", "\u202e", "\r"}
