from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.domain.builders import OFFICE, day, facts, length


def _term(**term: str) -> Any:
    return facts(term=term)


def test_the_end_follows_from_start_and_length_under_the_offices_rule() -> None:
    term = {"starts": "2026-02-12", "length": "2 years"}
    assert facts(term=term).ends == day("2028-02-11")
    assert facts(office=OFFICE._replace(last_day="anniversary"), term=term).ends == day("2028-02-12")
    assert _term(starts="2026-02-13", length="2 years").ends == day("2028-02-12")
    assert _term(starts="2026-02-12", length="25 months").ends == day("2028-03-11")


def test_a_written_end_wins_over_a_length_and_an_event() -> None:
    found = _term(starts="2026-02-12", length="2 years", ends="2027-12-31", until="izin terbit")
    assert (found.ends, found.until, found.length_stated) == (day("2027-12-31"), "izin terbit", True)


def test_an_event_alone_gives_no_end_and_a_length_alone_neither() -> None:
    event = _term(starts="2026-02-12", until="izin terbit")
    assert (event.ends, event.length_stated, event.decision, event.notice_day) == (None, True, None, None)
    alone = _term(length="2 years")
    assert (alone.starts, alone.ends, alone.length_stated) == (None, None, True)
    assert not _term(starts="2026-02-12").length_stated


def test_a_length_in_working_days_passes_the_offices_holidays() -> None:
    term = {"starts": "2026-03-16", "length": "5 working days"}  # Monday to Monday, so the Sunday before
    assert facts(term=term).ends == day("2026-03-22")
    assert facts(office=OFFICE._replace(holidays=(date(2026, 3, 19),)), term=term).ends == day("2026-03-23")


@pytest.mark.parametrize(
    ("term", "decision"),
    [
        ({"starts": "2026-02-12", "length": "2 years"}, "2027-11-11"),
        ({"starts": "2026-02-12", "length": "2 years", "notice": "2 months"}, "2027-11-11"),
        ({"starts": "2026-02-12", "length": "2 years", "notice": "6 months"}, "2027-08-11"),
        ({"starts": "2026-01-01", "ends": "2028-05-31", "notice": "91 days"}, "2028-02-29"),
        ({"starts": "2026-01-01", "ends": "2028-05-31", "notice": "93 days"}, "2028-02-28"),
        ({"ends": "2028-02-11"}, "2027-11-11"),
        # Short terms: a third in whole days. 90 days: 30. 100: 33. 2: 0. 1: 0.
        ({"starts": "2026-01-01", "length": "3 months"}, "2026-03-01"),
        ({"starts": "2026-01-01", "length": "100 days"}, "2026-03-08"),
        ({"starts": "2026-01-01", "ends": "2026-01-02"}, "2026-01-02"),
        ({"starts": "2026-01-01", "ends": "2026-01-01"}, "2026-01-01"),
        ({"starts": "2026-01-01", "ends": "2026-01-03"}, "2026-01-02"),
        # A year's third is 121 days, so seven months' notice is cut to that.
        ({"starts": "2026-01-01", "length": "1 year", "notice": "7 months"}, "2026-09-01"),
        # An end before the start is somebody's mistake; nothing is cut from it.
        ({"starts": "2026-01-01", "ends": "2025-01-01"}, "2025-01-01"),
    ],
)
def test_the_decision_day_by_hand(term: dict[str, str], decision: str) -> None:
    assert facts(term=term).decision == day(decision)


def test_the_decision_day_moves_with_the_offices_notice() -> None:
    term = {"starts": "2026-02-12", "length": "2 years"}
    assert facts(office=OFFICE._replace(notice=length("6 months")), term=term).decision == day("2027-08-11")
    assert facts(office=OFFICE._replace(notice=length("0d")), term=term).decision == day("2028-02-11")
    assert facts(office=OFFICE._replace(notice=length("10 working days")), term=term).decision == day("2028-01-28")


def test_the_notice_day_is_the_agreements_own_and_not_cut() -> None:
    assert _term(starts="2026-01-01", length="1 year", notice="7 months").notice_day == day("2026-05-31")
    assert _term(starts="2026-01-01", length="1 year").notice_day is None
    assert _term(starts="2026-01-01", notice="7 months").notice_day is None
