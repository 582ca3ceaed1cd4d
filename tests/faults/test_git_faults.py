"""A git that fails, dies or loses its answer at each call of a command that commits."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import Result
from tests.faults.running import before_and_after, pks
from tests.faults.scenes import COMMANDS, EDITOR, MANY, files, prepare

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the git that fails is a shell script")

REAL: Final = shutil.which("git") or "git"
WAYS: Final = {
    "fails": 'echo "fatal: unable to write: No space left on device" >&2; exit 128',
    "is killed": "kill -9 $$",
    "loses its answer": f'"{REAL}" "$@" >/dev/null; exit 1',
}
# The calls are counted by a file each, for several run at the same time.
SCRIPT: Final = """#!/bin/sh
number=1
while ! (set -C; : >"{calls}/$number") 2>/dev/null; do number=$((number + 1)); done
if [ $number -eq {at} ]; then {way}; fi
exec "{real}" "$@"
"""


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", EDITOR)


def faults(tmp_path: Path, patch: pytest.MonkeyPatch, name: str, way: str) -> Iterator[tuple[Path, Result]]:
    """The command with one call of git after another that goes wrong, until it comes too late."""
    at, hit = 1, True
    while hit:
        folder, calls, script = tmp_path / f"{at}", tmp_path / f"calls-{at}", tmp_path / f"bin-{at}" / "git"
        for place in (folder, calls, script.parent):
            place.mkdir()
        prepare(folder)
        (folder / ".gitignore").write_text("/edited\n")
        for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "register"]):
            subprocess.run([REAL, *words], cwd=folder, check=True)
        script.write_text(SCRIPT.format(calls=calls, at=at, way=WAYS[way], real=REAL))
        script.chmod(0o755)
        with patch.context() as only:
            only.setenv("PATH", f"{script.parent}:{os.environ['PATH']}")
            result = pks(folder, *COMMANDS[name], "--commit")
        hit = (calls / f"{at}").exists()
        yield folder, result
        at += 1


def _judge(tmp_path: Path, patch: pytest.MonkeyPatch, name: str, way: str) -> int:
    old, new = before_and_after(name)
    count = 0
    for folder, result in faults(tmp_path, patch, name, way):
        count += 1
        now = {path: content for path, content in files(folder).items() if path != ".gitignore"}
        assert now in (old, new), result
        assert result.code in {0, 7, 8}, result
        assert result.code != 7 or now == old, result
        assert result.code == 7 or now == new, result
        assert "Traceback" not in result.err
        dirty = subprocess.run([REAL, "status", "--porcelain"], cwd=folder, check=True, capture_output=True).stdout
        if result.code == 0:
            assert dirty == b"", (result, dirty)
        if result.code == 7:
            assert pks(folder, *COMMANDS[name], "--commit").code == 0
            assert {path: content for path, content in files(folder).items() if path != ".gitignore"} == new
    print(f"{count} runs")  # noqa: T201  # shown with -rP
    return count


@pytest.mark.parametrize("way", WAYS)
def test_a_git_that_fails_never_makes_pks_lie_about_an_edit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    assert _judge(tmp_path, monkeypatch, "set", way) > 5


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", sorted({*MANY, "new", "edit", "renew", "sign"} - {"init"}))
def test_nor_about_anything_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, way: str) -> None:
    assert _judge(tmp_path, monkeypatch, name, way) > 5
