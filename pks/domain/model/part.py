"""What every map of the file has in common, and what may be written in two ways."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A map of the file. `address` names the field by which `pks set` finds it in its list, if any."""

    model_config = ConfigDict(frozen=True, extra="allow")
    address: ClassVar[str | None] = None


class OneOrMany:
    """Marks a list that may be written as its one item."""


def as_list(value: object) -> object:
    return value if isinstance(value, list) else [value]


def text_or_map(value: Any) -> str:
    return "map" if isinstance(value, dict) else "text"
