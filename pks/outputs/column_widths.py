"""How wide the columns of a table stand on a terminal, so that dates and words are not broken."""

from __future__ import annotations

import re
from typing import Final

from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.words import cell_text
from pks.tables.table import Cell, Column, Table

_SHOWN: Final = 2
_MOST_NEEDED: Final = 18
_WIDE_ENOUGH: Final = 100  # columns; from here on words fit where the columns do
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def short_cell(cell: Cell, language: Language) -> str:
    """A cell for the screen: of many names the first two and how many more."""
    if type(cell) is tuple and len(cell) > _SHOWN:
        first = "; ".join(cell_text(one, language) for one in cell[:_SHOWN])
        return say(Message("screen.and-more", first=first, count=len(cell) - _SHOWN), language)
    return cell_text(cell, language)


def widths_of(table: Table, beside: list[Column], language: Language, width: int) -> list[int]:
    """Narrow columns get what they need, the others share the rest by weight; the widest give where words break."""
    needs = {column.key: _need(table, column, language) for column in beside if not column.weight}
    room = width - 2 * (len(beside) - 1)
    rest = max(room - sum(needs.values()), 20)
    weights = sum(column.weight for column in beside) or 1
    widths = [needs.get(column.key) or max(8, rest * column.weight // weights) for column in beside]
    if width >= _WIDE_ENOUGH and sum(widths) <= room:
        return widths
    least = [_longest_word(table, column, language) for column in beside]
    widths = list(map(max, widths, least))
    while sum(widths) > room and (slack := [one - low for one, low in zip(widths, least, strict=True)]) and max(slack):
        widths[slack.index(max(slack))] -= 1
    return widths


def _longest_word(table: Table, column: Column, language: Language) -> int:
    """Columns of the longest word in a column; what can be broken behind a hyphen, such as an id, asks for no more."""
    words = [say(column.heading, language)]
    for number in _stacked_in(table, column):
        words += [short_cell(row.cells[number], language) for row in table.rows]
    pieces = (piece for text in words for word in text.split() for piece in _pieces(word))
    return min(max(map(len, pieces), default=1), _MOST_NEEDED)


def _pieces(word: str) -> list[str]:
    return [word] if _DAY.fullmatch(word) else word.replace("-", "- ").split()


def _stacked_in(table: Table, column: Column) -> list[int]:
    return [number for number, one in enumerate(table.columns) if column.key in {one.key, one.below}]


def _need(table: Table, column: Column, language: Language) -> int:
    words = [say(column.heading, language)]
    for number in _stacked_in(table, column):
        words += [short_cell(row.cells[number], language) for row in table.rows]
    return min(max(map(len, words)), _MOST_NEEDED)
