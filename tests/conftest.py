"""What all tests share: a register of their own, pks run in this process, and no setting of this machine."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from pks.cli.main import main

TODAY = "2026-03-01"
settings.register_profile("pks", deadline=None)  # how long anything takes depends on the machine
settings.load_profile("pks")


class Result(NamedTuple):
    """What a run of `pks` left: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No home, git identity, language, day or editor of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text("[user]\n\tname = Tester\n\temail = tester@example.invalid\n")
    for name in list(os.environ):
        if name.startswith(("PKS_", "GIT_", "LC_")) or name in {"LANG", "LANGUAGE", "EDITOR", "VISUAL", "NO_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("PKS_TODAY", TODAY)
    monkeypatch.setenv("PKS_LANG", "en")


@pytest.fixture
def pks(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `pks` in this process, in the current folder, without a terminal; `given` is its stdin."""

    def run(*arguments: str, given: str = "") -> Result:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main(list(arguments))
            except SystemExit as end:
                return Result(int(end.code or 0), out.getvalue(), err.getvalue())
        raise AssertionError("main returned")

    return run


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty register under git, the current folder beside it; gives `agreements/`."""
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q", "-b", "main"], check=True)
    root = tmp_path / "agreements"
    (root / ".pks").mkdir(parents=True)
    (root / ".pks" / "office.yaml").write_text("office: Bagian Tata Pemerintahan\n")
    subprocess.run(["git", "add", "-A"], check=True)
    subprocess.run(["git", "commit", "-qm", "register"], check=True)
    return root


def git(*arguments: str) -> str:
    """What git says in the current folder."""
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout
