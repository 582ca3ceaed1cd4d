from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Any

import pytest

from pks.domain.rules import links
from pks.domain.rules.surroundings import Surroundings
from tests.domain.rules.rules_builders import UMBRELLA, Case, Given, Other, assert_trips, found

_SUCCESSOR_A, _SUCCESSOR_B = Other("baru-a", renews_ids=("ini",)), Other("baru-b", renews_ids=("ini",))
_IDLE = {"instrument": "KB", "under": None, "term": {"starts": "2025-03-31", "length": "5 years"}}
_ENDED = {"term": {"starts": "2025-06-01", "ends": "2026-05-31"}}  # the day asked about is 2026-06-01
_AMENDED = [{"no": "1", "date": "2026-04-10"}]
_BEGUN = Other("baru-c", renews_ids=("ini",), stage="draft", signed=False, entered=date(2026, 4, 9))
_ADDENDUM = Other("adendum", amends_ids=("ini",), stage="draft", signed=False)

CASES: dict[str, Case] = {
    "dangling-link": Case(
        Given({"under": "payun", "amends": ["tak-dikenal"]}),
        [("under", 0), ("amends", 0)],
        Given({"under": "payung", "renews": {"text": "PKS 2020"}}),
        says={"field": "under", "link": "payun", "near": "payung", "place": "under"},
        level="warning",
    ),
    "link-to-itself": Case(
        Given({"under": ["payung", "ini"], "renews": "ini"}),
        [("under", 1), ("renews", 0)],
        Given({"under": "payung"}),
        says={"field": "under", "place": "under.2"},
    ),
    "link-loop": Case(
        Given({"renews": "b"}, others=(Other("b", renews_ids=("c",)), Other("c", renews_ids=("ini",)))),
        [("renews", 0)],
        Given(
            {"renews": "b"},
            others=(Other("b", renews_ids=("c",)), Other("c", renews_ids=("b",), under_ids=("ini",))),
        ),
        says={"way": "ini → b → c → ini", "field": "renews"},
    ),
    "two-successors": Case(
        Given(others=(_SUCCESSOR_A, _SUCCESSOR_B)),
        [("title",)],
        Given(others=(_SUCCESSOR_A, replace(_SUCCESSOR_B, closed="withdrawn"))),
        says={"successors": ["baru-a", "baru-b"]},
        level="warning",
    ),
    "amendment-while-renewing": Case(
        Given({"amendments": _AMENDED}, others=(_BEGUN,)),
        [("amendments", 0, "date")],
        Given({"amendments": _AMENDED}, others=(replace(_BEGUN, entered=date(2026, 4, 10)),)),
        says={"no": 1, "date": date(2026, 4, 10), "successors": ["baru-c"], "first": "baru-c"},
        level="warning",
    ),
    "outlives-umbrella": Case(
        Given(others=(replace(UMBRELLA, ends=date(2028, 2, 10)),)),
        [("under", 0)],
        Given(others=(replace(UMBRELLA, ends=date(2028, 2, 11)),)),
        says={"umbrella": "payung", "covered": date(2028, 2, 10), "ends": date(2028, 2, 11)},
        level="warning",
    ),
    "umbrella-unused": Case(
        Given(_IDLE),
        [("term", "starts")],
        Given({**_IDLE, "term.starts": "2025-04-01"}),
        says={"starts": date(2025, 3, 31)},
        level="warning",
    ),
    "uncovered": Case(
        Given(_ENDED),
        [("term",)],
        Given({**_ENDED, "term.ends": "2026-06-01"}),
        says={"ends": date(2026, 5, 31), "days": 1},
        level="warning",
    ),
    "uncovered-before": Case(
        Given(_ENDED, others=(replace(_SUCCESSOR_A, starts=date(2026, 6, 11)),)),
        [("term",)],
        Given(_ENDED, others=(replace(_SUCCESSOR_A, starts=date(2026, 6, 1)),)),
        says={"days": 10, "first": date(2026, 6, 1), "last": date(2026, 6, 10), "successor": "baru-a"},
        level="info",
    ),
    "superseded-by-nothing": Case(
        Given({"history.5.closed": "superseded"}),
        [("history", 5, "closed")],
        Given({"history.5.closed": "superseded"}, others=(_SUCCESSOR_A,)),
        level="info",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_what_does_not_fit_the_register_is_found(code: str) -> None:
    assert_trips(code, CASES[code])


@pytest.mark.parametrize("code", CASES)
def test_what_just_fits_the_register_is_not(code: str) -> None:
    assert found(code, CASES[code].near) == []


def test_a_dangling_link_far_from_every_id_suggests_none() -> None:
    near, far = found("dangling-link", CASES["dangling-link"].trips)
    assert (near.message.key, far.message.key) == ("rule.dangling-link.near", "rule.dangling-link")


def test_one_dangling_link_of_several_is_mended_by_its_position() -> None:
    (hit,) = found("dangling-link", Given({"under": ["payung", "tak-dikenal"]}))
    assert hit.fix.values["place"] == "under.2"


def test_a_loop_of_umbrellas_is_found_at_every_umbrella() -> None:
    others = (replace(UMBRELLA, under_ids=("ini",)),)
    (hit,) = found("link-loop", Given(others=others))
    assert (hit.path, hit.message.values["way"]) == (("under", 0), "ini → payung → ini")


def test_a_link_to_itself_is_not_also_a_loop() -> None:
    assert found("link-loop", Given({"under": "ini"}, others=(Other("ini", under_ids=("ini",)),))) == []


def test_a_link_to_itself_is_not_also_dangling() -> None:
    assert found("dangling-link", Given({"under": "ini"})) == []


def test_amending_each_other_is_no_loop() -> None:
    assert found("link-loop", Given({"amends": "b"}, others=(Other("b", amends_ids=("ini",)),))) == []


def test_the_shortest_way_round_is_shown() -> None:
    others = (
        Other("b", renews_ids=("d", "c")),
        Other("c", renews_ids=("ini",)),
        Other("d", renews_ids=("c", "b")),
    )
    (hit,) = found("link-loop", Given({"renews": "b"}, others=others))
    assert hit.message.values["way"] == "ini → b → c → ini"


def test_a_successor_that_was_renewed_in_turn_is_no_rival() -> None:
    newer = replace(_SUCCESSOR_B, renews_ids=("ini", "baru-a"))
    assert found("two-successors", Given(others=(_SUCCESSOR_A, newer))) == []


@pytest.mark.parametrize(
    ("changes", "umbrella"),
    [
        ({}, replace(UMBRELLA, ends=None)),
        ({"history.5.closed": "agreed"}, replace(UMBRELLA, ends=date(2027, 1, 1))),
        ({"term": {"until": "selesai"}}, replace(UMBRELLA, ends=date(2027, 1, 1))),
        ({"term": None}, replace(UMBRELLA, ends=date(2027, 1, 1))),
        ({"term.ends": "2026-05-31"}, replace(UMBRELLA, ends=date(2026, 5, 30))),
        ({"under": "tak-dikenal"}, UMBRELLA),
        ({"under": {"text": "KB 2020"}}, UMBRELLA),
    ],
)
def test_an_umbrella_is_outlived_only_where_both_ends_are_known_and_ahead(
    changes: dict[str, object], umbrella: Other
) -> None:
    assert found("outlives-umbrella", Given(changes, others=(umbrella,))) == []


def test_the_end_is_worked_out_where_it_is_not_written() -> None:
    others = (replace(UMBRELLA, ends=date(2028, 2, 10)),)
    assert len(found("outlives-umbrella", Given({"term.ends": None}, others=others))) == 1


def test_the_last_day_of_a_term_ends_with_it() -> None:
    others = (replace(UMBRELLA, ends=date(2026, 5, 31)),)
    assert len(found("outlives-umbrella", Given({"term.ends": "2026-06-01"}, others=others))) == 1


def test_an_umbrella_that_was_closed_covers_no_longer() -> None:
    others = (replace(UMBRELLA, closed="agreed", closed_on=date(2026, 4, 1)),)
    (hit,) = found("outlives-umbrella", Given(others=others))
    assert hit.message.values["covered"] == date(2026, 4, 1)


@pytest.mark.parametrize(("signed", "hits"), [(True, 0), (False, 1)])
def test_a_signed_renewal_of_the_umbrella_covers_too(*, signed: bool, hits: int) -> None:
    old = replace(UMBRELLA, ends=date(2027, 1, 1))
    newer = Other("payung-baru", renews_ids=("payung",), signed=signed, ends=date(2032, 1, 1))
    assert len(found("outlives-umbrella", Given(others=(old, newer)))) == hits


def test_umbrellas_that_renew_each_other_end_the_search() -> None:
    old = replace(UMBRELLA, ends=date(2027, 1, 1), renews_ids=("payung-baru",))
    newer = Other("payung-baru", renews_ids=("payung",), ends=date(2027, 6, 1))
    (hit,) = found("outlives-umbrella", Given(others=(old, newer)))
    assert hit.message.values["covered"] == date(2027, 6, 1)


@pytest.mark.parametrize(
    ("changes", "others", "hits"),
    [
        ({}, (Other("anak", under_ids=("ini",)),), 0),
        ({}, (Other("anak", under_ids=("ini",), signed=False, stage="draft"),), 0),
        ({}, (Other("anak", under_ids=("ini",), signed=False, closed="rejected"),), 1),
        ({}, (Other("anak", under_ids=("ini",), closed="achieved"),), 0),
        ({}, (Other("ini", under_ids=("ini",)),), 1),
        ({}, (Other("baru", renews_ids=("ini",), starts=date(2026, 6, 1)),), 0),
        ({}, (Other("baru", renews_ids=("ini",), starts=date(2026, 6, 2)),), 1),
        ({}, (Other("baru", renews_ids=("ini",), signed=False),), 1),
        ({"cooperation": "KSDLL"}, (), 0),
        ({"instrument": "PKS"}, (), 0),
        ({"history.5.closed": "agreed"}, (), 0),
        ({"history": [{"date": "2026-01-01", "stage": "corrections"}]}, (), 0),
        ({"history": [{"date": "2026-01-01", "stage": "registration"}]}, (), 1),
        ({"term.length": "1 year"}, (), 0),
        ({"term": {"starts": "2025-03-31", "until": "selesai"}}, (), 1),
        ({"term": {"length": "5 years"}}, (), 0),
        ({"term": None}, (), 0),
    ],
)
def test_an_umbrella_in_force_needs_something_under_it(
    changes: dict[str, object], others: tuple[Other, ...], hits: int
) -> None:
    assert len(found("umbrella-unused", Given({**_IDLE, **changes}, others=others))) == hits


def test_how_long_an_umbrella_may_lie_idle_is_the_offices_to_set() -> None:
    assert found("umbrella-unused", Given(_IDLE, rules={"umbrella-unused": "2 tahun"})) == []


def test_another_closing_needs_no_successor() -> None:
    assert found("superseded-by-nothing", Given({"history.5.closed": "agreed"})) == []


def test_the_register_is_turned_round_once_for_all_its_agreements() -> None:
    first = Given(others=(Other("anak", under_ids=("ini",)),)).surroundings()
    second = replace(first, id="payung")
    assert second.crossings is first.crossings
    assert [one.id for one in first.children()] == ["anak"]
    assert second.children() == ()


def test_another_register_is_turned_round_anew() -> None:
    first = Given().surroundings()
    second = replace(first, others={"anak": Other("anak", under_ids=("ini",))})
    assert [one.id for one in second.children()] == ["anak"]
    assert Surroundings("ini", first.office, first.today).children() == ()


@pytest.mark.parametrize(
    ("changes", "others"),
    [
        ({"renewal.intent": "stop"}, ()),
        ({"history.5.closed": "expired"}, ()),
        ({"history.5.closed": "achieved"}, ()),
        ({"history": [{"date": "2025-05-01", "stage": "corrections"}], "parties.1.signed": None}, ()),
        ({}, (replace(_SUCCESSOR_A, starts=None),)),
        ({"term": {"starts": "2026-06-01", "ends": "2026-05-31"}}, ()),
    ],
    ids=[
        "meant to stop",
        "closed expired",
        "closed achieved",
        "never signed",
        "renewal signed",
        "ends before it starts",
    ],
)
def test_what_owes_no_renewal_is_not_uncovered(changes: dict[str, object], others: tuple[Other, ...]) -> None:
    assert found("uncovered", Given({**_ENDED, **changes}, others=others)) == []


def test_while_the_renewal_is_unsigned_the_text_stays_uncovered_and_the_fix_is_to_go_on_with_it() -> None:
    (hit,) = found("uncovered", Given(_ENDED, others=(replace(_SUCCESSOR_A, signed=False, stage="draft"),)))
    assert hit.message.key == "rule.uncovered.preparing"
    assert hit.message.values["successors"] == ["baru-a"]
    assert hit.fix.values["first"] == "baru-a"


def test_an_office_may_tolerate_some_uncovered_days() -> None:
    ended = {**_ENDED, "term.ends": "2026-05-02"}
    assert found("uncovered", Given(ended, rules={"uncovered": "30d"})) == []
    (hit,) = found("uncovered", Given(ended, rules={"uncovered": "29d"}))
    assert hit.message.values["days"] == 30


def test_a_closing_ends_cover_before_the_term_does() -> None:
    closed = {"history.5.closed": "agreed", "history.5.date": "2026-05-20"}
    (hit,) = found("uncovered-before", Given(closed, others=(replace(_SUCCESSOR_A, starts=date(2026, 5, 23)),)))
    assert (hit.message.values["days"], hit.message.values["first"]) == (2, date(2026, 5, 21))


def test_the_earliest_of_several_signed_renewals_ends_the_gap_and_an_unsigned_one_does_not() -> None:
    others = (
        replace(_SUCCESSOR_A, starts=date(2026, 6, 20)),
        replace(_SUCCESSOR_B, starts=date(2026, 6, 3)),
        Other("baru-c", renews_ids=("ini",), starts=date(2026, 6, 1), signed=False, stage="draft"),
    )
    (hit,) = found("uncovered-before", Given(_ENDED, others=others))
    assert (hit.message.values["successor"], hit.message.values["days"]) == ("baru-b", 2)


@pytest.mark.parametrize(
    ("changes", "renewal"),
    [
        ({}, replace(_BEGUN, signed=True)),
        ({}, replace(_BEGUN, signed=True, closed="agreed")),
        ({}, replace(_BEGUN, closed="withdrawn")),
        ({"history.5.closed": "agreed"}, _BEGUN),
        ({"amendments": [{"no": "1"}]}, _BEGUN),
    ],
    ids=["signed", "signed and ended", "withdrawn", "closed itself", "no day"],
)
def test_an_amendment_stands_beside_no_renewal_that_is_open(changes: dict[str, object], renewal: Other) -> None:
    assert found("amendment-while-renewing", Given({"amendments": _AMENDED, **changes}, others=(renewal,))) == []


def test_only_the_renewals_begun_before_the_amendment_are_named() -> None:
    later = replace(_BEGUN, id="baru-d", entered=date(2026, 4, 11))
    (hit,) = found("amendment-while-renewing", Given({"amendments": _AMENDED}, others=(later, _BEGUN)))
    assert hit.message.values["successors"] == ["baru-c"]


def test_an_open_addendum_beside_an_open_renewal_is_named_with_it() -> None:
    (hit,) = found("amendment-while-renewing", Given(others=(_BEGUN, _ADDENDUM)))
    assert (hit.path, hit.message.key) == (("title",), "rule.amendment-while-renewing.addendum")
    assert (hit.message.values["addenda"], hit.message.values["successors"]) == (["adendum"], ["baru-c"])


@pytest.mark.parametrize(
    "others",
    [
        (_ADDENDUM,),
        (_BEGUN, replace(_ADDENDUM, signed=True)),
        (_BEGUN, replace(_ADDENDUM, closed="withdrawn")),
        (_BEGUN, replace(_ADDENDUM, amends_ids=("payung",))),
        (replace(_BEGUN, amends_ids=("ini",)),),
    ],
    ids=["no renewal", "signed", "withdrawn", "of another", "the renewal itself"],
)
def test_an_addendum_alone_is_in_nobodys_way(others: tuple[Other, ...]) -> None:
    assert found("amendment-while-renewing", Given(others=others)) == []


def test_only_the_first_of_many_dangling_links_are_compared_with_every_id(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def compared(word: str, names: Collection[str], **options: Any) -> list[str]:
        asked.append(word)
        return get_close_matches(word, names, **options)

    monkeypatch.setattr(links, "get_close_matches", compared)
    ids = [f"payun{number}" for number in range(50)]
    hits = found("dangling-link", Given({"under": [*ids[:5], "payung", *ids[5:40]], "renews": ids[40:]}))
    assert [one.message.values["link"] for one in hits] == ids
    assert [one.message.key for one in hits] == ["rule.dangling-link.near"] * 10 + ["rule.dangling-link"] * 40
    assert asked == ids[:10]
