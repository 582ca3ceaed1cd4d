"""`pks correction withdraw`: a correction is no longer asked for."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.asking import asked_reason
from pks.cli.correcting import asked_numbers, tell_open
from pks.cli.desk import Desk
from pks.cli.recording import day_said, tell_ahead
from pks.cli.writing import Commit, Day, DryRun, Id, meant, options, wrote
from pks.domain.ledger import numbered, read_asked
from pks.message import Message
from pks.outputs.screen import note, write_message
from pks.workflow.correction_withdraw import withdraw


def run(
    ctx: typer.Context,
    id_: Id = None,
    numbers: Annotated[Many, typer.Argument(metavar="NO|A-B|all")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT")] = None,
    date: Day = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    on = day_said(desk, date)
    which = read_asked(numbers) if numbers else None
    entry = meant(desk, id_)
    which = which or asked_numbers(desk, entry, None)
    why = asked_reason(desk, reason, "ask.correction-withdrawn")
    tell_ahead(desk, on)
    done = withdraw(desk.book, entry, which, why, on, options(desk, dry_run=dry_run, commit=commit))
    if done.already:
        note(Message("correction.already-withdrawn", numbers=numbered(done.already)), desk.language)
    if wrote(desk, done.diff, dry_run=dry_run) and done.numbers:
        write_message(Message("correction.withdrawn", numbers=numbered(done.numbers)), desk.language)
        tell_open(desk, done.after)
