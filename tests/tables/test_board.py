from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.office import Office, Stages
from pks.domain.standing.facts import Facts
from pks.domain.vocabulary import STAGES
from pks.tables.board import COLUMNS, Card, board, board_json, board_table
from tests.domain.builders import OFFICE, day, entered, facts, length

TODAY = day("2026-02-04")  # thirty days after builders' drafts
ACCEPTED = {"dinsos": {"accepted": "2026-01-16"}, "rsj": {"accepted": "2026-01-17"}}


def columns(*all_facts: Facts) -> list[tuple[str, str]]:
    return [(card.column, card.facts.id) for card in board(all_facts, OFFICE, TODAY)]


def only(subject: Facts, office: Office = OFFICE, today: str = "2026-02-04") -> Card:
    (card,) = board([subject], office, day(today))
    return card


def test_the_columns_are_the_stages_in_order_with_corrections_in_two() -> None:
    assert columns(
        facts("1", history=entered("renewal")),
        facts("2", history=entered("reporting")),
        facts("3", history=entered("registration")),
        facts("4", history=entered("corrections")),
        facts("5", history=entered("corrections"), corrections=[{"no": 1}]),
        facts("6", history=entered("facilitation"), corrections=[{"no": 1}]),
        facts("7"),
        facts("8", history=entered("draft", closed="withdrawn")),
    ) == [
        ("draft", "7"), ("facilitation", "6"), ("corrections", "5"), ("signatures", "4"),
        ("registration", "3"), ("reporting", "2"), ("renewal", "1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "fields"),
    [
        ("signatures", {"corrections": [{"no": 1, "answers": ACCEPTED}]}),
        ("corrections", {"corrections": [{"no": 1, "answers": ACCEPTED | {"rsj": {"rejected": "2026-01-17"}}}]}),
        ("corrections", {"facilitation": [{"date": "2026-01-15", "outcome": "corrections"}]}),
        ("signatures", {"facilitation": [{"date": "2026-01-15", "outcome": "none"}]}),
    ],
)
def test_signatures_are_waited_for_once_no_correction_is_open(column: str, fields: dict[str, Any]) -> None:
    assert only(facts(history=entered("corrections"), **fields)).column == column


def test_in_a_column_what_is_there_longest_comes_first() -> None:
    assert columns(
        facts("b"), facts("a"), facts("c", history=entered("draft", "2026-01-04")), facts("d", title="A")
    ) == [("draft", "c"), ("draft", "a"), ("draft", "b"), ("draft", "d")]


@pytest.mark.parametrize(
    ("stage", "today", "days", "over"),
    [
        ("facilitation", "2026-01-05", 0, 0),
        ("facilitation", "2026-02-04", 30, 0),
        ("facilitation", "2026-02-05", 31, 1),
        ("draft", "2026-04-05", 90, 0),
        ("draft", "2026-04-07", 92, 2),
        ("registration", "2026-01-20", 15, 1),
        ("reporting", "2030-01-05", 1461, 0),
        ("renewal", "2030-01-05", 1461, 0),
    ],
)
def test_a_card_is_late_from_the_day_after_the_limit_of_its_stage(stage: str, today: str, days: int, over: int) -> None:
    card = only(facts(history=entered(stage)), today=today)
    assert (card.days, card.over) == (days, over)


def test_limits_count_working_days_and_leave_out_what_was_imported() -> None:
    office = Office(stages=Stages(draft=length("5 working days")), holidays=(day("2026-01-06"),))
    assert only(facts(), office, "2026-01-13").over == 0
    assert only(facts(), office, "2026-01-14").over == 1
    imported = only(facts(history=entered("draft", imported=True)), today="2027-01-05")
    assert (imported.days, imported.limit, imported.over) == (365, None, 0)


def test_only_those_of_the_party_and_the_unit_in_charge() -> None:
    register = [
        facts("a", lead=["Dinas Sosial", "Dinas Kesehatan"]),
        facts("b", lead="Dinas Kesehatan", parties=[{"name": "PT Farmasi"}]),
        facts("c"),
    ]
    found = board(register, OFFICE, TODAY, lead=("kesehatan",))
    assert [card.facts.id for card in found] == ["a", "b"]
    assert [card.facts.id for card in board(register, OFFICE, TODAY, party=("rsj",))] == ["a", "c"]
    assert [card.facts.id for card in board(register, OFFICE, TODAY, party=("rsj",), lead=("sosial",))] == ["a"]


def test_json_has_the_limit_as_written_and_whose_desk_it_is_on() -> None:
    waiting = facts(history=entered("corrections"), corrections=[{"no": 1, "answers": {"dinsos": ACCEPTED["dinsos"]}}])
    assert board_json(board([waiting], OFFICE, day("2026-02-05"))) == [
        {
            "column": "corrections", "stage": "corrections", "id": "satu", "title": "Rujukan", "days": 31,
            "limit": length("30d"), "late": True, "waiting": "rsj", "since": day("2026-01-05"),
        }
    ]  # fmt: skip


def test_late_rows_are_marked_and_every_row_has_a_cell_a_column() -> None:
    found = board_table(board([facts("a"), facts("b", history=entered("facilitation"))], OFFICE, day("2026-02-05")))
    assert [(row.mark, row.cells[2], len(row.cells)) for row in found.rows] == [("", "a", 7), ("late", "b", 7)]
    assert len(found.columns) == 7


HISTORIES = st.lists(st.tuples(st.sampled_from(STAGES), st.booleans()), max_size=12)


@given(HISTORIES, st.booleans())
def test_every_open_agreement_is_on_the_board_exactly_once(
    histories: list[tuple[str, bool]],
    corrected: bool,  # noqa: FBT001  # hypothesis hands it over
) -> None:
    register = [
        facts(
            f"a{number}",
            history=entered(stage, closed="agreed" if closed else None),
            corrections=[{"no": 1}] if corrected else [],
        )
        for number, (stage, closed) in enumerate(histories)
    ]
    cards = board(register, OFFICE, TODAY)
    wanted = [f"a{number}" for number, (_, closed) in enumerate(histories) if not closed]
    assert sorted(card.facts.id for card in cards) == sorted(wanted)
    order = [COLUMNS.index(card.column) for card in cards]
    assert order == sorted(order)
