"""Real faults, put by strace into the system calls of a real process: killed, full, failing, interrupted, forbidden."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from pks.store.disk.rescue import sweep
from tests.cli.processes import environment
from tests.faults.running import before_and_after, command, pks
from tests.faults.scenes import MANY, files, left_aside, prepare
from tests.faults.warm import Warm

# Those after a question mark are not of every machine.
_CALLS: Final = (
    "openat,read,write,fsync,close,fstat,?newfstatat,?statx,?stat,?lstat,?access,?faccessat,?faccessat2,getdents64,"
    "?rename,?renameat,?renameat2,?link,?linkat,?unlink,?unlinkat,?rmdir,?mkdir,?mkdirat,"
    "fchmod,fchown,?ftruncate,?utimensat,flock"
)
COMMANDS: Final = ("set", "new", "attach", "rename", "register", "report send", "import")
FAULTS: Final = {
    "killed": "signal=KILL",
    "ENOSPC": "error=ENOSPC",
    "EIO from then on": "error=EIO",
    "EINTR": "error=EINTR",
    "EACCES": "error=EACCES",
}
_SAID: Final = {
    "ENOSPC": "No space left",
    "EIO from then on": "Input/output error",
    "EINTR": "Interrupted",
    "EACCES": "Permission denied",
}
# The calls that may meet each of them; where nothing is said, any.
_MAKES: Final = frozenset(
    {"openat", "rename", "renameat", "renameat2", "link", "linkat", "mkdir", "mkdirat", "fchmod", "fchown"}
)
_REMOVES: Final = frozenset({"unlink", "unlinkat", "rmdir"})
_LOOKS: Final = frozenset({"newfstatat", "statx", "stat", "lstat", "access", "faccessat", "faccessat2", "getdents64"})
_ANSWERED_BY: Final = {
    # A process that ends at a call that only looks leaves what it leaves at the next that does something.
    "killed": _MAKES | _REMOVES | {"write", "fsync", "close", "ftruncate", "utimensat", "flock"},
    "ENOSPC": _MAKES | {"write", "fsync", "close", "ftruncate"},
    "EINTR": frozenset({"openat", "read", "write", "fsync", "close", "flock"}),
    "EACCES": _MAKES | _REMOVES | _LOOKS,
}
# Python says no more of these than that it may not.
_ASKED_FOR_LEAVE: Final = frozenset({"access", "faccessat", "faccessat2"})
# Points of a process that is begun for each: so many of a command, spread evenly over its calls.
COLD_POINTS: Final = 6
# The interpreter itself dies of these: nothing of ours runs any more.
_DIED: Final = frozenset({-9, 137})

# Runs a command in a folder, with options for strace; its code and what it said on stderr.
Run = Callable[..., tuple[int, str]]


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


@contextmanager
def _forks(tmp_path: Path, name: str) -> Iterator[Run]:
    """Runs in forks of a process that has everything loaded: the system calls of a run, without those of a start."""
    (tmp_path / "warm").mkdir()
    prepare(tmp_path / "warm")
    with Warm(tmp_path / "warm", "--no-index", *command(name)) as warm:
        yield lambda folder, *options: warm.traced(
            folder, ["strace", "-f", *options, "-p"], "--no-index", *command(name)
        )


@contextmanager
def _starts(tmp_path: Path, name: str) -> Iterator[Run]:
    """Runs in processes that are begun for it."""

    def run(folder: Path, *options: str) -> tuple[int, str]:
        # In the quick way strace puts errors, but no signals, into calls.
        quick = () if any("signal=" in option for option in options) else ("--seccomp-bpf",)
        call = ["strace", "-f", *quick, "-qq", *options, sys.executable, "-m", "pks", "--no-index", *command(name)]
        done = subprocess.run(
            call, check=False, cwd=folder, env=environment() | {"PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        return done.returncode, done.stderr

    _fresh(tmp_path / "warm")
    run(tmp_path / "warm", "-o", os.devnull)  # the first run compiles what it imports, and the others do not
    yield run


def _fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    prepare(folder)


def points(folder: Path, fault: str, run: Run) -> list[Point]:
    """The calls that a run makes from the lock on, as far as they concern the register and may meet the fault."""
    log = folder.parent / "trace"
    _fresh(folder)
    code, said = run(folder, "-y", "-o", str(log), "-e", f"trace={_CALLS}")
    assert code == 0, said
    seen: dict[str, int] = {}
    found, begun = [], False
    for line in log.read_text(errors="replace").splitlines():
        match = re.match(r"[0-9]+ +([a-z0-9]+)\(", line)
        if match is None:
            continue
        seen[match[1]] = seen.get(match[1], 0) + 1
        begun = begun or "cache/lock" in line
        if begun and str(folder) in line:
            found.append(Point(match[1], seen[match[1]]))
    return [point for point in found if point.call in _ANSWERED_BY.get(fault, {point.call})]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_fault_of_the_system_tears_a_file_or_lies_about_it(tmp_path: Path, name: str) -> None:
    with _forks(tmp_path, name) as run:
        for fault in FAULTS:
            found = points(tmp_path / "runs", fault, run)
            assert len(found) >= 14
            _try(tmp_path, name, fault, run, found)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", ["set", "report send"])
def test_nor_where_the_process_begins_with_nothing_loaded(tmp_path: Path, name: str, fault: str) -> None:
    with _starts(tmp_path, name) as run:
        found = points(tmp_path / "runs", fault, run)
        decisive = [point for point in found if point.call in {"rename", "renameat", "renameat2"}]
        _try(tmp_path, name, fault, run, [*found[:: -(-len(found) // COLD_POINTS)], *decisive])


def _try(tmp_path: Path, name: str, fault: str, run: Run, found: list[Point]) -> None:
    """Have the fault come at each point in turn, and judge what it left."""
    folder, log = tmp_path / "runs", tmp_path / "log"
    every = "+" if "then on" in fault else ""
    missed = []
    for point in found:
        _fresh(folder)
        inject = f"inject={point.call}:{FAULTS[fault]}:when={point.number}{every}"
        code, said = run(folder, "-o", str(log), "-e", f"trace={_CALLS}", "-e", inject)
        # A run may make a call less than the one that was counted: then the fault came too late.
        if "INJECTED" not in log.read_text(errors="replace") and code not in _DIED:
            missed.append(point)
        _judge(folder, name, fault, point, code, said)
    print(f"{fault}: {len(found) - len(missed)} points, {len(missed)} missed")  # noqa: T201  # shown with -rP
    assert len(missed) <= 3, missed


def _judge(folder: Path, name: str, fault: str, point: Point, code: int, said: str) -> None:
    old, new = before_and_after(name)
    now, what = files(folder), (point, code, said)
    assert [path for path in {*old, *new, *now} if now.get(path) not in (old.get(path), new.get(path))] == [], what
    assert now in (old, new) or name in MANY, what
    if code in _DIED:
        assert fault == "killed", what
    else:
        # A process that cannot write to stderr either says nothing; its code is what counts.
        assert code in {0, 4, 5, 7, 8}, what
        assert "Traceback" not in said, what
        assert code or now == new, what
        assert code not in {4, 5, 7} or now == old, what
        if code and "then on" not in fault and point.call not in _ASKED_FOR_LEAVE:
            assert _SAID[fault] in said, what
    for path in left_aside(folder):
        os.utime(path, (time.time() - 100,) * 2)
    sweep(folder)
    assert left_aside(folder) == []
    result = pks(folder, *command(name))
    if now == old:
        assert (result.code, files(folder)) == (0, new), (result, what)
    else:
        assert result.code not in {7, 8, 70}, (result, what)
