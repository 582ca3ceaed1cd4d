"""What a command was given, else what the person at the terminal answers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pks.cli.arguments import only_text
from pks.cli.desk import Desk
from pks.errors import NotFoundError, UsageError
from pks.message import Message
from pks.outputs.screen import ask, doubt_answer, is_terminal
from pks.store.register import Entry

Value = TypeVar("Value")


def sought(desk: Desk, query: str | None) -> Entry:
    """The agreement that `query` means; on a terminal it is asked for when it was not given."""
    return desk.book.resolve(asked_id(desk, query, "ID"))


def asked_id(desk: Desk, given: str | None, argument: str) -> str:
    """What was given for an agreement, else the id of the one that the person means, asked again until it is one.

    Raises:
        NotFoundError: when there is no register, or nothing in it that could be meant.
        UsageError: when there is nobody to ask.
    """
    if given is not None or not has_person() or not desk.book.register.listing.entries:
        return asked(desk, given, "ask.id", argument)
    return until_read(desk, Message("ask.id"), desk.book.resolve).id


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
            doubt_answer(error.message, error.details, desk.language)


def typed(desk: Desk, question: Message, *, default: str | None = None) -> str:
    """What the person types, once; Enter alone means `default`, where there is one.

    Raises:
        UsageError: when the bytes are no UTF-8.
    """
    answer = ask(question, desk.language, default=default)
    only_text([answer])
    return answer


def asked_file(desk: Desk, given: str | None, question: str) -> Path:
    """The file that was given, there or not; else one that is there, which the person names.

    Raises:
        UsageError: when there is nobody to ask.
    """
    if given is not None:
        return desk.path(Path(given))
    return answered(desk, None, question, "FILE", lambda text: file_there(desk, text))


def file_there(desk: Desk, text: str) -> Path:
    """The file that `text` names, from where pks was started.

    Raises:
        NotFoundError: when nothing is there.
        UsageError: when what is there is no file.
    """
    path = desk.path(Path(text))
    if not path.exists():
        raise NotFoundError(Message("attaching.no-file", file=text))
    if not path.is_file():
        raise UsageError(Message("attaching.not-a-file", file=text))
    return path
