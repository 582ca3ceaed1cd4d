"""`pks report add`: what was done in a period, and that what a person wrote never vanishes unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

BEFORE = """\
title: Rujukan   # judul
x-arsip: 0071
parties: [{name: Dinas Sosial, ours: true}, {name: RSJ}, {name: Dinas Kesehatan}]
term: {starts: 2026-01-01, ends: 2027-12-31}
"""
AFTER = """\

history:
  - {date: 2026-01-05, stage: reporting, imported: true}
"""
REPORT = """\
reports:
  - period: 2026-S1   # dari RSJ
    results: "Semua pasien: tertangani"
    sent:
      - {to: bupati, date: 2026-07-10}
"""


@pytest.fixture
def satu(register: Path) -> Path:
    """The one agreement, without a report."""
    return written(register, "")


def written(register: Path, reports: str) -> Path:
    file = register / "satu.yaml"
    file.write_text(BEFORE + reports + AFTER)
    git("add", "-A")
    git("commit", "-qm", "satu")
    return file


def test_a_report_is_made_with_only_what_is_said_in_the_order_of_the_format(pks: Run, satu: Path) -> None:
    result = pks(
        "report", "add", "satu", "--period", "2026-s1", "--spent", "0110", "--activities", "Rapat: dua, # kali"
    )
    assert result == (0, "satu: report on 2026-S1 recorded: activities and the sum spent\n", "satu\n")
    new = 'reports:\n  - period: 2026-S1\n    activities: "Rapat: dua, # kali"\n    spent: 0110\n'
    assert satu.read_text() == BEFORE + "\n" + new + AFTER
    assert git("log", "-2", "--format=%s") == "satu: report 2026-S1\nsatu\n"
    assert git("status", "--porcelain") == ""


def test_a_report_that_is_there_gets_only_what_is_given(pks: Run, register: Path) -> None:
    file = written(register, REPORT)
    result = pks(
        "report", "add", "satu", "--period", "2026-S1", "--beneficiaries", "sekitar 50", "--follow-up", "Lanjut"
    )
    assert result == (0, "satu: report on 2026-S1 recorded: beneficiaries and follow-up\n", "satu\n")
    new = REPORT.replace("    sent", "    beneficiaries: sekitar 50\n    follow_up: Lanjut\n    sent")
    assert file.read_text() == BEFORE + new + AFTER


def test_the_same_again_changes_nothing(pks: Run, register: Path) -> None:
    file = written(register, REPORT)
    result = pks("report", "add", "satu", "--period", "2026-S1", "--results", " Semua pasien: tertangani ")
    assert result == (0, "", "satu\nsatu: nothing changed\n")
    assert file.read_text() == BEFORE + REPORT + AFTER
    assert git("log", "-1", "--format=%s") == "satu\n"


def test_other_text_is_replaced_only_when_asked_for_and_then_said(pks: Run, register: Path) -> None:
    file = written(register, REPORT)
    command = ("report", "add", "satu", "--period", "2026-S1", "--results", "Dua tertunda", "--spent", "5")
    assert pks(*command) == (
        5, "",
        ("satu\npks: the 2026-S1 report of satu says something else already; `--replace` replaces it:\n"
        "  results: “Semua pasien: tertangani” → “Dua tertunda”\n"),
    )  # fmt: skip
    assert file.read_text() == BEFORE + REPORT + AFTER
    assert pks(*command, "--replace") == (
        0,
        "satu: report on 2026-S1 recorded: results and the sum spent\n",
        "satu\nresults: “Semua pasien: tertangani” → “Dua tertunda”\n",
    )
    new = REPORT.replace('"Semua pasien: tertangani"', "Dua tertunda").replace("    sent", "    spent: 5\n    sent")
    assert file.read_text() == BEFORE + new + AFTER


@pytest.mark.parametrize(
    ("period", "says"),
    [
        ("2026-Q1", "satu owes no report on 2026-Q1 but on 2026-S1; it is recorded all the same"),
        ("2026", "satu owes no report on 2026 but on 2026-S1 and 2026-S2; it is recorded all the same"),
        ("2025-S2", "satu owes no report on 2025-S2; it is recorded all the same"),
        ("2028-S1", "satu owes no report on 2028-S1; it is recorded all the same"),
    ],
)
def test_a_period_that_is_not_owed_is_recorded_with_a_word(pks: Run, satu: Path, period: str, says: str) -> None:
    recorded = f"satu: report on {period} recorded: results\n"
    assert pks("report", "add", "satu", "--period", period, "--results", "x") == (0, recorded, f"satu\n{says}\n")
    assert f"  - period: {period}\n    results: x\n" in satu.read_text()


def test_a_dry_run_shows_the_change_and_writes_nothing(pks: Run, satu: Path) -> None:
    code, out, err = pks("report", "add", "satu", "--period", "2026-S1", "--results", "x", "--dry-run")
    assert (code, err) == (0, "satu\nonly tried; nothing was written\n")
    assert "+reports:\n+  - period: 2026-S1\n+    results: x\n" in out
    assert satu.read_text() == BEFORE + AFTER


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["--period", "2026-S1"],
            "one of these is needed: --activities, --results, --beneficiaries, --spent, --obstacles, --",
        ),
        (["--period", "2026-S1", "--results", " "], "one of these is needed"),
        (["--results", "x"], "`--period` is needed"),
        (["--period", "2026-S3", "--results", "x"], "--period: `2026-S3` is not a period"),
        (["--period", "2026-S1", "--spent", "110.000"], "--spent: `110.000` is not a whole number"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_nothing_written(
    pks: Run, satu: Path, arguments: list[str], says: str
) -> None:
    code, out, err = pks("report", "add", "satu", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert satu.read_text() == BEFORE + AFTER


def test_two_reports_on_one_period_are_mended_first(pks: Run, register: Path) -> None:
    file = written(register, f"{REPORT}  - {{period: 2026-S1}}\n")
    assert pks("--lang", "id", "report", "add", "satu", "--period", "2026-S1", "--spent", "5") == (
        5, "",
        "satu\npks: ada lebih dari satu laporan 2026-S1; perbaiki dulu dengan `pks edit satu`\n",
    )  # fmt: skip
    assert file.read_text() == f"{BEFORE}{REPORT}  - {{period: 2026-S1}}\n{AFTER}"


def test_a_file_that_cannot_be_understood_is_invalid(pks: Run, satu: Path) -> None:
    satu.write_text(BEFORE + "reports: [{period: 2026-S9}]\n" + AFTER)
    code, out, err = pks("report", "add", "satu", "--period", "2026-S1", "--results", "x")
    assert (code, out) == (4, "")
    assert "agreements/satu.yaml:5:20: `2026-S9` is not a period" in err


def test_on_a_terminal_every_field_is_asked_for_and_enter_keeps_what_is_there(register: Path) -> None:
    file = written(register, REPORT)
    screen = Terminal("report", "add")
    for question, answer in (
        ("Which agreement (id, number or part of a title): ", "satu"),
        ("such as 2026-S1: ", "S1"),
        ("write 2026-S1, 2026-Q1, 2026-01 or 2026", ""),
        ("such as 2026-S1: ", "2026-S1"),
        ("What was done (may be left empty): ", "12 rujukan"),
        ("What came of it (may be left empty) [Semua pasien: tertangani]: ", ""),
        ("(may be left empty): ", "12"),
        ("Spent, in whole rupiah (may be left empty): ", "Rp5"),
        ("is not a whole number", ""),
        ("Spent, in whole rupiah (may be left empty): ", ""),
        ("Obstacles (may be left empty): ", ""),
        ("Follow-up (may be left empty): ", ""),
    ):
        screen.until(question)
        if not question.startswith(("write", "is not")):
            screen.types(f"{answer}\n")
    assert screen.ends()[0] == 0
    new = REPORT.replace("    results", "    activities: 12 rujukan\n    results").replace(
        "    sent", "    beneficiaries: 12\n    sent"
    )
    assert file.read_text() == BEFORE + new + AFTER


def test_what_was_shown_and_answered_otherwise_is_replaced_and_said(register: Path) -> None:
    file = written(register, REPORT)
    screen = Terminal("--lang", "id", "report", "add", "satu", "--period", "2026-S1")
    for asked, answer in (
        ("(boleh kosong): ", ""),
        ("[Semua pasien: tertangani]: ", "Dua tertunda"),
        *[("(boleh kosong): ", "")] * 4,
    ):
        screen.until(asked)
        screen.types(f"{answer}\n")
    code, shown = screen.ends()
    assert code == 0
    assert "results: “Semua pasien: tertangani” → “Dua tertunda”" in " ".join(shown.split())
    assert file.read_text() == BEFORE + REPORT.replace('"Semua pasien: tertangani"', "Dua tertunda") + AFTER


@pytest.mark.parametrize(("typed", "code"), [("\x03", 130), ("\x04", 130), ("\n\n\n\n\n\n", 2)])
def test_ctrl_c_and_six_empty_answers_leave_no_trace(satu: Path, typed: str, code: int) -> None:
    screen = Terminal("report", "add", "satu", "--period", "2026-S1")
    screen.until("What was done (may be left empty): ")
    screen.types(typed)
    assert screen.ends()[0] == code
    assert satu.read_text() == BEFORE + AFTER
    assert git("status", "--porcelain") == ""
