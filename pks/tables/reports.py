"""Reports as tables: which are missing and whose they are, and the register's own report on a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from pks.domain.deadlines.deadline import Due
from pks.domain.deadlines.reports import in_force_during
from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Report
from pks.domain.reported import TOLD, Progress, budget, progress, reports_within, says_something, spent, written
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing
from pks.domain.standing.party_keys import keyed
from pks.domain.terms import Period
from pks.domain.vocabulary import COOPERATIONS
from pks.message import Label, Message
from pks.tables.brief_sight import in_days
from pks.tables.forms import as_number
from pks.tables.table import Cell, Column, Group, Row, Rupiah, Table, one_group

AgreementOf = Callable[[str], Agreement]  # by id
_MISSING: Final = (
    Column("period", Message("column.report-period"), on_screen=False),
    Column("to", Message("column.report-to"), on_screen=False),
    Column("unit", Message("column.report-lead"), weight=4),
    Column("title", Message("column.agreement"), weight=5),
    Column("id", Message("column.id"), below="title"),
    Column("state", Message("column.report-state"), weight=3),
    Column("date", Message("column.date"), on_screen=False),
    Column("days", Message("column.days"), on_screen=False),
)
# The columns a regional government's report on its agreements has; foreign ones need the same (Permendagri 25/2020).
_REPORT: Final = (
    Column("no", Message("column.report-no")),
    Column("title", Message("column.agreement"), weight=5),
    Column("id", Message("column.id"), below="title"),
    Column("cooperation", Message("column.cooperation"), on_screen=False),
    Column("instrument", Message("column.instrument"), on_screen=False),
    Column("parties", Message("column.parties"), on_screen=False),
    Column("numbers", Message("column.report-numbers"), on_screen=False),
    Column("signed", Message("column.report-signed"), on_screen=False),
    Column("starts", Message("column.starts"), on_screen=False),
    Column("ends", Message("column.ends"), on_screen=False),
    Column("lead", Message("column.report-lead"), below="title"),
    Column("sectors", Message("column.report-sectors"), on_screen=False),
    Column("scope", Message("column.report-scope"), on_screen=False),
    Column("activities", Message("column.report-activities"), weight=5),
    Column("results", Message("column.report-results"), below="activities"),
    Column("beneficiaries", Message("column.report-beneficiaries"), on_screen=False),
    Column("funding", Message("column.report-funding"), on_screen=False),
    Column("budget", Message("column.report-budget"), on_screen=False),
    Column("spent", Message("column.report-spent"), on_screen=False),
    Column("obstacles", Message("column.report-obstacles"), on_screen=False),
    Column("follow_up", Message("column.report-follow-up"), on_screen=False),
    Column("status", Message("column.report-status"), weight=3),
)


@dataclass(frozen=True)
class MissingReport:
    """A report that one agreement owes to one tier; `written` says that only the sending is missing.

    `units` are those in charge, else our side; none where nobody is named.
    """

    due: Due
    lead: tuple[str, ...]
    units: tuple[str, ...]
    written: bool


def missing_reports(rows: Iterable[Due], facts: Mapping[str, Facts], agreement_of: AgreementOf) -> list[MissingReport]:
    """The report that each of `rows` asks for; the agreement is only asked for where it has an entry on the period."""
    return [
        MissingReport(
            row,
            facts[row.id].lead,
            facts[row.id].lead or tuple(party.name for party in facts[row.id].parties if party.ours),
            row.period in facts[row.id].reported and written(agreement_of(row.id), row.period or ""),
        )
        for row in rows
    ]


def missing_table(missing: Iterable[MissingReport], *, bundle: bool) -> Table:
    """Under each period and tier the reports that are missing, by unit; with `bundle` one row a unit."""
    ordered = sorted(missing, key=lambda one: (one.due.date, _place(one), one.units, one.due.id))
    groups = []
    for _, found in groupby(ordered, key=lambda one: (one.due.date, _place(one))):
        inside = list(found)
        first = inside[0].due
        values = {"period": first.period, "to": first.tier, "count": len(inside)}
        heading = Message("reporting.group", date=first.date, when=in_days(first.days), **values)
        rows = _by_unit(inside) if bundle else [_missing_row(one.units, [one]) for one in inside]
        groups.append(Group(heading, tuple(rows)))
    return Table(_MISSING, tuple(groups), Message("reporting.none-missing"))


def missing_json(missing: Iterable[MissingReport]) -> list[dict[str, Any]]:
    """The rows of `report missing --json`, one for each agreement, period and tier, as `due` sorts them."""
    return [
        {
            "period": one.due.period,
            "to": one.due.tier,
            "date": one.due.date,
            "days": one.due.days,
            "id": one.due.id,
            "title": one.due.title,
            "lead": list(one.lead),
            "written": one.written,
        }
        for one in missing
    ]


def report_table(standings: Iterable[Standing], agreement_of: AgreementOf, period: Period) -> Table:
    """The register's report on `period`: a row for each agreement in force at least a day in it."""
    found = _reported(standings, period)
    rows = (_report_row(number, one, agreement_of(one.facts.id), period) for number, one in enumerate(found, start=1))
    return Table(_REPORT, one_group(rows), Message("reporting.none-in-force", period=period.name))


def report_json(standings: Iterable[Standing], agreement_of: AgreementOf, period: Period) -> list[dict[str, Any]]:
    """The rows of `report recap --json`, with every key always present."""
    return [_report_json(one, agreement_of(one.facts.id), period) for one in _reported(standings, period)]


def _place(one: MissingReport) -> tuple[str, str]:
    return one.due.period or "", one.due.tier or ""


def _by_unit(inside: Sequence[MissingReport]) -> list[Row]:
    """One row a unit, the one that owes most first; what two units are in charge of stands with both."""
    units: dict[str, list[MissingReport]] = defaultdict(list)
    for one in inside:
        for unit in dict.fromkeys(one.units or ("",)):
            units[unit].append(one)
    ranked = sorted(units.items(), key=lambda one: (-len(one[1]), one[0]))
    return [_missing_row((unit,) if unit else (), found) for unit, found in ranked]


def _missing_row(units: tuple[str, ...], found: Sequence[MissingReport]) -> Row:
    first, single = found[0].due, len(found) == 1
    cells: tuple[Cell, ...] = (
        first.period,
        first.tier,
        units or Message("reporting.no-unit"),
        first.title if single else Message("due.agreements", count=len(found)),
        tuple(sorted(one.due.id for one in found)),
        _state(found),
        first.date,
        in_days(first.days),
    )
    return Row(cells, "late" if first.days < 0 else "")


def _state(found: Sequence[MissingReport]) -> Message:
    unsent = sum(one.written for one in found)
    if unsent in {0, len(found)}:
        return Message("reporting.state.unsent" if unsent else "reporting.state.unwritten")
    return Message("reporting.state.both", unwritten=len(found) - unsent, unsent=unsent)


def _reported(standings: Iterable[Standing], period: Period) -> list[Standing]:
    order = {name: number for number, name in enumerate(COOPERATIONS)}
    found = in_force_during(standings, period)
    return sorted(found, key=lambda one: (order.get(one.facts.cooperation or "", len(order)), one.facts.id))


def _report_row(number: int, one: Standing, agreement: Agreement, period: Period) -> Row:
    facts, reports = one.facts, reports_within(agreement, period)
    amount, used = budget(agreement, period.first.year), spent(reports)
    cells: tuple[Cell, ...] = (
        number,
        facts.title,
        facts.id,
        facts.cooperation and Label("cooperation", facts.cooperation),
        facts.instrument and Label("instrument", facts.instrument),
        tuple(party.name for party in facts.parties),
        tuple(Message("reporting.number", party=name, numbers=list(given)) for name, given in _numbers(agreement)),
        facts.signed_on,
        facts.starts,
        facts.ends or facts.until,
        facts.lead,
        facts.sectors,
        agreement.scope,
        _told(reports, "activities", period),
        (*_told(reports, "results", period), *(_achieved(two) for two in progress(agreement, period))),
        _told(reports, "beneficiaries", period),
        tuple(Label("funding-source", source) for source in _sources(agreement)),
        None if amount is None else Rupiah(amount),
        None if used is None else Rupiah(used),
        _told(reports, "obstacles", period),
        _told(reports, "follow_up", period),
        _status(one, reports),
    )
    return Row(cells)


def _numbers(agreement: Agreement) -> list[tuple[str, tuple[str, ...]]]:
    return [(party.name, party.number) for party in agreement.parties if party.number]


def _sources(agreement: Agreement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.source for one in agreement.funding if one.source is not None))


def _told(reports: Sequence[Report], key: str, period: Period) -> tuple[Cell, ...]:
    """What `reports` say under `key`; where one stands for a part of `period`, which part."""
    said = [(one.period.name, getattr(one, key)) for one in reports if getattr(one, key) is not None]
    return tuple(
        value if name == period.name else Message("reporting.part", period=name, text=value) for name, value in said
    )


def _achieved(one: Progress) -> Message:
    values: dict[str, object] = {"name": one.name, "value": as_number(one.value)}
    if one.unit:
        values["unit"] = one.unit
    if one.before is None:
        return Message("reporting.value" if one.unit else "reporting.value.bare", **values)
    return Message(
        "reporting.progress" if one.unit else "reporting.progress.bare", before=as_number(one.before), **values
    )


def _status(one: Standing, reports: Sequence[Report]) -> tuple[Cell, ...]:
    closed = one.facts.closed
    lines: list[Cell] = [Label("validity", one.validity)]
    if closed:
        lines.append(Message("reporting.closed", date=one.facts.closed_on, reason=Label("closing", closed)))
    if not any(map(says_something, reports)):
        lines.append(Message("reporting.state.unwritten"))
    return tuple(lines)


def _report_json(one: Standing, agreement: Agreement, period: Period) -> dict[str, Any]:
    facts, reports = one.facts, reports_within(agreement, period)
    return {
        "id": facts.id,
        "cooperation": facts.cooperation,
        "instrument": facts.instrument,
        "title": facts.title,
        "parties": [party.name for party in facts.parties],
        "numbers": {key: list(party.number) for key, party in keyed(agreement.parties)},
        "signed": facts.signed_on,
        "starts": facts.starts,
        "ends": facts.ends,
        "until": facts.until,
        "lead": list(facts.lead),
        "sectors": list(facts.sectors),
        "scope": list(agreement.scope),
        "reports": [_told_json(report) for report in reports],
        "indicators": [two._asdict() for two in progress(agreement, period)],
        "funding": list(_sources(agreement)),
        "budget": budget(agreement, period.first.year),
        "spent": spent(reports),
        "validity": one.validity,
        "closed": facts.closed,
        "closed_on": facts.closed_on,
    }


def _told_json(report: Report) -> dict[str, Any]:
    return {"period": report.period, **{key: getattr(report, key) for key in TOLD}}
