"""Real faults, put by strace into the system calls of a real process: killed, full, failing, interrupted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from pks.store.disk.rescue import sweep
from tests.cli.processes import environment
from tests.faults.running import before_and_after, command, pks
from tests.faults.scenes import EDITOR, MANY, files, left_aside, prepare

_CALLS: Final = "openat,write,fsync,close,rename,link,unlink,mkdir,fchmod,flock"
COMMANDS: Final = ("set", "new", "attach", "rename", "register", "report send")
# Of the calls of a run, so many, spread evenly; and all that give a file its name.
POINTS: Final = 14
_DECISIVE: Final = frozenset({"rename", "link", "fsync"})
FAULTS: Final = {
    "killed": "signal=KILL",
    "ENOSPC": "error=ENOSPC",
    "EIO from then on": "error=EIO",
    "EINTR": "error=EINTR",
}
_SAID: Final = {"ENOSPC": "No space left", "EIO from then on": "Input/output error", "EINTR": "Interrupted"}
# The interpreter itself dies of these: nothing of ours runs any more.
_DIED: Final = frozenset({-9, 137})


class Point(NamedTuple):
    """A system call of a run: which, and the how manieth of its kind in the whole process, from 1."""

    call: str
    number: int


@cache
def _may_trace() -> bool:
    strace = shutil.which("strace")
    return (
        bool(strace)
        and subprocess.run([str(strace), "-o", os.devnull, "true"], check=False, capture_output=True).returncode == 0
    )


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux" or not _may_trace(), reason="needs strace and leave to trace"),
]


def traced(folder: Path, name: str, *options: str) -> tuple[int, str]:
    """Run the command in `folder` under strace with `options`; its code and what it said on stderr."""
    # In the quick way strace puts errors, but no signals, into calls.
    quick = () if any("signal=" in option for option in options) else ("--seccomp-bpf",)
    call = ["strace", "-f", *quick, "-qq", *options, sys.executable, "-m", "pks", "--no-index", *command(name)]
    done = subprocess.run(
        call, check=False, cwd=folder, env=environment() | {"PYTHONPYCACHEPREFIX": str(folder.parent / "compiled")},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    return done.returncode, done.stderr


def points(folder: Path, name: str) -> list[Point]:
    """Of the calls that a run makes from the lock on, as far as they concern the register, those to try."""
    log = folder.parent / "trace"
    for _ in range(2):  # the first run compiles what it imports, and the others do not
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        prepare(folder)
        code, said = traced(folder, name, "-y", "-o", str(log), "-e", f"trace={_CALLS}")
        assert code == 0, said
    seen: dict[str, int] = {}
    found, begun = [], False
    for line in log.read_text(errors="replace").splitlines():
        match = re.match(r"[0-9]+ +([a-z]+)\(", line)
        if match is None:
            continue
        seen[match[1]] = seen.get(match[1], 0) + 1
        begun = begun or "cache/lock" in line
        if begun and str(folder) in line:
            found.append(Point(match[1], seen[match[1]]))
    step = max(1, len(found) // POINTS)
    return [point for at, point in enumerate(found) if at % step == 0 or point.call in _DECISIVE]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_fault_of_the_system_tears_a_file_or_lies_about_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, fault: str
) -> None:
    monkeypatch.setenv("EDITOR", EDITOR)
    found = points(tmp_path / "runs", name)
    hits = 0
    for point in found:
        folder = tmp_path / "runs"
        shutil.rmtree(folder)
        folder.mkdir()
        prepare(folder)
        every = "+" if "then on" in fault else ""
        inject = f"inject={point.call}:{FAULTS[fault]}:when={point.number}{every}"
        code, said = traced(folder, name, "-o", str(tmp_path / "log"), "-e", f"trace={_CALLS}", "-e", inject)
        # A run may make a call less than the one that was counted: then the fault came too late.
        hits += "INJECTED" in (tmp_path / "log").read_text(errors="replace") or code in _DIED
        _judge(folder, name, fault, code, said)
    print(f"{hits} points of {len(found)}")  # noqa: T201  # shown with -rP
    assert hits >= max(12, len(found) - 3)


def _judge(folder: Path, name: str, fault: str, code: int, said: str) -> None:
    old, new = before_and_after(name)
    now = files(folder)
    assert [path for path in {*old, *new, *now} if now.get(path) not in (old.get(path), new.get(path))] == [], said
    assert now in (old, new) or name in MANY, said
    if code in _DIED:
        assert fault == "killed"
    else:
        # A process that cannot write to stderr either says nothing; its code is what counts.
        assert code in {0, 4, 5, 7, 8}, (code, said)
        assert "Traceback" not in said, said
        assert code or now == new, said
        assert code not in {4, 5, 7} or now == old, said
        if code and "then on" not in fault:
            assert _SAID[fault] in said, said
    for path in left_aside(folder):
        os.utime(path, (time.time() - 100,) * 2)
    sweep(folder)
    assert left_aside(folder) == []
    result = pks(folder, *command(name))
    if now == old:
        assert (result.code, files(folder)) == (0, new), (result, said)
    else:
        assert result.code not in {7, 8, 70}, (result, said)
