"""`pks sign`: record that parties have signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

import typer

from pks.cli.arguments import Many, one_of
from pks.cli.asking import answered, has_person, typed, until_read
from pks.cli.desk import Desk, day_argument
from pks.cli.signed import count, stated, tell_signed
from pks.cli.writing import Commit, Day, DryRun, Id, meant, options
from pks.domain.in_force import in_force, starting
from pks.domain.model.agreement import Agreement
from pks.domain.signing import Given, last_signing, signers, will_complete
from pks.domain.standing.party_keys import keyed, keys_of
from pks.domain.standing.party_named import by_party, key_of
from pks.domain.standing.signatures import unsigned
from pks.domain.vocabulary import CAPACITIES
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note
from pks.workflow.sign import sign

_ALL = frozenset({"all", "semua", "*"})
_UNKNOWN = "-"


def run(
    ctx: typer.Context,
    id_: Id = None,
    party: Annotated[Many, typer.Option("--party", metavar="KEY")] = None,
    everyone: Annotated[bool, typer.Option("--all")] = False,
    number: Annotated[Many, typer.Option("--number", metavar="[KEY=]TEXT")] = None,
    date: Day = None,
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT")] = None,
    office: Annotated[str | None, typer.Option("--office", metavar="TEXT")] = None,
    capacity: Annotated[str | None, typer.Option("--capacity", metavar="Pj|Plt|Plh|a.n.")] = None,
    mandate: Annotated[str | None, typer.Option("--mandate", metavar="NUMBER")] = None,
    mandate_date: Annotated[str | None, typer.Option("--mandate-date", metavar="DATE")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="TEXT")] = None,
    copies: Annotated[str | None, typer.Option("--copies", metavar="N")] = None,
    starts: Annotated[str | None, typer.Option("--starts", metavar="DATE")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    if party and everyone:
        raise UsageError(Message("sign.party-or-all"))
    given = Given(
        desk.today,
        on=None if date is None else day_argument(date, "--date"),
        signatory=_signatory(name, office, capacity, mandate, mandate_date),
        place=stated("--place", place),
        copies=count("--copies", copies),
        starts=None if starts is None else day_argument(starts, "--starts"),
    )
    entry = meant(desk, id_)
    agreement = desk.book.agreement(entry)
    given = replace(given, keys=None if everyone else _keys(desk, agreement, party))
    given = _of_parties(agreement, given, number)
    given = given if party or everyone else _further(desk, agreement, given)
    done = sign(desk.book, entry, _with_start(desk, agreement, given), options(desk, dry_run=dry_run, commit=commit))
    tell_signed(desk, entry, done, dry_run=dry_run)


def _keys(desk: Desk, agreement: Agreement, given: Many) -> tuple[str, ...] | None:
    """The parties that sign; None for all of them. On a terminal they are asked for, by key or name."""

    def read(text: str) -> tuple[str, ...] | None:
        if text.strip().casefold() in _ALL:
            return None
        return tuple(dict.fromkeys(key_of("--party", one, agreement.parties) for one in text.split(",")))

    if given:
        return tuple(dict.fromkeys(key_of("--party", one, agreement.parties) for one in given))
    if has_person():
        names = {key: party.name for key, party in keyed(agreement.parties)}
        for key in unsigned(agreement) or names:
            note(Message("sign.choice", key=key, name=names[key]), desk.language)
    return answered(desk, None, "ask.signers", "--party", read)


def _further(desk: Desk, agreement: Agreement, given: Given) -> Given:
    """What else a person who was asked who signed is asked: the day, and one party's number."""

    def read(text: str) -> dt.date:
        return day_argument(text, "--date")

    if given.on is None:
        day = until_read(desk, Message("ask.signed-on"), read, default=desk.today.isoformat())
        given = given if day == desk.today else replace(given, on=day)
    keys = given.keys or ()
    numbered = {key for key, party in keyed(agreement.parties) if party.number}
    if len(keys) == 1 and keys[0] not in {*numbered, *given.numbers}:
        text = typed(desk, Message("ask.party-number"), default="")
        given = replace(given, numbers={keys[0]: [text]} if text else {})
    return given


def _of_parties(agreement: Agreement, given: Given, numbers: Many) -> Given:
    """The numbers by party, once it is known who signs; a signatory is that of one party.

    Raises:
        UsageError: when it is not clear whose a number or signatory is.
    """
    if given.signatory and (given.keys is None or len(given.keys) != 1):
        raise UsageError(Message("sign.one-signatory"))
    return replace(given, numbers=_numbers(agreement, given, numbers))


def _numbers(agreement: Agreement, given: Given, numbers: Many) -> Mapping[str, Sequence[str]]:
    """The numbers by party; one without a key is that of the only party that signs.

    Raises:
        UsageError: for a number without a key where several sign, or of a party that does not sign.
    """
    keys = keys_of(agreement.parties) if given.keys is None else given.keys
    found: dict[str, list[str]] = {}
    for one in numbers or ():
        pairs = (
            by_party("--number", [one], agreement.parties)
            if len(keys) != 1
            else [_of_one(one, keys[0], keys_of(agreement.parties))]
        )
        for key, text in pairs:
            if key is None:
                raise UsageError(Message("sign.number-whose", text=text, keys=list(keys)))
            if key not in keys:
                raise UsageError(Message("sign.number-of-another", key=key))
            found.setdefault(key, []).append(text)
    return found


def _of_one(given: str, key: str, keys: Sequence[str]) -> tuple[str, str]:
    """The number of the only party that signs; a party's key may stand before it."""
    name, equals, text = given.partition("=")
    owner, number = (name, text) if equals and name in keys else (key, given)
    if not number.strip():
        raise UsageError(Message("usage.option-needs-value", name="--number"))
    return owner, number.strip()


def _with_start(desk: Desk, agreement: Agreement, given: Given) -> Given:
    """Ask for the first day in force once the last party signs and none is stated; off a terminal it stays open."""
    term = agreement.term
    if given.starts or (term and term.starts) or not will_complete(agreement, given) or not has_person():
        return given
    days = [day for day in (last_signing(agreement), given.on or given.today) if day and signers(agreement, given)]
    day = max(days)
    note(Message("sign.would-be", term=in_force(starting(agreement, day), desk.book.office)), desk.language)

    def read(text: str) -> dt.date | None:
        return None if text == _UNKNOWN else day_argument(text, "--starts")

    return replace(given, starts=until_read(desk, Message("ask.starts"), read, default=day.isoformat()))


def _signatory(
    name: str | None, office: str | None, capacity: str | None, mandate: str | None, mandate_date: str | None
) -> dict[str, str]:
    said = {
        "name": stated("--name", name),
        "office": stated("--office", office),
        "capacity": one_of("--capacity", [capacity], CAPACITIES, kind="capacity")[0] if capacity is not None else None,
        "mandate.number": stated("--mandate", mandate),
        "mandate.date": day_argument(mandate_date, "--mandate-date").isoformat() if mandate_date is not None else None,
    }
    return {key: value for key, value in said.items() if value}
