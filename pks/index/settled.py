"""What the index keeps of one file so that `due` need not know its facts: its deadlines, in words already.

They follow from its own facts and from who renews it, so that they are kept with a mark of these.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.fixes import fix_of_day
from pks.domain.terms import add_days
from pks.index.plain import DamagedError
from pks.language.render import say
from pks.message import Said

if TYPE_CHECKING:  # a warm `due` works no deadline out
    from pks.domain.deadlines.outlook import Settled

_ANY_DAY: Final = 1


class SettledLine(NamedTuple):
    """The deadlines of one file as text, none of them before the day with the ordinal `soonest`."""

    soonest: int
    text: str


def line_of(settled: Settled) -> SettledLine:
    """`settled` as text, without what the name of the file says."""
    any_row = next((one for one in (settled.start, *settled.rows) if one), None)
    value = [
        settled.until.toordinal(),
        any_row and any_row.title,
        any_row and any_row.stage,
        settled.decision and settled.decision.toordinal(),
        settled.start and _plain(settled.start, None),
        [*map(_plain, settled.rows, settled.late)],
    ]
    days = [one.date for one in (settled.start, *settled.rows) if one]
    soonest = min(days, default=add_days(settled.until, 1)).toordinal()
    if settled.start and settled.decision:
        soonest = _ANY_DAY  # counted back by a time that is not known beforehand
    return SettledLine(soonest, json.dumps(value, separators=(",", ":")))


def due_from(
    ids: Iterable[str], lines: Iterable[str], today: date, usual_days: int | None, horizon: date
) -> Iterator[list[Due] | None]:
    """Of each id with its line, the rows up to `horizon` as they are on `today`; None where it was told less far.

    Raises:
        DamagedError: when a line is nothing of the kind.
    """
    now, last = today.toordinal(), horizon.toordinal()
    try:
        for id_, value in zip(ids, json.loads(f"[{','.join(lines)}]"), strict=True):
            yield _rows(id_, value, now, usual_days, last) if value[0] >= last else None
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
        raise DamagedError from None


def _plain(row: Due, late: str | None) -> list[Any]:
    indonesian, english = say(row.detail, "id"), say(row.detail, "en")
    return [
        row.date.toordinal(), row.kind, row.key, indonesian, english, row.fix, row.party, row.tier, row.period, late
    ]  # fmt: skip


def _rows(id_: str, value: Any, now: int, usual_days: int | None, last: int) -> list[Due]:
    _, title, stage, decision, start, rows = value
    if start is not None:
        if usual_days is not None and decision is not None:
            start[0] = decision - usual_days
        rows.insert(0, start)
    today = date.fromordinal(now)
    return [
        Due(
            date.fromordinal(day), day - now, kind, key, id_, title, stage, Said(indonesian, english),
            fix_of_day(kind, id_, today) or (late if late and day < now else fix), party, tier, period,
        )
        for day, kind, key, indonesian, english, fix, party, tier, period, late in rows
        if day <= last
    ]  # fmt: skip
