"""Register numbers: patterns, the series and place of a number, and the next one."""

from __future__ import annotations

from datetime import date

import pytest

from pks.domain.numbering import Pattern, Place, next_number, read_pattern

ON = date(2026, 4, 9)
DEFAULT = "REG/{year}/{seq:03}"


def pattern(text: str = DEFAULT) -> Pattern:
    read = read_pattern(text)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("text", "number", "series"),
    [
        ("REG/{year}/{seq:03}", "REG/2026/007", "REG/2026/{seq}"),
        ("REG/{year}/{seq}", "REG/2026/7", "REG/2026/{seq}"),
        ("{seq:04}/{roman}/{year}", "0007/IV/2026", "{seq}/{roman}/2026"),
        ("{year}{month}-{seq:02}", "202604-07", "2026{month}-{seq}"),
        ("{year}/{seq}/{year}", "2026/7/2026", "2026/{seq}/2026"),
        ("119/{seq}", "119/7", "119/{seq}"),
        ("{seq}", "7", "{seq}"),
    ],
)
def test_a_pattern_makes_the_number_of_a_day_and_finds_its_place_again(text: str, number: str, series: str) -> None:
    assert pattern(text).number(7, ON) == number
    assert pattern(text).series(2026) == series
    assert pattern(text).place(number) == Place(series, 7)


def test_a_number_wider_than_its_padding_is_written_whole() -> None:
    assert pattern().number(1234, ON) == "REG/2026/1234"
    assert pattern().place("REG/2026/1234") == Place("REG/2026/{seq}", 1234)


@pytest.mark.parametrize("number", ["reg/2026/014", " REG / 2026 / 14 ", "Reg/2026/0014"])
def test_case_space_and_padding_do_not_make_another_number(number: str) -> None:
    assert pattern().place(number) == Place("REG/2026/{seq}", 14)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (DEFAULT, "REG/2026/"),
        (DEFAULT, "REG/26/014"),
        (DEFAULT, "REG/2026/014/B"),
        (DEFAULT, "XREG/2026/014"),
        (DEFAULT, "REG/2026/1234567890123"),
        (DEFAULT, "REG/2026/٠١٤"),
        ("A.{seq}", "AB7"),
        ("{seq}/{month}", "7/13"),
        ("{seq}/{roman}", "7/IIII"),
        ("{year}/{seq}/{year}", "2026/7/2025"),
    ],
)
def test_a_number_that_is_written_otherwise_has_no_place(text: str, number: str) -> None:
    assert pattern(text).place(number) is None


@pytest.mark.parametrize("roman", ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
def test_every_month_of_a_year_is_of_one_series(roman: str) -> None:
    assert pattern("{seq}/{roman}/{year}").place(f"31/{roman}/2026") == Place("{seq}/{roman}/2026", 31)


@pytest.mark.parametrize(
    "text",
    ["", "REG/{year}", "{seq}/{seq:03}", "{years}/{seq}", "{seq:3}", "{seq:0}", "{year:02}/{seq}", "{seq", "}{seq}"],
)
def test_a_text_without_one_place_for_the_number_is_no_pattern(text: str) -> None:
    assert read_pattern(text) is None


def test_the_first_number_of_a_series_is_one() -> None:
    assert next_number(pattern(), ON, {}, []) == "REG/2026/001"


def test_the_next_number_follows_the_highest_of_what_is_kept_and_of_what_is_carried() -> None:
    assert next_number(pattern(), ON, {"REG/2026/{seq}": 14}, ["REG/2026/003"]) == "REG/2026/015"
    assert next_number(pattern(), ON, {"REG/2026/{seq}": 2}, ["REG/2026/9", "reg/2026/021", "119/40"]) == "REG/2026/022"


def test_every_year_begins_again() -> None:
    kept = {"REG/2025/{seq}": 80, "REG/2026/{seq}": 4}
    assert next_number(pattern(), ON, kept, ["REG/2025/081", "REG/2027/090"]) == "REG/2026/005"
    assert next_number(pattern(), date(2025, 12, 31), kept, ["REG/2025/081"]) == "REG/2025/082"


def test_a_month_in_the_number_does_not_begin_a_series() -> None:
    numbers = ["30/III/2026", "12/IV/2026"]
    assert next_number(pattern("{seq}/{roman}/{year}"), ON, {}, numbers) == "31/IV/2026"
