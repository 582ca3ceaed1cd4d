"""How registers write days and lengths: every spelling with the one day it means, or none."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pks.inputs.grid import Cell
from pks.inputs.register.days import Figures, read_day, read_range
from pks.inputs.register.lengths import read_length

DAYS: list[tuple[Cell, date | Figures | None]] = [
    ("01 Januari 2022", date(2022, 1, 1)),
    ("1 Pebruari 2022", date(2022, 2, 1)),
    ("3 MEI 2021", date(2021, 5, 3)),
    ("7 Agt 2020", date(2020, 8, 7)),
    ("9 Nopember 2019", date(2019, 11, 9)),
    ("31 Desember 2024 ", date(2024, 12, 31)),
    ("1-Feb-24", date(2024, 2, 1)),
    ("1-Okt-99", date(1999, 10, 1)),
    ("Kamis, 13 Maret 2025", date(2025, 3, 13)),
    ("Jum'at, 14 Maret 2025", date(2025, 3, 14)),
    ("tanggal 5 Juni 2024", date(2024, 6, 5)),
    ("March 5, 2024", date(2024, 3, 5)),
    ("2024-02-29", date(2024, 2, 29)),
    ("2024/2/9", date(2024, 2, 9)),
    ("2024-02-29 00:00:00", date(2024, 2, 29)),
    ("30/9/2026", Figures(30, 9, 2026)),
    ("8/25/2017", Figures(8, 25, 2017)),
    ("05/06/2025", Figures(5, 6, 2025)),
    ("5.6.25", Figures(5, 6, 2025)),
    ("5-6-2025", Figures(5, 6, 2025)),
    (44562, date(2022, 1, 1)),
    ("44562", date(2022, 1, 1)),
    (date(2022, 1, 1), date(2022, 1, 1)),
    (datetime(2022, 1, 1, 9, 30), date(2022, 1, 1)),  # noqa: DTZ001  # cells have no zone
    ("30 Februari 2024", None),
    ("29 Februari 2023", None),
    ("31/31/2024", None),
    ("13/13/2024", None),
    ("9/92021", None),
    ("12/72020", None),
    ("2024", None),
    (2024, None),
    (True, None),
    ("Maret 2024", None),
    ("1 Januari 0206", None),
    ("Selamanya", None),
    ("1/2", None),
    ("1 2 2024 3", None),
    ("1/2-2024", None),
    ("\u0661/\u0662/2024", None),
]
RANGES: list[tuple[Cell, tuple[date | Figures, date | Figures] | None]] = [
    ("1 Januari 2024 s/d 31 Desember 2026", (date(2024, 1, 1), date(2026, 12, 31))),
    ("1 Januari s.d. 31 Desember 2026", (date(2026, 1, 1), date(2026, 12, 31))),
    ("1 Januari 2024 sampai dengan 2 Mei 2025", (date(2024, 1, 1), date(2025, 5, 2))),
    ("1 Januari 2024 hingga 2 Mei 2025", (date(2024, 1, 1), date(2025, 5, 2))),
    ("1 Januari 2024 - 2 Mei 2025", (date(2024, 1, 1), date(2025, 5, 2))),
    ("1/1/2024 – 31/12/2026", (Figures(1, 1, 2024), Figures(31, 12, 2026))),
    ("sampai 2 Mei 2025", None),
    ("1 Januari 2024", None),
    ("sampai meraih WBK", None),
]
LENGTHS: list[tuple[Cell, str | None, str | None]] = [
    ("5 (lima) tahun", None, "5 tahun"),
    ("5 Tahun", None, "5 tahun"),
    ("lima tahun", None, "5 tahun"),
    ("dua belas bulan", None, "12 bulan"),
    ("6 (enam) bulan", None, "6 bulan"),
    ("1 tahun 6 bulan", None, "18 bulan"),
    ("1 tahun dan 6 bulan", None, "18 bulan"),
    ("selama 3 tahun", None, "3 tahun"),
    ("2 thn", None, "2 tahun"),
    ("90 hari", None, "90 hari"),
    ("2 years", None, "2 tahun"),
    (5, "tahun", "5 tahun"),
    ("5", "tahun", "5 tahun"),
    ("5", None, None),
    ("0", "tahun", None),
    (True, "tahun", None),
    ("5 tahun atau lebih", None, None),
    ("Ada dilampirkan", None, None),
    ("akan dibicarakan", None, None),
]


@pytest.mark.parametrize(("cell", "day"), DAYS)
def test_a_day_is_read_or_left(cell: Cell, day: date | Figures | None) -> None:
    assert read_day(cell) == day


@pytest.mark.parametrize(("cell", "days"), RANGES)
def test_a_range_is_two_days(cell: Cell, days: tuple[date | Figures, date | Figures] | None) -> None:
    assert read_range(cell) == days


@pytest.mark.parametrize(("cell", "unit", "length"), LENGTHS)
def test_a_length_is_read_or_left(cell: Cell, unit: str | None, length: str | None) -> None:
    assert read_length(cell, unit=unit) == length
