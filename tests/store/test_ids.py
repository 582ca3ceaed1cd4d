"""Ids: what can be one, and how one is made."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.store.ids import LONGEST, free_id, is_id, make_id, words_of


@pytest.mark.parametrize(
    "text",
    ["a", "0", "2026-dinsos-rsj", "a.b", "a-.-b", "2026.1", "a" * 80, "console", "com", "com10", "filesx", "a.files.b"],
)
def test_an_id_is_of_small_ascii_letters_digits_dots_and_hyphens(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "A", "aB", "a b", "a_b", "a/b", "a\\b", "a:b", "a|b", "a?b", "a*b", "a\nb", "a\n", "a\0b", " a", "a ", ".",
        "..", ".a", "a.", "-a", "a-", "a..b", "../a", "a/../b", "é", "ａ", "١", "a\u200b", "😀", "a" * 81, "~a", "$a",
        "a'b", 'a"b', "con", "con.x", "prn", "aux", "nul", "nul.tar", "com0", "com1", "com9", "lpt1", "lpt9.x",
        "conin$", "x.files", "a%b",
        "C:", "a;b", "a,b", "a=b", "a@b", "a#b", "a&b", "a(b)", "[a]", "{a}", "a+b", "İ", "ß",
    ],
)  # fmt: skip
def test_what_could_be_misread_anywhere_is_no_id(text: str) -> None:
    assert not is_id(text)


@given(st.text(max_size=90))
def test_whatever_is_an_id_fits_the_pattern(text: str) -> None:
    if is_id(text):
        assert re.fullmatch(r"[a-z0-9]([a-z0-9.-]{0,78}[a-z0-9])?", text, re.ASCII)
        assert ".." not in text


@pytest.mark.parametrize(
    ("keys", "title", "made"),
    [
        (["dinsos", "rsj"], "Pelayanan kesehatan jiwa", "2026-dinsos-rsj-pelayanan-kesehatan-jiwa"),
        (["dinsos"], "Perjanjian Kerja Sama tentang Rujukan", "2026-dinsos-rujukan"),
        (["a", "b", "c", "d"], "T", "2026-a-b-t"),
        (["a"], "Café—Ñandú № 7", "2026-a-cafe-nandu-no"),
        (["a"], "日本", "2026-a"),
        (["-"], "T", "2026-t"),
        (["-a-"], "T", "2026-a-t"),
        (["a" * 60], "T", "2026"),
        (["satu-dua-tiga-empat"], "x" * 40, "2026-satu-dua-tiga-empat"),
        ([], "", "2026"),
    ],
)
def test_an_id_is_made_of_the_year_two_parties_and_three_words(keys: list[str], title: str, made: str) -> None:
    assert make_id(2026, keys, title) == made


@given(
    st.integers(1, 9999), st.lists(st.from_regex(r"[a-z0-9-]{1,30}", fullmatch=True), max_size=4), st.text(max_size=80)
)
def test_what_is_made_is_always_an_id(year: int, keys: list[str], title: str) -> None:
    assert is_id(make_id(year, keys, title))


@given(st.from_regex(r"[a-z0-9]([a-z0-9.-]{0,78}[a-z0-9])?", fullmatch=True).filter(is_id), st.integers(0, 12))
def test_a_free_id_is_an_id_that_nobody_has(wanted: str, rounds: int) -> None:
    taken: set[str] = set()
    for _ in range(rounds):
        taken.add(free_id(wanted, taken))
    made = free_id(wanted, taken)
    assert made not in taken
    assert is_id(made)
    assert len(made) <= LONGEST


def test_numbers_are_added_in_order() -> None:
    assert free_id("a", []) == "a"
    assert free_id("a", ["a"]) == "a-2"
    assert free_id("a", ["a", "a-2", "a-4"]) == "a-3"
    assert free_id("a" * 80, ["a" * 80]) == "a" * 78 + "-2"
    assert free_id("a" * 77 + "." + "bc", ["a" * 77 + "." + "bc"]) == "a" * 77 + "-2"


def test_words_are_in_plain_small_letters() -> None:
    assert words_of("Rumah Sakit 'Jiwa' — Prov. KALBAR, 2×") == ["rumah", "sakit", "jiwa", "prov", "kalbar", "2"]
