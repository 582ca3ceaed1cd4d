"""Set fields of one agreement: `KEY=VALUE` becomes a change of its text, checked before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import FileLayout, agreement_shape
from pks.domain.rules.entries import repeated
from pks.errors import Finding, InvalidError, UsageError
from pks.message import Message
from pks.store.book import Book
from pks.store.reading import Reading, node_at, notes, read_agreement, understand
from pks.store.register import Entry
from pks.store.text.nodes import data
from pks.store.text.splice import apply
from pks.workflow.assignments import Assignment, changes_of
from pks.workflow.register import kept, register_number
from pks.workflow.save import FileChange, Options, save, writing


def set_fields(book: Book, entry: Entry, assignments: Sequence[Assignment], options: Options) -> str | None:
    """Make `assignments` in `entry`'s file; give the diff of a dry run.

    Nothing is written when nothing changes.

    Raises:
        UsageError: a key, item or value that the schema does not allow.
        InvalidError: the file cannot be understood, and would not be after it.
        RefusedError: the edit cannot be proven, or would touch the history.
    """
    with writing(book, options):
        before = read_agreement(entry.path, entry.file)
        if before.text is None or before.root is None:
            raise InvalidError(Message("file.invalid", file=entry.file), details=before.errors)
        changes = changes_of(assignments, data(before.root))
        text = apply(before.text, changes, FileLayout(agreement_shape()))
        if text == before.text:
            options.note(Message("write.nothing", id=entry.id))
            return None
        new = text.encode("utf-8")
        after = understand(new, entry.file)
        check_after(before, after)
        keys = ", ".join(assignment.written for assignment in assignments)
        files = [FileChange(entry.path, before.content, new), *_numbered(book, before, after)]
        return save(book, files, f"{entry.id}: set {keys}", options)


def check_after(before: Reading[Agreement], after: Reading[Agreement]) -> None:
    """Refuse an edit whose result cannot be understood, has keys that nobody knows, or repeats an address.

    Raises:
        UsageError: when the edit itself brought that about.
        InvalidError: when the file was so before and would stay so.
    """
    known = {finding.message for finding in (*before.errors, *_beside(before))}
    brought = [finding for finding in (*after.errors, *_beside(after)) if finding.message not in known]
    if brought:
        raise UsageError(brought[0].message, details=tuple(brought[1:]))
    if after.errors:
        raise InvalidError(Message("file.invalid", file=after.file), details=after.errors)


def _numbered(book: Book, before: Reading[Agreement], after: Reading[Agreement]) -> list[FileChange]:
    """What keeps a register number that the edit gave."""
    number = register_number(after)
    return kept(book, number) if number and number != register_number(before) else []


def _beside(reading: Reading[Agreement]) -> Iterator[Finding]:
    """What the reader lets pass: keys that nobody knows, and two of a list with one address."""
    for node, level, message in notes(reading, agreement_shape()):
        yield Finding(reading.file, node.line, node.column, message.key, level, message)
    if reading.value is None or reading.root is None:
        return
    for one in repeated(reading.value):
        node = node_at(reading.root, one.path)
        message = Message("rule.repeated-in-list", **one.values)
        yield Finding(reading.file, node.line, node.column, "repeated-in-list", "error", message)
