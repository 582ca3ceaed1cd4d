"""The deadlines that follow from the end of the term: expiry, decision, notice and start.

Each function gives the rows of one kind for an agreement that is not closed.
"""

from __future__ import annotations

from collections.abc import Iterable

from pks.domain.deadlines.row import Row, View, names_of_the_others
from pks.domain.standing.judgement import Standing
from pks.domain.terms import add_days
from pks.message import Message


def expiry(standing: Standing, _view: View) -> Iterable[Row]:
    """The last day in force, until a successor is signed."""
    ends = standing.facts.ends
    if ends is None or standing.successor_signed:
        return ()
    if standing.successors:
        detail = Message("due.expiry.unsigned", ends=ends, successors=list(standing.successors))
    else:
        detail = Message("due.expiry", ends=ends)
    return (Row(ends, "expiry", detail),)


def decision(standing: Standing, _view: View) -> Iterable[Row]:
    """The decision day, until an intent is stated or a successor exists."""
    facts = standing.facts
    if facts.decision is None or facts.intent or standing.successors:
        return ()
    return (Row(facts.decision, "decision", Message("due.decision", ends=facts.ends)),)


def notice(standing: Standing, _view: View) -> Iterable[Row]:
    """The day by which the text itself asks for notice, while the decision is open."""
    facts = standing.facts
    if facts.notice_day is None or facts.intent or standing.successors:
        return ()
    detail = Message("due.notice", parties=names_of_the_others(facts), ends=facts.ends)
    return (Row(facts.notice_day, "notice", detail),)


def start(standing: Standing, view: View) -> Iterable[Row]:
    """The day by which work on the renewal must begin, until a successor exists or the intent is to stop.

    The decision day minus the office's usual days to signature, or minus the limits of the four stages
    before signature and registration, one after another.
    """
    facts = standing.facts
    if facts.decision is None or facts.intent == "stop" or standing.successors:
        return ()
    day = facts.decision
    if view.usual_days is not None:
        day = add_days(day, -view.usual_days)
    else:
        for limit in reversed(view.office.stages.limits):
            day = view.after(day, limit, times=-1)
    return (Row(day, "start", Message("due.start", decision=facts.decision, ends=facts.ends)),)
