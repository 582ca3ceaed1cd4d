"""`pks register`: record the register number of an agreement."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from pks.cli.asking import has_person, typed
from pks.cli.desk import Desk, day_argument
from pks.cli.signed import names_in, tell_closed
from pks.cli.writing import By, Commit, Day, DryRun, Id, meant, options, unless_blank, wrote
from pks.domain.model.agreement import Agreement
from pks.domain.standing.signatures import unsigned
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import finding_line, note, write
from pks.outputs.visible import visible
from pks.store.register import Entry
from pks.workflow.register import Registering, proposal, register

_NEXT = "next"


def run(
    ctx: typer.Context,
    id_: Id = None,
    number: Annotated[str | None, typer.Option("--number", metavar="N|next")] = None,
    date: Day = None,
    by: By = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    on = None if date is None else day_argument(date, "--date")
    entry = meant(desk, id_)
    wanted = _wanted(desk, entry, number, on)
    given = Registering(None if wanted == _NEXT else wanted, on, unless_blank(by))
    done = register(desk.book, entry, given, desk.today, options(desk, dry_run=dry_run, commit=commit))
    for finding in done.broken:
        finding_line(finding, desk.language)
    if not done.fits:
        pattern = desk.book.office.register
        note(Message("registering.no-fit", number=done.number, pattern=pattern), desk.language)
    if done.changed:
        tell_closed(desk, entry.id, done.agreement)
        _tell_unsigned(desk, entry.id, done.agreement)
    if wrote(desk, done.diff, dry_run=dry_run):
        write(visible(done.number))


def _tell_unsigned(desk: Desk, id_: str, agreement: Agreement) -> None:
    """Say who has not signed; of what was running before it entered the register nobody need have said it."""
    missing = unsigned(agreement)
    if missing and not agreement.imported:
        note(Message("registering.unsigned", id=id_, missing=names_in(agreement, missing)), desk.language)


def _wanted(desk: Desk, entry: Entry, given: str | None, on: dt.date | None) -> str:
    """The number given, without space around it; on a terminal the next one is proposed when none was.

    Raises:
        UsageError: when it is empty, or there is nobody to ask.
    """
    if given is None and has_person():
        default = proposal(desk.book, entry, on, desk.today)
        given = typed(desk, Message("ask.register-number"), default=default)
    if given is None or not given.strip():
        raise UsageError(Message("usage.missing", name="--number"))
    return given.strip()
