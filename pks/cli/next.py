"""`pks next`: the gate ahead, what is missing, and what mends it."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.asking import sought
from pks.cli.desk import Desk
from pks.cli.gates import gates
from pks.domain.moves import following
from pks.outputs.json_text import json_text
from pks.outputs.page_screen import show_page
from pks.outputs.screen import write_data
from pks.tables.gate import gate_json, gate_page


def run(
    ctx: typer.Context,
    id_: Annotated[str | None, typer.Argument(metavar="ID")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    entry = sought(desk, id_)
    agreement = desk.book.agreement(entry)
    missing = list(gates(desk, entry, agreement)(agreement.stage)) if following(agreement) else []
    if as_json:
        write_data(json_text(gate_json(entry.id, agreement, missing), desk.language))
    else:
        show_page(gate_page(entry.id, agreement, missing), desk.language)
    desk.name_broken()
