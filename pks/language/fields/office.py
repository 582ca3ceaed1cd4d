"""Words for the keys of `.pks/office.yaml`, which say whose register it is and by what rules it counts."""

from __future__ import annotations

from typing import Final

from pks.language.fields.words import FieldWords, words

OFFICE_FIELDS: Final[dict[str, FieldWords]] = {
    "office": words(
        "Kantor",
        "Office",
        "Nama kantor pemilik register ini, misalnya Bagian Tata Pemerintahan.",
        "The name of the office that keeps this register, such as Bagian Tata Pemerintahan.",
    ),
    "region": words(
        "Daerah",
        "Region",
        "Daerah kantor itu, misalnya Kabupaten Contoh.",
        "The region of that office, such as Kabupaten Contoh.",
    ),
    "profile": words(
        "Peran",
        "Profile",
        "`secretariat` bila kantor ini menyelenggarakan fasilitasi, `partner` bila tidak.",
        "`secretariat` where facilitation is this office's to hold, `partner` where it is not.",
    ),
    "tier": words(
        "Tingkat",
        "Tier",
        "Tingkat pemerintahan kantor ini, misalnya `regency` atau `province`.",
        "The level of government this office belongs to, such as `regency` or `province`.",
    ),
    "language": words(
        "Bahasa",
        "Language",
        "Bahasa yang dipakai pks, `id` atau `en`, kecuali diminta lain saat dijalankan.",
        "The language pks speaks, `id` or `en`, unless the command line says otherwise.",
    ),
    "timezone": words(
        "Zona waktu",
        "Time zone",
        "Zona waktu yang menentukan tanggal hari ini: WIB, WITA atau WIT.",
        "The time zone that decides what today is: WIB, WITA or WIT.",
    ),
    "commit": words(
        "Catat di git",
        "Commit",
        "Ya bila setiap perintah yang menulis dicatat sebagai satu commit git; semula ya.",
        "Yes when each command that writes makes one git commit; yes unless stated.",
    ),
    "folder": words(
        "Folder berkas baru",
        "Folder",
        "Folder tempat berkas baru diletakkan: kosong, atau pola tahun untuk satu folder tiap tahun.",
        "Where new files go: empty, or the pattern for the year to have a folder for each.",
    ),
    "notice": words(
        "Tenggang keputusan",
        "Notice",
        "Paling lambat berapa lama sebelum berakhir harus diputuskan; semula `3 months`.",
        "How long before the end a decision is needed at the latest; `3 months` unless stated.",
    ),
    "last_day": words(
        "Hari terakhir",
        "Last day",
        "Cara menghitung hari terakhir: `eve` sehari sebelum hari ulang tahun, `anniversary` tepat harinya.",
        "How the last day is counted: `eve` is the day before the anniversary, `anniversary` the day itself.",
    ),
    "reminders": words(
        "Pengingat",
        "Reminders",
        "Daftar jarak waktu sebelum jatuh tempo untuk mengingatkan, misalnya `90d`.",
        "The list of how long before a due day to remind, such as `90d`.",
    ),
    "stages": words(
        "Batas tahap",
        "Stage limits",
        "Berapa lama sebuah perjanjian boleh berada di tiap tahap; bila lewat, masuk jatuh tempo.",
        "How long an agreement may stay in each stage; longer is listed as due.",
    ),
    "stages.draft": words(
        "Penyusunan",
        "Drafting",
        "Batas tahap penyusunan; semula `90d`.",
        "The limit of the draft stage; `90d` unless stated.",
    ),
    "stages.facilitation": words(
        "Fasilitasi",
        "Facilitation",
        "Batas tahap fasilitasi; semula `30d`.",
        "The limit of the facilitation stage; `30d` unless stated.",
    ),
    "stages.corrections": words(
        "Koreksi",
        "Corrections",
        "Batas tahap koreksi dan penandatanganan; semula `30d`.",
        "The limit of the corrections stage; `30d` unless stated.",
    ),
    "stages.registration": words(
        "Registrasi",
        "Registration",
        "Batas tahap registrasi; semula `14d`.",
        "The limit of the registration stage; `14d` unless stated.",
    ),
    "replies": words(
        "Tenggat jawaban",
        "Replies",
        "Berapa lama pihak lain boleh menjawab sebelum jawabannya jatuh tempo.",
        "How long others may take to answer before the answer is due.",
    ),
    "replies.offer": words(
        "Penawaran",
        "Offer",
        "Tenggat tanggapan atas surat penawaran sejak dikirim; semula `30d`.",
        "The time for a reply to an offer from the day it was sent; `30d` unless stated.",
    ),
    "replies.correction": words(
        "Koreksi",
        "Correction",
        "Tenggat jawaban atas butir koreksi sejak diajukan; semula `14d`.",
        "The time for an answer to a correction from the day it was raised; `14d` unless stated.",
    ),
    "replies.council": words(
        "DPRD",
        "Council",
        "Tenggat jawaban DPRD sejak diajukan; semula `45 working days`.",
        "The time for the council's answer from the day it was asked; `45 working days` unless stated.",
    ),
    "holidays": words(
        "Hari libur",
        "Holidays",
        "Daftar tanggal libur (TTTT-BB-HH) untuk menghitung hari kerja; akhir pekan sudah dikenal.",
        "The list of holidays (YYYY-MM-DD) for counting working days; weekends are known.",
    ),
    "register": words(
        "Pola nomor",
        "Number pattern",
        "Pola nomor registrasi dengan tahun dan nomor urut, yang menghasilkan misalnya REG/2026/014.",
        "The pattern of register numbers, with year and sequence, which gives for instance REG/2026/014.",
    ),
    "team": words(
        "SK TKKSD",
        "TKKSD decree",
        "Keputusan yang membentuk TKKSD, seperti tertulis.",
        "The decree that set up the TKKSD, as written.",
    ),
    "reports": words(
        "Pelaporan",
        "Reports",
        "Seberapa sering, sejak kapan dan kepada siapa laporan disampaikan.",
        "How often, since when and to whom reports are owed.",
    ),
    "reports.every": words(
        "Setiap",
        "Every",
        "Jarak pelaporan: 1, 3, 6 atau 12 bulan, atau `off`; `reporting` pada perjanjian mengalahkannya.",
        "How often: every 1, 3, 6 or 12 months, or `off`; an agreement's own `reporting` overrides it.",
    ),
    "reports.since": words(
        "Sejak",
        "Since",
        "Periode yang berakhir sebelum tanggal ini (TTTT-BB-HH) tidak ditagih.",
        "Periods that end before this day (YYYY-MM-DD) are nobody's debt.",
    ),
    "reports.tiers": words(
        "Jenjang",
        "Tiers",
        "Daftar penerima laporan secara berjenjang, masing-masing dengan tenggatnya.",
        "The steps of the report's way up, each with its time limit.",
    ),
    "reports.tiers.to": words(
        "Kepada",
        "To",
        "Penerima laporan pada jenjang itu, misalnya bupati.",
        "Who receives the report at this step, such as bupati.",
    ),
    "reports.tiers.within": words(
        "Tenggat",
        "Within",
        "Tenggat setelah akhir periode, misalnya `14d`.",
        "The time allowed after the period's end, such as `14d`.",
    ),
    "rules": words(
        "Aturan",
        "Rules",
        "Tingkat tiap aturan menurut kodenya (`off`, `info`, `warning`, `error`), atau nilai aturannya.",
        "The level of a rule under its code (`off`, `info`, `warning`, `error`), or a parameter of it.",
    ),
}
