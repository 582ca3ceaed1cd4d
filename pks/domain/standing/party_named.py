"""The one party that somebody means by its key or a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from pks.domain.compared import name_folded
from pks.domain.standing.party_keys import P, keyed
from pks.errors import UsageError
from pks.message import Message


def key_of(option: str, wanted: str, parties: Sequence[P]) -> str:
    """The key of the party that `wanted` means: its key, else a part of its name that no other party's has.

    Case and space do not count. `option` is what the party was given to.

    Raises:
        UsageError: when it means none of `parties`, or several.
    """
    named = keyed(parties)
    asked = name_folded(wanted)
    found = [key for key, _ in named if key == asked]
    found = found or [key for key, party in named if asked and asked in name_folded(party.name)]
    if len(found) == 1:
        return found[0]
    message = "sign.no-party" if not found else "sign.several-parties"
    reason = Message(message, text=wanted, keys=found or [key for key, _ in named])
    raise UsageError(Message("usage.bad-value", name=option, reason=reason))


def by_party(option: str, given: Sequence[str], parties: Sequence[P]) -> list[tuple[str | None, str]]:
    """Each `[KEY=]TEXT` as the key of the party it names, None where it names none, and the text behind it.

    Raises:
        UsageError: for a key that no party has, or an empty text.
    """
    pairs: list[tuple[str | None, str]] = []
    for one in given:
        name, equals, text = one.partition("=")
        if not (text if equals else name).strip():
            raise UsageError(Message("usage.option-needs-value", name=option))
        pairs.append((key_of(option, name, parties), text.strip()) if equals else (None, one.strip()))
    return pairs
