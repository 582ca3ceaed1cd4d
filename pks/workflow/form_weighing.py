"""A row of a form against the agreement as it stands: what it changes, and why it cannot where it cannot.

Three texts decide each cell: what the register said when the form was sent, what the cell says, what the register
says now. Only a cell that somebody changed says anything, and it never takes the place of a text that is newer
than the form, unless that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final, NamedTuple

from pks.domain.compared import folded
from pks.domain.forms import as_text, fingerprint
from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Evaluation, Indicator, Report
from pks.domain.model.running import Reading as Measured
from pks.domain.terms import Period
from pks.domain.vocabulary import RECOMMENDATIONS
from pks.errors import RefusedError
from pks.inputs.form_reading import FilledForm, FilledRow, Place
from pks.message import Message
from pks.store.text.splice import Append, Change, Put
from pks.tables.forms import Recorded, as_number
from pks.tables.table import Cell
from pks.workflow.entries import in_order
from pks.workflow.report import place_of, stated

_SHOWN: Final = 80


class Unfit(NamedTuple):
    """Why something of a row cannot be recorded, and in which cell that stands."""

    place: Place
    reason: Message

    @property
    def message(self) -> Message:
        """Both in one sentence."""
        column = Message(f"form.column.{self.place.column}")
        return Message("form.unfit", sheet=self.place.sheet, cell=self.place.cell, column=column, reason=self.reason)


class UnfitError(Exception):
    """A row cannot be recorded as it stands."""

    def __init__(self, place: Place, reason: Message) -> None:
        """Say which cell it is for, and why."""
        super().__init__(reason.key)
        self.unfit = Unfit(place, reason)


@dataclass(frozen=True)
class Weighing:
    """How rows are judged: the day of what was written without one, and whether newer texts are replaced."""

    day: date
    replace: bool = False


class Weighed(NamedTuple):
    """What one row comes to: the edits of the file, and the same for a person."""

    changes: tuple[Change, ...] = ()
    recorded: tuple[Recorded, ...] = ()


@dataclass(frozen=True)
class Side:
    """One agreement, the form and how it is judged: what every row of that agreement is weighed against."""

    id: str
    agreement: Agreement
    form: FilledForm
    how: Weighing


def differs(row: FilledRow, key: str, now: str, how: Weighing) -> bool:
    """Whether what `row` says under `key` is to be written, where the register says `now`.

    Raises:
        UnfitError: the register has said something else since the form was sent.
    """
    said = row.said.get(key)
    if said is None or fingerprint(said) == fingerprint(now):
        return False
    sent = row.sent or {}
    if fingerprint(now) == sent.get(key, "") or how.replace:
        return True
    if not now:
        raise UnfitError(row.places[key], Message("form.both-gone", said=shortened(said)))
    raise UnfitError(row.places[key], Message("form.both", said=shortened(said), now=shortened(now)))


def shortened(text: str) -> str:
    """The beginning of a long text."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def weigh_report(side: Side, row: FilledRow) -> Weighed:
    """What was done in the period, as the report of that period."""
    period = _period(side)
    try:
        at, report = place_of(side.id, side.agreement, period)
    except RefusedError as error:
        raise UnfitError(row.place, error.message) from None
    now = {key: "" if report is None else stated(report, key) for key in row.said}
    new = {key: text for key, text in row.said.items() if differs(row, key, now[key], side.how)}
    recorded = tuple(
        Recorded(side.id, Message(f"form.column.{key}"), now[key] or None, text) for key, text in new.items()
    )
    if report is None:
        item = in_order(Report, {"period": period.name, **new})
        return Weighed((Append(("reports",), item),) if new else (), recorded)
    return Weighed(tuple(Put(("reports", at, key), text) for key, text in new.items()), recorded)


def weigh_indicator(side: Side, row: FilledRow) -> Weighed:
    """A value of the period, as a reading of the indicator."""
    period = _period(side)
    at, one = _indicator(side.agreement, row)
    found = [place for place, read in enumerate(one.readings) if read.period.name == period.name]
    if len(found) > 1:
        raise UnfitError(row.place, Message("form.read-twice", name=one.name, period=period.name))
    now = as_text(as_number(one.readings[found[0]].value)) if found else ""
    if not differs(row, "value", now, side.how):
        return Weighed()
    value, path = row.said["value"], ("indicators", at, "readings")
    recorded = Recorded(side.id, Message("form.what.indicator", name=one.name), now or None, value)
    if found:
        return Weighed((Put((*path, found[0], "value"), value),), (recorded,))
    return Weighed((Append(path, in_order(Measured, {"period": period.name, "value": value})),), (recorded,))


def weigh_evaluation(side: Side, row: FilledRow) -> Weighed:
    """A new evaluation, or what one of the same day does not say yet.

    One without a day is of the day on which it is read; it is the same as one that was recorded since the form
    was sent and says the same.
    """
    if "recommendation" not in row.said:
        raise UnfitError(row.places["recommendation"], Message("form.no-recommendation"))
    known = side.agreement.evaluations
    if "date" not in row.said and any(_is_same(one, row.said, side.form.day) for one in known):
        return Weighed()
    day = row.said.get("date", side.how.day.isoformat())
    found = [at for at, one in enumerate(known) if one.date and one.date.isoformat() == day]
    if len(found) > 1:
        raise UnfitError(row.place, Message("form.evaluated-twice", day=day))
    said = {key: text for key, text in row.said.items() if key != "date"}
    now = {key: as_text(_held(known[found[0]], key)) if found else "" for key in said}
    new = {key: text for key, text in said.items() if differs(row, key, now[key], side.how)}
    recorded = tuple(
        Recorded(side.id, Message("form.what.evaluation", day=day, column=Message(f"form.column.{key}")),
                 _choice(now[key]), _choice(text))
        for key, text in new.items()
    )  # fmt: skip
    if not found:
        return Weighed((Append(("evaluations",), in_order(Evaluation, {"date": day, **new})),), recorded)
    return Weighed(tuple(Put(("evaluations", found[0], key), text) for key, text in new.items()), recorded)


def _period(side: Side) -> Period:
    assert side.form.period is not None  # noqa: S101  # a form for reports without one is not read
    return side.form.period


def _indicator(agreement: Agreement, row: FilledRow) -> tuple[int, Indicator]:
    """The indicator that the row is about, and its position."""
    name = row.address[1]
    names = [folded(one.name) for one in agreement.indicators]
    found = [at for at, one in enumerate(names) if one == folded(name)]
    if len(found) > 1:
        raise UnfitError(row.places["indicator"], Message("form.several-indicators", name=name))
    if found:
        return found[0], agreement.indicators[found[0]]
    near = get_close_matches(folded(name), names, n=1, cutoff=0.5)
    key = "form.no-indicator.near" if near else "form.no-indicator"
    values = {"near": agreement.indicators[names.index(near[0])].name} if near else {}
    raise UnfitError(row.places["indicator"], Message(key, name=name, **values))


def _is_same(one: Evaluation, said: Mapping[str, str], since: date) -> bool:
    """Whether an evaluation of the day `since` or later says all that was said."""
    if one.date is None or one.date < since:
        return False
    return all(fingerprint(as_text(_held(one, key))) == fingerprint(text) for key, text in said.items())


def _held(one: Evaluation, key: str) -> object:
    return as_number(one.score) if key == "score" else getattr(one, key)


def _choice(text: str) -> Cell:
    return Message(f"form.choice.{text}") if text in RECOMMENDATIONS else text or None


Weigh = Callable[[Side, FilledRow], Weighed]
