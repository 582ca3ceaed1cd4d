"""`pks correction add|withdraw`: what is proposed, and what is no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.ledgers import HEAD, TAIL, TWO, committed, last_commit
from tests.cli.processes import Terminal
from tests.conftest import Run, git


@pytest.fixture
def jiwa(register: Path) -> Path:
    """An agreement with corrections 1, 2 (rejected by rsj) and 5 (withdrawn)."""
    return committed(register, TWO)


@pytest.fixture
def bare(register: Path) -> Path:
    """The same agreement without corrections."""
    return committed(register)


def test_a_correction_gets_the_next_number_and_the_day_it_was_raised(pks: Run, bare: Path) -> None:
    result = pks(
        "correction", "add", "jiwa", "--clause", "Pasal 4", "--was", "PIHAK KEDUA", "--becomes", "PARA PIHAK",
        "--reason", "hasil rapat", "--kind", "substance", "--by", "Bagian Hukum",
    )  # fmt: skip
    assert result == (0, "1\n", "jiwa\n")
    added = """\
corrections:
  - no: 1
    kind: substance
    clause: Pasal 4
    was: PIHAK KEDUA
    becomes: PARA PIHAK
    reason: hasil rapat
    raised: {date: 2026-03-01, by: Bagian Hukum}
"""
    assert bare.read_text() == HEAD + added + TAIL
    assert last_commit() == "jiwa: correction 1 added"
    assert git("status", "--porcelain") == ""


def test_a_number_is_never_given_twice_not_even_that_of_a_withdrawn_one(pks: Run, jiwa: Path) -> None:
    assert pks("correction", "add", "jiwa", "--becomes", "b", "--date", "2026-02-20").out == "6\n"
    added = "  - no: 6\n    becomes: b\n    raised: {date: 2026-02-20}\n"
    assert jiwa.read_text() == HEAD + TWO + added + TAIL


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("0123", '"0123"'), ("no", '"no"'), ("a: #b", '"a: #b"'), ("😀", "😀"), ("\x1b[31m", '"\\e[31m"'),
        ("~", '"~"'), ("2026-02-30", '"2026-02-30"'), ("{a}", '"{a}"'),
    ],
)  # fmt: skip
def test_hostile_words_stay_what_they_are(pks: Run, bare: Path, text: str, written: str) -> None:
    assert pks("correction", "add", "jiwa", "--becomes", text).code == 0
    assert f"    becomes: {written}\n" in bare.read_text()
    assert f"    becomes: {written}\n" in bare.read_text()
    shown = pks("correction", "list", "jiwa").out
    assert "\x1b" not in shown
    assert (text if text != "\x1b[31m" else "\\x1b[31m") in shown
    assert pks("correction", "add", "jiwa", "--becomes", text).out == "1\n"


def test_the_same_again_is_said_and_changes_nothing_but_a_withdrawn_one_is_raised_anew(pks: Run, jiwa: Path) -> None:
    again = pks("correction", "add", "jiwa", "--clause", "pasal  4", "--was", "Pihak Kedua", "--becomes", "para pihak")
    assert again == (0, "1\n", "jiwa\njiwa: nothing changed\ncorrection 1 says the same already\n")
    assert jiwa.read_text() == HEAD + TWO + TAIL
    assert pks("correction", "add", "jiwa", "--was", "a").out == "6\n"


@pytest.mark.usefixtures("bare")
def test_without_words_the_reason_tells_two_corrections_of_a_clause_apart(pks: Run) -> None:
    for reason, number in (("salah ketik", "1\n"), ("terlalu panjang", "2\n"), ("Salah Ketik", "1\n")):
        assert pks("correction", "add", "jiwa", "--clause", "Pasal 1", "--reason", reason).out == number


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "the correction says nothing"),
        (["--clause", " ", "--kind", "wording"], "the correction says nothing"),
        (["--clause", "a", "--kind", "x"], "--kind: `x` is not one of: substance and wording"),
        (["--clause", "a", "--date", "2026-02-30"], "`2026-02-30` does not exist"),
        (["--clause", "a", "--from", "x.csv"], "--from reads clause, words and reason from the file"),
        (["--clause", "\udcff"], "not UTF-8"),
    ],
)
def test_what_cannot_be_added_is_refused(pks: Run, bare: Path, arguments: list[str], says: str) -> None:
    code, out, err = pks("correction", "add", "jiwa", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert bare.read_text() == HEAD + TAIL


def test_a_dry_run_of_adding_shows_the_diff_and_gives_no_number(pks: Run, bare: Path) -> None:
    code, out, err = pks("correction", "add", "jiwa", "--becomes", "b", "--dry-run")
    assert (code, err) == (0, "jiwa\nonly tried; nothing was written\n")
    assert out.startswith("--- a/agreements/jiwa.yaml\n")
    assert "+  - no: 1\n" in out
    assert bare.read_text() == HEAD + TAIL


def test_a_withdrawn_correction_is_no_longer_waited_for(pks: Run, jiwa: Path) -> None:
    result = pks("correction", "withdraw", "jiwa", "1-5", "--reason", "disepakati: # batal", "--date", "2026-02-28")
    assert (result.code, result.out) == (0, "corrections 1-2 withdrawn\n")
    assert result.err == (
        "jiwa\ncorrection 5 had been withdrawn already\nevery correction is accepted by every party, or withdrawn\n"
    )
    line = '    withdrawn: {date: 2026-02-28, reason: "disepakati: # batal"}\n'
    assert jiwa.read_text().count(line) == 2
    assert jiwa.read_text().replace(line, "") == HEAD + TWO + TAIL
    assert last_commit() == "jiwa: corrections 1-2 withdrawn"
    again = pks("correction", "withdraw", "jiwa", "2", "--reason", "lain")
    assert again == (0, "", "jiwa\njiwa: nothing changed\ncorrection 2 had been withdrawn already\n")


def test_a_file_that_cannot_be_understood_is_named_with_its_place(pks: Run, jiwa: Path) -> None:
    jiwa.write_text(jiwa.read_text().replace("2026-02-10", "2026-02-30"))
    for command in (["add", "jiwa", "--was", "z"], ["accept", "jiwa", "1", "--party", "rsj"], ["list", "jiwa"]):
        code, out, err = pks("correction", *command)
        assert (code, out) == (4, "")
        assert "agreements/jiwa.yaml:19:23: `2026-02-30` does not exist" in err


def test_on_a_terminal_the_words_are_asked_for(bare: Path) -> None:
    terminal = Terminal("correction", "add", "jiwa")
    for question, answer in (
        ("Clause (may be empty): ", "\n"),
        ("The old words (may be empty): ", "\n"),
        ("The new words: ", "\n"),
        ("Reason (may be empty): ", "\n"),
        ("says nothing", ""),
        ("Clause (may be empty): ", "Pasal 2\n"),
        ("The old words (may be empty): ", "a\n"),
        ("The new words: ", "b\n"),
        ("Reason (may be empty): ", "\n"),
    ):
        terminal.until(question)
        terminal.types(answer)
    code, shown = terminal.ends()
    assert (code, shown.splitlines()[-1]) == (0, "1")
    assert "  - no: 1\n    clause: Pasal 2\n    was: a\n    becomes: b\n    raised:" in bare.read_text()


@pytest.mark.parametrize(
    "command", [["add", "jiwa"], ["reject", "jiwa"], ["reject", "jiwa", "1"], ["withdraw", "jiwa", "1"]]
)
@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_cancelling_leaves_no_trace(jiwa: Path, command: list[str], key: str) -> None:
    terminal = Terminal("correction", *command)
    terminal.until(": ")
    terminal.types(key)
    assert terminal.ends()[0] == 130
    assert jiwa.read_text() == HEAD + TWO + TAIL
    assert git("status", "--porcelain") == ""


def test_a_correction_of_a_closed_agreement_is_recorded_with_a_warning(pks: Run, register: Path) -> None:
    file = committed(register)
    file.write_text(file.read_text() + "  - {date: 2026-02-20, stage: reporting, closed: expired}\n")
    said = ("correction", "add", "jiwa", "--becomes", "Musyawarah")
    result = pks(*said)
    assert (result.code, result.out) == (0, "1\n")
    assert result.err.startswith("jiwa\nwarning: jiwa was closed on 20 February 2026: ")
    assert "was closed" not in pks(*said).err
