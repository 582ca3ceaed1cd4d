"""Partners as a table: the spellings in use, and the agreements of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pks.domain.compared import name_folded
from pks.domain.partners import Partner, by_name
from pks.domain.standing.facts import Facts
from pks.message import Label, Message
from pks.tables.table import Column, Row, Table, one_group


@dataclass(frozen=True)
class PartnerRow:
    """A partner, its other spellings that occur, and the ids of its agreements, both sorted.

    `known` is what partners.yaml says of it, None for a name that is not in it.
    """

    name: str
    spellings: tuple[str, ...]
    agreements: tuple[str, ...]
    known: Partner | None


def partners_in(register: Iterable[Facts], partners: Sequence[Partner]) -> list[PartnerRow]:
    """Every party that is not marked as ours and every partner of `partners`, those with most agreements first."""
    known = by_name(partners)
    spelled: dict[str, Counter[str]] = {partner.name: Counter() for partner in partners}
    ids: dict[str, set[str]] = defaultdict(set)
    of: dict[str, str] = {}
    for facts in register:
        for party in facts.parties:
            folded = name_folded(party.name)
            partner = known.get(folded)
            if party.ours and partner is None:
                continue
            name = partner.name if partner else of.setdefault(folded, party.name)
            spelled.setdefault(name, Counter())[" ".join(party.name.split())] += 1
            ids[name].add(facts.id)
    rows = [_row(name, names, ids[name], known) for name, names in spelled.items()]
    return sorted(rows, key=lambda row: (-len(row.agreements), row.name.casefold()))


def partners_table(rows: Iterable[PartnerRow]) -> Table:
    """One row a partner."""
    columns = (
        Column("name", Message("column.partner"), weight=2),
        Column("spellings", Message("column.spellings"), below="name"),
        Column("body", Message("column.body")),
        Column("region", Message("column.region"), on_screen=False),
        Column("agreements", Message("column.agreements")),
    )
    return Table(columns, one_group(_cells(row) for row in rows), Message("partners.empty"))


def partners_json(rows: Iterable[PartnerRow]) -> list[dict[str, Any]]:
    """The rows of `partners --json`; `known` tells whether partners.yaml lists it."""
    return [
        {
            "name": row.name,
            "known": row.known is not None,
            "body": row.known.body if row.known else None,
            "region": row.known.region if row.known else None,
            "spellings": list(row.spellings),
            "agreements": list(row.agreements),
        }
        for row in rows
    ]


def _cells(row: PartnerRow) -> Row:
    body, region = (row.known.body, row.known.region) if row.known else (None, None)
    return Row((row.name, row.spellings, Label("body", body) if body else None, region, len(row.agreements)))


def _row(name: str, names: Counter[str], ids: set[str], known: dict[str, Partner]) -> PartnerRow:
    others = tuple(sorted(one for one in names if one != name))
    return PartnerRow(name, others, tuple(sorted(ids)), known.get(name_folded(name)))
