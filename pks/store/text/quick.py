"""The data of an agreement's text by a fast parser, where no two parsers can differ about it; else nothing.

Only `pks.store.text.nodes` judges what a text says and whether it is accepted. This gives what that would, or
None: whatever is rare, odd or wrong is left to the judge. A test holds the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final, NamedTuple

from pks.store.text.guard import raw_problems
from pks.store.text.tree import NOTHING, Data, Path

try:
    from yaml import MappingNode, SequenceNode, YAMLError
    from yaml._yaml import CParser

    _HAS_PARSER = True
except ImportError:  # PyYAML was built without its parser
    _HAS_PARSER = False

_LARGEST: Final = 32 * 1024
_DEEPEST: Final = 16
# Anchors, aliases, tags, merges, questions, directives, documents, escapes, tabs, odd line ends.
_ODD: Final = re.compile(
    r"(?:^|[\s\[{,:\-])(?:[&*%@`]\S|!|[|>](?![+-]?$)\S|\?(?:\s|$)|<<)|^(?:---|\.\.\.|%)|\\[^\"\\nt/]|[\t\ufeff]|\r(?!\n)",
    re.MULTILINE,
)
# What may open a level within a line. The parser goes down a level for each on the stack of the process, which ends
# where that does; so many levels need no more of it than the smallest system gives. By lines alone, indentation keeps
# a text of the largest size to a few hundred levels.
_OPENING: Final = re.compile(r"[\[{]|- +(?=-)")
_MOST_OPENING: Final = 1_000
_TEXT: Final = "text"


class _OddError(Exception):
    """The judge should look at this text."""


if _HAS_PARSER:

    class _Parser(CParser):
        """Gives nodes whose scalars are all text."""

        def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
            """No scalar is typed."""
            return _TEXT

        def descend_resolver(self, _parent: object, _index: object) -> None:
            """No path says more."""

        def ascend_resolver(self) -> None:
            """As above."""


class Quick(NamedTuple):
    """The data of a text, and of each place in it where it stands."""

    data: dict[str, Data]
    root: Any  # the parser's own node

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of the node at `path`, or of the nearest one above it that exists.

        As with `node_at` of the judge's nodes, an item may stand without its list.
        """
        node = self.root
        for step in path:
            items = node.value if node.__class__ is SequenceNode else None
            if isinstance(step, int):
                if items is None:
                    continue
                below = items[step] if step < len(items) else None
            else:
                entries = node.value if node.__class__ is MappingNode else ()
                below = next((value for key, value in entries if key.value == step), None)
            if below is None:
                break
            node = below
        return node.start_mark.line + 1, node.start_mark.column + 1


def quick_data(text: str) -> dict[str, Data] | None:
    """The data of `text`, exactly as `data(parse(text))` gives it; None where that has to be asked."""
    found = quick(text)
    return None if found is None else found.data


def quick(text: str) -> Quick | None:
    """As `quick_data`, with the places."""
    if not _HAS_PARSER or len(text) > _LARGEST or _ODD.search(text) or raw_problems(text):
        return None
    if len(_OPENING.findall(text)) > _MOST_OPENING:
        return None
    try:
        root = _Parser(text).get_single_node()
        found = _data(root, _DEEPEST) if root is not None else None
    except (YAMLError, _OddError, ValueError):
        return None
    return Quick(found, root) if isinstance(found, dict) else None


def _data(node: Any, depth: int) -> Data:
    if node.tag != _TEXT or not depth:
        raise _OddError
    value = node.value
    if value.__class__ is str:
        return None if not node.style and value in NOTHING else value
    if node.__class__ is SequenceNode:
        return [_data(one, depth - 1) for one in value]
    found = {_key(key): _data(one, depth - 1) for key, one in value}
    if len({unicodedata.normalize("NFC", key.casefold()) for key in found}) != len(value):
        raise _OddError
    if node.flow_style and None in found.values():  # a comma too many, perhaps
        raise _OddError
    return found


def _key(node: Any) -> str:
    value = node.value
    if value.__class__ is not str or not value or (not node.style and value.endswith(":")):
        raise _OddError
    return value
