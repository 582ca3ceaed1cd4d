"""What a person wrote into an open cell of a form, as the text that the format has for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from pks.domain.forms import HIGHEST_SCORE, LOWEST_SCORE, Field, Sort, as_text
from pks.domain.values import BadValueError, read_number_or_text
from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell
from pks.inputs.register.days import Figures, read_day
from pks.language.form_words import choices_by_words, folded
from pks.language.render import Language
from pks.message import Message

_LONGEST: Final = 32_767  # what a cell of Excel holds
_SHOWN: Final = 60
_REFUSED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_KEPT: Final = frozenset("\n\t\u200c\u200d")
_CURRENCY: Final = re.compile(r"^(?:rp\.?|idr)\s*|\s*(?:,-|\.-|rupiah|idr)$", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[+-]?[0-9]{1,15}", re.ASCII)
_DECIMAL: Final = re.compile(r"([+-]?[0-9]{1,15})[.,]([0-9]{1,6})", re.ASCII)
_GROUPED: Final = re.compile(r"([+-]?[1-9][0-9]{0,2}([., ])[0-9]{3}(?:\2[0-9]{3})*)(?:([.,])([0-9]{1,6}))?", re.ASCII)
_GROUPING: Final = {"id": ".", "en": ","}
_PERCENT: Final = re.compile(r"%|\b(?:persen|percent|persentase)\b", re.IGNORECASE)


def read_value(field: Field, cell: Cell, language: Language, unit: str = "") -> str:
    """The value of `cell`, which is not empty, as the format writes it.

    `language` is the form's, which decides whether 12.500 is more than twelve thousand; `unit` the indicator's.

    Raises:
        BadValueError: when it is no such value.
    """
    return _READERS[field.sort](field, cell, language, unit)


def _text(_field: Field, cell: Cell, _language: Language, _unit: str) -> str:
    text = text_of(cell)
    if len(text) > _LONGEST:
        raise BadValueError(Message("form.long", length=len(text), most=_LONGEST))
    for one in text:
        if unicodedata.category(one) in _REFUSED and one not in _KEPT:
            raise BadValueError(Message("form.control", code=f"U+{ord(one):04X}"))
    return text


def _mixed(field: Field, cell: Cell, language: Language, unit: str) -> str:
    text = _text(field, cell, language, unit)
    grouped = _groups(cell, text)
    if grouped and not grouped[3] and grouped[2] in {_GROUPING[language], " "}:
        return re.sub("[., ]", "", text)
    return str(read_number_or_text(text))


def _whole(_field: Field, cell: Cell, _language: Language, _unit: str) -> str:
    text = _CURRENCY.sub("", _short(cell)).strip()
    grouped = _groups(cell, text)
    if grouped and (not grouped[4] or (grouped[3] != grouped[2] and not grouped[4].strip("0"))):
        text = re.sub("[., ]", "", grouped[1])
    elif re.fullmatch(r"[0-9]+[.,]00?", text, re.ASCII):
        text = re.split("[.,]", text)[0]
    if _PLAIN.fullmatch(text) is None or int(text) < 0:
        raise BadValueError(Message("form.bad-whole", text=_short(cell)))
    return str(int(text))


def _number(_field: Field, cell: Cell, language: Language, unit: str) -> str:
    is_percent = _PERCENT.search(unit) is not None
    if isinstance(cell, float) and is_percent and abs(cell) < 1:
        percent = as_text(round(cell * 100, 6))
        raise BadValueError(Message("form.bad-percent", text=as_text(cell), percent=percent))
    text = _short(cell)
    if text.endswith("%"):
        if not is_percent:
            raise BadValueError(Message("form.no-percent", text=text))
        text = text[:-1].strip()
    return as_text(_decimal(text, _groups(cell, text), language))


def _groups(cell: Cell, text: str) -> re.Match[str] | None:
    """The digits of `text` in groups of three; None of a cell that is a number, whose point is a decimal point."""
    return _GROUPED.fullmatch(text) if isinstance(cell, str) else None


def _decimal(text: str, grouped: re.Match[str] | None, language: Language) -> float | int:
    """The number that `text` writes, with decimals and groups of three as the language has them."""
    if _PLAIN.fullmatch(text):
        return int(text)
    if grouped and _is_grouping(grouped, language):
        whole = re.sub("[., ]", "", grouped[1])
        return float(f"{whole}.{grouped[4]}") if grouped[4] else int(whole)
    decimal = _DECIMAL.fullmatch(text)
    if decimal is None:
        raise BadValueError(Message("form.bad-number", text=text))
    return float(f"{decimal[1]}.{decimal[2]}")


def _is_grouping(match: re.Match[str], language: Language) -> bool:
    """Whether the marks between groups of three are that, and no decimal point."""
    mark, decimal = match[2], match[3]
    if decimal:
        return decimal != mark
    return mark in {_GROUPING[language], " "} or match[1].count(mark) > 1


def _score(field: Field, cell: Cell, language: Language, unit: str) -> str:
    text = _number(field, cell, language, unit)
    if not LOWEST_SCORE <= float(text) <= HIGHEST_SCORE:
        raise BadValueError(Message("form.bad-score", text=text, lowest=LOWEST_SCORE, highest=HIGHEST_SCORE))
    return text


def _date(_field: Field, cell: Cell, _language: Language, _unit: str) -> str:
    """A day; in figures the day stands before the month, as Indonesia writes it, where there is such a day."""
    found = read_day(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)
    if isinstance(found, Figures):
        found = found.day("dmy") or found.day("mdy")
    if found is None:
        raise BadValueError(Message("form.bad-date", text=_short(cell)))
    return found.isoformat()


def _choice(field: Field, cell: Cell, _language: Language, _unit: str) -> str:
    words = choices_by_words(field)
    text = _short(cell)
    if folded(text) not in words:
        choices = [Message(f"form.choice.{one}") for one in field.choices]
        raise BadValueError(Message("form.bad-choice", text=text, choices=choices))
    return words[folded(text)]


def _short(cell: Cell) -> str:
    """A cell on one line, cut off where nothing that long can be meant."""
    text = " ".join(text_of(cell).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"


_READERS: Final[Mapping[Sort, Callable[[Field, Cell, Language, str], str]]] = {
    "text": _text,
    "mixed": _mixed,
    "whole": _whole,
    "number": _number,
    "score": _score,
    "date": _date,
    "choice": _choice,
}
