"""What is said when reports are written, sent and looked for, and the help of the commands that do."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_SAID: Final[dict[str, Sentence]] = {
    "ask.report-period": Sentence("Periode laporan, misalnya 2026-S1", "Period of the report, such as 2026-S1"),
    "ask.report-to": Sentence("Kepada siapa ({tiers})", "To whom ({tiers})"),
    "ask.report-activities": Sentence("Kegiatan yang dilaksanakan (boleh kosong)", "What was done (may be left empty)"),
    "ask.report-results": Sentence("Hasil yang dicapai (boleh kosong)", "What came of it (may be left empty)"),
    "ask.report-beneficiaries": Sentence(
        "Penerima manfaat: jumlah atau keterangan, bukan nama orang (boleh kosong)",
        "Beneficiaries: how many or who in words, no persons' names (may be left empty)",
    ),
    "ask.report-spent": Sentence(
        "Anggaran terpakai, rupiah penuh tanpa titik (boleh kosong)", "Spent, in whole rupiah (may be left empty)"
    ),
    "ask.report-obstacles": Sentence("Hambatan (boleh kosong)", "Obstacles (may be left empty)"),
    "ask.report-follow_up": Sentence("Tindak lanjut (boleh kosong)", "Follow-up (may be left empty)"),
    "reporting.nothing-said": Sentence(
        "tidak ada yang diisi, sehingga tidak ada yang ditulis", "nothing was said, so nothing was written"
    ),
    "reporting.added": Sentence("{id}: laporan {period} dicatat: {told}", "{id}: report on {period} recorded: {told}"),
    "reporting.told.activities": Sentence("kegiatan", "activities"),
    "reporting.told.results": Sentence("hasil", "results"),
    "reporting.told.beneficiaries": Sentence("penerima manfaat", "beneficiaries"),
    "reporting.told.spent": Sentence("anggaran terpakai", "the sum spent"),
    "reporting.told.obstacles": Sentence("hambatan", "obstacles"),
    "reporting.told.follow_up": Sentence("tindak lanjut", "follow-up"),
    "reporting.replaced": Sentence("{key}: “{old}” → “{new}”", "{key}: “{old}” → “{new}”"),
    "reporting.says-otherwise": Sentence(
        "laporan {period} {id} sudah berisi teks lain; `--replace` menggantinya:",
        "the {period} report of {id} says something else already; `--replace` replaces it:",
    ),
    "reporting.twice": Sentence(
        "ada lebih dari satu laporan {period}; perbaiki dulu dengan `pks edit {id}`",
        "there is more than one report on {period}; mend that first with `pks edit {id}`",
    ),
    "reporting.other-periods": Sentence(
        "{id} tidak ditagih laporan {period}, melainkan {owed}; dicatat apa adanya",
        "{id} owes no report on {period} but on {owed}; it is recorded all the same",
    ),
    "reporting.not-owed": Sentence(
        "{id} tidak ditagih laporan {period}; dicatat apa adanya",
        "{id} owes no report on {period}; it is recorded all the same",
    ),
    "reporting.one-way": Sentence(
        "sebut perjanjiannya, atau pakai --all, atau --lead; tidak sekaligus",
        "name the agreements, or use --all, or --lead; not together",
    ),
    "reporting.period-or-within": Sentence(
        "--period atau --within, tidak keduanya: satu periode selalu tampil seluruhnya",
        "--period or --within, not both: all of one period always shows",
    ),
    "reporting.too-early": Sentence(
        "periode {period} baru dimulai {first}, sesudah {day}",
        "the period {period} only begins on {first}, after {day}",
    ),
    "reporting.left-out": Sentence(
        "{count} berkas belum dapat dibaca, sehingga tidak diikutkan",
        "{count:file|files} could not be understood, and left out",
    ),
    "reporting.none-owing": Sentence(
        "tidak ada yang masih harus mengirim laporan {period} kepada {to}; tidak ada yang berubah",
        "nobody still owes {to} a report on {period}; nothing changed",
    ),
    "reporting.none-under-way": Sentence(
        "tidak ada laporan {period} kepada {to} yang masih ditunggu; tidak ada yang berubah",
        "no report on {period} is still on its way to {to}; nothing changed",
    ),
    "reporting.sent-before": Sentence(
        "{count} sudah dikirim kepada {to} sebelumnya, dilewati: {ids}",
        "{count:was|were} sent to {to} before, and skipped: {ids}",
    ),
    "reporting.sent": Sentence(
        "{count} laporan {period} dicatat terkirim kepada {to}",
        "{count:report|reports} on {period} recorded as sent to {to}",
    ),
    "reporting.received": Sentence(
        "{count} laporan {period} dicatat diterima {to}",
        "{count:report|reports} on {period} recorded as received by {to}",
    ),
    "reporting.silent": Sentence(
        "{count} di antaranya belum memuat apa yang dilaksanakan: {ids}; isi dengan `pks report add ID --period {period}`",
        "{count:report does|reports do} not say yet what was done: {ids}; write it with `pks report add ID --period {period}`",
    ),
    "reporting.sent-otherwise": Sentence(
        "laporan {period} sudah dikirim kepada {to} pada {date} dengan nomor {number}; bila keliru: "
        "`pks set {id} reports.{period}.sent.{position}.number=NOMOR` atau `.date=TANGGAL`",
        "the report on {period} was sent to {to} on {date} with number {number} already; to correct it: "
        "`pks set {id} reports.{period}.sent.{position}.number=NUMBER` or `.date=DATE`",
    ),
    "reporting.sent-otherwise.on": Sentence(
        "laporan {period} sudah dikirim kepada {to} pada {date}; bila keliru: "
        "`pks set {id} reports.{period}.sent.{position}.date=TANGGAL`",
        "the report on {period} was sent to {to} on {date} already; to correct it: "
        "`pks set {id} reports.{period}.sent.{position}.date=DATE`",
    ),
    "reporting.sent-otherwise.number": Sentence(
        "laporan {period} sudah dikirim kepada {to} dengan nomor {number}; bila keliru: "
        "`pks set {id} reports.{period}.sent.{position}.number=NOMOR`",
        "the report on {period} was sent to {to} with number {number} already; to correct it: "
        "`pks set {id} reports.{period}.sent.{position}.number=NUMBER`",
    ),
    "reporting.not-sent": Sentence(
        "laporan {period} belum tercatat dikirim kepada {to}; dulu: `pks report send {id} --period {period} --to {tier}`",
        "no report on {period} was sent to {to}; first: `pks report send {id} --period {period} --to {tier}`",
    ),
    "reporting.not-sent.number": Sentence(
        "tidak ada laporan {period} yang dikirim kepada {to} dengan nomor {number}",
        "no report on {period} was sent to {to} with number {number}",
    ),
    "reporting.received-otherwise": Sentence(
        "laporan {period} sudah diterima {to} pada {received}; bila keliru: "
        "`pks set {id} reports.{period}.sent.{position}.received=TANGGAL`",
        "the report on {period} was received by {to} on {received} already; to correct it: "
        "`pks set {id} reports.{period}.sent.{position}.received=DATE`",
    ),
    "reporting.received-before": Sentence(
        "laporan {period} tidak mungkin diterima {to} pada {received}: baru dikirim {date}",
        "the report on {period} cannot have reached {to} on {received}: it was sent on {date}",
    ),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.report.short": Sentence("laporan berkala, dari menulis sampai diterima", "reports, from writing to arrival"),
    "help.report": Sentence(
        "Laporan pelaksanaan tiap periode: menulisnya, mengirimnya ke tiap jenjang, mencatat penerimaannya, "
        "melihat yang kurang, dan merekapnya.",
        "The reports on each period: writing them, sending them to each tier, recording their arrival, "
        "seeing which are missing, and the register's own.",
    ),
    "help.any.period": Sentence(
        "periode: 2026-S1, 2026-Q1, 2026-01 atau 2026", "the period: 2026-S1, 2026-Q1, 2026-01 or 2026"
    ),
    "help.report-add.short": Sentence("tulis apa yang dilaksanakan", "write what was done in a period"),
    "help.report-add": Sentence(
        "Menulis laporan satu periode; yang sudah ada dilengkapi. Teks lain yang sudah tertulis tidak diganti tanpa "
        "--replace. Di terminal, setiap isian ditanyakan.",
        "Writes the report on a period, or adds to the one that is there. Other text that is written already is not "
        "replaced without --replace. On a terminal it asks for each field.",
    ),
    "help.report-add.examples": Sentence(
        'pks report add ketapang --period 2026-S1 --results "50 pasien dirujuk"\n'
        "pks report add ketapang --period 2026-S1 --spent 110000000",
        'pks report add ketapang --period 2026-S1 --results "50 pasien dirujuk"\n'
        "pks report add ketapang --period 2026-S1 --spent 110000000",
    ),
    "help.report-add.activities": Sentence("kegiatan yang dilaksanakan", "what was done"),
    "help.report-add.results": Sentence("hasil yang dicapai", "what came of it"),
    "help.report-add.beneficiaries": Sentence(
        "penerima manfaat: jumlah atau keterangan, bukan nama orang",
        "beneficiaries: how many or who in words, no persons' names",
    ),
    "help.report-add.spent": Sentence("anggaran terpakai dalam rupiah penuh", "money spent, in whole rupiah"),
    "help.report-add.obstacles": Sentence("hambatan", "what stood in the way"),
    "help.report-add.follow_up": Sentence("tindak lanjut", "what is planned next"),
    "help.report-add.replace": Sentence("ganti teks lain yang sudah ada", "replace other text that is there"),
    "help.report-send.short": Sentence("catat laporan terkirim, satu surat untuk banyak", "one letter, many reports"),
    "help.report-send": Sentence(
        "Mencatat bahwa satu surat membawa laporan suatu periode ke satu jenjang. --all: semua yang masih ditagih. "
        "Semua tercatat atau tidak satu pun; id yang tercatat ditampilkan.",
        "Records that one letter carried the reports on a period to a tier. --all: all that still owe it. "
        "All are recorded or none is; the ids that were are printed.",
    ),
    "help.report-send.examples": Sentence(
        "pks report send --period 2026-S1 --to bupati --number 100/12/Tapem --all\n"
        'pks report send --period 2026-S1 --to gubernur --lead "Dinas Sosial"\n'
        "pks report send ketapang banten --period 2026-S1 --to bupati",
        "pks report send --period 2026-S1 --to bupati --number 100/12/Tapem --all\n"
        'pks report send --period 2026-S1 --to gubernur --lead "Dinas Sosial"\n'
        "pks report send ketapang banten --period 2026-S1 --to bupati",
    ),
    "help.report-send.ids": Sentence("id, nomor, atau bagian judul; boleh beberapa", "ids, numbers or parts of titles"),
    "help.report-send.to": Sentence("jenjang menurut office.yaml", "the tier, as in office.yaml"),
    "help.report-send.number": Sentence("nomor surat pengantar", "the letter's number"),
    "help.report-send.date": Sentence("tanggal surat; biasanya hari ini", "day of the letter; else today"),
    "help.report-send.everyone": Sentence("semua yang masih ditagih", "all that still owe it"),
    "help.report-send.lead": Sentence("yang masih ditagih dan diampu unit ini", "those of this unit that still owe it"),
    "help.report-receive.short": Sentence("catat laporan diterima", "record that reports arrived"),
    "help.report-receive": Sentence(
        "Mencatat kapan laporan yang dikirim ke satu jenjang diterima. --all: semua yang belum tercatat diterima; "
        "dengan --number hanya yang dibawa surat itu.",
        "Records when reports sent to a tier arrived. --all: all that have not arrived yet; with --number only those "
        "that letter carried.",
    ),
    "help.report-receive.examples": Sentence(
        "pks report receive --period 2026-S1 --to bupati --number 100/12/Tapem --all\n"
        "pks report receive ketapang --period 2026-S1 --to gubernur --date 2026-07-25",
        "pks report receive --period 2026-S1 --to bupati --number 100/12/Tapem --all\n"
        "pks report receive ketapang --period 2026-S1 --to gubernur --date 2026-07-25",
    ),
    "help.report-receive.ids": Sentence(
        "id, nomor, atau bagian judul; boleh beberapa", "ids, numbers or parts of titles"
    ),
    "help.report-receive.to": Sentence("jenjang yang menerima", "the tier that received them"),
    "help.report-receive.number": Sentence("hanya yang dibawa surat ini", "only those this letter carried"),
    "help.report-receive.date": Sentence("tanggal diterima; biasanya hari ini", "day they arrived; else today"),
    "help.report-receive.everyone": Sentence("semua yang belum diterima", "all that have not arrived yet"),
    "help.report-receive.lead": Sentence("yang belum diterima dan diampu unit ini", "those of this unit on their way"),
    "help.report-missing.short": Sentence("laporan yang kurang, menurut jenjang dan unit", "which reports are missing"),
    "help.report-missing": Sentence(
        "Menampilkan laporan yang belum dikirim, menurut periode, jenjang dan unit: yang terlambat, dan yang jatuh "
        "tempo sampai batas itu; sama dengan `pks due --kind report`. Dengan --period, seluruh periode itu.",
        "Lists reports that were not sent, by period, tier and unit: overdue ones, and those due up to that time; "
        "the same as `pks due --kind report`. With --period, all of that period.",
    ),
    "help.report-missing.examples": Sentence(
        "pks report missing\npks report missing --period 2026-S1 --to gubernur\npks report missing --within 90d --json",
        "pks report missing\npks report missing --period 2026-S1 --to gubernur\npks report missing --within 90d --json",
    ),
    "help.report-missing.to": Sentence("hanya jenjang ini", "only this tier"),
    "help.report-missing.within": Sentence("sejauh ini ke depan (biasanya 30d)", "this far ahead (else 30d)"),
    "help.report-recap.short": Sentence("rekap laporan seluruh register", "the register's report on a period"),
    "help.report-recap": Sentence(
        "Merekap satu periode: satu baris tiap perjanjian yang berlaku setidaknya sehari di dalamnya. Di terminal hanya "
        "kolom pokok; di pipa semua kolom.",
        "The register's report on a period: a row for each agreement in force at least a day in it. On a terminal only "
        "the main columns, in a pipe all.",
    ),
    "help.report-recap.examples": Sentence(
        "pks report recap --period 2026-S1\npks report recap --period 2026 --lead dinsos --json",
        "pks report recap --period 2026-S1\npks report recap --period 2026 --lead dinsos --json",
    ),
}
REPORTING: Final[dict[str, Sentence]] = {**_SAID, **_HELP}
