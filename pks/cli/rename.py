"""`pks rename`: another id; links follow."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.writing import Commit, DryRun, options, text_arguments, wrote
from pks.message import Message
from pks.outputs.screen import note, write
from pks.workflow.rename import rename


def run(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    text_arguments(old, new)
    entry = desk.book.resolve(old)
    note(Message("write.resolved", id=entry.id), desk.language)
    links, diff = rename(desk.book, entry, new, options(desk, dry_run=dry_run, commit=commit))
    if wrote(desk, diff, dry_run=dry_run):
        note(Message("rename.done", old=entry.id, new=new, count=links), desk.language)
        write(new)
