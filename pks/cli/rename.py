"""`pks rename`: another id; links follow."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.asking import answered, asked_id
from pks.cli.desk import Desk
from pks.cli.writing import Commit, DryRun, meant, options, wrote
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note, write
from pks.store.ids import is_id
from pks.workflow.rename import rename


def run(
    ctx: typer.Context,
    old: Annotated[str | None, typer.Argument(metavar="OLD")] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    query = asked_id(desk, old, "OLD")
    name = new if new is not None else answered(desk, None, "ask.new-id", "NEW", _id)
    entry = meant(desk, query)
    links, diff = rename(desk.book, entry, name, options(desk, dry_run=dry_run, commit=commit))
    if wrote(desk, diff, dry_run=dry_run):
        key = "rename.done" if links else "rename.done-unlinked"
        note(Message(key, old=entry.id, new=name, count=links), desk.language)
        write(name)


def _id(text: str) -> str:
    if not is_id(text):
        raise UsageError(Message("new.bad-id", id=text))
    return text
