"""`pks correction list`: the table for the meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.asking import sought
from pks.cli.desk import Desk
from pks.outputs.json_text import json_text
from pks.outputs.screen import show_table, write_data
from pks.tables.corrections import corrections_json, corrections_table


def run(
    ctx: typer.Context,
    id_: Annotated[str | None, typer.Argument(metavar="ID")] = None,
    only_open: Annotated[bool, typer.Option("--open")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    agreement = desk.book.agreement(sought(desk, id_))
    if as_json:
        write_data(json_text(corrections_json(agreement, only_open=only_open), desk.language))
    else:
        show_table(corrections_table(agreement, only_open=only_open), desk.language)
