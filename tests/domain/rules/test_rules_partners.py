from __future__ import annotations

import pytest

from tests.domain.rules.rules_builders import Case, Given, Other, assert_trips, found

_MINE = Other("ini", parties=(("klinik", "Klinik Sehat", False),))
_LONGER = Other("lain", parties=(("klinik", "Klinik - Sehat", False),))

CASES: dict[str, Case] = {
    "partner-spelled-variously": Case(
        Given(others=(_MINE, _LONGER)),
        [("parties", 1, "name")],
        Given(others=(_MINE, Other("lain", parties=(("klinik", "KLINIK SEHAT", False),)))),
        says={
            "name": "Klinik Sehat",
            "same": ["Klinik - Sehat"],
            "yaml": '- {name: "Klinik - Sehat", aliases: ["Klinik Sehat"]}',
        },
        level="info",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_spellings_that_are_probably_one_partner_are_found(code: str) -> None:
    assert_trips(code, CASES[code])


@pytest.mark.parametrize("code", CASES)
def test_case_alone_is_not(code: str) -> None:
    assert found(code, CASES[code].near) == []


def test_it_is_said_only_where_a_spelling_to_give_up_stands() -> None:
    others = (_MINE, _LONGER, Other("akhir", parties=(("klinik", "Klinik Sehat", False),)))
    assert [one.path for one in found("partner-spelled-variously", Given(others=others))] == []
    renamed = Given({"parties.1.name": "Klinik Lain"}, others=(_MINE, _LONGER))
    assert found("partner-spelled-variously", renamed) == []
