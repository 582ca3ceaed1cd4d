"""A neutral table: columns with a meaning, rows of typed cells, in groups; every output renders the same one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from pks.domain.terms import Length, Period
from pks.message import Label, Message

AMOUNTS: Final = frozenset({"amount", "spent"})  # the fields that hold one of `Rupiah`


class Rupiah(int):
    """An amount of money in whole rupiah."""


class Digest(str):
    """The hash of a file in hexadecimal digits; a page shows the first of them."""

    __slots__ = ()


Cell = str | int | float | bool | date | Length | Period | Label | Message | tuple["Cell", ...] | None


class Column(NamedTuple):
    """One column: `heading` names its sentence.

    On a narrow screen a column with `below` goes under the text of that column instead of beside it,
    and one that is not `on_screen` is left out; everywhere else all stand side by side. `weight` is
    its share of the width that is left once narrow columns have theirs; 0 for a narrow one. `label` goes in
    front of a cell that stands under another's.
    """

    key: str
    heading: Message
    weight: int = 0
    below: str | None = None
    on_screen: bool = True
    label: Message | None = None


class Row(NamedTuple):
    """The cells of one row, one a column; `mark` says how it stands out: "", late, soon, past or weak.

    `depth` is how many steps in its first cell stands, where a file draws what hangs from what.
    """

    cells: tuple[Cell, ...]
    mark: str = ""
    depth: int = 0


class Group(NamedTuple):
    """Rows under one heading; None for a table without groups."""

    heading: Message | None
    rows: tuple[Row, ...]


class Table(NamedTuple):
    """Columns and groups of rows; `empty` is what to say when there are none."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    empty: Message

    @property
    def rows(self) -> list[Row]:
        """The rows of all groups, in order."""
        return [row for group in self.groups for row in group.rows]


def one_group(rows: Iterable[Row]) -> tuple[Group, ...]:
    """The rows as a table's only group, or no group where there are none."""
    found = tuple(rows)
    return (Group(None, found),) if found else ()
