"""What findings within one file say, and how to mend them."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

FILE_SENTENCES: Final[dict[str, Sentence]] = {
    "rule.history-backwards": Sentence(
        "riwayat mundur: {date} ditulis sesudah {before}",
        "the history goes back: {date} stands after {before}",
    ),
    "rule.history-backwards.fix": Sentence(
        "periksa kedua tanggal itu terhadap berkasnya dan betulkan yang salah dengan `pks edit {id}`",
        "check both dates against the papers and correct the wrong one with `pks edit {id}`",
    ),
    "rule.history-in-future": Sentence(
        "riwayat ini bertanggal {date}, yang belum tiba",
        "this entry of the history is dated {date}, which has not come yet",
    ),
    "rule.history-in-future.fix": Sentence(
        "bila salah tulis, betulkan dengan `pks edit {id}`",
        "if it is a slip of the pen, correct it with `pks edit {id}`",
    ),
    "rule.ends-before-start": Sentence(
        "berakhir {ends}, sebelum mulai berlaku {starts}",
        "it ends on {ends}, before it starts on {starts}",
    ),
    "rule.ends-before-start.fix": Sentence(
        "`pks set {id} term.ends=TANGGAL`, atau betulkan `term.starts`",
        "`pks set {id} term.ends=DATE`, or correct `term.starts`",
    ),
    "rule.ends-differ": Sentence(
        "tertulis berakhir {ends}, padahal {length} sejak {starts} berakhir {counted}",
        "it says it ends on {ends}, but {length} from {starts} end on {counted}",
    ),
    "rule.ends-differ.fix": Sentence(
        "yang tertulis yang berlaku; bila keliru: `pks set {id} term.ends={counted_iso}`, atau betulkan `term.length`",
        "what is written counts; if it is wrong: `pks set {id} term.ends={counted_iso}`, or correct `term.length`",
    ),
    "rule.term-over-5-years": Sentence(
        "jangka waktu lebih dari {limit}",
        "the term is longer than {limit}",
    ),
    "rule.term-over-5-years.fix": Sentence(
        "bila memang demikian dasarnya, sebutkan dalam `legal_basis`; bila salah tulis: "
        '`pks set {id} "term.length=5 tahun"`',
        'if there is a ground for it, name it in `legal_basis`; if it is a slip: `pks set {id} "term.length=5 years"`',
    ),
    "rule.letter-of-intent-over-1-year": Sentence(
        "pernyataan kehendak (LoI) berlaku paling lama {limit}",
        "a letter of intent holds for at most {limit}",
    ),
    "rule.letter-of-intent-over-1-year.fix": Sentence(
        '`pks set {id} "term.length=1 tahun"`, sesudah disepakati dengan mitra',
        '`pks set {id} "term.length=1 year"`, once agreed with the partner',
    ),
    "rule.foreign-notice-short": Sentence(
        "perpanjangan kerja sama luar negeri diberitahukan 6 bulan sebelum berakhir, "
        "tetapi `term.notice` lebih singkat atau belum diisi",
        "the extension of foreign cooperation is announced 6 months before its end, "
        "but `term.notice` is shorter or not stated",
    ),
    "rule.foreign-notice-short.fix": Sentence(
        '`pks set {id} "term.notice=6 bulan"`',
        '`pks set {id} "term.notice=6 months"`',
    ),
    "rule.foreign-report-interval": Sentence(
        "kerja sama luar negeri dilaporkan setahun sekali, di sini {interval}",
        "foreign cooperation is reported once a year, here {interval}",
    ),
    "rule.foreign-report-interval.fix": Sentence(
        '`pks set {id} "reporting=1 tahun"`',
        '`pks set {id} "reporting=1 year"`',
    ),
    "rule.reply-before-offer": Sentence(
        "balasan penawaran bertanggal {replied}, sebelum penawarannya dikirim {sent}",
        "the reply to the offer is dated {replied}, before the offer was sent on {sent}",
    ),
    "rule.reply-before-offer.fix": Sentence(
        "periksa kedua surat itu; betulkan yang salah: `pks set {id} offer.replied=TANGGAL` atau `offer.sent=TANGGAL`",
        "check both letters; correct the wrong one: `pks set {id} offer.replied=DATE` or `offer.sent=DATE`",
    ),
    "rule.reply-before-offer.council": Sentence(
        "jawaban DPRD bertanggal {replied}, sebelum permohonannya diajukan {sent}",
        "the council (DPRD) answered on {replied}, before it was asked on {sent}",
    ),
    "rule.reply-before-offer.council.fix": Sentence(
        "periksa kedua surat itu; betulkan yang salah: `pks set {id} council.answered=TANGGAL` atau "
        "`council.submitted=TANGGAL`",
        "check both letters; correct the wrong one: `pks set {id} council.answered=DATE` or `council.submitted=DATE`",
    ),
    "rule.meeting-passed": Sentence(
        "rapat tanggal {date} sudah lewat, hasilnya belum dicatat",
        "the meeting of {date} has passed and its outcome is not recorded",
    ),
    "rule.meeting-passed.fix": Sentence(
        "`pks {verb} {id} {rest}`, atau `none` bila tidak ada koreksi; "
        "bila ditunda: `pks set {id} facilitation.{position}.date=TANGGAL`",
        "`pks {verb} {id} {rest}`, or `none` if there were no corrections; "
        "if it was put off: `pks set {id} facilitation.{position}.date=DATE`",
    ),
    "rule.repeated-in-list": Sentence(
        "`{field}` {value} sudah dipakai lebih dahulu dalam `{list_name}`; masing-masing hanya sekali",
        "`{field}` {value} already stands earlier in `{list_name}`; each may be there only once",
    ),
    "rule.repeated-in-list.fix": Sentence(
        "beri yang kedua `{field}` lain, atau gabungkan keduanya, dengan `pks edit {id}`",
        "give the second another `{field}`, or make the two one, with `pks edit {id}`",
    ),
    "rule.unread": Sentence(
        "`{name}` dari impor belum dipindahkan ke tempatnya",
        "`{name}` from the import has not been put in its place",
    ),
    "rule.unread.fix": Sentence(
        "pindahkan isinya ke kolom yang benar, lalu hapus dari `unread` dengan `pks edit {id}`",
        "move what it says to the right field, then delete it from `unread` with `pks edit {id}`",
    ),
    "rule.unknown-party": Sentence(
        "`{name}` bukan salah satu pihak ({keys})",
        "`{name}` is none of the parties ({keys})",
    ),
    "rule.unknown-party.fix": Sentence(
        "tulis salah satu kunci itu sebagai ganti `{name}` dengan `pks edit {id}`",
        "write one of those keys instead of `{name}` with `pks edit {id}`",
    ),
    "rule.changed-after-acceptance": Sentence(
        "{what} berubah setelah semua pihak menyetujui naskahnya",
        "{what} changed after every party had accepted the text",
    ),
    "rule.changed-after-acceptance.fix": Sentence(
        "bila perubahan itu disepakati, sebelum ditandatangani catat sebagai koreksi yang disetujui semua pihak "
        "(`pks correction add {id}`), sesudahnya sebagai adendum yang menyebut `{field}` (`pks amend {id}`); "
        "bila tidak, kembalikan seperti yang disetujui",
        "if it was agreed, before signing record it as a correction that every party accepts "
        "(`pks correction add {id}`), after it as an amendment that names `{field}` (`pks amend {id}`); "
        "if not, put back what was accepted",
    ),
    "rules.text.scope": Sentence("ruang lingkup", "the scope"),
    "rules.text.term": Sentence("jangka waktu", "the term"),
    "rules.text.parties": Sentence("para pihak", "the parties"),
    "rule.answer-contradictory": Sentence(
        "koreksi {no} tercatat diterima dan juga ditolak oleh {party}; yang dihitung tanggal yang terakhir",
        "correction {no} is recorded as both accepted and rejected by {party}; the later day counts",
    ),
    "rule.answer-contradictory.fix": Sentence(
        "hapus yang tidak berlaku lagi: `pks set {id} corrections.{no}.answers.{party_key}.{older}=`",
        "remove the one that no longer holds: `pks set {id} corrections.{no}.answers.{party_key}.{older}=`",
    ),
    "rule.file-without-hash": Sentence(
        "lampiran {file} belum punya sidik berkas (`sha256`), jadi perubahannya tidak akan ketahuan",
        "the attachment {file} has no `sha256`, so a change to it would go unnoticed",
    ),
    "rule.file-without-hash.fix": Sentence(
        "tambahkan `sha256` pada dokumen itu dengan `pks edit {id}`",
        "add its `sha256` to that document with `pks edit {id}`",
    ),
    "rule.hash-malformed": Sentence(
        "`sha256` dokumen ke-{position} bukan 64 angka heksadesimal",
        "the `sha256` of document {position} is not 64 hexadecimal digits",
    ),
    "rule.hash-malformed.fix": Sentence(
        "hitung ulang sidik berkasnya, lalu `pks set {id} documents.{position}.sha256=SIDIK`",
        "work the hash out again, then `pks set {id} documents.{position}.sha256=HASH`",
    ),
    "rule.other-instrument-unnamed": Sentence(
        "jenis naskah `Lainnya` tanpa keterangan apa sebutannya di naskah",
        "the kind of document is `Lainnya`, but not what the paper calls itself",
    ),
    "rule.other-instrument-unnamed.fix": Sentence(
        '`pks set {id} "as_written=SEBUTAN DI NASKAH"`',
        '`pks set {id} "as_written=WHAT THE PAPER CALLS ITSELF"`',
    ),
    "rule.negative-amount": Sentence(
        "jumlah rupiah kurang dari nol: {amount}",
        "an amount of rupiah below zero: {amount}",
    ),
    "rule.negative-amount.fix": Sentence(
        "`pks set {id} {place}=JUMLAH`",
        "`pks set {id} {place}=AMOUNT`",
    ),
    "rule.personal-data": Sentence(
        "di sini tertulis {what} ({masked}); register hanya memuat nama dan jabatan",
        "{what} is written here ({masked}); the register holds only names and offices",
    ),
    "rule.personal-data.fix": Sentence(
        "hapus dari berkas dengan `pks edit {id}`; bila perlu disimpan, simpan di luar register",
        "remove it with `pks edit {id}`; if it must be kept, keep it outside the register",
    ),
    "rules.personal.nik": Sentence("nomor NIK atau KTP", "an identity number (NIK, KTP)"),
    "rules.personal.nip": Sentence("NIP atau NRP", "a staff number (NIP, NRP)"),
    "rules.personal.phone": Sentence("nomor telepon", "a telephone number"),
    "rules.personal.email": Sentence("alamat surel", "an e-mail address"),
}
