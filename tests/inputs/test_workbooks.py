"""Workbooks and documents that office programs write: their cells as they are meant."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from pks.errors import EnvironmentFailureError
from pks.inputs.grid import Grid
from pks.inputs.reading import read_file, read_grids
from tests.inputs.files import document, sheet_of, spreadsheet, workbook

ROWS: list[list[object]] = [
    ["No", "Nomor", "Mulai", "Jumlah", "Ya", None],
    [1, "0123", date(2022, 1, 31), 2.5, True, None],
    [2, "1+1", datetime(2022, 1, 31, 14, 30), 1_000_000, False, None],  # noqa: DTZ001  # cells have no zone
]


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_cells_of_a_workbook_are_typed_and_empty_columns_at_the_end_are_dropped(tmp_path: Path) -> None:
    assert read_grids(put(tmp_path, "a.xlsx", workbook(ROWS))) == (
        Grid(
            "Register",
            (
                ("No", "Nomor", "Mulai", "Jumlah", "Ya"),
                (1, "0123", date(2022, 1, 31), 2.5, True),
                (2, "1+1", datetime(2022, 1, 31, 14, 30), 1_000_000, False),  # noqa: DTZ001
            ),
        ),
    )


def test_days_are_the_same_days_in_the_calendar_of_1904(tmp_path: Path) -> None:
    rows = read_grids(put(tmp_path, "a.xlsx", workbook(ROWS, epoch_1904=True)))[0].rows
    assert rows[1][2] == date(2022, 1, 31)


def test_a_cell_merged_downwards_stands_in_each_row_and_one_merged_sideways_in_its_first_column(
    tmp_path: Path,
) -> None:
    rows: list[list[object]] = [["Daftar", None, None], ["2024", "a", "b"], [None, "c", "d"]]
    assert read_grids(put(tmp_path, "a.xlsx", workbook(rows, merged=("A1:C1", "A2:A3"))))[0].rows == (
        ("Daftar", None, None),
        ("2024", "a", "b"),
        ("2024", "c", "d"),
    )


def test_a_formula_is_its_last_value_and_nothing_where_it_was_never_computed(tmp_path: Path) -> None:
    body = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><v>7</v></c></row>'
    assert read_grids(put(tmp_path, "a.xlsx", sheet_of(body)))[0].rows == ((2, None, 7),)


def test_the_first_rows_and_columns_count_though_they_are_empty(tmp_path: Path) -> None:
    assert read_grids(put(tmp_path, "a.xlsx", sheet_of('<row r="3"><c r="B3"><v>7</v></c></row>')))[0].rows == (
        (None, None),
        (None, None),
        (None, 7),
    )


def test_content_decides_before_the_name_does(tmp_path: Path) -> None:
    assert read_file(put(tmp_path, "a.csv", workbook(ROWS))).kind == "xlsx"
    assert read_file(put(tmp_path, "a.xlsx.bak", workbook(ROWS))).kind == "xlsx"
    assert read_file(put(tmp_path, "a", b"a;b\n1;2\n")).kind == "csv"


def test_the_cells_of_an_ods_file_are_typed(tmp_path: Path) -> None:
    body = (
        '<table:table table:name="Lembar 1"><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>Mulai</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2022-01-31"><text:p>31/01/22</text:p>'
        '</table:table-cell><table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p>'
        '</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    assert read_grids(put(tmp_path, "a.ods", spreadsheet(body))) == (
        Grid("Lembar 1", (("Mulai", date(2022, 1, 31), 12),)),
    )


WIDE = '<w:gridSpan w:val="2"/>'
BEGINS = '<w:vMerge w:val="restart"/>'


def cell(text: str, properties: str = "") -> str:
    paragraphs = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in text.split("|"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def test_each_table_of_a_document_is_a_grid_with_its_merged_cells(tmp_path: Path) -> None:
    body = (
        f"<w:p/><w:tbl><w:tr>{cell('Pasal')}{cell('Semula|Menjadi', WIDE)}</w:tr>"
        f"<w:tr>{cell('4', BEGINS)}{cell('a')}{cell('b')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('c')}{cell('d')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr>{cell('lain')}</w:tr></w:tbl>"
    )
    assert read_grids(put(tmp_path, "a.docx", document(body))) == (
        Grid("1", (("Pasal", "Semula\nMenjadi", None), ("4", "a", "b"), ("4", "c", "d"))),
        Grid("2", (("lain",),)),
    )


def test_what_was_inserted_under_track_changes_counts_and_what_was_deleted_does_not(tmp_path: Path) -> None:
    body = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>tiga puluh </w:t></w:r><w:del><w:r><w:delText>hari</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>hari</w:t><w:br/><w:t>kerja</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>"
    )
    assert read_grids(put(tmp_path, "a.docx", document(body)))[0].rows == (("tiga puluh hari\nkerja",),)


def test_a_table_within_a_cell_is_a_grid_of_its_own(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr>{cell('dalam')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>luar</w:t></w:r></w:p>{inner}</w:tc>{cell('kanan')}</w:tr></w:tbl>"
    assert [one.rows for one in read_grids(put(tmp_path, "a.docx", document(body)))] == [
        (("luar", "kanan"),),
        (("dalam",),),
    ]


def test_a_missing_library_is_named_with_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(EnvironmentFailureError) as caught:
        read_grids(put(tmp_path, "a.xlsx", workbook(ROWS)))
    assert caught.value.message.key == "foreign.extra-missing"
    assert caught.value.message.values == {"package": "python-calamine"}


def test_text_needs_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert read_grids(put(tmp_path, "a.csv", b"a,b\n")) == (Grid("a.csv", (("a", "b"),)),)
