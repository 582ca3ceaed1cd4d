"""How the facts of one agreement follow from its file and the office's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from pks.domain.model.agreement import Agreement
from pks.domain.model.parties import Paper
from pks.domain.office import Office
from pks.domain.standing.corrections import corrections_open, unanswered
from pks.domain.standing.facts import Facts, Link, MeetingFacts, OpenCorrection, PaperLink, PartyFacts, TaskFacts
from pks.domain.standing.party_keys import keyed
from pks.domain.standing.signatures import signing_days, unsigned
from pks.domain.standing.stated import stated_in, text_of
from pks.domain.standing.term_days import decision_day_of, last_day_of, notice_day_of
from pks.domain.standing.waiting import council_open, stage_since, waiting
from pks.domain.vocabulary import SIGNED_STAGES


def facts_of(agreement_id: str, agreement: Agreement, office: Office) -> Facts:
    """Work out the facts of `agreement` under the last day, notice, interval and holidays of `office`."""
    return Facts(
        id=agreement_id,
        **_paper(agreement),
        **_life(agreement),
        **_signatures(agreement),
        **_days(agreement, office),
        **_duties(agreement, office),
    )


def _paper(agreement: Agreement) -> dict[str, Any]:
    named = keyed(agreement.parties)
    return {
        "title": agreement.title,
        "instrument": agreement.instrument,
        "cooperation": agreement.cooperation,
        "sectors": agreement.sectors,
        "parties": tuple(PartyFacts(key, party.name, bool(party.ours)) for key, party in named),
        "numbers": tuple(number for party in agreement.parties for number in party.number),
        "lead": agreement.lead,
        "under": _links(agreement.under),
        "renews": _links(agreement.renews),
        "amends": _links(agreement.amends),
        "cluster": agreement.cluster,
        "clusters": tuple(cluster.name for cluster in agreement.clusters),
        "register": agreement.registration.number if agreement.registration else None,
        "has_signed_copy": any(document.kind == "signed-copy" for document in agreement.documents),
        "original_located": any(one.copy == "original" and bool(one.location) for one in agreement.documents),
        "intent": agreement.renewal.intent if agreement.renewal else None,
        "stated": stated_in(agreement),
        "text": text_of(agreement),
    }


def _life(agreement: Agreement) -> dict[str, Any]:
    closing, move = agreement.closed, waiting(agreement)
    return {
        "stage": agreement.stage,
        "stage_since": stage_since(agreement),
        "entered": agreement.history[0].date,
        "imported": agreement.imported,
        "closed": closing.closed if closing else None,
        "closed_on": closing.date if closing else None,
        "waiting": move.who if move else None,
        "waiting_since": move.since if move else None,
    }


def _signatures(agreement: Agreement) -> dict[str, Any]:
    missing, signed_on = unsigned(agreement), _signed_on(agreement)
    return {
        "signed": agreement.stage in SIGNED_STAGES or (bool(agreement.parties) and not missing),
        "signed_on": signed_on,
        "unsigned": missing,
        "days_to_signature": _days_to_signature(agreement, signed_on),
    }


def _days(agreement: Agreement, office: Office) -> dict[str, Any]:
    term, ends = agreement.term, last_day_of(agreement, office)
    return {
        "starts": term.starts if term else None,
        "ends": ends,
        "until": term.until if term else None,
        "length_stated": bool(term and (term.ends or term.length or term.until)),
        "decision": decision_day_of(agreement, ends, office),
        "notice_day": notice_day_of(agreement, ends, office),
        "review": term.review if term else None,
    }


def _duties(agreement: Agreement, office: Office) -> dict[str, Any]:
    return {
        "report_months": (agreement.reporting or office.reports.every).months or None,
        "reported": tuple(report.period.name for report in agreement.reports),
        "sent": tuple((report.period.name, sent.to) for report in agreement.reports for sent in report.sent),
        "offer_open": _offer_open(agreement),
        "council_open": council_open(agreement),
        "meetings": _planned(agreement),
        "corrections": tuple(
            OpenCorrection(correction.no, correction.clause, key, correction.raised.date)
            for key, correction in unanswered(agreement)
            if correction.raised and correction.raised.date
        ),
        "corrections_open": corrections_open(agreement),
        "tasks": _tasks(agreement),
        "evaluated": max((one.date for one in agreement.evaluations if one.date), default=None),
    }


def _links(links: Sequence[str | Paper]) -> tuple[Link, ...]:
    return tuple(link if isinstance(link, str) else PaperLink(link.text, link.number, link.date) for link in links)


def _signed_on(agreement: Agreement) -> date | None:
    days = signing_days(agreement)
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _days_to_signature(agreement: Agreement, signed_on: date | None) -> int | None:
    if signed_on is None or agreement.imported:
        return None
    days = (signed_on - agreement.history[0].date).days
    return days if days >= 0 else None


def _offer_open(agreement: Agreement) -> date | None:
    offer = agreement.offer
    return offer.sent if offer and offer.replied is None else None


def _planned(agreement: Agreement) -> tuple[MeetingFacts, ...]:
    on_day = Counter(meeting.date for meeting in agreement.facilitation)
    met: Counter[date] = Counter()
    planned = []
    for position, meeting in enumerate(agreement.facilitation, start=1):
        if meeting.date is None:
            continue
        met[meeting.date] += 1
        if meeting.outcome in {None, "planned"}:  # nobody has said how it went
            nth, alone = met[meeting.date], on_day[meeting.date] == 1
            planned.append(MeetingFacts(position, meeting.date, nth, meeting.place, alone))
    return tuple(planned)


def _tasks(agreement: Agreement) -> tuple[TaskFacts, ...]:
    return tuple(
        TaskFacts(position, task.what, task.who, task.due, task.every, len(task.done))
        for position, task in enumerate(agreement.tasks, start=1)
        if task.due
    )
