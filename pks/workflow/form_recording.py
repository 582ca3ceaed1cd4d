"""Record a form that came back: looked at whole before anything is written, then all of it in one commit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple

from pks.domain.model.agreement import Agreement
from pks.errors import Finding, InvalidError, RefusedError
from pks.inputs.form_reading import FilledForm, FilledRow
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry, stem_of
from pks.store.text.splice import Change
from pks.tables.forms import Recorded
from pks.workflow.form_answers import weigh_answer
from pks.workflow.form_weighing import (
    Side,
    Unfit,
    UnfitError,
    Weigh,
    Weighed,
    Weighing,
    weigh_evaluation,
    weigh_indicator,
    weigh_report,
)
from pks.workflow.record import Recorded as Written
from pks.workflow.record import record
from pks.workflow.save import Options

_WEIGH: Final[Mapping[str, Weigh]] = {
    "report": weigh_report,
    "corrections": weigh_answer,
    "evaluation": weigh_evaluation,
}


class Looked(NamedTuple):
    """What a form would change, what of it cannot be recorded, and the agreements that would be written to."""

    recorded: tuple[Recorded, ...]
    unfit: tuple[Unfit, ...]
    entries: tuple[Entry, ...]


def look(book: Book, form: FilledForm, how: Weighing) -> Looked:
    """What `form` would change as the register stands now."""
    recorded: list[Recorded] = []
    unfit: list[Unfit] = []
    entries: list[Entry] = []
    twins = book.register.listing.twins
    for id_, rows in _by_id(form).items():
        entry = book.register.listing.entries.get(id_)
        if entry is None or id_ in twins:
            unfit += [Unfit(row.place, _not_there(book, row) if entry is None else _twin(id_)) for row in rows]
            continue
        try:
            agreement = book.agreement(entry)
        except InvalidError as error:
            unfit += [Unfit(row.place, _broken(error)) for row in rows]
            continue
        weighed, against = _weighed(Side(id_, agreement, form, how), rows)
        recorded += [one for each in weighed for one in each.recorded]
        unfit += against
        entries += [entry] if any(each.changes for each in weighed) else []
    return Looked(tuple(recorded), tuple(unfit), tuple(entries))


def record_form(book: Book, form: FilledForm, looked: Looked, how: Weighing, options: Options) -> Written:
    """Record what `looked` found, as the files stand under the lock; what cannot be recorded is left out.

    Raises:
        RefusedError: what could be recorded when it was looked at cannot any more; nothing was written.
        InvalidError: a file cannot be understood any more; nothing was written.
    """
    rows, known = _by_id(form), set(looked.unfit)

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        id_ = stem_of(reading.file)
        weighed, against = _weighed(Side(id_, understood(reading), form, how), rows[id_])
        news = [one.message for one in against if one not in known]
        if news:
            raise RefusedError(Message("form.changed-meanwhile", id=id_), details=tuple(news))
        return [change for one in weighed for change in one.changes]

    return record(book, looked.entries, plan, lambda ids: _summary(form, ids), options)


def _by_id(form: FilledForm) -> dict[str, list[FilledRow]]:
    """The rows that say anything, or cannot be read, by the id in them."""
    found: dict[str, list[FilledRow]] = {}
    for row in form.rows:
        if row.said or row.unread:
            found.setdefault(row.address[0].lower(), []).append(row)
    return found


def _weighed(side: Side, rows: Sequence[FilledRow]) -> tuple[list[Weighed], list[Unfit]]:
    """What each row comes to, and why others come to nothing."""
    weighed, unfit = [], []
    first: dict[tuple[str, ...], FilledRow] = {}
    for row in rows:
        address = (*(one.casefold() for one in row.address), *sorted(row.places))
        twin = first.setdefault(address, row)
        if row.unread:
            unfit += [Unfit(place, reason) for place, reason in row.unread]
        elif row.sent is None:
            unfit.append(Unfit(row.place, Message("form.not-sent")))
        elif twin is not row:
            if twin.said != row.said:
                unfit.append(Unfit(row.place, Message("form.twice", sheet=twin.place.sheet, cell=twin.place.cell)))
        else:
            try:
                weighed.append(_one(side, row))
            except UnfitError as error:
                unfit.append(error.unfit)
    return weighed, unfit


def _one(side: Side, row: FilledRow) -> Weighed:
    weigh = weigh_indicator if "indicator" in row.places else _WEIGH[side.form.kind]
    return weigh(side, row)


def _not_there(book: Book, row: FilledRow) -> Message:
    id_ = row.address[0]
    if not id_:
        return Message("form.no-id")
    known = list(book.register.listing.entries)
    near = [one for one in known if id_.lower() in one or one in id_.lower()][:3]
    near = near or get_close_matches(id_.lower(), known, n=3, cutoff=0.6)
    return Message("form.no-agreement.near", id=id_, near=near) if near else Message("form.no-agreement", id=id_)


def _twin(id_: str) -> Message:
    return Message("write.twin", id=id_)


def _broken(error: InvalidError) -> Message:
    """That a file cannot be understood, and where."""
    first = next((one for one in error.details if isinstance(one, Finding)), None)
    if first is None or first.line is None:
        return error.message
    return Message("form.broken", file=first.file, line=first.line, column=first.column, reason=first.message)


def _summary(form: FilledForm, ids: Sequence[str]) -> str:
    parties = sorted({row.party for row in form.rows if row.party})
    about = form.period.name if form.period else f"by {parties[0]}" if len(parties) == 1 else ""
    what = f"form {form.kind} {about}".strip()
    return f"{ids[0]}: {what}" if len(ids) == 1 else f"{what}: {len(ids)} agreements"
