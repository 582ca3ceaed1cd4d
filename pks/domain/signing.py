"""What a signing adds to an agreement, and what it may not overwrite."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from pks.domain.compared import folded
from pks.domain.model.agreement import Agreement
from pks.domain.model.parties import Party, Signatory
from pks.domain.rules.early_gates import held
from pks.domain.standing.corrections import corrections_open
from pks.domain.standing.party_keys import keyed
from pks.domain.standing.signatures import signing_days, unsigned
from pks.errors import RefusedError
from pks.message import Label, Message

Path = tuple[str | int, ...]
SIGNATORY: Final = ("name", "office", "capacity", "mandate.number", "mandate.date")


@dataclass(frozen=True)
class Given:
    """What is said of a signing.

    `keys` are the parties that sign, None for all of them; `on` the day that was said, None for `today`.
    `numbers` are each party's own for the text. `signatory` holds dotted names of `SIGNATORY`, for one party.
    """

    today: date
    keys: tuple[str, ...] | None = None
    on: date | None = None
    numbers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    signatory: Mapping[str, str] = field(default_factory=dict)
    place: str | None = None
    copies: int | None = None
    starts: date | None = None


class Fact(NamedTuple):
    """A value for a place of the file; `now` is what stands there, as text, None where nothing does."""

    path: Path
    named: str
    value: str | list[Any]
    now: str | None = None

    @property
    def stands(self) -> bool:
        """Whether the place holds this very value."""
        return self.now is not None and isinstance(self.value, str) and folded(self.now) == folded(self.value)


def signing_facts(id_: str, agreement: Agreement, given: Given) -> list[Fact]:
    """What the file lacks of what is `given`, to be written into it; empty where it holds everything.

    Parties sign one by one in `parties.KEY.signed`. When all sign at once and none has signed before, the
    day is `signing.date`, which is that of every party without its own.

    Raises:
        RefusedError: the file says something else; the details name each place and how to mend it.
    """
    facts = [
        *_days(agreement, given), *_numbers(agreement, given), *_signatory(agreement, given), *_beside(agreement, given)
    ]  # fmt: skip
    return unrecorded(id_, facts)


def unrecorded(id_: str, facts: Iterable[Fact]) -> list[Fact]:
    """Those of `facts` for which nothing stands in the file yet.

    Raises:
        RefusedError: something else stands there; the details name each place and how to mend it.
    """
    facts = list(facts)
    # One day of signing is that of many parties: it clashes once.
    clashes = {fact.named: fact for fact in facts if fact.now is not None and not fact.stands}
    if clashes:
        details = tuple(_clash(id_, fact) for fact in clashes.values())
        raise RefusedError(Message("sign.has-other", id=id_, count=len(clashes)), details=details)
    return [fact for fact in facts if fact.now is None]


def signers(agreement: Agreement, given: Given) -> tuple[str, ...]:
    """The keys of the parties that sign now: of those that are meant, the ones without a day; in party order."""
    return tuple(key for key in unsigned(agreement) if given.keys is None or key in given.keys)


def will_complete(agreement: Agreement, given: Given) -> bool:
    """Whether this signing leaves no party unsigned, where one was."""
    missing = unsigned(agreement)
    return bool(missing) and missing == signers(agreement, given)


def last_signing(agreement: Agreement) -> date | None:
    """The latest day on which a party signed; None where none is known."""
    return max((day for day in signing_days(agreement) if day), default=None)


def signing_doubts(id_: str, agreement: Agreement, given: Given, *, facilitates: bool) -> Iterator[Message]:
    """What speaks against a signing that is recorded all the same; `facilitates`: meetings are this office's."""
    on = given.on or given.today
    if signers(agreement, given):
        if on > given.today:
            yield Message("sign.in-future", day=on)
        yield from closed_doubts(id_, agreement)
        if not agreement.imported:
            yield from _procedure_doubts(id_, agreement, on, facilitates=facilitates)
    signed = max(filter(None, (last_signing(agreement), on if signers(agreement, given) else None)), default=None)
    if given.starts and signed and given.starts < signed:
        yield Message("sign.starts-before", starts=given.starts, signed=signed)


def closed_doubts(id_: str, agreement: Agreement) -> Iterator[Message]:
    """What speaks against recording anything more in an agreement that was closed."""
    if agreement.closed:
        reason = Label("closing", agreement.closed.closed or "")
        yield Message("sign.closed", id=id_, day=agreement.closed.date, reason=reason)


def _procedure_doubts(id_: str, agreement: Agreement, on: date, *, facilitates: bool) -> Iterator[Message]:
    if corrections_open(agreement):
        yield Message("sign.corrections-open", id=id_)
    met = [meeting.date for _, meeting in held(agreement) if meeting.date]
    if met and on < max(met):
        yield Message("sign.before-meeting", day=on, met=max(met))
    if facilitates and not held(agreement):
        yield Message("sign.no-meeting", id=id_)


def _days(agreement: Agreement, given: Given) -> Iterator[Fact]:
    missing, days = unsigned(agreement), signing_days(agreement)
    on = (given.on or given.today).isoformat()
    common = agreement.signing.date if agreement.signing else None
    if given.keys is None and len(missing) == len(agreement.parties):
        yield Fact(("signing", "date"), "signing.date", on)
        return
    for at, ((key, party), day) in enumerate(zip(keyed(agreement.parties), days, strict=True)):
        if given.keys is None and (missing or given.on in days) and day:
            continue  # whoever signed before keeps that day
        if given.keys is None or key in given.keys:
            named = f"parties.{key}.signed"
            if day is None:
                yield Fact(("parties", at, "signed"), named, on)
            elif given.on and party.signed is None and common:
                yield Fact(("signing", "date"), "signing.date", on, day.isoformat())
            elif given.on:
                yield Fact(("parties", at, "signed"), named, on, day.isoformat())


def _numbers(agreement: Agreement, given: Given) -> Iterator[Fact]:
    for at, (key, party) in enumerate(keyed(agreement.parties)):
        known = {folded(number) for number in party.number}
        wanted = [number for number in given.numbers.get(key, ()) if folded(number) not in known]
        if wanted:
            value = wanted if len(wanted) > 1 else wanted[0]
            now = ", ".join(party.number) if party.number else None
            yield Fact(("parties", at, "number"), f"parties.{key}.number", value, now)


def _signatory(agreement: Agreement, given: Given) -> Iterator[Fact]:
    for at, (key, party) in enumerate(keyed(agreement.parties)):
        if given.signatory and given.keys == (key,) and not _is_stated(party, given.signatory):
            one = party.signatory[0] if len(party.signatory) == 1 else Signatory()
            for name, value in given.signatory.items():
                path: Path = ("parties", at, "signatory", *name.split("."))
                several = len(party.signatory) > 1
                place = f"parties.{key}.signatory{'.1' if several else ''}.{name}"
                yield Fact(path, place, value, _names(party) if several else _read(one, name))


def _is_stated(party: Party, signatory: Mapping[str, str]) -> bool:
    """Whether one of those who sign for `party` is described so already."""
    return any(
        all(folded(_read(one, name) or "") == folded(value) for name, value in signatory.items())
        for one in party.signatory
    )


def _read(signatory: Signatory, name: str) -> str | None:
    """The field with the dotted `name`, as text; None where it is not stated."""
    value: object = signatory
    for step in name.split("."):
        value = getattr(value, step, None)
    return value.isoformat() if isinstance(value, date) else str(value) if value else None


def _names(party: Party) -> str:
    return "; ".join(", ".join(filter(None, (one.name, one.office))) for one in party.signatory)


def _beside(agreement: Agreement, given: Given) -> Iterator[Fact]:
    """Where it was signed, in how many copies, and when it starts."""
    signing, term = agreement.signing, agreement.term
    if given.place:
        yield Fact(("signing", "place"), "signing.place", given.place, signing.place if signing else None)
    if given.copies:
        copies = signing.copies if signing else None
        yield Fact(("signing", "copies"), "signing.copies", str(given.copies), str(copies) if copies else None)
    if given.starts:
        starts = term.starts.isoformat() if term and term.starts else None
        yield Fact(("term", "starts"), "term.starts", given.starts.isoformat(), starts)


def _clash(id_: str, fact: Fact) -> Message:
    value = fact.value if isinstance(fact.value, str) else f"[{', '.join(fact.value)}]"
    argument = shlex.quote(f"{fact.named}={value}")
    return Message("sign.has-other-one", id=id_, key=fact.named, now=fact.now, argument=argument)
