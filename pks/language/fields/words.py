"""What is said about one key of a file: its name as a heading, and one sentence on what it holds."""

from __future__ import annotations

from typing import NamedTuple

from pks.language.catalogue import Sentence


class FieldWords(NamedTuple):
    """A key in words: `label` is one to three words for a heading, `about` one whole sentence."""

    label: Sentence
    about: Sentence


def words(label_id: str, label_en: str, about_id: str, about_en: str) -> FieldWords:
    """Put the four texts of a key in their places: label and sentence, Indonesian before English."""
    return FieldWords(Sentence(label_id, label_en), Sentence(about_id, about_en))
