"""What people write into the cells of a form, in either language and through every office program."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.forms import Field, Sort, fingerprint
from pks.domain.values import BadValueError
from pks.inputs.cell_text import text_of
from pks.inputs.form_values import read_value
from pks.inputs.grid import Cell
from pks.language.render import Language


def value(sort: Sort, cell: Cell, language: Language = "id", unit: str = "") -> str | None:
    """The value as the format has it; None where it is none."""
    try:
        return read_value(Field("x", is_open=True, sort=sort, choices=("accepted", "rejected")), cell, language, unit)
    except BadValueError:
        return None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (1250000, "1250000"), (1250000.0, "1250000"), ("Rp1.250.000", "1250000"), ("Rp 1.250.000,00", "1250000"),
        ("1,250,000.00", "1250000"), ("1 250 000", "1250000"), ("1250000,-", "1250000"), ("0", "0"),
        ("12,500", "12500"),        ("IDR 1.000", "1000"), ("1000 rupiah", "1000"), ("5,00", "5"),
        ("12.5", None), (12.5, None), (-1, None),
        (12.345, None), (0.125, None), ("0.125", None), ("0,125", None),
        ("-1", None), ("1,25 juta", None), ("1.250,50", None), ("satu", None), ("１２", None), (True, None),
    ],
)  # fmt: skip
def test_amounts(cell: Cell, expected: str | None) -> None:
    assert value("whole", cell) == expected
    assert value("whole", cell, "en") == expected


@pytest.mark.parametrize(
    ("cell", "indonesian", "english"),
    [
        (85, "85", "85"), (85.5, "85.5", "85.5"), (0.1 + 0.2, "0.3", "0.3"), ("12,5", "12.5", "12.5"),
        ("12.5", "12.5", "12.5"),        ("1.250", "1250", "1.25"), ("1,250", "1.25", "1250"),
        ("1.250,75", "1250.75", "1250.75"),
        ("1,250.75", "1250.75", "1250.75"), ("1.250.000", "1250000", "1250000"), ("-3", "-3", "-3"),
        ("-2,5", "-2.5", "-2.5"),        ("85%", None, None), ("1.2.3", None, None), ("", None, None),
        ("12,5 orang", None, None), ("1e5", None, None),
        (12.345, "12.345", "12.345"), (-1.125, "-1.125", "-1.125"), (float("inf"), None, None),
        ("0.125", "0.125", "0.125"), ("0,125", "0.125", "0.125"), ("0.125,5", None, None),
        (date(2026, 1, 1), None, None),
    ],
)  # fmt: skip
def test_numbers_with_the_marks_of_either_language(cell: Cell, indonesian: str | None, english: str | None) -> None:
    assert (value("number", cell, "id"), value("number", cell, "en")) == (indonesian, english)


@pytest.mark.parametrize("unit", ["persen", "%", "persentase (%)", "percent"])
def test_percentages_where_the_unit_is_one(unit: str) -> None:
    assert value("number", "85,5 %", unit=unit) == "85.5"
    assert value("number", "85", unit=unit) == "85"
    assert value("number", 0.85, unit=unit) is None  # 0.85 or 85?
    assert value("number", "0,85%", unit=unit) == "0.85"
    assert value("number", 1.0, unit=unit) == "1"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(2025, 3, 13), "2025-03-13"), (datetime.fromisoformat("2025-03-13 09:30"), "2025-03-13"),
        ("13/03/2025", "2025-03-13"),
        ("03/04/2025", "2025-04-03"), ("03/13/2025", "2025-03-13"), ("2025-03-13", "2025-03-13"),
        ("13 Maret 2025", "2025-03-13"), ("13-3-2025", "2025-03-13"), (45729, "2025-03-13"), (45729.0, "2025-03-13"),
        ("2025-03-13 00:00:00", "2025-03-13"), ("31/02/2025", None), ("kemarin", None), (True, None), (12, None),
    ],
)  # fmt: skip
def test_days_with_the_day_before_the_month(cell: Cell, expected: str | None) -> None:
    assert value("date", cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Diterima", "accepted"), (" DITERIMA\xa0", "accepted"), ("Accepted", "accepted"), ("accepted", "accepted"),
        ("ditolak", "rejected"), ("diterima sebagian", None), (1, None), (True, None),
    ],
)  # fmt: skip
def test_choices_in_either_language(cell: Cell, expected: str | None) -> None:
    assert value("choice", cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"), [(1, "1"), (5.0, "5"), ("3,5", "3.5"), (0, None), (5.5, None), ("5%", None), (-1, None)]
)
def test_scores(cell: Cell, expected: str | None) -> None:
    assert value("score", cell) == expected


def test_beneficiaries_are_a_number_where_they_are_one() -> None:
    assert [value("mixed", one) for one in (120, 120.0, "120", "1.200", "120 orang", "1.5", "1,200")] == [
        "120", "120", "120", "1200", "120 orang", "1.5", "1,200",
    ]  # fmt: skip
    assert value("mixed", "1,200", "en") == "1200"
    assert [value("mixed", one) for one in ("0123", "+62", "-0")] == ["123", "62", "0"]  # as the register has them
    assert [value("mixed", one) for one in (1.125, 0.125, "0.125")] == ["1.125", "0.125", "0.125"]


def test_text_keeps_its_lines_and_loses_what_nobody_sees() -> None:
    assert value("text", " a\r\nb\rc \u200b\n\td\xa0e\ufeff ") == "a\nb\nc\n\td e"
    assert value("text", "=1+1") == "=1+1"
    for bad in ("a\x1b[31m", "a\x00", "a\u202eb", "\ud800", "x" * 32_768):
        assert value("text", bad) is None, repr(bad)
    assert value("text", "نمی\u200cشود 👨\u200d👩") == "نمی\u200cشود 👨\u200d👩"


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))))
def test_a_text_that_was_read_is_read_the_same_again(text: str) -> None:
    once = text_of(text)
    assert value("text", text) == once
    assert text_of(once) == once
    assert fingerprint(once) == fingerprint(text)


@given(
    st.integers(-(10**14), 10**14) | st.floats(-1e9, 1e9).map(lambda one: round(one, 4)), st.sampled_from(["id", "en"])
)
def test_every_number_comes_back_as_it_was_shown(number: float, language: Language) -> None:
    shown = read_value(Field("x", is_open=True, sort="number"), number, language)
    assert float(shown) == number
    local = shown.replace(".", ",") if language == "id" else shown
    assert value("number", local, language) == shown
