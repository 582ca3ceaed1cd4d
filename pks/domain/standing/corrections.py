"""Whether corrections still stand between a draft and its signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pks.domain.standing.waiting import unanswered

if TYPE_CHECKING:  # as in `pks.domain.standing.facts`
    from pks.domain.model.agreement import Agreement


def corrections_open(agreement: Agreement) -> bool:
    """Whether some are to be written down after a meeting, answered, or settled after a rejection.

    A correction that was withdrawn asks for nothing.
    """
    if not agreement.corrections:
        return any(meeting.outcome == "corrections" for meeting in agreement.facilitation)
    asked = [correction for correction in agreement.corrections if correction.withdrawn is None]
    return any(unanswered(agreement)) or any(answer.rejected for one in asked for answer in one.answers.values())
