"""What an import would do as tables: the columns and what they mean, the rows to look at, the file to correct."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pks.message import Message
from pks.tables.table import Cell, Column, Row, Table, one_group

_MARKS = {"refused": "late", "doubt": "soon", "ready": "", "duplicate": "weak", "joined": "weak", "known": "weak"}


class ColumnSeen(NamedTuple):
    """A column of the file: its name, its meaning and owner as the map has them, how its days were decided."""

    name: str
    meaning: str
    owner: str
    days: Message | None


class RowSeen(NamedTuple):
    """A row of the file: its number, what becomes of it, of which other, why, and its cells as they stand."""

    row: int
    outcome: str
    of: int | str | None
    title: str
    partners: tuple[str, ...]
    remarks: tuple[Message, ...]
    cells: tuple[Cell, ...]


def columns_table(columns: Sequence[ColumnSeen]) -> Table:
    """Each column with its meaning."""
    return Table(
        (
            Column("column", Message("importing.heading.column"), weight=1),
            Column("meaning", Message("importing.heading.meaning"), weight=1),
            Column("days", Message("importing.heading.days"), weight=2),
        ),
        one_group(Row((one.name, _meaning(one), one.days)) for one in columns),
        Message("importing.no-columns"),
    )


def rows_table(rows: Sequence[RowSeen]) -> Table:
    """The rows that a person should look at, and why."""
    return Table(
        (
            Column("row", Message("importing.heading.row")),
            Column("outcome", Message("importing.heading.outcome")),
            Column("title", Message("importing.heading.title"), weight=2),
            Column("partners", Message("importing.heading.partners"), below="title"),
            Column("remarks", Message("importing.heading.remarks"), weight=3),
        ),
        one_group(
            Row((str(one.row), _outcome(one), one.title or None, one.partners, one.remarks), _MARKS[one.outcome])
            for one in rows
        ),
        Message("importing.nothing-to-look-at"),
    )


def review_table(headings: Sequence[str], rows: Sequence[RowSeen]) -> Table:
    """Every row as it stands in the file, with what becomes of it in front: to be corrected and fed back."""
    return Table(
        (
            Column("row", Message("importing.heading.row")),
            Column("outcome", Message("importing.heading.outcome")),
            Column("remarks", Message("importing.heading.remarks"), weight=3),
            *(
                Column(f"c{number}", Message("importing.heading.own", name=name))
                for number, name in enumerate(headings)
            ),
        ),
        one_group(Row((one.row, _outcome(one), one.remarks, *one.cells), _MARKS[one.outcome]) for one in rows),
        Message("importing.no-rows"),
    )


def _meaning(one: ColumnSeen) -> Message:
    meaning = Message(f"importing.meaning.{one.meaning}")
    if one.owner in {"ours", "either"}:
        return Message(f"importing.of-{one.owner}", meaning=meaning)
    return meaning if one.owner in {"", "1"} else Message("importing.of-partner", meaning=meaning, number=one.owner)


def _outcome(one: RowSeen) -> Message:
    return Message(f"importing.outcome.{one.outcome}", of=one.of if one.of is not None else "")
