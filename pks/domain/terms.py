"""Lengths, last days, periods and working days: how the register counts time.

All days are calendar days of the proleptic Gregorian calendar; a result outside years 1 to 9999 is
clamped to the first or last day of that range.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

Unit = Literal["days", "weeks", "months", "years", "working days"]
LastDay = Literal["eve", "anniversary"]

_UNITS: Final[dict[str, Unit]] = {
    **dict.fromkeys(("d", "day", "days", "hari"), "days"),
    **dict.fromkeys(("w", "week", "weeks", "minggu"), "weeks"),
    **dict.fromkeys(("month", "months", "bulan"), "months"),
    **dict.fromkeys(("y", "year", "years", "tahun"), "years"),
    **dict.fromkeys(("working day", "working days", "hari kerja"), "working days"),
}
_LENGTH: Final = re.compile(r"([0-9]{1,5}) {0,3}([a-z]+(?: [a-z]+)?)", re.ASCII)
_PERIOD: Final = re.compile(r"([0-9]{4})(?:-(?:S([12])|Q([1-4])|(0[1-9]|1[0-2])))?", re.ASCII)
_MONTHS: Final[dict[Unit, int]] = {"months": 1, "years": 12}
_DAYS: Final[dict[Unit, int]] = {"days": 1, "weeks": 7}
_DAYS_IN: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SATURDAY: Final = 5
LONGEST_YEARS: Final = 200
# What lies outside is a slip of the pen, such as 0206 for 2026.
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2200


class Length(NamedTuple):
    """A stretch of time as a person wrote it: `2 years`, `90d`, `45 working days`.

    `count` is 0 or more; `written` is the text as it stands in the file.
    """

    count: int  # type: ignore[assignment]  # hides tuple.count, which a length has no use for
    unit: Unit
    written: str

    @property
    def months(self) -> int | None:
        """The length in whole months, or None where it is counted in days."""
        return self.count * _MONTHS[self.unit] if self.unit in _MONTHS else None


class Period(NamedTuple):
    """A reporting period, `2026-S1`, `2026-Q1`, `2026-01` or `2026`, from `first` to `last`, both included."""

    name: str
    first: date
    last: date


def parse_length(text: str) -> Length | None:
    """Read a length, English or Indonesian, of at most 200 years; None when the text is not one."""
    match = _LENGTH.fullmatch(text.strip().lower())
    unit = _UNITS.get(match[2]) if match else None
    if match is None or unit is None:
        return None
    count = int(match[1])
    if count * {"years": 366, "months": 31, "weeks": 7}.get(unit, 1) > LONGEST_YEARS * 366:
        return None
    return Length(count, unit, text.strip())


def parse_period(text: str) -> Period | None:
    """Read a period; None when the text is not one."""
    match = _PERIOD.fullmatch(text.strip())
    if match is None or not EARLIEST_YEAR <= int(match[1]) <= LATEST_YEAR:
        return None
    year, half, quarter, month = int(match[1]), match[2], match[3], match[4]
    if half:
        return _months_from(text.strip(), year, (int(half) - 1) * 6 + 1, 6)
    if quarter:
        return _months_from(text.strip(), year, (int(quarter) - 1) * 3 + 1, 3)
    if month:
        return _months_from(text.strip(), year, int(month), 1)
    return _months_from(text.strip(), year, 1, 12)


def add(start: date, length: Length, *, times: int = 1, holidays: Collection[date] = ()) -> date:
    """Count `times` lengths on from `start` (back, when negative), month ends clamped.

    Always counts from `start` itself: two months after 31 January is 31 March. Working days leave
    out `start`, Saturdays, Sundays and `holidays`.
    """
    count = length.count * times
    if length.unit == "working days":
        return _add_working_days(start, count, holidays)
    if length.unit in _MONTHS:
        return _add_months(start, count * _MONTHS[length.unit])
    return add_days(start, count * _DAYS[length.unit])


def add_days(start: date, days: int) -> date:
    """Count `days` on from `start`, or back when negative."""
    ordinal = start.toordinal() + days
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def last_day_in_force(start: date, length: Length, last_day: LastDay, *, holidays: Collection[date] = ()) -> date:
    """The last day on which a text that starts on `start` and runs for `length` is in force.

    `eve` ends it the day before the anniversary (12 February 2026 and two years: 11 February 2028),
    `anniversary` on it. PP 28/2018 does not say which; the office does.
    """
    anniversary = add(start, length, holidays=holidays)
    return anniversary if last_day == "anniversary" else add_days(anniversary, -1)


def periods(months: int, first: date, last: date) -> Iterator[Period]:
    """The calendar periods of 1, 3, 6 or 12 `months` that share a day with `first` to `last`, both included."""
    number = (first.month - 1) // months
    year = first.year
    while year < date.max.year:
        period = _months_from(_period_name(year, number, months), year, number * months + 1, months)
        if period.first > last:
            return
        yield period
        number += 1
        if number * months == 12:  # noqa: PLR2004  # months of a year
            year, number = year + 1, 0


def _period_name(year: int, number: int, months: int) -> str:
    tail = {1: f"-{number + 1:02}", 3: f"-Q{number + 1}", 6: f"-S{number + 1}", 12: ""}
    return f"{year:04}{tail[months]}"


def _days_in(year: int, month: int) -> int:
    """The days of a month; `calendar` would say so too, and read the locale first."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)  # noqa: PLR2004  # the calendar
    return _DAYS_IN[month - 1] + leap


def _months_from(name: str, year: int, month: int, count: int) -> Period:
    last_month = month + count - 1
    return Period(name, date(year, month, 1), date(year, last_month, _days_in(year, last_month)))


def _add_months(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, _days_in(year, month + 1)))


def _add_working_days(start: date, count: int, holidays: Collection[date]) -> date:
    step = 1 if count >= 0 else -1
    day, left = start, abs(count)
    while left and date.min < day < date.max:
        day += timedelta(days=step)
        if day.weekday() < _SATURDAY and day not in holidays:
            left -= 1
    return day
