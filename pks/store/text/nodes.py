"""Text to a tree of nodes with places; the only module that imports a YAML parser."""

from __future__ import annotations

from ruamel.yaml import YAML

from pks.store.text.builder import Builder
from pks.store.text.guard import Problem, SyntaxProblems, position, raw_problems
from pks.store.text.tree import NOTHING, Data, ListNode, MapNode, Node, Path, TextNode, data, find, texts


def parse(text: str) -> MapNode:
    """Read the whole text of one agreement; raises SyntaxProblems, and nothing else."""
    return _built(text).finish()


def parse_list(text: str) -> ListNode:
    """As `parse`, for a text that is a list."""
    return _built(text).finish_list()


def _built(text: str) -> Builder:
    problems = raw_problems(text)
    if problems:
        raise SyntaxProblems(problems)
    builder = Builder(text)
    try:
        builder.read(YAML(typ="safe", pure=True).parse(text))
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
