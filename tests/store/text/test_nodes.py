"""What the reader makes of a text: places, styles, plain data, comments."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from pks.store.text import nodes
from pks.store.text.builder import Builder
from pks.store.text.comments import Comment, comments, swallowed
from pks.store.text.guard import Places, SyntaxProblems, position
from pks.store.text.nodes import ListNode, MapNode, Node, TextNode, data, find, parse, parse_list, texts
from pks.store.text.page import Page
from tests.store.text.layouts import LAYOUTS, Written


def span(text: str, *path: str | int) -> str:
    node = find(parse(text), path)
    assert node is not None
    return text[node.start : node.end]


SPANS: tuple[tuple[str, tuple[str | int, ...], str], ...] = (
    ("a: b   # c\n", ("a",), "b"),
    ("a: 'b c'  \n", ("a",), "'b c'"),
    ("a: b\n  c\n\n# d\n", ("a",), "b\n  c"),
    ("a: |\n  b\n\n\nc: d\n", ("a",), "|\n  b"),
    ("a: |+\n  b\n\n\nc: d\n", ("a",), "|+\n  b\n\n"),
    ("a: |+\r\n  b\r\n\r\nc: d\r\n", ("a",), "|+\r\n  b\r\n"),
    ("a: |+\n  b", ("a",), "|+\n  b"),
    ("a: >-   # x\n  b\n # y\nc: d\n", ("a",), ">-   # x\n  b"),
    ("a: |\n  b  \n  \nc: d\n", ("a",), "|\n  b  "),
    ("a: |   # x\nc: d\n", ("a",), "|"),
    ("a: |\n\n\nc: d\n", ("a",), "|"),
    ("a: |-", ("a",), "|-"),
    ("a:\n  b: c\n  d: e\n\n# f\ng: h\n", ("a",), "b: c\n  d: e"),
    ("a:\n- b\n-\n# c\nd: e\n", ("a",), "- b\n-"),
    ("a:\n  b:\n# c\nd: e\n", ("a",), "b:"),
    ("a: # x\n\nb: c\n", ("a",), ""),
    ("a: {b: c }   # d\n", ("a",), "{b: c }"),
    ("a: [b: c , d]\n", ("a", 0), "b: c"),
    ("a: [b,\n  c]\n", ("a", 1), "c"),
    ("\ufeffa: b\n", (), "a: b"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "path", "written"), SPANS)
def test_a_node_reaches_from_its_first_character_to_its_last(
    text: str, path: tuple[str | int, ...], written: str
) -> None:
    assert span(text, *path) == written


def test_lines_and_columns_count_from_one_and_a_byte_order_mark_is_none() -> None:
    root = parse("\ufeffa: b\r\nc:\r  - é: 😀\n    d: \n    e: {f: g}\n")
    places = {node.text: (node.line, node.column) for node in texts(root)}
    assert places == {
        "a": (1, 1), "b": (1, 4), "c": (2, 1), "é": (3, 5), "😀": (3, 8), "d": (4, 5), "": (4, 7),
        "e": (5, 5), "f": (5, 9), "g": (5, 12),
    }  # fmt: skip
    inner = find(root, ("c", 0, "e"))
    assert isinstance(inner, MapNode)
    assert (inner.line, inner.column, inner.flow) == (5, 8, True)


@pytest.mark.parametrize(
    ("index", "place"), [(0, (1, 1)), (1, (1, 1)), (2, (1, 2)), (4, (2, 1)), (6, (3, 1)), (7, (3, 2)), (99, (3, 94))]
)
def test_positions_count_every_kind_of_line_break(index: int, place: tuple[int, int]) -> None:
    assert position("\ufeffa\r\nb\rc", index) == place


def test_every_scalar_is_text_and_nothing_is_nothing() -> None:
    text = "a: 0123\nb: no\nc: ~\nd:\ne: null\nf: 'null'\ng: \"~\"\nh: ''\ni: [Null, NULL, nULL, 1e3, , ]\n".replace(
        ", ,", ","
    )
    assert data(parse(text)) == {
        "a": "0123", "b": "no", "c": None, "d": None, "e": None, "f": "null", "g": "~", "h": "",
        "i": [None, None, "nULL", "1e3"],
    }  # fmt: skip


def test_styles_are_known() -> None:
    root = parse("a: b\nc: 'd'\ne: \"f\"\ng: |\n  h\ni: >-\n  j\n")
    assert [value.style for _, value in root.entries if isinstance(value, TextNode)] == ["", "'", '"', "|", ">"]


def test_find_follows_keys_and_positions() -> None:
    root = parse("a: [b, {c: d}]\n")
    assert find(root, ()) is root
    found = find(root, ("a", 1, "c"))
    assert isinstance(found, TextNode)
    assert found.text == "d"
    for path in (("x",), ("a", 2), ("a", -1), ("a", "0"), (0,), ("a", 0, "c"), ("a", 1, "c", 0)):
        assert find(root, path) is None
    assert root.get("x") is None


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_another_parser_reads_the_same_text(layout: Written) -> None:
    theirs = yaml.load(layout.text, yaml.CBaseLoader)  # noqa: S506 - makes nothing but text
    assert everything(parse(layout.text)) == theirs


def everything(node: Node) -> Any:
    """The data with every scalar as it is written, also those that say nothing."""
    if isinstance(node, TextNode):
        return node.text
    if isinstance(node, MapNode):
        return {key.text: everything(value) for key, value in node.entries}
    return [everything(item) for item in node.items]


def test_comments_are_what_is_not_in_a_scalar() -> None:
    text = (
        "# satu\r\na: 'x # y' # dua\r\nb: |- # tiga\r\n  # bukan\r\n# empat\r\nc: x#y #lima\r\n"
        "d: [ # enam\r\n  e, # tujuh\r\n ]# delapan\r\n...\r\n# akhir"
    )
    found = comments(text, parse(text))
    assert [(one.line, one.text) for one in found] == [
        (1, "# satu"), (2, "# dua"), (3, "# tiga"), (5, "# empat"), (6, "#lima"), (7, "# enam"), (8, "# tujuh"),
        (9, "# delapan"), (11, "# akhir"),
    ]  # fmt: skip
    assert all(text[one.start : one.end] == one.text for one in found)
    assert comments("a: b # c", parse("a: b # c")) == [Comment(5, 8, 1, "# c")]
    assert comments("a: |", parse("a: |")) == []
    assert comments("# c\n{}\n", parse("# c\n{}\n")) == [Comment(0, 3, 1, "# c")]


def test_a_hash_that_swallowed_part_of_a_value_is_found() -> None:
    text = "clause: Pasal 4 #2\na: b # c\nd: 'e' #f\ng: #h\ni: [j #k\n, l] #m\nn: o  #é\np: q # 2\nr:\n  - s #t\n"
    assert swallowed(text, parse(text)) == [(1, 17), (5, 7), (7, 7), (10, 7)]


@pytest.mark.parametrize(
    "error",
    [ValueError("x"), AttributeError(), KeyError("k"), IndexError(), TypeError(), AssertionError(),
     NotImplementedError(),
     RecursionError("deep")],
)  # fmt: skip
def test_whatever_a_parser_throws_becomes_a_problem_with_a_line(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def events(text: str) -> Any:
        yield from yaml.parse(text.split("!", maxsplit=1)[0])
        raise error

    monkeypatch.setattr(nodes, "YAML", lambda **_: SimpleNamespace(parse=events))
    with pytest.raises(SyntaxProblems) as caught:
        parse("a: b\nc: d\n!")
    assert [(one.line, one.column, one.code) for one in caught.value.problems] == [(3, 1, "yaml.syntax")]


@pytest.mark.parametrize("layout", LAYOUTS[::3], ids=lambda layout: layout.name)
def test_the_events_of_another_parser_build_the_same_tree(layout: Written) -> None:
    builder = Builder(layout.text)
    builder.read(yaml.parse(layout.text))
    assert data(builder.finish()) == data(parse(layout.text))


def test_lists_know_whether_they_are_in_brackets() -> None:
    root = parse("a: [b]\nc:\n- d\n")
    assert [value.flow for _, value in root.entries if isinstance(value, ListNode)] == [True, False]


def test_a_text_that_was_refused_as_one_thing_may_be_read_as_the_other() -> None:
    """The last text is kept, and what is wrong with it is wrong for who asked alone."""
    for _ in range(2):
        with pytest.raises(SyntaxProblems) as caught:
            parse("- a\n")
        assert [one.code for one in caught.value.problems] == ["yaml.root"]
        assert data(parse_list("- a\n")) == ["a"]
        with pytest.raises(SyntaxProblems) as caught:
            parse_list("a: b\n")
        assert [one.code for one in caught.value.problems] == ["yaml.root-list"]
        assert data(parse("a: b\n")) == {"a": "b"}


def test_after_the_last_line_comes_the_end_of_the_text() -> None:
    page = Page("a: b\nc: d")
    assert [page.following(index) for index in (0, 4, 5, 8)] == [5, 5, 9, 9]


@pytest.mark.parametrize("text", ["", "a", "\ufeff", "\ufeffa\r\nb\rc", "\n\n", "a\r", "a\r\n\n\rb\n"])
def test_many_places_are_those_that_would_be_found_one_by_one(text: str) -> None:
    place = Places(text)
    characters = [index for index in range(len(text) + 1) if text[max(index - 1, 0) : index + 1] != "\r\n"]
    assert [place(index) for index in characters] == [position(text, index) for index in characters]
