"""The gates of a text that is being closed: what leaving corrections, registration and reporting need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pks.domain.model.agreement import Agreement
from pks.domain.model.parties import Party
from pks.domain.model.procedure import Correction
from pks.domain.rules.early_gates import held
from pks.domain.rules.meetings import mended
from pks.domain.rules.rule import (
    LEAVING_CORRECTIONS,
    LEAVING_REGISTRATION,
    LEAVING_REPORTING,
    Hit,
    Rule,
    absent,
    hit,
)
from pks.domain.rules.surroundings import Surroundings
from pks.domain.standing.corrections import verdict
from pks.domain.standing.party_keys import keyed, keys_of
from pks.domain.standing.signatures import unsigned
from pks.message import Message

_HEAD_OF_REGION: Final = re.compile(
    r"(?:(?:(?:pj|pjs|plt|plh)\.?|penjabat(?: sementara)?|pelaksana (?:tugas|harian)) )?"
    r"(?:gubernur|bupati|wali ?kota)\b",
    re.ASCII,
)


def _corrections_recorded(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    """Said once, at the first meeting that led to corrections."""
    led_to_some = (at for at, meeting in held(agreement) if meeting.outcome == "corrections")
    at = next(led_to_some, None)
    if at is not None and not agreement.corrections:
        yield hit("facilitation", at, "outcome", position=at + 1, **mended(agreement, at, "outcome", "none"))


def _corrections_answered(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    keys = keys_of(agreement.parties)
    for at, correction in enumerate(agreement.corrections):
        if correction.withdrawn is not None:
            continue
        for key, party in zip(keys, agreement.parties, strict=True):
            yield from _answer(correction, key, party, at)


def _answer(correction: Correction, key: str, party: Party, at: int) -> Iterator[Hit]:
    said = verdict(correction.answers.get(key))
    if said.state == "accepted":
        return
    yield hit(
        "corrections",
        at,
        "answers",
        key,
        variant="rejected" if said.state == "rejected" else None,
        no=correction.no,
        clause=correction.clause or Message("rules.clause-unnamed"),
        party=party.name,
        party_key=key,
        rejected=said.day,
    )


def _council_question(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    council = agreement.council
    if council is None or council.burdens_public is None or council.unbudgeted is None:
        return (hit("council"),)
    return ()


def _council_approval(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    council = agreement.council
    if council is None or council.outcome in {"approved", "deemed"}:
        return
    if council.outcome == "refused":
        yield hit("council", "outcome", variant="refused")
    elif council.burdens_public or council.unbudgeted:
        yield hit("council", "outcome")


def _signed(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    missing = unsigned(agreement)
    for at, (key, party) in enumerate(keyed(agreement.parties)):
        if key in missing:
            yield hit("parties", at, "signed", party=party.name, party_key=key)


def _mandate(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    for at, (key, party) in enumerate(keyed(agreement.parties)):
        if _regional(party) and not _signed_by_head(party) and not _mandated(party):
            place = f"parties.{key}.signatory" + (".1" if len(party.signatory) > 1 else "")
            variant = None if party.signatory else "unstated"
            yield hit("parties", at, "signatory", variant=variant, party=party.name, place=place)


def _regional(party: Party) -> bool:
    return party.body == "regional" or (party.body is None and party.region is not None)


def _signed_by_head(party: Party) -> bool:
    """Whether a head of region signs in person, also an acting one; a deputy or `a.n.` does not count."""
    return any(_HEAD_OF_REGION.match((one.office or "").lower()) and one.capacity != "a.n." for one in party.signatory)


def _mandated(party: Party) -> bool:
    return any(one.mandate and (one.mandate.number or one.mandate.date) for one in party.signatory)


def _party_numbers(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    for at, (key, party) in enumerate(keyed(agreement.parties)):
        if not party.number:
            yield hit("parties", at, "number", party=party.name, party_key=key)


def _signed_copy(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    copies = [(at, one) for at, one in enumerate(agreement.documents) if one.kind == "signed-copy"]
    if any(document.sha256 for _, document in copies):
        return ()
    return (hit("documents", copies[0][0], variant="unhashed"),) if copies else (hit("documents"),)


def _original(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    if any(document.copy == "original" and document.location for document in agreement.documents):
        return ()
    return (hit("documents"),)


def _reports_overdue(_: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    if surroundings.overdue_reports:
        yield hit("reports", reports=surroundings.overdue_reports)


_COUNCIL_SOURCE: Final = "PP 28/2018 Ps 6(2)"

CORRECTIONS_RULES: Final = (
    Rule("corrections-unrecorded", "error", LEAVING_CORRECTIONS, _corrections_recorded, "practice"),
    Rule("correction-open", "error", LEAVING_CORRECTIONS, _corrections_answered, "practice"),
    Rule("council-question-open", "error", LEAVING_CORRECTIONS, _council_question, _COUNCIL_SOURCE),
    Rule("council-approval-missing", "error", LEAVING_CORRECTIONS, _council_approval, _COUNCIL_SOURCE),
    Rule(
        "party-unsigned",
        "error",
        LEAVING_CORRECTIONS,
        _signed,
        "PP 28/2018 Ps 2, 6(1), 13",
        later="signing-date-missing",
    ),
    Rule("mandate-missing", "warning", LEAVING_CORRECTIONS, _mandate, "PP 28/2018 Ps 2, 13"),
)

REGISTRATION_RULES: Final = (
    Rule(
        "register-number-missing",
        "error",
        LEAVING_REGISTRATION,
        absent("registration", "number"),
        "PP 28/2018 Ps 6(1); practice",
    ),
    Rule(
        "register-date-missing",
        "error",
        LEAVING_REGISTRATION,
        absent("registration", "date"),
        "PP 28/2018 Ps 6(1); practice",
    ),
    Rule(
        "start-missing",
        "error",
        LEAVING_REGISTRATION,
        absent("term", "starts"),
        "PP 28/2018 Ps 19(2)",
        later="term-unknown",
    ),
    Rule("party-number-missing", "warning", LEAVING_REGISTRATION, _party_numbers, "practice"),
    Rule("signed-copy-missing", "warning", LEAVING_REGISTRATION, _signed_copy, "practice"),
    Rule("original-missing", "warning", LEAVING_REGISTRATION, _original, "practice"),
)

REPORTING_RULES: Final = (
    Rule("reports-overdue", "warning", LEAVING_REPORTING, _reports_overdue, "PP 28/2018 Ps 6(1), 44"),
    Rule("evaluation-missing", "warning", LEAVING_REPORTING, absent("evaluations"), "UU 23/2014 Ps 368"),
)
