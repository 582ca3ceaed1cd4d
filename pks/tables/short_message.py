"""A short message about one agreement: whom it asks for what, and by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.row import name_of, names_of_the_others, waited_for
from pks.domain.ledger import ranges
from pks.domain.letters import meeting_for
from pks.domain.rules.privacy import found_in
from pks.domain.standing.corrections import unanswered
from pks.domain.standing.judgement import Standing
from pks.errors import RefusedError
from pks.message import Label, Message

if TYPE_CHECKING:  # as in `pks.domain.standing.facts`
    from pks.domain.model.agreement import Agreement

TOPICS: Final = ("due", "corrections", "meeting", "renewal", "report")
# Letters of what other people wrote; the whole must fit one message.
_LONGEST_TITLE: Final = 140
_LONGEST_NAME: Final = 70
LONGEST_ROW: Final = 150
_MOST_NAMES: Final = 2
_MOST_ROWS: Final = 4
_BY_KIND: Final = {
    "correction": "corrections", "meeting": "meeting", "report": "report",
    "expiry": "renewal", "decision": "renewal", "notice": "renewal", "start": "renewal",
}  # fmt: skip


class Draft(NamedTuple):
    """Whom it is to, its sentences, a line each, and what may be left out where it gets too long."""

    to: Message
    lines: tuple[Message, ...]
    rows: tuple[Message, ...] = ()
    more: int = 0
    ask: Message | None = None


@dataclass(frozen=True)
class About:
    """One agreement today, with its deadlines of the next 90 days and all it owes; `to` is a party's key, or None."""

    agreement: Agreement
    standing: Standing
    rows: Sequence[Due]
    today: date
    to: str | None

    @property
    def id(self) -> str:
        """The id of the agreement."""
        return self.standing.facts.id

    @property
    def title(self) -> str | Message:
        """Its title, as much as there is room for."""
        return short(self.agreement.title, _LONGEST_TITLE)


def short(text: str, most: int) -> str | Message:
    """`text` on one line of at most `most` letters; nothing of it where it holds somebody's number or address."""
    if found_in(text):
        return Message("message.hidden")
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"


def topic_of(about: About) -> str:
    """What the message is about when nobody says: what is due next, else whom the agreement waits for."""
    soonest = min(_for_others(about), key=lambda row: row.date, default=None)
    return _BY_KIND.get(soonest.kind, "due") if soonest else "due"


def draft(topic: str, about: About) -> Draft:
    """The message on `topic`, one of TOPICS.

    Raises:
        RefusedError: when there is nothing to say on it, or the agreement is closed and owes no report.
    """
    facts = about.standing.facts
    if facts.closed and facts.closed_on and topic not in {"report", "due"}:
        raise RefusedError(Message("message.closed", id=facts.id, date=facts.closed_on))
    return _DRAFTS[topic](about)


def _nothing(about: About, topic: str) -> RefusedError:
    return RefusedError(Message(f"message.nothing.{topic}", id=about.id))


def _to(about: About, names: Sequence[str]) -> Message:
    """The party that was named, else `names`, or the parties where those are many."""
    if about.to is not None:
        names = [name_of(about.standing.facts, about.to)]
    if not names or len(names) > _MOST_NAMES:
        return Message("message.to-parties")
    return Message("message.to", names=[short(one, _LONGEST_NAME) for one in names])


def _others(about: About) -> Message:
    return _to(about, names_of_the_others(about.standing.facts))


def _meeting(about: About) -> Draft:
    found = meeting_for("invitation", about.agreement, None, about.today)
    if found is None or found.date is None:
        raise _nothing(about, "meeting")
    lines = [Message("message.meeting", weekday=Message(f"weekday.{found.date.weekday()}"), date=found.date)]
    if found.place:
        lines.append(Message("message.meeting.place", place=short(found.place, _LONGEST_NAME)))
    if found.mode:
        lines.append(Message("message.meeting.mode", mode=Label("mode", found.mode)))
    return Draft(_others(about), tuple(lines), ask=Message("message.meeting.ask"))


def _corrections(about: About) -> Draft:
    asked: dict[str, list[int]] = {}
    for key, correction in unanswered(about.agreement):
        if about.to in {None, key}:
            asked.setdefault(key, []).append(correction.no)
    facts = about.standing.facts
    if not asked:
        if about.to is None:
            raise _nothing(about, "corrections")
        who = name_of(facts, about.to)
        raise RefusedError(Message("message.nothing.corrections-to", id=about.id, party=who))
    rows = [
        Message(
            "message.corrections", who=short(name_of(facts, key), _LONGEST_NAME), count=len(numbers),
            numbers=short(ranges(numbers).replace("-", "–"), _LONGEST_NAME),
        )
        for key, numbers in asked.items()
    ]  # fmt: skip
    by = min((row.date for row in about.rows if row.kind == "correction" and row.party in asked), default=None)
    ask = Message("message.corrections.undated")
    if by is not None:
        ask = Message("message.corrections.ask" if by >= about.today else "message.corrections.late", date=by)
    to = _to(about, [name_of(facts, key) for key in asked])
    return Draft(to, (), tuple(rows[:_MOST_ROWS]), max(0, len(rows) - _MOST_ROWS), ask)


def _renewal(about: About) -> Draft:
    facts = about.standing.facts
    if facts.ends is None:
        raise _nothing(about, "renewal")
    days = (facts.ends - about.today).days
    when = "ahead" if days > 0 else "past" if days < 0 else "today"
    lines = [Message(f"message.renewal.{when}", ends=facts.ends, days=abs(days))]
    if facts.notice_day and facts.notice_day >= about.today and not facts.intent:
        lines.append(Message("message.renewal.notice", date=facts.notice_day))
    ask = Message("message.renewal.ask-soon")
    if facts.intent in {"renew", "stop"}:
        ask = Message(f"message.renewal.{facts.intent}s")
    elif facts.decision and facts.decision >= about.today:
        ask = Message("message.renewal.ask", date=facts.decision)
    return Draft(_others(about), tuple(lines), ask=ask)


def _report(about: About) -> Draft:
    owed = [row for row in about.rows if row.kind == "report"]
    if not owed:
        raise _nothing(about, "report")
    first = min(owed, key=lambda row: row.date)
    key = "message.report.ask" if first.days >= 0 else "message.report.late"
    ask = Message(key, date=first.date, tier=short(first.tier or "", _LONGEST_NAME))
    return Draft(_to(about, about.agreement.lead), (Message("message.report", period=first.period),), ask=ask)


def _due(about: About) -> Draft:
    """What is due, the earliest first; where nothing is, whom the agreement waits for."""
    facts, rows = about.standing.facts, sorted(_for_others(about), key=lambda row: row.date)
    if about.to is not None:
        rows = [row for row in rows if row.party in {None, about.to}]
    if not rows and (facts.waiting is None or facts.closed):
        raise _nothing(about, "due")
    to = _waited_for(about)
    if not rows:
        since = facts.waiting_since or facts.stage_since
        stage = Label("stage", facts.stage)
        return Draft(to, (Message("message.due.waiting", stage=stage, waiting=waited_for(facts), since=since),))
    said = [
        Message("message.due.late" if row.days < 0 else "message.due.row", date=row.date, detail=row.detail)
        for row in rows[:_MOST_ROWS]
    ]
    return Draft(to, (), tuple(said), max(0, len(rows) - _MOST_ROWS), Message("message.due.ask"))


def _for_others(about: About) -> list[Due]:
    """The deadlines that others can do something about; how long a stage lasts is the office's own concern."""
    mine = about.standing.facts.waiting in {None, "office"}
    return [row for row in about.rows if row.kind != "stage" or not mine]


def _waited_for(about: About) -> Message:
    waiting = about.standing.facts.waiting
    if about.to is None and waiting == "council":
        return Message("message.to-council")
    if about.to is None and waiting not in {None, "office"}:
        return _to(about, [name_of(about.standing.facts, str(waiting))])
    return _others(about)


_DRAFTS: Final[dict[str, Callable[[About], Draft]]] = {
    "due": _due,
    "corrections": _corrections,
    "meeting": _meeting,
    "renewal": _renewal,
    "report": _report,
}
