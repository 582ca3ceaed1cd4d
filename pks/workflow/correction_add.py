"""Record corrections that were proposed: each gets a number of its own, and what is there already is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pks.domain.ledger import following_number, ranges, sameness
from pks.domain.model.agreement import Agreement
from pks.errors import UsageError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.nodes import Data
from pks.store.text.splice import Append, Change, Put
from pks.workflow.record import record
from pks.workflow.save import Options


@dataclass(frozen=True)
class Proposal:
    """What a correction says; texts without space around them, None for what is not stated."""

    clause: str | None = None
    was: str | None = None
    becomes: str | None = None
    reason: str | None = None
    kind: str | None = None
    by: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether there is anything in it that a party could answer."""
        return bool(self.clause or self.was or self.becomes or self.reason)


class Added(NamedTuple):
    """What became of it: the numbers given, those of corrections that say the same already, a dry run's diff.

    `after` is the agreement as it is or would be now.
    """

    numbers: tuple[int, ...]
    known: tuple[int, ...]
    after: Agreement | None
    diff: str | None


def add(
    book: Book, entry: Entry, proposals: Sequence[Proposal], on: date, options: Options, *, again: bool = False
) -> Added:
    """Record `proposals` in `entry`, raised on the day `on`, all or none of them.

    One that says the same as a correction there is left out. One that was withdrawn counts as there too,
    so that a matrix read twice revives nothing, unless `again`: then it is raised anew, with a new number.

    Raises:
        UsageError: a proposal says nothing.
        InvalidError: the file cannot be understood.
    """
    if not all(one.says_something for one in proposals):
        raise UsageError(Message("correction.says-nothing"))
    numbers: list[int] = []
    known: list[int] = []

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        there = understood(reading).corrections
        asked = [one for one in there if one.withdrawn is None or not again]
        by_words = {sameness(one): one.no for one in reversed(asked)}
        new = list(_numbered(proposals, by_words, following_number(there), known))
        numbers.extend(number for number, _ in new)
        return _changes([_item(number, one, on) for number, one in new], first=not there)

    done = record(book, [entry], plan, lambda _: f"{entry.id}: {_summary(numbers)} added", options)
    return Added(tuple(numbers), tuple(known), done.after.get(entry.id), done.diff)


def _numbered(
    proposals: Sequence[Proposal], by_words: dict[tuple[str, ...], int], number: int, known: list[int]
) -> Iterator[tuple[int, Proposal]]:
    """Each new proposal with its number, from `number` on; the numbers of the others go to `known`."""
    for one in proposals:
        same = by_words.setdefault(sameness(one), number)
        if same == number:
            yield number, one
            number += 1
        else:
            known.append(same)


def _changes(items: list[Data], *, first: bool) -> list[Change]:
    """The list as a whole where these are its first items: one edit is proven once, many are proven one by one."""
    if not items:
        return []
    return [Put(("corrections",), items)] if first else [Append(("corrections",), item) for item in items]


def _item(number: int, one: Proposal, on: date) -> Data:
    raised: dict[str, Data] = {"date": on.isoformat(), **({"by": one.by} if one.by else {})}
    values: dict[str, Data] = {
        "no": str(number),
        "kind": one.kind,
        "clause": one.clause,
        "was": one.was,
        "becomes": one.becomes,
        "reason": one.reason,
        "raised": raised,
    }
    return {key: value for key, value in values.items() if value}


def _summary(numbers: Sequence[int]) -> str:
    return f"correction{'s' if len(numbers) > 1 else ''} {ranges(numbers)}"
