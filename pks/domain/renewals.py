"""Renewing: what of a file goes into the new file that renews it, field by field, and when that may be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import successors_of
from pks.errors import RefusedError
from pks.message import Message

What = Literal["carried", "blanked", "adjusted"]
CARRIED: Final[What] = "carried"
BLANKED: Final[What] = "blanked"
ADJUSTED: Final[What] = "adjusted"
WHATS: Final[tuple[What, ...]] = (CARRIED, ADJUSTED, BLANKED)


class Fate(NamedTuple):
    """What becomes of a field, and the reason: the last part of `renewing.because.REASON`."""

    what: What
    reason: str


def _all(what: What, reason: str, *names: str) -> dict[str, Fate]:
    return dict.fromkeys(names, Fate(what, reason))


# Every key of the format, parties and term key by key. A field with others below it is `adjusted`: the parts
# that are carried make up the new one. One without is set anew. What is not named here is blanked.
FATES: Final[dict[str, Fate]] = {
    **_all(CARRIED, "same-text", "title", "purpose", "location", "instrument", "as_written", "scope", "legal_basis"),
    **_all(CARRIED, "same-kind", "cooperation", "mandatory", "sectors"),
    **_all(CARRIED, "same-people", "initiator", "lead"),
    **_all(ADJUSTED, "open-umbrella", "under"),
    **_all(CARRIED, "same-place", "cluster", "clusters"),
    **_all(ADJUSTED, "renews", "renews"),
    **_all(BLANKED, "other-text", "amends"),
    **_all(ADJUSTED, "same-parties", "parties"),
    **_all(CARRIED, "same-parties", *(f"parties.{key}" for key in ("key", "name", "region", "body", "ours"))),
    **_all(BLANKED, "new-number", "parties.number"),
    **_all(ADJUSTED, "office-signs", "parties.signatory"),
    **_all(CARRIED, "office-signs", "parties.signatory.office"),
    **_all(BLANKED, "office-signs", *(f"parties.signatory.{key}" for key in ("name", "capacity", "mandate"))),
    **_all(BLANKED, "new-procedure", "parties.signed"),
    **_all(ADJUSTED, "new-days", "term"),
    **_all(CARRIED, "same-term", "term.length", "term.until", "term.review", "term.notice"),
    **_all(BLANKED, "new-days", "term.starts", "term.ends"),
    **_all(BLANKED, "new-procedure", "offer", "council", "facilitation", "corrections", "signing", "registration"),
    **_all(ADJUSTED, "who-pays", "funding"),
    **_all(CARRIED, "who-pays", "funding.source", "funding.party"),
    **_all(BLANKED, "who-pays", "funding.amount", "funding.year", "funding.note"),
    **_all(BLANKED, "old-papers", "documents"),
    **_all(CARRIED, "same-duties", "reporting"),
    **_all(BLANKED, "old-duties", "reports", "tasks", "evaluations"),
    **_all(ADJUSTED, "measured-anew", "indicators"),
    **_all(CARRIED, "measured-anew", "indicators.name", "indicators.unit"),
    **_all(BLANKED, "measured-anew", "indicators.readings"),
    **_all(BLANKED, "in-the-text", "amendments"),
    **_all(BLANKED, "decided", "renewal"),
    **_all(BLANKED, "unread", "unread"),
    **_all(ADJUSTED, "begins-anew", "history"),
}
_FOREIGN: Final = Fate(BLANKED, "own-keys")


def fate_of(name: str) -> Fate:
    """What becomes of the field with the dotted `name`; a key the format lacks is blanked."""
    return FATES.get(name, _FOREIGN)


def carried(content: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """What the new file takes over of `content`, the data of the old one as its file states it now."""
    parts = {key: _part(value, f"{above}{key}") for key, value in content.items()}
    return {key: part for key, part in parts.items() if part}


def fates_in(content: Mapping[str, Any], above: str = "") -> dict[str, Fate]:
    """What becomes of each field that `content` states, in its order; where parts differ, part by part."""
    found: dict[str, Fate] = {}
    for key, value in content.items():
        name = f"{above}{key}"
        if not value:
            continue
        below = [one for one in _items(value) if isinstance(one, Mapping)] if _has_parts(name) else []
        if not below:
            found[name] = fate_of(name)
        for one in below:
            found |= fates_in(one, f"{name}.")
    return found


def open_links(links: Any, closed: Iterable[str]) -> Any:
    """The umbrellas of `under` as data, one or a list, without the ids among `closed`."""
    gone = set(closed)
    left = [one for one in _items(links) if not (isinstance(one, str) and one.strip() in gone)]
    return left if len(left) > 1 or not left else left[0]


def signed_successors(register: Mapping[str, Facts], old: Facts) -> list[str]:
    """The ids, sorted, of the signed agreements that renew `old` already, once `old` may be renewed at all.

    Raises:
        RefusedError: `old` is not signed by every party, or a successor is being prepared.
    """
    if not old.signed:
        raise RefusedError(Message("renewing.unsigned", id=old.id), details=_missing(old))
    successors = successors_of(register).get(old.id, [])
    preparing = sorted(one.id for one in successors if not one.signed)
    if preparing:
        raise RefusedError(Message("renewing.being-prepared", id=old.id, successors=preparing, first=preparing[0]))
    return sorted(one.id for one in successors)


def _missing(old: Facts) -> tuple[Message, ...]:
    names = [party.name for party in old.parties if party.key in old.unsigned]
    return (Message("renewing.unsigned-by", parties=names),) if names else ()


def _part(value: Any, name: str) -> Any:
    """What of one field goes over; empty or None for nothing."""
    what = fate_of(name).what
    if what != ADJUSTED:
        return value if what == CARRIED else None
    parts = [carried(one, f"{name}.") for one in _items(value) if isinstance(one, Mapping)]
    distinct = [one for number, one in enumerate(parts) if one and (name == "parties" or one not in parts[:number])]
    return distinct if isinstance(value, list) else next(iter(distinct), None)


def _items(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _has_parts(name: str) -> bool:
    return any(one.startswith(f"{name}.") for one in FATES)
