"""What is said when a form is written and read back."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence
from pks.language.said.form_sheets import FORM_SHEETS

_HELP: Final[dict[str, Sentence]] = {
    "help.form.short": Sentence("formulir Excel untuk unit kerja dan mitra", "Excel forms for units and partners"),
    "help.form": Sentence(
        "Membuat buku kerja Excel dengan pilihan dan kolom terkunci untuk diisi orang lain: laporan satu periode, "
        "jawaban atas koreksi, atau evaluasi. Sesudah kembali, baca dengan `pks form read`.",
        "Writes an Excel workbook with drop-downs and locked columns for others to fill in: a period's report, answers "
        "to corrections, or an evaluation. When it is back, read it with `pks form read`.",
    ),
    "help.form.examples": Sentence(
        'pks form --kind report --lead "Dinas Kesehatan" laporan-dinkes.xlsx\n'
        "pks form --kind report --all --period 2026-S1 laporan.xlsx\n"
        "pks form --kind corrections --party rsud koreksi-rsud.xlsx\n"
        "pks form --kind evaluation 2024-rsud-rujukan evaluasi.xlsx",
        'pks form --kind report --lead "Dinas Kesehatan" report-dinkes.xlsx\n'
        "pks form --kind report --all --period 2026-S1 report.xlsx\n"
        "pks form --kind corrections --party rsud corrections-rsud.xlsx\n"
        "pks form --kind evaluation 2024-rsud-rujukan evaluation.xlsx",
    ),
    "help.form.words": Sentence(
        "perjanjian yang dimuat, lalu berkas .xlsx yang ditulis", "the agreements, and the .xlsx file to write"
    ),
    "help.form.kind": Sentence("report, corrections, atau evaluation", "report, corrections or evaluation"),
    "help.form.lead": Sentence("perjanjian yang diampu unit ini", "agreements that this unit is in charge of"),
    "help.form.party": Sentence(
        "kunci atau bagian nama pihak; pada corrections: pihak yang menjawab",
        "a party's key or a part of its name; with corrections: who answers",
    ),
    "help.form.everyone": Sentence("semua perjanjian yang perlu", "all agreements that it makes sense for"),
    "help.form.period": Sentence(
        "periode laporan; bila tidak disebut: yang terakhir selesai dan wajib dilaporkan",
        "the report's period; else the latest that is over and owed",
    ),
    "help.form.with_answers": Sentence(
        "sertakan koreksi yang sudah dijawab, beserta jawabannya",
        "with the corrections already answered, and the answers",
    ),
    "help.form.force": Sentence("timpa berkas yang sudah ada", "replace a file that is there"),
    "help.form-read.short": Sentence("baca formulir yang sudah diisi", "read a form that was filled in"),
    "help.form-read": Sentence(
        "Membaca formulir yang kembali, dari Excel atau LibreOffice: menunjukkan dahulu apa yang berubah, lalu mencatatnya "
        "bila disetujui atau dengan --write. Sel yang tidak diubah tidak berarti apa-apa.",
        "Reads a form that came back, from Excel or LibreOffice: shows first what changes, and records it when you agree or "
        "with --write. A cell that nobody changed says nothing.",
    ),
    "help.form-read.examples": Sentence(
        "pks form read laporan-dinkes.xlsx\npks form read laporan-dinkes.xlsx --write\n"
        "pks form read koreksi-rsud.ods --write --skip-errors",
        "pks form read report-dinkes.xlsx\npks form read report-dinkes.xlsx --write\n"
        "pks form read corrections-rsud.ods --write --skip-errors",
    ),
    "help.form-read.file": Sentence("formulir: .xlsx, .ods, atau .xls", "the form: .xlsx, .ods or .xls"),
    "help.form-read.write": Sentence("catat tanpa bertanya", "record it without asking"),
    "help.form-read.skip_errors": Sentence(
        "catat baris yang benar walau ada baris yang keliru", "record the good rows though others are not"
    ),
    "help.form-read.replace": Sentence(
        "ganti juga teks yang berubah sesudah formulir dikirim",
        "also replace texts that changed after the form was sent",
    ),
    "help.form-read.force": Sentence("baca juga formulir dari register lain", "read a form of another register too"),
    "help.form-read.date": Sentence(
        "hari untuk jawaban dan evaluasi tanpa tanggal (hari ini bila tidak disebut)",
        "the day of answers and evaluations without one (else today)",
    ),
}
_WRITING: Final[dict[str, Sentence]] = {
    "ask.form-kind": Sentence(
        "Formulir untuk apa (report, corrections, evaluation)", "What is the form for (report, corrections, evaluation)"
    ),
    "ask.form-party": Sentence("Pihak yang menjawab: kunci atau bagian nama", "Who answers: a key or a part of a name"),
    "ask.form-file": Sentence("Berkas formulir", "The form's file"),
    "form.suffix": Sentence(
        "formulir ditulis sebagai .xlsx, bukan {file}", "a form is written as .xlsx, not as {file}"
    ),
    "form.not-for": Sentence("{option} tidak dipakai untuk formulir {kind}", "{option} is not for the form {kind}"),
    "form.one-way": Sentence(
        "pilih satu cara: ID, --lead, --party, atau --all", "choose one way: ID, --lead, --party or --all"
    ),
    "form.nobody": Sentence("{option}: tidak ada yang bernama `{text}`", "{option}: there is none called `{text}`"),
    "form.nobody.near": Sentence(
        "{option}: tidak ada yang bernama `{text}`; mungkin {near}",
        "{option}: there is none called `{text}`; perhaps {near}",
    ),
    "form.several-parties": Sentence(
        "--party: `{text}` dapat berarti {names}; yang ditanyakan kepada satu mitra bukan untuk mitra lain, "
        "jadi sebutkan nama lengkapnya",
        "--party: `{text}` may mean {names}; what one partner is asked is not for another to read, so give the whole name",
    ),
    "form.none-owing": Sentence(
        "tidak ada perjanjian di antaranya yang wajib melapor untuk {period}; tidak ada yang ditulis",
        "none of these agreements owes a report on {period}; nothing was written",
    ),
    "form.none-running": Sentence(
        "tidak ada perjanjian di antaranya yang sedang atau telah berjalan; tidak ada yang ditulis",
        "none of these agreements runs or has run; nothing was written",
    ),
    "form.none-asked": Sentence(
        "tidak ada koreksi yang menunggu {party}; tidak ada yang ditulis (--answered memuat juga yang sudah dijawab)",
        "no correction waits for {party}; nothing was written (--answered takes in those it has answered)",
    ),
    "form.period": Sentence("periode {period}", "period {period}"),
    "form.wrote": Sentence(
        "{file} ditulis: {rows} koreksi dari {agreements} perjanjian",
        "{file} written: {rows:correction|corrections} of {agreements:agreement|agreements}",
    ),
    "form.wrote.agreements": Sentence(
        "{file} ditulis: {agreements} perjanjian", "{file} written: {agreements:agreement|agreements}"
    ),
    "form.then": Sentence(
        "bila sudah diisi dan kembali: `pks form read {file}`", "when it is filled in and back: `pks form read {file}`"
    ),
}
_READING: Final[dict[str, Sentence]] = {
    "ask.form-office": Sentence(
        "Formulir ini dari register lain: {theirs}, bukan {ours}. Tetap dibaca? [y/T]",
        "This form is of another register: {theirs}, not {ours}. Read it all the same? [y/N]",
    ),
    "ask.form-record": Sentence(
        "Catat {count} perubahan pada {agreements} perjanjian? [y/T]",
        "Record {count:change|changes} in {agreements:agreement|agreements}? [y/N]",
    ),
    "form.column.what": Sentence("Isian", "What"),
    "form.column.before": Sentence("Semula", "Before"),
    "form.column.after": Sentence("Menjadi", "After"),
    "form.what.indicator": Sentence("indikator {name}", "indicator {name}"),
    "form.what.correction": Sentence("koreksi {no}: {column}", "correction {no}: {column}"),
    "form.what.evaluation": Sentence("evaluasi {day}: {column}", "evaluation {day}: {column}"),
    "form.group": Sentence("{id}", "{id}"),
    "form.answered": Sentence("{answer} {day}", "{answer} {day}"),
    "form.none": Sentence(
        "{file} bukan formulir dari `pks form`: lembar tersembunyinya tidak ada; isi berkas yang dikirim, jangan salinan "
        "tabelnya",
        "{file} is no form of `pks form`: its hidden sheet is missing; fill in the file that was sent, not a copy of its table",
    ),
    "form.version": Sentence(
        "{file} dibuat oleh pks yang lebih baru (formulir versi {version}, yang dikenal {known}); perbarui pks",
        "{file} was made by a newer pks (form version {version}, known is {known}); update pks",
    ),
    "form.damaged": Sentence(
        "lembar tersembunyi di {file} rusak; minta formulir itu diisi ulang pada berkas yang baru",
        "the hidden sheet of {file} is damaged; have the form filled in again in a new file",
    ),
    "form.no-sheet": Sentence(
        "di {file} tidak ada lembar {sheet} dengan semua judul kolomnya",
        "{file} has no sheet {sheet} with all of its headings",
    ),
    "form.other-office": Sentence(
        "formulir ini dari register lain: {theirs}, bukan {ours}; bila memang dimaksud, tambahkan --force",
        "this form is of another register: {theirs}, not {ours}; if it is meant, add --force",
    ),
    "form.emptied": Sentence(
        "{count} sel dikosongkan; yang tercatat dibiarkan (menghapus: `pks set`)",
        "{count:cell was|cells were} emptied; what is recorded stays (to remove it: `pks set`)",
    ),
    "form.ahead": Sentence("ada tanggal yang belum tiba: {days}", "there are days still to come: {days}"),
    "form.nothing": Sentence(
        "tidak ada yang perlu dicatat: tidak ada isian baru, atau semuanya sudah tercatat",
        "nothing to record: nothing new was filled in, or all of it is there already",
    ),
    "form.add-write": Sentence(
        "belum dicatat; tambahkan --write untuk mencatat {count} perubahan pada {agreements} perjanjian",
        "not recorded; add --write to record {count:change|changes} in {agreements:agreement|agreements}",
    ),
    "form.not-recorded": Sentence("tidak ada yang dicatat", "nothing was recorded"),
    "form.recorded": Sentence(
        "{count} perubahan dicatat pada {agreements} perjanjian",
        "{count:change|changes} recorded in {agreements:agreement|agreements}",
    ),
    "form.refused": Sentence(
        "{count} isian tidak dapat dicatat, sehingga tidak ada yang ditulis (--skip-errors melewatinya):",
        "{count:entry|entries} cannot be recorded, so nothing was written (--skip-errors passes over them):",
    ),
    "form.skipped": Sentence("dilewati: {reason}", "passed over: {reason}"),
    "form.unfit": Sentence("{sheet}!{cell} ({column}): {reason}", "{sheet}!{cell} ({column}): {reason}"),
    "form.changed-meanwhile": Sentence(
        "{id} berubah sementara ini, sehingga tidak ada yang ditulis:",
        "{id} changed meanwhile, so nothing was written:",
    ),
}
_UNFIT: Final[dict[str, Sentence]] = {
    "form.both": Sentence(
        "berubah juga di register sesudah formulir dikirim: di formulir `{said}`, di register `{now}`; "
        "--replace memakai isi formulir",
        "changed in the register as well since the form was sent: the form says `{said}`, the register `{now}`; "
        "--replace takes the form's",
    ),
    "form.both-gone": Sentence(
        "di register sudah dihapus sesudah formulir dikirim, di formulir `{said}`; --replace memakai isi formulir",
        "removed from the register since the form was sent, where the form says `{said}`; --replace takes the form's",
    ),
    "form.long": Sentence(
        "teks sepanjang {length} huruf; paling banyak {most}", "a text of {length} characters; {most} at most"
    ),
    "form.control": Sentence(
        "memuat karakter yang tidak tampak ({code}); ketik ulang isinya",
        "holds a character that cannot be seen ({code}); type it again",
    ),
    "form.bad-whole": Sentence(
        "`{text}` bukan jumlah rupiah bulat, 0 atau lebih", "`{text}` is no whole amount of rupiah, 0 or more"
    ),
    "form.bad-number": Sentence("`{text}` bukan angka", "`{text}` is no number"),
    "form.no-percent": Sentence(
        "`{text}` bertanda persen, padahal satuannya bukan persen", "`{text}` is a percentage, but the unit is another"
    ),
    "form.bad-percent": Sentence(
        "{text} atau {percent}%? ketik dengan tanda persen", "{text} or {percent}%? type it with the per cent sign"
    ),
    "form.bad-score": Sentence(
        "{text} bukan nilai {lowest} sampai {highest}", "{text} is no score from {lowest} to {highest}"
    ),
    "form.bad-date": Sentence(
        "`{text}` bukan tanggal; tulis misalnya 13/03/2025", "`{text}` is no date; write 13/03/2025 or 2025-03-13"
    ),
    "form.bad-choice": Sentence(
        "`{text}` bukan pilihan; yang ada: {choices}", "`{text}` is no choice; there are: {choices}"
    ),
    "form.no-id": Sentence(
        "baris ini tanpa id; baris tidak dapat ditambahkan", "this row has no id; rows cannot be added"
    ),
    "form.not-sent": Sentence(
        "baris ini tidak ada di formulir waktu dikirim", "this row was not in the form when it was sent"
    ),
    "form.twice": Sentence(
        "baris yang sama ada dua kali dengan isi lain; lihat {sheet}!{cell}",
        "the same row is there twice and says something else; see {sheet}!{cell}",
    ),
    "form.no-agreement": Sentence("tidak ada lagi perjanjian `{id}`", "there is no agreement `{id}` any more"),
    "form.no-agreement.near": Sentence(
        "tidak ada lagi perjanjian `{id}`; mungkin kini {near}",
        "there is no agreement `{id}` any more; perhaps now {near}",
    ),
    "form.broken": Sentence(
        "{file}:{line}:{column} belum dapat dibaca: {reason}", "{file}:{line}:{column} cannot be understood: {reason}"
    ),
    "form.no-indicator": Sentence("tidak ada lagi indikator `{name}`", "there is no indicator `{name}` any more"),
    "form.no-indicator.near": Sentence(
        "tidak ada lagi indikator `{name}`; mungkin kini `{near}`",
        "there is no indicator `{name}` any more; perhaps now `{near}`",
    ),
    "form.several-indicators": Sentence("ada dua indikator `{name}`", "there are two indicators `{name}`"),
    "form.read-twice": Sentence(
        "indikator `{name}` punya dua nilai untuk {period}", "the indicator `{name}` has two values for {period}"
    ),
    "form.no-correction": Sentence("tidak ada lagi koreksi {no}", "there is no correction {no} any more"),
    "form.several-corrections": Sentence("ada dua koreksi bernomor {no}", "there are two corrections {no}"),
    "form.no-party": Sentence(
        "`{party}` bukan lagi pihak di sini; pihaknya: {parties}",
        "`{party}` is no party any more; there are: {parties}",
    ),
    "form.no-answer": Sentence("jawabannya belum dipilih", "no answer is chosen"),
    "form.counter": Sentence(
        "usul bunyi lain hanya untuk yang ditolak", "other words are only proposed for what is rejected"
    ),
    "form.no-recommendation": Sentence("rekomendasi belum dipilih", "no recommendation is chosen"),
    "form.evaluated-twice": Sentence("ada dua evaluasi pada {day}", "there are two evaluations on {day}"),
}
FORMS: Final[dict[str, Sentence]] = FORM_SHEETS | _HELP | _WRITING | _READING | _UNFIT
