"""The two-sided ledger of corrections: which ones are meant, who answered what, and what is the same again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from pks.domain.compared import name_folded
from pks.domain.standing.corrections import verdict, verdicts
from pks.domain.standing.party_keys import keys_of
from pks.domain.standing.party_named import key_of
from pks.errors import UsageError
from pks.message import Message

if TYPE_CHECKING:  # as in `pks.domain.standing.facts`
    from pks.domain.model.agreement import Agreement
    from pks.domain.model.procedure import Correction

_ALL: Final = frozenset({"all", "semua"})
OTHER: Final = {"accepted": "rejected", "rejected": "accepted"}
# What belongs to the answer that is taken back, and says nothing of the new one.
OF_ONE_ANSWER: Final = ("counter", "letter")
_SPAN: Final = re.compile(r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """Which corrections a person means: `every` one that it makes sense for, or spans of numbers, both ends in."""

    every: bool
    spans: tuple[tuple[int, int], ...]


class Picked(NamedTuple):
    """A correction that is meant, its position in the list, and whether it was named `alone`, not in a span."""

    at: int
    correction: Correction
    alone: bool


class Worded(Protocol):
    """What a correction says, as far as it may be the same as another."""

    @property
    def clause(self) -> str | None:
        """Where in the text."""

    @property
    def was(self) -> str | None:
        """The words that stand there."""

    @property
    def becomes(self) -> str | None:
        """The words that are to stand there."""

    @property
    def reason(self) -> str | None:
        """Why."""


def read_asked(texts: Iterable[str]) -> Asked:
    """Read numbers and spans such as `2`, `1-4`, `1,3,5-7`, or `all`.

    Raises:
        UsageError: for anything else, an end before its start, or nothing at all.
    """
    words = [word.strip() for text in texts for word in text.split(",") if word.strip()]
    if words and all(word.casefold() in _ALL for word in words):
        return Asked(every=True, spans=())
    spans = []
    for word in words:
        match = _SPAN.fullmatch(word)
        low, high = (int(match[1]), int(match[2] or match[1])) if match else (0, -1)
        if low > high:
            raise UsageError(Message("correction.bad-numbers", text=word))
        spans.append((low, high))
    if not spans:
        raise UsageError(Message("usage.missing", name="NO"))
    return Asked(every=False, spans=tuple(spans))


def pick(asked: Asked, corrections: Sequence[Correction]) -> tuple[Picked, ...]:
    """The corrections that `asked` means, in the order of the list, also those that were withdrawn.

    Raises:
        UsageError: an end of a span is the number of no correction, or of two.
    """
    numbers = [one.no for one in corrections]
    if asked.every:
        return tuple(Picked(at, one, alone=False) for at, one in enumerate(corrections))
    ends = sorted({end for span in asked.spans for end in span})
    missing = [end for end in ends if end not in numbers]
    if missing and not numbers:
        raise UsageError(Message("correction.none-there"))
    if missing:
        raise UsageError(Message("correction.no-such", numbers=numbered(missing), there=ranges(numbers)))
    for number in ends:
        if numbers.count(number) > 1:
            raise UsageError(Message("correction.twice", no=number))
    singly = {low for low, high in asked.spans if low == high}
    return tuple(
        Picked(at, one, alone=one.no in singly)
        for at, one in enumerate(corrections)
        if any(low <= one.no <= high for low, high in asked.spans)
    )


def ranges(numbers: Iterable[int]) -> str:
    """Numbers as `read_asked` reads them, ascending: `1-4, 6`."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{low}" if low == high else f"{low}-{high}" for low, high in spans)


def numbered(numbers: Collection[int]) -> Message:
    """Corrections by their numbers, in words: one, or several."""
    several = len(set(numbers)) > 1
    return Message("correction.numbered-many" if several else "correction.numbered", numbers=ranges(numbers))


def parties_named(queries: Iterable[str], agreement: Agreement) -> tuple[str, ...]:
    """The keys of the parties that `queries` mean, in the order of the parties; `all` means every one.

    Raises:
        UsageError: when one means none or several.
    """
    keys = keys_of(agreement.parties)
    meant: set[str] = set()
    for query in queries:
        everyone = query.strip().casefold() in _ALL - set(keys)
        meant |= set(keys) if everyone else {key_of("--party", query, agreement.parties)}
    return tuple(key for key in keys if key in meant)


def still_waiting(agreement: Agreement) -> dict[str, list[int]]:
    """By party key, the numbers of the corrections that it has not answered and that nobody withdrew."""
    keys = keys_of(agreement.parties)
    found: dict[str, list[int]] = {key: [] for key in keys}
    for one in agreement.corrections:
        if one.withdrawn is None:
            for key, said in verdicts(one, keys).items():
                found[key] += [one.no] if said.state == "waiting" else []
    return {key: numbers for key, numbers in found.items() if numbers}


def rejected(agreement: Agreement) -> list[int]:
    """The numbers of the corrections that a party has rejected and nobody withdrew."""
    keys = keys_of(agreement.parties)
    asked = [one for one in agreement.corrections if one.withdrawn is None]
    return [one.no for one in asked if any(said.state == "rejected" for said in verdicts(one, keys).values())]


def following_number(corrections: Sequence[Correction]) -> int:
    """The number of the next correction: one more than the highest, so that none is ever given twice."""
    return max((one.no for one in corrections), default=0) + 1


def sameness(one: Worded) -> tuple[str, ...]:
    """What two corrections share when they say the same: clause, old and new words, case and space aside.

    Where there are no words, old or new, the reason is all that tells two of a clause apart.
    """
    telling = None if one.was or one.becomes else one.reason
    texts = (one.clause, one.was, one.becomes, telling)
    return tuple(name_folded(text or "") for text in texts)


def against_raised(id_: str, one: Correction, day: date) -> Message | None:
    """Why nobody can have answered `one` on `day`: it was raised after that; None where that is not so."""
    raised = one.raised.date if one.raised else None
    if raised is None or day >= raised:
        return None
    return Message("correction.before-raised", id=id_, no=one.no, raised=raised, day=day)


def against_other(id_: str, one: Correction, party: str, state: str, day: date) -> Message | None:
    """Why the answer of `party` cannot have turned to `state` on `day`: it gave the other one after that."""
    before = verdict(one.answers.get(party))
    if before.state != OTHER[state] or before.day is None or day >= before.day:
        return None
    was = Message(f"correction.state.{before.state}")
    values = {"id": id_, "no": one.no, "party": party, "was": was, "since": before.day, "day": day}
    return Message("correction.before-other", key=before.state, **values)
