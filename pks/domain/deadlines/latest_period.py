"""The period that a form for reports is about when nobody says: the latest one that is over and owed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pks.domain.deadlines.duties import periods_owed
from pks.domain.deadlines.table import view_of
from pks.domain.office import Office
from pks.domain.standing.judgement import Standing
from pks.domain.terms import Period


def latest_period(standings: Iterable[Standing], office: Office, today: date) -> Period | None:
    """The latest period that any of `standings` owes and that is over by `today`, else the one that is running.

    None where none of them owes any.
    """
    view = view_of((), office, today, today)
    owed = {period for one in standings for period in periods_owed(one, view) if period.first <= today}
    over = [period for period in owed if period.last < today]
    return max(over or owed, key=lambda one: (one.last, one.first), default=None)
