"""Drawings of the site, inline and as wide as the page: a life over the years, and an indicator by period.

Places across are in per cent and letters in points, so that a drawing reads the same on a phone and on paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Final, NamedTuple

from markupsafe import Markup

from pks.domain.model.running import Indicator
from pks.domain.standing.gaps import Gap
from pks.domain.vocabulary import STAGES
from pks.message import Message
from pks.outputs.site_words import Speaker
from pks.tables.site import Life, Phase
from pks.tables.timeline import Span

_YEARS_SHOWN: Final = 5
_READINGS: Final = 12
_LABELS: Final = 6
_TOP: Final = 18  # where the bars of an indicator begin
_TALL: Final = 80  # and how high the highest is
_LEAST: Final = 0.8  # per cent that a bar is wide at least


class _Years(NamedTuple):
    """The years `first` to `last`, both included, spread over the width."""

    first: int
    last: int

    def place(self, day: date) -> float:
        """How far across `day` begins, in per cent."""
        begins = date(self.first, 1, 1)
        whole = (date(self.last, 12, 31) - begins).days + 1
        return 100 * (day - begins).days / whole

    def width(self, first: date, last: date) -> float:
        """How wide the days from `first` to `last` are, both included."""
        return max(_LEAST, self.place(last) - self.place(first) + self.place(date(self.first, 1, 2)))


def life_drawing(life: Life, own: str, today: date, speaker: Speaker) -> Markup:
    """The stages of the agreement `own`, below them the terms of its chain of renewals and the days between.

    What a bar says stands above it as text, so the bars themselves are for the eye alone.
    """
    years = _years_of(life, today)
    lines = [_phases(life.phases, years, today, speaker)]
    lines += [_term(span, life.gaps.get(span.standing.facts.id), own, years, today, speaker) for span in life.spans]
    whole = "".join((*lines, _axis(years)))
    return Markup(f"<div class=life>{whole}</div>")  # noqa: S704  # words are escaped where they are written


def indicator_drawing(indicator: Indicator, speaker: Speaker) -> Markup:
    """The last readings as bars with their figures, the oldest first."""
    readings = [(one.period.name, one.value) for one in indicator.readings if one.value is not None][-_READINGS:]
    values = [value for _, value in readings]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    reach, slot = (high - low) or 1.0, 100 / max(len(readings), 4)
    step = -(-len(readings) // _LABELS)
    parts = []
    for number, (period, value) in enumerate(readings):
        tall, top = abs(value) / reach * _TALL, _TOP + (high - max(value, 0.0)) / reach * _TALL
        parts.append(_bar("bar", slot * (number + 0.15), top, slot * 0.7, max(tall, 1)))
        if (len(readings) - 1 - number) % step == 0:
            middle = slot * (number + 0.5)
            parts.append(_letters(middle, top - 4, speaker.number(value), "m"))
            parts.append(_letters(middle, _TOP + _TALL + 16, period, "m"))
    words = (Message("site.reading", period=period, value=speaker.number(value)) for period, value in readings)
    said = escape("; ".join(map(speaker.plain, words)))
    whole = f'<svg class=bars role=img aria-label="{said}" height={_TOP + _TALL + 24}>{"".join(parts)}</svg>'
    return Markup(whole)  # noqa: S704  # words are escaped here and where they are written


def phase_class(stage: str) -> str:
    """The class by which a stage has its colour, in drawings and beside the history."""
    return f"p{STAGES.index(stage)}"


def _years_of(life: Life, today: date) -> _Years:
    firsts = [phase.first for phase in life.phases] + [span.starts for span in life.spans]
    lasts = [phase.last for phase in life.phases] + [span.until for span in life.spans]
    lasts += [gap.last for gap in life.gaps.values()]
    years = [day.year for day in (*firsts, *lasts, today) if day]
    return _Years(min(years), max(years))


def _axis(years: _Years) -> str:
    step = -(-(years.last - years.first + 1) // _YEARS_SHOWN)
    shown = range(years.first, years.last + 1, step)
    return _bars(16, (_letters(years.place(date(year, 1, 1)), 13, str(year)) for year in shown))


def _phases(phases: tuple[Phase, ...], years: _Years, today: date, speaker: Speaker) -> str:
    now = years.place(today)
    words = speaker.plain(Message("site.today"))
    side = "now e" if now > 50 else "now"  # noqa: PLR2004  # the side that has room
    parts = [_letters(now, 9, words, side)]
    for phase in phases:
        width = years.width(phase.first, phase.last or max(today, phase.first))
        parts.append(_bar(phase_class(phase.stage), years.place(phase.first), 13, width, 12))
    heading = escape(speaker.plain(Message("site.stages")))
    return f"<p>{heading}{_bars(27, (*parts, _now(now, 27)))}"


def _term(span: Span, gap: Gap | None, own: str, years: _Years, today: date, speaker: Speaker) -> str:
    facts = span.standing.facts
    is_own, planned = facts.id == own, span.standing.validity == "preparing"
    name = Message("site.planned" if planned else "site.term") if is_own else Message("site.term-of", id=facts.id)
    words = [f"{speaker.plain(name)}: {_days(span.starts, span.until, speaker)}"]
    parts = []
    if span.was_in_force:
        width = years.width(span.starts, span.until or date(years.last, 12, 31))
        kind = f"{'own' if is_own else 'other'}{' planned' if planned else ''}"
        parts.append(_bar(kind, years.place(span.starts), 2, width, 12))
    if gap is not None:
        words.append(speaker.plain(Message("site.uncovered", days=gap.days)))
        parts.append(_bar("gap", years.place(gap.first), 3, years.width(gap.first, gap.last), 10))
    return f"<p>{escape(', '.join(words))}{_bars(16, (*parts, _now(years.place(today), 16)))}"


def _days(first: date, last: date | None, speaker: Speaker) -> str:
    if last is None:
        return speaker.plain(Message("site.open", first=first))
    return speaker.plain(Message("site.days", first=first, last=last))


def _bars(height: int, parts: Iterable[str]) -> str:
    return f"<svg aria-hidden=true height={height}>{''.join(parts)}</svg>"


def _bar(kind: str, x: float, y: float, width: float, height: float) -> str:
    named = f'"{kind}"' if " " in kind else kind
    return f"<rect class={named} x={_short(x)}% y={_short(y)} width={_short(width)}% height={_short(height)} />"


def _letters(x: float, y: float, text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if " " in kind else f" class={kind}" if kind else ""
    return f"<text{named} x={_short(x)}% y={_short(y)}>{escape(text)}</text>"


def _now(x: float, height: int) -> str:
    return f"<line class=now x1={_short(x)}% x2={_short(x)}% y2={height} />"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
