"""`pks close`: end an agreement where it stands."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import one_of
from pks.cli.asking import answered
from pks.cli.desk import Desk
from pks.cli.moving import entry_said, tell_moved
from pks.cli.writing import By, Commit, Day, DryRun, Id, Remark, meant, options
from pks.domain.moves import close
from pks.domain.vocabulary import CLOSINGS
from pks.workflow.move import move


def run(
    ctx: typer.Context,
    id_: Id = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="REASON")] = None,
    date: Day = None,
    by: By = None,
    note: Remark = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    entry = meant(desk, id_)
    why = answered(
        desk,
        reason,
        "ask.close-reason",
        "--reason",
        lambda text: one_of("--reason", [text], CLOSINGS, kind="closing")[0],
    )
    said = entry_said(desk, date, by, note)
    done = move(
        desk.book,
        entry,
        lambda agreement: close(agreement, said, reason=why),
        options(desk, dry_run=dry_run, commit=commit),
    )
    tell_moved(desk, entry, done, dry_run=dry_run)
