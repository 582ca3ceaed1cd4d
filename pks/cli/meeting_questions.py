"""How the values of a meeting are read, and what `pks meet` asks for on a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from pks.cli.arguments import one_of
from pks.cli.asking import answered, until_read
from pks.cli.desk import Desk, day_argument
from pks.cli.recording import optional
from pks.domain.model.procedure import Meeting
from pks.domain.vocabulary import MEETING_OUTCOMES, MODES
from pks.errors import UsageError
from pks.language.render import label
from pks.message import Message
from pks.workflow.meet import PLANNED, Attending, MeetingSaid


def read_mode(text: str) -> str:
    """A mode as the format spells it, from its name there or in words.

    Raises:
        UsageError: when it is none.
    """
    return one_of("--mode", [text], MODES, kind="mode")[0]


def read_outcome(text: str) -> str:
    """An outcome as the format spells it, from its name there or in words.

    Raises:
        UsageError: when it is none.
    """
    return one_of("--outcome", [text], MEETING_OUTCOMES, kind="meeting-outcome")[0]


def read_attending(text: str) -> Attending:
    """`UNIT` or `UNIT=MODE`, split at the last `=`; a name that holds one itself ends with one more.

    Raises:
        UsageError: when the unit is missing, or what should be a mode is none.
    """
    unit, equals, mode = (part.strip() for part in text.rpartition("="))
    if not equals:
        unit, mode = mode, ""
    if not unit:
        raise UsageError(Message("usage.option-needs-value", name="--attendee"))
    if not mode:
        return Attending(unit, None)
    try:
        return Attending(unit, read_mode(mode))
    except UsageError:
        raise UsageError(Message("meeting.bad-mode", text=mode, modes=list(MODES), given=text)) from None


def asked_day(desk: Desk) -> dt.date:
    """The day that tells one meeting from another; Enter means today."""

    def read(text: str) -> dt.date:
        return day_argument(text, "--date")

    return until_read(desk, Message("ask.meeting-date"), read, default=desk.today.isoformat())


def completed(desk: Desk, said: MeetingSaid, now: Meeting | None) -> MeetingSaid:
    """`said` with what the person answers: how a meeting went whose day has come, and who was at one that was held.

    `now` is the meeting of that day as the file has it; what it states is not asked for.
    """
    values = dict(said.values)
    outcome = values.get("outcome") or (now and now.outcome) or PLANNED
    if outcome == PLANNED and "outcome" not in values and said.on <= desk.today:
        outcome = values["outcome"] = _asked_outcome(desk, said.on)
    if outcome == PLANNED:
        return replace(said, values=values)
    if "chair" not in values and not (now and now.chair):
        chair = optional(desk, Message("ask.chair"))
        values |= {"chair": chair} if chair else {}
    attendees = said.attendees
    if not attendees and not (now and now.attendees):
        attendees = tuple(_asked_attendees(desk))
    return replace(said, values=values, attendees=attendees)


def _asked_outcome(desk: Desk, on: dt.date) -> str:
    """How the meeting went; Enter means that one of today is still to come."""
    if on < desk.today:
        return answered(desk, None, "ask.outcome", "--outcome", read_outcome)
    planned = label("meeting-outcome", PLANNED, desk.language)
    return optional(desk, Message("ask.outcome"), read_outcome, default=planned)


def _asked_attendees(desk: Desk) -> Iterator[Attending]:
    number = 1
    while True:
        text = optional(desk, Message("ask.attendee", number=number), _checked)
        if not text:
            return
        yield read_attending(text)
        number += 1


def _checked(text: str) -> str:
    read_attending(text)
    return text
