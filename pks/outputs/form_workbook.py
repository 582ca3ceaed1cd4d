"""A form as an Excel workbook: yellow cells to fill in, all others locked, and a hidden sheet that says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from pks.domain.forms import MARK, NOT_OPEN, VERSION, Field, FormSheet, as_text, fingerprint
from pks.extras import needed
from pks.language.form_words import choice_words, heading
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.form_checks import check_cells
from pks.outputs.formal import formal_date, plain_text
from pks.outputs.visible import visible, visible_text
from pks.outputs.workbook import DAYS, LONGEST_TEXT, write_text
from pks.tables.forms import Form, FormRow
from pks.tables.table import Cell

if TYPE_CHECKING:
    from openpyxl import Workbook

HIDDEN: Final = "pks"
_HEAD_ROW: Final = 5
_LEAST_LINES: Final = 2
_LINE_POINTS: Final = 13
_HIGHEST_POINTS: Final = 409
_FONT: Final = "Arial"
_OPEN, _LOCKED, _HEAD, _TO_FILL = "FFF8D6", "F3F5F6", "E1E7EA", "FFE58A"
_FORMATS: Final = {"whole": "#,##0", "score": "0.##", "text": "@", "mixed": "@", "number": "@", "choice": "@"}


@dataclass(frozen=True)
class Letterhead:
    """Whose form it is, on which day and in which language it was made."""

    office: str | None
    day: date
    language: Language


def form_workbook(form: Form, head: Letterhead) -> bytes:
    """`form` as the bytes of an xlsx file.

    Raises:
        EnvironmentFailureError: when openpyxl is not installed.
    """
    needed("openpyxl", "openpyxl")
    from openpyxl import Workbook
    from openpyxl.workbook.protection import WorkbookProtection

    book = Workbook()
    page: Any = book.active
    hidden: list[list[str]] = []
    for number, sheet in enumerate(form.sheets):
        page = book.create_sheet() if number else page
        rows = form.rows[sheet.name]
        _write_head(page, form, sheet, head)
        for place, row in enumerate(rows, start=_HEAD_ROW + 1):
            kept = _write_row(page, place, sheet, row, head.language)
            _give_height(page, place, sheet)
            hidden.append(["row", sheet.name, *_pair(row.address), row.party, *kept])
        check_cells(page, sheet, _HEAD_ROW, head.language)
        _set_up(page, sheet, _HEAD_ROW + len(rows), head.language)
    _write_hidden(book, form, head, hidden)
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.creator = visible(head.office or "pks")
    book.properties.created = datetime.combine(head.day, time())
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _pair(address: tuple[str, ...]) -> list[str]:
    return [address[0], address[1] if len(address) > 1 else ""]


def _write_head(page: Any, form: Form, sheet: FormSheet, head: Letterhead) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    page.title = say(Message(f"form.sheet.{sheet.name}"), head.language)
    lines = (_title(form, sheet), _how(form, sheet, head), _about(form, head))
    for number, (line, bold) in enumerate(zip(lines, (True, False, False), strict=True), start=1):
        cell = page.cell(number, 1)
        write_text(cell, visible(say(line, head.language)))
        cell.font = Font(name=_FONT, size=14 if bold else 10, bold=bold)
        cell.alignment = Alignment(vertical="center")
        page.row_dimensions[number].height = 24 if bold else 16
    for column, field in enumerate(sheet.fields, start=1):
        cell = page.cell(_HEAD_ROW, column)
        write_text(cell, heading(field.key, head.language))
        cell.font = Font(name=_FONT, size=10, bold=True)
        cell.fill = PatternFill("solid", start_color=_TO_FILL if field.is_open else _HEAD)
        cell.border = Border(bottom=Side("medium"), right=Side("thin", color="FFFFFF"))
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    page.row_dimensions[_HEAD_ROW].height = 32


def _title(form: Form, sheet: FormSheet) -> Message:
    if form.period is None:
        return Message(f"form.title.{sheet.name}")
    return Message(f"form.title.{sheet.name}", period=form.period.name)


def _how(form: Form, sheet: FormSheet, head: Letterhead) -> Message:
    back = Message("form.send-back.office", office=head.office) if head.office else Message("form.send-back")
    others = [one for one in form.sheets if one != sheet]
    if not others:
        return Message("form.how", back=back)
    return Message("form.how.sheets", back=back, sheets=[Message(f"form.sheet.{one.name}") for one in others])


def _about(form: Form, head: Letterhead) -> Message:
    day = formal_date(head.day, head.language)
    if form.whom and form.period:
        return Message("form.about.whom-period", whom=form.whom, day=day, **_days(form, head))
    if form.period:
        return Message("form.about.period", day=day, **_days(form, head))
    return Message("form.about.whom", whom=form.whom, day=day) if form.whom else Message("form.about", day=day)


def _days(form: Form, head: Letterhead) -> dict[str, object]:
    assert form.period is not None  # noqa: S101  # whoever calls has looked
    return {
        "first": formal_date(form.period.first, head.language),
        "last": formal_date(form.period.last, head.language),
    }


def _write_row(page: Any, number: int, sheet: FormSheet, row: FormRow, language: Language) -> list[str]:
    """Write one row; what its open cells hold, as `key=fingerprint`."""
    kept = []
    for column, field in enumerate(sheet.fields, start=1):
        value, cell = row.cells.get(field.key), page.cell(number, column)
        fits = _fits(value)
        _style(cell, field, language, is_open=field.is_open and fits)
        if not field.is_open and isinstance(value, int | float):
            cell.value = value
        elif not field.is_open or not fits:
            write_text(cell, _shortened(plain_text(value, language)))
        elif value is not None:
            _write_open(cell, field, value, language)
        if field.is_open and value is not None:
            kept.append(f"{field.key}={fingerprint(as_text(value)) if fits else NOT_OPEN}")
    return kept


def _give_height(page: Any, number: int, sheet: FormSheet) -> None:
    """As many lines as the row has now; it grows while somebody types, as one with a height of its own would not."""
    from openpyxl.worksheet.dimensions import RowDimension

    class Growing(RowDimension):
        @property
        def customHeight(self) -> bool:  # noqa: N802  # openpyxl's name
            return False

    texts = [str(page.cell(number, column).value or "") for column in range(1, len(sheet.fields) + 1)]
    lines = max(_lines(text, field.width) for text, field in zip(texts, sheet.fields, strict=True))
    height = min(max(lines, _LEAST_LINES) * _LINE_POINTS + 4, _HIGHEST_POINTS)
    page.row_dimensions[number] = Growing(page, index=number, ht=height)


def _lines(text: str, width: int) -> int:
    """How many lines `text` takes, words being kept whole."""
    return sum(ceil(max(1, len(line)) * 1.15 / width) for line in text.split("\n"))


def _fits(value: Cell) -> bool:
    """Whether a text can stand in a cell as it is, and come back from it so."""
    if not isinstance(value, str):
        return True
    text = as_text(value)
    return visible_text(text) == text and len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT // 2


def _shortened(text: str) -> str:
    most = LONGEST_TEXT // 2
    return text if len(text) <= most else f"{text[:most]} …"


def _write_open(cell: Any, field: Field, value: Cell, language: Language) -> None:
    match value:
        case int() | float() if field.sort in {"whole", "score"}:
            cell.value = value
        case date():
            cell.value = value
        case str() if value in field.choices:
            write_text(cell, choice_words(value, language))
        case float() if language == "id":
            write_text(cell, as_text(value).replace(".", ","))
        case _:
            write_text(cell, as_text(value))


def _style(cell: Any, field: Field, language: Language, *, is_open: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    line = Side("thin", color="C9CED1")
    cell.font = Font(name=_FONT, size=10, color="FF000000" if is_open else "FF404040")
    cell.fill = PatternFill("solid", start_color=_OPEN if is_open else _LOCKED)
    cell.border = Border(left=line, right=line, bottom=line)
    right = field.sort in {"whole", "number", "score"} and is_open
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="right" if right else "left")
    cell.protection = Protection(locked=not is_open)
    if is_open:
        cell.number_format = DAYS[language] if field.sort == "date" else _FORMATS[field.sort]


def _set_up(page: Any, sheet: FormSheet, last: int, language: Language) -> None:
    from openpyxl.utils import get_column_letter

    for column, field in enumerate(sheet.fields, start=1):
        page.column_dimensions[get_column_letter(column)].width = field.width
    page.freeze_panes = page.cell(_HEAD_ROW + 1, 3)
    page.auto_filter.ref = f"A{_HEAD_ROW}:{get_column_letter(len(sheet.fields))}{last}"
    page.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(page.protection, allowed, False)  # False: it is not forbidden
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 14  # Folio, as F4 is called there
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.page_margins.top, page.page_margins.bottom = 0.5, 0.75
    page.page_margins.footer = 0.4
    page.oddFooter.right.text = say(Message("export.page", page="&P", pages="&N"), language)


def _write_hidden(book: Workbook, form: Form, head: Letterhead, rows: Sequence[Sequence[str]]) -> None:
    page: Any = book.create_sheet(HIDDEN)
    page.sheet_state = "hidden"
    page.protection.sheet = True
    about = [
        [MARK, str(VERSION)],
        ["kind", form.kind],
        ["language", head.language],
        ["period", form.period.name if form.period else ""],
        ["office", head.office or ""],
        ["whom", form.whom or ""],
        ["day", head.day.isoformat()],
    ]
    for sheet in form.sheets:  # so that a later version finds them though it calls them otherwise
        words = [f"{field.key}={heading(field.key, head.language)}" for field in sheet.fields]
        about.append(["columns", sheet.name, *words])
    for number, texts in enumerate([*about, *rows], start=1):
        for column, text in enumerate(texts, start=1):
            write_text(page.cell(number, column), visible_text(text))
