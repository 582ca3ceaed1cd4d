"""What the commands that move an agreement share: the words of the entry, and the report."""

from __future__ import annotations

from pks.cli.desk import Desk
from pks.cli.recording import day_said
from pks.cli.writing import unless_blank, wrote
from pks.domain.moves import Said
from pks.message import Label, Message
from pks.outputs.screen import note, write_message
from pks.store.register import Entry
from pks.tables.folded import folded
from pks.workflow.move import Done


def entry_said(desk: Desk, date: str | None, by: str | None, text: str | None) -> Said:
    """What the options say of the new entry; its day is today unless one is given."""
    return Said(day_said(desk, date), unless_blank(by), unless_blank(text))


def tell_moved(desk: Desk, entry: Entry, done: Done, *, dry_run: bool) -> None:
    """Say what a move did: what was only advised on stderr, the result on stdout."""
    for one in folded(done.warnings):
        note(Message("move.warning", what=one.message), desk.language)
    if wrote(desk, done.diff, dry_run=dry_run):
        write_message(_result(entry.id, done), desk.language)


def _result(id_: str, done: Done) -> Message:
    after = Label("stage", done.after)
    if done.closed:
        return Message("move.ended", id=id_, stage=after, reason=Label("closing", done.closed))
    if done.before == done.after:
        return Message("move.reopened", id=id_, stage=after)
    return Message("move.done", id=id_, before=Label("stage", done.before), after=after)
