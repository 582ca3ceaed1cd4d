"""How soon one agreement may fall due, whatever becomes of the others: what need not be looked at yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.fixes import fix
from pks.domain.deadlines.table import ROWS_OF, due, due_of, first_day, rows_of, view_of
from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing, standing, successors_of
from pks.domain.terms import add_days


class Outlook(NamedTuple):
    """No deadline is before `first`, but for `start` where the office has a usual time to signature.

    That is counted back from `decision`, which is None where nothing is to be started.
    """

    first: date
    decision: date | None


class Settled(NamedTuple):
    """The deadlines of one agreement up to `until`: the same every day but for their `days`, which are all 0.

    `late` gives for each of `rows` what deals with it once its day is past, None where that is the same.
    `start` is counted back by the stages' limits, and from `decision` where the office has a usual time.
    """

    until: date
    decision: date | None
    start: Due | None
    rows: tuple[Due, ...]
    late: tuple[str | None, ...]


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

    def due(self, office: Office, today: date, horizon: date) -> list[Due]:
        """Their deadlines up to `horizon`, as `pks.domain.deadlines.table.due` has them."""
        return due({}, self.standings(today), office, today, horizon, self.days_to_signature)


def outlook_of(facts: Facts, office: Office, until: date) -> Outlook:
    """The outlook of `facts`, looking as far ahead as `until`: what comes later may be on the day after it.

    A successor only ever silences deadlines or ends them sooner, and a later horizon only adds to them.
    """
    view = view_of((), office, until, until)
    first = first_day(standing(facts, (), until), view)
    return Outlook(first or add_days(until, 1), None if facts.closed or facts.intent == "stop" else facts.decision)


def settled_of(facts: Facts, successors: Sequence[Facts], office: Office, until: date) -> Settled:
    """The deadlines of `facts`, renewed by all `successors`: none is another on another day, but what deals with it."""
    stands, rows, late = standing(facts, successors, until), list[Due](), list[str | None]()
    view = view_of((), office, date.min, until)
    for kind, row in rows_of(stands, view):
        if kind != "start":
            rows.append(due_of(kind, row, facts, view)._replace(days=0))
            after = fix(kind, facts, row, date.max)
            late.append(after if after != rows[-1].fix else None)
    starts = () if facts.closed else ROWS_OF["start"](stands, view)
    start = next((due_of("start", one, facts, view)._replace(days=0) for one in starts), None)
    return Settled(until, facts.decision, start, tuple(rows), tuple(late))
