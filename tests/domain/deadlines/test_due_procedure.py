"""Meeting, offer, council, correction and stage: each row, what silences it, and that it moves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from pks.domain.deadlines.row import waited_for
from pks.domain.office import Replies, Stages
from pks.domain.standing.facts import Facts
from pks.message import Label, Message
from tests.domain.builders import (
    OFFICE,
    day,
    entered,
    facts,
    length,
    of_kind,
    only,
    rows,
)


def test_a_planned_meeting_is_due_on_its_day() -> None:
    found = rows(facts(facilitation=[{"date": "2026-01-15", "outcome": "planned", "place": "Aula"}]))
    assert of_kind("meeting", found) == [("2026-01-15", "meeting/2026-01-15")]
    assert only("meeting", found).detail == Message("due.meeting.at", place="Aula")
    assert only("meeting", found).days == -137
    found = rows(facts(facilitation=[{"date": "2026-01-16", "outcome": "planned"}]))
    assert of_kind("meeting", found) == [("2026-01-16", "meeting/2026-01-16")]
    assert only("meeting", found).detail == Message("due.meeting")


@pytest.mark.parametrize("outcome", ["corrections", "none"])
def test_a_meeting_that_was_held_is_silent(outcome: str) -> None:
    assert of_kind("meeting", rows(facts(facilitation=[{"date": "2026-01-15", "outcome": outcome}]))) == []


def test_a_meeting_of_which_nobody_has_said_how_it_went_is_asked_for() -> None:
    found = rows(facts(facilitation=[{"date": "2026-01-15"}]))
    assert of_kind("meeting", found) == [("2026-01-15", "meeting/2026-01-15")]


def test_the_second_meeting_of_a_day_has_a_key_of_its_own_that_stays() -> None:
    first, second = {"date": "2026-01-15", "outcome": "planned"}, {"date": "2026-01-15", "outcome": "planned"}
    keys = [key for _, key in of_kind("meeting", rows(facts(facilitation=[first, second])))]
    assert keys == ["meeting/2026-01-15", "meeting/2026-01-15/2"]
    held = first | {"outcome": "none"}
    assert [key for _, key in of_kind("meeting", rows(facts(facilitation=[held, second])))] == ["meeting/2026-01-15/2"]


def test_an_offer_is_due_after_the_offices_time_to_reply() -> None:
    found = rows(facts(offer={"sent": "2026-01-02"}))
    assert of_kind("offer", found) == [("2026-02-01", "offer")]
    assert only("offer", found).detail == Message("due.offer", parties=["RSJ Kalbar"], sent=day("2026-01-02"))
    assert of_kind("offer", rows(facts(offer={"sent": "2026-01-03"}))) == [("2026-02-02", "offer")]
    office = OFFICE._replace(replies=Replies(offer=length("2 weeks")))
    assert of_kind("offer", rows(facts(offer={"sent": "2026-01-02"}), office=office)) == [("2026-01-16", "offer")]


def test_an_offer_is_silent_when_replied_or_past_draft() -> None:
    assert of_kind("offer", rows(facts(offer={"sent": "2026-01-02", "replied": "2026-01-20"}))) == []
    for stage in ("facilitation", "corrections", "registration", "reporting", "renewal"):
        assert of_kind("offer", rows(facts(offer={"sent": "2026-01-02"}, history=entered(stage)))) == []


def test_the_council_has_forty_five_working_days() -> None:
    asked = facts(council={"submitted": "2026-01-16"}, history=entered("corrections"))
    assert of_kind("council", rows(asked)) == [("2026-03-20", "council")]
    assert only("council", rows(asked)).detail == Message("due.council", submitted=day("2026-01-16"))
    office = OFFICE._replace(holidays=(date(2026, 3, 19), date(2026, 3, 20)))
    assert of_kind("council", rows(asked, office=office)) == [("2026-03-24", "council")]
    moved = facts(council={"submitted": "2026-01-19"})
    assert of_kind("council", rows(moved)) == [("2026-03-23", "council")]
    assert of_kind("council", rows(facts(council={"submitted": "2026-01-16", "answered": "2026-02-05"}))) == []


def _corrected(**correction: Any) -> Facts:
    return facts(history=entered("corrections"), corrections=[{"no": 2, "raised": {"date": "2026-01-15"}} | correction])


def test_a_correction_is_due_from_each_party_that_has_not_answered() -> None:
    found = rows(_corrected(clause="Pasal 9"))
    assert of_kind("correction", found) == [
        ("2026-01-29", "correction/2/dinsos"),
        ("2026-01-29", "correction/2/rsj"),
    ]
    last = found[1]
    assert last.detail == Message("due.correction.clause", party="RSJ Kalbar", no=2, clause="Pasal 9")
    assert last.party == "rsj"
    found = rows(_corrected(raised={"date": "2026-01-16"}, answers={"dinsos": {"accepted": "2026-01-17"}}))
    assert of_kind("correction", found) == [("2026-01-30", "correction/2/rsj")]
    assert only("correction", found).detail == Message("due.correction", party="RSJ Kalbar", no=2)
    office = OFFICE._replace(replies=Replies(correction=length("3d")))
    assert of_kind("correction", rows(_corrected(), office=office))[0] == (
        "2026-01-18",
        "correction/2/dinsos",
    )


@pytest.mark.parametrize(
    ("correction", "parties"),
    [
        ({"answers": {"rsj": {"rejected": "2026-01-20"}}}, ["dinsos"]),
        ({"answers": {"rsj": {"accepted": "2026-01-20"}, "dinsos": {"rejected": "2026-01-20"}}}, []),
        ({"answers": {"rsj": {"note": "dibahas"}}}, ["dinsos", "rsj"]),
        ({"withdrawn": {"date": "2026-01-25"}}, []),
        ({"raised": {"by": "Bagian Hukum"}}, []),
    ],
)
def test_a_correction_is_silent_when_answered_withdrawn_or_without_a_day(
    correction: dict[str, Any], parties: list[str]
) -> None:
    found = of_kind("correction", rows(_corrected(**correction)))
    assert [key for _, key in found] == [f"correction/2/{party}" for party in parties]


@pytest.mark.parametrize(
    ("stage", "last"),
    [
        ("draft", "2026-04-05"),
        ("facilitation", "2026-02-04"),
        ("corrections", "2026-02-04"),
        ("registration", "2026-01-19"),
    ],
)
def test_a_stage_is_due_when_its_limit_has_run(stage: str, last: str) -> None:
    assert of_kind("stage", rows(facts(history=entered(stage)))) == [(last, f"stage/{stage}")]
    later = (day(last) + timedelta(days=1)).isoformat()
    assert of_kind("stage", rows(facts(history=entered(stage, "2026-01-06")))) == [(later, f"stage/{stage}")]


def test_a_stage_says_since_when_and_whom_it_waits_for() -> None:
    def detail(**fields: Any) -> Message:
        return only("stage", rows(facts(**fields))).detail

    def said(stage: str, waiting: Message) -> Message:
        return Message("due.stage", stage=Label("stage", stage), since=day("2026-01-05"), waiting=waiting)

    assert detail() == said("draft", Message("waiting.office"))
    in_corrections = entered("corrections")
    council = {"submitted": "2026-01-16"}
    assert detail(history=in_corrections) == said("corrections", Message("waiting.party", name="Dinas Sosial"))
    assert detail(history=in_corrections, council=council) == said("corrections", Message("waiting.council"))


def test_the_office_is_named_where_nobody_is_waited_for() -> None:
    assert waited_for(facts(history=entered("reporting"))) == Message("waiting.office")


def test_a_stage_is_silent_when_imported_or_without_a_limit() -> None:
    assert of_kind("stage", rows(facts(history=entered("registration", imported=True)))) == []
    assert of_kind("stage", rows(facts(history=entered("reporting")))) == []
    assert of_kind("stage", rows(facts(history=entered("renewal")))) == []
    office = OFFICE._replace(stages=Stages(draft=length("5 working days")))
    assert of_kind("stage", rows(facts(), office=office)) == [("2026-01-12", "stage/draft")]
