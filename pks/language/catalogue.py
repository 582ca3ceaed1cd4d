"""The shape of a sentence: Indonesian and English side by side, so that one cannot be left out."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """The same words in both languages, with the same `{blanks}`.

    A blank may give English plural forms after a colon: `{days:day|days}` reads "1 day", "2 days".
    """

    id: str
    en: str

    def in_(self, language: str) -> str:
        """The words in `language`, id or en, with their blanks."""
        return self.id if language == "id" else self.en
