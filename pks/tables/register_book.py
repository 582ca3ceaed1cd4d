"""The register book: every text that has a register number, in the order of the numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from pks.domain.model.agreement import Agreement
from pks.domain.standing.judgement import Standing
from pks.domain.standing.party_keys import keyed
from pks.message import Message
from pks.tables.table import Cell, Column, Row, Table, one_group

_DIGITS: Final = re.compile("([0-9]+)")
_COLUMNS: Final = (
    Column("number", Message("export.register-number")),
    Column("registered", Message("export.registered")),
    Column("title", Message("column.agreement"), weight=3),
    Column("parties", Message("column.parties"), weight=3),
    Column("numbers", Message("export.numbers"), weight=2),
    Column("signed", Message("export.signed")),
    Column("starts", Message("column.starts")),
    Column("ends", Message("column.ends")),
    Column("original", Message("export.original"), weight=2),
    Column("id", Message("column.id")),
)


def book_entries(agreement_of: Callable[[str], Agreement], standings: Iterable[Standing]) -> list[dict[str, Any]]:
    """The entries of `register --json` for each of `standings` that has a register number, by that number.

    Digits count as numbers: REG/2026/9 stands before REG/2026/10. `original` says where the originals lie.
    """
    entries = (_entry(agreement_of(one.facts.id), one) for one in standings if one.facts.register)
    return sorted(entries, key=lambda entry: (*_order(entry["number"]), entry["id"]))


def book_table(entries: Iterable[Mapping[str, Any]]) -> Table:
    """One row an entry, in their order."""
    return Table(_COLUMNS, one_group(map(_row, entries)), Message("export.empty-book"))


def _entry(agreement: Agreement, one: Standing) -> dict[str, Any]:
    registration, facts = agreement.registration, one.facts
    return {
        "number": registration.number if registration else None,
        "date": registration.date if registration else None,
        "id": facts.id,
        "title": facts.title,
        "parties": [
            {"key": key, "name": party.name, "numbers": list(party.number)} for key, party in keyed(agreement.parties)
        ],
        "signed": facts.signed_on,
        "starts": facts.starts,
        "ends": facts.ends,
        "until": facts.until,
        "original": [
            ", ".join(part for part in (document.holder, document.location) if part)
            for document in agreement.documents
            if document.copy == "original" and (document.holder or document.location)
        ],
    }


def _row(entry: Mapping[str, Any]) -> Row:
    parties = entry["parties"]
    numbers = tuple(
        Message("export.number-of", party=party["name"], numbers=", ".join(party["numbers"]))
        for party in parties
        if party["numbers"]
    )
    cells: tuple[Cell, ...] = (
        entry["number"],
        entry["date"],
        entry["title"],
        tuple(party["name"] for party in parties),
        numbers,
        entry["signed"],
        entry["starts"],
        entry["ends"] or entry["until"],
        tuple(entry["original"]),
        entry["id"],
    )
    return Row(cells)


def _order(number: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key in which runs of digits count as numbers, however long they are."""
    parts = (part for part in _DIGITS.split(number) if part)
    return tuple(_counted(part.lstrip("0")) if _DIGITS.fullmatch(part) else (1, 0, part.casefold()) for part in parts)


def _counted(digits: str) -> tuple[int, int, str]:
    """Of two numbers without leading zeros the longer is the higher; Python would not read one of many digits."""
    return 0, len(digits), digits
