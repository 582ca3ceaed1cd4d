"""Who has signed, and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pks.domain.standing.party_keys import keys_of

if TYPE_CHECKING:  # a reading command needs no model
    from pks.domain.model.agreement import Agreement


def signing_days(agreement: Agreement) -> tuple[date | None, ...]:
    """The day each party signed, in party order: its own, else `signing.date`; None where neither is stated."""
    common = agreement.signing.date if agreement.signing else None
    return tuple(party.signed or common for party in agreement.parties)


def unsigned(agreement: Agreement) -> tuple[str, ...]:
    """The keys of the parties whose day of signing is not stated, in party order."""
    days = zip(keys_of(agreement.parties), signing_days(agreement), strict=True)
    return tuple(key for key, day in days if day is None)
