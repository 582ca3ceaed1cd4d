"""A workbook has typed cells, prints as an office prints, and cuts nothing off."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from typing import Any

import openpyxl
import pytest

from pks.domain.terms import Length, parse_length
from pks.message import Label, Message
from pks.outputs.workbook import LONGEST_TEXT, workbook
from pks.tables.paper import Paper
from pks.tables.table import Cell, Rupiah
from tests.outputs.lookalikes import paper


def page_of(of: Paper, language: str = "id", sheet: str = "f4") -> Any:
    content = workbook(of, "id" if language == "id" else "en", "a4" if sheet == "a4" else "f4").content
    return openpyxl.load_workbook(io.BytesIO(content)).active


def two_years() -> Length:
    length = parse_length("2 tahun")
    assert length is not None
    return length


@pytest.mark.parametrize(
    ("cell", "value", "kind", "form"),
    [
        (date(2026, 2, 12), datetime(2026, 2, 12), "d", "[$-421]d mmm yyyy"),  # noqa: DTZ001  # a day has no zone
        (date(1899, 12, 31), "1899-12-31", "s", "@"),
        (12, 12, "n", "General"),
        (-3, -3, "n", "General"),
        (0, 0, "n", "General"),
        (10**15, "1000000000000000", "s", "@"),
        (2.5, 2.5, "n", "General"),
        (float("inf"), "inf", "s", "@"),
        (Rupiah(250_000_000), 250_000_000, "n", '"Rp"#,##0'),
        (True, "ya", "s", "@"),
        (two_years(), "2 tahun", "s", "@"),
        (Label("stage", "draft"), "penyusunan", "s", "@"),
        (("Dinas Sosial", "RSJ; Kalbar"), "Dinas Sosial\nRSJ; Kalbar", "s", "@"),
        ("2026-02-12", "2026-02-12", "s", "@"),
        ("x" * 256, "x" * 256, "s", "General"),
        (None, None, "n", "General"),
    ],
)
def test_each_kind_of_cell_has_its_type(cell: Cell, value: object, kind: str, form: str) -> None:
    found = page_of(paper((cell,)))["A2"]
    assert (found.value, found.data_type, found.number_format) == (value, kind, form)


def test_a_day_is_formatted_in_the_language_of_the_file() -> None:
    assert page_of(paper((date(2026, 2, 12),)), "en")["A2"].number_format == "[$-809]d mmm yyyy"


def test_text_that_could_be_a_formula_stays_text_when_it_is_edited() -> None:
    page = page_of(paper(("=1+1",), ("@x",), ("biasa",)))
    assert [page.cell(row, 1).quotePrefix for row in (2, 3, 4)] == [True, True, False]
    content = workbook(paper(("=1+1",), heads=("=A1",)), "en", "f4").content
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_the_head_stays_in_sight_and_on_every_page_and_filters() -> None:
    page = page_of(paper(("a", 1), ("b", 2), heads=("Judul", "Jumlah")))
    assert [cell.value for cell in page[1]] == ["Judul", "Jumlah"]
    assert all(cell.font.b for cell in page[1])
    assert not page["A2"].font.b
    assert page["A2"].alignment.wrap_text
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:B3", "$1:$1")
    assert page.title == "Daftar perjanjian kerja sama"


@pytest.mark.parametrize(("sheet", "code"), [("f4", 14), ("a4", 9)])
def test_it_prints_across_the_paper_as_wide_as_that_is(sheet: str, code: int) -> None:
    page = page_of(paper(("a",)), sheet=sheet)
    setup = page.page_setup
    assert (int(setup.paperSize), setup.orientation) == (code, "landscape")
    assert (setup.fitToWidth, setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage) == (1, 0, True)


def test_the_pages_say_what_whose_and_when_and_an_ampersand_is_one() -> None:
    content = workbook(paper(("a",)), "id", "f4").content
    sheet = unescape(zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode())
    assert "&LDaftar perjanjian kerja sama&RBagian A && B · keadaan per 1 Maret 2026" in sheet
    assert "&RHalaman &P dari &N" in sheet


def test_groups_are_a_column_one_can_filter_by() -> None:
    page = page_of(paper(("a",), ("b",), groups=True))
    assert list(page.values) == [("Kelompok", "Kolom 1"), ("G1", "a"), ("G2", "b")]


def test_an_empty_table_is_its_head() -> None:
    page = page_of(paper(heads=("Judul",)))
    assert list(page.values) == [("Judul",)]


def test_a_text_too_long_for_a_cell_goes_on_in_further_columns_and_that_is_said() -> None:
    text = "".join(chr(97 + number % 26) for number in range(70_000))
    made = workbook(paper(("satu", text, "akhir"), ("dua", "pendek", "akhir")), "en", "f4")
    page: Any = openpyxl.load_workbook(io.BytesIO(made.content)).active
    assert [cell.value for cell in page[1]] == [
        "Kolom 1", "Kolom 2", "Kolom 2 (continued 2)", "Kolom 2 (continued 3)", "Kolom 3",
    ]  # fmt: skip
    assert [len(cell.value) for cell in page[2]] == [4, 32_767, 32_767, 4_466, 5]
    assert "".join(cell.value for cell in page[2][1:4]) == text
    assert [cell.value for cell in page[3]] == ["dua", "pendek", None, None, "akhir"]
    assert made.notice == Message("export.split", columns=["Kolom 2"], longest=LONGEST_TEXT)
    assert workbook(paper(("x" * 32_767,)), "en", "f4").notice is None


@pytest.mark.parametrize(
    "text",
    ["🏥" * 16_384, "a" + "🏥" * 40_000, "_x0041_" * 4_681, "_x0041_" * 20_000, "_" * 32_767, "\n_x005F_" * 9_000],
)
def test_whatever_the_letters_no_cell_is_longer_than_excel_can_hold_and_none_is_lost(text: str) -> None:
    content = workbook(paper((text,)), "en", "f4").content
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    row = sheet[sheet.index('<row r="2"') :]
    pieces = [unescape(piece) for piece in re.findall(r"<t(?: [^>]*)?>([^<]*)</t>", row)]
    assert "".join(piece.replace("_x005F_", "_") for piece in pieces) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= 32_767 for piece in pieces)
    assert len(pieces) == 1 or len(pieces[0].encode("utf-16-le")) // 2 > 32_700


def test_columns_are_as_wide_as_they_need_and_rows_as_high() -> None:
    page = page_of(paper(("pendek", "kata " * 100), ("x", "y")))
    widths = [page.column_dimensions[letter].width for letter in "AB"]
    assert widths[0] < 15
    assert 100 < widths[1] <= 125
    assert page.row_dimensions[2].height > 4 * 13 > page.row_dimensions[3].height


def test_what_hangs_from_another_is_further_in_and_what_is_late_is_red() -> None:
    of = paper(("a",), ("b",))
    first, second = of.table.rows
    rows = (first._replace(mark="late"), second._replace(depth=2))
    page = page_of(replace(of, table=of.table._replace(groups=(of.table.groups[0]._replace(rows=rows),))))
    assert page["A2"].font.color.rgb == "FFB00020"
    assert [page[name].alignment.indent for name in ("A2", "A3")] == [0, 2]
