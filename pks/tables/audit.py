"""What an audit found out about agreements: who changed what and when, and what does not look right about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from pks.message import Message
from pks.tables.content import Line
from pks.tables.differences import Difference
from pks.tables.page import Page, Section
from pks.tables.table import Cell

_SHORT: Final = 8  # characters of a commit's hash
_SHOWN: Final = 3
_MARKS: Final = {"error": "late", "warning": "soon", "info": "weak"}


class Origin(NamedTuple):
    """Where a change comes from: a commit with its day and author; all empty for what is not committed yet."""

    hash: str | None = None
    day: date | None = None
    author: str | None = None
    subject: str | None = None


class Event(NamedTuple):
    """A change of an agreement's file; `begun` where the file was made."""

    origin: Origin
    changes: tuple[Difference, ...]
    begun: bool = False


class Mark(NamedTuple):
    """Something that does not look right: `level` is error, warning or info."""

    code: str
    level: str
    origin: Origin
    message: Message


class Trail(NamedTuple):
    """All that is known of one agreement: its changes and what was found, each oldest first."""

    id: str
    title: str
    events: tuple[Event, ...]
    marks: tuple[Mark, ...]


def audit_page(trail: Trail, *, events: bool) -> Page:
    """What was found about one agreement, then, where `events` are wanted, who changed what and when."""
    count = Message("audit.counts", findings=len(trail.marks), changes=len(trail.events))
    sections = []
    if trail.marks:
        sections.append(Section(Message("audit.findings"), tuple(map(_found, trail.marks))))
    if events and trail.events:
        sections.append(Section(Message("audit.changes"), tuple(map(_changed, trail.events))))
    return Page(trail.title, (trail.id, count), tuple(sections))


def audit_json(trails: Sequence[Trail]) -> list[dict[str, Any]]:
    """The trails as `audit --json` gives them."""
    return [
        {
            "id": trail.id,
            "events": [_event(one) for one in trail.events],
            "findings": [_finding(one) for one in trail.marks],
        }
        for trail in trails
    ]


def _found(mark: Mark) -> Line:
    origin = mark.origin
    said = Message("audit.found", level=Message(f"level.{mark.level}"), message=mark.message, code=mark.code)
    by = _by(origin)
    whole = said if by is None else Message("audit.found-by", found=said, by=by)
    return Line(_day(origin), whole, mark=_MARKS[mark.level])


def _changed(event: Event) -> Line:
    origin = event.origin
    what = Message("audit.begun") if event.begun else _fields(event.changes)
    if origin.hash is None:
        return Line(_day(origin), what)
    values = {"author": origin.author, "subject": origin.subject, "commit": origin.hash[:_SHORT], "what": what}
    return Line(_day(origin), Message("audit.event", **values))


def _fields(changes: Sequence[Difference]) -> Message:
    words = tuple(dict.fromkeys(_words(changes)))
    if not words:
        return Message("audit.no-field")
    shown = list(words[:_SHOWN])
    if len(words) > _SHOWN:
        return Message("audit.fields-more", fields=shown, count=len(words) - _SHOWN)
    return Message("audit.fields", fields=shown)


def _words(changes: Sequence[Difference]) -> Iterator[Cell]:
    for one in changes:
        yield one.words


def _by(origin: Origin) -> Message | None:
    if origin.hash is None:
        return None
    return Message("audit.by", author=origin.author, commit=origin.hash[:_SHORT], subject=origin.subject)


def _day(origin: Origin) -> str | Message:
    return Message("audit.now") if origin.day is None else origin.day.isoformat()


def _event(event: Event) -> dict[str, Any]:
    fields = list(dict.fromkeys(one.field for one in event.changes))
    return {**_origin(event.origin), "subject": event.origin.subject, "begun": event.begun, "fields": fields}


def _finding(mark: Mark) -> dict[str, Any]:
    return {"code": mark.code, "level": mark.level, **_origin(mark.origin), "message": mark.message}


def _origin(origin: Origin) -> dict[str, Any]:
    short = None if origin.hash is None else origin.hash[:_SHORT]
    return {"commit": short, "day": origin.day and origin.day.isoformat(), "author": origin.author}
