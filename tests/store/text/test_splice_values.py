"""Every layout takes every value: another parser reads the value back, and nothing else has moved."""

from __future__ import annotations

from collections import Counter

import pytest

from pks.store.text.nodes import data, parse
from pks.store.text.splice import CannotSplice, Drop, Put, apply
from tests.store.text import judge
from tests.store.text.layouts import LAYOUTS, VALUES, House, Path, Written

LEAST_LAYOUTS, LEAST_VALUES, LEAST_EDITS = 160, 40, 6_400


def faults(layout: Written, path: Path, value: str, *, old: object, lines: tuple[int, int]) -> list[str]:
    """Set `value` and list what went wrong."""
    try:
        new = apply(layout.text, [Put(path, value)], House())
    except CannotSplice:
        return ["refused"]
    found = []
    if judge.read(new) != judge.with_value(old, path, value):
        found.append("wrong")
    if judge.comments(new) != judge.comments(layout.text):
        found.append("comments")
    if not judge.untouched(layout.text, new, *lines):
        found.append("lines")
    if House().is_text(path) and judge.typed(new, path) != value:
        found.append("typed")
    return found


def judged(step: int) -> tuple[Counter[str], list[str]]:
    """Put every `step`-th value into every layout, each layout beginning with another one."""
    count: Counter[str] = Counter()
    bad: list[str] = []
    for number, layout in enumerate(LAYOUTS):
        old, lines = judge.read(layout.text), judge.value_lines(layout.text, layout.path)
        for value in VALUES[number % step :: step]:
            count["edits"] += 1
            for fault in faults(layout, layout.path, value, old=old, lines=lines):
                count[fault] += 1
                bad.append(f"{fault}: {layout.name} {value!r}")
    return count, bad


def test_there_are_enough_layouts_and_values() -> None:
    assert len({layout.text for layout in LAYOUTS}) >= LEAST_LAYOUTS
    assert len(set(VALUES)) >= LEAST_VALUES


def test_a_sample_of_values_in_all_layouts() -> None:
    count, bad = judged(4)
    assert bad == []
    assert count["edits"] >= LEAST_EDITS


@pytest.mark.slow
def test_all_values_in_all_layouts() -> None:
    count, bad = judged(1)
    assert bad == []
    assert count["edits"] == len(LAYOUTS) * len(VALUES)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_setting_what_is_there_changes_no_byte(layout: Written) -> None:
    everything = data(parse(layout.text))
    assert apply(layout.text, [Put(layout.path, judge.at(everything, layout.path))], House()) == layout.text
    assert apply(layout.text, [Put((), everything)], House()) == layout.text
    assert apply(layout.text, [Drop(("x-tidak-ada",)), Drop((*layout.path, 7))], House()) == layout.text
    assert apply(layout.text, [], House()) == layout.text
