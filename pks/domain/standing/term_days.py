"""The days that follow from the term as it is written: the last day in force, the decision day, the notice day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from pks.domain.office import Office
from pks.domain.terms import LastDay, add, add_days, last_day_in_force

if TYPE_CHECKING:  # as in `pks.domain.standing.facts`
    from pks.domain.model.agreement import Agreement


def last_day_of(agreement: Agreement, office: Office) -> date | None:
    """The last day in force: the written end wins; else start and length; an event alone gives no day."""
    term = agreement.term
    if term is None or term.ends:
        return term.ends if term else None
    if term.starts is None or term.length is None:
        return None
    return last_day_in_force(term.starts, term.length, cast("LastDay", office.last_day), holidays=office.holidays)


def decision_day_of(agreement: Agreement, ends: date | None, office: Office) -> date | None:
    """The end minus the longer notice, the office's or the agreement's, at most a third of the term.

    The longer notice is the one that leads to the earlier day. The third is of the days from start to
    end, both included, in whole days; without a start it is not known and nothing is cut.
    """
    if ends is None:
        return None
    own = notice_day_of(agreement, ends, office)
    day = add(ends, office.notice, times=-1, holidays=office.holidays)
    day = min(day, own) if own else day
    starts = agreement.term.starts if agreement.term else None
    if starts is None:
        return day
    third = max((ends - starts).days + 1, 0) // 3
    return max(day, add_days(ends, -third))


def notice_day_of(agreement: Agreement, ends: date | None, office: Office) -> date | None:
    """The end minus the notice the agreement itself asks for, whole; None where it states none."""
    notice = agreement.term.notice if agreement.term else None
    return add(ends, notice, times=-1, holidays=office.holidays) if ends and notice else None
