"""What a file holds: which fields, and which words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pks.domain.standing.party_keys import keyed

if TYPE_CHECKING:  # a reading command needs no model
    from pks.domain.model.agreement import Agreement

_MAPS: Final = ("term", "offer", "council", "signing", "registration", "renewal")


def stated_in(agreement: Agreement) -> tuple[str, ...]:
    """The fields that hold something, sorted: `title`, `term`, `term.starts` ..., two steps deep."""
    names = [name for name, value in vars(agreement).items() if _holds(value)]
    for name in _MAPS:
        part = getattr(agreement, name)
        if part is not None:
            names += [f"{name}.{key}" for key, value in vars(part).items() if _holds(value)]
    return tuple(sorted(names))


def text_of(agreement: Agreement) -> str:
    """The texts that words are looked for in, case folded, a line each: titles, names, numbers, scope."""
    registered = agreement.registration.number if agreement.registration else None
    one = (
        agreement.title, agreement.purpose, agreement.location, agreement.instrument, agreement.as_written,
        agreement.cooperation, agreement.initiator, agreement.cluster, registered,
    )  # fmt: skip
    of_parties = [
        text for key, party in keyed(agreement.parties) for text in (key, party.name, party.region, *party.number)
    ]
    several = (*agreement.sectors, *agreement.lead, *agreement.scope, *(one.name for one in agreement.clusters))
    return "\n".join(text for text in (*one, *of_parties, *several) if text).casefold()


def _holds(value: object) -> bool:
    return bool(value) or (value is not None and value not in ((), {}, ""))
