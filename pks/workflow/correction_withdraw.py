"""Withdraw corrections: nobody has to answer them any more, and their numbers stay theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pks.domain.ledger import Asked, against_raised, pick, ranges
from pks.domain.model.agreement import Agreement
from pks.domain.model.procedure import Correction
from pks.errors import RefusedError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.splice import Change, Put
from pks.workflow.record import record
from pks.workflow.save import Options


class WithdrawnNow(NamedTuple):
    """What became of it: the numbers that were withdrawn now, those that were already, a dry run's diff.

    `after` is the agreement as it is or would be now, where something changed.
    """

    numbers: tuple[int, ...]
    already: tuple[int, ...]
    after: Agreement | None
    diff: str | None


def withdraw(book: Book, entry: Entry, asked: Asked, reason: str, on: date, options: Options) -> WithdrawnNow:
    """Record that the corrections that are meant were withdrawn on the day `on`; one that was already stays as it is.

    Raises:
        UsageError: no such correction.
        RefusedError: the day is before one was raised; the details name each.
        InvalidError: the file cannot be understood.
    """
    numbers: list[int] = []
    already: list[int] = []

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        picked = pick(asked, understood(reading).corrections)
        new = [one for one in picked if one.correction.withdrawn is None]
        _check_days(entry.id, [one.correction for one in new], on)
        numbers.extend(one.correction.no for one in new)
        already.extend(one.correction.no for one in picked if one not in new)
        value = {"date": on.isoformat(), "reason": reason}
        return [Put(("corrections", one.at, "withdrawn"), dict(value)) for one in new]

    def summary(_: Sequence[str]) -> str:
        return f"{entry.id}: correction{'s' if len(numbers) > 1 else ''} {ranges(numbers)} withdrawn"

    done = record(book, [entry], plan, summary, options)
    return WithdrawnNow(tuple(numbers), tuple(already), done.after.get(entry.id), done.diff)


def _check_days(id_: str, corrections: Sequence[Correction], day: date) -> None:
    """Refuse a day before one of them was raised."""
    lines = tuple(line for one in corrections if (line := against_raised(id_, one, day)))
    if len(lines) == 1:
        raise RefusedError(lines[0])
    if lines:
        raise RefusedError(Message("correction.refused", count=len(lines)), details=lines)
