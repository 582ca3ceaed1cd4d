"""How well an agreement and its renewals cover their days, as lines of its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pks.domain.standing.gaps import Gap
from pks.domain.standing.judgement import Standing
from pks.message import Message
from pks.tables.content import Line

_MARKS = {"running": "late", "forecast": "soon"}


def cover_lines(standing: Standing, gap: Gap | None, chain: Sequence[str]) -> Iterator[Line]:
    """The gap after the agreement, and the chain of renewals it is part of; nothing where there is none."""
    if gap:
        yield Line(Message("show.uncovered"), _gap_words(standing, gap), mark=_MARKS.get(gap.kind, ""))
    if len(chain) > 1:
        yield Line(Message("show.chain"), " → ".join(chain))


def _gap_words(standing: Standing, gap: Gap) -> Message:
    if standing.successor_signed:
        return Message("show.gap.between", days=gap.days, first=gap.first, last=gap.last, successor=gap.successor)
    if gap.kind == "running":
        return Message("show.gap.running", first=gap.first, days=gap.days)
    if gap.successor:
        return Message("show.gap.expected", successor=gap.successor, days=gap.days)
    return Message("show.gap.forecast", days=gap.days)
