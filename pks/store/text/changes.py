"""What can be changed in an agreement, in the words of whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from pks.errors import RefusedError
from pks.store.text.tree import Data, Path


class CannotSplice(RefusedError):  # noqa: N818
    """This change cannot be made in place and proven; the text is untouched."""


@dataclass(frozen=True, slots=True)
class Put:
    """Set the value at `path`; a missing key, and missing maps and lists above it, are made.

    None writes nothing behind the colon. Positions count from 0 in the original text.
    """

    path: Path
    value: Data


@dataclass(frozen=True, slots=True)
class Drop:
    """Remove the key or list item at `path`; nothing happens when it is absent."""

    path: Path


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item at the end of the list at `path`, which is made when absent or not stated."""

    path: Path
    value: Data


@dataclass(frozen=True, slots=True)
class Extend:
    """Several `Append`s to one list at once."""

    path: Path
    values: tuple[Data, ...]


Change: TypeAlias = Put | Drop | Append


class Layout(Protocol):
    """What the schema knows about how a file is written. Paths are those of the new data."""

    def order(self, path: Path) -> Sequence[str]:
        """Give the keys of the map at `path` in their usual order; empty when unknown."""

    def is_text(self, path: Path) -> bool:
        """Say whether the scalar at `path` is free text, so that it must never look like another type."""

    def is_block(self, path: Path) -> bool:
        """Say whether a new map or list at `path` is written over several lines."""


def ordered(changes: Iterable[Change]) -> list[Change]:
    """Put changes in an order in which all positions still mean what they meant in the original."""
    given = list(changes)
    drops = sorted((one for one in given if isinstance(one, Drop)), key=lambda one: sortable(one.path), reverse=True)
    puts = [one for one in given if isinstance(one, Put)]
    appends = [one for one in given if isinstance(one, Append)]
    return [*puts, *appends, *drops]


def gathered(changes: Iterable[Change]) -> list[Change | Extend]:
    """As `ordered`, with the appends to each list in one."""
    found: list[Change | Extend] = []
    lists: dict[Path, list[Data]] = {}
    for change in ordered(changes):
        if isinstance(change, Append):
            if change.path not in lists:
                found.append(change)  # its place in the order
            lists.setdefault(change.path, []).append(change.value)
        else:
            found.append(change)
    return [Extend(one.path, tuple(lists[one.path])) if isinstance(one, Append) else one for one in found]


def sortable(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """Make paths of keys and positions comparable; what lies in a path follows it directly."""
    return tuple((isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in path)


def shown(path: Path) -> str:
    """Write a path for people, positions from 1: `corrections.2.reason`."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
