"""The sections of the brief about terms: what to decide, what ends together, what runs without a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from pks.domain.deadlines.row import name_of, names_of_the_others
from pks.domain.deadlines.term import start
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing
from pks.domain.terms import add
from pks.domain.vocabulary import FOREIGN, SIGNED_STAGES, UMBRELLAS
from pks.message import Message
from pks.tables.brief_sight import Item, Sight, first_of, in_days, named

_SEVERAL: Final = 3
_MONTHS_AHEAD: Final = 12
_NAMES: Final = 4


def decide(sight: Sight) -> Iterator[Item]:
    """Every signed agreement whose decision day has come or is near, until its end has passed."""
    for row in sight.rows_of("decision"):
        facts = sight.facts(row.id)
        if not facts.signed or facts.ends is None or sight.days_to(facts.ends) < 0:
            continue
        values = {
            "name": named(facts),
            "ends": facts.ends,
            "left": in_days(sight.days_to(facts.ends)),
            "day": row.date,
            "when": in_days(row.days),
        }
        late = row.days < 0
        yield Item("decision", row.id, row.days, Message(f"brief.decide{'.late' if late else ''}", **values), late)


def together(sight: Sight) -> Iterator[Item]:
    """Every calendar month, this one and twelve ahead, in which several agreements end that need a renewal.

    One that is not to be renewed, or whose renewal is in the register, is no more work and not counted.
    """
    months: dict[int, list[Standing]] = defaultdict(list)
    today = sight.view.today
    for standing in sight.standings.values():
        ends = standing.facts.ends
        if ends is None or ends < today or not _needs_renewal(standing):
            continue
        ahead = (ends.year - today.year) * 12 + ends.month - today.month
        if ahead <= _MONTHS_AHEAD:
            months[ahead].append(standing)
    for _, ending in sorted(months.items()):
        if len(ending) >= _SEVERAL:
            yield _month(ending, sight)


def uncovered(sight: Sight) -> Iterator[Item]:
    """What is past its end without a signed successor, and what should have started but is not signed."""
    items = [item for standing in sight.standings.values() for item in _uncovered(standing, sight)]
    yield from sorted(items, key=lambda item: (item.days, item.id))


def umbrellas(sight: Sight) -> Iterator[Item]:
    """Umbrellas too long without an agreement under them; else those with clusters nobody has filled."""
    filled: dict[str, list[Facts]] = defaultdict(list)
    for standing in sight.standings.values():
        facts = standing.facts
        if facts.signed or not facts.closed:  # one closed before it was signed fills nothing
            for umbrella in facts.under_ids:
                filled[umbrella].append(facts)
    for id_, standing in sorted(sight.standings.items()):
        if standing.validity in {"active", "expiring", "unknown", "upcoming"}:
            under = [one for one in filled[id_] if one.id != id_]
            yield from _unused(standing.facts, sight) if not under and _is_idle(standing, sight) else ()
            yield from _empty_clusters(standing.facts, under) if under or not _is_idle(standing, sight) else ()


def _needs_renewal(standing: Standing) -> bool:
    facts = standing.facts
    return facts.signed and not facts.closed and not standing.successors and facts.intent != "stop"


def changed_since(sight: Sight) -> Iterator[Item]:
    """What is not in a text as every party accepted it, by id."""
    for id_, fields in sorted(sight.beside.changed.items()):
        words = [Message(f"rules.text.{field}") for field in fields]
        values = {"name": named(sight.facts(id_)), "fields": words}
        yield Item("changed", id_, None, Message("brief.changed", **values))


def _month(ending: list[Standing], sight: Sight) -> Item:
    ending = sorted(ending, key=lambda one: (one.facts.ends, one.facts.id))
    day = min(row.date for standing in ending for row in start(standing, sight.view))
    days = sight.days_to(day)
    first, last = ending[0].facts.ends, ending[-1].facts.ends
    usual = sight.view.usual_days
    values = {
        "count": len(ending),
        "span": Message("brief.span.day" if first == last else "brief.span.days", first=first, last=last),
        "partners": first_of((name for one in ending for name in names_of_the_others(one.facts)), _NAMES),
        "day": day,
        "when": in_days(days),
        "speed": Message("brief.speed.limits") if usual is None else Message("brief.speed.usual", days=usual),
    }
    return Item("together", None, days, Message(f"brief.together{'.late' if days < 0 else ''}", **values), days < 0)


def _uncovered(standing: Standing, sight: Sight) -> Iterator[Item]:
    facts, today = standing.facts, sight.view.today
    if standing.validity == "expired" and facts.ends and not standing.successor_signed:
        days = sight.days_to(facts.ends)
        values = {"name": named(facts), "ends": facts.ends, "days": -days, "successors": list(standing.successors)}
        variant = ".renewal" if standing.successors else ".stopped" if facts.intent == "stop" else ""
        yield Item("uncovered", facts.id, days, Message(f"brief.uncovered{variant}", **values), late=True)
    elif standing.validity == "preparing" and facts.starts and facts.starts < today and facts.unsigned:
        days = sight.days_to(facts.starts)
        parties = first_of((name_of(facts, key) for key in facts.unsigned), _NAMES)
        values = {"name": named(facts), "starts": facts.starts, "days": -days, "parties": parties}
        yield Item("unsigned", facts.id, days, Message("brief.unsigned", **values), late=True)


def _is_idle(standing: Standing, sight: Sight) -> bool:
    """Whether the umbrella has been in force longer than one may stay without an agreement under it.

    A foreign memorandum is carried out by itself, so it needs nothing under it.
    """
    facts, view = standing.facts, sight.view
    if facts.instrument not in UMBRELLAS or facts.cooperation in FOREIGN or facts.starts is None:
        return False
    if facts.stage not in SIGNED_STAGES:
        return False
    idle = sight.beside.idle_after()
    return idle is not None and view.today > add(facts.starts, idle, holidays=view.office.holidays)


def _unused(facts: Facts, sight: Sight) -> Iterator[Item]:
    if facts.starts:
        days = sight.days_to(facts.starts)
        values = {"name": named(facts), "starts": facts.starts, "days": -days}
        yield Item("umbrella", facts.id, days, Message("brief.umbrella.unused", **values), late=True)


def _empty_clusters(facts: Facts, under: list[Facts]) -> Iterator[Item]:
    taken = {one.cluster.casefold() for one in under if one.cluster}
    empty = [name for name in facts.clusters if name.casefold() not in taken]
    if empty:
        values = {"name": named(facts), "count": len(empty), "clusters": first_of(empty, _NAMES)}
        yield Item("cluster", facts.id, None, Message("brief.umbrella.clusters", **values))
