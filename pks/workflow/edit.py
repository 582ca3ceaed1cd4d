"""Edit one agreement in the person's own editor; what they typed is never lost, whatever becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import agreement_shape
from pks.errors import (
    ConflictError,
    EnvironmentFailureError,
    Finding,
    InvalidError,
    PksError,
    UsageError,
)
from pks.message import Message
from pks.store.book import Book
from pks.store.disk.durable import read
from pks.store.disk.rescue import rescue
from pks.store.merging.texts import merge
from pks.store.reading import Reading, understand
from pks.store.register import Entry
from pks.workflow.record import check_after
from pks.workflow.save import FileChange, Options, save, writing


class Editing(NamedTuple):
    """How the person edits: `open_editor` returns the editor's exit code, `again` asks after findings."""

    open_editor: Callable[[Path], int]
    again: Callable[[Sequence[Finding]], bool]


def edit(book: Book, entry: Entry, editing: Editing, options: Options, *, start: bytes | None = None) -> str | None:
    """Let the person edit `entry`'s text, or `start` in its place, and write it when it can be understood.

    They edit a copy in `.pks/rescue/`, which stays there until the text is safe in the register. Where the file
    changed meanwhile, both changes are joined, if they are in different places.

    Raises:
        InvalidError: the text cannot be understood; it is kept.
        ConflictError: the file changed meanwhile, in a way that cannot be joined; the text is kept.
        EnvironmentFailureError: the editor failed, or nothing could be written; the text is kept.
        UnconfirmedError: written, but not on disk for sure, or not committed; the text is kept.
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
        diff = _write(book, entry, base, reading, options)
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
            return []
    except FileNotFoundError:
        return []
    except OSError:
        pass  # it is there, though nobody can look at it now
    return [Message("edit.kept", kept=str(copy), id=entry.id)]


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


def _write(book: Book, entry: Entry, base: bytes, edited: Reading[Agreement], options: Options) -> str | None:
    with writing(book, options):
        now = read(entry.path)
        new = edited.content if now == base else _joined(entry, base, now, edited)
        if new == now:
            options.note(Message("write.nothing", id=entry.id))
            return "" if options.dry_run else None
        diff = save(book, [FileChange(entry.path, now, new)], f"{entry.id}: edited", options)
        if now != base:
            options.note(Message("edit.joined", file=entry.file))
        return diff


def _joined(entry: Entry, base: bytes, now: bytes, edited: Reading[Agreement]) -> bytes:
    """The text as it was edited with what became of the file meanwhile.

    Raises:
        ConflictError: both changed the same, or what both say together cannot be proven or understood.
    """
    before, moved = understand(base, entry.file), understand(now, entry.file)
    if before.text is None or edited.text is None or moved.text is None:
        raise ConflictError(Message("edit.moved", file=entry.file))
    joined = merge(before.text, moved.text, edited.text, agreement_shape())
    if joined.conflicts:
        places = [place for place in joined.conflicts if place]
        both = (Message("edit.both", places=places),) if places else ()
        raise ConflictError(Message("edit.moved", file=entry.file), details=both)
    after = understand(joined.text.encode("utf-8"), entry.file)
    try:
        check_after(moved, after)
    except (InvalidError, UsageError) as error:
        raise ConflictError(Message("edit.moved", file=entry.file), details=(error.message, *error.details)) from error
    return after.content


def _look_at_history(base: bytes, reading: Reading[Agreement], options: Options) -> None:
    before = understand(base, reading.file).value
    if before is not None and reading.value is not None:
        earlier = reading.value.history[: len(before.history)]
        if earlier != before.history:
            options.note(Message("edit.history"))
