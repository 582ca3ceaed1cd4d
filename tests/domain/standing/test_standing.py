from __future__ import annotations

import subprocess
import sys
from datetime import date
from itertools import product
from statistics import median
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import judge, judge_one, usual_days_to_signature
from pks.domain.vocabulary import STAGES, VALIDITIES
from tests.domain.builders import day, entered, facts, signed, standing_of

# 2026-02-12 and two years: the last day is 2028-02-11, the decision day three months before, 2027-11-11.
_TERM = {"starts": "2026-02-12", "length": "2 years"}
_TERMS: dict[str, tuple[dict[str, str], str]] = {
    "nothing": ({}, "none"),
    "an end": ({"ends": "2028-02-11"}, "dated"),
    "a length": ({"length": "2 years"}, "dated"),
    "an event": ({"until": "izin terbit"}, "open"),
    "an event and an end": ({"until": "izin terbit", "ends": "2028-02-11"}, "dated"),
    "an event and a length": ({"until": "izin terbit", "length": "2 years"}, "dated"),
}
_DAYS = {
    "2026-02-11": "before",
    "2026-02-12": "running",
    "2027-11-10": "running",
    "2027-11-11": "deciding",
    "2028-02-11": "deciding",
    "2028-02-12": "over",
}


class _Case(NamedTuple):
    closed: str
    signed: str
    succeeded: str
    starts: str
    term: str
    when: str


# The rules of "Validity" as a table that does not depend on the order of its rows. "*" is any value.
_DECISIONS: list[tuple[_Case, str, str | None]] = [
    (_Case("yes", "*", "*", "*", "*", "*"), "ended", None),
    (_Case("no", "no", "*", "*", "*", "*"), "preparing", None),
    (_Case("no", "yes", "yes", "*", "*", "*"), "superseded", None),
    (_Case("no", "yes", "no", "no", "*", "*"), "unknown", "term.starts"),
    (_Case("no", "yes", "no", "yes", "none", "*"), "unknown", "term.length"),
    (_Case("no", "yes", "no", "yes", "dated", "before"), "upcoming", None),
    (_Case("no", "yes", "no", "yes", "open", "before"), "upcoming", None),
    (_Case("no", "yes", "no", "yes", "dated", "running"), "active", None),
    (_Case("no", "yes", "no", "yes", "dated", "deciding"), "expiring", None),
    (_Case("no", "yes", "no", "yes", "dated", "over"), "expired", None),
    (_Case("no", "yes", "no", "yes", "open", "running"), "active", None),
    (_Case("no", "yes", "no", "yes", "open", "deciding"), "active", None),
    (_Case("no", "yes", "no", "yes", "open", "over"), "active", None),
]


def _successor(**fields: Any) -> Facts:
    return facts("penerus", **({"renews": "satu"} | fields))


_SUCCESSORS: dict[str, tuple[list[Facts], str]] = {
    "none": ([], "no"),
    "renews another": ([_successor(renews="dua", parties=signed(), term={"starts": "2026-01-01"})], "no"),
    "unsigned": ([_successor(term={"starts": "2026-01-01"})], "no"),
    "signed, to start": ([_successor(parties=signed(), term={"starts": "2029-01-01"})], "no"),
    "signed, no start": ([_successor(parties=signed())], "no"),
    "signed, started": ([_successor(parties=signed(), term={"starts": "2026-01-01"})], "yes"),
    "registered, started": (
        [_successor(history=entered("registration"), term={"starts": "2026-01-01"})],
        "yes",
    ),
    "closed before signed": (
        [_successor(history=entered("draft", closed="withdrawn"), term={"starts": "2026-01-01"})],
        "no",
    ),
}


def _expected(case: _Case) -> tuple[str, str | None]:
    fits = [
        (validity, field)
        for pattern, validity, field in _DECISIONS
        if all(wanted in {"*", found} for wanted, found in zip(pattern, case, strict=True))
    ]
    assert len(fits) == 1, case
    return fits[0]


def test_every_combination_is_of_exactly_one_validity_and_the_one_of_the_table() -> None:
    met = set()
    for stage, is_signed, closed, starts, term in product(STAGES, (True, False), ("no", "yes"), ("no", "yes"), _TERMS):
        stated, kind = _TERMS[term]
        subject = facts(
            parties=signed() if is_signed else signed(None),
            history=entered(stage, closed="agreed" if closed == "yes" else None),
            term=({"starts": "2026-02-12"} if starts == "yes" else {}) | stated or None,
        )
        counts_as_signed = is_signed or stage in {"registration", "reporting", "renewal"}
        for (successors, succeeded), (on, when) in product(_SUCCESSORS.values(), _DAYS.items()):
            case = _Case(closed, "yes" if counts_as_signed else "no", succeeded, starts, kind, when)
            found = standing_of(subject, *successors, on=on)
            assert (found.validity, found.unknown_field) == _expected(case), (stage, term, case)
            met.add(found.validity)
    assert met == set(VALIDITIES)


@pytest.mark.parametrize(
    ("on", "validity"),
    [
        ("2026-02-11", "upcoming"),
        ("2026-02-12", "active"),
        ("2027-11-10", "active"),
        ("2027-11-11", "expiring"),
        ("2028-02-11", "expiring"),
        ("2028-02-12", "expired"),
    ],
)
def test_the_last_day_is_in_force_and_the_day_after_is_not(on: str, validity: str) -> None:
    subject = facts(parties=signed(), history=entered("reporting"), term=_TERM)
    assert standing_of(subject, on=on).validity == validity


def test_one_missing_signature_is_preparing_until_registration() -> None:
    half = [{"name": "Dinas", "signed": "2026-01-10"}, {"name": "RSJ"}]
    assert standing_of(facts(parties=half, term=_TERM), on="2026-06-01").validity == "preparing"
    registered = facts(parties=half, term=_TERM, history=entered("registration"))
    assert standing_of(registered, on="2026-06-01").validity == "active"


def test_without_a_start_it_is_never_active_whatever_else_is_known() -> None:
    for stated, _kind in _TERMS.values():
        subject = facts(history=entered("reporting"), term=stated or None)
        assert {standing_of(subject, on=on).validity for on in _DAYS} == {"unknown"}


def test_a_later_entry_reopens_a_closed_agreement() -> None:
    history = [
        {"date": "2026-01-05", "stage": "reporting"},
        {"date": "2026-02-05", "stage": "reporting", "closed": "agreed"},
        {"date": "2026-03-05", "stage": "reporting"},
    ]
    assert standing_of(facts(history=history, term=_TERM), on="2026-06-01").validity == "active"
    assert standing_of(facts(history=history[:2], term=_TERM), on="2026-01-01").validity == "ended"


def _in_force(subject: Facts, *others: Facts) -> tuple[date | None, date | None]:
    found = standing_of(subject, *others, on="2026-06-01")
    return found.in_force_from, found.in_force_until


def test_in_force_runs_to_the_end_the_closing_or_the_eve_of_the_successor_whichever_is_first() -> None:
    subject = facts(history=entered("reporting"), term=_TERM)
    closed = facts(history=entered("reporting", "2027-03-01", closed="agreed"), term=_TERM)
    early = _successor(parties=signed(), term={"starts": "2027-01-01"})
    late = _successor(parties=signed(), term={"starts": "2028-02-12"})
    assert _in_force(subject) == (day("2026-02-12"), day("2028-02-11"))
    assert _in_force(closed) == (day("2026-02-12"), day("2027-03-01"))
    assert _in_force(subject, early) == (day("2026-02-12"), day("2026-12-31"))
    assert _in_force(closed, early) == (day("2026-02-12"), day("2026-12-31"))
    assert _in_force(subject, late) == (day("2026-02-12"), day("2028-02-11"))
    assert _in_force(subject, _successor(term={"starts": "2027-01-01"})) == (
        day("2026-02-12"),
        day("2028-02-11"),
    )


def test_what_is_open_or_not_known_has_no_last_or_first_day_in_force() -> None:
    assert _in_force(facts(term={"starts": "2026-02-12", "until": "izin terbit"})) == (
        day("2026-02-12"),
        None,
    )
    assert _in_force(facts(term={"length": "2 years"})) == (None, None)
    assert _in_force(facts(term={"ends": "2028-02-11"})) == (None, day("2028-02-11"))


def test_superseded_from_the_very_day_the_signed_successor_starts() -> None:
    subject = facts(history=entered("reporting"), term=_TERM)
    successor = _successor(parties=signed(), term={"starts": "2027-01-01"})
    assert standing_of(subject, successor, on="2026-12-31").validity == "active"
    assert standing_of(subject, successor, on="2027-01-01").validity == "superseded"


def _closed_successor(signed_on: str | None, other: str | None, stage: str = "corrections") -> Facts:
    history = [
        {"date": "2026-01-05", "stage": stage},
        {"date": "2026-04-01", "stage": stage, "closed": "rejected"},
    ]
    return _successor(parties=signed(signed_on, other), history=history, term={"starts": "2026-03-01"})


@pytest.mark.parametrize(
    ("successor", "counts"),
    [
        (_closed_successor(None, None), False),
        (_closed_successor("2026-03-01", None), True),
        (_closed_successor("2026-04-01", None), True),
        (_closed_successor("2026-03-01", "2026-04-02"), False),
        (_closed_successor(None, None, stage="registration"), True),
    ],
)
def test_a_successor_closed_before_it_was_signed_counts_for_nothing(successor: Facts, counts: bool) -> None:  # noqa: FBT001
    subject = facts(history=entered("reporting"), term=_TERM)
    found = standing_of(subject, successor, on="2026-06-01")
    assert (found.successors, found.successor_signed) == ((("penerus",), True) if counts else ((), False))
    assert found.validity == ("superseded" if counts else "active")


def test_successors_are_named_in_order_and_nothing_succeeds_itself() -> None:
    subject = facts(renews=["satu", {"text": "Perjanjian 2022"}])
    others = [facts(name, renews=["lain", "satu"]) for name in ("c", "a", "b")]
    assert standing_of(subject, *others, on="2026-06-01").successors == ("a", "b", "c")


def test_of_several_signed_successors_the_first_to_start_decides() -> None:
    subject = facts(history=entered("reporting"), term=_TERM)
    first = facts("x", renews="satu", parties=signed(), term={"starts": "2026-05-01"})
    second = facts("a", renews="satu", parties=signed(), term={"starts": "2026-09-01"})
    found = standing_of(subject, second, first, on="2026-06-01")
    assert (found.validity, found.in_force_until) == ("superseded", day("2026-04-30"))


def _history_of(days: int | None, **fields: Any) -> Facts:
    last = date.fromordinal(day("2026-01-05").toordinal() + days).isoformat() if days is not None else None
    return facts(parties=signed("2025-12-01" if days is None else "2026-01-05", last), **fields)


def test_the_usual_time_to_signature_needs_five_finished_histories() -> None:
    found = [_history_of(days) for days in (10, 200, 30, 40)]
    assert usual_days_to_signature(found) is None
    assert usual_days_to_signature([*found, facts()]) is None
    assert usual_days_to_signature([*found, _history_of(20, history=entered("draft", imported=True))]) is None
    assert usual_days_to_signature([*found, _history_of(None)]) is None  # signed before its first entry
    assert usual_days_to_signature([*found, _history_of(20)]) == 30
    assert usual_days_to_signature([*found, _history_of(20), _history_of(41)]) == 35
    assert usual_days_to_signature([*found, _history_of(20), _history_of(31)]) == 30  # 30.5, rounded down


@given(st.lists(st.integers(0, 400), min_size=5, max_size=9))
def test_the_usual_time_is_the_median_in_whole_days(days: list[int]) -> None:
    assert usual_days_to_signature([_history_of(one) for one in days]) == int(median(days))


def test_the_order_of_the_register_changes_nothing() -> None:
    some = [facts(history=entered("reporting"), term=_TERM), *(facts(name, renews="satu") for name in "xyz")]
    forward = judge({one.id: one for one in some}, day("2026-06-01"))
    backward = judge({one.id: one for one in reversed(some)}, day("2026-06-01"))
    assert forward == backward
    assert forward == {one.id: judge_one({two.id: two for two in some}, one.id, day("2026-06-01")) for one in some}


def test_nothing_that_only_reads_facts_imports_the_model() -> None:
    modules = "pks.domain.standing.judgement, pks.domain.deadlines.table, pks.language.said.deadlines"
    code = f"import sys, {modules}; sys.exit('pks.domain.model.agreement' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
