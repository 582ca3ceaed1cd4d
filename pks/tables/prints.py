"""The register with all its columns, the brief and the tree, which a screen draws its own way, as tables for a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pks.domain.standing.facts import Facts
from pks.domain.standing.gaps import Gap
from pks.domain.standing.judgement import Standing
from pks.message import Message
from pks.tables.brief import Brief
from pks.tables.register import VALIDITY_MARKS, register_table
from pks.tables.table import Cell, Column, Group, Row, Table, one_group
from pks.tables.tree import Node, state

_FURTHER: Final = (
    Column("numbers", Message("export.numbers")),
    Column("signed", Message("export.signed")),
    Column("decision", Message("export.decision")),
    Column("register", Message("export.register-number")),
    Column("lead", Message("export.lead")),
    Column("sectors", Message("export.sectors")),
)
_TREE: Final = (
    Column("title", Message("column.agreement"), weight=3),
    Column("cluster", Message("export.cluster"), weight=1),
    Column("id", Message("column.id")),
    Column("under", Message("export.under")),
    Column("state", Message("export.state")),
    Column("starts", Message("column.starts")),
    Column("ends", Message("column.ends")),
)
_DEEPEST: Final = 15  # steps in: what is deeper would leave the page, and a workbook has no more than 250
_BRIEF: Final = (Column("message", Message("export.sentence"), weight=1), Column("id", Message("column.id")))


def listing_table(standings: Sequence[Standing], gaps: Mapping[str, Gap] | None = None) -> Table:
    """The register as `list` has it, with the columns that only a file has room for."""
    table = register_table(standings, gaps)
    rows = (
        row._replace(cells=(*row.cells, *_further(one.facts))) for row, one in zip(table.rows, standings, strict=True)
    )
    return table._replace(columns=(*table.columns, *_FURTHER), groups=one_group(rows))


def brief_table(page: Brief) -> Table:
    """One row a sentence with all of them, under the headings of the page."""
    groups = tuple(
        Group(
            section.heading, tuple(Row((item.message, item.id), "late" if item.late else "") for item in section.items)
        )
        for section in page.sections
    )
    return Table(_BRIEF, groups, Message("list.empty"))


def tree_table(nodes: Iterable[Node]) -> Table:
    """One row a node, what hangs from it below it and one step in."""
    return Table(_TREE, one_group(_branches(nodes)), Message("list.empty"))


def _further(facts: Facts) -> tuple[Cell, ...]:
    return (facts.numbers, facts.signed_on, facts.decision, facts.register, facts.lead, facts.sectors)


def _branches(nodes: Iterable[Node]) -> Iterator[Row]:
    waiting: list[tuple[Node, str | None, int]] = [(node, None, 0) for node in reversed([*nodes])]
    while waiting:
        node, under, depth = waiting.pop()
        yield _node(node, under, min(depth, _DEEPEST))
        waiting += [(child, node.id or node.title, depth + 1) for child in reversed(node.children)]


def _node(node: Node, under: str | None, depth: int) -> Row:
    if node.standing is None:
        words = Message("tree.outside", title=node.title) if node.title else Message("export.empty-slot")
        return Row((words, node.cluster, None, under, None, None, None), "" if node.title else "soon", depth)
    if node.again:
        again = Message("tree.again", id=node.id)
        return Row((again, node.cluster, node.id, under, None, None, None), "late", depth)
    facts = node.standing.facts
    cells: tuple[Cell, ...] = (
        node.title, node.cluster, node.id, under, state(node.standing), facts.starts, facts.ends or facts.until,
    )  # fmt: skip
    return Row(cells, VALIDITY_MARKS.get(node.standing.validity, ""), depth)
