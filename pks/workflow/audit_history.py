"""Audit of a history, which is only ever added to: what was rewritten, written late, or skipped a gate."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from pks.domain.model.agreement import Event
from pks.domain.office import Office
from pks.domain.rules.surroundings import Surroundings
from pks.domain.rules.table import gate
from pks.domain.values import BadValueError, read_date
from pks.domain.vocabulary import STAGES
from pks.message import Label, Message
from pks.tables.audit import Mark, Origin
from pks.workflow.audit_version import Version

_AHEAD_DAYS: Final = 1  # the day of the one who writes may be another than that of the office
_SHOWN: Final = 3

Entry = dict[str, Any]


class Rewritten(NamedTuple):
    """What became of the entries of an older version: pairs of before and after, what is gone, what is new.

    `added` are positions in the newer version.
    """

    changed: list[tuple[Entry, Entry]]
    gone: list[Entry]
    added: list[int]
    reordered: bool


def rewritten(old: Sequence[Entry], new: Sequence[Entry]) -> Rewritten:
    """Compare two histories of which the newer should begin with the older."""
    left = Counter(map(_key, new))
    gone = []
    for at, entry in enumerate(old):
        if left[_key(entry)]:
            left[_key(entry)] -= 1
        else:
            gone.append((at, entry))
    added = _surplus(new, left)
    changed = []
    for at, entry in list(gone):
        match = next((one for one in added if one == at or _alike(new[one], entry)), None)
        if match is not None:
            changed.append((entry, new[match]))
            gone.remove((at, entry))
            added.remove(match)
    kept = [_key(one) for one in old if _key(one) in set(map(_key, new))]
    known = set(kept)
    now = [_key(one) for one in new if _key(one) in known]
    return Rewritten(changed, [one for _, one in gone], added, kept != now[: len(kept)] and sorted(kept) == sorted(now))


def history_marks(
    before: Version, after: Version, origin: Origin, *, written: date, tolerance_days: int
) -> Iterator[Mark]:
    """What a change that was `written` on a day did to the history before it, and how old its new entries are."""
    found = rewritten(before.history, after.history)
    for old, new in found.changed:
        keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
        fields = [Label("field", f"history.{key}") for key in keys]
        was = [_shown(old.get(key)) for key in keys]
        now = [_shown(new.get(key)) for key in keys]
        values = {"entry": _entry(old), "fields": fields, "was": was, "now": now}
        yield Mark("history-edited", "error", origin, Message("audit.history-edited", **values))
    for old in found.gone:
        yield Mark("history-removed", "error", origin, Message("audit.history-removed", entry=_entry(old)))
    if found.reordered:
        yield Mark("history-reordered", "error", origin, Message("audit.history-reordered"))
    last_kept = max((at for at in range(len(after.history)) if at not in found.added), default=-1)
    for at in found.added:
        if at < last_kept and before.history:
            entry = _entry(after.history[at])
            yield Mark("history-inserted", "warning", origin, Message("audit.history-inserted", entry=entry))
    entries = [after.history[at] for at in found.added]
    yield from late_marks(entries, origin, written=written, tolerance_days=tolerance_days)


def late_marks(entries: Sequence[Entry], origin: Origin, *, written: date, tolerance_days: int) -> Iterator[Mark]:
    """Entries dated long before or after the day they were written; one that says it was imported may be old."""
    for entry in entries:
        day = _day(entry)
        if day is None or entry.get("imported"):
            continue
        days = (written - day).days
        values = {"entry": _entry(entry), "written": written, "days": abs(days)}
        if days > tolerance_days:
            yield Mark("backdated", "warning", origin, Message("audit.backdated", **values))
        elif days < -_AHEAD_DAYS:
            yield Mark("postdated", "warning", origin, Message("audit.postdated", **values))


def first_marks(first: Version, origin: Origin, *, written: date, tolerance_days: int) -> Iterator[Mark]:
    """A file that was begun with entries already old: said once, for a register may begin with its past."""
    old = list(late_marks(first.history, origin, written=written, tolerance_days=tolerance_days))
    late = [one for one in old if one.code == "backdated"]
    if len(late) > 1:
        message = Message("audit.begun-late", count=len(late), written=written)
        yield Mark("begun-late", "info", origin, message)
    elif late:
        yield late[0]._replace(code="begun-late", level="info")
    yield from (one for one in old if one.code != "backdated")


def gate_marks(before: Version, after: Version, origin: Origin, office: Office, id_: str) -> Iterator[Mark]:
    """Each stage that was left while its gate was not met, and without saying that it was forced."""
    added = [at for at in rewritten(before.history, after.history).added if _goes_on(after.history, at)]
    agreement = after.agreement if added else None
    if agreement is None or agreement.imported or len(agreement.history) != len(after.history):
        return
    for at in added:
        if not agreement.history[at].closed:
            around = Surroundings(id_, office, agreement.history[at].date)
            yield from _skipped(agreement.history[at - 1], agreement.history[at], after, around, origin)


def lost_in_merge(sides: Sequence[Version], after: Version, told: set[str], origin: Origin) -> Iterator[Mark]:
    """Entries that a side of a merge had and its result has not, where nobody took them away before."""
    seen = {_key(one) for one in after.history}
    for side in sides:
        for entry in side.history:
            key = _key(entry)
            if key not in seen and key not in told:
                seen.add(key)
                yield Mark("history-lost", "error", origin, Message("audit.history-lost", entry=_entry(entry)))


def new_in_merge(sides: Sequence[Version], after: Version) -> list[Entry]:
    """Entries of the result of a merge that no side had."""
    known = {_key(entry) for side in sides for entry in side.history}
    return [entry for entry in after.history if _key(entry) not in known]


def taken_away(before: Version, after: Version) -> set[str]:
    """What a change took out of the history, to be told once."""
    found = rewritten(before.history, after.history)
    return {_key(one) for one in (*found.gone, *(old for old, _ in found.changed))}


def _skipped(left: Event, entered: Event, after: Version, around: Surroundings, origin: Origin) -> Iterator[Mark]:
    assert after.agreement is not None  # noqa: S101  # asked by the only caller
    first, last = STAGES.index(left.stage), STAGES.index(entered.stage)
    for stage in STAGES[first:last]:
        open_ones = [
            one
            for one in gate(after.agreement, around, stage)
            if one.level == "error" and one.code not in entered.forced
        ]
        if open_ones:
            reasons = [one.message for one in open_ones[:_SHOWN]]
            values = {"left": Label("stage", stage), "day": entered.date, "count": len(open_ones), "reasons": reasons}
            yield Mark("gate-skipped", "warning", origin, Message("audit.gate-skipped", **values))


def _goes_on(entries: Sequence[Entry], at: int) -> bool:
    """Whether the entry at that position is of another stage than the one before it: else no gate was passed."""
    return at > 0 and entries[at].get("stage") != entries[at - 1].get("stage")


def _surplus(new: Sequence[Entry], left: Counter[str]) -> list[int]:
    """Positions of the entries that `left` counts; of equal ones the last."""
    found = []
    rest = Counter(left)
    for at in range(len(new) - 1, -1, -1):
        if rest[_key(new[at])] > 0:
            rest[_key(new[at])] -= 1
            found.append(at)
    return found[::-1]


def _alike(one: Entry, other: Entry) -> bool:
    return one.get("stage") == other.get("stage") and one.get("date") == other.get("date")


def _key(entry: Entry) -> str:
    return json.dumps(entry, sort_keys=True)


def _entry(entry: Entry) -> Message:
    day = _day(entry) or str(entry.get("date", "?"))
    return Message("audit.entry", day=day, stage=Label("stage", str(entry.get("stage", "?"))))


def _day(entry: Entry) -> date | None:
    try:
        return read_date(str(entry.get("date", "")))
    except BadValueError:
        return None


def _shown(value: Any) -> object:
    return Message("audit.nothing") if value is None else value if isinstance(value, str) else json.dumps(value)
