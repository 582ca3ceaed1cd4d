"""Numbers, days and amounts in Indonesian words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pks.language.spelled_out import date_in_words, number_in_words, rank_in_words, rupiah_in_words

SMALL = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]


def words(number: int) -> str:
    """The same by the rules of a school book, below ten thousand."""
    if number < 12:
        return SMALL[number]
    if number < 20:
        return f"{SMALL[number - 10]} belas"
    if number < 100:
        return f"{SMALL[number // 10]} puluh {SMALL[number % 10]}".strip()
    if number < 200:
        return f"seratus {words(number - 100)}".strip()
    if number < 1000:
        return f"{SMALL[number // 100]} ratus {words(number % 100)}".strip()
    if number < 2000:
        return f"seribu {words(number - 1000)}".strip()
    return f"{SMALL[number // 1000]} ribu {words(number % 1000)}".strip()


def test_every_number_that_a_date_can_hold_is_spelled_as_a_school_book_has_it() -> None:
    assert [number for number in range(1, 2201) if number_in_words(number) != words(number)] == []


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        (0, "nol"), (11, "sebelas"), (100, "seratus"), (1000, "seribu"), (1100, "seribu seratus"),
        (21_000, "dua puluh satu ribu"), (101_000, "seratus satu ribu"), (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"), (2_001_001, "dua juta seribu satu"),
        (1_021_000, "satu juta dua puluh satu ribu"), (250_000_000, "dua ratus lima puluh juta"),
        (1_000_000_000, "satu miliar"), (10**12, "satu triliun"),
    ],
)  # fmt: skip
def test_the_traps_of_thousands(number: int, spelled: str) -> None:
    assert number_in_words(number) == spelled


def test_a_day_is_spelled_as_minutes_begin() -> None:
    assert date_in_words(date(2025, 3, 13)) == "Kamis tanggal tiga belas bulan Maret tahun dua ribu dua puluh lima"
    assert date_in_words(date(2024, 2, 29)) == (
        "Kamis tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh empat"
    )
    assert date_in_words(date(2026, 8, 17)) == "Senin tanggal tujuh belas bulan Agustus tahun dua ribu dua puluh enam"


def test_every_day_of_a_year_has_a_weekday_that_follows_the_one_before() -> None:
    week = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    first = date(2024, 1, 1)  # a Monday
    spelled = [date_in_words(first + timedelta(days=number)).split()[0] for number in range(366)]
    assert spelled == [week[number % 7] for number in range(366)]


def test_an_amount_has_its_words_behind_it_and_a_rank_is_no_pertama() -> None:
    assert rupiah_in_words(1_500_000) == "Rp1.500.000 (satu juta lima ratus ribu rupiah)"
    assert rupiah_in_words(0) == "Rp0 (nol rupiah)"
    assert [rank_in_words(number) for number in (1, 2, 11, 14)] == ["kesatu", "kedua", "kesebelas", "keempat belas"]
