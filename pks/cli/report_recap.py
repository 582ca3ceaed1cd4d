"""`pks report recap`: the register's report on a period, one row an agreement."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.reporting import Lead, PeriodOption, period_argument
from pks.domain.standing.judgement import judge
from pks.outputs.json_text import json_text
from pks.outputs.screen import show_table, write_data
from pks.tables.register import of_lead
from pks.tables.reports import report_json, report_table


def run(
    ctx: typer.Context,
    period: PeriodOption = None,
    lead: Lead = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    book = desk.book
    when = period_argument(desk, period)
    standings = judge(book.facts, desk.today).values()
    chosen = [one for one in standings if of_lead(one.facts, tuple(lead or ()))]
    if as_json:
        write_data(json_text(report_json(chosen, book.agreement_of, when), desk.language))
    else:
        show_table(report_table(chosen, book.agreement_of, when), desk.language)
    desk.name_broken()
