import importlib.util
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath

import pytest

from pks.store.reading import node_at
from pks.store.text import quick
from pks.store.text.guard import SyntaxProblems
from pks.store.text.nodes import data, parse
from pks.store.text.quick import quick_data
from pks.store.text.tree import Path
from tests.index.registers import agreement

_PIECES = (
    ": ",
    ":",
    "- ",
    " #",
    "#",
    "'",
    '"',
    "{",
    "}",
    "[",
    "]",
    ", ",
    ",",
    "\n",
    "  ",
    "\n  ",
    "|\n",
    ">-\n",
    "~",
    "null",
    "? ",
    "&a",
    "*a",
    "!t ",
    "! ",
    "%",
    "---\n",
    "...\n",
    "<<: ",
    "\t",
    "\u00a0",
    "\u2028",
    "\x85",
    "é",
    "e\u0301",
    "\U0001f600",
    "@",
    "`",
    "\\",
    "\\n",
    "\\u0041",
    "-",
    "=",
    "''",
    '""',
    "key:",
    "key:value",
    "a: b: c",
    "\r\n",
    "\r",
    "- - ",
    "[]",
    "{}",
    "{a}",
    "{a, b: c}",
    "[a: b]",
    "[a b, c: d]",
    "http://x",
    "::",
    " : ",
    ": #c",
    "|+\n\n",
    ">2\n",
    "yes",
    "0123",
    "1e3",
    "\ufeff",
    "]:",
    "}:",
    "[a]: b",
    "- ? a",
    "{? a : b}",
    "{a: ,}",
    "[,]",
    "{,}",
    "{'a':b}",
    '{"a":b}',
    '"a"b',
    "a:\n- b",
    "-\n",
    "--",
)
# Written after yaml-test-suite: what parsers differ about.
_CASES = (
    "a: 'x'y\n",
    'a: "x"y\n',
    "a: [b]c\n",
    "{a: b}c\n",
    "a: b\n c: d\n",
    "- a\nb: c\n",
    "a:\n- b\n -c\n",
    "a: |\n b\nc\n",
    "a: >\n\n b\n  c\n\n d\n",
    'a: "b\\\n  c"\n',
    "a: 'b\n\n  c'\n",
    "a: b #c\n",
    "a: b#c\n",
    "a: #c\n  b\n",
    "'a': 'b''c'\n",
    "a: - b\n",
    "a: {b: c, d}\n",
    "a: {b: [c, {d: e}]}\n",
    "a: [b, c,]\n",
    "a: [, b]\n",
    "a: {b:c}\n",
    'a: {"b":c}\n',
    "? a\n: b\n",
    "a : b\n",
    "a:b\n",
    "a: b: c\n",
    "a: *b\n",
    "a: &b c\n",
    "a: !!str 1\n",
    "a: !\n",
    "a: ! b\n",
    "! a: b\n",
    "a: [!, ! b]\n",
    "%YAML 1.1\n---\na: yes\n",
    "--- a\n",
    "a: b\n---\nc: d\n",
    "a: b\n...\n",
    "a:\tb\n",
    "a: b\t# c\n",
    "\ta: b\n",
    "a: |2\n   b\n",
    "a: |+\n b\n\n",
    "a: >-\n b\n c\n",
    "<<: {a: b}\n",
    "a: ~\nb: null\nc: ''\nd:\n",
    "a: b\nA: c\n",
    "a: 1\na: 2\n",
    "é: 1\ne\u0301: 2\n",
    'a: "\\ud800"\n',
    'a: "\\x41\\u0042"\n',
    "a: b\r\nc: d\r\n",
    "a: b\rc: d\r",
    "\ufeffa: b\n",
    "a: @b\n",
    "a: `b\n",
    "a: %b\n",
    "a: b:\n",
    "a: [b:, c]\n",
    "[a, b]\n",
    "a\n",
    "",
    "# c\n",
    "a: {b: }\n",
    "a: 2026-03-01\n",
    "a: no\n",
    "a: 012\n",
    "a: 1_0\n",
    "a: [b\n, c]\n",
    "a: {\n}\n",
    "a: [\n]\n",
    "a: ''''\n",
    "a: '\n'\n",
    "- - a\n",
    "-\n",
    "a: -\n",
    "a: ?\n",
    "a: :\n",
    "::\n",
)


def _judged(text: str) -> object:
    try:
        return data(parse(text))
    except SyntaxProblems as error:
        return error.problems


@pytest.mark.parametrize("text", _CASES)
def test_what_parsers_differ_about_is_left_to_the_judge_or_read_as_it_does(text: str) -> None:
    found = quick_data(text)
    assert found is None or found == _judged(text)


def test_what_people_write_is_read_at_once_and_as_the_judge_reads_it() -> None:
    chance = random.Random(1)
    texts = [agreement(chance, ["a"]) for _ in range(60)]
    texts += [path.read_text(encoding="utf-8") for path in FilePath(__file__).parents[2].rglob("examples/*.yaml")]
    for text in texts:
        assert quick_data(text) == _judged(text)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_a_text_that_only_opens_levels_does_not_end_the_process(opening: str) -> None:
    text = f"title:\n  {opening * ((32 * 1024 - 20) // len(opening))}"
    assert quick_data(text) is None


def test_sixteen_levels_are_read_at_once_and_more_are_left_to_the_judge() -> None:
    def nested(levels: int) -> str:
        return f"x: {'[' * (levels - 2)}a{']' * (levels - 2)}\n"

    assert quick_data(nested(16)) == _judged(nested(16))
    assert quick_data(nested(16)) is not None
    assert quick_data(nested(17)) is None


def test_a_text_of_the_largest_size_is_read_at_once_and_one_character_more_is_not() -> None:
    words = "a" * (32 * 1024 - len("x: \n"))
    assert quick_data(f"x: {words}\n") == {"x": words}
    assert quick_data(f"x: {words}a\n") is None


def test_any_number_of_lists_may_stand_beside_each_other() -> None:
    assert quick_data("x: [" + "[], " * 8000 + "[]]\n") == {"x": [[]] * 8001}


def test_where_yaml_has_no_fast_parser_all_is_left_to_the_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pks.store.text.libyaml", None)
    monkeypatch.delattr("pks.store.text.libyaml")
    spec = importlib.util.spec_from_file_location("quick_without_parser", quick.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.quick_data("a: b\n") is None
    assert quick_data("a: b\n") == {"a": "b"}


@pytest.mark.parametrize("seed", range(6))
def test_two_parsers_agree_on_mutated_records_wherever_both_accept(seed: int) -> None:
    chance, accepted = random.Random(seed), 0
    for _ in range(400):
        text = _mutated(agreement(chance, ["a"]), chance)
        found = quick_data(text)
        if found is not None:
            accepted += 1
            assert found == _judged(text), text
    assert accepted > 20


def _assert_same_places(text: str) -> None:
    found = quick.quick(text)
    if found is None:
        return
    root = parse(text)
    for path in (*_paths(found.data, ()), ("no such key",), (0,), ("history", 99), ("history", 0, "nothing", 3)):
        node = node_at(root, path)
        assert found.place(path) == (node.line, node.column), (path, text)


def _paths(value: object, path: Path) -> Iterator[Path]:
    yield path
    below: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        below = value.items()
    elif isinstance(value, list):
        below = enumerate(value)
    for step, one in below:
        yield from _paths(one, (*path, step))


@pytest.mark.parametrize("text", _CASES)
def test_both_readers_find_a_value_at_the_same_place(text: str) -> None:
    _assert_same_places(text)


@pytest.mark.parametrize("seed", range(4))
def test_both_readers_find_every_value_of_mutated_records_at_the_same_place(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(30):
        record = agreement(chance, ["a"])
        _assert_same_places(record)
        for _ in range(4):
            _assert_same_places(_mutated(record, chance))


def _mutated(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines)) if chance.random() < 0.6 else 0
    some = lines[start : start + chance.randint(2, 12)]
    indent = min((len(line) - len(line.lstrip()) for line in some if line.strip()), default=0)
    text = "\n".join(line[indent:] for line in some) + "\n"
    for _ in range(chance.randint(1, 3)):
        at, how = chance.randrange(len(text) + 1), chance.random()
        if how < 0.6:
            text = text[:at] + chance.choice(_PIECES) + text[at:]
        elif how < 0.75:
            text = text[:at] + text[at + chance.randint(1, 6) :]
        else:
            text = text[:at] + chance.choice(_PIECES) + text[at + chance.randint(1, 6) :]
    return text
