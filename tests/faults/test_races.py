"""Many processes at once, some of them killed: no acknowledged edit is lost, nobody ever reads half a file."""

from __future__ import annotations

import gc
import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from pks.store.disk.lock import locked
from pks.store.disk.rescue import sweep
from pks.store.reading import understand
from tests.conftest import git
from tests.faults.forks import ended, forked, has_ended
from tests.faults.running import pks
from tests.faults.scenes import left_aside

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and SIGKILL")

ID: Final = "2026-ramai"
WRITERS: Final = 16
EDITS: Final = 50
ROUNDS: Final = 20
READS: Final = 100_000
HEAD: Final = b"title: Ramai   # dari map\nparties:\n  - {key: a, name: A}\n"
TAIL: Final = b"history:\n  - {date: 2026-01-05, stage: draft}\n"


@dataclass
class Writer:
    """One of those who write: its number, its process, with how many edits that began, how often it was killed."""

    number: int
    acknowledged: Path
    process: int = 0
    begun: int = 0
    kills: int = 0

    def saved(self) -> list[str]:
        """The edits that were acknowledged, in order."""
        return self.acknowledged.read_text().split()


def edit(writer: int, number: int) -> tuple[str, str]:
    """A key and a value: every fifth edit appends to a list of all, the next sets a field of all, others one's own."""
    value = f"w{writer}-{number}"
    return {0: ("scope.+", value), 1: ("x-all", value)}.get(number % 5, (f"x-w{writer}", value))


def write_on(folder: Path, writer: Writer, edits: int, commit: str) -> int:
    """Make the edits that were not acknowledged yet, and note each that is; 1 where the last of one's own is gone."""
    file, key = folder / "agreements" / f"{ID}.yaml", f"x-w{writer.number}"
    with writer.acknowledged.open("a") as noted:
        begun = len(writer.saved())
        for number in range(begun, edits):
            own = _last(writer.number, number, key)
            # Just begun anew, one may have written the next without having had an answer.
            if number > begun and own and f"\n{key}: {own}\n".encode() not in file.read_bytes():
                return 1
            where, value = edit(writer.number, number)
            while pks(folder, "set", ID, f"{where}={value}", commit).code:
                pass  # told to try again
            noted.write(f"{value}\n")
            noted.flush()
    return 0


def read_on(path: Path, told: Path, until: Path) -> int:
    """Read the file again and again; what was read more than once is looked at once. 1 where it was half a file."""
    seen, count = set[bytes](), 0
    while not until.exists():
        for _ in range(50):
            content = path.read_bytes()
            count += 1
            if content not in seen:
                seen.add(content)
                if not (content.startswith(HEAD) and content.endswith(TAIL)) or understand(content, "x").errors:
                    told.write_bytes(content)
                    return 1
        time.sleep(0.05)
    told.write_text(str(count))
    return 0


@dataclass
class Round:
    """What one round left: the file, who wrote what, how often somebody was killed."""

    file: Path
    writers: list[Writer] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """How many processes were killed."""
        return sum(writer.kills for writer in self.writers)


def race(folder: Path, writers: int, edits: int, *, kill_every_s: float | None, commit: str = "--no-commit") -> Round:
    """Have all write at once; one at random is killed every so often and goes on where it was."""
    (folder / "agreements" / ".pks").mkdir(parents=True, exist_ok=True)
    file = folder / "agreements" / f"{ID}.yaml"
    done = Round(file)
    chance = random.Random(len(str(folder)))  # no secret
    for number in range(writers):
        one = Writer(number, folder / f"acknowledged-{number}")
        one.acknowledged.touch()
        done.writers.append(one)
    # What a fork would import is there by then, and no collection of garbage makes it copy this process's memory.
    assert pks(folder, "set", ID, "x-begun=1", commit).code == 0
    gc.freeze()
    for one in done.writers:
        one.process = forked(_task(folder, one, edits, commit))
    running = list(done.writers)
    while running:
        time.sleep(kill_every_s or 0.05)
        for one in list(running):
            code = has_ended(one.process)
            if code is not None:
                assert code == 0
                running.remove(one)
        # One that was killed gets as far as its next edit before it is killed again: else nobody would get ahead.
        ahead = [one for one in running if len(one.saved()) > one.begun]
        if ahead and kill_every_s:
            victim = chance.choice(ahead)
            os.kill(victim.process, signal.SIGKILL)
            if ended(victim.process) < 0:
                victim.kills += 1
            victim.begun = len(victim.saved())
            victim.process = forked(_task(folder, victim, edits, commit))
    return done


def _task(folder: Path, writer: Writer, edits: int, commit: str) -> Callable[[], int]:
    return partial(write_on, folder, writer, edits, commit)


def judge(done: Round, edits: int) -> None:
    """Every edit that was acknowledged is in the file; what is there besides is of somebody killed meanwhile."""
    reading = understand(done.file.read_bytes(), "x")
    assert reading.errors == ()
    assert reading.text is not None
    text, scope = reading.text, Counter(reading.value.scope if reading.value else ())
    for writer in done.writers:
        saved = writer.saved()
        assert saved == [f"w{writer.number}-{number}" for number in range(edits)]
        assert f"\nx-w{writer.number}: {_last(writer.number, edits, f'x-w{writer.number}')}\n" in text
    appended = [f"w{writer.number}-{number}" for writer in done.writers for number in range(0, edits, 5)]
    assert set(scope) == set(appended)
    assert sum(scope.values()) - len(appended) <= done.kills
    [everyone] = [line.removeprefix("x-all: ") for line in text.splitlines() if line.startswith("x-all: ")]
    assert everyone in {f"w{writer.number}-{number}" for writer in done.writers for number in range(1, edits, 5)}
    root = done.file.parent
    for path in left_aside(root):
        os.utime(path, (1, 1))
    sweep(root)
    assert left_aside(root) == []


def _last(writer: int, edits: int, key: str) -> str | None:
    """What the last of so many edits gave `key`."""
    return next(
        (value for name, value in (edit(writer, number) for number in reversed(range(edits))) if name == key), None
    )


@pytest.mark.slow
def test_sixteen_writers_lose_nothing_and_readers_see_whole_files(tmp_path: Path) -> None:
    reads = edits = kills = 0
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        (folder / "agreements").mkdir(parents=True)
        (folder / "agreements" / f"{ID}.yaml").write_bytes(HEAD + TAIL)
        told, until = folder / "told", folder / "over"
        reader = forked(partial(read_on, folder / "agreements" / f"{ID}.yaml", told, until))
        done = race(folder, WRITERS, EDITS, kill_every_s=0.05 if number % 4 else None)
        until.touch()
        assert ended(reader) == 0, told.read_bytes() if told.exists() else "the reader failed"
        judge(done, EDITS)
        reads, edits, kills = reads + int(told.read_text()), edits + WRITERS * EDITS, kills + done.kills
    print(f"{edits} edits, {kills} kills, {reads} reads")  # noqa: T201  # shown with -rP
    assert edits >= 16_000
    assert reads >= READS
    assert kills >= ROUNDS * WRITERS


@pytest.mark.slow
def test_writers_that_commit_lose_nothing_either(register: Path) -> None:
    folder = register.parent
    (folder / "agreements" / f"{ID}.yaml").write_bytes(HEAD + TAIL)
    (folder / ".gitignore").write_text("/acknowledged-*\n")
    git("add", "-A")
    git("commit", "-qm", "agreement")
    done = race(folder, 4, 15, kill_every_s=0.6, commit="--commit")
    judge(done, 15)
    _settled(folder)
    assert pks(folder, "set", ID, "x-end=1", "--commit").code == 0
    assert git("status", "--porcelain") == ""
    subprocess.run(["git", "fsck", "--strict"], check=True, capture_output=True)
    commits = git("log", "--format=%s").splitlines()
    assert commits.count(f"{ID}: set scope.+") >= 4 * 3 - done.kills
    print(f"{4 * 15} edits, {done.kills} kills, {len(commits)} commits")  # noqa: T201


def _settled(folder: Path) -> None:
    """A git whose pks was killed goes on to its end."""
    until = time.monotonic() + 20
    while (folder / ".git" / "index.lock").exists() and time.monotonic() < until:
        time.sleep(0.05)


def test_a_lock_that_a_killed_process_held_delays_nobody(register: Path) -> None:
    (register / f"{ID}.yaml").write_bytes(HEAD + TAIL)
    held = register.parent / "held"

    def hold() -> None:
        with locked(register):
            held.touch()
            time.sleep(60)

    for number in range(3):
        holder = forked(hold)
        while not held.exists():
            time.sleep(0.01)
        held.unlink()
        os.kill(holder, signal.SIGKILL)
        assert ended(holder) == -signal.SIGKILL
        with locked(register, wait=0):  # the first try, or a refusal
            pass
        assert pks(register.parent, "set", ID, f"x-a={number}", "--no-commit").code == 0
