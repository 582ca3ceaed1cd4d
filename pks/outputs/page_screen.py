"""A page on the screen: headings, labels and what they label, folded to the width; in a pipe line by line."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import TYPE_CHECKING

from pks.language.catalogue import Sentence
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.screen import STYLES, is_terminal, show, write
from pks.outputs.visible import visible, visible_lines
from pks.outputs.words import cell_text
from pks.tables.content import Bullet, Named, Words
from pks.tables.page import Page, Section
from pks.tables.table import Cell, Digest

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

_BEGINNING = re.compile(r"  |• |[0-9]+\. ")
_LABELS = 24
_DIGITS = 12


def show_page(page: Page, language: Language) -> None:
    """Write `page` to stdout."""
    kind = " · ".join(cell_text(one, language) for one in page.kind)
    if not is_terminal(sys.stdout):
        write(f"{visible(page.title)}\n{kind}")
        for section in page.sections:
            _plain(section, language)
        return
    from rich.text import Text  # only a terminal needs rich

    show(Text(visible(page.title), style="bold"), Text(kind, style="dim"))
    for section in page.sections:
        show(Text(f"\n{say(section.heading, language)}", style="bold"), _drawn(section, language))


def _plain(section: Section, language: Language) -> None:
    write(f"\n{say(section.heading, language)}")
    for line in section.lines:
        label = _label(line.label, language)
        words = _words(line.cell, language).replace("\n", " ")
        named = f"{label}: {words}".rstrip() if label else words
        follows = 2 if not label and isinstance(line.cell, Bullet) else 0
        write(f"{'  ' * (line.depth + 1)}{' ' * follows}{named}")


def _drawn(section: Section, language: Language) -> Padding:
    from rich.padding import Padding  # only a terminal needs rich
    from rich.table import Table
    from rich.text import Text

    labelled = any(_label(line.label, language) for line in section.lines)
    table: Table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    if labelled:
        table.add_column(width=_width(section, language), overflow="fold")
    table.add_column(overflow="fold")
    for line in section.lines:
        label = Text("  " * line.depth + _label(line.label, language), style="dim")
        words = _hung(_words(line.cell, language), STYLES.get(line.mark, ""), is_item=isinstance(line.cell, Bullet))
        table.add_row(*((label, words) if labelled else (words,)))
    return Padding(table, (0, 0, 0, 2))


def _hung(words: str, style: str, *, is_item: bool) -> Text | Table:
    """The words; those of an item folded to the right of its dot, its number or the space it stands in."""
    from rich.table import Table  # only a terminal needs rich
    from rich.text import Text

    begin = _BEGINNING.match(words) if is_item else None
    if begin is None:
        return Text(words, style=style)
    grid: Table = Table.grid()
    grid.add_column(width=len(begin[0]))
    grid.add_column(overflow="fold")
    grid.add_row(Text(begin[0], style=style), Text(words[begin.end() :], style=style))
    return grid


def _width(section: Section, language: Language) -> int:
    return min(_LABELS, max(2 * line.depth + len(_label(line.label, language)) for line in section.lines))


def _label(label: Words, language: Language) -> str:
    if isinstance(label, Message):
        return visible(say(label, language))
    if isinstance(label, Sentence):
        return label.in_(language)
    return visible(label)


def _words(cell: Cell | Bullet | tuple[Named, ...], language: Language) -> str:
    if isinstance(cell, Bullet):
        parts = cell.content if type(cell.content) is tuple else (cell.content,)
        begin = "  " if cell.inner else "" if cell.counted else "• "
        return begin + " · ".join(_named(one, language) for one in parts)
    if type(cell) is tuple:
        return " · ".join(_named(one, language) for one in cell)
    if isinstance(cell, Digest):
        return visible(cell[:_DIGITS])
    if isinstance(cell, str):
        return visible_lines(cell)
    return cell_text(cell, language, long=isinstance(cell, date))


def _named(one: Named | Cell, language: Language) -> str:
    if isinstance(one, Named):
        whose = f" {visible(one.of)}" if one.of else ""
        return f"{_label(one.label, language)}{whose}: {_words(one.cell, language)}"
    return _words(one, language)
