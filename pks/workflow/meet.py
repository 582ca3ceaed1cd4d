"""Record a meeting, planned or held; one of the same day is brought up to date, and the stage stays where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pks.domain.compared import folded
from pks.domain.model.agreement import Agreement
from pks.domain.model.procedure import Attendee, Meeting
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.nodes import Data
from pks.store.text.splice import Append, Change, Put
from pks.workflow.entries import in_order, only_one, updates
from pks.workflow.record import record
from pks.workflow.save import Options

PLANNED = "planned"
_LIST = "facilitation"


class Attending(NamedTuple):
    """A unit that was or will be there, and how; None where that was not said."""

    unit: str
    mode: str | None


@dataclass(frozen=True)
class MeetingSaid:
    """What is said of the meeting on a day: texts of its fields by key, spelled as the format does, and who attends."""

    on: date
    values: Mapping[str, str]
    attendees: tuple[Attending, ...] = ()


class Met(NamedTuple):
    """What became of it: whether the meeting is new, its outcome now, whether anything changed, a dry run's diff."""

    new: bool
    outcome: str
    changed: bool
    diff: str | None


def meet(book: Book, entry: Entry, said: MeetingSaid, options: Options) -> Met:
    """Record `said` in `entry`'s file. A meeting that is not there yet is planned unless its outcome is said.

    Nothing is dropped from a meeting that is there: what is said replaces, units are added, and a unit that
    is named again with a mode changes its mode.

    Raises:
        InvalidError: the file cannot be understood.
        RefusedError: two meetings have this day, or the edit cannot be proven.
    """
    before: Meeting | None = None

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        nonlocal before
        agreement = understood(reading)
        at = meeting_on(entry.id, agreement, said.on)
        if at is None:
            return [Append((_LIST,), _new(said))]
        before = agreement.facilitation[at]
        path = (_LIST, at)
        return [*updates(path, before, said.values), *_attendance((*path, "attendees"), before, said.attendees)]

    def outcome() -> str:
        return said.values.get("outcome") or (before and before.outcome) or PLANNED

    done = record(book, [entry], plan, lambda _: f"{entry.id}: meeting {said.on}, {_english(outcome())}", options)
    return Met(before is None, outcome(), bool(done.changed), done.diff)


def meeting_on(id_: str, agreement: Agreement, day: date) -> int | None:
    """The position from 0 of the meeting on `day`, None where there is none.

    Raises:
        RefusedError: when there are two or more.
    """
    found = [at for at, meeting in enumerate(agreement.facilitation) if meeting.date == day]
    return only_one(found, id_, _LIST, day)


def _english(outcome: str) -> str:
    """The outcome in the words of a commit message."""
    return {"none": "no corrections"}.get(outcome, outcome)


def _new(said: MeetingSaid) -> Data:
    values: dict[str, Data] = {"outcome": PLANNED, **said.values, "date": said.on.isoformat()}
    if said.attendees:
        values["attendees"] = [_data(one) for one in _merged(said.attendees)]
    return {key: values[key] for key in Meeting.fields if key in values}


def _attendance(path: tuple[str | int, ...], meeting: Meeting, said: Sequence[Attending]) -> list[Change]:
    """The changes that bring the attendees at `path` up to date; units are compared without case and space."""
    known = {folded(_unit(one)): at for at, one in reversed(list(enumerate(meeting.attendees)))}
    changes: list[Change] = []
    for one in _merged(said):
        at = known.get(folded(one.unit))
        if at is None:
            changes.append(Append(path, _data(one)))
        elif one.mode is not None:
            changes += _in_mode((*path, at), meeting.attendees[at], one.mode)
    return changes


def _in_mode(path: tuple[str | int, ...], now: str | Attendee, mode: str) -> list[Change]:
    if isinstance(now, str):
        return [Put(path, {"unit": now, "mode": mode})]
    return updates(path, now, {"mode": mode})


def _merged(said: Sequence[Attending]) -> list[Attending]:
    """Each unit once, in the order they were named, with the mode that was said of it last."""
    found: dict[str, Attending] = {}
    for one in said:
        before = found.get(folded(one.unit), one)
        found[folded(one.unit)] = Attending(before.unit, one.mode or before.mode)
    return list(found.values())


def _unit(attendee: str | Attendee) -> str:
    return attendee if isinstance(attendee, str) else attendee.unit or ""


def _data(one: Attending) -> Data:
    return one.unit if one.mode is None else in_order(Attendee, {"unit": one.unit, "mode": one.mode})
