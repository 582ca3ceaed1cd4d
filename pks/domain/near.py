"""The word that a person may have meant: as difflib finds it, and soon where thousands of words are wrong."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_ALIKE: Final = 0.6  # how much of both words must be the same, as `difflib.get_close_matches` has it
GUESSES: Final = 50  # so many wrong words of one file are looked up: nobody reads on, and a text may hold thousands
_KEPT: Final = 8_192  # a file is read once for its facts and once to be judged


@lru_cache(maxsize=_KEPT)
def nearest(word: str, names: tuple[str, ...]) -> str | None:
    """The one of `names` that is most like `word`; None where none is."""
    size = len(word)
    alike = [(name, letters) for name, letters in _letters(names) if _enough(min(size, len(name)), size, name)]
    # Letters that the name lacks can match nothing in it.
    possible = [name for name, letters in alike if _enough(size - len(word.translate(letters)), size, name)]
    if not possible:
        return None
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake needs it

    return next(iter(get_close_matches(word, possible, n=1, cutoff=_ALIKE)), None)


def _enough(common: int, size: int, name: str) -> bool:
    """Whether a word of `size` letters may be meant as `name` where so many of them at most are in both."""
    return 2.0 * common / (size + len(name)) >= _ALIKE


@lru_cache(maxsize=64)
def _letters(names: tuple[str, ...]) -> list[tuple[str, dict[int, None]]]:
    """Each name with the table that takes its letters out of a word."""
    return [(name, dict.fromkeys(map(ord, name))) for name in names]
