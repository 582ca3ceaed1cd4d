"""`pks merge`: the merge driver that git calls for the files of a register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pks.cli.arguments import only_text
from pks.cli.desk import Desk
from pks.errors import ExitCode, NotFoundError, UsageError
from pks.message import Message
from pks.outputs.screen import complain, write_message
from pks.store.contents import LARGEST
from pks.store.merging.texts import Merged, NoRoom
from pks.workflow.merge import merge_files

_MARK = 7
_LONGEST_MARK = 1_000


def run(
    ctx: typer.Context,
    base: Annotated[Path | None, typer.Argument(metavar="BASE")] = None,
    ours: Annotated[Path | None, typer.Argument(metavar="OURS")] = None,
    theirs: Annotated[Path | None, typer.Argument(metavar="THEIRS")] = None,
    path: Annotated[str | None, typer.Option("--path", metavar="FILE")] = None,
    marker_size: Annotated[int, typer.Option("--marker-size", metavar="N", min=1, max=_LONGEST_MARK)] = _MARK,
    install: Annotated[bool, typer.Option("--install")] = False,
) -> None:
    desk: Desk = ctx.obj
    if install:
        _install(desk)
        return
    if base is None or ours is None or theirs is None:
        raise UsageError(Message("usage.missing", name="BASE OURS THEIRS"))
    only_text([str(base), str(ours), str(theirs)])
    files = [desk.path(one) for one in (base, ours, theirs)]
    for file in files:
        if not file.exists():
            raise NotFoundError(Message("merge.no-file", file=str(file)))
    name = path or str(ours)
    merged = merge_files(*files, name=name.replace("\\", "/"), marker_size=marker_size)
    if merged.conflicts:
        complain(_stopped_by(merged, name), (), desk.language)
        raise typer.Exit(ExitCode.FINDINGS)


def _stopped_by(merged: Merged, name: str) -> Message:
    if isinstance(merged, NoRoom):
        return Message("merge.no-room", file=name, limit=LARGEST // 1024)
    places = [place for place in merged.conflicts if place]
    return Message("merge.conflicts", file=name, places=places) if places else Message("merge.lines", file=name)


def _install(desk: Desk) -> None:
    from pks.git import driver, repository  # joining files needs no git

    tree = repository.needed(desk.book.register.root)
    driver.install(tree)
    write_message(Message("merge.installed", folder=str(tree.top)), desk.language)
