"""Which names are probably one partner's, and which only look so."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.lookalikes import Lookalikes, lookalikes, merged, plain_words
from pks.domain.partners import Partner


def together(*names: str) -> bool:
    """Whether these names, each of another agreement, are one group."""
    return lookalikes({name: [str(number)] for number, name in enumerate(names)}) == [tuple(sorted(names))]


@pytest.mark.parametrize(
    "names",
    [
        ("RSUD dr. Soedarso", "Rumah Sakit Umum Daerah Sudarso"),
        ("R.S.U.D. Soedarso", "RSUD DR SOEDARSO."),
        ("Rumah Sakit Jiwa Provinsi Kalimantan Barat", "RSJ Prov. Kalbar"),
        ("PT. Bank Contoh", "PT Bank Contoh (Persero), Tbk"),
        ("Pemerintah Kabupaten Ketapang", "Pemkab Ketapang"),
        ("Kabupaten Kubu Raya", "Kab. Kubu Raya"),
        ("Kabupaten Kubu Raya", "Kab. Kuburaya"),
        ("Dinas Kesehatan dan KB", "Dinas Kesehatan KB"),
        ("SMA Negeri 1 Sanggau", "SMAN 1 Sanggau"),
        ("Pengadilan Agama Ketapang", "Pengadilan Agama Ketpaang"),
        ("Pengadilan Agama Ketapang", "Pengadilan Agama Ketapangg"),
        ("Universitas Tanjungpura", "Universitas Tanjongpura"),
        ("RSUD Abdul Azis Singkawang", "RSUD dr. A. Azis Singkawang"),
        ("Universitas ‘Aisyiyah", "Universitas Aisyiyah"),
        ("Baznas Ketapang", "BAZNAS-KETAPANG"),
    ],
)
def test_one_partner_in_two_spellings(names: tuple[str, str]) -> None:
    assert together(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("SMA Negeri 1", "SMA Negeri 2"),
        ("SMAN 1 Sanggau", "SMAN 11 Sanggau"),
        ("Kabupaten A", "Kabupaten B"),
        ("Kabupaten Bandung", "Kabupaten Badung"),
        ("Kota Serang", "Kota Semarang"),
        ("Kabupaten Bandung", "Kota Bandung"),
        ("Desa Sukaraja", "Desa Sukaraya"),
        ("LLDIKTI Wilayah I Pontianak", "LLDIKTI Wilayah II Pontianak"),
        ("Dinas Kesehatan", "Dinas Kesehatan Kabupaten Ketapang"),
        ("Bank Kalbar", "Bank Kalbar Syariah"),
        ("RSUD Landak", "RSJ Landak"),
        ("Polres Sambas", "Polres Sanggau"),
        ("協定", "合同"),
        ("?", "!"),
    ],
)
def test_two_partners_whose_names_only_look_alike(names: tuple[str, str]) -> None:
    assert lookalikes({name: [str(number)] for number, name in enumerate(names)}) == []


def test_an_initial_that_two_names_could_stand_for_is_left_alone() -> None:
    assert lookalikes({"RSUD A. Azis Sambas": "1", "RSUD Abdul Azis Sambas": "2", "RSUD Ahmad Azis Sambas": "3"}) == []


def test_case_and_space_alone_are_no_other_spelling() -> None:
    assert lookalikes({"RSJ Kalbar": ["a"], "rsj  KALBAR": ["b"]}) == []


def test_two_parties_of_one_agreement_are_two() -> None:
    assert lookalikes({"PT. Jaya": ["a"], "PT Jaya": ["a", "b"]}) == []
    assert lookalikes({"PT. Jaya": ["a"], "PT Jaya": ["b"], "P.T. Jaya": ["a"]}) == [("P.T. Jaya", "PT Jaya")]


def test_what_partners_say_is_the_last_word() -> None:
    names = {"PT. Jaya": ["a"], "PT Jaya": ["b"], "P.T. JAYA": ["c"]}
    two = (Partner("PT. Jaya"), Partner("PT Jaya"))
    assert lookalikes(names, (Partner("Jaya", ("PT. Jaya", "PT Jaya", "p.t. jaya")),)) == []
    assert lookalikes({"PT. Jaya": ["a"], "PT Jaya": ["b"]}, two) == []
    assert len(lookalikes(names, two)) == 1
    assert lookalikes(names, (Partner("Jaya", ("PT. Jaya",)),)) == [("P.T. JAYA", "PT Jaya", "PT. Jaya")]


def test_the_most_usual_spelling_is_kept_else_the_longest() -> None:
    names = {"RSJ Kalbar": ["d", "c"], "RSJ Prov Kalbar": ["b"], "RSJ  Kalbar": ["e"]}
    group = ("RSJ Kalbar", "RSJ Prov Kalbar")
    assert merged(group, names, ()) == Lookalikes("RSJ Kalbar", ("RSJ Prov Kalbar",), "b", known=False)
    assert merged(group, {"RSJ Kalbar": ["a"], "RSJ Prov Kalbar": ["b"]}, ()).name == "RSJ Prov Kalbar"
    known = (Partner("RSJ", ("RSJ Prov Kalbar",)),)
    assert merged(group, names, known) == Lookalikes("RSJ", ("RSJ Kalbar",), "c", known=True)


def test_words_are_compared_short_and_in_one_spelling() -> None:
    assert plain_words("Rumah Sakit Umum Daerah dr. H. Soedarso (Prov. Kalimantan Barat)") == (
        "rsud", "sudarso", "prov", "kalbar",
    )  # fmt: skip
    assert plain_words("Dr.") == ("dr",)
    assert plain_words("協定") == ()


@given(st.dictionaries(st.text(max_size=30), st.lists(st.sampled_from("abc"), min_size=1, max_size=2), max_size=8))
def test_any_names_can_be_compared_and_none_is_in_two_groups(names: dict[str, list[str]]) -> None:
    found = lookalikes(names)
    every = [name for group in found for name in group]
    assert len(every) == len(set(every))
    assert all(len(group) > 1 for group in found)
    assert set(every) <= {" ".join(name.split()) for name in names}


def test_the_work_grows_with_the_names_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def slip(one: str, other: str) -> bool:
        compared.append((one, other))
        return False

    monkeypatch.setattr("pks.domain.lookalikes._is_slip", slip)
    parts = (("Suka", "Raja", "Tanjung"), ("bumi", "laut", "rimba"), ("jaya", "indah", "makmur"))
    places = [f"Kabupaten {''.join(one)}" for one in product(*parts)]
    units = [f"Dinas {name}" for name in ("Kesehatan", "Sosial", "Pendidikan", "Pertanian", "Perikanan", "Pariwisata")]
    names = {f"{unit} {place}": [f"{unit}{place}"] for unit in units for place in places}
    assert lookalikes(names) == []
    assert len(names) == 162
    assert len(compared) < len(names)
