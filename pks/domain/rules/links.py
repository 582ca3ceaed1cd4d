"""Findings about the links between agreements: umbrellas, renewals and amendments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import Final, NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.rules.rule import REGISTER, Hit, Parameter, Rule, hit
from pks.domain.rules.surroundings import OtherFacts, Surroundings
from pks.domain.standing.gaps import last_covered
from pks.domain.standing.signatures import unsigned
from pks.domain.standing.term_days import last_day_of
from pks.domain.terms import Length, add, add_days, parse_length
from pks.domain.vocabulary import FOREIGN, SIGNED_STAGES, UMBRELLAS

_LINKS: Final = ("under", "renews", "amends")
_ACYCLIC: Final[dict[str, Callable[[OtherFacts], tuple[str, ...]]]] = {
    "under": lambda other: other.under_ids,
    "renews": lambda other: other.renews_ids,
}
_IDLE: Final = Parameter("umbrella-unused", Length(14, "months", "14 months"), parse_length)
_TOLERATED: Final = Parameter("uncovered", Length(0, "days", "0 days"), parse_length)
_NEAR: Final = 0.75
_GUESSES: Final = 10  # so many links of one agreement are compared with every id: a text may hold thousands


class _Link(NamedTuple):
    """A link that names the id `to`: its field, its position from 0, and how `pks set` calls the place."""

    field: str
    at: int
    to: str
    place: str


def _links(agreement: Agreement) -> Iterator[_Link]:
    for field in _LINKS:
        links = getattr(agreement, field)
        for at, link in enumerate(links):
            if isinstance(link, str):
                yield _Link(field, at, link, field if len(links) == 1 else f"{field}.{at + 1}")


def _dangling(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    lost = (one for one in _links(agreement) if one.to not in surroundings.others and one.to != surroundings.id)
    for number, (field, at, link, place) in enumerate(lost):
        near = _nearest_id(link, surroundings) if number < _GUESSES else None
        if near:
            yield hit(field, at, variant="near", link=link, field=field, place=place, near=near)
        else:
            yield hit(field, at, link=link, field=field, place=place)


def _nearest_id(link: str, surroundings: Surroundings) -> str | None:
    ids = surroundings.others.keys() - {surroundings.id}
    return next(iter(get_close_matches(link.lower(), ids, n=1, cutoff=_NEAR)), None)


def _to_itself(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    for field, at, link, place in _links(agreement):
        if link == surroundings.id:
            yield hit(field, at, field=field, place=place)


def _loop(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    """Each agreement of the loop says so at its own link; one that only leads into it does not."""
    for field, at, link, place in _links(agreement):
        if field not in _ACYCLIC or link == surroundings.id:
            continue
        way = _way_back(link, _ACYCLIC[field], surroundings)
        if way:
            yield hit(field, at, field=field, place=place, way=" → ".join((surroundings.id, *way)))


def _way_back(
    start: str, links: Callable[[OtherFacts], tuple[str, ...]], surroundings: Surroundings
) -> tuple[str, ...]:
    """The shortest way from `start` to the agreement itself, both included; empty when there is none."""
    came_from: dict[str, str | None] = {start: None}
    queue = [start]
    for name in queue:  # grows while it is walked
        if name == surroundings.id:
            return _walked(name, came_from)
        other = surroundings.others.get(name)
        for target in links(other) if other else ():
            if target not in came_from:
                came_from[target] = name
                queue.append(target)
    return ()


def _walked(end: str, came_from: dict[str, str | None]) -> tuple[str, ...]:
    way = [end]
    while (before := came_from[way[-1]]) is not None:
        way.append(before)
    return tuple(reversed(way))


def _two_successors(_: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    """An older successor that a newer one renews in turn is no rival of it."""
    open_ones = [one for one in surroundings.successors() if not one.closed]
    renewed = {link for one in open_ones for link in one.renews_ids}
    rivals = sorted(one.id for one in open_ones if one.id not in renewed)
    if len(rivals) > 1:
        yield hit("title", successors=rivals)


def _amended_while_renewing(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    """Both change the same text; what an addendum renews by itself is no renewal beside it."""
    renewals = [one for one in surroundings.successors() if not one.closed and not one.signed]
    if agreement.closed or not renewals:
        return
    for at, amendment in enumerate(agreement.amendments):
        begun = sorted(one.id for one in renewals if amendment.date and one.entered < amendment.date)
        if begun:
            no, day, first = amendment.no, amendment.date, begun[0]
            yield hit("amendments", at, "date", no=no, date=day, successors=begun, first=first)
    open_ones = {one.id for one in surroundings.addenda() if not one.closed and not one.signed}
    names = sorted(one.id for one in renewals)
    addenda = sorted(open_ones.difference(names))
    if addenda:
        yield hit("title", variant="addendum", addenda=addenda, successors=names, first=names[0])


def _outlives_umbrella(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    ends = last_day_of(agreement, surroundings.office)
    if ends is None or ends < surroundings.today or agreement.closed:
        return
    for at, link in enumerate(agreement.under):
        umbrella = surroundings.others.get(link) if isinstance(link, str) else None
        if umbrella is None:
            continue
        covered = _covered_until(umbrella, surroundings)
        if covered and covered < ends:
            yield hit("under", at, umbrella=umbrella.id, title=umbrella.title, covered=covered, ends=ends)


def _covered_until(umbrella: OtherFacts, surroundings: Surroundings) -> date | None:
    """The last day the umbrella or a signed renewal of it holds; None where one has no known end."""
    latest, seen, queue = date.min, {umbrella.id}, [umbrella]
    for one in queue:  # grows while it is walked
        days = [day for day in (one.ends, one.closed_on) if day]
        if not days:
            return None
        latest = max(latest, min(days))
        newer = [n for n in surroundings.crossings.successors.get(one.id, ()) if n.signed]
        queue.extend(n for n in newer if n.id not in seen)
        seen.update(n.id for n in newer)
    return latest


def _umbrella_unused(agreement: Agreement, surroundings: Surroundings) -> Iterable[Hit]:
    """A foreign MoU is carried out by itself, so it needs nothing under it."""
    starts = agreement.term.starts if agreement.term else None
    if agreement.instrument not in UMBRELLAS or agreement.cooperation in FOREIGN or starts is None:
        return ()
    if not _in_force(agreement, surroundings) or surroundings.children():
        return ()
    idle = _IDLE.value(surroundings.office)
    if surroundings.today <= add(starts, idle, holidays=surroundings.office.holidays):
        return ()
    return (hit("term", "starts", starts=starts),)


def _in_force(agreement: Agreement, surroundings: Surroundings) -> bool:
    ends = last_day_of(agreement, surroundings.office)
    if agreement.closed or agreement.stage not in SIGNED_STAGES:
        return False
    return (ends is None or surroundings.today <= ends) and not any(
        one.signed and one.starts and one.starts <= surroundings.today for one in surroundings.successors()
    )


def _uncovered(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    """Past its end, still open and not renewed; one that is meant to stop owes no renewal."""
    ends = _last_covered(agreement, surroundings)
    if ends is None or agreement.closed or _is_to_stop(agreement):
        return
    successors = surroundings.successors()
    tolerated = add(ends, _TOLERATED.value(surroundings.office), holidays=surroundings.office.holidays)
    if surroundings.today <= tolerated or any(one.signed for one in successors):
        return
    days = (surroundings.today - ends).days
    if successors:
        names = sorted(one.id for one in successors)
        yield hit("term", variant="preparing", ends=ends, days=days, successors=names, first=names[0])
    else:
        yield hit("term", ends=ends, days=days)


def _uncovered_before(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    covered = _last_covered(agreement, surroundings)
    renewals = [(one.starts, one.id) for one in surroundings.successors() if one.signed and one.starts]
    if covered is None or not renewals:
        return
    starts, successor = min(renewals)
    days = (starts - covered).days - 1
    if days > 0:
        first, last = add_days(covered, 1), add_days(starts, -1)
        yield hit("term", days=days, first=first, last=last, successor=successor)


def _last_covered(agreement: Agreement, surroundings: Surroundings) -> date | None:
    """The last day in force, whatever renews it; None where it never was in force, or the day is not known."""
    if agreement.stage not in SIGNED_STAGES and unsigned(agreement):
        return None
    closing, starts = agreement.closed, agreement.term.starts if agreement.term else None
    covered = last_covered(last_day_of(agreement, surroundings.office), closing.date if closing else None)
    return None if covered and starts and covered < starts else covered


def _is_to_stop(agreement: Agreement) -> bool:
    return agreement.renewal is not None and agreement.renewal.intent == "stop"


def _superseded_by_nothing(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    closing = agreement.closed
    if closing and closing.closed == "superseded" and not surroundings.successors():
        yield hit("history", len(agreement.history) - 1, "closed")


LINK_RULES: Final = (
    Rule("dangling-link", "warning", REGISTER, _dangling, "practice"),
    Rule("link-to-itself", "error", REGISTER, _to_itself, "practice"),
    Rule("link-loop", "error", REGISTER, _loop, "practice"),
    Rule("two-successors", "warning", REGISTER, _two_successors, "practice"),
    Rule("amendment-while-renewing", "warning", REGISTER, _amended_while_renewing, "practice"),
    Rule("outlives-umbrella", "warning", REGISTER, _outlives_umbrella, "practice"),
    Rule("umbrella-unused", "warning", REGISTER, _umbrella_unused, "practice", parameter=_IDLE),
    Rule("uncovered", "warning", REGISTER, _uncovered, "practice", parameter=_TOLERATED),
    Rule("uncovered-before", "info", REGISTER, _uncovered_before, "practice"),
    Rule("superseded-by-nothing", "info", REGISTER, _superseded_by_nothing, "practice"),
)
