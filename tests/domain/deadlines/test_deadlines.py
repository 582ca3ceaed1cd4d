"""All kinds together: what a closed agreement keeps, keys, order and horizon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from string import Formatter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pks.domain.deadlines import table
from pks.domain.deadlines.deadline import KINDS, Due
from pks.domain.deadlines.table import ROWS_OF, due
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import judge
from pks.language.said.deadlines import DEADLINES
from pks.message import Message
from tests.domain.builders import (
    NO_REPORTS,
    OFFICE,
    TERM,
    day,
    entered,
    facts,
    length,
    rows,
    signed,
    successor,
)

_EVERYTHING: dict[str, Any] = {
    "term": {"starts": "2026-02-12", "length": "2 years", "notice": "2 months", "review": "1 year"},
    "offer": {"sent": "2026-01-02"},
    "council": {"submitted": "2026-01-16"},
    "facilitation": [{"date": "2026-01-15", "outcome": "planned"}],
    "corrections": [{"no": 1, "raised": {"date": "2026-01-15"}}],
    "tasks": [
        {"what": "Rapat", "due": "2026-08-01"},
        {"what": "Surat", "due": "2026-08-01", "every": "1 month"},
    ],
}


def test_a_preparing_agreement_has_every_kind_the_table_gives_it() -> None:
    assert {row.kind for row in rows(facts(**_EVERYTHING))} == set(KINDS)
    assert tuple(ROWS_OF) == KINDS


def test_a_closed_agreement_keeps_only_reports_and_tasks() -> None:
    found = rows(facts(**_EVERYTHING, history=entered("reporting", "2026-12-01", closed="expired")))
    assert {row.kind for row in found} == {"report", "task"}


def test_what_was_closed_before_it_was_signed_owes_no_report() -> None:
    for stage in ("draft", "corrections"):
        found = rows(facts(**_EVERYTHING, history=entered(stage, "2026-12-01", closed="rejected")))
        assert {row.kind for row in found} == {"task"}


def test_keys_tell_the_rows_of_an_agreement_apart_even_where_the_file_repeats_itself() -> None:
    repeated = _EVERYTHING | {
        "corrections": _EVERYTHING["corrections"] * 2,
        "facilitation": _EVERYTHING["facilitation"] * 2,
    }
    keys = [row.key for row in rows(facts(**repeated))]
    assert len(set(keys)) == len(keys)
    assert {"correction/1/rsj", "correction/1/rsj/2", "meeting/2026-01-15/2"} <= set(keys)


def test_the_horizon_is_included_and_overdue_rows_always_show() -> None:
    subject = facts(tasks=[{"due": on} for on in ("2020-01-01", "2026-06-01", "2026-08-30", "2026-08-31")])
    register = {"satu": subject}
    standings = judge(register, day("2026-06-01"))

    def found(within: Any) -> list[tuple[str, int]]:
        listed = due(register, standings, NO_REPORTS, day("2026-06-01"), within)
        return [(row.date.isoformat(), row.days) for row in listed if row.kind == "task"]

    assert found(length("90d")) == [("2020-01-01", -2343), ("2026-06-01", 0), ("2026-08-30", 90)]
    assert found(day("2026-08-31"))[-1] == ("2026-08-31", 91)
    assert found(length("0d")) == [("2020-01-01", -2343), ("2026-06-01", 0)]


def test_rows_are_sorted_by_day_then_id_then_kind_then_key() -> None:
    same_day: dict[str, Any] = {
        "tasks": [{"due": "2026-04-05"}] * 2,
        "facilitation": [{"date": "2026-04-05", "outcome": "planned"}],
    }
    register = {name: facts(name, **same_day) for name in ("b", "a")}
    found = due(register, judge(register, day("2026-04-01")), NO_REPORTS, day("2026-04-01"), length("90d"))
    per_agreement = [
        ("meeting", "meeting/2026-04-05"),
        ("stage", "stage/draft"),
        ("task", "task/1"),
        ("task", "task/2"),
    ]
    assert [(row.id, row.kind, row.key) for row in found] == [(name, *one) for name in "ab" for one in per_agreement]


_MANY = [
    facts("a", **_EVERYTHING),
    facts("b", renews="a", parties=signed("2026-02-01")),
    facts("c", history=entered("reporting"), term=TERM),
    facts("d", renews=["c", "a"], term={"starts": "2027-01-01"}),
    *(facts(f"e{n}", parties=signed(f"2026-03-0{n}")) for n in range(1, 6)),
]


@settings(deadline=None, max_examples=40)
@given(st.permutations(_MANY))
def test_the_order_of_the_files_changes_nothing(order: list[Facts]) -> None:
    def listed(files: list[Facts]) -> list[Due]:
        register = {one.id: one for one in files}
        return due(register, judge(register, day("2026-06-01")), OFFICE, day("2026-06-01"), day("2029-01-01"))

    assert listed(order) == listed(_MANY)


@settings(deadline=None, max_examples=40)
@given(st.dates(date(2026, 1, 1), date(2029, 1, 1)), st.integers(0, 800), st.integers(0, 800))
def test_looking_further_ahead_only_adds_rows_beyond(today: date, near: int, more: int) -> None:
    register = {one.id: one for one in _MANY}
    standings = judge(register, today)
    horizon = today + timedelta(days=near)
    close = due(register, standings, OFFICE, today, horizon)
    far = due(register, standings, OFFICE, today, horizon + timedelta(days=more))
    assert close == [row for row in far if row.date <= horizon]


def _messages(value: object) -> Iterator[Message]:
    if isinstance(value, Message):
        yield value
        for inner in value.values.values():
            yield from _messages(inner)


def _blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_message_is_a_sentence_of_the_catalogue_with_the_same_blanks_and_none_is_idle() -> None:
    raised = {"date": "2026-01-15"}
    more = [
        facts(history=entered("corrections"), council={"submitted": "2026-01-16"}),
        facts(history=entered("corrections"), corrections=[{"no": 1, "clause": "Pasal 1", "raised": raised}]),
        facts(facilitation=[{"date": "2026-01-15", "outcome": "planned", "place": "Aula"}]),
        facts(tasks=[{"due": "2026-01-15", "who": "dinsos"}]),
    ]
    found = [row for subject in (*more, facts(**_EVERYTHING)) for row in rows(subject)]
    found += rows(facts("satu", **_EVERYTHING), successor())
    said = {message.key: message for row in found for message in _messages(row.detail)}
    assert set(said) == set(DEADLINES)
    for key, message in said.items():
        assert _blanks(DEADLINES[key].id) == _blanks(DEADLINES[key].en) == set(message.values), key


def test_what_a_file_repeats_is_counted_from_where_it_was_left() -> None:
    looked_up = []

    class Taken(dict[str, int]):
        def __contains__(self, key: object) -> bool:
            looked_up.append(key)
            return super().__contains__(key)

    taken, count = Taken(), 500
    keys = [table._free(key, taken) for _ in range(count) for key in ("a", "b")]
    assert keys[:6] == ["a", "b", "a/2", "b/2", "a/3", "b/3"]
    assert len(set(keys)) == len(keys)
    assert len(looked_up) <= 2 * len(keys)
    assert table._free("a/2", taken) == "a/2/2"  # what was made is taken like what was written
