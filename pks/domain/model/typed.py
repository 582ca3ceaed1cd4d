"""The data of a file as values: each scalar by its kind, each map as its part, all that is wrong at once."""

from __future__ import annotations

from keyword import iskeyword
from typing import Any, NamedTuple

from pks.domain.model.schema import Path, Shape
from pks.domain.near import GUESSES
from pks.domain.values import BadValueError, read_scalar
from pks.message import Message


class Wrong(NamedTuple):
    """What does not fit the shape: where, by keys and positions from 0, and why."""

    path: Path
    message: Message


def typed(shape: Shape, data: Any) -> tuple[Any, list[Wrong]]:
    """The value of `data`, which has texts for scalars, and what is wrong with it; worth nothing where anything is.

    An empty value counts as one; `stated` leaves those out.
    """
    wrong: list[Wrong] = []
    return _value(shape, data, (), wrong), wrong


def stated(data: Any) -> Any:
    """The data without what is not stated: empty values, lists and maps of a map."""
    if data.__class__ is dict:
        return {key: stated(one) for key, one in data.items() if not _is_nothing(one)}
    if data.__class__ is list:
        return [stated(one) for one in data]
    return data


def _is_nothing(data: Any) -> bool:
    return data is None or not (data.strip() if data.__class__ is str else data)


def _value(shape: Shape, data: Any, path: Path, wrong: list[Wrong]) -> Any:
    form = shape.form
    if form == "scalar":
        return data if shape.loose else _scalar(shape, data, path, wrong)
    if form == "list":
        return _list(shape, data, path, wrong)
    if data.__class__ is not dict:
        return _no_map(shape, data, path, wrong)
    if form == "free":
        item = shape.item
        assert item is not None  # noqa: S101  # a free map says what its values are
        return {key: _value(item, one, (*path, key), wrong) for key, one in data.items()}
    return _map(shape, data, path, wrong)


def _scalar(shape: Shape, data: Any, path: Path, wrong: list[Wrong]) -> Any:
    try:
        return read_scalar(shape.kind, data)
    except BadValueError as error:
        wrong.append(Wrong(path, error.message if len(wrong) < GUESSES else error.plain))
        return None


def _list(shape: Shape, data: Any, path: Path, wrong: list[Wrong]) -> Any:
    item = shape.item
    assert item is not None  # noqa: S101  # a list says what its items are
    if data.__class__ is not list:
        if not shape.or_many:
            wrong.append(Wrong(path, Message("value.list", key=_last(path))))
            return ()
        data = [data]
    return tuple([_value(item, one, (*path, at), wrong) for at, one in enumerate(data)])


def _map(shape: Shape, data: dict[str, Any], path: Path, wrong: list[Wrong]) -> Any:
    values, fields = {}, shape.fields
    for key, below in fields.items():
        if key in data:
            values[f"{key}_" if iskeyword(key) else key] = _value(below, data[key], (*path, key), wrong)
        elif key in shape.required:
            wrong.append(Wrong((*path, key), Message("value.missing", key=key)))
    if wrong:
        return None
    unknown = {key: one for key, one in data.items() if key not in fields} if len(values) < len(data) else {}
    assert shape.make is not None  # noqa: S101  # a map of known keys says what is made of it
    return shape.make(values, unknown)


def _no_map(shape: Shape, data: Any, path: Path, wrong: list[Wrong]) -> Any:
    if shape.or_text:
        return _scalar(shape, data, path, wrong)
    wrong.append(Wrong(path, Message("value.map", key=_last(path))))
    return None


def _last(path: Path) -> str:
    return str(path[-1]) if path else ""
