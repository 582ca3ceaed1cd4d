"""CSV as Excel, LibreOffice, Google and old programs write it: found out, or refused with a place."""

from __future__ import annotations

import codecs

import pytest

from pks.errors import InvalidError
from pks.inputs.grid import Cell
from pks.inputs.separated import read_separated

Rows = tuple[tuple[Cell, ...], ...]
TWO: Rows = (("Judul", "Mulai"), ("Rujukan", "31/12/2024"))
NONE = (None, None)
PLAIN = "Judul,Mulai\nRujukan,31/12/2024\n"
READ: dict[str, tuple[bytes, Rows, str, str | None]] = {
    "comma": (PLAIN.encode(), TWO, "UTF-8", ","),
    "semicolon, as Excel in Indonesia": (PLAIN.replace(",", ";").encode(), TWO, "UTF-8", ";"),
    "tab": (PLAIN.replace(",", "\t").encode(), TWO, "UTF-8", "\t"),
    "bar": (PLAIN.replace(",", "|").encode(), TWO, "UTF-8", "|"),
    "CRLF": (PLAIN.replace("\n", "\r\n").encode(), TWO, "UTF-8", ","),
    "CR alone": (PLAIN.replace("\n", "\r").encode(), TWO, "UTF-8", ","),
    "mixed line endings": (b"Judul,Mulai\r\nRujukan,31/12/2024\n", TWO, "UTF-8", ","),
    "no line end at the end": (PLAIN.rstrip().encode(), TWO, "UTF-8", ","),
    "UTF-8 with a mark": (codecs.BOM_UTF8 + PLAIN.encode(), TWO, "UTF-8", ","),
    "UTF-16 LE": (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), TWO, "UTF-16", ","),
    "UTF-16 BE": (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), TWO, "UTF-16", ","),
    "UTF-16 with tabs, as Excel's Unicode text": (
        codecs.BOM_UTF16_LE + PLAIN.replace(",", "\t").encode("utf-16-le"), TWO, "UTF-16", "\t",
    ),
    "Windows-1252": ("a,b\n“Café”,–\n".encode("cp1252"), (("a", "b"), ("“Café”", "–")), "Windows-1252", ","),
    "UTF-8 letters": ("a,b\nCafé,–\n".encode(), (("a", "b"), ("Café", "–")), "UTF-8", ","),
    "sep= line": (b"sep=;\r\na;b,c\r\n1;2,5\r\n", ((None, None), ("a", "b,c"), ("1", "2,5")), "UTF-8", ";"),
    "quoted sep= line": (b'"sep=|"\na|b\n', ((None, None), ("a", "b")), "UTF-8", "|"),
    "decimal commas": (b"a;b\n1,5;2,25\n3,5;4,75\n", (("a", "b"), ("1,5", "2,25"), ("3,5", "4,75")), "UTF-8", ";"),
    "commas in every title": (b"a;b\nx, y;1\nz, w;2\n", (("a", "b"), ("x, y", "1"), ("z, w", "2")), "UTF-8", ";"),
    "quoted separators": (b'a,b\n"x, y","1;2;3"\n', (("a", "b"), ("x, y", "1;2;3")), "UTF-8", ","),
    "a line break in a cell": (b'a,b\n"x\ny",1\n', (("a", "b"), ("x\ny", "1")), "UTF-8", ","),
    "a line break first": (b'a,b\n"\nx",1\n', (("a", "b"), ("\nx", "1")), "UTF-8", ","),
    "doubled quotes": (b'a,b\n"x ""y""",1\n', (("a", "b"), ('x "y"', "1")), "UTF-8", ","),
    "a quote within a word": (b'a,b\nx "y" z,1\n', (("a", "b"), ('x "y" z', "1")), "UTF-8", ","),
    "text behind a quote": (b'a,b\n"x" y,1\n', (("a", "b"), ("x y", "1")), "UTF-8", ","),
    "ragged rows": (b"a,b,c\n1\n1,2,3\n", (("a", "b", "c"), ("1", None, None), ("1", "2", "3")), "UTF-8", ","),
    "empty rows between": (b"a,b\n\n1,2\n", (("a", "b"), (None, None), ("1", "2")), "UTF-8", ","),
    "empty rows at the end": (b"a,b\n,\n,\n\n", (("a", "b"),), "UTF-8", ","),
    "empty columns at the end": (b"a,b,,\n1,2,,\n", (("a", "b"), ("1", "2")), "UTF-8", ","),
    "a comma at the end of each row": (b"a,b,\n1,2,\n", (("a", "b"), ("1", "2")), "UTF-8", ","),
    "a title above": (b"Daftar,,\na,b,c\n1,2,3\n", (("Daftar", *NONE), ("a", "b", "c"), ("1", "2", "3")), "UTF-8", ","),
    "one column": (b"a\nb\n", (("a",), ("b",)), "UTF-8", None),
    "one cell": (b"a", (("a",),), "UTF-8", None),
    "leading zeros": (b"a,b\n0123,007\n", (("a", "b"), ("0123", "007")), "UTF-8", ","),
    "a guarded formula": (b"a,b\n'=1+1,'-x\n", (("a", "b"), ("=1+1", "-x")), "UTF-8", ","),
    "a formula": (b"a,b\n=1+1,@x\n", (("a", "b"), ("=1+1", "@x")), "UTF-8", ","),
    "an apostrophe": (b"a,b\n'ain,'0812\n", (("a", "b"), ("'ain", "'0812")), "UTF-8", ","),
    "spaces": (b"a,b\n  x  , y\n", (("a", "b"), ("  x  ", " y")), "UTF-8", ","),
    "40,000 characters": (b"a,b\n" + b"x" * 40_000 + b",1\n", (("a", "b"), ("x" * 40_000, "1")), "UTF-8", ","),
    "emoji and right to left": ("a,b\n🤝,עברית\n".encode(), (("a", "b"), ("🤝", "עברית")), "UTF-8", ","),
    "both, one more even": (b"a,b;c\n1,2;3\n1,2\n", (("a", "b;c"), ("1", "2;3"), ("1", "2")), "UTF-8", ","),
}  # fmt: skip
REFUSED: dict[str, tuple[bytes, str, dict[str, object]]] = {
    "a NUL": (b"a,b\n1,\x002\n", "foreign.nul", {"line": 2, "column": 3}),
    "UTF-16 without a mark": ("a,b\n1,2\n".encode("utf-16-le"), "foreign.utf16-unmarked", {}),
    "UTF-16 cut in a letter": (codecs.BOM_UTF16_LE + b"a\0,\0b", "foreign.undecodable", {"line": 1, "offset": 7}),
    "no letters in any encoding": (b"a,b\n1,\xff\x81\n", "foreign.undecodable", {"line": 2, "offset": 8}),
    "an open quote": (b'a,b\n1,2\n"x,1\n2,3\n', "foreign.open-quote", {"line": 3}),
    "an open quote behind a line break": (b'a,b\n"1\n2",2\n3,"x\n', "foreign.open-quote", {"line": 4}),
    "two separators alike": (b"a,b;c\n1,2;3\n", "foreign.separators", {"first": ",", "second": ";"}),
    "a cell of over a million": (b"a,b\n1," + b"x" * 1_000_001, "foreign.cell-long", {"line": 2, "most": 1_000_000}),
}


@pytest.mark.parametrize("case", READ)
def test_it_is_read_as_it_was_meant(case: str) -> None:
    content, rows, encoding, separator = READ[case]
    found = read_separated(content, "a.csv")
    assert (found.grid.rows, found.encoding, found.separator) == (rows, encoding, separator)
    assert found.grid.name == "a.csv"


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_its_place(case: str) -> None:
    content, key, values = REFUSED[case]
    with pytest.raises(InvalidError) as caught:
        read_separated(content, "a.csv")
    assert caught.value.message.key == key
    assert caught.value.message.values == {"file": "a.csv", **values}


def test_a_separator_that_is_given_decides() -> None:
    assert read_separated(b"a,b;c\n1,2;3\n", "a.csv", separator=";").grid.rows == (("a,b", "c"), ("1,2", "3"))
