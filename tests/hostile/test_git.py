"""A register that somebody else prepared: reading runs nothing of theirs, no word of ours is an option to git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Run, git
from tests.hostile.traps import AGREEMENT, SPRINGS, TRAPS, Prepared, prepare, touched

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

READING: tuple[tuple[str, ...], ...] = (
    (),
    ("list", "--json"),
    ("due",),
    ("show", "a"),
    ("next", "a"),
    ("history", "a"),
    ("check",),
    ("diff", "a"),
    ("diff", "a", "HEAD~1"),
    ("diff", "a", "2099-01-01"),
    ("audit",),
    ("audit", "a", "--since", "HEAD~1"),
    ("set", "a", "title=Lain", "--dry-run"),
    ("tree",),
    ("stats",),
    ("help",),
    ("backup", "--force"),
)


@pytest.fixture
def prepared(register: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(register.parent, tmp_path_factory.mktemp("aside"))


def _to(prepared: Prepared, command: tuple[str, ...]) -> tuple[str, ...]:
    return (str(prepared.program.with_name("cadangan.bundle")),) if command[:1] == ("backup",) else ()


@pytest.mark.parametrize("trap", TRAPS)
def test_reading_runs_nothing_that_the_repository_names(pks: Run, prepared: Prepared, trap: str) -> None:
    TRAPS[trap](prepared)
    prepared.canary.unlink(missing_ok=True)
    touched(prepared.top / "agreements" / "a.yaml")
    for command in READING:
        result = pks(*command, *_to(prepared, command))
        assert not prepared.canary.exists(), (command, prepared.canary.read_text())
        assert result.code in {0, 1, 3, 7}, (command, result)
        if trap not in {"promised objects", "promised objects by ssh", "promised objects nearby"}:
            assert result.code in {0, 1}, (command, result)


@pytest.mark.parametrize("trap", SPRINGS)
def test_each_trap_springs_for_who_asks_git_without_care(prepared: Prepared, trap: str) -> None:
    TRAPS[trap](prepared)
    prepared.canary.unlink(missing_ok=True)
    touched(prepared.top / "agreements" / "a.yaml")
    subprocess.run(["git", "-C", str(prepared.top), *SPRINGS[trap]], check=False, capture_output=True, timeout=10)
    assert prepared.canary.exists()


def test_an_older_git_that_would_fetch_what_is_missing_has_no_way_to(pks: Run, prepared: Prepared) -> None:
    """`GIT_NO_LAZY_FETCH` is of 2024; with it taken away, no transport is allowed all the same."""
    TRAPS["promised objects nearby"](prepared)
    real = shutil.which("git")
    folder = prepared.program.parent / "bin"
    folder.mkdir()
    (folder / "git").write_text(f'#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec {real} "$@"\n')
    (folder / "git").chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder), prepend=os.pathsep)
        for command in READING:
            pks(*command, *_to(prepared, command))
            assert not prepared.canary.exists(), (command, prepared.canary.read_text())


OPTIONS = (
    "-x", "-", "--", "--output=KENARI", "-oKENARI", "--ext-diff", "--textconv", "--all", "--exec=PROGRAM",
    "--upload-pack=PROGRAM", "HEAD --output=KENARI", "HEAD\n--output=KENARI", "HEAD;PROGRAM", "$(PROGRAM)", "`PROGRAM`",
    "|PROGRAM", "HEAD^{/PROGRAM}", ":/tiga", "^HEAD", "HEAD..HEAD", "HEAD:agreements", "@{-1}", "", " ", "\u202eHEAD",
)  # fmt: skip


@pytest.mark.parametrize("word", OPTIONS)
def test_no_word_of_ours_is_an_option_or_a_command_to_git(pks: Run, prepared: Prepared, word: str) -> None:
    given = word.replace("KENARI", str(prepared.canary)).replace("PROGRAM", str(prepared.program))
    before = everything(prepared.top)
    for command in (
        ("diff", "a", "--", given),
        ("diff", "--", given),
        ("show", "--", given),
        ("history", "--", given),
        ("audit", "--", given),
        ("audit", "a", f"--since={given}"),
        ("set", "a", "--by", given, "--dry-run", "--", f"title=x{given}"),
    ):
        result = pks(*command)
        assert result.code in {0, 2, 3}, (command, result)
        if command[0] in {"diff", "show", "history", "audit"} and given not in {"", " "}:
            assert result.code in {2, 3}, (command, result)
    assert not prepared.canary.exists()
    assert everything(prepared.top) == before


@pytest.mark.parametrize("word", ["--amend", "-m x", "--author=x", "--no-verify", "# x", "$(x)", "--trailer=x"])
def test_what_people_write_is_only_text_in_a_commit(pks: Run, register: Path, word: str) -> None:
    (register / "a.yaml").write_text(AGREEMENT)
    git("add", "-A")
    git("commit", "-qm", "satu")
    assert pks("set", "a", f"title={word}").code == 0
    assert git("rev-list", "--count", "HEAD").strip() == "3"
    assert git("log", "-1", "--format=%an %s").startswith("Tester a: ")


@pytest.mark.parametrize(
    "folder", ["-x", "--output=x", ":(exclude)x", ":!x", "*", "[a]", "x;y", "a b", "$(x)", "\u202ex"]
)
def test_a_folder_with_any_name_is_only_a_place_to_git(pks: Run, register: Path, folder: str) -> None:
    (register / folder).mkdir()
    (register / folder / "a.yaml").write_text(AGREEMENT)
    (register / "b.yaml").write_text(AGREEMENT)
    git("add", "-A")
    git("commit", "-qm", "satu")
    (register / "b.yaml").write_text(AGREEMENT + "\n")
    assert pks("set", "a", "title=Lain").code == 0
    assert (
        git("-c", "core.quotePath=false", "show", "--name-only", "--format=", "-z") == f"agreements/{folder}/a.yaml\0"
    )
    assert pks("diff", "a").code == 0
    assert [
        one["subject"] for one in json.loads(pks("audit", "a", "--json").out)[0]["events"] if "subject" in one
    ] != []


def everything(top: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in sorted(top.rglob("*")) if one.is_file() and "cache" not in one.parts}


# What is not in order around a register: reading goes on, writing works or says why not and writes nothing.


class State(NamedTuple):
    """How the repository is made, the exit code of `set`, and words of what is said."""

    make: Callable[[Path, pytest.MonkeyPatch], Path | None]
    code: int
    said: str


def _locked(top: Path, _: pytest.MonkeyPatch) -> None:
    (top / ".git" / "index.lock").touch()


def _detached(top: Path, _: pytest.MonkeyPatch) -> None:
    git("-C", str(top), "checkout", "-q", "--detach")


def _worktree(top: Path, _: pytest.MonkeyPatch) -> Path:
    git("-C", str(top), "worktree", "add", "-q", "-b", "kedua", str(top / "kedua"))
    return top / "kedua"


def _shallow(top: Path, _: pytest.MonkeyPatch) -> Path:
    (top / "lain").write_text("x")
    git("-C", str(top), "add", "lain")
    git("-C", str(top), "commit", "-qm", "lain")
    git("clone", "-q", "--depth=1", f"file://{top}", str(top / "dangkal"))
    return top / "dangkal"


def _bare(top: Path, _: pytest.MonkeyPatch) -> Path:
    git("init", "-q", "--bare", str(top / "bare.git"))
    shutil.copytree(top / "agreements", top / "bare.git" / "agreements")
    return top / "bare.git"


def _submodule(top: Path, _: pytest.MonkeyPatch) -> Path:
    git("-c", "protocol.file.allow=always", "-C", str(top), "submodule", "--quiet", "add", str(top), "modul")
    return top / "modul"


def _in_submodule(top: Path, _: pytest.MonkeyPatch) -> None:
    (top / "agreements" / "dalam").mkdir()
    (top / "agreements" / "a.yaml").rename(top / "agreements" / "dalam" / "a.yaml")
    git("init", "-q", str(top / "agreements" / "dalam"))


def _no_git(_: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("PATH", "")


def _dubious(top: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert top


def _hook(top: Path, patch: pytest.MonkeyPatch) -> None:
    other = top / "asing"
    git("init", "-q", str(other))
    patch.setenv("GIT_DIR", str(other / ".git"))
    patch.setenv("GIT_WORK_TREE", str(other))
    patch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    patch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git" / "objects"))
    patch.setenv("GIT_CONFIG_PARAMETERS", "'core.bare=true'")


def _unborn(top: Path, _: pytest.MonkeyPatch) -> None:
    git("-C", str(top), "checkout", "-q", "--orphan", "baru")
    git("-C", str(top), "rm", "-rq", "--cached", ".")


def _no_head(top: Path, _: pytest.MonkeyPatch) -> None:
    (top / ".git" / "HEAD").write_bytes(b"\x1b[31m\x00")


def _broken_settings(top: Path, _: pytest.MonkeyPatch) -> None:
    (top / ".git" / "config").write_text("[core\x1b[31m")


def _broken_index(top: Path, _: pytest.MonkeyPatch) -> None:
    (top / ".git" / "index").write_bytes(b"DIRC\x00\x00\x00\x09" + b"\xff" * 40)


def _lost_objects(top: Path, _: pytest.MonkeyPatch) -> None:
    shutil.rmtree(top / ".git" / "objects")
    (top / ".git" / "objects").mkdir()


def _merging(top: Path, _: pytest.MonkeyPatch) -> None:
    (top / ".git" / "MERGE_HEAD").write_text(git("-C", str(top), "rev-parse", "HEAD"))


def _git_file(top: Path, _: pytest.MonkeyPatch) -> None:
    (top / ".git").rename(top / "lama.git")
    (top / ".git").write_text("gitdir: /nowhere/\x1b[31m\n")


def _ignored(top: Path, _: pytest.MonkeyPatch) -> None:
    git("-C", str(top), "rm", "-q", "--cached", "agreements/a.yaml")
    git("-C", str(top), "commit", "-qm", "lepas")
    (top / ".gitignore").write_text("*.yaml\n")


STATES = {
    "locked": State(_locked, 7, "index.lock"),
    "detached head": State(_detached, 7, "no branch"),
    "work tree": State(_worktree, 0, ""),
    "shallow": State(_shallow, 0, ""),
    "bare": State(_bare, 7, "work tree"),
    "submodule": State(_submodule, 0, ""),
    "in a submodule": State(_in_submodule, 7, "repository"),
    "no git": State(_no_git, 0, "git is not installed"),
    "dubious ownership": State(_dubious, 7, "safe.directory"),
    "called by a hook": State(_hook, 0, ""),
    "no commit yet": State(_unborn, 0, ""),
    "broken HEAD": State(_no_head, 7, "git"),
    "broken settings": State(_broken_settings, 7, "git"),
    "broken index": State(_broken_index, 7, "git"),
    "lost objects": State(_lost_objects, 7, "git"),
    "merging": State(_merging, 7, "merge"),
    "a file that leads nowhere": State(_git_file, 7, "git"),
    "ignored": State(_ignored, 7, "ignored"),
}


@pytest.mark.parametrize("name", STATES)
def test_reading_goes_on_and_writing_works_or_says_why_not(
    pks: Run, register: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    state, top = STATES[name], register.parent
    (register / "a.yaml").write_text(AGREEMENT)
    git("add", "-A")
    git("commit", "-qm", "satu")
    top = state.make(top, monkeypatch) or top
    path = next(one for one in (top / "agreements").rglob("a.yaml"))
    before = path.read_bytes()
    monkeypatch.chdir(top)
    for command in ((), ("list",), ("show", "a"), ("due",), ("check",), ("history", "a")):
        assert pks(*command).code in {0, 1}, command
    for command in (("audit",), ("diff", "a")):
        result = pks(*command)
        assert result.code in {0, 1, 3, 7}, (command, result)
        assert "Traceback" not in result.err
        assert "\x1b" not in result.out + result.err
    result = pks("set", "a", "title=Lain")
    assert (result.code, result.out) == (state.code, ""), result
    assert state.said in result.err
    assert "\x1b" not in result.err
    assert (path.read_bytes() == before) == (state.code == 7)
    if state.code == 7:
        assert pks("set", "a", "title=Lain", "--no-commit").code == 0
