"""A cell of a table, or a value of an agreement, as text for a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Final

from pks.domain.terms import Length, Period
from pks.language.render import Language, label, length_words, long_date, say
from pks.message import Label, Message, Said
from pks.outputs.visible import visible
from pks.tables.table import Cell, Rupiah


def cell_text(cell: Cell, language: Language, *, long: bool = False) -> str:
    """One cell as safe text on one line; days as YYYY-MM-DD, or in words when `long`."""
    kind = cell.__class__
    if long and kind is date:
        return long_date(cell, language)  # type: ignore[arg-type]  # as its class says
    if long and kind is tuple:
        return "; ".join([cell_text(one, language, long=True) for one in cell])  # type: ignore[union-attr]  # as above
    return _TEXT_OF[kind](cell, language)


def row_text(cells: tuple[Cell, ...], language: Language) -> str:
    """Cells one behind the other with tabs between them, as `cell_text` has each."""
    return "\t".join([_TEXT_OF[cell.__class__](cell, language) for cell in cells])


@cache
def _named(one: Label, language: Language) -> str:
    return visible(label(one.kind, one.value, language))


class _TextOf(dict[type, Callable[[Any, Language], str]]):
    """Looked up rather than tried one after the other: a long table has tens of thousands of cells."""

    def __missing__(self, _kind: type) -> Callable[[Any, Language], str]:
        return lambda cell, _language: visible(str(cell))


_TEXT_OF: Final[_TextOf] = _TextOf({
    type(None): lambda _cell, _language: "",
    str: lambda cell, _language: visible(cell),
    Message: lambda cell, language: visible(say(cell, language)),
    Said: lambda cell, language: visible(say(cell, language)),
    Label: _named,
    Rupiah: lambda cell, language: f"Rp{cell:,}".replace(",", "." if language == "id" else ","),
    bool: lambda cell, language: label("flag", str(cell).lower(), language),
    date: lambda cell, _language: cell.isoformat(),
    Length: length_words,
    Period: lambda cell, _language: cell.name,
    tuple: lambda cell, language: "; ".join([_TEXT_OF[one.__class__](one, language) for one in cell]),
})  # fmt: skip
