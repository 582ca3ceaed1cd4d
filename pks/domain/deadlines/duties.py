"""The deadlines of an agreement that runs: reports, tasks and reviews.

Reports and tasks are owed even when the agreement is closed, as far as they fell due while it was in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from pks.domain.deadlines.row import Row, View, name_of
from pks.domain.office import Office, ReportTier
from pks.domain.standing.facts import Facts, TaskFacts
from pks.domain.standing.judgement import Standing
from pks.domain.terms import Length, Period, periods
from pks.message import Message


def report(standing: Standing, view: View) -> Iterator[Row]:
    """A report for every tier and every period with a day in force, unless it was sent to that tier."""
    sent = {(period, to.casefold()) for period, to in standing.facts.sent}
    for period in periods_owed(standing, view):
        for tier in tiers_of(view.office):
            if (period.name, tier.to.casefold()) not in sent:
                yield Row(
                    view.after(period.last, tier.within),
                    f"report/{period.name}/{tier.to}",
                    Message("due.report", period=period.name, to=tier.to),
                    tier=tier.to,
                    period=period.name,
                )


def task(standing: Standing, view: View) -> Iterator[Row]:
    """Every task not done; of a recurring one, every time it falls due up to the last day in force."""
    for one in standing.facts.tasks:
        yield from _times(one, standing, view)


def first_times(standing: Standing, view: View) -> Iterator[Row]:
    """Of every task not done the time that comes first: a file may hold thousands that come back every day."""
    for one in standing.facts.tasks:
        yield from islice(_times(one, standing, view), 1)


def _times(one: TaskFacts, standing: Standing, view: View) -> Iterator[Row]:
    if one.every is None:
        if not one.done:
            yield _task_row(standing.facts, one, one.due, f"task/{one.position}")
        return
    last = min(view.horizon, standing.in_force_until or view.horizon)
    for nth, day in enumerate(occurrences(one.due, one.every, view), start=1):
        if day > last:
            return
        if nth > one.done:
            yield _task_row(standing.facts, one, day, f"task/{one.position}/{nth}")


def review(standing: Standing, view: View) -> Iterator[Row]:
    """Every review of the term up to the last day in force, unless an evaluation came on its day or later."""
    facts = standing.facts
    if facts.review is None or standing.in_force_from is None:
        return
    last = min(view.horizon, standing.in_force_until or view.horizon)
    for nth, day in enumerate(occurrences(standing.in_force_from, facts.review, view)):
        if day > last:
            return
        if nth and not (facts.evaluated and facts.evaluated >= day):
            yield Row(day, f"review/{day}", Message("due.review", day=day))


def occurrences(first: date, every: Length, view: View) -> Iterator[date]:
    """`first`, then each `every` after it, without end but for the end of the calendar.

    Months are counted from `first`, so that the 31st comes back after a short month.
    """
    day, times = first, 0
    while True:
        yield day
        times += 1
        following = view.after(first, every, times=times) if every.months else view.after(day, every)
        if following <= day or following == date.max:
            return
        day = following


def tiers_of(office: Office) -> tuple[ReportTier, ...]:
    """The tiers reports go to; one that is listed twice counts as it stands first."""
    found: dict[str, ReportTier] = {}
    for tier in office.reports.tiers:
        found.setdefault(tier.to.casefold(), tier)
    return tuple(found.values())


def periods_owed(standing: Standing, view: View) -> Iterator[Period]:
    """The periods up to the horizon for which reports are owed: a day in force, ended on or after `since`."""
    first, last = standing.in_force_from, standing.in_force_until or view.horizon
    months = standing.facts.report_months
    if first is None or months is None or last < first:
        return
    for period in _calendar(months, view.office.reports.since, view.horizon):
        if period.first <= last and period.last >= first:
            yield period


@lru_cache(maxsize=8)
def _calendar(months: int, since: date, horizon: date) -> tuple[Period, ...]:
    """The periods that end on or after `since` and begin by `horizon`: the same for every agreement."""
    return tuple(periods(months, since, horizon))


def _task_row(facts: Facts, one: TaskFacts, day: date, key: str) -> Row:
    what: str | Message = one.what or Message("due.task.unnamed", position=one.position)
    if one.who:
        detail = Message("due.task.who", who=name_of(facts, one.who), what=what)
    else:
        detail = Message("due.task", what=what)
    return Row(day, key, detail, item=one.position)
