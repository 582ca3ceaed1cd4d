"""What an amendment is: which terms it may change, and the entry that records it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from pks.domain.in_force import starting
from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Amendment
from pks.domain.office import Office
from pks.domain.signing import Fact, closed_doubts, last_signing
from pks.domain.standing.party_keys import keyed, keys_of
from pks.domain.standing.signatures import unsigned
from pks.domain.standing.term_days import last_day_of
from pks.domain.values import read_length
from pks.domain.vocabulary import SIGNED_STAGES
from pks.errors import RefusedError
from pks.message import Message

# What the text itself says. Everything else is the record of how it came about and is carried out, or
# what kind of text it is, which an amendment to it does not change.
TERMS: Final = (
    "title", "purpose", "location", "sectors", "initiator", "lead", "legal_basis", "cluster", "clusters", "parties",
    "scope", "term", "funding", "reporting",
)  # fmt: skip
OF_A_PARTY: Final = frozenset({"name", "region", "body"})
_PARTY_STEPS: Final = 2


@dataclass(frozen=True)
class Given:
    """What is said of an amendment besides its changes: `on` its own day, `starts` the first day it holds.

    `numbers` and `signed` are by party key; `document` says where its text is.
    """

    on: date | None = None
    starts: date | None = None
    numbers: Mapping[str, str] = field(default_factory=dict)
    signed: Mapping[str, date] = field(default_factory=dict)
    reason: str | None = None
    document: str | None = None


class Changed(NamedTuple):
    """A term by its dotted name, with its old and new value as text; None for not stated."""

    field: str
    old: str | None
    new: str | None


def must_be_signed(id_: str, agreement: Agreement) -> None:
    """Refuse to amend what may still be edited.

    Raises:
        RefusedError: not every party has signed.
    """
    missing = unsigned(agreement)
    if agreement.stage not in SIGNED_STAGES and missing:
        names = [party.name for key, party in keyed(agreement.parties) if key in missing]
        raise RefusedError(
            Message("amending.unsigned", id=id_), details=(Message("amending.unsigned-by", names=names),)
        )


def must_be_term(id_: str, steps: Sequence[str], written: str) -> None:
    """Refuse a key that is no term of the text: of a party only its name, region and body are, or all of it.

    Raises:
        RefusedError: for such a key.
    """
    is_term = steps[0] in TERMS
    if steps[0] == "parties":
        is_term = len(steps) == _PARTY_STEPS or (len(steps) > _PARTY_STEPS and steps[2] in OF_A_PARTY)
    if not is_term:
        raise RefusedError(Message("amending.no-term", id=id_, key=written, terms=list(TERMS)))


def must_move_end(id_: str, agreement: Agreement, changes: Sequence[Changed], office: Office) -> None:
    """Refuse a new length beside a written end that stays: the end would win, and nothing would change.

    Raises:
        RefusedError: it names the command that changes both.
    """
    new = {change.field: change.new for change in changes}
    ends = agreement.term.ends if agreement.term else None
    length = new.get("term.length")
    if length is None or "term.ends" in new or ends is None:
        return
    starts = agreement.term.starts if agreement.term else None
    if "term.starts" in new:
        starts = date.fromisoformat(new["term.starts"].strip()) if new["term.starts"] else None
    end = _counted(agreement, starts, length, office)
    arguments = " ".join(
        shlex.quote(one) for one in (f"term.length={length}", f"term.ends={end.isoformat() if end else ''}")
    )
    raise RefusedError(Message("amending.end-written", id=id_, ends=ends, arguments=arguments))


def amendment_entry(agreement: Agreement, given: Given, today: date, changes: Sequence[Changed]) -> dict[str, Any]:
    """The next entry of `amendments`, as data of the file; what is not stated is left out."""
    number = max((one.no for one in agreement.amendments), default=0) + 1
    keys = keys_of(agreement.parties)
    entry = {
        "no": str(number),
        "date": (given.on or today).isoformat(),
        "starts": given.starts and given.starts.isoformat(),
        "numbers": {key: given.numbers[key] for key in keys if key in given.numbers},
        "signed": {key: given.signed[key].isoformat() for key in keys if key in given.signed},
        "reason": given.reason,
        "changes": [_change(one) for one in changes],
        "document": given.document,
    }
    return {key: value for key, value in entry.items() if value}


def amendment_facts(at: int, amendment: Amendment, given: Given) -> Iterator[Fact]:
    """What is `given` for the amendment at position `at`, each with what stands there now."""
    place = f"amendments.{at + 1}"
    for name in ("numbers", "signed"):
        stated = getattr(amendment, name)
        for key, value in getattr(given, name).items():
            now = str(stated[key]) if key in stated else None
            yield Fact(("amendments", at, name, key), f"{place}.{name}.{key}", str(value), now)
    for name, value in (
        ("date", given.on), ("starts", given.starts), ("reason", given.reason), ("document", given.document)
    ):  # fmt: skip
        now = getattr(amendment, name)
        if value:
            yield Fact(("amendments", at, name), f"{place}.{name}", str(value), str(now) if now else None)


def amendment_doubts(id_: str, agreement: Agreement, entry: Amendment, today: date) -> Iterator[Message]:
    """What speaks against an amendment that is recorded all the same."""
    signed = last_signing(agreement)
    yield from closed_doubts(id_, agreement)
    if entry.date and signed and entry.date < signed:
        yield Message("amending.before-signing", day=entry.date, signed=signed)
    if any(day > today for day in (entry.date, *entry.signed.values()) if day):
        yield Message("amending.in-future", no=entry.no)
    if entry.starts and entry.starts > today and entry.changes:
        yield Message("amending.starts-later", no=entry.no, starts=entry.starts)


def unsigned_by(agreement: Agreement, amendment: Amendment) -> tuple[str, ...]:
    """The keys of the parties that have not signed the amendment, in party order."""
    return tuple(key for key in keys_of(agreement.parties) if key not in amendment.signed)


def _change(one: Changed) -> dict[str, str]:
    known = {"field": one.field, "from": one.old, "to": one.new}
    return {key: value for key, value in known.items() if value}


def _counted(agreement: Agreement, starts: date | None, length: str, office: Office) -> date | None:
    """The last day in force by `starts` and `length` alone; None without a start."""
    if starts is None:
        return None
    started = starting(agreement, starts)
    assert started.term is not None  # noqa: S101  # it has a start
    term = started.term.but(length=read_length(length), ends=None)
    return last_day_of(started.but(term=term), office)
