"""What holds for every edit: it reads back, comments stay, what is undone leaves no trace, order is free."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pks.store.text.changes import ordered
from pks.store.text.nodes import Data, data, parse
from pks.store.text.scalars import key, typed, ways, writable
from pks.store.text.splice import Append, CannotSplice, Drop, Put, apply, write
from pks.store.text.steps import changed, steps
from tests.store.text import judge
from tests.store.text.layouts import DENSE, LAYOUTS, NESTED, PLAIN, VALUES, AllText, House

TEXTS = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
    | st.sampled_from(VALUES)
    | st.text(st.sampled_from(" \n#:,[]{}'\"-?ab"), max_size=12)
)
KEYS = st.text(st.sampled_from("abcdeno-09é :#"), min_size=1, max_size=6)
DATA = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
PLACES = [(layout, path) for layout in LAYOUTS for path, _ in list(judge.places(data(parse(layout.text))))[1:]]
BASES = {"plain": PLAIN, "dense": DENSE, "nested": NESTED, "crlf": PLAIN.replace("\n", "\r\n"), "bare": NESTED.strip()}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(PLACES), DATA)
def test_what_is_put_reads_back_and_comments_stay(place: Any, value: Any) -> None:
    layout, path = place
    old = data(parse(layout.text))
    try:
        new = apply(layout.text, [Put(path, value)], House())
    except CannotSplice:
        assert judge.comments(layout.text) or twins(value)
        return
    assert data(parse(new)) == judge.with_value(old, path, value)
    if isinstance(judge.at(old, path), str | None):
        assert judge.comments(new) == judge.comments(layout.text)
    assert apply(new, [Put(path, value)], House()) == new


def twins(value: Any) -> bool:
    """Say whether there are keys that a reader of agreements would take for the same."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    own = isinstance(value, dict) and len({name.casefold() for name in value}) < len(value)
    return own or any(twins(one) for one in inner)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(BASES)), TEXTS, TEXTS)
def test_edits_of_different_fields_commute(name: str, one: str, other: str) -> None:
    text = BASES[name]
    first, second = Put(("title",), one), Put(("x-catatan", "a"), other)
    there = apply(text, [first, second], House())
    back = apply(text, [second, first], House())
    assert data(parse(there)) == data(parse(back))
    assert judge.comments(there) == judge.comments(back)
    if "'" not in there + back:  # which quotes are the file's habit may depend on what came first
        assert there == back


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
def test_a_new_file_reads_back(values: dict[str, Any]) -> None:
    try:
        text = write(values, AllText())
    except CannotSplice:
        assert twins(values)
        return
    assert data(parse(text)) == values


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans(), st.booleans(), st.sampled_from(["", "'", '"', "|", ">"]))
def test_free_text_is_text_to_a_reader_of_yaml_1_1(text: str, single: bool, flow: bool, old: str) -> None:  # noqa: FBT001
    for written in ways(text, old=old, bare=not typed(text) and text != "", flow=flow, single=single, depth=2):
        body = "".join(f"\n  {line}" if line else "\n" for line in written.body)
        whole = f"a: {{b: {written.head}}}\n" if flow else f"a: {written.head}{body}\n"
        read = yaml.load(whole, yaml.CSafeLoader)["a"]
        assert (read["b"] if flow else read) == text


@pytest.mark.parametrize(
    ("old", "single", "heads"),
    [
        ("", False, ["a b", '"a b"']),
        ("", True, ["a b", "'a b'", '"a b"']),
        ("'", False, ["'a b'", "a b", '"a b"']),
        ('"', False, ['"a b"']),
        (">", False, [">-", "a b", '"a b"']),
    ],
)
def test_the_style_that_stood_there_is_tried_first_and_then_the_plainest(
    old: str,
    single: bool,  # noqa: FBT001
    heads: list[str],
) -> None:
    assert [one.head for one in ways("a b", old=old, bare=True, flow=False, single=single, depth=2)] == heads


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20) | st.sampled_from(VALUES[2:]))
def test_a_key_reads_back(name: str) -> None:
    assert list(yaml.load(f"{key(name)}: x\nb: {{{key(name)}: y}}\n", yaml.CBaseLoader))[0] == name  # noqa: S506, RUF015


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_half_a_character_cannot_be_written(text: str) -> None:
    assert not writable(text)
    with pytest.raises(CannotSplice):
        write({"a": text}, House())


def test_what_cannot_be_a_file_is_refused() -> None:
    with pytest.raises(CannotSplice):
        write({"a": "b", "A": "c"}, House())
    with pytest.raises(CannotSplice):
        write({}, House())


@pytest.mark.parametrize("name", BASES)
def test_two_hundred_edits_and_their_reversals_leave_no_trace(name: str) -> None:
    text, chance = BASES[name], random.Random(name)
    everything: Any = data(parse(text))
    places = list(judge.places(everything))[1:]
    scalars = [(path, value) for path, value in places if isinstance(value, str)]
    lists = [(path, value) for path, value in places if isinstance(value, list)]
    maps = [((), everything)] + [(path, value) for path, value in places if isinstance(value, dict)]
    added: Any
    for number in range(200):
        kind = number % 3
        if kind == 0:
            path, value = chance.choice(scalars)
            words = chance.choice(["Teks baru", "Rapat tahap dua", "440-3", "Dinas Kesehatan"])
            if reversible(text, path):
                new = apply(text, [Put(path, words)], House())
                assert apply(new, [Put(path, value)], House()) == text, (path, words)
        elif kind == 1:
            path, items = chance.choice(lists)
            added = chance.choice(["x", {"name": "x"}])
            new = apply(text, [Append(path, added)], House())
            assert apply(new, [Drop((*path, len(items)))], House()) == text, path
        else:
            path, _ = chance.choice(maps)
            added = chance.choice(["x", ["x", "z"], {"a": "x", "b": ["c"]}])
            new = apply(text, [Put((*path, "x-baru"), added)], House())
            assert new != text
            assert apply(new, [Drop((*path, "x-baru"))], House()) == text, path


@st.composite
def several_changes(draw: st.DrawFn) -> tuple[str, list[Any]]:
    text = BASES[draw(st.sampled_from(sorted(BASES)))]
    places = list(judge.places(data(parse(text))))[1:]
    changes: list[Any] = []
    for path, value in draw(st.lists(st.sampled_from(places), min_size=2, max_size=4, unique_by=lambda one: one[0])):
        new: Any = draw(st.sampled_from(VALUES) | st.just({"name": "x", "note": "y, z"}) | st.just(["x", "w"]))
        kinds: list[Any] = [Put(path, draw(st.sampled_from(VALUES))), Drop(path)]
        if isinstance(value, list):
            kinds += [Append(path, new)] * 3
        if isinstance(value, dict):
            kinds += [Put((*path, draw(st.sampled_from(["x-baru", "ends", "note"]))), new)] * 3
        changes.append(draw(st.sampled_from(kinds)))
    return text, changes


@settings(max_examples=150, deadline=None)
@given(several_changes())
def test_several_changes_at_once_mean_what_they_mean_one_by_one(drawn: tuple[str, list[Any]]) -> None:
    text, changes = drawn
    expected: Data = data(parse(text))
    try:
        for change in ordered(changes):
            for step in list(steps(change, expected)):
                expected = changed(expected, step)
        new = apply(text, changes, House())
    except CannotSplice:
        return
    assert data(parse(new)) == expected
    before = iter(judge.comments(text))
    assert all(one in before for one in judge.comments(new))


def reversible(text: str, path: Any) -> bool:
    """Say whether the value stands on one line and without quotes: then its spelling is its text."""
    first, last = judge.value_lines(text, path)
    lines = judge.lines(text)[first : last + 1]
    return first == last and not any("'" in line or '"' in line for line in lines)


@settings(max_examples=200, deadline=None)
@given(DATA, DATA)
def test_the_steps_of_a_change_lead_to_its_data(old: Any, new: Any) -> None:
    before: Any = {"a": old, "z": "y"}
    after = before
    for change in ordered([Put(("a",), new)]):
        for step in list(steps(change, after)):
            after = changed(after, step)
    assert after == {"a": new, "z": "y"}
    assert before == {"a": old, "z": "y"}
