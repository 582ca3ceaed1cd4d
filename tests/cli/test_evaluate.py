"""`pks evaluate`: what an evaluation recommends, once for each day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

HEAD = """\
title: Rujukan
parties: [{name: Dinas Sosial}, {name: RSJ}]
term: {starts: 2024-01-01, length: 5 years, review: 1 year}
"""
TAIL = """\
history:
  - {date: 2024-01-02, stage: reporting, imported: true}
"""
OLD = """\
evaluations:
  - {date: 2025-02-01, recommendation: continue, score: 4.0, x-tim: TKKSD}   # rapat
"""


@pytest.fixture
def rujukan(register: Path) -> Path:
    """An agreement in force that is to be looked at every year, and was evaluated in 2025."""
    path = register / "rujukan.yaml"
    path.write_text(HEAD + OLD + TAIL)
    git("add", "-A")
    git("commit", "-qm", "rujukan")
    return path


def reviews(pks: Run) -> list[str]:
    return [row["date"] for row in json.loads(pks("due", "--kind", "review", "--json").out)]


def test_an_evaluation_is_added_and_answers_the_review(pks: Run, rujukan: Path) -> None:
    assert reviews(pks) == ["2026-01-01"]
    result = pks("evaluate", "rujukan", "--recommendation", "expand", "--score", "4.5", "--note", "baik, lanjut")
    assert result == (0, "rujukan: evaluation of 1 March 2026 recorded, expand\n", "rujukan\n")
    new = '  - {date: 2026-03-01, recommendation: expand, score: 4.5, note: "baik, lanjut"}\n'
    assert rujukan.read_text() == HEAD + OLD + new + TAIL
    assert reviews(pks) == []
    assert git("log", "-1", "--format=%s") == "rujukan: evaluation 2026-03-01, expand\n"
    assert git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("given", "written"),
    [("Dilanjutkan", "continue"), ("DIPERLUAS", "expand"), ("dihentikan", "stop"), ("Stop", "stop")],
)
def test_the_recommendation_may_be_said_in_words(pks: Run, rujukan: Path, given: str, written: str) -> None:
    result = pks("--lang", "id", "evaluate", "rujukan", "--recommendation", given, "--date", "2026-02-02")
    assert (result.code, "rujukan: evaluasi 2 Februari 2026 dicatat, di" in result.out) == (0, True)
    assert rujukan.read_text() == HEAD + OLD + f"  - {{date: 2026-02-02, recommendation: {written}}}\n" + TAIL


def test_the_same_again_changes_nothing(pks: Run, rujukan: Path) -> None:
    said = ("evaluate", "rujukan", "--recommendation", "continue", "--date", "2025-02-01", "--score", "4")
    assert pks(*said) == (0, "", "rujukan\nrujukan: nothing changed\n")
    assert rujukan.read_text() == HEAD + OLD + TAIL
    assert git("log", "-1", "--format=%s") == "rujukan\n"


def test_the_same_day_with_other_content_updates_that_entry_and_says_so(pks: Run, rujukan: Path) -> None:
    said = ("evaluate", "rujukan", "--date", "2025-02-01")
    result = pks(*said, "--recommendation", "stop", "--score", "2")
    assert result.out == "rujukan: evaluation of 1 February 2025 updated, stop (it was continue)\n"
    entry = "  - {date: 2025-02-01, recommendation: stop, score: 2, x-tim: TKKSD}   # rapat\n"
    assert rujukan.read_text() == HEAD + "evaluations:\n" + entry + TAIL
    result = pks("--lang", "id", *said, "--recommendation", "stop", "--note", "tidak ada rujukan")
    assert result.out == "rujukan: evaluasi 1 Februari 2025 diperbarui, dihentikan\n"
    assert "score: 2, note: tidak ada rujukan, x-tim: TKKSD}   # rapat\n" in rujukan.read_text()


def test_two_evaluations_of_one_day_are_addressed_by_their_place(pks: Run, rujukan: Path) -> None:
    text = HEAD + OLD + "  - {date: 2025-02-01, recommendation: stop}\n" + TAIL
    rujukan.write_text(text)
    code, out, err = pks("evaluate", "rujukan", "--date", "2025-02-01", "--recommendation", "stop")
    assert (code, out) == (5, "")
    assert "`pks set rujukan evaluations.1.KEY=VALUE` and `pks set rujukan evaluations.2.KEY=VALUE`" in err
    assert rujukan.read_text() == text


def test_a_day_to_come_is_recorded_with_a_word_about_it(pks: Run, rujukan: Path) -> None:
    result = pks("evaluate", "rujukan", "--recommendation", "stop", "--date", "2026-08-03")
    assert (result.code, result.err) == (0, "rujukan\n3 August 2026 is still to come; it is recorded as given\n")
    assert "{date: 2026-08-03, recommendation: stop}" in rujukan.read_text()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "`--recommendation` is needed"),
        (["--recommendation", "lanjut"], "--recommendation: `lanjut` is not one of: continue, expand and stop"),
        (["--recommendation", "stop", "--score", "4,5"], "--score: `4,5` is not a number"),
        (["--recommendation", "stop", "--score", ""], "`--score` needs a value"),
        (["--recommendation", "stop", "--note", " "], "`--note` needs a value"),
        (["--recommendation", "stop", "--date", "kemarin"], "--date: `kemarin` is not a date"),
    ],
)
def test_what_cannot_be_read_writes_nothing(pks: Run, rujukan: Path, arguments: list[str], says: str) -> None:
    code, out, err = pks("evaluate", "rujukan", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert rujukan.read_text() == HEAD + OLD + TAIL


def test_dry_run_shows_the_line_and_writes_nothing(pks: Run, rujukan: Path) -> None:
    code, out, err = pks("evaluate", "rujukan", "--recommendation", "stop", "--dry-run")
    assert (code, err) == (0, "rujukan\nonly tried; nothing was written\n")
    assert "\n+  - {date: 2026-03-01, recommendation: stop}\n" in out
    assert rujukan.read_text() == HEAD + OLD + TAIL


def test_a_terminal_asks_for_the_recommendation_until_it_is_one(rujukan: Path) -> None:
    terminal = Terminal("--lang", "id", "evaluate", "rujukan")
    terminal.until("Rekomendasi (dilanjutkan, diperluas, dihentikan): ")
    terminal.types("lanjut\n")
    terminal.until("bukan salah satu dari")
    terminal.until("Rekomendasi (dilanjutkan, diperluas, dihentikan): ")
    terminal.types("dilanjutkan\n")
    assert terminal.ends() == (0, "dilanjutkan\nrujukan: evaluasi 1 Maret 2026 dicatat, dilanjutkan\n")
    assert "  - {date: 2026-03-01, recommendation: continue}\n" in rujukan.read_text()
    terminal = Terminal("evaluate", "rujukan")
    terminal.until("Recommendation (continue, expand, stop): ")
    terminal.types("\x03")
    assert terminal.ends()[0] == 130
    assert git("log", "--format=%s", "-2") == "rujukan: evaluation 2026-03-01, continue\nrujukan\n"
