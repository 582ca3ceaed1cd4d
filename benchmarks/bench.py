"""The measurements: what is run at each size, and what is held against what."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from time import sleep
from typing import Final

from benchmarks.lives import TODAY
from benchmarks.measure import ROOT, Command, Runner, Taken, told
from benchmarks.peers import items, present
from benchmarks.registers import make
from benchmarks.rows import Pair

_MANY: Final = 10_000  # the size most goals are about
_LARGE: Final = 100_000
# A file is read again for as long as its last change may have shared a tick of the clock with the scan.
_SETTLED: Final = 0.3
# What a search without any index costs: the first day and the years of every file, what ends in 90 days worked out.
_SEARCH: Final = (
    "grep -rE --include='*.yaml' '^  (starts|length): ' agreements | awk '"
    '/starts:/ {split($NF, s, "-")} /length:/ {y = $(NF-1); d = (s[1] + y) "-" s[2] "-" s[3]; '
    f'if (d >= "{TODAY}" && d <= "{TODAY + timedelta(days=90)}") print d, $1}}\''
)


class Bench:
    """Measures register after register, and keeps what the tables and the chart need."""

    def __init__(self, folder: Path, runs: int) -> None:
        """Work below `folder`; every figure is the median of `runs`."""
        self.pairs: dict[str, Pair] = {}
        self.memory: dict[str, float] = {}
        self.lines: dict[str, list[tuple[int, float]]] = {}
        self.rows: dict[int, int] = {}
        self._folder, self._runs, self._runner = folder, runs, Runner()
        self._files: dict[int, list[Path]] = {}

    def start(self) -> None:
        """What every command pays."""
        told("start-up")
        commands = {"ours": Command([*_PKS, "--version"], None, _PATH), "python": _PYTHON}
        self._keep("start", self._runner.in_turn(commands, self._runs * 3), "python")

    def register(self, size: int) -> None:
        """A register of `size`: cold, then warm beside everything else, then with one file changed."""
        told(f"{size:,}: making the register")
        here = self._folder / str(size)
        self._files[size] = make(here, size)
        self._runner.git(here, "init", "-q")
        self._runner.git(here, "add", "-A")
        self._runner.git(here, "commit", "-qm", "register")
        commands = {"pks due": _due(here), "python -c pass": _PYTHON}
        commands["git status"] = Command(["git", "status", "--short"], here)
        commands["grep + awk"] = Command(["sh", "-c", _SEARCH], here)
        colds = {"pks due, cold": _due(here, before=_removing(here / "agreements" / ".pks" / "cache"))}
        self._peers(size, commands, colds)
        self._cold(size, colds)
        self._warm(size, commands)
        if size == _MANY:
            self._changed(here, size)

    def writes(self, small: int, large: int) -> None:
        """The same edit in a small and a large register, in turn; then with its commit, beside git's own."""
        told(f"edits in {small:,} and {large:,}")
        commands = {
            "ours": self._edit(large, 1, "--no-commit"),
            "small": self._edit(small, 1, "--no-commit"),
        }
        taken = self._runner.in_turn(commands, self._runs)
        self._keep("write", taken, "small")
        for size, name in ((small, "small"), (large, "ours")):
            self.lines.setdefault("pks set, no commit", []).append((size, taken[name].median))
        here = self._folder / str(large)
        self._runner.git(here, "commit", "-qam", "edits")
        edited = self._files[large][2]
        commands = {
            "edit": self._edit(large, 2, "--no-commit"),
            "git": Command(["git", "commit", "-qm", "one", "--", str(edited)], here),
            "commit": self._edit(large, 3, "--commit"),
        }
        taken = self._runner.in_turn(commands, self._runs * 3)  # a small difference of two large figures
        self.pairs["commit-adds"] = Pair(taken["commit"].without(taken["edit"]), taken["git"])
        self.pairs["commit-whole"] = Pair(taken["commit"], taken["git"])

    def informative(self, size: int) -> None:
        """What else reads everything; `check` parses every file anew, a hundred thousand take it half an hour."""
        told(f"{size:,}: list, tree, stats, check")
        here = self._folder / str(size)
        names = ("list", "tree", "stats", *(("check",) if size < _LARGE else ()))
        commands = {f"pks {name}": Command([*_PKS, name], here, _PATH) for name in names}
        taken = self._runner.in_turn(commands, min(3, self._runs) if size < _MANY else 1, settle=size < _MANY)
        for name, one in taken.items():
            self.lines.setdefault(name, []).append((size, one.median))

    def _peers(self, size: int, commands: dict[str, Command], colds: dict[str, Command]) -> None:
        """Add to `commands` what is installed, and to `colds` what keeps something it can forget."""
        all_items = items(size)
        for peer, program in present(size):
            told(f"{size:,}: making the items of {peer.name}")
            folder = self._folder / f"{size}-{peer.program}-{len(commands)}"
            folder.mkdir()
            ready = peer.prepare(program, folder, all_items)
            commands[peer.name] = Command(ready.command, None, ready.variables)
            if ready.cache:
                colds[f"{peer.name}, cold"] = commands[peer.name]._replace(before=_removing(ready.cache))

    def _cold(self, size: int, colds: dict[str, Command]) -> None:
        told(f"{size:,}: cold")
        taken = self._runner.in_turn(colds, 1 if size >= _LARGE else min(3, self._runs), settle=False)
        for name, one in taken.items():
            self.lines.setdefault(name, []).append((size, one.median))
        self.memory[f"{size}-cold"] = max(taken["pks due, cold"].memory)
        if size == _MANY and "todoman, cold" in taken:
            self.pairs["cold"] = Pair(taken["pks due, cold"], taken["todoman, cold"])

    def _warm(self, size: int, commands: dict[str, Command]) -> None:
        told(f"{size:,}: warm")
        sleep(_SETTLED)
        self.rows[size] = self._runner.said(commands["pks due"]).count("\n") - 1  # one has the names
        taken = self._runner.in_turn(commands, self._runs)
        for name, one in taken.items():
            self.lines.setdefault(f"{name}, warm" if name == "pks due" else name, []).append((size, one.median))
        self.memory[f"{size}-warm"] = max(taken["pks due"].memory)
        for key, other in (
            ("due-100", "python -c pass"), ("due-10000-task", "Taskwarrior"), ("due-10000-git", "git status"),
            ("due-100000-git", "git status"),
        ):  # fmt: skip
            if key.split("-")[1] == str(size) and other in taken:
                self.pairs[key] = Pair(taken["pks due"], taken[other])

    def _changed(self, here: Path, size: int) -> None:
        told(f"{size:,}: one file changed")
        numbers = count()

        def change() -> None:
            file = self._files[size][next(numbers) * 97 % size]
            file.write_text(f"{file.read_text(encoding='utf-8')}# dibaca\n", encoding="utf-8")
            sleep(_SETTLED)

        commands = {"ours": _due(here, before=change), "warm": _due(here)}
        self._keep("changed", self._runner.in_turn(commands, self._runs), "warm")
        self._runner.git(here, "checkout", "-q", ".")
        self._runner.in_turn({"warm": _due(here)}, 1)

    def _keep(self, key: str, taken: dict[str, Taken], other: str) -> None:
        self.pairs[key] = Pair(taken["ours"], taken[other])

    def _edit(self, size: int, number: int, commits: str) -> Command:
        """Another value at every run, so that there is something to write."""
        file, numbers = self._files[size][number], count()

        def words() -> list[str]:
            return [*_PKS, "set", file.stem, f"x-arsip=Lemari {next(numbers)}", commits]

        return Command(words, self._folder / str(size), _PATH)


def _due(here: Path, before: Callable[[], object] | None = None) -> Command:
    return Command([*_PKS, "due", "--within", "90d"], here, _PATH, before)


_PKS: Final = (sys.executable, "-m", "pks", "--lang", "en", "--today", str(TODAY))
_PATH: Final = {"PYTHONPATH": str(ROOT)}
_PYTHON: Final = Command([sys.executable, "-c", "pass"])


def _removing(cache: Path) -> Callable[[], object]:
    def remove() -> None:
        if cache.is_dir():
            shutil.rmtree(cache)
        else:
            cache.unlink(missing_ok=True)

    return remove
