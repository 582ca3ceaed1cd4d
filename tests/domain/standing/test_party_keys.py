from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.standing.party_keys import keys_of


class _Party(NamedTuple):
    name: str
    key: str | None = None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dinas Sosial", "dinas-sosial"),
        ("Rumah Sakit Jiwa Provinsi Kalimantan Barat", "rumah-sakit-jiwa"),
        ("Pemerintah Kabupaten Ketapang", "pemerintah-ketapang"),
        ("Kabupaten Ketapang", "ketapang"),
        ("Dinas Sosial Cilacap", "dinas-sosial-cilacap"),
        ("Dinas Sosial Ketapang", "dinas-sosial"),
        ("Kota", "kota"),
        ("Dinas Pemberdayaan Perempuan dan Anak", "dinas-pemberdayaan"),
        ("Badan Pangan dan/atau Gizi", "badan-pangan-gizi"),
        ("University of the Philippines", "university"),
        ('Klinik Utama "Sehat, Jiwa" & Mitra', "klinik-utama-sehat"),
        ("Universitas Muhammadiyah", "universitas"),
        ("Yayasan Qur'an", "yayasan-quran"),
        ("Institut Français", "institut-francais"),
        ("Pneumonoultramicroscopicsilicovolcanoconiosis", "pneumonoultramicrosc"),
        ("PT 3M Indonesia", "pt-3m-indonesia"),
        ("中国大使馆", "pihak"),
        ("dan", "dan"),
    ],
)
def test_a_key_is_made_of_the_first_telling_words(name: str, key: str) -> None:
    assert keys_of([_Party(name)]) == (key,)


def test_a_given_key_stands_and_wins_over_a_made_one() -> None:
    parties = [_Party("Dinas Sosial"), _Party("Lain", key="dinas-sosial"), _Party("Dinas Sosial")]
    assert keys_of(parties) == ("dinas-sosial-2", "dinas-sosial", "dinas-sosial-3")


def test_a_made_key_does_not_take_one_given_further_down() -> None:
    parties = [_Party("Bank"), _Party("Bank"), _Party("X", key="bank-2")]
    assert keys_of(parties) == ("bank", "bank-3", "bank-2")


@given(st.lists(st.text(max_size=60), max_size=6))
def test_made_keys_are_well_formed_and_unique(names: list[str]) -> None:
    keys = keys_of([_Party(name) for name in names])
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) for key in keys)
    assert len(set(keys)) == len(names)
