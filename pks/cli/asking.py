"""What a command was given, else what the person at the terminal answers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from pks.cli.arguments import only_text
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
    return typed(desk, Message(question))


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
    return until_read(desk, Message(question), read)


def until_read(desk: Desk, question: Message, read: Callable[[str], Value], *, default: str | None = None) -> Value:
    """What the person answers, read; asked again until it can be. Enter alone means `default`, where there is one."""
    while True:
        try:
            return read(typed(desk, question, default=default))
        except (UsageError, NotFoundError) as error:
            note(error.message, desk.language)


def typed(desk: Desk, question: Message, *, default: str | None = None) -> str:
    """What the person types, once; Enter alone means `default`, where there is one.

    Raises:
        UsageError: when the bytes are no UTF-8.
    """
    answer = ask(question, desk.language, default=default)
    only_text([answer])
    return answer
