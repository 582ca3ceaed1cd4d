"""Tasks and reviews: how they come round, and what silences them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pks.domain.deadlines.duties import occurrences
from pks.domain.deadlines.table import view_of
from pks.message import Message
from tests.domain.builders import (
    CLOSED,
    OFFICE,
    TERM,
    day,
    length,
    of_kind,
    only,
    rows,
    running,
)


def _tasks(*tasks: dict[str, Any], until: str = "2027-12-31", **fields: Any) -> list[tuple[str, str]]:
    return of_kind("task", rows(running(tasks=list(tasks), **fields), until=day(until)))


def test_a_task_is_due_until_it_is_done() -> None:
    assert _tasks({"what": "Rapat", "due": "2026-08-01"}) == [("2026-08-01", "task/1")]
    assert _tasks({"what": "Rapat", "due": "2026-08-01", "done": ["2026-08-03"]}) == []
    assert _tasks({"what": "Rapat"}, {"what": "Surat", "due": "2026-08-02"}) == [("2026-08-02", "task/2")]
    assert _tasks({"what": "Rapat", "due": "2030-08-01"}, until="2031-01-01") == [("2030-08-01", "task/1")]


def test_a_recurring_task_falls_due_from_due_to_due_and_the_nth_done_discharges_the_nth() -> None:
    task = {"what": "Rapat", "due": "2026-08-31", "every": "6 months"}
    assert _tasks(task) == [
        ("2026-08-31", "task/1/1"),
        ("2027-02-28", "task/1/2"),
        ("2027-08-31", "task/1/3"),
    ]
    assert _tasks(task | {"done": ["2027-08-31"]}) == [("2027-02-28", "task/1/2"), ("2027-08-31", "task/1/3")]
    assert _tasks(task | {"done": ["2026-09-01", "2026-09-02", "2026-09-03"]}) == []
    assert _tasks(task, until="2027-08-30") == [("2026-08-31", "task/1/1"), ("2027-02-28", "task/1/2")]


def test_a_recurring_task_ends_with_the_last_day_in_force() -> None:
    task = {"what": "Rapat", "due": "2027-08-11", "every": "6 months"}
    assert _tasks(task, until="2035-01-01") == [("2027-08-11", "task/1/1"), ("2028-02-11", "task/1/2")]
    earlier = {"starts": "2026-02-11", "length": "2 years"}
    assert _tasks(task, until="2035-01-01", term=earlier) == [("2027-08-11", "task/1/1")]
    assert len(_tasks(task, until="2035-08-11", term={"starts": "2026-02-12", "until": "izin terbit"})) == 17


@pytest.mark.parametrize(
    ("every", "second", "third"),
    [
        ("5 working days", "2026-08-07", "2026-08-14"),
        ("1 week", "2026-08-08", "2026-08-15"),
        ("30d", "2026-08-31", "2026-09-30"),
        ("1 year", "2027-08-01", "2028-08-01"),
    ],
)
def test_tasks_recur_by_every_kind_of_length(every: str, second: str, third: str) -> None:
    task = {"what": "Rapat", "due": "2026-08-01", "every": every, "done": ["2026-08-01"]}  # a Saturday
    found = _tasks(task, until=third, term={"starts": "2026-02-12", "length": "5 years"})
    assert found == [(second, "task/1/2"), (third, "task/1/3")]


def test_tasks_of_a_closed_agreement_stand_as_far_as_they_fell_due() -> None:
    found = _tasks(
        {"what": "Arsip", "due": "2027-06-01"},
        {"what": "Rapat", "due": "2026-09-01", "every": "6 months"},
        history=CLOSED,
    )
    assert found == [("2026-09-01", "task/2/1"), ("2027-03-01", "task/2/2"), ("2027-06-01", "task/1")]


@pytest.mark.parametrize(
    ("task", "detail"),
    [
        ({"what": "Rapat", "who": "dinsos"}, Message("due.task.who", who="Dinas Sosial", what="Rapat")),
        ({"what": "Rapat", "who": "Bagian Hukum"}, Message("due.task.who", who="Bagian Hukum", what="Rapat")),
        ({"what": "Rapat"}, Message("due.task", what="Rapat")),
        ({}, Message("due.task", what=Message("due.task.unnamed", position=1))),
    ],
)
def test_a_task_says_what_and_who(task: dict[str, Any], detail: Message) -> None:
    assert only("task", rows(running(tasks=[task | {"due": "2026-08-01"}]))).detail == detail


def _reviews(until: str = "2035-01-01", **fields: Any) -> list[tuple[str, str]]:
    term = {"starts": "2024-02-29", "length": "5 years", "review": "1 year"} | fields.pop("term", {})
    return of_kind("review", rows(running(term=term, **fields), until=day(until)))


def test_reviews_come_round_from_the_start_until_an_evaluation_and_to_the_last_day() -> None:
    every_year = [(on, f"review/{on}") for on in ("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29")]
    assert _reviews() == every_year
    assert _reviews(evaluations=[{"date": "2026-02-27"}]) == every_year[1:]
    assert _reviews(evaluations=[{"date": "2026-02-28"}]) == every_year[2:]
    assert _reviews(evaluations=[{"score": 3}]) == every_year
    assert _reviews(until="2026-02-28") == every_year[:2]
    assert _reviews(term={"starts": "2024-03-01"})[0] == ("2025-03-01", "review/2025-03-01")
    assert _reviews(term={"review": "2 years"}) == [every_year[1], every_year[3]]


def test_a_review_needs_a_start_and_falls_on_the_last_day_but_not_after_it() -> None:
    assert _reviews(term={"starts": None}) == []
    assert _reviews(term={"starts": "2026-01-01", "ends": "2027-01-01"}) == [("2027-01-01", "review/2027-01-01")]
    assert _reviews(term={"starts": "2026-01-01", "ends": "2026-12-31"}) == []


def test_a_review_says_which_day_it_is_about() -> None:
    row = only("review", rows(running(term=TERM | {"review": "1 year"}), until=day("2027-06-01")))
    assert row.detail == Message("due.review", day=day("2027-02-12"))


def test_what_comes_round_stops_at_the_end_of_the_calendar() -> None:
    view = view_of([], OFFICE, day("2026-06-01"), date.max)
    found = occurrences(date(9996, 1, 1), length("1 year"), view)
    assert [on.isoformat() for on in found] == ["9996-01-01", "9997-01-01", "9998-01-01", "9999-01-01"]


def test_tasks_and_reviews_end_with_the_calendar() -> None:
    task = {"what": "Rapat", "due": "2190-01-01", "every": "200 years"}
    for_ever = running(term={"starts": "2190-01-01", "until": "selesai", "review": "200 years"}, tasks=[task])
    found = rows(for_ever, until=date.max)
    tasks, reviews = of_kind("task", found), of_kind("review", found)
    assert (tasks[0], tasks[-1], len(tasks)) == (("2190-01-01", "task/1/1"), ("9990-01-01", "task/1/40"), 40)
    assert (reviews[0], reviews[-1]) == (("2390-01-01", "review/2390-01-01"), ("9990-01-01", "review/9990-01-01"))


def test_a_length_of_nothing_comes_round_once() -> None:
    view = view_of([], OFFICE, day("2026-06-01"), length("90d"))
    assert list(occurrences(day("2026-06-01"), length("0d"), view)) == [day("2026-06-01")]
