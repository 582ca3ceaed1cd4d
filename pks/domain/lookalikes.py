"""Names that are probably one partner's: the same but for case, punctuation, abbreviation or a slip of the pen.

Every name is looked at once and never held against every other one, so that a register with thousands of
names takes no longer than its size.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from pks.domain.compared import name_folded
from pks.domain.partners import Partner, by_name

_WORD: Final = re.compile(r"[a-z0-9]+", re.ASCII)
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`ʼ")
# Spelling before 1972, still usual in names of persons and hospitals named after them.
_OLD_SPELLING: Final = (("oe", "u"), ("dj", "j"), ("tj", "c"))
_SHORT: Final[dict[str, str]] = {
    "rumah sakit umum daerah": "rsud", "rumah sakit jiwa daerah": "rsjd", "rumah sakit umum": "rsu",
    "rumah sakit jiwa": "rsj", "rumah sakit": "rs", "rsu daerah": "rsud", "rsj daerah": "rsjd", "rs umum": "rsu",
    "rs jiwa": "rsj", "rs umum daerah": "rsud", "perseroan terbatas": "pt", "universitas": "univ",
    "pemerintah kabupaten": "pemkab", "pemerintah kota": "pemkot", "pemerintah provinsi": "pemprov",
    "pemerintah daerah": "pemda", "kabupaten": "kab", "provinsi": "prov", "propinsi": "prov", "kecamatan": "kec",
    "pemerintah kab": "pemkab", "pemerintah prov": "pemprov", "dinas kesehatan": "dinkes", "dinas sosial": "dinsos",
    "dinas pendidikan": "disdik", "sma negeri": "sman", "smk negeri": "smkn", "smp negeri": "smpn", "sd negeri": "sdn",
    "sekolah menengah atas": "sma", "sekolah menengah kejuruan": "smk", "kepolisian resor": "polres",
    "kepolisian daerah": "polda", "kantor wilayah": "kanwil", "yayasan": "yys", "kalimantan barat": "kalbar",
    "kalimantan tengah": "kalteng", "kalimantan selatan": "kalsel", "kalimantan timur": "kaltim",
    "kalimantan utara": "kaltara", "jawa barat": "jabar", "jawa tengah": "jateng", "jawa timur": "jatim",
    "sumatera utara": "sumut", "sumatera barat": "sumbar", "sumatera selatan": "sumsel", "sulawesi selatan": "sulsel",
    "sulawesi utara": "sulut", "sulawesi tengah": "sulteng", "sulawesi tenggara": "sultra", "sulawesi barat": "sulbar",
    "nusa tenggara barat": "ntb", "nusa tenggara timur": "ntt",
}  # fmt: skip
_LONGEST_PHRASE: Final = max(len(phrase.split()) for phrase in _SHORT)
# What a name is written with or without: titles of persons, forms of a company, words that only link.
_IDLE: Final = frozenset({
    "dr", "drs", "dra", "prof", "ir", "h", "hj", "kh", "persero", "tbk", "dan", "and", "the", "of",
})  # fmt: skip
# Below these, two names of one letter's difference are two places.
_VILLAGES: Final = frozenset({"desa", "kelurahan", "kampung", "nagari", "gampong", "pekon", "kec", "dusun"})
_SLIP_FROM: Final = 6  # letters of a word, from which one letter more, less or other is taken for a slip
_NAME_FROM: Final = 3  # letters of a word, from which it may be the name that an initial stands for
_ROMAN: Final = frozenset("ivxlc")
_DISTINCT: Final = frozenset({frozenset({"badung", "bandung"}), frozenset({"lembang", "rembang"})})

Words = tuple[str, ...]


def lookalikes(names: Mapping[str, Iterable[str]], partners: Sequence[Partner] = ()) -> list[tuple[str, ...]]:
    """The names that are probably one partner's, in groups of two or more, sorted.

    `names` holds for each name the ids of the agreements with a party so called. Never together are two
    parties of one agreement, names whose digits differ, and names that `partners` gives to two of them; a
    group whose names are all one partner's is no news and left out.
    """
    groups = _Groups(names, partners)
    for one, other in _pairs(sorted(groups.ids)):
        groups.join(one, other)
    return groups.found()


class Lookalikes(NamedTuple):
    """A group of spellings: the one to keep, the others, and the `first` agreement with one of those, by id.

    `known` where `name` is a partner's in partners.yaml already, and the others are only missing there.
    """

    name: str
    others: tuple[str, ...]
    first: str
    known: bool


def merged(group: Sequence[str], names: Mapping[str, Iterable[str]], partners: Sequence[Partner]) -> Lookalikes:
    """What to make of a `group` of `lookalikes`: the partner's own name, else the most usual, else the longest."""
    known = by_name(partners)
    ids: dict[str, set[str]] = defaultdict(set)
    for name, where in names.items():
        ids[name_folded(name)].update(where)
    partner = next((known[name_folded(name)] for name in group if name_folded(name) in known), None)
    usual = sorted(group, key=lambda name: (-len(ids[name_folded(name)]), -len(name), name))
    others = [name for name in usual if name_folded(name) not in known] if partner else usual[1:]
    name = partner.name if partner else usual[0]
    first = min(id_ for one in others for id_ in ids[name_folded(one)])
    return Lookalikes(name, tuple(sorted(others)), first, known=partner is not None)


def plain_words(name: str) -> Words:
    """The words of `name` as they are compared: abbreviated, in one spelling, without titles and punctuation."""
    folded = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES).casefold())
    letters = "".join(one for one in folded if not unicodedata.combining(one))
    words = _abbreviated(_initials_joined(_WORD.findall(letters)))
    kept = [word for word in words if word not in _IDLE] or words
    return tuple(_respelled(word) for word in kept)


class _Groups:
    """Names gathered into groups, none of which may hold two parties of one agreement, or two known partners."""

    def __init__(self, names: Mapping[str, Iterable[str]], partners: Sequence[Partner]) -> None:
        self._known = by_name(partners)
        self.ids: dict[str, set[str]] = {}
        self._spelled: dict[str, str] = {}
        for name, ids in sorted(names.items()):
            folded = name_folded(name)
            self._spelled.setdefault(folded, " ".join(name.split()))
            self.ids.setdefault(folded, set()).update(ids)
        self._above = {name: name for name in self.ids}
        self._partner = {name: self._known.get(name) for name in self.ids}

    def join(self, one: str, other: str) -> None:
        """Put the groups of both into one, where nothing speaks against it."""
        first, second = self._top(one), self._top(other)
        mine, theirs = self._partner[first], self._partner[second]
        both_known = mine is not None and theirs is not None
        if first == second or (both_known and mine is not theirs):
            return
        if not both_known and self.ids[first] & self.ids[second]:
            return
        self._above[second] = first
        self._partner[first] = mine or theirs
        self.ids[first] = self.ids[first] | self.ids[second]

    def found(self) -> list[tuple[str, ...]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for name in self._above:
            groups[self._top(name)].append(name)
        news = (group for group in groups.values() if len(group) > 1 and not all(name in self._known for name in group))
        return sorted(tuple(sorted(self._spelled[name] for name in group)) for group in news)

    def _top(self, name: str) -> str:
        while self._above[name] != name:
            self._above[name] = name = self._above[self._above[name]]
        return name


def _pairs(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names that say the same, then those that differ by an initial or a slip of the pen in one word."""
    same: dict[str, str] = {}
    words = {name: plain for name in names if (plain := plain_words(name))}
    for name, found in words.items():
        first = same.setdefault("".join(found), name)
        if first != name:
            yield first, name
    distinct = {name: words[name] for name in same.values()}
    yield from _slips(distinct)
    yield from _initials(distinct)


def _slips(names: Mapping[str, Words]) -> Iterator[tuple[str, str]]:
    """Names of which one word differs by one letter: they share that word less a letter (Garbe's SymSpell)."""
    seen: dict[tuple[Words, int, str], list[tuple[str, str]]] = defaultdict(list)
    for name, words in names.items():
        for at, word in enumerate(words):
            if len(word) < _SLIP_FROM or not word.isalpha() or not _VILLAGES.isdisjoint(words[:at]):
                continue
            rest = (*words[:at], "", *words[at + 1 :])
            for less in {word, *(word[:cut] + word[cut + 1 :] for cut in range(len(word)))}:
                others = seen[rest, at, less]
                yield from ((other, name) for other, theirs in others if _is_slip(theirs, word))
                others.append((name, word))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words that share one less a letter differ by one letter, or by two that changed places."""
    if frozenset({one, other}) in _DISTINCT or len(one) != len(other):
        return frozenset({one, other}) not in _DISTINCT
    differing = [at for at, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs]
    swapped = len(differing) == 2 and differing[1] - differing[0] == 1 and sorted(one) == sorted(other)  # noqa: PLR2004
    return len(differing) == 1 or swapped


def _initials(names: Mapping[str, Words]) -> Iterator[tuple[str, str]]:
    """Names of which one word is only an initial where the other has it in full, and only one other has."""
    full: dict[tuple[Words, int, str], list[str]] = defaultdict(list)
    short: list[tuple[tuple[Words, int, str], str]] = []
    for name, words in names.items():
        if max(map(len, words)) < _SLIP_FROM - 1 or len(words) < 3:  # noqa: PLR2004  # too little to tell by
            continue
        for at, word in enumerate(words):
            key = ((*words[:at], "", *words[at + 1 :]), at, word[0])
            if len(word) == 1 and word.isalpha():
                short.append((key, name))
            elif word.isalpha() and len(word) >= _NAME_FROM and not _ROMAN.issuperset(word):
                full[key].append(name)
    for key, name in short:
        if len(full[key]) == 1:
            yield full[key][0], name


def _initials_joined(words: Sequence[str]) -> list[str]:
    """Two or more single letters in a row are one abbreviation: R.S.U.D. is rsud."""
    joined: list[str] = []
    run: list[str] = []
    for word in (*words, ""):
        if len(word) == 1 and word.isalpha():
            run.append(word)
            continue
        joined += ["".join(run)] if len(run) > 1 else run
        run = []
        joined += [word] if word else []
    return joined


def _abbreviated(words: Sequence[str]) -> list[str]:
    """The words, phrases that have a usual abbreviation abbreviated, the longest first."""
    done: list[str] = []
    at = 0
    while at < len(words):
        lengths = range(min(_LONGEST_PHRASE, len(words) - at), 1, -1)
        length = next((one for one in lengths if " ".join(words[at : at + one]) in _SHORT), 1)
        phrase = " ".join(words[at : at + length])
        done.append(_SHORT.get(phrase, phrase))
        at += length
    return done


def _respelled(word: str) -> str:
    for old, new in _OLD_SPELLING:
        word = word.replace(old, new)
    return word
