"""What a merge left behind in a text: where its marks are, in which field, and what both sides say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_MARK: Final = 7  # how long git's marks are where nobody asked for longer ones
_LINE: Final = re.compile(r"[ \t]*(<{7,}|={7,}|>{7,}|\|{7,})(?:[ \t:].*)?", re.DOTALL)
_KEY: Final = re.compile(r"""( *(?:- +)*)("[^"]+"|'[^']+'|[^\s"'\[\]{},#&*!|>%@`-][^:\[\]{},]*):(?=[ \t]|$)""")
_DASH: Final = re.compile(r" *- ")
_LONGEST: Final = 60
_FAR: Final = 1 << 20  # further in than any line goes


class Conflict(NamedTuple):
    """A block of marks: line and column of its first and the line of its last, counted from 1, and its sides.

    A side is None where a mark that bounds it is missing.
    """

    line: int
    column: int
    last: int
    ours: tuple[str, ...] | None
    theirs: tuple[str, ...] | None


class _Open(NamedTuple):
    line: int
    column: int
    size: int
    base: int | None = None
    middle: int | None = None


def conflicts(lines: Sequence[str]) -> Iterator[Conflict]:
    """Each block of marks in a text of these lines, in the order of their ends.

    Marks of seven characters count wherever they begin a line; longer ones, which a text may have as an ornament,
    where the whole block has the same length. What divides two sides counts only between them.
    """
    block: _Open | None = None
    for number, column, sign, size in _marks(lines):
        if sign == "<" and (size == _MARK or block is None):
            yield from _unfinished(block)
            block = _Open(number, column, size)
        elif block is not None and size == block.size:
            if sign == ">":
                yield from _closed(lines, block, number)
                block = None
            else:
                block = _divided(block, sign, number)
        elif sign == ">" and size == _MARK:
            yield Conflict(number, column, number, None, None)
    yield from _unfinished(block)


def _marks(lines: Sequence[str]) -> Iterator[tuple[int, int, str, int]]:
    """Each line that is a mark: its number and column, its sign and how often it stands there."""
    for number, line in enumerate(lines, start=1):
        found = _LINE.fullmatch(line.removeprefix("\ufeff") if number == 1 else line)
        if found is not None:
            yield number, found.start(1) + 1, found[1][0], len(found[1])


def _divided(block: _Open, sign: str, number: int) -> _Open:
    if sign == "|" and block.base is None:
        return block._replace(base=number)
    return block._replace(middle=number) if sign == "=" and block.middle is None else block


def _unfinished(block: _Open | None) -> Iterator[Conflict]:
    if block is not None and block.size == _MARK:
        yield Conflict(block.line, block.column, block.line, None, None)


def _closed(lines: Sequence[str], block: _Open, last: int) -> Iterator[Conflict]:
    if block.middle is None:
        if block.size == _MARK:
            yield Conflict(block.line, block.column, last, None, None)
        return
    end = block.base if block.base is not None and block.base < block.middle else block.middle
    ours, theirs = tuple(lines[block.line : end - 1]), tuple(lines[block.middle : last - 1])
    yield Conflict(block.line, block.column, last, ours, theirs)


def field_of(lines: Sequence[str], conflict: Conflict) -> str:
    """The field in which a block of marks stands, as keys with dots between them; empty where no key tells."""
    inside = next((line for line in (*(conflict.ours or ()), *(conflict.theirs or ())) if line.strip()), "")
    key = _KEY.match(inside)
    if _DASH.match(inside):  # an item: what its keys are called says less than whose list it is in
        path, limit = [], inside.index("-") + 1
    elif key is not None:
        path, limit = [_plain(key[2])], key.end(1)
    else:
        path, limit = [], _FAR
    return ".".join(reversed([*path, *_above(lines[: conflict.line - 1], limit)]))


def _above(lines: Sequence[str], limit: int) -> Iterator[str]:
    """The keys that enclose what stands below `lines` and further in than `limit`, the nearest first."""
    for line in reversed(lines):
        found = _KEY.match(line.removeprefix("\ufeff"))
        if found is not None and found.end(1) < limit:
            yield _plain(found[2])
            limit = found.end(1)
        if limit <= 0:
            return


def _plain(key: str) -> str:
    return key.strip("\"' \t")


def shortened(side: Sequence[str]) -> str:
    """What a side says, in one line and no longer than a person reads at a glance."""
    text = " ".join(" ".join(side).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
