"""`pks audit`: what git remembers of an agreement, and what does not look right about it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from pks.git import running
from pks.git.repository import Repository
from pks.git.versions import texts_of
from tests.conftest import Run, git

TEXT = """\
title: Rujukan   # judul
instrument: PKS
parties: [{key: dinsos, name: Dinas Sosial, signed: 2025-02-01}, {key: rsj, name: RSJ, signed: 2025-02-01}]
scope: [Rujukan, Pelatihan]
term: {starts: 2025-02-01, length: 1 tahun}
registration: {number: REG/2025/001, date: 2025-02-03}

history:
  - {date: 2025-01-05, stage: draft}
  - {date: 2025-01-06, stage: registration, imported: true}
"""


def commit(subject: str, day: str, author: str = "Rina") -> None:
    at = {
        "GIT_AUTHOR_DATE": f"{day}T10:00:00+07:00", "GIT_COMMITTER_DATE": f"{day}T10:00:00+07:00",
        "GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "rahasia@example.invalid",
    }  # fmt: skip
    subprocess.run(["git", "add", "-A"], check=True)
    subprocess.run(["git", "commit", "-qm", subject], check=True, env=os.environ | at)


def short() -> str:
    return git("rev-parse", "HEAD").strip()[:8]


def findings(pks: Run, *arguments: str) -> list[tuple[str, str, str | None, str | None]]:
    result = pks("audit", *arguments, "--json")
    found = [one for trail in json.loads(result.out) for one in trail["findings"]]
    assert result.code == (1 if any(one["level"] == "error" for one in found) else 0)
    assert "example.invalid" not in result.out
    return [(one["code"], one["level"], one["day"], one["author"]) for one in found]


def messages(pks: Run, *arguments: str) -> list[str]:
    trails: list[dict[str, Any]] = json.loads(pks("audit", *arguments, "--json").out)
    return [one["message"] for trail in trails for one in trail["findings"]]


@pytest.fixture
def file(register: Path) -> Path:
    path = register / "satu.yaml"
    path.write_text(TEXT)
    commit("satu: new", "2025-01-06")
    return path


def rewrite(file: Path, old: str, new: str, day: str, subject: str = "satu: edited by hand") -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
    commit(subject, day, "Budi")


@pytest.mark.usefixtures("file")
def test_a_register_without_anything_odd_says_so(pks: Run) -> None:
    assert pks("audit") == (0, "", "1 agreement held against git: nothing found\n")
    assert pks("--lang", "id", "audit") == (0, "", "1 perjanjian diperiksa terhadap git: tidak ada temuan\n")
    assert json.loads(pks("audit", "--json").out) == [
        {
            "id": "satu",
            "events": [
                {"commit": short(), "day": "2025-01-06", "author": "Rina", "subject": "satu: new", "begun": True,
                 "fields": []}
            ],
            "findings": [],
        }
    ]  # fmt: skip


def test_one_agreement_is_told_with_who_changed_what_and_when(file: Path, pks: Run) -> None:
    first = short()
    rewrite(file, "\nhistory", "lead: Dinsos\n\nhistory", "2025-02-05", "satu: lead")
    second = short()
    told = (
        "Rujukan\nsatu · 0 findings, 2 changes\n\nChanges\n"
        f"  2025-01-06: Rina, {first}: satu: new — the file was made\n"
        f"  2025-02-05: Budi, {second}: satu: lead — Unit in charge\n"
    )
    assert pks("audit", "satu") == (0, told, "1 agreement held against git: nothing found\n")


def test_a_history_entry_that_was_changed_is_an_error(file: Path, pks: Run) -> None:
    rewrite(file, "2025-01-05, stage: draft", "2025-01-02, stage: draft", "2025-03-01")
    assert findings(pks) == [("history-edited", "error", "2025-03-01", "Budi")]
    said = (
        "the history entry 5 January 2025, drafting was changed (Date): 2025-01-05 to 2025-01-02; "
        "history is only ever added to"
    )
    assert messages(pks) == [said]
    told = (
        f"Rujukan\nsatu · 1 finding, 2 changes\n\nFindings\n  2025-03-01: error: {messages(pks)[0]}"
        f" [history-edited] — Budi, {short()}: satu: edited by hand\n"
    )  # fmt: skip
    assert pks("audit") == (1, told, "1 agreement held against git: 1 error, 0 warnings, 0 notes\n")


def test_a_history_entry_that_was_removed_or_put_in_between_is_found(file: Path, pks: Run) -> None:
    rewrite(file, "  - {date: 2025-01-05, stage: draft}\n", "", "2025-01-07")
    assert findings(pks) == [("history-removed", "error", "2025-01-07", "Budi")]
    rewrite(file, "history:\n", "history:\n  - {date: 2025-01-04, stage: draft, by: Bu Rina}\n", "2025-01-08")
    assert findings(pks)[1:] == [("history-inserted", "warning", "2025-01-08", "Budi")]


def test_another_layout_of_the_history_is_no_change_of_it(file: Path, pks: Run) -> None:
    rewrite(
        file, "  - {date: 2025-01-05, stage: draft}", '  - date: "2025-01-05"   # lama\n    stage: draft', "2025-03-01"
    )
    assert findings(pks) == []


def test_entries_written_long_after_or_before_their_day_are_found(file: Path, pks: Run) -> None:
    rewrite(file, "imported: true}\n", "imported: true}\n  - {date: 2025-02-01, stage: reporting}\n", "2025-02-08")
    assert findings(pks) == []
    assert findings(pks, "--days", "6") == [("backdated", "warning", "2025-02-08", "Budi")]
    with file.open("a") as stream:
        stream.write("  - {date: 2025-03-01, stage: reporting}\n")
    commit("later", "2025-02-20", "Budi")
    with file.open("a") as stream:
        stream.write("  - {date: 2025-03-02, stage: reporting, closed: agreed}\n")
    commit("late", "2025-03-10", "Budi")
    assert findings(pks) == [
        ("postdated", "warning", "2025-02-20", "Budi"), ("backdated", "warning", "2025-03-10", "Budi")
    ]  # fmt: skip
    assert messages(pks)[1] == (
        "the history entry 2 March 2025, implementation and reporting was written only on 10 March 2025, "
        "8 days after its date"
    )


def test_a_file_begun_with_its_past_is_said_once(register: Path, pks: Run) -> None:
    (register / "satu.yaml").write_text(TEXT.replace(", imported: true", ""))
    commit("new", "2025-06-01")
    assert findings(pks) == [("begun-late", "info", "2025-06-01", "Rina")]


def test_a_term_changed_after_signing_needs_an_amendment(file: Path, pks: Run) -> None:
    rewrite(file, "length: 1 tahun", "length: 2 tahun", "2025-03-01")
    assert findings(pks) == [("term-changed", "warning", "2025-03-01", "Budi")]
    assert messages(pks) == [
        "Term · Length was changed after signing without an amendment that names it: 1 year to 2 years"
    ]
    rewrite(file, "Pelatihan]", "Pelatihan, Riset]", "2025-03-02")
    rewrite(file, "title: Rujukan", "title: Rujukan pasien", "2025-03-03")
    rewrite(file, "name: RSJ", "name: RSJ Sungai Bangkong", "2025-03-04")
    assert [one[2] for one in findings(pks)] == ["2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04"]


@pytest.mark.usefixtures("file")
def test_a_term_changed_by_an_amendment_or_filled_in_is_fine(pks: Run) -> None:
    assert pks("amend", "satu", "term.length=2 tahun", "scope.+=Riset", "--date", "2025-06-01").code == 0
    assert pks("set", "satu", "purpose=Pelayanan", "term.review=6 months").code == 0
    assert findings(pks) == []


def test_facts_on_record_that_change_are_found(file: Path, pks: Run) -> None:
    rewrite(file, "REG/2025/001", "REG/2025/009", "2025-03-01")
    rewrite(file, "name: RSJ, signed: 2025-02-01", "name: RSJ, signed: 2025-02-11", "2025-03-02")
    assert [one[:3] for one in findings(pks)] == [
        ("record-changed", "warning", "2025-03-01"), ("record-changed", "warning", "2025-03-02")
    ]  # fmt: skip


def test_a_stage_left_by_hand_without_its_gate_is_found_but_not_one_that_was_forced(register: Path, pks: Run) -> None:
    for name, forced in (("satu", ""), ("dua", ", forced: [sectors-missing]")):
        path = register / f"{name}.yaml"
        path.write_text(
            "title: Rujukan\ninstrument: PKS\ncooperation: KSDD\nscope: [a]\nterm: {length: 1 tahun}\n"
            "parties: [{name: A}, {name: B}]\nhistory:\n  - {date: 2025-01-05, stage: draft}\n"
        )
        commit("new", "2025-01-05")
        with path.open("a") as stream:
            stream.write(f"  - {{date: 2025-01-09, stage: facilitation{forced}}}\n")
        commit("edited by hand", "2025-01-09", "Budi")
    assert findings(pks, "satu") == [("gate-skipped", "warning", "2025-01-09", "Budi")]
    assert findings(pks, "dua") == []


def attached(file: Path, content: bytes) -> None:
    folder = file.parent / "satu.files"
    folder.mkdir()
    (folder / "scan.pdf").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    rewrite(
        file,
        "\nhistory",
        f"documents: [{{kind: signed-copy, file: scan.pdf, sha256: {digest}}}]\n\nhistory",
        "2025-02-05",
    )


def test_an_attachment_whose_bytes_change_is_an_error_also_when_put_back(file: Path, pks: Run) -> None:
    attached(file, b"asli")
    scan = file.parent / "satu.files" / "scan.pdf"
    assert findings(pks) == []
    scan.write_bytes(b"palsu")
    assert findings(pks) == [
        ("attachment-differs", "error", None, None),
        ("attachment-uncommitted", "info", None, None),
    ]
    commit("x", "2025-02-06", "Budi")
    assert findings(pks) == [
        ("attachment-changed", "error", "2025-02-06", "Budi"), ("attachment-differs", "error", None, None)
    ]  # fmt: skip
    scan.write_bytes(b"asli")
    commit("y", "2025-02-07", "Budi")
    assert [one[0] for one in findings(pks)] == ["attachment-changed", "attachment-changed"]


def test_an_attachment_replaced_with_its_hash_or_removed_is_a_warning(file: Path, pks: Run) -> None:
    attached(file, b"asli")
    scan = file.parent / "satu.files" / "scan.pdf"
    scan.write_bytes(b"baru")
    rewrite(file, hashlib.sha256(b"asli").hexdigest(), hashlib.sha256(b"baru").hexdigest(), "2025-02-06")
    assert findings(pks) == [("attachment-replaced", "warning", "2025-02-06", "Budi")]
    scan.unlink()
    commit("z", "2025-02-07", "Budi")
    assert findings(pks)[1:] == [("attachment-removed", "warning", "2025-02-07", "Budi")]


def test_a_rename_is_followed_with_its_attachments(file: Path, pks: Run) -> None:
    attached(file, b"asli")
    rewrite(file, "2025-01-05, stage: draft", "2025-01-02, stage: draft", "2025-03-01")
    (file.parent / "satu.files" / "scan.pdf").write_bytes(b"palsu")
    commit("x", "2025-03-02", "Budi")
    assert pks("rename", "satu", "dua").code == 0
    assert [one[:3] for one in findings(pks, "dua")] == [
        ("history-edited", "error", "2025-03-01"), ("attachment-changed", "error", "2025-03-02"),
        ("attachment-differs", "error", None),
    ]  # fmt: skip


def test_an_id_used_again_and_a_file_deleted_are_found(file: Path, pks: Run) -> None:
    file.unlink()
    commit("gone", "2025-04-01", "Budi")
    assert findings(pks) == [("deleted", "error", "2025-04-01", "Budi")]
    file.write_text("title: Lain\nparties: [{name: A}, {name: B}]\nhistory:\n  - {date: 2025-05-01, stage: draft}\n")
    commit("again", "2025-05-01")
    assert findings(pks) == [("id-reused", "warning", "2025-04-01", "Budi")]
    file.write_text(TEXT)
    commit("back", "2025-05-02")
    assert [one[0] for one in findings(pks)][:2] == ["id-reused", "history-edited"]


def test_a_file_deleted_and_brought_back_is_the_same_agreement(file: Path, pks: Run) -> None:
    file.unlink()
    commit("gone", "2025-04-01", "Budi")
    file.write_text(TEXT.replace("2025-01-06, stage", "2025-01-05, stage"))
    commit("back", "2025-05-01")
    assert [one[:3] for one in findings(pks)] == [
        ("deleted-and-back", "info", "2025-04-01"), ("history-edited", "error", "2025-05-01")
    ]  # fmt: skip


def test_what_is_not_committed_yet_is_looked_at_too(file: Path, pks: Run) -> None:
    file.write_text(TEXT.replace("2025-01-05", "2025-01-02"))
    assert findings(pks) == [("uncommitted", "info", None, None), ("history-edited", "error", None, None)]
    (file.parent / "dua.yaml").write_text(TEXT)
    assert findings(pks, "dua") == [("never-committed", "warning", None, None)]


def joined(file: Path, ours: str, theirs: str) -> subprocess.CompletedProcess[str]:
    base = file.read_text()
    git("checkout", "-qb", "cabang")
    file.write_text(theirs)
    commit("theirs", "2025-02-10", "Tono")
    git("checkout", "-q", "main")
    assert file.read_text() == base
    file.write_text(ours)
    commit("ours", "2025-02-11", "Rina")
    return subprocess.run(["git", "merge", "-q", "-m", "join", "cabang"], check=False, capture_output=True, text=True)


def test_entries_that_come_from_a_branch_were_not_edited(file: Path, pks: Run) -> None:
    ours = TEXT + "  - {date: 2025-02-11, stage: reporting}\n"
    theirs = TEXT.replace("[Rujukan, Pelatihan]", "[Rujukan, Pelatihan]\nx-rak: satu")
    assert joined(file, ours, theirs).returncode == 0
    assert findings(pks) == []
    assert [one["subject"] for one in json.loads(pks("audit", "satu", "--json").out)[0]["events"]] == [
        "satu: new", "theirs", "ours", "join"
    ]  # fmt: skip


def test_an_entry_lost_in_a_merge_is_an_error(file: Path, pks: Run) -> None:
    ours = TEXT + "  - {date: 2025-02-11, stage: reporting}\n"
    theirs = TEXT + "  - {date: 2025-02-10, stage: registration, note: kurang}\n"
    assert joined(file, ours, theirs).returncode != 0
    file.write_text(ours)
    git("add", "-A")
    git("commit", "-qm", "join")
    assert [one[:2] for one in findings(pks)] == [("history-lost", "error")]
    assert messages(pks) == ["the history entry 10 February 2025, registration was lost when two branches were joined"]


def test_since_a_day_or_a_commit(file: Path, pks: Run) -> None:
    rewrite(file, "2025-01-05, stage: draft", "2025-01-02, stage: draft", "2025-03-01")
    rewrite(file, "2025-01-02, stage: draft", "2025-01-03, stage: draft", "2025-04-01")
    assert [one[2] for one in findings(pks, "--since", "2025-04-01")] == ["2025-04-01"]
    assert [one[2] for one in findings(pks, "--since", "HEAD~1")] == ["2025-04-01"]
    assert findings(pks, "--since", "HEAD") == []
    for wrong in ("zzz", "--output=x", "HEAD~9"):
        assert pks("audit", "--since", wrong).code == 3
    assert pks("audit", "--since", "2025-02-30").code == 2


@pytest.mark.usefixtures("file")
def test_without_git_it_says_so(pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    code, out, err = pks("audit")
    assert (code, out) == (7, "")
    assert "git" in err


def test_a_shallow_clone_says_how_far_it_sees(
    file: Path, pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(file, "title: Rujukan", "title: Rujuk", "2025-03-01")
    git("clone", "-q", "--depth=1", tmp_path.as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    said = (
        "1 agreement held against git: nothing found\n"
        "this clone is shallow: it only sees what is since 1 March 2025; `git fetch --unshallow` gets the rest\n"
    )
    assert pks("audit") == (0, "", said)


def test_a_version_that_was_broken_hides_nothing(file: Path, pks: Run) -> None:
    rewrite(file, "title: Rujukan", "title: [Rujukan", "2025-03-01")
    file.write_text(TEXT.replace("2025-01-05", "2025-01-02"))
    commit("mended", "2025-03-02", "Tono")
    assert findings(pks) == [("history-edited", "error", "2025-03-02", "Tono")]


def test_a_hostile_repository_runs_nothing_and_steers_no_terminal(file: Path, pks: Run, tmp_path: Path) -> None:
    canary, program = tmp_path / "canary", tmp_path / "evil"
    program.write_text(f'#!/bin/sh\ntouch "{canary}"\ncat\n')
    program.chmod(0o755)
    file.write_text(TEXT.replace("2025-01-05", "2025-01-02"))
    commit("sub\x1b[31mject\u202e", "2025-03-01", "Bu\x1b]0;di")
    tree = git("write-tree").strip()
    who = "Rina <r> 1740000000 +0700"
    signed = f"tree {tree}\nparent {git('rev-parse', 'HEAD').strip()}\nauthor {who}\ncommitter {who}\n"
    signed += "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\nsigned\n"
    done = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        input=signed,
        check=True,
        capture_output=True,
        text=True,
    )
    git("reset", "-q", "--hard", done.stdout.strip())
    (file.parent / ".gitattributes").write_text("* diff=evil filter=evil\n")
    for name, value in (
        ("log.showSignature", "true"), ("gpg.program", program), ("core.fsmonitor", program),
        ("diff.external", program),
        ("diff.evil.textconv", program), ("diff.evil.command", program), ("filter.evil.clean", program),
        ("core.pager", program), ("log.diffMerges", "combined"), ("core.hooksPath", tmp_path),
    ):  # fmt: skip
        git("config", name, str(value))
    file.write_text(file.read_text() + "\n")
    for command in (
        ("audit",),
        ("audit", "satu"),
        ("audit", "--json"),
        ("diff", "satu"),
        ("diff", "satu", "HEAD~1"),
        ("check",),
    ):
        result = pks(*command)
        assert not canary.exists(), command
        assert "\x1b" not in result.out + result.err
        assert "\u202e" not in result.out or "--json" in command
    assert findings(pks)[0][:2] == ("history-edited", "error")
    assert "sub\\x1b[31mject\\u202e" in pks("audit").out


def test_a_large_register_takes_a_handful_of_git_processes(
    register: Path, pks: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        (register / f"nomor-{number}.yaml").write_text(TEXT)
    commit("all", "2025-01-06")
    calls: list[str] = []
    run = running._run

    def counted(folder: Path, some: Sequence[running.Call], **rest: Any) -> list[running.Done]:
        calls.extend(" ".join(call.command) for call in some)
        return run(folder, some, **rest)

    monkeypatch.setattr(running, "_run", counted)
    assert findings(pks) == []
    assert len(calls) == 5


def test_a_repository_without_a_commit_yet_knows_nothing(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "satu.yaml").write_text(TEXT)
    assert findings(pks) == [("never-committed", "warning", None, None)]


def test_versions_are_held_only_while_their_agreement_is_told(
    register: Path, pks: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abcdef":
        (register / f"{name}.yaml").write_text(TEXT)
    commit("six", "2026-01-10")
    for day, name in enumerate("abcdef", start=11):
        rewrite(register / f"{name}.yaml", "Rujukan   #", f"Rujukan {name}   #", f"2026-01-{day}", name)
    (register / "f.yaml").unlink()
    commit("f: away", "2026-01-20")
    whole = pks("audit", "--json")
    assert [one["id"] for one in json.loads(whole.out)] == list("abcdef")
    asked: list[int] = []

    def counted(tree: Repository, blobs: set[str]) -> Mapping[str, bytes]:
        asked.append(len(blobs))
        return texts_of(tree, blobs)

    monkeypatch.setattr("pks.workflow.audit.versions.texts_of", counted)
    assert pks("audit", "--json") == whole
    assert asked == [7]
    monkeypatch.setattr("pks.workflow.audit._VERSIONS_AT_ONCE", 3)
    assert pks("audit", "--json") == whole
    assert asked[1:] == [2, 2, 2, 2, 2, 2]
