"""Reports: for which periods and tiers they are owed, and until when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pks.domain.office import Office, Reports, ReportTier
from pks.domain.standing.facts import Facts
from pks.message import Message
from tests.domain.builders import (
    CLOSED,
    OFFICE,
    day,
    entered,
    length,
    of_kind,
    rows,
    running,
    signed,
    successor,
)


def _reporting(**fields: Any) -> Facts:
    return running(office=OFFICE, **fields)


def _reports(
    subject: Facts, *others: Facts, until: str = "2027-01-31", office: Office = OFFICE
) -> list[tuple[str, str]]:
    return of_kind("report", rows(subject, *others, until=day(until), office=office))


def test_a_report_is_due_to_every_tier_after_every_period_with_a_day_in_force() -> None:
    assert _reports(_reporting()) == [
        ("2026-07-14", "report/2026-S1/bupati"),
        ("2026-07-30", "report/2026-S1/gubernur"),
        ("2027-01-14", "report/2026-S2/bupati"),
        ("2027-01-30", "report/2026-S2/gubernur"),
    ]
    row = rows(_reporting())[0]
    assert row.detail == Message("due.report", period="2026-S1", to="bupati")
    assert (row.tier, row.period, row.party) == ("bupati", "2026-S1", None)


def test_a_report_is_silent_once_sent_to_that_tier() -> None:
    sent = [{"period": "2026-S1", "sent": [{"to": "Bupati", "date": "2026-07-10"}]}, {"period": "2026-S2"}]
    assert _reports(_reporting(reports=sent), until="2027-01-14") == [
        ("2026-07-30", "report/2026-S1/gubernur"),
        ("2027-01-14", "report/2026-S2/bupati"),
    ]


@pytest.mark.parametrize(
    ("term", "periods"),
    [
        ({"starts": "2026-06-30", "ends": "2026-07-01"}, ["2026-S1", "2026-S2"]),
        ({"starts": "2026-07-01", "ends": "2026-12-31"}, ["2026-S2"]),
        ({"starts": "2026-06-30", "ends": "2026-06-30"}, ["2026-S1"]),
        ({"starts": "2020-01-01", "ends": "2025-12-31"}, []),
        ({"starts": "2020-01-01", "ends": "2026-01-01"}, ["2026-S1"]),
        ({"ends": "2026-12-31"}, []),
        ({"length": "2 years"}, []),
        ({"starts": "2026-07-02", "ends": "2026-07-01"}, []),
        ({"starts": "2026-07-02", "until": "izin terbit"}, ["2026-S2", "2027-S1", "2027-S2"]),
    ],
)
def test_one_day_in_force_makes_a_period_owed(term: dict[str, str], periods: list[str]) -> None:
    found = _reports(_reporting(term=term), until="2028-06-30")
    assert [key for _, key in found if key.endswith("bupati")] == [f"report/{name}/bupati" for name in periods]


def test_periods_that_ended_before_since_are_nobodys_debt() -> None:
    old = _reporting(history=entered("reporting", imported=True), term={"starts": "2019-03-01", "length": "10 years"})
    office = OFFICE._replace(reports=Reports(since=date(2026, 6, 30)))
    assert _reports(old, until="2026-07-14", office=office) == [("2026-07-14", "report/2026-S1/bupati")]
    office = OFFICE._replace(reports=Reports(since=date(2026, 7, 1)))
    assert _reports(old, until="2027-01-14", office=office) == [("2027-01-14", "report/2026-S2/bupati")]


def test_a_period_that_reaches_past_since_is_owed_though_the_text_ended_before_it() -> None:
    short = _reporting(term={"starts": "2026-01-05", "ends": "2026-02-15"})
    office = OFFICE._replace(reports=Reports(since=date(2026, 3, 1)))
    assert _reports(short, until="2026-07-14", office=office) == [("2026-07-14", "report/2026-S1/bupati")]


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        (
            "1 month",
            [
                ("2026-03-14", "report/2026-02/bupati"),
                ("2026-03-30", "report/2026-02/gubernur"),
                ("2026-04-14", "report/2026-03/bupati"),
            ],
        ),
        ("3 months", [("2026-04-14", "report/2026-Q1/bupati")]),
        ("1 year", []),
        ("off", []),
    ],
)
def test_the_agreements_own_interval_overrides(every: str, expected: list[tuple[str, str]]) -> None:
    assert _reports(_reporting(reporting=every), until="2026-04-14") == expected


def test_reports_move_with_the_tiers() -> None:
    tiers = (ReportTier("Sekda, Asisten I", length("5 working days")),)
    office = OFFICE._replace(reports=Reports(tiers=tiers), holidays=(date(2026, 7, 1),))
    assert _reports(_reporting(), until="2026-12-31", office=office) == [
        ("2026-07-08", "report/2026-S1/Sekda, Asisten I")
    ]


def test_a_closed_agreement_owes_reports_up_to_its_closing() -> None:
    closed = _reporting(history=CLOSED)
    assert [key for _, key in _reports(closed, until="2028-12-31") if key.endswith("bupati")] == [
        "report/2026-S1/bupati",
        "report/2026-S2/bupati",
        "report/2027-S1/bupati",
    ]


def test_a_successor_takes_the_reports_over_when_it_starts() -> None:
    renewal = successor(parties=signed(), term={"starts": "2026-07-01"})
    assert {key for _, key in _reports(_reporting(), renewal)} == {
        "report/2026-S1/bupati",
        "report/2026-S1/gubernur",
    }
