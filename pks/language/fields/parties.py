"""Words for the keys about who agrees and who pays: parties, signatories, the offer, funding, the council."""

from __future__ import annotations

from typing import Final

from pks.language.fields.words import FieldWords, words

PARTY_FIELDS: Final[dict[str, FieldWords]] = {
    "parties": words(
        "Para pihak",
        "Parties",
        "Daftar pihak menurut urutan naskah, Pihak Kesatu lebih dahulu; paling sedikit satu.",
        "The parties in the order of the text, the First Party first; one or more.",
    ),
    "parties.key": words(
        "Kunci pihak",
        "Party key",
        "Nama pendek pihak: huruf kecil, angka dan `-`; dibuat dari `name` bila tidak diisi.",
        "The party's short name in small letters, digits and `-`; made from `name` when not given.",
    ),
    "parties.name": words(
        "Nama pihak",
        "Party name",
        "Nama lengkap instansi, lembaga, usaha atau orangnya; wajib diisi untuk setiap pihak.",
        "The full name of the agency, body, business or person; needed for every party.",
    ),
    "parties.region": words(
        "Daerah",
        "Region",
        "Daerah tempat pihak itu bernaung, misalnya Kabupaten Contoh.",
        "The region the party belongs to, such as Kabupaten Contoh.",
    ),
    "parties.body": words(
        "Jenis lembaga",
        "Body",
        "Lembaga macam apa pihak itu, misalnya `regional` atau `business`.",
        "What sort of body the party is, such as `regional` or `business`.",
    ),
    "parties.ours": words(
        "Pihak kita",
        "Ours",
        "Ya untuk pihak yang diwakili kantor pemilik register ini.",
        "Yes for the party that the office of this register stands for.",
    ),
    "parties.number": words(
        "Nomor naskah",
        "Number",
        "Nomor naskah yang diberikan pihak itu; satu nomor atau daftar nomor.",
        "The number this party gave the text; one, or a list.",
    ),
    "parties.signatory": words(
        "Penanda tangan",
        "Signatory",
        "Siapa yang menandatangani untuk pihak itu; satu orang atau daftar.",
        "Who signs for this party; one person or a list.",
    ),
    "parties.signatory.name": words(
        "Nama",
        "Name",
        "Nama pejabat yang menandatangani; jangan menulis NIK, NIP atau nomor telepon.",
        "The name of the office holder who signs; never write NIK, NIP or telephone numbers.",
    ),
    "parties.signatory.office": words(
        "Jabatan",
        "Office",
        "Jabatan penanda tangan, misalnya Bupati; selain kepala daerah, kuasanya perlu dicatat.",
        "The signatory's office, such as Bupati; below the head of region a mandate should be recorded.",
    ),
    "parties.signatory.capacity": words(
        "Kedudukan",
        "Capacity",
        "Kedudukan penanda tangan bila bukan pejabat tetap: Pj, Plt, Plh atau a.n.",
        "In what capacity, where not the regular holder of the office: Pj, Plt, Plh or a.n.",
    ),
    "parties.signatory.mandate": words(
        "Surat kuasa",
        "Mandate",
        "Surat kuasa yang memberi wewenang menandatangani (PP 28/2018 Ps 2, 13).",
        "The power of attorney that allows this person to sign (PP 28/2018 Ps 2, 13).",
    ),
    "parties.signatory.mandate.number": words(
        "Nomor kuasa",
        "Mandate number",
        "Nomor surat kuasa, seperti tertulis.",
        "The number of the power of attorney, as written.",
    ),
    "parties.signatory.mandate.date": words(
        "Tanggal kuasa",
        "Mandate date",
        "Tanggal surat kuasa (TTTT-BB-HH).",
        "The date of the power of attorney (YYYY-MM-DD).",
    ),
    "parties.signed": words(
        "Ditandatangani",
        "Signed",
        "Tanggal pihak itu menandatangani (TTTT-BB-HH); bila kosong berlaku `signing.date`.",
        "The day this party signed (YYYY-MM-DD); where empty, `signing.date` holds.",
    ),
    "offer": words(
        "Penawaran",
        "Offer",
        "Surat penawaran kerja sama dan tanggapannya.",
        "The letter that offered the cooperation, and the reply to it.",
    ),
    "offer.sent": words(
        "Dikirim",
        "Sent",
        "Tanggal surat penawaran dikirim (TTTT-BB-HH); tenggat tanggapan dihitung dari sini.",
        "The day the offer was sent (YYYY-MM-DD); the reply is due from this day on.",
    ),
    "offer.number": words(
        "Nomor surat",
        "Letter number",
        "Nomor surat penawaran, seperti tertulis.",
        "The number of the offer letter, as written.",
    ),
    "offer.replied": words(
        "Ditanggapi",
        "Replied",
        "Tanggal tanggapan atas penawaran (TTTT-BB-HH); sejak itu tidak lagi ditunggu.",
        "The day the offer was replied to (YYYY-MM-DD); from then on nobody is waited for.",
    ),
    "offer.received": words(
        "Diterima",
        "Received",
        "Tanggal penawaran diterima pihak lain (TTTT-BB-HH).",
        "The day the other side received the offer (YYYY-MM-DD).",
    ),
    "funding": words(
        "Pendanaan",
        "Funding",
        "Daftar sumber dana kerja sama; isi `none` bila memang tanpa biaya.",
        "The list of what pays for the cooperation; state `none` where it costs nothing.",
    ),
    "funding.source": words(
        "Sumber dana",
        "Source",
        "Dari mana dananya, misalnya APBD atau `partner`.",
        "Where the money comes from, such as APBD or `partner`.",
    ),
    "funding.party": words(
        "Pihak",
        "Party",
        "Kunci pihak yang menanggungnya.",
        "The key of the party that bears it.",
    ),
    "funding.amount": words(
        "Jumlah",
        "Amount",
        "Jumlah dalam rupiah penuh, hanya angka, tanpa titik atau koma.",
        "The amount in whole rupiah, digits only, without points or commas.",
    ),
    "funding.year": words(
        "Tahun anggaran",
        "Budget year",
        "Tahun anggarannya, empat angka.",
        "The budget year, four digits.",
    ),
    "funding.note": words(
        "Catatan",
        "Note",
        "Catatan tentang dana itu, misalnya nama dokumen anggarannya.",
        "A remark on this funding, such as the budget document.",
    ),
    "council": words(
        "Persetujuan DPRD",
        "Council approval",
        "Perlu tidaknya persetujuan DPRD dan jawabannya (PP 28/2018 Ps 6 ayat 2).",
        "Whether the regional council must approve, and its answer (PP 28/2018 Ps 6 (2)).",
    ),
    "council.burdens_public": words(
        "Membebani masyarakat",
        "Burdens the public",
        "Ya bila kerja sama membebani masyarakat dan daerah; jika ya, persetujuan DPRD diperlukan.",
        "Yes where it burdens the public and the region; then the council must approve.",
    ),
    "council.unbudgeted": words(
        "Belum dianggarkan",
        "Unbudgeted",
        "Ya bila dananya belum ada dalam APBD tahun berjalan; jika ya, persetujuan DPRD diperlukan.",
        "Yes where the current budget does not hold the money yet; then the council must approve.",
    ),
    "council.submitted": words(
        "Diajukan",
        "Submitted",
        "Tanggal permohonan diajukan ke DPRD (TTTT-BB-HH); tenggat jawaban dihitung dari sini.",
        "The day the council was asked (YYYY-MM-DD); its answer is due from this day on.",
    ),
    "council.number": words(
        "Nomor",
        "Number",
        "Nomor surat atau keputusan DPRD, seperti tertulis.",
        "The number of the council's letter or decision, as written.",
    ),
    "council.answered": words(
        "Dijawab",
        "Answered",
        "Tanggal DPRD menjawab (TTTT-BB-HH); sejak itu tidak lagi ditunggu.",
        "The day the council answered (YYYY-MM-DD); from then on it is not waited for.",
    ),
    "council.outcome": words(
        "Jawaban DPRD",
        "Outcome",
        "Isi jawaban DPRD: `approved`, `refused` atau `deemed`.",
        "What the council said: `approved`, `refused` or `deemed`.",
    ),
}
