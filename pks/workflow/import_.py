"""Take a proposal into the register: what is not there yet becomes files, all of them in one commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import FileLayout, agreement_shape
from pks.inputs.register.content import amendment_of, content_of_row, in_order
from pks.inputs.register.identity import Identity, Known, identity
from pks.inputs.register.proposal import Judged, Proposal
from pks.inputs.register.row import RowRead
from pks.message import Message
from pks.store.book import Book
from pks.store.ids import free_id, make_id
from pks.store.new_text import new_text
from pks.store.reading import understand
from pks.store.text.splice import Append, CannotSplice, Drop, Put, apply
from pks.store.text.splice import Change as Edit
from pks.workflow.new import folder_for
from pks.workflow.save import FileChange, Options, save, writing

Progress = Callable[[Sequence[Judged]], Iterable[Judged]]


@dataclass
class Intake:
    """What an import would do: the files to write, and the ids they are for by the row of the file they come from."""

    changes: list[FileChange] = field(default_factory=list)
    ids: dict[int, str] = field(default_factory=dict)
    amended: list[str] = field(default_factory=list)


def take_in(  # noqa: PLR0913  # what is written, how, and who is told of it
    book: Book, proposal: Proposal, today: date, options: Options, *, source: str, beside: Sequence[FileChange] = (),
    progress: Progress = iter,
) -> tuple[Intake, str | None]:  # fmt: skip
    """Write a file for each agreement of `proposal` that the register lacks; give what was written, and the diff.

    `source` names the file in the commit; `beside` are further files of the same commit.
    Raises as `pks.workflow.save.save`.
    """
    with writing(book, options):
        intake = intake_of(book, proposal, today, progress=progress)
        if not intake.changes:
            return intake, "" if options.dry_run else None
        parts = [f"{len(intake.ids)} agreements"] if intake.ids else []
        parts += [f"{len(intake.amended)} amended"] if intake.amended else []
        return intake, save(book, [*intake.changes, *beside], f"import {source}: {', '.join(parts)}", options)


def intake_of(book: Book, proposal: Proposal, today: date, *, progress: Progress = iter) -> Intake:
    """What taking in `proposal` would write; what the register has is marked in `proposal` as known.

    Also adds to the rows what only the day and the register bring to light.
    """
    known: Known[str] = Known([(id_, identity_of(one)) for id_, one in book.agreements.items()])
    intake, taken = Intake(), set(book.register.listing.entries)
    by_row = {one.read.row: one for one in proposal.judged}
    for one in progress([one for one in proposal.judged if one.outcome in {"ready", "doubt"}]):
        own = one.read.texts.get("id", "")
        same = own if own in book.agreements else known.same_as(identity_of_row(one.read))
        if same is None:
            _new(book, one, today, intake, taken)
        else:
            _amend(book, same, one, intake)
            one.outcome, one.of = "known", same
        for addendum in one.read.addenda:
            if same is not None and same not in intake.amended:
                by_row[addendum.row].outcome, by_row[addendum.row].of = "known", same
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


def _new(book: Book, one: Judged, today: date, intake: Intake, taken: set[str]) -> None:
    content = content_of_row(one.read, today, book.office.last_day)  # type: ignore[arg-type]  # the model checked it
    if one.read.doubts:
        one.outcome = "doubt"
    year = (one.read.starts or one.read.ends or (date(one.read.year, 1, 1) if one.read.year else today)).year
    keys = [party["key"] for party in content["parties"] if "ours" not in party]
    named = content["title"] if one.read.has_title else content.get("instrument", "")
    id_ = free_id(make_id(year, keys, named), taken)
    path = folder_for(book, year) / f"{id_}.yaml"
    made = _file(book, path, content)
    if isinstance(made, Message):
        one.outcome, one.read.refusal = "refused", made
        return
    taken.add(id_)
    intake.ids[one.read.row] = id_
    intake.changes.append(made)


def _file(book: Book, path: Path, content: dict[str, Any]) -> FileChange | Message:
    """The file of `content`, proven to read back; where it does not, why."""
    try:
        text = new_text(book.register, path, content)
    except CannotSplice as error:
        return error.message
    reading = understand(text.encode("utf-8"), book.register.relative(path))
    return reading.errors[0].message if reading.errors else FileChange(path, None, text.encode("utf-8"))


def _amend(book: Book, id_: str, one: Judged, intake: Intake) -> None:
    """Add to an agreement of the register the addenda that joined its row since it was taken in."""
    agreement, reading = book.agreements[id_], book.readings[id_]
    fresh = [addendum for addendum in in_order(one.read) if not _has(agreement, addendum)]
    if not fresh or reading.text is None:
        return
    edits = list(_amendments(agreement, one.read, fresh))
    text = apply(reading.text, edits, FileLayout(agreement_shape()))
    intake.amended.append(id_)
    entry = book.register.listing.entries[id_]
    intake.changes.append(FileChange(entry.path, reading.content, text.encode("utf-8")))


def _amendments(agreement: Agreement, parent: RowRead, fresh: Sequence[RowRead]) -> Iterator[Edit]:
    number = max((one.no for one in agreement.amendments), default=0)
    ends = before = agreement.term.ends if agreement.term else None
    for addendum in fresh:
        number += 1
        yield Append(("amendments",), amendment_of(addendum, number, parent, ends))
        ends = addendum.ends or ends
    if ends is not None and ends != before:
        yield Put(("term", "ends"), ends.isoformat())
        yield Drop(("term", "length"))


def _has(agreement: Agreement, addendum: RowRead) -> bool:
    """Whether the agreement has an amendment with the numbers of `addendum`, or its start where it has none."""
    numbers = set(addendum.numbers)
    for one in agreement.amendments:
        stated = {number for text in one.numbers.values() for number in text.split("; ")}
        if (numbers and numbers <= stated) or (not numbers and one.starts == addendum.starts):
            return True
    return False


def kept_map(path: Path, text: str) -> list[FileChange]:
    """The map to keep beside the files, where none is kept yet."""
    return [] if path.exists() else [FileChange(path, None, text.encode("utf-8"))]
