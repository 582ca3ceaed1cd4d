"""Where a register's headings stand on its sheet, and which of its rows are no agreements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell, Grid
from pks.inputs.register.columns import meaning_of_heading
from pks.inputs.register.days import plain

_LOOKED_AT: Final = 30
_FEWEST: Final = 2
_LONGEST: Final = 60
_FIGURE: Final = re.compile(r"[0-9]")
_IDLE: Final = frozenset({"skip", "keep", "contact"})


class Headed(NamedTuple):
    """The headings of a sheet, and its rows below them, each with its number in the file, from 1."""

    first: int
    headings: tuple[Cell, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def find_headings(grid: Grid, row: int | None = None) -> Headed | None:
    """The headings: the row that says most about an agreement, or the `row` of the file that is told.

    A second row of headings below merged ones belongs to them. None where no row says two things or more.
    """
    numbers = range(min(_LOOKED_AT, len(grid.rows))) if row is None else range(row - 1, min(row, len(grid.rows)))
    scores = {number: _said(grid.rows[number]) for number in numbers}
    if not scores:
        return None
    best = max(scores, key=lambda number: (scores[number], -number))
    if row is None and scores[best] < _FEWEST:
        return None
    headings, last = grid.rows[best], best
    below = grid.rows[best + 1] if best + 1 < len(grid.rows) else ()
    if row is None and best and _continues(grid.rows[best - 1], headings):
        headings = _joined(grid.rows[best - 1], headings)
    elif row is None and _continues(headings, below):
        headings, last = _joined(headings, below), best + 1
    rows = tuple((number + 1, grid.rows[number]) for number in range(last + 1, len(grid.rows)))
    return Headed(best + 1, headings, rows)


def is_blank(row: Sequence[Cell]) -> bool:
    """Whether nothing stands in the row."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in row)


def is_no_agreement(row: Sequence[Cell], headings: Sequence[Cell]) -> bool:
    """Whether the row heads a part of the register, repeats its headings, or numbers its columns."""
    stated = [cell for cell in row if text_of(cell)]
    again = sum(
        cell is not None and heading is not None and plain(text_of(cell)) == plain(text_of(heading))
        for cell, heading in zip(row, headings, strict=True)
    )
    numbered = len(stated) > _FEWEST and [text_of(cell).strip("() ") for cell in stated] == [
        str(number) for number in range(1, len(stated) + 1)
    ]
    return len(stated) == 1 or again > _FEWEST or numbered


def _said(row: Sequence[Cell]) -> int:
    """How many different things about an agreement the cells of `row` are headings of."""
    meanings = [meaning_of_heading(cell) for cell in row if isinstance(cell, str) and len(cell) < _LONGEST]
    return len({one for one in meanings if one and one not in _IDLE}) * 10 + sum(one is not None for one in meanings)


def _continues(headings: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether the row below holds the finer headings under merged ones: words only, some where the upper has none."""
    stated = [cell for cell in below if cell is not None]
    gaps = [cell for cell, above in zip(below, headings, strict=False) if cell is not None and above is None]
    if not gaps or not any(isinstance(one, str) and meaning_of_heading(one) for one in headings):
        return False
    words = all(isinstance(cell, str) and len(cell) < _LONGEST and not _FIGURE.search(cell) for cell in stated)
    return words and any(meaning_of_heading(str(one)) is not None for one in gaps)


def _joined(headings: Sequence[Cell], below: Sequence[Cell]) -> tuple[Cell, ...]:
    joined: list[Cell] = []
    above: Cell = None
    for upper, lower in zip(headings, below, strict=True):
        above = upper if upper is not None else above if lower is not None else None
        words = " ".join(str(one) for one in (above, lower if lower != above else None) if one is not None)
        joined.append(words or None)
    return tuple(joined)
