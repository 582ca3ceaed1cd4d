"""Numbers, days and amounts spelled out in Indonesian, as official letters have them."""

from __future__ import annotations

from datetime import date
from typing import Final

from pks.language.render import long_date, say
from pks.message import Message

_THOUSAND: Final = 1000


def number_in_words(number: int) -> str:
    """A whole number below 10^18: `dua ribu dua puluh lima`; needs num2words."""
    from num2words import num2words  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415  # only letters

    words: str = num2words(number, lang="id")
    if abs(number) // _THOUSAND % _THOUSAND == 1:  # num2words says `satu juta satu ribu`
        words = words.replace(" satu ribu", " seribu")
    return words


def rank_in_words(number: int) -> str:
    """Which one in an order, from 1: `kesatu`, `kedua belas`; num2words has `pertama`, which parties are not called."""
    return f"ke{number_in_words(number)}"


def weekday(day: date) -> str:
    """The name of the day in the week: `Kamis`."""
    return say(Message(f"weekday.{day.weekday()}"), "id")


def date_in_words(day: date) -> str:
    """A day as minutes begin: `Kamis tanggal tiga belas bulan Maret tahun dua ribu dua puluh lima`."""
    month = long_date(day, "id").split()[1]
    return f"{weekday(day)} tanggal {number_in_words(day.day)} bulan {month} tahun {number_in_words(day.year)}"


def count_in_words(number: int) -> str:
    """A number with its words behind it: `5 (lima)`."""
    return f"{number} ({number_in_words(number)})"


def rupiah(amount: int) -> str:
    """An amount in digits: `Rp1.500.000`."""
    return f"{'-' if amount < 0 else ''}Rp{abs(amount):,}".replace(",", ".")


def rupiah_in_words(amount: int) -> str:
    """An amount with its words behind it: `Rp1.500.000 (satu juta lima ratus ribu rupiah)`."""
    return f"{rupiah(amount)} ({number_in_words(amount)} rupiah)"
