"""Parts of the model made of plain data, as a file would state them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pks.domain.model.part import Part
from pks.domain.model.schema import Shape, shape_of
from pks.domain.model.typed import typed

Kind = TypeVar("Kind", bound=Part)
_SHAPES: dict[type[Part], Shape] = {}


def made_of(kind: type[Kind], data: Mapping[str, Any]) -> Kind:
    """A `kind` of `data`, whose scalars are text; None is not stated."""
    shape = _SHAPES[kind] = _SHAPES.get(kind) or shape_of(kind)
    value, wrong = typed(shape, {key: one for key, one in data.items() if one is not None})
    assert not wrong, wrong
    assert isinstance(value, kind)
    return value
