"""Whether two rows, or a row and an agreement, are of one paper: by what they state, never by a mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Generic, NamedTuple, TypeVar

from pks.domain.compared import folded
from pks.inputs.register.days import plain

Name = TypeVar("Name")
_SHORTEST_NUMBER: Final = 4
_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_CERTAIN: Final = 2


class Identity(NamedTuple):
    """What tells papers apart: the title, the partners and the numbers as they are compared, and the days."""

    title: str
    partners: frozenset[str]
    numbers: frozenset[str]
    starts: date | None
    ends: date | None


def identity(
    title: str, partners: Iterable[str], numbers: Iterable[str], starts: date | None, ends: date | None
) -> Identity:
    """The identity of what states this; numbers of a few signs tell nothing apart and are left out."""
    return Identity(
        compared(title),
        frozenset(map(compared, partners)),
        frozenset(one for one in map(folded, numbers) if len(one) >= _SHORTEST_NUMBER),
        starts,
        ends,
    )


def compared(text: str) -> str:
    """A text as it is compared: its letters and figures alone."""
    return _LETTERS.sub(" ", plain(text)).strip()


def is_same(one: Identity, other: Identity) -> bool:
    """Whether both are of one paper: numbers decide where both have them, else all that is stated must agree."""
    if one.starts and other.starts and one.starts != other.starts:
        return False
    if one.numbers and other.numbers:
        shared = one.numbers & other.numbers
        if shared not in (one.numbers, other.numbers):
            return False
        return len(shared) >= _CERTAIN or one.title == other.title or one.partners == other.partners
    alike = one.title == other.title and one.partners == other.partners and one.starts == other.starts
    return alike and (one.ends == other.ends or None in {one.ends, other.ends})


class Known(Generic[Name]):
    """Papers by name, to be asked whether one of them is the same as another."""

    def __init__(self, papers: Sequence[tuple[Name, Identity]] = ()) -> None:
        """Know `papers`."""
        self._by_clue: dict[str, list[tuple[Name, Identity]]] = defaultdict(list)
        for name, one in papers:
            self.add(name, one)

    def add(self, name: Name, one: Identity) -> None:
        """Know one more."""
        for clue in {*one.numbers, one.title}:
            self._by_clue[clue].append((name, one))

    def same_as(self, one: Identity) -> Name | None:
        """The name of a paper that is the same as `one`; None where there is none."""
        for clue in sorted({*one.numbers, one.title}):
            for name, other in self._by_clue.get(clue, ()):
                if is_same(one, other):
                    return name
        return None
