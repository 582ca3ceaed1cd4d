"""The command of every deadline survives the shell, and doing what it says silences the deadline."""

from __future__ import annotations

import shlex
from typing import Any

import pytest

from pks.domain.deadlines.deadline import KINDS, Due
from pks.domain.office import Office, Reports, ReportTier
from tests.domain.builders import OFFICE, day, entered, facts, length, rows, signed

_TERM = {"starts": "2026-02-12", "length": "2 years", "notice": "2 months", "review": "1 year"}
_ENDED = {"starts": "2025-06-01", "ends": "2026-05-31"}
_TODAY = "2026-06-01"


def _row(kind: str, office: Office = OFFICE, **fields: Any) -> Due:
    found = rows(facts("2026-rujukan", office=office, **fields), on=_TODAY, until=day("2029-01-01"), office=office)
    return [row for row in found if row.kind == kind][-1]


def _words(row: Due) -> list[str]:
    return shlex.split(row.fix)


@pytest.mark.parametrize(
    ("kind", "fields", "command"),
    [
        ("expiry", {"term": _TERM, "history": entered("reporting")}, "pks renew 2026-rujukan"),
        ("expiry", {"term": _TERM}, "pks edit 2026-rujukan"),
        (
            "expiry",
            {"term": _TERM, "history": entered("reporting"), "renewal": {"intent": "stop"}},
            "pks edit 2026-rujukan",
        ),
        (
            "expiry",
            {"term": _ENDED, "history": entered("reporting"), "renewal": {"intent": "stop"}},
            "pks close 2026-rujukan --reason not-renewed",
        ),
        ("expiry", {"term": _ENDED, "history": entered("reporting")}, "pks renew 2026-rujukan"),
        ("expiry", {"term": _ENDED, "renewal": {"intent": "stop"}}, "pks edit 2026-rujukan"),
        ("decision", {"term": _TERM}, "pks set 2026-rujukan renewal.intent=renew"),
        ("notice", {"term": _TERM}, "pks set 2026-rujukan renewal.intent=renew"),
        ("start", {"term": _TERM, "history": entered("reporting")}, "pks renew 2026-rujukan"),
        ("start", {"term": _TERM}, "pks next 2026-rujukan"),
        (
            "report",
            {"term": {"starts": "2026-02-12", "ends": "2026-06-30"}},
            "pks report send 2026-rujukan --period 2026-S1 --to gubernur",
        ),
        (
            "report",
            {
                "term": {"starts": "2026-02-12", "ends": "2026-06-30"},
                "reports": [{"period": "2026-S1", "sent": [{"to": "bupati"}]}],
            },
            "pks report send 2026-rujukan --period 2026-S1 --to gubernur",
        ),
        (
            "meeting",
            {"facilitation": [{"date": "2026-01-15"}, {"date": "2026-02-15", "outcome": "planned"}]},
            "pks meet 2026-rujukan --date 2026-02-15 --outcome corrections",
        ),
        (  # `pks meet` cannot tell two meetings of one day apart
            "meeting",
            {"facilitation": [{"date": "2026-02-15", "outcome": "none"}, {"date": "2026-02-15"}]},
            "pks set 2026-rujukan facilitation.2.outcome=corrections",
        ),
        ("offer", {"offer": {"sent": "2026-01-02"}}, "pks set 2026-rujukan offer.replied=2026-06-01"),
        (
            "council",
            {"council": {"submitted": "2026-01-02"}},
            "pks set 2026-rujukan council.answered=2026-06-01",
        ),
        (
            "correction",
            {"corrections": [{"no": 2, "raised": {"date": "2026-01-15"}}]},
            "pks correction accept 2026-rujukan 2 --party rsj",
        ),
        (
            "task",
            {"tasks": [{"what": "Kunjungan"}, {"what": "Rapat", "due": "2026-08-01", "every": "3 years"}]},
            "pks task done 2026-rujukan 2",
        ),
        (
            "review",
            {"term": _TERM},
            "pks evaluate 2026-rujukan --recommendation continue",
        ),
        ("stage", {}, "pks next 2026-rujukan"),
        ("stage", {"parties": signed("2026-01-10")[:1] + signed(None)[1:]}, "pks sign 2026-rujukan --party rsj"),
    ],
)
def test_every_kind_has_a_command(kind: str, fields: dict[str, Any], command: str) -> None:
    fields = {"history": entered("draft")} | fields
    assert _row(kind, **fields).fix == command


def test_while_a_renewal_is_being_prepared_the_end_is_dealt_with_there() -> None:
    """`pks renew` would refuse a second one."""
    old = facts("2026-rujukan", term=_TERM, history=entered("reporting"))
    new = facts("2028-rujukan", renews="2026-rujukan")
    (row,) = [row for row in rows(old, new, on=_TODAY) if row.kind == "expiry"]
    assert row.fix == "pks show 2028-rujukan"


def test_no_kind_was_forgotten_above() -> None:
    (mark,) = test_every_kind_has_a_command.pytestmark
    assert {kind for kind, _, _ in mark.args[1]} == set(KINDS)


@pytest.mark.parametrize(
    "to",
    [
        "bupati",
        "Gubernur Kalbar",
        "Sekda, Asisten I",
        "Menteri: Dalam Negeri",
        'Jum\'at "Tim" \\ #1',
        "- $HOME `x`",
        "Wali\nKota",
        "a\tb",
        "{x}",
        "_",
        "Bagian II (Setda).",
    ],
)
def test_any_tier_survives_the_shell_and_reads_back_as_itself(to: str) -> None:
    office = OFFICE._replace(reports=Reports(tiers=(ReportTier(to, length("14d")),)))
    term = {"starts": "2026-02-12", "ends": "2026-06-30"}
    *_, period, option, value = ["", *_words(_row("report", office, term=term))]
    read = value.removeprefix("--to=") if value.startswith("--to=") else value
    assert (period, option) in {("2026-S1", "--to"), ("--period", "2026-S1")}
    assert read == to
    reports = [{"period": "2026-S1", "sent": [{"to": to, "date": "2026-06-01"}]}]
    done = rows(facts("2026-rujukan", office=office, term=term, reports=reports), on=_TODAY, office=office)
    assert [row for row in done if row.kind == "report"] == []


def test_a_made_party_key_is_the_one_the_answer_goes_under() -> None:
    parties = [{"name": "Dinas Sosial", "ours": True}, {"name": "Rumah Sakit Jiwa Provinsi Kalimantan Barat"}]
    raised = {"no": 1, "raised": {"date": "2026-01-15"}}
    row = _row("correction", parties=parties, corrections=[raised])
    assert _words(row)[-2:] == ["--party", "rumah-sakit-jiwa"]
    answered = raised | {"answers": {"rumah-sakit-jiwa": {"accepted": "2026-06-01"}}}
    left = rows(facts(parties=parties, corrections=[answered]))
    assert [one.party for one in left if one.kind == "correction"] == ["dinas-sosial"]
