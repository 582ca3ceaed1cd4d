"""Which days the agreements of a register need attention, why, and the command that deals with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from pks.domain.deadlines import duties, procedure, term
from pks.domain.deadlines.deadline import Due, in_order
from pks.domain.deadlines.fixes import fix
from pks.domain.deadlines.row import Row, View
from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing, usual_days, usual_days_to_signature
from pks.domain.terms import Length, add

Kind = Callable[[Standing, View], Iterable[Row]]

ROWS_OF: Final[dict[str, Kind]] = {
    "expiry": term.expiry,
    "decision": term.decision,
    "notice": term.notice,
    "start": term.start,
    "report": duties.report,
    "meeting": procedure.meeting,
    "offer": procedure.offer,
    "council": procedure.council,
    "correction": procedure.correction,
    "task": duties.task,
    "review": duties.review,
    "stage": procedure.stage,
}
_WHEN_CLOSED: Final[dict[str, Kind]] = {kind: ROWS_OF[kind] for kind in ("report", "task")}
_FIRST: Final[dict[str, Kind]] = {"task": duties.first_times}


def due(
    facts: Mapping[str, Facts],
    standings: Mapping[str, Standing],
    office: Office,
    today: date,
    within: Length | date,
    days_to_signature: Iterable[int | None] | None = None,
) -> list[Due]:
    """Every deadline of `standings` up to `within`, that day included, overdue ones always.

    `facts` is the whole register, from which the office's usual time to signature is taken, unless
    `days_to_signature` are those of the whole; `standings` may be a part of it. `within` is the last day, or how
    far from `today` it is. Sorted by date, id, kind, key; the order of the agreements does not matter.
    """
    known = (one.days_to_signature for one in facts.values()) if days_to_signature is None else days_to_signature
    view = view_of((), office, today, within)._replace(usual_days=usual_days(known))
    return in_order(row for standing in standings.values() for row in deadlines_of(standing, view))


def overdue_reports(standings: Mapping[str, Standing], office: Office, today: date) -> Counter[str]:
    """How many reports each agreement of `standings` owes since before `today`, by id."""
    view = view_of((), office, today, today)
    return Counter({id_: sum(row.date < today for row in duties.report(one, view)) for id_, one in standings.items()})


def view_of(register: Iterable[Facts], office: Office, today: date, within: Length | date) -> View:
    """Gather what all agreements of `register` are judged by."""
    holidays = frozenset(office.holidays)
    horizon = within if isinstance(within, date) else add(today, within, holidays=holidays)
    return View(office, today, horizon, usual_days_to_signature(register), holidays)


def deadlines_of(standing: Standing, view: View) -> Iterator[Due]:
    """The deadlines of one agreement up to the horizon, in no order. A closed one keeps reports and tasks."""
    return (due_of(kind, row, standing.facts, view) for kind, row in rows_of(standing, view))


def rows_of(standing: Standing, view: View) -> Iterator[tuple[str, Row]]:
    """As `deadlines_of`, each with its kind while nothing but the deadline itself is worked out."""
    taken: dict[str, int] = {}
    for kind, found in (_WHEN_CLOSED if standing.facts.closed else ROWS_OF).items():
        for row in found(standing, view):
            key = _free(row.key, taken)
            if row.date <= view.horizon:
                yield kind, row._replace(key=key)


def first_day(standing: Standing, view: View) -> date | None:
    """The first deadline up to the horizon, None where there is none; without working out every one."""
    kinds = _WHEN_CLOSED if standing.facts.closed else ROWS_OF
    rows = (row for kind, rows_of in kinds.items() for row in _FIRST.get(kind, rows_of)(standing, view))
    return min((row.date for row in rows if row.date <= view.horizon), default=None)


def due_of(kind: str, row: Row, facts: Facts, view: View) -> Due:
    """`row` of `kind` as it is shown on the day of `view`."""
    return Due(
        date=row.date,
        days=(row.date - view.today).days,
        kind=kind,
        key=row.key,
        id=facts.id,
        title=facts.title,
        stage=facts.stage,
        detail=row.detail,
        fix=fix(kind, facts, row, view.today),
        party=row.party,
        tier=row.tier,
        period=row.period,
    )


def _free(key: str, taken: dict[str, int]) -> str:
    """Make `key` unique in a file that repeats a number or a tier it should not; `check` reports those.

    `taken` says of each key how far it has been counted.
    """
    free, number = key, taken.get(key, 1)
    while free in taken:
        number += 1
        free = f"{key}/{number}"
    taken[key] = number
    taken.setdefault(free, 1)
    return free
