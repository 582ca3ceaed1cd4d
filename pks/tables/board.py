"""The open agreements by stage, as cards on a board: how long in it, whose desk, and what is late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final, NamedTuple

from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.terms import Length, add
from pks.message import Message
from pks.tables.register import of_lead, of_party, waiting_cell
from pks.tables.table import Cell, Column, Group, Row, Table

# The stages in order; the one of corrections and signing is two columns, for the work in it is two people's.
COLUMNS: Final = ("draft", "facilitation", "corrections", "signatures", "registration", "reporting", "renewal")
_COLUMNS: Final = (
    Column("column", Message("board.column"), on_screen=False),
    Column("title", Message("column.agreement"), weight=1),
    Column("id", Message("column.id"), below="title"),
    Column("days", Message("board.in-stage")),
    Column("late", Message("board.late"), below="days"),
    Column("waiting", Message("column.waiting")),
    Column("since", Message("board.since")),
)


class Card(NamedTuple):
    """One open agreement; `over` counts the days past the office's limit for its stage, 0 when not late.

    `limit` is None where there is none: in reporting and renewal, and for what was imported.
    """

    column: str
    facts: Facts
    days: int
    limit: Length | None
    over: int


def board(
    register: Iterable[Facts],
    office: Office,
    today: date,
    *,
    party: tuple[str, ...] = (),
    spellings: frozenset[str] = frozenset(),
    lead: tuple[str, ...] = (),
) -> list[Card]:
    """The open agreements of `party` and `lead`, by column, and in it those first that are there longest.

    `spellings` are further names, folded, that will do where `party` is given.
    """
    cards = [
        _card(facts, office, today)
        for facts in register
        if facts.closed is None and of_party(facts, party, spellings) and of_lead(facts, lead)
    ]
    return sorted(cards, key=lambda card: (COLUMNS.index(card.column), card.facts.stage_since, card.facts.id))


def board_table(cards: Sequence[Card]) -> Table:
    """One row a card, under its column."""
    groups = []
    for column, inside in groupby(cards, key=lambda card: card.column):
        rows = tuple(map(_row, inside))
        heading = Message("board.group", column=Message(f"board.{column}"), count=len(rows))
        groups.append(Group(heading, rows))
    return Table(_COLUMNS, tuple(groups), Message("board.empty"))


def board_json(cards: Iterable[Card]) -> list[dict[str, Any]]:
    """The cards of `board --json`."""
    return [
        {
            "column": card.column,
            "stage": card.facts.stage,
            "id": card.facts.id,
            "title": card.facts.title,
            "days": card.days,
            "limit": card.limit,
            "late": card.over > 0,
            "waiting": card.facts.waiting,
            "since": card.facts.stage_since,
        }
        for card in cards
    ]


def _card(facts: Facts, office: Office, today: date) -> Card:
    limit = None if facts.imported else office.stages.limit(facts.stage)
    last = add(facts.stage_since, limit, holidays=office.holidays) if limit else today
    return Card(_column(facts), facts, (today - facts.stage_since).days, limit, max(0, (today - last).days))


def _column(facts: Facts) -> str:
    return "signatures" if facts.stage == "corrections" and not facts.corrections_open else facts.stage


def _row(card: Card) -> Row:
    cells: tuple[Cell, ...] = (
        Message(f"board.{card.column}"),
        card.facts.title,
        card.facts.id,
        Message("board.days", days=card.days),
        Message("due.days.late", days=card.over) if card.over else None,
        waiting_cell(card.facts),
        card.facts.stage_since,
    )
    return Row(cells, "late" if card.over else "")
