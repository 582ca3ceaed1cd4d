"""How an item of a list begins on the page of its agreement: what it is known by, without the names of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from pks.domain.model.procedure import Attendee, Correction, Document, Meeting
from pks.domain.model.running import Amendment, Change, Evaluation, Indicator, Reading, Report, Task
from pks.message import Label, Message
from pks.tables.table import Cell

_NOTHING: Final = "—"


class Heading(NamedTuple):
    """The cells that stand for the item, the fields they say, and whether they begin with its number.

    The number is the one a command takes. Where `apart`, the other fields have a line each.
    """

    cells: tuple[Cell, ...]
    said: frozenset[str]
    counted: bool = False
    apart: bool = False


def heading_of(value: Any, number: int) -> Heading | None:
    """How `value`, the item `number` of its list counted from 1, begins; None where its fields are simply named."""
    make = _HEADINGS.get(type(value))
    return make(value, number) if make else None


def short_cell(value: Any) -> Cell:
    """A small map inside an item as one cell: who came, a change, a reading; None where it has no such form."""
    match value:
        case Attendee(unit=unit, mode=mode) if unit and mode:
            return Message("show.attendee", unit=unit, mode=Label("mode", mode))
        case Attendee(unit=unit) if unit:
            return unit
        case Change():
            return f"{value.field or _NOTHING}: {_turned(value.from_, value.to)}"
        case Reading(value=number) if number is not None and not value.note:
            return f"{value.period.name}: {number:g}"
    return None


def _correction(one: Correction, _: int) -> Heading:
    words = ": ".join(filter(None, (one.clause, _turned(one.was, one.becomes) if one.was or one.becomes else "")))
    return Heading((f"{one.no}. {words}".rstrip(),), frozenset({"no", "clause", "was", "becomes"}), counted=True)


def _amendment(one: Amendment, _: int) -> Heading:
    return Heading((f"{one.no}. {one.reason or ''}".rstrip(),), frozenset({"no", "reason"}), counted=True)


def _task(one: Task, number: int) -> Heading:
    return Heading((f"{number}. {one.what or ''}".rstrip(),), frozenset({"what"}), counted=True)


def _meeting(one: Meeting, _: int) -> Heading:
    mode = Label("mode", one.mode) if one.mode else None
    outcome = Label("meeting-outcome", one.outcome) if one.outcome else None
    return _stated({"date": one.date, "mode": mode, "place": one.place, "outcome": outcome})


def _document(one: Document, _: int) -> Heading:
    return _stated({"kind": Label("document", one.kind) if one.kind else None, "file": one.file})


def _report(one: Report, _: int) -> Heading:
    return Heading((one.period,), frozenset({"period"}), apart=True)


def _indicator(one: Indicator, _: int) -> Heading:
    return Heading((f"{one.name} ({one.unit})" if one.unit else one.name,), frozenset({"name", "unit"}))


def _evaluation(one: Evaluation, _: int) -> Heading:
    recommendation = Label("recommendation", one.recommendation) if one.recommendation else None
    return _stated({"date": one.date, "recommendation": recommendation})


def _stated(fields: Mapping[str, Cell]) -> Heading:
    return Heading(tuple(cell for cell in fields.values() if cell), frozenset(fields))


def _turned(was: str | None, becomes: str | None) -> str:
    return f"{was or _NOTHING} → {becomes or _NOTHING}"


_HEADINGS: Final[dict[type, Callable[[Any, int], Heading]]] = {
    Amendment: _amendment,
    Correction: _correction,
    Document: _document,
    Evaluation: _evaluation,
    Indicator: _indicator,
    Meeting: _meeting,
    Report: _report,
    Task: _task,
}
