"""Measures `pks` beside `python -c pass`, git and the peers that are installed: `python benchmarks/run.py`.

Every figure is the median of several runs of whole processes, the commands of one row taken in turn so that
a machine that slows down slows all of them. Only the ratios carry over to other machines.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final, NamedTuple

from chart import chart
from registers import TODAY, agreement, make, name

ROOT: Final = Path(__file__).parents[1]
PKS: Final = (sys.executable, "-m", "pks", "--today", str(TODAY))
NOTHING: Final = (sys.executable, "-c", "pass")


class Row(NamedTuple):
    """One comparison: seconds of what is measured, and of what it is held against."""

    what: str
    seconds: float
    against: str
    other: float


def main() -> None:
    """Measure, and print or write a table in Markdown."""
    options = _options()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PKS_LANG": "en", "NO_COLOR": "1"}
    for variable in ("PKS_TODAY", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):  # an installed program is compiled
        environment.pop(variable, None)
    rows: list[Row] = []
    memory: list[tuple[str, int]] = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.runs, environment)
        rows.append(bench.pair("`pks --version`", [*PKS, "--version"], "`python -c pass`", NOTHING))
        warm: dict[int, float] = {}
        for size in options.sizes:
            found, warm[size], peaks = bench.register(size)
            rows += found
            memory += peaks
        if len(warm) > 1:
            first, last = min(warm), max(warm)
            rows.append(Row(f"`set --no-commit`, {last:,}", bench.writes[last], f"{first:,}", bench.writes[first]))
    table = _table(rows, memory)
    if options.out:
        options.out.write_text(table, encoding="utf-8")
    if options.chart:
        options.chart.write_text(chart(bench.lines), encoding="utf-8")
    sys.stdout.write(table)


class Bench:
    """Runs commands in turn in registers of its own."""

    def __init__(self, folder: Path, runs: int, environment: dict[str, str]) -> None:
        """Work in `folder`."""
        self.folder, self.runs, self.environment = folder, runs, environment
        for number, who in enumerate(("AUTHOR", "COMMITTER")):
            self.environment |= {f"GIT_{who}_NAME": "Bench", f"GIT_{who}_EMAIL": f"{number}@example.invalid"}
        self.writes: dict[int, float] = {}
        self.lines: dict[str, list[tuple[int, float]]] = {}

    def register(self, size: int) -> tuple[list[Row], float, list[tuple[str, int]]]:
        """All rows of one size, the seconds of a warm `due`, and peak memories in KiB."""
        here = self.folder / str(size)
        register = make(here, size)
        subprocess.run(["git", "init", "-q"], cwd=here, check=True)  # noqa: S607
        subprocess.run(["git", "add", "-A"], cwd=here, check=True)  # noqa: S607
        subprocess.run(["git", *_WHO, "commit", "-qm", "register"], cwd=here, check=True)  # noqa: S607
        due = [*PKS, "due", "--within", "90d"]
        cold, cold_memory = self.once(due, here)
        warm_memory = self.once(due, here)[1]
        rows = [self.pair(f"`due`, {size:,}, warm", due, "`python -c pass`", NOTHING, here)]
        warm = rows[0].seconds
        rows.append(self.pair(f"`due`, {size:,}, warm", due, "`git status`", ["git", "status", "-s"], here))
        rows.append(self.pair(f"`list`, {size:,}, warm", [*PKS, "list"], "`python -c pass`", NOTHING, here))
        changed = self._changed(due, here, register, size)
        rows.append(Row(f"`due`, {size:,}, one file changed", changed, "warm", warm))
        rows += self._peers(size, due, here, cold)
        self.writes[size] = self._write(here)
        rows.append(self._commit(here, register, size))
        self._drawn(size, rows, cold)
        peaks = [(f"`due`, {size:,}, warm", warm_memory), (f"`due`, {size:,}, cold", cold_memory)]
        return rows, warm, peaks

    def pair(
        self, what: str, command: Sequence[str], against: str, other: Sequence[str], here: Path | None = None,
        other_here: Path | None = None,
    ) -> Row:  # fmt: skip
        """The medians of two commands run in turn, after one run of each that does not count."""
        taken: tuple[list[float], list[float]] = ([], [])
        for number in range(self.runs + 1):
            for times, one, where in ((taken[0], command, here), (taken[1], other, other_here or here)):
                seconds = self.once(one, where)[0]
                if number:
                    times.append(seconds)
        return Row(what, median(taken[0]), against, median(taken[1]))

    def once(self, command: Sequence[str], here: Path | None) -> tuple[float, int]:
        """Seconds and peak memory in KiB of one run."""
        start = perf_counter()
        process = subprocess.Popen(
            command, cwd=here, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        return perf_counter() - start, usage.ru_maxrss

    def _changed(self, due: Sequence[str], here: Path, register: Path, size: int) -> float:
        taken = []
        for number in range(self.runs):
            file = next(register.rglob(f"{name(number)}.yaml"))
            file.write_text(f"{agreement(number, size)}# {number}\n", encoding="utf-8")
            taken.append(self.once(due, here)[0])
        subprocess.run(["git", "checkout", "-q", "."], cwd=here, check=True)  # noqa: S607
        return median(taken)

    def _write(self, here: Path) -> float:
        taken = []
        for number in range(self.runs + 1):
            command = [*PKS, "set", name(1), f"x-arsip=Rak {number}", "--no-commit"]
            taken.append(self.once(command, here)[0])
        return median(taken[1:])

    def _commit(self, here: Path, register: Path, size: int) -> Row:
        """A commit by `pks` against one by git, of one file each, in turn."""
        taken: tuple[list[float], list[float]] = ([], [])
        file = next(register.rglob(f"{name(2)}.yaml"))
        for number in range(self.runs + 1):
            ours = self.once([*PKS, "set", name(1), f"x-arsip=Lemari {number}", "--commit"], here)[0]
            file.write_text(f"{agreement(2, size)}# {number}\n", encoding="utf-8")
            theirs = self.once(["git", "commit", "-qm", "one", "--", str(file)], here)[0]
            if number:
                taken[0].append(ours)
                taken[1].append(theirs)
        return Row(f"`set`, {size:,}, with its commit", median(taken[0]), "`git commit`", median(taken[1]))

    def _drawn(self, size: int, rows: Sequence[Row], cold: float) -> None:
        """Keep for the chart what each command costs at `size`."""
        warm = [row for row in rows if row.what == f"`due`, {size:,}, warm"]
        costs = {"pks due, warm": warm[0].seconds, "pks due, cold": cold, "pks set": self.writes[size]}
        costs |= {row.against.strip("`"): row.other for row in warm}
        for what, seconds in costs.items():
            self.lines.setdefault(what, []).append((size, seconds))

    def _peers(self, size: int, due: Sequence[str], here: Path, cold: float) -> list[Row]:
        rows = []
        for peer, prepared in _PEERS.items():
            ready = prepared(self.folder / f"{peer}-{size}", size)
            if ready is None:
                continue
            command, environment = ready
            self.environment |= environment
            first = self.once(command, None)[0]
            rows.append(self.pair(f"`due`, {size:,}, warm", due, f"`{peer}`", command, here))
            if peer == "todoman":
                rows.append(Row(f"`due`, {size:,}, cold", cold, "`todoman`, cold", first))
        return rows


_WHO: Final = ("-c", "user.name=Bench", "-c", "user.email=bench@example.invalid", "-c", "commit.gpgsign=false")
_Ready = tuple[Sequence[str], dict[str, str]]


def _taskwarrior(folder: Path, size: int) -> _Ready | None:
    """As many tasks, a sixth of them due within 90 days; None where it is not installed."""
    program = shutil.which("task")
    if program is None:
        return None
    folder.mkdir()
    (folder / "rc").write_text(f"data.location={folder}\nconfirmation=no\nverbose=nothing\n", encoding="utf-8")
    tasks = [
        {"description": f"Perjanjian {number}", "due": f"{_day(number):%Y%m%dT000000Z}", "status": "pending"}
        for number in range(size)
    ]
    subprocess.run(
        [program, f"rc:{folder / 'rc'}", "import", "-"], input=json.dumps(tasks), text=True, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return [program, f"rc:{folder / 'rc'}", f"due.before:{TODAY + timedelta(days=90)}", "list"], {}


def _todoman(folder: Path, size: int) -> _Ready | None:
    """As many tasks, one a file, as above; None where it is not installed."""
    program = shutil.which("todo")
    if program is None:
        return None
    (folder / "lists" / "kerja").mkdir(parents=True)
    for number in range(size):
        text = (
            f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:bench\r\nBEGIN:VTODO\r\nUID:{number}\r\n"
            f"DTSTAMP:20260101T000000Z\r\nDUE:{_day(number):%Y%m%dT000000Z}\r\nSUMMARY:Perjanjian {number}\r\n"
            "END:VTODO\r\nEND:VCALENDAR\r\n"
        )
        (folder / "lists" / "kerja" / f"{number}.ics").write_text(text, encoding="utf-8")
    (folder / "config.py").write_text(
        f'path = "{folder}/lists/*"\ndate_format = "%Y-%m-%d"\ndefault_list = "kerja"\n'
        f'cache_path = "{folder}/cache.sqlite3"\n',
        encoding="utf-8",
    )
    until = (TODAY + timedelta(days=90) - TODAY).days * 24
    return [program, "--config", str(folder / "config.py"), "list", "--due", str(until)], {}


def _day(number: int) -> object:
    return TODAY + timedelta(days=number * 37 % 540)


_PEERS: Final[dict[str, Callable[[Path, int], _Ready | None]]] = {"task": _taskwarrior, "todoman": _todoman}


def _table(rows: Sequence[Row], memory: Sequence[tuple[str, int]]) -> str:
    lines = ["| what | ms | against | ms | ratio |", "|---|--:|---|--:|--:|"]
    lines += [
        f"| {one.what} | {one.seconds * 1000:,.0f} | {one.against} | {one.other * 1000:,.0f} "
        f"| {one.seconds / one.other:.2f} |"
        for one in rows
    ]
    lines += ["", "| peak memory | MB |", "|---|--:|"]
    lines += [f"| {what} | {peak / 1024:,.0f} |" for what, peak in memory]
    return "\n".join(lines) + "\n"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--huge", dest="sizes", action="store_const", const=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--chart", type=Path, help="draw cost against size into this SVG file")
    parser.add_argument("--out", type=Path, help="write the table to this file as well")
    return parser.parse_args()


if __name__ == "__main__":
    main()
