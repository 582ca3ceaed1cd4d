"""The register in counts by name, as a year's report asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from pks.domain.standing.judgement import Standing
from pks.domain.vocabulary import COOPERATIONS, INSTRUMENTS, SECTORS, STAGES, VALIDITIES
from pks.message import Label, Message
from pks.tables.table import Cell, Column, Group, Row, Table

NOT_STATED: Final = "not-stated"
_COLUMNS: Final = (
    Column("group", Message("stats.group"), on_screen=False),
    Column("count", Message("stats.count")),
    Column("name", Message("stats.name"), weight=1),
)
# One agreement may have several of these; and these read better as words than as they are written.
_SEVERAL: Final = frozenset({"sector", "lead"})
_LABELLED: Final = frozenset({"validity", "stage"})
_ON_SCREEN_ONLY: Final = frozenset({"day", "half_signed"})
Counts = dict[str, int]


class Stats(NamedTuple):
    """Counts of agreements. Those by name are as things stand; the others tell of `year`, up to today.

    Validity, stage, cooperation and instrument each add up to `total`; an agreement with two sectors or
    two leads counts in both. `running` is on `day`: the last of the year, or today when that is earlier.
    """

    year: int
    day: date
    total: int
    validity: Counts
    stage: Counts
    cooperation: Counts
    instrument: Counts
    sector: Counts
    lead: Counts
    half_signed: int
    signed: int
    started: int
    running: int
    ended: int
    renewed: int


def stats(standings: Mapping[str, Standing], year: int, today: date) -> Stats:
    """Count `standings`, which were judged on `today`, and what happened in `year` by then."""
    everyone = list(standings.values())
    facts = [one.facts for one in everyone]
    day = min(date(year, 12, 31), today)
    return Stats(
        year=year,
        day=day,
        total=len(everyone),
        validity=_counts(VALIDITIES, ((one.validity,) for one in everyone)),
        stage=_counts(STAGES, ((one.stage,) for one in facts)),
        cooperation=_counts((*COOPERATIONS, NOT_STATED), ((one.cooperation or NOT_STATED,) for one in facts)),
        instrument=_counts((*INSTRUMENTS, NOT_STATED), ((one.instrument or NOT_STATED,) for one in facts)),
        sector=_counts((*SECTORS, NOT_STATED), (one.sectors or (NOT_STATED,) for one in facts)),
        lead=_counts(
            (*sorted({unit for one in facts for unit in one.lead}), NOT_STATED),
            (one.lead or (NOT_STATED,) for one in facts),
        ),
        half_signed=sum(one.half_signed for one in facts),
        signed=sum(_in(one.signed_on, year, today) for one in facts),
        started=sum(one.facts.signed and _in(one.in_force_from, year, today) for one in everyone),
        running=sum(_runs(one, day) for one in everyone),
        ended=sum(_in(_over(one, today), year, today) for one in everyone),
        renewed=sum(_in(_renewed(one, standings), year, today) for one in everyone),
    )


def stats_json(counted: Stats) -> dict[str, Any]:
    """The object of `stats --json`: every fixed name is there, what is not stated as `not-stated`."""
    return {name: getattr(counted, name) for name in counted._fields if name not in _ON_SCREEN_ONLY}


def stats_table(counted: Stats, *, zeros: bool) -> Table:
    """A group of rows for the total, the year and each kind of name; without `zeros` only names that occur."""
    year = Message("stats.year", year=counted.year)
    everyone = Message("stats.all")
    half = _row(everyone, Message("stats.half-signed"), counted.half_signed)
    groups = (
        Group(
            everyone, (_row(everyone, Message("stats.total"), counted.total), *((half,) if counted.half_signed else ()))
        ),
        Group(year, tuple(_row(year, name, count) for name, count in _year(counted))),
        *(_group(kind, counts, zeros=zeros) for kind, counts in _by_name(counted).items()),
    )
    return Table(_COLUMNS, tuple(group for group in groups if group.rows), Message("list.empty"))


def _counts(names: Collection[str], found: Iterable[Collection[str]]) -> Counts:
    counter = Counter(name for each in found for name in set(each))
    return {name: counter[name] for name in names}


def _in(day: date | None, year: int, today: date) -> bool:
    return day is not None and day.year == year and day <= today


def _runs(one: Standing, day: date) -> bool:
    first, last = one.in_force_from, one.in_force_until
    return one.facts.signed and first is not None and first <= day and (last is None or day <= last)


def _over(one: Standing, today: date) -> date | None:
    """The last day of what is over: its closing, or its last day in force once that has passed."""
    if one.facts.closed:
        return one.in_force_until if one.facts.signed else one.facts.closed_on
    last = one.in_force_until
    return last if one.facts.signed and last is not None and last < today else None


def _renewed(one: Standing, standings: Mapping[str, Standing]) -> date | None:
    """The day its first signed successor was signed, or started where that day is missing."""
    successors = [standings[id_].facts for id_ in one.successors if standings[id_].facts.signed]
    return min((day for facts in successors if (day := facts.signed_on or facts.starts)), default=None)


def _year(counted: Stats) -> list[tuple[Message, int]]:
    return [
        (Message("stats.signed"), counted.signed),
        (Message("stats.started"), counted.started),
        (Message("stats.running", day=counted.day), counted.running),
        (Message("stats.ended"), counted.ended),
        (Message("stats.renewed"), counted.renewed),
    ]


def _by_name(counted: Stats) -> dict[str, Counts]:
    return {name: counts for name, counts in stats_json(counted).items() if isinstance(counts, dict)}


def _group(kind: str, counts: Counts, *, zeros: bool) -> Group:
    group = Message(f"stats.{kind}")
    heading = Message("stats.by-several" if kind in _SEVERAL else "stats.by", kind=group)
    return Group(
        heading, tuple(_row(group, _name(kind, name), counts[name]) for name in counts if zeros or counts[name])
    )


def _name(kind: str, name: str) -> Cell:
    if name == NOT_STATED:
        return Message("stats.not-stated")
    return Label(kind, name) if kind in _LABELLED else name


def _row(group: Message, name: Cell, count: int) -> Row:
    return Row((group, count, name), "" if count else "weak")
