"""What all writing commands share: their options, which agreements are meant, and how they report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from pks.cli.asking import sought
from pks.cli.desk import Desk
from pks.errors import ConflictError
from pks.message import Message
from pks.outputs.screen import note, show_diff
from pks.store.register import Entry
from pks.workflow.save import Options

Commit = Annotated[bool | None, typer.Option("--commit/--no-commit")]
Day = Annotated[str | None, typer.Option("--date", metavar="DATE")]
By = Annotated[str | None, typer.Option("--by", metavar="WHO")]
Remark = Annotated[str | None, typer.Option("--note", metavar="TEXT")]
DryRun = Annotated[bool, typer.Option("--dry-run")]
Id = Annotated[str | None, typer.Argument(metavar="ID")]


def options(desk: Desk, *, dry_run: bool, commit: bool | None) -> Options:
    """How this run writes."""
    return Options(
        dry_run=dry_run, commit=commit, note=lambda message: note(message, desk.language), written=desk.has_written
    )


def unless_blank(text: str | None) -> str | None:
    """The text without space around it; None when it says nothing."""
    return (text or "").strip() or None


def meant(desk: Desk, query: str | None) -> Entry:
    """As `sought`, for an agreement that will be written to: its id is said on stderr, once a run."""
    entry = sought(desk, query)
    twins = desk.book.register.listing.twins
    if entry.id in twins:
        raise ConflictError(Message("write.twin", id=entry.id), details=tuple(twins[entry.id]))
    if desk.names(entry.id):
        note(Message("write.resolved", id=entry.id), desk.language)
    return entry


def meant_many(desk: Desk, queries: Sequence[str]) -> list[Entry]:
    """As `meant` for each of `queries`, in their order; what is named twice is meant once."""
    found = {entry.id: entry for entry in (meant(desk, query) for query in queries)}
    return list(found.values())


def wrote(desk: Desk, diff: str | None, *, dry_run: bool) -> bool:
    """Show the diff of a dry run; whether something was really written."""
    if dry_run:
        show_diff(diff or "")
        note(Message("write.dry-run"), desk.language)
        return False
    desk.has_written()
    return True
