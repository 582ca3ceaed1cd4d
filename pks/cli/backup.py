"""`pks backup`: everything git has of the register in one file, proven, and the register for Excel beside it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from pks.cli.asking import asked
from pks.cli.desk import Desk
from pks.cli.exported import EXPORTS, Asked
from pks.cli.outfile import deliver, free, outfile
from pks.errors import UsageError
from pks.git import bundle, repository
from pks.message import Message
from pks.outputs.screen import note, write
from pks.outputs.visible import visible
from pks.store.disk import durable
from pks.tables.paper import Paper

_MOST_NAMED = 10


def run(
    ctx: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    desk: Desk = ctx.obj
    target = Path(asked(desk, file, "ask.backup-file", "FILE"))
    if target.suffix.lower() == ".xlsx":
        raise UsageError(Message("backup.is-workbook", file=str(target)))
    whole = free(desk, target, force=force)
    sheet = outfile(desk, target.with_suffix(".xlsx"), force=force)
    root = desk.book.register.root
    tree = repository.needed(root)
    book = _workbook(desk)
    aside = whole.with_name(f".{whole.name}.pks-tmp")
    try:
        commit = bundle.make(tree, aside)
        deliver(desk, sheet, book)
        durable.publish(aside, whole)
        desk.has_written()
    finally:
        with suppress(OSError):
            aside.unlink()
    bundle.note(tree, desk.today.isoformat())
    _tell(desk, tree, commit)
    write(visible(str(whole)))
    write(visible(str(sheet.path)))
    desk.name_broken()


def _workbook(desk: Desk) -> bytes:
    from pks.outputs.workbook import workbook  # asked for before anything is written: it may be missing

    found = EXPORTS["list"].gather(desk, Asked((), {}))
    paper = Paper(found.title, desk.book.office.office, found.day, found.table(), found.form)
    return workbook(paper, desk.language, "f4").content


def _tell(desk: Desk, tree: repository.Repository, commit: str) -> None:
    note(Message("backup.done", commit=commit[:10]), desk.language)
    left = bundle.uncommitted(tree, desk.book.register.root)
    if left:
        named = left[:_MOST_NAMED]
        note(Message("backup.uncommitted", count=len(left), files=named), desk.language)
