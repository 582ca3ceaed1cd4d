"""The page for the head of division: what needs a decision, an answer or a paper, in sentences by urgency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from pks.domain.deadlines.table import due, view_of
from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing
from pks.domain.terms import add_days
from pks.message import Message
from pks.tables.brief_owed import appointments, papers, reports, waiting
from pks.tables.brief_sight import Beside, Item, Sight
from pks.tables.brief_terms import changed_since, decide, together, umbrellas, uncovered

_NEAR_DAYS: Final = 30
_COUNTED: Final = ("active", "expiring", "expired", "preparing", "unknown", "upcoming", "superseded", "ended")


class Section(NamedTuple):
    """Sentences under a heading; `command` lists what does not fit on the page."""

    code: str
    heading: Message
    items: tuple[Item, ...]
    command: str


class Brief(NamedTuple):
    """The page: its day, whose register it is (None where office.yaml does not say), its sections."""

    date: date
    office: str | None
    sections: tuple[Section, ...]

    @property
    def title(self) -> Message:
        """Whose page it is, and of which day."""
        if self.office is None:
            return Message("brief.title.unnamed", date=self.date)
        return Message("brief.title", office=self.office, date=self.date)


def brief(
    register: Mapping[str, Facts],
    standings: Mapping[str, Standing],
    office: Office,
    today: date,
    beside: Beside,
) -> Brief:
    """The page on `today` of the whole `register`, by id, whose `standings` were judged on that day.

    Sections without a sentence are left out; where nothing is left but the count, it says that all is well.
    """
    horizon = add_days(today, _NEAR_DAYS)
    rows = due(register, standings, office, today, horizon)
    sight = Sight(standings, rows, view_of(register.values(), office, today, horizon), beside)
    sections = []
    for code, (items_of, command) in SECTIONS.items():
        items = tuple(items_of(sight))
        if items:
            sections.append(Section(code, Message(f"brief.heading.{code}"), items, command))
    return Brief(today, office.office, tuple(_with_comfort(sections)))


def brief_json(page: Brief) -> dict[str, Any]:
    """The page as `brief --json` gives it, with every item; messages are left for the output to say."""
    return {
        "date": page.date,
        "office": page.office,
        "sections": [
            {
                "code": section.code,
                "message": section.heading,
                "items": [
                    {"code": item.code, "id": item.id, "days": item.days, "message": item.message}
                    for item in section.items
                ],
            }
            for section in page.sections
        ],
    }


def glance(sight: Sight) -> Iterator[Item]:
    """How many agreements there are and where they stand; what is missing most where that cannot be told."""
    counts = Counter(standing.validity for standing in sight.standings.values())
    parts = [Message(f"brief.count.{one}", count=counts[one]) for one in _COUNTED if counts[one]]
    if not parts:
        yield Item("empty", None, None, Message("brief.glance.empty"))
        return
    yield Item("count", None, None, Message("brief.glance", count=counts.total(), parts=parts))
    half = sum(standing.facts.half_signed for standing in sight.standings.values())
    if half:
        yield Item("half-signed", None, None, Message("brief.glance.half-signed", count=half))
    missing = Counter(one.unknown_field for one in sight.standings.values() if one.unknown_field)
    if missing:
        yield Item("doubtful", None, None, _doubtful(missing))


def unreadable(sight: Sight) -> Iterator[Item]:
    """How many files could not be understood, and the first thing wrong with each."""
    if sight.beside.broken:
        yield Item("unreadable", None, None, Message("brief.unreadable", count=len(sight.beside.broken)), late=True)
    for finding in sight.beside.broken:
        place = finding.file if finding.line is None else f"{finding.file}:{finding.line}:{finding.column}"
        yield Item("file", None, None, Message("brief.unreadable.line", place=place, reason=finding.message))


SECTIONS: Final[dict[str, tuple[Callable[[Sight], Iterable[Item]], str]]] = {
    "glance": (glance, "pks list"),
    "decide": (decide, "pks due --kind decision --within 30d"),
    "together": (together, 'pks due --kind expiry --within "13 months"'),
    "waiting": (waiting, "pks due --kind correction --kind offer --kind council --kind stage"),
    "changed": (changed_since, "pks check"),
    "uncovered": (uncovered, "pks list --validity expired --validity preparing"),
    "umbrellas": (umbrellas, "pks list --instrument KB --instrument NK --instrument MoU"),
    "reports": (reports, "pks due --kind report --overdue"),
    "papers": (papers, "pks check --all"),
    "appointments": (appointments, "pks due --kind meeting --kind task --within 14d"),
    "unreadable": (unreadable, "pks check"),
}


def _doubtful(missing: Counter[str]) -> Message:
    field, most = min(missing.items(), key=lambda one: (-one[1], one[0]))
    words = Message("brief.field.starts" if field == "term.starts" else "brief.field.length")
    if most == missing.total():
        return Message("brief.doubtful", count=most, field=words)
    return Message("brief.doubtful.mostly", count=missing.total(), field=words, missing=most)


def _with_comfort(sections: list[Section]) -> list[Section]:
    """Say that all is well after a count that stands alone."""
    if [item.code for section in sections for item in section.items] != ["count"]:
        return sections
    (alone,) = sections
    return [alone._replace(items=(*alone.items, Item("well", None, None, Message("brief.glance.well"))))]
