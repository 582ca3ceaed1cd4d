from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import judge
from pks.domain.vocabulary import COOPERATIONS, INSTRUMENTS, SECTORS, STAGES, VALIDITIES
from pks.tables.stats import Stats, stats, stats_json, stats_table
from tests.domain.builders import day, entered, facts
from tests.domain.builders import signed as both

TODAY = "2026-06-01"


def count(*all_facts: Facts, year: int = 2026, today: str = TODAY) -> Stats:
    return stats(judge({one.id: one for one in all_facts}, day(today)), year, day(today))


def there(counts: dict[str, int]) -> dict[str, int]:
    """The names that occur."""
    return {name: number for name, number in counts.items() if number}


def events(counted: Stats) -> dict[str, int]:
    """What happened in the year."""
    return there({name: getattr(counted, name) for name in ("signed", "started", "running", "ended", "renewed")})


def test_every_name_is_counted_and_what_is_not_stated_too() -> None:
    counted = count(
        facts("a", cooperation="KSDD", instrument="PKS", sectors=["sosial", "kesehatan"], lead=["Dinsos", "Dinkes"]),
        facts("b", cooperation="KSDD", instrument="KB", sectors=["sosial"], lead="Dinkes"),
        facts("c", history=entered("reporting")),
        facts("d", history=entered("reporting", closed="agreed"), sectors=["sosial", "sosial"]),
    )
    assert counted.total == 4
    assert there(counted.validity) == {"preparing": 2, "unknown": 1, "ended": 1}
    assert there(counted.stage) == {"draft": 2, "reporting": 2}
    assert there(counted.cooperation) == {"KSDD": 2, "not-stated": 2}
    assert there(counted.instrument) == {"KB": 1, "PKS": 1, "not-stated": 2}
    assert there(counted.sector) == {"kesehatan": 1, "sosial": 3, "not-stated": 1}
    assert counted.lead == {"Dinkes": 2, "Dinsos": 1, "not-stated": 2}


def test_json_always_has_every_fixed_name_in_the_order_of_the_format() -> None:
    assert stats_json(count()) == {
        "year": 2026,
        "total": 0,
        "validity": dict.fromkeys(VALIDITIES, 0),
        "stage": dict.fromkeys(STAGES, 0),
        "cooperation": dict.fromkeys((*COOPERATIONS, "not-stated"), 0),
        "instrument": dict.fromkeys((*INSTRUMENTS, "not-stated"), 0),
        "sector": dict.fromkeys((*SECTORS, "not-stated"), 0),
        "lead": {"not-stated": 0},
        "signed": 0,
        "started": 0,
        "running": 0,
        "ended": 0,
        "renewed": 0,
    }
    assert list(stats_json(count()))[:8] == [
        "year", "total", "validity", "stage", "cooperation", "instrument", "sector", "lead",
    ]  # fmt: skip


def run(name: str = "satu", starts: str | None = "2025-02-01", ends: str | None = "2026-01-31", **more: Any) -> Facts:
    """Signed on 2025-01-10, in force for a year."""
    given_ = {"history": entered("reporting"), "parties": both("2025-01-10"), "term": {"starts": starts, "ends": ends}}
    return facts(name, **(given_ | more))


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, {}),
        (2025, {"signed": 1, "started": 1, "running": 1}),
        (2026, {"ended": 1}),
        (2027, {}),
    ],
)
def test_a_year_tells_what_happened_in_it(year: int, expected: dict[str, int]) -> None:
    assert events(count(run(), year=year)) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2025-01-09", {}),
        ("2025-01-10", {"signed": 1}),
        ("2025-01-31", {"signed": 1}),
        ("2025-02-01", {"signed": 1, "started": 1, "running": 1}),
        ("2025-12-31", {"signed": 1, "started": 1, "running": 1}),
        ("2026-01-31", {"signed": 1, "started": 1, "running": 1}),
        ("2026-02-01", {"signed": 1, "started": 1, "running": 1}),
    ],
)
def test_a_year_that_is_not_over_is_counted_up_to_today(today: str, expected: dict[str, int]) -> None:
    assert events(count(run(), year=2025, today=today)) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2026-01-30", {"running": 1}), ("2026-01-31", {"running": 1}), ("2026-02-01", {"ended": 1})],
)
def test_it_has_ended_the_day_after_its_last_day(today: str, expected: dict[str, int]) -> None:
    assert events(count(run(), today=today)) == expected


@pytest.mark.parametrize(
    ("fields", "year", "expected"),
    [
        # closed before its end, and closed on paper long after it
        ({"ends": "2026-12-31", "history": entered("reporting", "2026-03-01", closed="agreed")}, 2026, {"ended": 1}),
        ({"history": entered("reporting", "2027-03-01", closed="expired")}, 2026, {"ended": 1}),
        ({"history": entered("reporting", "2027-03-01", closed="expired")}, 2027, {}),
        # an end or a start that nobody knows
        ({"ends": None}, 2026, {"running": 1}),
        ({"starts": None}, 2026, {"ended": 1}),
        # never signed: neither started nor ended, but closed when it was
        ({"parties": both(None), "history": entered("draft")}, 2025, {}),
        ({"parties": both(None), "history": entered("draft")}, 2026, {}),
        ({"parties": both(None), "history": entered("draft", "2025-03-01", closed="withdrawn")}, 2025, {"ended": 1}),
        ({"parties": both(None), "history": entered("draft", "2025-03-01", closed="withdrawn")}, 2026, {}),
        ({"parties": both(None), "history": entered("draft", "2027-03-01", closed="withdrawn")}, 2027, {"ended": 1}),
    ],
)
def test_what_counts_as_running_and_as_ended(fields: dict[str, Any], year: int, expected: dict[str, int]) -> None:
    assert events(count(run(**fields), year=year, today="2028-01-01")) == expected


@pytest.mark.parametrize(
    ("renewal", "year", "expected"),
    [
        ({"parties": both("2025-12-20")}, 2025, 1),
        ({"parties": both("2025-12-20")}, 2026, 0),
        ({"parties": both("2025-12-20", "2026-01-05")}, 2026, 1),
        ({"parties": both(None), "history": entered("reporting")}, 2026, 1),
        ({"parties": both(None), "history": entered("draft")}, 2026, 0),
        ({"parties": both("2026-06-02")}, 2026, 0),
    ],
)
def test_it_is_renewed_in_the_year_its_successor_was_signed_else_started(
    renewal: dict[str, Any], year: int, expected: int
) -> None:
    new = run("new", "2026-02-01", "2027-01-31", renews="satu", **renewal)
    assert count(run(), new, year=year).renewed == expected


def test_the_table_leaves_out_what_does_not_occur_unless_asked_for() -> None:
    found = stats_table(count(run(sectors=["sosial"])), zeros=False)
    assert [len(group.rows) for group in found.groups] == [1, 5, 1, 1, 1, 1, 1, 1]
    assert [len(group.rows) for group in stats_table(count(run()), zeros=True).groups] == [1, 5, 8, 6, 8, 14, 39, 1]
    assert [row.cells[1] for group in stats_table(count(), zeros=False).groups for row in group.rows] == [0] * 6


DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31)).map(str)
AGREEMENTS = st.lists(
    st.fixed_dictionaries(
        {
            "history": st.builds(
                lambda stage, closed: entered(stage, "2024-01-01", closed=closed),
                st.sampled_from(STAGES), st.sampled_from((None, "agreed")),
            ),
            "term": st.fixed_dictionaries({}, optional={"starts": DAYS, "ends": DAYS}),
            "renews": st.sampled_from((None, "a0", "a1")),
            "cooperation": st.sampled_from((None, *COOPERATIONS)),
        }
    ),
    max_size=8,
)  # fmt: skip


@given(AGREEMENTS)
def test_validities_stages_and_kinds_add_up_to_the_total(fields: list[dict[str, Any]]) -> None:
    counted = count(*(facts(f"a{number}", **one) for number, one in enumerate(fields)))
    assert counted.total == len(fields)
    for counts in (counted.validity, counted.stage, counted.cooperation, counted.instrument):
        assert sum(counts.values()) == len(fields)
    assert counted.running <= len(fields)
