"""What the index keeps of one file so that `due` need not know its facts: its deadlines as they are, as text.

They follow from its own facts and from who renews it, so that they are kept with what they were worked out for.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from pks.domain.deadlines.outlook import Settled
from pks.domain.deadlines.table import Due
from pks.domain.standing.judgement import Succession
from pks.index.plain import DamagedError, message_of, plain_message
from pks.message import Message

NEVER_SETTLED: Final = "-"  # what deals with a deadline depends on the day


def settled_text(settled: Settled | None) -> str:
    """`settled` as text, without what the name of the file says; `NEVER_SETTLED` where there is none."""
    if settled is None:
        return NEVER_SETTLED
    any_row = next((one for one in (settled.start, *settled.rows) if one), None)
    id_, title, stage = (any_row.id, any_row.title, any_row.stage) if any_row else ("", "", "")
    after = settled.succession
    ends = [list(after.ids), after.signed, after.starts and after.starts.toordinal()]
    decision = settled.decision and settled.decision.toordinal()
    start = settled.start and _plain(settled.start, None)
    value = [
        settled.until.toordinal(),
        title,
        stage,
        decision,
        start,
        [*map(_plain, settled.rows, settled.late)],
        ends,
    ]
    text = json.dumps(value, separators=(",", ":"))
    return text if settled_from(text, id_, settled.until) == settled else NEVER_SETTLED


def settled_from(text: str, id_: str, horizon: date) -> Settled | None:
    """What was kept as `text` of the agreement `id_`, as far as `horizon`; None for `NEVER_SETTLED`.

    Raises:
        DamagedError: when it is nothing of the kind.
    """
    if text == NEVER_SETTLED:
        return None
    try:
        last = horizon.toordinal()
        until, title, stage, decision, start, rows, (ids, signed, starts) = json.loads(text)
        near = [row for row in rows if row[0] <= last]
        return Settled(
            date.fromordinal(until),
            Succession(tuple(ids), bool(signed), date.fromordinal(starts) if starts is not None else None),
            date.fromordinal(decision) if decision is not None else None,
            _row(start, id_, title, stage) if start is not None else None,
            tuple([_row(row, id_, title, stage) for row in near]),
            tuple([None if row[8] is None else Message("due.fix", command=row[8]) for row in near]),
        )
    except (ValueError, TypeError, IndexError, OverflowError, RecursionError):
        raise DamagedError from None


def _plain(row: Due, late: Message | None) -> list[Any]:
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
        late and late.values["command"],
    ]


def _row(value: Any, id_: str, title: str, stage: str) -> Due:
    day, kind, key, detail, command, party, tier, period, _late = value
    fix = Message("due.fix", command=command)
    return Due(date.fromordinal(day), 0, kind, key, id_, title, stage, message_of(detail), fix, party, tier, period)
