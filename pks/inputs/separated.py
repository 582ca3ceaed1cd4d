"""Text with a separator between its cells: whose encoding and separator are found out, never silently guessed."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any, Final, NamedTuple

from pks.errors import InvalidError
from pks.inputs.extent import MOST_CELLS, MOST_ROWS, check_extent
from pks.inputs.grid import Grid, grid
from pks.message import Message
from pks.tables.formulas import unmarked

SEPARATORS: Final = (",", ";", "\t", "|")
LONGEST_CELL: Final = 1_000_000
_MARKS: Final = ((b"\xef\xbb\xbf", "UTF-8"), (b"\xff\xfe", "UTF-16-LE"), (b"\xfe\xff", "UTF-16-BE"))
_JUDGED_ROWS: Final = 200


class Separated(NamedTuple):
    """A grid, and how the file was read: its encoding and its separator, None where it has one column."""

    grid: Grid
    encoding: str
    separator: str | None


def read_separated(content: bytes, file: str, *, separator: str | None = None) -> Separated:
    """The cells of a CSV or TSV file, all of them text; `separator` decides where the file does not.

    Raises:
        InvalidError: it is no text, has an open quote, is too large, or two separators fit it alike.
    """
    text, encoding = decoded(content, file)
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').lower().removeprefix("sep=")
    if first.strip().strip('"').lower().startswith("sep=") and len(told or "\t") == 1:
        separator, text = separator or told or "\t", "\n" + rest  # rows keep the numbers they have in the file
    separator = separator or _separator(text, file)
    rows = [[unmarked(cell) for cell in row] for row in _rows(text, separator or ",", file)]
    return Separated(grid(file, rows), encoding, separator)


def decoded(content: bytes, file: str) -> tuple[str, str]:
    """The text that `content` is, and its encoding: UTF-8, UTF-16 with a mark, else Windows-1252.

    Raises:
        InvalidError: it is none of these, or holds NULs.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return _without_nul(content[len(mark) :].decode(encoding), file), encoding[:6].rstrip("-")
            except UnicodeDecodeError as error:
                raise _undecodable(content, error.start + len(mark), file) from error
    if content.count(b"\0") * 3 > len(content):
        raise InvalidError(Message("foreign.utf16-unmarked", file=file))
    try:
        return _without_nul(content.decode("utf-8"), file), "UTF-8"
    except UnicodeDecodeError:
        try:
            return _without_nul(content.decode("cp1252"), file), "Windows-1252"
        except UnicodeDecodeError as error:
            raise _undecodable(content, error.start, file) from error


def _undecodable(content: bytes, offset: int, file: str) -> InvalidError:
    return InvalidError(Message("foreign.undecodable", file=file, offset=offset + 1, line=_line(content, offset)))


def _line(content: bytes, offset: int) -> int:
    return content.count(b"\n", 0, offset) + 1


def _without_nul(text: str, file: str) -> str:
    if "\0" in text:
        before = text[: text.index("\0")]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise InvalidError(Message("foreign.nul", file=file, line=line, column=column))
    return text


def _separator(text: str, file: str) -> str | None:
    """What stands between the cells; None where every row is one cell.

    That which divides the most rows into the same number of cells; where two do so alike, neither is taken.
    """
    scores = {one: _evenness(text, one) for one in SEPARATORS}
    fitting = {one: score for one, score in scores.items() if score > (0, 0)}
    if not fitting:
        return None
    best = max(fitting.values())
    found = [one for one, score in fitting.items() if score == best]
    if len(found) > 1:
        raise InvalidError(Message("foreign.separators", file=file, first=found[0], second=found[1]))
    return found[0]


def _evenness(text: str, separator: str) -> tuple[float, int]:
    """The share of the first rows that have the commonest number of cells, two or more, and that number."""
    widths: Counter[int] = Counter()
    try:
        for row in _reader(text, separator, strict=False):
            if any(cell.strip() for cell in row):
                widths[len(row)] += 1
            if widths.total() >= _JUDGED_ROWS:
                break
    except csv.Error:
        return 0, 0
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0, 0
    width, count = max(wide.items(), key=lambda one: (one[1], one[0]))
    return count / widths.total(), width


def _rows(text: str, separator: str, file: str) -> list[list[str]]:
    """The rows; text behind a closing quote is taken as it stands, a quote that never closes is refused."""
    try:
        return _counted(text, separator, file, strict=True)
    except _BadQuoteError as error:
        if error.at_end:
            raise InvalidError(Message("foreign.open-quote", file=file, line=error.line)) from error
        return _counted(text, separator, file, strict=False)


class _BadQuoteError(Exception):
    """A row whose quotes do not close as they should: the line it begins in, and whether the file ends within it."""

    def __init__(self, line: int, *, at_end: bool) -> None:
        super().__init__(line)
        self.line, self.at_end = line, at_end


def _counted(text: str, separator: str, file: str, *, strict: bool) -> list[list[str]]:
    rows: list[list[str]] = []
    reader = _reader(text, separator, strict=strict)
    cells, begins = 0, 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            if "field limit" in str(error):
                raise InvalidError(Message("foreign.cell-long", file=file, line=begins, most=LONGEST_CELL)) from error
            raise _BadQuoteError(begins, at_end="end of data" in str(error)) from error
        if row is None:
            return rows
        rows.append(row)
        cells, begins = max(cells, len(row)), reader.line_num + 1
        if len(rows) > MOST_ROWS or len(rows) * cells > MOST_CELLS:
            check_extent(file, file, len(rows), cells)


def _reader(text: str, separator: str, *, strict: bool) -> Any:
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
