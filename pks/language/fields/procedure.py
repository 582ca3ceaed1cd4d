"""Words for the keys about getting the text agreed: meetings, corrections, signing and registration."""

from __future__ import annotations

from typing import Final

from pks.language.fields.words import FieldWords, words

PROCEDURE_FIELDS: Final[dict[str, FieldWords]] = {
    "facilitation": words(
        "Rapat fasilitasi",
        "Facilitation",
        "Daftar rapat fasilitasi TKKSD, yang direncanakan maupun yang sudah diadakan.",
        "The list of TKKSD facilitation meetings, planned or held.",
    ),
    "facilitation.date": words(
        "Tanggal",
        "Date",
        "Tanggal rapat (TTTT-BB-HH).",
        "The day of the meeting (YYYY-MM-DD).",
    ),
    "facilitation.place": words(
        "Tempat",
        "Place",
        "Tempat rapat.",
        "Where the meeting is.",
    ),
    "facilitation.mode": words(
        "Cara",
        "Mode",
        "Cara rapat: `in-person`, `hybrid` atau `online`.",
        "How people meet: `in-person`, `hybrid` or `online`.",
    ),
    "facilitation.chair": words(
        "Pimpinan rapat",
        "Chair",
        "Jabatan pemimpin rapat, misalnya Sekretaris Daerah.",
        "The office of whoever chairs the meeting, such as Sekretaris Daerah.",
    ),
    "facilitation.attendees": words(
        "Peserta",
        "Attendees",
        "Daftar unit yang hadir, satu unit tiap butir; tulis unitnya, bukan nama orang.",
        "The list of units present, one per item; units, not persons.",
    ),
    "facilitation.attendees.unit": words(
        "Unit",
        "Unit",
        "Nama unit yang hadir.",
        "The name of the unit present.",
    ),
    "facilitation.attendees.mode": words(
        "Cara hadir",
        "Mode",
        "Cara unit itu hadir, bila berbeda dari rapatnya.",
        "How this unit took part, where that differs from the meeting.",
    ),
    "facilitation.basis": words(
        "Dasar",
        "Basis",
        "Dasar rapat, misalnya Permendagri 22/2020 atau surat undangannya.",
        "What the meeting rests on, such as Permendagri 22/2020 or the letter that called it.",
    ),
    "facilitation.outcome": words(
        "Hasil",
        "Outcome",
        "Hasil rapat: `planned` selama belum diadakan, lalu `corrections` atau `none`.",
        "What came of it: `planned` until it is held, then `corrections` or `none`.",
    ),
    "facilitation.note": words(
        "Catatan",
        "Note",
        "Catatan tentang rapat itu.",
        "A remark on the meeting.",
    ),
    "facilitation.minutes": words(
        "Notulen",
        "Minutes",
        "Di mana notulen atau berita acara rapat dapat ditemukan.",
        "Where the minutes of the meeting can be found.",
    ),
    "corrections": words(
        "Koreksi",
        "Corrections",
        "Daftar butir koreksi; sebelum penandatanganan setiap butir diterima semua pihak atau ditarik.",
        "The list of corrections; before signing each is accepted by every party or withdrawn.",
    ),
    "corrections.no": words(
        "No.",
        "No.",
        "Nomor butir, bilangan bulat mulai 1, tidak boleh berulang.",
        "The item's number, a whole number from 1, which may not repeat.",
    ),
    "corrections.kind": words(
        "Sifat",
        "Kind",
        "Sifat koreksi: `substance` bila mengubah isi, `wording` bila hanya redaksi.",
        "Whether it changes the content (`substance`) or only how it is put (`wording`).",
    ),
    "corrections.clause": words(
        "Pasal",
        "Clause",
        "Pasal yang dikoreksi, misalnya Pasal 4 ayat (2).",
        "The clause it corrects, such as Pasal 4 ayat (2).",
    ),
    "corrections.was": words(
        "Semula",
        "Was",
        "Bunyi semula.",
        "The text before.",
    ),
    "corrections.becomes": words(
        "Menjadi",
        "Becomes",
        "Bunyi yang diusulkan.",
        "The text proposed instead.",
    ),
    "corrections.reason": words(
        "Alasan",
        "Reason",
        "Alasan koreksi itu diusulkan.",
        "Why this correction is proposed.",
    ),
    "corrections.raised": words(
        "Diajukan",
        "Raised",
        "Kapan dan oleh siapa koreksi diajukan; tenggat jawaban dihitung dari tanggalnya.",
        "When and by whom it was raised; the answers are due from that day on.",
    ),
    "corrections.raised.date": words(
        "Tanggal diajukan",
        "Date raised",
        "Tanggal koreksi diajukan (TTTT-BB-HH).",
        "The day it was raised (YYYY-MM-DD).",
    ),
    "corrections.raised.by": words(
        "Pengusul",
        "Raised by",
        "Unit atau pihak yang mengajukannya.",
        "The unit or party that raised it.",
    ),
    "corrections.answers": words(
        "Jawaban",
        "Answers",
        "Jawaban tiap pihak, dengan kunci pihak sebagai namanya; pihak tanpa jawaban masih ditunggu.",
        "Each party's answer under that party's key; a party without one is still waited for.",
    ),
    "corrections.answers.accepted": words(
        "Diterima",
        "Accepted",
        "Tanggal pihak itu menerima koreksi (TTTT-BB-HH).",
        "The day this party accepted (YYYY-MM-DD).",
    ),
    "corrections.answers.rejected": words(
        "Ditolak",
        "Rejected",
        "Tanggal pihak itu menolak koreksi (TTTT-BB-HH).",
        "The day this party rejected it (YYYY-MM-DD).",
    ),
    "corrections.answers.note": words(
        "Catatan",
        "Note",
        "Catatan pihak itu atas jawabannya.",
        "What this party added to its answer.",
    ),
    "corrections.answers.counter": words(
        "Usul balasan",
        "Counter-proposal",
        "Bunyi yang diusulkan pihak itu sebagai gantinya.",
        "The text this party proposes instead.",
    ),
    "corrections.answers.letter": words(
        "Surat",
        "Letter",
        "Nomor surat jawaban pihak itu, seperti tertulis.",
        "The number of the letter with this party's answer, as written.",
    ),
    "corrections.withdrawn": words(
        "Ditarik",
        "Withdrawn",
        "Kapan dan mengapa koreksi ditarik; setelah itu tidak perlu jawaban lagi.",
        "When and why it was withdrawn; after that it needs no answer.",
    ),
    "corrections.withdrawn.date": words(
        "Tanggal ditarik",
        "Date withdrawn",
        "Tanggal koreksi ditarik (TTTT-BB-HH).",
        "The day it was withdrawn (YYYY-MM-DD).",
    ),
    "corrections.withdrawn.reason": words(
        "Alasan",
        "Reason",
        "Alasan koreksi ditarik.",
        "Why it was withdrawn.",
    ),
    "signing": words(
        "Penandatanganan",
        "Signing",
        "Keterangan tentang penandatanganan naskah.",
        "How the text was signed.",
    ),
    "signing.date": words(
        "Tanggal",
        "Date",
        "Tanggal tanda tangan (TTTT-BB-HH) bagi setiap pihak yang tidak mempunyai `signed` sendiri.",
        "The signing day (YYYY-MM-DD) of every party without a `signed` of its own.",
    ),
    "signing.place": words(
        "Tempat",
        "Place",
        "Tempat penandatanganan.",
        "Where it was signed.",
    ),
    "signing.copies": words(
        "Rangkap",
        "Counterparts",
        "Jumlah rangkap naskah asli, bilangan bulat mulai 1.",
        "The number of signed counterparts, a whole number from 1.",
    ),
    "signing.initials": words(
        "Paraf",
        "Initials",
        "Ya bila naskah sudah diparaf.",
        "Yes when the pages carry the initials.",
    ),
    "signing.duty_stamp": words(
        "Meterai",
        "Duty stamp",
        "Ya bila naskah sudah bermeterai.",
        "Yes when the text carries the duty stamp.",
    ),
    "signing.seal": words(
        "Stempel",
        "Seal",
        "Ya bila naskah sudah distempel.",
        "Yes when the text carries the seals.",
    ),
    "registration": words(
        "Registrasi",
        "Registration",
        "Pencatatan naskah dalam buku register kantor ini.",
        "The entry of the text in this office's register book.",
    ),
    "registration.number": words(
        "Nomor registrasi",
        "Register number",
        "Nomor dalam buku register; berbeda dari nomor naskah tiap pihak.",
        "The number in the register book, which is not the parties' own number.",
    ),
    "registration.date": words(
        "Tanggal registrasi",
        "Date registered",
        "Tanggal naskah dicatat (TTTT-BB-HH).",
        "The day it was entered (YYYY-MM-DD).",
    ),
    "registration.by": words(
        "Pencatat",
        "Registered by",
        "Unit yang mencatatnya.",
        "The unit that entered it.",
    ),
}
