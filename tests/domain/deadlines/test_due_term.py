"""Expiry, decision, notice and start: each row, what silences it, and that it moves with its source."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.table import due
from pks.domain.office import Stages
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import judge
from pks.message import Message
from tests.domain.builders import (
    NO_REPORTS,
    TERM,
    day,
    entered,
    facts,
    length,
    of_kind,
    only,
    rows,
    running,
    signed,
    successor,
)

_UNSIGNED = successor()
_SIGNED = successor(parties=signed())
_DEAD = successor(history=entered("draft", closed="withdrawn"))


def test_expiry_is_the_end() -> None:
    row = only("expiry", rows(running(title="Rujukan jiwa"), on="2028-01-01"))
    assert (row.date, row.days, row.key, row.id, row.title, row.stage) == (
        day("2028-02-11"), 41, "expiry", "satu", "Rujukan jiwa", "reporting",
    )  # fmt: skip
    assert row.detail == Message("due.expiry", ends=day("2028-02-11"))
    assert (row.party, row.tier, row.period) == (None, None, None)


@pytest.mark.parametrize(("others", "shown"), [([], True), ([_UNSIGNED], True), ([_SIGNED], False), ([_DEAD], True)])
def test_expiry_stops_when_a_successor_is_signed(others: list[Facts], shown: bool) -> None:  # noqa: FBT001
    assert (of_kind("expiry", rows(running(), *others)) == [("2028-02-11", "expiry")]) == shown


def test_expiry_names_a_successor_that_is_not_signed() -> None:
    row = only("expiry", rows(running(), _UNSIGNED))
    assert row.detail == Message("due.expiry.unsigned", ends=day("2028-02-11"), successors=["penerus"])


def test_expiry_needs_an_end() -> None:
    assert of_kind("expiry", rows(running(term={"starts": "2026-02-12", "until": "izin terbit"}))) == []


_RENEWAL_KINDS = {"decision": "2027-11-11", "notice": "2027-09-11", "start": "2027-05-31"}


def _renewing(**fields: Any) -> Facts:
    return running(term=TERM | {"notice": "2 months"} | fields.pop("term", {}), **fields)


def test_decision_notice_and_start_by_hand() -> None:
    found = rows(_renewing(), on="2027-11-11")
    # 2027-11-11 less 14, 30, 30 and 90 days; the text's own two months before the end.
    assert of_kind("decision", found) == [("2027-11-11", "decision")]
    assert of_kind("notice", found) == [("2027-12-11", "notice")]
    assert of_kind("start", found) == [("2027-05-31", "start")]
    assert [row.days for row in found if row.kind == "decision"] == [0]
    assert only("decision", found).detail == Message("due.decision", ends=day("2028-02-11"))
    assert only("notice", found).detail == Message("due.notice", parties=["RSJ Kalbar"], ends=day("2028-02-11"))
    assert only("start", found).detail == Message("due.start", decision=day("2027-11-11"), ends=day("2028-02-11"))


def test_notice_goes_to_every_party_where_all_are_ours() -> None:
    parties = [{"name": "Dinas Sosial", "ours": True}, {"name": "Dinas Kesehatan", "ours": True}]
    detail = only("notice", rows(_renewing(parties=parties))).detail
    assert detail.values["parties"] == ["Dinas Sosial", "Dinas Kesehatan"]


def _renewal_kinds(found: list[Due]) -> list[str]:
    return sorted({row.kind for row in found} & {"decision", "notice", "start"})


@pytest.mark.parametrize(("intent", "kinds"), [("renew", ["start"]), ("review", ["start"]), ("stop", [])])
def test_an_intent_silences_decision_and_notice_and_to_stop_start_as_well(intent: str, kinds: list[str]) -> None:
    assert _renewal_kinds(rows(_renewing())) == ["decision", "notice", "start"]
    assert _renewal_kinds(rows(_renewing(renewal={"intent": intent}))) == kinds


def test_a_renewal_without_an_intent_decides_nothing() -> None:
    assert _renewal_kinds(rows(_renewing(renewal={"note": "dibahas"}))) == ["decision", "notice", "start"]


@pytest.mark.parametrize(
    ("other", "kinds"),
    [(_UNSIGNED, []), (_SIGNED, []), (_DEAD, ["decision", "notice", "start"])],
)
def test_a_successor_that_counts_silences_them(other: Facts, kinds: list[str]) -> None:
    assert _renewal_kinds(rows(_renewing(), other)) == kinds


def test_they_move_with_start_length_notice_and_stage_limits() -> None:
    moved = rows(_renewing(term={"starts": "2026-03-12", "notice": "6 months"}))
    assert of_kind("expiry", moved) == [("2028-03-11", "expiry")]
    assert of_kind("notice", moved) == [("2027-09-11", "notice")]
    assert of_kind("decision", moved) == [("2027-09-11", "decision")]
    assert of_kind("start", moved) == [("2027-03-31", "start")]
    limits = Stages(length("1 month"), length("2 weeks"), length("5 working days"), length("0d"))
    office = NO_REPORTS._replace(stages=limits)
    # 2027-11-11, Thursday: less 5 working days 11-04, less 14 days 10-21, less a month 09-21.
    assert of_kind("start", rows(_renewing(), office=office)) == [("2027-09-21", "start")]


def test_start_goes_by_the_offices_own_histories_once_there_are_five() -> None:
    finished = [
        facts(
            f"lama-{days}",
            office=NO_REPORTS,
            parties=signed((day("2026-01-05") + timedelta(days=days)).isoformat()),
        )
        for days in (10, 20, 31, 40, 200)
    ]
    assert of_kind("start", rows(_renewing(), *finished)) == [("2027-10-11", "start")]
    assert of_kind("start", rows(_renewing(), *finished[:4])) == [("2027-05-31", "start")]


def test_the_usual_time_is_the_registers_even_when_a_part_of_it_is_asked_for() -> None:
    finished = [facts(f"lama-{n}", office=NO_REPORTS, parties=signed("2026-02-05")) for n in range(5)]
    register = {one.id: one for one in (_renewing(), *finished)}
    part = {"satu": judge(register, day("2026-06-01"))["satu"]}
    found = due(register, part, NO_REPORTS, day("2026-06-01"), day("2100-01-01"))
    assert of_kind("start", found) == [("2027-10-11", "start")]
    assert {row.id for row in found} == {"satu"}
