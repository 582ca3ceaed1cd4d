"""Whole processes, timed in turn, so that a machine that slows down slows all of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
# Somebody small starts what is measured: the system counts the memory of whoever starts a process as its own.
_STARTER: Final = """
import json, os, sys, time
nowhere = os.open(os.devnull, os.O_RDWR)
streams = [(os.POSIX_SPAWN_DUP2, nowhere, at) for at in (0, 1, 2)]
begun = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=streams)
_, status, used = os.wait4(child, 0)
print(json.dumps([time.perf_counter() - begun, os.waitstatus_to_exitcode(status), used.ru_maxrss]))
"""


class Command(NamedTuple):
    """A process to time: what to run, where, with which variables; `before` happens before the clock starts.

    `words` that differ from run to run are asked for at each.
    """

    words: Sequence[str] | Callable[[], Sequence[str]]
    here: Path | None = None
    variables: Mapping[str, str] | None = None
    before: Callable[[], object] | None = None


class Taken(NamedTuple):
    """Seconds and peak memory in MiB of every run; the memory is that of the largest of its processes."""

    seconds: list[float]
    memory: list[float]

    @property
    def median(self) -> float:
        """In seconds."""
        return median(self.seconds)

    def against(self, other: Taken) -> float:
        """The median of the ratios of the runs that were taken together."""
        return median(ours / theirs for ours, theirs in zip(self.seconds, other.seconds, strict=False))

    def without(self, other: Taken) -> Taken:
        """What each run took longer than that of `other` taken together with it: less than nothing by noise alone."""
        return Taken([ours - less for ours, less in zip(self.seconds, other.seconds, strict=True)], [])


class Runner:
    """Runs commands with the same variables, however it was started itself."""

    def __init__(self) -> None:
        """Git has an author, and no settings of anybody's."""
        # An installed program is compiled, and no terminal is attached.
        left_out = {"PKS_TODAY", "PKS_DIR", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
        self._variables = {name: value for name, value in os.environ.items() if name not in left_out}
        self._variables |= {"NO_COLOR": "1", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
        for who in ("AUTHOR", "COMMITTER"):
            self._variables |= {f"GIT_{who}_NAME": "Bench", f"GIT_{who}_EMAIL": "bench@example.invalid"}

    def in_turn(self, commands: Mapping[str, Command], runs: int, *, settle: bool = True) -> dict[str, Taken]:
        """All of `commands`, one after the other, `runs` times; first once more to settle, which does not count.

        Raises:
            RuntimeError: for a command that fails, since that costs something else.
        """
        taken = {name: Taken([], []) for name in commands}
        for number in range(-1 if settle else 0, runs):
            for name, command in commands.items():
                seconds, memory = self._once(name, command)
                if number >= 0:
                    taken[name].seconds.append(seconds)
                    taken[name].memory.append(memory)
        return taken

    def git(self, here: Path, *words: str) -> None:
        """Run git in `here`, unmeasured."""
        subprocess.run(["git", *words], cwd=here, env=self._variables, check=True)  # noqa: S607

    def said(self, command: Command) -> str:
        """What `command` prints, unmeasured."""
        words = command.words() if callable(command.words) else command.words
        variables = {**self._variables, **(command.variables or {})}
        done = subprocess.run(words, cwd=command.here, env=variables, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def _once(self, name: str, command: Command) -> tuple[float, float]:
        if command.before:
            command.before()
        words = command.words() if callable(command.words) else command.words
        variables = {**self._variables, **(command.variables or {})}
        starter = [sys.executable, "-I", "-S", "-c", _STARTER, *words]
        said = subprocess.run(starter, cwd=command.here, env=variables, stdout=subprocess.PIPE, check=True).stdout
        seconds, code, kilobytes = json.loads(said)
        if code:
            raise RuntimeError(f"{name} ended with {code}: {' '.join(words)}")
        return seconds, kilobytes / 1024


def told(what: str) -> None:
    """Say on a terminal what is being done: the large registers take minutes."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{what}" + ("" if what else "\r"))
        sys.stderr.flush()
