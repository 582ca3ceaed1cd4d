"""Where the comments of a text are: what stands between the scalars and begins with #."""

from __future__ import annotations

import re
from typing import NamedTuple

from pks.store.text.nodes import Node, Places, TextNode, texts

_COMMENT = re.compile(r"#[^\r\n]*")
_BREAK = re.compile(r"[\r\n]")
_SWALLOWED = re.compile(r"[ \t]+#(?=\w)")


class Comment(NamedTuple):
    """A comment from its # to the end of its line; offsets from 0, the line from 1."""

    start: int
    end: int
    line: int
    text: str


def comments(text: str, root: Node) -> list[Comment]:
    """List the comments in the order of the text."""
    found: list[Comment] = []
    lines = _Lines(text)
    at = 0
    for node in texts(root):
        until, after = _covered(text, node)
        if text.find("#", at, until) >= 0:
            found += _between(text, at, until, lines)
        at = max(at, after)
    if text.find("#", at) >= 0:
        found += _between(text, at, len(text), lines)
    return found


def swallowed(text: str, root: Node) -> list[tuple[int, int]]:
    """Give line and column of each # that ended a plain value and reads on in a letter or digit.

    `clause: Pasal 4 #2` says only `Pasal 4`: a trap of hand editing.
    """
    plain = (node for node in texts(root) if not node.style and node.end > node.start)
    found = [one.end() - 1 for node in plain if (one := _SWALLOWED.match(text, node.end))]
    if not found:
        return []
    place = Places(text)
    return [place(index) for index in found]


def _covered(text: str, node: TextNode) -> tuple[int, int]:
    """Say from where to where no comment can be: of a block scalar only the body."""
    if node.style not in ("|", ">"):
        return node.start, node.end
    header = _BREAK.search(text, node.start)
    begin = header.start() if header else len(text)
    return begin, max(begin, node.end)


def _between(text: str, start: int, end: int, lines: _Lines) -> list[Comment]:
    return [
        Comment(found.start(), found.end(), lines.number(found.start()), found.group())
        for found in _COMMENT.finditer(text, start, end)
    ]


class _Lines:
    """Counts line breaks forward only, so that all comments together cost one pass."""

    _BREAK = re.compile(r"\r\n|\n|\r")

    def __init__(self, text: str) -> None:
        self._text, self._at, self._line = text, 0, 1

    def number(self, index: int) -> int:
        """Give the line of `index`, which must not lie before the last one asked for."""
        self._line += sum(1 for _ in self._BREAK.finditer(self._text, self._at, index))
        self._at = index
        return self._line
