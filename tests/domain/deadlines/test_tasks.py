"""Which time a task falls due, and which time a recorded day discharges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pks.domain.deadlines.row import View
from pks.domain.deadlines.table import view_of
from pks.domain.deadlines.tasks import NumberedTask, falls_due, is_discharged_by, numbered
from pks.domain.model.running import Task
from pks.domain.office import Office
from tests.domain.made import made_of

TODAY = date(2026, 3, 1)


def view() -> View:
    return view_of((), Office(), TODAY, TODAY)


def task(**fields: object) -> Task:
    return made_of(Task, {"what": "Rapat", **fields})


@pytest.mark.parametrize(
    ("fields", "nth", "day"),
    [
        ({"due": "2026-01-31"}, 1, date(2026, 1, 31)),
        ({"due": "2026-01-31"}, 2, None),
        ({}, 1, None),
        ({"every": "1 month"}, 1, None),
        ({"due": "2026-01-31", "every": "1 month"}, 2, date(2026, 2, 28)),
        ({"due": "2026-01-31", "every": "1 month"}, 3, date(2026, 3, 31)),
        ({"due": "2026-01-30", "every": "2 hari kerja"}, 2, date(2026, 2, 3)),
        ({"due": "2190-01-01", "every": "200 years"}, 60, None),
    ],
)
def test_the_nth_time_is_counted_from_the_first(fields: dict[str, str], nth: int, day: date | None) -> None:
    assert falls_due(task(**fields), nth, view()) == day


def test_tasks_are_numbered_with_their_next_day_or_the_day_they_were_done() -> None:
    tasks = [
        task(due="2026-01-01", done=["2026-01-02"]),
        task(due="2026-01-31", every="1 month", done=["2026-02-01"]),
        task(what=None),
    ]
    assert list(numbered(tasks, view())) == [
        NumberedTask(1, "Rapat", None, date(2026, 1, 2)),
        NumberedTask(2, "Rapat", date(2026, 2, 28), None),
        NumberedTask(3, None, None, None),
    ]


@pytest.mark.parametrize(
    ("fields", "day", "is_discharged"),
    [
        ({"due": "2026-01-01"}, TODAY, False),
        ({"due": "2026-01-01", "done": ["2026-01-02"]}, TODAY, True),
        ({"due": "2026-01-31", "every": "1 month"}, TODAY, False),
        ({"due": "2026-01-31", "every": "1 month", "done": ["2026-03-01"]}, TODAY, False),
        ({"due": "2026-02-28", "every": "1 month", "done": ["2026-03-01"]}, TODAY, True),
        ({"due": "2026-02-28", "every": "1 month", "done": ["2026-02-27"]}, TODAY, False),
        ({"due": "2026-02-22", "every": "1 week", "done": ["2026-03-01"]}, TODAY, False),
        ({"every": "1 week", "done": ["2026-03-01"]}, TODAY, True),
    ],
)
def test_a_recorded_day_discharges_only_what_had_fallen_due(
    fields: dict[str, object], day: date, *, is_discharged: bool
) -> None:
    assert is_discharged_by(task(**fields), day, view()) == is_discharged


@settings(deadline=None)
@given(st.integers(1, 60), st.integers(0, 60))
def test_recording_one_day_until_nothing_more_is_due_leaves_only_what_is_to_come(every: int, ago: int) -> None:
    done: list[str] = []
    due = TODAY - timedelta(days=ago)
    fields: dict[str, object] = {"due": due.isoformat(), "every": f"{every} days"}
    while not is_discharged_by(task(**fields, done=done), TODAY, view()):
        done.append(TODAY.isoformat())
    assert len(done) == ago // every + 1
    following = falls_due(task(**fields), len(done) + 1, view())
    assert following is not None
    assert following > TODAY
