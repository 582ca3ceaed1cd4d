"""What is told beforehand of the deadlines of one agreement is right, holds on any day, and costs little."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from pks.domain.deadlines import duties
from pks.domain.deadlines.outlook import outlook_of, settled_of
from pks.domain.deadlines.row import View
from pks.domain.standing.facts import Facts
from pks.domain.terms import Length
from tests.domain.builders import CLOSED, FAR, NO_REPORTS, OFFICE, TERM, day, entered, facts, rows, running

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


_DAILY = {"what": "Rapat", "due": "1926-06-01", "every": "1 day"}


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({"tasks": [_DAILY]}, "1926-06-01"),
        ({"tasks": [_DAILY | {"done": ["1926-06-02"] * 2}]}, "1926-06-03"),
        ({"tasks": [{"due": "2025-03-01", "done": ["2025-03-01"]}, {"due": "2025-04-01"}]}, "2025-04-01"),
        ({"tasks": [{"due": "2025-04-01"}], "history": CLOSED}, "2025-04-01"),
        ({"tasks": [{"due": "2031-01-01", "every": "1 year"}], "history": CLOSED}, "2030-01-02"),
        ({"history": entered("draft")}, "2026-04-05"),
        ({"history": entered("draft"), "offer": {"sent": "2026-01-02"}}, "2026-02-01"),
        ({"history": CLOSED}, "2030-01-02"),
        ({"term": {"starts": "2035-01-01", "length": "1 year"}, "history": entered("reporting")}, "2030-01-02"),
    ],
)
def test_nothing_falls_due_before_the_first_day_that_is_told(fields: dict[str, Any], first: str) -> None:
    until = day("2030-01-01")
    subject = facts(office=NO_REPORTS, **fields)
    assert outlook_of(subject, NO_REPORTS, until).first == day(first)
    found = [row.date for row in rows(subject, on="2030-01-01", until=until, office=NO_REPORTS)]
    assert min(found, default=day("2030-01-02")) == day(first)


def test_a_task_of_every_day_is_not_counted_through_to_tell_its_first(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[date] = []

    def counting(first: date, every: Length, view: View) -> Iterator[date]:
        for one in occurrences(first, every, view):
            counted.append(one)
            yield one

    occurrences = duties.occurrences
    monkeypatch.setattr(duties, "occurrences", counting)
    subject = running(OFFICE, tasks=[_DAILY, _DAILY | {"done": ["1926-06-02"]}] * 100)
    assert outlook_of(subject, OFFICE, day("2030-01-01")).first == day("1926-06-01")
    assert len(counted) == 100 + 200
