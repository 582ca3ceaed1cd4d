"""A part of the model states what it states, and never changes."""

from __future__ import annotations

import copy
import pickle

import pytest

from pks.domain.model.procedure import Document
from pks.domain.model.running import Change
from tests.domain.made import made_of

SIGNED = made_of(Document, {"kind": "signed-copy", "copy": "original", "rak": "4"})


@pytest.mark.parametrize(
    "other", [copy.copy(SIGNED), copy.deepcopy(SIGNED), pickle.loads(pickle.dumps(SIGNED))]  # noqa: S301  # our own
)  # fmt: skip
def test_a_copy_states_the_same(other: Document) -> None:
    assert other == SIGNED
    assert hash(other) == hash(SIGNED)
    assert other.unknown == {"rak": "4"}


def test_what_differs_in_a_field_or_in_a_key_the_format_lacks_is_another() -> None:
    assert made_of(Document, {"kind": "signed-copy", "copy": "original"}) != SIGNED
    assert SIGNED.but(kind="draft") != SIGNED
    assert SIGNED.but(kind="draft").unknown == {"rak": "4"}
    assert SIGNED != "signed-copy"


def test_it_never_changes() -> None:
    with pytest.raises(AttributeError):
        SIGNED.kind = "draft"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del SIGNED.kind


def test_a_key_python_claims_is_an_attribute_with_an_underscore() -> None:
    change = made_of(Change, {"field": "term.length", "from": "1 tahun", "to": "2 tahun"})
    assert change.from_ == "1 tahun"
    assert repr(change) == "Change(field='term.length', from_='1 tahun', to='2 tahun')"


def test_of_an_unknown_key_another_value_can_be_stated() -> None:
    assert SIGNED.but(rak="5").unknown == {"rak": "5"}
