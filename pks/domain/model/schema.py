"""The shape of the file, read off the model: which keys a map has, in which order, and what each may hold.

The reader's messages, the writer's layout, `pks set` and the schema for editors all ask here, so that no
second list of keys exists.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Final, NamedTuple, Union, get_args, get_origin

from pks.domain.model.agreement import Agreement
from pks.domain.model.part import OneOrMany, Part, key_of
from pks.domain.office import Office
from pks.domain.partners import Partner
from pks.domain.values import KEY, TEXT, Kind

Path = tuple[str | int, ...]

# A map is written over several lines when new; every other one goes in braces on a line of its own.
_BLOCK_MAPS: Final = frozenset({"term", "reports", "stages", "replies"})
_BLOCK_ITEMS: Final = frozenset({
    "parties", "facilitation", "corrections", "reports", "indicators", "amendments",
})  # fmt: skip
_BLOCK_LISTS: Final = frozenset({
    "parties", "scope", "legal_basis", "clusters", "funding", "facilitation", "corrections", "documents",
    "reports", "indicators", "tasks", "evaluations", "amendments", "history", "attendees", "answers", "sent",
    "readings", "changes",
})  # fmt: skip


_NO_FIELDS: Final[Mapping[str, Any]] = {}


class Shape(NamedTuple):
    """What may stand at one place: a scalar (`kind`), a map (`fields`), a free map or list (`item`), or a mix.

    `or_many` marks a place that may hold its one item instead of the list; `or_text` a map that may be text;
    `loose` one where anything may stand. `make` makes the value of a map, of its fields' values by attribute
    and what else stands in it.
    """

    form: str  # "scalar", "map", "free", "list"
    kind: Kind = TEXT
    fields: Mapping[str, Shape] = _NO_FIELDS
    required: frozenset[str] = frozenset()
    item: Shape | None = None
    or_many: bool = False
    or_text: bool = False
    loose: bool = False
    address: str | None = None
    make: Callable[[Mapping[str, Any], Mapping[str, Any]], Any] | None = None

    def __hash__(self) -> int:
        """Of this one, so that what is worked out for it can be kept."""
        return id(self)


@cache
def agreement_shape() -> Shape:
    """The shape of `<id>.yaml`."""
    return shape_of(Agreement)


@cache
def office_shape() -> Shape:
    """The shape of `.pks/office.yaml`."""
    return shape_of(Office)


@cache
def partners_shape() -> Shape:
    """The shape of `.pks/partners.yaml`."""
    return Shape("list", item=shape_of(Partner))


def shape_of(model: type[Any]) -> Shape:
    """The shape of a part of the model, or of a named tuple of typed values."""
    hints = model.__annotations__  # their modules do not put them off, which to undo takes longer than all else here
    if issubclass(model, Part):
        fields = {key_of(name): _of_hint(hints[name]) for name in model.fields}
        return Shape("map", fields=fields, required=model.required(), address=model.address, make=model.read)
    fields = {name: _of_hint(hints[name]) for name in model._fields}
    required = frozenset(model._fields) - frozenset(model._field_defaults)
    return Shape("map", fields=fields, required=required, make=lambda values, _unknown: model(**values))


def shape_at(root: Shape, path: Path) -> Shape | None:
    """The shape of the place at `path`; None where the schema knows no such place."""
    shape: Shape | None = root
    for step in path:
        if shape is None:
            return None
        shape = _step(shape, step)
    return shape


def _step(shape: Shape, step: str | int) -> Shape | None:
    if shape.form == "list":
        if isinstance(step, int):
            return shape.item
        return _step(shape.item, step) if shape.or_many and shape.item else None
    if isinstance(step, int):
        return None
    return shape.fields.get(step) if shape.form == "map" else shape.item


class FileLayout:
    """How new text is laid out in a file of this shape: what the splice asks while it writes."""

    def __init__(self, root: Shape) -> None:
        """Lay out a file of the shape `root`."""
        self._root = root

    def order(self, path: Path) -> Sequence[str]:
        """The keys of the map at `path`, in the schema's order; none where any key may stand."""
        shape = shape_at(self._root, path)
        if shape is not None and shape.form == "list":
            shape = shape.item if shape.or_many else None
        return tuple(shape.fields) if shape is not None else ()

    def is_text(self, path: Path) -> bool:
        """Whether the scalar at `path` is free text, which no other reader of YAML may take for a number."""
        shape = shape_at(self._root, path)
        while shape is not None and shape.form == "list":
            shape = shape.item
        return shape is None or shape.or_text or (shape.form == "scalar" and shape.kind in {TEXT, KEY})

    def is_block(self, path: Path) -> bool:
        """Whether a new map or list at `path` takes several lines."""
        if not path:
            return True
        last = path[-1]
        if isinstance(last, int):
            return len(path) > 1 and path[-2] in _BLOCK_ITEMS
        shape = shape_at(self._root, path)
        return last in (_BLOCK_LISTS if shape is not None and shape.form == "list" else _BLOCK_MAPS)


def _of_hint(hint: Any) -> Shape:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _of_annotated(*arguments)
    if origin in {Union, types.UnionType}:
        return _of_union([one for one in arguments if one is not types.NoneType])
    if origin is tuple:
        return Shape("list", item=_of_hint(arguments[0]))
    if origin is dict:
        return Shape("free", item=_of_hint(arguments[1]))
    if isinstance(hint, type) and (issubclass(hint, Part) or hasattr(hint, "_fields")):
        return shape_of(hint)
    return Shape("scalar", loose=True)


def _of_annotated(hint: Any, mark: Kind | OneOrMany) -> Shape:
    if isinstance(mark, Kind):
        return Shape("scalar", kind=mark)
    return Shape("list", item=_of_hint(hint).item, or_many=True)


def _of_union(hints: list[Any]) -> Shape:
    shapes = [_of_hint(one) for one in hints]
    for shape in shapes:
        if shape.form == "map" and len(shapes) > 1:
            return shape._replace(or_text=True)
    return shapes[0]
