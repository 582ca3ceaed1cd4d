"""`pks correction add`: a correction that was proposed, or all those of an office's matrix."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from pks.cli.arguments import one_of
from pks.cli.asking import has_person, typed
from pks.cli.desk import Desk
from pks.cli.recording import day_said, tell_ahead
from pks.cli.signed import tell_closed
from pks.cli.writing import By, Commit, Day, DryRun, Id, meant, options, unless_blank, wrote
from pks.domain.ledger import numbered, ranges
from pks.domain.vocabulary import CORRECTION_KINDS
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note, show_table, write
from pks.store.register import Entry
from pks.tables.corrections import corrections_table
from pks.workflow.correction_add import Added, Proposal, add
from pks.workflow.correction_matrix import Matrix, read_matrix
from pks.workflow.save import Options

Words = str | None


def run(
    ctx: typer.Context,
    id_: Id = None,
    clause: Annotated[Words, typer.Option("--clause", metavar="TEXT")] = None,
    was: Annotated[Words, typer.Option("--was", metavar="TEXT")] = None,
    becomes: Annotated[Words, typer.Option("--becomes", metavar="TEXT")] = None,
    reason: Annotated[Words, typer.Option("--reason", metavar="TEXT")] = None,
    kind: Annotated[Words, typer.Option("--kind", metavar="KIND")] = None,
    matrix: Annotated[Words, typer.Option("--from", metavar="FILE")] = None,
    date: Day = None,
    by: By = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    on = day_said(desk, date)
    of_kind = next(
        iter(one_of("--kind", None if kind is None else [kind], CORRECTION_KINDS, kind="correction-kind")), None
    )
    said = {"clause": clause, "was": was, "becomes": becomes, "reason": reason}
    shared = Proposal(kind=of_kind, by=unless_blank(by))
    tell_ahead(desk, on)
    how = options(desk, dry_run=dry_run, commit=commit)
    if matrix is None:
        _one(desk, meant(desk, id_), said, shared, on, how)
        return
    if any(one is not None for one in said.values()):
        raise UsageError(Message("correction.from-alone"))
    _many(desk, meant(desk, id_), matrix, shared, on, how)


def _one(desk: Desk, entry: Entry, said: dict[str, Words], shared: Proposal, on: dt.date, how: Options) -> None:
    proposal = _asked(desk, said, shared)
    agreement = desk.book.agreement(entry)
    done = add(desk.book, entry, [proposal], on, how, again=True)
    if done.numbers:
        tell_closed(desk, entry.id, agreement)
    for number in done.known:
        note(Message("correction.known", no=number), desk.language)
    if wrote(desk, done.diff, dry_run=how.dry_run):
        write(ranges([*done.numbers, *done.known]))


def _asked(desk: Desk, said: dict[str, Words], shared: Proposal) -> Proposal:
    """What was said; where neither old nor new words were, a person is asked for all that is missing.

    Raises:
        UsageError: when nothing was said and there is nobody to ask.
    """
    asks = has_person() and said["was"] is None and said["becomes"] is None
    while True:
        given = {key: _answer(desk, key) if asks and text is None else text for key, text in said.items()}
        texts = {key: (text or "").strip() or None for key, text in given.items()}
        proposal = replace(shared, **texts)
        if proposal.says_something:
            return proposal
        if not asks:
            raise UsageError(Message("correction.says-nothing"))
        note(Message("correction.says-nothing"), desk.language)


def _answer(desk: Desk, key: str) -> str:
    return typed(desk, Message(f"ask.correction-{key}"), default="")


def _many(desk: Desk, entry: Entry, file: str, shared: Proposal, on: dt.date, how: Options) -> None:
    from pks.inputs.reading import read_grids  # only what a file holds needs it

    matrix = read_matrix(read_grids(desk.path(Path(file))), file)
    proposals = [replace(one, kind=one.kind or shared.kind, by=one.by or shared.by) for one in matrix.proposals]
    agreement = desk.book.agreement(entry)
    done = add(desk.book, entry, proposals, on, how)
    if done.numbers:
        tell_closed(desk, entry.id, agreement)
    _tell(desk, matrix, done)
    if how.dry_run and done.after is not None:
        show_table(corrections_table(done.after, only=done.numbers), desk.language)
    if wrote(desk, done.diff, dry_run=how.dry_run) and done.numbers:
        write(ranges(done.numbers))


def _tell(desk: Desk, matrix: Matrix, done: Added) -> None:
    """Say what was found in the file, and what of it was there already."""
    for table, count in matrix.counts:
        note(Message("correction.table-read", table=table, count=count), desk.language)
    for table, first, last in matrix.below:
        note(Message("correction.below-table", table=table, first=first, last=last), desk.language)
    if done.known:
        known = Message("correction.known-many", count=len(done.known), numbers=numbered(done.known))
        note(known, desk.language)
