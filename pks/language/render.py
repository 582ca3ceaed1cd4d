"""A message becomes words: blanks filled, dates and lists written the way each language writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final, Literal

from pks.domain.terms import Length, Period
from pks.language.catalogue import Sentence
from pks.language.labels import LABELS
from pks.language.sentences import SENTENCES
from pks.message import Label, Message, Said

Language = Literal["id", "en"]
LANGUAGES: Final = ("id", "en")

_BLANK: Final = re.compile(r"\{([a-z_]+)(?::([^|{}]*)\|([^|{}]*))?\}")
_MONTHS: Final = {
    "id": [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_UNITS: Final = {
    "days": ("day", "days", "hari"),
    "weeks": ("week", "weeks", "minggu"),
    "months": ("month", "months", "bulan"),
    "years": ("year", "years", "tahun"),
    "working days": ("working day", "working days", "hari kerja"),
}
_AND: Final = {"id": "dan", "en": "and"}


def say(message: Message, language: Language) -> str:
    """The sentence of `message` in `language`.

    Raises:
        KeyError: when the catalogue has no such sentence or the message lacks a blank's value.
    """
    if message.__class__ is Said:
        return str(message.values[language])
    return fill(SENTENCES[message.key], message.values, language)


def label(kind: str, value: str, language: Language) -> str:
    """The name of a fixed value in words; the value itself where it has no other name."""
    if kind == "field":
        from pks.language.fields.gathered import AGREEMENT_FIELDS  # noqa: PLC0415  # few commands name fields

        found = AGREEMENT_FIELDS.get(value)
        return value if found is None else _choose(found.label, language)
    words = LABELS.get((kind, value))
    return value if words is None else _choose(words, language)


def long_date(day: date, language: Language) -> str:
    """A date in words: 13 Maret 2025, 13 March 2025."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def length_words(length: Length, language: Language) -> str:
    """A length in words: 2 tahun, 1 year; `off` as it is written."""
    if not length.count:
        return length.written
    singular, plural, indonesian = _UNITS[length.unit]
    return f"{length.count} {indonesian if language == 'id' else singular if length.count == 1 else plural}"


def fill(sentence: Sentence, values: Mapping[str, object], language: Language) -> str:
    """Fill the blanks of `sentence`; a blank with plural forms writes its number and the fitting form."""
    form, names, plurals = _form(sentence.in_(language))
    given = [values[name] for name in names]
    texts = [one if one.__class__ is str else written(one, language) for one in given]
    for at, singular, plural in plurals:
        texts[at] = f"{texts[at]} {singular if abs(int(str(given[at]))) == 1 else plural}"
    return form % tuple(texts)


@cache
def _form(text: str) -> tuple[str, tuple[str, ...], tuple[tuple[int, str, str], ...]]:
    """The words with a `%s` for each blank; the names of the blanks; which of them have plural forms, and these."""
    parts = _BLANK.split(text)
    blanks_ = list(zip(parts[1::4], parts[2::4], parts[3::4], strict=True))
    plurals = tuple((at, one, many) for at, (_, one, many) in enumerate(blanks_) if one is not None)
    return "%s".join(one.replace("%", "%%") for one in parts[::4]), tuple(name for name, _, _ in blanks_), plurals


def blanks(text: str) -> set[str]:
    """The names of the blanks in one language's words."""
    return {match[1] for match in _BLANK.finditer(text)}


def written(value: object, language: Language) -> str:
    """One value as it stands in running text."""
    match value:
        case Message():
            return say(value, language)
        case Label(kind, name):
            return label(kind, name, language)
        case Length():
            return length_words(value, language)
        case Period():
            return value.name
        case date():
            return long_date(value, language)
        case list() | tuple():
            return join([written(one, language) for one in value], language)
        case _:
            return str(value)


def join(texts: list[str], language: Language) -> str:
    """Texts as an enumeration: a, b dan c."""
    if len(texts) < 2:  # noqa: PLR2004  # nothing to join
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {_AND[language]} {texts[-1]}"


def _choose(sentence: Sentence, language: Language) -> str:
    return sentence.in_(language)
