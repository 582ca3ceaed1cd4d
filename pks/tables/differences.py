"""What differs between two versions of an agreement, field by field, in the words of the field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from pks.domain.model.same_item import by_name
from pks.domain.model.schema import Shape, agreement_shape
from pks.domain.values import BadValueError
from pks.message import Label, Message
from pks.tables.record import typed_data
from pks.tables.table import AMOUNTS, Cell, Column, Row, Rupiah, Table, one_group

_COLUMNS: Final = (
    Column("field", Message("column.field"), weight=4),
    Column("before", Message("column.before"), weight=4),
    Column("after", Message("column.after"), weight=4),
)


class Difference(NamedTuple):
    """One place: keys, and items by name or position; the plain data before and after, None for nothing.

    `words` name the place; `key` is the dotted name of its field in the schema.
    """

    path: tuple[str, ...]
    words: Cell
    key: str
    before: Any
    after: Any
    shape: Shape | None

    @property
    def field(self) -> str:
        """The place as `pks set` writes it."""
        return ".".join(f'"{step}"' if "." in step else step for step in self.path)


class _Place(NamedTuple):
    path: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()  # those of the schema
    words: Cell = None

    def key(self, name: str, *, known: bool) -> _Place:
        keys = (*self.keys, name) if known else self.keys
        return self._with(name, keys, Label("field", ".".join(keys)) if known else name)

    def item(self, name: str, value: Any = None) -> _Place:
        return self._with(name, self.keys, _spelled(name, value))

    def differs(self, before: Any, after: Any, shape: Shape | None) -> Difference:
        return Difference(self.path, self.words, ".".join(self.keys), before, after, shape)

    def _with(self, step: str, keys: tuple[str, ...], word: Cell) -> _Place:
        words = word if self.words is None else Message("diff.within", outer=self.words, inner=word)
        return _Place((*self.path, step), keys, words)


def _spelled(name: str, item: Any) -> str:
    """The name of an item as the item itself has it: it is known again whatever its capitals."""
    texts = item.values() if isinstance(item, dict) else ()
    return next((one.strip() for one in texts if isinstance(one, str) and one.strip().casefold() == name), name)


def differences(before: Any, after: Any) -> list[Difference]:
    """What differs between two agreements, given as plain data, in the order of the newer one."""
    return list(_compared(before, after, agreement_shape(), _Place()))


def difference_table(found: Sequence[Difference]) -> Table:
    """A row for each difference: the field in words, what it held, what it holds.

    A map that is new or gone is a row that says so, and below it a row for each of its values.
    """
    return Table(_COLUMNS, one_group(row for one in found for row in _rows(one)), Message("diff.none"))


def before_and_after(one: Difference) -> tuple[Cell, Cell]:
    """What the place held and what it holds, in the words of the field."""
    return _value(one.before, one.shape, one.key), _value(one.after, one.shape, one.key)


def _rows(one: Difference) -> Iterator[Row]:
    held = one.before if one.after is None else one.after
    if not isinstance(held, dict) or (one.before is not None and one.after is not None):
        yield Row((one.words, *before_and_after(one)))
        return
    gone = one.after is None
    yield Row((one.words, *_on_its_side(Message("diff.gone" if gone else "diff.new"), gone=gone)), "weak")
    place = _Place(one.path, tuple(one.key.split(".")), one.words)
    for words, value in _values(held, one.shape, place):
        yield Row((words, *_on_its_side(value, gone=gone)))


def _on_its_side(cell: Cell, *, gone: bool) -> tuple[Cell, Cell]:
    return (cell, None) if gone else (None, cell)


def _values(value: Any, shape: Shape | None, place: _Place) -> Iterator[tuple[Cell, Cell]]:
    """Each value that a map holds, also in the maps and lists within it, with its place in words."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            below, known = _below(shape, name)
            yield from _values(inner, below, place.key(name, known=known))
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value, 1):
            yield from _values(inner, shape.item if shape is not None else None, place.item(str(number)))
    else:
        yield place.words, _value(value, shape, ".".join(place.keys))


def differences_json(found: Sequence[Difference]) -> list[dict[str, Any]]:
    """The differences as `diff --json` gives them: values typed as in `show --json`, null for what was not there."""
    return [
        {
            "field": one.field,
            "before": None if one.before is None else typed_data(one.before, one.shape),
            "after": None if one.after is None else typed_data(one.after, one.shape),
        }
        for one in found
    ]


def _compared(before: Any, after: Any, shape: Shape | None, place: _Place) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before or {}, dict) and isinstance(after or {}, dict) and (before or after):
        old, new = before or {}, after or {}
        for key in [*new, *(key for key in old if key not in new)]:
            below, known = _below(shape, key)
            yield from _compared(old.get(key), new.get(key), below, place.key(key, known=known))
    elif isinstance(before or [], list) and isinstance(after or [], list) and (before or after):
        yield from _lists(before or [], after or [], shape.item if shape is not None else None, place)
    else:
        yield place.differs(before, after, shape)


def _lists(before: list[Any], after: list[Any], item: Shape | None, place: _Place) -> Iterator[Difference]:
    key = place.keys[-1] if place.keys else ""
    old, new = by_name(before, item, key), by_name(after, item, key)
    if old is not None and new is not None:
        for name in [*new, *(name for name in old if name not in new)]:
            both = name in old and name in new
            found = place.item(name, new.get(name, old.get(name)))
            yield from (
                _compared(old[name], new[name], item, found)
                if both
                else [found.differs(old.get(name), new.get(name), item)]
            )
        return
    if len(before) == len(after) and all(isinstance(one, dict) for one in (*before, *after)):
        for number, (one, other) in enumerate(zip(before, after, strict=True), 1):
            yield from _compared(one, other, item, place.item(str(number)))
        return
    gone = [(number, one, None) for number, one in enumerate(before, 1) if one not in after]
    come = [(number, None, one) for number, one in enumerate(after, 1) if one not in before]
    for number, one, other in [*gone, *come]:
        yield place.item(str(number)).differs(one, other, item)
    if not gone and not come:  # the order alone, or how often one stands there
        yield place.differs(before, after, Shape("list", item=item))


def _below(shape: Shape | None, key: str) -> tuple[Shape | None, bool]:
    """The shape under a key, and whether the key is one of the schema's."""
    if shape is None or shape.form not in {"map", "free"}:
        return None, False
    return (shape.fields.get(key), key in shape.fields) if shape.form == "map" else (shape.item, False)


def _value(value: Any, shape: Shape | None, key: str) -> Cell:
    if isinstance(value, dict):
        pairs = []
        for name, inner in value.items():
            below, known = _below(shape, name)
            path = f"{key}.{name}"
            word: Cell = Label("field", path) if known else name
            pairs.append(Message("diff.pair", name=word, value=_value(inner, below, path if known else key)))
        return tuple(pairs)
    if isinstance(value, list):
        return tuple(_value(inner, shape.item if shape is not None else None, key) for inner in value)
    return _scalar(value, shape, key)


def _scalar(value: Any, shape: Shape | None, key: str) -> Cell:
    while shape is not None and shape.form == "list":
        shape = shape.item
    if value is None or shape is None or shape.form != "scalar":
        return None if value is None else str(value)
    try:
        typed: Any = shape.kind.read(value)
    except BadValueError:
        return str(value)
    if shape.kind.choices:
        return Label(shape.kind.name, str(typed))
    if isinstance(typed, int) and not isinstance(typed, bool) and key.rpartition(".")[2] in AMOUNTS:
        return Rupiah(typed)
    cell: Cell = typed
    return cell
