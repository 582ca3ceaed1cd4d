"""What all writing commands share: their options, their questions on a terminal, and how they report."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import ask, is_terminal, note, show_diff
from pks.workflow.save import Options

Commit = Annotated[bool | None, typer.Option("--commit/--no-commit")]
DryRun = Annotated[bool, typer.Option("--dry-run")]
Id = Annotated[str, typer.Argument(metavar="ID")]


def options(desk: Desk, *, dry_run: bool, commit: bool | None) -> Options:
    """How this run writes."""
    return Options(dry_run=dry_run, commit=commit, note=lambda message: note(message, desk.language))


def wrote(desk: Desk, diff: str | None, *, dry_run: bool) -> bool:
    """Show the diff of a dry run; whether something was really written."""
    if dry_run:
        show_diff(diff or "")
        note(Message("write.dry-run"), desk.language)
        return False
    desk.wrote = True
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
