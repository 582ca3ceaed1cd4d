"""Join what two versions of a file say: by key, by the name of an item, by the day of an entry; pure.

What only one side changed is taken; what both changed alike is taken once; what both changed otherwise is a
conflict, for which both answers are given. Items are never invented and never lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pks.domain.model.same_item import by_name
from pks.domain.model.schema import Shape
from pks.store.merging.stretches import stretches
from pks.store.text.tree import Data, Path

_NUMBER: Final = re.compile(r"([0-9]+)")


class _Absent:
    """What a key is that is not there."""


ABSENT: Final = _Absent()


@dataclass
class Joined:
    """The value where all is as ours says in doubt, the same as theirs says it, and the places in doubt.

    Without a conflict both are equal. A place is named as in a message: keys, and items by name.
    """

    ours: Any
    theirs: Any
    conflicts: list[Path] = field(default_factory=list)


def joined(base: Any, ours: Any, theirs: Any, shape: Shape | None = None, path: Path = ()) -> Joined:
    """Join `ours` and `theirs`, which grew from `base`; any of them may be ABSENT."""
    if theirs in (ours, base):
        return Joined(ours, ours)
    if base == ours:
        return Joined(theirs, theirs)
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _maps(base if isinstance(base, dict) else {}, ours, theirs, shape, path)
    if isinstance(ours, list) and isinstance(theirs, list):
        return _lists(base if isinstance(base, list) else [], ours, theirs, shape, path)
    return Joined(ours, theirs, [path])


def _maps(
    base: dict[str, Data], ours: dict[str, Data], theirs: dict[str, Data], shape: Shape | None, path: Path
) -> Joined:
    result = Joined({}, {})
    for key in _order(list(base), list(ours), list(theirs)):
        old, mine, other = (side.get(key, ABSENT) for side in (base, ours, theirs))
        one = joined(old, mine, other, _below(shape, key), (*path, key))
        result.conflicts += one.conflicts
        for side, value in ((result.ours, one.ours), (result.theirs, one.theirs)):
            if value is not ABSENT:
                side[key] = value
    return result


def _lists(base: list[Data], ours: list[Data], theirs: list[Data], shape: Shape | None, path: Path) -> Joined:
    if path == ("history",) and base == ours[: len(base)] == theirs[: len(base)]:
        both = base + _by_day(ours[len(base) :], theirs[len(base) :])
        return Joined(both, both)
    item = shape.item if shape is not None else None
    key = str(path[-1]) if path else ""
    old, mine, other = (by_name(side, item, key) for side in (base, ours, theirs))
    if old is not None and mine is not None and other is not None:
        return _named_lists(old, mine, other, item, path)
    return _sequences(base, ours, theirs, item, path)


def _named_lists(
    base: dict[str, Data], ours: dict[str, Data], theirs: dict[str, Data], item: Shape | None, path: Path
) -> Joined:
    result = Joined([], [])
    for name in _order(list(base), list(ours), list(theirs)):
        old, mine, other = (side.get(name, ABSENT) for side in (base, ours, theirs))
        one = joined(old, mine, other, item, (*path, name))
        result.conflicts += one.conflicts
        for side, value in ((result.ours, one.ours), (result.theirs, one.theirs)):
            if value is not ABSENT:
                side.append(value)
    return result


def _sequences(base: list[Data], ours: list[Data], theirs: list[Data], item: Shape | None, path: Path) -> Joined:
    """Lists whose items have no name: joined by where they stand."""
    result = Joined([], [])
    for equal, at in stretches(*([_canonical(one) for one in side] for side in (base, ours, theirs))):
        old, mine, other = base[slice(*at.base)], ours[slice(*at.ours)], theirs[slice(*at.theirs)]
        piece = Joined(mine, mine) if equal else _stretch(old, mine, other, item, path)
        result.ours += piece.ours
        result.theirs += piece.theirs
        result.conflicts += piece.conflicts
    return result


def _stretch(old: list[Data], mine: list[Data], other: list[Data], item: Shape | None, path: Path) -> Joined:
    if other in (old, mine):
        return Joined(mine, mine)
    if old == mine:
        return Joined(other, other)
    sides = (mine, other)
    if _each_once(old, *sides) and all(_adds_only(old, side) or _adds_only(side, old) for side in sides):
        both = _once([one for one in mine if one not in old], [one for one in other if one not in old])
        return Joined(both, both)
    if not len(old) == len(mine) == len(other):
        return Joined(mine, other, [path])
    result = Joined([], [])
    for number, three in enumerate(zip(old, mine, other, strict=True), 1):
        one = joined(*three, item, (*path, str(number)))
        result.ours.append(one.ours)
        result.theirs.append(one.theirs)
        result.conflicts += one.conflicts
    return result


def _each_once(*sides: list[Data]) -> bool:
    """Whether no item is repeated: which of two went, or came, and how often, could not be told."""
    return all(len({_canonical(one) for one in side}) == len(side) for side in sides)


def _adds_only(shorter: list[Data], longer: list[Data]) -> bool:
    """Whether `longer` is `shorter` with further items, the order kept."""
    rest = iter(longer)
    return all(any(one == other for other in rest) for one in shorter)


def _once(first: list[Data], second: list[Data]) -> list[Data]:
    """The items of both, those of both sides once, in an order that does not depend on which side is which."""
    blocks = sorted((first, second), key=_canonical)
    return blocks[0] + [one for one in blocks[1] if one not in blocks[0]]


def _by_day(mine: list[Data], other: list[Data]) -> list[Data]:
    """Entries that both sides appended, by their day; an entry of both sides is one."""
    first, second = sorted((mine, other), key=_canonical)
    second = [one for one in second if one not in first]
    return sorted(first + second, key=_day)  # keeps the order of each side: dates in it never go back


def _day(entry: Data) -> str:
    return str(entry.get("date") or "") if isinstance(entry, dict) else ""


def _order(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """All names, each once, in an order that both sides would recognise, whichever is which."""
    names: dict[str, None] = {}
    for equal, at in stretches(base, ours, theirs):
        mine, other = ours[slice(*at.ours)], theirs[slice(*at.theirs)]
        blocks = (mine,) if equal else sorted((mine, other), key=lambda block: [_natural(name) for name in block])
        names |= dict.fromkeys([name for block in (*blocks, base[slice(*at.base)]) for name in block])
    return list(names)


def _natural(name: str) -> list[tuple[int, str]]:
    """Compare 2 before 10, by the count of digits: Python reads no number of thousands of them."""
    parts = ((part, part.lstrip("0")) for part in _NUMBER.split(name))
    return [(len(digits), digits) if _NUMBER.fullmatch(part) else (0, part) for part, digits in parts]


def _below(shape: Shape | None, key: str) -> Shape | None:
    if shape is None:
        return None
    return shape.fields.get(key) if shape.form == "map" else shape.item


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def name_of(path: Sequence[str | int]) -> str:
    """A place as `pks set` writes it."""
    return ".".join(str(step) for step in path)
