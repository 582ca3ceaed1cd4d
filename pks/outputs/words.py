"""A cell of a table, or a value of an agreement, as text for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    return visible(_WORDS_OF[kind](cell, language))


def rows_text(rows: Sequence[tuple[Cell, ...]], language: Language) -> Iterator[str]:
    """Each row with tabs between its cells, as `cell_text` has them."""
    for start in range(0, len(rows), _AT_ONCE):
        columns = zip(*rows[start : start + _AT_ONCE], strict=True)
        yield from map("\t".join, zip(*(_column_text(cells, language) for cells in columns), strict=True))


def _column_text(cells: tuple[Cell, ...], language: Language) -> list[str]:
    """As `cell_text` for each of `cells`; that nothing in them is unsafe is seen of all at once."""
    texts = [_WORDS_OF[cell.__class__](cell, language) for cell in cells]
    together = "".join(texts)
    return texts if together.isascii() and together.isprintable() else list(map(visible, texts))


@cache
def _named(one: Label, language: Language) -> str:
    return label(one.kind, one.value, language)


class _WordsOf(dict[type, Callable[[Any, Language], str]]):
    """Looked up rather than tried one after the other: a long table has tens of thousands of cells."""

    def __missing__(self, _kind: type) -> Callable[[Any, Language], str]:
        return lambda cell, _language: str(cell)


_AT_ONCE: Final = 1000
_WORDS_OF: Final[_WordsOf] = _WordsOf({
    type(None): lambda _cell, _language: "",
    str: lambda cell, _language: cell,
    Message: say,
    Said: say,
    Label: _named,
    Rupiah: lambda cell, language: f"Rp{cell:,}".replace(",", "." if language == "id" else ","),
    bool: lambda cell, language: label("flag", str(cell).lower(), language),
    date: lambda cell, _language: cell.isoformat(),
    Length: length_words,
    Period: lambda cell, _language: cell.name,
    tuple: lambda cell, language: "; ".join([_WORDS_OF[one.__class__](one, language) for one in cell]),
})  # fmt: skip
