"""`KEY=VALUE` as `pks set` takes it, found in the file's data and turned into changes of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final, NamedTuple

from pks.domain.model.schema import Path, Shape, agreement_shape
from pks.domain.standing.party_keys import keys_of
from pks.domain.values import TEXT, BadValueError
from pks.errors import RefusedError, UsageError
from pks.message import Message
from pks.store.text.splice import Append, Change, Drop, Put
from pks.store.text.values import NotYamlError, read_value

_STEP: Final = r'(?:"[^"]*"|[^".=]+)'
_KEY: Final = re.compile(rf"({_STEP}(?:\.{_STEP})*)=(.*)", re.DOTALL)
_TOKEN: Final = re.compile(_STEP)
_APPEND: Final = "+"


class Assignment(NamedTuple):
    """One argument: the steps of its key, its value, and the key as it was typed."""

    steps: tuple[str, ...]
    value: str
    written: str


class _Party(NamedTuple):
    key: str | None
    name: str


def parse(argument: str) -> Assignment:
    """Split `argument` at its first `=` outside quotes and its key at the dots.

    Raises:
        UsageError: when there is no `=` or the key cannot be read.
    """
    match = _KEY.fullmatch(argument)
    if match is None:
        key, equals, _ = argument.partition("=")
        raise UsageError(Message("set.bad-path", path=key) if equals else Message("set.no-equals", text=argument))
    steps = tuple(token.strip('"') for token in _TOKEN.findall(match[1].strip()))
    return Assignment(steps, match[2], match[1].strip())


def changes_of(assignments: Sequence[Assignment], data: Any) -> list[Change]:
    """The changes that `assignments` mean in a file with `data`; positions count as the file stands now.

    Raises:
        UsageError: for a key or item that is not there, or a value that is not of its kind.
        RefusedError: for the history, which has commands of its own.
    """
    changes: list[Change] = []
    for assignment in assignments:
        change = _change(assignment, data, changes)
        if any(_clash(change, other) for other in changes):
            raise UsageError(Message("set.twice", path=assignment.written))
        changes.append(change)
    return changes


def _clash(change: Change, earlier: Change) -> bool:
    """Whether two changes cannot both be meant: of one place, or in what is removed."""
    if isinstance(change, Append) and change.path == earlier.path:
        return isinstance(earlier, Drop)
    shorter, longer = sorted((change, earlier), key=lambda one: len(one.path))
    inside = longer.path[: len(shorter.path)] == shorter.path
    return inside and (len(shorter.path) == len(longer.path) or isinstance(shorter, Drop))


class _Place(NamedTuple):
    """Where a key leads: the path in the data, its shape, and what stands there now."""

    path: Path
    shape: Shape
    now: Any
    appends: bool = False


def _change(assignment: Assignment, data: Any, before: Sequence[Change]) -> Change:
    if assignment.steps[0] == "history":
        raise RefusedError(Message("set.history"))
    place = _find(assignment, data)
    if place.appends:
        return _append(assignment, place, before)
    if assignment.value == "":
        return Drop(place.path)
    return Put(place.path, _read(assignment, place.shape))


def _append(assignment: Assignment, place: _Place, before: Sequence[Change]) -> Change:
    if assignment.value == "" or place.shape.item is None:
        raise UsageError(Message("set.append-needs-value", path=assignment.written))
    value = _read(assignment, place.shape.item)
    if "no" in place.shape.item.required and isinstance(value, dict) and not value.get("no"):
        earlier = [one.value for one in before if isinstance(one, Append) and one.path == place.path]
        number = str(_highest([*(place.now or ()), *earlier]) + 1)
        value = {"no": number} | {key: other for key, other in value.items() if key != "no"}
    if _is_missing(place.now) or isinstance(place.now, list) or any(one.path == place.path for one in before):
        return Append(place.path, value)
    return Put(place.path, [place.now, value])


def _is_missing(value: Any) -> bool:
    return value is None or value == ""


def _highest(items: Any) -> int:
    numbers = [str(item.get("no") or "") for item in items or [] if isinstance(item, dict)]
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _find(assignment: Assignment, data: Any) -> _Place:
    place = _Place((), agreement_shape(), data)
    for number, step in enumerate(assignment.steps):
        if place.appends:
            raise UsageError(Message("set.bad-path", path=assignment.written))
        place = _below(assignment, place, step, number)
    return place


def _below(assignment: Assignment, place: _Place, step: str, number: int) -> _Place:
    shape = place.shape
    if shape.form == "list":
        if step == _APPEND:
            return place._replace(appends=True)
        if shape.or_many and shape.item is not None and not isinstance(place.now, list):
            if step == "1":
                return place._replace(shape=shape.item)
            if shape.item.form == "map":
                return _key_of_map(assignment, place._replace(shape=shape.item), step)
        return _item(assignment, place, step)
    if shape.form == "map":
        return _key_of_map(assignment, place, step)
    if shape.form == "free" and shape.item is not None:
        return _Place((*place.path, step), shape.item, _get(place.now, step))
    raise UsageError(Message("set.below-scalar", path=assignment.written, key=".".join(assignment.steps[:number])))


def _key_of_map(assignment: Assignment, place: _Place, step: str) -> _Place:
    below = place.shape.fields.get(step)
    if below is None and step.startswith("x-"):
        below = Shape("scalar")
    if below is None:
        near = get_close_matches(step, place.shape.fields, n=1)
        if near:
            raise UsageError(Message("set.unknown-key-near", path=assignment.written, key=step, near=near[0]))
        keys = list(place.shape.fields)
        raise UsageError(Message("set.unknown-key", path=assignment.written, key=step, keys=keys))
    if place.shape.or_text and isinstance(place.now, str):
        raise UsageError(Message("set.below-scalar", path=assignment.written, key=place.now))
    return _Place((*place.path, step), below, _get(place.now, step))


def _item(assignment: Assignment, place: _Place, step: str) -> _Place:
    items = place.now if isinstance(place.now, list) else []
    names = _names(items, place.shape)
    found = [index for index, name in enumerate(names) if name == step]
    if len(found) == 1 and place.shape.item is not None:
        return _Place((*place.path, found[0]), place.shape.item, items[found[0]])
    if found:
        raise UsageError(Message("set.several-items", path=assignment.written, item=step))
    if not items:
        above = ".".join(assignment.steps[: len(place.path)])
        raise UsageError(Message("set.no-items", path=assignment.written, list=above))
    raise UsageError(Message("set.no-item", path=assignment.written, item=step, items=names))


def _names(items: list[Any], shape: Shape) -> list[str]:
    """What each item is called in a key: its name in the schema, else its position from 1."""
    address = shape.item.address if shape.item is not None else None
    if address is None:
        return [str(position) for position in range(1, len(items) + 1)]
    given = [item.get(address) if isinstance(item, dict) else None for item in items]
    if address == "key":
        names = [item.get("name") if isinstance(item, dict) else None for item in items]
        pairs = zip(given, names, strict=True)
        return list(keys_of([_Party(_text(key), _text(name) or "") for key, name in pairs]))
    return [_text(one) or "" for one in given]


def _text(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() else None


def _get(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _read(assignment: Assignment, shape: Shape) -> Any:
    """The value as data: YAML where the schema wants a list or map, text elsewhere."""
    value = assignment.value
    looks_like_yaml = value.lstrip().startswith(("[", "{"))
    if shape.form == "scalar" or ((shape.or_many or shape.or_text) and not looks_like_yaml):
        scalar = shape.item if shape.or_many and shape.item is not None else shape
        if scalar.form == "scalar":
            _check_scalar(assignment, scalar)
        return value if scalar.kind is TEXT else value.strip()
    try:
        return read_value(value)
    except NotYamlError as error:
        raise UsageError(Message("set.not-yaml", path=assignment.written, reason=error.message)) from None


def _check_scalar(assignment: Assignment, shape: Shape) -> None:
    try:
        shape.kind.read(assignment.value)
    except BadValueError as error:
        raise UsageError(Message("set.bad-value", path=assignment.written, reason=error.message)) from None
