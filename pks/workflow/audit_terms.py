"""Audit of what was agreed: terms changed after signing without an amendment, and facts changed once recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pks.domain.amending import OF_A_PARTY, TERMS
from pks.domain.standing.signatures import unsigned
from pks.domain.vocabulary import SIGNED_STAGES
from pks.message import Message
from pks.tables.audit import Mark, Origin
from pks.tables.differences import Difference, before_and_after, differences
from pks.tables.table import Cell
from pks.workflow.audit_version import Version

# What the text says to both; who works on it in this office is that office's to change.
_AGREED: Final = frozenset(
    {"title", "purpose", "location", "legal_basis", "parties", "scope", "term", "funding"}
)  # fmt: skip
_RECORDED: Final = ("parties", "signing", "registration", "amendments")
_ONCE: Final = frozenset(
    {"signing.date", "registration.number", "registration.date", "parties.signed", "parties.number"}
)  # fmt: skip
_LONGEST: Final = 60  # characters of a value in a sentence


def term_marks(before: Version, after: Version, origin: Origin) -> Iterator[Mark]:
    """Terms of a signed text that were changed without an amendment that names them; filling a gap is no change."""
    if all(before.data.get(key) == after.data.get(key) for key in TERMS) or not is_signed(before):
        return
    amended = _amended(after)
    for one in differences(*(_only(side.data, TERMS) for side in (before, after))):
        if _is_term(one) and not _fills_gap(one, before) and not any(_within(one.field, name) for name in amended):
            level = "warning" if one.path[0] in _AGREED else "info"
            yield Mark("term-changed", level, origin, _said("audit.term-changed", one))


def record_marks(before: Version, after: Version, origin: Origin) -> Iterator[Mark]:
    """Days of signing, numbers and amendments that were other before; adding one is what they are for."""
    if all(before.data.get(key) == after.data.get(key) for key in _RECORDED):
        return
    for one in differences(*(_only(side.data, _RECORDED) for side in (before, after))):
        if one.before is not None and (one.path[0] == "amendments" or one.key in _ONCE):
            yield Mark("record-changed", "warning", origin, _said("audit.record-changed", one))


def is_signed(version: Version) -> bool:
    """Whether the text of that version counts as signed."""
    agreement = version.agreement
    return agreement is not None and (agreement.stage in SIGNED_STAGES or not unsigned(agreement))


def _is_term(one: Difference) -> bool:
    """How often this office looks at it is no part of the text; of a party its name, region and body are."""
    if one.path[0] == "parties":
        return len(one.path) <= len(("parties", "key")) or one.key.rpartition(".")[2] in OF_A_PARTY
    return one.key != "term.review"


def _fills_gap(one: Difference, before: Version) -> bool:
    """Whether nothing was stated at that place; an item that a list had not yet is more than it said."""
    return one.before is None and not isinstance(before.data.get(one.path[0]), list)


def _amended(version: Version) -> Sequence[str]:
    agreement = version.agreement
    if agreement is None:
        return ()
    return [change.field for entry in agreement.amendments for change in entry.changes if change.field]


def _within(field: str, name: str) -> bool:
    """Whether an amendment of `name` explains a change of `field`, or of some of it."""
    first, second = field.replace('"', ""), name.replace('"', "").removesuffix(".+")
    inside = first.startswith(f"{second}.") or second.startswith(f"{first}.")
    return first == second or inside or _same_list(name, field)


def _same_list(name: str, field: str) -> bool:
    """Texts have no name but their position, which an amendment may move."""
    one, other = name.split("."), field.split(".")
    return len(one) == len(other) > 1 and one[0] == other[0] and (one[-1] == "+" or one[-1].isdecimal())


def _only(data: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    return {key: data[key] for key in keys if key in data}


def _said(key: str, one: Difference) -> Message:
    was, now = before_and_after(one)
    return Message(key, place=one.field, field=one.words, was=_clipped(was), now=_clipped(now))


def _clipped(cell: Cell) -> object:
    if cell is None or cell == ():
        return Message("audit.nothing")
    if isinstance(cell, str) and len(cell) > _LONGEST:
        return f"{cell[:_LONGEST]}…"
    return cell
