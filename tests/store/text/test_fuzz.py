"""Broken and strange texts: nothing but the two kinds of refusal comes out, and soon; what is edited is right."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest
import yaml

from pks.store.text.nodes import Data, Problem, SyntaxProblems, data, parse
from pks.store.text.splice import Append, CannotSplice, Change, Drop, Put, apply
from tests.store.text import judge
from tests.store.text.layouts import LAYOUTS, VALUES, House

PIECES = (
    *" \n\t:-#,[]{}&*!|>'\"%@`?~=\\\r\ufeff\x00\x85\u2028\u202e\ud800éx0",
    "\n\n", "  ", "\r\n", ": ", " #", "- ", "? ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "!!int ", "&a ", "*a",
    "|+\n", ">-\n", "{a: ", "[a, ", "}", "]", "''", '""', "\\u", "<<<<<<< x\n", "=======\n", ">>>>>>> x\n", "\t\n",
)  # fmt: skip


def mutant(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        match chance.randrange(5):
            case 0:
                text = text[:at] + text[at + chance.randint(1, 3) :]
            case 1:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 2:
                text = text[:at] + chance.choice(PIECES) + text[at + 1 :]
            case 3:
                begin = chance.randrange(len(text) + 1)
                text = text[:at] + text[begin : begin + chance.randint(1, 40)] + text[at:]
            case _:
                lines = text.splitlines(keepends=True)
                chance.shuffle(lines)
                text = "".join(lines) if chance.random() < 0.2 else text[:at]
    return text


def some_change(everything: Any, chance: random.Random) -> tuple[Change, Any]:
    """Choose a change, and give the data it must lead to; None where there is none."""
    path, value = chance.choice(list(judge.places(everything))[1:])
    text = chance.choice(VALUES)
    if isinstance(value, list) and chance.random() < 0.7:
        return Append(path, text), judge.with_value(everything, path, [*value, text])
    if isinstance(value, dict) and chance.random() < 0.7:
        return Put((*path, "x-baru"), text), judge.with_value(everything, path, {**value, "x-baru": text})
    if len(everything) > 1 and chance.random() < 0.4:
        return Drop(path), judge.without(everything, path)
    return Put(path, text), judge.with_value(everything, path, text)


def run(seed: int, count: int) -> dict[str, int]:
    chance = random.Random(seed)
    tally = {"refused text": 0, "edited": 0, "refused edit": 0, "judged": 0}
    for _ in range(count):
        text = mutant(chance.choice(LAYOUTS).text, chance)
        begun = time.process_time()
        problems = refusal(text)
        if problems:
            tally["refused text"] += 1
            last = len(judge.lines(text)) + 1
            assert all(1 <= one.line <= last and one.column >= 1 for one in problems), text
            assert time.process_time() - begun < 1, text
            continue
        everything = data(parse(text))
        if not everything:  # `{}` is read, and has nothing to change
            continue
        change, expected = some_change(everything, chance)
        try:
            new = apply(text, [change], House())
        except CannotSplice:
            tally["refused edit"] += 1
            assert time.process_time() - begun < 1, text
            continue
        assert time.process_time() - begun < 1, text
        tally["edited"] += 1
        assert data(parse(new)) == expected, (text, change, new)
        tally["judged"] += agreed(text, new, everything, expected)
    return tally


def refusal(text: str) -> list[Problem]:
    try:
        parse(text)
    except SyntaxProblems as error:
        return error.problems
    return []


def agreed(text: str, new: str, everything: Data, expected: Any) -> bool:
    """Ask the other parser too, where it reads the old text as we do."""
    try:
        before = judge.read(text)
    except yaml.YAMLError:
        return False
    if before != texts_only(everything, before):
        return False
    assert judge.read(new) == texts_only(expected, judge.read(new)), (text, new)
    return True


def texts_only(ours: Any, theirs: Any) -> Any:
    """Write None the way the other parser gives it: as the text that stands there."""
    if ours is None:
        return theirs if theirs in ("", "~", "null", "Null", "NULL") else None
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {key: texts_only(value, theirs.get(key)) for key, value in ours.items()}
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        return [texts_only(one, other) for one, other in zip(ours, theirs, strict=True)]
    return ours


def test_a_few_thousand_mutants() -> None:
    tally = run(1, 4_000)
    assert tally["edited"] > 1_000
    assert tally["judged"] > 800
    assert tally["refused edit"] < tally["edited"] // 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_many_mutants(seed: int) -> None:
    assert run(seed, 10_000)["edited"] > 2_500
