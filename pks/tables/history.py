"""The history of one agreement as a table."""

from __future__ import annotations

from typing import Any

from pks.domain.model.agreement import Agreement, Event
from pks.message import Label, Message
from pks.tables.record import typed
from pks.tables.table import Cell, Column, Row, Table, one_group

_COLUMNS = (
    Column("date", Message("column.date")),
    Column("stage", Message("column.stage"), weight=2),
    Column("by", Message("column.by"), weight=2),
    Column("note", Message("column.note"), weight=4),
)


def history_table(agreement: Agreement) -> Table:
    """One row an entry, in the order of the file."""
    return Table(_COLUMNS, one_group(map(_row, agreement.history)), Message("list.empty"))


def history_json(agreement: Agreement) -> list[dict[str, Any]]:
    """The entries as `history --json` gives them."""
    return [typed(event) for event in agreement.history]


def _row(event: Event) -> Row:
    stage: Cell = Label("stage", event.stage)
    if event.closed:
        stage = Message("history.closed", stage=stage, reason=Label("closing", event.closed))
    elif event.imported:
        stage = Message("history.imported", stage=stage)
    forced = (Message("show.forced", codes=list(event.forced)),) if event.forced else ()
    notes = (*((event.note,) if event.note else ()), *forced)
    return Row((event.date, stage, event.by, notes or None), "past" if event.closed else "")
