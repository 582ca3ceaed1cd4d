"""One deadline as it is shown, and the kinds there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from pks.message import Message

KINDS: Final = (
    "expiry", "decision", "notice", "start", "report", "meeting", "offer", "council", "correction", "task", "review",
    "stage",
)  # fmt: skip


class Due(NamedTuple):
    """One row of `due`.

    `days` from today to `date`: negative when overdue, 0 today. `key` tells rows of one agreement apart
    for ever. `fix` is the command that deals with it, ready for a shell. `party` is the party key a correction
    waits for; `tier` and `period` are a report's.
    """

    date: date
    days: int
    kind: str
    key: str
    id: str
    title: str
    stage: str
    detail: Message
    fix: str
    party: str | None
    tier: str | None
    period: str | None


def in_order(rows: Iterable[Due]) -> list[Due]:
    """`rows` as everybody shows them: by date, then id, kind and key."""
    return sorted(rows, key=lambda row: (row.date, row.id, row.kind, row.key))
