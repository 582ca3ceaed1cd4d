"""Record what parties answer to corrections: accepted or rejected, one or many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from pks.domain.ledger import (
    OF_ONE_ANSWER,
    OTHER,
    Asked,
    Picked,
    against_other,
    against_raised,
    parties_named,
    pick,
    ranges,
)
from pks.domain.model.agreement import Agreement
from pks.domain.model.procedure import Answer, Correction
from pks.domain.standing.corrections import verdict
from pks.errors import RefusedError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.splice import Change, Put
from pks.workflow.record import record
from pks.workflow.save import Options

_NAMED_IN_LOG: Final = 3


@dataclass(frozen=True)
class Answering:
    """What is answered: `state` is accepted or rejected, `on` the day that was said, else it is `today`."""

    state: str
    asked: Asked
    parties: tuple[str, ...]
    today: date
    on: date | None = None
    letter: str | None = None
    counter: str | None = None
    note: str | None = None


class Turned(NamedTuple):
    """An answer that was the other one before: it `was` accepted or rejected since `day`."""

    no: int
    party: str
    was: str
    day: date | None


class Answered(NamedTuple):
    """What became of it: by party key the numbers that changed, and the answers that were the other one before.

    `left` names withdrawn corrections that were passed over, `kept` by party key those with the other answer, which
    `all` leaves. `after` is the agreement as it is or would be now.
    """

    changed: dict[str, list[int]]
    turned: tuple[Turned, ...]
    left: tuple[int, ...]
    kept: dict[str, list[int]]
    after: Agreement | None
    diff: str | None


def answer(book: Book, entry: Entry, said: Answering, options: Options) -> Answered:
    """Record an answer of each of `said.parties` to each correction that is meant.

    `all` means what a party has not answered yet. The same answer again changes nothing, but for a day, a
    letter, a note or a counter-text that is said now. The other answer takes the place of the one before:
    its day, letter and counter-text go, its note stays. Withdrawn corrections in a span are passed over.

    Raises:
        UsageError: no such correction or party.
        RefusedError: a correction named alone is withdrawn, the day is before it was raised, or before the
            other answer of that party; the details name each.
        InvalidError: the file cannot be understood.
    """
    plan = _Plan(entry.id, said)

    done = record(book, [entry], plan.changes, lambda _: f"{entry.id}: {plan.summary()}", options)
    after = done.after.get(entry.id, plan.before)
    return Answered(plan.changed, tuple(plan.turned), tuple(plan.left), plan.kept, after, done.diff)


class _Plan:
    """The changes of one file, and what there is to tell of them."""

    def __init__(self, id_: str, said: Answering) -> None:
        self.id, self.said = id_, said
        self.before: Agreement | None = None
        self.changed: dict[str, list[int]] = {}
        self.turned: list[Turned] = []
        self.left: list[int] = []
        self.kept: dict[str, list[int]] = {}

    def changes(self, reading: Reading[Agreement]) -> list[Change]:
        self.before = understood(reading)
        keys = parties_named(self.said.parties, self.before)
        picked = pick(self.said.asked, self.before.corrections)
        refusals = [one for each in picked for one in self._against(each, keys)]
        if refusals:
            first, *others = refusals
            if not others:
                raise RefusedError(first)
            raise RefusedError(Message("correction.refused", count=len(refusals)), details=tuple(refusals))
        raw = reading.data["corrections"] if picked else ()
        found = [self._answers(each, raw[each.at], keys) for each in picked]
        return [one for one in found if one is not None]

    def summary(self) -> str:
        """The commit's message: which corrections, what was answered, by whom."""
        numbers = {number for of_party in self.changed.values() for number in of_party}
        many = len(self.changed) > _NAMED_IN_LOG
        who = f"{len(self.changed)} parties" if many else ", ".join(self.changed)
        return f"correction{'s' if len(numbers) > 1 else ''} {ranges(numbers)} {self.said.state} by {who}"

    def _against(self, picked: Picked, keys: Sequence[str]) -> Iterator[Message]:
        """Why the answer cannot be recorded: all of it."""
        one, day = picked.correction, self.said.on or self.said.today
        if one.withdrawn is not None:
            if picked.alone:
                yield Message("correction.is-withdrawn", no=one.no)
            return
        for key in keys:
            if not self._is_asked(one.answers.get(key)):
                continue
            early = against_raised(self.id, one, day)
            if early is not None:
                yield early
                return
            late = against_other(self.id, one, key, self.said.state, day)
            if late is not None:
                yield late

    def _is_asked(self, now: Answer | None) -> bool:
        """Whether this answer would be written: `all` leaves answers that are there, and so does the same again."""
        state = verdict(now).state
        if self.said.asked.every:
            return state == "waiting"
        return state != self.said.state or self.said.on is not None

    def _answers(self, picked: Picked, raw: dict[str, Any], keys: Sequence[str]) -> Change | None:
        """The change of one correction's answers; None where they stay as they are."""
        one = picked.correction
        if one.withdrawn is not None:
            self.left += [] if self.said.asked.every else [one.no]
            return None
        old = raw.get("answers") or {}
        new = dict(old)
        for key in keys:
            before = verdict(one.answers.get(key))
            if self.said.asked.every and before.state != "waiting":
                if before.state == OTHER[self.said.state]:
                    self.kept.setdefault(key, []).append(one.no)
                continue
            now = self._one(before.state, old.get(key) or {})
            if now != (old.get(key) or {}):
                new[key] = now
                self._tell(one, key)
        return Put(("corrections", picked.at, "answers"), new) if new != old else None

    def _tell(self, one: Correction, key: str) -> None:
        self.changed.setdefault(key, []).append(one.no)
        before = verdict(one.answers.get(key))
        if before.state == OTHER[self.said.state]:
            self.turned.append(Turned(one.no, key, before.state, before.day))

    def _one(self, state: str, old: dict[str, Any]) -> dict[str, Any]:
        """The answer as the file's data: what nobody said now stays, also keys that nobody knows."""
        said, other = self.said, OTHER[self.said.state]
        new = {key: value for key, value in old.items() if key != other or not value}
        if state == other:
            new = {key: value for key, value in new.items() if key not in OF_ONE_ANSWER}
        day = said.on or (said.today if state != said.state else None)
        values = {
            said.state: day.isoformat() if day else None,
            "note": said.note,
            "counter": said.counter,
            "letter": said.letter,
        }
        return new | {key: value for key, value in values.items() if value}
