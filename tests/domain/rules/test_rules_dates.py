from __future__ import annotations

from datetime import date

import pytest

from pks.message import Message
from tests.domain.rules.rules_builders import Case, Given, assert_trips, found

_FOREIGN = {"cooperation": "KSDPL", "instrument": "MoU", "term.notice": "6 months", "reporting": "1 year"}

CASES: dict[str, Case] = {
    "reply-before-offer": Case(
        Given({"offer.replied": "2025-11-30"}),
        [("offer", "replied")],
        Given({"offer.replied": "2025-12-01"}),
        says={"sent": date(2025, 12, 1), "replied": date(2025, 11, 30)},
        level="warning",
    ),
    "history-backwards": Case(
        Given({"history.2.date": "2026-01-09"}),
        [("history", 2, "date")],
        Given({"history.2.date": "2026-01-10"}),
        says={"date": date(2026, 1, 9), "before": date(2026, 1, 10)},
    ),
    "history-in-future": Case(
        Given({"history.5.date": "2026-06-02"}),
        [("history", 5, "date")],
        Given({"history.5.date": "2026-06-01"}),
        says={"date": date(2026, 6, 2)},
        level="info",
    ),
    "ends-before-start": Case(
        Given({"term.ends": "2026-02-11"}),
        [("term", "ends")],
        Given({"term.ends": "2026-02-12"}),
        says={"starts": date(2026, 2, 12), "ends": date(2026, 2, 11)},
    ),
    "ends-differ": Case(
        Given({"term.ends": "2028-02-13"}),
        [("term", "ends")],
        Given({"term.ends": "2028-02-12"}),
        says={"counted": date(2028, 2, 11), "counted_iso": "2028-02-11"},
        level="warning",
    ),
    "term-unknown": Case(
        Given({"term.starts": None, "term.ends": None}),
        [("term", "starts")],
        Given({"term.length": None, "term.ends": None, "term.until": "izin terbit"}),
        says={"field": "term.starts"},
        level="warning",
    ),
    "term-over-5-years": Case(
        Given({"term.length": "1826 days", "term.ends": "2031-02-13"}),
        [("term", "ends")],
        Given({"term.length": "5 years", "term.ends": "2031-02-12"}),
        says={"limit": Message("rules.length.years", count=5)},
        level="warning",
    ),
    "letter-of-intent-over-1-year": Case(
        Given({"instrument": "LoI"}),
        [("term", "ends")],
        Given({"instrument": "LoI", "term": {"starts": "2026-02-12", "length": "1 year"}}),
        says={"limit": Message("rules.length.years", count=1)},
        level="warning",
    ),
    "foreign-notice-short": Case(
        Given({**_FOREIGN, "term.notice": "5 months"}),
        [("term", "notice")],
        Given(_FOREIGN),
        level="warning",
    ),
    "foreign-report-interval": Case(
        Given({**_FOREIGN, "reporting": "6 months"}),
        [("reporting",)],
        Given({**_FOREIGN, "reporting": "12 months"}),
        says={"interval": Message("rules.length.months", count=6)},
        level="info",
    ),
    "meeting-passed": Case(
        Given({"facilitation.1": {"date": "2026-05-31", "outcome": "planned"}}),
        [("facilitation", 1, "outcome")],
        Given({"facilitation.1": {"date": "2026-06-01", "outcome": "planned"}}),
        says={"date": date(2026, 5, 31), "position": 2},
        level="info",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_days_that_do_not_fit_are_found(code: str) -> None:
    assert_trips(code, CASES[code])


@pytest.mark.parametrize("code", CASES)
def test_days_that_just_fit_are_not(code: str) -> None:
    assert found(code, CASES[code].near) == []


def test_an_end_before_the_start_is_not_also_said_to_differ() -> None:
    assert found("ends-differ", Given({"term.ends": "2026-02-11"})) == []


def test_an_end_one_day_short_is_rounding_and_two_days_are_not() -> None:
    assert found("ends-differ", Given({"term.ends": "2028-02-10"})) == []
    assert len(found("ends-differ", Given({"term.ends": "2028-02-09"}))) == 1
    assert len(found("ends-differ", Given({"term.ends": "2026-02-12"}))) == 1


@pytest.mark.parametrize(("length", "hits"), [("60 months", 0), ("61 months", 1), ("35 tahun", 1), ("261 weeks", 1)])
def test_a_length_alone_is_measured_too(length: str, hits: int) -> None:
    given = Given({"term": {"length": length}})
    assert [one.path for one in found("term-over-5-years", given)] == [("term", "length")] * hits


def test_the_limit_of_the_term_is_the_offices_to_set() -> None:
    loose, strict = {"term-over-5-years": "10 tahun"}, {"term-over-5-years": "12 months"}
    assert found("term-over-5-years", Given({"term": {"length": "10 years"}}, rules=loose)) == []
    (hit,) = found("term-over-5-years", Given(rules=strict))
    assert hit.message.values["limit"] == Message("rules.length.years", count=1)


@pytest.mark.parametrize("term", [None, {"until": "selesai"}, {"ends": "2040-01-01"}])
def test_a_term_that_cannot_be_measured_is_not_too_long(term: dict[str, str] | None) -> None:
    assert found("term-over-5-years", Given({"term": term})) == []


def test_a_letter_of_intent_is_held_to_its_own_limit_only() -> None:
    assert found("term-over-5-years", Given({"instrument": "LoI", "term": {"length": "6 years"}})) == []


@pytest.mark.parametrize(
    ("notice", "hits"), [(None, 1), ("180 days", 1), ("181 days", 0), ("26 weeks", 0), ("1 year", 0)]
)
def test_the_notice_of_foreign_cooperation_is_half_a_year(notice: str | None, hits: int) -> None:
    term = {"length": "2 years"} | ({"notice": notice} if notice else {})
    assert len(found("foreign-notice-short", Given({"cooperation": "KSDLL", "term": term}))) == hits


def test_a_written_end_is_a_term_to_be_extended_too() -> None:
    given = Given({"cooperation": "KSDPL", "term": {"ends": "2028-02-11"}})
    assert len(found("foreign-notice-short", given)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"cooperation": "KSDD"},
        {"cooperation": "KSDPL", "instrument": "LoI"},
        {"cooperation": "KSDPL", "term": None},
        {"cooperation": "KSDPL", "term": {"starts": "2026-01-01"}},
    ],
)
def test_no_notice_is_asked_where_there_is_nothing_to_extend(changes: dict[str, object]) -> None:
    assert found("foreign-notice-short", Given(changes)) == []


def test_foreign_cooperation_is_reported_yearly_even_where_the_office_reports_twice() -> None:
    assert len(found("foreign-report-interval", Given({"cooperation": "KSDPL"}))) == 1
    (never,) = found("foreign-report-interval", Given({"cooperation": "KSDPL", "reporting": "off"}))
    assert never.message.values["interval"] == Message("rules.length.never", count=0)


def test_a_past_meeting_without_any_outcome_is_asked_about() -> None:
    assert len(found("meeting-passed", Given({"facilitation.0.outcome": None}))) == 1


@pytest.mark.parametrize("code", ["meeting-passed", "foreign-notice-short", "foreign-report-interval"])
def test_what_can_no_longer_be_done_is_not_asked_of_a_closed_agreement(code: str) -> None:
    changes = {**CASES[code].trips.changes, "history.5.closed": "agreed"}
    assert found(code, Given(changes)) == []


def test_what_is_missing_to_know_the_term_is_named_from_registration_on_and_never_once_closed() -> None:
    nothing = {"term.starts": None, "term.length": None, "term.ends": None}
    no_length = {"term.length": None, "term.ends": None}
    assert [one.path for one in found("term-unknown", Given(no_length))] == [("term", "length")]
    assert found("term-unknown", Given(nothing | {"history": [{"date": "2026-01-05", "stage": "corrections"}]})) == []
    closed = [{"date": "2026-01-05", "stage": "reporting", "closed": "expired"}]
    assert found("term-unknown", Given(nothing | {"history": closed})) == []


@pytest.mark.parametrize(("answered", "hits"), [("2026-01-04", 1), ("2026-01-05", 0)])
def test_a_council_that_answered_before_it_was_asked_is_said(answered: str, hits: int) -> None:
    council = {"burdens_public": "ya", "submitted": "2026-01-05", "answered": answered, "outcome": "approved"}
    found_ones = found("reply-before-offer", Given({"council": council}))
    assert [(hit.path, hit.message.key) for hit in found_ones] == [
        (("council", "answered"), "rule.reply-before-offer.council")
    ] * hits
