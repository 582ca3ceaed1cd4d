"""Register numbers: what an office's pattern makes of a day, and which series and place a number has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from pks.domain.compared import folded

_PIECES: Final = re.compile(r"\{[^{}]*\}|[^{}]+|[{}]")
_SEQ: Final = re.compile(r"\{seq(?::0([1-9]))?\}")
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_READ: Final = {
    "{year}": "(?P<year>[0-9]{4})",
    "{month}": "(?:0[1-9]|1[0-2]|[1-9])",
    "{roman}": f"(?:{'|'.join(_ROMAN).casefold()})",
}


class Place(NamedTuple):
    """Where a number stands: its series, and which of it, from 0 or 1."""

    series: str
    seq: int


@dataclass(frozen=True)
class Pattern:
    """The pattern `REG/{year}/{seq:03}` in pieces; a series runs as long as the year in it."""

    pieces: tuple[str, ...]

    def series(self, year: int | str) -> str:
        """The series of `year`: the pattern with the year filled in, and `{seq}` without its padding."""
        filled = {"{year}": str(year).zfill(4)}
        return "".join("{seq}" if _SEQ.fullmatch(one) else filled.get(one, one) for one in self.pieces)

    def number(self, seq: int, on: date) -> str:
        """The number of place `seq` in the series of `on`."""
        filled = {"{year}": f"{on.year:04}", "{month}": f"{on.month:02}", "{roman}": _ROMAN[on.month - 1]}
        return "".join(_padded(one, seq) or filled.get(one, one) for one in self.pieces)

    def place(self, number: str) -> Place | None:
        """Where `number` stands, whatever its case, space and padding; None when it does not fit."""
        found = re.fullmatch("".join(map(_expression, self._once())), folded(number), re.ASCII)
        if found is None:
            return None
        return Place(self.series(found.groupdict().get("year", "")), int(found["seq"]))

    def series_meant(self, key: str) -> str | None:
        """The series that `key` means, whatever its case, space and padding; None where it is none of this pattern."""
        if len(_SEQ.findall(key)) != 1:
            return None
        place = self.place(_SEQ.sub("1", key).replace("{month}", "1").replace("{roman}", "I"))
        return None if place is None else place.series

    def _once(self) -> list[str]:
        """The pieces, a second year marked as having to be the first one again."""
        first = self.pieces.index("{year}") if "{year}" in self.pieces else None
        return ["{=year}" if one == "{year}" and at != first else one for at, one in enumerate(self.pieces)]


def read_pattern(text: str) -> Pattern | None:
    """Read an office's pattern: one `{seq}` or `{seq:03}`, with `{year}`, `{month}` and `{roman}` where wanted."""
    pieces = tuple(_PIECES.findall(text.strip()))
    blanks = [one for one in pieces if one[0] in "{}" and one not in _READ]
    if len(blanks) != 1 or _SEQ.fullmatch(blanks[0]) is None:
        return None
    return Pattern(pieces)


def could_be_series(key: str) -> bool:
    """Whether `key` may be a series of some pattern: one that the office had before."""
    pieces = _PIECES.findall(key.strip())
    blanks = [one for one in pieces if one[0] in "{}" and one not in {"{month}", "{roman}"}]
    return blanks == ["{seq}"]


def next_number(pattern: Pattern, on: date, kept: Mapping[str, int], numbers: Iterable[str]) -> str:
    """The number after the highest of the series of `on`: of those `kept` by series, and of all `numbers`."""
    series = pattern.series(on.year)
    places = [place for place in map(pattern.place, numbers) if place is not None]
    highest = max([kept.get(series, 0), *(place.seq for place in places if place.series == series)])
    return pattern.number(highest + 1, on)


def _padded(piece: str, seq: int) -> str | None:
    """The piece for `{seq}` filled in; None for every other."""
    match = _SEQ.fullmatch(piece)
    return None if match is None else f"{seq:0{match[1] or 1}}"


def _expression(piece: str) -> str:
    """What a piece looks like in a number that is `folded`."""
    if _SEQ.fullmatch(piece):
        return "(?P<seq>[0-9]{1,12})"
    if piece == "{=year}":
        return "(?P=year)"
    return _READ.get(piece) or re.escape(folded(piece))
