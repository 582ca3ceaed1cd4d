"""`pks register`: the register number of an agreement, and that no number is ever given twice."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest

from pks.store.disk import replace
from tests.cli.processes import Terminal
from tests.conftest import Run, git

TEXT = """\
title: Rujukan {name}   # judul
parties: [{{name: Dinas Sosial}}, {{name: RSJ}}]

history:
  - {{date: 2026-01-05, stage: registration}}
"""
UNSIGNED = "satu is not signed by everybody yet; still to sign: Dinas Sosial and RSJ\n"


@pytest.fixture
def register_of_three(register: Path) -> Path:
    """Three agreements in registration without a number: satu, dua, tiga."""
    for name in ("satu", "dua", "tiga"):
        (register / f"{name}.yaml").write_text(TEXT.format(name=name))
    git("add", "-A")
    git("commit", "-qm", "three")
    return register


def numbered(name: str, registration: str) -> str:
    """The file of `name` as it must be with this registration."""
    return TEXT.format(name=name).replace("RSJ}]\n", f"RSJ}}]\nregistration: {registration}\n")


def numbers(root: Path) -> str:
    return (root / ".pks" / "numbers.yaml").read_text()


def test_next_is_recorded_with_its_day_and_kept_in_one_commit(pks: Run, register_of_three: Path) -> None:
    result = pks("register", "satu", "--number", "next", "--by", "Bagian Hukum")
    assert result == (0, "REG/2026/001\n", f"satu\n{UNSIGNED}")
    recorded = "{number: REG/2026/001, date: 2026-03-01, by: Bagian Hukum}"
    assert (register_of_three / "satu.yaml").read_text() == numbered("satu", recorded)
    assert numbers(register_of_three) == '"REG/2026/{seq}": 1\n'
    assert git("log", "-2", "--format=%s") == "satu: registered as REG/2026/001\nthree\n"
    assert git("show", "--format=", "--name-only") == "agreements/.pks/numbers.yaml\nagreements/satu.yaml\n"
    assert git("status", "--porcelain") == ""


def test_the_series_is_that_of_the_day_of_registration(pks: Run, register_of_three: Path) -> None:
    assert pks("register", "satu", "--number", "next", "--date", "2025-12-30").out == "REG/2025/001\n"
    assert pks("register", "dua", "--number", "next").out == "REG/2026/001\n"
    assert pks("register", "tiga", "--number", "next", "--date", "2025-12-31").out == "REG/2025/002\n"
    assert numbers(register_of_three) == '"REG/2025/{seq}": 2\n"REG/2026/{seq}": 1\n'
    assert (register_of_three / "tiga.yaml").read_text() == numbered("tiga", "{number: REG/2025/002, date: 2025-12-31}")


def test_the_day_that_is_recorded_already_stays_and_decides_the_year(pks: Run, register_of_three: Path) -> None:
    file = register_of_three / "satu.yaml"
    file.write_text(numbered("satu", "{date: 2024-02-03}"))
    assert pks("register", "satu", "--number", "next").out == "REG/2024/001\n"
    assert file.read_text() == numbered("satu", "{number: REG/2024/001, date: 2024-02-03}")


def test_deleting_a_file_never_frees_its_number(pks: Run, register_of_three: Path) -> None:
    pks("register", "satu", "--number", "next")
    pks("register", "dua", "--number", "REG/2026/009")
    (register_of_three / "dua.yaml").unlink()
    assert pks("register", "tiga", "--number", "next").out == "REG/2026/010\n"


def test_a_number_written_by_hand_is_never_given_again_also_from_a_broken_file(
    pks: Run, register_of_three: Path
) -> None:
    (register_of_three / "satu.yaml").write_text(numbered("satu", "{number: reg/2026/7}"))
    broken = numbered("dua", "{number: REG/2026/008, date: 2026-02-30}")
    (register_of_three / "dua.yaml").write_text(broken)
    code, out, err = pks("register", "tiga", "--number", "next")
    assert (code, out) == (0, "REG/2026/009\n")
    assert "agreements/dua.yaml:3:44: `2026-02-30` does not exist" in err
    assert numbers(register_of_three) == '"REG/2026/{seq}": 9\n'


def test_a_number_below_the_highest_lowers_nothing(pks: Run, register_of_three: Path) -> None:
    (register_of_three / ".pks" / "numbers.yaml").write_text("REG/2026/{seq}: 14   # buku register\n")
    assert pks("register", "satu", "--number", "REG/2026/003").code == 0
    assert numbers(register_of_three) == "REG/2026/{seq}: 14   # buku register\n"
    assert pks("register", "dua", "--number", "next").out == "REG/2026/015\n"
    assert numbers(register_of_three) == "REG/2026/{seq}: 15   # buku register\n"
    assert git("log", "-2", "--format=%s") == "dua: registered as REG/2026/015\nnumbers: edited by hand\n"


def test_comments_alone_in_numbers_yaml_stay(pks: Run, register_of_three: Path) -> None:
    (register_of_three / ".pks" / "numbers.yaml").write_text("# nomor tertinggi")
    assert pks("register", "satu", "--number", "next").code == 0
    assert numbers(register_of_three) == '# nomor tertinggi\n"REG/2026/{seq}": 1\n'


def test_what_says_nothing_in_numbers_yaml_is_not_guessed_at(pks: Run, register_of_three: Path) -> None:
    (register_of_three / ".pks" / "numbers.yaml").write_text("~\n")
    assert pks("register", "satu", "--number", "next")[:2] == (5, "")
    assert numbers(register_of_three) == "~\n"
    assert (register_of_three / "satu.yaml").read_text() == TEXT.format(name="satu")


def test_the_same_number_again_changes_nothing(pks: Run, register_of_three: Path) -> None:
    pks("register", "satu", "--number", "next")
    before = (register_of_three / "satu.yaml").read_bytes()
    again = pks("--today", "2026-05-05", "register", "satu", "--number", "reg/2026/001")
    assert again == (0, "REG/2026/001\n", "satu\nsatu: nothing changed\n")
    assert (register_of_three / "satu.yaml").read_bytes() == before
    assert git("log", "-1", "--format=%s") == "satu: registered as REG/2026/001\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--number", "REG/2026/002"], "`pks set satu registration.number=NUMBER`"),
        (["--number", "next"], "satu has the register number REG/2026/001 already"),
        (["--number", "REG/2026/001", "--date", "2026-03-02"], "`pks set satu registration.date=VALUE`"),
        (["--number", "REG/2026/001", "--by", "Tapem"], "registration.by of satu is recorded already, as Hukum"),
    ],
)
def test_what_is_recorded_otherwise_is_refused(
    pks: Run, register_of_three: Path, arguments: list[str], says: str
) -> None:
    pks("register", "satu", "--number", "next", "--by", "Hukum")
    before = (register_of_three / "satu.yaml").read_bytes()
    code, out, err = pks("register", "satu", *arguments)
    assert (code, out) == (5, "")
    assert says in err
    assert (register_of_three / "satu.yaml").read_bytes() == before
    assert numbers(register_of_three) == '"REG/2026/{seq}": 1\n'


def test_a_day_that_is_missing_is_added_to_the_same_number_when_it_is_said(pks: Run, register_of_three: Path) -> None:
    file = register_of_three / "satu.yaml"
    file.write_text(numbered("satu", "{number: REG/2026/005}"))
    pks("register", "satu", "--number", "REG/2026/005")
    assert file.read_text() == numbered("satu", "{number: REG/2026/005}")
    assert numbers(register_of_three) == '"REG/2026/{seq}": 5\n'
    pks("register", "satu", "--number", "REG/2026/005", "--date", "2026-02-02")
    assert file.read_text() == numbered("satu", "{number: REG/2026/005, date: 2026-02-02}")


def test_the_number_of_another_agreement_is_a_conflict_that_names_it(pks: Run, register_of_three: Path) -> None:
    pks("register", "satu", "--number", "next")
    code, out, err = pks("register", "dua", "--number", "REG/2026/001")
    assert (code, out) == (6, "")
    assert "the register number REG/2026/001 is that of satu" in err
    assert (register_of_three / "dua.yaml").read_text() == TEXT.format(name="dua")


def test_a_number_of_another_pattern_is_recorded_and_kept_nowhere(pks: Run, register_of_three: Path) -> None:
    code, out, err = pks("register", "satu", "--number", "119/40/Tapem")
    assert (code, out) == (0, "119/40/Tapem\n")
    assert "does not follow the office's pattern, REG/{year}/{seq:03}" in err
    assert not (register_of_three / ".pks" / "numbers.yaml").exists()


@pytest.mark.parametrize("arguments", [[], ["--number", ""], ["--number", " "], ["--number", "next", "--date", "x"]])
def test_off_a_terminal_a_number_must_be_said(pks: Run, register_of_three: Path, arguments: list[str]) -> None:
    assert pks("register", "satu", *arguments)[:2] == (2, "")
    assert (register_of_three / "satu.yaml").read_text() == TEXT.format(name="satu")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("REG/2026/{seq}: empat belas\n", "1:17"),
        ("REG/2025/{seq}: 3\nREG/2026/{seq}: -1\n", "2:17"),
        ("<<<<<<< HEAD\nREG/2026/{seq}: 3\n", "1:1"),
        ("- 14\n", "1:1"),
    ],
)
def test_numbers_that_cannot_be_read_stop_everything(
    pks: Run, register_of_three: Path, content: str, place: str
) -> None:
    (register_of_three / ".pks" / "numbers.yaml").write_text(content)
    before = (register_of_three / "satu.yaml").read_bytes()
    for command in (["register", "satu", "--number", "next"], ["register", "satu", "--number", "REG/2026/020"],
                    ["set", "satu", "registration.number=REG/2026/020"]):  # fmt: skip
        code, out, err = pks(*command)
        assert (code, out) == (4, "")
        assert f"agreements/.pks/numbers.yaml:{place}: " in err
    assert (register_of_three / "satu.yaml").read_bytes() == before
    assert numbers(register_of_three) == content


def test_a_pattern_without_a_place_for_the_number_is_named_with_its_line(pks: Run, register_of_three: Path) -> None:
    office = register_of_three / ".pks" / "office.yaml"
    office.write_text('office: Tapem\nregister: "REG/{tahun}/{seq}"\n')
    code, out, err = pks("register", "satu", "--number", "next")
    assert (code, out) == (4, "")
    assert (
        "agreements/.pks/office.yaml:2:11: register: `REG/{tahun}/{seq}` is no pattern of numbers; "
        "write REG/{year}/{seq:03}, with {seq} exactly once\n"
    ) in err
    assert pks("register", "satu", "--number", "REG/2026/1").code == 0


def test_dry_run_shows_both_files_and_writes_neither(pks: Run, register_of_three: Path) -> None:
    result = pks("register", "satu", "--number", "next", "--dry-run")
    assert result.code == 0
    added = [line for line in result.out.splitlines() if line.startswith("+") and not line.startswith("+++")]
    assert added == ['+"REG/2026/{seq}": 1', "+registration: {number: REG/2026/001, date: 2026-03-01}"]
    assert (register_of_three / "satu.yaml").read_text() == TEXT.format(name="satu")
    assert not (register_of_three / ".pks" / "numbers.yaml").exists()


def test_set_keeps_the_number_it_gives_too(pks: Run, register_of_three: Path) -> None:
    assert pks("set", "satu", "registration.number=REG/2026/030").code == 0
    assert git("show", "--format=", "--name-only") == "agreements/.pks/numbers.yaml\nagreements/satu.yaml\n"
    assert pks("set", "satu", "registration.number=REG/2026/003").code == 0
    assert numbers(register_of_three) == '"REG/2026/{seq}": 30\n'
    assert pks("register", "dua", "--number", "next").out == "REG/2026/031\n"


@pytest.mark.skipif(os.name != "posix", reason="needs fork")
@pytest.mark.parametrize("written", [0, 1, 2])
@pytest.mark.parametrize("line", [("register", "satu", "--number", "next"),
                                  ("set", "satu", "registration.number=REG/2026/001")])  # fmt: skip
def test_killed_between_two_writes_it_never_gives_a_number_twice(
    pks: Run, register_of_three: Path, line: tuple[str, ...], written: int
) -> None:  # fmt: skip
    killed(pks, *line, after=written)
    assert ("REG/2026/001" in (register_of_three / "satu.yaml").read_text()) == (written == 2)
    (register_of_three / "satu.yaml").unlink()  # which never frees a number
    given = [pks("register", name, "--number", "next").out.strip() for name in ("dua", "tiga")]
    assert given == (["REG/2026/001", "REG/2026/002"] if not written else ["REG/2026/002", "REG/2026/003"])
    assert numbers(register_of_three) == f'"REG/2026/{{seq}}": {len(given) + bool(written)}\n'


def killed(pks: Run, *line: str, after: int) -> None:
    """Run `line` in a process of its own, which is killed once so many files have been written."""
    process = os.fork()
    if not process:
        put, done = replace._put, 0

        def counted(step: Any) -> None:
            nonlocal done
            if done == after:
                os.kill(os.getpid(), signal.SIGKILL)
            done += 1
            put(step)

        replace._put = counted
        replace._confirm = lambda *_given, **_named: os.kill(os.getpid(), signal.SIGKILL)
        pks(*line)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL


def test_without_git_or_commit_both_files_are_written(pks: Run, register_of_three: Path) -> None:
    pks("register", "satu", "--number", "next", "--no-commit")
    assert git("status", "--porcelain") == " M agreements/satu.yaml\n?? agreements/.pks/numbers.yaml\n"
    shutil.rmtree(".git")
    assert pks("register", "dua", "--number", "next").out == "REG/2026/002\n"
    assert numbers(register_of_three) == '"REG/2026/{seq}": 2\n'


@pytest.mark.usefixtures("register_of_three")
def test_the_stage_stays_where_it_is(pks: Run) -> None:
    pks("register", "satu", "--number", "next")
    assert len(pks("history", "satu").out.splitlines()) == 2
    assert "register-number-missing" not in pks("next", "satu", "--json").out


def test_what_next_tells_to_type_records_the_number(pks: Run, register_of_three: Path) -> None:
    assert "`pks register satu --number next`" in pks("next", "satu").out
    assert "`pks register satu --number next`" in pks("--lang", "id", "next", "satu").out
    assert pks("register", "satu", "--number", "next").code == 0
    assert "registration: {number: REG/2026/001, date: 2026-03-01}" in (register_of_three / "satu.yaml").read_text()


@pytest.mark.usefixtures("register_of_three")
def test_on_a_terminal_the_next_number_is_proposed(pks: Run) -> None:
    pks("register", "satu", "--number", "REG/2026/013")
    terminal = Terminal("register", "dua")
    terminal.until("Register number [REG/2026/014]: ")
    terminal.types("\n")
    assert terminal.ends() == (0, f"\n{UNSIGNED.replace('satu', 'dua')}REG/2026/014\n")
    terminal = Terminal("register", "tiga", "--date", "2027-01-04")
    terminal.until("Register number [REG/2027/001]: ")
    terminal.types("REG/2027/005\n")
    assert terminal.ends()[0] == 0
    assert pks("list", "REG/2027/005").code == 0
    assert Terminal("register", "tiga").ends()[0] == 5


def test_who_has_not_signed_is_said_and_that_it_was_closed(pks: Run, register_of_three: Path) -> None:
    file = register_of_three / "satu.yaml"
    half = TEXT.format(name="satu").replace("{name: RSJ}", "{name: RSJ, signed: 2026-01-20}")
    file.write_text(half + "  - {date: 2026-02-20, stage: reporting, closed: expired}\n")
    result = pks("--lang", "id", "register", "satu", "--number", "REG/2026/001")
    assert (result.code, result.out) == (0, "REG/2026/001\n")
    assert result.err.startswith("satu\nperingatan: satu sudah ditutup pada 20 Februari 2026: ")
    assert result.err.endswith("\nsatu belum ditandatangani semua pihak; ditunggu: Dinas Sosial\n")
    file.write_text(file.read_text().replace("Dinas Sosial}", "Dinas Sosial, signed: 2026-01-21}"))
    again = pks("register", "satu", "--number", "REG/2026/001")
    assert (again.code, again.err) == (0, "satu\nsatu: nothing changed\n")
