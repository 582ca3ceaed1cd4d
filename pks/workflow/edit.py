"""Edit one agreement in the person's own editor; what they typed is never lost, whatever becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pks.domain.model.agreement import Agreement
from pks.errors import (
    ConflictError,
    EnvironmentFailureError,
    Finding,
    InvalidError,
    PksError,
    UnconfirmedError,
)
from pks.message import Message
from pks.store.book import Book
from pks.store.disk.durable import read
from pks.store.disk.rescue import rescue
from pks.store.reading import Reading, understand
from pks.store.register import Entry
from pks.workflow.save import FileChange, Options, save, writing


class Editing(NamedTuple):
    """How the person edits: `open_editor` returns the editor's exit code, `again` asks after findings."""

    open_editor: Callable[[Path], int]
    again: Callable[[Sequence[Finding]], bool]


def edit(book: Book, entry: Entry, editing: Editing, options: Options, *, start: bytes | None = None) -> str | None:
    """Let the person edit `entry`'s text, or `start` in its place, and write it when it can be understood.

    They edit a copy in `.pks/rescue/`, which stays there until the text is safe in the register.

    Raises:
        InvalidError: the text cannot be understood; it is kept.
        ConflictError: the file changed meanwhile; the text is kept.
        EnvironmentFailureError: the editor failed, or nothing could be written; the text is kept.
    """
    base = read(entry.path)
    copy = rescue(book.register.root, f"{entry.id}.yaml", base if start is None else start)
    try:
        reading = _edited(entry, editing, copy, base)
        if reading.content == base:
            options.note(Message("write.nothing", id=entry.id))
            copy.unlink()
            return None
        _look_at_history(base, reading, options)
        diff = _write(book, entry, base, reading.content, options)
    except UnconfirmedError:
        raise
    except PksError as error:
        kept = _kept(copy, base, entry)
        raise type(error)(error.message, details=(*error.details, *kept)) from error
    except BaseException:
        for one in _kept(copy, base, entry):
            options.note(one)
        raise
    if diff is None:
        with suppress(OSError):
            copy.unlink()
    else:
        options.note(Message("edit.kept", kept=str(copy), id=entry.id))
    return diff


def _kept(copy: Path, base: bytes, entry: Entry) -> list[Message]:
    """Where the text is that the person typed; a copy in which they changed nothing goes away."""
    try:
        if read(copy) == base:
            copy.unlink()
    except OSError:
        pass  # said below, as far as it is there
    return [Message("edit.kept", kept=str(copy), id=entry.id)] if copy.exists() else []


def _edited(entry: Entry, editing: Editing, copy: Path, base: bytes) -> Reading[Agreement]:
    while True:
        code = editing.open_editor(copy)
        if code:
            raise EnvironmentFailureError(Message("edit.failed", code=code))
        content = read(copy)
        reading = understand(content, entry.file if content == base else str(copy))
        if not reading.errors:
            return reading
        if not editing.again(reading.errors):
            raise InvalidError(Message("edit.invalid", file=entry.file), details=reading.errors)


def _write(book: Book, entry: Entry, base: bytes, new: bytes, options: Options) -> str | None:
    with writing(book, options):
        if read(entry.path) != base:
            raise ConflictError(Message("edit.moved", file=entry.file))
        return save(book, [FileChange(entry.path, base, new)], f"{entry.id}: edited", options)


def _look_at_history(base: bytes, reading: Reading[Agreement], options: Options) -> None:
    before = understand(base, reading.file).value
    if before is not None and reading.value is not None:
        earlier = reading.value.history[: len(before.history)]
        if earlier != before.history:
            options.note(Message("edit.history"))
