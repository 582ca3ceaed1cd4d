"""`pks meet`: record a facilitation meeting, planned or held."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.asking import has_person
from pks.cli.desk import Desk, day_argument
from pks.cli.meeting_questions import asked_day, completed, read_attending, read_mode, read_outcome
from pks.cli.recording import tell_ahead, texts
from pks.cli.signed import tell_closed
from pks.cli.writing import Commit, Day, DryRun, Id, Remark, meant, options, wrote
from pks.domain.model.agreement import Agreement
from pks.errors import UsageError
from pks.message import Label, Message
from pks.outputs.screen import note as tell
from pks.outputs.screen import write_message
from pks.store.register import Entry
from pks.workflow.meet import PLANNED, MeetingSaid, Met, meet, meeting_on


def run(
    ctx: typer.Context,
    id_: Id = None,
    date: Day = None,
    place: Annotated[str | None, typer.Option("--place", metavar="TEXT")] = None,
    mode: Annotated[str | None, typer.Option("--mode", metavar="MODE")] = None,
    chair: Annotated[str | None, typer.Option("--chair", metavar="WHO")] = None,
    attendee: Annotated[Many, typer.Option("--attendee", metavar="UNIT[=MODE]")] = None,
    basis: Annotated[str | None, typer.Option("--basis", metavar="TEXT")] = None,
    outcome: Annotated[str | None, typer.Option("--outcome", metavar="OUTCOME")] = None,
    note: Remark = None,
    minutes: Annotated[str | None, typer.Option("--minutes", metavar="TEXT")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    values = texts(place=place, chair=chair, basis=basis, note=note, minutes=minutes)
    values |= {"mode": read_mode(mode)} if mode is not None else {}
    values |= {"outcome": read_outcome(outcome)} if outcome is not None else {}
    attendees = tuple(read_attending(one) for one in attendee or ())
    on = None if date is None else day_argument(date, "--date")
    if on is None and not values and not attendees and not has_person():
        raise UsageError(Message("usage.missing", name="--date"))
    entry = meant(desk, id_)
    if has_person():
        on = on or asked_day(desk)
    agreement = desk.book.agreement(entry)
    said = _completed(desk, entry, agreement, MeetingSaid(on or desk.today, values, attendees))
    done = meet(desk.book, entry, said, options(desk, dry_run=dry_run, commit=commit))
    if done.changed:
        tell_closed(desk, entry.id, agreement)
    _tell(desk, entry, agreement.stage, said, done)
    if wrote(desk, done.diff, dry_run=dry_run) and done.changed:
        key, now = "meeting.new" if done.new else "meeting.updated", Label("meeting-outcome", done.outcome)
        write_message(Message(key, id=entry.id, date=said.on, outcome=now), desk.language)


def _completed(desk: Desk, entry: Entry, agreement: Agreement, said: MeetingSaid) -> MeetingSaid:
    """`said` with what is asked for on a terminal; elsewhere as it is."""
    if not has_person():
        return said
    at = meeting_on(entry.id, agreement, said.on)
    return completed(desk, said, None if at is None else agreement.facilitation[at])


def _tell(desk: Desk, entry: Entry, stage: str, said: MeetingSaid, done: Met) -> None:
    """Say what is odd about the day of the meeting, and what comes next; the stage moves by `advance` alone."""
    if done.outcome != PLANNED:
        tell_ahead(desk, said.on)
        if done.changed and stage == "facilitation":
            tell(Message("meeting.next", id=entry.id), desk.language)
    elif said.on < desk.today and "outcome" not in said.values:
        tell(Message("meeting.no-outcome", id=entry.id, date=said.on, day=said.on.isoformat()), desk.language)
