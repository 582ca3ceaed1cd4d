"""What a command was given, else what the person at the terminal answers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from pks.cli.desk import Desk
from pks.errors import NotFoundError, UsageError
from pks.message import Message
from pks.outputs.screen import ask, is_terminal, note
from pks.store.register import Entry

Value = TypeVar("Value")


def sought(desk: Desk, query: str | None) -> Entry:
    """The agreement that `query` means; on a terminal it is asked for when it was not given."""
    book = desk.book
    return book.resolve(asked(desk, query, "ask.id", "ID"))


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


def asked_reason(desk: Desk, given: str | None, question: str) -> str:
    """Why something is done: what was given, else what the person answers; nothing is no reason.

    Raises:
        UsageError: when nothing is said, or there is nobody to ask.
    """
    why = asked(desk, given, question, "--reason").strip()
    if not why:
        raise UsageError(Message("usage.missing", name="--reason"))
    return why


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
