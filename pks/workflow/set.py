"""Set fields of one agreement: `KEY=VALUE` becomes a change of its text, checked before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from pks.domain.model.agreement import Agreement
from pks.store.book import Book
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.splice import Change
from pks.workflow.assignments import Assignment, changes_of
from pks.workflow.record import record
from pks.workflow.register import kept, register_number
from pks.workflow.save import FileChange, Options


def set_fields(book: Book, entry: Entry, assignments: Sequence[Assignment], options: Options) -> str | None:
    """Make `assignments` in `entry`'s file; give the diff of a dry run.

    Nothing is written when nothing changes.

    Raises:
        UsageError: a key, item or value that the schema does not allow.
        InvalidError: the file cannot be understood, and would not be after it.
        RefusedError: the edit cannot be proven, or would touch the history.
    """

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        return changes_of(assignments, reading.data)  # `record` refuses a file that is no YAML

    def numbered(before: Reading[Agreement], after: Reading[Agreement]) -> Sequence[FileChange]:
        """What keeps a register number that the edit gave."""
        number = register_number(after)
        return kept(book, number) if number and number != register_number(before) else []

    keys = ", ".join(assignment.written for assignment in assignments)
    return record(book, [entry], plan, lambda _: f"{entry.id}: set {keys}", options, numbered).diff
