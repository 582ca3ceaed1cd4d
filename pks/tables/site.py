"""What the site shows of each agreement besides its page: its life drawn over the years, its place in the tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, NamedTuple

from pks.domain.deadlines.table import overdue_reports
from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Indicator
from pks.domain.office import Office
from pks.domain.rules.surroundings import Surroundings
from pks.domain.rules.table import Missing, gate
from pks.domain.standing.facts import Facts
from pks.domain.standing.gaps import Gap, chain, gaps
from pks.domain.standing.judgement import Standing, judge
from pks.domain.terms import add_days
from pks.message import Message
from pks.tables.content import Line
from pks.tables.cover import addenda_of, amended_lines, cover_lines
from pks.tables.history import history_table
from pks.tables.page import Page, Section, agreement_page
from pks.tables.table import Column, Row, Table, one_group
from pks.tables.timeline import Span, timeline
from pks.tables.tree import Node, tree

_SIBLINGS: Final = 8
_LEVELS: Final = 15  # above an agreement, or below it: so much of a tree can be taken in, and a template may be nested
_RECORD: Final = ("show.parties", "show.record")
_GAPS: Final = (
    Column("title", Message("column.agreement"), weight=1),
    Column("id", Message("column.id")),
    Column("first", Message("site.gap.first")),
    Column("last", Message("site.gap.last")),
    Column("gap", Message("column.gap")),
    Column("successor", Message("show.successor")),
)
_GAP_ORDER: Final = ("running", "forecast", "past")
_GAP_MARKS: Final = {"running": "late", "forecast": "soon", "past": "past"}


class Phase(NamedTuple):
    """A stage from the day it was entered to the day before the next; `last` is None where it is the present one."""

    stage: str
    first: date
    last: date | None


class Life(NamedTuple):
    """What is drawn over the years: the stages, and the terms of the whole chain of renewals, the oldest first."""

    phases: tuple[Phase, ...]
    spans: tuple[Span, ...]
    gaps: Mapping[str, Gap]  # after each of the chain that has one, by its id


@dataclass(frozen=True)
class Twig:
    """A node of the tree as one agreement's page shows it; `more` children were left out, `here` is that agreement."""

    node: Node
    children: tuple[Twig, ...] = ()
    more: int = 0
    here: bool = False


@dataclass(frozen=True)
class SitePage:
    """One agreement: where it stands and what it lacks, what its file says, its life, its place, its figures."""

    page: Page
    standing: Standing
    where: tuple[Section, ...]
    record: tuple[Section, ...]
    history: Table
    stages: tuple[str, ...]  # of each row of the history
    life: Life
    twigs: tuple[Twig, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Whole:
    """A whole register on one day: everything the pages are worked out from, each once."""

    agreements: Mapping[str, Agreement]
    facts: Mapping[str, Facts]
    office: Office
    today: date

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Where each stands, by id."""
        return judge(self.facts, self.today)

    @cached_property
    def gaps(self) -> dict[str, Gap]:
        """The gap after each that has one, by id."""
        return gaps(self.facts, self.office, self.today)

    @cached_property
    def roots(self) -> list[Node]:
        """The trees of the register."""
        return tree(self.standings)

    @property
    def umbrellas(self) -> list[Node]:
        """The trees with something in them, also a slot that nobody fills."""
        return [node for node in self.roots if node.children]

    @property
    def alone(self) -> int:
        """How many agreements hang under nothing and have nothing under them."""
        return sum(1 for node in self.roots if not node.children)

    def page(self, id_: str) -> SitePage:
        """All that is shown of the agreement `id_`."""
        agreement, standing = self.agreements[id_], self.standings[id_]
        page = agreement_page(
            _shortened(agreement, standing), standing, self._missing(id_), self.today, cover=self._cover(id_)
        )
        record = tuple(map(_keyless, (one for one in page.sections if one.heading.key in _RECORD)))
        where = tuple(map(_told, page.sections[:2]))
        return SitePage(
            page, standing, where, record, history_table(agreement),
            tuple(event.stage for event in agreement.history), self._life(id_), tuple(self._twigs(id_)),
            tuple(one for one in agreement.indicators if _is_drawn(one)),
        )  # fmt: skip

    def _missing(self, id_: str) -> list[Missing]:
        agreement = self.agreements[id_]
        around = Surroundings(id_, self.office, self.today, self.facts, overdue_reports=self._late[id_])
        return [] if agreement.closed else gate(agreement, around, agreement.stage)

    def _cover(self, id_: str) -> Iterator[Line]:
        addenda = addenda_of(self.facts, id_) if id_ in self._amended else []
        yield from cover_lines(self.standings[id_], self.gaps.get(id_), self._chain(id_))
        yield from amended_lines(self.agreements[id_], addenda)

    def _chain(self, id_: str) -> tuple[str, ...]:
        standing = self.standings[id_]
        return chain(self.facts, id_) if standing.facts.renews_ids or standing.successors else (id_,)

    def _life(self, id_: str) -> Life:
        linked = self._chain(id_)
        spans = tuple(self._spans[one] for one in linked if one in self._spans)
        gaps_of = {one: self.gaps[one] for one in linked if one in self.gaps}
        return Life(tuple(_phases(self.agreements[id_])), spans, gaps_of)

    def _twigs(self, id_: str) -> Iterator[Twig]:
        for path in self._paths.get(id_, ()):
            *above, own = path
            if not above and not own.children:
                continue
            twig = replace(whole_twig(own), here=True)
            for node in reversed(above[-_LEVELS:]):
                twig = _beside(node, twig)
            yield twig

    @cached_property
    def _late(self) -> Mapping[str, int]:
        return overdue_reports(self.standings, self.office, self.today)

    @cached_property
    def _amended(self) -> frozenset[str]:
        return frozenset(id_ for facts in self.facts.values() for id_ in facts.amends_ids)

    @cached_property
    def _spans(self) -> dict[str, Span]:
        return {span.standing.facts.id: span for span in timeline(self.standings)}

    @cached_property
    def _paths(self) -> dict[str, list[tuple[Node, ...]]]:
        """Where each agreement stands in the trees, with what is above it."""
        found: dict[str, list[tuple[Node, ...]]] = defaultdict(list)
        waiting: list[tuple[Node, ...]] = [(root,) for root in reversed(self.roots)]
        while waiting:
            path = waiting.pop()
            if path[-1].id and not path[-1].again:
                found[path[-1].id].append(path)
            waiting += [(*path, child) for child in reversed(path[-1].children)]
        return found


def gaps_table(found: Mapping[str, Gap], standings: Mapping[str, Standing]) -> Table:
    """One row a gap: those that run now, the longest first, those to be expected by day, then those that are over."""
    return Table(
        _GAPS,
        one_group(_gap_row(gap, standings[gap.id].facts) for gap in sorted(found.values(), key=_urgency)),
        Message("site.gaps-empty"),
    )


def _gap_row(gap: Gap, facts: Facts) -> Row:
    last = None if gap.kind == "running" and gap.successor is None else gap.last
    words = Message(f"gap.{gap.kind}", days=gap.days)
    return Row((facts.title, gap.id, gap.first, last, words, gap.successor), _GAP_MARKS[gap.kind])


def _urgency(gap: Gap) -> tuple[int, int, str]:
    return _GAP_ORDER.index(gap.kind), (gap.first.toordinal() if gap.kind == "forecast" else -gap.days), gap.id


def _told(section: Section) -> Section:
    """The section without the commands that mend what it lacks: who reads the site does not type them."""
    lines = tuple(line for line in section.lines if not (line.mark == "weak" and line.depth))
    return Section(section.heading, lines)


def _keyless(section: Section) -> Section:
    """The parties without the keys by which commands name them; any other section as it is."""
    if section.heading.key != "show.parties":
        return section
    lines = (replace(one, cell=one.cell[1:]) if type(one.cell) is tuple else one for one in section.lines)
    return Section(section.heading, tuple(lines))


def _shortened(agreement: Agreement, standing: Standing) -> Agreement:
    """The agreement without what nobody looks for here: hashes, figures that are drawn, and, once signed, corrections.

    What was corrected is in the text by then; the register keeps how it came to be.
    """
    documents = tuple(one.but(sha256=None) for one in agreement.documents)
    plain = tuple(one for one in agreement.indicators if not _is_drawn(one))
    corrections = () if standing.facts.signed else agreement.corrections
    return agreement.but(documents=documents, indicators=plain, corrections=corrections)


def _phases(agreement: Agreement) -> Iterator[Phase]:
    events = [event for event in agreement.history if not event.closed]
    ends: Sequence[date | None] = [add_days(event.date, -1) for event in events[1:]]
    over = agreement.closed.date if agreement.closed else None
    for event, last in zip(events, [*ends, over], strict=True):
        yield Phase(event.stage, event.date, None if last is None else max(event.date, last))


def whole_twig(node: Node, levels: int = _LEVELS) -> Twig:
    """`node` with all that hangs from it, so many `levels` deep."""
    if not levels:
        return Twig(node, more=len(node.children))
    return Twig(node, tuple(whole_twig(one, levels - 1) for one in node.children))


def _beside(node: Node, own: Twig) -> Twig:
    """`node` with `own` and what stands beside it: all of it where that is little, else the same cluster."""
    children = list(node.children)
    if len(children) > _SIBLINGS:
        cluster = own.node.cluster
        near = [one for one in children if one is own.node or (cluster and one.cluster == cluster)]
        kept = {id(one) for one in near[:_SIBLINGS]} | {id(own.node)}
        children = [one for one in children if id(one) in kept]
    twigs = tuple(own if one is own.node else Twig(one) for one in children)
    return Twig(node, twigs, more=len(node.children) - len(children))


def _is_drawn(indicator: Indicator) -> bool:
    return any(reading.value is not None for reading in indicator.readings)
