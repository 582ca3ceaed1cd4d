"""The register as a table: one row an agreement; and the filters that choose the rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from pks.domain.compared import folded, name_folded
from pks.domain.standing.facts import Facts, PaperLink
from pks.domain.standing.gaps import Gap
from pks.domain.standing.judgement import Standing
from pks.message import Label, Message
from pks.tables.table import Cell, Column, Row, Table, one_group

VALIDITY_MARKS: Final = {
    "expired": "late",
    "unknown": "soon",
    "expiring": "soon",
    "ended": "past",
    "superseded": "past",
}


class Filters(NamedTuple):
    """What to list; every filter that is given must hold. Words are parts of words, ignoring case.

    `spellings` are further names, folded, of which a party must have one, where it has none of `party`.
    """

    words: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    validity: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    cooperation: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    year: int | None = None
    ending: str | None = None
    without: tuple[str, ...] = ()
    spellings: frozenset[str] = frozenset()


def choose(standings: Iterable[Standing], filters: Filters) -> list[Standing]:
    """The standings that pass `filters`, sorted by id.

    `under` is an id or a number where it is one that stands there, else a part of what an umbrella is called.
    """
    all_of_them = list(standings)
    facts = [one.facts for one in all_of_them]
    known = {folded(number): one.id for one in facts for number in (*one.numbers, one.register or one.id)}
    known |= {link: link for one in facts for link in (one.id, *one.under_ids)}
    passed = (one for one in all_of_them if _passes(one, filters) and _is_under(one.facts, filters.under, known))
    return sorted(passed, key=lambda one: one.facts.id)


def register_table(standings: Iterable[Standing], gaps: Mapping[str, Gap] | None = None) -> Table:
    """One row for each of `standings`, in their order; with a column more when `gaps` by id are given."""
    columns: tuple[Column, ...] = (
        Column("title", Message("column.agreement"), weight=1),
        Column("parties", Message("column.parties"), below="title"),
        Column("id", Message("column.id"), below="title"),
        Column("instrument", Message("column.instrument"), on_screen=False),
        Column("cooperation", Message("column.cooperation"), on_screen=False),
        Column("stage", Message("column.stage")),
        Column("waiting", Message("column.waiting"), below="stage"),
        Column("validity", Message("column.validity"), below=None if gaps is None else "stage"),
        Column("starts", Message("column.starts"), on_screen=False),
        Column("ends", Message("column.ends")),
    )
    if gaps is None:
        return Table(columns, one_group(_row(one) for one in standings), Message("list.empty"))
    columns = (*columns, Column("gap", Message("column.gap")))
    rows = (_row(one, _gap_cell(gaps.get(one.facts.id))) for one in standings)
    return Table(columns, one_group(rows), Message("list.empty"))


def register_json(standings: Iterable[Standing], gaps: Mapping[str, Gap] | None = None) -> list[dict[str, Any]]:
    """The rows of `list --json`, with every key of the format always present; `gap` only when `gaps` are given."""
    if gaps is None:
        return [_json(one) for one in standings]
    return [_json(one) | {"gap": _gap_json(gaps.get(one.facts.id))} for one in standings]


def waiting_cell(facts: Facts) -> Cell:
    """Who is waited for: a party by its key, the council or the office; and how far a half-signed text is."""
    if facts.waiting is None:
        return None
    is_party = any(party.key == facts.waiting for party in facts.parties)
    who = facts.waiting if is_party else Label("waiting", facts.waiting)
    if facts.half_signed:
        return Message("waiting.half-signed", who=who, signed=facts.signatures, count=len(facts.parties))
    return Message("waiting.for", who=who)


def _gap_cell(gap: Gap | None) -> Cell:
    return Message(f"gap.{gap.kind}", days=gap.days) if gap else None


def _gap_json(gap: Gap | None) -> dict[str, Any] | None:
    return {"first": gap.first, "last": gap.last, "days": gap.days, "kind": gap.kind} if gap else None


def _row(one: Standing, *more: Cell) -> Row:
    facts = one.facts
    cells: tuple[Cell, ...] = (
        facts.title,
        tuple(party.name for party in facts.parties),
        facts.id,
        facts.instrument,
        facts.cooperation,
        Label("stage", facts.stage),
        waiting_cell(facts),
        Label("validity", one.validity),
        facts.starts,
        facts.ends or facts.until,
        *more,
    )
    return Row(cells, VALIDITY_MARKS.get(one.validity, ""))


def _json(one: Standing) -> dict[str, Any]:
    facts = one.facts
    return {
        "id": facts.id,
        "title": facts.title,
        "instrument": facts.instrument,
        "cooperation": facts.cooperation,
        "sectors": list(facts.sectors),
        "parties": [party.name for party in facts.parties],
        "numbers": list(facts.numbers),
        "lead": list(facts.lead),
        "stage": facts.stage,
        "validity": one.validity,
        "unknown_field": one.unknown_field,
        "starts": facts.starts,
        "ends": facts.ends,
        "until": facts.until,
        "signed": facts.signed_on,
        "decision": facts.decision,
        "under": [_link(link) for link in facts.under],
        "renews": [_link(link) for link in facts.renews],
        "register": facts.register,
        "waiting": facts.waiting,
    }


def _link(link: str | PaperLink) -> Any:
    return link if isinstance(link, str) else link._asdict()


def _passes(one: Standing, filters: Filters) -> bool:
    facts = one.facts
    return (
        _any_is(filters.stage, (facts.stage,))
        and _any_is(filters.validity, (one.validity,))
        and _any_is(filters.sector, facts.sectors)
        and _any_is(filters.cooperation, (facts.cooperation,))
        and _any_is(filters.instrument, (facts.instrument,))
        and of_party(facts, filters.party, filters.spellings)
        and of_lead(facts, filters.lead)
        and (filters.year is None or year_of(facts) == filters.year)
        and _ending(facts, filters.ending)
        and not any(name in facts.stated for name in filters.without)
        and all(_found(word, facts) for word in filters.words)
    )


def _is_under(facts: Facts, wanted: tuple[str, ...], known: Mapping[str, str]) -> bool:
    ids = [known[folded(one)] for one in wanted if folded(one) in known]
    parts = [one for one in wanted if folded(one) not in known]
    papers = [link.text or "" for link in facts.under if isinstance(link, PaperLink)]
    found = any(one in facts.under_ids for one in ids)
    return not wanted or found or (bool(parts) and _any_part(tuple(parts), (*facts.under_ids, *papers)))


def of_party(facts: Facts, wanted: tuple[str, ...], spellings: frozenset[str] = frozenset()) -> bool:
    """Whether a party has one of `wanted` as its key or as a part of its name, or none is wanted.

    A name that is one of `spellings`, folded, will do as well: those of partners that have one of `wanted`.
    """
    names = [name_folded(one) for one in wanted]
    parties = [(party.key, name_folded(party.name)) for party in facts.parties] if names else []
    return not names or any(
        called in spellings or any(one == key or one in called for one in names) for key, called in parties
    )


def of_lead(facts: Facts, wanted: tuple[str, ...]) -> bool:
    """Whether a unit in charge has one of `wanted` as a part of its name, or none is wanted."""
    return _any_part(wanted, facts.lead)


def _any_is(wanted: tuple[str, ...], values: Iterable[str | None]) -> bool:
    folded = {one.casefold() for one in wanted}
    return not folded or any(value is not None and value.casefold() in folded for value in values)


def _any_part(wanted: tuple[str, ...], values: Iterable[str]) -> bool:
    return not wanted or any(one.casefold() in value.casefold() for value in values for one in wanted)


def year_of(facts: Facts) -> int:
    """The year it counts for: of its signing, else its start, else its first entry."""
    return (facts.signed_on or facts.starts or facts.entered).year


def _ending(facts: Facts, wanted: str | None) -> bool:
    return wanted is None or (facts.ends is not None and facts.ends.isoformat().startswith(wanted))


def _found(word: str, facts: Facts) -> bool:
    folded = word.casefold()
    return folded in facts.id or folded in facts.text
