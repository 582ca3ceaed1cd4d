"""A row of a form of corrections against the ledger as it stands: the answer of one party to one correction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from pks.domain.forms import as_text
from pks.domain.ledger import OF_ONE_ANSWER, OTHER, against_other, against_raised
from pks.domain.model.procedure import Answer, Correction
from pks.domain.standing.party_keys import keys_of
from pks.inputs.form_reading import FilledRow
from pks.message import Message
from pks.store.text.splice import Change, Drop, Put
from pks.tables.forms import Recorded, answer_cells
from pks.tables.table import Cell
from pks.workflow.entries import in_order
from pks.workflow.form_weighing import Side, UnfitError, Weighed, differs

_TEXTS: Final = ("letter", "counter", "note")


class _Answering(NamedTuple):
    """What was answered before and is now, and the day where it is to be written."""

    before: str
    state: str
    day: date | None

    @property
    def is_turned(self) -> bool:
        """Whether it was the other answer."""
        return self.before == OTHER[self.state]


def weigh_answer(side: Side, row: FilledRow) -> Weighed:
    """The answer, its day, letter, counter-text and note. The other answer takes the place of the one before.

    An answer without a day is of the day on which it is read, and stays as it is where it is there already.
    """
    at, one = _correction(side, row)
    answer = one.answers.get(row.party)
    now = {key: as_text(cell) for key, cell in answer_cells(answer).items()}
    answering = _answering(side, row, now)
    _check_day(side, row, one, answering)
    texts = {key: row.said[key] for key in _TEXTS if differs(row, key, now[key], side.how)}
    if "counter" in texts and answering.state == "accepted":
        raise UnfitError(row.places["counter"], Message("form.counter"))
    new = {answering.state: answering.day.isoformat()} if answering.day else {}
    path = ("corrections", at, "answers", row.party)
    recorded = tuple(_recorded(side.id, one.no, answering, now, texts))
    if answer is None:
        return Weighed((Put(path, in_order(Answer, {**new, **texts})),) if new or texts else (), recorded)
    gone = [key for key in _gone(answer, answering) if key not in texts]
    puts = (Put((*path, key), text) for key, text in {**new, **texts}.items())
    changes: tuple[Change, ...] = (*(Drop((*path, key)) for key in gone), *puts)
    return Weighed(changes, recorded)


def _correction(side: Side, row: FilledRow) -> tuple[int, Correction]:
    """The correction that the row is about, and its position; refused where nobody may answer it any more."""
    found = [(at, one) for at, one in enumerate(side.agreement.corrections) if str(one.no) == row.address[1]]
    if len(found) != 1:
        key = "form.several-corrections" if found else "form.no-correction"
        raise UnfitError(row.places["no"], Message(key, no=row.address[1]))
    if found[0][1].withdrawn is not None:
        raise UnfitError(row.places["no"], Message("correction.is-withdrawn", no=row.address[1]))
    keys = keys_of(side.agreement.parties)
    if row.party not in keys:
        raise UnfitError(row.place, Message("form.no-party", party=row.party, parties=list(keys)))
    return found[0]


def _answering(side: Side, row: FilledRow, now: dict[str, str]) -> _Answering:
    writes = differs(row, "answer", now["answer"], side.how)
    state = row.said["answer"] if writes else now["answer"]
    if not state:
        raise UnfitError(row.places["answer"], Message("form.no-answer"))
    said = row.said.get("date")
    if writes:
        return _Answering(now["answer"], state, date.fromisoformat(said) if said else side.how.day)
    return _Answering(
        now["answer"], state, date.fromisoformat(said) if said and differs(row, "date", now["date"], side.how) else None
    )


def _check_day(side: Side, row: FilledRow, one: Correction, answering: _Answering) -> None:
    """Refuse a day before the correction was raised, or before the other answer."""
    if answering.day is None:
        return
    wrong = against_raised(side.id, one, answering.day) or against_other(
        side.id, one, row.party, answering.state, answering.day
    )
    if wrong is not None:
        raise UnfitError(row.places["date"], wrong)


def _gone(answer: Answer, answering: _Answering) -> Iterator[str]:
    """What goes with an answer that is taken back."""
    if answering.is_turned:
        for key in (answering.before, *OF_ONE_ANSWER):
            if getattr(answer, key) is not None:
                yield key


def _recorded(
    id_: str, no: int, answering: _Answering, now: dict[str, str], texts: dict[str, str]
) -> Iterator[Recorded]:
    if answering.day:
        after = _said(answering.state, answering.day.isoformat())
        what = Message("form.what.correction", no=no, column=Message("form.column.answer"))
        yield Recorded(id_, what, _said(answering.before, now["date"]) if answering.before else None, after)
    for key, text in texts.items():
        what = Message("form.what.correction", no=no, column=Message(f"form.column.{key}"))
        yield Recorded(id_, what, now[key] or None, text)


def _said(state: str, day: str) -> Cell:
    return Message("form.answered", answer=Message(f"form.choice.{state}"), day=day)
