"""`pks timeline`: terms as bars by year."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pks.cli.arguments import year_argument
from pks.cli.desk import Desk
from pks.domain.standing.judgement import judge
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.json_text import json_text
from pks.outputs.screen import is_terminal, show_table, write_data
from pks.outputs.timeline_screen import show_timeline
from pks.tables.timeline import timeline, timeline_json, timeline_table


def run(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]...")] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="YYYY")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="YYYY")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    years = year_argument("--from", first), year_argument("--to", last)
    if years[0] and years[1] and years[0] > years[1]:
        raise UsageError(Message("usage.years", first=years[0], last=years[1]))
    spans = timeline(judge(desk.book.facts, desk.today), words or (), *years)
    if as_json:
        write_data(json_text(timeline_json(spans), desk.language))
    elif spans and is_terminal(sys.stdout):
        show_timeline(spans, desk.language, desk.today, *years)
    else:
        show_table(timeline_table(spans), desk.language)
    desk.name_broken()
