"""Mutants of real records: read, or refused with a line; edited, or refused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.store.quick_reading import quickly_understood
from pks.store.reading import understand
from pks.store.text.nodes import SyntaxProblems, data, parse
from pks.store.text.quick import quick_data
from pks.store.text.splice import CannotSplice, apply
from tests.store.text.test_fuzz import mutant, some_change

ROOT = Path(__file__).parents[2]
RECORDS = [
    path.read_text(encoding="utf-8")
    for path in (*sorted((ROOT / "tests" / "examples").glob("*.yaml")), *sorted((ROOT / "agreements").glob("*.yaml")))
]


def read_mutants(seed: int, count: int) -> int:
    """Read `count` mutants by the guard and by the fast reader; how many were refused."""
    chance, refused = random.Random(seed), 0
    for _ in range(count):
        text = mutant(part(chance), chance)
        quick = quick_data(text)
        try:
            judged = data(parse(text))
        except SyntaxProblems as error:
            refused += 1
            assert quick is None, text
            assert all(one.line >= 1 and one.column >= 1 for one in error.problems), text  # noqa: PT017
            assert error.problems, text  # noqa: PT017
            continue
        assert quick is None or quick == judged, text
    return refused


def edit_mutants(seed: int, count: int) -> tuple[int, int]:
    """Understand `count` mutants and edit each once; how many were understood, and how many edited."""
    chance, read, edited = random.Random(seed), 0, 0
    for _ in range(count):
        text = mutant(part(chance), chance)
        content = text.encode("utf-8", "surrogatepass")
        reading = understand(content, "agreements/a.yaml")
        assert all((one.line or 0) >= 1 and (one.column or 0) >= 1 for one in reading.errors), text
        assert (reading.value is None) == bool(reading.errors), text
        quick = quickly_understood(content)
        assert quick is None or quick == reading.value, text
        if reading.text is None:
            continue
        read += 1
        everything = data(parse(reading.text))
        if not everything:
            continue
        change, expected = some_change(everything, chance)
        try:
            new = apply(reading.text, [change], FileLayout(agreement_shape()))
        except CannotSplice:
            continue
        edited += 1
        assert data(parse(new)) == expected, text
    return read, edited


def part(chance: random.Random) -> str:
    """A whole record, or some lines of one: short texts break in more ways a second."""
    text = chance.choice(RECORDS)
    if chance.random() < 0.1:
        return text
    lines = text.splitlines(keepends=True)
    start = chance.randrange(len(lines))
    return "".join(lines[start : start + chance.randint(2, 10)])


def test_two_thousand_mutants_of_real_records_are_read_or_refused_with_a_line() -> None:
    assert 200 < read_mutants(1, 2_000) < 1_900


def test_a_hundred_of_them_are_edited_or_refused() -> None:
    read, edited = edit_mutants(1, 100)
    assert read > 10
    assert edited > 8


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 120))
def test_two_hundred_thousand_mutants_are_read_or_refused_with_a_line(seed: int) -> None:
    assert read_mutants(seed, 10_000) > 1_000


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200, 220))
def test_ten_thousand_of_them_are_edited_or_refused(seed: int) -> None:
    assert edit_mutants(seed, 500)[1] > 40
