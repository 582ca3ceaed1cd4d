"""One deadline while it is being worked out, and what every kind of deadline is worked out from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.terms import Length, add
from pks.message import Message


class View(NamedTuple):
    """What all agreements are judged by: the office's rules, the day, and how far ahead to look.

    `horizon` is the last day looked at, itself included. `usual_days` is the office's own usual time to
    signature, None where its histories are too few.
    """

    office: Office
    today: date
    horizon: date
    usual_days: int | None
    holidays: frozenset[date]

    def after(self, day: date, delay: Length, *, times: int = 1) -> date:
        """Count `times` delays on from `day`, past the office's holidays where it counts working days."""
        return add(day, delay, times=times, holidays=self.holidays)


class Row(NamedTuple):
    """A deadline of one agreement; `key` tells it apart from the agreement's others for ever.

    `item` is how `pks set` addresses what it is about in its list: a position from 1, or a number.
    """

    date: date
    key: str
    detail: Message
    party: str | None = None
    tier: str | None = None
    period: str | None = None
    item: int | None = None


def name_of(facts: Facts, key: str) -> str:
    """The name of the party `key`; the text itself where it is no party's key."""
    return next((party.name for party in facts.parties if party.key == key), key)


def names_of_the_others(facts: Facts) -> list[str]:
    """The names of the parties that are not ours; of all, where every one or none is said to be ours."""
    others = [party.name for party in facts.parties if not party.ours]
    return others or [party.name for party in facts.parties]


def waited_for(facts: Facts) -> Message:
    """Whom the agreement waits for, in words; the office where nobody is named."""
    if facts.waiting in {None, "office", "council"}:
        return Message(f"waiting.{facts.waiting or 'office'}")
    return Message("waiting.party", name=name_of(facts, str(facts.waiting)))
