"""Moves through the stages: every allowed path reads back equal, and no stage is a dead end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import FileLayout, agreement_shape
from pks.domain.moves import Moved, Said, advance, back, close, following
from pks.domain.rules.table import Missing
from pks.domain.vocabulary import CLOSINGS, STAGES
from pks.errors import RefusedError
from pks.message import Label, Message
from pks.store.reading import understand
from pks.store.text.splice import Append, apply
from tests.domain.builders import agreement, entered

DAY = date(2026, 3, 1)
SAID = Said(DAY)
ERROR = Missing("scope-missing", "error", Message("rule.scope-missing"), "x", Message("rule.scope-missing.fix"), ())
ADVICE = Missing("offer-missing", "warning", Message("rule.offer-missing"), "x", Message("rule.offer-missing.fix"), ())


def at(stage: str, **more: Any) -> Agreement:
    return agreement(history=entered(stage, "2026-01-05", **more))


def refused(move: Any) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        move()
    return caught.value


@pytest.mark.parametrize(("stage", "after"), list(zip(STAGES, [*STAGES[1:], None], strict=True)))
def test_each_stage_is_followed_by_the_next_and_the_last_by_none(stage: str, after: str | None) -> None:
    assert following(at(stage)) == after


def test_an_open_gate_lets_one_entry_through_with_what_is_only_advised() -> None:
    moved = advance(at("draft"), lambda _: [ADVICE], Said(DAY, by="Bagian Hukum", note="lengkap"))
    assert moved == Moved(
        ({"date": "2026-03-01", "stage": "facilitation", "by": "Bagian Hukum", "note": "lengkap"},), (ADVICE,)
    )


def test_a_shut_gate_says_all_that_is_missing() -> None:
    error = refused(lambda: advance(at("draft"), lambda stage: [ERROR] if stage == "draft" else [], SAID))
    assert error.message == Message("move.gate", stage=Label("stage", "facilitation"), count=1)
    assert error.details == (Message("move.missing", what=ERROR.message, fix=ERROR.fix),)


def test_moving_up_to_a_stage_walks_every_gate_between_all_or_nothing() -> None:
    moved = advance(at("draft"), lambda _: [], SAID, to="registration")
    assert [one["stage"] for one in moved.entries] == ["facilitation", "corrections", "registration"]
    shut = {"corrections": [ERROR]}
    error = refused(lambda: advance(at("draft"), lambda stage: shut.get(stage, []), SAID, to="registration"))
    assert error.message == Message("move.gate", stage=Label("stage", "registration"), count=1)


def test_force_writes_the_codes_to_the_entry_whose_gate_was_shut() -> None:
    shut = {"draft": [ERROR, ADVICE]}
    moved = advance(at("draft"), lambda stage: shut.get(stage, []), SAID, to="corrections", force=True)
    assert [one.get("forced") for one in moved.entries] == [["scope-missing"], None]


def test_nothing_follows_renewal_and_a_closed_agreement_stays_closed() -> None:
    assert refused(lambda: advance(at("renewal"), lambda _: [], SAID)).message == Message("move.last-stage")
    closed = at("reporting", closed="expired")
    values = {"date": date(2026, 1, 5), "reason": Label("closing", "expired"), "stage": "reporting"}
    assert refused(lambda: advance(closed, lambda _: [], SAID)).message == Message("move.closed", **values)
    assert refused(lambda: close(closed, SAID, reason="agreed")).message == Message("move.closed", **values)
    assert following(closed) is None


def test_advance_only_goes_ahead_and_back_only_behind() -> None:
    now = {"now": Label("stage", "corrections")}
    here = refused(lambda: advance(at("corrections"), lambda _: [], SAID, to="corrections"))
    assert here.message == Message("move.already-there", stage=now["now"])
    for stage in ("draft", "facilitation"):
        error = refused(lambda to=stage: advance(at("corrections"), lambda _: [], SAID, to=to))
        assert error.message == Message("move.not-ahead", stage=Label("stage", stage), **now)
    for stage in ("corrections", "registration", "renewal"):
        error = refused(lambda to=stage: back(at("corrections"), SAID, to=to))
        assert error.message == Message("move.not-behind", stage=Label("stage", stage), **now)


def test_a_later_back_reopens_what_was_closed() -> None:
    closed = at("reporting", closed="expired")
    assert back(closed, Said(DAY, note="keliru"), to="reporting").entries == (
        {"date": "2026-03-01", "stage": "reporting", "note": "keliru"},
    )


def test_no_move_is_dated_before_the_last_entry() -> None:
    early = Said(date(2026, 1, 4))
    before = Message("move.before-last", day=date(2026, 1, 4), last=date(2026, 1, 5))
    assert refused(lambda: advance(at("draft"), lambda _: [], early)).message == before
    assert refused(lambda: back(at("corrections"), early, to="draft")).message == before
    assert refused(lambda: close(at("draft"), early, reason="rejected")).message == before
    assert advance(at("draft"), lambda _: [], Said(date(2026, 1, 5))).entries


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("advance"), st.sampled_from([None, *STAGES])),
        st.tuples(st.just("back"), st.sampled_from(STAGES)),
        st.tuples(st.just("close"), st.sampled_from(CLOSINGS)),
    ),
    max_size=8,
)


@given(STEPS)
def test_any_allowed_path_of_moves_reads_back_equal_from_the_file(path: list[tuple[str, str | None]]) -> None:
    text = "title: a\nparties:\n  - {name: b}\nhistory:\n  - {date: 2026-01-05, stage: draft}\n"
    expected = [{"date": "2026-01-05", "stage": "draft"}]
    for verb, target in path:
        now = understand(text.encode(), "a.yaml").value
        assert now is not None
        try:
            moved = _move(now, verb, target)
        except RefusedError:
            continue
        expected += moved.entries
        text = apply(text, [Append(("history",), one) for one in moved.entries], FileLayout(agreement_shape()))
    after = understand(text.encode(), "a.yaml").value
    assert after is not None
    assert [_entry(event) for event in after.history] == expected
    assert after.stage == expected[-1]["stage"]


def _move(now: Agreement, verb: str, target: str | None) -> Moved:
    if verb == "advance":
        return advance(now, lambda _: [], SAID, to=target)
    return back(now, SAID, to=target or "") if verb == "back" else close(now, SAID, reason=target or "")


def _entry(event: Any) -> dict[str, Any]:
    known = {"date": event.date.isoformat(), "stage": event.stage, "closed": event.closed}
    return {key: value for key, value in known.items() if value}


def test_every_stage_is_reached_from_every_open_one() -> None:
    for start in STAGES:
        for end in STAGES:
            if STAGES.index(end) > STAGES.index(start):
                assert advance(at(start), lambda _: [], SAID, to=end).entries[-1]["stage"] == end
            elif end != start:
                assert back(at(start), SAID, to=end).entries[-1]["stage"] == end
