"""How a register writes days: read where only one reading is possible, kept apart where two are."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final, Literal, NamedTuple

from pks.domain.terms import EARLIEST_YEAR, LATEST_YEAR
from pks.inputs.grid import Cell

Order = Literal["dmy", "mdy"]
MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february febuari feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agust agu ags agt aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_SEPARATOR: Final = r"[ \-./,]*"
_NAMED: Final = re.compile(
    rf"(?:[a-z']+, ?)?(?:tanggal |tgl\.? )?([0-9]{{1,2}}){_SEPARATOR}([a-z]+){_SEPARATOR}([0-9]{{4}}|[0-9]{{2}})",
    re.ASCII,
)
_NAMED_FIRST: Final = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", re.ASCII)
_WITHOUT_YEAR: Final = re.compile(rf"([0-9]{{1,2}}){_SEPARATOR}([a-z]+)", re.ASCII)
_ISO: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ]00:00(?::00)?)?", re.ASCII)
_FIGURES: Final = re.compile(r"([0-9]{1,2}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})", re.ASCII)
_SERIAL: Final = re.compile(r"[34][0-9]{4}|5[0-9]{4}", re.ASCII)
_TO: Final = re.compile(r" *(?:\bs\.?[/.]?d\.?(?= |$)|\bsampai dengan\b|\bsampai\b|\bhingga\b|–|—| - ) *")
_CENTURY: Final = 2000
_PIVOT: Final = 70


class Figures(NamedTuple):
    """A day in figures whose order its column decides, such as 3/4/2024."""

    first: int
    second: int
    year: int

    def day(self, order: Order) -> date | None:
        """The day in this order; None where there is no such day."""
        month, number = (self.second, self.first) if order == "dmy" else (self.first, self.second)
        return _day(self.year, month, number)

    @property
    def certain(self) -> Order | None:
        """The only order in which there is such a day; None where there is one in both, or in neither."""
        days = self.day("dmy"), self.day("mdy")
        if (days[0] is None) == (days[1] is None):
            return None
        return "mdy" if days[0] is None else "dmy"


def read_day(cell: Cell) -> date | Figures | None:
    """The day that a cell states in figures, in words, as a date or as a number of days since 1900."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int) and not isinstance(cell, bool):
        return _serial(str(cell))
    return _from_text(plain(cell)) if isinstance(cell, str) else None


def read_range(cell: Cell) -> tuple[date | Figures, date | Figures] | None:
    """The two days of a cell such as `1 Januari 2024 s/d 31 Desember 2026`; the first may lack its year."""
    if not isinstance(cell, str):
        return None
    sides = _TO.split(plain(cell))
    if len(sides) != 2:  # noqa: PLR2004  # from and to
        return None
    last = _from_text(sides[1])
    first = _from_text(sides[0])
    short = _WITHOUT_YEAR.fullmatch(sides[0])
    if first is None and short is not None and isinstance(last, date):
        first = _named(int(short[1]), short[2], last.year)
    return None if first is None or last is None else (first, last)


def plain(text: str) -> str:
    """`text` as it is compared: small letters, single spaces, nothing around it."""
    return " ".join(text.split()).casefold()


def _from_text(text: str) -> date | Figures | None:
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.fullmatch(text):
        found = Figures(int(match[1]), int(match[3]), _year(match[4]))
        return found if found.day("dmy") or found.day("mdy") else None
    if match := _NAMED.fullmatch(text):
        return _named(int(match[1]), match[2], _year(match[3]))
    if match := _NAMED_FIRST.fullmatch(text):
        return _named(int(match[2]), match[1], int(match[3]))
    return _serial(text)


def _named(number: int, month: str, year: int) -> date | None:
    return _day(year, MONTHS[month], number) if month in MONTHS else None


def _serial(text: str) -> date | None:
    """The day that Excel means by a number; those of 1982 to 2064, others are no days of an agreement."""
    return date(1899, 12, 30) + timedelta(days=int(text)) if _SERIAL.fullmatch(text) else None


def _year(text: str) -> int:
    year = int(text)
    return year if year > 99 else year + (_CENTURY if year < _PIVOT else _CENTURY - 100)  # noqa: PLR2004  # two figures


def _day(year: int, month: int, number: int) -> date | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None
