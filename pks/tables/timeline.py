"""The terms of agreements over the years: what was in force when, renewals side by side, and the gaps between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pks.domain.standing.judgement import Standing
from pks.domain.terms import add_days
from pks.message import Message
from pks.tables.register import Filters, choose
from pks.tables.table import Column, Row, Table, one_group


class Span(NamedTuple):
    """One agreement whose start is known, and when the first of its successors takes over, if that is known.

    Nothing takes over from a text that is not signed: it has covered no day.
    """

    standing: Standing
    starts: date
    taken_over: date | None

    @property
    def until(self) -> date | None:
        """The last day in force; None while open."""
        return self.standing.in_force_until

    @property
    def was_in_force(self) -> bool:
        """Whether there is a day in force, or one planned: not for a text closed before it was signed."""
        return self.standing.in_force_from is not None and (self.until is None or self.until >= self.starts)

    @property
    def gap(self) -> tuple[date, date] | None:
        """The first and last day between its end and its successor's start, where neither is in force."""
        if self.until is None or self.taken_over is None or not self.gap_days:
            return None
        return add_days(self.until, 1), add_days(self.taken_over, -1)

    @property
    def gap_days(self) -> int | None:
        """How many days that is, 0 when they join; None when its end or its successor's start is not known."""
        if self.until is None or self.taken_over is None:
            return None
        return max(0, (self.taken_over - self.until).days - 1)


def timeline(
    standings: Mapping[str, Standing], words: Sequence[str] = (), first: int | None = None, last: int | None = None
) -> list[Span]:
    """The agreements that hold all `words`, whose start is known and that touch the years `first` to `last`.

    A chain of renewals stands together, the chain that starts earliest first.
    """
    chosen = choose(standings.values(), Filters(words=tuple(words)))
    spans = [span for one in chosen if (span := _span(one, standings)) and _touches(span, first, last)]
    chain_of = _chains(standings)
    begins: dict[str, tuple[date, str]] = {}
    for span in spans:
        chain, own = chain_of[span.standing.facts.id], (span.starts, span.standing.facts.id)
        begins[chain] = min(begins.get(chain, own), own)
    return sorted(
        spans,
        key=lambda span: (begins[chain_of[span.standing.facts.id]], span.starts, span.standing.facts.id),
    )


def timeline_table(spans: Iterable[Span]) -> Table:
    """One row a span, for a pipe."""
    columns = (
        Column("id", Message("column.id")),
        Column("title", Message("column.agreement"), weight=1),
        Column("starts", Message("column.starts")),
        Column("ends", Message("column.ends")),
        Column("in_force_until", Message("timeline.until")),
        Column("successors", Message("timeline.successors")),
        Column("gap_days", Message("timeline.gap-days")),
    )
    return Table(columns, one_group(Row(tuple(_values(span).values())) for span in spans), Message("timeline.empty"))


def timeline_json(spans: Iterable[Span]) -> list[dict[str, Any]]:
    """The rows of `timeline --json`."""
    return [{**_values(span), "validity": span.standing.validity} for span in spans]


def _values(span: Span) -> dict[str, Any]:
    facts = span.standing.facts
    return {
        "id": facts.id,
        "title": facts.title,
        "starts": span.starts,
        "ends": facts.ends,
        "in_force_until": span.until,
        "successors": span.standing.successors,
        "gap_days": span.gap_days,
    }


def _span(one: Standing, standings: Mapping[str, Standing]) -> Span | None:
    if one.facts.starts is None:
        return None
    starts = (standings[id_].facts.starts for id_ in one.successors if one.facts.signed)
    return Span(one, one.facts.starts, min((day for day in starts if day), default=None))


def _touches(span: Span, first: int | None, last: int | None) -> bool:
    until = max(span.until, span.starts) if span.until else None
    return (last is None or span.starts.year <= last) and (first is None or until is None or until.year >= first)


def _chains(standings: Mapping[str, Standing]) -> dict[str, str]:
    """For each id one that names its chain: the agreements that renewals join, in whichever direction."""
    joined: dict[str, set[str]] = defaultdict(set)
    for id_, one in standings.items():
        for renewed in one.facts.renews_ids:
            if renewed in standings:
                joined[id_].add(renewed)
                joined[renewed].add(id_)
    chain_of: dict[str, str] = {}
    for id_ in standings:
        waiting = [id_]
        while waiting:
            link = waiting.pop()
            if link not in chain_of:
                chain_of[link] = id_
                waiting += joined[link]
    return chain_of
