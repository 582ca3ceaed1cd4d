"""Who the parties of a row are, and whose each number and signatory is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pks.inputs.register.days import plain

_BETWEEN: Final = re.compile(r"\n|;| {8,}")
_NUMBERING: Final = re.compile(r"^(?:[0-9]{1,2}|[a-z])[.)] +")
_WORD: Final = re.compile(r"[a-z0-9]+")
_IDLE: Final = frozenset(
    {
        "dan", "atau", "di", "ke", "dari", "untuk", "bidang", "pusat", "republik", "indonesia", "ketua", "umum",
        "direktur", "dir", "dirut", "dirjen", "kepala", "sekjen", "menteri", "the", "persero", "tbk", "pks", "mou",
    }
)  # fmt: skip
_INCOMPLETE: Final = re.compile(r"[ \t\u00a0]{3,}|\.{3,}|…|_{2,}|/[ \u00a0]+/|^/")
_SHORTEST: Final = 3
_GOVERNMENT: Final = re.compile(r"^pemerintah (?:daerah )?")
_REGION: Final = re.compile(r"^(?:pem)?(kab|kot|prov)(?:upaten|a|insi)?\.? ")


@dataclass
class PartyRead:
    """A party as the register states it; `offices` are those of who signed, where it says so."""

    name: str
    ours: bool = False
    key: str | None = None
    body: str | None = None
    numbers: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Ours:
    """Whose register it is: the party it never names, and the other spellings by which it sometimes does."""

    name: str | None
    also: tuple[str, ...] = ()

    def is_meant_by(self, name: str) -> bool:
        """Whether `name` is the register's own party."""
        if not self.name:
            return False
        return _region(name) in {_region(one) for one in self._spellings()} or self._is_governed_by(plain(name))

    def _is_governed_by(self, word: str) -> bool:
        """Whether `word` alone is how the government of a region speaks of itself, and this is such a region."""
        kind = _REGION.match(f"{_GOVERNMENT.sub('', plain(self.name or ''))} ")
        return kind is not None and word.strip(" .") in {f"pem{kind[1]}", "pemda", "pemerintah daerah"}

    def shares(self, text: str) -> bool:
        """Whether `text`, a number or an office, names the register's own party by a word."""
        return bool({word for one in self._spellings() for word in words_of(one)} & words_of(text))

    def _spellings(self) -> Iterator[str]:
        if self.name:
            yield self.name
            yield re.sub(r" *\([^)]*\)", "", self.name)
            yield from re.findall(r"\(([^)]*)\)", self.name)
            initials = "".join(word[0] for word in re.sub(r"\(.*", "", self.name).split() if word[0].isupper())
            if len(initials) >= _SHORTEST:
                yield initials
        yield from self.also


def _region(name: str) -> str:
    """`name` without the words by which a region's government is told from the region: Pemkab X is Kabupaten X."""
    return _REGION.sub(r"\1 ", _GOVERNMENT.sub("", plain(name)))


def words_of(text: str) -> set[str]:
    """The words of `text` by which somebody may be known: three letters or more, no titles and legal forms."""
    return {word for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST and not word.isdecimal()} - _IDLE


def split_cell(text: str) -> list[str]:
    """What one cell says of several: by lines, by `;`, or by a gap that a lost line break has left."""
    parts = (_NUMBERING.sub("", " ".join(part.split()).strip(" ,"), count=1) for part in _BETWEEN.split(text))
    return [part for part in parts if part]


def split_numbers(text: str) -> list[str]:
    """The document numbers of one cell: by lines, by `;`, or by a gap far wider than one left to be filled in."""
    return [part.strip() for part in re.split(r"\n|;| {30,}", text) if part.strip()]


def is_name(text: str) -> bool:
    """Whether a text can be a party's name: it has letters."""
    return sum(one.isalpha() for one in text) > 1


def is_incomplete(number: str) -> bool:
    """Whether a document number has a gap that was left to be filled in."""
    return _INCOMPLETE.search(number) is not None


def shared_out(parties: Sequence[PartyRead], texts: Sequence[str]) -> list[tuple[PartyRead, str]] | None:
    """Each of `texts` with its party, in order; all with the only one there is; None where they do not go up."""
    others = [one for one in parties if not one.ours]
    for group in (others, list(parties)):
        if group and len(group) == len(texts):
            return list(zip(group, texts, strict=True))
    return [(others[0], text) for text in texts] if len(others) == 1 else None
