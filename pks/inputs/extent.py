"""How far the cells of a sheet reach, found by a stream before a reader makes room for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from pks.errors import InvalidError
from pks.message import Message

MOST_ROWS: Final = 100_000
MOST_CELLS: Final = 1_000_000
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.ASCII)
Merged = tuple[tuple[int, int], tuple[int, int]]  # the first and last row and column, from 0
Start = Callable[[str, Mapping[str, str]], None]


def check_extent(file: str, sheet: str, rows: int, columns: int) -> None:
    """Refuse a sheet of so many rows and columns when it is too large.

    Raises:
        InvalidError: it has over `MOST_ROWS` rows, or over `MOST_CELLS` cells, empty ones counted.
    """
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise InvalidError(
            Message(
                "foreign.sheet-large", file=file, sheet=sheet, rows=rows, columns=columns,
                most_rows=MOST_ROWS, most_cells=MOST_CELLS,
            )
        )  # fmt: skip


class Farthest:
    """The last row and column seen of a sheet, which is refused as soon as it is too large."""

    def __init__(self, file: str, sheet: str) -> None:
        """Begin with nothing seen of `sheet`."""
        self.file, self.sheet, self.row, self.column = file, sheet, 0, 0

    def seen(self, row: int, column: int) -> None:
        """A cell is there, its row and column counted from 1; raises as `check_extent`."""
        if row > self.row or column > self.column:
            self.row, self.column = max(self.row, row), max(self.column, column)
            check_extent(self.file, self.sheet, self.row, self.column)


def check_workbook_part(file: str, name: str, content: bytes) -> None:
    """Refuse a sheet of an xlsx file that reaches too far; cells without an address stand after the one before.

    Raises:
        InvalidError: it does, or is no XML.
    """
    farthest = Farthest(file, name)
    row = column = 0

    def start(tag: str, given: Mapping[str, str]) -> None:
        nonlocal row, column
        local = tag.rpartition(":")[2]
        if local == "row":
            number = given.get("r", "")
            row, column = int(number) if number.isdecimal() else row + 1, 0
            farthest.seen(row, 1)
        elif local == "c":
            place = _PLACE.fullmatch(given.get("r", ""))
            row, column = (int(place[2]), _column(place[1])) if place else (row, column + 1)
            farthest.seen(row, column)

    _parse(file, content, start)


def check_ods_content(file: str, content: bytes) -> dict[str, list[Merged]]:
    """Refuse an ods file with a sheet that reaches too far; repeated rows and cells count as often as they stand.

    Gives the merged cells of each sheet by its name.

    Raises:
        InvalidError: it does, or is no XML.
    """
    farthest = Farthest(file, "")
    row = repeated = column = last = width = 0
    merged: dict[str, list[Merged]] = {}

    def start(tag: str, given: Mapping[str, str]) -> None:
        nonlocal farthest, row, repeated, column, last, width
        if tag == "table:table":
            farthest = Farthest(file, given.get("table:name", ""))
            row = repeated = 0
        elif tag == "table:table-row":
            row += repeated
            repeated, column, width = _count(given.get("table:number-rows-repeated")), 0, 0
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            column += width
            width, last = _count(given.get("table:number-columns-repeated")), column
            down = _count(given.get("table:number-rows-spanned"))
            if down > 1:
                merged.setdefault(farthest.sheet, []).append(((row, last), (row + down - 1, last)))
            if "office:value-type" in given:
                farthest.seen(row + repeated, last + width)
        elif tag == "text:p" and repeated:
            farthest.seen(row + repeated, last + width)

    _parse(file, content, start)
    return merged


def _parse(file: str, content: bytes, start: Start) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        raise InvalidError(Message("foreign.damaged", file=file)) from error


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _count(text: str | None) -> int:
    """How often something is repeated; what is no number counts once."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 1  # noqa: PLR2004  # digits of any real count
