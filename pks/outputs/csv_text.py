"""A table as CSV (RFC 4180, UTF-8) for programs, or the way Excel in Indonesia opens it: `;` and a byte order mark."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.formal import plain_text
from pks.outputs.laid_out import Made, grouped_rows, headings, is_grouped
from pks.tables.formulas import marked
from pks.tables.paper import Paper
from pks.tables.table import Cell

_BYTE_ORDER_MARK: Final = "\ufeff"


def csv_text(paper: Paper, language: Language, *, excel: bool) -> Made:
    """`paper` as the bytes of a CSV file; text that a spreadsheet would reckon with has a `'` in front."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";" if excel else ",", lineterminator="\r\n")
    grouped = is_grouped(paper.table)
    group = [say(Message("export.group"), language)] if grouped else []
    writer.writerow([*group, *headings(paper.table, language)])
    for heading, row in grouped_rows(paper.table, language):
        cells: list[Cell] = [*([heading] if grouped else []), *row.cells]
        writer.writerow([_field(cell, language) for cell in cells])
    return Made(((_BYTE_ORDER_MARK if excel else "") + file.getvalue()).encode("utf-8"))


def _field(cell: Cell, language: Language) -> str:
    text = plain_text(cell, language, between="; ")
    return text if isinstance(cell, int | float) and not isinstance(cell, bool) else marked(text)
