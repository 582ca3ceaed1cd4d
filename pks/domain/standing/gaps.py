"""Days without a text in force between an agreement and its renewal, and the chain the renewals form.

The renewed agreement is in force to its end or its closing, the renewal from its start: the day a renewal
is signed neither opens nor closes a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import successors_of, usual_days_to_signature
from pks.domain.terms import add, add_days

Kind = Literal["past", "running", "forecast"]
_OWED_AFTER: Final = frozenset({None, "expired"})  # closed for any other reason, nothing is owed


class Gap(NamedTuple):
    """`days` uncovered days of the agreement `id`, from `first` to `last`, both included; never 0.

    `past`: over on the day asked about. `running`: not over; without a signed successor `last` is that day
    itself. `forecast`: still to come, certain where the successor is signed, else as things usually go.
    `successor` is whose start ends it, signed or not; None where there is none.
    """

    id: str
    successor: str | None
    first: date
    last: date
    days: int
    kind: Kind


class _Usual(NamedTuple):
    """How long a renewal takes to signature in this office: `days`, else the limits of its stages."""

    office: Office
    days: int | None

    def signed_from(self, entered: date) -> date:
        if self.days is not None:
            return add_days(entered, self.days)
        day = entered
        for limit in self.office.stages.limits:
            day = add(day, limit, holidays=self.office.holidays)
        return day


def gaps(register: Mapping[str, Facts], office: Office, day: date) -> dict[str, Gap]:
    """The gap after each agreement that has one on `day`, by id; `register` must hold every agreement.

    An agreement closed for a reason other than `expired`, or that is meant to stop, owes no renewal: only
    a signed renewal that starts late makes a gap after it.
    """
    renewals, usual = successors_of(register), _Usual(office, usual_days_to_signature(register.values()))
    found = (_gap(facts, renewals.get(id_, ()), usual, day) for id_, facts in register.items())
    return {gap.id: gap for gap in found if gap}


def gap_after(
    register: Mapping[str, Facts], agreement_id: str, office: Office, day: date, *, usual_days: int | None
) -> Gap | None:
    """As `gaps`, and only the one after `agreement_id`: of `register` all that renew it are needed.

    `usual_days` are those from the first entry to the last signature in this office, None where it is not known.
    """
    renewals = successors_of(register).get(agreement_id, ())
    return _gap(register[agreement_id], renewals, _Usual(office, usual_days), day)


def chain(register: Mapping[str, Facts], agreement_id: str) -> tuple[str, ...]:
    """The ids that `agreement_id` renews, itself, and those that renew it, near and far, oldest first.

    A renewal comes after all it renews; else the earlier start, or entry, comes first. Siblings are left out.
    """
    newer = {key: [one.id for one in found] for key, found in successors_of(register).items()}
    older = {key: [one for one in facts.renews_ids if one in register] for key, facts in register.items()}
    left = _reached(agreement_id, older) | _reached(agreement_id, newer)
    placed: list[str] = []
    while left:
        ready = [one for one in left if not left.intersection(older[one]) - {one}]
        placed.append(min(ready or left, key=lambda one: (_age(register[one]), one)))  # all of a loop wait for another
        left.remove(placed[-1])
    return tuple(placed)


def last_covered(ends: date | None, closed_on: date | None) -> date | None:
    """The last day in force by the text itself, whatever renews it: its end or its closing."""
    return min((one for one in (ends, closed_on) if one), default=None)


def _gap(facts: Facts, successors: Sequence[Facts], usual: _Usual, day: date) -> Gap | None:
    covered = last_covered(facts.ends, facts.closed_on)
    if covered is None or not facts.signed or (facts.starts and covered < facts.starts):
        return None  # never in force, or nobody knows until when
    signed = [one for one in successors if one.signed]
    if signed:
        return _before_start(facts, signed, covered, day)
    if facts.closed not in _OWED_AFTER or facts.intent == "stop":
        return None
    if covered < day:
        return _made(facts, next((one.id for one in sorted(successors, key=_age)), None), covered, day, "running")
    return _expected(facts, successors, covered, usual, day)


def _before_start(facts: Facts, signed: Iterable[Facts], covered: date, day: date) -> Gap | None:
    starts = min(((one.starts, one.id) for one in signed if one.starts), default=None)
    if starts is None:
        return None
    last = add_days(starts[0], -1)
    kind: Kind = "past" if last < day else "running" if covered < day else "forecast"
    return _made(facts, starts[1], covered, last, kind)


def _expected(facts: Facts, unsigned: Iterable[Facts], covered: date, usual: _Usual, day: date) -> Gap | None:
    """What is to be expected: the successor, or one begun today, starts when it is signed, or as it plans.

    `day` is covered itself, so that a successor that should have been signed before it leaves no gap.
    """
    expected = ((max(usual.signed_from(one.entered), one.starts or one.entered), one.id) for one in unsigned)
    starts, successor = min(expected, default=(usual.signed_from(day), None))
    return _made(facts, successor, covered, add_days(starts, -1), "forecast")


def _made(facts: Facts, successor: str | None, covered: date, last: date, kind: Kind) -> Gap | None:
    days = (last - covered).days
    return Gap(facts.id, successor, add_days(covered, 1), last, days, kind) if days > 0 else None


def _reached(start: str, links: Mapping[str, Iterable[str]]) -> set[str]:
    seen, queue = {start}, [start]
    for one in queue:  # grows while it is walked
        fresh = set(links.get(one, ())) - seen
        queue.extend(sorted(fresh))
        seen |= fresh
    return seen


def _age(facts: Facts) -> date:
    return facts.starts or facts.entered
