"""A table as an Excel workbook: typed cells, text that stays text, ready to filter and to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from pks.extras import needed
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.formal import plain_text
from pks.outputs.laid_out import COLOURS, Made, byline, grouped_rows, headings, is_grouped, title_of, widths
from pks.outputs.visible import visible
from pks.tables.paper import Paper, Sheet
from pks.tables.table import Cell, Rupiah, Table

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST_TEXT: Final = 32_767  # UTF-16 code units; Excel calls a file with more of them damaged
_EXACT: Final = 10**15  # Excel keeps fifteen digits
_FIRST_DAY: Final = date(1900, 3, 1)  # before it Excel counts a day that never was
DAYS: Final = {"id": "[$-421]d mmm yyyy", "en": "[$-809]d mmm yyyy"}
_RUPIAH: Final = '"Rp"#,##0'
_TEXT: Final = "@"
_LONGEST_AS_TEXT: Final = 255  # longer, and some versions show cells of this format as ####
_FORMULA: Final = re.compile(r"[=+\-@]")
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would read as a character by its number
_ESCAPED: Final = "_x005F_"
_PAPERS: Final = {"f4": 14, "a4": 9}  # 14 is Folio, as F4 is called there
_NO_TITLE: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE: Final = 31
_LONGEST_HEADER: Final = 200
_MARGIN_INCHES: Final = 0.4
_FONT: Final = "Arial"
_POINTS: Final = 10
_LINE_POINTS: Final = 13
_HIGHEST_POINTS: Final = 409
_ROOM: Final = 170  # characters side by side that can still be read on one page
_ARROW: Final = 3  # what the button of the filter hides


@dataclass(frozen=True)
class _Place:
    """Where the pieces of a column's texts go: `first` counts from 1, `count` is more than 1 for very long texts."""

    first: int
    count: int


def workbook(paper: Paper, language: Language, sheet: Sheet) -> Made:
    """`paper` as the bytes of an xlsx file; a text too long for one cell goes on in the next columns.

    Raises:
        EnvironmentFailureError: when openpyxl is not installed.
    """
    needed("openpyxl", "openpyxl")
    from openpyxl import Workbook

    book = Workbook()
    page: Any = book.active  # the types of openpyxl say less than it does
    rows = [
        ([*([heading] if is_grouped(paper.table) else []), *row.cells], row.mark, row.depth)
        for heading, row in grouped_rows(paper.table, language)
    ]
    heads = _heads(paper.table, language)
    texts = [[_pieces(_text(cell, language)) for cell in cells] for cells, _, _ in rows]
    places = _places(len(heads), texts)
    _head(page, heads, places, language)
    for number, ((cells, mark, depth), pieces) in enumerate(zip(rows, texts, strict=True), start=2):
        for place, cell, parts in zip(places, cells, pieces, strict=True):
            _fill(page, number, place.first, _typed(cell), parts, language)
        _style(page, number, mark, depth)
    _lay_out(page, heads, [[_shown(cell, language) for cell in cells] for cells, _, _ in rows], places)
    _set_up(page, paper, language, sheet)
    return Made(_bytes(book, paper, language), _notice(places, heads))


def write_text(cell: Any, text: str) -> None:
    """Put `text` there as text, whatever it looks like."""
    if not text:
        return
    cell.value = _ESCAPE.sub(_ESCAPED, text)
    cell.data_type = "s"  # openpyxl has taken `=1+1` for a formula and `#N/A` for an error
    if len(text) <= _LONGEST_AS_TEXT:
        cell.number_format = _TEXT
    if _FORMULA.match(text):
        cell.quotePrefix = True  # keeps it text when somebody edits the cell


def _heads(table: Table, language: Language) -> list[str]:
    group = [say(Message("export.group"), language)] if is_grouped(table) else []
    return [*group, *headings(table, language)]


def _typed(cell: Cell) -> Cell:
    """The cell where Excel has its type; None where it is text."""
    match cell:
        case bool():
            return None
        case int() if abs(cell) < _EXACT:
            return cell
        case float() if abs(cell) < float("inf"):
            return cell
        case date() if cell >= _FIRST_DAY:
            return cell
        case _:
            return None


def _text(cell: Cell, language: Language) -> str:
    return plain_text(cell, language) if _typed(cell) is None else ""


def _pieces(text: str) -> list[str]:
    """`text` in as many pieces as it needs cells, as Excel counts it and as openpyxl writes it."""
    if len(text) * 2 <= LONGEST_TEXT:
        return [text]
    longer = {match.start(): len(_ESCAPED) for match in _ESCAPE.finditer(text)}
    pieces, begun, length = [], 0, 0
    for place, one in enumerate(text):
        size = longer.get(place, 2 if one > "\uffff" else 1)
        if length + size > LONGEST_TEXT:
            pieces.append(text[begun:place])
            begun, length = place, 0
        length += size
    return [*pieces, text[begun:]]


def _places(count: int, texts: Sequence[Sequence[Sequence[str]]]) -> list[_Place]:
    places, first = [], 1
    for number in range(count):
        most = max((len(pieces[number]) for pieces in texts), default=1)
        places.append(_Place(first, most))
        first += most
    return places


def _head(page: Any, heads: Sequence[str], places: Sequence[_Place], language: Language) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    for head, place in zip(heads, places, strict=True):
        for number in range(place.count):
            words = head if not number else say(Message("export.continued", column=head, number=number + 1), language)
            cell = page.cell(1, place.first + number)
            write_text(cell, words)
            cell.font = Font(name=_FONT, size=_POINTS, bold=True)
            cell.fill = PatternFill("solid", start_color="E7ECEF")
            cell.border = Border(bottom=Side("thin"))
            cell.alignment = Alignment(wrap_text=True, vertical="center")


def _fill(page: Any, row: int, column: int, typed: Cell, pieces: Sequence[str], language: Language) -> None:
    if typed is None:
        for number, piece in enumerate(pieces):
            write_text(page.cell(row, column + number), piece)
        return
    cell = page.cell(row, column)
    cell.value = int(typed) if isinstance(typed, int) else typed
    if isinstance(typed, date):
        cell.number_format = DAYS[language]
    elif isinstance(typed, Rupiah):
        cell.number_format = _RUPIAH


def _style(page: Any, row: int, mark: str, depth: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    for number, cell in enumerate(page[row]):
        side = "right" if cell.number_format == _RUPIAH else "left"
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=side, indent=0 if number else depth)
        cell.border = Border(bottom=Side("hair", color="B0B0B0"))
        cell.font = Font(name=_FONT, size=_POINTS, color=f"FF{COLOURS.get(mark, '000000')}")


def _shown(cell: Cell, language: Language) -> str:
    """About what Excel shows, to measure it: a day or a number never on two lines, where it would be `###`."""
    match _typed(cell):
        case None:
            return plain_text(cell, language)
        case date():
            return "31.Des.2026"
        case Rupiah() as amount:
            return f"Rp{amount:,}"
        case number:
            return str(number)


def _lay_out(page: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], places: Sequence[_Place]) -> None:
    """Give columns and rows their sizes: a row that is left to find its own is cut off by some programs."""
    from openpyxl.utils import get_column_letter

    found = [width + _ARROW for width in widths(heads, rows, _ROOM)]
    for width, place in zip(found, places, strict=True):
        for number in range(place.first, place.first + place.count):
            page.column_dimensions[get_column_letter(number)].width = width
    for number, texts in enumerate((heads, *rows), start=1):
        lines = max(map(_lines, texts, found), default=1)
        page.row_dimensions[number].height = min(lines * _LINE_POINTS + 2, _HIGHEST_POINTS)


def _lines(text: str, width: int) -> int:
    """How many lines `text` takes, words being kept whole: a tenth more than its letters."""
    return sum(ceil(max(1, len(line)) * 1.1 / width) for line in text.split("\n"))


def _set_up(page: Any, paper: Paper, language: Language, sheet: Sheet) -> None:
    title = title_of(paper, language)
    page.title = _NO_TITLE.sub(" ", title).strip(" '")[:_LONGEST_TITLE] or "pks"
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _PAPERS[sheet]
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    for side in ("left", "right"):
        setattr(page.page_margins, side, _MARGIN_INCHES)
    page.page_margins.top, page.page_margins.bottom = 0.8, 0.7
    page.page_margins.header = page.page_margins.footer = _MARGIN_INCHES
    page.oddHeader.left.text = _header(title)
    page.oddHeader.right.text = _header(byline(paper, language))
    page.oddFooter.right.text = say(Message("export.page", page="&P", pages="&N"), language)


def _header(text: str) -> str:
    """Text of a page header, where `&` begins a code."""
    return text[: _LONGEST_HEADER // 2].replace("&", "&&")


def _notice(places: Sequence[_Place], heads: Sequence[str]) -> Message | None:
    long = [head for head, place in zip(heads, places, strict=True) if place.count > 1]
    return Message("export.split", columns=long, longest=LONGEST_TEXT) if long else None


def _bytes(book: Workbook, paper: Paper, language: Language) -> bytes:
    from datetime import datetime, time

    book.properties.creator = visible(paper.office or "pks")
    book.properties.title = title_of(paper, language)
    book.properties.created = datetime.combine(paper.day, time())
    file = BytesIO()
    book.save(file)
    return file.getvalue()
