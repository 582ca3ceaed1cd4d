"""Workbooks of every kind become grids: the values that were last computed, the days as days."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from pks.errors import InvalidError
from pks.extras import needed
from pks.inputs.archive import Archive
from pks.inputs.compound import check_xls
from pks.inputs.extent import Merged, check_extent, check_ods_content, check_workbook_part
from pks.inputs.grid import Cell, Grid, grid
from pks.message import Message

_WHOLE: Final = 1e15
_MIDNIGHT: Final = time()


def read_xlsx(content: bytes, file: str, archive: Archive) -> tuple[Grid, ...]:
    """The sheets of an xlsx or xlsm file; macros are not looked at.

    Raises:
        InvalidError: it cannot be understood, or a sheet is too large.
    """
    for name in archive.names:
        part = archive.part(name) if name.lower().endswith(".xml") else b""
        if b"sheetData" in part:
            check_workbook_part(file, name, part)
    return tuple(_sheets(content, file))


def read_ods(content: bytes, file: str, archive: Archive) -> tuple[Grid, ...]:
    """The sheets of an ods file; raises as `read_xlsx`."""
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise InvalidError(Message("foreign.encrypted", file=file))
    merged = check_ods_content(file, archive.part("content.xml"))
    return tuple(_sheets(content, file, merged))


def read_xls(content: bytes, file: str) -> tuple[Grid, ...]:
    """The sheets of an xls file; raises as `read_xlsx`."""
    check_xls(content, file)
    return tuple(_sheets(content, file))


def _sheets(content: bytes, file: str, merged: Mapping[str, list[Merged]] | None = None) -> Iterator[Grid]:
    calamine = needed("python_calamine", "python-calamine")
    try:
        book = calamine.load_workbook(io.BytesIO(content))
        worksheets = [one.name for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
        for name in worksheets:
            sheet = book.get_sheet_by_name(name)
            yield _sheet(file, name, sheet, (sheet.merged_cell_ranges if merged is None else merged.get(name)) or ())
    except calamine.PasswordError as error:
        raise InvalidError(Message("foreign.encrypted", file=file)) from error
    except (calamine.CalamineError, ValueError, OverflowError) as error:
        raise InvalidError(Message("foreign.damaged", file=file)) from error


def _sheet(file: str, name: str, sheet: Any, merged: Iterable[Merged]) -> Grid:
    check_extent(file, name, sheet.total_height, sheet.total_width)
    rows = [[_cell(one) for one in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, _right) in merged:
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and row[left] is None:
                row[left] = rows[top][left]
    return grid(name, rows)


def _cell(value: Any) -> Cell:
    """A cell as it is meant: whole numbers without a point, days without an hour, hours as text."""
    match value:
        case str():
            return value or None
        case bool():
            return value
        case float() if value.is_integer() and abs(value) < _WHOLE:
            return int(value)
        case datetime() if value.time() == _MIDNIGHT:
            return value.date()
        case int() | float() | date():
            return value
        case time() | timedelta():
            return str(value)
    return None
