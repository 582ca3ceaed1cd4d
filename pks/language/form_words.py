"""The headings and choices of a form in words, and back again in either language."""

from __future__ import annotations

from functools import cache

from pks.domain.forms import Field, FormSheet
from pks.language.render import LANGUAGES, Language, say
from pks.message import Message


def heading(key: str, language: Language) -> str:
    """What stands above the column `key`."""
    return say(Message(f"form.column.{key}"), language)


def choice_words(choice: str, language: Language) -> str:
    """How a choice of a drop-down is called."""
    return say(Message(f"form.choice.{choice}"), language)


@cache
def columns_by_heading(sheet: FormSheet) -> dict[str, str]:
    """The key of each column of `sheet` by its heading, folded, in every language."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for field in sheet.fields:
            found.setdefault(folded(heading(field.key, language)), field.key)
    return found


@cache
def choices_by_words(field: Field) -> dict[str, str]:
    """The choices of `field` by what they may be called, folded: in every language, or as the format has them."""
    words = {folded(choice_words(one, language)): one for language in LANGUAGES for one in field.choices}
    return words | {one: one for one in field.choices}


def folded(text: str) -> str:
    """A text as it is compared: case and the width of space aside."""
    return " ".join(text.split()).casefold()
