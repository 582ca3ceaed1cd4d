"""Exit codes and the errors that end a command: names and values, no prose."""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar, NamedTuple

from pks.message import Message


class ExitCode(IntEnum):
    """What the process tells the shell that ran it."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    NOT_FOUND = 3
    INVALID = 4
    REFUSED = 5
    CONFLICT = 6
    ENVIRONMENT = 7
    UNCONFIRMED = 8
    BUG = 70
    INTERRUPTED = 130
    TERMINATED = 143


class Finding(NamedTuple):
    """Something that is wrong, or worth knowing, in a file: data, collected, never raised.

    `file` is relative to the register's parent, with `/`. `line` and `column` count from 1, in
    characters; None where a finding has no place in a file. `level` is error, warning or info; `fix` says
    how to mend it where the message itself does not.
    """

    file: str
    line: int | None
    column: int | None
    code: str
    level: str
    message: Message
    fix: Message | None = None


class PksError(Exception):
    """This command cannot do what was asked. Shown in one place, as one exit code."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, message: Message, *, details: tuple[Message | Finding, ...] = ()) -> None:
        """Say `message`; `details` are shown below it, a line each."""
        super().__init__(message.key)
        self.message = message
        self.details = details


class UsageError(PksError):
    """Bad arguments or a bad value."""

    exit_code = ExitCode.USAGE


class NotFoundError(PksError):
    """No such agreement, register, revision or file, or several agreements that fit."""

    exit_code = ExitCode.NOT_FOUND


class InvalidError(PksError):
    """The one file asked for cannot be understood; `details` are its findings."""

    exit_code = ExitCode.INVALID


class RefusedError(PksError):
    """The rules, or the proof of an edit, say no."""

    exit_code = ExitCode.REFUSED


class ConflictError(PksError):
    """Changed meanwhile, locked, or taken."""

    exit_code = ExitCode.CONFLICT


class EnvironmentFailureError(PksError):
    """Disk, permission or git is not ready; nothing was written."""

    exit_code = ExitCode.ENVIRONMENT


class UnconfirmedError(PksError):
    """Written, but not confirmed on disk, or a hook or commit failed after."""

    exit_code = ExitCode.UNCONFIRMED
