"""Record an evaluation; one of the same day is brought up to date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Evaluation
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.splice import Append, Change
from pks.workflow.entries import in_order, only_one, updates
from pks.workflow.record import record
from pks.workflow.save import Options

_LIST = "evaluations"


class Evaluated(NamedTuple):
    """What became of it: what was there on that day, whether anything changed, and a dry run's diff."""

    before: Evaluation | None
    changed: bool
    diff: str | None


def evaluate(book: Book, entry: Entry, on: date, said: Mapping[str, str], options: Options) -> Evaluated:
    """Record what is `said` of the evaluation on a day: its recommendation, score and note, by key.

    Raises:
        InvalidError: the file cannot be understood.
        RefusedError: two evaluations have this day, or the edit cannot be proven.
    """
    before: Evaluation | None = None

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        nonlocal before
        evaluations = understood(reading).evaluations
        at = only_one([at for at, one in enumerate(evaluations) if one.date == on], entry.id, _LIST, on)
        if at is None:
            return [Append((_LIST,), in_order(Evaluation, {"date": on.isoformat(), **said}))]
        before = evaluations[at]
        return updates((_LIST, at), before, said)

    summary = f"{entry.id}: evaluation {on}, {said['recommendation']}"
    done = record(book, [entry], plan, lambda _: summary, options)
    return Evaluated(before, bool(done.changed), done.diff)
