"""New values as text, in the hand of the file they go into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pks.store.text.changes import Layout
from pks.store.text.nodes import Data, ListNode, MapNode, Node, Path, TextNode
from pks.store.text.scalars import Written, key, plain, typed, ways


class Rendered(NamedTuple):
    """A value as text: what stands behind the colon or dash, and whole lines below, indented."""

    head: str
    body: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pen:
    """How to write: the schema's layout, the file's habits, and how often the first choice failed."""

    layout: Layout
    step: int = 2
    offset: int = 2
    single: bool = False
    pad: str = ""
    attempt: int = 0

    def scalar(self, text: str, path: Path, *, flow: bool, old: TextNode | None = None, depth: int = 2) -> Written:
        """Write one text in the place of `old`; a later attempt takes a safer style."""
        style = self._kept(old, path, flow=flow) if old else ""
        single = old.style == "'" if old and old.style in {"'", '"'} else self.single
        found = ways(text, old=style, bare=self._bare(text, path), flow=flow, single=single, depth=depth)
        return found[min(self.attempt, len(found) - 1)]

    def _bare(self, text: str, path: Path) -> bool:
        """Say whether no reader would take `text`, unquoted, for something else than what stands at `path`."""
        return text != "" and not (typed(text) and self.layout.is_text(path))

    def _kept(self, old: TextNode, path: Path, *, flow: bool) -> str:
        """Give the style that a new text keeps: what only the old text needed goes with the old text."""
        needed = not (self._bare(old.text, path) and plain(old.text, flow=flow))
        return "" if needed and old.style in {"'", '"', "|"} else old.style

    def flow(self, value: Data, path: Path) -> str:
        """Write a value on one line, as it stands in braces or brackets."""
        if value is None:
            return "~"
        if isinstance(value, str):
            return self.scalar(value, path, flow=True).head
        if isinstance(value, dict):
            inner = ", ".join(f"{key(name)}: {self.flow(one, (*path, name))}" for name, one in value.items())
            return f"{{{self.pad}{inner}{self.pad}}}" if value else "{}"
        return f"[{', '.join(self.flow(one, (*path, at)) for at, one in enumerate(value))}]"

    def behind_key(
        self,
        value: Data,
        path: Path,
        indent: int,
        *,
        old: TextNode | None = None,
        like: Node | None = None,
        body: int = 0,
    ) -> Rendered:
        """Write what follows a key in column `indent`; `body` is the column for lines of text below."""
        if value is None:
            return Rendered("")
        if isinstance(value, str):
            return self._text(value, path, indent, old=old, body=body)
        if not self.spreads(value, path, like):
            return Rendered(self.flow(value, path))
        if isinstance(value, dict):
            return Rendered("", self._map(value, path, indent + self._inner(indent, like, self.step), like))
        return Rendered("", self._list(value, path, indent + self._inner(indent, like, self.offset), like))

    def in_item(self, value: Data, path: Path, dash: int, inner: int, *, like: Node | None = None) -> Rendered:
        """Write what follows a dash in column `dash`; a map's keys or inner dashes stand in column `inner`."""
        if value is None:
            return Rendered("")
        if isinstance(value, str):
            return self._text(value, path, dash)
        if not self.spreads(value, path, like):
            return Rendered(self.flow(value, path))
        lines = self._map(value, path, inner, like) if isinstance(value, dict) else self._list(value, path, inner, like)
        return Rendered(lines[0].lstrip(" "), lines[1:])

    def spreads(self, value: Data, path: Path, like: Node | None) -> bool:
        """Say whether a new map or list is written over several lines: as its like is, else by the layout."""
        if not value or isinstance(value, str):
            return False
        if isinstance(like, MapNode) and isinstance(value, dict) and like.entries:
            return not like.flow
        if isinstance(like, ListNode) and isinstance(value, list) and like.items:
            return not like.flow
        return self.layout.is_block(path)

    def _text(self, text: str, path: Path, indent: int, *, old: TextNode | None = None, body: int = 0) -> Rendered:
        column = body or indent + self.step
        written = self.scalar(text, path, flow=False, old=old, depth=column - indent)
        return Rendered(written.head, tuple(" " * column + line if line else "" for line in written.body))

    def _map(self, value: dict[str, Data], path: Path, indent: int, like: Node | None) -> tuple[str, ...]:
        lines: list[str] = []
        for name, one in value.items():
            sibling = like.get(name) if isinstance(like, MapNode) else None
            lines += self.keyed(name, self.behind_key(one, (*path, name), indent, like=sibling), indent)
        return tuple(lines)

    def _list(self, value: list[Data], path: Path, indent: int, like: Node | None) -> tuple[str, ...]:
        lines: list[str] = []
        for at, one in enumerate(value):
            sibling = nearest(like.items, one, at) if isinstance(like, ListNode) else None
            inside = self.in_item(one, (*path, at), indent, indent + 2, like=sibling)
            lines += [" " * indent + ("- " + inside.head).rstrip(" "), *inside.body]
        return tuple(lines)

    def keyed(self, name: str, value: Rendered, indent: int) -> list[str]:
        """Put a key in front of its value."""
        return [" " * indent + f"{key(name)}:" + (f" {value.head}" if value.head else ""), *value.body]

    def _inner(self, indent: int, like: Node | None, usual: int) -> int:
        """Say how much further in the lines below a key stand: as in its like, if that is possible here."""
        if not isinstance(like, MapNode | ListNode) or like.flow:
            return usual
        if like.column - 1 >= indent + isinstance(like, MapNode):
            return like.column - 1 - indent
        return usual


def nearest(items: list[Node], value: Data, index: int) -> Node | None:
    """Give the item of the same kind as `value` that stands nearest before `index`, else after it."""
    kind = MapNode if isinstance(value, dict) else ListNode if isinstance(value, list) else None
    if kind is None:
        return None
    before = [item for item in items[:index] if isinstance(item, kind)]
    after = [item for item in items[index:] if isinstance(item, kind)]
    return before[-1] if before else after[0] if after else None
