"""What the parties have said to the corrections, and whether these still stand between a draft and its signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from pks.domain.standing.party_keys import keys_of

if TYPE_CHECKING:  # as in `pks.domain.standing.facts`
    from pks.domain.model.agreement import Agreement
    from pks.domain.model.procedure import Answer, Correction


class Verdict(NamedTuple):
    """What a party has said to a correction: `accepted` or `rejected` since `day`, or `waiting` without a day."""

    state: str
    day: date | None


_WAITING: Final = Verdict("waiting", None)


def verdict(answer: Answer | None) -> Verdict:
    """What an answer says; of one that is both, the later day counts, and on the same day the rejection does."""
    if answer is None or not (answer.accepted or answer.rejected):
        return _WAITING
    if answer.accepted and (answer.rejected is None or answer.accepted > answer.rejected):
        return Verdict("accepted", answer.accepted)
    return Verdict("rejected", answer.rejected)


def verdicts(correction: Correction, keys: Sequence[str]) -> dict[str, Verdict]:
    """What each party of `keys` has said to it."""
    return {key: verdict(correction.answers.get(key)) for key in keys}


def is_open(correction: Correction, keys: Sequence[str]) -> bool:
    """Whether it still stands in the way: not withdrawn, and not accepted by every party of `keys`."""
    said = verdicts(correction, keys).values()
    return correction.withdrawn is None and any(one.state != "accepted" for one in said)


def unanswered(agreement: Agreement) -> Iterator[tuple[str, Correction]]:
    """Each party key, in party order, with each correction it has neither accepted nor rejected.

    A correction that was withdrawn asks for no answer. An answer counts only for the key it stands under.
    """
    for key in keys_of(agreement.parties):
        for correction in agreement.corrections:
            if correction.withdrawn is None and verdict(correction.answers.get(key)) is _WAITING:
                yield key, correction


def corrections_open(agreement: Agreement) -> bool:
    """Whether some are to be written down after a meeting, answered, or settled after a rejection."""
    if not agreement.corrections:
        return any(meeting.outcome == "corrections" for meeting in agreement.facilitation)
    keys = keys_of(agreement.parties)
    return any(is_open(one, keys) for one in agreement.corrections)
