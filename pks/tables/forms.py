"""Agreements as the rows of a form: what is shown of each, and what the register says already where others write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from pks.domain.forms import SHEETS, FormSheet
from pks.domain.model.agreement import Agreement
from pks.domain.model.procedure import Answer, Correction
from pks.domain.model.running import Indicator, Reading
from pks.domain.reported import TOLD
from pks.domain.standing.corrections import verdict
from pks.domain.standing.facts import Facts
from pks.domain.terms import Period
from pks.message import Label, Message
from pks.tables.table import Cell, Column, Group, Row, Table

_NAMED: Final = 3  # of many parties the first; the others are counted
_RECORDED: Final = (
    Column("id", Message("column.id"), on_screen=False),
    Column("what", Message("form.column.what"), weight=3),
    Column("before", Message("form.column.before"), weight=3),
    Column("after", Message("form.column.after"), weight=4),
)


@dataclass(frozen=True)
class FormRow:
    """One row: what says which it is, the cells by column, and in a form of corrections the key of who answers."""

    address: tuple[str, ...]
    cells: Mapping[str, Cell]
    party: str = ""


@dataclass(frozen=True)
class Form:
    """A form to be filled in: its rows by sheet, for whom it is, and the period it is about."""

    kind: str
    rows: Mapping[str, tuple[FormRow, ...]]
    whom: str | None = None
    period: Period | None = None

    @property
    def sheets(self) -> tuple[FormSheet, ...]:
        """The sheets that have rows."""
        return tuple(sheet for sheet in SHEETS[self.kind] if self.rows.get(sheet.name))


@dataclass(frozen=True)
class Recorded:
    """One change that a form brings: where, and what stood there; `before` is None where nothing did."""

    id: str
    what: Message
    before: Cell
    after: Cell


def report_form(chosen: Iterable[tuple[Facts, Agreement]], period: Period, whom: str | None) -> Form:
    """What was done in `period`: a row an agreement, and on a second sheet a row an indicator."""
    pairs = list(chosen)
    return Form(
        "report",
        {
            "reports": tuple(_report(facts, agreement, period) for facts, agreement in pairs),
            "indicators": tuple(
                _indicator(facts, one, period) for facts, agreement in pairs for one in agreement.indicators
            ),
        },
        whom,
        period,
    )


def corrections_form(
    chosen: Iterable[tuple[Facts, Agreement, str]], whom: str | None, *, answered: bool = False
) -> Form:
    """What a party is asked: each correction that it has not answered, with `answered` those it has as well.

    With each agreement comes the key that the party has there.
    """
    rows = tuple(
        _correction(facts, one, key)
        for facts, agreement, key in chosen
        for one in agreement.corrections
        if one.withdrawn is None and (answered or verdict(one.answers.get(key)).state == "waiting")
    )
    return Form("corrections", {"corrections": rows}, whom)


def evaluation_form(chosen: Iterable[tuple[Facts, Agreement]], whom: str | None) -> Form:
    """A row an agreement for a new evaluation; what the last one recommended stands beside it."""
    rows = tuple(
        FormRow((facts.id,), {**_known(facts), "evaluated": _evaluated(agreement)}) for facts, agreement in chosen
    )
    return Form("evaluation", {"evaluations": rows}, whom)


def recorded_table(changes: Iterable[Recorded]) -> Table:
    """What a form that was filled in would change, under each agreement."""
    groups = [
        Group(Message("form.group", id=id_), tuple(Row((id_, one.what, one.before, one.after)) for one in found))
        for id_, found in groupby(changes, key=lambda one: one.id)
    ]
    return Table(_RECORDED, tuple(groups), Message("form.nothing"))


def _known(facts: Facts) -> dict[str, Cell]:
    names = tuple(party.name for party in facts.parties)
    more = len(names) - _NAMED
    others = (Message("brief.others", count=more),) if more > 0 else ()
    return {"id": facts.id, "title": facts.title, "parties": (*names[:_NAMED], *others), "term": _term(facts)}


def _term(facts: Facts) -> Cell:
    ends = facts.ends or facts.until
    if facts.starts and ends:
        return Message("form.term", starts=facts.starts, ends=ends)
    return facts.starts or ends


def _report(facts: Facts, agreement: Agreement, period: Period) -> FormRow:
    report = next((one for one in agreement.reports if one.period.name == period.name), None)
    told = {key: getattr(report, key) for key in TOLD} if report else {}
    return FormRow((facts.id,), {**_known(facts), **told})


def _indicator(facts: Facts, one: Indicator, period: Period) -> FormRow:
    last = _last(one, period)
    cells: dict[str, Cell] = {
        "id": facts.id, "title": facts.title, "indicator": one.name, "unit": one.unit,
        "last": as_number(last.value) if last else None, "last_period": last.period if last else None,
        "value": next((as_number(read.value) for read in one.readings if read.period.name == period.name), None),
    }  # fmt: skip
    return FormRow((facts.id, one.name), cells)


def _last(one: Indicator, period: Period) -> Reading | None:
    """The latest reading before `period`."""
    earlier = [read for read in one.readings if read.value is not None and read.period.last < period.first]
    return max(earlier, key=lambda read: read.period.last, default=None)


def _correction(facts: Facts, one: Correction, key: str) -> FormRow:
    cells: dict[str, Cell] = {
        "id": facts.id, "title": facts.title, "no": one.no,
        "kind": Label("correction-kind", one.kind) if one.kind else None,
        "clause": one.clause, "was": one.was, "becomes": one.becomes, "reason": one.reason,
        **answer_cells(one.answers.get(key)),
    }  # fmt: skip
    return FormRow((facts.id, str(one.no)), cells, key)


def answer_cells(answer: Answer | None) -> dict[str, Cell]:
    """What the open columns of a correction hold of a party's answer."""
    said, there = verdict(answer), answer or Answer()
    return {
        "answer": None if said.state == "waiting" else said.state,
        "date": said.day,
        "letter": there.letter,
        "counter": there.counter,
        "note": there.note,
    }


def _evaluated(agreement: Agreement) -> Cell:
    known = [one for one in agreement.evaluations if one.date and one.recommendation]
    last = max(known, key=lambda one: one.date or date.min, default=None)
    if last is None or last.recommendation is None or last.date is None:
        return None
    said = Label("recommendation", last.recommendation)
    return Message("form.evaluated", recommendation=said, date=last.date)


def as_number(value: float | None) -> float | int | None:
    """A whole number without the decimals it was not written with."""
    return int(value) if value is not None and value == int(value) else value
