from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.ledger import (
    Asked,
    following_number,
    parties_named,
    pick,
    ranges,
    read_asked,
    rejected,
    sameness,
    still_waiting,
)
from pks.domain.model.procedure import Answer
from pks.domain.standing.corrections import Verdict, is_open, verdict
from pks.errors import UsageError
from tests.domain.builders import agreement, day
from tests.domain.made import made_of

NUMBERED = agreement(corrections=[{"no": number} for number in (1, 2, 4, 7)]).corrections


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (["2"], Asked(every=False, spans=((2, 2),))),
        (["1-4"], Asked(every=False, spans=((1, 4),))),
        (["1,3,5-7"], Asked(every=False, spans=((1, 1), (3, 3), (5, 7)))),
        (["1", "3 – 4,"], Asked(every=False, spans=((1, 1), (3, 4)))),
        (["all"], Asked(every=True, spans=())),
        (["SEMUA"], Asked(every=True, spans=())),
    ],
)
def test_numbers_are_read_alone_in_spans_and_in_lists(texts: list[str], asked: Asked) -> None:
    assert read_asked(texts) == asked


@pytest.mark.parametrize("text", ["", ",", "0x1", "-1", "1-", "4-1", "all,1", "1..3", "9999999999", "２"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_asked([text])


@given(st.sets(st.integers(1, 60), min_size=1))
def test_what_ranges_writes_read_asked_reads(numbers: set[int]) -> None:
    spans = read_asked([ranges(numbers)]).spans
    assert {number for low, high in spans for number in range(low, high + 1)} == numbers


def test_a_span_means_what_is_there_between_its_ends_and_its_ends_must_be() -> None:
    assert [one.correction.no for one in pick(read_asked(["2-7"]), NUMBERED)] == [2, 4, 7]
    assert [one.alone for one in pick(read_asked(["2-4,7"]), NUMBERED)] == [False, False, True]
    assert [one.at for one in pick(read_asked(["all"]), NUMBERED)] == [0, 1, 2, 3]
    for text in ("3", "1-3", "7-8"):
        with pytest.raises(UsageError) as refused:
            pick(read_asked([text]), NUMBERED)
        assert refused.value.message.key == "correction.no-such"
    with pytest.raises(UsageError) as nothing:
        pick(read_asked(["1"]), ())
    assert nothing.value.message.key == "correction.none-there"
    twice = agreement(corrections=[{"no": 1}, {"no": 1}]).corrections
    with pytest.raises(UsageError) as doubled:
        pick(read_asked(["1"]), twice)
    assert doubled.value.message.key == "correction.twice"


def test_the_next_number_is_above_the_highest() -> None:
    assert following_number(NUMBERED) == 8
    assert following_number(()) == 1


@pytest.mark.parametrize(
    ("accepted", "refused", "said"),
    [
        (None, None, "waiting"),
        ("2026-01-02", None, "accepted"),
        (None, "2026-01-02", "rejected"),
        ("2026-01-03", "2026-01-02", "accepted"),
        ("2026-01-02", "2026-01-02", "rejected"),
        ("2026-01-01", "2026-01-02", "rejected"),
    ],
)
def test_the_later_answer_counts_and_on_one_day_the_rejection(
    accepted: str | None, refused: str | None, said: str
) -> None:
    dates = {"accepted": accepted, "rejected": refused}
    answer = made_of(Answer, {key: value for key, value in dates.items() if value})
    assert verdict(answer).state == said
    assert verdict(None) == Verdict("waiting", None)
    assert verdict(answer).day == (day(str(accepted if said == "accepted" else refused)) if said != "waiting" else None)


def test_what_is_waited_for_and_rejected_is_told_by_party() -> None:
    subject = agreement(
        corrections=[
            {"no": 1, "answers": {"dinsos": {"accepted": "2026-01-06"}}},
            {"no": 2, "answers": {"rsj": {"rejected": "2026-01-06"}, "lain": {"accepted": "2026-01-06"}}},
            {"no": 3, "withdrawn": {"date": "2026-01-07"}},
        ]
    )
    assert still_waiting(subject) == {"dinsos": [2], "rsj": [1]}
    assert rejected(subject) == [2]
    assert [is_open(one, ("dinsos", "rsj")) for one in subject.corrections] == [True, True, False]


def test_parties_are_meant_by_key_part_of_a_name_or_all() -> None:
    assert parties_named(["kalbar", "dinsos"], agreement()) == ("dinsos", "rsj")
    assert parties_named(["Semua"], agreement()) == ("dinsos", "rsj")
    named = agreement(parties=[{"key": "all", "name": "Persatuan"}, {"name": "RSJ"}])
    assert parties_named(["all"], named) == ("all",)


def test_case_and_space_do_not_make_two_corrections_but_a_reason_does_where_there_are_no_words() -> None:
    one, same, other, reasoned = agreement(
        corrections=[
            {"no": 1, "clause": "Pasal 4", "was": "A  b", "reason": "x"},
            {"no": 2, "clause": "pasal\u00a04", "was": "a B", "reason": "y"},
            {"no": 3, "clause": "Pasal 4", "reason": "x"},
            {"no": 4, "clause": "Pasal 4", "reason": "y"},
        ]
    ).corrections
    assert sameness(one) == sameness(same)
    assert len({sameness(one), sameness(other), sameness(reasoned)}) == 3
