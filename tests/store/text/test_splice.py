"""What each change does to a text, written out; and what is refused."""

from __future__ import annotations

import pytest

from pks.store.text import block
from pks.store.text.nodes import data, parse
from pks.store.text.page import Page
from pks.store.text.splice import Append, CannotSplice, Change, Drop, Put, apply
from tests.store.text.layouts import PLAIN, AllText, House

CASES: dict[str, tuple[str, list[Change], str]] = {
    # where a new key goes
    "a new key follows the nearest key before it": (
        "title: a\nparties: [b]\nhistory: []\n",
        [Put(("renews",), "x")],
        "title: a\nrenews: x\nparties: [b]\nhistory: []\n",
    ),
    "a key that comes first goes before the first": (
        "instrument: a\nname: b\n", [Put(("title",), "x")], "title: x\ninstrument: a\nname: b\n",
    ),
    "but not under the comment that heads the file": (
        "# kepala\ninstrument: a\nname: b\n",
        [Put(("title",), "x")],
        "# kepala\ninstrument: a\ntitle: x\nname: b\n",
    ),
    "behind a byte order mark": (
        "\ufeffinstrument: a\n", [Put(("title",), "x")], "\ufefftitle: x\ninstrument: a\n",
    ),
    "an unknown key goes last, but history stays last": (
        "title: a\nhistory:\n  - {b: c}\n", [Put(("x-kode",), "x")], "title: a\nx-kode: x\nhistory:\n  - {b: c}\n",
    ),
    "an unknown key goes to the end of a map without order": (
        "x:\n  b: c\n  a: d\ny: z\n", [Put(("x", "e"), "f")], "x:\n  b: c\n  a: d\n  e: f\ny: z\n",
    ),
    "a first key on the line of the dash": (
        "term:\n  length: a\n", [Put(("term", "starts"), "b")], "term:\n  starts: b\n  length: a\n",
    ),
    "a new key stands before comments and blank lines that follow": (
        "term:\n  starts: a   # awal\n  # akhir\n\n# riwayat\nhistory: []\n",
        [Put(("term", "length"), "b")],
        "term:\n  starts: a   # awal\n  length: b\n  # akhir\n\n# riwayat\nhistory: []\n",
    ),
    "missing maps are made": (
        "title: a\n", [Put(("offer", "sent"), "b"), Put(("x", "y", 0, "z"), "c")],
        "title: a\noffer: {sent: b}\nx:\n  y:\n    - z: c\n",
    ),
    "a long section is set off like the others": (
        "title: a\n\nparties:\n  - b\n\nhistory:\n  - {c: d}\n",
        [Put(("scope",), ["x", "w"])],
        "title: a\n\nparties:\n  - b\n\nscope:\n  - x\n  - w\n\nhistory:\n  - {c: d}\n",
    ),
    "on both sides where it parts a paragraph": (
        "title: a\nrenews: b\n\nscope:\n  - c\n",
        [Put(("instrument",), ["x"])],
        "title: a\n\ninstrument:\n  - x\n\nrenews: b\n\nscope:\n  - c\n",
    ),
    "a short line joins short lines and is set off from a section": (
        "title: a\n\nparties:\n  - b\n\nhistory:\n  - {c: d}\n",
        [Put(("instrument",), "x"), Put(("offer", "sent"), "y")],
        "title: a\ninstrument: x\n\nparties:\n  - b\n\noffer: {sent: y}\n\nhistory:\n  - {c: d}\n",
    ),
    "nothing is set off where nothing is": (
        "title: a\nparties:\n  - b\nhistory:\n  - {c: d}\n",
        [Put(("scope",), ["x"])],
        "title: a\nparties:\n  - b\nscope:\n  - x\nhistory:\n  - {c: d}\n",
    ),
    # items
    "an item follows its neighbours in braces": (
        "history:\n  - { a: b }\n  - { c: d }   # akhir\n",
        [Append(("history",), {"e": "f", "g": "h, i"})],
        'history:\n  - { a: b }\n  - { c: d }   # akhir\n  - { e: f, g: "h, i" }\n',
    ),
    "an item follows its neighbours over lines": (
        "parties:\n-   name: a\n    x:\n    - b\n\nscope: []\n",
        [Append(("parties",), {"name": "c", "x": ["d"], "z": {"y": "e"}})],
        "parties:\n-   name: a\n    x:\n    - b\n-   name: c\n    x:\n    - d\n    z:\n      y: e\n\nscope: []\n",
    ),
    "a dash on its own line": (
        "parties:\n  -\n    name: a\n", [Append(("parties",), {"name": "b", "note": "c"})],
        "parties:\n  -\n    name: a\n  -\n    name: b\n    note: c\n",
    ),
    "the first item of a list that was not stated": (
        "title: a\nscope:   # isi\nterm: {a: b}\n", [Append(("scope",), "x")],
        "title: a\nscope:   # isi\n  - x\nterm: {a: b}\n",
    ),
    "a key of a map that was not stated": (
        "term:   # isi\nx: y\n", [Put(("term", "starts"), "a")], "term:   # isi\n  starts: a\nx: y\n",
    ),
    "a position in a list that was not stated": ("scope: ~\n", [Put(("scope", 0), "a")], "scope:\n  - a\n"),
    "changes side by side": (
        "a: b\nx:\n  c: d\n  e: f\nz:\n- g\n- h\n",
        [Put(("a",), "B"), Put(("x", "c"), "D"), Append(("z",), "i"), Drop(("x", "e"))],
        "a: B\nx:\n  c: D\nz:\n- g\n- h\n- i\n",
    ),
    "a change inside what the one before made": (
        "a: b\n", [Put(("a",), {"c": "d"}), Put(("a", "e"), "f")], "a:\n  c: d\n  e: f\n",
    ),
    "both keys of a map": ("a: {b: c, d: e}\nf: g\n", [Drop(("a", "b")), Drop(("a", "d"))], "f: g\n"),
    "new keys side by side": (
        "title: a\nterm: {ends: b}\nhistory: []\n",
        [Put(("offer",), "c"), Put(("renews",), "d"), Put(("term", "starts"), "e"), Append(("history",), "f")],
        "title: a\nrenews: d\nterm: {starts: e, ends: b}\noffer: c\nhistory: [f]\n",
    ),
    "changes at one place": (
        "x:\n  a:\n    - b\n", [Append(("x", "a"), "c"), Put(("x", "y"), "d"), Put(("z",), "e")],
        "x:\n  a:\n    - b\n    - c\n  y: d\nz: e\n",
    ),
    "a list in brackets stays there": ("scope: []\n", [Append(("scope",), "x: y")], 'scope: ["x: y"]\n'),
    "single quotes where that is the habit": (
        "title: 'a'\nscope: [b]\n", [Append(("scope",), "no")], "title: 'a'\nscope: [b, 'no']\n",
    ),
    "several items at once": (
        "scope:\n- a\n", [Append(("scope",), "b"), Append(("scope",), "c")], "scope:\n- a\n- b\n- c\n",
    ),
    "a position behind the last appends": ("scope:\n- a\n", [Put(("scope", 1), "b")], "scope:\n- a\n- b\n"),
    "line breaks are the neighbour's": (
        "title: a\nscope:\r\n- b\r\nx: c\n", [Append(("scope",), "d")], "title: a\nscope:\r\n- b\r\n- d\r\nx: c\n",
    ),
    "no final newline stays so": (
        "title: a\nscope:\n  - b", [Append(("scope",), "c")], "title: a\nscope:\n  - b\n  - c",
    ),
    "text without a final newline that would get one": (
        "title: |\n  a", [Put(("name",), "b")], "title: |-\n  a\nname: b",
    ),
    "kept text without a final newline": ("title: |2+\n   a", [Put(("x",), "b")], "title: |2-\n   a\nx: b"),
    # whole lists and maps
    "a list put over a list changes only what differs": (
        "scope:\n  - a   # satu\n  - 'b'\n  # tiga\n  - c\n",
        [Put(("scope",), ["z", "a", "c", "d"])],
        "scope:\n  - z\n  - a   # satu\n  # tiga\n  - c\n  - d\n",
    ),
    "an item that differs is changed inside": (
        "parties:\n  - {name: a, x: b}   # satu\n  - name: c   # dua\n    x: d\n",
        [Put(("parties",), [{"name": "a", "x": "e"}, {"name": "c", "x": "d", "y": "f"}])],
        "parties:\n  - {name: a, x: e}   # satu\n  - name: c   # dua\n    x: d\n    y: f\n",
    ),
    "a map put over a map": (
        "term:\n  starts: a   # awal\n  length: b\n",
        [Put(("term",), {"starts": "a", "ends": "c"})],
        "term:\n  starts: a   # awal\n  ends: c\n",
    ),
    "a first item on the line of a dash": (
        "x:\n- - a\n  - b\n", [Put(("x", 0), ["w", "a", "b"])], "x:\n- - w\n  - a\n  - b\n",
    ),
    "a first item above the comment of the next": (
        "x:\n  # satu\n  - a\n", [Put(("x",), ["w", "a"])], "x:\n  - w\n  # satu\n  - a\n",
    ),
    "items side by side that differ": (
        "scope:\n  - a # satu\n  - b # dua\n  - c # tiga\n", [Put(("scope",), ["x", "w", "v"])],
        "scope:\n  - x # satu\n  - w # dua\n  - v # tiga\n",
    ),
    "more items than before": (
        "scope:\n  - a # satu\n  - b\n", [Put(("scope",), ["x", "w", "v", "u"])],
        "scope:\n  - x # satu\n  - w\n  - v\n  - u\n",
    ),
    "items in the middle go": (
        "scope:\n  - a\n  - b\n  - c\n  - d\n  - e\n", [Put(("scope",), ["a", "x", "e"])],
        "scope:\n  - a\n  - x\n  - e\n",
    ),
    "fewer items": ("scope: [a, b, c, d]\n", [Put(("scope",), ["d"])], "scope: [d]\n"),
    "an empty list": ("scope:\n  - a\ntitle: b\n", [Put(("scope",), [])], "scope: []\ntitle: b\n"),
    "text over a list keeps the comment of its key": (
        "scope: # isi\n  - a\n  - b\ntitle: c\n", [Put(("scope",), "x")], "scope: x # isi\ntitle: c\n",
    ),
    "a list over text keeps it too": (
        "scope: a # isi\ntitle: c\n", [Put(("scope",), ["x", "w"])], "scope: # isi\n  - x\n  - w\ntitle: c\n",
    ),
    "a map over an item": ("scope:\n  - a\n  - b # dua\n", [Put(("scope", 1), {"x": "y", "z": ["w"]})],
        "scope:\n  - a\n  - x: y # dua\n    z:\n      - w\n",
    ),
    "a list over an item": ("scope:\n  - a\n", [Put(("scope", 0), ["x", "w"])], "scope:\n  - - x\n    - w\n"),
    "a list over an item behind a wide dash": (
        "x:\n-   a: b\n    c: d\n", [Put(("x", 0), ["w", "v"])], "x:\n-   - w\n    - v\n",
    ),
    "a list over an item below its dash": (
        "x:\n-\n    a: b\n    c: d\n-\n    e\n", [Put(("x", 0), ["w", "v"]), Put(("x", 1), {"t": "u", "s": "r"})],
        "x:\n- - w\n  - v\n-\n    t: u\n    s: r\n",
    ),
    "text over an item that is a map": ("x:\n- a: b\n  c: d\n", [Put(("x", 0), "e")], "x:\n- e\n"),
    "nothing over text": ("title: a   # judul\nx: y\n", [Put(("title",), None)], "title:   # judul\nx: y\n"),
    "nothing over a literal": ("title: |   # judul\n  a\nx: y\n", [Put(("title",), None)], "title:   # judul\nx: y\n"),
    "nothing over an item": ("scope:\n- a\n- b\n", [Put(("scope", 0), None)], "scope:\n-\n- b\n"),
    "nothing in braces": ("offer: {a: b}\n", [Put(("offer", "a"), None), Put(("offer", "c"), None)],
        "offer: {a: ~, c: ~}\n",
    ),
    "a new key without a value": ("title: a\n", [Put(("x",), None)], "title: a\nx:\n"),
    "nothing where nothing is": ("title: a\nx: ~\n", [Put(("x",), None)], "title: a\nx: ~\n"),
    "the whole file": ("title: a   # judul\nx: b\n", [Put((), {"title": "a", "term": {"starts": "c"}})],
        "title: a   # judul\nterm:\n  starts: c\n",
    ),
    # removals
    "a key goes with its comments": (
        "a: b\n# tentang c\nc: d   # ini c\n# tentang e\ne: f\n", [Drop(("c",))], "a: b\n# tentang e\ne: f\n",
    ),
    "the comment at the head stays": ("# kepala\na: b\nc: d\n", [Drop(("a",))], "# kepala\nc: d\n"),
    "a comment with a blank line below stays": (
        "a: b\n# bab\n\nc: d\ne: f\n", [Drop(("c",))], "a: b\n# bab\n\ne: f\n",
    ),
    "one blank line between paragraphs stays": (
        "a: b\n\nc: d\n\ne: f\n", [Drop(("c",))], "a: b\n\ne: f\n",
    ),
    "two paragraphs are not joined": ("a: b\n\nc: d\ne: f\n", [Drop(("c",))], "a: b\n\ne: f\n"),
    "no blank line is left at the end": ("a: b\n\nc: d\n", [Drop(("c",))], "a: b\n"),
    "no line break is left at the end": ("a: b\n\nc: d", [Drop(("c",))], "a: b"),
    "but one that belongs to a text": ("a: |\n  b\nc: d", [Drop(("c",))], "a: |\n  b\n"),
    "blank lines that belong to a text stay": ("a: |+\n  b\n\n\nc: d\n", [Drop(("c",))], "a: |+\n  b\n\n\n"),
    "the first key on the line of a dash": (
        "x:\n  - a: b   # satu\n    # tentang c\n    c: d\n", [Drop(("x", 0, "a"))],
        "x:\n  - # tentang c\n    c: d\n",
    ),
    "the last item takes its key along": ("a: b\nx:\n  y:\n    - z\n", [Drop(("x", "y", 0))], "a: b\n"),
    "the last key of an item leaves braces": ("x:\n  - a: b\n  - c\n", [Drop(("x", 0, "a"))], "x:\n  - {}\n  - c\n"),
    "also with its comment": (
        "x:\n  - a: # b\n      - c # d\n  - e\n", [Drop(("x", 0, "a"))], "x:\n  - {} # d\n  - e\n",
    ),
    "the last item of an item leaves brackets": ("x: [[a], b]\n", [Drop(("x", 0, 0))], "x: [[], b]\n"),
    "several items by their old positions": (
        "x: [a, b, c, d]\n", [Drop(("x", 0)), Drop(("x", 2)), Append(("x",), "e"), Put(("x", 1), "B")],
        "x: [B, d, e]\n",
    ),
    "what is absent": ("a: b\n", [Drop(("c",)), Drop(("a", 0)), Drop(("c", "d", 1))], "a: b\n"),
    "from braces": ("a: {b: c, d: e , f: g}\n", [Drop(("a", "d"))], "a: {b: c, f: g}\n"),
    "the first from braces": ("a: { b: c, d: e }\n", [Drop(("a", "b"))], "a: { d: e }\n"),
    "the last from braces": ("a: {b: c, d: e}\n", [Drop(("a", "d"))], "a: {b: c}\n"),
    "the last before a comma": ("a: [b, c,]\n", [Drop(("a", 1))], "a: [b, ]\n"),
    "a line from brackets": (
        "a: [\n  b,   # satu\n  # tentang c\n  c,   # dua\n  d\n]\n", [Drop(("a", 1))], "a: [\n  b,   # satu\n  d\n]\n",
    ),
    "the last line from brackets": ("a: [\n  b,   # satu\n  c\n]\n", [Drop(("a", 1))], "a: [\n  b   # satu\n]\n"),
    # brackets
    "a key into braces by order": (
        "term: {starts: a, until: b}\n", [Put(("term", "ends"), "c")], "term: {starts: a, ends: c, until: b}\n",
    ),
    "a first key into braces": (
        "term: {length: a}\n", [Put(("term", "starts"), "b")], "term: {starts: b, length: a}\n",
    ),
    "into empty braces": ("term: { }   # isi\n", [Put(("term", "starts"), "b")], "term: { starts: b }   # isi\n"),
    "into brackets with a comment": ("x: [ # isi\n  ]\n", [Append(("x",), "a")], "x: [a  # isi\n  ]\n"),
    "a line into brackets": (
        "x: [\n  a,   # satu\n  b   # dua\n]\n", [Append(("x",), "c")], "x: [\n  a,   # satu\n  b,   # dua\n  c\n]\n",
    ),
    "a line before a closing bracket": ("x: [\n  a,\n  b]\n", [Append(("x",), "c")], "x: [\n  a,\n  b,\n  c]\n"),
    "a line behind a comma": (
        "x: [\n  a,\n  b,   # dua\n]\n", [Append(("x",), "c")], "x: [\n  a,\n  b,   # dua\n  c,\n]\n",
    ),
    "a line between": (
        "x: {\n  starts: a,\n  until: b\n}\n", [Put(("x",), {"starts": "a", "until": "b", "z": "c"})],
        "x: {\n  starts: a,\n  until: b,\n  z: c\n}\n",
    ),
    "a first line into brackets": (
        "x: [\n  a,\n  b\n]\n", [Put(("x",), ["c", "a", "b"])], "x: [\n  c,\n  a,\n  b\n]\n",
    ),
    "a first item into brackets": ("x: [a, b]\n", [Put(("x",), ["c", "a", "b"])], "x: [c, a, b]\n"),
    "a second key for a pair without braces": (
        "x: [a: b, c]\n", [Put(("x", 0, "d"), "e")], "x: [{a: b, d: e}, c]\n",
    ),
    "in braces all is in braces": (
        "x: {a: b}\n", [Put(("x", "c"), {"d": ["e", {"f": "? g"}], "h": "- i"})],
        'x: {a: b, c: {d: [e, {f: "? g"}], h: "- i"}}\n',
    ),
    # styles
    "text stays folded": (
        "title: >-\n  a\n  b\nx: y\n", [Put(("title",), "kata " * 30 + "akhir")],
        "title: >-\n  " + ("kata " * 16).strip() + "\n  " + ("kata " * 14).strip() + " akhir\nx: y\n",
    ),
    "folded text may end in a line break": ("title: >-\n  a\n", [Put(("title",), "a\nb\n")], "title: >\n  a\n\n  b\n"),
    "folded text that cannot be": ("title: >\n  a\n", [Put(("title",), "  a\nb")], "title: |2-\n    a\n  b\n"),
    "literal text keeps its indentation": (
        "title: |\n      a\nx: y\n", [Put(("title",), "b\n\nc\n")], "title: |\n      b\n\n      c\nx: y\n",
    ),
    "several lines make plain text literal": (
        "title: a   # judul\nx: y\n", [Put(("title",), "b\nc")], "title: |-   # judul\n  b\n  c\nx: y\n",
    ),
    "single quotes stay": ("title: 'a'\n", [Put(("title",), "it's")], "title: 'it''s'\n"),
    "single quotes that cannot": ("title: 'a'\n", [Put(("title",), "b\nc")], 'title: "b\\nc"\n'),
    "empty text": ("title: a\nx: |\n  b\n", [Put(("title",), ""), Put(("x",), "")], 'title: ""\nx: ""\n'),
    "what is not text is never quoted": (
        "x: {a: b}\n", [Put(("date",), "2026-01-01"), Put(("amount",), "0123"), Put(("yes",), "true")],
        "x: {a: b}\ndate: 2026-01-01\namount: 0123\nyes: true\n",
    ),
    "unseen characters are written out": (
        "title: a\n", [Put(("title",), "a\u202eb\u200bc\ufeff\x85\x1b\U000e0041\x07")],
        'title: "a\\u202eb\\u200bc\\ufeff\\x85\\e\\U000e0041\\x07"\n',
    ),
    "deeper than its like, where that stands nearer to its dash than two columns": (
        "x:\n  - a:\n      -\n       b:\n        c: d\n",
        [Append(("x",), {"a": [{"b": {"c": "e"}}]})],
        "x:\n  - a:\n      -\n       b:\n        c: d\n  - a:\n      - b:\n         c: e\n",
    ),
    "and what else is not seen beside them": (
        "title: a\n", [Put(("title",), 'a"b\\c\td\re\0f\ng\x1b')], 'title: "a\\"b\\\\c\\td\\re\\0f\\ng\\e"\n',
    ),
    "keys that are no words": (
        "x: {}\n", [Put(("x", "a: b"), "c"), Put(("x", "<<"), "d"), Put(("x", "0123"), "e"), Put(("x", "~"), "f")],
        'x: {"a: b": c, "<<": d, 0123: e, "~": f}\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_change(name: str) -> None:
    before, changes, after = CASES[name]
    assert apply(before, changes, House()) == after


REFUSED: dict[str, tuple[str, list[Change], str]] = {
    "a text that cannot be read": ("a: [\n", [Put(("a",), "b")], "splice.unreadable"),
    "the only key": ("a: b\n", [Drop(("a",))], "splice.root"),
    "the only key, from inside": ("a: [b]\n", [Drop(("a", 0))], "splice.root"),
    "everything": ("a: b\n", [Drop(())], "splice.root"),
    "text over everything": ("a: b\n", [Put((), "x")], "splice.root"),
    "an item of a text": ("a: b\n", [Append(("a",), "c")], "splice.not_a_list"),
    "a key of a text": ("a: b\n", [Put(("a", "c"), "d")], "splice.no_place"),
    "a key of a list": ("a: [b]\n", [Put(("a", "c"), "d")], "splice.no_place"),
    "an item of a map": ("a: {b: c}\n", [Put(("a", 0), "d")], "splice.no_place"),
    "an item that leaves a gap": ("a: [b]\n", [Put(("a", 2), "d")], "splice.no_place"),
    "an item that leaves a gap in a new list": ("a: b\n", [Put(("c", 1), "d")], "splice.no_place"),
    "an item that leaves a gap in an empty list": ("a:\n", [Put(("a", 1), "d")], "splice.no_place"),
    "half a character": ("a: b\n", [Put(("a",), {"x": ["\ud800"]})], "splice.surrogate"),
    "half a character in a key": ("a: b\n", [Append(("c",), {"\udfff": None})], "splice.surrogate"),
    "comments in what would go": ("a:\n  - b # c\n  - d\nx: y\n", [Put(("a",), "e")], "splice.unproven"),
    "comments in an item that would be emptied": (
        "a:\n- b: c # d\n  e: f\n",
        [Put(("a", 0), {})],
        "splice.unproven",
    ),
    "a key no reader takes": ("a: b\n", [Put(("k" * 2000,), "c")], "splice.unproven"),
    "a twin of a key": ("ab: b\n", [Put(("AB",), "c")], "splice.unproven"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusal(name: str) -> None:
    text, changes, key = REFUSED[name]
    with pytest.raises(CannotSplice) as caught:
        apply(text, changes, House())
    assert caught.value.message.key == key


def test_a_refusal_names_the_path_with_positions_from_one() -> None:
    with pytest.raises(CannotSplice) as caught:
        apply("a:\n- b:\n  - c # d\n  - f\n", [Put(("a", 0, "b"), "e")], House())
    assert caught.value.message.values == {"path": "a.1.b"}


@pytest.mark.parametrize("text", ["0123", "no", "2024-01-01", "12:30", "1e3", "~", "null", "1_000", "=", "<<", "on"])
def test_free_text_is_quoted_where_a_reader_would_take_it_for_something_else(text: str) -> None:
    assert apply("a: b\n", [Put(("a",), text)], AllText()) == f'a: "{text}"\n'


def test_an_edit_whose_data_would_be_wrong_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "replaced", lambda *_: [block.Splice(0, 0, "x: y\n")])
    with pytest.raises(CannotSplice):
        apply("a: b\n", [Put(("a",), "c")], House())


def test_an_edit_that_would_lose_a_comment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "replaced", lambda *_: [block.Splice(3, 9, "c")])
    with pytest.raises(CannotSplice):
        apply("a: b # d\n", [Put(("a",), "c")], House())


def test_an_edit_that_leaves_text_looking_like_a_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "replaced", lambda *_: [block.Splice(3, 4, "0123")])
    with pytest.raises(CannotSplice):
        apply("a: b\n", [Put(("a",), "0123")], AllText())


def test_the_proof_looks_into_maps_and_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    new = [block.Splice(4, 4, "\nc: [{d: no}, e]")]
    monkeypatch.setattr(block, "added_to_map", lambda *_, **__: new)
    with pytest.raises(CannotSplice):
        apply("a: b\n", [Put(("c",), [{"d": "no"}, "e"])], AllText())
    assert apply("a: b\n", [Put(("c",), [{"d": "no"}, "e"])], House()) == "a: b\nc: [{d: no}, e]\n"


def test_what_the_record_looks_like_after_a_day_of_work() -> None:
    new = apply(
        PLAIN,
        [
            Put(("registration",), {"number": "REG/2026/014", "date": "2026-02-16"}),
            Put(("parties", 0, "number"), "0123"),
            Put(("term", "ends"), "2028-02-11"),
            Append(("history",), {"date": "2026-02-16", "stage": "reporting", "note": "Terdaftar: lengkap"}),
            Append(("corrections",), {"no": "1", "clause": "Pasal 4", "raised": {"date": "2026-01-15"}}),
            Drop(("scope", 0)),
            Drop(("parties", 1, "signatory", "office")),
        ],
        House(),
    )
    assert (
        new
        == """\
# Perjanjian contoh ~1~
title: Pelayanan rujukan
instrument: PKS   # jenis ~2~
sectors: [kesehatan, sosial]
renews: 2023-contoh

parties:   # Pihak Kesatu dahulu ~3~
  - key: dinkes
    name: Dinas Kesehatan Kabupaten Contoh   # kami ~4~
    ours: true
    number: "0123"
  # pihak kedua ~5~
  - key: klinik
    name: Klinik Utama
    signatory: {name: Contoh Dua}

scope:
  - Pelatihan petugas, termasuk kader   # baru ~6~

term:
  starts: 2026-02-12
  length: 2 years
  ends: 2028-02-11

corrections:
  - no: 1
    clause: Pasal 4
    raised: {date: 2026-01-15}

registration: {number: REG/2026/014, date: 2026-02-16}

# riwayat ~7~
history:
  - {date: 2026-01-10, stage: draft, note: Dibahas}
  - {date: 2026-02-10, stage: facilitation}
  - {date: 2026-02-16, stage: reporting, note: "Terdaftar: lengkap"}
"""
    )
    assert Page(new).data == data(parse(new))
