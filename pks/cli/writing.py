"""What all writing commands share: their options, their questions on a terminal, and how they report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from pks.cli.desk import Desk
from pks.errors import ConflictError, NotFoundError, UsageError
from pks.message import Message
from pks.outputs.screen import ask, is_terminal, note, show_diff
from pks.store.register import Entry

if TYPE_CHECKING:
    from pks.workflow.save import Options

Commit = Annotated[bool | None, typer.Option("--commit/--no-commit")]
Value = TypeVar("Value")
Day = Annotated[str | None, typer.Option("--date", metavar="DATE")]
By = Annotated[str | None, typer.Option("--by", metavar="WHO")]
Remark = Annotated[str | None, typer.Option("--note", metavar="TEXT")]
DryRun = Annotated[bool, typer.Option("--dry-run")]
Id = Annotated[str | None, typer.Argument(metavar="ID")]


def options(desk: Desk, *, dry_run: bool, commit: bool | None) -> Options:
    """How this run writes."""
    from pks.workflow.save import Options  # who reads has no use for git and locks

    return Options(
        dry_run=dry_run, commit=commit, note=lambda message: note(message, desk.language), written=desk.has_written
    )


def sought(desk: Desk, query: str | None) -> Entry:
    """The agreement that `query` means; on a terminal it is asked for when it was not given."""
    book = desk.book
    return book.resolve(asked(desk, query, "ask.id", "ID"))


def meant(desk: Desk, query: str | None) -> Entry:
    """As `sought`, for an agreement that will be written to: its id is said on stderr, once a run."""
    entry = sought(desk, query)
    twins = [stray for stray in desk.book.register.listing.strays if stray.message.values.get("id") == entry.id]
    if twins:
        raise ConflictError(Message("write.twin", id=entry.id), details=tuple(twins))
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


def has_person() -> bool:
    """Whether a person can be asked."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def asked(desk: Desk, given: str | None, question: str, argument: str) -> str:
    """What was given, else what the person answers.

    Raises:
        UsageError: when there is nobody to ask.
    """
    if given is not None:
        return given
    if not has_person():
        raise UsageError(Message("usage.missing", name=argument))
    answer = ask(Message(question), desk.language)
    text_arguments(answer)
    return answer


def answered(desk: Desk, given: str | None, question: str, argument: str, read: Callable[[str], Value]) -> Value:
    """What was given, read; else what the person answers, asked again until it can be read.

    Raises:
        UsageError: when what was given cannot be read, or there is nobody to ask.
        NotFoundError: when what was given is not there.
    """
    if given is not None or not has_person():
        return read(asked(desk, given, question, argument))
    while True:
        try:
            return read(asked(desk, None, question, argument))
        except (UsageError, NotFoundError) as error:
            note(error.message, desk.language)


def text_arguments(*given: str | None) -> None:
    """Refuse arguments whose bytes were no UTF-8.

    Raises:
        UsageError: for the first one.
    """
    for one in given:
        if one is not None:
            try:
                one.encode("utf-8")
            except UnicodeEncodeError:
                name = one.encode("utf-8", "backslashreplace").decode("utf-8")
                raise UsageError(Message("usage.not-text", name=name)) from None
