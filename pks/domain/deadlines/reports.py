"""Which agreement owes the report of which period to which tier: the `report` rows of `due`, seen by period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.duties import periods_owed, report, tiers_of
from pks.domain.deadlines.row import View
from pks.domain.deadlines.table import due, view_of
from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing
from pks.domain.terms import Length, Period, add


class Debtors(NamedTuple):
    """Who owes one period to one tier, by id: those that have not sent it, and those that have."""

    owing: tuple[str, ...]
    sent: tuple[str, ...]


def missing(
    facts: Mapping[str, Facts],
    standings: Mapping[str, Standing],
    office: Office,
    today: date,
    within: Length | Period,
) -> list[Due]:
    """The `report` rows of `due`: up to the length `within` from `today`, or all of the one period."""
    if not isinstance(within, Period):
        return [row for row in due(facts, standings, office, today, within) if row.kind == "report"]
    rows = due(facts, standings, office, today, _horizon(office, within))
    return [row for row in rows if row.kind == "report" and row.period == within.name]


def debtors(standings: Iterable[Standing], office: Office, period: Period, to: str) -> Debtors:
    """Who owes `period` to the tier `to`, in the order of `standings`."""
    view = _view(office, period)
    owing, sent = [], []
    for one in standings:
        if _owes(one, view, period, to):
            owing.append(one.facts.id)
        elif _owes(one._replace(facts=one.facts._replace(sent=())), view, period, to):
            sent.append(one.facts.id)
    return Debtors(tuple(owing), tuple(sent))


def owed_within(standing: Standing, office: Office, period: Period) -> tuple[str, ...]:
    """The names of the periods that share a day with `period` and are owed, sent or not; itself among them or not."""
    owed = periods_owed(standing, _view(office, period))
    return tuple(one.name for one in owed if one.first <= period.last and one.last >= period.first)


def in_force_during(standings: Iterable[Standing], period: Period) -> Iterator[Standing]:
    """Those of `standings` that are in force for at least a day of `period`."""
    for one in standings:
        first, last = one.in_force_from, one.in_force_until or date.max
        if first is not None and first <= last and first <= period.last and last >= period.first:
            yield one


def _owes(standing: Standing, view: View, period: Period, to: str) -> bool:
    return any(row.period == period.name and row.tier == to for row in report(standing, view))


def _view(office: Office, period: Period) -> View:
    """The view of a day on which everything about `period` has fallen due."""
    horizon = _horizon(office, period)
    return view_of((), office, horizon, horizon)


def _horizon(office: Office, period: Period) -> date:
    """The last day on which any tier wants the report of `period`; its own last day where there is no tier."""
    days = [add(period.last, tier.within, holidays=office.holidays) for tier in tiers_of(office)]
    return max(days, default=period.last)
