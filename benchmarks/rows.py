"""What is to be reached, row by row, and the tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from benchmarks.measure import Taken


class Goal(NamedTuple):
    """`what` against `other` at `size`: at most `reach` times as long, better `aim` times."""

    key: str
    what: str
    other: str
    reach: float
    aim: float


GOALS: Final = (
    Goal("start", "start-up: `pks --version`", "`python -c pass`", 7, 2),
    Goal("due-100", "`due --within 90d`, 100 agreements, warm", "`python -c pass`", 9, 3.5),
    Goal("due-10000-task", "the same, 10,000", "Taskwarrior `due.before`, 10,000 tasks", 0.7, 0.4),
    Goal("due-10000-git", "the same, 10,000", "`git status` there", 6, 3.5),
    Goal("due-100000-git", "the same, 100,000", "`git status` there", 4.5, 2.5),
    Goal("changed", "the same, 10,000, after one file changed", "the same, unchanged", 1.2, 1.1),
    Goal("cold", "the same, 10,000, cold", "todoman, cold, 10,000 to-dos", 1.0, 0.4),
    Goal("write", "`set --no-commit`, 10,000 agreements", "the same, 100 agreements", 1.4, 1.1),
    Goal("commit-adds", "what `set --commit` adds to `set --no-commit`, 10,000", "`git commit` of one file", 2, 1.3),
)
_MEMORY: Final = (
    ("warm", "peak memory of `due`, 100,000, warm (the largest process)", 120, 60),
    ("cold", "peak memory of `due`, 100,000, cold (the largest process)", 350, 200),
)


class Pair(NamedTuple):
    """Two series of runs that were taken in turn."""

    ours: Taken
    other: Taken


def goals(pairs: Mapping[str, Pair], memory: Mapping[str, float]) -> list[str]:
    """The table of what is to be reached; what was not measured in this run has a dash."""
    lines = ["| what | ms | against | ms | ratio | reach | aim | met |", "|---|--:|---|--:|--:|--:|--:|---|"]
    for goal in GOALS:
        pair = pairs.get(goal.key)
        asked = f"{goal.reach:g}× | {goal.aim:g}×"
        if pair is None:
            lines.append(f"| {goal.what} | – | {goal.other} | – | – | {asked} | – |")
            continue
        ratio = pair.ours.against(pair.other)
        lines.append(
            f"| {goal.what} | {_ms(pair.ours)} | {goal.other} | {_ms(pair.other)} | {ratio:.2f}× | {asked} "
            f"| {_met(ratio, goal.reach, goal.aim)} |"
        )
    whole = pairs.get("commit-whole")
    if whole:
        ratio = whole.ours.against(whole.other)
        lines.append(
            f"| the whole `set --commit`, start-up included, 10,000 | {_ms(whole.ours)} | `git commit` of one file "
            f"| {_ms(whole.other)} | {ratio:.2f}× | | | |"
        )
    for key, what, reach, aim in _MEMORY:
        found = memory.get(f"100000-{key}")
        shown = f"{found:.0f} MB | {reach} | {aim} | {_met(found, reach, aim)}" if found else f"– | {reach} | {aim} | –"
        lines.append(f"| {what} | | | | {shown} |")
    return lines


def costs(lines: Mapping[str, Iterable[tuple[int, float]]], rows: Mapping[int, int]) -> list[str]:
    """Milliseconds by number of agreements, a row for each command; and how many rows `due` has."""
    points = {name: dict(found) for name, found in lines.items()}
    sizes = sorted({size for found in points.values() for size in found})
    table = ["| ms | " + " | ".join(f"{size:,}" for size in sizes) + " |", "|---|" + "--:|" * len(sizes)]
    for name, found in points.items():
        cells = (f"{found[size] * 1000:,.0f}" if size in found else "–" for size in sizes)
        table.append(f"| {name} | {' | '.join(cells)} |")
    table.append(
        f"| rows that `due` prints | {' | '.join(f'{rows[size]:,}' if size in rows else '–' for size in sizes)} |"
    )
    return table


def _ms(taken: Taken) -> str:
    return f"{taken.median * 1000:,.0f}"


def _met(value: float, reach: float, aim: float) -> str:
    if value <= 0:
        return "too noisy to say"
    return "aim" if value <= aim else "yes" if value <= reach else "no"
