"""`pks diff`: what changed in one agreement, by field, between now and a commit or a day."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run, git

TEXT = """\
title: Rujukan   # judul
parties: [{key: dinsos, name: Dinas Sosial}, {key: rsj, name: RSJ}]
scope: [Rujukan, Pelatihan]
term: {starts: 2025-01-01, length: 1 tahun}
funding: [{source: APBD, amount: 1000000}]
corrections:
  - {no: 1, clause: Pasal 4}
x-rak: satu

history:
  - {date: 2025-01-05, stage: draft}
"""


@pytest.fixture
def file(register: Path) -> Path:
    path = register / "satu.yaml"
    path.write_text(TEXT)
    commit("first", "2025-01-05")
    return path


def commit(subject: str, day: str) -> None:
    at = {"GIT_AUTHOR_DATE": f"{day}T10:00:00+07:00", "GIT_COMMITTER_DATE": f"{day}T10:00:00+07:00"}
    subprocess.run(["git", "add", "-A"], check=True)
    subprocess.run(["git", "commit", "-qm", subject], check=True, env=os.environ | at)


def test_a_change_of_a_term_is_told_in_the_words_of_the_field(file: Path, pks: Run) -> None:
    file.write_text(TEXT.replace("1 tahun}", "2 tahun}   # diperpanjang"))
    assert pks("--lang", "id", "diff", "satu") == (
        0, "Isian\tSemula\tMenjadi\nJangka waktu · Lama berlaku\t1 tahun\t2 tahun\n", ""
    )  # fmt: skip


def test_every_kind_of_change_has_its_row(file: Path, pks: Run) -> None:
    file.write_text(
        TEXT.replace("name: RSJ}", "name: RSJ, signed: 2025-02-03}")
        .replace("[Rujukan, Pelatihan]", "[Pelatihan, Penelitian]")
        .replace("1000000", "2500000")
        .replace("clause: Pasal 4}", "clause: Pasal 4, kind: wording, answers: {rsj: {accepted: 2025-02-01}}}")
        .replace("x-rak: satu\n", "")
        .replace("\nhistory", "offer: {sent: 2025-01-07}\n\nhistory")
        + "  - {date: 2025-02-05, stage: facilitation}\n"
    )
    assert pks("diff", "satu").out.splitlines() == [
        "Field\tBefore\tAfter",
        "Parties · rsj · Signed\t\t2025-02-03",
        "Scope · 1\tRujukan\t",
        "Scope · 2\t\tPenelitian",
        "Funding · 1 · Amount\tRp1,000,000\tRp2,500,000",
        "Corrections · 1 · Kind\t\twording",
        "Corrections · 1 · Answers · rsj · Accepted\t\t2025-02-01",
        "Offer · Sent\t\t2025-01-07",
        "History · 2\t\t(new)",
        "History · 2 · Date\t\t2025-02-05",
        "History · 2 · Stage\t\tfacilitation",
        "x-rak\tsatu\t",
    ]
    found = json.loads(pks("diff", "satu", "--json").out)
    assert found[0] == {"field": "parties.rsj.signed", "before": None, "after": "2025-02-03"}
    assert found[4] == {"field": "corrections.1.kind", "before": None, "after": "wording"}
    assert found[5] == {"field": "corrections.1.answers.rsj.accepted", "before": None, "after": "2025-02-01"}


def test_a_map_that_is_gone_has_a_row_for_each_value_it_held_and_one_that_stays_has_none(file: Path, pks: Run) -> None:
    amendment = "no: 1\n    numbers: {rsj: 5/2025}\n    changes: [{field: term.length, to: 2 tahun}]"
    file.write_text(TEXT.replace("\nhistory", f"amendments:\n  - {amendment}\n\nhistory"))
    commit("amended", "2025-02-01")
    file.write_text(TEXT)
    assert pks("--lang", "id", "diff", "satu").out.splitlines()[1:] == [
        "Adendum · 1\t(dihapus)\t",
        "Adendum · 1 · No.\t1\t",
        "Adendum · 1 · Nomor naskah · rsj\t5/2025\t",
        "Adendum · 1 · Perubahan · 1 · Isian\tterm.length\t",
        "Adendum · 1 · Perubahan · 1 · Menjadi\t2 tahun\t",
    ]
    (row,) = json.loads(pks("diff", "satu", "--json").out)
    assert row == {
        "field": "amendments.1",
        "before": {
            "no": 1, "date": None, "starts": None, "numbers": {"rsj": "5/2025"}, "signed": None, "reason": None,
            "changes": [{"field": "term.length", "from": None, "to": "2 tahun"}], "document": None,
        },
        "after": None,
    }  # fmt: skip


def test_json_has_the_values_typed_as_show_has_them(file: Path, pks: Run) -> None:
    file.write_text(
        TEXT.replace("1000000}", "2500000}, {source: BLUD, amount: 5, year: 2026}")
        .replace("name: RSJ}", "name: RSJ, number: [a, b], ours: ya}")
        .replace("\nhistory", "lead: Dinas\n\nhistory")
    )
    rows = json.loads(pks("diff", "satu", "--json").out)
    shown = json.loads(pks("show", "satu", "--json").out)
    assert [(one["field"], one["before"], one["after"]) for one in rows] == [
        ("parties.rsj.number.1", None, "a"),
        ("parties.rsj.number.2", None, "b"),
        ("parties.rsj.ours", None, True),
        ("funding.1", {"source": "APBD", "party": None, "amount": 1000000, "year": None, "note": None}, None),
        ("funding.1", None, shown["funding"][0]),
        ("funding.2", None, shown["funding"][1]),
        ("lead", None, ["Dinas"]),
    ]
    assert shown["funding"][1] == {"source": "BLUD", "party": None, "amount": 5, "year": 2026, "note": None}
    assert shown["lead"] == ["Dinas"]


def test_where_nothing_changed_since_the_commit_its_own_change_is_shown(file: Path, pks: Run) -> None:
    file.write_text(TEXT.replace("title: Rujukan", "title: Rujukan cepat"))
    commit("second", "2025-03-01")
    code, out, err = pks("diff", "satu")
    assert (code, out) == (0, "Field\tBefore\tAfter\nTitle\tRujukan\tRujukan cepat\n")
    assert err == "nothing has changed since the last commit; this is the last change, 2025-03-01 by Tester: second\n"
    assert pks("diff", "satu", "HEAD") == (0, "Nothing differs.\n", "")


def test_a_commit_or_a_day_is_compared_with_now_also_under_an_earlier_name(file: Path, pks: Run) -> None:
    file.write_text(TEXT.replace("title: Rujukan", "title: Rujukan cepat"))
    commit("second", "2025-03-01")
    assert pks("rename", "satu", "dua").code == 0
    for revision in ("HEAD~2", "2025-01-05", "2025-02-28", git("rev-parse", "HEAD~2").strip()):
        assert pks("diff", "dua", revision).out == "Field\tBefore\tAfter\nTitle\tRujukan\tRujukan cepat\n", revision
    assert pks("diff", "dua", "2025-03-01").out == "Nothing differs.\n"


def test_what_git_does_not_have_is_said_plainly(file: Path, pks: Run) -> None:
    said = "pks: there is no revision {}; write a hash of `git log`, HEAD~1, or a day YYYY-MM-DD\n"
    for revision in ("zzz", "HEAD~9", "--output=x"):
        assert pks("diff", "satu", "--", revision) == (3, "", said.format(revision))
    assert pks("diff", "satu", "2020-01-01") == (3, "", "pks: there is no commit on or before 1 January 2020\n")
    assert pks("diff", "satu", "2025-02-30").code == 2
    (file.parent / "dua.yaml").write_text(TEXT)
    assert pks("diff", "dua") == (
        3, "", "pks: dua has never been committed, so there is nothing to compare it with\n"
    )  # fmt: skip
    assert not Path("x").exists()
    file.write_text(TEXT.replace("title: Rujukan", "title: [Rujukan"))
    assert pks("diff", "satu").code == 4


def test_without_git_it_says_so(file: Path, pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert pks("diff", "satu").code == 7
    assert file.read_text() == TEXT


def test_a_day_is_over_when_it_is_over_where_the_office_is(file: Path, pks: Run) -> None:
    file.write_text(TEXT.replace("1 tahun", "2 tahun"))
    at = "2025-03-01T20:00:00+00:00"  # three in the morning of the next day
    subprocess.run(["git", "commit", "-qam", "late"], check=True, env=os.environ | {"GIT_COMMITTER_DATE": at})
    file.write_text(TEXT.replace("1 tahun", "3 tahun"))
    place = "Term · Length\t"
    assert pks("diff", "satu", "2025-03-01").out.splitlines()[1:] == [f"{place}1 year\t3 years"]
    assert pks("diff", "satu", "2025-03-02").out.splitlines()[1:] == [f"{place}2 years\t3 years"]
