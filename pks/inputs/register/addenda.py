"""Rows that are addenda join the row of the agreement that they change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from pks.inputs.register.identity import compared
from pks.inputs.register.row import RowRead

_ALIKE: Final = 0.85


def parent_of(addendum: RowRead, rows: Sequence[RowRead]) -> RowRead | None:
    """The row whose agreement `addendum` changes: the same partners and title, nearest above; None where unsure.

    An addendum of no further title is of the agreement with the same partners right above it.
    """
    partners = _partners(addendum)
    alike = [row for row in rows if not row.is_addendum and _partners(row) == partners and _is_before(row, addendum)]
    if addendum.bare:
        alike = list(_of_title(addendum.bare, alike))
    above = [row for row in alike if row.row < addendum.row]
    if above:
        return max(above, key=lambda row: row.row)
    return alike[0] if len(alike) == 1 else None


def _of_title(title: str, rows: Sequence[RowRead]) -> Iterator[RowRead]:
    wanted = compared(title)
    same = [row for row in rows if compared(row.title) == wanted]
    if same:
        yield from same
        return
    for row in rows:
        found = compared(row.title)
        begins = found.startswith(wanted) or wanted.startswith(found)
        if begins or SequenceMatcher(None, found, wanted).ratio() > _ALIKE:
            yield row


def _partners(row: RowRead) -> frozenset[str]:
    return frozenset(compared(one.name) for one in row.partners)


def _is_before(row: RowRead, addendum: RowRead) -> bool:
    return row.starts is None or addendum.starts is None or row.starts <= addendum.starts
