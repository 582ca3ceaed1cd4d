"""What changed after every party had accepted the text, told from real histories in git."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pks.domain.model.agreement import Agreement
from pks.git import running, versions
from pks.store.book import Book
from pks.store.quick_reading import agreement_in
from pks.store.register import find_register
from pks.workflow import acceptance
from pks.workflow.acceptance import changed_since_acceptance
from tests.conftest import Run, git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

OPEN = """\
title: Rujukan
parties:
  - {key: dinsos, name: Dinas Sosial, ours: true}
  - {key: rsj, name: RSJ Kalbar}
scope:
  - Rujukan pasien
term: {length: 2 years}
corrections:
  - {no: 1, clause: Pasal 4, answers: {dinsos: {accepted: 2026-01-20}}}
history:
  - {date: 2026-01-10, stage: facilitation}
  - {date: 2026-01-15, stage: corrections}
"""
ONE_YES = "answers: {dinsos: {accepted: 2026-01-20}}"
BOTH_YES = "answers: {dinsos: {accepted: 2026-01-20}, rsj: {accepted: 2026-01-25}}"
ACCEPTED = OPEN.replace(ONE_YES, BOTH_YES)
UNCORRECTED = """\
title: Rujukan
parties: [{name: Dinas Sosial, ours: true}, {name: RSJ Kalbar}]
scope: [Rujukan pasien]
term: {length: 2 years}
facilitation: [{date: 2026-01-14, chair: Sekda, attendees: [RSJ], outcome: none}]
history: [{date: 2026-01-15, stage: corrections}]
"""

Commit = Callable[..., None]


@pytest.fixture
def commit(register: Path) -> Commit:
    """Commit each of `texts` in turn as the agreement `name`."""

    def commit(*texts: str, name: str = "rsj") -> None:
        for number, text in enumerate(texts):
            (register / f"{name}.yaml").write_text(text)
            git("add", "-A")
            git("commit", "-qm", f"{name}: {number}")

    return commit


def changed() -> dict[str, tuple[str, ...]]:
    book = Book(find_register(Path.cwd()))
    return changed_since_acceptance(book, book.register.listing.entries.values())


def swap(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


WIDER = ("  - Rujukan pasien\n", "  - Rujukan pasien\n  - Rawat jalan\n")
LONGER = ("length: 2 years", "length: 5 years")
RENAMED = ("name: RSJ Kalbar", "name: RSUD Kalbar")
RAISED = ("history:", "  - {no: 2, clause: Pasal 7}\nhistory:")


# What is told


@pytest.mark.parametrize(
    ("pairs", "fields"),
    [
        ([WIDER], ("scope",)),
        ([LONGER], ("term",)),
        ([("{length: 2 years}", "{length: 2 years, until: gedung selesai}")], ("term",)),
        ([("{length: 2 years}", "{length: 2 years, notice: 1 month}")], ("term",)),
        ([("term: {length: 2 years}\n", "")], ("term",)),
        ([RENAMED], ("parties",)),
        ([("  - {key: rsj, name: RSJ Kalbar}\n", "")], ("parties",)),
        ([("RSJ Kalbar}\n", "RSJ Kalbar}\n  - {key: bapas, name: Bapas}\n")], ("parties",)),
        ([("key: rsj,", "key: rsj-kalbar,")], ("parties",)),
        ([("key: rsj,", "key: jiwa,"), (", rsj: {acc", ", jiwa: {acc")], ("parties",)),
        ([WIDER, LONGER, RENAMED], ("scope", "term", "parties")),
    ],
)
def test_a_change_by_hand_after_acceptance_is_told_committed_or_not(
    register: Path, commit: Commit, pairs: list[tuple[str, str]], fields: tuple[str, ...]
) -> None:
    after = swap(ACCEPTED, *pairs)
    commit(OPEN, ACCEPTED)
    assert changed() == {}
    (register / "rsj.yaml").write_text(after)
    assert changed() == {"rsj": fields}
    commit(after)
    assert changed() == {"rsj": fields}


def test_a_change_by_command_is_told(pks: Run, commit: Commit) -> None:
    commit(OPEN, ACCEPTED)
    assert pks("set", "rsj", "scope.+=Rawat jalan").code == 0
    assert pks("set", "rsj", "lead=Dinas Sosial").code == 0
    assert changed() == {"rsj": ("scope",)}


def test_without_corrections_a_meeting_that_asked_for_none_is_the_acceptance(commit: Commit) -> None:
    commit(swap(UNCORRECTED, ("none", "planned"), LONGER), UNCORRECTED)
    assert changed() == {}
    commit(swap(UNCORRECTED, LONGER))
    assert changed() == {"rsj": ("term",)}


def test_the_oldest_accepted_version_counts_whatever_was_committed_since(commit: Commit) -> None:
    wider = swap(ACCEPTED, WIDER)
    signed = swap(wider, ("history:", "signing: {date: 2026-02-01}\nhistory:"))
    commit(OPEN, ACCEPTED, wider, signed, signed + "  - {date: 2026-02-02, stage: registration}\n")
    assert changed() == {"rsj": ("scope",)}


def test_a_file_is_followed_through_its_new_name(pks: Run, commit: Commit) -> None:
    git("config", "diff.renames", "false")
    commit(OPEN, ACCEPTED, swap(ACCEPTED, WIDER))
    assert pks("rename", "rsj", "rujukan-jiwa").code == 0
    assert changed() == {"rujukan-jiwa": ("scope",)}


def test_a_new_party_is_told_until_it_has_accepted_too(commit: Commit) -> None:
    joined = swap(ACCEPTED, ("RSJ Kalbar}\n", "RSJ Kalbar}\n  - {key: bapas, name: Bapas}\n"))
    commit(OPEN, ACCEPTED, joined)
    assert changed() == {"rsj": ("parties",)}
    commit(swap(joined, ("2026-01-25}", "2026-01-25}, bapas: {accepted: 2026-02-01}")))
    assert changed() == {}


# What is not


@pytest.mark.parametrize(
    "pairs",
    [
        [("key: rsj, name: RSJ Kalbar", "key: rsj, name: RSJ Kalbar, number: 1/2026, signed: 2026-02-01")],
        [("{length: 2 years}", "{length: 2 tahun}")],
        [("{length: 2 years}", "{starts: 2026-02-01, length: 2 years, ends: 2028-01-31}")],
        [("{length: 2 years}", "{length: 2 years, review: 1 year}")],
        [("title: Rujukan\n", "title: Rujukan\npurpose: Pelayanan\n")],
    ],
    ids=["signed and numbered", "spelled otherwise", "days from signing", "review", "another field"],
)
def test_what_changes_nothing_that_was_accepted_is_not_told(commit: Commit, pairs: list[tuple[str, str]]) -> None:
    commit(OPEN, ACCEPTED, swap(ACCEPTED, *pairs))
    assert changed() == {}


def test_a_start_that_was_accepted_may_not_move_unseen(commit: Commit) -> None:
    dated = swap(ACCEPTED, ("{length", "{starts: 2026-02-01, length"))
    commit(OPEN, dated, swap(dated, ("2026-02-01", "2026-03-01")))
    assert changed() == {"rsj": ("term",)}


def test_an_end_that_was_accepted_may_not_move_unseen(commit: Commit) -> None:
    dated = swap(ACCEPTED, ("{length: 2 years}", "{ends: 2028-01-31}"))
    commit(OPEN, dated, swap(dated, ("2028-01-31", "2029-01-31")))
    assert changed() == {"rsj": ("term",)}


def test_a_second_meeting_that_asked_for_corrections_undoes_the_first(commit: Commit) -> None:
    asked = swap(UNCORRECTED, ("none}]", "none}, {outcome: corrections}]"))
    commit(asked, swap(asked, LONGER))
    assert changed() == {}


def test_what_is_no_longer_accepted_is_not_told(commit: Commit) -> None:
    commit(OPEN, ACCEPTED, swap(OPEN, WIDER))
    assert changed() == {}
    joined = swap(ACCEPTED, ("RSJ Kalbar}\n", "RSJ Kalbar}\n  - {key: bapas, name: Bapas}\n"))
    commit(ACCEPTED, swap(joined, ("history:", f"  - {{no: 2, {BOTH_YES}}}\nhistory:")))
    assert changed() == {}


def test_what_was_changed_back_is_not_told(commit: Commit) -> None:
    commit(OPEN, ACCEPTED, swap(ACCEPTED, WIDER, LONGER), ACCEPTED)
    assert changed() == {}


def test_what_changed_before_acceptance_is_not_told(commit: Commit) -> None:
    commit(OPEN, swap(OPEN, WIDER), swap(ACCEPTED, WIDER))
    assert changed() == {}


def test_an_amendment_explains_the_field_it_names_and_no_other(commit: Commit) -> None:
    amended = "amendments: [{no: 1, changes: [{field: term.length, from: 2 years, to: 5 years}]}]\nhistory:"
    commit(OPEN, ACCEPTED, swap(ACCEPTED, LONGER, WIDER, ("history:", amended)))
    assert changed() == {"rsj": ("scope",)}


@pytest.mark.parametrize(
    "between",
    [
        OPEN,
        swap(ACCEPTED, RAISED),
        swap(ACCEPTED, ("rsj: {accepted: 2026-01-25}", "rsj: {accepted: 2026-01-25, rejected: 2026-01-25}")),
        ACCEPTED + "  - {date: 2026-01-28, stage: draft}\n",
        "title: [\n",
    ],
    ids=["acceptance taken back", "correction raised", "rejected", "sent back", "not readable"],
)
def test_an_interruption_starts_acceptance_anew(commit: Commit, between: str) -> None:
    after = swap(ACCEPTED, WIDER)
    commit(OPEN, ACCEPTED, between, after)
    assert changed() == {}
    commit(swap(after, LONGER))
    assert changed() == {"rsj": ("term",)}


def test_a_correction_accepted_in_one_go_with_its_change_explains_it(commit: Commit) -> None:
    accepted = f"  - {{no: 2, clause: Pasal 2, {BOTH_YES}}}\nhistory:"
    commit(OPEN, ACCEPTED, swap(ACCEPTED, WIDER, ("history:", accepted)))
    assert changed() == {}


def test_a_withdrawn_correction_asks_nobody_and_withdrawing_hides_nothing(commit: Commit) -> None:
    two = swap(ACCEPTED, ("history:", f"  - {{no: 2, {BOTH_YES}}}\nhistory:"))
    withdrawn = swap(ACCEPTED, ("history:", "  - {no: 2, withdrawn: {date: 2026-01-27}}\nhistory:"))
    commit(OPEN, two, swap(withdrawn, WIDER))
    assert changed() == {"rsj": ("scope",)}


@pytest.mark.parametrize(
    "entry",
    [
        "{date: 2026-02-01, stage: renewal}",
        "{date: 2026-02-01, stage: corrections, closed: withdrawn}",
        "{date: 2026-02-01, stage: facilitation}",
    ],
)
def test_other_stages_and_closed_agreements_are_left_alone(commit: Commit, entry: str) -> None:
    commit(OPEN, ACCEPTED, swap(ACCEPTED, WIDER) + f"  - {entry}\n")
    assert changed() == {}


def test_what_git_does_not_know_is_not_told(register: Path, commit: Commit) -> None:
    commit(swap(ACCEPTED, WIDER), name="lain")
    (register / "rsj.yaml").write_text(ACCEPTED)
    assert changed() == {}
    commit(swap(ACCEPTED, WIDER))
    assert changed() == {}


def test_a_file_written_anew_under_an_old_name_starts_anew(register: Path, commit: Commit) -> None:
    commit(ACCEPTED)
    (register / "rsj.yaml").unlink()
    git("commit", "-qam", "gone")
    commit(swap(ACCEPTED, WIDER))
    assert changed() == {}


@pytest.mark.parametrize("harm", ["no commit", "no repository", "broken", "objects gone"])
def test_without_a_history_nothing_is_told(commit: Commit, harm: str) -> None:
    commit(ACCEPTED, swap(ACCEPTED, WIDER))
    assert changed() == {"rsj": ("scope",)}
    if harm == "objects gone":
        blob = Path(".git/objects") / git("rev-parse", "HEAD^:agreements/rsj.yaml")[:2]
        shutil.rmtree(blob)
    elif harm == "broken":
        Path(".git/HEAD").write_text("?")
    else:
        shutil.rmtree(".git")
        if harm == "no commit":
            git("init", "-q")
    assert changed() == {}


# What it costs


@pytest.mark.parametrize(
    "pair", [("stage: corrections", "stage: facilitation"), ("corrections:\n", "x-corrections:\n")]
)
def test_where_no_text_was_far_enough_git_is_not_asked(
    commit: Commit, monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str]
) -> None:
    commit(swap(OPEN, pair))
    monkeypatch.setattr(running, "read_all", lambda *_: pytest.fail("git was asked"))
    assert changed() == {}


def test_two_runs_of_git_serve_the_whole_register(commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        commit(ACCEPTED, swap(ACCEPTED, WIDER), name=f"a{number}")
    asked: list[str] = []
    ask = running.read_all

    def counted(folder: Path, calls: list[running.Call]) -> list[running.Done]:
        asked.extend(call.command[0] for call in calls)
        return ask(folder, calls)

    monkeypatch.setattr(running, "read_all", counted)
    assert changed() == {"a0": ("scope",), "a1": ("scope",), "a2": ("scope",)}
    assert asked == ["rev-parse", "log", "cat-file"]


def test_the_history_is_walked_once_however_many_files_there_are(
    commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        commit(ACCEPTED, swap(ACCEPTED, WIDER), name=f"a{number}")
    walked: list[str] = []
    records_of = versions._records

    def noted(*given: Any) -> Any:
        for record in records_of(*given):
            walked.append(record[-1])
            yield record

    monkeypatch.setattr(versions, "_records", noted)
    assert changed() == {"a0": ("scope",), "a1": ("scope",), "a2": ("scope",)}
    assert [walked.count(f"agreements/a{number}.yaml") for number in range(3)] == [2, 2, 2]


def test_only_so_many_versions_are_looked_at(commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(ACCEPTED, swap(ACCEPTED, WIDER), swap(ACCEPTED, WIDER) + "# satu\n")
    monkeypatch.setattr(versions, "MOST_VERSIONS", 2)
    assert changed() == {}
    monkeypatch.setattr(versions, "MOST_VERSIONS", 3)
    assert changed() == {"rsj": ("scope",)}


def test_versions_that_differ_in_nothing_looked_at_are_read_once(
    commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    wider = swap(ACCEPTED, WIDER)
    commit(ACCEPTED, *(f"purpose: Tujuan {number}\n{ACCEPTED}" for number in range(3)), wider)
    read: list[bytes] = []

    def noted(content: bytes) -> Agreement | None:
        read.append(content)
        return agreement_in(content)

    monkeypatch.setattr(acceptance, "agreement_in", noted)
    assert changed() == {"rsj": ("scope",)}
    assert read == [ACCEPTED.encode(), wider.encode(), wider.encode()]  # the file as it lies there second


IN_LINES = swap(ACCEPTED, ("term: {length: 2 years}", "term:\n  length: 2 years"))


@pytest.mark.parametrize(
    ("before", "pairs"),
    [
        (ACCEPTED, [("RSJ Kalbar}", "RSJ Kalbar, number: 1/RSJ/2026, signed: 2026-02-01}")]),
        (ACCEPTED, [("{key: rsj", "{signed: 2026-02-01, key: rsj"), ("{length", "{starts: 2026-02-01, length")]),
        (IN_LINES, [("term:\n", "term:\n  starts: 2026-02-01\n")]),
    ],
    ids=["numbered and signed", "first in the braces", "on lines of their own"],
)
def test_a_text_that_was_signed_and_not_changed_is_not_read_at_all(
    commit: Commit, monkeypatch: pytest.MonkeyPatch, before: str, pairs: list[tuple[str, str]]
) -> None:
    after = swap(before, *pairs)
    commit(before, after)
    read: list[bytes] = []

    def noted(content: bytes) -> Agreement | None:
        read.append(content)
        return agreement_in(content)

    monkeypatch.setattr(acceptance, "agreement_in", noted)
    assert changed() == {}
    assert read == []


def test_a_file_whose_keys_stand_on_one_line_is_read_whole(commit: Commit) -> None:
    short = (
        "{title: T, parties: [{name: A}], scope: [satu], facilitation: [{outcome: none}], "
        "history: [{date: 2026-01-15, stage: corrections}]}\n"
    )
    commit(short, swap(short, ("satu", "dua")))
    assert changed() == {"rsj": ("scope",)}


def test_a_file_that_begins_with_a_mark_is_read_whole(commit: Commit) -> None:
    commit(f"\ufeff{ACCEPTED}", f"\ufeff{swap(ACCEPTED, WIDER)}")
    assert changed() == {"rsj": ("scope",)}


# Where it is shown


def test_check_shows_it_at_the_field_for_the_register_and_for_one_agreement(pks: Run, commit: Commit) -> None:
    commit(OPEN, ACCEPTED, swap(ACCEPTED, WIDER, LONGER))
    expected = [
        {
            "file": "agreements/rsj.yaml",
            "line": 6,
            "column": 3,
            "code": "changed-after-acceptance",
            "level": "warning",
            "message": "the scope changed after every party had accepted the text",
        },
        {
            "file": "agreements/rsj.yaml",
            "line": 8,
            "column": 7,
            "code": "changed-after-acceptance",
            "level": "warning",
            "message": "the term changed after every party had accepted the text",
        },
    ]
    for arguments in (["check", "--json"], ["check", "--json", "rsj"]):
        found = json.loads(pks(*arguments).out)
        assert [one for one in found if one["code"] == "changed-after-acceptance"] == expected


def test_the_brief_names_agreement_partner_and_fields(pks: Run, commit: Commit) -> None:
    commit(OPEN, ACCEPTED, swap(ACCEPTED, WIDER, LONGER))
    assert (
        "\nChanged after acceptance\n- In “Rujukan” with RSJ Kalbar, the scope and the term changed after every party "
        "had accepted the text. [rsj]\n"
    ) in pks("brief").out
    (section,) = [one for one in json.loads(pks("brief", "--json").out)["sections"] if one["code"] == "changed"]
    assert [(item["code"], item["id"], item["days"]) for item in section["items"]] == [("changed", "rsj", None)]


def test_an_office_that_wants_none_of_it_is_told_nothing(pks: Run, register: Path, commit: Commit) -> None:
    commit(OPEN, ACCEPTED, swap(ACCEPTED, WIDER))
    (register / ".pks" / "office.yaml").write_text("rules: {changed-after-acceptance: off}\n")
    assert "accepted the text" not in pks("check").out + pks("brief").out
