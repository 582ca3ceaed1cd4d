from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import judge
from pks.tables.timeline import Span, timeline, timeline_json, timeline_table
from tests.domain.builders import day, entered, facts


def spans(
    *all_facts: Facts, words: Sequence[str] = (), first: int | None = None, last: int | None = None
) -> list[Span]:
    return timeline(judge({one.id: one for one in all_facts}, day("2026-06-01")), words, first, last)


def names(found: Sequence[Span]) -> str:
    return " ".join(span.standing.facts.id for span in found)


def signed(name: str, starts: str | None = "2020-01-01", ends: str | None = None, **fields: Any) -> Facts:
    """An agreement that counts as signed."""
    return facts(name, **({"history": entered("reporting"), "term": {"starts": starts, "ends": ends}} | fields))


def test_only_agreements_with_a_known_start_that_hold_every_word() -> None:
    register = (
        signed("a", title="Rujukan jiwa"),
        signed("b", starts=None, ends="2026-01-01", title="Rujukan jiwa"),
        facts("c", title="Rujukan paru", term={"starts": "2021-01-01"}),
    )
    assert names(spans(*register)) == "a c"
    assert names(spans(*register, words=["RUJUK", "jiwa"])) == "a"
    assert names(spans(*register, words=["parkir"])) == ""


def test_a_chain_of_renewals_stands_together_where_it_begins() -> None:
    assert (
        names(
            spans(
                signed("third", "2024-01-01", renews="second"),
                signed("first", "2020-01-01"),
                signed("early", "2019-01-01"),
                signed("second", "2022-01-01", renews=["first", "gone"]),
                signed("apart", "2021-01-01"),
                signed("twin", "2021-01-01", title="Rujukan"),
            )
        )
        == "early first second third apart twin"
    )


def test_a_renewal_without_a_start_still_joins_its_chain() -> None:
    found = spans(
        signed("old", "2018-01-01"),
        signed("middle", None, renews="old"),
        signed("new", "2024-01-01", renews="middle"),
        signed("other", "2020-01-01"),
    )
    assert names(found) == "old new other"


@pytest.mark.parametrize(
    ("first", "last", "ids"),
    [
        (None, None, "closed past open"),
        (2022, None, "past open"),
        (2023, None, "open"),
        (None, 2020, "closed past"),
        (None, 2019, "closed"),
        (2020, 2020, "past"),
        (2019, 2019, "closed"),
        (2040, 2050, "open"),
    ],
)
def test_years_leave_out_what_does_not_touch_them(first: int | None, last: int | None, ids: str) -> None:
    register = (
        signed("past", "2020-12-31", "2022-01-01"),
        signed("open", "2021-01-01"),
        facts("closed", history=entered("draft", "2018-06-01", closed="withdrawn"), term={"starts": "2019-05-01"}),
    )
    assert names(spans(*register, first=first, last=last)) == ids


@pytest.mark.parametrize(
    ("starts", "days", "gap"),
    [
        ("2026-01-01", 0, None),
        ("2025-06-01", 0, None),
        ("2026-01-02", 1, ("2026-01-01", "2026-01-01")),
        ("2026-02-15", 45, ("2026-01-01", "2026-02-14")),
        (None, None, None),
    ],
)
@pytest.mark.parametrize("stage", ["draft", "reporting"])
def test_the_gap_is_the_days_between_the_end_and_the_successors_start(
    starts: str | None, days: int | None, gap: tuple[str, str] | None, stage: str
) -> None:
    renewal = facts("new", history=entered(stage), renews="old", term={"starts": starts})
    (old,) = [span for span in spans(signed("old", ends="2025-12-31"), renewal) if span.standing.facts.id == "old"]
    assert old.gap_days == days
    assert old.gap == (gap and (day(gap[0]), day(gap[1])))


def test_the_first_of_two_successors_ends_the_gap_and_a_closing_begins_it() -> None:
    closed = [*entered("reporting"), *entered("reporting", "2025-06-30", closed="agreed")]
    (old, *_) = spans(
        signed("old", ends="2025-12-31", history=closed),
        signed("late", "2026-03-01", renews="old"),
        signed("soon", "2025-07-11", renews="old"),
        facts("dead", history=entered("draft", closed="withdrawn"), renews="old", term={"starts": "2025-07-02"}),
    )
    assert (old.standing.successors, old.gap_days) == (("late", "soon"), 10)


def test_there_is_no_gap_after_what_is_open_or_never_was_signed() -> None:
    new = signed("new", "2027-01-01", renews="old")
    assert spans(signed("old"), new)[0].gap_days == 0  # it runs until its successor starts
    assert spans(signed("old"), facts("new", renews="old", term={"starts": "2027-01-01"}))[0].gap_days is None
    draft = facts("old", term={"starts": "2020-01-01", "ends": "2020-12-31"})
    assert spans(draft, new)[0].gap_days is None
    assert spans(signed("old", ends="2020-12-31"))[0].gap_days is None


def test_what_was_closed_before_it_was_signed_never_was_in_force() -> None:
    withdrawn = facts("a", history=entered("draft", closed="withdrawn"), term={"starts": "2026-01-01"})
    assert [span.was_in_force for span in spans(withdrawn)] == [False]
    assert [span.was_in_force for span in spans(signed("a", "2026-01-01", "2025-01-01"))] == [False]
    assert [span.was_in_force for span in spans(signed("a", "2026-01-01", "2026-01-01"))] == [True]
    assert [span.was_in_force for span in spans(signed("a"), facts("b", term={"starts": "2026-01-01"}))] == [True, True]


def test_json_and_the_table_of_a_pipe_have_the_same_values() -> None:
    found = spans(
        signed("old", "2024-02-12", "2026-02-11", title="Jiwa"), signed("new", "2026-02-20", renews="old", title="Baru")
    )
    assert timeline_json(found) == [
        {
            "id": "old", "title": "Jiwa", "starts": day("2024-02-12"), "ends": day("2026-02-11"),
            "in_force_until": day("2026-02-11"), "successors": ("new",), "gap_days": 8, "validity": "superseded",
        },
        {
            "id": "new", "title": "Baru", "starts": day("2026-02-20"), "ends": None,
            "in_force_until": None, "successors": (), "gap_days": None, "validity": "unknown",
        },
    ]  # fmt: skip
    table = timeline_table(found)
    assert [column.key for column in table.columns] == [*timeline_json(found)[0]][:-1]
    assert table.rows[0].cells == ("old", "Jiwa", day("2024-02-12"), day("2026-02-11"), day("2026-02-11"), ("new",), 8)
