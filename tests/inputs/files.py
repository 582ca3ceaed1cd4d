"""Workbooks and documents made by hand, as no office program would write them."""

from __future__ import annotations

import io
import struct
import zipfile

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def workbook(rows: list[list[object]], *, merged: tuple[str, ...] = (), epoch_1904: bool = False) -> bytes:
    """An xlsx file with one sheet, Register."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904  # noqa: PLC0415

    book = Workbook()
    if epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.title = "Register"
    for row in rows:
        sheet.append(row)
    for one in merged:
        sheet.merge_cells(one)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_of(body: str, *, before: str = "", strings: int = 0) -> bytes:
    """An xlsx file whose only sheet holds `body`, the rows as XML; `strings` pads another part."""
    parts: dict[str, str | bytes] = dict(unpacked(workbook([["a"]])))
    parts["xl/worksheets/sheet1.xml"] = (
        f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    )
    if strings:
        parts["xl/media/image1.bin"] = b"\0" * strings
    return packed(parts, zipfile.ZIP_DEFLATED if strings else zipfile.ZIP_STORED)


def document(body: str, *, before: str = "") -> bytes:
    """A docx file with `body` in it."""
    text = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": text}, zipfile.ZIP_STORED)


def spreadsheet(body: str, manifest: str = "<manifest/>") -> bytes:
    """An ods file whose content.xml holds `body` as its tables."""
    spaces = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>{body}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def old_workbook(*cells: tuple[int, int]) -> bytes:
    """An xls file whose only sheet has these numbers: row and column from 0."""
    begin = struct.pack("<HHHHHHHI", 0x0809, 16, 0x0600, 0x0010, 0, 0, 0, 0) + bytes(2)
    stream = begin + b"".join(struct.pack("<HHHHHd", 0x0203, 14, row, column, 0, 1.0) for row, column in cells)
    stream += struct.pack("<HH", 0x000A, 0)
    stream += bytes(-len(stream) % 512 or 512) + bytes(4096)
    stream = stream[: len(stream) // 512 * 512]
    last, free = 0xFFFFFFFE, 0xFFFFFFFF
    count = len(stream) // 512
    table = [0xFFFFFFFD, last, *range(3, count + 2), last]
    entries = [_entry("Root Entry", 5, last, 0), _entry("Workbook", 2, 2, len(stream)), bytes(256)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, last, 0, last, 0, 0) + struct.pack("<I", free) * 108
    return header + struct.pack("<128I", *table, *[free] * (128 - len(table))) + b"".join(entries) + stream


def _entry(name: str, kind: int, start: int, length: int) -> bytes:
    encoded = name.encode("utf-16-le")
    head = encoded + bytes(64 - len(encoded)) + struct.pack("<HBB", len(encoded) + 2, kind, 1)
    return (
        head
        + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
        + bytes(36)
        + struct.pack("<II", start, length)
        + bytes(4)
    )
