"""Every way a text can be wrong has its own code, and the place where a person must look."""

from __future__ import annotations

import contextlib
import re
import time

import pytest
from ruamel.yaml.reader import ReaderError

from pks.language.said.files import FILES
from pks.store.text.guard import MOST_PROBLEMS, Problem, SyntaxProblems, explained
from pks.store.text.nodes import parse

BROKEN: tuple[tuple[str, int, int, str], ...] = (
    # characters
    ("a: \x00\n", 1, 4, "yaml.control"),
    ("a: b\nc: x\x1b[31m\n", 2, 5, "yaml.control"),
    ("a: \x07\n", 1, 4, "yaml.control"),
    ("?\n  a", 2, 3, "yaml.key"),
    ("a: \x7f\n", 1, 4, "yaml.control"),
    ("a: \x9b\n", 1, 4, "yaml.control"),
    ("a: b\x0cc\n", 1, 5, "yaml.control"),
    ("\ufeffa: \x08\n", 1, 4, "yaml.control"),
    ("a: \ufffe\n", 1, 4, "yaml.control"),
    ("a: \uffff\n", 1, 4, "yaml.control"),
    ("a: \ud800\n", 1, 4, "yaml.surrogate"),
    ('a: "\\ud800"\n', 1, 4, "yaml.surrogate"),
    ("a: b\r\nc: \x85\r\n", 2, 4, "yaml.separator"),
    ("a: b\rc: \u2028\r", 2, 4, "yaml.separator"),
    ("a: x\u2029y\n", 1, 5, "yaml.separator"),
    # tabs
    ("a:\n\tb: 1\n", 2, 1, "yaml.tab"),
    ("a:\n  b: 1\n\tc: 2\n", 3, 1, "yaml.tab"),
    ("a:\t1\n", 1, 3, "yaml.tab"),
    ("a: 1\t# c\n", 1, 5, "yaml.tab"),
    ("a: 1\t\n", 1, 5, "yaml.tab"),
    ("a: >\n\tb\n", 2, 1, "yaml.tab"),
    # conflict markers
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", 1, 1, "yaml.conflict"),
    ("a:\n    <<<<<<< HEAD\n    - 1\n", 2, 5, "yaml.conflict"),
    ("a: [\n<<<<<<< HEAD\nx,\n=======\ny,\n>>>>>>> x\n]\n", 2, 1, "yaml.conflict"),
    ("a: 'x\n<<<<<<< HEAD\ny\n=======\nz\n>>>>>>> x\n'\n", 2, 1, "yaml.conflict"),
    ("a: |\n  x\n  <<<<<<< HEAD\n  y\n  =======\n  z\n  >>>>>>> x\n", 3, 3, "yaml.conflict"),
    ("a: 1\r\n>>>>>>> x\r\n", 2, 1, "yaml.conflict"),
    ("\ufeff<<<<<<<\na: 1\n", 1, 1, "yaml.conflict"),
    # the file as a whole
    ("", 1, 1, "yaml.empty"),
    ("\ufeff", 1, 1, "yaml.empty"),
    ("\n\n", 1, 1, "yaml.empty"),
    ("# hanya komentar\n", 1, 1, "yaml.empty"),
    ("---\n", 2, 1, "yaml.empty"),
    ("---\n...\n", 2, 1, "yaml.empty"),
    ("...\n", 1, 1, "yaml.empty"),
    ("~\n", 1, 1, "yaml.empty"),
    ("null # x\n", 1, 1, "yaml.empty"),
    ("teks\n", 1, 1, "yaml.root"),
    ("version https://git-lfs.example/spec/v1\n", 1, 1, "yaml.root"),
    ("- a\n- b\n", 1, 1, "yaml.root"),
    ("[a]\n", 1, 1, "yaml.root"),
    ('""\n', 1, 1, "yaml.root"),
    ("a: 1\n---\nb: 1\n", 2, 1, "yaml.documents"),
    ("a: 1\n...\nb: 1\n", 3, 1, "yaml.documents"),
    ("%YAML 1.1\n---\na: no\n", 1, 1, "yaml.directive"),
    ("%YAML 1.3\n---\na: no\n", 1, 1, "yaml.directive"),
    ("# x\n%TAG ! tag:x,2000:\n---\na: 1\n", 2, 1, "yaml.directive"),
    ("%FOO\na: 1\n", 1, 1, "yaml.directive"),
    ("{a: " * 40 + "}" * 40 + "\n", 1, 129, "yaml.deep"),
    ("a: " + "[" * 16_384 + "\n", 1, 35, "yaml.deep"),
    ("a:\n" + "".join(" " * n + "-\n" for n in range(1, 40)), 33, 33, "yaml.deep"),
    # keys
    ("a: 1\nb: 2\na: 3\n", 3, 1, "yaml.duplicate"),
    ("x:\n  - {a: 1, b: 2, a: 3}\n", 2, 18, "yaml.duplicate"),
    ("a: 1\nA: 2\n", 2, 1, "yaml.twin"),
    ("\u00e9: 1\ne\u0301: 2\n", 2, 1, "yaml.twin"),
    ("stra\u00dfe: 1\nSTRASSE: 2\n", 2, 1, "yaml.twin"),
    ("? a\n: b\n", 1, 3, "yaml.key"),
    ("x: {? a : b}\n", 1, 7, "yaml.key"),
    ("? [a]\n: b\n", 1, 3, "yaml.key"),
    ("{a: b}: c\n", 1, 1, "yaml.key"),
    ("[a, b]: c\n", 1, 1, "yaml.key"),
    (": b\n", 1, 1, "yaml.key"),
    ("<<: {a: 1}\n", 1, 1, "yaml.merge"),
    ("x: {a: , <<: {b: c}}\n", 1, 10, "yaml.merge"),
    ("a: {b:, c: d}\n", 1, 5, "yaml.tight"),
    ("a: [b:, c]\n", 1, 5, "yaml.tight"),
    ("a: 1\nb\nc: 2\n", 2, 1, "yaml.colon"),
    ("a: x\nb:c\nd: 1\n", 2, 1, "yaml.colon"),
    # values
    ("a: Rapat: dua\n", 1, 9, "yaml.value"),
    ("a: 1\n b: 2\n", 2, 3, "yaml.value"),
    ("--- a: 1\n", 1, 6, "yaml.value"),
    ("a: @x\n", 1, 4, "yaml.start"),
    ("a: `x`\n", 1, 4, "yaml.start"),
    ("a: %x\n", 1, 4, "yaml.start"),
    ("a: ? x\n", 1, 4, "yaml.start"),
    ("a: - b\n", 1, 4, "yaml.dash"),
    ("a: -\n", 1, 4, "yaml.dash"),
    ("a: 'x\n", 1, 4, "yaml.quote"),
    ('a: "x\nb: 1\n', 1, 4, "yaml.quote"),
    ('a: "x\n---\ny"\n', 1, 4, "yaml.quote"),
    ('a: "x" y\n', 1, 8, "yaml.after"),
    ("a: 'x'y\n", 1, 7, "yaml.after"),
    ("a: [x] y\n", 1, 8, "yaml.after"),
    ('a: "\\q"\n', 1, 6, "yaml.escape"),
    ('a: "\\x1"\n', 1, 7, "yaml.escape"),
    ('a: "C:\\Users"\n', 1, 9, "yaml.escape"),
    ('a: 1\nb: "\\U00110000"\n', 2, 2, "yaml.syntax"),
    ("a: |x\n  b\n", 1, 5, "yaml.header"),
    ("a: >0\n  b\n", 1, 5, "yaml.header"),
    ("a: &x 1\nb: 2\n", 1, 4, "yaml.anchor"),
    ("b: &x [1]\n", 1, 4, "yaml.anchor"),
    ("a: *x\n", 1, 4, "yaml.anchor"),
    ("a: *\n", 1, 5, "yaml.anchor"),
    ("a: !!int 3\n", 1, 4, "yaml.tag"),
    ("a: !!python/object/apply:os.system [x]\n", 1, 4, "yaml.tag"),
    ("a: !!omap x\n", 1, 4, "yaml.tag"),
    ("a: ! x\n", 1, 4, "yaml.tag"),
    ("a: !<x\n", 1, 7, "yaml.tag"),
    # lines and brackets
    ("a:\n  b: 1\n c: 2\n", 3, 2, "yaml.indentation"),
    ("parties:\n  - key: a\n   name: b\n", 3, 4, "yaml.indentation"),
    ("a: 1\n- b\n", 2, 1, "yaml.indentation"),
    ("- a\nb: 1\n", 2, 1, "yaml.indentation"),
    ("a: |\n    x\n  y\nb: 1\n", 3, 3, "yaml.indentation"),
    ("a: x # c\n  y\n", 2, 3, "yaml.indentation"),
    ("a: [x, y\nb: 1\n", 1, 4, "yaml.bracket"),
    ("a: {x: 1\nb: 2\n", 1, 4, "yaml.bracket"),
    ("a: {b: c\n", 1, 4, "yaml.bracket"),
    ("a: [\n", 1, 4, "yaml.bracket"),
    ("a: {b: [c, \n", 1, 8, "yaml.bracket"),
    ("a: [x y: z: w]\n", 1, 11, "yaml.comma"),
    ("a: ]\n", 1, 4, "yaml.stray"),
    ("a: }\n", 1, 4, "yaml.stray"),
    ("a: ,x\n", 1, 4, "yaml.stray"),
    ("a: {x: 1}}\n", 1, 10, "yaml.stray"),
    ("a: [x]]\n", 1, 7, "yaml.stray"),
    ("a: {b: 1, c: [}\n", 1, 15, "yaml.stray"),
    ("a: {b: 1,, c: 2}\n", 1, 10, "yaml.stray"),
    ("a: {k: ? y}\n", 1, 8, "yaml.stray"),
)  # fmt: skip

FINE = (
    "a: no\nb: 0123\nc: 12:30:00\nd: 2023-02-29\ne: .nan\nf: =\n",
    "\ufeffa: 1\n",
    "a: 1\r\nb: 2\rc: 3\n",
    "a: |-\n  Bab\n  =======\n  |||||||\n",
    "# =======\na: 1\n",
    "a: <<<<<<<x\n",
    "a: x]y}z\n",
    'a: "\\e[31m\\u202e\\x85"\n',
    "a: \u202ex\u200b\n",
    '"<<": 1\n',
    "a: 'x\ty'\n",
    "--- # x\na: 1\n... # y\n",
    "a:\n  b: [c, {d: e}]\n",
)


def problems(text: str) -> list[Problem]:
    with pytest.raises(SyntaxProblems) as caught:
        parse(text)
    return caught.value.problems


@pytest.mark.parametrize(("text", "line", "column", "code"), BROKEN)
def test_what_is_wrong_is_named_where_it_is(text: str, line: int, column: int, code: str) -> None:
    assert problems(text)[0][:3] == (line, column, code)


@pytest.mark.parametrize("text", FINE)
def test_what_people_may_write_is_read(text: str) -> None:
    parse(text)


def test_each_conflict_block_is_one_problem() -> None:
    block = "<<<<<<< HEAD\na: 1\n||||||| base\na: 0\n=======\na: 2\n>>>>>>> x\n"
    found = problems(f"{block}b: 1\n{block}")
    assert [(one.line, one.code) for one in found] == [(1, "yaml.conflict"), (9, "yaml.conflict")]
    assert found[1].message.values["line"] == 9


def test_the_end_of_a_conflict_without_its_beginning_is_one_too() -> None:
    text = "a: b\n<<<<<<< ours\nc: d\n=======\nc: e\n>>>>>>> theirs\nf: g\n>>>>>>> theirs\n"
    assert [(one.line, one.code) for one in problems(text)] == [(2, "yaml.conflict"), (8, "yaml.conflict")]


def test_an_open_bracket_is_named_where_it_opens_with_the_line_by_which_it_should_close() -> None:
    (one,) = problems("a: b\nc: [d,\n  e\nf: g\n")
    assert (one.line, one.column, one.message.values) == (2, 4, {"bracket": "[", "line": 4})


@pytest.mark.parametrize("start", ["<<<<<<< HEAD", "<<<<<<<", "<<<<<<< a b c", "<<<<<<<\tx"])
@pytest.mark.parametrize(
    "wrap", ["{}\n", "a: [\n{}\n]\n", "a: '\n{}\n'\n", "a: |\n  {}\n", "  {}", "\t{}", "a:\r\n{}\r\n"]
)
def test_a_conflict_is_found_wherever_it_stands(wrap: str, start: str) -> None:
    assert {one.code for one in problems(wrap.format(start))} == {"yaml.conflict"}


def test_all_duplicates_are_reported_with_both_lines() -> None:
    found = problems("a: 1\nb: 2\na: 3\nc: {d: 1,\n  d: 2}\nB: 4\na: 5\n")
    assert [(one.line, one.message.values["first"], one.message.values["line"]) for one in found] == [
        (3, 1, 3),
        (5, 4, 5),
        (6, 2, 6),
        (7, 1, 7),
    ]


def test_anchors_and_tags_are_all_reported() -> None:
    found = problems('a: &x 1\nb: *x\nc: !t {d: !u e}\nf: &y !v g\nh: !w "\\ud800"\n')
    assert [(one.line, one.column, one.code) for one in found] == [
        (1, 4, "yaml.anchor"),
        (2, 4, "yaml.anchor"),
        (3, 4, "yaml.tag"),
        (3, 11, "yaml.tag"),
        (4, 4, "yaml.anchor"),
        (4, 4, "yaml.tag"),
        (5, 4, "yaml.tag"),  # of two at one place that which was found first
        (5, 4, "yaml.surrogate"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("a: @bc\n", "yaml.start", {"character": "@"}),
        ('a: "bc\n', "yaml.quote", {"quote": '"'}),
        ("a: [x y: z: w]\n", "yaml.comma", {"bracket": "["}),
        ("a: [b]]]\n", "yaml.stray", {"character": "]"}),
        ("a: [,,b]\n", "yaml.stray", {"character": ","}),
    ],
)
def test_the_one_character_that_is_wrong_is_named(text: str, code: str, values: dict[str, str]) -> None:
    assert [(one.code, one.message.values) for one in problems(text)] == [(code, values)]


def test_what_cannot_be_a_key_is_one_problem_and_what_follows_is_read_on() -> None:
    found = problems("a: 1\n{b: c}: d\n[e]: f\ng: 1\ng: 2\n")
    assert [one[:3] for one in found] == [(2, 1, "yaml.key"), (3, 1, "yaml.key"), (5, 1, "yaml.duplicate")]


def test_an_error_that_only_knows_how_far_it_came_is_named_there() -> None:
    error = ReaderError("text", 7, 1, "unicode", "not allowed")
    assert explained(error, "a: b\nc: d\n", reached=0, bracket=None)[:3] == (2, 3, "yaml.syntax")


@pytest.mark.parametrize("behind", ["", " x", "\n"])
def test_a_tag_that_is_too_long_to_undo_its_escapes_is_a_tag_all_the_same(behind: str) -> None:
    assert [one[:3] for one in problems(f"a: !{'%41' * 1_000}{behind}")] == [(1, 4, "yaml.tag")]


@pytest.mark.parametrize("text", ["\x00" * 50, "\u2028" * 50, "a: &x 1\n" * 50, "<<<<<<< x\n" * 50])
def test_no_more_than_a_screenful_is_reported(text: str) -> None:
    assert len(problems(text)) == MOST_PROBLEMS


KIB = 256 * 1024
HUGE = {
    "brackets": "a: " + "[" * KIB,
    "bracket pairs": "a: [" + "[]," * (KIB // 3) + "]",
    "items": "a: [" + "a," * (KIB // 2) + "]",
    "lines": "- a\n" * (KIB // 4),
    "keys": "".join(f"k{number}: v\n" for number in range(22_000)),
    "pairs": "a: {" + "".join(f"k{number}: v, " for number in range(20_000)) + "}",
    "dashes": "- " * (KIB // 2),
    "questions": "? " * (KIB // 2),
    "open pairs": "[a: " * (KIB // 4),
    "exclamation marks": "a: " + "!" * KIB,
    "one word": "a: " + "x" * KIB,
    "many words": "a: " + "x " * (KIB // 2),
    "literal": "a: |\n" + " x\n" * (KIB // 3),
    "folded": "a: >\n" + " x\n" * (KIB // 3),
    "plain lines": "a: x\n" + " x\n" * (KIB // 3),
    "quotes": "a: '" + "''" * (KIB // 2) + "'",
    "escapes": 'a: "' + "\\n" * (KIB // 2) + '"',
    "comments": "#\n" * (KIB // 2) + "a: 1",
    "line comments": "a: [1,\n" + "x, #\n" * (KIB // 5) + "]",
    "blank lines": "\n" * KIB + "a: 1",
    "separators": "\u2028" * KIB,
    "controls": "\x00" * KIB,
    "markers": "<<<<<<< x\n" * (KIB // 10),
    "anchors": "a: &x 1\n" * (KIB // 8),
    "bomb": "a: &a [x]\n" + "".join(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}]\n" for n in range(1, 9_000)),
}  # fmt: skip


@pytest.mark.parametrize("name", HUGE)
def test_a_text_of_256_kib_is_read_or_refused_within_seconds(name: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(SyntaxProblems):
        parse(HUGE[name])
    assert time.process_time() - begun < 2  # one second where it was measured


def test_every_sentence_is_used_and_every_use_has_a_sentence() -> None:
    used = {code for *_, code in BROKEN} | {"yaml.large"}
    assert used == {key for key in FILES if key.startswith("yaml.")}
    assert {one.code for one in problems("a: [" + "a," * KIB + "]")} == {"yaml.large"}


@pytest.mark.parametrize("key", FILES)
def test_both_languages_have_the_same_blanks_and_end_in_a_full_stop(key: str) -> None:
    sentence = FILES[key]
    blanks = [set(re.findall(r"\{([a-z_]+)\}", words)) for words in sentence]
    assert blanks[0] == blanks[1]
    assert all(words.endswith((".", "{problem}")) for words in sentence)


@pytest.mark.parametrize(("text", "line", "column", "code"), BROKEN)
def test_every_problem_fills_the_blanks_of_its_sentence(text: str, line: int, column: int, code: str) -> None:
    for one in problems(text):
        assert (one.line, one.column) >= (line, column)
        assert one.message.key == one.code
        assert set(re.findall(r"\{([a-z_]+)\}", FILES[one.code].id)) <= set(one.message.values)
    assert code in {one.code for one in problems(text)}
