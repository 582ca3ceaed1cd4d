"""`pks back`: return to an earlier stage, or reopen what was closed."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import one_of
from pks.cli.asking import answered, asked_reason
from pks.cli.desk import Desk
from pks.cli.moving import entry_said, tell_moved
from pks.cli.writing import By, Commit, Day, DryRun, Id, meant, options
from pks.domain.moves import back
from pks.domain.vocabulary import STAGES
from pks.workflow.move import move


def run(
    ctx: typer.Context,
    id_: Id = None,
    to: Annotated[str | None, typer.Option("--to", metavar="STAGE")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT")] = None,
    date: Day = None,
    by: By = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    entry = meant(desk, id_)
    stage = answered(desk, to, "ask.back-to", "--to", lambda text: one_of("--to", [text], STAGES, kind="stage")[0])
    said = entry_said(desk, date, by, asked_reason(desk, reason, "ask.back-reason"))
    done = move(
        desk.book,
        entry,
        lambda agreement: back(agreement, said, to=stage),
        options(desk, dry_run=dry_run, commit=commit),
    )
    tell_moved(desk, entry, done, dry_run=dry_run)
