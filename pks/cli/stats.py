"""`pks stats`: counts by name, and what happened in a year."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pks.cli.arguments import year_argument
from pks.cli.desk import Desk
from pks.domain.standing.judgement import judge
from pks.outputs.json_text import json_text
from pks.outputs.screen import is_terminal, show_table, write_data
from pks.tables.stats import stats, stats_json, stats_table


def run(
    ctx: typer.Context,
    year: Annotated[str | None, typer.Option("--year", metavar="YYYY")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    chosen = year_argument("--year", year) or desk.today.year
    counted = stats(judge(desk.book.facts, desk.today), chosen, desk.today)
    if as_json:
        write_data(json_text(stats_json(counted), desk.language))
    else:
        show_table(stats_table(counted, zeros=not is_terminal(sys.stdout)), desk.language)
    desk.name_broken()
