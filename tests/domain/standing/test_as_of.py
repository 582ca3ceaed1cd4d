from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.model.agreement import Agreement
from pks.domain.standing.as_of import as_of
from pks.domain.standing.facts_of import facts_of
from pks.domain.standing.judgement import judge
from tests.domain.builders import OFFICE, agreement, day

_HISTORY = [
    {"date": "2025-12-21", "stage": "draft"},
    {"date": "2026-01-10", "stage": "facilitation"},
    {"date": "2026-01-15", "stage": "corrections"},
    {"date": "2026-02-12", "stage": "registration"},
    {"date": "2026-02-16", "stage": "reporting"},
    {"date": "2026-09-30", "stage": "reporting", "closed": "agreed"},
]


def _whole() -> Agreement:
    return agreement(
        parties=[
            {"key": "dinkes", "name": "Dinas Kesehatan", "ours": True, "signed": "2026-02-10"},
            {"key": "klinik", "name": "Klinik", "signed": "2026-02-12"},
        ],
        term={"starts": "2026-02-12", "length": "2 years"},
        offer={"sent": "2025-12-22", "number": "440/900", "replied": "2026-01-05", "received": "2025-12-23"},
        council={
            "unbudgeted": True,
            "submitted": "2026-01-16",
            "number": "170/4",
            "answered": "2026-02-05",
            "outcome": "approved",
        },
        facilitation=[
            {"date": "2026-01-15", "place": "Aula", "outcome": "corrections"},
            {"date": "2026-01-20"},
        ],
        corrections=[
            {
                "no": 1,
                "raised": {"date": "2026-01-15"},
                "answers": {
                    "dinkes": {"accepted": "2026-01-16"},
                    "klinik": {"rejected": "2026-01-20", "accepted": "2026-01-24", "note": "lama"},
                },
            },
            {
                "no": 2,
                "raised": {"date": "2026-01-18"},
                "withdrawn": {"date": "2026-01-25", "reason": "sudah diatur"},
            },
            {"no": 3, "clause": "Pasal 9", "answers": {"klinik": {"note": "tanpa tanggal"}}},
        ],
        signing={"date": "2026-02-12", "place": "Ruang Bupati"},
        registration={"number": "REG/2026/014", "date": "2026-02-16"},
        documents=[
            {"kind": "draft", "date": "2025-12-20"},
            {"kind": "signed-copy", "date": "2026-02-12"},
            {"kind": "other"},
        ],
        reports=[
            {
                "period": "2026-S1",
                "sent": [
                    {"to": "bupati", "date": "2026-07-10", "received": "2026-07-12"},
                    {"to": "gubernur", "date": "2026-07-20"},
                ],
            }
        ],
        tasks=[{"what": "Rapat", "due": "2026-02-01", "every": "1 month", "done": ["2026-02-03", "2026-03-02"]}],
        evaluations=[{"date": "2026-08-03", "score": 4}],
        amendments=[{"no": 1, "date": "2026-05-01"}],
        renewal={"intent": "renew", "date": "2026-10-01"},
        history=_HISTORY,
    )


def _on(text: str) -> Agreement:
    found = as_of(_whole(), day(text))
    assert found is not None
    return found


def test_before_its_first_entry_there_is_no_agreement() -> None:
    assert as_of(_whole(), day("2025-12-20")) is None
    assert _on("2025-12-21").stage == "draft"


@pytest.mark.parametrize(
    ("on", "stage", "entries"),
    [
        ("2026-01-09", "draft", 1),
        ("2026-01-10", "facilitation", 2),
        ("2026-02-11", "corrections", 3),
        ("2026-02-12", "registration", 4),
        ("2026-09-29", "reporting", 5),
        ("2026-09-30", "reporting", 6),
    ],
)
def test_the_stage_is_the_one_of_the_last_entry_by_that_day(on: str, stage: str, entries: int) -> None:
    assert (_on(on).stage, len(_on(on).history)) == (stage, entries)
    assert (_on(on).closed is not None) == (on == "2026-09-30")


def test_signatures_count_from_their_day() -> None:
    def signed(on: str) -> list[bool]:
        return [party.signed is not None for party in _on(on).parties]

    assert signed("2026-02-09") == [False, False]
    assert signed("2026-02-10") == [True, False]
    assert signed("2026-02-12") == [True, True]
    before, after = _on("2026-02-11").signing, _on("2026-02-12").signing
    assert before is not None
    assert after is not None
    assert (before.date, before.place, after.date) == (None, "Ruang Bupati", day("2026-02-12"))


def test_an_offer_is_there_from_the_day_it_was_sent() -> None:
    assert _on("2025-12-21").offer is None
    sent = _on("2025-12-22").offer
    assert sent is not None
    assert (sent.sent, sent.received, sent.replied) == (day("2025-12-22"), None, None)
    received, replied = _on("2025-12-23").offer, _on("2026-01-05").offer
    assert received is not None
    assert replied is not None
    assert (received.received, received.replied) == (day("2025-12-23"), None)
    assert replied.replied == day("2026-01-05")


def test_an_offer_without_a_day_of_sending_stays() -> None:
    found = as_of(agreement(offer={"number": "440/900"}), day("2026-01-05"))
    assert found is not None
    assert found.offer == agreement(offer={"number": "440/900"}).offer


def test_the_council_is_asked_and_answers_on_its_days() -> None:
    def asked(on: str) -> tuple[Any, ...]:
        council = _on(on).council
        assert council is not None
        return (council.unbudgeted, council.submitted, council.number, council.answered, council.outcome)

    assert asked("2026-01-15") == (True, None, None, None, None)
    assert asked("2026-01-16") == (True, day("2026-01-16"), None, None, None)
    assert asked("2026-02-04") == (True, day("2026-01-16"), None, None, None)
    assert asked("2026-02-05") == (True, day("2026-01-16"), "170/4", day("2026-02-05"), "approved")


def test_a_meeting_held_later_was_planned() -> None:
    assert [meeting.outcome for meeting in _on("2026-01-14").facilitation] == ["planned", None]
    assert [meeting.outcome for meeting in _on("2026-01-15").facilitation] == ["corrections", None]


def test_corrections_are_there_from_the_day_they_were_raised_or_when_they_have_none() -> None:
    def numbers(on: str) -> list[int]:
        return [correction.no for correction in _on(on).corrections]

    assert numbers("2026-01-14") == [3]
    assert numbers("2026-01-15") == [1, 3]
    assert numbers("2026-01-18") == [1, 2, 3]


def test_answers_and_withdrawals_count_from_their_day() -> None:
    def answers(on: str) -> list[str]:
        return list(_on(on).corrections[0].answers)

    assert answers("2026-01-15") == []
    assert answers("2026-01-16") == ["dinkes"]
    assert answers("2026-01-20") == ["dinkes", "klinik"]
    before, after = (_on(on).corrections[0].answers["klinik"] for on in ("2026-01-23", "2026-01-24"))
    assert (before.rejected, before.accepted) == (day("2026-01-20"), None)
    assert after.accepted == day("2026-01-24")
    assert list(_on("2026-01-20").corrections[2].answers) == ["klinik"]
    assert _on("2026-01-24").corrections[1].withdrawn is None
    assert _on("2026-01-25").corrections[1].withdrawn is not None


def test_what_runs_afterwards_counts_from_its_day() -> None:
    assert (_on("2026-02-15").registration, _on("2026-02-16").registration is None) == (None, False)
    assert [document.kind for document in _on("2026-02-11").documents] == ["draft", "other"]
    assert [len(_on(on).reports[0].sent) for on in ("2026-07-09", "2026-07-10", "2026-07-20")] == [0, 1, 2]
    assert [_on(on).reports[0].sent[0].received for on in ("2026-07-11", "2026-07-12")] == [
        None,
        day("2026-07-12"),
    ]
    assert [len(_on(on).tasks[0].done) for on in ("2026-02-02", "2026-02-03", "2026-03-02")] == [0, 1, 2]
    assert [len(_on(on).evaluations) for on in ("2026-08-02", "2026-08-03")] == [0, 1]
    assert [len(_on(on).amendments) for on in ("2026-04-30", "2026-05-01")] == [0, 1]
    assert (_on("2026-09-30").renewal, _on("2026-10-01").renewal is None) == (None, False)


def test_nothing_is_taken_out_on_the_last_day_anything_happened() -> None:
    assert _on("2026-10-01") == _whole()
    assert as_of(agreement(), day("2026-01-05")) == agreement()


@pytest.mark.parametrize(
    ("on", "validity"),
    [
        ("2026-02-11", "preparing"),
        ("2026-02-12", "active"),
        ("2026-09-29", "active"),
        ("2026-09-30", "ended"),
    ],
)
def test_validity_is_judged_by_what_was_known_that_day(on: str, validity: str) -> None:
    facts = facts_of("satu", _on(on), OFFICE)
    assert judge({"satu": facts}, day(on))["satu"].validity == validity


@given(st.integers(0, 300), st.integers(0, 300))
def test_looking_back_twice_is_looking_back_to_the_earlier_day(one: int, other: int) -> None:
    first = day("2025-12-21")
    days = sorted((first + timedelta(days=one), first + timedelta(days=other)))
    later = as_of(_whole(), days[1])
    assert later is not None
    assert as_of(later, days[0]) == as_of(_whole(), days[0])
