"""By what an item of a list is the same one in two versions of a file, where positions may differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pks.domain.model.schema import Shape

# Where the schema itself gives the items of a list no address.
_NAMED_BY: Final[dict[str, tuple[str, ...]]] = {
    "amendments": ("no",),
    "attendees": ("unit",),
    "changes": ("field",),
    "documents": ("kind", "file", "number", "date"),
    "evaluations": ("date",),
    "facilitation": ("date",),
    "readings": ("period",),
    "sent": ("to",),
    "tasks": ("what",),
    "tiers": ("to",),
}


def by_name(items: Sequence[Any], item: Shape | None, key: str) -> dict[str, Any] | None:
    """The items of the list `key` by name, as plain data; None where one has no name, or two have the same."""
    keys = (item.address,) if item is not None and item.address else _NAMED_BY.get(key, ())
    names = [_name(one, keys) for one in items]
    if not keys or None in names or len(set(names)) < len(names):
        return None
    return dict(zip((str(name) for name in names), items, strict=True))


def _name(item: Any, keys: Sequence[str]) -> str | None:
    if isinstance(item, str):
        return item
    if not isinstance(item, dict):
        return None
    found = [str(item[key]).strip().casefold() for key in keys if isinstance(item.get(key), str) and item[key]]
    if not found and isinstance(item.get("name"), str):
        found = [str(item["name"])]  # a party without a key
    return "/".join(found) or None
