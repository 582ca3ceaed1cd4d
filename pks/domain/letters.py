"""Which meeting a letter is about, and what must be known before each kind of letter can be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from pks.domain.standing.judgement import Standing
from pks.message import Message

if TYPE_CHECKING:  # as in `pks.domain.standing.facts`
    from pks.domain.model.agreement import Agreement
    from pks.domain.model.procedure import Meeting

_PLANNED: Final = frozenset({None, "planned"})


@dataclass(frozen=True)
class Subject:
    """What a letter is about: one agreement today, the meeting that is meant, if any, and whose letter it is."""

    agreement: Agreement
    standing: Standing
    meeting: Meeting | None
    office: str | None
    today: date


def is_held(meeting: Meeting) -> bool:
    """Whether somebody has said how it went."""
    return meeting.outcome not in _PLANNED


def meeting_for(kind: str, agreement: Agreement, day: date | None, today: date) -> Meeting | None:
    """The meeting a letter of `kind` is about.

    That of `day`, where one is given. Else minutes are of the last that was held, an invitation is to the next
    that is planned; any other letter is about the next planned one, or the last held one where none is planned.
    """
    dated = [one for one in agreement.facilitation if one.date is not None]
    if day is not None:
        return next((one for one in dated if one.date == day), None)
    ahead = sorted((one for one in dated if not is_held(one) and _day(one) >= today), key=_day)
    held = sorted((one for one in dated if is_held(one)), key=_day)
    if kind == "minutes":
        return held[-1] if held else None
    if kind == "invitation":
        return ahead[0] if ahead else None
    return ahead[0] if ahead else held[-1] if held else None


def missing(kind: str, subject: Subject, day: date | None) -> list[Message]:
    """What a letter of `kind` cannot do without and nobody has recorded, each with the command that records it."""
    found = [] if subject.office else [Message("letter.needs.office")]
    return [*found, *_NEEDS.get(kind, _nothing)(subject, day)]


def _day(meeting: Meeting) -> date:
    return meeting.date or date.max


def _nothing(_subject: Subject, _day: date | None) -> Iterator[Message]:
    yield from ()


def _invitation(subject: Subject, day: date | None) -> Iterator[Message]:
    if subject.meeting is not None:
        return
    id_ = subject.standing.facts.id
    if day is not None:
        yield Message("letter.needs.meeting-on", id=id_, date=day, day=day.isoformat())
        return
    past = [one.date for one in subject.agreement.facilitation if one.date and not is_held(one)]
    if past:
        yield Message("letter.needs.meeting-ahead", id=id_, date=max(past), day=max(past).isoformat())
    else:
        yield Message("letter.needs.meeting", id=id_)


def _minutes(subject: Subject, day: date | None) -> Iterator[Message]:
    """As the gate that follows the meeting: day, chair, attendance and outcome, and the corrections it asked for."""
    meeting, id_ = subject.meeting, subject.standing.facts.id
    if meeting is None:
        key = "letter.needs.held" if day is None else "letter.needs.held-on"
        yield Message(key, id=id_, **({} if day is None else {"date": day, "day": day.isoformat()}))
        return
    on = meeting.date.isoformat() if meeting.date else ""
    for name, known in (
        ("outcome", is_held(meeting)),
        ("chair", meeting.chair),
        ("attendees", meeting.attendees),
    ):
        if not known:
            yield Message(f"letter.needs.{name}", id=id_, date=meeting.date, day=on)
    if meeting.outcome == "corrections" and not subject.agreement.corrections:
        yield Message("letter.needs.corrections", id=id_, date=meeting.date)


def _notice(subject: Subject, _day: date | None) -> Iterator[Message]:
    facts = subject.standing.facts
    if facts.closed and facts.closed_on:
        yield Message("letter.needs.open", id=facts.id, date=facts.closed_on)
    if not facts.signed:
        yield Message("letter.needs.signed", id=facts.id)
    if facts.ends is None:
        yield Message("letter.needs.ends", id=facts.id)
    if subject.standing.successor_signed:
        yield Message("letter.needs.no-successor", id=facts.id, successors=list(subject.standing.successors))


_NEEDS: Final[dict[str, Callable[[Subject, date | None], Iterator[Message]]]] = {
    "invitation": _invitation,
    "minutes": _minutes,
    "notice": _notice,
}
