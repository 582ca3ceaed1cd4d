"""`pks history`: the entries of one agreement, oldest first."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.asking import sought
from pks.cli.desk import Desk
from pks.outputs.json_text import json_text
from pks.outputs.screen import show_table, write_data
from pks.tables.history import history_json, history_table


def run(
    ctx: typer.Context,
    id_: Annotated[str | None, typer.Argument(metavar="ID")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    agreement = desk.book.agreement(sought(desk, id_))
    if as_json:
        write_data(json_text(history_json(agreement), desk.language))
    else:
        show_table(history_table(agreement), desk.language)
