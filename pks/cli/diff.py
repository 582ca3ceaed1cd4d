"""`pks diff`: what changed in one agreement, in the words of its fields."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.asking import sought
from pks.cli.desk import Desk
from pks.cli.writing import Id
from pks.message import Message
from pks.outputs.json_text import json_text
from pks.outputs.screen import note, show_table, write_data
from pks.tables.differences import difference_table, differences, differences_json
from pks.workflow.diff import since


def run(
    ctx: typer.Context,
    id_: Id = None,
    revision: Annotated[str | None, typer.Argument(metavar="[REV]")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    versions = since(desk.book, sought(desk, id_), revision)
    if versions.commit is not None:
        one = versions.commit
        said = Message("diff.last-change", date=one.date[:10], author=one.author, subject=one.subject)
        note(said, desk.language)
    found = differences(versions.before or {}, versions.after)
    if as_json:
        write_data(json_text(differences_json(found), desk.language))
    else:
        show_table(difference_table(found), desk.language)
