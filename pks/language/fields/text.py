"""Words for the keys that say what the text is: title, parties, links to other texts and the term."""

from __future__ import annotations

from typing import Final

from pks.language.fields.words import FieldWords, words

TEXT_FIELDS: Final[dict[str, FieldWords]] = {
    "title": words(
        "Judul",
        "Title",
        "Tentang apa kerja sama ini, seperti tertulis pada naskah; wajib diisi.",
        "What the cooperation is about, as the text itself says; always needed.",
    ),
    "purpose": words(
        "Maksud dan tujuan",
        "Purpose",
        "Maksud dan tujuan kerja sama, dalam teks bebas.",
        "The purpose and objective of the cooperation, as free text.",
    ),
    "location": words(
        "Lokasi",
        "Location",
        "Tempat kerja sama dilaksanakan, dalam teks bebas.",
        "Where the cooperation is carried out, as free text.",
    ),
    "instrument": words(
        "Bentuk naskah",
        "Instrument",
        "Bentuk naskahnya, misalnya KB atau PKS; harus diisi sebelum keluar dari tahap penyusunan.",
        "What kind of text it is, such as KB or PKS; needed before it leaves the draft stage.",
    ),
    "as_written": words(
        "Sebutan di naskah",
        "As written",
        "Sebutan yang dipakai naskah itu sendiri, bila berbeda dari `instrument`.",
        "What the paper calls itself, where that differs from `instrument`.",
    ),
    "cooperation": words(
        "Jenis kerja sama",
        "Cooperation",
        "Jenis kerja sama menurut PP 28/2018, misalnya KSDD atau KSDPK; menentukan syarat tiap tahap.",
        "The type of cooperation under PP 28/2018, such as KSDD or KSDPK; decides what each stage needs.",
    ),
    "mandatory": words(
        "Wajib",
        "Mandatory",
        "Ya bila KSDD ini kerja sama wajib (PP 28/2018 Ps 3); selain itu dianggap sukarela.",
        "Yes when this KSDD is a mandatory cooperation (PP 28/2018 Ps 3); otherwise it is voluntary.",
    ),
    "sectors": words(
        "Urusan",
        "Sectors",
        "Daftar urusan pemerintahan yang dikerjasamakan, menurut nama urusannya.",
        "The list of government affairs the cooperation is about, by name.",
    ),
    "initiator": words(
        "PD pemrakarsa",
        "Initiating agency",
        "Perangkat daerah yang memprakarsai kerja sama.",
        "The regional agency that started the cooperation.",
    ),
    "lead": words(
        "PD pengampu",
        "Unit in charge",
        "Perangkat daerah yang melaksanakan dan melaporkan kerja sama; satu nama atau daftar.",
        "The regional agency that carries it out and reports on it; one name or a list.",
    ),
    "legal_basis": words(
        "Dasar hukum",
        "Legal basis",
        "Daftar peraturan yang menjadi dasar, satu peraturan tiap butir.",
        "The list of laws it rests on, one law per item.",
    ),
    "under": words(
        "Payung",
        "Umbrella",
        "Naskah payung (KB, NK, MoU) yang dilaksanakan naskah ini: id, naskah luar, atau daftar keduanya.",
        "The umbrella (KB, NK, MoU) this text carries out: an id, a paper outside the register, or a list.",
    ),
    "under.text": words(
        "Nama naskah",
        "Paper",
        "Nama naskah payung yang tidak ada dalam register mana pun.",
        "The name of an umbrella that is in nobody's register.",
    ),
    "under.number": words(
        "Nomor naskah",
        "Number",
        "Nomor naskah payung itu, seperti tertulis.",
        "The number of that umbrella, as written.",
    ),
    "under.date": words(
        "Tanggal naskah",
        "Date",
        "Tanggal naskah payung itu (TTTT-BB-HH).",
        "The date of that umbrella (YYYY-MM-DD).",
    ),
    "cluster": words(
        "Klaster",
        "Cluster",
        "Nama klaster pada naskah payung yang diisi oleh naskah ini.",
        "The name of the umbrella's cluster that this text fills.",
    ),
    "clusters": words(
        "Klaster",
        "Clusters",
        "Pada naskah payung: daftar klaster, masing-masing untuk satu naskah pelaksanaan.",
        "On an umbrella: the list of clusters, each to be filled by an agreement that carries it out.",
    ),
    "clusters.name": words(
        "Nama klaster",
        "Cluster name",
        "Nama klaster, tidak boleh berulang; naskah pelaksanaan menyebutnya pada `cluster`.",
        "The cluster's name, which may not repeat; the agreement that fills it states it in `cluster`.",
    ),
    "clusters.note": words(
        "Catatan",
        "Note",
        "Catatan tentang klaster itu.",
        "A remark on that cluster.",
    ),
    "renews": words(
        "Memperpanjang",
        "Renews",
        "Perjanjian yang diperpanjang naskah ini; yang lama berhenti berlaku saat yang baru mulai.",
        "The agreement this one renews, which stops being in force when this one starts.",
    ),
    "renews.text": words(
        "Nama naskah",
        "Paper",
        "Nama naskah lama yang tidak ada dalam register mana pun.",
        "The name of an earlier paper that is in nobody's register.",
    ),
    "renews.number": words(
        "Nomor naskah",
        "Number",
        "Nomor naskah lama itu, seperti tertulis.",
        "The number of that earlier paper, as written.",
    ),
    "renews.date": words(
        "Tanggal naskah",
        "Date",
        "Tanggal naskah lama itu (TTTT-BB-HH).",
        "The date of that earlier paper (YYYY-MM-DD).",
    ),
    "amends": words(
        "Mengubah",
        "Amends",
        "Naskah yang diubah oleh adendum ini: id, naskah luar, atau daftar keduanya.",
        "The text that this addendum changes: an id, a paper outside the register, or a list.",
    ),
    "amends.text": words(
        "Nama naskah",
        "Paper",
        "Nama naskah yang diubah, bila tidak ada dalam register mana pun.",
        "The name of the changed paper, where it is in nobody's register.",
    ),
    "amends.number": words(
        "Nomor naskah",
        "Number",
        "Nomor naskah yang diubah, seperti tertulis.",
        "The number of the changed paper, as written.",
    ),
    "amends.date": words(
        "Tanggal naskah",
        "Date",
        "Tanggal naskah yang diubah (TTTT-BB-HH).",
        "The date of the changed paper (YYYY-MM-DD).",
    ),
    "scope": words(
        "Ruang lingkup",
        "Scope",
        "Daftar hal yang dikerjasamakan, satu hal tiap butir.",
        "The list of what the cooperation covers, one matter per item.",
    ),
    "term": words(
        "Jangka waktu",
        "Term",
        "Sejak kapan, berapa lama dan sampai kapan naskah berlaku; masa berlaku dihitung dari sini.",
        "From when, how long and until when the text is in force; its validity is computed from this.",
    ),
    "term.starts": words(
        "Mulai berlaku",
        "Starts",
        "Hari pertama berlaku (TTTT-BB-HH); bersama `length` menentukan hari terakhir.",
        "The first day in force (YYYY-MM-DD); together with `length` it gives the last day.",
    ),
    "term.length": words(
        "Lama berlaku",
        "Length",
        "Lama berlaku sejak `starts`, misalnya `2 years` atau `6 bulan`; dari sini dihitung hari terakhir.",
        "How long it runs from `starts`, such as `2 years` or `6 months`; the last day follows from it.",
    ),
    "term.ends": words(
        "Berakhir",
        "Ends",
        "Hari terakhir berlaku (TTTT-BB-HH) seperti tertulis; mengalahkan hasil hitungan `length`.",
        "The last day in force (YYYY-MM-DD) as written; it wins over what `length` gives.",
    ),
    "term.until": words(
        "Sampai peristiwa",
        "Until",
        "Peristiwa yang mengakhiri naskah, dengan kata-kata; bila `ends` juga ada, `ends` yang menentukan.",
        "The event, in words, that ends the text; where there is `ends` as well, `ends` decides.",
    ),
    "term.review": words(
        "Ditinjau tiap",
        "Review every",
        "Jarak peninjauan berkala, misalnya `1 year`; tiap kelipatannya sejak mulai menjadi jatuh tempo.",
        "How often to look at it, such as `1 year`; each such step from the start falls due.",
    ),
    "term.notice": words(
        "Tenggang pemberitahuan",
        "Notice",
        "Berapa lama sebelum berakhir pihak lain harus diberi tahu; dapat memajukan hari keputusan.",
        "How long before the end notice must be given; longer than the office's, decisions come sooner.",
    ),
}
