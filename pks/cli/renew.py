"""`pks renew`: the draft of a renewal, in a new file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from pks.cli.desk import Desk, day_argument
from pks.cli.recording import day_said
from pks.cli.writing import By, Commit, Day, DryRun, Id, Remark, meant, options, unless_blank, wrote
from pks.domain.renewals import WHATS, Fate
from pks.domain.terms import add_days
from pks.message import Message
from pks.outputs.screen import finding_line, write
from pks.outputs.screen import note as tell
from pks.workflow.renew import Renewed, Renewing, renew


def run(
    ctx: typer.Context,
    id_: Id = None,
    length: Annotated[str | None, typer.Option("--length", metavar="LENGTH")] = None,
    starts: Annotated[str | None, typer.Option("--starts", metavar="DATE")] = None,
    new_id: Annotated[str | None, typer.Option("--id", metavar="ID")] = None,
    date: Day = None,
    by: By = None,
    note: Remark = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    on = day_said(desk, date)
    first = None if starts is None else day_argument(starts, "--starts").isoformat()
    entry = meant(desk, id_)
    said = Renewing(
        on=on, length=unless_blank(length), starts=first, by=unless_blank(by), note=unless_blank(note), id=new_id
    )
    made = renew(desk.book, entry, said, desk.today, options(desk, dry_run=dry_run, commit=commit))
    _warn(desk, entry.id, made)
    if dry_run:
        for line in _fate_lines(made.fates):
            tell(line, desk.language)
    elif first is None:
        _propose_start(desk, made)
    if wrote(desk, made.diff, dry_run=dry_run):
        write(made.id)


def _warn(desk: Desk, old: str, made: Renewed) -> None:
    if made.signed:
        tell(Message("renewing.again", id=old, successors=made.signed), desk.language)
    for umbrella in made.over:
        tell(Message("renewing.umbrella-over", umbrella=umbrella, id=made.id), desk.language)
    for finding in made.broken:
        finding_line(finding, desk.language)


def _propose_start(desk: Desk, made: Renewed) -> None:
    """Say which start would leave no gap, while that day is still to come."""
    if made.ends is not None and made.ends >= desk.today:
        starts = add_days(made.ends, 1).isoformat()
        tell(Message("renewing.seamless", id=made.id, ends=made.ends, starts=starts), desk.language)


def _fate_lines(fates: Mapping[str, Fate]) -> Iterator[Message]:
    """What the renewal takes over and what it leaves: a line for all that is done for one reason."""
    for fate in sorted(dict.fromkeys(fates.values()), key=lambda one: WHATS.index(one.what)):
        names = ", ".join(name for name, one in fates.items() if one == fate)
        because = Message(f"renewing.because.{fate.reason}")
        yield Message(f"renewing.{fate.what}", fields=names, because=because)
