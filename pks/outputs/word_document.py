"""A table as a Word document: headings, one table a group with its head on every page, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from pks.extras import needed
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.formal import formal_text
from pks.outputs.laid_out import COLOURS, Made, byline, group_heading, headings, on_paper, title_of, widths
from pks.outputs.visible import visible
from pks.tables.paper import Paper, Sheet
from pks.tables.table import Row

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_SIZES_MM: Final = {"f4": (215, 330), "a4": (210, 297)}
_MARGIN_MM: Final = 15
_FONT: Final = "Arial"
_POINTS: Final = {"grid": 8.5, "lines": 10.0}
_SMALLEST: Final = 6.0
_LETTER_MM: Final = 0.2  # how wide a letter is on average, for each point of its size
_EDGE_MM: Final = 1.0  # on either side of a cell
_INDENT_MM: Final = 5
LONGEST_PROPERTY: Final = 255  # of what Word shows as title and author


def word_document(paper: Paper, language: Language, sheet: Sheet) -> Made:
    """`paper` as the bytes of a docx file.

    Raises:
        EnvironmentFailureError: when python-docx or Babel is not installed.
    """
    needed("docx", "python-docx")
    from docx import Document

    document = Document()
    _about(document, paper, language)
    room_mm = _pages(document, paper, sheet)
    table = on_paper(paper.table)
    heads = headings(table, language)
    texts = [[formal_text(cell, language) for cell in row.cells] for row in table.rows]
    points, wide = _shared(room_mm, heads if paper.form == "grid" else [""] * len(heads), texts, _POINTS[paper.form])
    _fonts(document, points)
    document.add_heading(title_of(paper, language), 0)
    document.add_paragraph(byline(paper, language))
    if not texts:
        document.add_paragraph(visible(say(paper.table.empty, language)))
    for group in table.groups:
        heading = group_heading(group.heading, language)
        if heading:
            document.add_heading(heading, 2)
        _table(document, group.rows, heads if paper.form == "grid" else [], wide, language)
    _page_numbers(document, language)
    return Made(_bytes(document))


def _about(document: Document, paper: Paper, language: Language) -> None:
    """What Word shows as the properties of the file."""
    about = document.core_properties
    about.title = title_of(paper, language)[:LONGEST_PROPERTY]
    about.author = visible(paper.office or "pks")[:LONGEST_PROPERTY]
    about.comments, about.last_modified_by = "", ""
    about.created = about.modified = datetime.combine(paper.day, time())


def _pages(document: Document, paper: Paper, sheet: Sheet) -> int:
    """Set the size of the pages; the millimetres between the margins."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    short, long = _SIZES_MM[sheet]
    section = document.sections[0]
    across = paper.form == "grid"
    width, height = (long, short) if across else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
    return width - 2 * _MARGIN_MM


def _fonts(document: Document, points_of_text: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": points_of_text, "Title": 15.0, "Heading 2": 11.0}
    for name, points in sizes.items():
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(points), RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):  # those of the theme would win
            if attribute.endswith("Theme"):
                del fonts.attrib[attribute]
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), _FONT)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.line_spacing = 1.0


def _shared(
    room_mm: int, heads: Sequence[str], texts: Sequence[Sequence[str]], points: float
) -> tuple[float, list[float]]:
    """The size of the letters, smaller where there are many columns, and the room in millimetres for each column."""
    while True:
        letters, padding = int(room_mm / (points * _LETTER_MM)), ceil(2 * _EDGE_MM / (points * _LETTER_MM))
        wanted = [width + padding for width in widths(heads, texts, letters - padding * len(heads))]
        if sum(wanted) <= letters or points <= _SMALLEST:
            return points, [room_mm * one / sum(wanted) for one in wanted]
        points -= 0.5


def _table(
    document: Document, rows: Sequence[Row], heads: Sequence[str], wide: Sequence[float], language: Language
) -> None:
    """One table; with `heads` it has lines, and a head on every page."""
    from docx.shared import Mm

    table = document.add_table(rows=0, cols=len(wide))
    table.autofit = False
    _edges(table)
    if heads:
        table.style = "Table Grid"
        _head(table, heads, wide)
    for row in rows:
        _row(table, row, wide, language)
    for column, width_mm in zip(table.columns, wide, strict=True):
        column.width = Mm(width_mm)  # LibreOffice goes by the columns, Word by the cells


def _edges(table: Any) -> None:
    """Make the edges of cells narrow: Word leaves twice as much."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    margins = OxmlElement("w:tblCellMar")
    for name in ("w:left", "w:right"):
        side = OxmlElement(name)
        side.set(qn("w:w"), str(Mm(_EDGE_MM).twips))
        side.set(qn("w:type"), "dxa")
        margins.append(side)
    properties = table._tbl.tblPr  # noqa: SLF001  # python-docx has no word for it
    properties.find(qn("w:tblLook")).addprevious(margins)  # Word minds the order


def _head(table: Any, heads: Sequence[str], wide: Sequence[float]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    row = table.add_row()
    for cell, head, width_mm in zip(row.cells, heads, wide, strict=True):
        _write(cell, head, width_mm, bold=True)
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "E7ECEF")
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001  # python-docx has no word for it
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  # as above


def _row(table: Any, row: Row, wide: Sequence[float], language: Language) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    added = table.add_row()
    added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  # python-docx has no word for it
    for number, (cell, value, width_mm) in enumerate(zip(added.cells, row.cells, wide, strict=True)):
        paragraph = _write(cell, formal_text(value, language), width_mm, colour=COLOURS.get(row.mark))
        if row.depth and not number:
            paragraph.paragraph_format.left_indent = Mm(_INDENT_MM * row.depth)


def _write(cell: _Cell, text: str, width_mm: float, *, bold: bool = False, colour: str | None = None) -> Any:
    """Put `text` there, whose line feeds and tabs python-docx makes breaks and tabs of."""
    from docx.shared import Mm, Pt, RGBColor

    cell.width = Mm(width_mm)
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(text)
    run.bold = bold or None
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return paragraph


def _page_numbers(document: Document, language: Language) -> None:
    """`Halaman 1 dari 3` at the foot, counted by Word."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    words = say(Message("export.page", page="\t", pages="\n"), language)
    for part in words.replace("\t", "\0PAGE\0").replace("\n", "\0NUMPAGES\0").split("\0"):
        if part in {"PAGE", "NUMPAGES"}:
            _counted(paragraph, part)
        elif part:
            paragraph.add_run(part)


def _counted(paragraph: Any, field: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), field)
    element.append(OxmlElement("w:r"))
    paragraph._p.append(element)  # noqa: SLF001  # python-docx has no word for it


def _bytes(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()
