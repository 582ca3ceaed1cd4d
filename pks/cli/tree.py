"""`pks tree`: umbrellas, what is under them, and their empty slots."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.domain.standing.judgement import judge
from pks.outputs.json_text import json_text
from pks.outputs.screen import write_data
from pks.outputs.tree_screen import show_tree
from pks.tables.tree import Node, tree, tree_json, tree_of


def run(
    ctx: typer.Context,
    id_: Annotated[str | None, typer.Argument(metavar="[ID]")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    nodes = nodes_of(desk, id_)
    if as_json:
        write_data(json_text(tree_json(nodes), desk.language))
    else:
        show_tree(nodes, desk.language)
    desk.name_broken()


def nodes_of(desk: Desk, id_: str | None) -> list[Node]:
    """The whole tree, or the one below the agreement that `id_` means.

    Raises:
        NotFoundError: when it means none or several.
        InvalidError: when its file cannot be understood.
    """
    standings = judge(desk.book.facts, desk.today)
    if id_ is None:
        return tree(standings)
    entry = desk.book.resolve(id_)
    if entry.id not in standings:
        desk.book.agreement(entry)  # refuses: its file cannot be understood
    return tree_of(standings, entry.id)
