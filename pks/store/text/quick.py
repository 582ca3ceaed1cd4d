"""The data of an agreement's text by a fast parser, where no two parsers can differ about it; else nothing.

Only `pks.store.text.nodes` judges what a text says and whether it is accepted. This gives what that would, or
None: whatever is rare, odd or wrong is left to the judge. A test holds the two against each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from pks.store.text.guard import raw_problems
from pks.store.text.tree import NOTHING, Data, Path

try:
    from yaml import CBaseLoader, MappingNode, SequenceNode, YAMLError, compose
    from yaml._yaml import CParser
    from yaml.events import (
        AliasEvent,
        DocumentEndEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        StreamEndEvent,
    )

    _HAS_PARSER = True
except ImportError:  # PyYAML was built without its parser
    _HAS_PARSER = False

_LARGEST: Final = 32 * 1024
_DEEPEST: Final = 16
# A search skips to the characters it begins with; what else makes them odd stands behind.
_ODD: Final = re.compile(
    r"""[&*%@`!|>?<\\\t\ufeff\r](?:
    (?<![^\s\[{,:\-].)(?:(?<=[&*%@`])\S|(?<=!)|(?<=[|>])(?![+-]?$)\S|(?<=\?)(?:\s|$)|(?<=<)<)  # where a value begins
    |(?<=^%)|(?<=\\)[^"\\nt/]|(?<=[\t\ufeff])|(?<=\r)(?!\n)  # directives, escapes, tabs, odd line ends
    )""",
    re.MULTILINE | re.VERBOSE,
)
_DOCUMENTS: Final = ("\n---", "\n...")


_Following: TypeAlias = Callable[[], Any]


class _OddError(Exception):
    """The judge should look at this text."""


class Quick(NamedTuple):
    """The data of a text, and the text."""

    data: dict[str, Data]
    text: str

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of the node at `path`, or of the nearest one above it that exists.

        As with `node_at` of the judge's nodes, an item may stand without its list.
        """
        node = _composed(self.text)
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


@lru_cache(maxsize=1)
def _composed(text: str) -> Any:
    """The nodes of `text`; few texts are asked for places, and then for several."""
    return compose(text, CBaseLoader)


def quick_data(text: str) -> dict[str, Data] | None:
    """The data of `text`, exactly as `data(parse(text))` gives it; None where that has to be asked."""
    found = quick(text)
    return None if found is None else found.data


def quick(text: str) -> Quick | None:
    """As `quick_data`, with the places."""
    if not _HAS_PARSER or len(text) > _LARGEST or _ODD.search(text) or raw_problems(text):
        return None
    if any(one in f"\n{text}" for one in _DOCUMENTS):
        return None
    try:
        return Quick(_read(CParser(text).get_event), text)
    except (YAMLError, _OddError, ValueError):
        return None


def _read(following: _Following) -> dict[str, Data]:
    """The data of the one map that a text is, whose events `following` gives one after the other."""
    _, _, start = following(), following(), following()
    found: dict[str, Data] | None = _data(start, following, _DEEPEST) if start.__class__ is MappingStartEvent else None
    ends = following().__class__, following().__class__
    if found is None or ends != (DocumentEndEvent, StreamEndEvent):
        raise _OddError
    return found


def _data(event: Any, following: _Following, depth: int) -> Any:
    kind = event.__class__
    if kind is AliasEvent or event.tag is not None or not depth:
        raise _OddError
    if kind is ScalarEvent:
        value = event.value
        return None if not event.style and value in NOTHING else value
    if kind is MappingStartEvent:
        return _map(event, following, depth - 1)
    found = []
    while (one := following()).__class__ is not SequenceEndEvent:
        found.append(_data(one, following, depth - 1))
    return found


def _map(start: Any, following: _Following, depth: int) -> dict[str, Data]:
    found: dict[str, Data] = {}
    count = 0
    while (key := following()).__class__ is ScalarEvent and key.tag is None:
        found[key.value] = _data(following(), following, depth)
        count += 1
    if key.__class__ is not MappingEndEvent or len(set(map(_twin, found))) != count:
        raise _OddError
    if start.flow_style and None in found.values():  # a comma too many, perhaps
        raise _OddError
    return found


@lru_cache(maxsize=1024)
def _twin(key: str) -> str:
    """What `key` shares with every other key that might be taken for it."""
    if not key or key.endswith(":"):
        raise _OddError
    return unicodedata.normalize("NFC", key.casefold())
