"""The registers that are measured are what they are said to be; what is measured is written where it belongs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import run as benchmark
from benchmarks.lives import TODAY, lives
from benchmarks.measure import ROOT, Taken
from benchmarks.records import record
from benchmarks.registers import make
from benchmarks.rows import GOALS, Pair, goals
from pks.domain.vocabulary import STAGES
from tests.conftest import Run


def test_a_hundred_made_agreements_have_all_stages_and_no_errors(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = make(tmp_path, 100)
    monkeypatch.chdir(tmp_path)
    found = json.loads(pks("--today", str(TODAY), "list", "--json").out)
    assert (len(set(files)), len(found)) == (100, 100)
    assert {one["stage"] for one in found} == set(STAGES)
    assert {one["validity"] for one in found} >= {"ended", "active", "expiring", "preparing", "superseded"}
    checked = pks("--today", str(TODAY), "check", "--json")
    findings = json.loads(checked.out)
    assert (checked.code, [one for one in findings if one["level"] == "error"]) == (0, [])
    codes = {one["code"] for one in findings}
    assert codes & {"value.unknown-key", "value.unknown-key-near", "instrument-missing", "mandate-missing"} == set()


def test_one_in_six_of_the_made_agreements_has_something_due(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, 600)
    monkeypatch.chdir(tmp_path)
    rows = json.loads(pks("--today", str(TODAY), "due", "--within", "90d", "--json").out)
    assert 0.13 < len({row["id"] for row in rows}) / 600 < 0.18
    assert len(rows) / 600 < 0.22
    assert {row["kind"] for row in rows} >= {
        "correction", "council", "decision", "expiry", "meeting", "offer", "report", "review", "stage", "start", "task",
    }  # fmt: skip
    assert 0.1 < sum(row["days"] < 0 for row in rows) / len(rows) < 0.5


def test_the_made_agreements_are_the_same_every_time_and_no_two_are_alike(tmp_path: Path) -> None:
    first, second = make(tmp_path / "1", 60), make(tmp_path / "2", 60)
    texts = [file.read_bytes() for file in first]
    assert texts == [file.read_bytes() for file in second]
    assert [file.name for file in first] == [file.name for file in second]
    assert len(set(texts)) == 60
    lengths = sorted(len(record(life).splitlines()) for life in lives(600))
    assert (lengths[300] in range(58, 72), lengths[-1] < 120) == (True, True)


def test_a_ratio_is_the_median_of_runs_taken_together_and_held_against_its_goal() -> None:
    slow, fast = Taken([0.1, 0.4, 0.3], []), Taken([0.1, 0.1, 0.1], [])
    (row,) = [line for line in goals({"start": Pair(slow, fast)}, {}) if "start-up" in line and "--version" in line]
    assert row == "| start-up: `pks --version` | 300 | `python -c pass` | 100 | 3.00× | 7× | 2× | yes |"
    assert slow.without(fast).seconds == pytest.approx([0, 0.3, 0.2])
    assert fast.without(slow).seconds == pytest.approx([0, -0.3, -0.2])
    assert "| too noisy to say |" in "".join(goals({"start": Pair(fast.without(slow), slow)}, {}))
    assert sum(line.endswith("| – |") for line in goals({}, {})) == len(GOALS) + 2


def test_the_readme_keeps_everything_but_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    begin, end = readme.index(benchmark._BEGIN) + len(benchmark._BEGIN), readme.index(benchmark._END)
    (tmp_path / "README.md").write_text(readme, encoding="utf-8")
    monkeypatch.setattr(benchmark, "ROOT", tmp_path)
    benchmark._write_readme("| a |\n")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == f"{readme[:begin]}\n| a |\n\n{readme[end:]}"
