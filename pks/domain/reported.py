"""What an agreement's reports and indicators tell of one period."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Indicator, Report
from pks.domain.terms import Period

# What a report says of the work, in the order it is asked for and shown.
TOLD: Final = ("activities", "results", "beneficiaries", "spent", "obstacles", "follow_up")


class Progress(NamedTuple):
    """An indicator's value at the end of a period, and the one before it; None where there is none."""

    name: str
    unit: str | None
    before: float | None
    value: float


def says_something(report: Report) -> bool:
    """Whether the report says anything of the work; one that was only sent does not."""
    return any(getattr(report, key) is not None for key in TOLD)


def written(agreement: Agreement, period: str) -> bool:
    """Whether the report of the period of that name says anything."""
    return any(one.period.name == period and says_something(one) for one in agreement.reports)


def reports_within(agreement: Agreement, period: Period) -> tuple[Report, ...]:
    """The reports on `period`, else on the parts of it, the earliest first.

    Where one stands for a period that another covers, the longer one counts alone.
    """
    inside = [one for one in agreement.reports if _lies_in(one.period, period)]
    longest = [one for one in inside if not any(_is_part(one.period, other.period) for other in inside)]
    return tuple(sorted(longest, key=lambda one: one.period.first))


def progress(agreement: Agreement, period: Period) -> tuple[Progress, ...]:
    """How far each indicator came in `period`; one without a value in it is left out.

    Before it is the last value of an earlier period, else the first of several in it.
    """
    found = (_progress(one, period) for one in agreement.indicators)
    return tuple(one for one in found if one is not None)


def spent(reports: Iterable[Report]) -> int | None:
    """What was spent in whole rupiah, as far as `reports` say; None where none does."""
    amounts = [one.spent for one in reports if one.spent is not None]
    return sum(amounts) if amounts else None


def budget(agreement: Agreement, year: int) -> int | None:
    """What the parties set aside for `year` in whole rupiah, amounts without a year included; None where nothing is."""
    amounts = [one.amount for one in agreement.funding if one.amount is not None and one.year in {None, year}]
    return sum(amounts) if amounts else None


def _progress(indicator: Indicator, period: Period) -> Progress | None:
    readings = [(one.period, one.value) for one in indicator.readings if one.value is not None]
    readings.sort(key=lambda one: (one[0].last, one[0].first))
    inside = [value for when, value in readings if _lies_in(when, period)]
    if not inside:
        return None
    earlier = [value for when, value in readings if when.last < period.first]
    before = earlier[-1] if earlier else inside[0] if len(inside) > 1 else None
    return Progress(indicator.name, indicator.unit, before, inside[-1])


def _lies_in(part: Period, whole: Period) -> bool:
    return part.first >= whole.first and part.last <= whole.last


def _is_part(part: Period, other: Period) -> bool:
    return part.name != other.name and _lies_in(part, other)
