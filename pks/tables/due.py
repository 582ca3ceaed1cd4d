"""What is due as a table: grouped by how near it is, reports of one period and tier as one row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.fixes import send_all
from pks.domain.office import Office
from pks.domain.terms import add
from pks.message import Label, Message
from pks.tables.table import Cell, Column, Group, Row, Table

_BEFORE_THE_END = frozenset({"start", "decision", "notice"})
_COLUMNS = (
    Column("date", Message("column.date")),
    Column("days", Message("column.days"), below="date"),
    Column("kind", Message("column.kind"), on_screen=False),
    Column("detail", Message("column.due"), weight=6),
    Column("title", Message("column.agreement"), weight=5),
    Column("id", Message("column.id"), below="title"),
    Column("fix", Message("column.fix"), below="detail"),
)


def due_table(rows: Sequence[Due], office: Office, today: date, *, bundle: bool, part: bool = False) -> Table:
    """One row for each of `rows`, under the reminder tier of the office it falls in.

    With `bundle`, reports of one period and tier are one row with a count. `part`: `rows` may leave out
    agreements, so that a command for all of them would reach too far.
    """
    tiers = sorted({add(today, length, holidays=office.holidays) for length in office.reminders})
    groups = []
    for _, found in groupby(rows, key=lambda row: _tier(row.date, today, tiers)):
        inside = list(found)
        heading = _heading(inside[0].date, today, tiers)
        bundles = _bundled(inside) if bundle else [[one] for one in inside]
        groups.append(Group(heading, tuple(_row(one, part=part) for one in bundles)))
    return Table(_COLUMNS, tuple(groups), Message("due.empty"))


def due_json(rows: Iterable[Due]) -> list[dict[str, Any]]:
    """The rows of `due --json`, one for each agreement and key; messages are left for the output to say."""
    return [
        {
            "date": row.date,
            "days": row.days,
            "kind": row.kind,
            "key": row.key,
            "id": row.id,
            "title": row.title,
            "stage": row.stage,
            "detail": row.detail,
            "fix": row.fix,
        }
        for row in rows
    ]


def _tier(day: date, today: date, tiers: Sequence[date]) -> int:
    """Before today -1, else which of `tiers` it falls in: up to and including that day."""
    return -1 if day < today else bisect_left(tiers, day)


def _heading(day: date, today: date, tiers: Sequence[date]) -> Message:
    tier = _tier(day, today, tiers)
    if tier == -1:
        return Message("due.group.overdue")
    if tier == len(tiers):
        return Message("due.group.later")
    days = (tiers[tier] - today).days
    return Message("due.group.within", days=days) if days else Message("due.group.today")


def _bundled(rows: Sequence[Due]) -> list[list[Due]]:
    """The rows by what is shown as one: reports of one period and tier.

    Where the end itself has passed, the days before it that passed too say nothing more.
    """
    ended = {row.id for row in rows if row.kind == "expiry" and row.days < 0}
    rows = [row for row in rows if not (row.id in ended and row.days < 0 and row.kind in _BEFORE_THE_END)]
    together: dict[object, list[Due]] = {}
    for row in rows:
        key = (row.kind, row.period, row.tier) if row.kind == "report" else (row.id, row.key)
        together.setdefault(key, []).append(row)
    return list(together.values())


def _row(bundle: Sequence[Due], *, part: bool) -> Row:
    row, count = bundle[0], len(bundle)
    single = count == 1
    ids = [one.id for one in bundle] if part else []
    cells: tuple[Cell, ...] = (
        row.date,
        _days(row.days),
        Label("due", row.kind),
        row.detail if single else Message("due.reports", count=count, period=row.period, tier=row.tier),
        row.title if single else Message("due.agreements", count=count),
        row.id if single else None,
        row.fix if single else send_all(row.period, row.tier, ids),
    )
    return Row(cells, "late" if row.days < 0 else "")


def _days(days: int) -> Message:
    if days == 0:
        return Message("due.days.today")
    return Message("due.days.left", days=days) if days > 0 else Message("due.days.late", days=-days)
