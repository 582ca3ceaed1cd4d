"""Record one reading of an indicator; the same period again is corrected, an unknown name begins a new one."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, NamedTuple

from pks.domain.compared import folded
from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Indicator
from pks.domain.model.running import Reading as Measured
from pks.domain.terms import Period
from pks.errors import RefusedError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.nodes import Data
from pks.store.text.splice import Append, Change, Put
from pks.workflow.entries import in_order, only_one, updates
from pks.workflow.record import record
from pks.workflow.save import Options

_LIST: Final = "indicators"
_ALIKE: Final = 0.8  # two names of which so much is the same are probably meant to be one


@dataclass(frozen=True)
class Measurement:
    """What was measured: the indicator's name, the value as the text of a number, when, in which unit, a remark."""

    name: str
    value: str
    period: Period
    unit: str | None = None
    note: str | None = None


class MeasuredNow(NamedTuple):
    """What became of it: the name and unit as the file has them now, and whether anything changed.

    `new` says that the indicator is, `near` names another one that is nearly called the same, `old` is the
    value that the period had.
    """

    name: str
    unit: str | None
    new: bool
    near: str | None
    old: float | None
    changed: bool
    diff: str | None


def measure(book: Book, entry: Entry, said: Measurement, options: Options) -> MeasuredNow:
    """Record `said` in `entry`'s file.

    Raises:
        InvalidError: the file cannot be understood.
        RefusedError: the indicator has another unit, the name or the period means several, or the edit
            cannot be proven.
    """
    now = MeasuredNow(said.name, said.unit, new=True, near=None, old=None, changed=False, diff=None)

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        nonlocal now
        indicators = understood(reading).indicators
        at = _named(entry.id, indicators, said.name)
        if at is None:
            now = now._replace(near=_near(said.name, indicators))
            return [Append((_LIST,), _new(said))]
        indicator = indicators[at]
        _check_unit(entry.id, indicator, said.unit)
        place = _read_in(entry.id, indicator, said.period)
        old = None if place is None else indicator.readings[place].value
        now = now._replace(name=indicator.name, unit=indicator.unit or said.unit, new=False, old=old)
        return [*_unit(at, indicator, said), *_reading(at, indicator, place, said)]

    summary = f"{entry.id}: measured {said.period.name}"
    done = record(book, [entry], plan, lambda _: summary, options)
    return now._replace(changed=bool(done.changed), diff=done.diff)


def _named(id_: str, indicators: Sequence[Indicator], name: str) -> int | None:
    """The indicator called exactly so, else the one that is but for case and space."""
    exact = [at for at, one in enumerate(indicators) if one.name == name]
    found = exact or [at for at, one in enumerate(indicators) if folded(one.name) == folded(name)]
    if len(found) > 1:
        names = [f"`{indicators[at].name}`" for at in found]
        raise RefusedError(Message("measure.several-names", id=id_, name=name, names=names))
    return found[0] if found else None


def _near(name: str, indicators: Sequence[Indicator]) -> str | None:
    known = {folded(one.name): one.name for one in indicators}
    close = get_close_matches(folded(name), known, n=1, cutoff=_ALIKE)
    return known[close[0]] if close else None


def _check_unit(id_: str, indicator: Indicator, unit: str | None) -> None:
    """Refuse another unit: all earlier readings would mean something else."""
    if unit is None or indicator.unit is None or folded(unit) == folded(indicator.unit):
        return
    assignment = shlex.quote(f"{_address(indicator)}.unit={unit}")
    message = Message("measure.other-unit", id=id_, name=indicator.name, unit=indicator.unit, assignment=assignment)
    raise RefusedError(message)


def _address(indicator: Indicator) -> str:
    """How `pks set` addresses the indicator: a name that would be taken apart is quoted."""
    is_plain = not set(indicator.name) & set(".=")
    return f"{_LIST}.{indicator.name}" if is_plain else f'{_LIST}."{indicator.name}"'


def _read_in(id_: str, indicator: Indicator, period: Period) -> int | None:
    found = [at for at, one in enumerate(indicator.readings) if one.period == period]
    return only_one(found, id_, f"{_address(indicator)}.readings", period)


def _values(said: Measurement) -> dict[str, str]:
    return {"value": said.value} | ({"note": said.note} if said.note else {})


def _entry(said: Measurement) -> Data:
    return in_order(Measured, {"period": said.period.name, **_values(said)})


def _new(said: Measurement) -> Data:
    unit: dict[str, Data] = {"unit": said.unit} if said.unit else {}
    return {"name": said.name, **unit, "readings": [_entry(said)]}


def _unit(at: int, indicator: Indicator, said: Measurement) -> Iterator[Change]:
    if indicator.unit is None and said.unit is not None:
        yield Put((_LIST, at, "unit"), said.unit)


def _reading(at: int, indicator: Indicator, place: int | None, said: Measurement) -> list[Change]:
    path = (_LIST, at, "readings")
    if place is None:
        return [Append(path, _entry(said))]
    return updates((*path, place), indicator.readings[place], _values(said))
