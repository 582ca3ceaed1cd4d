"""Findings about the parties: who signs and when, and which kind of cooperation they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from pks.domain.model.agreement import Agreement
from pks.domain.model.parties import Party
from pks.domain.rules.rule import ALWAYS, Hit, Parameter, Path, Rule, hit
from pks.domain.rules.surroundings import Surroundings
from pks.domain.standing.party_keys import keyed, keys_of
from pks.domain.standing.signatures import unsigned
from pks.domain.terms import Length, add, parse_length
from pks.domain.vocabulary import SIGNED_STAGES

_LATE: Final = Parameter("signed-late", Length(30, "days", "30d"), parse_length)
_CENTRAL: Final = re.compile(
    r"\b(?:kementerian|kemen[a-z]{3,}|kepolisian|polri|polda|polres|polresta|polrestabes|polsek|bhayangkara"
    r"|tni|kodam|korem|kodim|lanal|lanud|kejaksaan|kejati|kejari|mahkamah|bank indonesia)\b",
    re.ASCII,
)
_OTHER_THAN_SINERGI: Final = frozenset({"KSDD", "KSDPK"})
_OTHER_THAN_NK: Final = frozenset({"KB", "MoU", "PKS"})
_THIRD_PARTIES: Final = frozenset({"business", "organisation", "individual"})


def _no_ours(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    if not any(party.ours for party in agreement.parties):
        yield hit("parties", first=keys_of(agreement.parties)[0] if agreement.parties else "")


def _signing_date(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    """From registration on a text counts as signed; said once where no party's day is known."""
    if agreement.stage not in SIGNED_STAGES:
        return
    missing = unsigned(agreement)
    if len(missing) == len(agreement.parties):
        yield hit("signing", variant="all")
        return
    for at, (key, party) in enumerate(keyed(agreement.parties)):
        if key in missing:
            yield hit("parties", at, "signed", party=party.name, party_key=key)


def _signed_late(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    starts = agreement.term.starts if agreement.term else None
    signed = max(_signings(agreement), default=None, key=lambda one: one[0])
    if starts is None or signed is None:
        return
    day, path = signed
    limit = _LATE.value(surroundings.office)
    if day > add(starts, limit, holidays=surroundings.office.holidays):
        yield hit(*path, signed=day, starts=starts, days=(day - starts).days)


def _signings(agreement: Agreement) -> Iterator[tuple[date, Path]]:
    common = agreement.signing.date if agreement.signing else None
    for at, party in enumerate(agreement.parties):
        if party.signed:
            yield party.signed, ("parties", at, "signed")
        elif common:
            yield common, ("signing", "date")


def _running_unsigned(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    starts = agreement.term.starts if agreement.term else None
    missing = unsigned(agreement)
    if agreement.closed or not missing or agreement.stage in SIGNED_STAGES:
        return
    if starts and starts < surroundings.today:
        names = [party.name for key, party in keyed(agreement.parties) if key in missing]
        days = (surroundings.today - starts).days
        yield hit("term", "starts", starts=starts, days=days, parties=names, party_key=missing[0])


def _sinergi(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    """Advice for what can still be changed, so not for what is closed."""
    central = next((party for party in agreement.parties if _is_central(party)), None)
    if central is None or agreement.closed:
        return ()
    if agreement.cooperation in _OTHER_THAN_SINERGI:
        return (hit("cooperation", party=central.name),)
    if agreement.cooperation == "Sinergi" and agreement.instrument in _OTHER_THAN_NK:
        return (hit("instrument", variant="text", party=central.name),)
    return ()


def _is_central(party: Party) -> bool:
    """By the stated body, else by a name that is the police's, the forces' or a ministry's."""
    if party.body is None:
        return _CENTRAL.search(party.name.lower()) is not None
    return party.body == "central"


def _third_party(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    third = next((party for party in agreement.parties if party.body in _THIRD_PARTIES), None)
    if agreement.cooperation == "KSDD" and third and not agreement.closed:
        yield hit("cooperation", party=third.name)


PARTY_RULES: Final = (
    Rule("no-party-ours", "info", ALWAYS, _no_ours, "practice"),
    Rule("signing-date-missing", "warning", ALWAYS, _signing_date, "practice"),
    Rule("signed-late", "warning", ALWAYS, _signed_late, "practice", parameter=_LATE),
    Rule("running-unsigned", "warning", ALWAYS, _running_unsigned, "PP 28/2018 Ps 6(1)"),
    Rule("sinergi-advised", "info", ALWAYS, _sinergi, "PP 28/2018 Ps 46; practice"),
    Rule("third-party-in-ksdd", "info", ALWAYS, _third_party, "PP 28/2018 Ps 14-15"),
)
