"""Lines folded to a terminal's width: at words, and long ids at a hyphen; nothing is lost or added."""

from __future__ import annotations

import pytest

from pks.outputs.folding import at_hyphens, folded


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("satu dua tiga empat lima", ["satu dua tiga empat", "  lima"]),
        ("- satu dua tiga empat lima", ["- satu dua tiga", "  empat lima"]),
        ("    satu dua tiga empat", ["    satu dua tiga", "    empat"]),
        ("  - satu dua tiga empat", ["  - satu dua tiga", "    empat"]),
        ("satu\n\ndua", ["satu", "", "dua"]),
        ("x" * 30, ["x" * 30]),
    ],
)
def test_a_line_is_folded_between_words_and_goes_on_further_in(
    text: str, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "21")
    assert folded(text).split("\n") == lines


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("pks show 2027-dinsos-rsj", "pks show 2027-dinsos-\nrsj"),
        ("2027-dinsos-rsj-jiwa", "2027-dinsos-\nrsj-jiwa"),
        ("a-b c", "a-b c"),
        ("abcdefghijklmnop", "abcdefghijklmnop"),
        ("-----------------", "------------\n-----"),
    ],
)
def test_a_word_wider_than_its_column_is_broken_behind_a_hyphen(words: str, shown: str) -> None:
    assert at_hyphens(words, 12) == shown
