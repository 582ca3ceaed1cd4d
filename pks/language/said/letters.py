"""What is said about letters: what one cannot do without, what is wrong with a template, what was written."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_CONTENT: Final[dict[str, Sentence]] = {
    "letter.short": Sentence("Pihak {number}", "Party {number}"),
    "letter.answer.accepted": Sentence("diterima {day}", "accepted {day}"),
    "letter.answer.rejected": Sentence("ditolak {day}", "rejected {day}"),
    "letter.answer.countered": Sentence("ditolak {day}; usul: {counter}", "rejected {day}; proposes: {counter}"),
    "letter.answer.waiting": Sentence("belum menjawab{day}", "no answer yet{day}"),
    "letter.mark.accepted": Sentence("ya {day}", "yes {day}"),
    "letter.mark.rejected": Sentence("tidak {day}", "no {day}"),
    "letter.mark.countered": Sentence("tidak {day}; usul: {counter}", "no {day}; proposes: {counter}"),
    "letter.mark.waiting": Sentence("–{day}", "–{day}"),
}
_NEEDS: Final[dict[str, Sentence]] = {
    "letter.refused": Sentence(
        "{id}: surat {kind} belum dapat dibuat, ada yang belum dicatat",
        "{id}: the letter {kind} cannot be written yet, something is not recorded",
    ),
    "letter.needs.office": Sentence(
        "nama kantor: isi `office:` di agreements/.pks/office.yaml",
        "the name of the office: write `office:` in agreements/.pks/office.yaml",
    ),
    "letter.needs.meeting": Sentence(
        "rapat yang direncanakan: pks meet {id} --date TANGGAL --place TEMPAT --outcome planned",
        "a planned meeting: pks meet {id} --date DATE --place PLACE --outcome planned",
    ),
    "letter.needs.meeting-ahead": Sentence(
        "rapat yang akan datang; rencana terakhir, {date}, sudah lewat: "
        "pks meet {id} --date TANGGAL --outcome planned, atau --date {day}",
        "a meeting ahead; the last that was planned, {date}, is past: "
        "pks meet {id} --date DATE --outcome planned, or --date {day}",
    ),
    "letter.needs.meeting-on": Sentence(
        "rapat tanggal {date}: pks meet {id} --date {day} --place TEMPAT --outcome planned",
        "a meeting on {date}: pks meet {id} --date {day} --place PLACE --outcome planned",
    ),
    "letter.needs.held": Sentence(
        "rapat yang sudah dilaksanakan: pks meet {id} --date TANGGAL --chair PIMPINAN --attendee UNIT --outcome HASIL",
        "a meeting that was held: pks meet {id} --date DATE --chair WHO --attendee UNIT --outcome OUTCOME",
    ),
    "letter.needs.held-on": Sentence(
        "rapat tanggal {date}: pks meet {id} --date {day} --chair PIMPINAN --attendee UNIT --outcome HASIL",
        "a meeting on {date}: pks meet {id} --date {day} --chair WHO --attendee UNIT --outcome OUTCOME",
    ),
    "letter.needs.outcome": Sentence(
        "hasil rapat {date}: pks meet {id} --date {day} --outcome corrections, atau none",
        "the outcome of the meeting of {date}: pks meet {id} --date {day} --outcome corrections, or none",
    ),
    "letter.needs.chair": Sentence(
        "pimpinan rapat {date}: pks meet {id} --date {day} --chair PIMPINAN",
        "who chaired the meeting of {date}: pks meet {id} --date {day} --chair WHO",
    ),
    "letter.needs.attendees": Sentence(
        "yang hadir dalam rapat {date}: pks meet {id} --date {day} --attendee UNIT",
        "who attended the meeting of {date}: pks meet {id} --date {day} --attendee UNIT",
    ),
    "letter.needs.corrections": Sentence(
        "koreksi yang diminta rapat {date}: pks correction add {id}",
        "the corrections that the meeting of {date} asked for: pks correction add {id}",
    ),
    "letter.needs.open": Sentence(
        "kerja sama yang masih berjalan; ini ditutup {date}: pks back {id} --to reporting --reason ALASAN",
        "an agreement that is not over; this one was closed on {date}: pks back {id} --to reporting --reason WHY",
    ),
    "letter.needs.signed": Sentence(
        "tanda tangan semua pihak: pks sign {id} --all", "the signature of every party: pks sign {id} --all"
    ),
    "letter.needs.ends": Sentence(
        "hari terakhir berlaku: pks set {id} term.ends=TANGGAL", "the last day in force: pks set {id} term.ends=DATE"
    ),
    "letter.needs.no-successor": Sentence(
        "kerja sama yang belum diperpanjang; penggantinya sudah ditandatangani: {successors}",
        "an agreement not yet renewed; its successor is signed: {successors}",
    ),
}
_TEMPLATES: Final[dict[str, Sentence]] = {
    "letter.unknown-kind": Sentence(
        "tidak ada surat {kind}; yang ada {kinds}; templat sendiri diletakkan di {folder}",
        "there is no letter {kind}, but {kinds}; templates of your own go into {folder}",
    ),
    "letter.large": Sentence("{file}: templat lebih besar dari {most} MB", "{file}: the template is over {most} MB"),
    "letter.no-docx": Sentence("{file}: bukan dokumen Word (docx)", "{file}: no Word document (docx)"),
    "letter.faults": Sentence("templat {file} tidak dapat dipakai", "the template {file} cannot be used"),
    "letter.too-much": Sentence(
        "templat {file} tidak selesai: terlalu banyak pengulangan atau hasilnya terlalu besar",
        "the template {file} does not come to an end: it repeats too often or its result is too large",
    ),
    "letter.unknown-field": Sentence(
        "isian {name} tidak dikenal; daftarnya: pks letter --fields",
        "unknown placeholder {name}; pks letter --fields lists them",
    ),
    "letter.unknown-field-near": Sentence(
        "isian {name} tidak dikenal; mungkin {near}? Daftarnya: pks letter --fields",
        "unknown placeholder {name}; did you mean {near}? pks letter --fields lists them",
    ),
    "letter.no-list": Sentence("{name} bukan daftar, tidak dapat diulang", "{name} is no list to go through"),
    "letter.not-allowed": Sentence(
        "{what} tidak boleh di templat; yang boleh: isian, if, for, dan |upper |lower |join |length |first |last",
        "{what} may not stand in a template; placeholders, if, for and |upper |lower |join |length |first |last may",
    ),
    "letter.syntax": Sentence(
        "ada tanda kurung kurawal yang tidak lengkap: {reason}", "something in curly braces is not complete: {reason}"
    ),
    "letter.failed": Sentence("tidak dapat diisi: {reason}", "cannot be filled: {reason}"),
    "letter.copied": Sentence(
        "templat disalin ke {file}; ubah di Word, jangan hapus tanda kurung kurawalnya",
        "template copied to {file}; edit it in Word and keep what is in curly braces",
    ),
    "letter.template-there": Sentence(
        "{file} sudah ada; ubah berkas itu, atau tambahkan --force untuk menggantinya",
        "{file} is already there; edit it, or add --force to replace it",
    ),
    "letter.only-shipped": Sentence(
        "hanya templat bawaan yang dapat disalin: {kinds}", "only templates that come with pks can be copied: {kinds}"
    ),
    "letter.suffix": Sentence(
        "surat ditulis sebagai .docx, bukan {file}", "a letter is written as .docx, not as {file}"
    ),
    "letter.gaps": Sentence(
        "belum dicatat, diisi dengan tangan di titik-titik: {gaps}",
        "not recorded, dots are left to fill in by hand: {gaps}",
    ),
    "letter.in-indonesian": Sentence(
        "surat ditulis dalam bahasa Indonesia, bahasa naskah dinas",
        "the letter is in Indonesian, the language of official letters",
    ),
    "letter.one-of": Sentence(
        "pilih salah satu: --templates, --fields, atau --copy-template",
        "choose one of --templates, --fields and --copy-template",
    ),
    "letter.only-copies-commit": Sentence(
        "--dry-run dan --commit hanya untuk --copy-template; surat itu sendiri tidak menjadi bagian register",
        "--dry-run and --commit go with --copy-template alone; a letter itself is no part of the register",
    ),
    "letter.kinds": Sentence("Surat yang ada: {kinds}", "The letters there are: {kinds}"),
    "ask.letter-kind": Sentence("Surat apa", "Which letter"),
    "letter.none": Sentence("Tidak ada.", "None."),
    "letter.column.placeholder": Sentence("Tulis di templat", "Write in the template"),
    "letter.column.meaning": Sentence("Arti", "Meaning"),
    "letter.column.example": Sentence("Contoh", "Example"),
    "letter.column.kind": Sentence("Surat", "Letter"),
    "letter.column.what": Sentence("Untuk", "For"),
    "letter.column.from": Sentence("Templat", "Template"),
    "letter.from-pks": Sentence("bawaan pks", "comes with pks"),
    "letter.from-file": Sentence("{file}", "{file}"),
    "letter.kind.invitation": Sentence("undangan rapat fasilitasi", "invitation to a facilitation meeting"),
    "letter.kind.minutes": Sentence(
        "berita acara rapat, daftar hadir, matriks koreksi", "minutes, attendance, correction matrix"
    ),
    "letter.kind.notice": Sentence("pemberitahuan perpanjangan", "notice of the end and the renewal"),
    "letter.kind.own": Sentence("templat kantor ini", "this office's own"),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.letter.short": Sentence("tulis surat Word dari templat", "write a Word letter from a template"),
    "help.letter": Sentence(
        "Menulis surat dinas (docx) tentang satu perjanjian: undangan rapat (invitation), berita acara (minutes), "
        "pemberitahuan perpanjangan (notice), atau templat kantor sendiri di agreements/.pks/templates/. Surat "
        "berbahasa Indonesia. Fakta wajib yang belum dicatat ditolak dengan perintah untuk mencatatnya; yang lain "
        "menjadi titik-titik. Templat adalah program kecil: pakai hanya yang dibuat kantor sendiri.",
        "Writes an official letter (docx) about one agreement: invitation to a meeting, minutes, notice of renewal, "
        "or a template of the office's own in agreements/.pks/templates/. Letters are in Indonesian. What a letter "
        "cannot do without is refused with the command that records it; the rest becomes dots. A template is a small "
        "program: use only those the office made.",
    ),
    "help.letter.examples": Sentence(
        "pks letter invitation 2026-rujukan\n"
        "pks letter minutes 2026-rujukan --date 2026-03-13 --out berita-acara.docx\n"
        "pks letter notice --copy-template\n"
        "pks letter --fields",
        "pks letter invitation 2026-referral\n"
        "pks letter minutes 2026-referral --date 2026-03-13 --out minutes.docx\n"
        "pks letter notice --copy-template\n"
        "pks letter --fields",
    ),
    "help.letter.kind": Sentence(
        "invitation, minutes, notice, atau nama templat kantor",
        "invitation, minutes, notice, or an own template's name",
    ),
    "help.letter.date": Sentence("rapat yang dimaksud, menurut tanggalnya", "the meeting that is meant, by its date"),
    "help.letter.number": Sentence("nomor surat; tanpa ini titik-titik", "number of the letter; dots without it"),
    "help.letter.out": Sentence("berkas; biasanya <id>-<surat>.docx", "file; <id>-<letter>.docx by default"),
    "help.letter.force": Sentence("ganti berkas yang sudah ada", "replace a file that is there"),
    "help.letter.templates": Sentence("daftar surat dan asal templatnya", "list the letters and their templates"),
    "help.letter.fields": Sentence("daftar isian untuk templat", "list what a template may name"),
    "help.letter.copy_template": Sentence(
        "salin templat ke .pks/templates/ untuk diubah", "copy the template into .pks/templates/ to edit"
    ),
}
LETTERS: Final = {**_CONTENT, **_NEEDS, **_TEMPLATES, **_HELP}
