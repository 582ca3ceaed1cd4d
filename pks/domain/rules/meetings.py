"""How the command that mends a finding about a meeting names that meeting."""

from __future__ import annotations

from typing import Any

from pks.domain.model.agreement import Agreement
from pks.message import Message


def mended(agreement: Agreement, at: int, key: str, outcome: str = "corrections") -> dict[str, Any]:
    """The command that states `key` of meeting `at`, counted from 0: its `verb` and the `rest` after the id.

    `pks meet` knows a meeting by its day; one without a day, or one of two on a day, has only its place.
    """
    day = agreement.facilitation[at].date
    alone = [meeting.date for meeting in agreement.facilitation].count(day) == 1
    if day is not None and alone:
        return {"verb": "meet", "rest": Message(f"rules.meeting.by-day.{key}", day=day.isoformat(), outcome=outcome)}
    return {"verb": "set", "rest": Message(f"rules.meeting.by-place.{key}", position=at + 1, outcome=outcome)}
