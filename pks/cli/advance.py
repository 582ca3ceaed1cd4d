"""`pks advance`: on to the next stage, when nothing stands in the way."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import one_of
from pks.cli.asking import asked_reason
from pks.cli.desk import Desk
from pks.cli.gates import gates
from pks.cli.moving import entry_said, tell_moved
from pks.cli.writing import By, Commit, Day, DryRun, Id, Remark, meant, options, unless_blank
from pks.domain.moves import advance
from pks.domain.vocabulary import STAGES
from pks.errors import UsageError
from pks.message import Message
from pks.workflow.move import move


def run(
    ctx: typer.Context,
    id_: Id = None,
    to: Annotated[str | None, typer.Option("--to", metavar="STAGE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT")] = None,
    date: Day = None,
    by: By = None,
    note: Remark = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    stage = one_of("--to", [to], STAGES, kind="stage")[0] if to else None
    if reason is not None and not force:
        raise UsageError(Message("move.reason-without-force"))
    entry = meant(desk, id_)
    why = asked_reason(desk, reason, "ask.force-reason") if force else None
    said = entry_said(desk, date, by, "; ".join(text for text in (why, unless_blank(note)) if text))
    done = move(
        desk.book,
        entry,
        lambda agreement: advance(agreement, gates(desk, entry, agreement), said, to=stage, force=force),
        options(desk, dry_run=dry_run, commit=commit),
    )
    tell_moved(desk, entry, done, dry_run=dry_run)
