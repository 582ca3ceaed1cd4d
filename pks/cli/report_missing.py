"""`pks report missing`: which reports are owed to whom, and by which unit."""

from __future__ import annotations

import sys
from typing import Annotated, Final

import typer

from pks.cli.arguments import length_argument
from pks.cli.desk import Desk
from pks.cli.reporting import Lead, PeriodOption, Tier, read_period, tier_argument
from pks.domain.deadlines.reports import missing
from pks.domain.standing.judgement import judge
from pks.domain.terms import Length, Period
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.json_text import json_text
from pks.outputs.screen import is_terminal, show_table, write_data
from pks.tables.register import of_lead
from pks.tables.reports import missing_json, missing_reports, missing_table

_WITHIN: Final = "30d"


def run(
    ctx: typer.Context,
    period: PeriodOption = None,
    to: Tier = None,
    lead: Lead = None,
    within: Annotated[str | None, typer.Option("--within", metavar="LENGTH")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    book = desk.book
    until = _until(period, within)
    tier = None if to is None else tier_argument(desk, to)
    standings = judge(book.facts, desk.today)
    found = [
        row
        for row in missing(book.facts, standings, book.office, desk.today, until)
        if tier in {None, row.tier} and of_lead(book.facts[row.id], tuple(lead or ()))
    ]
    rows = missing_reports(found, book.facts, book.agreement_of)
    if as_json:
        write_data(json_text(missing_json(rows), desk.language))
    else:
        show_table(missing_table(rows, bundle=is_terminal(sys.stdout)), desk.language)
    desk.name_broken()


def _until(period: str | None, within: str | None) -> Length | Period:
    """The one period asked for, else how far ahead to look."""
    if period is not None:
        if within is not None:
            raise UsageError(Message("reporting.period-or-within"))
        return read_period(period)
    return length_argument("--within", _WITHIN if within is None else within)
