"""A chart of cost against size as SVG, both axes logarithmic: thick lines for `pks`, thin dashed ones for others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import cycle
from math import ceil, floor, log10
from typing import Final

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 800, 460, 90, 20, 190, 50
_OURS: Final = ("#0b62a3", "#5a9bd4", "#0a3d66")
_OTHERS: Final = ("#b8530b", "#3b7a3b", "#7a3b7a", "#6b6b6b", "#a31b3b", "#00838f", "#8d6e00", "#4a4a9c")
_LINE: Final = 15  # pixels that a name takes


def chart(lines: Mapping[str, Sequence[tuple[int, float]]]) -> str:
    """`lines` gives for each command its seconds by number of agreements; its name stands where its line ends."""
    sizes = sorted({size for points in lines.values() for size, _ in points})
    times = [seconds * 1000 for points in lines.values() for _, seconds in points]
    first, last = floor(log10(min(times))), max(ceil(log10(max(times))), floor(log10(min(times))) + 1)

    def across(size: int) -> float:
        reach = log10(sizes[-1] / sizes[0]) or 1
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * log10(size / sizes[0]) / reach

    def down(seconds: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * (log10(seconds * 1000) - first) / (last - first)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/><g font-size="12">',
    ]
    for power in range(first, last + 1):
        y = down(10.0**power / 1000)
        parts.append(f'<path d="M{_LEFT} {y:.0f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{10**power:,g} ms</text>')
    parts += [f'<text x="{across(size):.0f}" y="{_HEIGHT - 28}" text-anchor="middle">{size:,}</text>' for size in sizes]
    parts.append(f'<text x="{_LEFT}" y="{_HEIGHT - 8}">agreements</text>')
    ends = _apart({name: down(points[-1][1]) for name, points in lines.items()})
    colours = {True: cycle(_OURS), False: cycle(_OTHERS)}
    for name, points in lines.items():
        ours = name.startswith("pks")
        colour = next(colours[ours])
        style = 'stroke-width="3"' if ours else 'stroke-width="1.5" stroke-dasharray="5 3"'
        places = " ".join(f"{across(size):.1f},{down(seconds):.1f}" for size, seconds in points)
        parts.append(f'<polyline points="{places}" fill="none" stroke="{colour}" {style}/>')
        x, end = across(points[-1][0]), down(points[-1][1])
        label = _WIDTH - _RIGHT + 24
        parts.append(f'<path d="M{x:.0f} {end:.0f}L{label - 4} {ends[name]:.0f}" stroke="{colour}" opacity="0.4"/>')
        parts.append(f'<text x="{label}" y="{ends[name] + 4:.0f}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*parts, "</g></svg>"]) + "\n"


def _apart(wanted: Mapping[str, float]) -> dict[str, float]:
    """The heights of the names, near where they are wanted, none over another."""
    placed: dict[str, float] = {}
    below = float(_HEIGHT - _BOTTOM + _LINE)
    for name, height in sorted(wanted.items(), key=lambda one: one[1], reverse=True):
        below = placed[name] = min(height, below - _LINE)
    return placed
