"""Text that looks like something else comes through every output as it is: 40 texts, 6 outputs, read by others."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from html.parser import HTMLParser

import docx
import openpyxl
import pytest
from icalendar import Calendar
from python_calamine import load_workbook

from pks.domain.deadlines.deadline import Due
from pks.domain.office import Office
from pks.message import Message
from pks.outputs.calendar import calendar
from pks.outputs.csv_text import csv_text
from pks.outputs.json_text import json_text
from pks.outputs.web_table import web_table
from pks.outputs.word_document import word_document
from pks.outputs.workbook import workbook
from pks.tables.formulas import unmarked
from tests.outputs.lookalikes import LOOKALIKES, SHOWN, TEXTS, of_lookalikes


class Cells(HTMLParser):
    """The text of every `td` of a page, and the elements it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.elements: set[str] = set()
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        if tag == "td":
            self._inside = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


def due(title: str, number: int = 0) -> Due:
    detail = Message("export.title.agreement", title=title)
    return Due(date(2026, 4, 1), 31, "task", f"task/{number}", "satu", title, "draft", detail, title, None, None, None)


def test_there_are_forty_of_them_and_each_is_another() -> None:
    assert len({text for text, _ in LOOKALIKES}) == 40
    assert len(TEXTS[-1]) > 39_990


def test_a_workbook_holds_them_as_text_for_openpyxl() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook(of_lookalikes(), "en", "f4").content)).active
    assert page is not None
    rows = list(page.iter_rows(min_row=2))
    assert [
        "".join(str(cell.value or "") for cell in row).replace("_x005F_", "_") for row in rows
    ] == SHOWN  # openpyxl leaves it to its caller to read `_x005F_`
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s"}


def test_a_workbook_holds_them_as_text_for_calamine() -> None:
    sheet = load_workbook(io.BytesIO(workbook(of_lookalikes(), "en", "f4").content)).get_sheet_by_index(0)
    rows = sheet.to_python()[1:]
    assert ["".join(map(str, row)) for row in rows] == SHOWN


@pytest.mark.parametrize("excel", [False, True])
def test_csv_holds_them_and_marks_what_a_spreadsheet_would_reckon_with(*, excel: bool) -> None:
    text = csv_text(of_lookalikes(), "en", excel=excel).content.decode("utf-8-sig" if excel else "utf-8")
    fields = [row[0] for row in csv.reader(io.StringIO(text, newline=""), delimiter=";" if excel else ",")][1:]
    assert list(map(unmarked, fields)) == SHOWN
    assert [one for one in fields if one.lstrip("\t ").startswith(("=", "+", "-", "@"))] == []


def test_json_holds_them_exactly() -> None:
    text = json_text(TEXTS, "en").encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
    assert json.loads(text) == TEXTS


@pytest.mark.parametrize("form", ["grid", "lines"])
def test_a_word_document_holds_them(form: str) -> None:
    made = word_document(of_lookalikes("lines" if form == "lines" else "grid"), "en", "a4")
    (table,) = docx.Document(io.BytesIO(made.content)).tables
    cells = [row.cells[0].text for row in table.rows]
    assert cells[form == "grid" :] == SHOWN


def test_a_web_page_holds_them_and_no_element_of_theirs() -> None:
    page = Cells(web_table(of_lookalikes(), "en", "f4").content.decode("utf-8"))
    assert page.texts == SHOWN
    assert page.elements.isdisjoint({"b", "script"})


def test_a_calendar_holds_them_in_one_summary_each_on_lines_of_at_most_75_octets() -> None:
    rows = [due(title, number) for number, title in enumerate(TEXTS)]
    content = calendar(rows, Office(), date(2026, 3, 1), "en").content
    events = Calendar.from_ical(content).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [f"Task: {one}" for one in SHOWN]
    assert [str(event["DESCRIPTION"]) for event in events] == [f"{one}\nsatu\n{one}" for one in SHOWN]
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert {octet for octet in content.replace(b"\r\n", b"") if octet < 0x20} == {0x09}
