"""A Word document has a table whose head is on every page, days and amounts in words, and the paper of the office."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest
from docx.shared import Mm

from pks.message import Message
from pks.outputs.word_document import word_document
from pks.tables.paper import Paper
from pks.tables.table import Rupiah
from tests.outputs.lookalikes import paper


def document_of(of: Paper, language: str = "id", sheet: str = "f4") -> Any:
    made = word_document(of, "id" if language == "id" else "en", "a4" if sheet == "a4" else "f4")
    return docx.Document(io.BytesIO(made.content))


def cells(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


ROW = ("Rujukan", date(2026, 2, 12), Rupiah(1_234_567), 2026, 1234.5, ("Dinas Sosial", "RSJ"))


def test_days_and_amounts_are_written_as_an_office_writes_them() -> None:
    (table,) = document_of(paper(ROW)).tables
    assert cells(table)[1] == ["Rujukan", "12 Februari 2026", "Rp1.234.567", "2026", "1.234,5", "Dinas Sosial\nRSJ"]
    (table,) = document_of(paper(ROW), "en").tables
    assert cells(table)[1] == ["Rujukan", "12 February 2026", "Rp1,234,567", "2026", "1,234.5", "Dinas Sosial\nRSJ"]


def test_the_head_is_repeated_and_no_row_is_torn_apart() -> None:
    (table,) = document_of(paper(("a",), heads=("Judul",))).tables
    assert cells(table) == [["Judul"], ["a"]]
    head, row = (str(one._tr.xml) for one in table.rows)
    assert "<w:tblHeader/>" in head
    assert "<w:cantSplit/>" in row


@pytest.mark.parametrize(("sheet", "short", "long"), [("f4", 215, 330), ("a4", 210, 297)])
def test_rows_lie_across_the_paper_and_a_text_stands(sheet: str, short: int, long: int) -> None:
    across = document_of(paper(("a",)), sheet=sheet).sections[0]
    assert (round(across.page_width.mm), round(across.page_height.mm)) == (long, short)
    upright = document_of(paper(("a",), form="lines"), sheet=sheet).sections[0]
    assert (round(upright.page_width.mm), round(upright.page_height.mm)) == (short, long)


def test_it_says_what_whose_and_when_and_numbers_its_pages() -> None:
    document = document_of(paper(("a",)))
    texts = [one.text for one in document.paragraphs]
    assert texts[:2] == ["Daftar perjanjian kerja sama", "Bagian A & B · keadaan per 1 Maret 2026"]
    footer = document.sections[0].footer.paragraphs[0]
    assert footer.text == "Halaman  dari "
    assert 'w:instr="PAGE"' in footer._p.xml
    about = document.core_properties
    assert (about.title, about.author, about.comments) == ("Daftar perjanjian kerja sama", "Bagian A & B", "")


def test_a_title_longer_than_word_has_room_for_is_cut_in_its_properties_only() -> None:
    long = "Rujukan pasien jiwa " * 20
    document = document_of(replace(paper(("a",)), title=Message("export.title.agreement", title=long), office=long))
    assert document.paragraphs[0].text == long
    about = document.core_properties
    assert (about.title, about.author) == (long[:255], long[:255])


def test_each_group_is_a_table_under_its_heading_and_lines_have_no_head() -> None:
    document = document_of(paper(("a", "1"), ("b", "2"), groups=True, form="lines"))
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 2"] == ["G1", "G2"]
    assert [cells(table) for table in document.tables] == [[["a", "1"]], [["b", "2"]]]


def test_a_column_that_says_nothing_is_left_out_on_paper() -> None:
    (table,) = document_of(paper(("a", None, 0), ("b", "", False), heads=("A", "B", "C"))).tables
    assert cells(table) == [["A", "C"], ["a", "0"], ["b", "tidak"]]


def test_an_empty_table_says_so() -> None:
    document = document_of(paper(heads=("Judul",)))
    assert not document.tables
    assert document.paragraphs[-1].text == "Tidak ada perjanjian yang cocok."


def test_many_columns_have_smaller_letters_and_all_of_them_fit() -> None:
    wide = document_of(paper(tuple(f"Pemerintah Kabupaten {n}" for n in range(23))))
    assert wide.styles["Normal"].font.size.pt < 8.5
    assert sum(column.width for column in wide.tables[0].columns) <= Mm(301)


def test_the_file_is_the_same_whenever_it_is_written() -> None:
    of = replace(paper(("a",)), office=None)
    assert document_of(of).paragraphs[1].text == "keadaan per 1 Maret 2026"
    assert document_of(of).core_properties.created.isoformat()[:10] == "2026-03-01"
