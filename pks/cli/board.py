"""`pks board`: the open agreements by stage."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.spellings import spellings
from pks.outputs.json_text import json_text
from pks.outputs.screen import show_table, write_data
from pks.tables.board import board, board_json, board_table


def run(
    ctx: typer.Context,
    party: Annotated[list[str] | None, typer.Option("--party", metavar="NAME")] = None,
    lead: Annotated[list[str] | None, typer.Option("--lead", metavar="UNIT")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    book = desk.book
    cards = board(
        book.facts.values(), book.office, desk.today,
        party=tuple(party or ()), spellings=spellings(desk, party), lead=tuple(lead or ()),
    )  # fmt: skip
    if as_json:
        write_data(json_text(board_json(cards), desk.language))
    else:
        show_table(board_table(cards), desk.language)
    desk.name_broken()
