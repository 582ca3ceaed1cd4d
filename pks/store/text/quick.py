"""The data of an agreement's text by a fast parser, where no two parsers can differ about it; else nothing.

Only `pks.store.text.nodes` judges what a text says and whether it is accepted. This gives what that would, or
None: whatever is rare, odd or wrong is left to the judge. A test holds the two against each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

from pks.store.text.guard import raw_problems
from pks.store.text.tree import Data, Path

try:
    from pks.store.text import libyaml
except ImportError:  # PyYAML was built without its parser
    _HAS_PARSER = False
else:
    _HAS_PARSER = True

_LARGEST: Final = 32 * 1024
# A search skips to the characters it begins with; what else makes them odd stands behind.
_ODD: Final = re.compile(
    r"""[&*%@`!|>?<\\\t\ufeff\r](?:
    (?<![^\s\[{,:\-].)(?:(?<=[&*%@`])\S|(?<=!)|(?<=[|>])(?![+-]?$)\S|(?<=\?)(?:\s|$)|(?<=<)<)  # where a value begins
    |(?<=^%)|(?<=\\)[^"\\nt/]|(?<=[\t\ufeff])|(?<=\r)(?!\n)  # directives, escapes, tabs, odd line ends
    )""",
    re.MULTILINE | re.VERBOSE,
)
_DOCUMENTS: Final = ("\n---", "\n...")


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
            items = node.value if node.id == "sequence" else None
            if isinstance(step, int):
                if items is None:
                    continue
                below = items[step] if step < len(items) else None
            else:
                entries = node.value if node.id == "mapping" else ()
                below = next((value for key, value in entries if key.value == step), None)
            if below is None:
                break
            node = below
        return node.start_mark.line + 1, node.start_mark.column + 1


@lru_cache(maxsize=1)
def _composed(text: str) -> Any:
    """The nodes of `text`; few texts are asked for places, and then for several."""
    return libyaml.nodes(text)


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
        return Quick(libyaml.read(text), text)
    except libyaml.OddError:
        return None
