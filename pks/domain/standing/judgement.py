"""Where each agreement of a register stands on a day: what its own file cannot tell alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from pks.domain.terms import add_days

if TYPE_CHECKING:  # whoever only reads deadlines that were kept needs none
    from pks.domain.standing.facts import Facts

ENOUGH_HISTORIES: Final = 5
_ACCEPTED_IN: Final = frozenset({"corrections", "registration", "reporting"})


class Standing(NamedTuple):
    """One agreement on one day.

    `successors` are the ids, sorted, of the agreements that renew it, without those that were closed
    before they were signed. In force are the days from `in_force_from` to `in_force_until`, both
    included: to the end, the closing, or the day before a signed successor starts, whichever is first.
    A text that was closed before every party signed it never was, so it has no first day.
    None is not known, or open; where the last day is before the first, it is never in force.
    """

    facts: Facts
    validity: str
    unknown_field: str | None
    successors: tuple[str, ...]
    successor_signed: bool
    in_force_from: date | None
    in_force_until: date | None


def judge(register: Mapping[str, Facts], day: date) -> dict[str, Standing]:
    """Say where each agreement of `register`, by id, stands on `day`.

    `register` must hold every agreement: a successor left out leaves its predecessor in force.
    """
    renewals = successors_of(register)
    return {key: standing(facts, renewals.get(key, ()), day) for key, facts in register.items()}


def judge_one(register: Mapping[str, Facts], id_: str, day: date) -> Standing:
    """As `judge`, and only the agreement `id_`, which `register` must hold as well."""
    return standing(register[id_], successors_of(register).get(id_, ()), day)


def successors_of(register: Mapping[str, Facts]) -> dict[str, list[Facts]]:
    """By id, the agreements that renew it; one closed before it was signed counts for nothing."""
    renewals: dict[str, list[Facts]] = defaultdict(list)
    for key, facts in register.items():
        if facts.renews and facts.counts:
            for renewed in set(facts.renews_ids) - {key}:
                renewals[renewed].append(facts)
    return renewals


def standing(facts: Facts, successors: Sequence[Facts], day: date) -> Standing:
    """Say where `facts` stand on `day`, given every agreement that renews them.

    Of these only the ids count, which are signed, and when they start.
    """
    signed = [successor for successor in successors if successor.signed]
    started = min((successor.starts for successor in signed if successor.starts), default=None)
    last_days = (facts.ends, facts.closed_on, add_days(started, -1) if started else None)
    unknown = unknown_field(facts)
    validity = _validity(facts, started, unknown, day)
    return Standing(
        facts=facts,
        validity=validity,
        unknown_field=unknown if validity == "unknown" else None,
        successors=tuple(sorted(successor.id for successor in successors)),
        successor_signed=bool(signed),
        in_force_from=None if facts.closed and not facts.signed else facts.starts,
        in_force_until=min((last for last in last_days if last), default=None),
    )


def may_be_accepted(facts: Facts) -> bool:
    """Whether every party may have accepted the text by now, so that a change of it would matter."""
    has_any = not {"corrections", "facilitation"}.isdisjoint(facts.stated)
    return has_any and facts.stage in _ACCEPTED_IN and not facts.closed


def unknown_field(facts: Facts) -> str | None:
    """What is missing to know the term: `term.starts`, else `term.length`, else nothing."""
    if facts.starts is None:
        return "term.starts"
    return None if facts.length_stated else "term.length"


def usual_days_to_signature(register: Iterable[Facts]) -> int | None:
    """The median days from first entry to last signature, rounded down; None below five histories.

    Only agreements whose whole way was recorded here count: not imported, every signature dated.
    """
    return usual_days(facts.days_to_signature for facts in register)


def usual_days(known: Iterable[int | None]) -> int | None:
    """As `usual_days_to_signature`, of the days of each; None among them does not count."""
    days = sorted(one for one in known if one is not None)
    if len(days) < ENOUGH_HISTORIES:
        return None
    return (days[(len(days) - 1) // 2] + days[len(days) // 2]) // 2


def _validity(
    facts: Facts, successor_starts: date | None, unknown: str | None, day: date
) -> str:  # one return for each of the eight
    if facts.closed:
        return "ended"
    if not facts.signed:
        return "preparing"
    if successor_starts and successor_starts <= day:
        return "superseded"
    if facts.starts is None or unknown:
        return "unknown"
    if day < facts.starts:
        return "upcoming"
    if facts.ends and day > facts.ends:
        return "expired"
    if facts.decision and day >= facts.decision:
        return "expiring"
    return "active"
