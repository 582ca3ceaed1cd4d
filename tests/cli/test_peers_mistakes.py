"""What registers of agreements commonly get wrong, one test each, as a person would come upon it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.conftest import Run, git

# In force from 12 February 2026 to 11 February 2028, to be decided three months before: on 11 November 2027.
RUNNING = """\
title: Rujukan
instrument: PKS
parties: [{name: Dinas Sosial, ours: ya}, {name: RSJ}]
term: {starts: 2026-02-12, length: 2 years}
signing: {date: 2026-02-10}
history:
  - {date: 2026-02-12, stage: reporting}
"""
WITHOUT_REPORTS = RUNNING.replace("signing:", "reporting: off\nsigning:")


def put(root: Path, name: str, text: str = WITHOUT_REPORTS, **terms: str) -> Path:
    """Write an agreement; `terms` replace its term."""
    if terms:
        lines = [line for line in text.splitlines(keepends=True) if not line.startswith("term:")]
        text = "".join([f"term: {{{', '.join(f'{key}: {value}' for key, value in terms.items())}}}\n", *lines])
    file = root / f"{name}.yaml"
    file.write_text(text)
    return file


def validity(pks: Run, day: str) -> dict[str, str]:
    """Every agreement's validity on `day`."""
    return {one["id"]: one["validity"] for one in json.loads(pks("--today", day, "list", "--json").out)}


def due(pks: Run, day: str, within: str = "3650d") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(pks("--today", day, "due", "--within", within, "--json").out)
    return rows


def dates(pks: Run, name: str, *, day: str = "2026-03-01") -> dict[str, str]:
    """The first date of every kind that `name` has."""
    found: dict[str, str] = {}
    for row in due(pks, day):
        if row["id"] == name:
            found.setdefault(row["kind"], row["date"])
    return found


def test_on_its_last_day_an_agreement_is_in_force_and_the_day_after_it_is_not(pks: Run, register: Path) -> None:
    put(register, "rujukan")
    assert validity(pks, "2028-02-11") == {"rujukan": "expiring"}
    assert [row["days"] for row in due(pks, "2028-02-11") if row["kind"] == "expiry"] == [0]
    assert validity(pks, "2028-02-12") == {"rujukan": "expired"}
    assert [row["days"] for row in due(pks, "2028-02-12") if row["kind"] == "expiry"] == [-1]


def test_notice_and_decision_follow_an_end_that_is_changed(pks: Run, register: Path) -> None:
    put(register, "rujukan", starts="2026-02-12", length="2 years", notice="1 month")
    before = dates(pks, "rujukan")
    assert (before["expiry"], before["notice"], before["decision"]) == ("2028-02-11", "2028-01-11", "2027-11-11")
    assert pks("set", "rujukan", "term.ends=2028-06-30").code == 0
    after = dates(pks, "rujukan")
    assert (after["expiry"], after["notice"], after["decision"]) == ("2028-06-30", "2028-05-30", "2028-03-30")


def test_notice_and_decision_of_a_renewal_follow_its_own_end(pks: Run, register: Path) -> None:
    put(register, "rujukan", starts="2026-02-12", length="2 years", notice="1 month")
    assert pks("--today", "2028-01-10", "renew", "rujukan", "--id", "baru", "--starts", "2028-02-12").code == 0
    assert pks("set", "baru", "signing.date=2028-02-01").code == 0
    new = dates(pks, "baru", day="2028-03-01")
    assert (new["expiry"], new["notice"], new["decision"]) == ("2030-02-11", "2030-01-11", "2029-11-11")
    assert dates(pks, "rujukan", day="2028-03-01").keys() & {"expiry", "notice", "decision", "start"} == set()


def test_changing_the_start_moves_every_date_that_follows_from_it(pks: Run, register: Path) -> None:
    put(register, "rujukan", RUNNING, starts="2026-02-12", length="2 years", notice="1 month", review="1 year")
    assert dates(pks, "rujukan") == {
        "report": "2026-07-14",  # of the first half of 2026
        "review": "2027-02-12",
        "start": "2027-05-31",  # 164 days, the sum of the stages, before the decision
        "decision": "2027-11-11",
        "notice": "2028-01-11",
        "expiry": "2028-02-11",
    }
    assert pks("set", "rujukan", "term.starts=2026-07-12").code == 0
    assert dates(pks, "rujukan") == {
        "report": "2027-01-14",  # of the second half, as it was not in force before
        "review": "2027-07-12",
        "start": "2027-10-30",
        "decision": "2028-04-11",
        "notice": "2028-06-11",
        "expiry": "2028-07-11",
    }


def test_a_week_without_looking_loses_no_reminder(pks: Run, register: Path) -> None:
    tasks = "tasks: [{what: Rapat TKKSD, due: 2026-07-12}]\nfacilitation: [{date: 2026-07-16, outcome: planned}]\n"
    put(register, "lapor", tasks + RUNNING)
    put(register, "selesai", "renewal: {intent: stop}\n" + WITHOUT_REPORTS, starts="2025-07-16", ends="2026-07-15")
    between = [("2026-07-12", "task"), ("2026-07-14", "report"), ("2026-07-15", "expiry"), ("2026-07-16", "meeting")]
    assert [(row["date"], row["kind"]) for row in due(pks, "2026-07-10", "7d")] == between
    seen = due(pks, "2026-07-17", "0d")
    assert [(row["date"], row["kind"]) for row in seen] == between
    assert [row["days"] for row in seen] == [-5, -3, -2, -1]


def test_the_counts_of_validity_add_up_to_the_total(pks: Run, register: Path) -> None:
    put(register, "active")
    put(register, "expiring", starts="2024-04-01", ends="2026-03-31")
    put(register, "expired", starts="2024-01-01", ends="2026-02-28")
    put(register, "upcoming", starts="2026-03-02", length="1 year")
    put(register, "unknown", starts="2026-01-01")
    put(register, "preparing", "title: A\nparties: [{name: B}]\nhistory: [{date: 2026-02-01, stage: draft}]\n")
    put(register, "ended", WITHOUT_REPORTS.replace("stage: reporting", "stage: reporting, closed: agreed"))
    put(register, "superseded", starts="2024-02-12", length="5 years")
    put(register, "successor", "renews: superseded\n" + WITHOUT_REPORTS)
    put(register, "broken", "title: [\n")
    counted = json.loads(pks("stats", "--json").out)
    assert counted["validity"] == {
        "ended": 1, "preparing": 1, "superseded": 1, "unknown": 1,
        "upcoming": 1, "expired": 1, "expiring": 1, "active": 2,
    }  # fmt: skip
    assert counted["total"] == sum(counted["validity"].values()) == len(validity(pks, "2026-03-01")) == 9


def test_renewing_leaves_the_old_term_and_its_signed_successor_silences_the_end_but_no_report(
    pks: Run, register: Path
) -> None:
    file = put(register, "rujukan", RUNNING)
    assert pks("--today", "2028-01-10", "renew", "rujukan", "--id", "baru", "--starts", "2028-02-12").code == 0
    unsigned = {row["kind"] for row in due(pks, "2028-02-01") if row["id"] == "rujukan"}
    assert unsigned == {"expiry", "report"}
    assert pks("set", "baru", "signing.date=2028-02-01").code == 0
    owed = [(row["kind"], row["key"]) for row in due(pks, "2028-02-01") if row["id"] == "rujukan"]
    periods = ("2026-S1", "2026-S2", "2027-S1", "2027-S2", "2028-S1")
    assert owed == [("report", f"report/{period}/{tier}") for period in periods for tier in ("bupati", "gubernur")]
    assert file.read_text() == RUNNING


def test_deleting_a_file_never_frees_its_number(pks: Run, register: Path) -> None:
    for name in ("satu", "dua"):
        put(register, name)
    assert pks("register", "satu", "--number", "next").out == "REG/2026/001\n"
    git("rm", "-q", "agreements/satu.yaml")
    git("commit", "-qm", "satu is gone")
    assert pks("register", "dua", "--number", "next").out == "REG/2026/002\n"


def test_a_blank_term_is_unknown_and_never_active(pks: Run, register: Path) -> None:
    put(register, "kosong", starts="", length="", ends="")
    put(register, "tanpa", WITHOUT_REPORTS.replace("term: {starts: 2026-02-12, length: 2 years}\n", ""))
    put(register, "tanpa-mulai", length="2 years")
    for day in ("2025-12-31", "2026-03-01", "2040-01-01"):
        found = json.loads(pks("--today", day, "list", "--json").out)
        assert [(one["id"], one["validity"], one["unknown_field"]) for one in found] == [
            ("kosong", "unknown", "term.starts"),
            ("tanpa", "unknown", "term.starts"),
            ("tanpa-mulai", "unknown", "term.starts"),
        ]


def test_renewing_early_does_not_shorten_cover(pks: Run, register: Path) -> None:
    put(register, "rujukan")
    made = pks("--today", "2027-03-01", "renew", "rujukan", "--id", "baru")
    assert "`pks set baru term.starts=2028-02-12`" in made.err
    pks("set", "baru", "term.starts=2028-02-12", "signing.date=2027-03-20")
    assert validity(pks, "2027-06-01") == {"baru": "upcoming", "rujukan": "active"}
    assert validity(pks, "2028-02-11") == {"baru": "upcoming", "rujukan": "expiring"}
    assert validity(pks, "2028-02-12") == {"baru": "active", "rujukan": "superseded"}
    assert dates(pks, "baru", day="2028-02-12")["expiry"] == "2030-02-11"


def test_a_register_that_is_imported_owes_nothing_for_the_years_before_it(pks: Run, register: Path) -> None:
    (register / ".pks" / "office.yaml").write_text("reports: {since: 2026-01-01}\n")
    imported = RUNNING.replace("stage: reporting", "stage: reporting, imported: true")
    for number in range(245):
        put(register, f"a{number:03}", imported, starts="2019-01-01", ends="2029-12-31")
    assert due(pks, "2026-03-01", "90d") == []
    rows = due(pks, "2026-07-30", "0d")
    assert {row["key"] for row in rows} == {"report/2026-S1/bupati", "report/2026-S1/gubernur"}
    assert len(rows) == 2 * 245
