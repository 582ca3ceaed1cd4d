"""A register becomes a proposal: its columns are known, its rows are judged, and none is lost."""

from __future__ import annotations

from datetime import date

import pytest

from pks.errors import RefusedError, UsageError
from pks.inputs.grid import Cell, Grid, grid
from pks.inputs.register.columns import propose
from pks.inputs.register.heading import find_headings
from pks.inputs.register.order import Told
from pks.inputs.register.parties import Ours
from pks.inputs.register.proposal import OUTCOMES, Proposal, Settings, propose_register
from pks.inputs.register.row import RowRead
from pks.message import Message

OURS = Ours("RSUD Harapan Kita")
HEAD: tuple[Cell, ...] = (
    "No.", "Mitra", "Judul Kerjasama", "Dasar Hukum Mitra", "Dasar Hukum RS", "Tanggal Mulai", "Tanggal Selesai",
    "Keterangan Kerjasama",
)  # fmt: skip
FIRST: tuple[Cell, ...] = (
    "1", "Klinik Melati", "Rujukan", "12/KM/III/2024", "445/100/2024", "01 Maret 2024", "28 Februari 2026", "Berjalan",
)  # fmt: skip


def sheet(*rows: tuple[Cell, ...], head: tuple[Cell, ...] = HEAD) -> Grid:
    return grid("Register", [head, *rows])


def changed(**cells: Cell) -> tuple[Cell, ...]:
    places = {"partner": 1, "title": 2, "theirs": 3, "our": 4, "starts": 5, "ends": 6, "status": 7}
    new = list(FIRST)
    for name, cell in cells.items():
        new[places[name]] = cell
    return tuple(new)


def proposed(*rows: tuple[Cell, ...], ours: Ours = OURS) -> Proposal:
    return propose_register(sheet(FIRST, *rows), Settings(ours))


def read(*rows: tuple[Cell, ...]) -> RowRead:
    """The last of these rows as it was read, below one that is in order."""
    return proposed(*rows).judged[-1].read


def keys(one: RowRead) -> list[str]:
    return [doubt.key.removeprefix("importing.") for doubt in one.doubts]


def test_columns_are_known_by_their_headings_and_their_cells() -> None:
    head = (*HEAD, "Email Mitra", "Link", None, "Tahun", "Lainnya")
    cells = (*FIRST, "a@contoh.invalid", "https://contoh.invalid/a.pdf", "belum ada scan", "2024", "x")
    assert [one.said for one in propose(head, [cells, cells])] == [
        "skip", "party", "title", "number", "number ours", "starts", "ends", "status", "contact", "link", "note",
        "year", "note",
    ]  # fmt: skip


def test_a_column_whose_cells_do_not_bear_out_its_heading_is_something_else() -> None:
    head = ("Nomor", "Dasar Hukum", "Keterangan", "Mitra", "Mitra Kerja Sama", "NOMOR", "Judul")
    row = ("1", "UU 23", "Berjalan", "Ormas", "Yayasan A", "04/X/2024", "Hibah")
    other = ("2", "UU 23", "Tidak Berlaku", "BUMN", "PT B", "05/X/2024", "Sewa")
    assert [one.said for one in propose(head, [row, other])] == [
        "skip", "keep", "status", "partner-kind", "party", "number ours", "title",
    ]  # fmt: skip


def test_a_heading_that_counts_the_parties_is_a_party_however_short_its_cells() -> None:
    head = ("Judul", "Pihak Kesatu", "Pihak II", "Instansi")
    row = ("Air bersih", "Pemkab", "BUMN", "Ormas")
    assert [one.said for one in propose(head, [row, row])] == ["title", "party", "party 2", "partner-kind"]


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("Pemerintah Kabupaten Contoh", True), ("Pemerintah Daerah Kabupaten Contoh", True), ("Pemkab. Contoh", True),
        ("KAB. CONTOH", True), ("Pemkot Contoh", False), ("Kabupaten Contoh Utara", False), ("Pemkab", True),
        ("Pemda", True),
        ("Pemerintah Daerah", True), ("Pemkot", False),
    ],
)  # fmt: skip
def test_the_government_of_the_region_is_the_region(name: str, ours: bool) -> None:  # noqa: FBT001  # one of the cases
    assert Ours("Kabupaten Contoh").is_meant_by(name) is ours


def test_headings_are_found_below_a_title_and_over_two_rows() -> None:
    found = find_headings(
        grid("A", [("DAFTAR KERJA SAMA", None, None), (None, None, None), ("Mitra", "Judul", "Mulai")])
    )
    assert found is not None
    assert found.first == 3
    two = find_headings(
        grid("A", [("Mitra", "Masa", None), (None, "Mulai", "Berakhir"), ("PT A", "1/1/2024", "2/1/2024")])
    )
    assert two is not None
    assert two.headings == ("Mitra", "Masa Mulai", "Masa Berakhir")
    assert [number for number, _ in two.rows] == [3]
    assert find_headings(grid("A", [("a", "b"), ("c", "d")])) is None


def test_a_row_in_order_is_ready() -> None:
    one = proposed().judged[0]
    assert (one.outcome, one.read.doubts, one.read.unread) == ("ready", [], {})
    assert (one.read.starts, one.read.ends, one.read.state) == (date(2024, 3, 1), date(2026, 2, 28), "running")
    assert [(party.name, party.numbers, party.ours) for party in one.read.parties] == [
        ("Klinik Melati", ["12/KM/III/2024"], False),
        ("RSUD Harapan Kita", ["445/100/2024"], True),
    ]


def test_no_row_is_lost_whatever_stands_in_it() -> None:
    empty: tuple[Cell, ...] = (None,) * 8
    found = proposed(
        empty,
        ("B. Manajemen", *empty[1:]),
        HEAD,
        tuple(f"({number})" for number in range(1, 9)),
        FIRST,
        changed(title="Addendum Rujukan", theirs="13/KM/2025", our="445/200/2025", starts="1 Mei 2025"),
        changed(partner=None, theirs=None),
        changed(partner="PT Baru", starts="31 Februari 2024", theirs="1/X/2023", our="445/300/2024"),
    )
    assert {one: found.count(one) for one in OUTCOMES} == {
        "ready": 1, "doubt": 1, "refused": 1, "duplicate": 1, "joined": 1, "known": 0,
    }  # fmt: skip
    assert (found.total, found.blank, found.heads) == (9, 1, 3)
    assert found.total == found.blank + found.heads + len(found.judged)


UNREAD: list[tuple[dict[str, Cell], str, dict[str, str]]] = [
    ({"starts": "31 Februari 2024"}, "day-unread", {"Tanggal Mulai": "31 Februari 2024"}),
    ({"ends": "tidak jelas"}, "day-unread", {"Tanggal Selesai": "tidak jelas"}),
    ({"starts": "5/6/2024"}, "day-open", {"Tanggal Mulai": "5/6/2024"}),
    ({"title": "("}, "title-unread", {"Judul Kerjasama": "("}),
    ({"our": "445/          /2024"}, "number-incomplete", {"Dasar Hukum RS": "445/ /2024"}),
    ({"our": "PERJ-…../2024"}, "number-incomplete", {"Dasar Hukum RS": "PERJ-…../2024"}),
    ({"our": "Dokumen"}, "number-unread", {"Dasar Hukum RS": "Dokumen"}),
    ({"status": "Entahlah"}, "status-unknown", {"Keterangan Kerjasama": "Entahlah"}),
    ({"starts": None}, "no-start", {}),
]


@pytest.mark.parametrize(("cells", "doubt", "unread"), UNREAD)
def test_what_cannot_be_read_is_kept_as_text_and_looked_at(
    cells: dict[str, Cell], doubt: str, unread: dict[str, str]
) -> None:
    one = read(changed(partner="PT Baru", **cells))
    assert (keys(one), one.unread) == ([doubt], unread)


def test_days_that_cannot_both_be_right_are_kept_as_text() -> None:
    one = read(changed(starts="4 November 2026", ends="4 Oktober 2026", theirs=None))
    assert (one.starts, one.ends, keys(one)) == (None, None, ["ends-first"])
    assert one.unread == {"Tanggal Mulai": "4 November 2026", "Tanggal Selesai": "4 Oktober 2026"}


def test_an_event_ends_an_agreement_without_a_day() -> None:
    for words in ("Selamanya", "Sampai unit kerja meraih WBK", "Hingga terbitnya sertifikat"):
        one = read(changed(ends=words))
        assert (one.until, one.ends, one.doubts) == (words, None, [])


def test_a_junk_party_is_kept_as_text_and_nothing_is_nothing() -> None:
    head = (*HEAD, "Mitra 2")
    for cell, unread in (("3", {"Mitra 2": "3"}), ("0", {}), ("-", {}), ("tidak ada", {})):
        found = propose_register(sheet((*FIRST, cell), head=head), Settings(OURS)).judged[0].read
        assert found.unread == unread


def test_several_parties_share_out_several_numbers_in_their_order() -> None:
    one = read(changed(partner="1. Dinas A\n2. RSUD Harapan Kita\n3. Dinas B", theirs="1/A/2024\n2/B/2024"))
    assert [(party.name, party.numbers) for party in one.parties] == [
        ("Dinas A", ["1/A/2024"]), ("RSUD Harapan Kita", ["445/100/2024"]), ("Dinas B", ["2/B/2024"]),
    ]  # fmt: skip
    odd = read(changed(partner="Dinas A\nDinas B\nDinas C", theirs="1/A/2024\n2/B/2024"))
    assert (keys(odd), odd.unread) == (["not-shared-out"], {"Dasar Hukum Mitra": "1/A/2024 | 2/B/2024"})


def test_two_numbers_of_one_party_are_both_its_own() -> None:
    assert read(changed(theirs="1692/XII/2019\nB/1225/XII/2019")).parties[0].numbers == [
        "1692/XII/2019",
        "B/1225/XII/2019",
    ]


PAIRS = (
    "Tahun",
    "Mitra",
    "Mitra Kerja Sama",
    "Jenis",
    "Sign",
    "Nomor",
    "Sign",
    "Nomor",
    "Masa Berlaku",
    "Mulai",
    "Berakhir",
)


def test_columns_of_either_party_are_shared_out_by_the_words_in_them() -> None:
    ours = Ours("Kementerian Laut dan Pulau (KLP)")
    rows: tuple[tuple[Cell, ...], ...] = (
        ("2024", "BUMN", "PT Bahari", "Perjanjian Kerja Sama", "Sekjen KLP", "01/KLP/II/2024", "Dirut", "9/PTB/2024",
         "5", "2/20/2024", "2/20/2029"),
        ("2024", "K/L", "LPKP", "Nota Kesepahaman", "Ka. LPKP", "9 Tahun 2024", "Menteri", "15/KLP/KB/2024", "3",
         "2/3/2024", "2/3/2027"),
    )  # fmt: skip
    found = propose_register(sheet(*rows, head=PAIRS), Settings(ours))
    assert [[(party.name, party.numbers, party.offices) for party in one.read.parties] for one in found.judged] == [
        [("PT Bahari", ["9/PTB/2024"], ["Dirut"]), (ours.name, ["01/KLP/II/2024"], ["Sekjen KLP"])],
        [("LPKP", ["9 Tahun 2024"], ["Ka. LPKP"]), (ours.name, ["15/KLP/KB/2024"], ["Menteri"])],
    ]
    assert [one.read.title for one in found.judged] == [
        "Perjanjian Kerja Sama dengan PT Bahari", "Nota Kesepahaman dengan LPKP",
    ]  # fmt: skip
    assert [(one.read.starts, one.read.length, one.read.ends) for one in found.judged] == [
        (date(2024, 2, 20), "5 tahun", date(2029, 2, 20)), (date(2024, 2, 3), "3 tahun", date(2027, 2, 3)),
    ]  # fmt: skip
    assert [one.read.parties[0].body for one in found.judged] == ["business", "central"]


def test_an_end_that_fits_the_length_only_turned_round_is_kept_as_text() -> None:
    rows: list[tuple[Cell, ...]] = [
        ("2025", "BUMN", f"PT {name}", "PKS", "a", f"0{number}/VI/2025", "b", f"{number}/X/2025", "5", starts, ends)
        for number, (name, starts, ends) in enumerate(
            [("A", "6/25/2025", "6/25/2030"), ("B", "06/05/2025", "05/06/2030"), ("C", "06/02/2025", "06/02/2030")], 1
        )
    ]
    found = propose_register(sheet(*rows, head=PAIRS), Settings(Ours("Kantor")))
    second = found.judged[1].read
    assert (second.starts, second.length, second.ends) == (date(2025, 6, 5), "5 tahun", None)
    assert second.unread == {"Berakhir": "05/06/2030"}
    assert keys(second) == ["end-against-length"]


def test_a_column_that_changes_half_way_is_refused_until_told_from_which_row() -> None:
    rows = [changed(partner=f"PT {day}", starts=day) for day in ("3/25/2024", "1/2/2024", "25/3/2024")]
    grid_of = sheet(*rows)
    with pytest.raises(RefusedError) as caught:
        propose_register(grid_of, Settings(OURS))
    assert caught.value.details == (
        Message("importing.order-switches", column="Tanggal Mulai", row=4, order="mdy", day_first=[4], month_first=[2]),
    )
    told = propose_register(grid_of, Settings(OURS, order=Told("mdy", 4)))
    assert [one.read.starts for one in told.judged] == [date(2024, 3, 25), date(2024, 1, 2), date(2024, 3, 25)]


ADDENDA: list[tuple[str, int | None]] = [
    ("Addendum Rujukan", 1),
    ("Adendum II Rujukan", 2),
    ("Addendum", None),
    ("AMANDEMEN ke-2 atas Rujukan", 2),
]


@pytest.mark.parametrize(("title", "ordinal"), ADDENDA)
def test_an_addendum_joins_its_parent(title: str, ordinal: int | None) -> None:
    found = proposed(
        changed(partner="PT Lain", theirs="1/2/2024", our="445/3/2024"),
        changed(title=title, theirs="13/KM/2025", our="445/200/2025", starts="1 Mei 2025"),
    )
    assert (found.judged[2].outcome, found.judged[2].of) == ("joined", 2)
    assert found.judged[2].read.ordinal in {ordinal, None}
    assert [one.row for one in found.judged[0].read.addenda] == [4]


def test_an_addendum_without_its_parent_stands_alone_and_is_looked_at() -> None:
    found = proposed(changed(partner="PT Lain", title="Addendum III Sewa", theirs="1/2/2024", our="445/3/2024"))
    assert (found.judged[1].outcome, keys(found.judged[1].read)) == ("doubt", ["parent-missing"])
    assert found.judged[1].read.instrument == "Adendum"


def test_rows_of_one_paper_are_duplicates_and_one_shared_number_is_not_enough() -> None:
    found = proposed(
        changed(partner="Klinik Melati Indah", title="Rujukan pasien"),
        changed(title="Hal lain", our="445/999/2024"),
    )
    assert [(one.outcome, one.of) for one in found.judged] == [("ready", None), ("duplicate", 2), ("ready", None)]


def test_a_map_decides_and_must_name_what_there_is() -> None:
    settings = Settings(OURS, columns={"Judul Kerjasama": "purpose", "Mitra": "party 2"})
    one = propose_register(sheet(FIRST), settings).judged[0].read
    assert (one.title, one.texts) == ("Kerja Sama dengan Klinik Melati", {"purpose": "Rujukan"})
    for columns, key in (
        ({"Tidak Ada": "title"}, "importing.map-column"),
        ({"Mitra": "judul"}, "importing.map-meaning"),
        ({"Mitra": "title 2"}, "importing.map-meaning"),
    ):
        with pytest.raises(UsageError) as caught:
            propose_register(sheet(FIRST), Settings(OURS, columns=columns))
        assert caught.value.message.key == key


def test_days_that_the_program_may_have_exchanged_are_kept_as_text() -> None:
    days = [date(2024, month, 4) for month in (1, 2, 3, 5, 6)]
    rows = [changed(partner=f"PT {day}", starts=day, ends=None) for day in days]
    text = changed(partner="PT Teks", starts="25/4/2024", ends=None)
    found = propose_register(sheet(*rows, text), Settings(OURS))
    assert [one.read.starts for one in found.judged] == [None] * 5 + [date(2024, 4, 25)]
    assert found.judged[0].read.unread == {"Tanggal Mulai": "2024-01-04"}
    assert keys(found.judged[0].read) == ["day-exchanged"]
    late = changed(partner="PT Akhir", starts=date(2024, 6, 30), ends=None)
    sound = propose_register(sheet(*rows, text, late), Settings(OURS))
    assert [one.read.starts for one in sound.judged] == [*days, date(2024, 4, 25), date(2024, 6, 30)]


def test_the_same_numbers_on_another_start_are_another_paper() -> None:
    found = proposed(changed(starts="1 Maret 2023", ends="28 Februari 2025"))
    assert [one.outcome for one in found.judged] == ["ready", "ready"]


def test_an_addendum_without_a_title_is_of_the_nearest_row_above() -> None:
    found = proposed(
        changed(title="Parkir", theirs="20/KM/2024", our="445/20/2024"),
        changed(title="Addendum", theirs="21/KM/2025", our="445/21/2025", starts="1 Mei 2025"),
        changed(title="Kantin", theirs="22/KM/2024", our="445/22/2024"),
    )
    assert [(one.outcome, one.of) for one in found.judged] == [
        ("ready", None), ("ready", None), ("joined", 3), ("ready", None),
    ]  # fmt: skip


def test_ways_to_reach_a_person_are_left_out_wherever_they_stand() -> None:
    head = (*HEAD, "Lainnya", "Catatan")
    rows = [(*changed(partner=f"PT {one}", theirs=None, our=None), "a@contoh.invalid", note) for one, note in
            enumerate(("hubungi 081234567890", "lengkap", "lengkap"))]  # fmt: skip
    found = propose_register(sheet(*rows, head=head), Settings(OURS))
    assert [one.meaning for one in found.plan.columns[-2:]] == ["contact", "note"]
    first, second = found.judged[0].read, found.judged[1].read
    assert (first.notes, first.contacts, first.unread, first.kept) == ([], 1, {}, {})
    assert (second.notes, second.contacts) == (["lengkap"], 0)


def test_a_gap_in_the_middle_of_a_number_is_incomplete_too() -> None:
    assert keys(read(changed(partner="PT Baru", theirs="K.TEL/1      1/YN/2025"))) == ["number-incomplete"]
