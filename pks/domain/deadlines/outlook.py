"""How soon one agreement may fall due, whatever becomes of the others: what need not be looked at yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pks.domain.deadlines.fixes import fix_of_day
from pks.domain.deadlines.row import View
from pks.domain.deadlines.table import KINDS, Due, deadlines_of, due_of
from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing, Succession, standing, succession_of, successors_of
from pks.domain.terms import add_days
from pks.message import Message


class Outlook(NamedTuple):
    """No deadline is before `first`, but for `start` where the office has a usual time to signature.

    That is counted back from `decision`, which is None where nothing is to be started.
    """

    first: date
    decision: date | None


class Settled(NamedTuple):
    """The deadlines of one agreement up to `until`, given its `succession`: the same every day but for their `days`.

    `late` gives for each of `rows` what deals with it once its day is past, None where that is the same.
    `start` is counted back by the stages' limits, and from `decision` where the office has a usual time.
    """

    until: date
    succession: Succession
    decision: date | None
    start: Due | None
    rows: tuple[Due, ...]
    late: tuple[Message | None, ...]


class Near(NamedTuple):
    """The `ids` of all of a register that may fall due by some day; their facts, and those of what renews them.

    `days_to_signature` are those of the whole register, from which its usual time is taken.
    """

    ids: Collection[str]
    facts: Mapping[str, Facts]
    days_to_signature: Iterable[int | None]

    def standings(self, day: date) -> dict[str, Standing]:
        """Where those that may fall due stand on `day`."""
        renewals = successors_of(self.facts)
        return {id_: standing(self.facts[id_], renewals.get(id_, ()), day) for id_ in self.ids}


def outlook_of(facts: Facts, office: Office, until: date) -> Outlook:
    """The outlook of `facts`, looking as far ahead as `until`: what comes later may be on the day after it.

    A successor only ever silences deadlines or ends them sooner, and a later horizon only adds to them.
    """
    view = View(office, until, until, None, frozenset(office.holidays))
    first = min((row.date for row in deadlines_of(standing(facts, (), until), view)), default=add_days(until, 1))
    return Outlook(first, None if facts.closed or facts.intent == "stop" else facts.decision)


def settled_of(facts: Facts, successors: Sequence[Facts], office: Office, until: date) -> Settled | None:
    """The deadlines of `facts`, renewed by all `successors`; None where they are others once a day is past."""
    after = succession_of((one.id, one.signed, one.starts) for one in successors)
    stands = standing(facts, successors, until)
    first, last = (View(office, day, until, None, frozenset(office.holidays)) for day in (date.min, date.max))
    rows, later = (
        [one._replace(days=0) for one in deadlines_of(stands, view) if one.kind != "start"] for view in (first, last)
    )
    if [one[:-4] for one in rows] != [one[:-4] for one in later]:
        return None
    late = tuple(new.fix if new.fix != old.fix else None for old, new in zip(rows, later, strict=True))
    starts = () if facts.closed else KINDS["start"](stands, first)
    start = next((due_of("start", one, facts, first)._replace(days=0) for one in starts), None)
    return Settled(until, after, facts.decision, start, tuple(rows), late)


def due_on(today: date, settled: Settled, usual_days: int | None, horizon: date) -> Iterable[Due]:
    """The rows of `settled` up to `horizon` as they are on `today`, in no order."""
    start = settled.start
    if start is not None:
        if usual_days is not None and settled.decision is not None:
            start = start._replace(date=add_days(settled.decision, -usual_days))
        if start.date <= horizon:
            yield Due(start.date, (start.date - today).days, *start[2:])
    for row, late in zip(settled.rows, settled.late, strict=True):
        if row.date <= horizon:
            fix = fix_of_day(row.kind, row.id, today) or (late if late and row.date < today else row.fix)
            yield Due(row.date, (row.date - today).days, *row[2:8], fix, *row[9:])
