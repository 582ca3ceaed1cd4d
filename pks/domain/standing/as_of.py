"""An agreement as it stood at the end of a past day: what happened later is taken out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:  # nothing here builds a model; it copies the one it is given
    from pks.domain.model.agreement import Agreement
    from pks.domain.model.parties import Party
    from pks.domain.model.procedure import Answer, Correction, Council, Meeting, Offer, Signing
    from pks.domain.model.running import Report, Sent, Task


class _Dated(Protocol):
    @property
    def date(self) -> date | None: ...


_D = TypeVar("_D", bound=_Dated)


def as_of(agreement: Agreement, day: date) -> Agreement | None:
    """`agreement` as it stood at the end of `day`; None when it had no entry by then.

    Entries, signatures, answers, papers, reports and the like that are dated after `day` are gone; what
    is dated on it, or not at all, stays. A meeting held later was still planned. Amendments dated later
    are left out of their list, but the values they changed are not put back; neither are the text of
    parties, scope and term, which carry no day.
    """
    history = _by(day, agreement.history)
    if not history:
        return None
    changes: dict[str, Any] = {
        "history": history,
        "parties": tuple(_party(party, day) for party in agreement.parties),
        "signing": _signing(agreement.signing, day) if agreement.signing else None,
        "offer": _offer(agreement.offer, day) if agreement.offer else None,
        "council": _council(agreement.council, day) if agreement.council else None,
        "facilitation": tuple(_meeting(meeting, day) for meeting in agreement.facilitation),
        "corrections": tuple(
            _correction(one, day) for one in agreement.corrections if not (one.raised and _later(one.raised, day))
        ),
        "registration": _unless_later(agreement.registration, day),
        "renewal": _unless_later(agreement.renewal, day),
        "reports": tuple(_report(report, day) for report in agreement.reports),
        "tasks": tuple(_task(task, day) for task in agreement.tasks),
        "documents": _by(day, agreement.documents),
        "evaluations": _by(day, agreement.evaluations),
        "amendments": _by(day, agreement.amendments),
    }
    return agreement.but(**changes)


def _later(dated: _Dated, day: date) -> bool:
    return dated.date is not None and dated.date > day


def _unless_later(dated: _D | None, day: date) -> _D | None:
    return None if dated is not None and _later(dated, day) else dated


def _by(day: date, all_dated: Iterable[_D]) -> tuple[_D, ...]:
    return tuple(dated for dated in all_dated if not _later(dated, day))


def _day(stated: date | None, day: date) -> date | None:
    return stated if stated and stated <= day else None


def _party(party: Party, day: date) -> Party:
    return party.but(signed=_day(party.signed, day))


def _signing(signing: Signing, day: date) -> Signing:
    return signing.but(date=_day(signing.date, day))


def _offer(offer: Offer, day: date) -> Offer | None:
    """No offer before it was sent, whatever number it was given."""
    if offer.sent and offer.sent > day:
        return None
    days = {"replied": _day(offer.replied, day), "received": _day(offer.received, day)}
    return offer.but(**days)


def _council(council: Council, day: date) -> Council:
    """The two questions carry no day and stay; an answer takes its number and outcome along."""
    gone: dict[str, None] = {}
    if council.submitted and council.submitted > day:
        gone = dict.fromkeys(("submitted", "number", "answered", "outcome"))
    elif council.answered and council.answered > day:
        gone = dict.fromkeys(("number", "answered", "outcome"))
    return council.but(**gone)


def _meeting(meeting: Meeting, day: date) -> Meeting:
    if meeting.outcome is None or not _later(meeting, day):
        return meeting
    return meeting.but(outcome="planned")


def _correction(correction: Correction, day: date) -> Correction:
    answers = {
        party: _answer(answer, day) for party, answer in correction.answers.items() if not _all_later(answer, day)
    }
    update = {"answers": answers, "withdrawn": _unless_later(correction.withdrawn, day)}
    return correction.but(**update)


def _answer(answer: Answer, day: date) -> Answer:
    days = {"accepted": _day(answer.accepted, day), "rejected": _day(answer.rejected, day)}
    return answer.but(**days)


def _all_later(answer: Answer, day: date) -> bool:
    """An answer first given later was not there at all, note and letter included."""
    days = [given for given in (answer.accepted, answer.rejected) if given]
    return bool(days) and min(days) > day


def _report(report: Report, day: date) -> Report:
    return report.but(sent=tuple(_sent(sent, day) for sent in _by(day, report.sent)))


def _sent(sent: Sent, day: date) -> Sent:
    return sent.but(received=_day(sent.received, day))


def _task(task: Task, day: date) -> Task:
    return task.but(done=tuple(done for done in task.done if done <= day))
