"""What git joins line by line without a conflict into what cannot be: `pks check` names it, file and line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.processes import environment
from tests.conftest import Run, git

TEXT = """\
title: Rujukan
instrument: PKS
cooperation: KSDPK
parties:
  - key: dinsos
    name: Dinas Sosial
    ours: ya
  - key: rsj
    name: RSJ
    region: Kalimantan Barat
scope: [Rujukan]
term:
  starts: 2026-02-01
  length: 1 year
  notice: 30 days

signing:
  place: Pontianak

facilitation:
  - date: 2026-02-25
    place: Ruang rapat
    outcome: planned

corrections:
  - no: 1
    clause: Pasal 4
    answers:
      dinsos: {accepted: 2026-02-02}
    raised: {date: 2026-02-01}

reports:
  - period: 2026-01
    results: Baik

amendments:
  - no: 1
    date: 2026-02-20
    reason: Salah ketik

history:
  - date: 2026-01-05
    stage: draft
    by: Rina
  - date: 2026-01-20
    stage: facilitation
    by: Rina
"""
UMBRELLA = """\
title: Kesepakatan
instrument: KB
parties: [{key: pemkab, name: Kabupaten, ours: ya}, {key: prov, name: Provinsi}]
clusters:
  - {name: Pendidikan}
  - {name: Kesehatan}
history:
  - {date: 2026-01-05, stage: draft}
"""
SHORT = """\
title: Rujukan
instrument: PKS
parties: [{key: dinsos, name: Dinas Sosial, ours: ya}, {key: rsj, name: RSJ}]
history:
  - {date: 2026-02-05, stage: draft}
"""

Files = Mapping[str, str | None]


def edited(*changes: tuple[str, str]) -> Files:
    """`satu.yaml` with each of `changes`, an old and a new piece of text."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {"satu.yaml": text}


@dataclass(frozen=True)
class Merge:
    """What stands in the files of both branches, what `check` finds in the joined one, and what the driver does.

    `found` are a code and the place as `check` names it, from the name of the file on. `driver` is what the merge
    driver of pks makes of it: joined as well, which the same finding tells of, or a conflict.
    """

    ours: Files
    theirs: Files
    found: tuple[str, str]
    driver: str = "same"
    base: Files | None = None


MERGES = {
    "closed on one side and taken on by the other": Merge(
        edited(("stage: facilitation\n", "stage: facilitation\n    closed: withdrawn\n")),
        {"satu.yaml": TEXT + "  - {date: 2026-02-27, stage: corrections, forced: [meeting-missing]}\n"},
        ("went-on-after-closing", "satu.yaml:49:31"),
        driver="conflict",
    ),
    "closed on one side and signed by all on the other": Merge(
        {"satu.yaml": TEXT + "  - {date: 2026-02-27, stage: facilitation, closed: withdrawn}\n"},
        edited(("  place: Pontianak\n", "  place: Pontianak\n  date: 2026-02-26\n")),
        ("signed-though-closed", "satu.yaml:49:53"),
    ),
    "closed on one side and registered on the other": Merge(
        {"satu.yaml": TEXT + "  - {date: 2026-02-27, stage: facilitation, closed: withdrawn}\n"},
        edited(("\nhistory", "registration: {number: REG/2026/001, date: 2026-02-26}\n\nhistory")),
        ("signed-though-closed", "satu.yaml:40:24"),
    ),
    "a number given twice to one party": Merge(
        edited(("    name: RSJ\n", "    number: 1/RSJ/2026\n    name: RSJ\n")),
        edited(("    region: Kal", "    number: 2/RSJ/2026\n    region: Kal")),
        ("yaml.duplicate", "satu.yaml:11:5"),
        driver="conflict",
    ),
    "signed twice, on different days": Merge(
        edited(("  place: Pontianak\n", "  place: Pontianak\n  date: 2026-02-26\n")),
        edited(
            ("ours: ya\n", "ours: ya\n    signed: 2026-02-24\n"), ("  region: K", "  signed: 2026-02-24\n    region: K")
        ),
        ("signing-day-of-nobody", "satu.yaml:21:9"),
    ),
    "two amendments with the same number": Merge(
        edited(("amendments:\n", "amendments:\n  - {no: 2, date: 2026-02-21}\n")),
        edited(("Salah ketik\n", "Salah ketik\n  - {no: 2, date: 2026-02-22}\n")),
        ("repeated-in-list", "satu.yaml:41:10"),
        driver="conflict",
    ),
    "one register number in two files": Merge(
        {"dua.yaml": SHORT.replace("history", "registration: {number: REG/2026/001, date: 2026-02-26}\nhistory")},
        {"tiga.yaml": SHORT.replace("history", "registration: {number: REG/2026/001, date: 2026-02-26}\nhistory")},
        ("register-number-used-twice", "dua.yaml:4:24"),
    ),
    "two agreements that renew one": Merge(
        {"dua.yaml": SHORT.replace("history", "renews: satu\nhistory")},
        {"tiga.yaml": SHORT.replace("history", "renews: satu\nhistory")},
        ("two-successors", "satu.yaml:1:8"),
    ),
    "a correction accepted on one side and withdrawn on the other": Merge(
        edited(
            ("dinsos: {accepted: 2026-02-02}\n", "dinsos: {accepted: 2026-02-02}\n      rsj: {accepted: 2026-02-20}\n")
        ),
        edited(("Pasal 4\n", "Pasal 4\n    withdrawn: {date: 2026-02-20, reason: Tidak perlu}\n")),
        ("answered-though-withdrawn", "satu.yaml:28:16"),
    ),
    "a party removed that an answer names": Merge(
        edited(("  - key: rsj\n    name: RSJ\n    region: Kalimantan Barat\n", "  - key: rsud\n    name: RSUD\n")),
        edited(
            ("dinsos: {accepted: 2026-02-02}\n", "dinsos: {accepted: 2026-02-02}\n      rsj: {accepted: 2026-02-20}\n")
        ),
        ("unknown-party", "satu.yaml:29:12"),
    ),
    "renamed on one side and put under the old id on the other": Merge(
        {"payung.yaml": None, "payung-baru.yaml": UMBRELLA},
        {"dua.yaml": SHORT.replace("history", "under: payung\nhistory")},
        ("dangling-link", "dua.yaml:4:8"),
        base={"satu.yaml": TEXT, "payung.yaml": UMBRELLA},
    ),
    "one period reported twice": Merge(
        edited(("reports:\n", "reports:\n  - {period: 2026-02, results: Baik}\n")),
        edited(("results: Baik\n", "results: Baik\n  - {period: 2026-02, results: Cukup}\n")),
        ("repeated-in-list", "satu.yaml:36:14"),
        driver="conflict",
    ),
    "a history whose days go back": Merge(
        edited(("date: 2026-01-20", "date: 2026-02-20")),
        {"satu.yaml": TEXT + "  - {date: 2026-02-10, stage: corrections}\n"},
        ("history-backwards", "satu.yaml:48:12"),
        driver="conflict",
    ),
    "a new length on one side and an end on the other": Merge(
        edited(("length: 1 year", "length: 2 years")),
        edited(("notice: 30 days\n", "notice: 30 days\n  ends: 2027-01-31\n")),
        ("ends-differ", "satu.yaml:16:9"),
    ),
    "the term shortened on one side and extended by an amendment on the other": Merge(
        edited(("length: 1 year", "length: 6 months")),
        edited(
            ("notice: 30 days\n", "notice: 30 days\n  ends: 2027-01-31\n"),
            ("Salah ketik\n", "Salah ketik\n    changes: [{field: term.ends, to: 2027-01-31}]\n"),
        ),
        ("ends-differ", "satu.yaml:16:9"),
    ),
    "a cluster removed that another fills": Merge(
        {"payung.yaml": UMBRELLA.replace("  - {name: Kesehatan}\n", "")},
        {"dua.yaml": SHORT.replace("history", "under: payung\ncluster: Kesehatan\nhistory")},
        ("cluster-unknown", "dua.yaml:5:10"),
        base={"satu.yaml": TEXT, "payung.yaml": UMBRELLA},
    ),
    "a meeting held on one side and put off on the other": Merge(
        edited(("outcome: planned", "outcome: none")),
        edited(("date: 2026-02-25", "date: 2026-03-20")),
        ("meeting-held-in-future", "satu.yaml:21:11"),
        driver="conflict",
    ),
    "an attachment removed on one side and recorded on the other": Merge(
        {"satu.files/scan.pdf": None},
        edited(("\nhistory", "documents: [{kind: letter, file: scan.pdf}]\n\nhistory")),
        ("check.attachment-missing", "satu.yaml:40:34"),
        base={"satu.yaml": TEXT, "satu.files/scan.pdf": "scan"},
    ),
}


def written(register: Path, files: Files, subject: str) -> None:
    for name, text in files.items():
        path = register / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
    git("add", "-A")
    git("commit", "-qm", subject)


def joined(register: Path, pks: Run, merge: Merge, code: str) -> subprocess.CompletedProcess[str]:
    """Put each side on a branch of its own, where nothing is wrong that will be, and let git join them."""
    written(register, merge.base or {"satu.yaml": TEXT}, "base")
    for branch, files in (("cabang", merge.theirs), ("main", merge.ours)):
        git(*(("checkout", "-qb", branch) if branch == "cabang" else ("checkout", "-q", branch)))
        written(register, files, branch)
        alone = pks("check")
        assert alone.code == 0, alone.out
        assert f"[{code}]" not in alone.out
    return subprocess.run(["git", "merge", "-q", "-m", "join", "cabang"], check=False, capture_output=True, text=True)


@pytest.mark.parametrize("name", MERGES)
def test_what_git_joins_into_the_impossible_is_found_where_it_stands(name: str, register: Path, pks: Run) -> None:
    merge = MERGES[name]
    code, place = merge.found
    done = joined(register, pks, merge, code)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line for line in pks("check").out.splitlines() if line.endswith(f"[{code}]")]
    assert [line for line in lines if line.startswith(f"agreements/{place}: ")], pks("check").out
    assert ": warning: " in lines[0] or ": error: " in lines[0]


@pytest.mark.parametrize("name", MERGES)
def test_the_driver_stops_at_them_or_check_finds_them(
    name: str, register: Path, pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "pks"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m pks "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    (register / ".gitattributes").write_text("* -text\n*.yaml merge=pks\n")
    assert pks("merge", "--install").code == 0
    merge = MERGES[name]
    code = merge.found[0]
    done = joined(register, pks, merge, code)
    found = pks("check")
    if merge.driver == "conflict":
        assert done.returncode == 1
        assert "a git merge is not finished" in found.out
    else:
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"[{code}]" in found.out
