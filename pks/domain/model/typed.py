"""The data of a file as values: each scalar by its kind, each map as its part, all that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from keyword import iskeyword
from typing import Any, NamedTuple, TypeAlias

from pks.domain.model.part import key_of
from pks.domain.model.schema import Path, Shape
from pks.domain.near import GUESSES
from pks.domain.values import BadValueError, Kind, not_scalar
from pks.message import Message


class Wrong(NamedTuple):
    """What does not fit the shape: where, by keys and positions from 0, and why."""

    path: Path
    message: Message


# Where a value stands, its last step last: the path is only made where something is wrong.
_Place: TypeAlias = "tuple[_Place, str | int] | None"
_Read: TypeAlias = Callable[[Any, _Place, list[Wrong]], Any]


def typed(shape: Shape, data: Any) -> tuple[Any, list[Wrong]]:
    """The value of what `data`, which has texts for scalars, states, and what is wrong with it.

    The value is worth nothing where anything is wrong.
    """
    wrong: list[Wrong] = []
    return _reader(shape)(data, None, wrong), wrong


def stated(data: Any) -> Any:
    """The data without what is not stated: empty values, lists and maps of a map."""
    if data.__class__ is dict:
        return {key: stated(one) for key, one in data.items() if not _is_nothing(one)}
    if data.__class__ is list:
        return [stated(one) for one in data]
    return data


def _is_nothing(data: Any) -> bool:
    return not data or (data.__class__ is str and data.isspace())


@cache
def _reader(shape: Shape) -> _Read:
    if shape.form == "scalar":
        return (lambda data, _place, _wrong: stated(data)) if shape.loose else _scalar(shape.kind)
    if shape.form == "map":
        return _map(shape)
    assert shape.item is not None  # noqa: S101  # a list or free map says what it holds
    return _list(_reader(shape.item), or_many=shape.or_many) if shape.form == "list" else _free(_reader(shape.item))


def _scalar(kind: Kind) -> _Read:
    read_text = kind.read

    def read(data: Any, place: _Place, wrong: list[Wrong]) -> Any:
        if data.__class__ is not str:
            return _is_wrong(place, not_scalar(data), wrong)
        try:
            return read_text(data)
        except BadValueError as error:
            return _is_wrong(place, error.message if len(wrong) < GUESSES else error.plain, wrong)

    return read


def _list(item: _Read, *, or_many: bool) -> _Read:
    def read(data: Any, place: _Place, wrong: list[Wrong]) -> Any:
        if data.__class__ is not list:
            if not or_many:
                return _is_wrong(place, Message("value.list", key=_last(place)), wrong)
            data = [data]
        return tuple([item(one, (place, at), wrong) for at, one in enumerate(data)])

    return read


def _free(item: _Read) -> _Read:
    def read(data: Any, place: _Place, wrong: list[Wrong]) -> Any:
        if data.__class__ is not dict:
            return _is_wrong(place, Message("value.map", key=_last(place)), wrong)
        return {key: item(one, (place, key), wrong) for key, one in data.items() if not _is_nothing(one)}

    return read


def _map(shape: Shape) -> _Read:
    names = {key: f"{key}_" if iskeyword(key) else key for key in shape.fields}
    fields = {key: (names[key], _reader(below)) for key, below in shape.fields.items()}
    required = [names[key] for key in shape.fields if key in shape.required]
    make, or_text = shape.make, _scalar(shape.kind) if shape.or_text else None
    assert make is not None  # noqa: S101  # a map of known keys says what is made of it

    def read(data: Any, place: _Place, wrong: list[Wrong]) -> Any:
        if data.__class__ is not dict:
            if or_text:
                return or_text(data, place, wrong)
            return _is_wrong(place, Message("value.map", key=_last(place)), wrong)
        values: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        for key, one in data.items():
            if not one or (one.__class__ is str and one.isspace()):
                continue
            if key in fields:
                name, below = fields[key]
                values[name] = below(one, (place, key), wrong)
            else:
                unknown[key] = stated(one)
        for name in required:
            if name not in values:
                key = key_of(name)
                _is_wrong((place, key), Message("value.missing", key=key), wrong)
        return None if wrong else make(values, unknown)

    return read


def _is_wrong(place: _Place, message: Message, wrong: list[Wrong]) -> None:
    path: Path = ()
    while place is not None:
        place, step = place
        path = (step, *path)
    wrong.append(Wrong(path, message))


def _last(place: _Place) -> str:
    return "" if place is None else str(place[1])
