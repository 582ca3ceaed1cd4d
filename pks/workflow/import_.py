"""Take a proposal into the register: what is not there yet becomes files, all of them in one commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pks.domain.model.agreement import Agreement
from pks.errors import PksError
from pks.git import commits
from pks.inputs.register.content import amendment_of, content_of_row, in_order
from pks.inputs.register.identity import Identity, Known, identity
from pks.inputs.register.proposal import Judged, Proposal
from pks.inputs.register.row import RowRead
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.disk import durable
from pks.store.ids import free_id, make_id
from pks.store.new_text import new_text
from pks.store.reading import Reading, understand
from pks.store.text.splice import Append, CannotSplice, Drop, Put
from pks.store.text.splice import Change as Edit
from pks.workflow.new import folder_for
from pks.workflow.record import edited
from pks.workflow.save import FileChange, Options, save, work_tree, writing

Progress = Callable[[Sequence[Judged]], Iterable[Judged]]


@dataclass
class Intake:
    """What an import would do: the files to write, and the ids they are for by the row of the file they come from.

    `there` are the files of agreements that the register has already, with their rows.
    """

    changes: list[FileChange] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)
    amended: list[str] = field(default_factory=list)
    there: dict[Path, Judged] = field(default_factory=dict)


def take_in(  # noqa: PLR0913  # what is written, how, and who is told of it
    book: Book, proposal: Proposal, today: date, options: Options, *, source: str, beside: Sequence[FileChange] = (),
    progress: Progress = iter,
) -> tuple[Intake, str | None]:  # fmt: skip
    """Write a file for each agreement of `proposal` that the register lacks; give what was written, and the diff.

    `source` names the file in the commit; `beside` are further files of the same commit, where they lack.
    Raises as `pks.workflow.save.save`.
    """
    with writing(book, options):
        intake = intake_of(book, proposal, today, progress=progress)
        further = beside if intake.changes or intake.there else ()
        changes = [*intake.changes, *(one for one in further if not one.path.exists())]
        left = _left_uncommitted(book, intake, today, options)
        placed = [*left, *_unknown_to_git(book, [one.path for one in further if _is_there(one)], options)]
        if not changes and not placed:
            return intake, "" if options.dry_run else None
        count = len(intake.ids) + len(left)
        parts = [f"{count} agreement{'s' if count > 1 else ''}"] if count else []
        parts += [f"{len(intake.amended)} amended"] if intake.amended else []
        summary = f"import {source}: {', '.join(parts) or 'columns'}"
        return intake, save(book, changes, summary, options, placed=placed)


def _left_uncommitted(book: Book, intake: Intake, today: date, options: Options) -> list[Path]:
    """Files that an import before this one wrote and did not come to commit: git lacks them, and they say the same."""
    found = []
    for path in _unknown_to_git(book, list(intake.there), options):
        read = deepcopy(intake.there[path].read)  # making the content adds to its doubts
        content = content_of_row(read, today, book.office.last_day)  # type: ignore[arg-type]  # as in `_new`
        if new_text(book.register, path, content).encode("utf-8") == durable.read(path):
            found.append(path)
    return found


def _unknown_to_git(book: Book, paths: Sequence[Path], options: Options) -> list[Path]:
    """The files among `paths` that this run would commit and git does not have; none where it commits nothing."""
    tree = None if options.dry_run or not paths else work_tree(book, options)
    return [] if tree is None else commits.unknown_to(tree, paths)


def _is_there(change: FileChange) -> bool:
    return change.path.exists() and durable.read(change.path) == change.new


def intake_of(book: Book, proposal: Proposal, today: date, *, progress: Progress = iter) -> Intake:
    """What taking in `proposal` would write; what the register has is marked in `proposal` as known.

    Also adds to the rows what only the day and the register bring to light.
    """
    there = {id_: identity_of(one) for id_, one in book.agreements()}
    known = Known([*there.items()])
    intake, taken = Intake(), set(book.register.listing.entries)
    by_row = {one.read.row: one for one in proposal.judged}
    for one in progress([one for one in proposal.judged if one.outcome in {"ready", "doubt"}]):
        own = one.read.texts.get("id", "")
        same = own if own in there else known.same_as(identity_of_row(one.read))
        joined = [by_row[addendum.row] for addendum in in_order(one.read)]
        if same is None:
            _new(book, one, joined, today, intake, taken)
        else:
            intake.there[book.register.listing.entries[same].path] = one
            _amend(book, same, one, joined, intake)
            one.outcome, one.of = "known", same
    return intake


def identity_of(agreement: Agreement) -> Identity:
    """What tells an agreement of the register apart; without days that an amendment has changed."""
    term = agreement.term
    return identity(
        agreement.title,
        [one.name for one in agreement.parties if not one.ours],
        [number for one in agreement.parties for number in one.number],
        term.starts if term else None,
        None if term is None or agreement.amendments else term.ends,
    )


def identity_of_row(read: RowRead) -> Identity:
    """What tells the agreement of a row apart."""
    ends = None if read.addenda else read.ends
    return identity(read.title, [one.name for one in read.partners], read.numbers, read.starts, ends)


def _new(book: Book, one: Judged, joined: Sequence[Judged], today: date, intake: Intake, taken: set[str]) -> None:
    content = content_of_row(one.read, today, book.office.last_day)  # type: ignore[arg-type]  # the model checked it
    if one.read.doubts:
        one.outcome = "doubt"
    year = _year(one.read, today)
    keys = [party["key"] for party in content["parties"] if "ours" not in party]
    named = content["title"] if one.read.has_title else content.get("instrument", "")
    id_ = free_id(make_id(year, keys, named), taken)
    path = folder_for(book, year) / f"{id_}.yaml"
    made = _file(book, path, content)
    if isinstance(made, Message):
        for each in (one, *joined):
            each.refuse(made)
        return
    taken.add(id_)
    intake.ids[one.read.row] = id_
    intake.changes.append(made)


def _year(read: RowRead, today: date) -> int:
    return (read.starts or read.ends or (date(read.year, 1, 1) if read.year else today)).year


def _file(book: Book, path: Path, content: dict[str, Any]) -> FileChange | Message:
    """The file of `content`, proven to read back; where it does not, why."""
    try:
        text = new_text(book.register, path, content)
    except CannotSplice as error:
        return error.message
    reading = understand(text.encode("utf-8"), book.register.relative(path))
    return reading.errors[0].message if reading.errors else FileChange(path, None, text.encode("utf-8"))


def _amend(book: Book, id_: str, one: Judged, joined: Sequence[Judged], intake: Intake) -> None:
    """Add to an agreement of the register the addenda that joined its row since it was taken in.

    One that cannot be added is refused, alone and with its reason.
    """
    before = book.reading(book.register.listing.entries[id_])
    agreement = understood(before)
    after, number = before, max((each.no for each in agreement.amendments), default=0)
    for addendum in joined:
        if _has(agreement, addendum.read):
            addendum.outcome, addendum.of = "known", id_
            continue
        try:
            after = _amended(after, addendum.read, number + 1, one.read)
            number += 1
        except PksError as error:
            addendum.refuse(error.message)
    if after is not before:
        intake.amended.append(id_)
        entry = book.register.listing.entries[id_]
        intake.changes.append(FileChange(entry.path, before.content, after.content))


def _amended(reading: Reading[Agreement], addendum: RowRead, number: int, parent: RowRead) -> Reading[Agreement]:
    """The file with `addendum` as amendment `number`, proven to be understood.

    Raises:
        CannotSplice, UsageError: it cannot be.
    """
    term = understood(reading).term
    ends = term.ends if term else None
    edits: list[Edit] = [Append(("amendments",), amendment_of(addendum, number, parent, ends))]
    if addendum.ends is not None and addendum.ends != ends:
        edits += [Put(("term", "ends"), addendum.ends.isoformat()), Drop(("term", "length"))]
    return edited(reading, edits)


def _has(agreement: Agreement, addendum: RowRead) -> bool:
    """Whether the agreement has an amendment with the numbers of `addendum`, or its start where it has none."""
    numbers = set(addendum.numbers)
    for one in agreement.amendments:
        stated = {number for text in one.numbers.values() for number in text.split("; ")}
        if (numbers and numbers <= stated) or (not numbers and one.starts == addendum.starts):
            return True
    return False
