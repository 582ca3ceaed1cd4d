"""What is said when partners are kept under one name, and of the numbers kept beside them."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

PARTNERS: Final[dict[str, Sentence]] = {
    "help.partners.short": Sentence("mitra dan jumlah perjanjiannya", "partners and how many agreements they have"),
    "help.partners": Sentence(
        "Menampilkan setiap mitra, ejaan yang dipakai, dan jumlah perjanjiannya. "
        "Ejaan yang tercatat di .pks/partners.yaml dihitung sebagai satu mitra.",
        "Lists every partner with the spellings in use and how many agreements it has. "
        "Spellings that .pks/partners.yaml puts together count as one partner.",
    ),
    "help.partners.examples": Sentence("pks partners\npks partners --json", "pks partners\npks partners --json"),
    "column.partner": Sentence("Mitra", "Partner"),
    "column.spellings": Sentence("Juga ditulis", "Also written"),
    "column.body": Sentence("Badan", "Body"),
    "column.region": Sentence("Daerah", "Region"),
    "column.agreements": Sentence("Perjanjian", "Agreements"),
    "partners.empty": Sentence("belum ada mitra", "there are no partners yet"),
    "partners.claimed-twice": Sentence(
        "`{name}` sudah menjadi nama atau alias mitra {other}; hapus salah satunya",
        "`{name}` is a name or alias of the partner {other} already; remove one of the two",
    ),
    "partners.known-as": Sentence(
        "`{name}` dikenal sebagai {partner}; yang ditulis tetap seperti yang diketik",
        "`{name}` is known as {partner}; it is written as it was typed",
    ),
    "help.new.amends": Sentence(
        "adendum atas perjanjian ini, sebagai naskah tersendiri", "an addendum to this agreement, as a text of its own"
    ),
    "new.like-or-amends": Sentence(
        "--like untuk naskah yang sama, --amends untuk adendum; pilih salah satu",
        "--like is for the same text, --amends for an addendum; choose one",
    ),
    "yaml.root-list": Sentence(
        "isi berkas harus berupa daftar, satu butir tiap baris, misalnya `- {name: Rumah Sakit Jiwa, aliases: [RSJ]}`.",
        "the file must be a list, an item a line, such as `- {name: Rumah Sakit Jiwa, aliases: [RSJ]}`.",
    ),
    "numbers.nothing-kept": Sentence(
        "tidak ada nomor yang dicatat untuk {series}; tulis nomor tertinggi yang pernah diberikan, atau hapus baris ini",
        "no number is kept for {series}; write the highest one given, or delete the line",
    ),
    "numbers.other-spelling": Sentence(
        "`{key}` tidak dihitung: seri itu ditulis `{series}`",
        "`{key}` counts for nothing: that series is written `{series}`",
    ),
    "numbers.other-pattern": Sentence(
        "`{key}` bukan seri dari pola kantor `{pattern}`, sehingga tidak dihitung; serinya ditulis `{series}`",
        "`{key}` is no series of the office's pattern `{pattern}`, so it counts for nothing; one is written `{series}`",
    ),
    "numbers.no-series": Sentence(
        "`{key}` bukan seri nomor, sehingga tidak dihitung; seri dari pola kantor `{pattern}` ditulis `{series}`",
        "`{key}` is no series of numbers, so it counts for nothing; one of the office's pattern `{pattern}` is written `{series}`",
    ),
    "numbers.too-low": Sentence(
        "nomor registrasi {number} ({id}) lebih tinggi dari {kept}, nomor tertinggi yang dicatat untuk {series}",
        "the register number {number} ({id}) is above {kept}, the highest one kept for {series}",
    ),
    "numbers.too-low.fix": Sentence(
        '`pks register {id} --number "{number}"` mencatatnya, agar nomor itu tidak pernah diberikan lagi',
        '`pks register {id} --number "{number}"` keeps it, so that the number is never given again',
    ),
}
