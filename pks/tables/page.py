"""One agreement as a page: what it is, where it stands, what is next, who the parties are, what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pks.domain.model.agreement import Agreement, Event
from pks.domain.model.parties import Mandate, Party, Signatory
from pks.domain.rules.table import Missing
from pks.domain.standing.judgement import Standing
from pks.domain.standing.party_keys import keyed
from pks.domain.standing.signatures import signing_days
from pks.domain.vocabulary import STAGES
from pks.message import Label, Message
from pks.tables.content import Line, content_lines
from pks.tables.folded import folded
from pks.tables.table import Cell

_NAMED_PARTIES: Final = 3  # those behind them go by their number


@dataclass(frozen=True)
class Section:
    """Lines under a heading."""

    heading: Message
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Page:
    """A title, what kind of thing it is, and sections."""

    title: str
    kind: tuple[Cell, ...]
    sections: tuple[Section, ...]


def agreement_page(
    agreement: Agreement, standing: Standing, missing: list[Missing], today: date, *, cover: Iterable[Line] = ()
) -> Page:
    """The page of one agreement on the day `today`; `cover` are further lines of where it stands."""
    sections = (
        Section(Message("show.where"), (*_where(standing, today), *cover)),
        Section(
            Message("show.next"),
            tuple(gate_lines(standing.facts.stage, folded(missing), closed=bool(standing.facts.closed))),
        ),
        Section(Message("show.parties"), tuple(_parties(agreement, counts_as_signed=standing.facts.signed))),
        Section(Message("show.record"), tuple(content_lines(agreement))),
        Section(Message("show.history"), tuple(map(_event, agreement.history))),
    )
    return Page(agreement.title, _kind(standing), tuple(one for one in sections if one.lines))


def validity_words(standing: Standing, today: date) -> Message:
    """The validity as a sentence with its days."""
    facts = standing.facts
    validity = standing.validity
    if validity == "active" and facts.ends is None:
        return Message("show.validity.active-until", until=facts.until)
    if validity == "preparing" and facts.half_signed:
        missing = [party.name for party in facts.parties if party.key in facts.unsigned]
        count = len(facts.parties)
        return Message("show.validity.half-signed", signed=facts.signatures, count=count, missing=missing)
    values: dict[str, object] = {
        "field": standing.unknown_field,
        "starts": facts.starts,
        "ends": facts.ends,
        "decision": facts.decision,
        "days": abs((facts.ends - today).days) if facts.ends else 0,
    }
    return Message(f"show.validity.{validity}", **values)


def _kind(standing: Standing) -> tuple[Cell, ...]:
    facts = standing.facts
    kinds: list[Cell] = [facts.id]
    kinds += [Label("instrument", facts.instrument)] if facts.instrument else []
    kinds += [Label("cooperation", facts.cooperation)] if facts.cooperation else []
    return tuple(kinds)


def _where(standing: Standing, today: date) -> Iterator[Line]:
    facts = standing.facts
    since = Message("show.since", stage=Label("stage", facts.stage), date=facts.stage_since)
    yield Line(Message("column.stage"), since)
    yield Line(Message("column.validity"), validity_words(standing, today), mark=_marked(standing.validity))
    if facts.closed and facts.closed_on:
        closing = Message("show.closed", date=facts.closed_on, reason=Label("closing", facts.closed))
        yield Line(Message("show.closing"), closing)
    if facts.waiting:
        names: dict[str, object] = {party.key: party.name for party in facts.parties}
        who = names.get(facts.waiting, Label("waiting", facts.waiting))
        key = "show.waiting" if facts.waiting_since else "show.waiting-undated"
        yield Line(Message("column.waiting"), Message(key, who=who, date=facts.waiting_since))
    if standing.successors:
        yield Line(Message("show.successor"), Message("show.successors", ids=list(standing.successors)))


def _marked(validity: str) -> str:
    return {"expired": "late", "unknown": "soon", "expiring": "soon"}.get(validity, "")


def gate_lines(stage: str, missing: list[Missing], *, closed: bool) -> Iterator[Line]:
    """What stands between `stage` and the next one: what is needed before what is advised."""
    if closed:
        yield Line("", Message("show.gate-closed"))
        return
    number = STAGES.index(stage)
    if number + 1 == len(STAGES):
        yield Line("", Message("show.last"))
        return
    following = Label("stage", STAGES[number + 1])
    blocking = [one for one in missing if one.level == "error"]
    yield Line("", Message("show.before" if blocking else "show.ready", stage=following))
    for one in sorted(missing, key=lambda one: one.level != "error"):
        yield Line(Message(f"show.level.{one.level}"), one.message, 1, "late" if one.level == "error" else "")
        yield Line("", one.fix, 2, "weak")


def _parties(agreement: Agreement, *, counts_as_signed: bool) -> Iterator[Line]:
    days = signing_days(agreement)
    counts = len(agreement.parties)
    for number, ((key, party), signed) in enumerate(zip(keyed(agreement.parties), days, strict=True), 1):
        label = (
            Message(f"show.party.{number}") if counts <= _NAMED_PARTIES else Message("show.party.nth", number=number)
        )
        undated = Message("show.signed-undated" if counts_as_signed else "show.unsigned")
        signing = Message("show.signed", date=signed) if signed else undated
        yield Line(label, party.name)
        yield Line("", tuple(_about(party, key, signing)), 1, "weak")
        for signatory in party.signatory:
            if (represented := _signatory(signatory)) is not None:
                yield Line("", represented, 1, "weak")


def _about(party: Party, key: str, signing: Message) -> Iterator[Cell]:
    yield key
    if party.ours:
        yield Message("show.ours")
    if party.region:
        yield party.region
    if party.body:
        yield Label("body", party.body)
    if party.number:
        yield Message("show.number", numbers=list(party.number))
    yield signing


def _signatory(one: Signatory) -> Message | None:
    who = ", ".join(part for part in (one.name, one.capacity, one.office) if part)
    mandate = _mandate(one.mandate) if one.mandate else None
    if not who or mandate is None:
        return Message("show.signatory", who=who) if who else mandate
    return Message("show.signatory-mandated", who=who, mandate=mandate)


def _mandate(one: Mandate) -> Message | None:
    if one.number and one.date:
        return Message("show.mandate", number=one.number, date=one.date)
    if one.number:
        return Message("show.mandate-undated", number=one.number)
    return Message("show.mandate-unnumbered", date=one.date) if one.date else None


def _event(event: Event) -> Line:
    words: list[Cell] = [Label("stage", event.stage)]
    if event.closed:
        words.append(Label("closing", event.closed))
    if event.imported:
        words.append(Message("show.imported"))
    words += [text for text in (event.by, event.note) if text]
    words += [Message("show.forced", codes=list(event.forced))] if event.forced else []
    return Line(event.date.isoformat(), tuple(words))
