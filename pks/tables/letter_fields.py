"""What a template of a letter may name: every field with its kind; their meaning is in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from pks.message import Message
from pks.tables.table import Column, Row, Table, one_group

Kind = Literal["text", "day", "money", "count", "flag", "texts", "map", "list", "rank"]
# What may stand behind a value of a kind, as in `{{ term.ends.words }}`.
PARTS: Final[dict[str, tuple[str, ...]]] = {
    "day": ("words", "weekday", "digits"),
    "money": ("words",),
    "count": ("words",),
}


@dataclass(frozen=True)
class Field:
    """One field: `example` is how it prints, `inner` what a map, or an item of a list, holds."""

    kind: Kind
    example: str = ""
    inner: Mapping[str, Field] = field(default_factory=dict)


def _text(example: str) -> Field:
    return Field("text", example)


def _day(example: str) -> Field:
    return Field("day", example)


_FLAG: Final = Field("flag")
_PARTY: Final = {
    "rank": Field("rank", "Pihak Kesatu"),
    "short": _text("Pihak 1"),
    "name": _text("Dinas Sosial Kabupaten Contoh"),
    "region": _text("Kabupaten Contoh"),
    "number": _text("440/1/2026"),
    "signatory": _text("dr. Contoh"),
    "signatory_office": _text("Kepala Dinas Sosial"),
    "signed": _day("10 Februari 2026"),
    "ours": _FLAG,
}
_MEETING: Final = {
    "date": _day("13 Maret 2025"),
    "place": _text("Aula Setda"),
    "mode": _text("tatap muka dan daring"),
    "chair": _text("Asisten Pemerintahan"),
    "basis": _text("Permendagri 22/2020"),
    "outcome": _text("ada koreksi"),
    "has_corrections": _FLAG,
    "note": _text("Rapat lanjutan tidak diperlukan"),
    "attended": Field("count", "6"),
    "in_person": Field("count", "5"),
    "online": Field("count", "1"),
    "attendees": Field(
        "list",
        inner={"no": Field("count", "1"), "unit": _text("Bagian Hukum"), "mode": _text("daring")},
    ),
}
_CORRECTION: Final = {
    "no": Field("count", "1"),
    "kind": _text("isi"),
    "clause": _text("Pasal 4 ayat (2)"),
    "was": _text("Biaya ditanggung PIHAK KEDUA"),
    "becomes": _text("Biaya ditanggung PARA PIHAK"),
    "reason": _text("Sesuai DPA"),
    "raised": _day("15 Januari 2026"),
    "by": _text("Bagian Hukum"),
    "status": _text("diterima"),
    "answers": Field(
        "list", inner={"party": _text("Dinas Sosial"), "short": _text("Pihak 1"), "words": _text("diterima 16-01-2026")}
    ),
}
_TERM: Final = {
    "starts": _day("12 Februari 2026"),
    "ends": _day("11 Februari 2028"),
    "length": _text("2 tahun"),
    "until": _text("sampai meraih WBK"),
    "decision": _day("11 November 2027"),
    "notice": _text("2 bulan"),
    "notice_day": _day("11 Desember 2027"),
    "days_left": Field("count", "90"),
    "is_over": _FLAG,
    "decision_is_over": _FLAG,
}
FIELDS: Final[dict[str, Field]] = {
    "office": _text("Bagian Tata Pemerintahan Setda Kabupaten Contoh"),
    "region": _text("Kabupaten Contoh"),
    "government": _text("Pemerintah Kabupaten Contoh"),
    "head_of_region": _text("Bupati Contoh"),
    "seat": _text("Samarinda"),
    "team": _text("Keputusan Bupati Nomor 100/2026"),
    "today": _day("1 Maret 2026"),
    "letter_number": _text("100/12/PEM/2026"),
    "id": _text("2026-rujukan"),
    "title": _text("Pelayanan rujukan kesehatan jiwa"),
    "instrument": _text("Perjanjian Kerja Sama"),
    "cooperation": _text("Kerja Sama Daerah dengan Daerah Lain"),
    "purpose": _text("Menjamin kesinambungan rujukan"),
    "location": _text("Kabupaten Contoh"),
    "initiator": _text("Dinas Kesehatan"),
    "sectors": Field("texts", "kesehatan"),
    "lead": Field("texts", "Dinas Kesehatan"),
    "scope": Field("texts", "Rujukan pasien"),
    "legal_basis": Field("texts", "PP 28/2018"),
    "invited": Field("texts", "Dinas Kesehatan"),
    "parties": Field("list", inner=_PARTY),
    "others": Field("list", inner=_PARTY),
    "many_parties": _FLAG,
    "registration": Field("map", inner={"number": _text("REG/2026/014"), "date": _day("16 Februari 2026")}),
    "term": Field("map", inner=_TERM),
    "funding": Field(
        "list",
        inner={
            "source": _text("APBD"),
            "party": _text("Dinas Kesehatan"),
            "amount": Field("money", "Rp1.500.000"),
            "year": _text("2026"),
            "note": _text("DPA Dinas Kesehatan"),
        },
    ),
    "meeting": Field("map", inner=_MEETING),
    "corrections": Field("list", inner=_CORRECTION),
    "renewal": Field(
        "map",
        inner={
            "intent": _text("diperpanjang"),
            "date": _day("1 Oktober 2027"),
            "note": _text("Diajukan lebih awal"),
            "renews": _FLAG,
            "stops": _FLAG,
        },
    ),
}
_WORDS: Final = {
    "words": {
        "day": "Jumat tanggal sebelas bulan Februari tahun dua ribu dua puluh delapan",
        "money": "Rp1.500.000 (satu juta lima ratus ribu rupiah)",
        "count": "5 (lima)",
    },
    "weekday": {"day": "Jumat"},
    "digits": {"day": "11-02-2028"},
}


def fields_table() -> Table:
    """Every placeholder as it is written in a template, what it prints, and an example."""
    columns = (
        Column("placeholder", Message("letter.column.placeholder"), weight=5),
        Column("meaning", Message("letter.column.meaning"), weight=6),
        Column("example", Message("letter.column.example"), below="meaning"),
    )
    rows = [Row((written, Message(f"letter.field.{name}"), example)) for written, name, example in _placeholders()]
    parts = [
        Row((f"{{{{ … .{part} }}}}", Message(f"letter.part.{part}.{kind}"), _WORDS[part][kind]))
        for kind, names in PARTS.items()
        for part in names
    ]
    return Table(columns, one_group((*rows, *parts)), Message("letter.none"))


def _placeholders() -> Iterator[tuple[str, str, str]]:
    """How each field is written, its name in the catalogue, and an example."""
    for name, one in FIELDS.items():
        yield _written(name, one), name, one.example
        holder = "one" if one.kind == "list" else name
        for inner, part in one.inner.items():
            catalogued = f"{'parties' if name == 'others' else name}.{inner}"
            if name != "others":
                yield _written(f"{holder}.{inner}", part), catalogued, part.example
            for last, deepest in part.inner.items():
                yield _written(f"each.{last}", deepest), f"{catalogued}.{last}", deepest.example


def _written(path: str, one: Field) -> str:
    if one.kind in {"list", "texts"}:
        holder = "each" if "." in path else "one"
        return f"{{% for {holder} in {path} %}}"
    return f"{{% if {path} %}}" if one.kind == "flag" else f"{{{{ {path} }}}}"
