"""The steps of a change: as few as there can be, and which of them may be proven together."""

from __future__ import annotations

import pytest

from pks.store.text.changes import Put
from pks.store.text.steps import AddKey, Insert, Remove, Replace, Step, independent, steps
from pks.store.text.tree import Data


@pytest.mark.parametrize(
    ("together", "said"),
    [
        ((Replace(("a",), "1"), Replace(("b",), "2")), True),
        ((Replace(("a",), "1"), Replace(("a", "b"), "2")), False),
        ((AddKey((), "a", "1"), AddKey((), "b", "2")), True),
        ((AddKey((), "a", {"x": "1"}), AddKey(("a",), "b", "2")), False),
        ((Remove(("a", 0)), Remove(("a", 1))), False),
        ((Remove(("a", 0)), Remove(("b", 0))), True),
        ((Remove(("a", 0)), Replace(("a", 1), "2")), False),
        ((Insert(("a",), 0, ("1",)), Insert(("a",), 1, ("2",))), False),
        ((Insert(("a",), 0, ("1",)), Insert(("b",), 0, ("2",))), True),
    ],
)
def test_steps_are_independent_where_none_moves_or_holds_what_another_touches(
    together: tuple[Step, ...], *, said: bool
) -> None:
    assert independent(together) is said
    assert independent(together[::-1]) is said


def test_one_item_into_a_long_list_of_like_items_is_one_step() -> None:
    old: list[Data] = ["Rujukan"] * 300
    made = list(steps(Put(("scope",), [*old[:150], "Forensik", *old[150:]]), {"scope": old}))
    assert made == [Insert(("scope",), 150, ("Forensik",))]
