"""New text is written in the hand of what it stands beside."""

from __future__ import annotations

import pytest

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.store.text.splice import Append, Change, Put, apply

LAYOUT = FileLayout(agreement_shape())
CASES: dict[str, tuple[str, Change, str]] = {
    "an item stays on its line though the one above it stands below its dash": (
        "scope:\n  -\n    a\n", Append(("scope",), "b"), "scope:\n  -\n    a\n  - b\n",
    ),
    "an item below items that say nothing": ("scope:\n  -\n", Append(("scope",), "b"), "scope:\n  -\n  - b\n"),
    "an item on a line of its own, before a bracket behind a comma": (
        "scope: [\n  a,\n  b, ]\n", Append(("scope",), "c"), "scope: [\n  a,\n  b,\n  c, ]\n",
    ),
    "an item on the last line of items over lines": (
        "scope: [a,\n  b]\n", Append(("scope",), "c"), "scope: [a,\n  b, c]\n",
    ),
    "an item beside items on one line below the bracket": (
        "scope: [\n  a, b\n]\n", Append(("scope",), "c"), "scope: [\n  a, b, c\n]\n",
    ),
    "a key behind one that says nothing": (
        "offer: {note: }\n", Put(("offer", "x-a"), "x"), "offer: {note: , x-a: x}\n",
    ),
    "an item below one whose brace has a space at the end of its line": (
        "parties:\n  - { \n    name: a}\n",
        Append(("parties",), {"name": "b"}),
        "parties:\n  - { \n    name: a}\n  - {name: b}\n",
    ),
    "a value before a comma": (
        "offer: {note: , x-a: 1}\n", Put(("offer", "note"), "x"), "offer: {note: x, x-a: 1}\n",
    ),
    "a plain text that needs quotes gets those of the file": (
        "title: Satu\nlead: 'a: b'\n", Put(("title",), "c: d"), "title: 'c: d'\nlead: 'a: b'\n",
    ),
    "a text in quotes keeps its own": (
        "title: \"a: 'b'\"\nlead: 'c: d'\nrenews: 'e: f'\n",
        Put(("title",), "g: h"),
        "title: \"g: h\"\nlead: 'c: d'\nrenews: 'e: f'\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_new_text_is_written_as_its_neighbours_are(name: str) -> None:
    before, change, after = CASES[name]
    assert apply(before, [change], LAYOUT) == after
