"""Record the register number of an agreement, and keep the highest one given; the stage stays where it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pks.domain.compared import folded
from pks.domain.model.agreement import Agreement
from pks.domain.model.procedure import Registration
from pks.domain.model.schema import FileLayout, agreement_shape
from pks.domain.numbering import Pattern, next_number, read_pattern
from pks.errors import ConflictError, Finding, InvalidError, RefusedError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.numbers import NUMBERS, raised, read_numbers
from pks.store.numbers_check import bad_pattern
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.splice import Put, apply
from pks.workflow.save import FileChange, Options, save, writing


@dataclass(frozen=True)
class Registering:
    """What is said of a registration: its number, or None for the next one; its day, else today; by whom."""

    number: str | None
    on: date | None = None
    by: str | None = None


class Registered(NamedTuple):
    """What became of it: the number, whether it fits the office's pattern, whether it is new, a dry run's diff.

    `agreement` is as it was before. `broken` names the files that could not be understood: one of them may carry
    the number.
    """

    number: str
    fits: bool
    changed: bool
    diff: str | None
    agreement: Agreement
    broken: tuple[Finding, ...]


def register(book: Book, entry: Entry, given: Registering, today: date, options: Options) -> Registered:
    """Write `given` into the registration of `entry`, and the number into numbers.yaml, in one commit.

    Nothing is written when nothing changes.

    Raises:
        InvalidError: the file, numbers.yaml, or a pattern that is needed cannot be understood.
        RefusedError: another number, day or person is recorded already.
        ConflictError: another agreement has the number.
    """
    with writing(book, options):
        fresh = book.anew()
        reading = fresh.reading(entry)
        agreement = understood(reading)
        stated = agreement.registration or Registration()
        _check_same(entry.id, stated, given)
        on = given.on or stated.date or today
        number = stated.number or given.number or following(fresh, on)
        _check_free(fresh, entry.id, number)
        values = _values(stated, given, number, on)
        changes = [*kept(fresh, number), *_recorded(reading, entry, values)]  # in between, it is lost, never free
        diff = save(fresh, changes, f"{entry.id}: registered as {number}", options) if changes else None
        if not changes:
            options.note(Message("write.nothing", id=entry.id))
        pattern = read_pattern(fresh.office.register)
        fits = pattern is not None and pattern.place(number) is not None
        return Registered(number, fits, bool(changes), diff, agreement, fresh.broken)


def proposal(book: Book, entry: Entry, on: date | None, today: date) -> str:
    """The number that `entry` would get.

    Raises:
        InvalidError, RefusedError: as for `register`.
    """
    stated = understood(book.reading(entry)).registration or Registration()
    _check_same(entry.id, stated, Registering(None, on))
    return following(book, on or stated.date or today)


def following(book: Book, on: date) -> str:
    """The next free number in the series of `on`.

    Raises:
        InvalidError: numbers.yaml or the office's pattern cannot be understood.
    """
    pattern = _pattern(book)
    return next_number(pattern, on, _numbers(book).value or {}, _given(book).values())


def kept(book: Book, number: str) -> list[FileChange]:
    """The change of numbers.yaml that keeps `number`; none where it fits no series or is not above what is kept.

    Raises:
        InvalidError: numbers.yaml cannot be understood.
    """
    reading = _numbers(book)
    pattern = read_pattern(book.office.register)
    place = pattern.place(number) if pattern is not None else None
    if place is None or place.seq <= (reading.value or {}).get(place.series, 0):
        return []
    path = book.register.root / NUMBERS
    new = raised(reading, place.series, place.seq).encode("utf-8")
    return [FileChange(path, reading.content if path.exists() else None, new)]


def register_number(reading: Reading[Agreement]) -> str | None:
    """The register number in a file, also in one that is not fully understood."""
    if reading.value is not None:
        return reading.value.registration.number if reading.value.registration else None
    content = reading.data
    registration = content.get("registration") if isinstance(content, dict) else None
    number = registration.get("number") if isinstance(registration, dict) else None
    return number.strip() if isinstance(number, str) else None


def _check_same(id_: str, stated: Registration, given: Registering) -> None:
    """Refuse what differs from what is recorded; nothing recorded, or nothing said, differs from nothing."""
    if stated.number and (given.number is None or folded(given.number) != folded(stated.number)):
        raise RefusedError(Message("registering.has-number", id=id_, number=stated.number))
    for key, now, new in (("date", stated.date, given.on), ("by", stated.by, given.by)):
        if now and new and now != new:
            raise RefusedError(Message("registering.has-other", id=id_, key=f"registration.{key}", now=now))


def _check_free(book: Book, id_: str, number: str) -> None:
    for other, theirs in _given(book).items():
        if other != id_ and folded(theirs) == folded(number):
            raise ConflictError(Message("registering.taken", number=number, other=other))


def _values(stated: Registration, given: Registering, number: str, on: date) -> dict[str, str]:
    """What the registration lacks and now gets; the day of a number that was there is only written when said."""
    day = on if stated.number is None else given.on
    said = {"number": number, "date": day and day.isoformat(), "by": given.by}
    return {key: value for key, value in said.items() if value and not getattr(stated, key)}


def _recorded(reading: Reading[Agreement], entry: Entry, values: dict[str, str]) -> list[FileChange]:
    if not values:
        return []
    changes = [Put(("registration", key), value) for key, value in values.items()]
    text = apply(reading.text or "", changes, FileLayout(agreement_shape()))
    return [FileChange(entry.path, reading.content, text.encode("utf-8"))]


def _given(book: Book) -> dict[str, str]:
    """The register number of every agreement that has one, by id; also where its file is not fully understood."""
    found = {id_: facts.register for id_, facts in book.facts.items()}
    others = (entry for entry in book.register.listing.entries.values() if entry.id not in found)
    found |= {entry.id: register_number(book.reading(entry)) for entry in others}
    return {id_: number for id_, number in found.items() if number}


def _numbers(book: Book) -> Reading[dict[str, int]]:
    reading = read_numbers(book.register)
    if reading.errors:
        raise InvalidError(Message("file.invalid", file=reading.file), details=reading.errors)
    return reading


def _pattern(book: Book) -> Pattern:
    pattern = read_pattern(book.office.register)
    if pattern is None:
        found = tuple(bad_pattern(book.office_reading))
        raise InvalidError(Message("file.invalid", file=book.office_reading.file), details=found)
    return pattern
