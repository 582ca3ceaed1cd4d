from __future__ import annotations

import pytest

from pks.domain.model.schema import agreement_shape
from pks.message import Message
from tests.domain.rules.rules_builders import HASH, Case, Given, assert_trips, found

CASES: dict[str, Case] = {
    "changed-after-acceptance": Case(
        Given(changed=("scope", "parties")),
        [("scope",), ("parties",)],
        Given(),
        says={"what": Message("rules.text.scope"), "field": "scope"},
        level="warning",
    ),
    "repeated-in-list": Case(
        Given({"parties.1.key": "dinkes"}),
        [("parties", 1, "key")],
        Given({"parties.0.key": None, "parties.1.key": None}),
        says={"list_name": "parties", "field": "key", "value": "dinkes"},
    ),
    "unread": Case(
        Given({"unread": {"Masa berlaku": "akan dibicarakan", "Ket": "lihat berkas"}}),
        [("unread", "Masa berlaku"), ("unread", "Ket")],
        Given({"unread": {}}),
        says={"name": "Masa berlaku"},
        level="warning",
    ),
    "unknown-party": Case(
        Given({"corrections.0.answers.kliniik": {"accepted": "2026-01-20"}}),
        [("corrections", 0, "answers", "kliniik")],
        Given({"amendments": [{"no": "1", "numbers": {"klinik": "1"}, "signed": {"dinkes": "2026-03-01"}}]}),
        says={"name": "kliniik", "keys": ["dinkes", "klinik"]},
        level="warning",
    ),
    "answer-contradictory": Case(
        Given({"corrections.0.answers.klinik.rejected": "2026-01-19"}),
        [("corrections", 0, "answers", "klinik")],
        Given({"corrections.0.answers.klinik": {"rejected": "2026-01-19"}}),
        says={"no": 1, "party": "Klinik Sehat", "party_key": "klinik", "older": "rejected"},
        level="warning",
    ),
    "file-without-hash": Case(
        Given({"documents.0.file": "kak.pdf"}),
        [("documents", 0, "file")],
        Given({"documents.0.file": "kak.pdf", "documents.0.sha256": HASH}),
        says={"file": "kak.pdf"},
        level="info",
    ),
    "hash-malformed": Case(
        Given({"documents.2.sha256": HASH[:-1]}),
        [("documents", 2, "sha256")],
        Given({"documents.2.sha256": HASH.upper()}),
        says={"position": 3},
        level="warning",
    ),
    "other-instrument-unnamed": Case(
        Given({"instrument": "Lainnya"}),
        [("instrument",)],
        Given({"instrument": "Lainnya", "as_written": "Memorandum"}),
        level="info",
    ),
    "negative-amount": Case(
        Given({"funding.0.amount": "-1", "reports": [{"period": "2026-S1", "spent": "-2"}]}),
        [("funding", 0, "amount"), ("reports", 0, "spent")],
        Given({"funding.0.amount": "0", "reports": [{"period": "2026-S1", "spent": "0"}]}),
        says={"amount": -1, "place": "funding.1.amount"},
        level="warning",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_an_entry_that_is_wrong_is_found(code: str) -> None:
    assert_trips(code, CASES[code])


@pytest.mark.parametrize("code", CASES)
def test_an_entry_that_is_right_is_not(code: str) -> None:
    assert found(code, CASES[code].near) == []


@pytest.mark.parametrize(
    ("name", "entries", "field", "value"),
    [
        ("corrections", [{"no": "1"}, {"no": "2"}, {"no": "1"}], "no", 1),
        ("reports", [{"period": "2026-S1"}, {"period": "2026"}, {"period": "2026-S1"}], "period", "2026-S1"),
        ("clusters", [{"name": "a"}, {"name": "b"}, {"name": "a"}], "name", "a"),
        ("indicators", [{"name": "a"}, {"name": "A"}, {"name": "a"}], "name", "a"),
    ],
)
def test_a_repeat_is_found_at_the_second_one_in_every_addressed_list(
    name: str, entries: list[dict[str, str]], field: str, value: object
) -> None:
    (hit,) = found("repeated-in-list", Given({name: entries}))
    assert hit.path == (name, 2, field)
    assert hit.message.values["value"] == value


def test_every_list_that_is_addressed_by_name_is_looked_at() -> None:
    addressed = {
        name for name, shape in agreement_shape().fields.items() if shape.item is not None and shape.item.address
    }
    assert addressed == {"parties", "clusters", "corrections", "reports", "indicators"}


def test_amendments_that_name_nobodys_key_are_found() -> None:
    amendments = [{"no": "1", "numbers": {"rsj": "1"}, "signed": {"rsud": "2026-03-01"}}]
    assert [one.path for one in found("unknown-party", Given({"amendments": amendments}))] == [
        ("amendments", 0, "numbers", "rsj"),
        ("amendments", 0, "signed", "rsud"),
    ]


def test_a_key_made_from_the_name_may_be_named() -> None:
    changes = {"parties.1.key": None, "corrections.0.answers": {"klinik-sehat": {"accepted": "2026-01-20"}}}
    assert found("unknown-party", Given(changes)) == []


def test_a_contradictory_answer_of_a_stranger_is_named_by_its_key() -> None:
    both = {"accepted": "2026-01-20", "rejected": "2026-01-20"}
    (hit,) = found("answer-contradictory", Given({"corrections.0.answers.rsj": both}))
    assert hit.message.values["party"] == "rsj"
    assert hit.fix.values["older"] == "accepted"
