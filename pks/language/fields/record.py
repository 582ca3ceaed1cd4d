"""Words for the keys that record what happened to a text: amendments, what could not be read, the history."""

from __future__ import annotations

from typing import Final

from pks.language.fields.words import FieldWords, words

RECORD_FIELDS: Final[dict[str, FieldWords]] = {
    "amendments": words(
        "Adendum",
        "Amendments",
        "Daftar perubahan atas naskah yang sedang berlaku.",
        "The list of changes to the text while it runs.",
    ),
    "amendments.no": words(
        "No.",
        "No.",
        "Nomor urut perubahan, bilangan bulat mulai 1, tidak boleh berulang.",
        "The number of the change, a whole number from 1, which may not repeat.",
    ),
    "amendments.date": words(
        "Tanggal",
        "Date",
        "Tanggal adendum (TTTT-BB-HH).",
        "The date of the addendum (YYYY-MM-DD).",
    ),
    "amendments.starts": words(
        "Mulai berlaku",
        "Starts",
        "Hari pertama perubahan itu berlaku (TTTT-BB-HH).",
        "The first day on which the change holds (YYYY-MM-DD).",
    ),
    "amendments.numbers": words(
        "Nomor naskah",
        "Numbers",
        "Nomor adendum dari tiap pihak, dengan kunci pihak sebagai namanya.",
        "Each party's number for the addendum, under that party's key.",
    ),
    "amendments.signed": words(
        "Ditandatangani",
        "Signed",
        "Tanggal tanda tangan tiap pihak (TTTT-BB-HH), dengan kunci pihak sebagai namanya.",
        "The day each party signed it (YYYY-MM-DD), under that party's key.",
    ),
    "amendments.reason": words(
        "Alasan",
        "Reason",
        "Alasan perubahan.",
        "Why the text was changed.",
    ),
    "amendments.changes": words(
        "Perubahan",
        "Changes",
        "Daftar isian yang berubah, masing-masing dengan nilai lama dan baru.",
        "The list of what changed, each with its old and new value.",
    ),
    "amendments.changes.field": words(
        "Isian",
        "Field",
        "Isian yang berubah, misalnya `term.length`.",
        "The key that changed, such as `term.length`.",
    ),
    "amendments.changes.from": words(
        "Semula",
        "From",
        "Nilai sebelum perubahan.",
        "The value before.",
    ),
    "amendments.changes.to": words(
        "Menjadi",
        "To",
        "Nilai sesudah perubahan.",
        "The value after.",
    ),
    "amendments.document": words(
        "Dokumen",
        "Document",
        "Berkas atau nomor dokumen adendumnya.",
        "The file or number of the addendum's paper.",
    ),
    "unread": words(
        "Belum terbaca",
        "Unread",
        "Yang tidak dapat dibaca saat impor, apa adanya; menjadi temuan sampai dipindahkan atau dihapus.",
        "What an import could not read, as it stood; a finding until it is moved or removed.",
    ),
    "history": words(
        "Riwayat",
        "History",
        "Daftar peristiwa menurut tanggal, hanya ditambah di akhir; entri terakhir menentukan tahap.",
        "What happened, in order of date and only added to at the end; the last entry gives the stage.",
    ),
    "history.date": words(
        "Tanggal",
        "Date",
        "Tanggal peristiwa (TTTT-BB-HH); tidak boleh lebih awal dari entri sebelumnya.",
        "The day it happened (YYYY-MM-DD), never earlier than the entry before.",
    ),
    "history.stage": words(
        "Tahap",
        "Stage",
        "Tahap yang dimasuki perjanjian pada hari itu.",
        "The stage the agreement entered on that day.",
    ),
    "history.by": words(
        "Oleh",
        "By",
        "Unit yang melakukan atau mencatatnya.",
        "The unit that did or recorded it.",
    ),
    "history.note": words(
        "Catatan",
        "Note",
        "Catatan tentang peristiwa itu.",
        "A remark on what happened.",
    ),
    "history.closed": words(
        "Ditutup karena",
        "Closed",
        "Alasan perjanjian ditutup; selama ada di entri terakhir, perjanjian telah selesai.",
        "Why the agreement was closed; while the last entry has it, the agreement has ended.",
    ),
    "history.forced": words(
        "Dilewati",
        "Forced",
        "Daftar kode aturan yang dilewati dengan sengaja pada langkah itu.",
        "The codes of the rules that were knowingly passed over in this step.",
    ),
    "history.imported": words(
        "Sudah berjalan",
        "Imported",
        "Ya bila perjanjian sudah berjalan saat masuk register; syarat tahap sebelumnya tidak diperiksa.",
        "Yes when it was already running as it entered the register; earlier gates do not count.",
    ),
}
