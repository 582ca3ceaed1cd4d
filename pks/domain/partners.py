"""Partners: which names are one partner's, as `.pks/partners.yaml` says or as two spellings suggest."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pks.domain.compared import name_folded
from pks.domain.values import Text
from pks.domain.vocabulary import Body


class Partner(NamedTuple):
    """One partner of the office: the name it goes by, and the other spellings of it that occur."""

    name: Text
    aliases: tuple[Text, ...] = ()
    body: Body | None = None
    region: Text | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling, the partner's own name first."""
        return (self.name, *self.aliases)


def by_name(partners: Iterable[Partner]) -> dict[str, Partner]:
    """Each partner by every spelling, folded; one that two partners claim is the first one's."""
    found: dict[str, Partner] = {}
    for partner in partners:
        for name in partner.names:
            found.setdefault(name_folded(name), partner)
    return found


def spellings_of(partners: Iterable[Partner], wanted: Sequence[str]) -> frozenset[str]:
    """Every spelling, folded, of the partners that have one of `wanted` as a part of one, ignoring case."""
    parts = [name_folded(one) for one in wanted]
    found: set[str] = set()
    for partner in partners:
        names = [name_folded(name) for name in partner.names]
        if any(part and part in name for part in parts for name in names):
            found.update(names)
    return frozenset(found)


def claimed_twice(partners: Sequence[Partner]) -> list[tuple[int, str, str]]:
    """Spellings that two partners claim: the position from 0 of the later one, the spelling, the earlier one's name."""
    first: dict[str, Partner] = {}
    found = []
    for position, partner in enumerate(partners):
        for name in partner.names:
            owner = first.setdefault(name_folded(name), partner)
            if owner is not partner:
                found.append((position, name, owner.name))
    return found
