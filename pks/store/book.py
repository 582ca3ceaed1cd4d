"""The whole register read once: every agreement's facts, and the files that could not be understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pks.domain.office import Office
from pks.errors import Finding, InvalidError
from pks.message import Message
from pks.store.register import Entry, Register, candidates, entry_named, not_one

if TYPE_CHECKING:  # reading needs the model and a parser, which whoever asks an index does not
    from pks.domain.deadlines.deadline import Due
    from pks.domain.deadlines.outlook import Near
    from pks.domain.model.agreement import Agreement
    from pks.domain.partners import Partner
    from pks.domain.standing.facts import Facts
    from pks.store.reading import Reading

_FEW = 4
View = Callable[["Agreement"], "Agreement | None"]


class Answers(Protocol):
    """Who can tell what the files of a register say without reading those that did not change."""

    def office(self) -> Office:
        """As `Book.office`."""

    def facts(self) -> dict[str, Facts]:
        """As `Book.facts`."""

    def around(self, id_: str) -> dict[str, Facts]:
        """As `Book.around`."""

    def usual_days(self) -> int | None:
        """As `Book.usual_days`."""

    def near(self, horizon: date) -> Near:
        """As `Book.near`."""

    def due(self, today: date, horizon: date) -> list[Due]:
        """As `Book.due`."""

    def broken(self) -> tuple[Finding, ...]:
        """As `Book.broken`."""

    def anew(self, register: Register) -> Answers:
        """Who can tell it of `register`, the same one, as its files stand from now on."""


class Book:
    """A register and what its files say: no file is read for what `answers` can tell, and none is kept in memory."""

    def __init__(self, register: Register, answers: Answers | None = None) -> None:
        """Nothing is read yet."""
        self.register, self.answers = register, answers
        self._around: dict[str, dict[str, Facts]] = {}

    def anew(self) -> Book:
        """The same register as its files stand from now on: for who has waited until nobody else writes."""
        register = Register(self.register.root)
        return Book(register, None if self.answers is None else self.answers.anew(register))

    @cached_property
    def office_reading(self) -> Reading[Office]:
        """`.pks/office.yaml`, with what is wrong in it."""
        from pks.store.reading import read_office  # as above

        return read_office(self.register.office_path, self.register.relative(self.register.office_path))

    @cached_property
    def office(self) -> Office:
        """The office's rules; the defaults where its file cannot be understood."""
        if self.answers is not None and "office_reading" not in self.__dict__:
            return self.answers.office()
        return self.office_reading.value or Office()

    @cached_property
    def partners(self) -> Reading[tuple[Partner, ...]]:
        """`.pks/partners.yaml`, with what is wrong in it."""
        from pks.store.partners import read_partners  # as above

        return read_partners(self.register)

    def agreements(self) -> Iterator[tuple[str, Agreement]]:
        """The agreements that can be understood, with their ids, each read when it is asked for."""
        return ((id_, one) for id_, one in self._read() if not isinstance(one, Finding))

    @cached_property
    def facts(self) -> dict[str, Facts]:
        """What lists and deadlines need of each agreement, by id."""
        return self._told[0] if self.answers is None else self.answers.facts()

    def around(self, id_: str) -> dict[str, Facts]:
        """The facts of the agreement `id_`, of those it names or is named by, and of its chain of renewals; others too.

        The chain is what it renews and what renews it, near and far.
        """
        if self.answers is None or "facts" in self.__dict__:
            return self.facts
        if id_ not in self._around:
            if len(self._around) == _FEW:  # all at once are found sooner than one after the other
                return self.facts
            self._around[id_] = self.answers.around(id_)
        return self._around[id_]

    def usual_days(self) -> int | None:
        """The median days from first entry to last signature in this office; None below five histories."""
        if self.answers is not None and "facts" not in self.__dict__:
            return self.answers.usual_days()
        from pks.domain.standing.judgement import usual_days_to_signature  # as above

        return usual_days_to_signature(self.facts.values())

    def near(self, horizon: date) -> Near:
        """The facts of every agreement that may fall due by `horizon`, and of what renews them; others too."""
        if self.answers is not None and "facts" not in self.__dict__:
            return self.answers.near(horizon)
        from pks.domain.deadlines.outlook import Near  # as above

        return Near(self.facts.keys(), self.facts, [facts.days_to_signature for facts in self.facts.values()])

    def due(self, today: date, horizon: date) -> list[Due]:
        """Every deadline up to `horizon`, as they are on `today`."""
        if self.answers is not None and "facts" not in self.__dict__:
            return self.answers.due(today, horizon)
        return self.near(horizon).due(self.office, today, horizon)

    def facts_as_seen(self, view: View) -> dict[str, Facts]:
        """The facts of every agreement as `view` shows it; those it does not show are left out."""
        from pks.domain.standing.facts_of import facts_of  # as above

        seen = ((id_, view(agreement)) for id_, agreement in self.agreements())
        return {id_: facts_of(id_, agreement, self.office) for id_, agreement in seen if agreement}

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The first thing wrong with each file that could not be understood, and the strays."""
        if self.answers is not None:
            return self.answers.broken()
        return (*self.office_reading.errors[:1], *self._told[1], *self.register.listing.strays)

    def resolve(self, query: str) -> Entry:
        """The one agreement that `query` means.

        Raises:
            NotFoundError: when it means none or several; the candidates are its details.
        """
        named = entry_named(self.register, query)
        if named is not None:
            return named
        names = {id_: (id_, ()) for id_ in self.register.listing.entries} | {
            id_: (facts.title, _numbers(facts)) for id_, facts in self.facts.items()
        }
        found = candidates(query, names)
        if len(found) != 1:
            raise not_one(query, found, names)
        return self.register.listing.entries[found[0]]

    def reading(self, entry: Entry) -> Reading[Agreement]:
        """What `entry`'s file says, and where, as it stands."""
        from pks.store.reading import read_agreement  # as above

        return read_agreement(entry.path, entry.file)

    def agreement(self, entry: Entry) -> Agreement:
        """The agreement of `entry`, as its file stands.

        Raises:
            InvalidError: when its file cannot be understood; `details` say where.
        """
        from pks.store.quick_reading import agreement_at  # as above

        found = agreement_at(entry.path, entry.file)
        return understood(self.reading(entry)) if isinstance(found, Finding) else found

    def agreement_of(self, id_: str) -> Agreement:
        """As `agreement`, by an id of the register."""
        return self.agreement(self.register.listing.entries[id_])

    @cached_property
    def _told(self) -> tuple[dict[str, Facts], list[Finding]]:
        """What the files say: the facts by id, and the first thing wrong with each that cannot be understood."""
        from pks.domain.standing.facts_of import facts_of  # as above

        facts, wrong = {}, []
        for id_, one in self._read():
            if isinstance(one, Finding):
                wrong.append(one)
            else:
                facts[id_] = facts_of(id_, one, self.office)
        return facts, wrong

    def _read(self) -> Iterator[tuple[str, Agreement | Finding]]:
        from pks.store.quick_reading import agreement_at  # as above

        return ((one.id, agreement_at(one.path, one.file)) for one in self.register.listing.entries.values())


def understood(reading: Reading[Agreement]) -> Agreement:
    """The agreement that was read.

    Raises:
        InvalidError: when the file cannot be understood; `details` say where.
    """
    if reading.value is None:
        raise InvalidError(Message("file.invalid", file=reading.file), details=reading.errors)
    return reading.value


def _numbers(facts: Facts) -> tuple[str, ...]:
    return (*facts.numbers, facts.register) if facts.register else facts.numbers
