"""Where three sequences agree: the pieces, exactly."""

from __future__ import annotations

from pks.store.merging.stretches import Stretch, stretches


def test_pieces_where_all_agree_and_where_not_follow_each_other_without_empty_ones() -> None:
    assert list(stretches("abcd", "abXd", "abcdY")) == [
        (True, ((0, 2), (0, 2), (0, 2))),
        (False, ((2, 3), (2, 3), (2, 3))),
        (True, ((3, 4), (3, 4), (3, 4))),
        (False, ((4, 4), (4, 4), (4, 5))),
    ]
    assert list(stretches("", "a", "b")) == [(False, ((0, 0), (0, 1), (0, 1)))]
    assert list(stretches("ab", "ab", "ab")) == [(True, ((0, 2), (0, 2), (0, 2)))]
    assert list(stretches("", "", "")) == []
    assert list(stretches("abc", "c", "a")) == [(False, ((0, 3), (0, 1), (0, 1)))]


def test_what_only_touches_in_two_is_no_place_where_all_three_agree() -> None:
    assert list(stretches(["a", "b"], ["a"], ["b"])) == [(False, Stretch((0, 2), (0, 1), (0, 1)))]
