"""Which agreements go into a form, and for whom it is: named, of a unit, of a partner, or all that it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Final, NamedTuple

from pks.cli.asking import answered, asked_id
from pks.cli.desk import Desk
from pks.cli.reporting import clear_entries, read_period, warn_unless_owed
from pks.cli.spellings import partners_of, spellings
from pks.cli.writing import meant_many
from pks.domain.compared import name_folded
from pks.domain.deadlines.latest_period import latest_period
from pks.domain.deadlines.reports import owed_within
from pks.domain.model.agreement import Agreement
from pks.domain.partners import by_name
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import Standing, judge
from pks.domain.terms import Period
from pks.errors import NotFoundError, UsageError
from pks.message import Message
from pks.outputs.screen import note
from pks.store.register import Entry
from pks.tables.forms import Form, corrections_form, evaluation_form, report_form
from pks.tables.register import of_lead

_NOT_YET: Final = frozenset({"preparing", "upcoming", "superseded", "ended"})


class Wanted(NamedTuple):
    """What the command line says of the agreements: ids, units, a party, all; and of what is asked about them."""

    ids: tuple[str, ...]
    leads: tuple[str, ...]
    party: str | None
    everyone: bool
    period: str | None
    with_answers: bool

    @property
    def whom(self) -> str | None:
        """For whom the form is, as it was said; None where agreements were named."""
        return ", ".join(self.leads) or self.party


class _Asked(NamedTuple):
    """One agreement in which a party is asked: the key and the name that it has there."""

    id: str
    key: str
    name: str


def reports(desk: Desk, wanted: Wanted) -> Form | None:
    """The form for a period's reports; None, and that is said, where nobody owes any."""
    named, ids = _named(desk, wanted), _of_selection(desk, wanted)
    standings = judge(desk.book.facts, desk.today)
    period = _period(desk, wanted, [standings[id_] for id_ in ids if id_ in standings])
    if named is not None:
        for entry in named:
            warn_unless_owed(desk, entry, period)
        entries = named
    else:
        office = desk.book.office
        owing = {id_ for id_ in ids if period.name in owed_within(standings[id_], office, period)}
        entries = clear_entries(desk, owing.__contains__)
    if not entries:
        note(Message("form.none-owing", period=period.name), desk.language)
        return None
    return report_form(_pairs(desk, entries), period, wanted.whom)


def evaluations(desk: Desk, wanted: Wanted) -> Form | None:
    """The form for evaluations: agreements that were named, else those that run or ran out and are not closed."""
    named, ids = _named(desk, wanted), _of_selection(desk, wanted)
    standings = judge(desk.book.facts, desk.today)
    running = {id_ for id_ in ids if standings[id_].facts.signed and standings[id_].validity not in _NOT_YET}
    entries = clear_entries(desk, running.__contains__) if named is None else named
    if not entries:
        note(Message("form.none-running"), desk.language)
        return None
    return evaluation_form(_pairs(desk, entries), wanted.whom)


def corrections(desk: Desk, wanted: Wanted) -> Form | None:
    """The form in which one party answers corrections; None, and that is said, where it has answered all."""
    named = _named(desk, wanted) if wanted.ids else None
    facts = desk.book.facts
    among = list(facts) if named is None else [one.id for one, _ in _pairs(desk, named)]

    def parties(text: str) -> tuple[str, list[_Asked]]:
        return text, _parties(desk, text, [facts[id_] for id_ in among])

    party, found = answered(desk, wanted.party, "ask.form-party", "--party", parties)
    wanted = wanted._replace(party=party)
    asks = [one for one in found if _has_corrections(desk, one, facts[one.id], wanted)]
    if not asks:
        note(Message("form.none-asked", party=found[0].name), desk.language)
        return None
    chosen = _one_partner(desk, party, asks)
    keys = {one.id: one.key for one in chosen}
    entries = clear_entries(desk, keys.__contains__)
    triples = ((one, agreement, keys[one.id]) for one, agreement in _pairs(desk, entries))
    return corrections_form(triples, chosen[0].name, answered=wanted.with_answers)


def _named(desk: Desk, wanted: Wanted) -> list[Entry] | None:
    """The agreements that were named, or are when they are asked for; None where they were said otherwise.

    Raises:
        UsageError: when they were said in two ways, or there is nobody to ask.
    """
    others = sum(map(bool, (wanted.leads, wanted.party, wanted.everyone)))
    is_corrections = wanted.party is not None and not wanted.leads and not wanted.everyone
    if others > 1 or (wanted.ids and others and not is_corrections):
        raise UsageError(Message("form.one-way"))
    if not (wanted.ids or others):
        return meant_many(desk, [asked_id(desk, None, "ID...|--lead|--party|--all")])
    return meant_many(desk, wanted.ids) if wanted.ids else None


def _of_selection(desk: Desk, wanted: Wanted) -> list[str]:
    """The ids that are meant, whatever is asked about them.

    Raises:
        NotFoundError: no agreement has such a unit or party.
    """
    facts = desk.book.facts
    if wanted.leads:
        for lead in wanted.leads:
            if not any(of_lead(one, (lead,)) for one in facts.values()):
                raise _unknown("--lead", lead, {name for one in facts.values() for name in one.lead})
        return [id_ for id_, one in facts.items() if of_lead(one, wanted.leads)]
    if wanted.party is not None:
        return [one.id for one in _parties(desk, wanted.party, facts.values())]
    return list(facts)


def _period(desk: Desk, wanted: Wanted, standings: list[Standing]) -> Period:
    """The period that was given, else the latest that is over and owed.

    Raises:
        UsageError: when none was given and none is owed.
    """
    if wanted.period is not None:
        return read_period(wanted.period)
    found = latest_period(standings, desk.book.office, desk.today)
    if found is None:
        return answered(desk, None, "ask.report-period", "--period", read_period)
    note(Message("form.period", period=found.name), desk.language)
    return found


def _parties(desk: Desk, wanted: str, among: Iterable[Facts]) -> list[_Asked]:
    """In each of `among` the parties that `wanted` may mean: by key or whole name, else by a part of a name.

    Raises:
        NotFoundError: when none is meant.
    """
    everyone = [_Asked(facts.id, party.key, party.name) for facts in among for party in facts.parties]
    text, known = name_folded(wanted), spellings(desk, [wanted])
    exact = [one for one in everyone if text in {one.key, name_folded(one.name)}]
    if exact:
        names = {name_folded(one.name) for one in exact}
        return [one for one in everyone if name_folded(one.name) in names or text == one.key]
    found = [one for one in everyone if text and (text in name_folded(one.name) or name_folded(one.name) in known)]
    if not found:
        raise _unknown("--party", wanted, {one.name for one in everyone})
    return found


def _has_corrections(desk: Desk, one: _Asked, facts: Facts, wanted: Wanted) -> bool:
    if not (facts.corrections_open or wanted.with_answers):
        return False
    entry = desk.book.register.listing.entries[one.id]
    triple = (facts, desk.book.agreement(entry), one.key)
    return bool(corrections_form([triple], None, answered=wanted.with_answers).sheets)


def _one_partner(desk: Desk, wanted: str, found: list[_Asked]) -> list[_Asked]:
    """Those of one partner: what one is asked is not another's to read.

    Raises:
        UsageError: when there are several.
    """
    known: Mapping[str, object] = by_name(partners_of(desk))
    names: dict[object, str] = {}
    for one in found:
        names.setdefault(known.get(name_folded(one.name), name_folded(one.name)), one.name)
    if len(names) > 1:
        raise UsageError(Message("form.several-parties", text=wanted, names=list(names.values())))
    return found


def _unknown(option: str, text: str, names: Iterable[str]) -> NotFoundError:
    by_folded = {name_folded(name): name for name in sorted(names)}
    words = {word: name for name in by_folded for word in (name, *name.split())}
    close: Callable[..., list[str]] = get_close_matches
    near = list(dict.fromkeys(by_folded[words[one]] for one in close(name_folded(text), words, n=3, cutoff=0.6)))
    values = {"option": option, "text": text}
    return NotFoundError(Message("form.nobody.near", near=near, **values) if near else Message("form.nobody", **values))


def _pairs(desk: Desk, entries: Iterable[Entry]) -> list[tuple[Facts, Agreement]]:
    """Each agreement with its facts.

    Raises:
        InvalidError: when a file cannot be understood.
    """
    read = [(entry.id, desk.book.agreement(entry)) for entry in entries]
    return [(desk.book.facts[id_], agreement) for id_, agreement in read]
