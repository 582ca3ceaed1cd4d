"""Write what was done in a period into an agreement's report; what a person wrote there never vanishes unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Report
from pks.domain.terms import Period
from pks.errors import RefusedError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.splice import Append, Change
from pks.workflow.entries import in_order, updates
from pks.workflow.record import record
from pks.workflow.save import Options


class Telling(NamedTuple):
    """What is said of a period: texts by key of the format, none of them empty, each a value of its key.

    What a report says otherwise already is only replaced with `replace`, or where it still says what
    `seen` holds: whoever gave the new text had it before their eyes.
    """

    period: Period
    texts: Mapping[str, str]
    replace: bool = False
    seen: Mapping[str, str] = {}


class Told(NamedTuple):
    """What became of it: what was replaced, in words, whether anything changed, a dry run's diff."""

    replaced: tuple[Message, ...]
    changed: bool
    diff: str | None


def add_report(book: Book, entry: Entry, telling: Telling, options: Options) -> Told:
    """Write `telling` into the report of its period, which is made where there is none.

    Raises:
        InvalidError: the file cannot be understood.
        RefusedError: the report says something else already.
    """
    replaced: tuple[Message, ...] = ()

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        nonlocal replaced
        at, report = place_of(entry.id, understood(reading), telling.period)
        if report is None:
            return [Append(("reports",), in_order(Report, {"period": telling.period.name, **telling.texts}))]
        changes = updates(("reports", at), report, telling.texts)
        others = [key for key in (str(one.path[-1]) for one in changes) if stated(report, key)]
        _check_replaced(entry.id, report, telling, others)
        values = ({"key": key, "old": stated(report, key), "new": telling.texts[key]} for key in others)
        replaced = tuple(Message("reporting.replaced", **one) for one in values)
        return changes

    done = record(book, [entry], plan, lambda _: f"{entry.id}: report {telling.period.name}", options)
    return Told(replaced, bool(done.changed), done.diff)


def place_of(id_: str, agreement: Agreement, period: Period) -> tuple[int, Report | None]:
    """Where the report of `period` stands in the list, from 0, and the report; None where there is none yet.

    Raises:
        RefusedError: when there are several of that period.
    """
    found = [(at, one) for at, one in enumerate(agreement.reports) if one.period.name == period.name]
    if len(found) > 1:
        raise RefusedError(Message("reporting.twice", id=id_, period=period.name))
    return found[0] if found else (len(agreement.reports), None)


def stated(report: Report, key: str) -> str:
    """What `report` holds under `key`, as text; empty where it is not stated."""
    value = getattr(report, key)
    return "" if value is None else str(value)


def _check_replaced(id_: str, report: Report, telling: Telling, keys: Sequence[str]) -> None:
    """Refuse to replace what the person who gave the new text has not seen."""
    kept = [key for key in keys if stated(report, key) != telling.seen.get(key)]
    if telling.replace or not kept:
        return
    lines = [Message("reporting.replaced", key=key, old=stated(report, key), new=telling.texts[key]) for key in kept]
    message = Message("reporting.says-otherwise", id=id_, period=telling.period.name)
    raise RefusedError(message, details=tuple(lines))
