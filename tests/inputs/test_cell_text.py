"""What a cell says as text: the same for a register, a form and a correction matrix."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell, Grid
from pks.inputs.register.parties import Ours
from pks.inputs.register.proposal import Settings, propose_register
from pks.workflow.correction_matrix import read_matrix

ODD: list[tuple[Cell, str]] = [
    (None, ""),
    ("", ""),
    (" \u200b\ufeff ", ""),
    ("Rujukan\xa0pasien", "Rujukan pasien"),
    ("Rujukan\u202fpasien", "Rujukan pasien"),
    ("Ruju\u00adkan\u200b", "Rujukan"),
    ("\u200eRujukan\u200f\u2060", "Rujukan"),
    ("satu\r\ndua\rtiga  \n empat", "satu\ndua\ntiga\n empat"),
    ("satu\x0bdua\u2028tiga\u2029empat", "satu\ndua\ntiga\nempat"),
    ("  \tPasal 4\t ", "Pasal 4"),
    ("0123", "0123"),
    ("1.0", "1.0"),
    ("e\u0301", "e\u0301"),
    ("a\u200cb\u200dc", "a\u200cb\u200dc"),
    (4, "4"),
    (-1, "-1"),
    (1.0, "1"),
    (2.5, "2.5"),
    (0.1 + 0.2, "0.3"),
    (1234567.0, "1234567"),
    (True, "TRUE"),
    (False, "FALSE"),
    (date(2026, 3, 1), "2026-03-01"),
    (datetime(2026, 3, 1), "2026-03-01"),  # noqa: DTZ001  # a cell has no zone
    (datetime(2026, 3, 1, 9, 30), "2026-03-01 09:30"),  # noqa: DTZ001
]


@pytest.mark.parametrize(("cell", "text"), ODD)
def test_an_odd_cell_has_one_text(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(("cell", "text"), [one for one in ODD if one[1]])
def test_a_register_and_a_matrix_read_a_cell_alike(cell: Cell, text: str) -> None:
    matrix = Grid("a", (("Pasal", "Semula", "Menjadi"), ("Pasal 4", "x", cell)))
    assert [one.becomes for one in read_matrix([matrix], "a.docx").proposals] == [text]
    rows = (("Mitra", "Judul Kerjasama", "Tanggal Mulai", "Ruang Lingkup"), ("RSJ", "Rujukan", date(2026, 1, 2), cell))
    (one,) = propose_register(Grid("a", rows), Settings(Ours("Kota Damai"))).judged
    assert one.read.texts["scope"] == text


@given(st.text())
def test_the_text_of_a_text_is_itself(text: str) -> None:
    assert text_of(text_of(text)) == text_of(text)
