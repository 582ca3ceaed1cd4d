"""What is told beforehand of the deadlines of one agreement holds on any day."""

from __future__ import annotations

import pytest

from pks.domain.deadlines.outlook import settled_of
from pks.domain.standing.facts import Facts
from tests.domain.builders import CLOSED, FAR, OFFICE, TERM, day, entered, facts, rows, running

DRAFT = facts(
    offer={"sent": "2026-01-06"},
    council={"submitted": "2026-01-07"},
    facilitation=[{"date": "2026-02-02", "outcome": "planned"}],
    corrections=[{"no": 1, "clause": "Pasal 4", "raised": {"date": "2026-02-03"}}],
    tasks=[{"what": "Rapat", "due": "2026-03-01"}],
)
IN_FORCE = running(office=OFFICE, term={**TERM, "notice": "30 days", "review": "1 year"})
TO_STOP = running(renewal={"intent": "stop"})
ENDED = running(office=OFFICE, history=[*entered("reporting"), *CLOSED], tasks=[{"what": "Arsip", "due": "2027-04-01"}])


@pytest.mark.parametrize(
    ("subject", "kinds"),
    [
        (DRAFT, {"offer", "council", "meeting", "correction", "task", "stage"}),
        (IN_FORCE, {"expiry", "decision", "notice", "start", "report", "review"}),
        (TO_STOP, {"expiry"}),
        (ENDED, {"report", "task"}),
    ],
)
@pytest.mark.parametrize("today", ["2026-01-05", "2026-02-12", "2028-02-11", "2028-02-12", "2031-01-01"])
def test_what_was_told_beforehand_is_what_is_due_on_any_day(subject: Facts, kinds: set[str], today: str) -> None:
    settled = settled_of(subject, (), OFFICE, FAR)
    of_today = [
        row._replace(fix=late if late and row.date < day(today) else row.fix)
        for row, late in zip(settled.rows, settled.late, strict=True)
    ]
    told = sorted(
        [*of_today, *([settled.start] if settled.start else [])], key=lambda row: (row.date, row.kind, row.key)
    )
    assert {row.kind for row in told} == kinds
    stated_by_day = {"offer", "council"}  # dealt with by stating the day itself
    expected = [row._replace(days=0) for row in rows(subject, on=today)]
    assert [row[:-4] for row in told] == [row[:-4] for row in expected]
    assert [one.fix for one in told if one.kind not in stated_by_day] == [
        one.fix for one in expected if one.kind not in stated_by_day
    ]
