from __future__ import annotations

import pytest

from pks.domain.rules.privacy import found_in
from pks.message import Message
from tests.domain.rules.rules_builders import Case, Given, assert_trips, found

CASES: dict[str, Case] = {
    "personal-data": Case(
        Given({"parties.1.signatory.name": "Contoh, NIP 19700101 199503 1 001"}),
        [("parties", 1, "signatory", 0, "name")],
        Given({"parties.1.number": "197001011995031001"}),
        says={"what": Message("rules.personal.nip"), "masked": "…01"},
        level="warning",
    ),
}


def test_personal_data_is_found_where_it_stands() -> None:
    assert_trips("personal-data", CASES["personal-data"])


def test_a_documents_number_is_none() -> None:
    assert found("personal-data", CASES["personal-data"].near) == []


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("19700101 199503 1 001", "nip", "…01"),
        ("19700101.199503.1.001", "nip", "…01"),
        ("197001011995031001", "nip", "…01"),
        ("Pembina, NIP. 1970 0101 1995 03 1 002", "nip", "…02"),
        ("Kombes Contoh NRP 70010123", "nip", "…23"),
        ("pasien 6171010203040005", "nik", "…05"),
        ("6171 0102 0304 0005", "nik", "…05"),
        ("6171-0102-0304-0005", "nik", "…05"),
        ("617101.020304.0005", "nik", "…05"),
        ("No. KTP: 617101 020304 0006", "nik", "…06"),
        ("hubungi 081234567890", "phone", "…90"),
        ("WA.0812-3456-7890.", "phone", "…90"),
        ("0812 3456 7891", "phone", "…91"),
        ("+6281234567892", "phone", "…92"),
        ("+62 561 732 123", "phone", "…23"),
        ("62 812 3456 7893", "phone", "…93"),
        ("Jalan Contoh 1 (0534) 32145", "phone", "…45"),
        ("Telp. 0561-732123", "phone", "…23"),
        ("telepon: 021 3456 7890", "phone", "…90"),
        ("surel dr.contoh@rs.example.id, segera", "email", "…id"),
    ],
)
def test_every_way_of_writing_it_is_known_and_masked(text: str, kind: str, masked: str) -> None:
    assert [(one.kind, one.masked) for one in found_in(text)] == [(kind, masked)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "440/015/PKS/2026",
        "Nomor 440/081234567890/2026",
        "rapat 2026-01-15 dan 2026-01-20",
        "Rp 1234567890123456",
        "Rp1.234.567.890.123.456,00",
        "NIB 0812345678901",
        "NPWP 01.234.567.8-901.000",
        "https://contoh.example/6171010203040005",
        "0123456789abcdef0123456789abcdef",
        "Pasal 0812",
        "Pasal 4 (0534)",
        "rincian 0534-32145",
        "(0534) 32145/PKS/2026",
        "Telepon 12 unit, 2026",
        "08-2025",
        "tahun 2025 2026 2027",
        "12345678901234567",
        "@dinkes",
        "pukul 08.00-10.00 WIB, 15 Januari 2026",
    ],
)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert found_in(text) == []


def test_each_kind_in_a_text_is_said_once() -> None:
    text = "a@b.example dan c@d.example, 081234567890"
    assert [one.kind for one in found_in(text)] == ["phone", "email"]


def test_nothing_found_is_repeated_whole() -> None:
    (hit,) = found("personal-data", Given({"purpose": "NIK 6171010203040005"}))
    assert "617101" not in f"{hit.message!r}{hit.fix!r}"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"scope": ["Satu", "hubungi 081234567890"]}, ("scope", 1)),
        ({"x-kontak": {"hp": "081234567890"}}, ("x-kontak", "hp")),
        ({"parties.0.kontak": "081234567890"}, ("parties", 0, "kontak")),
        ({"unread": {"HP": ["081234567890"]}}, ("unread", "HP", 0)),
        ({"under": {"text": "KB, 081234567890"}}, ("under", 0, "text")),
        (
            {"corrections.0.answers.klinik.note": "081234567890"},
            ("corrections", 0, "answers", "klinik", "note"),
        ),
        (
            {"facilitation.0.attendees.1": {"unit": "081234567890"}},
            ("facilitation", 0, "attendees", 1, "unit"),
        ),
        (
            {"amendments": [{"no": "1", "changes": [{"from": "081234567890"}]}]},
            ("amendments", 0, "changes", 0, "from"),
        ),
    ],
)
def test_every_text_of_the_file_is_looked_at(changes: dict[str, object], path: tuple[str | int, ...]) -> None:
    assert [one.path for one in found("personal-data", Given(changes))] == [path]


@pytest.mark.parametrize(
    "changes",
    [
        {"parties.0.number": ["081234567890", "6171010203040005"]},
        {"amendments": [{"no": "1", "numbers": {"klinik": "081234567890"}}]},
        {"amendments": [{"no": "1", "changes": [{"field": "funding.1.amount", "from": "6171010203040005"}]}]},
        {"corrections.0.answers.klinik.letter": "081234567890"},
        {"documents.0.number": "081234567890"},
        {"documents.0.url": "www.contoh.example/081234567890"},
        {"documents.2.sha256": "6171010203040005" * 4},
        {"funding.0.amount": "6171010203040005"},
        {"registration.number": "081234567890"},
        {"reports": [{"period": "2026-S1", "spent": "6171010203040005"}]},
    ],
)
def test_numbers_hashes_addresses_and_amounts_are_let_be(changes: dict[str, object]) -> None:
    assert found("personal-data", Given(changes)) == []
