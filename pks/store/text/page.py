"""The geometry of a text: its lines and columns, and from where to where each entry reaches."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from pks.store.text.comments import Comment, comments
from pks.store.text.nodes import Data, ListNode, MapNode, Node, data, parse, texts

_BREAK = re.compile(r"\r\n|\n|\r")
_FILLER = r"(?:[\s\ufeff]|#[^\r\n]*)*"
_DASH = re.compile(_FILLER + "-")
_COLON = re.compile(_FILLER + ":")


class Entry(NamedTuple):
    """A key with its value, or an item, from its first character (a dash counts) to its last.

    `mark` is where the value may begin: behind the colon or the dash, for an item in brackets its own
    start; None for a key in braces without a colon.
    """

    start: int
    mark: int | None
    end: int
    value: Node


class Page:
    """A text that has been read, and the questions about places in it."""

    def __init__(self, text: str) -> None:
        """Read `text`; raises SyntaxProblems."""
        self.text = text
        self.root: MapNode = parse(text)
        first = 1 if text.startswith("\ufeff") else 0
        breaks = list(_BREAK.finditer(text))
        self._begins = [first, *(found.end() for found in breaks)]
        self._ends = [*(found.start() for found in breaks), len(text)]
        self._breaks = [found.group() for found in breaks]

    @cached_property
    def data(self) -> dict[str, Data]:
        """The plain data of the text."""
        return data(self.root)

    @cached_property
    def comments(self) -> list[Comment]:
        """The comments in the order of the text."""
        return comments(self.text, self.root)

    def line(self, index: int) -> int:
        """Give the line of a place, counted from 0."""
        return max(bisect_right(self._begins, index) - 1, 0)

    def begin(self, index: int) -> int:
        """Give where the line of `index` begins, behind a BOM."""
        return self._begins[self.line(index)]

    def finish(self, index: int) -> int:
        """Give where the line of `index` ends, before its line break."""
        return self._ends[self.line(index)]

    def following(self, index: int) -> int:
        """Give where the line after the line of `index` begins, or where the text ends."""
        line = self.line(index) + 1
        return self._begins[line] if line < len(self._begins) else len(self.text)

    def column(self, index: int) -> int:
        """Give how many characters stand before `index` in its line."""
        return index - self.begin(index)

    def leads(self, index: int) -> bool:
        """Say whether only spaces stand before `index` in its line."""
        return not self.text[self.begin(index) : index].strip(" ")

    def is_blank(self, line: int) -> bool:
        """Say whether the line with this number from 0 is there and says nothing."""
        return 0 <= line < len(self._begins) and not self.text[self._begins[line] : self._ends[line]].strip()

    def line_begin(self, line: int) -> int:
        """Give where the line with this number from 0 begins."""
        return self._begins[line]

    def line_end(self, line: int) -> int:
        """Give where the line with this number from 0 ends, before its break."""
        return self._ends[line]

    @property
    def last_line(self) -> int:
        """The number from 0 of the last line; it is empty when the text ends in a line break."""
        return len(self._begins) - 1

    def ending(self, index: int) -> str:
        """Give the line break to use next to `index`: that of its line, else the one before."""
        if not self._breaks:
            return "\n"
        return self._breaks[min(self.line(index), len(self._breaks) - 1)]

    @cached_property
    def _full_comments(self) -> dict[int, int]:
        """Lines from 0 that hold nothing but a comment, and the column of its #."""
        return {self.line(found.start): self.column(found.start) for found in self.comments if self.leads(found.start)}

    def block_above(self, index: int) -> int:
        """Give the first line of the comment block that belongs to the entry at `index`, or its own line.

        That is: comment lines at the same indentation directly above, without a blank line between.
        """
        line, column = self.line(index), self.column(index)
        while self._full_comments.get(line - 1) == column:
            line -= 1
        return line

    def commented_above(self, index: int) -> bool:
        """Say whether a comment line stands directly above the line of `index`."""
        return self.line(index) - 1 in self._full_comments

    def has_comment(self, start: int, end: int) -> bool:
        """Say whether a comment begins in this range."""
        return any(start <= found.start < end for found in self.comments)

    def entries(self, node: MapNode | ListNode) -> list[Entry]:
        """Give the entries of a collection with their reach."""
        if isinstance(node, MapNode):
            return [self._keyed(key.start, key.end, value) for key, value in node.entries]
        if node.flow:
            return [Entry(item.start, item.start, item.end, item) for item in node.items]
        found, at = [], node.start
        for item in node.items:
            dash = _DASH.match(self.text, at)
            assert dash is not None  # noqa: S101
            found.append(Entry(dash.end() - 1, dash.end(), max(item.end, dash.end()), item))
            at = found[-1].end
        return found

    def _keyed(self, start: int, key_end: int, value: Node) -> Entry:
        colon = _COLON.match(self.text, key_end)
        if colon is None or colon.end() > max(value.start, key_end + 1):
            return Entry(start, None, key_end, value)
        return Entry(start, colon.end(), max(value.end, colon.end()), value)

    @cached_property
    def step(self) -> int:
        """By how much this file indents a map in a map; 2 where it does not say."""
        return next(iter(self._indents(MapNode)), 2)

    @cached_property
    def offset(self) -> int:
        """By how much this file indents the dashes of a list below its key; 2 where it does not say."""
        return next(iter(self._indents(ListNode)), 2)

    def _indents(self, kind: type[MapNode | ListNode]) -> list[int]:
        """List by how much each block collection stands further in than its key."""
        found: list[int] = []
        waiting: list[Node] = [self.root]
        for node in waiting:
            if isinstance(node, MapNode) and not node.flow:
                for key, value in node.entries:
                    if isinstance(value, kind) and not value.flow:
                        found.append(self.column(value.start) - self.column(key.start))
                waiting += [value for _, value in node.entries]
            elif isinstance(node, ListNode) and not node.flow:
                waiting += node.items
        return found

    @cached_property
    def single(self) -> bool:
        """Whether single quotes are this file's habit."""
        styles = [node.style for node in texts(self.root)]
        return styles.count("'") > styles.count('"')

    @cached_property
    def spaced(self) -> bool:
        """Whether blank lines separate the sections of this file."""
        entries = self.entries(self.root)
        long = [one for one in entries[1:] if self.line(one.start) != self.line(one.end)]
        apart = [self.is_blank(self.block_above(one.start) - 1) for one in long or entries[1:]]
        return apart.count(True) * 2 > len(apart) if long else any(apart)
