"""The page of one agreement as a table for a file: a line each, its label in front."""

from __future__ import annotations

from typing import Any, Final

from pks.language.catalogue import Sentence
from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.formal import formal_text
from pks.tables.content import Bullet, Line, Named, Words
from pks.tables.page import Page
from pks.tables.table import Column, Group, Row, Table

_COLUMNS: Final = (Column("label", Message("export.label")), Column("words", Message("export.words"), weight=1))
_BETWEEN: Final = " · "


def page_table(page: Page, language: Language) -> Table:
    """One row a line of `page`, under the headings of its sections.

    Raises:
        EnvironmentFailureError: when Babel, which words the days and amounts, is not installed.
    """
    kind = _BETWEEN.join(formal_text(one, language) for one in page.kind)
    head = [Group(None, (Row(("", kind)),))] if kind else []
    groups = [Group(one.heading, tuple(_row(line, language) for line in one.lines)) for one in page.sections]
    return Table(_COLUMNS, (*head, *groups), Message("list.empty"))


def _row(line: Line, language: Language) -> Row:
    return Row((_label(line.label, language), _words(line.cell, language)), line.mark, line.depth)


def _words(cell: Any, language: Language) -> str:
    if isinstance(cell, Bullet):
        return ("  – " if cell.inner else "" if cell.counted else "• ") + _words(cell.content, language)
    if isinstance(cell, Named):
        of = f" {cell.of}" if cell.of else ""
        return f"{_label(cell.label, language)}{of}: {_words(cell.cell, language)}"
    if type(cell) is tuple:
        return _BETWEEN.join(_words(one, language) for one in cell)
    return formal_text(cell, language)


def _label(words: Words, language: Language) -> str:
    if isinstance(words, Message):
        return say(words, language)
    if isinstance(words, Sentence):
        return words.in_(language)
    return words
