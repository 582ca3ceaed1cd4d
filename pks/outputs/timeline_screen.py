"""Terms drawn as bars, as many months a cell as it takes to fit the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.screen import STYLES, show
from pks.outputs.visible import visible
from pks.tables.timeline import Span

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text

_BAR, _PLANNED, _GAP, _OPEN, _TODAY = "█", "░", "·", "→", "│"
_NAMES: Final = 24  # a longer id stands above its bar, whole
_WITHIN_A_YEAR: Final = (1, 2, 3, 4, 6, 12)
_MARKS: Final = {"expired": "late", "unknown": "soon", "expiring": "soon", "ended": "past", "superseded": "past"}


class Scale(NamedTuple):
    """The years `first` to `last`, both included, `months` of them a cell."""

    first: int
    last: int
    months: int

    @property
    def cells(self) -> int:
        """How many cells the years take."""
        return self.cell(date(self.last, 12, 31)) + 1

    def cell(self, day: date) -> int:
        """The cell of `day`, from 0; negative or past the last one when it is in other years."""
        return ((day.year - self.first) * 12 + day.month - 1) // self.months


def show_timeline(spans: Sequence[Span], language: Language, today: date, first: int | None, last: int | None) -> None:
    """Draw `spans`, of which there must be one, from the year `first` to `last`, else as far as they go."""
    begins = first or min(span.starts.year for span in spans)
    ends = last or max(begins, today.year, *((span.until or span.starts).year for span in spans))
    show(_Drawn(spans, language, today, (begins, ends)))


def scale_for(first: int, last: int, width: int) -> Scale:
    """The finest scale whose cells fit in `width`: a year is 12, 6, 4, 3, 2 or 1 cells, or a cell some years."""
    for months in _WITHIN_A_YEAR:
        scale = Scale(first, last, months)
        if scale.cells <= width:
            return scale
    return Scale(first, last, 12 * -(-(last - first + 1) // width))


class _Drawn:
    """Bars that rich draws in the width it finds."""

    def __init__(self, spans: Sequence[Span], language: Language, today: date, years: tuple[int, int]) -> None:
        self._spans = spans
        self._language = language
        self._today = today
        self._years = years

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> Iterator[Text]:
        from rich.text import Text  # only a terminal needs rich

        gaps = [self._gap(span) for span in self._spans]
        names = min(_NAMES, options.max_width // 3, max(len(span.standing.facts.id) for span in self._spans))
        aside = max(map(len, gaps))
        scale = scale_for(*self._years, options.max_width - names - 2 - (aside + 2 if aside else 0))
        indent = " " * (names + 2)
        yield Text(f"{indent}{_years(scale)}", style="dim")
        if 0 <= scale.cell(self._today) < scale.cells:
            yield Text(self._mark(names + 2 + scale.cell(self._today), options.max_width), style="dim")
        for span, gap in zip(self._spans, gaps, strict=True):
            style = STYLES.get(_MARKS.get(span.standing.validity, ""), "")
            name = span.standing.facts.id
            if len(name) > names:
                yield Text(name)
                name = ""
            bar = _bar(span, scale, self._today)
            yield Text(f"{name:<{names}}  ").append(bar, style=style).append(f"  {gap}" if gap else "")
        yield Text(say(Message("timeline.legend"), self._language), style="dim")

    def _gap(self, span: Span) -> str:
        facts = span.standing.facts
        if facts.half_signed:
            values = {"signed": facts.signatures, "count": len(facts.parties)}
            return say(Message("timeline.half-signed", **values), self._language)
        return say(Message("timeline.gap", days=span.gap_days), self._language) if span.gap else ""

    def _mark(self, column: int, width: int) -> str:
        """The line that points at today, which it names on the side that has room."""
        words = visible(say(Message("timeline.today", day=self._today), self._language))
        if column + 2 + len(words) <= width:
            return f"{' ' * column}▼ {words}"
        return f"{words} ▼".rjust(column + 1)


def _years(scale: Scale) -> str:
    line = ""
    for year in range(scale.first, scale.last + 1):
        cell = scale.cell(date(year, 1, 1))
        if not line or (cell > len(line) and cell + 4 <= max(scale.cells, 4)):
            line = f"{line:<{cell}}{year}"
    return line


def _bar(span: Span, scale: Scale, today: date) -> str:
    """The cells of one span; a gap of days within a cell takes the end of the bar, never all of it."""
    cells = [" "] * scale.cells
    if 0 <= scale.cell(today) < scale.cells:
        cells[scale.cell(today)] = _TODAY
    begin = scale.cell(span.starts)
    end = scale.cell(span.until) if span.until else scale.cells - 1
    if span.was_in_force:
        fill = _PLANNED if span.standing.validity == "preparing" else _BAR
        _draw(cells, begin, end, fill)
        if span.until is None:
            cells[-1] = _OPEN
    if span.gap:
        _draw(cells, max(scale.cell(span.gap[0]), begin + 1), scale.cell(span.gap[1]), _GAP)
    return "".join(cells)


def _draw(cells: list[str], begin: int, end: int, fill: str) -> None:
    for cell in range(max(0, begin), min(end, len(cells) - 1) + 1):
        cells[cell] = fill
