"""What was told beforehand is shown only as far as it is asked for, in the words that would be said."""

from __future__ import annotations

from typing import Any

import pytest

from pks.domain.deadlines.outlook import settled_of
from pks.index.plain import DamagedError
from pks.index.settled import due_from, line_of
from pks.language.render import say
from tests.domain.builders import NO_REPORTS, TERM, day, running

_TASKS = [{"what": "Rapat", "due": "2026-06-01"}, {"what": "Serah terima", "due": "2026-06-02"}]


def _line(until: str = "2026-12-31", **fields: Any) -> tuple[int, str]:
    return line_of(settled_of(running(**fields), (), NO_REPORTS, day(until)))


def test_rows_after_the_horizon_are_left_out() -> None:
    _, text = _line(term=TERM, tasks=_TASKS)
    (rows,) = due_from(["satu"], [text], day("2026-05-31"), None, day("2026-06-01"))
    assert rows is not None
    assert [(row.kind, row.days, row.id) for row in rows] == [("task", 1, "satu")]
    assert (say(rows[0].detail, "id"), say(rows[0].detail, "en")) == ("Rapat", "Rapat")


def test_what_was_told_less_far_ahead_than_it_is_asked_for_says_nothing() -> None:
    _, text = _line(term=TERM, tasks=_TASKS, until="2026-06-01")
    told = [list(due_from(["satu"], [text], day("2026-05-31"), None, day(to))) for to in ("2026-06-01", "2026-06-02")]
    assert [[rows and len(rows) for rows in one] for one in told] == [[1], [None]]


def test_the_soonest_day_is_that_of_the_first_row_or_the_day_after_all_that_was_told() -> None:
    stopped: dict[str, Any] = {"term": TERM, "renewal": {"intent": "stop"}}
    assert _line(**stopped, tasks=_TASKS)[0] == day("2026-06-01").toordinal()
    assert _line(**stopped)[0] == day("2027-01-01").toordinal()


def test_what_is_counted_back_by_a_time_not_known_yet_may_be_on_any_day() -> None:
    soonest, text = _line(term=TERM, until="2028-12-31")
    assert soonest == 1
    horizon = day("2028-12-31")
    days = [
        [row.date for row in rows or () if row.kind == "start"]
        for usual in (None, 100, 200)
        for rows in due_from(["satu"], [text], day("2026-05-31"), usual, horizon)
    ]
    decision = next(
        row.date
        for rows in due_from(["satu"], [text], day("2026-05-31"), None, horizon)
        for row in rows or ()
        if row.kind == "decision"
    )
    assert [(decision - found[0]).days for found in days[1:]] == [100, 200]


def test_what_is_dealt_with_otherwise_once_its_day_is_past_says_so() -> None:
    _, text = _line(term=TERM, renewal={"intent": "stop"}, until="2030-12-31")
    fixes = [
        row.fix
        for today in ("2028-01-01", "2028-02-12")
        for rows in due_from(["satu"], [text], day(today), None, day("2030-12-31"))
        for row in rows or ()
        if row.kind == "expiry"
    ]
    assert fixes == ["pks edit satu", "pks close satu --reason not-renewed"]


@pytest.mark.parametrize("text", ["", "[", "{}", '[999999,"a","b",null,null,[[1]]]', '["a"]', "[9e99]"])
def test_what_is_no_line_is_damaged(text: str) -> None:
    with pytest.raises(DamagedError):
        list(due_from(["satu"], [text], day("2026-05-31"), None, day("2026-06-01")))
