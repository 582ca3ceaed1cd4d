from __future__ import annotations

from typing import Any

import pytest

from pks.domain.standing.waiting import Waiting, waiting
from tests.domain.builders import agreement, day, entered, facts, signed

_SINCE = "2026-01-05"
_RAISED = {"date": "2026-01-15"}
_OK = {"accepted": "2026-01-16"}
_NO = {"rejected": "2026-01-16"}


def _waiting(stage: str, **fields: Any) -> tuple[str, str] | None:
    found = waiting(agreement(history=entered(stage, _SINCE), **fields))
    return (found.who, found.since.isoformat()) if found else None


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("draft", ("office", _SINCE)),
        ("facilitation", ("office", _SINCE)),
        ("corrections", ("dinsos", _SINCE)),  # the first party that has not signed
        ("registration", ("office", _SINCE)),
        ("reporting", None),
        ("renewal", ("office", _SINCE)),
    ],
)
def test_each_stage_has_somebody_whose_move_it_is(stage: str, expected: tuple[str, str] | None) -> None:
    assert _waiting(stage) == expected


@pytest.mark.parametrize("stage", ["draft", "corrections", "renewal"])
def test_a_closed_agreement_waits_for_nobody(stage: str) -> None:
    assert waiting(agreement(history=entered(stage, closed="withdrawn"))) is None


def test_an_offer_without_a_reply_waits_for_the_first_party_that_is_not_ours() -> None:
    assert _waiting("draft", offer={"sent": "2026-01-02"}) == ("rsj", "2026-01-02")
    assert _waiting("draft", offer={"sent": "2026-01-02", "replied": "2026-01-09"}) == ("office", _SINCE)
    assert _waiting("draft", offer={"number": "1"}) == ("office", _SINCE)
    assert _waiting("facilitation", offer={"sent": "2026-01-02"}) == ("office", _SINCE)
    ours = [{"name": "Dinas Sosial", "ours": True}, {"name": "Dinas Kesehatan", "ours": True}]
    assert _waiting("draft", offer={"sent": "2026-01-02"}, parties=ours) == ("office", _SINCE)
    named = [{"name": "Dinas Sosial", "ours": True}, {"name": "Bank Contoh"}, {"name": "Bank Lain"}]
    assert _waiting("draft", offer={"sent": "2026-01-02"}, parties=named) == ("bank-contoh", "2026-01-02")


def test_corrections_that_a_meeting_asked_for_and_nobody_wrote_down_wait_for_the_office() -> None:
    held = [{"date": "2026-01-15", "outcome": "corrections"}]
    assert _waiting("corrections", facilitation=held) == ("office", _SINCE)
    assert _waiting("corrections", facilitation=[{"outcome": "none"}]) == ("dinsos", _SINCE)
    assert _waiting("corrections", facilitation=held, corrections=_corrections({})) == ("dinsos", "2026-01-15")


def _corrections(*answers: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    return [{"no": no, "raised": _RAISED, "answers": given} | more for no, given in enumerate(answers, start=1)]


@pytest.mark.parametrize(
    ("corrections", "expected"),
    [
        (_corrections({}), ("dinsos", "2026-01-15")),
        (_corrections({"dinsos": _OK}), ("rsj", "2026-01-15")),
        (_corrections({"dinsos": _OK, "rsj": _OK}, {"rsj": _OK}), ("dinsos", "2026-01-15")),
        (_corrections({"rsj": _OK}, {"dinsos": _OK}), ("dinsos", "2026-01-15")),
        (_corrections({"dinsos": _NO}), ("rsj", "2026-01-15")),  # an answer is still owed
        (_corrections({"dinsos": _NO, "rsj": _OK}), ("office", _SINCE)),
        (_corrections({"dinsos": _NO, "rsj": _OK}, withdrawn={"date": "2026-01-25"}), ("dinsos", _SINCE)),
        (_corrections({}, withdrawn={"date": "2026-01-25"}), ("dinsos", _SINCE)),
        (_corrections({"dinsos": _OK, "rsj": _OK}), ("dinsos", _SINCE)),
        (_corrections({"dinsos": _OK, "Rsj": _OK}), ("rsj", "2026-01-15")),
        ([{"no": 1}], ("dinsos", _SINCE)),
        (
            _corrections({"dinsos": _OK, "rsj": {"rejected": "2026-01-16", "accepted": "2026-01-20"}}),
            ("dinsos", _SINCE),
        ),
        (
            _corrections({"dinsos": _OK, "rsj": {"rejected": "2026-01-20", "accepted": "2026-01-20"}}),
            ("office", _SINCE),
        ),
        (_corrections({"dinsos": _OK, "rsj": _OK, "dinkes": _NO}), ("dinsos", _SINCE)),  # of nobody who is a party
    ],
)
def test_corrections_wait_for_who_has_not_answered_then_for_the_office_to_settle_a_rejection(
    corrections: list[dict[str, Any]], expected: tuple[str, str]
) -> None:
    assert _waiting("corrections", corrections=corrections) == expected


def test_the_council_comes_after_the_answers_and_before_a_rejection_or_a_signature() -> None:
    asked = {"unbudgeted": True, "submitted": "2026-01-18"}
    rejected = _corrections({"dinsos": _NO, "rsj": _OK})
    assert _waiting("corrections", council=asked) == ("council", "2026-01-18")
    assert _waiting("corrections", council=asked, corrections=rejected) == ("council", "2026-01-18")
    assert _waiting("corrections", council=asked, corrections=_corrections({})) == ("dinsos", "2026-01-15")
    answered = asked | {"answered": "2026-02-01"}
    assert _waiting("corrections", council=answered, corrections=rejected) == ("office", _SINCE)
    assert _waiting("corrections", council=answered) == ("dinsos", _SINCE)


def test_signatures_are_waited_for_in_party_order_then_the_office_goes_on() -> None:
    parties = signed()
    assert _waiting("corrections", parties=[parties[0], {"key": "rsj", "name": "RSJ"}]) == ("rsj", "2026-01-10")
    before = parties[0] | {"signed": "2026-01-02"}  # before the stage was entered
    assert _waiting("corrections", parties=[before, {"key": "rsj", "name": "RSJ"}]) == ("rsj", _SINCE)
    assert _waiting("corrections", parties=parties) == ("office", _SINCE)
    assert _waiting("corrections", signing={"date": "2026-02-01"}) == ("office", _SINCE)


def test_the_stage_is_waited_in_since_it_was_entered() -> None:
    history = [
        *entered("draft", "2026-01-05"),
        *entered("corrections", "2026-02-01"),
        *entered("corrections", "2026-02-09"),
    ]
    assert waiting(agreement(history=history)) == Waiting("dinsos", day("2026-02-01"))


def test_facts_keep_whose_move_it_is() -> None:
    found = facts(offer={"sent": "2026-01-02"})
    assert (found.waiting, found.waiting_since) == ("rsj", day("2026-01-02"))
    running = facts(history=entered("reporting"))
    assert (running.waiting, running.waiting_since) == (None, None)
