"""Templates of letters made for tests, and what a letter says when it is read again."""

from __future__ import annotations

import io
from pathlib import Path

import docx


def template(*paragraphs: str, header: str = "") -> bytes:
    """A docx with one paragraph for each text."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def texts(content: bytes | Path) -> list[str]:
    """The paragraphs of a docx that say anything, those in tables after those of the body."""
    document = docx.Document(io.BytesIO(content) if isinstance(content, bytes) else str(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [one for one in (*(paragraph.text for paragraph in document.paragraphs), *cells) if one.strip()]


def rows(content: Path, number: int) -> list[list[str]]:
    """The cells of the table `number` of a docx, from 0."""
    return [[cell.text for cell in row.cells] for row in docx.Document(str(content)).tables[number].rows]
