"""`pks form read` of cells as people and office programs leave them, and of what was put there to do harm."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.cli.forms import AIR, HISTORY, JIWA, PASAR, REPORTED, fill, last_commits, put, read, refused
from tests.conftest import Run
from tests.inputs.files import packed, unpacked


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2026-07-20")


@pytest.fixture
def sent(register: Path, pks: Run) -> Path:
    """The register after `lap.xlsx` was made: `air` in row 6, `jiwa` in row 7, `pasar` of fourteen parties in row 8."""
    put(register, jiwa=JIWA + REPORTED + HISTORY, air=AIR + HISTORY, pasar=PASAR + HISTORY)
    assert pks("form", "--kind", "report", "--all", "lap.xlsx").code == 0
    return register


def test_each_row_that_cannot_be_recorded_is_named_with_its_cell(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", {
        "Report!H6": "banyak", "Report!F7": "a_x001B_[31mb", "Report!G8": "x" * 32_000, "Indicators!G6": 0.85,
        "Indicators!G7": "12%", "Report!H8": -1,
    })  # fmt: skip
    result = pks("form", "read", "lap.xlsx", "--write")
    assert (result.code, result.err) == (
        5,
        refused(
            "Report!H6 (Spent (Rp)): `banyak` is no whole amount of rupiah, 0 or more",
            "Report!F7 (Results): holds a character that cannot be seen (U+001B); type it again",
            "Indicators!G6 (Value in this period): 0.85 or 85%? type it with the per cent sign",
            "Indicators!G7 (Value in this period): `12%` is a percentage, but the unit is another",
            "Report!H8 (Spent (Rp)): `-1` is no whole amount of rupiah, 0 or more",
        ),
    )
    assert last_commits(1) == ["put"]
    fill("lap.xlsx", {"Report!H8": 0})
    result = pks("form", "read", "lap.xlsx", "--write", "--skip-errors")
    assert result.code == 0
    assert result.err.count("passed over: ") == 4
    assert result.err.endswith("2 changes recorded in 1 agreement\n")
    assert last_commits(1) == ["pasar: form report 2026-S1"]
    assert read(sent, "jiwa") == JIWA + REPORTED + HISTORY


def test_what_office_programs_make_of_a_cell(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", {
        "Report!E6": date(2026, 3, 13), "Report!F6": datetime.fromisoformat("2026-03-13 09:30"), "Report!G6": 120.0,
        "Report!H6": "Rp 1.250.000,00", "Report!I6": "baris satu\r\nbaris\xa0dua\u200b ", "Report!J6": 12.5,
    })  # fmt: skip
    pks("form", "read", "lap.xlsx", "--write")
    assert (
        read(sent, "air")
        == AIR
        + (
            'reports:\n  - period: 2026-S1\n    activities: "2026-03-13"\n    results: "2026-03-13 09:30"\n'
            "    beneficiaries: 120\n    spent: 1250000\n    obstacles: |-\n      baris satu\n      baris dua\n"
            '    follow_up: "12.5"\n'
        )
        + HISTORY
    )


def test_a_formula_counts_as_what_it_came_to_and_an_error_as_nothing(sent: Path, pks: Run, tmp_path: Path) -> None:
    fill("lap.xlsx", {"Report!H6": 111, "Report!H7": 222})
    parts = unpacked((tmp_path / "lap.xlsx").read_bytes())
    page = parts["xl/worksheets/sheet1.xml"].decode()
    page = page.replace("<v>111</v>", "<f>100+11</f><v>111</v>")
    page = re.sub(r'(<c r="H7"[^>]*) t="n">\s*<v>222</v>', r'\1 t="e"><f>1/0</f><v>#DIV/0!</v>', page)
    assert "<f>1/0</f>" in page
    (tmp_path / "lap.xlsx").write_bytes(packed({**parts, "xl/worksheets/sheet1.xml": page}))
    result = pks("form", "read", "lap.xlsx", "--write", "--no-commit")
    assert result.out == "Id\tWhat\tBefore\tAfter\nair\tSpent (Rp)\t\t111\n"
    assert read(sent, "air") == AIR + "reports:\n  - period: 2026-S1\n    spent: 111\n" + HISTORY
    assert last_commits(1) == ["put"]


def test_a_cell_of_a_million_letters(sent: Path, pks: Run, tmp_path: Path) -> None:
    fill("lap.xlsx", {"Report!J6": "MARK"})
    parts: dict[str, str | bytes] = dict(unpacked((tmp_path / "lap.xlsx").read_bytes()))
    page, words = parts["xl/worksheets/sheet1.xml"], "".join(f"{number:07}" for number in range(150_000))
    assert isinstance(page, bytes)
    parts["xl/worksheets/sheet1.xml"] = page.replace(b"MARK", words.encode())
    (tmp_path / "lap.xlsx").write_bytes(packed(parts, zipfile.ZIP_STORED))
    assert pks("form", "read", "lap.xlsx").err == refused(
        "Report!J6 (Follow-up): a text of 1050000 characters; 32767 at most"
    )
    assert read(sent, "air") == AIR + HISTORY


def test_what_a_hand_wrote_otherwise_than_a_form_would_is_no_change(register: Path, pks: Run) -> None:
    told = 'reports: [{period: 2026-S1, beneficiaries: "1.200", activities: "a\\tb  c"}]\n'
    put(register, air=AIR + told + HISTORY)
    pks("--lang", "id", "form", "--kind", "report", "--all", "lap.xlsx")
    assert pks("form", "read", "lap.xlsx").err.startswith("nothing to record")


def test_a_number_of_a_spreadsheet_keeps_its_decimals_in_an_indonesian_form_too(register: Path, pks: Run) -> None:
    put(register, jiwa=JIWA + REPORTED + HISTORY)
    pks("--lang", "id", "form", "--kind", "report", "--all", "lap.xlsx")
    fill("lap.xlsx", {"Laporan!H6": 12.345, "Indikator!G6": 71.125, "Indikator!G7": "12.345"})
    result = pks("--lang", "id", "form", "read", "lap.xlsx", "--write", "--skip-errors")
    assert (result.code, result.err) == (
        0,
        (
            "dilewati: Laporan!H6 (Realisasi anggaran (Rp)): `12.345` bukan jumlah rupiah bulat, 0 atau lebih\n"
            "2 perubahan dicatat pada 1 perjanjian\n"
        ),
    )
    known = REPORTED.replace("71.5}\n", "71.5}\n      - {period: 2026-S1, value: 71.125}\n")
    known = known.replace("orang}\n", "orang, readings: [{period: 2026-S1, value: 12345}]}\n")
    assert read(register, "jiwa") == JIWA + known + HISTORY


def test_a_number_written_otherwise_is_recorded_once(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", {"Report!G6": "0123"})
    assert pks("form", "read", "lap.xlsx", "--write").code == 0
    once = read(sent, "air")
    assert "beneficiaries: 123" in once
    again = pks("form", "read", "lap.xlsx", "--write")
    assert (again.code, again.err.startswith("nothing to record")) == (0, True)
    assert read(sent, "air") == once
