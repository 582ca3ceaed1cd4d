"""A table as one HTML file: nothing is fetched, everything is escaped, it prints on F4 or A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from pks.language.render import Language, say
from pks.outputs.formal import formal_text
from pks.outputs.laid_out import COLOURS, Made, byline, group_heading, headings, on_paper, title_of
from pks.outputs.visible import visible
from pks.tables.paper import Paper, Sheet
from pks.tables.table import Column, Row

_SIZES_MM: Final = {"f4": (215, 330), "a4": (210, 297)}
_STYLE: Final = """\
@page { size: %(width)dmm %(height)dmm; margin: 12mm 10mm; }
body { font: 14px/1.4 Arial, Helvetica, sans-serif; color: #1b1b1b;
  margin: 1.5rem auto; max-width: 80rem; padding: 0 1rem; }
h1 { font-size: 1.35rem; margin: 0 0 .2rem; } h2 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; break-after: avoid; }
.by { color: #555; margin: 0 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%%; }
td, th { text-align: start; vertical-align: top; padding: .3rem .5rem; white-space: pre-wrap;
  overflow-wrap: break-word; }
td { unicode-bidi: plaintext; } td.number { text-align: end; white-space: nowrap; }
.grid td, .grid th { border: 1px solid #b9c0c5; } .grid th { background: #e7ecef; white-space: normal; }
.lines td { padding: .15rem .5rem .15rem 0; } .lines td.narrow { color: #555; width: 26%%; }
tr { break-inside: avoid; } thead { display: table-header-group; }
%(marks)s
@media print { body { font-size: 9pt; margin: 0; max-width: none; padding: 0; } .wide { overflow: visible; } }"""


def web_table(paper: Paper, language: Language, sheet: Sheet) -> Made:
    """`paper` as the bytes of an HTML file.

    Raises:
        EnvironmentFailureError: when Babel is not installed.
    """
    title = escape(title_of(paper, language))
    lines = [
        "<!DOCTYPE html>", f'<html lang="{language}">', "<head>", '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">', f"<title>{title}</title>",
        f"<style>\n{_style(paper, sheet)}\n</style>", "</head>", "<body>", f"<h1>{title}</h1>",
        f'<p class="by">{escape(byline(paper, language))}</p>', *_body(paper, language), "</body>", "</html>", "",
    ]  # fmt: skip
    return Made("\n".join(lines).encode("utf-8"))


def _style(paper: Paper, sheet: Sheet) -> str:
    short, long = _SIZES_MM[sheet]
    width, height = (long, short) if paper.form == "grid" else (short, long)
    marks = "\n".join(f".{mark} td {{ color: #{colour}; }}" for mark, colour in COLOURS.items())
    return _STYLE % {"width": width, "height": height, "marks": marks}


def _body(paper: Paper, language: Language) -> Iterator[str]:
    if not paper.table.rows:
        yield f"<p>{escape(visible(say(paper.table.empty, language)))}</p>"
    table = on_paper(paper.table)
    for group in table.groups:
        heading = group_heading(group.heading, language)
        if heading:
            yield f"<h2>{escape(heading)}</h2>"
        yield f'<div class="wide"><table class="{paper.form}">'
        if paper.form == "grid":
            yield f"<thead><tr>{''.join(f'<th>{escape(head)}</th>' for head in headings(table, language))}</tr></thead>"
        yield "<tbody>"
        yield from (_row(row, table.columns, language) for row in group.rows)
        yield "</tbody></table></div>"


def _row(row: Row, columns: Sequence[Column], language: Language) -> str:
    cells = []
    for number, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
        kind = ' class="number"' if is_number else "" if column.weight else ' class="narrow"'
        inner = f' style="padding-inline-start: {row.depth * 1.2 + 0.5}rem"' if row.depth and not number else ""
        cells.append(f"<td{kind}{inner}>{escape(formal_text(cell, language))}</td>")
    mark = f' class="{row.mark}"' if row.mark else ""
    return f"<tr{mark}>{''.join(cells)}</tr>"
