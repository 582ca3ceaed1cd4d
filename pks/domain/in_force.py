"""The term of an agreement in words, as it is or as it would be from a given start."""

from __future__ import annotations

from datetime import date

from pks.domain.model.agreement import Agreement, Term
from pks.domain.office import Office
from pks.domain.standing.term_days import last_day_of
from pks.message import Message


def starting(agreement: Agreement, day: date) -> Agreement:
    """The agreement as it would be if its term started on `day`."""
    term = (agreement.term or Term()).but(starts=day)
    return agreement.but(term=term)


def in_force(agreement: Agreement, office: Office) -> Message:
    """From when to when it is in force, the last day counted as `office` counts, or which of the two is missing."""
    term, ends = agreement.term, last_day_of(agreement, office)
    starts = term.starts if term else None
    if starts is None:
        return Message("inforce.no-start")
    if ends:
        return Message("inforce.days", starts=starts, ends=ends)
    until = term.until if term else None
    return Message("inforce.until", starts=starts, until=until) if until else Message("inforce.open", starts=starts)
