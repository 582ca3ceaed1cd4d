from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.rules.rules_builders import Case, Given, Other, assert_trips, found

_OWN_NUMBER = Other("lain", numbers=("440/15/2026",), parties=(("dinkes", "Dinas Kesehatan", True),))

CASES: dict[str, Case] = {
    "number-month-differs": Case(
        Given({"parties.1.signed": "2026-03-01"}),
        [("parties", 1, "number", 0)],
        Given({"parties.1.number": "007/V/KS/2026"}),
        says={"number": "007/KS/II/2026", "party": "Klinik Sehat", "signed": date(2026, 3, 1)},
        level="info",
    ),
    "number-used-twice": Case(
        Given(others=(_OWN_NUMBER,)),
        [("parties", 0, "number", 0)],
        Given(others=(replace(_OWN_NUMBER, parties=(("rsj", "RSJ", False),)),)),
        says={"number": "440/15/2026", "other": "lain", "place": "parties.dinkes.number"},
        level="warning",
    ),
    "register-number-used-twice": Case(
        Given(others=(Other("lain", register="reg/2026/ 014"),)),
        [("registration", "number")],
        Given(others=(Other("lain", register="REG/2026/015"), Other("ini", register="REG/2026/014"))),
        says={"number": "REG/2026/014", "other": "lain"},
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_number_that_cannot_be_right_is_found(code: str) -> None:
    assert_trips(code, CASES[code])


@pytest.mark.parametrize("code", CASES)
def test_a_number_that_can_be_is_not(code: str) -> None:
    assert found(code, CASES[code].near) == []


@pytest.mark.parametrize(
    ("number", "signed", "hits"),
    [
        ("007/KS/II/2026", "2026-02-28", 0),
        ("007/KS/II/2025", "2026-02-28", 1),
        ("007/KS/XII/2025", "2025-12-01", 0),
        ("007.KS.III.2026", "2026-02-28", 1),
        ("007/IV/KS/2026", "2026-02-28", 0),
        ("440/V", "2026-02-28", 0),
        ("007/KS/III/2026", None, 0),
    ],
)
def test_a_roman_month_before_the_year_is_the_month_of_signing(number: str, signed: str | None, hits: int) -> None:
    changes = {"parties.1.number": ["12", number], "parties.1.signed": signed}
    paths = [one.path for one in found("number-month-differs", Given(changes))]
    assert paths == [("parties", 1, "number", 1)] * hits


@pytest.mark.parametrize(
    ("number", "starts", "hits"),
    [
        ("440/15/2026", date(2020, 1, 1), 1),
        ("440/15/ 2026", date(2020, 1, 1), 1),
        ("015", date(2026, 12, 31), 1),
        ("015", date(2025, 12, 31), 0),
        ("015", None, 0),
        ("440/.../2026", date(2026, 1, 1), 0),
        ("440/____/2026", date(2026, 1, 1), 0),
        ("belum ada", date(2026, 1, 1), 0),
    ],
)
def test_a_number_that_names_no_year_is_the_same_only_within_a_year(
    number: str, starts: date | None, hits: int
) -> None:
    other = replace(_OWN_NUMBER, numbers=(number.upper(),), starts=starts)
    given = Given({"parties.0.number": ["1/2026", number]}, others=(other,))
    assert [one.path for one in found("number-used-twice", given)] == [("parties", 0, "number", 1)] * hits
    assert all(one.fix.values["place"] == "parties.dinkes.number.2" for one in found("number-used-twice", given))


def test_a_number_without_a_year_needs_a_start_to_be_compared() -> None:
    other = replace(_OWN_NUMBER, numbers=("015",))
    given = Given({"parties.0.number": "015", "term.starts": None, "term.ends": None}, others=(other,))
    assert found("number-used-twice", given) == []
    no_term = Given({"parties.0.number": "015", "term": None}, others=(other,))
    assert found("number-used-twice", no_term) == []


def test_an_agreement_is_not_its_own_double() -> None:
    itself = replace(_OWN_NUMBER, id="ini")
    assert found("number-used-twice", Given(others=(itself,))) == []


def test_a_common_day_of_signing_is_compared_with_the_month_too() -> None:
    changes = {"parties.1.signed": None, "signing": {"date": "2026-03-01"}}
    assert [one.path for one in found("number-month-differs", Given(changes))] == [("parties", 1, "number", 0)]


def test_without_a_register_number_none_is_used_twice() -> None:
    given = Given({"registration": None}, others=(Other("lain", register=None),))
    assert found("register-number-used-twice", given) == []
