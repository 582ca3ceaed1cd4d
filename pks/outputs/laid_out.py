"""What every file of a table needs to know of it: its headings in words, its groups, how wide its columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final, NamedTuple

from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.formal import formal_date
from pks.outputs.visible import visible
from pks.tables.paper import Paper
from pks.tables.table import Cell, Row, Table

_NARROWEST: Final = 4
_LONGEST_WORD: Final = 22
_WIDEST: Final = 120
_BREAKS: Final = re.compile(r"\s|(?<=-)")  # where a line may end
_NOTHING: Final[tuple[Cell, ...]] = (None, "", ())
# Red, amber and grey that can be told apart on paper as well.
COLOURS: Final = {"late": "B00020", "soon": "8A5A00", "past": "6B6B6B", "weak": "6B6B6B"}


class Made(NamedTuple):
    """The bytes of a file, and what the person should know of how it holds the table."""

    content: bytes
    notice: Message | None = None


def headings(table: Table, language: Language) -> list[str]:
    """The columns in words."""
    return [visible(say(column.heading, language)) for column in table.columns]


def is_grouped(table: Table) -> bool:
    """Whether its rows stand under headings."""
    return any(group.heading is not None for group in table.groups)


def group_heading(heading: Message | None, language: Language) -> str:
    """What stands above a group; nothing where it has no heading."""
    return visible(say(heading, language)) if heading is not None else ""


def grouped_rows(table: Table, language: Language) -> Iterator[tuple[str, Row]]:
    """Every row with the heading it stands under."""
    for group in table.groups:
        heading = group_heading(group.heading, language)
        yield from ((heading, row) for row in group.rows)


def title_of(paper: Paper, language: Language) -> str:
    """What the file is."""
    return visible(say(paper.title, language))


def byline(paper: Paper, language: Language) -> str:
    """Whose it is and of which day."""
    day = say(Message("export.as-of", day=formal_date(paper.day, language)), language)
    return visible(" · ".join(one for one in (paper.office, day) if one))


def on_paper(table: Table) -> Table:
    """`table` without the columns in which no row says anything: paper is narrow."""
    said = [any(row.cells[number] not in _NOTHING for row in table.rows) for number in range(len(table.columns))]
    groups = tuple(
        group._replace(rows=tuple(row._replace(cells=tuple(compress(row.cells, said))) for row in group.rows))
        for group in table.groups
    )
    return table._replace(columns=tuple(compress(table.columns, said)), groups=groups)


def widths(heads: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How many characters each column gets of `room`: what it needs, the wide ones less and all of them as much.

    No column is narrower than its longest word, within reason; together they may be wider than `room` for that.
    """
    wanted, least = [], []
    for number, head in enumerate(heads):
        lines = [line for row in rows for line in row[number].split("\n")]
        words = [
            *(f"{word} " for word in _BREAKS.split(head)),
            *(word for line in lines for word in _BREAKS.split(line)),
        ]
        least.append(min(max(_NARROWEST, *map(len, words)), _LONGEST_WORD))
        wanted.append(min(max(least[-1], *map(len, lines or [""])), _WIDEST))
    return next((found for cap in range(_WIDEST, 0, -1) if sum(found := _capped(wanted, least, cap)) <= room), least)


def _capped(wanted: Sequence[int], least: Sequence[int], cap: int) -> list[int]:
    return [max(small, min(one, cap)) for one, small in zip(wanted, least, strict=True)]
