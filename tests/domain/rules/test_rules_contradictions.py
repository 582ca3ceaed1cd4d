from __future__ import annotations

from datetime import date

import pytest

from tests.domain.rules.rules_builders import Case, Given, Other, assert_trips, found

_CLOSED = [
    {"date": "2025-12-01", "stage": "draft"},
    {"date": "2026-03-01", "stage": "draft", "closed": "withdrawn"},
]
_UNSIGNED = {"parties.0.signed": None, "parties.1.signed": None}

CASES: dict[str, Case] = {
    "went-on-after-closing": Case(
        Given({"history": [*_CLOSED, {"date": "2026-03-02", "stage": "facilitation"}]}),
        [("history", 2, "stage")],
        Given({"history": [*_CLOSED, {"date": "2026-03-02", "stage": "draft"}]}),
        says={"date": date(2026, 3, 2), "closed": date(2026, 3, 1)},
        level="warning",
    ),
    "signed-though-closed": Case(
        Given({"history": _CLOSED}),
        [("history", 1, "closed")],
        Given({"history": _CLOSED, "registration": None, "parties.1.signed": None}),
        says={"closed": date(2026, 3, 1)},
        level="warning",
    ),
    "signing-day-of-nobody": Case(
        Given({"signing": {"date": "2026-02-11"}}),
        [("signing", "date")],
        Given({"signing": {"date": "2026-02-10"}}),
        says={"date": date(2026, 2, 11), "days": [date(2026, 2, 10), date(2026, 2, 12)]},
        level="warning",
    ),
    "answered-though-withdrawn": Case(
        Given({"corrections.0.withdrawn": {"date": "2026-01-21"}}),
        [("corrections", 0, "withdrawn")],
        Given(
            {
                "corrections.0.withdrawn": {"date": "2026-01-21"},
                "corrections.0.answers": {"klinik": {"rejected": "2026-01-20"}},
            }
        ),
        says={"no": 1},
        level="warning",
    ),
    "meeting-held-in-future": Case(
        Given({"facilitation.0.date": "2026-06-02"}),
        [("facilitation", 0, "date")],
        Given({"facilitation.0.date": "2026-06-01"}),
        says={"date": date(2026, 6, 2), "position": 1},
        level="warning",
    ),
    "cluster-unknown": Case(
        Given({"cluster": "Kesehatan", "under": "induk"}, others=(Other("induk", clusters=("Sosial", "Pangan")),)),
        [("cluster",)],
        Given({"cluster": "kesehatan ", "under": "induk"}, others=(Other("induk", clusters=("Kesehatan",)),)),
        says={"cluster": "Kesehatan", "umbrella": "induk", "clusters": ["Sosial", "Pangan"]},
        level="warning",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_contradiction_is_found_where_it_stands_and_only_there(code: str) -> None:
    assert_trips(code, CASES[code])
    assert found(code, CASES[code].near) == []


def test_a_closing_that_is_closed_again_is_said_so() -> None:
    again = {"date": "2026-03-02", "stage": "draft", "closed": "rejected"}
    (one,) = found("went-on-after-closing", Given({"history": [*_CLOSED, again]}))
    assert (one.message.key, one.path) == ("rule.went-on-after-closing.twice", ("history", 2, "closed"))


@pytest.mark.parametrize(
    ("changes", "path"),
    [({"parties.1.signed": "2026-03-02"}, ("parties", 1, "signed")),
     ({**_UNSIGNED, "signing": {"date": "2026-03-02"}}, ("signing", "date"))],
)  # fmt: skip
def test_who_signed_after_the_closing_is_named(changes: dict[str, object], path: tuple[object, ...]) -> None:
    (one,) = found("signed-though-closed", Given({"history": _CLOSED, **changes}))
    assert (one.message.key, one.path) == ("rule.signed-though-closed.later", path)


def test_an_unsigned_draft_that_was_withdrawn_has_no_register_number() -> None:
    (one,) = found("signed-though-closed", Given({"history": _CLOSED, **_UNSIGNED}))
    assert (one.message.key, one.path) == ("rule.signed-though-closed.registered", ("registration", "number"))


def test_an_answer_given_after_the_withdrawal_is_found() -> None:
    changes = {
        "corrections.0.withdrawn": {"date": "2026-01-19", "reason": "x"},
        "corrections.0.answers": {"klinik": {"accepted": "2026-01-20"}},
    }
    (one,) = found("answered-though-withdrawn", Given(changes))
    assert (one.message.key, one.path) == (
        "rule.answered-though-withdrawn.later",
        ("corrections", 0, "answers", "klinik"),
    )


def test_a_cluster_is_not_asked_for_where_the_umbrella_has_none_or_is_not_here() -> None:
    for under in ("payung", "di-mana", {"text": "Kesepakatan"}):
        assert not found("cluster-unknown", Given({"cluster": "Kesehatan", "under": under}))


def test_the_number_of_an_amendment_and_the_period_of_a_reading_are_given_once() -> None:
    twice = [{"no": "1", "date": "2026-03-01"}, {"no": "1", "date": "2026-04-01"}]
    assert [one.path for one in found("repeated-in-list", Given({"amendments": twice}))] == [("amendments", 1, "no")]
    readings = [{"period": "2026-S1", "value": "1"}, {"period": "2026-S1", "value": "2"}]
    given = Given({"indicators": [{"name": "Rujukan", "readings": readings}]})
    assert [one.path for one in found("repeated-in-list", given)] == [("indicators", 0, "readings", 1, "period")]
