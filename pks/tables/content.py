"""What an agreement says, line by line: every field that is stated, under its name in words."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.part import Part, key_of
from pks.domain.model.procedure import Correction, Raised, Withdrawn
from pks.domain.model.running import Sent
from pks.domain.model.schema import Path, Shape, agreement_shape, shape_at
from pks.domain.standing.party_keys import keyed
from pks.language.catalogue import Sentence
from pks.language.fields.gathered import AGREEMENT_FIELDS
from pks.message import Label, Message
from pks.tables.brief_sight import first_of
from pks.tables.items import Heading, heading_of, short_cell
from pks.tables.table import AMOUNTS, Cell, Digest, Rupiah

Words = Message | Sentence | str

_PARTIES: Final = 3
_ACCEPTED: Final = AGREEMENT_FIELDS["corrections.answers.accepted"].label
_REJECTED: Final = AGREEMENT_FIELDS["corrections.answers.rejected"].label
# Fields that go without their names.
_BARE: Final[dict[type, tuple[str, ...]]] = {
    Raised: ("date", "by"),
    Sent: ("to", "date"),
    Withdrawn: ("date", "reason"),
}
# Said elsewhere on the page, so not repeated in the content.
_SAID_ABOVE: Final = frozenset({"title", "instrument", "cooperation", "parties", "history"})


class Named(NamedTuple):
    """A value with its name before it; `of` says whose it is, where several have one."""

    label: Words
    cell: Any  # a Cell, or a tuple of Named
    of: str = ""


class Bullet(NamedTuple):
    """An item of a list: one value, or several, each with its name or bare.

    `inner` is for what belongs to the item above; what is `counted` begins with its number.
    """

    content: Any  # a Cell, or a tuple of Cells and Named
    inner: bool = False
    counted: bool = False


@dataclass(frozen=True)
class Line:
    """A label and what it labels, `depth` steps in; `mark` as for a row of a table."""

    label: Words
    cell: Cell | Bullet | tuple[Named, ...]
    depth: int = 0
    mark: str = ""


def content_lines(agreement: Agreement) -> Iterator[Line]:
    """Every stated field of `agreement`, in the order of the format; the office's own last."""
    parties = keyed(agreement.parties)
    names = {key: party.name for key, party in parties}
    for key, value, label in _fields(agreement, ()):
        if key not in _SAID_ABOVE and _is_stated(value):
            yield from _lines(value, (key,), label, names)


def _lines(value: Any, path: Path, label: Words, names: dict[str, str]) -> Iterator[Line]:
    if _is_flat(value):
        yield Line(label, _cell(value, path))
    elif isinstance(value, (Part, dict)):
        yield Line(label, None)
        for key, one, name in _fields(value, path):
            if _is_stated(one):
                yield Line(name, _cell(one, (*path, key)) if _is_flat(one) else _flat(one, (*path, key), names), 1)
    else:
        for number, one in enumerate(value):
            yield from _item(one, (*path, number), "" if number else label, names)


def _item(value: Any, path: Path, heading: Words, names: dict[str, str]) -> Iterator[Line]:
    """One line for what the item says itself, then one for each list or map inside it, further in."""
    if _is_flat(value):
        yield Line(heading, Bullet(_cell(value, path)))
        return
    known = heading_of(value, int(path[-1]) + 1)
    if known is None:
        yield Line(heading, Bullet(_flat(value, path, names)))
    else:
        yield from _headed(known, value, path, heading, names)
    for key, one, label in _fields(value, path):
        if _is_stated(one) and not _is_flat(one):
            yield from _inside(one, (*path, key), label, names)


def _headed(known: Heading, value: Any, path: Path, heading: Words, names: dict[str, str]) -> Iterator[Line]:
    """The item by what it is known by; its other fields beside that, below it or each on a line."""
    others = _flat(value, path, names, known.said)
    beside = () if known.apart or type(value) is Correction else others
    yield Line(heading, Bullet((*known.cells, *beside), counted=known.counted))
    if known.apart:
        yield from (Line("", Bullet((one,), inner=True)) for one in others)
    elif others and not beside:
        yield Line("", Bullet(others, inner=True))


def _inside(value: Any, path: Path, label: Words, names: dict[str, str]) -> Iterator[Line]:
    """What stands in an item: a map on one line, a map by party one line each, a list one line an item or in one."""
    shape = shape_at(agreement_shape(), path)
    if isinstance(value, dict) and shape is not None and shape.form == "free":
        yield from _by_party(value, path, names)
    elif isinstance(value, (Part, dict)):
        yield Line("", Bullet((Named(label, _flat(value, path, names)),), inner=True))
    else:
        places = [(one, (*path, number)) for number, one in enumerate(value)]
        short = [_short(one) for one in value]
        cells = [
            _cell(one, place) if _is_flat(one) else brief or _flat(one, place, names)
            for (one, place), brief in zip(places, short, strict=True)
        ]
        if any(_is_flat(one) for one in value) or all(short):
            yield Line("", Bullet((Named(label, tuple(cells)),), inner=True))
        else:
            yield from (Line("", Bullet((Named(label, cell),), inner=True)) for cell in cells)


def _by_party(value: dict[str, Any], path: Path, names: dict[str, str]) -> Iterator[Line]:
    """What each party said, those together that said the same; an answer without saying that it is one."""
    alike: dict[Any, list[str]] = {}
    for key, one in value.items():
        cell = _cell(one, (*path, key)) if _is_flat(one) else _answered(_flat(one, (*path, key), names))
        alike.setdefault(cell, []).append(names.get(str(key), str(key)))
    what = Label("field", _without_free_keys(path))
    for cell, parties in alike.items():
        who = first_of(parties, _PARTIES)
        is_answer = path[-1] == "answers"
        label = Message("show.who", who=who) if is_answer else Message("show.of", what=what, who=who)
        yield Line("", Bullet((Named(label, cell),), inner=True))


def _answered(fields: tuple[Any, ...]) -> tuple[Any, ...]:
    """The fields of an answer, the day of it in words."""
    return tuple(
        Message("correction.cell.accepted", day=one.cell) if isinstance(one, Named) and one.label == _ACCEPTED
        else Message("correction.cell.rejected", day=one.cell) if isinstance(one, Named) and one.label == _REJECTED
        else one
        for one in fields
    )  # fmt: skip


def _short(value: Any) -> Cell:
    return None if isinstance(value, Part) and value.unknown else short_cell(value)


def _flat(value: Any, path: Path, names: dict[str, str], said: Container[str] = ()) -> tuple[Any, ...]:
    """The values of a map that are no lists or maps themselves, but for those `said` already, each with its name.

    What everybody knows for what it is goes without.
    """
    bare = _BARE.get(type(value), ())
    fields = [one for one in _fields(value, path) if one[0] not in said and _is_stated(one[1]) and _is_flat(one[1])]
    cells = [(key, _of_party(_cell(one, (*path, key)), key, names), label) for key, one, label in fields]
    return tuple(cell if key in bare else Named(label, cell) for key, cell, label in cells)


def _of_party(cell: Cell, key: str, names: dict[str, str]) -> Cell:
    """A party by its name where a field names it by its key."""
    return names.get(cell, cell) if key in {"party", "who"} and isinstance(cell, str) else cell


def _fields(value: Any, path: Path) -> Iterator[tuple[str, Any, Words]]:
    """Each field of a map: its key, its value, its name in words."""
    if not isinstance(value, Part):
        items = value.items() if isinstance(value, dict) else [(str(path[-1]), value)]
        yield from ((key, one, key) for key, one in items)
        return
    for name in value.fields:
        key = key_of(name)
        yield key, getattr(value, name), _label((*path, key))
    yield from ((key, one, key) for key, one in value.unknown.items())


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
    if isinstance(value, int) and path[-1] in AMOUNTS:
        return Rupiah(value)
    if isinstance(value, str) and path[-1] == "sha256":
        return Digest(value)
    cell: Cell = value
    return cell
