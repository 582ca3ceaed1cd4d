import json
import random
from datetime import date
from functools import cache

import pytest

from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.facts_of import facts_of
from pks.domain.terms import Length, parse_period
from pks.errors import Finding
from pks.index.facts import facts_from
from pks.index.plain import DamagedError, finding_of, json_of, plain_finding, reader_of
from pks.message import Label, Message
from pks.store.reading import understand
from tests.index.registers import agreement


@cache
def _facts() -> list[Facts]:
    chance = random.Random(1)
    read = [understand(agreement(chance, ["satu"]).encode(), "a.yaml").value for _ in range(80)]
    return [facts_of("a", one, Office()) for one in read if one is not None]


def test_facts_come_back_as_they_were() -> None:
    kept = _facts()
    assert len(kept) > 70
    assert [facts_from(json_of(one)) for one in kept] == kept
    types = [[type(value) for value in one] for one in kept]
    back = [facts_from(json_of(one)) for one in kept]
    assert [[type(value) for value in one] for one in back] == types


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("id", 3),
        ("title", None),
        ("title", ["a"]),
        ("sectors", "kesehatan"),
        ("sectors", [1]),
        ("parties", [["a", "b"]]),
        ("parties", [["a", "b", 1]]),
        ("under", [3]),
        ("under", [["a", 1, None]]),
        ("has_signed_copy", 1),
        ("stage_since", "x"),
        ("stage_since", True),
        ("stage_since", None),
        ("entered", 0),
        ("entered", 99_999_999),
        ("days_to_signature", 1.5),
        ("meetings", [[1, 2, 3]]),
        ("tasks", [[1, "a", "b", 739000, ["3", "months", "3 months"], 0]]),
        ("review", 3),
        ("sent", [["a"]]),
    ],
)
def test_facts_with_a_value_of_another_type_are_refused(field: str, wrong: object) -> None:
    value = json.loads(json_of(_facts()[0]))
    value[Facts._fields.index(field)] = wrong
    with pytest.raises(DamagedError):
        facts_from(json.dumps(value))


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"wrong": 1}', "[" * 100_000, '["a"]', '{"wrong": [1,2,3]}'])
def test_what_is_no_facts_is_refused(text: str) -> None:
    with pytest.raises(DamagedError):
        facts_from(text)


def test_a_finding_comes_back_with_every_kind_of_value_in_its_words() -> None:
    message = Message(
        "a.b",
        text="x",
        count=3,
        day=date(2026, 3, 1),
        none=None,
        flag=True,
        names=["a", Label("stage", "draft")],
        pair=("a", 1),
        length=Length(3, "months", "3 bulan"),
        period=parse_period("2026-S1"),
        inner=Message("c", x=1),
    )
    finding = Finding("agreements/a.yaml", 3, None, "a.b", "error", message, Message("fix", key="x"))
    assert finding_of(json.loads(json.dumps(plain_finding(finding)))) == finding


def test_a_kind_that_cannot_be_kept_is_said_so() -> None:
    with pytest.raises(TypeError):
        json_of({1, 2})
    with pytest.raises(TypeError):
        reader_of(set)
