"""`pks rename`: another id; links follow."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.asking import asked
from pks.cli.desk import Desk
from pks.cli.writing import Commit, DryRun, meant, options, wrote
from pks.message import Message
from pks.outputs.screen import note, write
from pks.workflow.rename import rename


def run(
    ctx: typer.Context,
    old: Annotated[str | None, typer.Argument(metavar="OLD")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    query = asked(desk, old, "ask.id", "OLD")
    name = asked(desk, new, "ask.new-id", "NEW")
    entry = meant(desk, query)
    links, diff = rename(desk.book, entry, name, options(desk, dry_run=dry_run, commit=commit))
    if wrote(desk, diff, dry_run=dry_run):
        key = "rename.done" if links else "rename.done-unlinked"
        note(Message(key, old=entry.id, new=name, count=links), desk.language)
        write(name)
