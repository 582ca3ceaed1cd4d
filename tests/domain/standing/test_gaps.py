"""Uncovered days between an agreement and its renewal, and the chain of renewals; every day counted by hand.

`satu` is in force from 2026-02-12 to 2028-02-11; 2028 is a leap year. An office with no histories of its own
takes 90 + 30 + 30 + 14 = 164 days from the first entry to a signed and registered text.
"""

from __future__ import annotations

from typing import Any

import pytest

from pks.domain.office import Office, Stages
from pks.domain.standing.facts import Facts
from pks.domain.standing.gaps import Gap, chain, gap_after, gaps
from pks.domain.standing.judgement import usual_days_to_signature
from tests.domain.builders import NO_REPORTS, day, entered, facts, length, running, signed, standing_of, successor


def gap_of(*register: Facts, on: str, office: Office = NO_REPORTS, of: str = "satu") -> Gap | None:
    by_id = {one.id: one for one in register}
    found = gaps(by_id, office, day(on))
    usual = usual_days_to_signature(by_id.values())
    assert {id_: gap_after(by_id, id_, office, day(on), usual_days=usual) for id_ in by_id} == {
        id_: found.get(id_) for id_ in by_id
    }
    return found.get(of)


def gap(first: str, last: str, days: int, kind: Any, by: str | None = None) -> Gap:
    return Gap("satu", by, day(first), day(last), days, kind)


def renewal(starts: str | None, *, on: str = "2027-01-10", **fields: Any) -> Facts:
    """`penerus`, signed by both on `on`, in force from `starts` for two years."""
    term = {"starts": starts, "length": "2 years"}
    return successor(**({"parties": signed(on), "term": term, "history": entered("registration", on)} | fields))


def draft(on: str, **fields: Any) -> Facts:
    return successor(history=entered("draft", on), **fields)


@pytest.mark.parametrize("starts", ["2028-02-12", "2028-02-11", "2027-06-01"], ids=["seamless", "overlap", "early"])
@pytest.mark.parametrize("on", ["2026-06-01", "2028-02-11", "2028-02-12", "2031-01-01"])
def test_a_signed_renewal_that_starts_in_time_leaves_no_gap(starts: str, on: str) -> None:
    assert gap_of(running(), renewal(starts), on=on) is None


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        ("2028-02-11", "forecast"),
        ("2028-02-12", "running"),
        ("2028-02-29", "running"),
        ("2028-03-01", "past"),
        ("2035-01-01", "past"),
    ],
)
def test_a_signed_renewal_that_starts_late_leaves_the_days_between(on: str, kind: str) -> None:
    """12 to 29 February 2028, both included, are 18 days, whenever one looks."""
    expected = gap("2028-02-12", "2028-02-29", 18, kind, "penerus")
    assert gap_of(running(), renewal("2028-03-01"), on=on) == expected


def test_one_day_between_is_a_gap_of_one_day() -> None:
    expected = gap("2028-02-12", "2028-02-12", 1, "past", "penerus")
    assert gap_of(running(), renewal("2028-02-13"), on="2028-03-01") == expected


def test_the_day_a_renewal_is_signed_neither_opens_nor_closes_a_gap() -> None:
    early, late = renewal("2028-02-12", on="2026-03-01"), renewal("2028-02-12", on="2028-05-01")
    assert gap_of(running(), early, on="2028-06-01") is None
    assert gap_of(running(), late, on="2028-06-01") is None


@pytest.mark.parametrize(("on", "days"), [("2028-02-12", 1), ("2028-02-29", 18), ("2028-03-01", 19)])
def test_past_its_end_without_a_signed_renewal_it_is_uncovered_until_today(on: str, days: int) -> None:
    assert gap_of(running(), on=on) == gap("2028-02-12", on, days, "running")
    assert gap_of(running(), draft("2027-01-01"), on=on) == gap("2028-02-12", on, days, "running", "penerus")


def test_the_written_end_counts_as_amended() -> None:
    extended = running(term={"starts": "2026-02-12", "length": "2 years", "ends": "2028-02-20"})
    assert gap_of(extended, on="2028-02-20", office=Office(stages=_quick())) is None
    assert gap_of(extended, on="2028-02-21") == gap("2028-02-21", "2028-02-21", 1, "running")


@pytest.mark.parametrize(
    "reason",
    [
        "achieved", "agreed", "policy-change", "object-lost", "court-ruling", "bankruptcy", "superseded", "rejected",
        "withdrawn", "not-renewed",
    ],
)  # fmt: skip
def test_closed_for_any_other_reason_than_the_end_of_the_term_nothing_is_owed(reason: str) -> None:
    closed = running(history=entered("reporting", "2027-03-01", closed=reason))
    assert gap_of(closed, on="2027-03-01") is None
    assert gap_of(closed, on="2028-06-01") is None


def test_closed_because_the_term_is_over_it_is_uncovered_from_its_end_not_from_the_closing() -> None:
    closed = running(history=entered("reporting", "2028-02-20", closed="expired"))
    assert gap_of(closed, on="2028-02-21") == gap("2028-02-12", "2028-02-21", 10, "running")


def test_a_closing_before_the_end_begins_the_gap_when_a_renewal_follows() -> None:
    closed = running(history=entered("reporting", "2027-03-01", closed="agreed"))
    found = gap_of(closed, renewal("2027-03-11"), on="2027-06-01")
    assert found == gap("2027-03-02", "2027-03-10", 9, "past", "penerus")


def test_what_is_meant_to_stop_owes_no_renewal() -> None:
    stopping = running(renewal={"intent": "stop"})
    assert gap_of(stopping, on="2028-02-01") is None
    assert gap_of(stopping, on="2028-06-01") is None
    assert gap_of(running(renewal={"intent": "renew"}), on="2028-02-12") is not None


@pytest.mark.parametrize(
    "old",
    [
        facts(office=NO_REPORTS, term={"starts": "2026-02-12", "length": "2 years"}),
        running(term={"starts": "2026-02-12", "until": "gedung selesai"}),
        running(term={"starts": "2026-02-12"}),
        running(term={"starts": "2028-02-12", "ends": "2028-02-11"}),
        running(history=entered("draft", "2026-03-01", closed="expired")),
    ],
    ids=["unsigned", "ends with an event", "no end", "ends before it starts", "closed before it was signed"],
)
def test_what_never_was_in_force_or_has_no_known_end_has_no_gap(old: Facts) -> None:
    assert gap_of(old, on="2028-06-01") is None
    assert gap_of(old, renewal("2029-01-01"), on="2028-06-01") is None


def test_a_signed_renewal_without_a_start_leaves_it_open() -> None:
    assert gap_of(running(), renewal(None), on="2028-06-01") is None


def test_a_renewal_closed_before_it_was_signed_counts_for_nothing() -> None:
    given_up = successor(history=entered("draft", "2027-03-01", closed="withdrawn"))
    assert gap_of(running(), given_up, on="2028-02-13") == gap("2028-02-12", "2028-02-13", 2, "running")


def test_of_several_signed_renewals_the_first_to_start_ends_the_gap() -> None:
    other = facts("lain", renews="satu", parties=signed(), term={"starts": "2028-02-15", "length": "1 year"})
    found = gap_of(running(), renewal("2028-03-01"), other, on="2028-06-01")
    assert found == gap("2028-02-12", "2028-02-14", 3, "past", "lain")


def test_begun_today_a_renewal_is_signed_after_the_limits_of_the_stages() -> None:
    """2027-09-01 and 164 days is 2028-02-12, the day after the end: just in time."""
    assert gap_of(running(), on="2027-09-01") is None
    assert gap_of(running(), on="2027-09-02") == gap("2028-02-12", "2028-02-12", 1, "forecast")
    assert gap_of(running(), on="2028-02-11") == gap("2028-02-12", "2028-07-23", 163, "forecast")


def test_with_five_histories_the_offices_own_median_counts() -> None:
    """Each was signed on 15 April, 100 days after 5 January; 100 days after 2028-02-11 is 2028-05-21."""
    past = [
        facts(f"lama-{number}", parties=signed("2026-04-15"), history=entered("registration")) for number in range(5)
    ]
    assert gap_of(running(), *past, on="2028-02-11") == gap("2028-02-12", "2028-05-20", 99, "forecast")
    assert gap_of(running(), *past[1:], on="2028-02-11") == gap("2028-02-12", "2028-07-23", 163, "forecast")


def test_a_renewal_being_prepared_counts_from_its_own_first_entry() -> None:
    """2027-10-01 and 164 days is 2028-03-13: uncovered are 18 days of February and 12 of March."""
    expected = gap("2028-02-12", "2028-03-12", 30, "forecast", "penerus")
    assert gap_of(running(), draft("2027-10-01"), on="2027-11-01") == expected
    assert gap_of(running(), draft("2027-10-01"), on="2028-02-11") == expected


def test_a_renewal_that_takes_longer_than_usual_is_not_expected_before_today() -> None:
    assert gap_of(running(), draft("2027-01-01"), on="2028-02-11") is None
    assert gap_of(running(), draft("2027-01-01"), on="2028-02-12") is not None


def test_a_renewal_that_plans_a_later_start_is_expected_then() -> None:
    """18 days of February and 31 of March."""
    planned = draft("2027-01-01", term={"starts": "2028-04-01", "length": "2 years"})
    assert gap_of(running(), planned, on="2027-11-01") == gap(
        "2028-02-12", "2028-03-31", 49, "forecast", "penerus"
    )  # fmt: skip


def test_working_days_of_the_office_pass_over_weekends_and_holidays() -> None:
    """From Friday 2028-02-11: Monday is a holiday, so one working day leads to Tuesday 2028-02-15."""
    office = Office(stages=_quick("1 working day"), holidays=(day("2028-02-14"),))
    assert gap_of(running(), on="2028-02-11", office=office) == gap("2028-02-12", "2028-02-14", 3, "forecast")


def _quick(draft_takes: str = "0d") -> Stages:
    none = length("0d")
    return Stages(draft=length(draft_takes), facilitation=none, corrections=none, registration=none)


def test_renewing_early_does_not_shorten_cover() -> None:
    """The old text is in force until its successor starts, not until it is signed."""
    old, new = running(), renewal("2027-06-01", on="2027-01-10")
    assert standing_of(old, new, on="2027-01-10").validity == "active"
    assert standing_of(old, new, on="2027-05-31").validity == "active"
    assert standing_of(old, new, on="2027-06-01").validity == "superseded"
    assert standing_of(old, new, on="2027-01-11").in_force_until == day("2027-05-31")
    assert standing_of(old, draft("2027-01-10"), on="2028-02-11").in_force_until == day("2028-02-11")


def link(name: str, *renews: str, starts: str | None = None, **fields: Any) -> Facts:
    return facts(name, renews=list(renews) or None, term={"starts": starts} if starts else None, **fields)


def chain_of(name: str, *register: Facts) -> tuple[str, ...]:
    return chain({one.id: one for one in register}, name)


@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_a_chain_reads_from_the_oldest_to_the_newest_from_wherever_one_looks(name: str) -> None:
    assert chain_of(name, link("c", "b"), link("a"), link("b", "a")) == ("a", "b", "c")


def test_an_agreement_that_renews_nothing_is_a_chain_of_itself() -> None:
    assert chain_of("a", link("a", "hilang"), link("b")) == ("a",)


def test_branches_come_by_start_and_siblings_are_left_out() -> None:
    register = (
        link("a"),
        link("z", "a", starts="2026-01-01"),
        link("b", "a", starts="2027-01-01"),
        link("c", "b", "z"),
    )
    assert chain_of("a", *register) == ("a", "z", "b", "c")
    assert chain_of("c", *register) == ("a", "z", "b", "c")
    assert chain_of("b", *register) == ("a", "b", "c")


def test_a_renewal_comes_after_what_it_renews_whatever_its_dates_say() -> None:
    assert chain_of("a", link("a", starts="2030-01-01"), link("b", "a", starts="2020-01-01")) == ("a", "b")


def test_a_renewal_closed_before_it_was_signed_is_no_link_of_the_chain() -> None:
    given_up = link("b", "a", history=entered("draft", closed="withdrawn"))
    assert chain_of("a", link("a"), given_up) == ("a",)
    assert chain_of("b", link("a"), given_up) == ("a", "b")


def test_a_loop_of_renewals_is_shown_once_round() -> None:
    assert chain_of("b", link("a", "c"), link("b", "a"), link("c", "b")) == ("a", "b", "c")
    assert chain_of("a", link("a", "a")) == ("a",)
    assert chain_of("a", link("a", "a", starts="2030-01-01"), link("b", "a", starts="2020-01-01")) == ("a", "b")
