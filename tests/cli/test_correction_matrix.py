"""`pks correction add --from FILE`: the matrix as an office keeps it in Word, a sheet or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.errors import InvalidError
from pks.inputs.grid import Cell, Grid
from pks.workflow.correction_add import Proposal
from pks.workflow.correction_matrix import read_matrix
from tests.conftest import Run, git

HEAD = "title: Pelayanan jiwa\nparties: [{name: Dinas Sosial}, {name: RSJ}]\n"
TAIL = "history: [{date: 2026-01-05, stage: corrections}]\n"
HEADER = ("No", "Pasal", "Semula", "Menjadi", "Alasan")
ROWS = (
    (1, "Pasal 4", "PIHAK KEDUA", "PARA PIHAK", "hasil rapat"),
    (2, "Pasal 9", "Pengadilan", "Musyawarah", None),
)
WRITTEN = """\
corrections:
  - no: 1
    clause: Pasal 4
    was: PIHAK KEDUA
    becomes: PARA PIHAK
    reason: hasil rapat
    raised: {date: 2026-03-01}
  - no: 2
    clause: Pasal 9
    was: Pengadilan
    becomes: Musyawarah
    raised: {date: 2026-03-01}
"""


@pytest.fixture
def jiwa(register: Path) -> Path:
    file = register / "jiwa.yaml"
    file.write_text(HEAD + TAIL)
    git("add", "-A")
    git("commit", "-qm", "jiwa")
    return file


def sheet(path: str, rows: Sequence[Sequence[Any]], *merged: str) -> str:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Matriks"
    for row in rows:
        page.append(tuple(row))
    for cells in merged:
        page.merge_cells(cells)
    book.save(path)
    return path


def paper(path: str, rows: Sequence[Sequence[Any]]) -> str:
    document = docx.Document()
    document.add_paragraph("MATRIKS KOREKSI")
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = "" if text is None else str(text)
    document.save(path)
    return path


def separated(path: str, rows: Sequence[Sequence[Any]]) -> str:
    Path(path).write_text("".join(";".join("" if one is None else str(one) for one in row) + "\n" for row in rows))
    return path


@pytest.mark.parametrize(("make", "name"), [(sheet, "m.xlsx"), (paper, "m.docx"), (separated, "m.csv")])
def test_the_matrix_of_every_kind_of_file_is_recorded_once(pks: Run, jiwa: Path, make: Any, name: str) -> None:
    file = make(name, (HEADER, *ROWS))
    code, out, err = pks("correction", "add", "jiwa", "--from", file)
    assert (code, out) == (0, "1-2\n")
    assert err.startswith("jiwa\ntable ")
    assert err.endswith(": 2 corrections read\n")
    assert jiwa.read_text() == HEAD + WRITTEN + TAIL
    assert git("log", "-1", "--format=%s") == "jiwa: corrections 1-2 added\n"
    again = pks("correction", "add", "jiwa", "--from", file)
    assert (again.code, again.out) == (0, "")
    assert "jiwa: nothing changed\n" in again.err
    assert "2 rows are recorded already, as corrections 1-2\n" in again.err
    assert jiwa.read_text() == HEAD + WRITTEN + TAIL


def test_only_new_rows_are_added_and_what_was_withdrawn_is_not_revived(pks: Run, jiwa: Path) -> None:
    pks("correction", "add", "jiwa", "--from", sheet("m.xlsx", (HEADER, *ROWS)))
    pks("correction", "withdraw", "jiwa", "2", "--reason", "ganda")
    before = jiwa.read_text()
    more = sheet("m.xlsx", (HEADER, *ROWS, (3, "Pasal 10", None, "Tambahan", None)))
    result = pks(
        "correction", "add", "jiwa", "--from", more, "--by", "Bagian Hukum", "--kind", "redaksi", "--date", "2026-02-01"
    )
    assert (result.code, result.out) == (0, "3\n")
    added = (
        "  - no: 3\n    kind: wording\n    clause: Pasal 10\n    becomes: Tambahan\n"
        "    raised: {date: 2026-02-01, by: Bagian Hukum}\n"
    )
    assert jiwa.read_text() == before.replace(TAIL, added + TAIL)


def test_a_dry_run_shows_the_table_and_the_diff(pks: Run, jiwa: Path) -> None:
    file = sheet("m.xlsx", (HEADER, *ROWS))
    code, out, err = pks("correction", "add", "jiwa", "--from", file, "--dry-run")
    assert code == 0
    table, _, diff = out.partition("--- a/agreements/jiwa.yaml\n")
    assert table.splitlines()[1].startswith("1\tPasal 4\tPIHAK KEDUA\tPARA PIHAK\thasil rapat\t")
    assert len(table.splitlines()) == 3
    assert "+  - no: 2\n" in diff
    assert err.endswith("only tried; nothing was written\n")
    assert jiwa.read_text() == HEAD + TAIL


def test_titles_merged_cells_blank_rows_numbering_and_signatures_are_no_corrections(pks: Run, jiwa: Path) -> None:
    rows = (
        ("MATRIKS KOREKSI PKS", None, None, None, None),
        (None, None, None, None, None),
        ("No", "Pasal", "Naskah", None, "Keterangan"),
        (None, None, "Semula", "Seharusnya tertulis", None),
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        ("BAB II KEWAJIBAN", None, None, None, None),
        (1, 4, "a", "b", "x"),
        (2, None, "c", "d", None),
        (None, None, None, None, None),
        (3, None, None, "tambah satu ayat", None),
        (None, None, None, None, None),
        (None, "Mengetahui", None, None, "Ketapang, 1 Maret 2026"),
    )
    file = sheet("m.xlsx", rows, "A3:A4", "B3:B4", "C3:D3", "E3:E4", "B7:B8", "A6:E6", "A1:E1")
    result = pks("correction", "add", "jiwa", "--from", file)
    assert (result.code, result.out) == (0, "1-3\n")
    assert "table Matriks: 3 corrections read\ntable Matriks: rows 11-12 below it are not read\n" in result.err
    assert jiwa.read_text() == HEAD + """\
corrections:
  - no: 1
    clause: Pasal 4
    was: a
    becomes: b
    reason: x
    raised: {date: 2026-03-01}
  - no: 2
    clause: Pasal 4
    was: c
    becomes: d
    raised: {date: 2026-03-01}
  - no: 3
    clause: BAB II KEWAJIBAN
    becomes: tambah satu ayat
    raised: {date: 2026-03-01}
""" + TAIL  # fmt: skip


def test_rows_that_cannot_be_read_are_all_named_and_nothing_is_written(pks: Run, jiwa: Path) -> None:
    header = ("No", "Pasal", "Tertulis", "Usulan", "Jenis")
    rows = (header, (1, "Pasal 1", "a", "b", "redaksional"), (2, date(2026, 5, 4), "c", "d", None),
            (3, "Pasal 3", None, None, None), (4, "Pasal 4", "e", "f", "penghapusan"))  # fmt: skip
    code, out, err = pks("correction", "add", "jiwa", "--from", sheet("m.xlsx", rows))
    assert (code, out) == (4, "")
    assert err == (
        "jiwa\npks: 3 rows of m.xlsx cannot be read, so nothing was written:\n"
        "  table Matriks, row 3: its clause reads as the day 2026-05-04; in the sheet, make the cell text\n"
        "  table Matriks, row 4: it has a number but does not say what changes; fill it in or delete it\n"
        "  table Matriks, row 5: kind `penghapusan` is not known; write substance or wording, or leave it empty\n"
    )
    assert jiwa.read_text() == HEAD + TAIL


def test_hostile_cells_are_text(pks: Run, jiwa: Path) -> None:
    rows = (("No", "Klausul", "Draf awal", "Usulan perbaikan"), (1, "0123", "no", "=1+1: #\n- baris dua 😀"))
    assert pks("correction", "add", "jiwa", "--from", paper("m.docx", rows)).code == 0
    text = jiwa.read_text()
    assert "    clause: Klausul 0123\n" in text
    assert '    was: "no"\n' in text
    assert "=1+1: #" in text
    assert pks("check", "jiwa").code == 0


@pytest.mark.parametrize(
    ("rows", "code", "says"),
    [
        ([("Nama", "Alamat"), ("a", "b")], 4, "m.csv holds no table of corrections"),
        ([("Semula",), ("a",)], 4, "m.csv holds no table of corrections"),
        ([HEADER], 0, "nothing changed"),
    ],
)
def test_a_file_without_corrections_says_so(pks: Run, jiwa: Path, rows: list[Any], code: int, says: str) -> None:
    result = pks("correction", "add", "jiwa", "--from", separated("m.csv", rows))
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert jiwa.read_text() == HEAD + TAIL


def test_a_file_that_is_not_there_is_named(pks: Run, jiwa: Path) -> None:
    code, out, err = pks("correction", "add", "jiwa", "--from", "tidak-ada.xlsx")
    assert (code, out) == (3, "")
    assert "tidak-ada.xlsx" in err
    assert jiwa.read_text() == HEAD + TAIL


@pytest.mark.usefixtures("jiwa")
def test_a_matrix_of_two_hundred_rows_is_one_commit(pks: Run) -> None:
    rows = [(number, f"Pasal {number}", f"lama {number}", f"baru {number}", None) for number in range(1, 201)]
    assert pks("correction", "add", "jiwa", "--from", sheet("m.xlsx", [HEADER, *rows])).out == "1-200\n"
    assert git("log", "--format=%s").splitlines()[:2] == ["jiwa: corrections 1-200 added", "jiwa"]
    result = pks("correction", "accept", "jiwa", "1-100,150,199-200", "--party", "rsj")
    assert result.out == "RSJ: corrections 1-100, 150, 199-200 accepted\n"


def matrix(*rows: Sequence[Cell]) -> tuple[Proposal, ...]:
    width = max(map(len, rows))
    return read_matrix([Grid("1", tuple((*row, *[None] * (width - len(row))) for row in rows))], "m").proposals


@pytest.mark.parametrize(
    "header",
    [
        ("Pasal/Ayat", "Semula", "Menjadi", "Alasan", "Jenis koreksi", "Pengusul"),
        ("Klausul", "Tertulis", "Seharusnya tertulis", "Keterangan", "Jenis", "Dari"),
        ("Bagian", "Draf awal", "Usulan perubahan", "Dasar usulan", "Sifat", "Diusulkan oleh"),
        ("Halaman", "Naskah awal", "Perbaikan", "Pertimbangan", "JENIS", "Pihak pengusul"),
        ("Clause", "Original text", "Proposed text", "Reason", "Kind", "Raised by"),
        ("Article", "Was", "Should be", "Remarks", "Type", "By"),
    ],
)
def test_the_words_of_headers_are_those_that_offices_use(header: tuple[str, ...]) -> None:
    row = ("Pasal 1", "a", "b", "c", "isi", "Hukum")
    assert matrix(header, row) == (Proposal("Pasal 1", "a", "b", "c", "substance", "Hukum"),)


def test_two_columns_of_one_kind_are_read_together_and_a_header_on_the_next_page_is_left_out() -> None:
    rows: list[Sequence[Cell]] = [
        ("Bab", "Pasal", "Semula", "Menjadi"),
        ("I", 2.0, "a", "b"),
        ("Bab", "Pasal", "Semula", "Menjadi"),
        (2, "3a", 5, True),
    ]
    assert matrix(*rows) == (Proposal("I, Pasal 2", "a", "b"), Proposal("Bab 2, Pasal 3a", "5", "TRUE"))


def test_every_table_with_such_a_header_is_read() -> None:
    grids = [
        Grid("1", (("Hari", "Tempat"), ("Senin", "Aula"))),
        *[Grid(str(at), (("Semula", "Menjadi"), ("a", str(at)))) for at in (2, 3)],
    ]
    found = read_matrix(grids, "m")
    assert [one.becomes for one in found.proposals] == ["2", "3"]
    assert found.counts == (("2", 1), ("3", 1))


CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.integers(), st.floats(allow_nan=False), st.dates(), st.datetimes(), st.booleans()
)


@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=8))
def test_whatever_is_in_the_cells_a_matrix_is_read_or_refused(rows: list[list[Cell]]) -> None:
    try:
        found = read_matrix([Grid("1", (HEADER, *map(tuple, rows)))], "m")
    except InvalidError:
        return
    assert all(one.says_something for one in found.proposals)
    assert len(found.proposals) <= len(rows)
