"""Whether a column writes the day or the month first: put to the vote, cell by cell, and never guessed for one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from pks.inputs.register.days import Figures, Order

_ROMANS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN: Final = {name: number for number, name in enumerate(_ROMANS, start=1)}
_MONTH_IN_NUMBER: Final = re.compile(
    r"(?<=[/\-_ ])([ivx]{1,4}|0?[1-9]|1[0-2])(?=[/.\-_ ]+((?:19|20)[0-9]{2})\b)", re.ASCII
)
_MONTHS: Final = 12
# By chance five days are all among the first twelve of a month once in a hundred columns.
_ENOUGH: Final = 5
OPPOSITE: Final[dict[Order, Order]] = {"dmy": "mdy", "mdy": "dmy"}


class Told(NamedTuple):
    """What a person said of a column: its order, and from which row of the file on it is the other one."""

    order: Order
    switch: int | None = None

    def at(self, row: int) -> Order:
        """The order in row `row` of the file."""
        return OPPOSITE[self.order] if self.switch is not None and row >= self.switch else self.order


class Ballot(NamedTuple):
    """The vote of one column. A certain vote is a cell that is no day in the other order; a hint is anything else.

    `told` is what decides, None where the votes do not. Rows are those of the file. `switch` is the first row of
    the other order where the certain votes change once; `mixed` says that they change more often. `exchanged` says
    that the program may have taken days for months: it took all it could for days with the month first, and left as
    text what can only have the day first.
    """

    certain: Mapping[Order, tuple[int, ...]]
    hints: Mapping[Order, int]
    told: Told | None
    switch: int | None = None
    mixed: bool = False
    open_rows: tuple[int, ...] = ()
    exchanged: bool = False

    def day(self, row: int, read: date | Figures) -> date | None:
        """The day that a cell of this column states; None where the order is open or there is no such day."""
        if isinstance(read, date):
            return read
        return read.day(self.told.at(row)) if self.told else None


def vote(
    cells: Mapping[int, Figures],
    *,
    months: Mapping[int, Collection[tuple[int, int]]],
    partners: Mapping[int, date],
    told: Told | None = None,
) -> Ballot:
    """Decide the order of a column from its cells by row.

    `months` are, by row, month and year in the numbers of the documents; `partners` the other end of the term
    where it is known: both are hints, which count where nothing is certain. Two to one is enough for hints.
    """
    certain: dict[Order, tuple[int, ...]] = {
        order: tuple(row for row, cell in cells.items() if cell.certain == order) for order in ("dmy", "mdy")
    }
    hints: dict[Order, int] = {"dmy": 0, "mdy": 0}
    for row, cell in cells.items():
        for hint in (_by_month(cell, months.get(row, ())), _by_term(cell, partners.get(row))):
            if hint is not None and cell.certain is None:
                hints[hint] += 1
    ballot = Ballot(certain, hints, told, open_rows=tuple(row for row, cell in cells.items() if cell.certain is None))
    if told is not None:
        return ballot
    if certain["dmy"] and certain["mdy"]:
        return _contested(ballot)
    for order in ("dmy", "mdy"):
        other = OPPOSITE[order]
        if certain[order] or (not certain[other] and hints[order] and hints[order] >= 2 * hints[other]):
            return ballot._replace(told=Told(order))
    return ballot


def may_be_exchanged(typed: Sequence[date], ballot: Ballot) -> bool:
    """Whether a program that writes the month first has read a column that has the day first.

    It makes days of `3/4/2024` and leaves `25/4/2024` as text: so none of the days it made is after the twelfth.
    """
    return len(typed) >= _ENOUGH and all(one.day <= _MONTHS for one in typed) and bool(ballot.certain["dmy"])


def months_in(numbers: Sequence[str]) -> set[tuple[int, int]]:
    """Month and year as document numbers state them: `.../XI/2017` and `.../11/2017` are (11, 2017)."""
    found = set()
    for number in numbers:
        for month, year in _MONTH_IN_NUMBER.findall(number.casefold()):
            if month.isdecimal() or month in _ROMAN:
                found.add((int(month) if month.isdecimal() else _ROMAN[month], int(year)))
    return found


def whole_years(first: date, last: date) -> bool:
    """Whether the term from `first` to `last` is a whole number of years, its last day the eve or the anniversary."""
    after = last + timedelta(days=1)
    return last > first and ((first.month, first.day) in {(last.month, last.day), (after.month, after.day)})


def _by_month(cell: Figures, months: Collection[tuple[int, int]]) -> Order | None:
    first, second = (cell.first, cell.year) in months, (cell.second, cell.year) in months
    if first == second or cell.first == cell.second:
        return None
    return "mdy" if first else "dmy"


def _by_term(cell: Figures, other: date | None) -> Order | None:
    if other is None or cell.first == cell.second:
        return None
    fits = {
        order: day is not None and whole_years(min(day, other), max(day, other))
        for order, day in (("dmy", cell.day("dmy")), ("mdy", cell.day("mdy")))
    }
    if fits["dmy"] == fits["mdy"]:
        return None
    return "dmy" if fits["dmy"] else "mdy"


def _contested(ballot: Ballot) -> Ballot:
    day_first, month_first = ballot.certain["dmy"], ballot.certain["mdy"]
    if max(day_first) < min(month_first):
        return ballot._replace(switch=min(month_first))
    if max(month_first) < min(day_first):
        return ballot._replace(switch=min(day_first))
    return ballot._replace(mixed=True)
