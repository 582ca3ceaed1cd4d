"""The deadlines that are kept of the files of a folder: a line each, beside what the folder itself knows of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from pks.index.block import NOT_SETTLED, Block
from pks.index.checksum import checksum_of

if TYPE_CHECKING:
    import sqlite3


class Kept(NamedTuple):
    """The line of one file, "" where there is none, and what its folder knows of it."""

    soonest: int
    after: int
    line: str


def text_of(connection: sqlite3.Connection, path: bytes) -> str | None:
    """The lines that are kept of a folder, whatever they are."""
    found = connection.execute("SELECT lines FROM settled WHERE path = ?", (path,)).fetchall()
    return found[0][0] if found else None


def lines_of(connection: sqlite3.Connection, block: Block) -> list[str] | None:
    """The lines of those files of `block` that have one, in their order; None where they are not those it knows of."""
    return _lines_in(text_of(connection, os.fsencode(block.path)), block)


def kept_in(text: str | None, block: Block) -> dict[int, Kept]:
    """What is kept of every file of `block`, by its row; `text` are the lines that are kept of its folder."""
    lines = iter(_lines_in(text, block) or ())
    return {
        row: Kept(soonest, after, next(lines, "") if soonest > NOT_SETTLED else "")
        for row, soonest, after in zip(block.rows, block.soonest, block.after, strict=True)
    }


def lines_for(block: Block, kept: Mapping[int, Kept], fresh: Mapping[int, str]) -> str:
    """The lines to be kept for `block`: `fresh` ones by place, else those that are kept and still true.

    A file that is left with none is no longer settled.
    """
    lines = []
    for place, (row, soonest, after) in enumerate(zip(block.rows, block.soonest, block.after, strict=True)):
        if soonest > NOT_SETTLED:
            known = kept.get(row)
            line = fresh.get(place) or (known.line if known and known[:2] == (soonest, after) else "")
            if line:
                lines.append(line)
            else:
                block.soonest[place] = NOT_SETTLED
    return "\n".join(lines)


def _lines_in(text: str | None, block: Block) -> list[str] | None:
    if checksum_of(text or "") != block.lines:
        return None
    return text.split("\n") if text else []
