"""Files that would harm or mislead whoever opens them: refused in a sentence, soon, in little memory."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pks.errors import PksError
from pks.inputs.reading import LARGEST, read_file, read_grids
from tests.inputs.files import document, old_workbook, packed, sheet_of, spreadsheet, unpacked, workbook

DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ALIKE = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'
CELL = '<table:table-cell office:value-type="float" office:value="1" {}><text:p>1</text:p></table:table-cell>'


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le") + bytes(600)


def encrypted_zip() -> bytes:
    content = bytearray(packed({"xl/workbook.xml": "<a/>"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def lying_about_its_size() -> bytes:
    """A part of 60 MB whose directory says that it is 100 bytes."""
    content = bytearray(packed({"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": b" " * 60_000_000}))
    at = content.rindex(b"PK\x01\x02") + 24
    content[at : at + 4] = (100).to_bytes(4, "little")
    return bytes(content)


def with_part(content: bytes, name: str, text: str) -> bytes:
    return packed({**unpacked(content), name: text})


def repeated_name() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("xl/workbook.xml", "<b/>")
    return stream.getvalue()


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a part that expands a thousand times": ("a.xlsx", lambda: sheet_of("", strings=30_000_000), "foreign.bomb"),
    "parts that expand to over 50 MB": (
        "a.xlsx", lambda: packed({f"{one}.xml": os.urandom(10_000) * 100 for one in range(60)}), "foreign.expands",
    ),
    "a part larger than it says": ("a.xlsx", lying_about_its_size, "foreign.damaged"),
    "a thousand parts": ("a.xlsx", lambda: packed({f"{one}": "" for one in range(1000)}), "foreign.many-parts"),
    "two parts of one name": ("a.xlsx", repeated_name, "foreign.damaged"),
    "entities in a sheet": ("a.xlsx", lambda: sheet_of("", before=DTD), "foreign.dtd"),
    "entities in a document": ("a.docx", lambda: document("", before=DTD), "foreign.dtd"),
    "entities in the shared texts": (
        "a.xlsx", lambda: with_part(workbook([["a"]]), "xl/sharedStrings.xml", f"{DTD}<sst/>"), "foreign.dtd",
    ),
    "entities in text whose bytes stand the other way round": (
        "a.xlsx", lambda: packed({"xl/a.xml": f"<?xml version='1.0'?>{DTD}<a/>".encode("utf-16-be")}), "foreign.dtd",
    ),
    "a part packed as no office program does": (
        "a.xlsx", lambda: packed({"xl/workbook.xml": "<a/>"}, zipfile.ZIP_LZMA), "foreign.damaged",
    ),
    "an external entity in an ods": (
        "a.ods",
        lambda: with_part(spreadsheet(""), "content.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'),
        "foreign.dtd",
    ),
    "a million rows": (
        "a.xlsx", lambda: sheet_of("".join(map(ALIKE.format, range(1, 1_000_001, 3)))), "foreign.sheet-large",
    ),
    "two cells that span the whole sheet": (
        "a.xlsx",
        lambda: sheet_of(ALIKE.format(1) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "foreign.sheet-large",
    ),
    "a cell far to the right in many rows": (
        "a.xlsx",
        lambda: sheet_of("".join(f'<row r="{one}"><c r="XFD{one}"><v>1</v></c></row>' for one in (1, 70))),
        "foreign.sheet-large",
    ),
    "cells without an address": ("a.xlsx", lambda: sheet_of("<row><c/></row>" * 100_001), "foreign.sheet-large"),
    "an ods cell repeated a billion times": (
        "a.ods",
        lambda: spreadsheet(
            '<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000">'
            + CELL.format('table:number-columns-repeated="1000"') + "</table:table-row></table:table>"
        ),
        "foreign.sheet-large",
    ),
    "an encrypted ods": ("a.ods", lambda: spreadsheet("", "<a><manifest:encryption-data/></a>"), "foreign.encrypted"),
    "an encrypted xlsx": ("a.xlsx", lambda: compound("EncryptedPackage"), "foreign.encrypted"),
    "an encrypted zip": ("a.xlsx", encrypted_zip, "foreign.encrypted"),
    "an old Word document": ("a.doc", lambda: compound("WordDocument"), "foreign.old-word"),
    "a damaged xls": ("a.xls", lambda: compound("Workbook"), "foreign.damaged"),
    "two cells that span a whole old sheet": (
        "a.xls", lambda: old_workbook((0, 0), (65535, 255)), "foreign.sheet-large",
    ),
    "an old sheet whose sectors run in a circle": (
        "a.xls", lambda: old_workbook((0, 0))[:524] + b"\2\0\0\0" + old_workbook((0, 0))[528:], "foreign.damaged",
    ),
    "a compound file of nothing": ("a.xls", lambda: compound("Nothing"), "foreign.damaged"),
    "a cut workbook": ("a.xlsx", lambda: workbook([["a"]])[:-300], "foreign.damaged"),
    "a sheet that is no XML": ("a.xlsx", lambda: sheet_of("<row>"), "foreign.damaged"),
    "a workbook without its parts": ("a.xlsx", lambda: packed({"xl/other.xml": "<a/>"}), "foreign.damaged"),
    "a document that is no XML": ("a.docx", lambda: document("<w:tbl>"), "foreign.damaged"),
    "a table of too many rows": (
        "a.docx", lambda: document(f"<w:tbl>{'<w:tr/>' * 100_001}</w:tbl>"), "foreign.sheet-large",
    ),
    "a binary workbook": ("a.xlsb", lambda: packed({"xl/workbook.bin": ""}), "foreign.other-kind"),
    "any other zip": ("a.xlsx", lambda: packed({"a.txt": ""}), "foreign.other-kind"),
    "a PDF": ("a.xlsx", lambda: b"%PDF-1.7\n", "foreign.other-kind"),
    "a web page named xls": ("a.xls", lambda: b"<html><table><tr><td>1", "foreign.web-page"),
    "text named xlsx": ("a.xlsx", lambda: b"a,b\n1,2\n", "foreign.not-as-named"),
    "nothing": ("a.csv", lambda: b" \n", "foreign.empty"),
    "a file of over 20 MB": ("a.csv", lambda: b"a" * (LARGEST + 1), "foreign.large"),
    "text of a million rows": ("a.csv", lambda: b"a,b\n" * 1_000_000, "foreign.sheet-large"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_within_two_seconds(tmp_path: Path, case: str) -> None:
    name, make, key = HOSTILE[case]
    path = tmp_path / name
    path.write_bytes(make())
    began = time.process_time()
    with pytest.raises(PksError) as caught:
        read_file(path)
    assert (caught.value.message.key, int(caught.value.exit_code)) == (key, 4)
    assert time.process_time() - began < 2


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory was used")
def test_all_of_them_together_need_less_than_200_mb(tmp_path: Path) -> None:
    for number, (name, make, _) in enumerate(HOSTILE.values()):
        (tmp_path / f"{number}-{name}").write_bytes(make())
    program = (
        "import pathlib, sys\nfrom pks.errors import PksError\nfrom pks.inputs.reading import read_file\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
        "    try:\n        read_file(path)\n    except PksError:\n        continue\n    sys.exit(f'{path} was read')\n"
        "print(pathlib.Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 200 * 1024


def refusal(path: Path) -> tuple[str, int]:
    with pytest.raises(PksError) as caught:
        read_file(path)
    return caught.value.message.key, int(caught.value.exit_code)


def test_what_is_no_file_to_read_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx") == ("foreign.missing", 3)
    assert refusal(tmp_path) == ("foreign.folder", 2)
    assert refusal(Path("a\0b")) == ("foreign.unreadable", 7)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")
def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.csv")
    assert refusal(tmp_path / "fifo.csv") == ("foreign.not-regular", 2)
    assert refusal(Path("/dev/zero")) == ("foreign.not-regular", 2)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(tmp_path / "loop") == ("foreign.unreadable", 7)


@pytest.mark.parametrize("call", ["fstat", "fdopen"])
def test_a_disk_that_fails_while_the_file_is_looked_at_is_said_and_nothing_stays_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    opened, real = [], os.open

    def note(path: str, flags: int) -> int:
        opened.append(real(path, flags))
        return opened[-1]

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", note)
        patch.setattr(os, call, fail)
        assert refusal(tmp_path / "a.csv") == ("foreign.unreadable", 7)
    assert len(opened) == 1
    with pytest.raises(OSError, match=os.strerror(errno.EBADF)):
        os.fstat(opened[0])


def test_a_cell_that_says_it_spans_a_number_nobody_reads_spans_what_word_allows(tmp_path: Path) -> None:
    span = f'<w:tcPr><w:gridSpan w:val="{"9" * 5000}"/></w:tcPr>'
    cells = f"<w:tc>{span}<w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
    (tmp_path / "a.docx").write_bytes(document(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    ((row,),) = (one.rows for one in read_grids(tmp_path / "a.docx"))
    assert (row[0], row[63], len(row)) == ("a", "b", 64)
