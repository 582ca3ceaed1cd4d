"""What the index keeps of one file so that `due` need not know its facts: its deadlines as they are, as text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from pks.domain.deadlines.outlook import Settled
from pks.domain.deadlines.table import Due
from pks.index.plain import DamagedError, message_of, plain_message
from pks.message import Message


def settled_text(settled: Settled | None) -> str:
    """`settled` as text, without what the name of the file says; empty where there is none or not all can be kept."""
    if settled is None:
        return ""
    any_row = next((one for one in (settled.start, *settled.rows) if one), None)
    if any_row is None:
        return ""
    decision = settled.decision and settled.decision.toordinal()
    start = settled.start and _plain(settled.start)
    value = [settled.until.toordinal(), any_row.title, any_row.stage, decision, start, [*map(_plain, settled.rows)]]
    text = json.dumps(value, separators=(",", ":"))
    return text if settled_from(text, any_row.id, settled.until) == settled else ""


def settled_from(text: str, id_: str, horizon: date) -> Settled | None:
    """What was kept as `text` of the agreement `id_`, as far as `horizon`; None for the empty text.

    Raises:
        DamagedError: when it is nothing of the kind.
    """
    if not text:
        return None
    try:
        last = horizon.toordinal()
        until, title, stage, decision, start, rows = json.loads(text)
        return Settled(
            date.fromordinal(until),
            date.fromordinal(decision) if decision is not None else None,
            _row(start, id_, title, stage) if start is not None else None,
            tuple([_row(row, id_, title, stage) for row in rows if row[0] <= last]),
        )
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise DamagedError from None


def _plain(row: Due) -> list[Any]:
    command = row.fix.values["command"]
    return [
        row.date.toordinal(),
        row.kind,
        row.key,
        plain_message(row.detail),
        command,
        row.party,
        row.tier,
        row.period,
    ]


def _row(value: Any, id_: str, title: str, stage: str) -> Due:
    day, kind, key, detail, command, party, tier, period = value
    fix = Message("due.fix", command=command)
    return Due(date.fromordinal(day), 0, kind, key, id_, title, stage, message_of(detail), fix, party, tier, period)
