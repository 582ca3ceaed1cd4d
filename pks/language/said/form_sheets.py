"""What stands in a form: its titles, headings, choices and instructions."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

FORM_SHEETS: Final[dict[str, Sentence]] = {
    "form.sheet.reports": Sentence("Laporan", "Report"),
    "form.sheet.indicators": Sentence("Indikator", "Indicators"),
    "form.sheet.corrections": Sentence("Koreksi", "Corrections"),
    "form.sheet.evaluations": Sentence("Evaluasi", "Evaluation"),
    "form.title.reports": Sentence(
        "Laporan pelaksanaan kerja sama, periode {period}", "Report on cooperation agreements, {period}"
    ),
    "form.title.indicators": Sentence("Capaian indikator, periode {period}", "Indicators, {period}"),
    "form.title.corrections": Sentence("Tanggapan atas usulan koreksi", "Answers to proposed corrections"),
    "form.title.evaluations": Sentence("Evaluasi kerja sama", "Evaluation of cooperation agreements"),
    "form.how": Sentence("Isi kolom kuning; kolom lain terkunci. {back}", "Fill in the yellow columns; the others are locked. {back}"),
    "form.how.sheets": Sentence(
        "Isi kolom kuning, juga di lembar {sheets}; kolom lain terkunci. {back}",
        "Fill in the yellow columns, also on the sheet {sheets}; the others are locked. {back}",
    ),
    "form.send-back": Sentence(
        "Simpan, lalu kirim kembali berkas ini kepada pengirimnya.", "Save, and send this file back to where it came from."
    ),
    "form.send-back.office": Sentence(
        "Simpan, lalu kirim kembali berkas ini ke {office}.", "Save, and send this file back to {office}."
    ),
    "form.about": Sentence("Dibuat {day}", "Made on {day}"),
    "form.about.whom": Sentence("Untuk: {whom}   ·   Dibuat {day}", "For: {whom}   ·   Made on {day}"),
    "form.about.period": Sentence("Periode {first} s.d. {last}   ·   Dibuat {day}", "From {first} to {last}   ·   Made on {day}"),
    "form.about.whom-period": Sentence(
        "Untuk: {whom}   ·   Periode {first} s.d. {last}   ·   Dibuat {day}",
        "For: {whom}   ·   From {first} to {last}   ·   Made on {day}",
    ),
    "form.term": Sentence("{starts} s.d. {ends}", "{starts} to {ends}"),
    "form.evaluated": Sentence("{recommendation}, {date}", "{recommendation}, {date}"),
    "form.column.id": Sentence("Id", "Id"),
    "form.column.title": Sentence("Perjanjian", "Agreement"),
    "form.column.parties": Sentence("Para pihak", "Parties"),
    "form.column.term": Sentence("Masa berlaku", "Term"),
    "form.column.activities": Sentence("Kegiatan yang dilaksanakan", "Activities"),
    "form.column.results": Sentence("Hasil", "Results"),
    "form.column.beneficiaries": Sentence("Penerima manfaat", "Beneficiaries"),
    "form.column.spent": Sentence("Realisasi anggaran (Rp)", "Spent (Rp)"),
    "form.column.obstacles": Sentence("Hambatan", "Obstacles"),
    "form.column.follow_up": Sentence("Tindak lanjut", "Follow-up"),
    "form.column.indicator": Sentence("Indikator", "Indicator"),
    "form.column.unit": Sentence("Satuan", "Unit"),
    "form.column.last": Sentence("Nilai terakhir", "Last value"),
    "form.column.last_period": Sentence("Periode terakhir", "Last period"),
    "form.column.value": Sentence("Nilai periode ini", "Value in this period"),
    "form.column.no": Sentence("No", "No"),
    "form.column.kind": Sentence("Jenis", "Kind"),
    "form.column.clause": Sentence("Pasal", "Clause"),
    "form.column.was": Sentence("Semula", "Was"),
    "form.column.becomes": Sentence("Menjadi", "Becomes"),
    "form.column.reason": Sentence("Alasan", "Reason"),
    "form.column.answer": Sentence("Jawaban", "Answer"),
    "form.column.date": Sentence("Tanggal", "Date"),
    "form.column.letter": Sentence("Nomor surat", "Letter number"),
    "form.column.counter": Sentence("Usul bunyi lain (bila ditolak)", "Other words proposed (if rejected)"),
    "form.column.note": Sentence("Catatan", "Note"),
    "form.column.evaluated": Sentence("Evaluasi terakhir", "Last evaluation"),
    "form.column.recommendation": Sentence("Rekomendasi", "Recommendation"),
    "form.column.score": Sentence("Nilai (1–5)", "Score (1–5)"),
    "form.choice.accepted": Sentence("Diterima", "Accepted"),
    "form.choice.rejected": Sentence("Ditolak", "Rejected"),
    "form.choice.continue": Sentence("Dilanjutkan", "Continue"),
    "form.choice.expand": Sentence("Diperluas", "Expand"),
    "form.choice.stop": Sentence("Dihentikan", "Stop"),
    "form.hint.choice": Sentence("Pilih {choices}.", "Choose {choices}."),
    "form.hint.whole": Sentence(
        "Angka bulat dalam rupiah, 0 atau lebih, tanpa titik dan tanpa Rp.", "A whole number of rupiah, 0 or more, digits only."
    ),
    "form.hint.number": Sentence("Angka, misalnya 85 atau 12,5; untuk persen boleh 85%.", "A number, such as 85 or 12.5; for per cent 85% will do."),
    "form.hint.score": Sentence("Angka dari 1 (kurang) sampai 5 (sangat baik).", "A number from 1 (poor) to 5 (very good)."),
    "form.hint.date": Sentence(
        "Tanggal, misalnya 13/03/2025. Boleh kosong: berarti hari formulir diterima.",
        "A date. May be left empty: it is then the day this form is read.",
    ),
}  # fmt: skip
