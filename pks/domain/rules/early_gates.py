"""The gates of preparing an agreement: what leaving the draft and leaving facilitation need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pks.domain.model.agreement import Agreement
from pks.domain.model.parties import Paper
from pks.domain.model.procedure import Meeting
from pks.domain.rules.meetings import mended
from pks.domain.rules.rule import LEAVING_DRAFT, LEAVING_FACILITATION, Hit, Rule, absent, hit
from pks.domain.rules.surroundings import Surroundings
from pks.message import Message

_ENOUGH_PARTIES: Final = 2
_HELD: Final = frozenset({"corrections", "none"})
_MEETING_NEEDS: Final = ("date", "chair", "attendees")


def held(agreement: Agreement) -> list[tuple[int, Meeting]]:
    """The meetings with an outcome, planned ones left out, each with its position from 0."""
    return [(at, one) for at, one in enumerate(agreement.facilitation) if one.outcome in _HELD]


def _two_parties(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    return () if len(agreement.parties) >= _ENOUGH_PARTIES else (hit("parties"),)


def _term(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    term = agreement.term
    return () if term and (term.length or term.ends or term.until) else (hit("term"),)


def _feasibility_study(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    if agreement.cooperation != "KSDPK" or _has_document(agreement, "feasibility-study"):
        return ()
    return (hit("documents"),)


def _third_party_clauses(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    """Whether the text has them stands in no field, so it is always asked."""
    return (hit("cooperation"),) if agreement.cooperation == "KSDPK" else ()


def _terms_of_reference(agreement: Agreement, _: Surroundings) -> Iterable[Hit]:
    return () if _has_document(agreement, "terms-of-reference") else (hit("documents"),)


def _has_document(agreement: Agreement, kind: str) -> bool:
    return any(kind in {document.kind, document.covers} for document in agreement.documents)


def _offer_reply(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    offer = agreement.offer
    if offer and offer.sent and not offer.replied:
        yield hit("offer", "replied", sent=offer.sent)


def _funding(agreement: Agreement, surroundings: Surroundings) -> Iterable[Hit]:
    """The year is that of the budget of today, for the command that mends it."""
    return () if agreement.funding else (hit("funding", year=surroundings.today.year),)


def _umbrella(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    """A paper outside the register is taken at its word; an id that has no file is no umbrella."""
    if agreement.instrument != "PKS" or any(isinstance(link, Paper) for link in agreement.under):
        return
    known = [
        (at, surroundings.others[link])
        for at, link in enumerate(agreement.under)
        if isinstance(link, str) and link in surroundings.others
    ]
    if not agreement.under:
        yield hit("under")
    elif not known:
        yield hit("under", 0, variant="unknown", link=agreement.under[0])
    elif not any(umbrella.signed for _, umbrella in known):
        at, umbrella = known[0]
        yield hit("under", at, variant="unsigned", umbrella=umbrella.id, title=umbrella.title)


def _meeting(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    """Where one meeting is planned and nothing else, that is the one whose outcome is missing."""
    if held(agreement):
        return
    if len(agreement.facilitation) == 1 and agreement.facilitation[0].date:
        command = mended(agreement, 0, "outcome")
        yield hit("facilitation", 0, "outcome", variant="planned", date=agreement.facilitation[0].date, **command)
    else:
        yield hit("facilitation")


def _meeting_complete(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    """One complete meeting is enough; else what the latest one listed lacks."""
    meetings = held(agreement)
    if not meetings or any(not _lacks(meeting) for _, meeting in meetings):
        return
    at, meeting = meetings[-1]
    for name in _lacks(meeting):
        what, command = Message(f"rules.meeting.{name}"), mended(agreement, at, name)
        yield hit("facilitation", at, name, position=at + 1, what=what, **command)


def _lacks(meeting: Meeting) -> list[str]:
    return [name for name in _MEETING_NEEDS if not getattr(meeting, name)]


DRAFT_RULES: Final = (
    Rule("instrument-missing", "error", LEAVING_DRAFT, absent("instrument"), "PP 28/2018 Ps 6"),
    Rule("cooperation-missing", "error", LEAVING_DRAFT, absent("cooperation"), "UU 23/2014 Ps 363"),
    Rule("parties-too-few", "error", LEAVING_DRAFT, _two_parties, "PP 28/2018 Ps 2, 13"),
    Rule("sectors-missing", "error", LEAVING_DRAFT, absent("sectors"), "PP 28/2018 Ps 4, 16"),
    Rule("scope-missing", "error", LEAVING_DRAFT, absent("scope"), "Permendagri 22/2020 Ps 7"),
    Rule("term-missing", "error", LEAVING_DRAFT, _term, "PP 28/2018 Ps 19(2)"),
    Rule(
        "feasibility-study-missing",
        "error",
        LEAVING_DRAFT,
        _feasibility_study,
        "UU 23/2014 Ps 366(3); PP 28/2018 Ps 17-18",
    ),
    Rule(
        "terms-of-reference-missing",
        "warning",
        LEAVING_DRAFT,
        _terms_of_reference,
        "Permendagri 22/2020 Ps 7",
    ),
    Rule("offer-missing", "warning", LEAVING_DRAFT, absent("offer", "sent"), "PP 28/2018 Ps 6(1)"),
    Rule("offer-unanswered", "warning", LEAVING_DRAFT, _offer_reply, "practice"),
    Rule("funding-missing", "warning", LEAVING_DRAFT, _funding, "PP 28/2018 Ps 6(2)"),
    Rule("umbrella-missing", "warning", LEAVING_DRAFT, _umbrella, "PP 28/2018 Ps 6"),
    Rule(
        "third-party-clauses",
        "info",
        LEAVING_DRAFT,
        _third_party_clauses,
        "PP 28/2018 Ps 19(2); UU 23/2014 Ps 366(2)",
        ahead_only=True,
    ),
)

FACILITATION_RULES: Final = (
    Rule(
        "meeting-missing",
        "error",
        LEAVING_FACILITATION,
        _meeting,
        "Permendagri 22/2020",
        partner_level="warning",
    ),
    Rule(
        "meeting-incomplete",
        "error",
        LEAVING_FACILITATION,
        _meeting_complete,
        "Permendagri 22/2020; practice",
        partner_level="warning",
    ),
)
