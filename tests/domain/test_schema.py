"""The shape of the file as the writer asks for it."""

from __future__ import annotations

import pytest

from pks.domain.model.schema import FileLayout, Path, agreement_shape, office_shape, shape_at
from pks.domain.office import _length

LAYOUT = FileLayout(agreement_shape())


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ((), "title"),
        (("term",), "starts"),
        (("parties", 0), "key"),
        (("parties", 0, "signatory"), "name"),
        (("parties", 0, "signatory", 0, "mandate"), "number"),
        (("corrections", 0, "answers", "rsj"), "accepted"),
    ],
)
def test_the_keys_of_a_map_have_the_order_of_the_format(path: Path, first: str) -> None:
    assert LAYOUT.order(path)[0] == first


@pytest.mark.parametrize("path", [("scope",), ("scope", 0), ("parties",), ("x-baru",), ("x-baru", "a"), ("title", "a")])
def test_where_any_key_or_none_may_stand_there_is_no_order(path: Path) -> None:
    assert LAYOUT.order(path) == ()


@pytest.mark.parametrize(
    ("path", "is_text"),
    [
        (("title",), True),
        (("scope", 0), True),
        (("scope",), True),
        (("lead",), True),
        (("parties", 0, "key"), True),
        (("parties", 0, "number", 1), True),
        (("under",), True),
        (("x-kode",), True),
        (("term", "starts"), False),
        (("sectors", 0), False),
        (("funding", 0, "amount"), False),
        (("history", 0, "stage"), False),
        (("history", 0, "imported"), False),
    ],
)
def test_free_text_is_told_from_values_of_a_kind(path: Path, *, is_text: bool) -> None:
    assert LAYOUT.is_text(path) is is_text


@pytest.mark.parametrize(
    ("path", "is_block"),
    [
        ((), True),
        (("term",), True),
        (("parties", 0), True),
        (("scope",), True),
        (("sectors",), False),
        (("offer",), False),
        (("funding", 0), False),
        (("history", 2), False),
    ],
)
def test_what_is_new_takes_several_lines_only_where_the_house_does(path: Path, *, is_block: bool) -> None:
    assert LAYOUT.is_block(path) is is_block


def test_a_place_the_schema_does_not_know_has_no_shape() -> None:
    for path in (("nothing",), ("title", "a"), ("title", "a", "b"), ("parties", "a"), ("term", 0)):
        assert shape_at(agreement_shape(), path) is None
    assert shape_at(office_shape(), ("reports", "tiers", 0, "to")) is not None


def test_a_default_that_is_no_length_is_found_at_once() -> None:
    with pytest.raises(ValueError, match="selamanya"):
        _length("selamanya")
