"""What the commands that move an agreement share: the gates as they stand, the entry's words, the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pks.cli.desk import Desk, day_argument
from pks.cli.writing import wrote
from pks.domain.deadlines.table import overdue_reports
from pks.domain.model.agreement import Agreement
from pks.domain.moves import Gate, Said
from pks.domain.rules.surroundings import Surroundings
from pks.domain.rules.table import Missing, gate
from pks.domain.standing.judgement import judge_one
from pks.message import Label, Message
from pks.outputs.screen import note, write_message
from pks.store.register import Entry
from pks.tables.folded import folded

if TYPE_CHECKING:  # who only looks ahead moves nothing
    from pks.workflow.move import Done


def entry_said(desk: Desk, date: str | None, by: str | None, text: str | None) -> Said:
    """What the options say of the new entry; its day is today unless one is given."""
    return Said(desk.today if date is None else day_argument(date, "--date"), by, text)


def gates(desk: Desk, entry: Entry, agreement: Agreement) -> Gate:
    """What stands against leaving each stage, for `agreement` among the others of its register."""
    book = desk.book
    mine = {entry.id: judge_one(book.facts, entry.id, desk.today)} if entry.id in book.facts else {}
    late = overdue_reports(mine, book.office, desk.today)
    around = Surroundings(entry.id, book.office, desk.today, book.facts, overdue_reports=late[entry.id])

    def missing(stage: str) -> Sequence[Missing]:
        return gate(agreement, around, stage)

    return missing


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
