"""One agreement as a page: what it is, where it stands, what is next, who the parties are, what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pks.domain.model.agreement import Agreement, Event
from pks.domain.model.part import Part
from pks.domain.model.parties import Party
from pks.domain.model.schema import Path, Shape, agreement_shape, shape_at
from pks.domain.rules.table import Missing
from pks.domain.standing.judgement import Standing
from pks.domain.standing.party_keys import keys_of
from pks.domain.vocabulary import STAGES
from pks.language.catalogue import Sentence
from pks.language.fields.gathered import AGREEMENT_FIELDS
from pks.message import Label, Message
from pks.tables.table import Cell, Rupiah

Words = Message | Sentence | str

# Said in words above the record, so not repeated in it.
_AMOUNTS = frozenset({"amount", "spent"})
_SAID_ABOVE = frozenset({"title", "instrument", "cooperation", "parties", "history"})


class Named(NamedTuple):
    """A value with its name before it, one of several on a line."""

    label: Words
    cell: Cell


class Bullet(NamedTuple):
    """An item of a list: one value, or several with their names."""

    content: Cell | tuple[Named, ...]


@dataclass(frozen=True)
class Line:
    """A label and what it labels, `depth` steps in; `mark` as for a row of a table."""

    label: Words
    cell: Cell | Bullet | tuple[Named, ...]
    depth: int = 0
    mark: str = ""


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


def agreement_page(agreement: Agreement, standing: Standing, missing: list[Missing], today: date) -> Page:
    """The page of one agreement on the day `today`."""
    sections = (
        Section(Message("show.where"), tuple(_where(standing, today))),
        Section(Message("show.next"), tuple(_next(standing, missing))),
        Section(Message("show.parties"), tuple(_parties(agreement))),
        Section(Message("show.record"), tuple(_record(agreement))),
        Section(Message("show.history"), tuple(map(_event, agreement.history))),
    )
    return Page(agreement.title, _kind(standing), tuple(one for one in sections if one.lines))


def validity_words(standing: Standing, today: date) -> Message:
    """The validity as a sentence with its days."""
    facts = standing.facts
    validity = standing.validity
    if validity == "active" and facts.ends is None:
        return Message("show.validity.active-until", until=facts.until)
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


def _next(standing: Standing, missing: list[Missing]) -> Iterator[Line]:
    facts = standing.facts
    if facts.closed:
        return
    number = STAGES.index(facts.stage)
    if number + 1 == len(STAGES):
        yield Line("", Message("show.last"))
        return
    following = Label("stage", STAGES[number + 1])
    blocking = [one for one in missing if one.level == "error"]
    yield Line("", Message("show.before" if blocking else "show.ready", stage=following))
    for one in sorted(missing, key=lambda one: one.level != "error"):
        yield Line(Message(f"show.level.{one.level}"), one.message, 1, "late" if one.level == "error" else "")
        yield Line("", one.fix, 2, "weak")


def _parties(agreement: Agreement) -> Iterator[Line]:
    common = agreement.signing.date if agreement.signing else None
    counts = len(agreement.parties)
    for number, (key, party) in enumerate(zip(keys_of(agreement.parties), agreement.parties, strict=True), 1):
        label = Message(f"show.party.{number}") if counts <= _NAMED_PARTIES else f"{number}"
        yield Line(label, party.name)
        yield Line("", tuple(_about(party, key, party.signed or common)), 1, "weak")
        for signatory in party.signatory:
            office = ", ".join(part for part in (signatory.name, signatory.capacity, signatory.office) if part)
            yield Line("", Message("show.signatory", who=office), 1, "weak")


_NAMED_PARTIES = 3


def _about(party: Party, key: str, signed: date | None) -> Iterator[Cell]:
    yield key
    if party.ours:
        yield Message("show.ours")
    if party.region:
        yield party.region
    if party.body:
        yield Label("body", party.body)
    if party.number:
        yield Message("show.number", numbers=list(party.number))
    yield Message("show.signed", date=signed) if signed else Message("show.unsigned")


def _record(agreement: Agreement) -> Iterator[Line]:
    for name, info in type(agreement).model_fields.items():
        key = info.alias or name
        if key not in _SAID_ABOVE:
            yield from _lines(getattr(agreement, name), (key,), 0)
    for key, value in (agreement.model_extra or {}).items():
        yield from _lines(value, (key,), 0)


def _lines(value: Any, path: Path, depth: int, label: Words | None = None) -> Iterator[Line]:
    """The lines of one value: a map is a heading and its fields, a list its items one below the other."""
    label = _label(path) if label is None else label
    if not _is_stated(value):
        return
    if isinstance(value, (Part, dict)):
        fields = [(key, one, name) for key, one, name in _fields(value, path) if _is_stated(one)]
        if depth and all(_is_flat(one) for _, one, _ in fields):
            yield Line(label, tuple(Named(name, _cell(one, (*path, key))) for key, one, name in fields), depth)
            return
        yield Line(label, None, depth)
        for key, one, name in fields:
            yield from _lines(one, (*path, key), depth + 1, name)
    elif _is_flat(value):
        yield Line(label, _cell(value, path), depth)
    else:
        yield from _items(tuple(value), path, depth, label)


def _items(values: tuple[Any, ...], path: Path, depth: int, label: Words) -> Iterator[Line]:
    """One line an item; an item's own lists and maps follow below it, further in."""
    for number, one in enumerate(values):
        heading = label if not number else ""
        if isinstance(one, (Part, dict)):
            yield from _item(one, (*path, number), depth, heading)
        else:
            yield Line(heading, Bullet(_cell(one, (*path, number))), depth)


def _item(value: Part | dict[str, Any], path: Path, depth: int, heading: Words) -> Iterator[Line]:
    fields = [(key, one, label) for key, one, label in _fields(value, path) if _is_stated(one)]
    flat = [(label, one, (*path, key)) for key, one, label in fields if _is_flat(one)]
    yield Line(heading, Bullet(tuple(Named(label, _cell(one, place)) for label, one, place in flat)), depth)
    for key, one, label in fields:
        if not _is_flat(one):
            yield from _lines(one, (*path, key), depth + 1, label)


def _fields(value: Part | dict[str, Any], path: Path) -> Iterator[tuple[str, Any, Words]]:
    """Each field of a map: its key, its value, its name in words."""
    if isinstance(value, dict):
        yield from ((key, one, key) for key, one in value.items())
        return
    for name, info in type(value).model_fields.items():
        key = info.alias or name
        yield key, getattr(value, name), _label((*path, key))
    yield from ((key, one, key) for key, one in (value.model_extra or {}).items())


def _is_stated(value: Any) -> bool:
    return value is not None and value not in ("", (), {}, [])


def _is_flat(value: Any) -> bool:
    return not isinstance(value, (Part, dict, list)) and type(value) is not tuple


def _label(path: Path) -> Words:
    name = ".".join(step for step in path if isinstance(step, str))
    words = AGREEMENT_FIELDS.get(name) or AGREEMENT_FIELDS.get(_without_free_keys(path))
    return words.label if words else str(path[-1])


def _without_free_keys(path: Path) -> str:
    """The dotted name of a place, with the keys that people choose left out."""
    names: list[str] = []
    shape: Shape | None = agreement_shape()
    for number, step in enumerate(path):
        if isinstance(step, str) and not (shape is not None and shape.form == "free"):
            names.append(step)
        shape = shape_at(agreement_shape(), path[: number + 1])
    return ".".join(names)


def _cell(value: Any, path: Path) -> Cell:
    shape = shape_at(agreement_shape(), path)
    while shape is not None and shape.form == "list":
        shape = shape.item
    if isinstance(value, str) and shape is not None and shape.form == "scalar" and shape.kind.choices:
        return Label(shape.kind.name, value)
    if isinstance(value, int) and path[-1] in _AMOUNTS:
        return Rupiah(value)
    cell: Cell = value
    return cell


def _event(event: Event) -> Line:
    words: list[Cell] = [Label("stage", event.stage)]
    if event.closed:
        words.append(Label("closing", event.closed))
    if event.imported:
        words.append(Message("show.imported"))
    words += [text for text in (event.by, event.note) if text]
    words += [Message("show.forced", codes=list(event.forced))] if event.forced else []
    return Line(event.date.isoformat(), tuple(words))
