"""The key of every party: the one it was given, else one made from its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

_WORD: Final = re.compile(r"[a-z0-9]+", re.ASCII)
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`ʼ")
_LINKING: Final = frozenset({"dan", "atau", "di", "ke", "dari", "untuk", "bagi", "pada", "of", "the", "and"})
_REGIONS: Final = frozenset({"kabupaten", "kab", "kota", "provinsi", "prov"})
_LONGEST: Final = 20
_NAMELESS: Final = "pihak"


class Named(Protocol):
    """A party, as far as its key is concerned."""

    @property
    def key(self) -> str | None:
        """The key its file gives it."""

    @property
    def name(self) -> str:
        """The name its file gives it."""


P = TypeVar("P", bound=Named)


def keys_of(parties: Sequence[Named]) -> tuple[str, ...]:
    """The key of each of `parties`, in their order.

    A given key stands as it is. A made one is the first words of the name, about 20 characters of them,
    in `[a-z0-9-]+`; one that is taken gets `-2`, `-3` and so on, in the order of the parties.
    """
    taken = {party.key for party in parties if party.key}
    keys = []
    for party in parties:
        key = party.key or _free(_made_from(party.name), taken)
        taken.add(key)
        keys.append(key)
    return tuple(keys)


def keyed(parties: Sequence[P]) -> list[tuple[str, P]]:
    """Each of `parties` with its key, in their order."""
    return list(zip(keys_of(parties), parties, strict=True))


def _made_from(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).lower())
    words = _WORD.findall(folded.encode("ascii", "ignore").decode())
    for idle in (_LINKING, _REGIONS):
        words = [word for word in words if word not in idle] or words
    key = "".join(words[:1])[:_LONGEST]
    for word in words[1:]:
        if len(key) + 1 + len(word) > _LONGEST:
            break
        key += f"-{word}"
    return key or _NAMELESS


def _free(key: str, taken: set[str]) -> str:
    candidate, number = key, 1
    while candidate in taken:
        number += 1
        candidate = f"{key}-{number}"
    return candidate
