# ruff: noqa: E501  # a sentence of the page is read as one

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pytest

from pks.domain.office import Office, Reports, ReportTier
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import judge
from pks.domain.terms import Length
from pks.errors import Finding
from pks.language.render import Language, say
from pks.message import Message
from pks.tables.brief import Brief, brief, brief_json
from pks.tables.brief_sight import Beside, Item
from tests.domain.builders import day, entered, facts, length

TODAY = day("2026-06-01")
OFFICE = Office(office="Bagian Tata Pemerintahan", reports=Reports(since=day("2025-07-01")))
IDLE = Length(14, "months", "14 months")
PAPERS = [{"kind": "signed-copy", "copy": "original", "location": "Lemari 2"}]


def between(partner: str, ours: str | None = "2025-01-10", theirs: str | None = "2025-01-10") -> list[dict[str, Any]]:
    first = {"key": "dinsos", "name": "Dinas Sosial", "ours": True, "signed": ours}
    return [first, {"key": "mitra", "name": partner, "signed": theirs}]


def sealed(name: str, title: str = "Rujukan", partner: str = "RSJ Kalbar", **fields: Any) -> Facts:
    """In force 2026-01-01 to 2028-12-31, signed, registered, its papers in place, owing no reports."""
    whole = {
        "title": title,
        "parties": between(partner),
        "term": {"starts": "2026-01-01", "ends": "2028-12-31"},
        "registration": {"number": f"REG/{name}"},
        "documents": PAPERS,
        "reporting": "off",
        "history": entered("reporting", imported=True),
    }
    return facts(name, OFFICE, **(whole | fields))


def ending(name: str, ends: str, *, title: str = "Rujukan", partner: str = "RSJ Kalbar", **more: Any) -> Facts:
    return sealed(name, title, partner, term={"starts": "2025-01-10", "ends": ends}, **more)


def draft(
    name: str, stage: str, since: str, *, title: str = "Rujukan", partner: str = "RSJ Kalbar", **more: Any
) -> Facts:
    """In `stage` since that day, signed by nobody."""
    return facts(
        name,
        OFFICE,
        **({"title": title, "parties": between(partner, None, None), "history": entered(stage, since)} | more),
    )


def correction(no: int, raised: str, **answers: Any) -> dict[str, Any]:
    return {"no": no, "raised": {"date": raised}, "answers": {"dinsos": {"accepted": raised}} | answers}


def page(
    *register: Facts,
    office: Office = OFFICE,
    broken: tuple[Finding, ...] = (),
    idle: Length | None = IDLE,
    changed: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Brief:
    by_id = {one.id: one for one in register}
    return brief(by_id, judge(by_id, TODAY), office, TODAY, Beside(broken, lambda: idle, changed))


def items(section: str, *register: Facts, **how: Any) -> list[Item]:
    return [item for one in page(*register, **how).sections if one.code == section for item in one.items]


def codes(section: str, *register: Facts, **how: Any) -> list[tuple[str, str | None, int | None, bool]]:
    return [(item.code, item.id, item.days, item.late) for item in items(section, *register, **how)]


def said(section: str, *register: Facts, language: Language = "en", **how: Any) -> list[str]:
    return [say(item.message, language) for item in items(section, *register, **how)]


def read(shown: Brief, language: Language) -> Iterator[str]:
    yield say(shown.title, language)
    for section in shown.sections:
        yield f"# {say(section.heading, language)}"
        for item in section.items:
            yield f"{'!' if item.late else '-'} {say(item.message, language)}"


EVERYTHING = (
    sealed(
        "tetap",
        "Rehabilitasi",
        "Panti Bina",
        under="payung-dua",
        cluster="Jiwa",
        tasks=[
            {"what": "Rapat evaluasi", "who": "mitra", "due": "2026-06-10"},
            {"what": "Uji petik", "due": "2026-05-31"},
        ],
    ),
    ending("putus", "2026-08-20", title="Layanan ambulans", partner="PMI"),
    ending("segera", "2026-09-15", title="Donor darah", partner="UTD"),
    ending("serentak-a", "2027-03-03", title="Klinik satu", partner="Klinik A"),
    ending("serentak-b", "2027-03-10", title="Klinik dua", partner="Klinik B"),
    ending("serentak-c", "2027-03-31", title="Klinik tiga", partner="Klinik C"),
    draft(
        "tunggu",
        "corrections",
        "2026-03-13",
        title="Pelayanan ODGJ",
        corrections=[correction(1, "2026-03-13"), correction(2, "2026-03-20")],
    ),
    draft(
        "dewan",
        "corrections",
        "2026-04-28",
        title="Pasar bersama",
        partner="PT Niaga",
        council={"submitted": "2026-05-01"},
    ),
    draft(
        "mandek",
        "facilitation",
        "2026-04-01",
        title="Pelatihan kader",
        partner="Poltekkes",
        facilitation=[{"date": "2026-06-05", "place": "Aula Setda", "outcome": "planned"}],
    ),
    ending("lewat", "2026-03-31", title="Sewa gedung", partner="Yayasan Kasih"),
    draft(
        "belum-teken",
        "corrections",
        "2026-04-20",
        title="Visum",
        parties=between("RSJ Kalbar", theirs=None),
        term={"starts": "2026-05-01", "ends": "2028-04-30"},
    ),
    sealed(
        "payung",
        "Kerja sama kesehatan",
        "Kabupaten Tetangga",
        instrument="KB",
        term={"starts": "2025-03-01", "ends": "2030-02-28"},
    ),
    sealed(
        "payung-dua",
        "Kerja sama sosial",
        "Kota Tetangga",
        instrument="KB",
        clusters=[{"name": "jiwa"}, {"name": "lansia"}],
    ),
    sealed(
        "lapor",
        "Gizi",
        "Unicef",
        lead="Dinas Kesehatan",
        reporting=None,
        term={"starts": "2025-07-01", "ends": "2028-06-30"},
    ),
    sealed("berkas", "Arsip", "ANRI", documents=[], registration=None),
    sealed("kabur", "Napza", "BNN", term=None),
    sealed("tutup", "Pasien rujukan", "RSUD", history=entered("reporting", "2026-05-01", closed="agreed")),
)
BROKEN = (Finding("agreements/rusak.yaml", 3, 5, "yaml", "error", Message("brief.field.starts")),)
ENGLISH = """\
Bagian Tata Pemerintahan, 1 June 2026
# The register at a glance
- The register holds 17 agreements: 9 in force, 1 expiring, 1 expired and not closed, 4 in preparation, 1 in doubt and 1 ended.
- 1 agreement is signed by some of the parties, not by all.
- 1 agreement is in doubt because the start (`term.starts`) is not stated.
# Decide now
! “Layanan ambulans” with PMI ends on 20 August 2026 (in 80 days); its renewal should have been decided by 20 May 2026 (12 days ago).
- “Donor darah” with UTD ends on 15 September 2026 (in 106 days); its renewal must be decided by 15 June 2026 (in 14 days).
# Ending together
- 3 agreements end between 3 March 2027 and 31 March 2027, with Klinik A, Klinik B and Klinik C; work on renewing them must start by 22 June 2026 (in 21 days), going by the limits of the stages.
# Who is being waited for
! RSJ Kalbar has not answered 2 corrections to “Pelayanan ODGJ” since 13 March 2026 (80 days).
! “Visum” is signed by 1 of 2 parties; waiting for RSJ Kalbar since 20 April 2026 (42 days).
! This office has had “Pelatihan kader” with Poltekkes in facilitation since 1 April 2026 (61 days), 31 days past the limit.
- The regional council (DPRD) has not answered the request to approve “Pasar bersama” with PT Niaga since 1 May 2026 (31 days).
# Running uncovered or unsigned
! “Sewa gedung” with Yayasan Kasih ended on 31 March 2026 and has been running without a text for 62 days.
! “Visum” with RSJ Kalbar was to start on 1 May 2026 (31 days ago), but is not signed by RSJ Kalbar.
# Umbrellas without agreements
! The umbrella “Kerja sama kesehatan” with Kabupaten Tetangga has been in force since 1 March 2025 (457 days) without an agreement under it.
- The umbrella “Kerja sama sosial” with Kota Tetangga still has 1 cluster without an agreement: lansia.
# Reports missing
! Dinas Kesehatan has not sent 2 reports: 1 for 2025-S2 to bupati and 1 for 2025-S2 to gubernur.
# Papers and numbers
- 1 agreement is signed without any signed copy: “Arsip”.
- The place of the original is not recorded for 1 agreement: “Arsip”.
- 1 agreement has passed registration without a register number: “Arsip”.
# Meetings and tasks within 14 days
! The task “Uji petik” for “Rehabilitasi” with Panti Bina should have been done by 31 May 2026 (1 day ago).
- The facilitation meeting on “Pelatihan kader” with Poltekkes is planned for 5 June 2026 (in 4 days) at Aula Setda.
- Panti Bina must finish the task “Rapat evaluasi” for “Rehabilitasi” with Panti Bina by 10 June 2026 (in 9 days).
# Files that cannot be read
! 1 file that cannot be read is not counted above.
- agreements/rusak.yaml:3:5: the start (`term.starts`)
"""
INDONESIAN = """\
Bagian Tata Pemerintahan, 1 Juni 2026
# Register sekilas
- Register ini memuat 17 perjanjian: 9 berlaku, 1 akan berakhir, 1 sudah berakhir tetapi belum ditutup, 4 sedang disiapkan, 1 tidak jelas masa berlakunya dan 1 sudah ditutup.
- 1 di antaranya sudah ditandatangani sebagian pihak, belum semuanya.
- Masa berlaku 1 perjanjian tidak dapat dipastikan karena tanggal mulai (`term.starts`) belum diisi.
# Putuskan sekarang
! Perjanjian “Layanan ambulans” dengan PMI berakhir 20 Agustus 2026 (80 hari lagi); perpanjangannya seharusnya sudah diputuskan paling lambat 20 Mei 2026 (12 hari yang lalu).
- Perjanjian “Donor darah” dengan UTD berakhir 15 September 2026 (106 hari lagi); perpanjangannya harus diputuskan paling lambat 15 Juni 2026 (14 hari lagi).
# Berakhir bersamaan
- 3 perjanjian berakhir antara 3 Maret 2027 dan 31 Maret 2027, dengan Klinik A, Klinik B dan Klinik C; perpanjangannya harus mulai dikerjakan paling lambat 22 Juni 2026 (21 hari lagi), menurut batas waktu tiap tahap.
# Siapa yang ditunggu
! RSJ Kalbar belum menjawab 2 koreksi pada “Pelayanan ODGJ” sejak 13 Maret 2026 (80 hari).
! “Visum” baru ditandatangani 1 dari 2 pihak; menunggu RSJ Kalbar sejak 20 April 2026 (42 hari).
! Kantor ini belum menyelesaikan tahap fasilitasi untuk “Pelatihan kader” dengan Poltekkes sejak 1 April 2026 (61 hari); batasnya sudah lewat 31 hari.
- DPRD belum menjawab permohonan persetujuan untuk “Pasar bersama” dengan PT Niaga sejak 1 Mei 2026 (31 hari).
# Berjalan tanpa naskah atau belum ditandatangani
! Perjanjian “Sewa gedung” dengan Yayasan Kasih berakhir 31 Maret 2026 dan sejak itu berjalan tanpa naskah selama 62 hari.
! Perjanjian “Visum” dengan RSJ Kalbar seharusnya berlaku sejak 1 Mei 2026 (31 hari yang lalu), tetapi belum ditandatangani RSJ Kalbar.
# Payung tanpa perjanjian
! Payung “Kerja sama kesehatan” dengan Kabupaten Tetangga sudah berlaku sejak 1 Maret 2025 (457 hari), tetapi belum ada perjanjian di bawahnya.
- Payung “Kerja sama sosial” dengan Kota Tetangga masih mempunyai 1 klaster tanpa perjanjian: lansia.
# Laporan yang belum dikirim
! Dinas Kesehatan belum mengirim 2 laporan: 1 untuk 2025-S2 kepada bupati dan 1 untuk 2025-S2 kepada gubernur.
# Naskah dan nomor
- 1 perjanjian sudah ditandatangani tanpa salinan bertanda tangan: “Arsip”.
- Tempat naskah asli 1 perjanjian belum dicatat: “Arsip”.
- 1 perjanjian sudah melewati registrasi tanpa nomor register: “Arsip”.
# Rapat dan tugas dalam 14 hari
! Tugas “Uji petik” pada perjanjian “Rehabilitasi” dengan Panti Bina seharusnya sudah selesai 31 Mei 2026 (1 hari yang lalu).
- Rapat fasilitasi perjanjian “Pelatihan kader” dengan Poltekkes direncanakan 5 Juni 2026 (4 hari lagi) di Aula Setda.
- Panti Bina harus menyelesaikan tugas “Rapat evaluasi” pada perjanjian “Rehabilitasi” dengan Panti Bina paling lambat 10 Juni 2026 (9 hari lagi).
# Berkas yang tidak dapat dibaca
! 1 berkas tidak dapat dibaca dan tidak ikut dihitung di atas.
- agreements/rusak.yaml:3:5: tanggal mulai (`term.starts`)
"""


@pytest.mark.parametrize(("language", "expected"), [("en", ENGLISH), ("id", INDONESIAN)])
def test_the_page_says_everything_in_order_of_urgency(language: Language, expected: str) -> None:
    assert list(read(page(*EVERYTHING, broken=BROKEN), language)) == expected.splitlines()


def test_the_order_of_the_files_changes_nothing() -> None:
    assert page(*reversed(EVERYTHING)) == page(*EVERYTHING)


def test_a_register_where_all_is_well_says_so() -> None:
    well = list(read(page(sealed("satu"), office=Office()), "en"))
    assert well == [
        "Register of agreements, 1 June 2026",
        "# The register at a glance",
        "- The register holds 1 agreement: 1 in force.",
        "- Nothing waits for a decision, a reminder or a missing paper.",
    ]
    assert say(page(office=Office()).title, "id") == "Register kerja sama, 1 Juni 2026"
    assert said("glance", language="id") == ["Register ini belum memuat perjanjian."]
    assert said("glance", language="en") == ["The register holds no agreement yet."]
    assert codes("glance", sealed("kabur", term=None)) == [
        ("count", None, None, False),
        ("doubtful", None, None, False),
    ]
    assert codes("glance", sealed("satu", documents=[])) == [("count", None, None, False)]


def test_where_as_many_lack_one_field_as_the_other_the_length_is_named() -> None:
    two = [sealed("a", term={"starts": "2026-01-01"}), sealed("b", term=None)]
    for register in (two, two[::-1]):
        assert "because the length (`term.length`) is not stated (1 agreement)." in said("glance", *register)[1]


def test_every_place_where_an_agreement_can_stand_is_counted() -> None:
    old, new = sealed("lama"), sealed("baru", renews="lama")
    nearing = sealed("nanti", term={"starts": "2026-06-02", "ends": "2028-12-31"})
    assert said("glance", old, new, nearing) == [
        "The register holds 3 agreements: 1 in force, 1 signed and yet to start and 1 replaced by a renewal.",
        "Nothing waits for a decision, a reminder or a missing paper.",
    ]


def test_the_field_that_is_missing_most_is_named() -> None:
    endless = [sealed(name, term={"starts": "2026-01-01"}) for name in ("a", "b")]
    assert said("glance", *endless, sealed("c", term=None))[1] == (
        "3 agreements are in doubt, most often because the length (`term.length`) is not stated (2 agreements)."
    )
    assert said("glance", *endless, language="id")[1] == (
        "Masa berlaku 2 perjanjian tidak dapat dipastikan karena jangka waktu (`term.length`) belum diisi."
    )


@pytest.mark.parametrize(
    ("ends", "more", "found"),
    [
        ("2026-09-30", {}, [("decision", "satu", 29, False)]),
        ("2026-10-01", {}, [("decision", "satu", 30, False)]),
        ("2026-10-02", {}, []),
        ("2026-09-01", {}, [("decision", "satu", 0, False)]),
        ("2026-06-01", {}, [("decision", "satu", -92, True)]),
        ("2026-05-31", {}, []),
        ("2026-09-01", {"renewal": {"intent": "review"}}, []),
        ("2026-09-01", {"parties": between("RSJ", theirs=None), "history": entered("corrections")}, []),
    ],
)
def test_a_decision_is_asked_for_within_thirty_days_and_until_the_end(
    ends: str, more: dict[str, Any], found: list[object]
) -> None:
    assert codes("decide", ending("satu", ends, **more)) == found


def trio(*ends: str, **more: Any) -> list[Facts]:
    return [ending(f"s{number}", one, partner=f"Mitra {number}", **more) for number, one in enumerate(ends)]


@pytest.mark.parametrize(
    ("ends", "days"),
    [
        (("2027-03-01", "2027-03-02", "2027-03-31"), 19),
        (("2027-03-01", "2027-03-02", "2027-04-01"), None),
        (("2027-03-01", "2027-03-02"), None),
        (("2027-06-29", "2027-06-30", "2027-06-30"), 137),
        (("2027-07-01", "2027-07-01", "2027-07-01"), None),
        (("2026-06-01", "2026-06-02", "2026-06-30"), -256),
        (("2026-05-31", "2026-06-02", "2026-06-30"), None),
        (("2026-05-29", "2026-05-30", "2026-05-31"), None),
        (("2027-02-12", "2027-02-12", "2027-02-12"), 0),
        (("2027-02-11", "2027-02-12", "2027-02-12"), -1),
    ],
)
def test_three_ends_in_one_month_of_the_coming_twelve_are_told(ends: tuple[str, ...], days: int | None) -> None:
    keys = [item.message.key for item in items("together", *trio(*ends))]
    assert keys == ([] if days is None else ["brief.together.late" if days < 0 else "brief.together"])
    found = codes("together", *trio(*ends))
    assert found == ([] if days is None else [("together", None, days, days < 0)])


def test_what_is_renewed_already_or_not_to_be_renewed_does_not_end_together() -> None:
    three = trio("2027-03-01", "2027-03-02", "2027-03-31")
    assert codes("together", *three, draft("baru", "draft", "2026-05-20", renews="s1")) == []
    assert codes("together", *three[:2], ending("s2", "2027-03-31", renewal={"intent": "stop"})) == []
    assert len(codes("together", *three[:2], ending("s2", "2027-03-31", renewal={"intent": "renew"}))) == 1
    unsigned = ending("s2", "2027-03-31", parties=between("RSJ", theirs=None), history=entered("corrections"))
    assert codes("together", *three[:2], unsigned) == []
    closed = ending("s2", "2027-03-31", history=entered("reporting", closed="agreed"))
    assert codes("together", *three[:2], closed) == []


def test_many_partners_of_one_day_are_the_first_four_and_how_many_others() -> None:
    six = trio(*["2027-03-15"] * 6)
    assert said("together", *six) == [
        (
            "6 agreements end on 15 March 2027, with Mitra 0, Mitra 1, Mitra 2, Mitra 3 and 2 others; work on renewing "
            "them must start by 4 July 2026 (in 33 days), going by the limits of the stages."
        )
    ]


def test_the_usual_time_of_the_office_goes_before_the_limits() -> None:
    histories = [
        facts(f"h{number}", OFFICE, parties=between("X"), history=entered("draft", "2024-12-11")) for number in range(5)
    ]
    assert said("together", *trio("2027-03-15", "2027-03-15", "2027-03-15"), *histories, language="id") == [
        (
            "3 perjanjian berakhir pada 15 Maret 2027, dengan Mitra 0, Mitra 1 dan Mitra 2; perpanjangannya harus mulai "
            "dikerjakan paling lambat 15 November 2026 (167 hari lagi), menurut waktu yang biasa diperlukan kantor ini "
            "sampai penandatanganan (30 hari)."
        )
    ]
    assert said("together", *trio("2026-07-10", "2026-07-10", "2026-07-11"), *histories) == [
        (
            "3 agreements end between 10 July 2026 and 11 July 2026, with Mitra 0, Mitra 1 and Mitra 2; work on renewing "
            "them should have started by 11 March 2026 (82 days ago), going by this office's usual time to signature "
            "(30 days)."
        )
    ]


def test_an_answered_correction_waits_for_nobody() -> None:
    asked = [correction(1, "2026-05-18")]
    open_one = draft("satu", "corrections", "2026-05-18", corrections=asked)
    assert codes("waiting", open_one) == [("correction", "satu", -14, False)]
    longer = draft("satu", "corrections", "2026-05-17", corrections=[correction(1, "2026-05-17")])
    assert codes("waiting", longer) == [("correction", "satu", -15, True)]
    answered = [correction(1, "2026-05-18", mitra={"accepted": "2026-05-20"})]
    assert codes("waiting", draft("satu", "corrections", "2026-05-18", corrections=answered)) == [
        ("signature", "satu", -14, False)
    ]
    closed = entered("corrections", "2026-05-18", closed="withdrawn")
    assert codes("waiting", draft("satu", "corrections", "2026-05-18", corrections=asked, history=closed)) == []


def test_a_correction_without_a_day_waits_since_the_stage() -> None:
    undated = draft(
        "satu", "corrections", "2026-05-18", corrections=[{"no": 1, "answers": {"dinsos": {"accepted": "2026-05-18"}}}]
    )
    assert said("waiting", undated) == ["RSJ Kalbar is waited for on “Rujukan” since 18 May 2026 (14 days)."]
    assert said("waiting", undated, language="id") == [
        "RSJ Kalbar ditunggu untuk “Rujukan” sejak 18 Mei 2026 (14 hari)."
    ]


def test_an_offer_waits_for_a_reply_while_it_is_a_draft() -> None:
    sent: dict[str, Any] = {"offer": {"sent": "2026-05-02"}}
    assert codes("waiting", draft("satu", "draft", "2026-05-02", **sent)) == [("offer", "satu", -30, False)]
    late = draft("satu", "draft", "2026-05-01", offer={"sent": "2026-05-01"})
    assert codes("waiting", late) == [("offer", "satu", -31, True)]
    assert said("waiting", late) == ["The offer of “Rujukan” of 1 May 2026 has had no reply from RSJ Kalbar (31 days)."]
    assert said("waiting", late, language="id") == [
        "Penawaran “Rujukan” tanggal 1 Mei 2026 belum dibalas RSJ Kalbar (31 hari)."
    ]
    replied = draft("satu", "draft", "2026-05-02", offer={"sent": "2026-05-02", "replied": "2026-05-09"})
    assert codes("waiting", replied) == []
    assert codes("waiting", draft("satu", "facilitation", "2026-05-20", **sent)) == []


def test_the_office_and_the_council_are_late_the_day_after_their_limit() -> None:
    assert codes("waiting", draft("satu", "facilitation", "2026-05-02")) == []
    assert codes("waiting", draft("satu", "facilitation", "2026-05-01")) == [("office", "satu", -31, True)]
    asked = draft("satu", "corrections", "2026-05-20", council={"submitted": "2026-03-30"})
    assert codes("waiting", asked) == [("council", "satu", -63, False)]
    asked = draft("satu", "corrections", "2026-05-20", council={"submitted": "2026-03-27"})
    assert codes("waiting", asked) == [("council", "satu", -66, True)]
    answered = {"submitted": "2026-03-27", "answered": "2026-05-29"}
    waited = codes("waiting", draft("satu", "corrections", "2026-05-20", council=answered))
    assert waited == [("signature", "satu", -12, False)]  # of the first party that has not signed


def test_whoever_is_waited_for_longest_comes_first_with_all_of_theirs() -> None:
    def since(name: str, raised: str, partner: str) -> Facts:
        return draft(name, "corrections", raised, partner=partner, corrections=[correction(1, raised)])

    found = codes(
        "waiting", since("a", "2026-05-03", "RS B"), since("b", "2026-05-02", "RS A"), since("c", "2026-05-01", "RS B")
    )
    assert [id_ for _, id_, _, _ in found] == ["c", "a", "b"]


def test_those_who_are_waited_for_equally_long_come_by_name() -> None:
    two = [
        draft(name, "corrections", "2026-05-03", partner=name, corrections=[correction(1, "2026-05-03")])
        for name in "ab"
    ]
    for register in (two, two[::-1]):
        assert [id_ for _, id_, _, _ in codes("waiting", *register)] == ["a", "b"]


def test_a_day_still_to_come_has_waited_no_day() -> None:
    ahead = draft("satu", "corrections", "2026-05-20", corrections=[correction(1, "2026-06-03")])
    assert said("waiting", ahead) == [
        "RSJ Kalbar has not answered 1 correction to “Rujukan” since 3 June 2026 (0 days)."
    ]


def test_an_end_is_uncovered_from_the_next_day_until_a_successor_is_signed() -> None:
    past = ending("satu", "2026-05-31")
    assert codes("uncovered", ending("satu", "2026-06-01")) == []
    assert codes("uncovered", past) == [("uncovered", "satu", -1, True)]
    assert said("uncovered", past, draft("baru", "draft", "2026-05-20", renews="satu")) == [
        (
            "“Rujukan” with RSJ Kalbar ended on 31 May 2026 and has been running without a text for 1 day; its renewal is "
            "not signed yet (baru)."
        )
    ]
    assert (
        codes("uncovered", past, sealed("baru", renews="satu", term={"starts": "2026-06-09", "length": "1 year"})) == []
    )
    assert said("uncovered", ending("satu", "2026-05-31", renewal={"intent": "stop"}), language="id") == [
        (
            "Perjanjian “Rujukan” dengan RSJ Kalbar berakhir 31 Mei 2026 (1 hari yang lalu) dan tidak akan diperpanjang, "
            "tetapi penutupannya belum dicatat."
        )
    ]


@pytest.mark.parametrize(
    ("starts", "parties", "found"),
    [
        ("2026-05-31", between("RSJ", theirs=None), [("unsigned", "satu", -1, True)]),
        ("2026-06-01", between("RSJ", theirs=None), []),
        ("2026-05-31", between("RSJ"), []),
    ],
)
def test_a_start_is_unsigned_from_the_next_day_while_a_party_has_not_signed(
    starts: str, parties: list[dict[str, Any]], found: list[object]
) -> None:
    subject = draft("satu", "corrections", "2026-05-20", parties=parties, term={"starts": starts, "length": "2 years"})
    assert codes("uncovered", subject) == found


def test_a_text_past_its_signing_whose_days_were_not_written_down_is_not_unsigned() -> None:
    assert codes("uncovered", sealed("satu", parties=between("RSJ", theirs=None))) == []


def test_what_has_run_uncovered_longest_comes_first() -> None:
    ends = [ending("a", "2026-05-31"), ending("b", "2026-04-30"), ending("c", "2026-05-30")]
    assert [id_ for _, id_, _, _ in codes("uncovered", *ends)] == ["b", "c", "a"]


def umbrella(starts: str = "2025-03-31", **more: Any) -> Facts:
    return sealed("payung", **({"instrument": "KB", "term": {"starts": starts, "length": "5 years"}} | more))


UNUSED = [("umbrella", "payung", -427, True)]


@pytest.mark.parametrize(
    ("register", "found"),
    [
        ([umbrella()], UNUSED),
        ([umbrella("2025-04-01")], []),
        ([umbrella(term={"length": "5 years"})], []),
        ([umbrella(instrument="PKS")], []),
        ([umbrella(cooperation="KSDPL")], []),
        ([umbrella(cooperation="KSDD")], UNUSED),
        ([umbrella(), draft("anak", "draft", "2026-05-20", under="payung")], []),
        ([umbrella(), sealed("anak", under="payung", history=entered("reporting", closed="agreed"))], []),
        (
            [
                umbrella(),
                draft("anak", "draft", "2026-05-20", under="payung", history=entered("draft", closed="rejected")),
            ],
            UNUSED,
        ),
        ([umbrella(under="payung")], UNUSED),
        ([umbrella(history=entered("reporting", closed="agreed"))], []),
        ([umbrella(history=entered("corrections", "2026-05-20"))], []),
    ],
)
def test_an_umbrella_is_unused_after_fourteen_months_without_an_agreement_that_counts(
    register: list[Facts], found: list[object]
) -> None:
    assert codes("umbrellas", *register) == found
    assert codes("umbrellas", *register, idle=None) == []


def test_a_cluster_is_filled_by_an_agreement_that_names_it_in_any_case() -> None:
    wide = umbrella("2026-01-01", clusters=[{"name": name} for name in "abcdef"])
    assert codes("umbrellas", wide) == [("cluster", "payung", None, False)]
    assert said("umbrellas", wide, sealed("anak", under="payung", cluster="A"), sealed("lain", cluster="b")) == [
        "The umbrella “Rujukan” with RSJ Kalbar still has 5 clusters without an agreement: b, c, d, e and 1 other."
    ]
    one = umbrella("2026-01-01", clusters=[{"name": "a"}])
    assert codes("umbrellas", one, sealed("anak", under="payung", cluster="A")) == []
    unsigned = draft("payung", "draft", "2026-05-20", instrument="KB", clusters=[{"name": "a"}])
    assert codes("umbrellas", unsigned) == []
    idle = umbrella(clusters=[{"name": "a"}])
    assert codes("umbrellas", idle) == UNUSED
    assert codes("umbrellas", idle, sealed("anak", under="payung")) == [("cluster", "payung", None, False)]


def owing(name: str, **more: Any) -> Facts:
    return sealed(name, **({"reporting": None, "term": {"starts": "2025-12-31", "ends": "2028-12-31"}} | more))


def test_reports_are_missing_by_unit_with_the_unit_that_owes_most_first() -> None:
    both = owing("a", lead=["Dinas A", "Dinas B"])
    sent = owing("b", lead="Dinas A", reports=[{"period": "2025-S2", "sent": [{"to": "Bupati"}]}])
    nobody = owing("c", parties=[{"name": "X", "signed": "2025-01-10"}, {"name": "Y", "signed": "2025-01-10"}])
    assert said("reports", both, sent, nobody, owing("d")) == [
        "Dinas A has not sent 3 reports: 1 for 2025-S2 to bupati and 2 for 2025-S2 to gubernur.",
        "A unit nobody has named has not sent 2 reports: 1 for 2025-S2 to bupati and 1 for 2025-S2 to gubernur.",
        "Dinas B has not sent 2 reports: 1 for 2025-S2 to bupati and 1 for 2025-S2 to gubernur.",
        "Dinas Sosial has not sent 2 reports: 1 for 2025-S2 to bupati and 1 for 2025-S2 to gubernur.",
    ]
    assert codes("reports", sent) == [("report", None, -122, True)]


def test_a_report_is_missing_from_the_day_after_it_was_due() -> None:
    def office(within: str) -> Office:
        tiers = (ReportTier("bupati", length(within)),)
        return Office(reports=Reports(since=day("2025-07-01"), tiers=tiers))

    assert codes("reports", owing("a"), office=office("152d")) == []
    assert codes("reports", owing("a"), office=office("151d")) == [("report", None, -1, True)]


def test_many_periods_are_the_first_four_and_how_many_others() -> None:
    monthly = owing("a", reporting="1 month", term={"starts": "2025-12-01", "ends": "2028-12-31"})
    assert said("reports", monthly, language="id") == [
        (
            "Dinas Sosial belum mengirim 10 laporan: 1 untuk 2025-12 kepada bupati, 1 untuk 2025-12 kepada gubernur, "
            "1 untuk 2026-01 kepada bupati, 1 untuk 2026-01 kepada gubernur dan 6 lainnya."
        )
    ]


def test_papers_are_missed_while_an_agreement_is_signed_and_not_over() -> None:
    bare: dict[str, Any] = {"documents": [], "registration": None}
    names = ["copy", "original", "number"]
    assert [code for code, *_ in codes("papers", sealed("a", **bare))] == names
    assert [id_ for _, id_, *_ in codes("papers", sealed("a", **bare))] == ["a"] * 3
    assert codes("papers", sealed("a")) == []
    ended = sealed("a", history=entered("reporting", closed="agreed"), **bare)
    assert codes("papers", ended, draft("b", "corrections", "2026-05-20")) == []
    early = sealed("a", history=entered("registration", "2026-05-30"), **bare)
    assert [code for code, *_ in codes("papers", early)] == ["copy", "original"]
    scan = sealed("a", documents=[{"kind": "signed-copy", "copy": "scan", "location": "Lemari"}])
    assert [code for code, *_ in codes("papers", scan)] == ["original"]


def test_many_without_papers_are_the_first_three_and_the_command_for_the_others() -> None:
    three = [sealed(f"a{number}", f"Judul {number}", registration={"date": "2026-01-02"}) for number in range(3)]
    assert said("papers", *three) == [
        "3 agreements have passed registration without a register number: “Judul 0”, “Judul 1” and “Judul 2”."
    ]
    bare = [sealed(f"a{number}", f"Judul {number}", documents=[], registration=None) for number in range(5)]
    assert said("papers", *bare) == [
        "5 agreements are signed without any signed copy: “Judul 0”, “Judul 1”, “Judul 2” and 2 more (pks check --all).",
        (
            "The place of the original is not recorded for 5 agreements: “Judul 0”, “Judul 1”, “Judul 2” and 2 more "
            "(pks check --all)."
        ),
        (
            "5 agreements have passed registration without a register number: “Judul 0”, “Judul 1”, “Judul 2” and 2 more "
            "(pks list --stage reporting --stage renewal --without registration.number)."
        ),
    ]
    assert [id_ for _, id_, *_ in codes("papers", *bare)] == [None] * 3


@pytest.mark.parametrize(
    ("due", "found"),
    [("2026-06-15", [14]), ("2026-06-16", []), ("2026-06-01", [0]), ("2026-05-31", [-1])],
)
def test_meetings_and_tasks_are_told_within_fourteen_days(due: str, found: list[int]) -> None:
    task = sealed("satu", tasks=[{"what": "Rapat", "due": due}])
    assert codes("appointments", task) == [("task", "satu", days, days < 0) for days in found]
    keys = [item.message.key for item in items("appointments", task)]
    assert keys == ["brief.task.late" if days < 0 else "brief.task" for days in found]
    planned = draft("satu", "facilitation", "2026-05-20", facilitation=[{"date": due, "outcome": "planned"}])
    assert codes("appointments", planned) == [("meeting", "satu", days, days < 0) for days in found]
    held = draft("satu", "facilitation", "2026-05-20", facilitation=[{"date": due, "outcome": "none"}])
    assert codes("appointments", held) == []


def test_a_task_that_comes_back_is_told_once_and_what_is_past_is_told_as_past() -> None:
    tasks = [{"what": "Rapat", "who": "mitra", "due": "2026-04-10", "every": "1 month"}, {"due": "2026-06-02"}]
    meetings = [
        {"date": "2026-05-22", "place": "Aula", "outcome": "planned"},
        {"date": "2026-06-01", "outcome": "planned"},
    ]
    subject = sealed("satu", tasks=tasks, facilitation=meetings)
    assert said("appointments", subject) == [
        "RSJ Kalbar should have finished the task “Rapat” for “Rujukan” with RSJ Kalbar by 10 April 2026 (52 days ago).",
        (
            "The facilitation meeting on “Rujukan” with RSJ Kalbar was planned for 22 May 2026 (10 days ago), but no "
            "outcome is recorded."
        ),
        "The facilitation meeting on “Rujukan” with RSJ Kalbar is planned for 1 June 2026 (today).",
        "The task “task 2” for “Rujukan” with RSJ Kalbar must be done by 2 June 2026 (in 1 day).",
    ]


def test_a_file_without_a_place_is_named_alone_and_the_page_is_not_all_well() -> None:
    stray = Finding("agreements/Salinan.yaml", None, None, "stray", "warning", Message("brief.field.length"))
    assert said("unreadable", broken=(*BROKEN, stray)) == [
        "2 files that cannot be read are not counted above.",
        "agreements/rusak.yaml:3:5: the start (`term.starts`)",
        "agreements/Salinan.yaml: the length (`term.length`)",
    ]
    assert codes("glance", sealed("satu"), broken=BROKEN) == [("count", None, None, False)]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("x" * 70, "x" * 70),
        ("x" * 71, "x" * 70 + "…"),
        (f"{'kata ' * 13}akhir lebih panjang", f"{'kata ' * 13}akhir…"),
        (f"{'kata ' * 12}yang dan lebih panjang lagi", f"{'kata ' * 12}".strip() + "…"),
        (f"{'kata ' * 12}(ODGJ dan lainnya lagi)", f"{'kata ' * 12}".strip() + "…"),
        (f"(ODGJ) {'kata ' * 12}, lebih panjang", f"(ODGJ) {'kata ' * 12}".strip() + "…"),
        ("satu\n  dua", "satu dua"),
        (f"{'kata ' * 13}akhirr lanjut", f"{'kata ' * 13}".strip() + "…"),
        (f"({'kata ' * 20}", f"({'kata ' * 14}".strip() + "…"),
        ("dan " * 30, "dan…"),
    ],
)
def test_a_long_title_is_cut_between_words(title: str, shown: str) -> None:
    assert said("papers", sealed("a", title, registration={"date": "2026-01-02"})) == [
        f"1 agreement has passed registration without a register number: “{shown}”."
    ]


def test_a_long_name_of_a_partner_is_cut_after_ninety_letters() -> None:
    for name, shown in (("x" * 90, "x" * 90), ("x" * 91, "x" * 90 + "…")):
        (sentence,) = said("uncovered", ending("satu", "2026-05-31", partner=name))
        assert sentence.startswith(f"“Rujukan” with {shown} ended")


def test_more_than_two_partners_are_two_and_how_many_others() -> None:
    parties = [*between("B"), {"name": "C", "signed": "2025-01-10"}, {"name": "D", "signed": "2025-01-10"}]
    (sentence,) = said("uncovered", ending("satu", "2026-05-31", parties=parties))
    assert sentence.startswith("“Rujukan” with B, C and 1 other ended on 31 May 2026")


def test_json_holds_every_item_with_its_days_and_no_more_keys() -> None:
    shown = brief_json(page(sealed("satu", registration=None), office=OFFICE))
    assert shown == {
        "date": TODAY,
        "office": "Bagian Tata Pemerintahan",
        "sections": [
            {
                "code": "glance",
                "message": Message("brief.heading.glance"),
                "items": [
                    {
                        "code": "count",
                        "id": None,
                        "days": None,
                        "message": Message("brief.glance", count=1, parts=[Message("brief.count.active", count=1)]),
                    }
                ],
            },
            {
                "code": "papers",
                "message": Message("brief.heading.papers"),
                "items": [
                    {
                        "code": "number",
                        "id": "satu",
                        "days": None,
                        "message": Message("brief.papers.number", count=1, titles=["“Rujukan”"]),
                    }
                ],
            },
        ],
    }


def test_what_changed_after_acceptance_is_said_in_words_with_whom_it_concerns() -> None:
    register, changed = (sealed("b"), sealed("a")), {"b": ("scope",), "a": ("term", "parties")}
    assert codes("changed", *register, changed=changed) == [
        ("changed", "a", None, False),
        ("changed", "b", None, False),
    ]
    assert said("changed", *register, changed=changed) == [
        "In “Rujukan” with RSJ Kalbar, the term and the parties changed after every party had accepted the text.",
        "In “Rujukan” with RSJ Kalbar, the scope changed after every party had accepted the text.",
    ]
    assert said("changed", *register, changed={"a": ("scope", "term")}, language="id") == [
        "Pada perjanjian “Rujukan” dengan RSJ Kalbar, ruang lingkup dan jangka waktu berubah setelah semua pihak menyetujui naskahnya."
    ]
    assert said("changed", *register) == []
