"""The tables of a Word document become grids; what was inserted under track changes counts, what was deleted not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from pks.errors import InvalidError
from pks.inputs.archive import Archive
from pks.inputs.extent import check_extent
from pks.inputs.grid import Cell, Grid, grid
from pks.message import Message

MAIN_PART: Final = "word/document.xml"
_WORDS: Final = "/wordprocessingml/"
_BREAKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FALLBACK: Final = "Fallback"
_DIGITS: Final = 9  # more say nothing else


def read_docx(file: str, archive: Archive) -> tuple[Grid, ...]:
    """The tables of a docx file in their order, a table within a cell after the one it stands in.

    Raises:
        InvalidError: it cannot be understood, or a table is too large.
    """
    reader = _Tables(file)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(archive.part(MAIN_PART), True)
    except expat.ExpatError as error:
        raise InvalidError(Message("foreign.damaged", file=file)) from error
    return tuple(one.grid(number) for number, one in enumerate(reader.tables, 1))


class _Table:
    """A table while it is read: its finished rows, and the row and cell that are open."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.paragraphs: list[list[str]] = []
        self.span = 1
        self.continues = False

    def begin_cell(self) -> None:
        self.paragraphs, self.span, self.continues = [], 1, False

    def end_cell(self) -> None:
        row = self.rows[-1]
        text: Cell = "\n".join(map("".join, self.paragraphs)).strip() or None
        above = self.rows[-2] if len(self.rows) > 1 else []
        if self.continues and len(row) < len(above):
            text = above[len(row)]
        row += [text, *[None] * (self.span - 1)]

    def grid(self, number: int) -> Grid:
        return grid(f"{number}", self.rows)


class _Tables:
    """The tables of a document, as its elements begin and end."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.tables: list[_Table] = []
        self.open: list[_Table] = []
        self.in_text = self.in_stops = False
        self.fallbacks = 0

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        self.fallbacks += name == _FALLBACK
        if _WORDS not in space or self.fallbacks:
            return
        if name == "tbl":
            self.open.append(_Table())
            self.tables.append(self.open[-1])
        elif self.open:
            self._within(self.open[-1], name, next((text for key, text in given.items() if key.endswith(" val")), None))

    def _within(self, table: _Table, name: str, value: str | None) -> None:
        match name:
            case "tr":
                table.rows.append([])
                check_extent(self.file, f"{len(self.tables)}", len(table.rows), max(map(len, table.rows[-2:])))
            case "tc" if table.rows:
                table.begin_cell()
            case "gridBefore" if table.rows:
                table.rows[-1] += [None] * _columns(value)
            case "gridSpan":
                table.span = _columns(value)
            case "vMerge":
                table.continues = value != "restart"
            case "p":
                table.paragraphs.append([])
            case "t":
                self.in_text = True
            case "tabs":
                self.in_stops = True
            case _ if name in _BREAKS and table.paragraphs and not self.in_stops:
                table.paragraphs[-1].append(_BREAKS[name])

    def end(self, tag: str) -> None:
        space, _, name = tag.rpartition(" ")
        self.fallbacks -= name == _FALLBACK
        if _WORDS not in space or self.fallbacks or not self.open:
            return
        if name == "tbl":
            self.open.pop()
        elif name == "tc" and self.open[-1].rows:
            self.open[-1].end_cell()
        elif name == "t":
            self.in_text = False
        elif name == "tabs":
            self.in_stops = False

    def text(self, text: str) -> None:
        if self.in_text and self.open and self.open[-1].paragraphs:
            self.open[-1].paragraphs[-1].append(text)


def _columns(value: str | None) -> int:
    """How many columns a cell spans: 1 to 63, which is as many as Word allows."""
    return min(max(int(value[:_DIGITS]), 1), 63) if value and value.isdecimal() else 1
