"""The tree of a text: nodes with their places, and the plain data they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, overload

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

Path: TypeAlias = tuple[str | int, ...]
Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"


class TextNode:
    """A scalar: its text as YAML decodes it, and how it was written: "" (plain), ', ", | or >."""

    __slots__ = ("column", "end", "line", "start", "style", "text")

    def __init__(self, text: str, style: str, start: int, end: int, line: int, column: int) -> None:
        """Places are character offsets; line and column count from 1."""
        self.text, self.style = text, style
        self.start, self.end, self.line, self.column = start, end, line, column


class MapNode:
    """A map: its entries in the order of the text."""

    __slots__ = ("column", "end", "entries", "flow", "line", "start")

    def __init__(self, start: int, line: int, column: int, *, flow: bool) -> None:
        """Begin an empty map; `flow` means in braces."""
        self.entries: list[tuple[TextNode, Node]] = []
        self.start, self.end, self.line, self.column, self.flow = start, start, line, column, flow

    def get(self, key: str) -> Node | None:
        """Give the value of `key`; None when the map has no such key."""
        return next((value for name, value in self.entries if name.text == key), None)


class ListNode:
    """A list: its items in the order of the text."""

    __slots__ = ("column", "end", "flow", "items", "line", "start")

    def __init__(self, start: int, line: int, column: int, *, flow: bool) -> None:
        """Begin an empty list; `flow` means in brackets."""
        self.items: list[Node] = []
        self.start, self.end, self.line, self.column, self.flow = start, start, line, column, flow


Node: TypeAlias = TextNode | MapNode | ListNode


@overload
def data(node: MapNode) -> dict[str, Data]: ...
@overload
def data(node: Node) -> Data: ...
def data(node: Node) -> Data:
    """Give the plain data: every scalar as its text; None for a plain scalar that says nothing."""
    if isinstance(node, TextNode):
        return None if not node.style and node.text in NOTHING else node.text
    if isinstance(node, MapNode):
        return {key.text: data(value) for key, value in node.entries}
    return [data(item) for item in node.items]


def find(node: Node, path: Path) -> Node | None:
    """Give the node at `path` of keys and positions from 0; None when there is none."""
    here: Node | None = node
    for step in path:
        if isinstance(here, MapNode) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, ListNode) and isinstance(step, int) and 0 <= step < len(here.items):
            here = here.items[step]
        else:
            return None
    return here


def texts(node: Node) -> Iterator[TextNode]:
    """Yield every scalar, keys among them, in the order of the text."""
    if isinstance(node, TextNode):
        yield node
    elif isinstance(node, MapNode):
        for key, value in node.entries:
            yield key
            yield from texts(value)
    else:
        for item in node.items:
            yield from texts(item)
