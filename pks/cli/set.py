"""`pks set`: set fields of one agreement."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.writing import Commit, DryRun, Id, options, text_arguments, wrote
from pks.message import Message
from pks.outputs.screen import note
from pks.workflow.assignments import parse
from pks.workflow.set import set_fields


def run(
    ctx: typer.Context,
    id_: Id,
    assignments: Annotated[list[str], typer.Argument(metavar="KEY=VALUE...")],
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    text_arguments(id_, *assignments)
    parsed = [parse(one) for one in assignments]
    entry = desk.book.resolve(id_)
    note(Message("write.resolved", id=entry.id), desk.language)
    diff = set_fields(desk.book, entry, parsed, options(desk, dry_run=dry_run, commit=commit))
    wrote(desk, diff, dry_run=dry_run)
