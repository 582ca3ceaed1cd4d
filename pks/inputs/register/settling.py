"""What the cells of a row come to together: its title, a term that can be, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from pks.domain.terms import LastDay, last_day_in_force, parse_length
from pks.inputs.register.columns import Column
from pks.inputs.register.days import Figures
from pks.inputs.register.order import OPPOSITE, months_in
from pks.inputs.register.row import RowRead
from pks.inputs.register.words import ADDENDUM, instrument_of
from pks.message import Message

_ORDINALS: Final = {
    **{name: number for number, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)},
    "kesatu": 1, "kedua": 2, "ketiga": 3,
}  # fmt: skip
_YEARS_APART: Final = 2
_NAMES: Final = {
    "PKS": "Perjanjian Kerja Sama", "KB": "Kesepakatan Bersama", "NK": "Nota Kesepakatan", "MoU": "Nota Kesepahaman",
    "RK": "Rencana Kerja", "Adendum": "Adendum", "Kontrak": "Kontrak", "Sewa": "Sewa", "NPHD": "NPHD",
}  # fmt: skip


def settle_title(read: RowRead) -> None:
    """An addendum by its title, and a title for what has none: its instrument and its partner."""
    match = ADDENDUM.match(read.title)
    if match:
        read.is_addendum, read.bare = True, read.title[match.end() :].strip()
        ordinal = (match[1] or "").casefold()
        read.ordinal = int(ordinal) if ordinal.isdecimal() else _ORDINALS.get(ordinal)
        read.instrument = read.instrument or "Adendum"
    elif read.title and read.instrument is None:
        lead = " ".join(read.title.split()[:3])
        found, _ = instrument_of(lead)
        read.instrument = found if found in {"MoU", "KB", "NK", "PKS"} else None


def settle_term(read: RowRead, rule: LastDay) -> None:
    """Days that cannot both be right are kept as text, and so is an end that fits the length only when turned round."""
    length = parse_length(read.length) if read.length else None
    if read.starts and read.ends and length:
        computed = last_day_in_force(read.starts, length, rule)
        if abs((computed - read.ends).days) <= 1:
            return
        if read.ends <= read.starts or _turned_round(read.ends, computed):
            _set_aside(read, "ends", "importing.end-against-length")
        else:
            read.doubts.append(
                Message("importing.length-differs", starts=read.starts, ends=read.ends, length=read.length)
            )
    elif read.starts and read.ends and read.ends <= read.starts:
        for meaning in ("starts", "ends"):
            _set_aside(read, meaning, None)
        read.doubts.append(Message("importing.ends-first"))


def _turned_round(day: date, expected: date) -> bool:
    """Whether day and month of `day` were exchanged: the other way round it is the expected one, or a day after."""
    other = Figures(day.day, day.month, day.year).day(OPPOSITE["dmy"])
    return other is not None and abs((other - expected).days) <= 1


def _set_aside(read: RowRead, meaning: str, doubt: str | None) -> None:
    column, words = read.cells[meaning]
    setattr(read, meaning, None)
    read.unread[column] = words
    if doubt is not None:
        read.doubts.append(Message(doubt, column=column, text=words, length=read.length))


def settle_rest(read: RowRead, columns: Sequence[Column]) -> None:
    if not read.partners or not (read.title or read.numbers or read.starts or read.ends or read.until):
        read.refusal = Message("importing.says-too-little" if read.partners else "importing.no-partner")
        return
    if not read.title:
        read.title, read.has_title = _made_title(read), False
    known = {column.name for column in columns if column.meaning in {"starts", "term"}}
    if read.starts is None and not known & read.unread.keys():
        read.doubts.append(Message("importing.no-start"))
    if read.starts is None and read.year is not None:
        read.unread.update((column.name, str(read.year)) for column in columns if column.meaning == "year")
    for year in _years_of(read):
        if read.starts and abs(read.starts.year - year) >= _YEARS_APART:
            read.doubts.append(Message("importing.year-differs", starts=read.starts, year=str(year)))
            return


def _years_of(read: RowRead) -> Iterator[int]:
    """The year of the document by its numbers, where they agree, or by the column for it."""
    years = {year for _, year in months_in(read.numbers)} | (
        {int(found) for number in read.numbers for found in re.findall(r"(?<=/)20[0-9]{2}$", number)}
    )
    if len(years) == 1:
        yield from years
    elif not years and read.year is not None:
        yield read.year


def _made_title(read: RowRead) -> str:
    words = read.as_written or _NAMES.get(read.instrument or "", "Kerja Sama")
    others = len(read.partners) - 1
    return f"{words} dengan {read.partners[0].name}" + (f" dan {others} pihak lain" if others else "")


def last_day(read: RowRead, rule: LastDay) -> date | None:
    """The last day in force: as stated, else counted from the start; None where it is not known."""
    length = parse_length(read.length) if read.length else None
    if read.ends is None and read.starts and length:
        return last_day_in_force(read.starts, length, rule)
    return read.ends
