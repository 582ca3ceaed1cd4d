"""What a signing adds to a file: in whatever order parties sign, the same stands there in the end."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from pks.domain.in_force import in_force, starting
from pks.domain.model.agreement import Agreement
from pks.domain.office import Office
from pks.domain.signing import Given, signers, signing_facts, will_complete
from pks.domain.standing.signatures import signing_days, unsigned
from pks.errors import RefusedError
from pks.message import Message
from tests.domain.made import made_of

TODAY = date(2026, 3, 1)
HISTORY = [{"date": "2026-01-05", "stage": "corrections"}]
KEYS = ("dinkes", "rsj", "rsud")


def agreement(parties: list[dict[str, Any]] | None = None, **content: Any) -> Agreement:
    """An agreement of three parties, or of `parties`."""
    named = parties or [{"key": key, "name": key.upper()} for key in KEYS]
    return made_of(Agreement, {"title": "Rujukan", "parties": named, "history": HISTORY, **content})


def signed_by(agreed: Agreement, given: Given) -> Agreement:
    """The agreement with the facts of the signing in it."""
    parties: list[dict[str, Any]] = [{name: getattr(party, name) for name in party.fields} for party in agreed.parties]
    signing: dict[str, Any] = {"date": agreed.signing.date} if agreed.signing else {}
    for fact in signing_facts("tiga", agreed, given):
        if fact.path[0] == "signing":
            signing[str(fact.path[1])] = date.fromisoformat(str(fact.value))
        else:
            at, name = fact.path[1], fact.path[2]
            assert isinstance(at, int)
            parties[at][str(name)] = date.fromisoformat(str(fact.value))
    text = [
        {key: str(value) for key, value in one.items() if key in {"key", "name", "signed"} and value} for one in parties
    ]
    common = {"signing": {"date": str(signing["date"])}} if signing.get("date") else {}
    return agreement(text, **common)


@pytest.mark.parametrize("order", list(permutations(KEYS)))
def test_in_whatever_order_parties_sign_each_has_its_day(order: tuple[str, ...]) -> None:
    agreed = agreement()
    for number, key in enumerate(order, 1):
        given = Given(TODAY, (key,), date(2026, 2, number))
        assert signers(agreed, given) == (key,)
        assert will_complete(agreed, given) == (number == 3)
        agreed = signed_by(agreed, given)
        assert signing_facts("tiga", agreed, given) == []
        assert set(unsigned(agreed)) == set(order[number:])
    assert dict(zip(KEYS, signing_days(agreed), strict=True)) == {
        key: date(2026, 2, number) for number, key in enumerate(order, 1)
    }


@pytest.mark.parametrize("before", [(), ("rsj",), ("dinkes", "rsud"), KEYS])
def test_all_at_once_leaves_nobody_out_and_changes_nobody(before: tuple[str, ...]) -> None:
    agreed = agreement()
    for key in before:
        agreed = signed_by(agreed, Given(TODAY, (key,), date(2026, 2, 1)))
    given = Given(TODAY)
    after = signed_by(agreed, given)
    assert unsigned(after) == ()
    expected = [date(2026, 2, 1) if key in before else TODAY for key in KEYS]
    assert list(signing_days(after)) == expected
    assert signing_facts("tiga", after, given) == []
    assert will_complete(agreed, given) == (before != KEYS)


def test_everything_that_differs_is_named_at_once() -> None:
    parties = [{"key": "rsj", "name": "RSJ", "signed": "2026-02-01", "number": "1"}, {"key": "rsud", "name": "RSUD"}]
    given = Given(TODAY, ("rsj",), TODAY, {"rsj": ["2"]}, {"name": "A"})
    with pytest.raises(RefusedError) as refused:
        signing_facts("dua", agreement(parties), given)
    assert [one.values["key"] for one in refused.value.details if isinstance(one, Message)] == [
        "parties.rsj.signed", "parties.rsj.number",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("term", "key", "last"),
    [
        ({"length": "2 years"}, "inforce.days", date(2028, 2, 29)),
        ({"length": "2 years", "ends": "2027-12-31"}, "inforce.days", date(2027, 12, 31)),
        ({"until": "terbitnya izin"}, "inforce.until", None),
        ({}, "inforce.open", None),
    ],
)
def test_the_term_from_a_day_on(term: dict[str, str], key: str, last: date | None) -> None:
    words = in_force(starting(agreement(term=term), TODAY), Office())
    assert (words.key, words.values["starts"], words.values.get("ends")) == (key, TODAY, last)
    assert in_force(agreement(term=term), Office()) == Message("inforce.no-start")


def test_without_any_term_a_start_is_all_there_is() -> None:
    assert in_force(starting(agreement(), TODAY), Office()) == Message("inforce.open", starts=TODAY)
