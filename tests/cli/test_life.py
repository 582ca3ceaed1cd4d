"""next, advance, back, close, history: what stands in the way, and moving through the stages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run, git

READY = """\
title: Rujukan
instrument: PKS
cooperation: KSDD
sectors: [kesehatan]

parties:
  - {key: dinsos, name: Dinas Sosial, ours: true}
  - {key: rsj, name: Rumah Sakit Jiwa}

scope: [Rujukan]
term: {length: 2 years}

history:   # tambah di bawah
  - {date: 2026-01-05, stage: draft}
"""


@pytest.fixture
def record(register: Path) -> Path:
    """A draft that may leave its stage."""
    file = register / "2026-a.yaml"
    file.write_text(READY)
    git("add", "-A")
    git("commit", "-qm", "2026-a")
    return file


def at(record: Path, stage: str, more: str = "") -> None:
    """Put the record at another stage."""
    record.write_text(READY.replace("stage: draft", f"stage: {stage}{more}"))


def test_advance_appends_one_line_and_commits_it(pks: Run, record: Path) -> None:
    code, out, err = pks("advance", "rujukan", "--by", "Bagian Hukum", "--note", "lengkap", "--date", "2026-02-01")
    assert (code, out) == (0, "2026-a: drafting → facilitation\n")
    assert err.splitlines()[:2] == ["2026-a", "advised: no terms of reference (KAK) are recorded"]
    line = "  - {date: 2026-02-01, stage: facilitation, by: Bagian Hukum, note: lengkap}\n"
    assert record.read_text() == READY + line
    assert git("log", "-1", "--format=%s") == "2026-a: draft → facilitation\n"
    assert git("status", "--porcelain") == ""


def test_a_shut_gate_ends_with_5_says_all_of_why_and_writes_nothing(pks: Run, record: Path) -> None:
    before = READY.replace("scope: [Rujukan]\n", "").replace("sectors: [kesehatan]\n", "")
    record.write_text(before)
    code, out, err = pks("advance", "2026-a")
    assert (code, out, record.read_text()) == (5, "", before)
    assert err.splitlines() == [
        "2026-a",
        "pks: cannot move on to facilitation yet; 2 things are still needed:",
        "  - the government affairs concerned (sectors) are not stated",
        "    `pks set 2026-a sectors.+=kesehatan`, one command for each affair",
        "  - the scope is not stated",
        '    `pks set 2026-a "scope.+=Rujukan pasien"`, one command for each item',
    ]
    indonesian = pks("--lang", "id", "advance", "2026-a").err
    assert indonesian.splitlines()[1] == "pks: belum dapat beranjak ke fasilitasi; 2 hal masih diperlukan:"


def test_force_records_the_codes_and_the_reason(pks: Run, record: Path) -> None:
    record.write_text(READY.replace("scope: [Rujukan]\n", ""))
    assert pks("advance", "2026-a", "--force").code == 2
    assert pks("advance", "2026-a", "--reason", "x").code == 2
    result = pks("advance", "2026-a", "--force", "--reason", "Instruksi Sekda")
    assert result.code == 0
    line = "  - {date: 2026-03-01, stage: facilitation, note: Instruksi Sekda, forced: [scope-missing]}\n"
    assert record.read_text().endswith(line)
    entries = json.loads(pks("history", "2026-a", "--json").out)
    assert entries[1] == {
        "date": "2026-03-01",
        "stage": "facilitation",
        "by": None,
        "note": "Instruksi Sekda",
        "closed": None,
        "forced": ["scope-missing"],
        "imported": None,
    }


def test_to_walks_every_gate_between_or_none(pks: Run, record: Path) -> None:
    code, _, err = pks("advance", "2026-a", "--to", "registration")
    assert (code, record.read_text()) == (5, READY)
    assert "no facilitation meeting" in err
    assert "Rumah Sakit Jiwa has not signed" in err
    assert pks("advance", "2026-a", "--to", "corrections", "--force", "--reason", "x").code == 0
    assert [one["stage"] for one in json.loads(pks("history", "2026-a", "--json").out)] == [
        "draft",
        "facilitation",
        "corrections",
    ]
    assert pks("advance", "2026-a", "--to", "draft").code == 5
    assert pks("advance", "2026-a", "--to", "selesai").code == 2


def test_dry_run_shows_the_diff_and_writes_nothing(pks: Run, record: Path) -> None:
    for command in (["advance"], ["close", "--reason", "rejected"]):
        result = pks(command[0], "2026-a", *command[1:], "--dry-run")
        assert result.code == 0
        added = next(line for line in result.out.splitlines() if line.startswith("+ "))
        assert added.startswith("+  - {date: 2026-03-01, stage: ")
        assert record.read_text() == READY


def test_nothing_follows_renewal(pks: Run, record: Path) -> None:
    at(record, "renewal")
    answer = json.loads(pks("next", "2026-a", "--json").out)
    assert answer == {"id": "2026-a", "stage": "renewal", "to": None, "ready": False, "missing": []}
    code, _, err = pks("advance", "2026-a")
    assert code == 5
    assert "renewal is the last stage" in err


def test_next_says_what_is_missing_and_ends_with_0(pks: Run, record: Path) -> None:
    record.write_text(READY.replace("term: {length: 2 years}\n", ""))
    answer = pks("next", "2026-a", "--json")
    assert answer.code == 0
    found = json.loads(answer.out)
    assert {key: found[key] for key in ("id", "stage", "to", "ready")} == {
        "id": "2026-a",
        "stage": "draft",
        "to": "facilitation",
        "ready": False,
    }
    assert found["missing"][0] == {
        "code": "term-missing",
        "level": "error",
        "message": "the term is not stated: its length, its last day, or the event that ends it",
        "source": "PP 28/2018 Ps 19(2)",
        "fix": '`pks set 2026-a "term.length=2 years"`, or `term.ends=DATE`, or `"term.until=EVENT"`',
    }
    assert [one["level"] for one in found["missing"]] == ["error"] + ["warning"] * (len(found["missing"]) - 1)
    page = pks("next", "2026-a").out
    assert "Before it can move on to facilitation it still needs:" in page
    assert "needed: the term is not stated" in page


def test_close_keeps_the_stage_and_a_later_back_reopens(pks: Run, record: Path) -> None:
    result = pks("close", "2026-a", "--reason", "withdrawn", "--note", "batal")
    assert (result.code, result.out) == (0, "2026-a: closed in drafting, it was withdrawn\n")
    assert record.read_text() == READY + "  - {date: 2026-03-01, stage: draft, note: batal, closed: withdrawn}\n"
    assert git("log", "-1", "--format=%s") == "2026-a: closed, withdrawn\n"
    assert json.loads(pks("list", "--json").out)[0]["validity"] == "ended"
    assert pks("close", "2026-a", "--reason", "expired").code == 5
    assert pks("advance", "2026-a").code == 5
    assert json.loads(pks("next", "2026-a", "--json").out)["to"] is None
    assert "`pks back` reopens it" in pks("next", "2026-a").out
    again = pks("back", "2026-a", "--to", "draft", "--reason", "dilanjutkan")
    assert (again.code, again.out) == (0, "2026-a: reopened in drafting\n")
    assert json.loads(pks("list", "--json").out)[0]["validity"] == "preparing"


def test_back_returns_and_says_why(pks: Run, record: Path) -> None:
    at(record, "corrections")
    result = pks("back", "2026-a", "--to", "facilitation", "--reason", "lingkup berubah")
    assert (result.code, result.out) == (0, "2026-a: corrections and signing → facilitation\n")
    assert record.read_text().endswith("  - {date: 2026-03-01, stage: facilitation, note: lingkup berubah}\n")
    assert pks("back", "2026-a", "--to", "renewal", "--reason", "x").code == 5


@pytest.mark.parametrize(
    "arguments",
    [["close"], ["back"], ["back", "--to", "draft"], ["close", "--reason", "bosan"], ["advance", "--date", "kemarin"]],
)
def test_what_is_missing_or_wrong_off_a_terminal_is_a_usage_error(pks: Run, record: Path, arguments: list[str]) -> None:
    result = pks(arguments[0], "2026-a", *arguments[1:])
    assert (result.code, result.out, record.read_text()) == (2, "", READY)


@pytest.mark.parametrize("nothing", ["", "  "])
def test_a_reason_that_says_nothing_is_none(pks: Run, record: Path, nothing: str) -> None:
    at(record, "facilitation")
    before = record.read_text()
    for arguments in (("advance", "2026-a", "--force"), ("back", "2026-a", "--to", "draft")):
        result = pks(*arguments, "--reason", nothing)
        assert (result.code, result.out) == (2, "")
        assert result.err == "2026-a\npks: `--reason` is needed; see `--help`\n"
        assert record.read_text() == before


def test_who_and_a_note_that_say_nothing_are_left_out(pks: Run, record: Path) -> None:
    said = ("--by", " ", "--note", "  ")
    assert pks("advance", "2026-a", "--force", "--reason", " perintah ", *said).code == 0
    assert record.read_text() == READY + "  - {date: 2026-03-01, stage: facilitation, note: perintah}\n"
    assert pks("close", "2026-a", "--reason", "withdrawn", *said).code == 0
    assert record.read_text().endswith("  - {date: 2026-03-01, stage: facilitation, closed: withdrawn}\n")
    assert pks("register", "2026-a", "--number", "REG/2026/001", "--by", " ").code == 0
    assert "registration: {number: REG/2026/001, date: 2026-03-01}\n" in record.read_text()
    blank = ("lead", "scope", "length", "starts", "until", "cluster")
    nothing = [word for name in blank for word in (f"--{name}", " ")]
    assert pks("new", "Baru", "--party", "A", "--id", "baru", *nothing, *said).code == 0
    words = "title: Baru\n\nparties:\n  - key: a\n    name: A\n\nhistory:\n  - {date: 2026-03-01, stage: draft}\n"
    assert (record.parent / "baru.yaml").read_text() == words


def test_history_tells_imports_and_closings(pks: Run, record: Path) -> None:
    at(record, "reporting", ", imported: true, by: Tapem")
    pks("close", "2026-a", "--reason", "expired")
    assert pks("history", "2026-a").out.splitlines() == [
        "Date\tStage\tBy\tNote",
        "2026-01-05\timplementation and reporting (was running)\tTapem\t",
        "2026-03-01\timplementation and reporting: closed, the term is over\t\t",
    ]


def test_a_broken_file_is_named_with_its_line(pks: Run, record: Path) -> None:
    record.write_text(READY.replace("2026-01-05", "2026-13-05"))
    for command in (["next"], ["history"], ["advance"], ["close", "--reason", "expired"]):
        result = pks(command[0], "2026-a", *command[1:])
        assert result.code == 4
        assert "agreements/2026-a.yaml:14:12: `2026-13-05` does not exist" in result.err
