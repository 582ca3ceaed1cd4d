"""The sections of the brief about what is owed: answers, reports, papers, meetings and tasks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.row import name_of, names_of_the_others
from pks.domain.standing.facts import Facts, OpenCorrection
from pks.message import Label, Message
from pks.tables.brief_sight import Item, Sight, first_of, in_days, named, titled

_NAMES: Final = 4
_TITLES: Final = 3
_SOON_DAYS: Final = 14
_PAST_REGISTRATION: Final = frozenset({"reporting", "renewal"})
_CHECK: Final = "pks check --all"
_NUMBERLESS: Final = "pks list --stage reporting --stage renewal --without registration.number"


class _Wait(NamedTuple):
    """Somebody who is waited for since a day; `late` past the time they have."""

    who: str
    since: date
    item: Item


def waiting(sight: Sight) -> Iterator[Item]:
    """Who is waited for, on what and since when: whoever keeps us waiting longest first, with all of theirs."""
    groups: dict[str, list[_Wait]] = defaultdict(list)
    stages = {row.id: row for row in sight.rows_of("stage") if row.days < 0}
    for standing in sight.standings.values():
        if not standing.facts.closed:
            for wait in _waits(standing.facts, stages.get(standing.facts.id), sight):
                groups[wait.who].append(wait)
    for group in groups.values():
        group.sort(key=lambda wait: (wait.since, wait.item.id))
    for _, group in sorted(groups.items(), key=lambda one: (one[1][0].since, one[0])):
        yield from (wait.item for wait in group)


def reports(sight: Sight) -> Iterator[Item]:
    """The reports that are overdue, by unit in charge, else by our side; the unit with most of them first."""
    units: dict[str, list[Due]] = defaultdict(list)
    for row in sight.rows_of("report"):
        if row.days < 0:
            facts = sight.facts(row.id)
            for unit in facts.lead or [party.name for party in facts.parties if party.ours] or [""]:
                units[unit].append(row)
    for unit, rows in sorted(units.items(), key=lambda one: (-len(one[1]), one[0])):
        who = first_of([unit], 1) if unit else Message("brief.reports.nobody")
        values = {"unit": who, "count": len(rows), "parts": _parts(rows)}
        yield Item("report", None, rows[0].days, Message("brief.reports", **values), late=True)


def papers(sight: Sight) -> Iterator[Item]:
    """Of all agreements signed and not over: no signed copy, original nowhere, registered without a number."""
    signed = [
        one.facts
        for _, one in sorted(sight.standings.items())
        if one.facts.signed and one.validity not in {"ended", "superseded"}
    ]
    uncopied = [one for one in signed if not one.has_signed_copy]
    unlocated = [one for one in signed if not one.original_located]
    unnumbered = [one for one in signed if one.stage in _PAST_REGISTRATION and not one.register]
    yield from _lacking("copy", uncopied, _CHECK)
    yield from _lacking("original", unlocated, _CHECK)
    yield from _lacking("number", unnumbered, _NUMBERLESS)


def appointments(sight: Sight) -> Iterator[Item]:
    """Meetings and tasks that are near or past; of a task that comes back, the oldest time it was not done."""
    tasks: set[tuple[str, str]] = set()
    for row in sight.rows_of("meeting", "task"):
        if row.days > _SOON_DAYS:
            continue
        task = (row.id, "/".join(row.key.split("/")[:2]))
        if row.kind == "meeting":
            yield Item("meeting", row.id, row.days, _meeting(row, sight), row.days < 0)
        elif task not in tasks:
            tasks.add(task)
            yield Item("task", row.id, row.days, _task(row, sight), row.days < 0)


def _waits(facts: Facts, overdue: Due | None, sight: Sight) -> Iterator[_Wait]:
    asked: dict[str, list[OpenCorrection]] = defaultdict(list)
    for correction in facts.corrections:
        asked[correction.party].append(correction)
    for key, corrections in asked.items():
        yield _unanswered(facts, key, corrections, sight)
    replies, after = sight.view.office.replies, sight.view.after
    if facts.offer_open and facts.stage == "draft":
        late = after(facts.offer_open, replies.offer) < sight.view.today
        names = names_of_the_others(facts)
        yield _wait(names[0], facts.offer_open, "offer", facts, sight, late=late, party=first_of(names, _NAMES))
    if facts.council_open:
        late = after(facts.council_open, replies.council) < sight.view.today
        yield _wait("council", facts.council_open, "council", facts, sight, late=late, name=named(facts))
    if facts.waiting in {None, "office"}:
        if overdue:
            values = {"name": named(facts), "stage": Label("stage", facts.stage), "over": -overdue.days}
            yield _wait("office", facts.stage_since, "office", facts, sight, late=True, **values)
    elif facts.stage == "corrections" and facts.waiting_since and facts.waiting not in {*asked, "council"}:
        key, late = str(facts.waiting), overdue is not None
        name, code = name_of(facts, key), "party" if facts.corrections_open else "signature"
        wait = _wait(name, facts.waiting_since, code, facts, sight, late=late, party=name)
        yield _half_signed(wait, facts) if code == "signature" and facts.half_signed else wait


def _half_signed(wait: _Wait, facts: Facts) -> _Wait:
    """The same wait, with how many have signed and everybody who has not."""
    missing = first_of((name_of(facts, key) for key in facts.unsigned), _NAMES)
    values = {"signed": facts.signatures, "count": len(facts.parties), "missing": missing}
    message = Message("brief.waiting.half-signed", **wait.item.message.values, **values)
    return wait._replace(item=wait.item._replace(message=message))


def _unanswered(facts: Facts, key: str, corrections: Sequence[OpenCorrection], sight: Sight) -> _Wait:
    since = min(one.raised for one in corrections)
    late = sight.view.after(since, sight.view.office.replies.correction) < sight.view.today
    name = name_of(facts, key)
    return _wait(name, since, "correction", facts, sight, late=late, party=name, count=len(corrections))


def _wait(who: str, since: date, code: str, facts: Facts, sight: Sight, *, late: bool, **values: object) -> _Wait:
    days = sight.days_to(since)
    message = Message(f"brief.waiting.{code}", title=titled(facts), since=since, days=max(-days, 0), **values)
    return _Wait(who, since, Item(code, facts.id, days, message, late))


def _parts(rows: Sequence[Due]) -> list[Message]:
    """How many reports for which period to whom, the oldest first."""
    counts = Counter((row.period, row.tier) for row in rows)
    parts = [
        Message("brief.reports.part", count=count, period=period, tier=tier)
        for (period, tier), count in list(counts.items())[:_NAMES]
    ]
    left = sum(list(counts.values())[_NAMES:])
    return [*parts, Message("brief.others", count=left)] if left else parts


def _lacking(code: str, found: list[Facts], command: str) -> Iterator[Item]:
    if not found:
        return
    titles: list[str | Message] = [f"“{titled(one)}”" for one in found[:_TITLES]]
    if len(found) > _TITLES:
        titles.append(Message("brief.papers.more", count=len(found) - _TITLES, command=command))
    only = found[0].id if len(found) == 1 else None
    yield Item(code, only, None, Message(f"brief.papers.{code}", count=len(found), titles=titles))


def _meeting(row: Due, sight: Sight) -> Message:
    place = row.detail.values.get("place")
    values = {"name": named(sight.facts(row.id)), "day": row.date, "when": in_days(row.days), "place": place}
    return Message(f"brief.meeting{'.late' if row.days < 0 else '.at' if place else ''}", **values)


def _task(row: Due, sight: Sight) -> Message:
    values = {"name": named(sight.facts(row.id)), "day": row.date, "when": in_days(row.days), **row.detail.values}
    who, late = ".who" if "who" in values else "", ".late" if row.days < 0 else ""
    return Message(f"brief.task{who}{late}", **values)
