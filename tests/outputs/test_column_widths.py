"""Columns on a narrow terminal: neither dates nor words are broken while there is room to give."""

from __future__ import annotations

from datetime import date

import pytest

from pks.message import Message
from pks.outputs.column_widths import widths_of
from pks.tables.table import Column, Row, Table, one_group

COLUMNS = (
    Column("title", Message("column.agreement"), weight=1),
    Column("stage", Message("column.stage")),
    Column("validity", Message("column.validity")),
    Column("ends", Message("column.ends")),
)


def table(title: str) -> Table:
    row = Row((title, "implementation and reporting", "in preparation", date(2026, 2, 27)))
    return Table(COLUMNS, one_group([row]), Message("list.empty"))


@pytest.mark.parametrize(
    ("width", "widths"),
    [(120, [72, 18, 14, 10]), (80, [32, 18, 14, 10]), (60, [16, 15, 13, 10]), (52, [15, 14, 11, 10])],
)
def test_what_is_wide_gives_and_dates_and_words_stay_whole(width: int, widths: list[int]) -> None:
    assert widths_of(table("Penyelenggaraan kesejahteraan sosial"), list(COLUMNS), "en", width) == widths


def test_an_id_may_break_behind_a_hyphen_and_asks_for_its_longest_piece() -> None:
    assert widths_of(table("2022-banten-rs-bhayangkara"), list(COLUMNS), "en", 56) == [12, 15, 13, 10]
