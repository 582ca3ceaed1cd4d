"""What is said when corrections are recorded and answered."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_TABLE: Final[dict[str, Sentence]] = {
    "column.no": Sentence("No", "No"),
    "column.clause": Sentence("Pasal", "Clause"),
    "column.was": Sentence("Semula", "Was"),
    "column.becomes": Sentence("Menjadi", "Becomes"),
    "column.reason": Sentence("Alasan", "Reason"),
    "column.raised": Sentence("Diusulkan", "Raised"),
    "column.status": Sentence("Status", "State"),
    "column.answers": Sentence("Jawaban", "Answers"),
    "column.withdrawn": Sentence("Alasan penarikan", "Why withdrawn"),
    "correction.party": Sentence("{name}", "{name}"),
    "correction.raised": Sentence("{day}, {who}", "{day}, {who}"),
    "correction.empty": Sentence("Belum ada koreksi yang dicatat.", "No correction is recorded."),
    "correction.none-open": Sentence(
        "Semua koreksi sudah diterima semua pihak atau ditarik.",
        "Every correction is accepted by every party, or withdrawn.",
    ),
    "correction.state.accepted": Sentence("diterima", "accepted"),
    "correction.state.rejected": Sentence("ditolak", "rejected"),
    "correction.state.waiting": Sentence("menunggu jawaban", "waiting"),
    "correction.state.withdrawn": Sentence("ditarik", "withdrawn"),
    "correction.withdrawn-on": Sentence("ditarik {day}", "withdrawn {day}"),
    "correction.cell.accepted": Sentence("diterima {day}", "accepted {day}"),
    "correction.cell.rejected": Sentence("ditolak {day}", "rejected {day}"),
    "correction.cell.countered": Sentence("ditolak {day}; usul: {counter}", "rejected {day}; proposes: {counter}"),
    "correction.cell.waiting": Sentence("menunggu", "waiting"),
    "correction.cell.waiting-since": Sentence("menunggu sejak {day}", "waiting since {day}"),
    "correction.accepted-by": Sentence("{count} menerima", "{count} accepted"),
    "correction.rejected-by": Sentence("{count} menolak: {who}", "{count} rejected: {who}"),
    "correction.waiting-by": Sentence("{count} menunggu: {who}", "{count} waiting: {who}"),
    "correction.both": Sentence("{first}; {rest}", "{first}; {rest}"),
}
_WRITING: Final[dict[str, Sentence]] = {
    "correction.known": Sentence("koreksi {no} sudah berbunyi sama", "correction {no} says the same already"),
    "correction.known-many": Sentence(
        "{count} baris sudah tercatat, sebagai {numbers}",
        "{count:row is|rows are} recorded already, as {numbers}",
    ),
    "correction.says-nothing": Sentence(
        "koreksi belum berisi apa pun: sebutkan pasal, bunyi semula, bunyi baru, atau alasannya",
        "the correction says nothing: give its clause, the old words, the new words or the reason",
    ),
    "correction.from-alone": Sentence(
        "--from membaca pasal, bunyi, dan alasan dari berkas; jangan disebut lagi",
        "--from reads clause, words and reason from the file; leave them out",
    ),
    "correction.bad-numbers": Sentence(
        "`{text}` bukan nomor koreksi; tulis misalnya 2, 1-4, 1,3,5-7 atau all",
        "`{text}` is no number of corrections; write 2, 1-4, 1,3,5-7 or all",
    ),
    "correction.no-such": Sentence(
        "tidak ada {numbers}; yang ada: {there}",
        "there is no {numbers}; there are: {there}",
    ),
    "correction.none-there": Sentence(
        "belum ada koreksi; catat dulu dengan `pks correction add`",
        "there is no correction yet; record one with `pks correction add`",
    ),
    "correction.twice": Sentence(
        "nomor koreksi {no} dipakai dua kali; perbaiki dulu dengan `pks edit`",
        "two corrections have the number {no}; mend that first with `pks edit`",
    ),
    "correction.party-line": Sentence("{key}  {name}", "{key}  {name}"),
    "correction.refused": Sentence(
        "{count} jawaban tidak dapat dicatat, sehingga tidak ada yang ditulis:",
        "{count} of these cannot be recorded, so nothing was written:",
    ),
    "correction.is-withdrawn": Sentence(
        "koreksi {no} sudah ditarik dan tidak perlu dijawab",
        "correction {no} was withdrawn and needs no answer",
    ),
    "correction.before-raised": Sentence(
        "koreksi {no} baru diusulkan {raised}, sesudah {day}; bila tanggal usulnya keliru: "
        "`pks set {id} corrections.{no}.raised.date=TANGGAL`",
        "correction {no} was raised on {raised}, which is after {day}; if that day is wrong: "
        "`pks set {id} corrections.{no}.raised.date=DATE`",
    ),
    "correction.before-other": Sentence(
        "koreksi {no} {was} oleh {party} pada {since}, sesudah {day}, dan jawaban terakhir yang berlaku; bila keliru: "
        "`pks set {id} corrections.{no}.answers.{party}.{key}=`",
        "correction {no} was {was} by {party} on {since}, after {day}, and the later answer counts; if it is wrong: "
        "`pks set {id} corrections.{no}.answers.{party}.{key}=`",
    ),
    "correction.was-accepted": Sentence(
        "koreksi {no} sebelumnya diterima {party}, pada {day}",
        "correction {no} had been accepted by {party}, on {day}",
    ),
    "correction.was-rejected": Sentence(
        "koreksi {no} sebelumnya ditolak {party}, pada {day}",
        "correction {no} had been rejected by {party}, on {day}",
    ),
    "correction.left-out": Sentence(
        "{numbers} sudah ditarik dan dilewati",
        "passed over, as withdrawn: {numbers}",
    ),
    "correction.kept-accepted": Sentence(
        "{parties}: koreksi {numbers} tetap ditolak, karena `all` hanya yang belum dijawab; untuk mengubahnya: `{command}`",
        "{parties}: {numbers} left rejected, as `all` is what is not answered yet; to overturn: `{command}`",
    ),
    "correction.kept-rejected": Sentence(
        "{parties}: koreksi {numbers} tetap diterima, karena `all` hanya yang belum dijawab; untuk mengubahnya: `{command}`",
        "{parties}: {numbers} left accepted, as `all` is what is not answered yet; to overturn: `{command}`",
    ),
    "correction.numbered": Sentence("koreksi {numbers}", "correction {numbers}"),
    "correction.numbered-many": Sentence("koreksi {numbers}", "corrections {numbers}"),
    "correction.accepted": Sentence("{party}: {numbers} diterima", "{party}: {numbers} accepted"),
    "correction.rejected": Sentence("{party}: {numbers} ditolak", "{party}: {numbers} rejected"),
    "correction.withdrawn": Sentence("{numbers} ditarik", "{numbers} withdrawn"),
    "correction.already-withdrawn": Sentence(
        "{numbers} sudah ditarik sebelumnya", "{numbers} had been withdrawn already"
    ),
    "correction.wait-for": Sentence(
        "{count} koreksi masih menunggu {party}: {numbers}",
        "{count:correction|corrections} still to be answered by {party}: {numbers}",
    ),
    "correction.wait-for-others": Sentence("dan {count} pihak lagi: {parties}", "and by {count} more: {parties}"),
    "correction.still-rejected": Sentence(
        "{count} koreksi ditolak dan belum selesai: {numbers}",
        "{count:correction|corrections} rejected and not settled: {numbers}",
    ),
    "correction.all-settled": Sentence(
        "semua koreksi sudah diterima semua pihak atau ditarik",
        "every correction is accepted by every party, or withdrawn",
    ),
    "ask.correction-clause": Sentence("Pasal atau bagian (boleh kosong)", "Clause (may be empty)"),
    "ask.correction-was": Sentence("Semula berbunyi (boleh kosong)", "The old words (may be empty)"),
    "ask.correction-becomes": Sentence("Menjadi", "The new words"),
    "ask.correction-reason": Sentence("Alasan (boleh kosong)", "Reason (may be empty)"),
    "ask.correction-numbers": Sentence(
        "Koreksi yang mana, misalnya 2, 1-4 atau all (yang ada: {there})",
        "Which corrections, such as 2, 1-4 or all (there are: {there})",
    ),
    "ask.correction-party": Sentence(
        "Pihak yang menjawab: kunci, bagian nama, atau all", "Who answers: a key, a part of a name, or all"
    ),
    "ask.correction-withdrawn": Sentence("Alasan penarikan", "Why it is withdrawn"),
}
_MATRIX: Final[dict[str, Sentence]] = {
    "correction.no-matrix": Sentence(
        "{file} tidak memuat tabel koreksi: perlu satu baris judul dengan Semula atau Menjadi dan satu kolom lain, "
        "misalnya Pasal atau Alasan",
        "{file} holds no table of corrections: it needs a header row with Was or Becomes and one more column, "
        "such as Clause or Reason",
    ),
    "correction.rows-unread": Sentence(
        "{count} baris di {file} tidak dapat dibaca, sehingga tidak ada yang ditulis:",
        "{count:row|rows} of {file} cannot be read, so nothing was written:",
    ),
    "correction.row": Sentence("tabel {table}, baris {row}: {reason}", "table {table}, row {row}: {reason}"),
    "correction.row-empty": Sentence(
        "bernomor, tetapi tidak menyebut apa yang diubah; isi atau hapus barisnya",
        "it has a number but does not say what changes; fill it in or delete it",
    ),
    "correction.clause-is-day": Sentence(
        "pasalnya dibaca sebagai tanggal {day}; di lembar kerja, jadikan selnya teks",
        "its clause reads as the day {day}; in the sheet, make the cell text",
    ),
    "correction.unknown-kind": Sentence(
        "jenis `{text}` tidak dikenal; tulis substansi atau redaksi, atau kosongkan",
        "kind `{text}` is not known; write substance or wording, or leave it empty",
    ),
    "correction.table-read": Sentence(
        "tabel {table}: {count} koreksi terbaca", "table {table}: {count:correction|corrections} read"
    ),
    "correction.below-table": Sentence(
        "tabel {table}: baris {first}-{last} di bawah tabel tidak dibaca",
        "table {table}: rows {first}-{last} below it are not read",
    ),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.correction.short": Sentence("koreksi naskah dan jawabannya", "corrections and their answers"),
    "help.correction": Sentence(
        "Mencatat koreksi yang diusulkan terhadap naskah dan jawaban tiap pihak; tahapnya tidak berubah.",
        "Records what is to be corrected in the text and what each party answers; the stage stays as it is.",
    ),
    "help.correction-add.short": Sentence(
        "catat koreksi, satu atau dari tabel", "record corrections, or a table of them"
    ),
    "help.correction-add": Sentence(
        "Mencatat koreksi dengan nomor berikutnya dan menampilkan nomornya. --from membaca matriks koreksi dari tabel "
        "Word, Excel, ODS, atau CSV: semua baris atau tidak sama sekali, dan yang sudah tercatat dilewati.",
        "Records a correction under the next number and prints it. --from reads the matrix of corrections from a table "
        "in Word, Excel, ODS or CSV: all rows or none, and what is recorded already is left out.",
    ),
    "help.correction-add.examples": Sentence(
        'pks correction add rsj --clause "Pasal 4" --was 2025 --becomes 2026\n'
        "pks correction add rsj --from matriks.docx --dry-run",
        'pks correction add rsj --clause "Pasal 4" --was 2025 --becomes 2026\n'
        "pks correction add rsj --from matrix.docx --dry-run",
    ),
    "help.correction-add.clause": Sentence("pasal atau bagian naskah", "where in the text"),
    "help.correction-add.was": Sentence("bunyi semula", "the words that stand there"),
    "help.correction-add.becomes": Sentence("bunyi yang diusulkan", "the words that are to stand there"),
    "help.correction-add.reason": Sentence("alasannya", "why"),
    "help.correction-add.kind": Sentence("substance (isi) atau wording (redaksi)", "substance or wording"),
    "help.correction-add.matrix": Sentence(
        "tabel dengan kolom Pasal, Semula, Menjadi, Alasan ...", "a table with columns Clause, Was, Becomes, Reason ..."
    ),
    "help.correction-add.date": Sentence("hari diusulkan; biasanya hari ini", "day it was raised; else today"),
    "help.correction-add.by": Sentence("siapa yang mengusulkan", "who raised it"),
    "help.correction-accept.short": Sentence("catat bahwa pihak menerima koreksi", "record that a party accepts"),
    "help.correction-accept": Sentence(
        "Mencatat bahwa satu pihak atau lebih menerima koreksi. `all` berarti yang belum dijawab pihak itu; koreksi yang "
        "ditarik dilewati. Penolakan sebelumnya diganti beserta surat dan usulnya.",
        "Records that one or more parties accept corrections. `all` means those the party has not answered; withdrawn "
        "ones are passed over. A rejection before it is replaced, with its letter and counter-text.",
    ),
    "help.correction-accept.examples": Sentence(
        "pks correction accept jiwa 1-4 --party rsj --letter 445/7/2025\n"
        "pks correction accept jiwa all --party all --date 2025-03-20",
        "pks correction accept jiwa 1-4 --party rsj --letter 445/7/2025\n"
        "pks correction accept jiwa all --party all --date 2025-03-20",
    ),
    "help.correction-reject.short": Sentence("catat bahwa pihak menolak koreksi", "record that a party rejects"),
    "help.correction-reject": Sentence(
        "Mencatat bahwa satu pihak atau lebih menolak koreksi, beserta bunyi yang diusulkannya. `all` berarti yang belum "
        "dijawab pihak itu. Penerimaan sebelumnya diganti beserta suratnya.",
        "Records that one or more parties reject corrections, and what they propose instead. `all` means those the party "
        "has not answered. An acceptance before it is replaced, with its letter.",
    ),
    "help.correction-reject.examples": Sentence(
        'pks correction reject jiwa 2 --party rsj --counter "Musyawarah mufakat"',
        'pks correction reject jiwa 2 --party rsj --counter "Musyawarah mufakat"',
    ),
    "help.correction-reject.counter": Sentence("bunyi yang diusulkan sebagai gantinya", "the words proposed instead"),
    "help.correction-accept.numbers": Sentence(
        "nomor koreksi: 2, 1-4, 1,3,5-7 atau all", "which ones: 2, 1-4, 1,3,5-7 or all"
    ),
    "help.correction-accept.party": Sentence(
        "pihak yang menjawab: kunci, bagian nama, atau all; boleh berulang",
        "who answers: a key, a part of a name, or all; may be repeated",
    ),
    "help.correction-accept.letter": Sentence("nomor surat jawabannya", "number of the letter"),
    "help.correction-accept.date": Sentence("hari jawaban; biasanya hari ini", "day of the answer; else today"),
    "help.correction-accept.note": Sentence("catatan pada jawaban", "a note on the answer"),
    "help.correction-reject.numbers": Sentence(
        "nomor koreksi: 2, 1-4, 1,3,5-7 atau all", "which ones: 2, 1-4, 1,3,5-7 or all"
    ),
    "help.correction-reject.party": Sentence(
        "pihak yang menjawab: kunci, bagian nama, atau all; boleh berulang",
        "who answers: a key, a part of a name, or all; may be repeated",
    ),
    "help.correction-reject.letter": Sentence("nomor surat jawabannya", "number of the letter"),
    "help.correction-reject.date": Sentence("hari jawaban; biasanya hari ini", "day of the answer; else today"),
    "help.correction-reject.note": Sentence("catatan pada jawaban", "a note on the answer"),
    "help.correction-withdraw.short": Sentence("tarik koreksi", "withdraw corrections"),
    "help.correction-withdraw": Sentence(
        "Mencatat bahwa koreksi ditarik: tidak perlu dijawab lagi, dan nomornya tidak dipakai ulang.",
        "Records that corrections were withdrawn: nobody has to answer them, and their numbers are not used again.",
    ),
    "help.correction-withdraw.examples": Sentence(
        'pks correction withdraw jiwa 3 --reason "Sudah diatur dalam Pasal 7"',
        'pks correction withdraw jiwa 3 --reason "Covered by Pasal 7"',
    ),
    "help.correction-withdraw.numbers": Sentence("nomor koreksi: 2, 1-4, atau all", "which ones: 2, 1-4 or all"),
    "help.correction-withdraw.reason": Sentence("mengapa ditarik", "why they are withdrawn"),
    "help.correction-withdraw.date": Sentence("hari ditarik; biasanya hari ini", "day it was withdrawn; else today"),
    "help.correction-list.short": Sentence("tabel koreksi untuk rapat", "the table of corrections for the meeting"),
    "help.correction-list": Sentence(
        "Menampilkan koreksi satu perjanjian dengan jawaban tiap pihak. Di luar layar, tiap pihak satu kolom.",
        "Shows the corrections of one agreement with the answer of each party. Off a screen, each party has a column.",
    ),
    "help.correction-list.examples": Sentence(
        "pks correction list jiwa\npks correction list jiwa --open --json",
        "pks correction list jiwa\npks correction list jiwa --open --json",
    ),
    "help.correction-list.only_open": Sentence(
        "hanya yang belum diterima semua pihak dan tidak ditarik", "only those not accepted by every party or withdrawn"
    ),
}
CORRECTING: Final[dict[str, Sentence]] = _TABLE | _WRITING | _MATRIX | _HELP
