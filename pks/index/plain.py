"""Typed values to plain JSON and back, by their type hints: a field that is added later is kept as well.

What does not have the type that was promised is refused, so that nothing damaged is ever shown.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from datetime import date
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pks.domain.terms import Length, Period
from pks.errors import Finding
from pks.message import Label, Message

Read = Callable[[Any], Any]


class DamagedError(ValueError):
    """A plain value that is not of the type it should have."""


def json_of(value: Any) -> str:
    """`value`, of text, numbers, None, lists and maps, as JSON; days as their ordinals.

    Raises:
        TypeError: for a value of a kind that cannot be kept.
    """
    return json.dumps(value, separators=(",", ":"), default=date.toordinal)


def reader_of(hint: Any) -> Read:
    """What makes a value of type `hint` of its plain form, or raises `DamagedError`."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return _union([reader_of(part) for part in parts if part is not type(None)], optional=type(None) in parts)
    if origin is tuple:
        return _items(reader_of(parts[0])) if parts[-1] is Ellipsis else _row(tuple, [reader_of(one) for one in parts])
    if origin is Literal:
        return _SCALARS[str]
    if origin is dict:
        return _map
    names = getattr(hint, "_fields", None)
    if names is None:
        raise TypeError(str(hint))
    hints = get_type_hints(hint)
    return _row(hint._make, [reader_of(hints[name]) for name in names])


def plain_finding(finding: Finding) -> Any:
    """What may stand in JSON for something wrong in a file."""
    return [*finding[:5], plain_message(finding.message), finding.fix and plain_message(finding.fix)]


def finding_of(value: Any) -> Finding:
    """The finding of its plain form.

    Raises:
        DamagedError: when it is none.
    """
    if type(value) is not list or len(value) != len(Finding._fields):
        raise DamagedError
    file, line, column, code, level, message, fix = value
    texts, places = (file, code, level), (line, column)
    if any(type(one) is not str for one in texts) or any(type(one) not in {int, type(None)} for one in places):
        raise DamagedError
    return Finding(file, line, column, code, level, message_of(message), None if fix is None else message_of(fix))


def plain_message(message: Message) -> dict[str, Any]:
    """What may stand in JSON for words to be said."""
    return {"say": [message.key, {name: _blank(value) for name, value in message.values.items()}]}


def _blank(value: Any) -> Any:
    """A value of a message, which nothing promises a type for: what is no JSON says what it is."""
    kind = type(value)
    if kind in {str, int, bool, float} or value is None:
        return value
    if kind is list:
        return [_blank(one) for one in value]
    if kind is Message:
        return plain_message(value)
    if kind is date:
        return {"day": value.toordinal()}
    if kind in _TAGGED:
        return {_TAGGED[kind]: [_blank(one) for one in value]}
    return str(value)  # as it would be written


def message_of(value: Any) -> Message:
    """The message of its plain form.

    Raises:
        DamagedError: when it is none.
    """
    said = value.get("say") if type(value) is dict else None
    if type(said) is not list or len(said) != 2 or type(said[0]) is not str or type(said[1]) is not dict:  # noqa: PLR2004
        raise DamagedError
    values = said[1]
    for name, one in values.items():
        if one.__class__ is not str:
            values[name] = _filled(one)
    return Message(said[0], **values)


def _filled(value: Any) -> object:
    if type(value) is list:
        return [_filled(one) for one in value]
    if type(value) is not dict:
        return value
    if "say" in value:
        return message_of(value)
    if "day" in value:
        return _day(value["day"])
    for kind, name in _TAGGED.items():
        if name in value:
            return _made(kind, [_filled(one) for one in _listed(value[name])])
    raise DamagedError


def _made(kind: Any, items: list[Any]) -> Any:
    if kind is tuple:
        return tuple(items)
    if len(items) != len(kind._fields):
        raise DamagedError
    return kind(*items)


def _listed(value: Any) -> list[Any]:
    if type(value) is not list:
        raise DamagedError
    return value


def _exactly(*kinds: type) -> Read:
    def read(value: Any) -> Any:
        if value.__class__ not in kinds:
            raise DamagedError
        return value

    return read


def _day(value: Any) -> date:
    if value.__class__ is not int:
        raise DamagedError
    try:
        return date.fromordinal(value)
    except (ValueError, OverflowError):
        raise DamagedError from None


def _union(readers: list[Read], *, optional: bool) -> Read:
    if len(readers) == 1:
        return _optional(readers[0]) if optional else readers[0]

    def read(value: Any) -> Any:
        if value is None and optional:
            return None
        for one in readers:
            try:
                return one(value)
            except DamagedError:
                continue
        raise DamagedError

    return read


def _optional(below: Read) -> Read:
    def read(value: Any) -> Any:
        return None if value is None else below(value)

    if below in _KEPT_AS_IS:
        _KEPT_AS_IS.add(read)
    return read


def _items(below: Read) -> Read:
    seen: set[frozenset[type]] = set()

    def read(value: Any) -> Any:
        if value.__class__ is not list:
            raise DamagedError
        if not value:
            return ()
        if below not in _KEPT_AS_IS:
            return tuple([below(one) for one in value])
        kinds = frozenset(map(type, value))
        if kinds not in seen:
            for one in value:
                below(one)
            seen.add(kinds)
        return tuple(value)

    return read


def _row(make: Callable[[list[Any]], Any], readers: list[Read]) -> Read:
    """Reads the items of a list each by its reader.

    Those that are kept as they are need only be looked at once for each combination of their types.
    """
    made = [(place, one) for place, one in enumerate(readers) if one not in _KEPT_AS_IS]
    kept = [(place, one) for place, one in enumerate(readers) if one in _KEPT_AS_IS]
    count, seen = len(readers), set[tuple[type, ...]]()

    def read(value: Any) -> Any:
        if value.__class__ is not list or len(value) != count:
            raise DamagedError
        kinds = tuple(map(type, value))
        if kinds not in seen:
            for place, one in kept:
                one(value[place])
            seen.add(kinds)
        for place, one in made:
            value[place] = one(value[place])
        return make(value)

    return read


def _map(value: Any) -> Any:
    if value.__class__ is not dict:
        raise DamagedError
    return value


def _anything(value: Any) -> Any:
    return value


_SCALARS: Final[dict[Any, Read]] = {
    str: _exactly(str), int: _exactly(int), bool: _exactly(bool), float: _exactly(float), date: _day, Any: _anything,
}  # fmt: skip
_TAGGED: Final[dict[Any, str]] = {Label: "label", Length: "length", Period: "period", tuple: "tuple"}
_KEPT_AS_IS: Final[set[Read]] = {read for kind, read in _SCALARS.items() if kind is not date}
