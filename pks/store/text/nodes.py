"""Text to a tree of nodes with places, by the parser that judges; the only module that imports ruamel.yaml."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.scanner import Scanner, ScannerError

from pks.store.text.builder import Builder
from pks.store.text.guard import Places, Problem, SyntaxProblems, position, raw_problems
from pks.store.text.tree import NOTHING, Data, ListNode, MapNode, Node, Path, TextNode, data, find, texts

_LONGEST_TAG: Final = 1_000


class _Scanner(Scanner):
    """Stops at a tag that nobody writes: to undo its escapes takes time by the square of its length."""

    def scan_tag(self) -> Any:
        """The tag that begins here."""
        at = self.reader.pointer
        if len(self.reader.buffer[at : at + _LONGEST_TAG].split(None, 1)[0]) == _LONGEST_TAG:
            mark = self.reader.get_mark()
            raise ScannerError("while scanning a tag", mark, "it is too long", mark)
        return super().scan_tag()


def parse(text: str) -> MapNode:
    """Read the whole text of one agreement; raises SyntaxProblems, and nothing else."""
    return _built(text).finish()


def parse_list(text: str) -> ListNode:
    """As `parse`, for a text that is a list."""
    return _built(text).finish_list()


@lru_cache(maxsize=1)
def _built(text: str) -> Builder:
    """What became of `text`. The last one is kept: who lists a register and judges or edits a file of it asks twice."""
    problems = raw_problems(text)
    if problems:
        raise SyntaxProblems(problems)
    builder = Builder(text)
    try:
        reader = YAML(typ="safe", pure=True)
        reader.Scanner = _Scanner
        builder.read(reader.parse(text))
    except Exception as error:  # noqa: BLE001
        builder.fail(error)
    return builder


__all__ = [
    "NOTHING",
    "Data",
    "ListNode",
    "MapNode",
    "Node",
    "Path",
    "Places",
    "Problem",
    "SyntaxProblems",
    "TextNode",
    "data",
    "find",
    "parse",
    "parse_list",
    "position",
    "texts",
]
