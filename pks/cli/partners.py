"""`pks partners`: with whom, under which names, in how many agreements."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.spellings import partners_of
from pks.outputs.json_text import json_text
from pks.outputs.screen import show_table, write_data
from pks.tables.partners import partners_in, partners_json, partners_table


def run(ctx: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    desk: Desk = ctx.obj
    rows = partners_in(desk.book.facts.values(), partners_of(desk))
    if as_json:
        write_data(json_text(partners_json(rows), desk.language))
    else:
        show_table(partners_table(rows), desk.language)
    desk.name_broken()
