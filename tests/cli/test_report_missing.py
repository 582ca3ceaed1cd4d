"""`pks report missing` and `recap`: who owes which report, and the register's own; never other than `due`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

AGREEMENT = """\
title: {title}
instrument: PKS
cooperation: KSDD
lead: {lead}
parties: [{{key: dinsos, name: Dinas Sosial, ours: true, number: 1/D}}, {{key: rsj, name: RSJ}}]
term: {{starts: {starts}, ends: 2026-12-31}}
{more}history:
  - {{date: 2026-01-05, stage: reporting, imported: true}}
"""
TOLD = """\
reports:
  - {period: 2026-S1, activities: Rapat, spent: 1500000, sent: [{to: bupati, date: 2026-07-10}]}
indicators:
  - {name: kasus, unit: orang, readings: [{period: 2025, value: 0}, {period: 2026-06, value: 50}]}
"""


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2026-07-20")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def three(register: Path) -> Path:
    """`satu`, whose report is written and went to the first tier; `dua` and `tiga`, of which `tiga` starts late."""
    put(register, "satu", more=TOLD)
    put(register, "dua", lead="[Dinas Sosial, Dinas Kesehatan]")
    put(register, "tiga", starts="2026-07-01", lead="Dinas Kesehatan")
    git("add", "-A")
    git("commit", "-qm", "three")
    return register


def put(register: Path, name: str, *, lead: str = "Dinas Sosial", starts: str = "2026-01-01", more: str = "") -> None:
    content = AGREEMENT.format(title=f"Perjanjian {name}", lead=lead, starts=starts, more=more)
    (register / f"{name}.yaml").write_text(content)


HEADING = "Period\tTo\tUnit in charge\tAgreement\tId\tState\tDate\tDays\n"


@pytest.mark.usefixtures("three")
def test_what_is_overdue_and_what_is_due_in_thirty_days(pks: Run) -> None:
    bupati = (
        "2026-S1\tbupati\tDinas Sosial; Dinas Kesehatan\tPerjanjian dua\tdua"
        "\treport not written\t2026-07-14\t6 days ago\n"
    )
    gubernur = (
        "2026-S1\tgubernur\tDinas Sosial\tPerjanjian satu\tsatu\twritten, not sent\t2026-07-30\tin 10 days\n"
        "2026-S1\tgubernur\tDinas Sosial; Dinas Kesehatan\tPerjanjian dua\tdua"
        "\treport not written\t2026-07-30\tin 10 days\n"
    )
    assert pks("report", "missing") == (0, HEADING + bupati + gubernur, "")
    assert pks("report", "missing", "--within", "9d").out == HEADING + bupati
    assert pks("report", "missing", "--to", "Gubernur").out == HEADING + gubernur
    assert (
        pks("report", "missing", "--period", "2026-s1", "--to", "bupati", "--lead", "dinas kes").out == HEADING + bupati
    )
    assert (
        pks("report", "missing", "--to", "bupati", "--lead", "dinas pen").out
        == "No report is missing within that time.\n"
    )


@pytest.mark.usefixtures("three")
def test_json_has_a_row_for_each_agreement_period_and_tier(pks: Run) -> None:
    assert json.loads(pks("report", "missing", "--to", "gubernur", "--json").out) == [
        {"period": "2026-S1", "to": "gubernur", "date": "2026-07-30", "days": 10, "id": "dua",
         "title": "Perjanjian dua", "lead": ["Dinas Sosial", "Dinas Kesehatan"], "written": False},
        {"period": "2026-S1", "to": "gubernur", "date": "2026-07-30", "days": 10, "id": "satu",
         "title": "Perjanjian satu", "lead": ["Dinas Sosial"], "written": True},
    ]  # fmt: skip
    later = json.loads(pks("report", "missing", "--period", "2026-S2", "--json").out)
    assert [(one["to"], one["id"], one["date"]) for one in later] == [
        ("bupati", "dua", "2027-01-14"), ("bupati", "satu", "2027-01-14"), ("bupati", "tiga", "2027-01-14"),
        ("gubernur", "dua", "2027-01-30"), ("gubernur", "satu", "2027-01-30"), ("gubernur", "tiga", "2027-01-30"),
    ]  # fmt: skip


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("within", ["0d", "9d", "10d", "1 year", "3 years"])
def test_it_is_what_due_says(pks: Run, within: str) -> None:
    due = json.loads(pks("due", "--kind", "report", "--within", within, "--json").out)
    missing = json.loads(pks("report", "missing", "--within", within, "--json").out)
    rows = [(one["date"], one["days"], one["id"], f"report/{one['period']}/{one['to']}") for one in missing]
    assert rows == [(one["date"], one["days"], one["id"], one["key"]) for one in due]
    assert rows


@pytest.mark.usefixtures("three")
def test_what_send_takes_is_what_is_missing(pks: Run) -> None:
    missing = json.loads(pks("report", "missing", "--period", "2026-S1", "--to", "gubernur", "--json").out)
    sent = pks("report", "send", "--period", "2026-S1", "--to", "gubernur", "--all")
    assert sent.out.splitlines() == [one["id"] for one in missing] == ["dua", "satu"]
    assert pks("report", "missing", "--period", "2026-S1", "--to", "gubernur", "--json").out == "[]\n"


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--period", "s1"], "--period: `s1` is not a period"),
        (["--within", "soon"], "--within: "),
        (["--period", "2026-S1", "--within", "9d"], "--period or --within, not both"),
        (["--to", "menteri"], "--to: `menteri` is not one of: bupati and gubernur"),
    ],
)
def test_what_cannot_be_read_is_refused(pks: Run, arguments: list[str], says: str) -> None:
    code, out, err = pks("report", "missing", *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_a_broken_file_hides_no_other(pks: Run, three: Path) -> None:
    (three / "satu.yaml").write_text("title: [\n")
    for command in (["missing"], ["recap", "--period", "2026-S1"]):
        code, out, err = pks("report", *command)
        assert code == 0
        assert "Perjanjian dua" in out
        assert err.startswith("agreements/satu.yaml:")


def test_on_a_terminal_each_unit_has_a_row_under_period_and_tier(three: Path) -> None:
    put(three, "empat")
    code, shown = Terminal("--lang", "id", "report", "missing", "--to", "gubernur").ends()
    assert code == 0
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert lines[:2] == [
        "2026-S1 → gubernur: 3 perjanjian, paling lambat 30 Juli 2026 (10 hari lagi)",
        "PD pengampu Perjanjian Keadaan",
    ]
    assert lines[2].startswith("Dinas Sosial 3 perjanjian 2 belum ditulis, 1")
    assert "dua; empat dan 1 lagi" in lines[3]
    assert [line for line in lines if line.startswith("Dinas Kesehatan")] == [
        "Dinas Kesehatan Perjanjian dua laporan belum"
    ]
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.usefixtures("three")
def test_the_recap_has_a_row_for_each_agreement_in_force_in_the_period(pks: Run) -> None:
    code, out, err = pks("report", "recap", "--period", "2026-S1")
    assert (code, err) == (0, "")
    heading, *rows = [line.split("\t") for line in out.splitlines()]
    assert heading == [
        "No", "Agreement", "Id", "Cooperation", "Instrument", "Parties", "Numbers", "Signed", "Starts", "Ends",
        "Unit in charge", "Sectors", "Scope", "What was done", "What came of it", "Beneficiaries", "Funding",
        "Budget", "Spent", "Obstacles", "Follow-up", "Remarks",
    ]  # fmt: skip
    assert rows == [
        ["1", "Perjanjian dua", "dua", "inter-regional cooperation", "cooperation agreement", "Dinas Sosial; RSJ",
         "Dinas Sosial: 1/D", "", "2026-01-01", "2026-12-31", "Dinas Sosial; Dinas Kesehatan", "", "", "", "", "",
         "", "", "", "", "", "active; report not written"],
        ["2", "Perjanjian satu", "satu", "inter-regional cooperation", "cooperation agreement", "Dinas Sosial; RSJ",
         "Dinas Sosial: 1/D", "", "2026-01-01", "2026-12-31", "Dinas Sosial", "", "", "Rapat",
         "kasus: 0 → 50 orang", "", "", "", "Rp1,500,000", "", "", "active"],
    ]  # fmt: skip
    assert len(pks("report", "recap", "--period", "2026-S2").out.splitlines()) == 4
    assert pks("report", "recap", "--period", "2026-S2", "--lead", "dinas kes", "--json").out.count('"id"') == 2
    assert pks("report", "recap", "--period", "2027").out == "No agreement was in force in 2027.\n"
    assert pks("report", "recap")[:2] == (2, "")


@pytest.mark.usefixtures("three")
def test_the_recap_on_a_terminal_asks_for_the_period_and_fits() -> None:
    screen = Terminal("--lang", "id", "report", "recap", "--lead", "sosial")
    screen.until("Periode laporan, misalnya 2026-S1: ")
    screen.types("2026-S1\n")
    code, shown = screen.ends()
    assert code == 0
    assert max(map(len, shown.splitlines())) <= 80
    assert "kasus: 0 → 50 orang" in shown
    assert "belum ditulis" in shown
