"""A sheet as a proposal of agreements: each of its rows with what became of it, and none lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from pks.domain.terms import LastDay, parse_length
from pks.errors import Finding, RefusedError, UsageError
from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell, Grid
from pks.inputs.register.addenda import parent_of
from pks.inputs.register.columns import MEANINGS, OF_A_PARTY, Column, names_of, propose
from pks.inputs.register.days import Figures, read_day, read_range
from pks.inputs.register.heading import Headed, find_headings, is_blank, is_no_agreement
from pks.inputs.register.identity import Known, identity
from pks.inputs.register.interpreting import Plan, favours_ours, groups_of, interpret, partner_names
from pks.inputs.register.lengths import is_bare, read_length
from pks.inputs.register.order import Ballot, Told, may_be_exchanged, months_in, vote
from pks.inputs.register.parties import Ours
from pks.inputs.register.row import RowRead
from pks.inputs.register.words import STATUSES
from pks.message import Message

Outcome = Literal["ready", "doubt", "refused", "duplicate", "joined", "known"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("ready", "doubt", "refused", "duplicate", "joined", "known")
Rows = Sequence[tuple[int, tuple[Cell, ...]]]


@dataclass(frozen=True)
class Settings:
    """What a person decided about a register, in its map or on the command line; None and empty leave it to the cells.

    `header` is the row of the headings. `columns` are meanings by the names of columns, `orders` what was told of
    their days, `order` what was told of all of them. `statuses` are words of this register besides the known ones.
    """

    ours: Ours
    header: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, Told] = field(default_factory=dict)
    order: Told | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)
    last_day: LastDay = "eve"


@dataclass
class Judged:
    """One row with what becomes of it; `of` is the row, or the agreement, that it is the same as or joins."""

    read: RowRead
    outcome: Outcome
    of: int | str | None = None

    def refuse(self, reason: Message) -> None:
        """Take it back: this row is not taken in, for `reason`."""
        self.outcome, self.of, self.read.refusal = "refused", None, reason


@dataclass
class Proposal:
    """What a sheet would become. Of `total` rows under the headings some are blank, or heads of parts."""

    grid: Grid
    headed: Headed
    plan: Plan
    judged: list[Judged]
    total: int
    blank: int
    heads: int

    def count(self, outcome: Outcome) -> int:
        """How many rows have this outcome."""
        return sum(one.outcome == outcome for one in self.judged)


def propose_register(grid: Grid, settings: Settings) -> Proposal:
    """Read the rows of `grid`.

    Raises:
        UsageError: it has no headings, or the map names a column or a meaning that there is not.
        RefusedError: a column changes between day first and month first, and nobody has said where.
    """
    headed = find_headings(grid, settings.header)
    if headed is None:
        raise UsageError(Message("importing.no-headings", sheet=grid.name))
    stated = [(number, row) for number, row in headed.rows if not is_blank(row)]
    rows = [(number, row) for number, row in stated if not is_no_agreement(row, headed.headings)]
    columns = _columns(headed, rows, settings)
    plan = _plan(columns, rows, settings)
    judged = judge([interpret(number, row, plan) for number, row in rows])
    blank = len(headed.rows) - len(stated)
    return Proposal(grid, headed, plan, judged, len(headed.rows), blank, len(stated) - len(rows))


def judge(reads: Sequence[RowRead]) -> list[Judged]:
    """What becomes of each row among the others: of two of one paper the second is a duplicate; addenda join."""
    known: Known[int] = Known()
    judged: list[Judged] = []
    for read in reads:
        if read.refusal is not None:
            judged.append(Judged(read, "refused"))
            continue
        own = identity(read.title, [one.name for one in read.partners], read.numbers, read.starts, read.ends)
        same = known.same_as(own)
        known.add(read.row, own)
        judged.append(Judged(read, "ready") if same is None else Judged(read, "duplicate", same))
    standing = [one.read for one in judged if one.outcome == "ready"]
    for one in judged:
        if one.outcome == "ready":
            _join(one, standing)
    for one in judged:
        if one.outcome == "ready" and (one.read.doubts or any(each.doubts for each in one.read.addenda)):
            one.outcome = "doubt"
    return judged


def _join(one: Judged, standing: Sequence[RowRead]) -> None:
    if not one.read.is_addendum:
        return
    parent = parent_of(one.read, standing)
    if parent is None:
        one.read.doubts.append(Message("importing.parent-missing"))
    else:
        parent.addenda.append(one.read)
        one.outcome, one.of = "joined", parent.row


def _columns(headed: Headed, rows: Rows, settings: Settings) -> tuple[Column, ...]:
    proposed = propose(headed.headings, [row for _, row in rows])
    names = names_of(headed.headings)
    for name in settings.columns:
        if name not in names:
            raise UsageError(Message("importing.map-column", column=name, columns=names))
    return tuple(
        column if column.name not in settings.columns else _told_column(column, settings.columns[column.name])
        for column in proposed
    )


def _told_column(column: Column, said: str) -> Column:
    meaning, _, owner = said.strip().partition(" ")
    owners = {"", "ours", "either", *map(str, range(1, 10))}
    if meaning not in MEANINGS or owner not in (owners if meaning in OF_A_PARTY else {""}):
        raise UsageError(Message("importing.map-meaning", column=column.name, text=said, meanings=list(MEANINGS)))
    return column._replace(meaning=meaning, owner=(owner or "1") if meaning in OF_A_PARTY else "")


def _plan(columns: tuple[Column, ...], rows: Rows, settings: Settings) -> Plan:
    ballots = _ballots(columns, rows, settings)
    contested = {name: one for name, one in ballots.items() if one.told is None and (one.switch or one.mixed)}
    if contested:
        raise _unclear(contested)
    firsts = _first_is_ours(columns, rows, settings.ours)
    plan = Plan(
        columns, ballots, settings.ours, first_is_ours=firsts, last_day=settings.last_day,
        statuses={**STATUSES, **settings.statuses},
    )  # fmt: skip
    return Plan(**{**vars(plan), "unit": _unit(plan, rows)})


def _unclear(contested: Mapping[str, Ballot]) -> RefusedError:
    lines: list[Message | Finding] = []
    for name, one in contested.items():
        rows = {"day_first": list(one.certain["dmy"][:5]), "month_first": list(one.certain["mdy"][:5])}
        first = "mdy" if one.switch in one.certain["dmy"] else "dmy"
        if one.switch is None:
            lines.append(Message("importing.order-mixed", column=name, **rows))
        else:
            lines.append(Message("importing.order-switches", column=name, row=one.switch, order=first, **rows))
    return RefusedError(Message("importing.order-unclear"), details=tuple(lines))


def _ballots(columns: Sequence[Column], rows: Rows, settings: Settings) -> dict[str, Ballot]:
    """The vote of every column that holds days; those that end terms are judged by starts that are known, and back."""
    months = {
        number: months_in([text_of(row[one.place]) for one in columns if one.meaning == "number" and row[one.place]])
        for number, row in rows
    }
    of_days = [one for one in columns if one.meaning in {"starts", "ends", "signed", "term"}]
    sure: dict[str, dict[int, date]] = {"starts": {}, "ends": {}}
    for one in of_days:
        for number, row in rows:
            found = read_day(row[one.place])
            if one.meaning in sure and isinstance(found, date):
                sure[one.meaning][number] = found
    ballots = {}
    for one in of_days:
        cells = {number: found for number, row in rows for found in _figures(row[one.place])}
        if cells:
            other = {"starts": "ends", "ends": "starts"}.get(one.meaning, "")
            ballot = vote(
                cells,
                months={} if one.meaning == "ends" else months,
                partners=sure.get(other, {}),
                told=settings.orders.get(one.name, settings.order),
            )
            typed = [cell for _, row in rows if isinstance(cell := row[one.place], date)]
            ballots[one.name] = ballot._replace(exchanged=may_be_exchanged(typed, ballot))
    return ballots


def _figures(cell: Cell) -> list[Figures]:
    """The days in figures of a cell; of a range the one that tells its order, if one does."""
    span = read_range(cell)
    found = [read_day(cell)] if span is None else list(span)
    figures = [one for one in found if isinstance(one, Figures)]
    return sorted(figures, key=lambda one: one.certain is None)[:1]


def _first_is_ours(columns: Sequence[Column], rows: Rows, ours: Ours) -> bool:
    """Whether of two groups of columns that are of either party the first is more often the register's own."""
    groups = groups_of(columns)
    if len(groups) < 2:  # noqa: PLR2004  # one group is nobody's rival
        return True
    balance = 0
    for _, row in rows:
        partners = partner_names(row, columns)
        balance += favours_ours(row, groups[0], partners, ours) - favours_ours(row, groups[-1], partners, ours)
    return balance >= 0


def _unit(plan: Plan, rows: Rows) -> str | None:
    """What bare numbers in the column of lengths count: what its heading says, else what fits most of the days."""
    column = next((one for one in plan.columns if one.meaning == "term"), None)
    if column is None:
        return None
    for unit in ("tahun", "bulan"):
        if unit in column.name.casefold():
            return unit
    fits = dict.fromkeys(("tahun", "bulan"), 0)
    for number, row in rows:
        if not is_bare(row[column.place]):
            continue
        read = interpret(number, [None if one is column else row[one.place] for one in plan.columns], plan)
        for unit in fits:
            length = parse_length(read_length(row[column.place], unit=unit) or "")
            if read.starts and read.ends and length and length.months:
                months = (read.ends.year - read.starts.year) * 12 + read.ends.month - read.starts.month
                fits[unit] += abs(months - length.months) <= 1
    best = max(fits, key=lambda unit: fits[unit])
    return best if fits[best] and fits[best] > 2 * min(fits.values()) else None
