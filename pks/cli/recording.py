"""What the commands that record an entry share: texts and days as they are given, and what is odd about a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from pks.cli.asking import until_read
from pks.cli.desk import Desk, day_argument
from pks.domain.values import BadValueError, Kind
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note


def texts(**given: str | None) -> dict[str, str]:
    """The texts given to options, by name, without space around them; what was not given is left out.

    Raises:
        UsageError: for one that says nothing.
    """
    for name, one in given.items():
        if one is not None and not one.strip():
            raise UsageError(Message("usage.option-needs-value", name=f"--{name}"))
    return {name: one.strip() for name, one in given.items() if one is not None}


def value_of(kind: Kind, name: str) -> Callable[[str], str]:
    """A reader for the value of argument `name`: its text as the file may hold it.

    The reader raises:
        UsageError: when the text is no value of `kind`.
    """

    def read(text: str) -> str:
        try:
            kind.read(text)
        except BadValueError as error:
            raise UsageError(Message("usage.bad-value", name=name, reason=error.message)) from None
        return text.strip()

    return read


def optional(desk: Desk, question: Message, read: Callable[[str], str] = str.strip, *, default: str = "") -> str:
    """What the person answers, asked again until it can be read; `default` when they only press Enter."""
    return until_read(desk, question, lambda text: read(text) if text else "", default=default)


def day_said(desk: Desk, date: str | None) -> dt.date:
    """The day given to `--date`, else today.

    Raises:
        UsageError: when it is not a day.
    """
    return desk.today if date is None else day_argument(date, "--date")


def tell_ahead(desk: Desk, day: dt.date) -> None:
    """Say that `day` is still to come, where it is: what is recorded for it should have happened."""
    if day > desk.today:
        note(Message("recording.ahead", date=day), desk.language)
