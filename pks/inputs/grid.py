"""A plain grid of cells: what a sheet, a table of a document or a CSV file comes to, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

Cell = str | int | float | bool | date | datetime | None


class Grid(NamedTuple):
    """One sheet or table. `rows[0]` is row 1 of the file; all rows are of one width; None is an empty cell.

    A cell merged downwards stands in each of its rows; one merged sideways stands in the first of its columns.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def grid(name: str, rows: Iterable[Sequence[Cell]]) -> Grid:
    """The grid of `rows`: padded to one width, without the empty rows and columns at its end."""
    known = [tuple(None if cell == "" else cell for cell in row) for row in rows]
    widths = [_width(row) for row in known]
    while widths and not widths[-1]:
        widths.pop()
    width = max(widths, default=0)
    return Grid(name, tuple((*row[:width], *(None,) * (width - len(row))) for row in known[: len(widths)]))


def letters_of(column: int) -> str:
    """The column at `column`, from 0, as spreadsheets call it: A to Z, AA and so on."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _width(row: Sequence[Cell]) -> int:
    """How many cells there are up to the last that is not empty."""
    width = len(row)
    while width and row[width - 1] is None:
        width -= 1
    return width
