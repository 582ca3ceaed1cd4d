"""What is due as a calendar (RFC 5545): an event of a whole day for each row, with the office's reminders.

An event keeps its UID, so that a calendar which is given the next export changes the event it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from pks.domain.deadlines.deadline import Due
from pks.domain.office import Office
from pks.domain.terms import add, add_days
from pks.extras import needed
from pks.language.render import Language, label, say
from pks.message import Message
from pks.outputs.laid_out import Made
from pks.outputs.visible import visible, visible_text

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_REMINDED_AT: Final = timedelta(hours=8)  # of an office's day
_FIRST: Final = date(2020, 1, 1)  # SEQUENCE counts days from here


def calendar(rows: Sequence[Due], office: Office, today: date, language: Language) -> Made:
    """`rows` as the bytes of an ics file.

    Raises:
        EnvironmentFailureError: when icalendar is not installed.
    """
    needed("icalendar", "icalendar")
    from icalendar import Calendar

    name = visible(say(Message("export.calendar", office=office.office or "pks"), language))
    found = Calendar()
    found.add("prodid", "-//pks//due//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", name)
    for row in rows:
        found.add_component(_event(row, office, today, language))
    return Made(found.to_ical())


def uid(row: Due) -> str:
    """What tells the event apart from all others for ever."""
    return f"{row.id}/{row.key}@pks"


def _event(row: Due, office: Office, today: date, language: Language) -> Event:
    from icalendar import Event

    detail, fix = visible_text(say(row.detail, language)), visible_text(row.fix)
    kind = label("due", row.kind, language)
    summary = visible_text(f"{kind[:1].upper()}{kind[1:]}: {row.title}")
    now = datetime.combine(today, time(), UTC)
    event = Event()
    event.add("uid", visible(uid(row)))
    event.add("summary", summary)
    event.add("description", f"{detail}\n{row.id}\n{fix}")
    event.add("dtstart", row.date)
    event.add("dtend", add_days(row.date, 1))
    event.add("dtstamp", now)
    event.add("last-modified", now)
    event.add("sequence", max(0, (today - _FIRST).days))
    event.add("transp", "TRANSPARENT")  # a day on which something is due is not taken
    event.add("categories", [kind])
    for alarm in _alarms(row, office, today, summary):
        event.add_component(alarm)
    return event


def _alarms(row: Due, office: Office, today: date, words: str) -> Iterator[Alarm]:
    """A reminder for each tier of the office that is still ahead, the earliest first."""
    from icalendar import Alarm

    days = {add(row.date, tier, times=-1, holidays=office.holidays) for tier in office.reminders}
    for day in sorted(one for one in days if one >= today):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", words)
        alarm.add("trigger", day - row.date + _REMINDED_AT)
        yield alarm
