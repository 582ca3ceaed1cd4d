"""CSV is RFC 4180 for programs, or what Excel in Indonesia opens; no field of it is a formula."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pks.domain.terms import parse_length
from pks.outputs.csv_text import csv_text
from pks.tables.formulas import marked, unmarked
from pks.tables.table import Rupiah
from tests.outputs.lookalikes import paper

ROW = (
    "Dinas, Sosial", ("A", "B; C"), date(2026, 2, 12), Rupiah(250_000_000), -3, 2.5, False, parse_length("2 years"),
    None, "=1+1", 'kata "ini"\nlagi',
)  # fmt: skip
HEAD = ",".join(f"Kolom {number}" for number in range(1, 12))


def test_fields_are_plain_values_for_a_program() -> None:
    assert csv_text(paper(ROW), "en", excel=False).content.decode() == (
        f'{HEAD}\r\n"Dinas, Sosial",A; B; C,2026-02-12,250000000,-3,2.5,no,2 years,,\'=1+1,"kata ""ini""\nlagi"\r\n'
    )


def test_excel_in_indonesia_gets_semicolons_and_a_mark_of_utf_8() -> None:
    content = csv_text(paper(("Café", "a;b")), "id", excel=True).content
    assert content == b'\xef\xbb\xbfKolom 1;Kolom 2\r\nCaf\xc3\xa9;"a;b"\r\n'


def test_groups_are_a_column_and_an_empty_table_is_its_head() -> None:
    grouped = csv_text(paper(("a",), ("b",), groups=True), "en", excel=False).content
    assert grouped == b"Group,Kolom 1\r\nG1,a\r\nG2,b\r\n"
    assert csv_text(paper(heads=("Judul",)), "en", excel=False).content == b"Judul\r\n"


@given(st.text(alphabet="'=+-@ \t\nab1", max_size=8))
def test_marking_a_formula_can_always_be_undone(text: str) -> None:
    assert unmarked(marked(text)) == text
    assert not marked(text).lstrip("\t\n ").startswith(("=", "+", "-", "@"))


def test_only_what_could_be_a_formula_is_marked() -> None:
    texts = ("'biasa", "a=1", "1-2", "0123", "", "'", "''")
    assert [marked(text) for text in texts] == list(texts)
    assert [marked(text) for text in ("=1", "-", "'=1", "''@", " +1", "\tx")] == [
        "'=1", "'-", "''=1", "'''@", "' +1", "'\tx",
    ]  # fmt: skip
