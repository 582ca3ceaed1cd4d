"""What is shown outside the office has no personal datum left, and is otherwise as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pks.domain.model.agreement import Agreement
from pks.domain.rules.privacy import found_in, masked, masked_text
from tests.domain.made import made_of

PIECES = st.sampled_from(
    [
        "0812-3456-7890", "+62 811 2345 678", "6104012345678901", "NIP 198001012005011001", "NIK 6104 0123 4567 8901",
        "ani@contoh.go.id", "https://contoh.go.id/0812345678", "Rp6.104.012.345.678.901", "NIB 1234567890123",
        "naskah", "440/015/PKS/2026", " ", ", ", "\n", "2026-01-05", "Pasal 4", "@", "0812",
    ]
)  # fmt: skip


def hide(kind: str) -> str:
    return f"<{kind}>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hubungi 0812-3456-7890 atau 0813-1111-2222", "Hubungi <phone> atau <phone>"),
        ("ani@contoh.go.id, NIK 6104012345678901", "<email>, NIK <nik>"),
        ("lihat https://contoh.go.id/a@b.id dan c@d.id", "lihat https://contoh.go.id/a@b.id dan <email>"),
        ("https://contoh.go.id/amount:5 dan c@d.id", "https://contoh.go.id/amount:5 dan <email>"),
        ("Rp6104012345678901 untuk 198001012005011001", "Rp6104012345678901 untuk <nip>"),
        ("nomor 440/015/PKS/2026", "nomor 440/015/PKS/2026"),
    ],
)
def test_every_datum_of_a_text_is_replaced(text: str, shown: str) -> None:
    assert masked_text(text, hide) == shown


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_nothing_that_the_rule_finds_is_left(text: str) -> None:
    assert found_in(masked_text(text, hide)) == []


@given(st.text(max_size=200))
def test_a_text_without_a_datum_is_the_same(text: str) -> None:
    if not found_in(text):
        assert masked_text(text, hide) == text


def test_an_agreement_is_masked_where_the_rule_looks_and_nowhere_else() -> None:
    agreement = made_of(
        Agreement,
        {
            "title": "Rujukan 0812-3456-7890",
            "parties": [{"name": "Klinik", "number": "0812345678901234", "x-catatan": "ani@contoh.go.id"}],
            "term": {"starts": "2026-01-01", "length": "2 tahun"},
            "reports": [{"period": "2026-S1", "results": "ani@contoh.go.id"}],
            "unread": {"Kontak": ["0812-3456-7890", "lain"]},
            "documents": [{"kind": "letter", "note": "ani@contoh.go.id", "number": "6104012345678901"}],
            "history": [{"date": "2026-01-01", "stage": "draft", "note": "dari ani@contoh.go.id"}],
        },
    )
    shown = masked(agreement, hide)
    assert shown.title == "Rujukan <phone>"
    assert shown.parties[0].number == ("0812345678901234",)
    assert shown.parties[0].unknown["x-catatan"] == "<email>"
    assert shown.unread == {"Kontak": ["<phone>", "lain"]}
    assert shown.documents[0].number == "6104012345678901"
    assert shown.history[0].note == "dari <email>"
    assert shown.term == agreement.term
    assert (shown.reports[0].period, shown.reports[0].results) == (agreement.reports[0].period, "<email>")
    assert agreement.title == "Rujukan 0812-3456-7890"


def test_an_agreement_without_personal_data_stays_the_same_object() -> None:
    agreement = made_of(
        Agreement,
        {"title": "Rujukan", "parties": [{"name": "A"}], "history": [{"date": "2026-01-01", "stage": "draft"}]},
    )
    assert masked(agreement, hide) is agreement
