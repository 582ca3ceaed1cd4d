"""Amend a signed text: new values for its terms, and an entry that keeps the old ones, in one edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from pks.domain.amending import (
    Changed,
    Given,
    amendment_doubts,
    amendment_entry,
    amendment_facts,
    must_be_signed,
    must_be_term,
    must_move_end,
    unsigned_by,
)
from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Amendment
from pks.domain.model.schema import FileLayout, Path, agreement_shape, shape_at
from pks.domain.rules.table import Missing
from pks.domain.signing import unrecorded
from pks.domain.terms import Length
from pks.domain.values import BadValueError
from pks.errors import UsageError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.pen import Pen
from pks.store.text.splice import Append, Change, Drop, Put
from pks.workflow.assignments import Assignment, changes_of
from pks.workflow.noticed import must_end_after_start, noticed
from pks.workflow.record import record
from pks.workflow.save import FileChange, Options

Planned = Callable[[Agreement, Any], Sequence[Change]]  # of an agreement and its plain data


class Amended(NamedTuple):
    """What became of it: the agreement after it, the amendment, None where nothing changed; who must sign it.

    `doubts` speak against the amendment itself, `findings` are what `check` newly says; `diff` is a dry run's.
    """

    agreement: Agreement
    amendment: Amendment | None
    missing: tuple[str, ...]
    doubts: tuple[Message, ...]
    findings: tuple[Missing, ...]
    diff: str | None


def amend(
    book: Book, entry: Entry, assignments: Sequence[Assignment], given: Given, today: date, options: Options
) -> Amended:
    """Make `assignments` in the signed agreement `entry` and append the amendment that explains them.

    A value that is as it was is no change; where none is left, nothing is written.

    Raises:
        UsageError: a key or value that the schema does not allow.
        InvalidError: the file cannot be understood.
        RefusedError: it is not signed, a key is no term of the text, or a written end makes a new length idle.
    """

    def plan(agreement: Agreement, content: Any) -> Sequence[Change]:
        must_be_signed(entry.id, agreement)
        made = list(zip(assignments, changes_of(assignments, content), strict=True))
        for assignment in assignments:
            must_be_term(entry.id, assignment.steps, assignment.written)
        made = [(one, change) for one, change in made if not _same(change, content)]
        if not made:
            return []
        told = _told(made, content)
        must_move_end(entry.id, agreement, told, book.office)
        return [
            *(change for _, change in made),
            Append(("amendments",), amendment_entry(agreement, given, today, told)),
        ]

    return _record(book, entry, plan, today, options)


def supplement(book: Book, entry: Entry, no: int | None, given: Given, today: date, options: Options) -> Amended:
    """Add numbers, signatures and what else is `given` to amendment `no`, else to the only one not signed by all.

    Raises:
        UsageError: there is no such amendment, or several that may be meant.
        InvalidError: the file cannot be understood.
        RefusedError: something else is recorded already.
    """

    def plan(agreement: Agreement, _: Any) -> Sequence[Change]:
        at = _meant(agreement, no)
        facts = unrecorded(entry.id, amendment_facts(at, agreement.amendments[at], given))
        return [Put(fact.path, fact.value) for fact in facts]

    return _record(book, entry, plan, today, options)


def _record(book: Book, entry: Entry, planned: Planned, today: date, options: Options) -> Amended:
    seen: list[Agreement] = []
    findings: list[Missing] = []

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        seen.append(understood(reading))
        return planned(seen[0], reading.data)

    def look(_: Reading[Agreement], reading: Reading[Agreement]) -> Sequence[FileChange]:
        seen.append(understood(reading))
        must_end_after_start(entry.id, seen[1])
        findings.extend(noticed(book, entry.id, seen[0], seen[1], today))
        return ()

    def summary(_: Sequence[str]) -> str:
        done = _touched(seen[0], seen[-1])
        fields = ", ".join(one.field or "" for one in done.changes) if done else ""
        added = done and done.no not in {one.no for one in seen[0].amendments}
        return f"{entry.id}: amendment {done.no if done else ''}{f': {fields}' if added else ' completed'}"

    done = record(book, [entry], plan, summary, options, look)
    after, amendment = seen[-1], _touched(seen[0], seen[-1])
    doubts = tuple(amendment_doubts(entry.id, after, amendment, today)) if amendment else ()
    missing = unsigned_by(after, amendment) if amendment else ()
    return Amended(after, amendment, missing, doubts, tuple(findings), done.diff)


def _touched(before: Agreement, after: Agreement) -> Amendment | None:
    """The amendment that is new or not as it was."""
    return next((one for one in after.amendments if one not in before.amendments), None)


def _meant(agreement: Agreement, no: int | None) -> int:
    """The position of amendment `no`, else of the only one that some party has not signed."""
    numbers = [one.no for one in agreement.amendments]
    if no is not None:
        if no not in numbers:
            raise UsageError(Message("amending.no-such" if numbers else "amending.none", no=no, numbers=numbers))
        return numbers.index(no)
    waiting = [at for at, one in enumerate(agreement.amendments) if unsigned_by(agreement, one)]
    if len(waiting) != 1:
        raise UsageError(Message("amending.which" if numbers else "amending.none", numbers=numbers))
    return waiting[0]


def _told(made: Sequence[tuple[Assignment, Change]], content: Any) -> list[Changed]:
    """Each change with its old and new value as text; an item that is added stands under its own place."""
    told: list[Changed] = []
    added: dict[Path, int] = {}
    for assignment, change in made:
        name = assignment.written
        if isinstance(change, Append):
            at = len(_at(content, change.path) or ()) + added.get(change.path, 0)
            added[change.path] = added.get(change.path, 0) + 1
            told.append(Changed(_item_name(name, change, at), None, _text(change.value, (*change.path, at))))
        else:
            new = None if isinstance(change, Drop) else _text(change.value, change.path)
            told.append(Changed(name.removesuffix(".+"), _text(_at(content, change.path), change.path), new))
    return told


def _item_name(written: str, change: Append, at: int) -> str:
    """How `pks set` calls the item that `change` adds: by its name in the list, else by its position from 1."""
    shape = shape_at(agreement_shape(), (*change.path, at))
    address = shape.address if shape is not None else None
    value = change.value
    name = value.get(address) if address and isinstance(value, dict) else None
    name = str(name or at + 1)
    return written.removesuffix("+") + (f'"{name}"' if "." in name else name)


def _text(value: Any, path: Path) -> str | None:
    """A value as text: free text as it is, a list or map as YAML on one line; None where nothing is stated."""
    if value is None or value in ("", [], {}):
        return None
    if isinstance(value, str):
        return value.strip()
    return Pen(FileLayout(agreement_shape())).flow(value, path)


def _same(change: Change, content: Any) -> bool:
    """Whether `change` leaves what the file says as it is, however it is spelled."""
    if isinstance(change, Append):
        return False
    now = _at(content, change.path)
    new = None if isinstance(change, Drop) else change.value
    return bool(_meaning(now, change.path) == _meaning(new, change.path))


def _meaning(value: Any, path: Path) -> Any:
    shape = shape_at(agreement_shape(), path)
    if value is None or value in ("", [], {}):
        return None
    if shape is None or not isinstance(value, str):
        return (
            value[0] if shape is not None and shape.or_many and isinstance(value, list) and value[1:] == [] else value
        )
    if shape.form != "scalar":
        return value.strip()
    try:
        read = shape.kind.read(value)
    except BadValueError:
        return value.strip()
    return (read.count, read.unit) if isinstance(read, Length) else read


def _at(content: Any, path: Path) -> Any:
    for step in path:
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            return None
    return content
