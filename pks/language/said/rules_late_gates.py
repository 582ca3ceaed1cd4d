"""What the gates of corrections, registration and reporting say, and how to mend it."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

CLOSING_SENTENCES: Final[dict[str, Sentence]] = {
    "rule.corrections-unrecorded": Sentence(
        "rapat fasilitasi ke-{position} menghasilkan koreksi, tetapi belum satu pun tercatat",
        "facilitation meeting {position} led to corrections, but none is recorded",
    ),
    "rule.corrections-unrecorded.fix": Sentence(
        '`pks correction add {id} --clause "Pasal 4" --was "SEMULA" --becomes "MENJADI"` untuk setiap koreksi; '
        "bila ternyata tidak ada: `pks {verb} {id} {rest}`",
        '`pks correction add {id} --clause "Pasal 4" --was "OLD WORDS" --becomes "NEW WORDS"` for each correction; '
        "if there were none: `pks {verb} {id} {rest}`",
    ),
    "rule.correction-open": Sentence(
        "koreksi {no} ({clause}) belum dijawab oleh {party}",
        "correction {no} ({clause}) has not been answered by {party}",
    ),
    "rule.correction-open.fix": Sentence(
        "`pks correction accept {id} {no} --party {party_key}`, atau `reject` bila ditolak",
        "`pks correction accept {id} {no} --party {party_key}`, or `reject` if it was rejected",
    ),
    "rule.correction-open.many": Sentence(
        "{corrections} belum dijawab oleh {party}",
        "{corrections} not answered yet by {party}",
    ),
    "rule.correction-open.many.fix": Sentence(
        "`pks correction list {id} --open` menyebut yang mana; lalu `pks correction accept {id} {no} --party {party_key}` "
        "dan seterusnya",
        "`pks correction list {id} --open` says which; then `pks correction accept {id} {no} --party {party_key}` "
        "and so on",
    ),
    "rule.correction-open.rejected": Sentence(
        "koreksi {no} ({clause}) ditolak oleh {party} pada {rejected}",
        "correction {no} ({clause}) was rejected by {party} on {rejected}",
    ),
    "rule.correction-open.rejected.fix": Sentence(
        "bila kemudian diterima: `pks correction accept {id} {no} --party {party_key}`; bila ditarik: "
        '`pks correction withdraw {id} {no} --reason "ALASAN"`',
        "if it was accepted since: `pks correction accept {id} {no} --party {party_key}`; if it is withdrawn: "
        '`pks correction withdraw {id} {no} --reason "REASON"`',
    ),
    "rules.clause-unnamed": Sentence("pasal tidak disebut", "no clause stated"),
    "rule.council-question-open": Sentence(
        "belum dijawab apakah persetujuan DPRD diperlukan: apakah kerja sama ini membebani masyarakat "
        "dan daerah, dan apakah biayanya belum dianggarkan dalam APBD tahun berjalan",
        "whether the council (DPRD) must approve is not answered: does it burden the public and the "
        "region, and is its cost not yet in this year's budget",
    ),
    "rule.council-question-open.fix": Sentence(
        "`pks set {id} council.burdens_public=tidak council.unbudgeted=tidak`, atau `ya` bila benar",
        "`pks set {id} council.burdens_public=no council.unbudgeted=no`, or `yes` where it is so",
    ),
    "rule.council-approval-missing": Sentence(
        "persetujuan DPRD diperlukan, tetapi belum tercatat",
        "the council (DPRD) must approve, but no approval is recorded",
    ),
    "rule.council-approval-missing.fix": Sentence(
        "bila disetujui: `pks set {id} council.outcome=approved council.answered=TANGGAL "
        '"council.number=NOMOR"`; bila dianggap setuju karena tenggat lewat: `council.outcome=deemed`',
        "if approved: `pks set {id} council.outcome=approved council.answered=DATE "
        '"council.number=NUMBER"`; if deemed approved after the time limit: `council.outcome=deemed`',
    ),
    "rule.council-approval-missing.refused": Sentence(
        "DPRD menolak kerja sama ini",
        "the council (DPRD) refused this cooperation",
    ),
    "rule.council-approval-missing.refused.fix": Sentence(
        "ajukan kembali rancangan yang diperbaiki, lalu catat jawabannya: "
        "`pks set {id} council.outcome=approved council.answered=TANGGAL`",
        "submit a revised draft, then record the answer: `pks set {id} council.outcome=approved council.answered=DATE`",
    ),
    "rule.party-unsigned": Sentence(
        "{party} belum menandatangani",
        "{party} has not signed",
    ),
    "rule.party-unsigned.fix": Sentence(
        "`pks sign {id} --party {party_key} --date TANGGAL`; bila semua pihak pada hari yang sama: "
        "`pks sign {id} --all --date TANGGAL`",
        "`pks sign {id} --party {party_key} --date DATE`; if all signed on one day: `pks sign {id} --all --date DATE`",
    ),
    "rule.party-unsigned.many": Sentence(
        "{party} belum menandatangani",
        "{party} have not signed",
    ),
    "rule.party-unsigned.many.fix": Sentence(
        "bila semuanya pada hari yang sama: `pks sign {id} --all --date TANGGAL`; bila tidak, satu per satu: "
        "`pks sign {id} --party {party_key} --date TANGGAL`",
        "if all signed on one day: `pks sign {id} --all --date DATE`; if not, one by one: "
        "`pks sign {id} --party {party_key} --date DATE`",
    ),
    "rule.mandate-missing": Sentence(
        "penanda tangan {party} bukan Gubernur, Bupati atau Wali Kota, dan surat kuasanya belum tercatat",
        "{party} is not signed for by a Gubernur, Bupati or Wali Kota, and no power of attorney is recorded",
    ),
    "rule.mandate-missing.fix": Sentence(
        '`pks set {id} "{place}.mandate={number: NOMOR SURAT KUASA, date: TANGGAL}"`',
        '`pks set {id} "{place}.mandate={number: NUMBER OF THE LETTER, date: DATE}"`',
    ),
    "rule.mandate-missing.many": Sentence(
        "penanda tangan {party} bukan Gubernur, Bupati atau Wali Kota, dan surat kuasanya belum tercatat",
        "{party} are not signed for by a Gubernur, Bupati or Wali Kota, and no powers of attorney are recorded",
    ),
    "rule.mandate-missing.many.fix": Sentence(
        'satu per satu: `pks set {id} "{place}.mandate={number: NOMOR SURAT KUASA, date: TANGGAL}"`',
        'one by one: `pks set {id} "{place}.mandate={number: NUMBER OF THE LETTER, date: DATE}"`',
    ),
    "rule.mandate-missing.unstated.many": Sentence(
        "belum tercatat siapa yang menandatangani untuk {party}, dan dengan surat kuasa yang mana",
        "who signs for {party}, and by which powers of attorney, is not recorded",
    ),
    "rule.mandate-missing.unstated.many.fix": Sentence(
        'satu per satu: `pks set {id} "{place}={office: JABATAN, mandate: {number: NOMOR SURAT KUASA, date: TANGGAL}}"`; '
        "Gubernur, Bupati dan Wali Kota tidak memerlukan surat kuasa",
        'one by one: `pks set {id} "{place}={office: OFFICE, mandate: {number: NUMBER OF THE LETTER, date: DATE}}"`; '
        "a Gubernur, Bupati or Wali Kota needs none",
    ),
    "rule.mandate-missing.unstated": Sentence(
        "belum tercatat siapa yang menandatangani untuk {party}, dan dengan surat kuasa yang mana",
        "who signs for {party}, and by which power of attorney, is not recorded",
    ),
    "rule.mandate-missing.unstated.fix": Sentence(
        '`pks set {id} "{place}={office: JABATAN, mandate: {number: NOMOR SURAT KUASA, date: TANGGAL}}"`; '
        "Gubernur, Bupati dan Wali Kota tidak memerlukan surat kuasa",
        '`pks set {id} "{place}={office: OFFICE, mandate: {number: NUMBER OF THE LETTER, date: DATE}}"`; '
        "a Gubernur, Bupati or Wali Kota needs none",
    ),
    "rule.register-number-missing": Sentence(
        "nomor registrasi belum diisi",
        "the register number is not stated",
    ),
    "rule.register-number-missing.fix": Sentence(
        "`pks register {id} --number next`, atau `--number NOMOR` menurut buku register",
        "`pks register {id} --number next`, or `--number NUMBER` as in the register book",
    ),
    "rule.register-date-missing": Sentence(
        "tanggal registrasi belum diisi",
        "the date of registration is not stated",
    ),
    "rule.register-date-missing.fix": Sentence(
        "`pks set {id} registration.date=TANGGAL`",
        "`pks set {id} registration.date=DATE`",
    ),
    "rule.start-missing": Sentence(
        "tanggal mulai berlaku belum diisi",
        "the first day in force is not stated",
    ),
    "rule.start-missing.fix": Sentence(
        "`pks set {id} term.starts=TANGGAL` (misalnya 2026-01-31)",
        "`pks set {id} term.starts=DATE` (such as 2026-01-31)",
    ),
    "rule.party-number-missing": Sentence(
        "nomor naskah dari {party} belum diisi",
        "the number {party} gave the text is not stated",
    ),
    "rule.party-number-missing.fix": Sentence(
        '`pks set {id} "parties.{party_key}.number=NOMOR"`',
        '`pks set {id} "parties.{party_key}.number=NUMBER"`',
    ),
    "rule.party-number-missing.many": Sentence(
        "nomor naskah dari {party} belum diisi",
        "the numbers that {party} gave the text are not stated",
    ),
    "rule.party-number-missing.many.fix": Sentence(
        'satu per satu: `pks set {id} "parties.{party_key}.number=NOMOR"`',
        'one by one: `pks set {id} "parties.{party_key}.number=NUMBER"`',
    ),
    "rule.signed-copy-missing": Sentence(
        "pindaian naskah yang sudah ditandatangani belum dilampirkan",
        "no scan of the signed text is attached",
    ),
    "rule.signed-copy-missing.fix": Sentence(
        "`pks attach {id} BERKAS --kind signed-copy --copy scan`",
        "`pks attach {id} FILE --kind signed-copy --copy scan`",
    ),
    "rule.signed-copy-missing.unhashed": Sentence(
        "naskah bertanda tangan tercatat, tetapi tanpa sidik berkas (`sha256`) yang membuktikan keasliannya",
        "the signed text is recorded, but without the `sha256` that proves it unchanged",
    ),
    "rule.signed-copy-missing.unhashed.fix": Sentence(
        "tambahkan `file` dan `sha256` pindaiannya pada dokumen itu dengan `pks edit {id}`",
        "add the scan's `file` and `sha256` to that document with `pks edit {id}`",
    ),
    "rule.original-missing": Sentence(
        "letak naskah asli belum tercatat",
        "where the original lies is not recorded",
    ),
    "rule.original-missing.fix": Sentence(
        '`pks set {id} "documents.+={kind: signed-copy, copy: original, holder: PEMEGANG, location: LEMARI 2}"`',
        '`pks set {id} "documents.+={kind: signed-copy, copy: original, holder: HOLDER, location: CABINET 2}"`',
    ),
    "rule.reports-overdue": Sentence(
        "{reports} laporan sudah lewat tenggat",
        "{reports:report is|reports are} overdue",
    ),
    "rule.reports-overdue.fix": Sentence(
        "`pks report missing` menyebut yang mana; setelah dikirim: `pks report send {id} --period PERIODE --to JENJANG`",
        "`pks report missing` says which; once sent: `pks report send {id} --period PERIOD --to TIER`",
    ),
    "rule.evaluation-missing": Sentence(
        "belum ada evaluasi yang tercatat",
        "no evaluation is recorded",
    ),
    "rule.evaluation-missing.fix": Sentence(
        "`pks evaluate {id} --recommendation continue` (`continue` dilanjutkan, `expand` diperluas, `stop` dihentikan)",
        "`pks evaluate {id} --recommendation continue` (or `expand`, or `stop`)",
    ),
}
