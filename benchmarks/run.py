"""Measures `pks` beside Python, git and the peers that are installed: `python -m benchmarks.run`, from the top.

Every figure is the median of several runs of whole processes, the commands of one row taken in turn; every ratio
the median of the ratios of the runs taken together. Only the ratios carry over to other machines.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.bench import Bench
from benchmarks.chart import chart
from benchmarks.measure import ROOT, told
from benchmarks.peers import missing
from benchmarks.rows import costs, goals

_DRAWN: Final[tuple[str, ...]] = (
    "pks due, warm", "pks due, cold", "pks set, no commit", "python -c pass", "git status", "grep + awk",
    "Taskwarrior", "recutils", "ledger, one file", "todoman", "papis, SQLite",
)  # fmt: skip
_BEGIN: Final = "<!-- measured by benchmarks/run.py: -->\n"
_END: Final = "<!-- measured, end -->\n"


def main() -> None:
    """Measure, and print or write the tables and the chart."""
    options = _options()
    gone = missing()
    if gone:
        sys.stderr.write(f"not installed and left out: {gone}\n")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        bench = Bench(Path(folder), options.runs)
        try:
            _measure(bench, sorted(options.sizes))
        finally:  # what was measured before somebody lost patience is worth having
            told("")
            _write(bench, options)


def _measure(bench: Bench, sizes: Sequence[int]) -> None:
    bench.start()
    for size in sizes:
        bench.register(size)
    if {100, 10_000} <= set(sizes):
        bench.writes(100, 10_000)
    for size in sizes:
        bench.informative(size)


def _write(bench: Bench, options: argparse.Namespace) -> None:
    tables = "\n".join([*goals(bench.pairs, bench.memory), "", *costs(bench.lines, bench.rows)]) + "\n"
    drawn = options.chart or (ROOT / "benchmarks" / "cost.svg" if options.readme else None)
    shown = {name: bench.lines[name] for name in _DRAWN if name in bench.lines}
    if drawn and shown:
        drawn.write_text(chart(shown), encoding="utf-8")
    if options.out:
        options.out.write_text(tables, encoding="utf-8")
    if options.readme:
        _write_readme(tables)
    sys.stdout.write(tables)


def _write_readme(tables: str) -> None:
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    readme.write_text(f"{before}{_BEGIN}\n{tables}\n{_END}{after}", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--huge", dest="sizes", action="store_const", const=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=7, help="runs that count, of which the median is taken")
    parser.add_argument("--folder", type=Path, help="make the registers in a folder of their own below this one")
    parser.add_argument("--chart", type=Path, help="draw cost against size into this SVG file")
    parser.add_argument("--out", type=Path, help="write the tables to this file as well")
    parser.add_argument(
        "--readme", action="store_true", help="write the tables into README.md, and benchmarks/cost.svg"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
