"""Judges an edit without the parser that made it: PyYAML for the data, regexes for comments and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from tests.store.text.layouts import Path

_COMMENT = re.compile(r"~\d+~")


def read(text: str) -> Any:
    """Everything as text."""
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but text


def typed(text: str, path: Path) -> Any:
    """What a YAML 1.1 reader makes of the value at `path`."""
    return at(yaml.load(text, yaml.CSafeLoader), path)


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def with_value(data: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    if isinstance(data, dict):
        return {k: with_value(v, path[1:], value) if k == path[0] else v for k, v in data.items()}
    return [with_value(v, path[1:], value) if k == path[0] else v for k, v in enumerate(data)]


def without(data: Any, path: Path) -> Any:
    """Drop, and drop what that leaves empty under a key; None when the root would be left empty."""
    parent, last = at(data, path[:-1]), path[-1]
    if len(parent) == 1:
        if len(path) == 1:
            return None
        if isinstance(path[-2], int):
            return with_value(data, path[:-1], type(parent)())
        return without(data, path[:-1])
    if isinstance(parent, dict):
        rest: Any = {k: v for k, v in parent.items() if k != last}
    else:
        rest = [v for k, v in enumerate(parent) if k != last]
    return with_value(data, path[:-1], rest)


def places(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every path with its value, the root first."""
    yield path, data
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield from places(value, (*path, step))


def comments(text: str) -> list[str]:
    return _COMMENT.findall(text)


def lines(text: str) -> list[str]:
    """Lines with their breaks, whichever those are."""
    return re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$", text)


def value_lines(text: str, path: Path) -> tuple[int, int]:
    """Give the first and last line, from 0, of the key and value at `path`."""
    node: Any = yaml.compose(text, yaml.CLoader)
    key: Any = node
    for step in path:
        if isinstance(node, yaml.MappingNode):
            key, node = next((name, value) for name, value in node.value if name.value == step)
        else:
            key = node = node.value[step]
    first = min(key.start_mark.line, node.start_mark.line)
    block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    last = node.end_mark.line
    if node.start_mark.index == node.end_mark.index:
        return first, first
    if node.end_mark.column == 0 and last > first:
        last -= 1
    every = lines(text)
    while last > first and block and _outside(every[last], node.value):
        last -= 1
    return first, last


def _outside(line: str, value: str) -> bool:
    """Say whether a line below a block scalar is a blank one or a comment, and not its own."""
    blank = not line.strip()
    comment = line.lstrip(" ").startswith("#") and line.strip() not in value
    return comment or (blank and not value.endswith("\n\n"))


def untouched(old: str, new: str, first: int, last: int) -> bool:
    """Say whether all lines of `old` but those from `first` to `last` stand in `new` as they were."""
    before, after = lines(old), lines(new)
    tail = before[last + 1 :]
    return after[:first] == before[:first] and (not tail or after[-len(tail) :] == tail)


def kept(old: str, new: str) -> bool:
    """Say whether every line of `old` is in `new`, in order: nothing but insertions."""
    rest = iter(lines(new))
    return all(line in rest for line in lines(old))
