"""`pks measure`: readings of indicators, one for each period."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

HEAD = """\
title: Jenazah tanpa identitas
parties: [{name: Dinas Sosial}, {name: RS Bhayangkara}]
"""
OLD = """\
indicators:
  - name: Jenazah tanpa identitas   # dari laporan RS
    unit: kasus
    readings:
      - {period: 2022-Q1, value: 50, note: dari 0}
  - name: visum et rep.
    readings: []
"""
TAIL = """\
history:
  - {date: 2022-04-13, stage: reporting, imported: true}
"""


@pytest.fixture
def banten(register: Path) -> Path:
    """An agreement with two indicators, the second without unit or readings."""
    path = register / "banten.yaml"
    path.write_text(HEAD + OLD + TAIL)
    git("add", "-A")
    git("commit", "-qm", "banten")
    return path


def test_a_reading_is_added_to_the_indicator_of_that_name_whatever_its_case(pks: Run, banten: Path) -> None:
    result = pks("measure", "banten", "jenazah  TANPA identitas", "61", "--period", "2022-Q2")
    assert result == (0, "banten: Jenazah tanpa identitas, 2022-Q2: 61 kasus\n", "banten\n")
    new = OLD.replace("note: dari 0}\n", "note: dari 0}\n      - {period: 2022-Q2, value: 61}\n")
    assert banten.read_text() == HEAD + new + TAIL
    assert git("log", "-1", "--format=%s") == "banten: measured 2022-Q2\n"
    assert git("status", "--porcelain") == ""


def test_the_same_period_again_corrects_the_value_and_says_both(pks: Run, banten: Path) -> None:
    said = ("measure", "banten", "Jenazah tanpa identitas", "--period", "2022-Q1")
    assert pks(*said, "52.5").out == "banten: Jenazah tanpa identitas, 2022-Q1: 50 → 52.5 kasus\n"
    assert banten.read_text() == HEAD + OLD.replace("value: 50", "value: 52.5") + TAIL
    assert pks(*said, "52.50") == (0, "", "banten\nbanten: nothing changed\n")
    assert pks(*said, "52.5", "--note", "dikoreksi").code == 0
    assert "{period: 2022-Q1, value: 52.5, note: dikoreksi}" in banten.read_text()


def test_a_new_name_begins_an_indicator_with_its_unit(pks: Run, banten: Path) -> None:
    one = OLD.partition("  - name: visum")[0]
    banten.write_text(HEAD + one + TAIL)
    result = pks("measure", "banten", "orang terlantar", "7", "--period", "2022", "--unit", "orang", "--note", "a: b")
    assert result == (0, "banten: new indicator orang terlantar, 2022: 7 orang\n", "banten\n")
    new = '  - name: orang terlantar\n    unit: orang\n    readings:\n      - {period: 2022, value: 7, note: "a: b"}\n'
    assert banten.read_text() == HEAD + one + new + TAIL


def test_the_first_indicator_of_a_file(pks: Run, banten: Path) -> None:
    banten.write_text(HEAD + TAIL)
    assert pks("--lang", "id", "measure", "banten", "2022", "0", "--period", "2022-01").out == (
        "banten: indikator baru 2022, 2022-01: 0\n"
    )
    new = 'indicators:\n  - name: "2022"\n    readings:\n      - {period: 2022-01, value: 0}\n'
    assert banten.read_text() == HEAD + new + TAIL


def test_a_name_that_is_nearly_there_is_warned_about(pks: Run, banten: Path) -> None:
    result = pks("measure", "banten", "jenazah tanpa identitass", "3", "--period", "2022-Q2")
    assert result.code == 0
    near = "there is one with nearly that name: `Jenazah tanpa identitas`"
    assert result.err == f"banten\n`jenazah tanpa identitass` is a new indicator; {near}\n"
    assert "  - name: jenazah tanpa identitass\n" in banten.read_text()


def test_the_unit_is_added_where_there_is_none_and_never_replaced(pks: Run, banten: Path) -> None:
    said = ("measure", "banten", "visum et rep.", "4", "--period", "2022-Q1", "--unit")
    assert pks(*said, "visum").out == "banten: visum et rep., 2022-Q1: 4 visum\n"
    new = OLD.replace("    readings: []\n", "    unit: visum\n    readings: [{period: 2022-Q1, value: 4}]\n")
    assert banten.read_text() == HEAD + new + TAIL
    assert pks(*said, "VISUM").err == "banten\nbanten: nothing changed\n"
    assert banten.read_text() == HEAD + new + TAIL
    code, out, err = pks(*said, "orang")
    assert (code, out) == (5, "")
    assert "visum et rep. is counted in visum" in err
    command = """pks set banten 'indicators."visum et rep.".unit=orang'"""
    assert f"`{command}`" in err
    assert pks("set", "banten", 'indicators."visum et rep.".unit=orang').code == 0


def test_two_names_that_differ_in_case_alone_must_be_written_exactly(pks: Run, banten: Path) -> None:
    text = HEAD + "indicators:\n  - {name: Kasus}\n  - {name: kasus}\n" + TAIL
    banten.write_text(text)
    code, out, err = pks("measure", "banten", "KASUS", "1", "--period", "2022")
    assert (code, out) == (5, "")
    assert "write one of them exactly: `Kasus` and `kasus`" in err
    assert banten.read_text() == text
    assert pks("measure", "banten", "kasus", "1", "--period", "2022").code == 0
    assert "  - {name: kasus, readings: [{period: 2022, value: 1}]}\n" in banten.read_text()


def test_a_period_that_stands_twice_is_addressed_by_its_place(pks: Run, banten: Path) -> None:
    text = HEAD + "indicators: [{name: a b, readings: [{period: 2022, value: 1}, {period: 2022, value: 2}]}]\n" + TAIL
    banten.write_text(text)
    code, _, err = pks("measure", "banten", "a b", "3", "--period", "2022")
    assert code == 5
    assert "`pks set banten 'indicators.a b.readings.2.KEY=VALUE'`" in err
    assert banten.read_text() == text


@pytest.mark.parametrize(
    ("value", "what"), [("6101012345678901", "an identity number (NIK, KTP)"), ("081234567890", "a telephone number")]
)
def test_a_value_that_looks_like_a_persons_number_is_warned_about_and_not_repeated(
    pks: Run, banten: Path, value: str, what: str
) -> None:
    result = pks("measure", "banten", "visum et rep.", value, "--period", "2022-Q1")
    assert f"the value …{value[-2:]} looks like {what}; indicators hold totals only" in result.err
    assert value not in result.err
    assert banten.read_text().count(value) == 1


def test_a_period_to_come_is_recorded_with_a_word_about_it(pks: Run, banten: Path) -> None:
    assert pks("measure", "banten", "visum et rep.", "1", "--period", "2026-S1").err == "banten\n"
    result = pks("measure", "banten", "visum et rep.", "1", "--period", "2026-s2")
    assert result.err == "banten\n2026-S2 has not begun; it is recorded as given\n"
    assert "{period: 2026-S2, value: 1}" in banten.read_text()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "`NAME` is needed"),
        ([" ", "1", "--period", "2022"], "`NAME` is needed"),
        (["visum"], "`VALUE` is needed"),
        (["visum", "1"], "`--period` is needed"),
        (["visum", "1,5", "--period", "2022"], "VALUE: `1,5` is not a number"),
        (["visum", "banyak", "--period", "2022"], "VALUE: `banyak` is not a number"),
        (["visum", "1", "--period", "2022-s3"], "--period: `2022-s3` is not a period"),
        (["visum", "1", "--period", "2022", "--unit", " "], "`--unit` needs a value"),
    ],
)
def test_what_cannot_be_read_writes_nothing(pks: Run, banten: Path, arguments: list[str], says: str) -> None:
    code, out, err = pks("measure", "banten", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert banten.read_text() == HEAD + OLD + TAIL


def test_dry_run_shows_the_line_and_writes_nothing(pks: Run, banten: Path) -> None:
    code, out, err = pks("measure", "banten", "jenazah tanpa identitas", "61", "--period", "2022-Q2", "--dry-run")
    assert (code, err) == (0, "banten\nonly tried; nothing was written\n")
    assert "\n+      - {period: 2022-Q2, value: 61}\n" in out
    assert banten.read_text() == HEAD + OLD + TAIL


def test_a_terminal_names_the_indicators_and_asks(banten: Path) -> None:
    terminal = Terminal("--lang", "id", "measure", "banten")
    terminal.until("indikator yang ada: Jenazah tanpa identitas dan visum et rep.\n")
    terminal.until("Nama indikator: ")
    terminal.types("Visum et rep.\n")
    terminal.until("Nilai: ")
    terminal.types("1,5\n")
    terminal.until("bukan angka")
    terminal.until("Nilai: ")
    terminal.types("2\n")
    terminal.until("Periode (2026-S1, 2026-Q1, 2026-01, 2026): ")
    terminal.types("2022\n")
    assert terminal.ends() == (0, "2022\nbanten: visum et rep., 2022: 2\n")
    before = banten.read_text()
    terminal = Terminal("measure", "banten", "visum et rep.", "3")
    terminal.until("Period (2026-S1, 2026-Q1, 2026-01, 2026): ")
    terminal.types("\x04")
    assert terminal.ends()[0] == 130
    assert banten.read_text() == before


def test_thousands_as_an_indonesian_text_writes_them_are_said_to_be_read_with_decimals(pks: Run, banten: Path) -> None:
    result = pks("measure", "banten", "dilayani", "1.234", "--period", "2022")
    assert result.code == 0
    line = "1.234 was read as a number with decimals; if thousands are meant, write 1234\n"
    assert line in result.err
    assert "value: 1.234" in banten.read_text()
    said = ("--lang", "id", "measure", "banten", "dilayani", "--period")
    assert "1.234 dibaca sebagai pecahan desimal" in pks(*said, "2023", "1.234").err
    for value in ("0.234", "1.23", "1234", "1234.567"):
        assert "desimal" not in pks(*said, "2024", value).err
