"""A cell of a table, or a value of an agreement, as text for a person."""

from __future__ import annotations

from datetime import date

from pks.domain.terms import Length, Period
from pks.language.render import Language, label, length_words, long_date, say
from pks.message import Label, Message
from pks.outputs.visible import visible
from pks.tables.table import Cell, Rupiah


def cell_text(cell: Cell, language: Language, *, long: bool = False) -> str:
    """One cell as safe text on one line; days as YYYY-MM-DD, or in words when `long`."""
    match cell:
        case None:
            return ""
        case Message():
            return visible(say(cell, language))
        case Label(kind, value):
            return visible(label(kind, value, language))
        case Rupiah():
            return f"Rp{cell:,}".replace(",", "." if language == "id" else ",")
        case bool():
            return label("flag", str(cell).lower(), language)
        case date():
            return long_date(cell, language) if long else cell.isoformat()
        case Length():
            return length_words(cell, language)
        case Period():
            return cell.name
        case tuple():
            return "; ".join(cell_text(one, language, long=long) for one in cell)
        case _:
            return visible(str(cell))
