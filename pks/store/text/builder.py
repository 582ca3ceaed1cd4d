"""Puts a tree together from a parser's events, and refuses what agreements do without.

It knows no parser: any that gives events as ruamel.yaml and PyYAML do can feed it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn, Protocol, TypeVar

from pks.store.text.guard import MOST_PROBLEMS, Problem, SyntaxProblems, explained, problem
from pks.store.text.tree import NOTHING, ListNode, MapNode, Node, TextNode

Root = TypeVar("Root", MapNode, ListNode)
DEEPEST = 32
MOST_EVENTS = 15_000

_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAK = re.compile(r"\r\n|\n|\r")
_COLON = re.compile(r"[ \t]*:")
_HEADER = re.compile(r"[|>][-+0-9]*")


class Mark(Protocol):
    """A place in the text as parsers give it, counted from 0."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """What a parser reports; its class name says which kind it is, as in ruamel.yaml and PyYAML."""

    start_mark: Any
    end_mark: Any


class _Stop(Exception):  # noqa: N818
    """Enough is known: reading on would cost time and tell nothing."""


class Builder:
    """Puts a tree together from events, and collects what is refused on the way."""

    def __init__(self, text: str) -> None:
        """Begin with nothing read of `text`."""
        self.text = text
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._documents = 0
        self._reached: Any = None
        self._open: list[MapNode | ListNode] = []
        self._keys: list[TextNode | None] = []

    def read(self, events: Iterable[Event]) -> None:
        """Take in all events; what the parser throws passes through."""
        steps = self._STEPS
        try:
            for number, event in enumerate(events):
                if number >= MOST_EVENTS:
                    self._refuse_and_stop(event.start_mark, "yaml.large", most=MOST_EVENTS // 2)
                self._reached = event
                step = steps.get(type(event).__name__)
                if step:
                    step(self, event)
        except _Stop:
            pass

    def fail(self, error: Exception) -> None:
        """Note what the parser threw as a problem, at the place it names or had reached."""
        reached = self._reached.end_mark.index if self._reached else 0
        brackets = [node.start for node in self._open if node.flow]
        bracket = brackets[-1] if brackets else None
        self.problems.append(explained(error, self.text, reached=reached, bracket=bracket))

    def finish(self) -> MapNode:
        """Give the root map; raises SyntaxProblems when anything was refused."""
        return self._finished(MapNode, "yaml.root")

    def finish_list(self) -> ListNode:
        """Give the root list; raises SyntaxProblems when anything was refused."""
        return self._finished(ListNode, "yaml.root-list")

    def _finished(self, kind: type[Root], refusal: str) -> Root:
        if not self.problems and isinstance(self.root, kind):
            return self.root
        unique = dict.fromkeys(self.problems or [self._not_a(refusal)])
        raise SyntaxProblems(sorted(unique, key=lambda found: found[:2])[:MOST_PROBLEMS])

    def _not_a(self, refusal: str) -> Problem:
        root = self.root
        if root is None:
            return problem(1, 1, "yaml.empty")
        nothing = isinstance(root, TextNode) and not root.style and root.text in NOTHING
        return problem(root.line, root.column, "yaml.empty" if nothing else refusal)

    def _refuse_at(self, mark: Mark, code: str, /, **values: object) -> None:
        self.problems.append(problem(mark.line + 1, mark.column + 1, code, **values))
        if len(self.problems) > MOST_PROBLEMS:
            raise _Stop

    def _refuse_and_stop(self, mark: Mark, code: str, /, **values: object) -> NoReturn:
        self.problems.append(problem(mark.line + 1, mark.column + 1, code, **values))
        raise _Stop

    def _document(self, event: Any) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._directive()
        if self._documents > 1:
            self._refuse_and_stop(event.start_mark, "yaml.documents")

    def _directive(self) -> None:
        line = next(n for n, line in enumerate(_BREAK.split(self.text), 1) if line.lstrip("\ufeff")[:1] == "%")
        self.problems.append(problem(line, 1, "yaml.directive"))

    def _scalar(self, event: Any) -> None:
        begin = event.start_mark
        node = TextNode(
            event.value,
            event.style or "",
            begin.index,
            event.end_mark.index,
            begin.line + 1,
            begin.column + 1,
        )
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if node.style in ("|", ">"):
            node.end = _body_end(self.text, node.start, node.end)
        elif not node.style and node.text.endswith(":"):
            self._refuse_at(begin, "yaml.tight")
        elif node.style == '"' and _SURROGATE.search(node.text):
            self._refuse_at(begin, "yaml.surrogate", point=f"U+{ord(_SURROGATE.findall(node.text)[0]):04X}")
        self._place(node)

    def _marked(self, event: Any) -> None:
        """Refuse an anchor or a tag, at the place where it is written."""
        if event.anchor is not None:
            self._refuse_at(event.start_mark, "yaml.anchor")
        if event.tag is not None:
            self._refuse_at(event.start_mark, "yaml.tag")

    def _alias(self, event: Any) -> None:
        begin = event.start_mark
        self._refuse_at(begin, "yaml.anchor")
        self._place(TextNode("", '"', begin.index, event.end_mark.index, begin.line + 1, begin.column + 1))

    def _map(self, event: Any) -> None:
        begin = event.start_mark
        self._enter(MapNode(begin.index, begin.line + 1, begin.column + 1, flow=bool(event.flow_style)), event)

    def _list(self, event: Any) -> None:
        begin = event.start_mark
        self._enter(ListNode(begin.index, begin.line + 1, begin.column + 1, flow=bool(event.flow_style)), event)

    def _enter(self, node: MapNode | ListNode, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if len(self._open) >= DEEPEST:
            self._refuse_and_stop(event.start_mark, "yaml.deep", most=DEEPEST)
        self._place(node)
        self._open.append(node)
        self._keys.append(None)

    def _leave(self, event: Any) -> None:
        node = self._open.pop()
        self._keys.pop()
        last = _last(node)
        node.end = event.end_mark.index if node.flow or last is None else last.end
        if node.flow and self.text[node.start] not in "{[" and last is not None:
            node.end = last.end
        if isinstance(node, MapNode):
            self._check_twins(node)

    def _place(self, node: Node) -> None:
        """Give `node` its place in the collection that is open, or make it the root."""
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top, ListNode):
            top.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(node, top)
        else:
            if isinstance(node, TextNode) and node.start == node.end and not node.style:
                self._pull_back(node, key)
            top.entries.append((key, node))
            self._keys[-1] = None

    def _pull_back(self, node: TextNode, key: TextNode) -> None:
        """Put a value that is not there behind its colon: parsers place it where they look next."""
        colon = _COLON.match(self.text, key.end)
        at = colon.end() if colon else key.end
        node.start = node.end = at
        node.line, node.column = key.line, key.column + at - key.start

    def _key(self, node: Node, parent: MapNode) -> TextNode:
        """Accept `node` as a key of `parent`; a stand-in takes the place of what cannot be one."""
        if not isinstance(node, TextNode):
            self.problems.append(problem(node.line, node.column, "yaml.key"))
            return TextNode(f"\ufffe{node.start}", '"', node.start, node.start, node.line, node.column)
        if node.start == node.end or self._asks(node, parent):
            self.problems.append(problem(node.line, node.column, "yaml.key"))
        elif node.text == "<<" and not node.style:
            self.problems.append(problem(node.line, node.column, "yaml.merge"))
        return node

    def _asks(self, key: TextNode, parent: MapNode) -> bool:
        """Say whether `key` is written with `?` instead of a colon behind it."""
        before = key.start - 1
        while before >= 0 and self.text[before] in " \t":
            before -= 1
        if before < key.start - 1 and self.text[before] == "?" and before >= parent.start - 2:
            return True
        after = key.end
        while self.text[after : after + 1] in (" ", "\t"):
            after += 1
        return not parent.flow and self.text[after : after + 1] != ":"

    def _check_twins(self, node: MapNode) -> None:
        """Refuse keys that are the same, or that a person would take for the same."""
        seen: dict[str, TextNode] = {}
        for key, _ in node.entries:
            first = seen.setdefault(unicodedata.normalize("NFC", key.text.casefold()), key)
            if first is not key:
                code = "yaml.duplicate" if first.text == key.text else "yaml.twin"
                values = {"name": key.text, "line": key.line, "other": first.text, "first": first.line}
                self.problems.append(problem(key.line, key.column, code, **values))

    _STEPS: Mapping[str, Any] = {
        "DocumentStartEvent": _document,
        "ScalarEvent": _scalar,
        "AliasEvent": _alias,
        "MappingStartEvent": _map,
        "SequenceStartEvent": _list,
        "MappingEndEvent": _leave,
        "SequenceEndEvent": _leave,
    }


def _last(node: MapNode | ListNode) -> Node | None:
    if isinstance(node, MapNode):
        return node.entries[-1][1] if node.entries else None
    return node.items[-1] if node.items else None


def _body_end(text: str, start: int, end: int) -> int:
    """Cut the end of a block scalar back to its last body line; with `+` its blank lines stay in."""
    header = _HEADER.match(text, start)
    assert header is not None  # noqa: S101
    line_end = _BREAK.search(text, header.end(), end)
    if line_end is None:
        return header.end()
    last = end
    for found in reversed(list(_BREAK.finditer(text, line_end.start(), end))):
        if "+" in header.group() and found.end() == end:
            return found.start()
        if text[found.end() : last].strip(" "):
            return last
        last = found.start()
    return header.end()
