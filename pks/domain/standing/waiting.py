"""Whose move it is: the one party, council or office an agreement is waiting for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from pks.domain.standing.corrections import corrections_open, unanswered
from pks.domain.standing.party_keys import keyed
from pks.domain.standing.signatures import signing_days, unsigned

if TYPE_CHECKING:  # a reading command needs no model
    from pks.domain.model.agreement import Agreement

OFFICE: Final = "office"
COUNCIL: Final = "council"


class Waiting(NamedTuple):
    """Who is waited for (a party key, `council` or `office`), and since when.

    `since` is the day the thing went to them (offer sent, request submitted, correction raised, the latest
    signature of another party in this stage), else the day the stage was entered.
    """

    who: str
    since: date


def waiting(agreement: Agreement) -> Waiting | None:
    """Whose move it is by the file alone; None when closed, or when nobody in particular's.

    In `draft` an offer without a reply waits for the first party that is not ours. In `corrections` the
    first that holds: a party with a correction to answer, a council that has not answered, corrections to
    write down or a rejection to settle (the office), a party that has not signed, else the office. In
    `reporting` nobody's: what is owed then has dates of its own. Everywhere else the office's.
    """
    if agreement.closed or agreement.stage == "reporting":
        return None
    special = _SPECIAL.get(agreement.stage)
    found = special(agreement) if special else None
    return found or Waiting(OFFICE, stage_since(agreement))


def stage_since(agreement: Agreement) -> date:
    """The day the present stage was entered: the first of the last entries that name it.

    A closing repeats the stage and so does not start it anew, nor does reopening it where it was.
    """
    since = agreement.history[-1].date
    for event in reversed(agreement.history):
        if event.stage != agreement.stage:
            break
        since = event.date
    return since


def _in_draft(agreement: Agreement) -> Waiting | None:
    offer = agreement.offer
    if offer is None or offer.sent is None or offer.replied is not None:
        return None
    theirs = (key for key, party in keyed(agreement.parties) if not party.ours)
    return next((Waiting(key, offer.sent) for key in theirs), None)


def _in_corrections(agreement: Agreement) -> Waiting | None:
    silent, correction = next(unanswered(agreement), (None, None))
    if silent and correction:
        raised = correction.raised.date if correction.raised else None
        return Waiting(silent, raised or stage_since(agreement))
    submitted = council_open(agreement)
    if submitted:
        return Waiting(COUNCIL, submitted)
    if corrections_open(agreement):
        return None
    return next((Waiting(key, _with_signatories_since(agreement)) for key in unsigned(agreement)), None)


def _with_signatories_since(agreement: Agreement) -> date:
    """The day the text went on to those who have not signed: the latest signature, where it is in this stage."""
    return max([stage_since(agreement), *filter(None, signing_days(agreement))])


def council_open(agreement: Agreement) -> date | None:
    """The day the council was asked, while it has not answered; an outcome without a day is an answer too."""
    council = agreement.council
    return council.submitted if council and not (council.answered or council.outcome) else None


_SPECIAL: Final[dict[str, Callable[[Agreement], Waiting | None]]] = {
    "draft": _in_draft,
    "corrections": _in_corrections,
}
