"""The word that was meant is the one that difflib would give, whatever is passed over without asking it."""

from __future__ import annotations

import random
from difflib import get_close_matches

import pytest

from pks.domain.near import nearest
from pks.domain.vocabulary import SECTORS, STAGES


@pytest.mark.parametrize(
    ("word", "names", "near"),
    [
        ("drfat", STAGES, "draft"),
        ("qqqq", STAGES, None),
        ("", STAGES, None),
        ("abc", (), None),
        ("ab", ("ba", "ab"), "ab"),
        ("aaaa", ("a",), None),
        ("abcdx", ("abczz",), "abczz"),  # three of five letters: alike enough by nothing
        ("abcd", ("abyy", "zzzzzzzz"), None),
    ],
)
def test_the_word_that_was_meant(word: str, names: tuple[str, ...], near: str | None) -> None:
    assert nearest(word, names) == near


def test_it_is_what_difflib_gives() -> None:
    chance, found = random.Random(1), 0
    for _ in range(3_000):
        word = list(chance.choice(SECTORS)[: chance.randint(1, 30)])
        for _ in range(chance.randint(0, 6)):
            word[chance.randrange(len(word))] = chance.choice("abcdeiknps ")
        meant = "".join(word)
        expected = next(iter(get_close_matches(meant, SECTORS, n=1)), None)
        assert nearest(meant, SECTORS) == expected, meant
        found += expected is not None
    assert 1_000 < found < 3_000
