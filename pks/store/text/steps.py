"""The smallest steps that make a change, and what each means for an agreement's plain data; pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeAlias

from pks.message import Message
from pks.store.text.changes import Append, CannotSplice, Change, Drop, Extend, shown, sortable
from pks.store.text.tree import Data, Path


@dataclass(frozen=True, slots=True)
class Replace:
    """Another value at a path that is there; `emptied` where its last entry is dropped."""

    path: Path
    value: Data
    emptied: bool = False


@dataclass(frozen=True, slots=True)
class Insert:
    """New items in the list at `path`, so that the first gets position `index`."""

    path: Path
    index: int
    values: tuple[Data, ...]


@dataclass(frozen=True, slots=True)
class AddKey:
    """A new key in the map at `path`."""

    path: Path
    key: str
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """A key or item goes, and with it what would be left empty above: `path` is the whole of what goes."""

    path: Path


Step: TypeAlias = Replace | Insert | AddKey | Remove


def steps(change: Change | Extend, data: Data) -> Iterator[Step]:
    """Break `change` into the smallest steps that make it, each meant for the data after the one before."""
    if isinstance(change, Drop):
        yield from _drop(change.path, data)
    elif isinstance(change, Append | Extend):
        values = change.values if isinstance(change, Extend) else (change.value,)
        here = _at(data, change.path)
        if isinstance(here, list):
            yield Insert(change.path, len(here), values)
        elif here is None:
            yield from _put(change.path, list(values), data)
        else:
            raise CannotSplice(Message("splice.not_a_list", path=shown(change.path)))
    else:
        yield from _put(change.path, change.value, data)


def changed(data: Data, step: Step) -> Data:
    """Give `data` after `step`, computed without any text; `data` itself stays as it is."""
    if isinstance(step, Replace):
        return _with(data, step.path, lambda _: step.value)
    if isinstance(step, Insert):
        return _with(data, step.path, lambda old: [*old[: step.index], *step.values, *old[step.index :]])
    if isinstance(step, AddKey):
        return _with(data, step.path, lambda old: {**old, step.key: step.value})
    last = step.path[-1]
    if isinstance(last, str):
        return _with(data, step.path[:-1], lambda old: {k: v for k, v in old.items() if k != last})
    return _with(data, step.path[:-1], lambda old: [*old[:last], *old[last + 1 :]])


def target(step: Step) -> Path:
    """Give the path of what is new after `step`, of several the first, or gone."""
    if isinstance(step, Insert):
        return (*step.path, step.index)
    return (*step.path, step.key) if isinstance(step, AddKey) else step.path


def independent(together: Sequence[Step]) -> bool:
    """Say whether no step touches a collection that another one touches or lies in."""
    touched = sorted((_touched(step) for step in together), key=sortable)
    return all(later[: len(one)] != one for one, later in pairwise(touched))


def _touched(step: Step) -> Path:
    if isinstance(step, AddKey):
        return (*step.path, step.key)
    return step.path[:-1] if isinstance(step, Remove) else step.path


def _with(data: Data, path: Path, change: Callable[..., Data]) -> Data:
    if not path:
        return change(data)
    if isinstance(data, dict):
        return {k: _with(v, path[1:], change) if k == path[0] else v for k, v in data.items()}
    assert isinstance(data, list)  # noqa: S101
    return [_with(v, path[1:], change) if k == path[0] else v for k, v in enumerate(data)]


def _at(data: Data, path: Path) -> Data:
    """Give what is at `path`; None when nothing is."""
    here = data
    for step in path:
        if isinstance(here, dict) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here):
            here = here[step]
        else:
            return None
    return here


def _has(data: Data, path: Path) -> bool:
    if not path:
        return True
    parent, last = _at(data, path[:-1]), path[-1]
    if isinstance(parent, dict):
        return last in parent
    return isinstance(parent, list) and isinstance(last, int) and 0 <= last < len(parent)


def _drop(path: Path, data: Data) -> Iterator[Step]:
    """Remove, together with the collections above that would be left empty under a key."""
    if not path:
        raise CannotSplice(Message("splice.root"))
    if not _has(data, path):
        return
    while len(path) > 1:
        parent = _at(data, path[:-1])
        assert isinstance(parent, dict | list)  # noqa: S101
        if len(parent) > 1:
            break
        if isinstance(path[-2], int):
            yield Replace(path[:-1], {} if isinstance(parent, dict) else [], emptied=True)
            return
        path = path[:-1]
    if len(path) == 1 and isinstance(data, dict) and len(data) == 1:
        raise CannotSplice(Message("splice.root"))
    yield Remove(path)


def _put(path: Path, value: Data, data: Data) -> Iterator[Step]:
    if _has(data, path):
        yield from _replace(path, _at(data, path), value)
        return
    above = path[:-1]
    while not _has(data, above):
        above = above[:-1]
    parent, missing = _at(data, above), path[len(above)]
    inner = _nested(path[len(above) + 1 :], value, path)
    if isinstance(parent, dict) and isinstance(missing, str):
        yield AddKey(above, missing, inner)
    elif isinstance(parent, list) and missing == len(parent):
        yield Insert(above, len(parent), (inner,))
    elif parent is None and (isinstance(missing, str) or missing == 0):
        yield Replace(above, {missing: inner} if isinstance(missing, str) else [inner])
    else:
        raise CannotSplice(Message("splice.no_place", path=shown(path)))


def _nested(path: Path, value: Data, whole: Path) -> Data:
    """Wrap `value` in the maps and lists that `path` names."""
    for step in reversed(path):
        if isinstance(step, str):
            value = {step: value}
        elif step == 0:
            value = [value]
        else:
            raise CannotSplice(Message("splice.no_place", path=shown(whole)))
    return value


def _replace(path: Path, old: Data, new: Data) -> Iterator[Step]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from _edit_map(path, old, new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _edit_list(path, old, new)
    elif not path:
        raise CannotSplice(Message("splice.root"))
    else:
        yield Replace(path, new)


def _edit_map(path: Path, old: dict[str, Data], new: dict[str, Data]) -> Iterator[Step]:
    """Change, add, then remove keys, so that the map is never empty on the way."""
    for key, value in new.items():
        if key in old:
            yield from _replace((*path, key), old[key], value)
        else:
            yield AddKey(path, key, value)
    for key in old:
        if key not in new:
            yield Remove((*path, key))


def _edit_list(path: Path, old: list[Data], new: list[Data]) -> Iterator[Step]:
    """Change the list from its end to its start, so that positions before stay what they are."""
    before, after = [_canonical(item) for item in old], [_canonical(item) for item in new]
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    inserts = [op for op in opcodes if op[0] != "equal"]
    for _, low, high, new_low, new_high in reversed(inserts):
        both = min(high - low, new_high - new_low)
        for index in range(low + both, high):
            yield Remove((*path, high - 1 - (index - low - both)))
        for offset in range(both, new_high - new_low):
            yield Insert(path, low + offset, (new[new_low + offset],))
        for offset in reversed(range(both)):
            yield from _replace((*path, low + offset), old[low + offset], new[new_low + offset])


def _canonical(value: Data) -> str:
    return json.dumps(value, sort_keys=True)
