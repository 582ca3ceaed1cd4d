"""Record in one or many agreements that the report of a period was sent to a tier, or arrived there."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pks.domain.compared import folded
from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Report, Sent
from pks.domain.reported import says_something
from pks.domain.terms import Period
from pks.errors import RefusedError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry, stem_of
from pks.store.text.splice import Append, Change, Put
from pks.workflow.record import Recorded, record
from pks.workflow.report import place_of
from pks.workflow.save import Options


class Letter(NamedTuple):
    """A letter that carries reports on `period` to a tier, as the office spells it; `on` None: not said, so today."""

    period: Period
    to: str
    number: str | None = None
    on: date | None = None


class Carried(NamedTuple):
    """What became of it: the ids whose files changed, those whose report says nothing yet, a dry run's diff."""

    changed: tuple[str, ...]
    silent: tuple[str, ...]
    diff: str | None


def send_reports(
    book: Book, entries: Sequence[Entry], letter: Letter, today: date, options: Options, *, skip: bool
) -> Carried:
    """Record for each of `entries` that `letter` carried its report; all or nothing, in one commit.

    What was sent to that tier under the same number and on the same day stays as it is; with `skip` so
    does what was sent in another letter.

    Raises:
        InvalidError: a file cannot be understood.
        RefusedError: it was sent to that tier in another letter.
    """
    silent: list[str] = []

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        id_, agreement = stem_of(reading.file), understood(reading)
        at, report = place_of(id_, agreement, letter.period)
        if report is None or not says_something(report):
            silent.append(id_)
        return _sending(id_, at, report, letter, today, skip=skip)

    to = f"{letter.period.name} → {letter.to}"
    done = record(book, entries, plan, lambda ids: _summary(ids, f"report {to}", f"reports {to}"), options)
    return Carried(done.changed, tuple(one for one in silent if one in done.changed), done.diff)


def receive_reports(
    book: Book, entries: Sequence[Entry], letter: Letter, today: date, options: Options, *, skip: bool
) -> Recorded:
    """Record for each of `entries` that what `letter` carried has arrived, on the day it says, else today.

    A letter without a number stands for every one that went to that tier for that period. All or
    nothing, in one commit; with `skip` what arrived on another day stays as it is.

    Raises:
        InvalidError: a file cannot be understood.
        RefusedError: nothing of the kind was sent, or it arrived before it was sent, or on another day.
    """

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        id_ = stem_of(reading.file)
        at, report = place_of(id_, understood(reading), letter.period)
        return list(_receiving(id_, at, report, letter, today, skip=skip))

    of = f"{letter.period.name} received by {letter.to}"
    return record(book, entries, plan, lambda ids: _summary(ids, f"report {of}", f"reports {of}"), options)


def carried_in(report: Report | None, letter: Letter) -> list[tuple[int, Sent]]:
    """What of `report` went to the tier of `letter`, and under its number where it has one; with places from 0."""
    found = enumerate(report.sent if report else ())
    to, number = letter.to.casefold(), letter.number
    return [
        (at, one)
        for at, one in found
        if one.to.casefold() == to and (number is None or folded(one.number or "") == folded(number))
    ]


def _sending(id_: str, at: int, report: Report | None, letter: Letter, today: date, *, skip: bool) -> Sequence[Change]:
    sent = {"to": letter.to, "date": (letter.on or today).isoformat()}
    sent |= {"number": letter.number} if letter.number else {}
    if report is None:
        return [Append(("reports",), {"period": letter.period.name, "sent": [dict(sent)]})]
    before = carried_in(report, letter._replace(number=None))
    if not before:
        return [Append(("reports", at, "sent"), dict(sent))]
    agreeing = [place for place in before if _agrees(place[1], letter)]
    if skip or any(not _lacking(one, letter) for _, one in agreeing):
        return []
    if not agreeing:
        raise RefusedError(_other_letter(id_, letter, *before[-1]))
    place, one = agreeing[-1]
    return [Put(("reports", at, "sent", place, key), value) for key, value in _lacking(one, letter).items()]


def _agrees(sent: Sent, letter: Letter) -> bool:
    """Whether nothing said of the letter differs from what is recorded; what is not said differs from nothing."""
    other_number = sent.number and letter.number and folded(sent.number) != folded(letter.number)
    return not other_number and (sent.date is None or letter.on in {None, sent.date})


def _lacking(sent: Sent, letter: Letter) -> dict[str, str]:
    """What is said of the letter and not recorded yet."""
    said = {"number": letter.number, "date": letter.on and letter.on.isoformat()}
    return {key: value for key, value in said.items() if value and not getattr(sent, key)}


def _other_letter(id_: str, letter: Letter, at: int, sent: Sent) -> Message:
    values = {"id": id_, "period": letter.period.name, "to": letter.to, "position": at + 1}
    if sent.number is None:
        return Message("reporting.sent-otherwise.on", **values, date=sent.date)
    if sent.date is None:
        return Message("reporting.sent-otherwise.number", **values, number=sent.number)
    return Message("reporting.sent-otherwise", **values, date=sent.date, number=sent.number)


def _receiving(
    id_: str, at: int, report: Report | None, letter: Letter, today: date, *, skip: bool
) -> Iterator[Change]:
    found, values = carried_in(report, letter), {"id": id_, "period": letter.period.name, "to": letter.to}
    if not found:
        if skip:
            return
        raise RefusedError(_not_sent(letter, values))
    on = letter.on or today
    for place, sent in found:
        if sent.received is not None:
            if letter.on not in {None, sent.received} and not skip:
                position = place + 1
                raise RefusedError(
                    Message("reporting.received-otherwise", **values, received=sent.received, position=position)
                )
        elif sent.date is not None and on < sent.date:
            raise RefusedError(Message("reporting.received-before", **values, received=on, date=sent.date))
        else:
            yield Put(("reports", at, "sent", place, "received"), on.isoformat())


def _not_sent(letter: Letter, values: dict[str, str]) -> Message:
    if letter.number:
        return Message("reporting.not-sent.number", **values, number=letter.number)
    return Message("reporting.not-sent", **values, tier=shlex.quote(letter.to))


def _summary(ids: Sequence[str], one: str, many: str) -> str:
    return f"{ids[0]}: {one}" if len(ids) == 1 else f"{many}: {len(ids)} agreements"
