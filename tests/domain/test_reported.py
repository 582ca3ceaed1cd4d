from __future__ import annotations

from typing import Any

import pytest

from pks.domain.reported import Progress, budget, progress, reports_within, says_something, spent, written
from pks.domain.terms import Period, parse_period
from tests.domain.builders import agreement


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def reports(*names: str) -> list[dict[str, Any]]:
    return [{"period": name, "spent": "10"} for name in names]


@pytest.mark.parametrize(
    ("asked", "there", "expected"),
    [
        ("2026-S1", ["2026-S1"], ["2026-S1"]),
        ("2026-S1", ["2026-S2", "2026", "2025-S1"], []),
        ("2026-S1", ["2026-Q2", "2026-Q1"], ["2026-Q1", "2026-Q2"]),
        ("2026-S1", ["2026-Q1", "2026-S1", "2026-02"], ["2026-S1"]),
        ("2026", ["2026-S2", "2026-Q3", "2026-Q1", "2026-01"], ["2026-Q1", "2026-S2"]),
        ("2026-01", ["2026-01", "2026-Q1"], ["2026-01"]),
    ],
)
def test_the_reports_on_a_period_count_nothing_twice(asked: str, there: list[str], expected: list[str]) -> None:
    found = reports_within(agreement(reports=reports(*there)), period(asked))
    assert [one.period.name for one in found] == expected
    assert spent(found) == (10 * len(expected) or None)


def readings(*values: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [{"period": when} | ({"value": value} if value else {}) for when, value in values]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), None),
        ((("2026-S2", "3"),), None),
        ((("2026-S1", None),), None),
        ((("2026-S1", "50"),), (None, 50)),
        ((("2026-06", "50"), ("2026-01", "0")), (0, 50)),
        ((("2026-01", "7"), ("2026-06", "50"), ("2025-S2", "4"), ("2025", "5")), (4, 50)),
        ((("2026-Q1", "50"), ("2025-12", "12.5"), ("2026-S2", "90")), (12.5, 50)),
        ((("2026", "50"), ("2026-Q1", "2")), (None, 2)),
    ],
)
def test_progress_is_from_the_last_value_before_to_the_last_one_in_the_period(
    values: tuple[tuple[str, str | None], ...], expected: tuple[float | None, float] | None
) -> None:
    measured = agreement(indicators=[{"name": "kasus", "unit": "orang", "readings": readings(*values)}])
    found = progress(measured, period("2026-S1"))
    assert found == (() if expected is None else (Progress("kasus", "orang", *expected),))


def test_a_value_of_a_longer_period_is_no_value_before() -> None:
    values = readings(("2026", "9"), ("2026-S2", "5"))
    measured = agreement(indicators=[{"name": "kasus", "readings": values}])
    assert progress(measured, period("2026-S2")) == (Progress("kasus", None, None, 5),)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([], None),
        ([{"source": "none"}], None),
        ([{"amount": "5", "year": "2025"}], None),
        ([{"amount": "5", "year": "2026"}, {"amount": "7"}, {"amount": "9", "year": "2027"}], 12),
    ],
)
def test_the_budget_is_that_of_the_year_and_what_has_no_year(
    amounts: list[dict[str, str]], expected: int | None
) -> None:
    assert budget(agreement(funding=amounts), 2026) == expected


def test_a_report_that_was_only_sent_says_nothing() -> None:
    both = agreement(reports=[{"period": "2026-S1", "sent": [{"to": "bupati"}]}, {"period": "2026-S2", "spent": "0"}])
    assert [says_something(one) for one in both.reports] == [False, True]
    assert [written(both, name) for name in ("2026-S1", "2026-S2", "2027-S1")] == [False, True, False]
