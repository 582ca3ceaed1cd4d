"""Items and keys come and go in every layout; another parser reads the result, and the rest stays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from pks.store.text.splice import Append, CannotSplice, Change, Drop, Put, apply
from tests.store.text import judge
from tests.store.text.layouts import LAYOUTS, VALUES, House, Path, Written

ITEMS: tuple[Any, ...] = (
    "Rujukan",
    {"name": "0123", "note": "a, b", "x": {"y": ["satu", {"z": "dua"}]}},
    ["a", "- b"],
    {"raised": {"date": "2026-01-01"}, "name": "a\nb"},
    {},
    [],
)
ONE_OF_EACH = tuple({layout.text: layout for layout in LAYOUTS}.values())


def collections(layout: Written, kind: type) -> list[tuple[Path, Any]]:
    return [(path, value) for path, value in judge.places(judge.read(layout.text)) if isinstance(value, kind)]


def flat(data: Any) -> Any:
    """The data as a reader sees it that has only text: None is the empty text."""
    if isinstance(data, dict):
        return {key: flat(value) for key, value in data.items()}
    if isinstance(data, list):
        return [flat(value) for value in data]
    return "" if data in (None, "~") else data


def added(layout: Written) -> Iterator[tuple[Change, Path, Any]]:
    """Yield changes that add something, with the path and value that must be new."""
    turn = sum(layout.text.encode())
    for path, items in collections(layout, list):
        turn += 1
        for value in (ITEMS[turn % len(ITEMS)], VALUES[turn * 7 % len(VALUES)]):
            yield Append(path, value), path, [*items, value]
            yield Put((*path, len(items)), value), path, [*items, value]
    for path, entries in collections(layout, dict):
        turn += 1
        for value in (ITEMS[turn % len(ITEMS)], VALUES[turn * 5 % len(VALUES)]):
            yield Put((*path, "x-baru"), value), path, {**entries, "x-baru": value}
            yield Put((*path, "x-baru", "a", "b"), value), path, {**entries, "x-baru": {"a": {"b": value}}}
            yield Append((*path, "x-baru"), value), path, {**entries, "x-baru": [value]}


def test_items_and_keys_are_added_in_all_layouts() -> None:
    count: Counter[str] = Counter()
    bad = []
    for layout in ONE_OF_EACH:
        old = judge.read(layout.text)
        for change, path, value in added(layout):
            count["edits"] += 1
            try:
                new = apply(layout.text, [change], House())
            except CannotSplice:
                bad.append(f"refused: {layout.name} {change}")
                continue
            if flat(judge.read(new)) != flat(judge.with_value(old, path, value)):
                bad.append(f"wrong: {layout.name} {change} {new!r}")
            if judge.comments(new) != judge.comments(layout.text):
                bad.append(f"comments: {layout.name} {change} {new!r}")
            if is_block(layout) and not kept(layout.text, new):
                bad.append(f"lines: {layout.name} {change} {new!r}")
    assert bad == []
    assert count["edits"] > 2_500


def is_block(layout: Written) -> bool:
    """Say whether a new entry means new lines only: no brackets, and no `|` that must become `|-`."""
    return not re.search(r"[{\[]", layout.text) and layout.name != "literal-clip-bare"


def kept(old: str, new: str) -> bool:
    """Say whether nothing but whole lines came in, apart from the line break the last line lacked."""
    return any(judge.kept(old + ending, new) for ending in ("", "\n", "\r", "\r\n"))


def test_every_key_and_item_can_be_dropped_in_all_layouts() -> None:
    count: Counter[str] = Counter()
    bad = []
    for layout in ONE_OF_EACH:
        old = judge.read(layout.text)
        for path, _ in list(judge.places(old))[1:]:
            count["edits"] += 1
            expected = judge.without(old, path)
            try:
                new = apply(layout.text, [Drop(path)], House())
            except CannotSplice:
                if expected is not None:
                    bad.append(f"refused: {layout.name} {path}")
                continue
            if judge.read(new) != expected:
                bad.append(f"wrong: {layout.name} {path} {new!r}")
            if not subsequence(judge.comments(new), judge.comments(layout.text)):
                bad.append(f"comments: {layout.name} {path} {new!r}")
            if "\n\n\n" in new and "\n\n\n" not in layout.text:
                bad.append(f"blanks: {layout.name} {path} {new!r}")
    assert bad == []
    assert count["edits"] > 1_400


def subsequence(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(one in rest for one in part)


@pytest.mark.parametrize("layout", ONE_OF_EACH, ids=lambda layout: layout.name)
def test_an_item_that_is_appended_and_dropped_leaves_no_trace(layout: Written) -> None:
    for path, items in collections(layout, list):
        if items:
            there = apply(layout.text, [Append(path, {"name": "x", "note": "y"})], House())
            assert apply(there, [Drop((*path, len(items)))], House()) == layout.text
