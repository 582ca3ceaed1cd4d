"""A cell of a table as text in a file: line breaks kept, days and amounts as an office writes them, or plain."""

from __future__ import annotations

from datetime import date
from typing import Final

from pks.domain.terms import Length, Period
from pks.extras import needed
from pks.language.render import Language, label, length_words, say
from pks.message import Label, Message
from pks.outputs.visible import visible_text
from pks.tables.table import Cell, Rupiah

_LOCALES: Final = {"id": "id", "en": "en_GB"}


def formal_text(cell: Cell, language: Language) -> str:
    """One cell for reading on paper: `13 Maret 2025`, `Rp1.234.567`, several values on a line each.

    Raises:
        EnvironmentFailureError: when Babel is not installed.
    """
    match cell:
        case Rupiah():
            return f"Rp{_number(cell, language)}"
        case bool():
            return plain_text(cell, language)
        case float():
            return _number(cell, language)
        case date():
            return formal_date(cell, language)
        case tuple() if type(cell) is tuple:
            return "\n".join(formal_text(one, language) for one in cell)
        case _:
            return plain_text(cell, language)


def plain_text(cell: Cell, language: Language, *, between: str = "\n") -> str:
    """One cell for another program: days as YYYY-MM-DD, numbers as digits, several values with `between` them."""
    match cell:
        case None:
            return ""
        case Message():
            return visible_text(say(cell, language))
        case Label(kind, value):
            return visible_text(label(kind, value, language))
        case bool():
            return label("flag", str(cell).lower(), language)
        case date():
            return cell.isoformat()
        case Length():
            return length_words(cell, language)
        case Period():
            return cell.name
        case tuple():
            return between.join(plain_text(one, language, between=between) for one in cell)
        case _:
            return visible_text(str(cell))


def formal_date(day: date, language: Language) -> str:
    """A day in words.

    Raises:
        EnvironmentFailureError: when Babel is not installed.
    """
    return str(needed("babel.dates", "Babel").format_date(day, "d MMMM y", locale=_LOCALES[language]))


def _number(number: float, language: Language) -> str:
    written = needed("babel.numbers", "Babel").format_decimal(
        number, locale=_LOCALES[language], decimal_quantization=False
    )
    return str(written)
