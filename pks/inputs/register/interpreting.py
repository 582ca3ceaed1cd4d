"""The cells of one row by what their columns mean: read where that is sure, else kept as text with a doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from pks.domain.rules.privacy import found_in
from pks.domain.terms import LastDay
from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell
from pks.inputs.register.columns import Column, counts_parties
from pks.inputs.register.days import Figures, plain, read_day, read_range
from pks.inputs.register.lengths import read_length
from pks.inputs.register.order import Ballot
from pks.inputs.register.parties import (
    Ours,
    PartyRead,
    is_incomplete,
    is_name,
    shared_out,
    split_cell,
    split_numbers,
    words_of,
)
from pks.inputs.register.row import RowRead
from pks.inputs.register.settling import settle_rest, settle_term, settle_title
from pks.inputs.register.words import (
    STATUSES,
    body_of,
    event_of,
    instrument_of,
    is_nothing,
)
from pks.message import Message

_ADDRESS: Final = re.compile(r"https?://\S+")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_TEXTS: Final = frozenset({"lead", "scope", "location", "purpose", "register", "id"})


@dataclass(frozen=True)
class Plan:
    """How the rows are read: the columns, the order of each column of days by its name, and what else was decided.

    `unit` is that of lengths without one; `first_is_ours` whose the first is where two columns are of either party
    and a row does not tell; `statuses` are words of the register and what they mean.
    """

    columns: tuple[Column, ...]
    ballots: Mapping[str, Ballot]
    ours: Ours
    unit: str | None = None
    first_is_ours: bool = True
    last_day: LastDay = "eve"
    statuses: Mapping[str, str] = field(default_factory=lambda: STATUSES)


def interpret(number: int, cells: Sequence[Cell], plan: Plan) -> RowRead:
    """What the row `number` of the file says."""
    read = RowRead(number)
    stated = [(column, cells[column.place]) for column in plan.columns]
    said = [(column, cell) for column, cell in stated if not is_nothing(text_of(cell))]
    _read_parties(read, said, plan)
    for column, cell in said:
        reader = _READERS.get(column.meaning)
        if reader is not None:
            reader(read, column, cell, plan)
    settle_title(read)
    settle_term(read, plan.last_day)
    settle_rest(read, plan.columns)
    return read


def groups_of(columns: Sequence[Column]) -> list[list[Column]]:
    """The columns of either party, in the groups that go together: a new one begins where a meaning comes again."""
    groups: list[list[Column]] = []
    for column in columns:
        if column.owner == "either":
            if not groups or column.meaning in {one.meaning for one in groups[-1]}:
                groups.append([])
            groups[-1].append(column)
    return groups


def favours_ours(cells: Sequence[Cell], group: Sequence[Column], partners: Sequence[str], ours: Ours) -> int:
    """Whether the cells of a group name the register's own party (more than 0) or a partner (less), by their words."""
    text = " ".join(text_of(cells[column.place]) for column in group)
    known = {word for name in partners for word in words_of(name)}
    return int(ours.shares(text)) - int(bool(known & words_of(text)))


def partner_names(cells: Sequence[Cell], columns: Sequence[Column]) -> list[str]:
    """The partners that a row names."""
    names = [split_cell(text_of(cells[one.place])) for one in columns if one.meaning == "party" and cells[one.place]]
    return [name for some in names for name in some if is_name(name)]


def _read_parties(read: RowRead, said: Sequence[tuple[Column, Cell]], plan: Plan) -> None:
    """The partners by their columns, then the register's own party, then the numbers and signatories of each."""
    by_slot: dict[str, list[PartyRead]] = {}
    for column, cell in said:
        if column.meaning != "party":
            continue
        for name in split_cell(text_of(cell)):
            if not is_name(name):
                read.keep_unread(column.name, name, Message("importing.party-unread", column=column.name, text=name))
            else:
                by_slot.setdefault(column.owner, []).append(PartyRead(name, ours=plan.ours.is_meant_by(name)))
    read.parties = [party for slot in sorted(by_slot) for party in by_slot[slot]]
    if plan.ours.name and not any(one.ours for one in read.parties):
        if counts_parties(plan.columns):
            read.doubts.append(Message("importing.ours-added", ours=plan.ours.name))
        read.parties.append(PartyRead(plan.ours.name, ours=True))
    whose = _whose(said, [one.name for one in read.partners], plan)
    for column, cell in said:
        if column.meaning in {"number", "signatory"}:
            owner = whose.get(column.place, column.owner)
            of_owner = [one for one in read.parties if one.ours] if owner == "ours" else by_slot.get(owner, [])
            _give(read, column, cell, of_owner or read.partners or read.parties)


def _whose(said: Sequence[tuple[Column, Cell]], partners: Sequence[str], plan: Plan) -> dict[int, str]:
    """The owner of each column of either party, by its place, as the cells of this row tell."""
    groups = groups_of(plan.columns)
    if not groups:
        return {}
    cells: dict[int, Cell] = {column.place: cell for column, cell in said}
    width = max(column.place for column in plan.columns) + 1
    row = [cells.get(place) for place in range(width)]
    scores = [favours_ours(row, group, partners, plan.ours) for group in groups]
    ours = scores.index(max(scores))
    if scores.count(max(scores)) > 1:
        ours = 0 if plan.first_is_ours else len(groups) - 1
    others = [number for number in range(len(groups)) if number != ours]
    slots = {ours: "ours"} | {number: str(slot) for slot, number in enumerate(others, 1)}
    return {column.place: slots[number] for number, group in enumerate(groups) for column in group}


def _give(read: RowRead, column: Column, cell: Cell, parties: Sequence[PartyRead]) -> None:
    """Give the numbers, or the offices of signatories, of one cell to the parties they are of."""
    text = text_of(cell)
    parts = split_numbers(text) if column.meaning == "number" else split_cell(text)
    good = [" ".join(part.split()) for part in parts if _is_good(read, column, part)]
    shared = shared_out(parties, good) if len(parties) > 1 else [(parties[0], one) for one in good] if parties else None
    if shared is None and good:
        joined = " | ".join(good)
        read.keep_unread(column.name, joined, Message("importing.not-shared-out", column=column.name, text=joined))
    for party, part in shared or ():
        (party.numbers if column.meaning == "number" else party.offices).append(part)


def _is_good(read: RowRead, column: Column, part: str) -> bool:
    if column.meaning != "number":
        return is_name(part)
    shown = " ".join(part.split())
    if is_incomplete(part):
        read.keep_unread(column.name, shown, Message("importing.number-incomplete", column=column.name, text=shown))
        return False
    if not any(one.isdigit() for one in part):
        read.keep_unread(column.name, shown, Message("importing.number-unread", column=column.name, text=shown))
        return False
    return True


def _title(read: RowRead, column: Column, cell: Cell, _: Plan) -> None:
    words = " ".join(text_of(cell).split())
    if is_name(words):
        read.title = words
    else:
        read.keep_unread(column.name, words, Message("importing.title-unread", column=column.name, text=words))


def _instrument(read: RowRead, column: Column, cell: Cell, _: Plan) -> None:
    read.instrument, read.as_written = instrument_of(text_of(cell))
    if read.instrument is None:
        words = " ".join(text_of(cell).split())
        read.keep_unread(column.name, words, Message("importing.instrument-unread", column=column.name, text=words))


def _kind(read: RowRead, column: Column, cell: Cell, _: Plan) -> None:
    body = body_of(text_of(cell))
    if body is None:
        read.kept[column.name] = text_of(cell)
    for party in read.partners:
        party.body = body


def _status(read: RowRead, column: Column, cell: Cell, plan: Plan) -> None:
    read.status = " ".join(text_of(cell).split())
    read.cells["status"] = column.name, read.status
    read.state = plan.statuses.get(plain(read.status).strip(" ."))
    if read.state is None:
        message = Message("importing.status-unknown", column=column.name, text=read.status)
        read.keep_unread(column.name, read.status, message)


def _year(read: RowRead, column: Column, cell: Cell, _: Plan) -> None:
    found = _YEAR.fullmatch(text_of(cell))
    read.year = int(found[0]) if found else None
    if found is None:
        read.kept[column.name] = text_of(cell)


def _text(read: RowRead, column: Column, cell: Cell, _: Plan) -> None:
    words = text_of(cell)
    read.texts[column.meaning] = words


def _remark(read: RowRead, column: Column, cell: Cell, _: Plan) -> None:
    """A note, an address or both; a column whose cells only repeat its heading says nothing."""
    words = " ".join(text_of(cell).split())
    for address in _ADDRESS.findall(words):
        read.links.append(address)
        words = words.replace(address, "").strip(" ,;")
    if not words or plain(words) in plain(column.name):
        return
    if found_in(words):
        read.contacts += 1
    elif column.meaning == "keep":
        read.kept[column.name] = words
    else:
        read.notes.append(words)


def _day(read: RowRead, column: Column, cell: Cell, plan: Plan) -> None:
    span = read_range(cell) if column.meaning != "signed" else None
    if span is not None:
        for meaning, side in zip(("starts", "ends"), span, strict=True):
            _set_day(read, meaning, column, cell, _decided(read, column, cell, plan, side))
        return
    found = read_day(cell)
    if found is not None:
        _set_day(read, column.meaning, column, cell, _decided(read, column, cell, plan, found))
        return
    event = event_of(text_of(cell)) if column.meaning == "ends" else None
    if event is not None:
        read.until = event
    else:
        words = " ".join(text_of(cell).split())
        read.keep_unread(column.name, words, Message("importing.day-unread", column=column.name, text=words))


def _set_day(read: RowRead, meaning: str, column: Column, cell: Cell, day: date | None) -> None:
    if day is not None:
        setattr(read, meaning, day)
        read.cells[meaning] = column.name, " ".join(text_of(cell).split())


def _decided(read: RowRead, column: Column, cell: Cell, plan: Plan, found: date | Figures) -> date | None:
    ballot = plan.ballots.get(column.name)
    if isinstance(cell, date) and ballot is not None and ballot.exchanged and cell.day != cell.month:
        message = Message("importing.day-exchanged", column=column.name, day=cell)
        read.keep_unread(column.name, text_of(cell), message)
        return None
    day = found if isinstance(found, date) else ballot.day(read.row, found) if ballot else None
    if day is None:
        words = " ".join(text_of(cell).split())
        key = "importing.day-open" if ballot is None or ballot.told is None else "importing.day-unread"
        read.keep_unread(column.name, words, Message(key, column=column.name, text=words))
    return day


def _term(read: RowRead, column: Column, cell: Cell, plan: Plan) -> None:
    """A length, a range of days or an event: whatever the column for the term holds in this row."""
    if read_range(cell) is not None:
        _day(read, column, cell, plan)
        return
    read.length = read_length(cell, unit=plan.unit)
    if read.length is None:
        words = " ".join(text_of(cell).split())
        read.until = event_of(words) or read.until
        if event_of(words) is None:
            read.keep_unread(column.name, words, Message("importing.length-unread", column=column.name, text=words))


_READERS: Final[dict[str, Callable[[RowRead, Column, Cell, Plan], None]]] = {
    "title": _title, "instrument": _instrument, "partner-kind": _kind, "status": _status, "year": _year,
    "note": _remark, "link": _remark, "keep": _remark, "starts": _day, "ends": _day, "signed": _day, "term": _term,
    **dict.fromkeys(_TEXTS, _text),
}  # fmt: skip
