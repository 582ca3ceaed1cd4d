"""One agreement as the content of a letter: what templates name, as typed values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from pks.domain.compared import name_folded
from pks.domain.letters import Subject
from pks.domain.office import Office
from pks.domain.standing.corrections import verdicts
from pks.domain.standing.party_keys import keyed
from pks.domain.standing.signatures import signing_days
from pks.message import Label, Message
from pks.tables.table import Rupiah

if TYPE_CHECKING:  # as in `pks.domain.standing.facts`
    from pks.domain.model.agreement import Agreement
    from pks.domain.model.procedure import Correction, Meeting

# With more parties than these a column has room for a rank only.
_FEW_PARTIES: Final = 4
_HEADS: Final = {
    "regency": ("Bupati", "Kabupaten"),
    "city": ("Wali Kota", "Kota"),
    "province": ("Gubernur", "Provinsi"),
}


def letter_content(subject: Subject, office: Office, number: str | None) -> dict[str, Any]:
    """The values of `pks.tables.letter_fields.FIELDS`; None where nobody has recorded one."""
    agreement, standing = subject.agreement, subject.standing
    parties = list(_parties(agreement))
    return {
        **_office(office),
        "today": subject.today,
        "letter_number": number,
        "id": standing.facts.id,
        "title": agreement.title,
        "instrument": _label("instrument", agreement.instrument),
        "cooperation": _label("cooperation", agreement.cooperation),
        "purpose": agreement.purpose,
        "location": agreement.location,
        "initiator": agreement.initiator,
        "sectors": agreement.sectors,
        "lead": agreement.lead,
        "scope": agreement.scope,
        "legal_basis": agreement.legal_basis,
        "invited": list(_invited(agreement, subject.meeting)),
        "parties": parties,
        "others": [one for one in parties if not one["ours"]] or parties,
        "many_parties": len(parties) > _FEW_PARTIES,
        "registration": _registration(agreement),
        "term": _term(subject),
        "funding": list(_funding(agreement)),
        "meeting": None if subject.meeting is None else _meeting(subject.meeting),
        "corrections": [_correction(one, agreement) for one in agreement.corrections],
        "renewal": _renewal(agreement),
    }


def _label(kind: str, value: str | None) -> Label | None:
    return Label(kind, value) if value else None


def _office(office: Office) -> dict[str, Any]:
    """Whose letter it is; the seat of a regency seldom has the name of the regency, so only a city's is known."""
    title, kind = _HEADS.get(office.tier, ("", ""))
    region = (office.region or "").strip()
    name = region.removeprefix(kind).strip()
    return {
        "office": office.office,
        "region": region or None,
        "government": f"Pemerintah {region}" if title and region else None,
        "head_of_region": f"{title} {name}" if title and name else None,
        "seat": name if office.tier == "city" and name else None,
        "team": office.team,
    }


def _parties(agreement: Agreement) -> Iterator[dict[str, Any]]:
    days = signing_days(agreement)
    few = len(agreement.parties) <= _FEW_PARTIES
    for number, (party, signed) in enumerate(zip(agreement.parties, days, strict=True), start=1):
        who = party.signatory[0] if party.signatory else None
        yield {
            "rank": number,
            "short": party.name if few else Message("letter.short", number=number),
            "name": party.name,
            "region": party.region,
            "number": ", ".join(party.number) or None,
            "signatory": who.name if who else None,
            "signatory_office": who.office if who else None,
            "signed": signed,
            "ours": bool(party.ours),
        }


def _invited(agreement: Agreement, meeting: Meeting | None) -> Iterator[str]:
    """The parties, and the units that have to do with it or are expected; each once."""
    attendees = [_unit(one) for one in meeting.attendees] if meeting else []
    names = [one.name for one in agreement.parties]
    seen = set()
    for name in (*names, *agreement.lead, agreement.initiator, *attendees):
        if name and name_folded(name) not in seen:
            seen.add(name_folded(name))
            yield name


def _unit(attendee: Any) -> str | None:
    unit: str | None = attendee if isinstance(attendee, str) else attendee.unit
    return unit


def _registration(agreement: Agreement) -> dict[str, Any] | None:
    one = agreement.registration
    return {"number": one.number, "date": one.date} if one else None


def _term(subject: Subject) -> dict[str, Any]:
    facts, term = subject.standing.facts, subject.agreement.term
    days = (facts.ends - subject.today).days if facts.ends else None
    return {
        "starts": facts.starts,
        "ends": facts.ends,
        "length": term.length if term else None,
        "until": facts.until,
        "decision": facts.decision,
        "notice": term.notice if term else None,
        "notice_day": facts.notice_day,
        "days_left": None if days is None else abs(days),
        "is_over": days is not None and days < 0,
        "decision_is_over": facts.decision is not None and facts.decision < subject.today,
    }


def _funding(agreement: Agreement) -> Iterator[dict[str, Any]]:
    names = {key: party.name for key, party in keyed(agreement.parties)}
    for one in agreement.funding:
        yield {
            "source": _label("funding-source", one.source),
            "party": names.get(one.party or "", one.party),
            "amount": None if one.amount is None else Rupiah(one.amount),
            "year": None if one.year is None else str(one.year),
            "note": one.note,
        }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    attendees = list(_attendees(meeting))
    modes = [one["mode"] for one in attendees]
    return {
        "date": meeting.date,
        "place": meeting.place,
        "mode": _label("mode", meeting.mode),
        "chair": meeting.chair,
        "basis": meeting.basis,
        "outcome": _label("meeting-outcome", meeting.outcome),
        "has_corrections": meeting.outcome == "corrections",
        "note": meeting.note,
        "attended": len(attendees),
        "in_person": modes.count(Label("mode", "in-person")),
        "online": modes.count(Label("mode", "online")),
        "attendees": attendees,
    }


def _attendees(meeting: Meeting) -> Iterator[dict[str, Any]]:
    """Who came and how: as it is said of each, else as of the meeting, of a hybrid one that somebody was there."""
    for number, one in enumerate(meeting.attendees, start=1):
        own = None if isinstance(one, str) else one.mode
        common = meeting.mode if meeting.mode != "hybrid" else "in-person"
        yield {"no": number, "unit": _unit(one), "mode": _label("mode", own or common)}


def _correction(one: Correction, agreement: Agreement) -> dict[str, Any]:
    parties = keyed(agreement.parties)
    said = verdicts(one, [key for key, _ in parties])
    states = {verdict.state for verdict in said.values()}
    state = "withdrawn" if one.withdrawn else next(s for s in ("rejected", "waiting", "accepted") if s in states)
    return {
        "no": one.no,
        "kind": _label("correction-kind", one.kind),
        "clause": one.clause,
        "was": one.was,
        "becomes": one.becomes,
        "reason": one.reason,
        "raised": one.raised.date if one.raised else None,
        "by": one.raised.by if one.raised else None,
        "status": Message(f"correction.state.{state}"),
        "answers": list(_answers(one, agreement)),
    }


def _answers(one: Correction, agreement: Agreement) -> Iterator[dict[str, Any]]:
    parties = keyed(agreement.parties)
    said = verdicts(one, [key for key, _ in parties])
    few = len(parties) <= _FEW_PARTIES
    style = "answer" if few else "mark"
    for number, (key, party) in enumerate(parties, start=1):
        verdict, day = said[key], said[key].day
        on = f"{day:%d-%m-%Y}" if day else ""
        counter = one.answers[key].counter if verdict.state == "rejected" else None
        words: Message | str = Message(f"letter.{style}.{verdict.state}", day=on)
        if counter:
            words = Message(f"letter.{style}.countered", day=on, counter=counter)
        elif one.withdrawn and verdict.state == "waiting":
            words = "–"
        short = party.name if few else Message("letter.short", number=number)
        yield {"party": party.name, "short": short, "words": words}


def _renewal(agreement: Agreement) -> dict[str, Any]:
    one = agreement.renewal
    intent = one.intent if one else None
    return {
        "intent": _label("intent", intent),
        "date": one.date if one else None,
        "note": one.note if one else None,
        "renews": intent == "renew",
        "stops": intent == "stop",
    }
