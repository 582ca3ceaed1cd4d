"""Day first or month first: decided for a column by its votes, never for one cell."""

from __future__ import annotations

from datetime import date

from pks.inputs.register.days import Figures
from pks.inputs.register.order import Ballot, Told, months_in, vote, whole_years


def cells(*texts: str) -> dict[int, Figures]:
    """Cells from row 2 on."""
    read = [tuple(map(int, text.split("/"))) for text in texts]
    return {row: Figures(*one) for row, one in enumerate(read, 2)}


def decided(*texts: str, told: Told | None = None) -> Ballot:
    return vote(cells(*texts), months={}, partners={}, told=told)


def test_one_cell_that_can_be_nothing_else_decides_the_column() -> None:
    assert decided("3/4/2024", "25/4/2024", "1/2/2024").told == Told("dmy")
    assert decided("3/4/2024", "4/25/2024", "1/2/2024").told == Told("mdy")


def test_without_votes_nothing_is_decided() -> None:
    ballot = decided("3/4/2024", "1/2/2024")
    assert (ballot.told, ballot.open_rows) == (None, (2, 3))
    assert ballot.day(2, Figures(3, 4, 2024)) is None
    assert ballot.day(2, date(2024, 4, 3)) == date(2024, 4, 3)


def test_a_month_in_the_number_of_the_document_is_a_vote() -> None:
    found = vote(cells("11/10/2017", "6/5/2018"), months={2: {(11, 2017)}, 3: {(6, 2018)}}, partners={})
    assert (found.told, found.hints) == (Told("mdy"), {"dmy": 0, "mdy": 2})
    other_year = vote(cells("11/10/2017"), months={2: {(11, 2016)}}, partners={})
    assert other_year.told is None
    both = vote(cells("11/10/2017"), months={2: {(11, 2017), (10, 2017)}}, partners={})
    assert both.told is None


def test_a_term_of_whole_years_is_a_vote() -> None:
    found = vote(cells("01/10/2025"), months={}, partners={2: date(2028, 9, 30)})
    assert found.told == Told("dmy")
    assert found.day(2, Figures(1, 10, 2025)) == date(2025, 10, 1)


def test_hints_decide_two_to_one_and_not_less() -> None:
    texts = ("11/10/2017", "11/10/2017", "10/11/2017")
    months = {2: {(11, 2017)}, 3: {(11, 2017)}, 4: {(11, 2017)}}
    assert vote(cells(*texts), months=months, partners={}).told == Told("mdy")
    assert vote(cells(*texts[1:]), months={2: {(11, 2017)}, 3: {(11, 2017)}}, partners={}).told is None


def test_what_is_certain_outweighs_any_hint() -> None:
    found = vote(cells("25/4/2024", "11/10/2017"), months={3: {(11, 2017)}}, partners={})
    assert found.told == Told("dmy")


def test_a_column_that_changes_half_way_is_not_decided_and_says_where() -> None:
    ballot = decided("4/25/2024", "1/2/2024", "25/4/2024", "26/4/2024")
    assert (ballot.told, ballot.switch, ballot.mixed) == (None, 4, False)
    back = decided("25/4/2024", "4/25/2024")
    assert (back.told, back.switch) == (None, 3)


def test_a_column_that_changes_more_than_once_is_mixed() -> None:
    ballot = decided("4/25/2024", "25/4/2024", "4/26/2024")
    assert (ballot.told, ballot.switch, ballot.mixed) == (None, None, True)


def test_what_a_person_says_decides_row_by_row() -> None:
    ballot = decided("4/25/2024", "1/2/2024", "25/4/2024", "3/4/2024", told=Told("mdy", 4))
    assert [ballot.day(row, one) for row, one in cells("4/25/2024", "1/2/2024", "25/4/2024", "3/4/2024").items()] == [
        date(2024, 4, 25), date(2024, 1, 2), date(2024, 4, 25), date(2024, 4, 3),
    ]  # fmt: skip
    assert decided("25/4/2024", told=Told("mdy")).day(2, Figures(25, 4, 2024)) is None


def test_months_are_found_in_numbers() -> None:
    assert months_in(["04/PKS/XI/2017"]) == {(11, 2017)}
    assert months_in(["B.973-DIR/INS/08/2017", "x/1/2018"]) == {(8, 2017), (1, 2018)}
    assert months_in(["100.3.7.1/8511/102.9/2024", "SP-008/2017-S0", "9 Tahun 2017", "1/IIII/2020"]) == set()


def test_whole_years() -> None:
    assert whole_years(date(2025, 10, 1), date(2028, 9, 30))
    assert whole_years(date(2025, 10, 1), date(2028, 10, 1))
    assert not whole_years(date(2025, 10, 1), date(2028, 10, 2))
    assert not whole_years(date(2025, 10, 1), date(2025, 10, 1))
