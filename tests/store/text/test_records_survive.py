"""Whole records, laid out by the real schema: 200 random edits and their reversals each leave no byte changed."""

import random
from pathlib import Path
from typing import Any

import pytest

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.store.text.nodes import data, parse
from pks.store.text.scalars import typed
from pks.store.text.splice import Append, Drop, Put, apply
from tests.store.text import judge

ROOT = Path(__file__).parents[3]
RECORDS = [*sorted((ROOT / "agreements").glob("*.yaml")), *sorted((ROOT / "tests" / "examples").glob("*.yaml"))]
WORDS = ("Teks baru", "0123", "a: b #c", "2026-01-01", "kutip \"x\" 'y'", "dua\nbaris", "[x", "no", "ya, tidak", "")
LAYOUT = FileLayout(agreement_shape())


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_two_hundred_edits_and_their_reversals_leave_no_byte_changed(record: Path) -> None:
    text = record.read_bytes().decode()
    chance = random.Random(record.stem)  # the same edits every time
    places = list(judge.places(data(parse(text))))[1:]
    # A number without quotes where text is meant is written with quotes when it comes back.
    scalars = [(path, value) for path, value in places if isinstance(value, str) and not _bare_number(path, value)]
    lists = [(path, value) for path, value in places if isinstance(value, list)]
    for number in range(200):
        if number % 4 == 3 and lists:
            listed, items = chance.choice(lists)
            added: Any = chance.choice(["Teks baru", {"note": "a, b"}])
            new = apply(text, [Append(listed, added)], LAYOUT)
            assert apply(new, [Drop((*listed, len(items)))], LAYOUT) == text, listed
        else:
            path, value = chance.choice(scalars)
            word = chance.choice(WORDS)
            new = apply(text, [Put(path, word)], LAYOUT)
            assert (new != text) == (word != value)
            assert apply(new, [Put(path, value)], LAYOUT) == text, (path, word)


def _bare_number(path: Any, value: str) -> bool:
    return LAYOUT.is_text(path) and typed(value)


def test_quotes_that_only_the_old_text_needed_go_with_it_and_chosen_ones_stay() -> None:
    needed, chosen = 'title: "a: b"\n', 'title: "Judul"\n'
    assert apply(needed, [Put(("title",), "Judul")], LAYOUT) == "title: Judul\n"
    assert apply(chosen, [Put(("title",), "Lain")], LAYOUT) == 'title: "Lain"\n'
    assert apply("title: 'a: b'\n", [Put(("title",), "c: d")], LAYOUT) == "title: 'c: d'\n"
    assert apply("title: Judul\n", [Put(("title",), '"Sehat": jiwa')], LAYOUT) == "title: '\"Sehat\": jiwa'\n"
