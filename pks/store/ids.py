"""Ids: the file names of agreements, safe on every system the register may be copied to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

LONGEST: Final = 80
_ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.ASCII)
_RESERVED: Final = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
_WORD: Final = re.compile(r"[a-z0-9]+", re.ASCII)
_FILLER: Final = frozenset(
    [
        "dan",
        "atau",
        "di",
        "ke",
        "dari",
        "untuk",
        "pada",
        "dengan",
        "bagi",
        "yang",
        "serta",
        "oleh",
        "antara",
        "tentang",
        "dalam",
        "para",
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "between",
        "kerja",
        "sama",
        "perjanjian",
        "kesepakatan",
        "nota",
    ]
)
_WORDS_OF_TITLE: Final = 3
_LONGEST_MADE: Final = 48


def is_id(text: str) -> bool:
    """Whether `text` can be an id: ASCII, lower case, at most 80 characters, no name Windows reserves."""
    if len(text) > LONGEST or ".." in text or _ID.fullmatch(text) is None:
        return False
    return text.split(".", 1)[0] not in _RESERVED and not text.endswith((".files", ".yaml", ".yml"))


def make_id(year: int, party_keys: Sequence[str], title: str) -> str:
    """The id of a new agreement: its year, its first two parties and a few words of its title."""
    words = [word for word in words_of(title) if word not in _FILLER][:_WORDS_OF_TITLE]
    made = f"{year:04}"
    for word in filter(None, (one.strip("-") for one in (*party_keys[:2], *words))):
        if len(made) + 1 + len(word) > _LONGEST_MADE:
            break
        made += f"-{word}"
    return made


def words_of(text: str) -> list[str]:
    """The words of a text in lower-case ASCII letters and digits, accents dropped."""
    letters = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return _WORD.findall(letters.encode("ascii", "replace").decode("ascii").lower())


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """The first of `wanted`, `wanted-2`, `wanted-3` ... that nobody has."""
    known = set(taken)
    number, made = 2, wanted
    while made in known:
        tail = f"-{number}"
        number, made = number + 1, wanted[: LONGEST - len(tail)].rstrip(".-") + tail
    return made
