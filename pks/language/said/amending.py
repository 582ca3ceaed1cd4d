"""What is said when a text that is in force is amended."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

AMENDING: Final[dict[str, Sentence]] = {
    "amending.unsigned": Sentence(
        "{id} belum ditandatangani semua pihak, jadi belum perlu adendum: ubah saja dengan `pks set {id} KUNCI=NILAI`",
        "{id} is not signed by every party, so it needs no amendment: change it with `pks set {id} KEY=VALUE`",
    ),
    "amending.unsigned-by": Sentence("belum menandatangani: {names}", "not signed yet: {names}"),
    "amending.no-term": Sentence(
        "`{key}` bukan isi naskah yang diubah dengan adendum; yang dapat diubah: {terms} (dari pihak: name, region, "
        "body). Salah catat diperbaiki dengan `pks set {id}`",
        "`{key}` is no term of the text that an amendment changes; those are: {terms} (of a party: name, region, "
        "body). A mistake in the record is mended with `pks set {id}`",
    ),
    "amending.end-written": Sentence(
        "term.ends pada {id} tertulis {ends} dan tetap berlaku berapa pun lamanya; ubah keduanya: "
        "`pks amend {id} {arguments}`",
        "term.ends of {id} is written, {ends}, and holds whatever the length; change both: "
        "`pks amend {id} {arguments}`",
    ),
    "amending.no-and-changes": Sentence(
        "--no melengkapi adendum yang sudah ada; perubahan baru menjadi adendum baru, tanpa --no",
        "--no completes an amendment that is there; new changes make a new one, without --no",
    ),
    "amending.none": Sentence(
        "belum ada adendum; sebut perubahannya sebagai KUNCI=NILAI",
        "there is no amendment yet; give its changes as KEY=VALUE",
    ),
    "amending.no-such": Sentence(
        "tidak ada adendum {no}; yang ada: {numbers}", "no amendment {no}; there are: {numbers}"
    ),
    "amending.which": Sentence(
        "adendum yang mana? Sebut dengan --no; yang ada: {numbers}",
        "which amendment? Name it with --no; there are: {numbers}",
    ),
    "amending.twice": Sentence("{option}: {key} disebut dua kali", "{option}: {key} is named twice"),
    "amending.before-signing": Sentence(
        "tanggal adendum {day} mendahului penandatanganan naskahnya, {signed}",
        "the day of the amendment, {day}, is before the text was signed on {signed}",
    ),
    "amending.in-future": Sentence(
        "adendum {no} memuat tanggal yang belum tiba", "amendment {no} has a day that is still to come"
    ),
    "amending.starts-later": Sentence(
        "adendum {no} baru berlaku {starts}, tetapi catatan ini langsung menunjukkan nilai barunya",
        "amendment {no} holds from {starts}, but the record shows the new values from now on",
    ),
    "amending.done": Sentence("{id}: adendum {no}: {changes}", "{id}: amendment {no}: {changes}"),
    "amending.done-term": Sentence("{id}: adendum {no}: {changes}; {term}", "{id}: amendment {no}: {changes}; {term}"),
    "amending.changes": Sentence("{changes}", "{changes}"),
    "amending.change": Sentence("{field} {old} → {new}", "{field} {old} → {new}"),
    "amending.unstated": Sentence("(belum diisi)", "(not stated)"),
    "amending.completed": Sentence(
        "{id}: adendum {no} ditandatangani {signed} dari {count} pihak",
        "{id}: amendment {no} is signed by {signed} of {count:party|parties}",
    ),
    "amending.half": Sentence(
        "adendum {no} belum ditandatangani {missing}: `pks amend {id} --no {no} --signed {key}=TANGGAL`",
        "amendment {no} is not signed by {missing}: `pks amend {id} --no {no} --signed {key}=DATE`",
    ),
    "show.amended": Sentence("Diubah", "Amended"),
    "show.amended.by": Sentence(
        "adendum {no} tanggal {date}; ditandatangani {signed} dari {count} pihak",
        "amendment {no} of {date}; signed by {signed} of {count:party|parties}",
    ),
    "show.amended.undated": Sentence(
        "adendum {no}; ditandatangani {signed} dari {count} pihak",
        "amendment {no}; signed by {signed} of {count:party|parties}",
    ),
    "show.addenda": Sentence("sebagai berkas tersendiri: {ids}", "as records of their own: {ids}"),
    "help.amend.short": Sentence("catat adendum pada naskah berlaku", "amend a signed text"),
    "help.amend": Sentence(
        "Mengubah isi naskah yang sudah ditandatangani dan mencatat nilai lama dan baru sebagai adendum bernomor. "
        "Tanpa KUNCI=NILAI, --number dan --signed melengkapi adendum yang belum ditandatangani semua pihak. "
        "Adendum yang disimpan sebagai berkas sendiri: `pks new --amends ID`.",
        "Changes terms of a signed text and records their old and new value as a numbered amendment. "
        "Without KEY=VALUE, --number and --signed complete an amendment that some party has not signed. "
        "An addendum kept as a file of its own: `pks new --amends ID`.",
    ),
    "help.amend.examples": Sentence(
        'pks amend ketapang "term.length=3 tahun" --signed 2026-05-01\n'
        "pks amend ketapang scope.+=Rujukan --number rsj=445/9/ADD/2026\n"
        "pks amend ketapang --no 2 --signed rsj=2026-05-02",
        'pks amend ketapang "term.length=3 years" --signed 2026-05-01\n'
        "pks amend ketapang scope.+=Rujukan --number rsj=445/9/ADD/2026\n"
        "pks amend ketapang --no 2 --signed rsj=2026-05-02",
    ),
    "help.amend.assignments": Sentence(
        "isi naskah dan nilai barunya, seperti pada `pks set`", "a term and its new value, as for `pks set`"
    ),
    "help.amend.reason": Sentence("alasan perubahan", "why it is changed"),
    "help.amend.number": Sentence(
        "nomor adendum dari satu pihak, KUNCI=NOMOR; tanpa kunci: pihak kita",
        "a party's number for the amendment, KEY=NUMBER; without a key our side's",
    ),
    "help.amend.starts": Sentence("sejak kapan adendum berlaku", "the first day the amendment holds"),
    "help.amend.date": Sentence("tanggal adendum; biasanya hari ini", "day of the amendment; else today"),
    "help.amend.signed": Sentence(
        "tanggal satu pihak menandatangani, KUNCI=TANGGAL; tanpa kunci: semua pihak",
        "the day a party signed it, KEY=DATE; without a key every party",
    ),
    "help.amend.document": Sentence("di mana naskah adendum disimpan", "where the text of the amendment is"),
    "help.amend.no": Sentence("adendum yang dilengkapi", "the amendment to complete"),
}
