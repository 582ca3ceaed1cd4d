from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from pks.domain.terms import (
    LastDay,
    Length,
    Period,
    Unit,
    add,
    add_days,
    last_day_in_force,
    parse_length,
    parse_period,
    periods,
)
from pks.domain.values import BadValueError, read_date
from pks.message import Message
from tests.domain.builders import length

_EDGES = [
    date(year, month, number)
    for year in (1999, 2000, 2023, 2024, 2026, 2027, 2028, 2100)
    for month, number in (
        (1, 1), (1, 29), (1, 30), (1, 31), (2, 27), (2, 28), (3, 31), (4, 30), (5, 31),
        (8, 31), (11, 30), (12, 31),
    )
] + [date(2000, 2, 29), date(2024, 2, 29), date(2028, 2, 29)]  # fmt: skip
_DELTAS = [
    *(("days", count) for count in (1, 6, 28, 30, 31, 89, 90, 365, 366, 1000)),
    *(("weeks", count) for count in (1, 2, 6, 52)),
    *(("months", count) for count in (1, 2, 3, 5, 6, 11, 12, 13, 18, 24, 25, 36, 60, 120)),
    *(("years", count) for count in (1, 2, 3, 4, 5, 10, 25, 35)),
]  # fmt: skip


def _starts() -> list[date]:
    chance = random.Random(20260212)  # a fixed sample, not a secret
    return _EDGES + [date(1990, 1, 1) + timedelta(days=chance.randrange(30_000)) for _ in range(250)]


def _relative(unit: str, count: int) -> relativedelta:
    known = {"days": relativedelta(days=count), "weeks": relativedelta(weeks=count)}
    return known.get(unit) or relativedelta(months=count * (12 if unit == "years" else 1))


def test_last_days_agree_with_dateutil_for_more_than_ten_thousand_terms() -> None:
    compared = 0
    for start in _starts():
        for unit, count in _DELTAS:
            span = length(f"{count} {unit}")
            anniversary = start + _relative(unit, count)
            assert last_day_in_force(start, span, "anniversary") == anniversary, (start, span)
            assert last_day_in_force(start, span, "eve") == anniversary - timedelta(days=1), (start, span)
            assert add(start, span, times=-1) == start - _relative(unit, count), (start, span)
            assert add(start, span, times=3) == start + _relative(unit, 3 * count), (start, span)
            compared += 1
    assert compared > 12_000


@pytest.mark.parametrize(
    ("start", "span", "rule", "last"),
    [
        (date(2026, 2, 12), "2 years", "eve", date(2028, 2, 11)),
        (date(2026, 2, 12), "2 years", "anniversary", date(2028, 2, 12)),
        (date(2024, 1, 31), "25 months", "eve", date(2026, 2, 27)),
        (date(2024, 1, 31), "25 months", "anniversary", date(2026, 2, 28)),
        (date(2024, 2, 29), "1 year", "eve", date(2025, 2, 27)),
        (date(2024, 2, 29), "4 tahun", "anniversary", date(2028, 2, 29)),
        (date(2027, 8, 31), "6 bulan", "anniversary", date(2028, 2, 29)),
        (date(2026, 1, 1), "1d", "eve", date(2026, 1, 1)),
        (date(2026, 1, 1), "1 year", "eve", date(2026, 12, 31)),
        (date(2026, 1, 1), "2 weeks", "eve", date(2026, 1, 14)),
    ],
)
def test_the_last_day_in_force_by_hand(start: date, span: str, rule: LastDay, last: date) -> None:
    assert last_day_in_force(start, length(span), rule) == last


@pytest.mark.parametrize(
    ("start", "times", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
    ],
)
def test_months_are_counted_from_the_start_itself(start: date, times: int, expected: date) -> None:
    assert add(start, length("1 month"), times=times) == expected


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 1, 16), 1, date(2026, 1, 19)),  # Friday to Monday
        (date(2026, 1, 17), 1, date(2026, 1, 19)),  # Saturday
        (date(2026, 1, 18), 5, date(2026, 1, 23)),  # Sunday
        (date(2026, 1, 19), 5, date(2026, 1, 26)),  # Monday to Monday
        (date(2026, 1, 16), 45, date(2026, 3, 20)),  # nine whole weeks
        (date(2026, 1, 16), 0, date(2026, 1, 16)),
    ],
)
def test_working_days_leave_out_the_start_and_weekends(start: date, count: int, expected: date) -> None:
    assert add(start, length(f"{count} working days")) == expected


def test_working_days_leave_out_holidays_but_none_is_lost_on_a_weekend() -> None:
    holidays = {date(2026, 3, 19), date(2026, 3, 20), date(2026, 3, 21)}  # Thursday, Friday, Saturday
    assert add(date(2026, 1, 16), length("45 working days"), holidays=holidays) == date(2026, 3, 24)
    assert add(date(2026, 3, 18), length("1 hari kerja"), holidays=holidays) == date(2026, 3, 23)
    assert add(date(2026, 3, 23), length("1 hari kerja"), times=-1, holidays=holidays) == date(2026, 3, 18)


def test_holidays_matter_to_nothing_but_working_days() -> None:
    assert add(date(2026, 3, 18), length("1 day"), holidays={date(2026, 3, 19)}) == date(2026, 3, 19)


def _nth_working_day(start: date, count: int, holidays: set[date]) -> date:
    """The other way round: list the working days, and take one."""
    step = 1 if count > 0 else -1
    days = [start + timedelta(days=step * number) for number in range(1, 6 * abs(count) + 60)]
    working = [one for one in days if one.isoweekday() not in {6, 7} and one not in holidays]
    return working[abs(count) - 1] if count else start


def test_working_days_agree_with_counting_them_one_by_one() -> None:
    chance = random.Random(45)  # a fixed sample, not a secret
    for _ in range(2_000):
        start = date(2024, 1, 1) + timedelta(days=chance.randrange(1_500))
        count = chance.randrange(-60, 61)
        holidays = {start + timedelta(days=chance.randrange(-120, 120)) for _ in range(12)}
        span = Length(abs(count), "working days", "")
        times = -1 if count < 0 else 1
        expected = _nth_working_day(start, count, holidays)
        assert add(start, span, times=times, holidays=holidays) == expected, (start, count)


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("90d", 90, "days"), ("90 days", 90, "days"), ("90 hari", 90, "days"), ("1 day", 1, "days"),
        ("2 weeks", 2, "weeks"), ("2w", 2, "weeks"), ("1 minggu", 1, "weeks"),
        ("6 months", 6, "months"), ("6 bulan", 6, "months"), ("1 month", 1, "months"),
        ("1 year", 1, "years"), ("2 years", 2, "years"), ("2 tahun", 2, "years"), ("2y", 2, "years"),
        ("45 working days", 45, "working days"), ("45 hari kerja", 45, "working days"),
        ("2 Tahun", 2, "years"), ("0d", 0, "days"), ("200 years", 200, "years"),
        ("36500d", 36500, "days"), ("10000 working days", 10000, "working days"),
    ],
)  # fmt: skip
def test_lengths_are_read_in_both_languages(text: str, count: int, unit: Unit) -> None:
    assert parse_length(f" {text} ") == Length(count, unit, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "tahun",
        "2m",
        "-1 day",
        "1.5 years",
        "dua tahun",
        "2 years 3 months",
        "201 years",
        "99999 d",
        "٢ years",
    ],
)
def test_what_is_not_a_length_is_not_guessed(text: str) -> None:
    assert parse_length(text) is None


def test_a_length_in_months_says_so_and_one_in_days_does_not() -> None:
    assert [length(text).months for text in ("6 bulan", "2 years", "90d", "45 working days")] == [
        6,
        24,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-S1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-S2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_periods_run_from_their_first_to_their_last_day(text: str, first: date, last: date) -> None:
    assert parse_period(text) == Period(text, first, last)


@pytest.mark.parametrize("text", ["", "26-S1", "2026-S3", "2026-Q5", "2026-13", "2026-00", "0000", "2026-1", "S1"])
def test_what_is_not_a_period_is_not_guessed(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("months", "first", "last", "names"),
    [
        (6, date(2026, 6, 30), date(2026, 7, 1), ["2026-S1", "2026-S2"]),
        (6, date(2026, 7, 1), date(2027, 1, 1), ["2026-S2", "2027-S1"]),
        (3, date(2026, 11, 5), date(2027, 4, 1), ["2026-Q4", "2027-Q1", "2027-Q2"]),
        (1, date(2026, 11, 30), date(2027, 1, 31), ["2026-11", "2026-12", "2027-01"]),
        (12, date(2026, 12, 31), date(2027, 1, 1), ["2026", "2027"]),
        (6, date(2026, 3, 1), date(2026, 3, 1), ["2026-S1"]),
    ],
)
def test_a_period_is_named_when_it_shares_a_day(months: int, first: date, last: date, names: list[str]) -> None:
    assert [period.name for period in periods(months, first, last)] == names


def test_every_period_is_the_one_its_name_reads_as() -> None:
    for months in (1, 3, 6, 12):
        for period in periods(months, date(2023, 5, 5), date(2029, 5, 5)):
            assert parse_period(period.name) == period


def test_results_outside_the_calendar_stop_at_its_edge() -> None:
    assert add(date(9990, 1, 1), length("20 years")) == date.max
    assert add(date(5, 1, 1), length("20 years"), times=-1) == date.min
    assert add_days(date.max, 1) == date.max
    assert add_days(date.min, -1) == date.min
    assert add(date(9999, 12, 30), length("10 working days")) == date.max
    assert [period.name for period in periods(12, date(9997, 1, 1), date.max)] == ["9997", "9998"]


@pytest.mark.parametrize("text", ["0206-08-01", "1899-12-31", "2201-01-01", "9999-12-31"])
def test_a_year_that_is_a_slip_of_the_pen_is_no_date(text: str) -> None:
    with pytest.raises(BadValueError) as caught:
        read_date(text)
    assert caught.value.message == Message("value.year", text=text, first=1900, last=2200)


def test_the_first_and_last_day_that_may_be_written_are_dates() -> None:
    assert (read_date("1900-01-01"), read_date("2200-12-31")) == (date(1900, 1, 1), date(2200, 12, 31))
