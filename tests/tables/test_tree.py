from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing, judge
from pks.message import Label
from pks.tables.tree import Node, state, tree, tree_json, tree_of
from tests.domain.builders import day, entered, facts, running


def judged(*all_facts: Facts) -> dict[str, Standing]:
    return judge({one.id: one for one in all_facts}, day("2026-06-01"))


def outline(nodes: Iterable[Node], depth: int = 0) -> Iterator[str]:
    """A line a node: its id, `*` where it is cut; a paper in quotes; an empty slot in brackets."""
    for node in nodes:
        if node.id:
            name = f"{node.id}{'*' if node.again else ''}"
        else:
            name = f'"{node.title}"' if node.title else f"[{node.cluster}]"
        yield f"{'  ' * depth}{name}"
        yield from outline(node.children, depth + 1)


def grown(*all_facts: Facts) -> list[str]:
    return list(outline(tree(judged(*all_facts))))


def clusters(*names: str) -> list[dict[str, str]]:
    return [{"name": name} for name in names]


def test_under_an_umbrella_its_slots_stand_in_its_order_and_empty_ones_show() -> None:
    assert grown(
        facts("a", under="payung", cluster="pelatihan"),
        facts("b", under="payung"),
        facts("c", under="payung", cluster="  RUJUKAN jiwa "),
        facts("d", under="payung", cluster="rujukan  Jiwa"),
        facts("e", under="payung", cluster="lain"),
        facts("payung", clusters=clusters("rujukan jiwa", "visum", "pelatihan", "Visum")),
    ) == ["payung", "  c", "  d", "  [Visum]", "  a", "  b", "  e"]


def test_umbrellas_nest_and_what_has_none_and_is_none_comes_at_the_end() -> None:
    assert grown(
        facts("alone"),
        facts("above"),
        facts("between", under="above"),
        facts("below", under="between"),
        facts("ceremony", instrument="MoU"),
        facts("slots", clusters=clusters("visum")),
        facts("zebra", instrument="PKS", under=[]),
    ) == ["above", "  between", "    below", "ceremony", "slots", "  [visum]", "alone", "zebra"]


def test_an_agreement_under_two_umbrellas_appears_under_each_with_all_below_it() -> None:
    assert grown(
        facts("kb", instrument="KB"), facts("nk", instrument="NK"),
        facts("both", under=["nk", "kb", "kb"]), facts("child", under="both"),
    ) == ["kb", "  both", "    child", "nk", "  both", "    child"]  # fmt: skip


def test_papers_and_ids_nobody_has_are_roots_of_what_is_under_them() -> None:
    paper = {"text": "Kesepahaman 2020", "number": "12/UN"}
    assert grown(
        facts("a", under=paper),
        facts("b", under=["2019-hilang", {"text": "kesepahaman  2020", "number": "12/un", "date": "2020-01-01"}]),
        facts("c", under={"date": "2018-01-02"}),
        facts("d", under={"text": "Kesepahaman 2020"}),
        facts("e", under="kb"),
        facts("kb"),
        facts("z"),
    ) == [
        "kb", "  e",
        '"2018-01-02"', "  c",
        '"2019-hilang"', "  b",
        '"Kesepahaman 2020"', "  d",
        '"Kesepahaman 2020, 12/UN"', "  a", "  b",
        "z",
    ]  # fmt: skip


def test_a_loop_is_shown_once_and_marked_where_it_closes() -> None:
    loop = (facts("a", under="c"), facts("b", under="a"), facts("c", under="b"), facts("leaf", under="b"))
    assert grown(*loop) == ["a", "  b", "    c", "      a*", "    leaf"]
    assert list(outline(tree_of(judged(*loop), "c"))) == ["c", "  a", "    b", "      c*", "      leaf"]
    assert grown(facts("self", under="self")) == ["self"]
    above = (facts("kb", instrument="KB"), facts("x", under=["kb", "y"]), facts("y", under="x"))
    assert grown(*above) == ["kb", "  x", "    y", "      x*"]


def test_a_knot_of_umbrellas_is_shown_in_no_time() -> None:
    ids = [f"a{number:02}" for number in range(16)]
    found = grown(*(facts(id_, under=[one for one in ids if one != id_]) for id_ in ids))
    assert {line.strip(" *") for line in found} == set(ids)
    assert len(found) < 16 * 17


def test_with_an_id_it_is_the_root_whatever_it_is_under() -> None:
    standings = judged(
        facts("above", instrument="KB"),
        facts("middle", under="above", cluster="rujukan", clusters=clusters("visum")),
        facts("below", under="middle"),
        facts("other"),
    )
    assert list(outline(tree_of(standings, "middle"))) == ["middle", "  [visum]", "  below"]
    assert tree_json(tree_of(standings, "middle")) == [
        {
            "id": "middle",
            "title": "Rujukan",
            "cluster": "rujukan",
            "children": [
                {"id": None, "title": None, "cluster": "visum", "children": []},
                {"id": "below", "title": "Rujukan", "cluster": None, "children": []},
            ],
        }
    ]


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"history": entered("facilitation")}, Label("stage", "facilitation")),
        ({"history": entered("registration")}, Label("validity", "unknown")),
        ({"history": entered("draft", closed="withdrawn")}, Label("validity", "ended")),
    ],
)
def test_the_state_is_the_validity_or_the_stage_of_what_is_not_signed(fields: dict[str, Any], label: Label) -> None:
    assert state(judged(facts(**fields))["satu"]) == label
    assert state(judged(running())["satu"]) == Label("validity", "active")


IDS = ("a", "b", "c", "d", "e")
LINKS = st.dictionaries(st.sampled_from(IDS), st.lists(st.sampled_from((*IDS, "hilang", "payung")), max_size=3))


def ids_in(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if node.id:
            yield node.id
        yield from ids_in(node.children)


@given(LINKS)
def test_every_agreement_is_shown_at_least_once_and_under_each_of_its_umbrellas(links: dict[str, list[str]]) -> None:
    standings = judged(*(facts(id_, under=under) for id_, under in links.items()))
    nodes = tree(standings)
    assert set(ids_in(nodes)) == set(standings)
    for id_, under in links.items():
        shown = list(_children(nodes))
        wanted = {umbrella for umbrella in under if umbrella != id_}
        assert {above for above, below in shown if below == id_} == wanted


class Counted(str):
    """An id that counts how often it is looked for, or put into a set."""

    __slots__ = ()
    times = 0

    def __hash__(self) -> int:
        Counted.times += 1
        return super().__hash__()


def test_a_register_twice_as_large_is_twice_the_work() -> None:
    def work(count: int) -> int:
        ids = [Counted(f"a{number:04}") for number in range(count)]
        unders = [None, "a0000", "hilang", {"text": "Nota lama"}]
        standings = judged(*(facts(id_, under=unders[number % 4]) for number, id_ in enumerate(ids)))
        Counted.times = 0
        assert set(ids_in(tree(standings))) == set(ids)
        return Counted.times

    assert work(200) < 2.1 * work(100)


def _children(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        yield from ((node.id or node.title or "", below.id) for below in node.children if below.id)
        yield from _children(node.children)
