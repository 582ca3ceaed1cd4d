"""What is said of a single value that cannot be read."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

VALUES: Final[dict[str, Sentence]] = {
    "value.missing": Sentence(
        "`{key}` belum diisi; setiap perjanjian memerlukannya",
        "`{key}` is not stated; it is always needed",
    ),
    "value.list": Sentence(
        "di sini diperlukan daftar: satu butir per baris diawali `- `, atau [satu, dua]",
        "a list is needed here: one item a line after `- `, or [one, two]",
    ),
    "value.map": Sentence(
        "di sini diperlukan pasangan `kunci: nilai`, bukan teks",
        "`key: value` pairs are needed here, not text",
    ),
    "value.map-for-scalar": Sentence(
        "di sini diperlukan satu nilai, bukan pasangan `kunci: nilai`; apit teks yang memuat `: ` dengan tanda kutip",
        "one value is needed here, not `key: value` pairs; quote a text that holds `: `",
    ),
    "value.list-for-scalar": Sentence(
        "di sini diperlukan satu nilai, bukan daftar",
        "one value is needed here, not a list",
    ),
    "value.nothing-for-scalar": Sentence(
        "butir ini kosong; isi atau hapus barisnya",
        "this item is empty; fill it in or delete its line",
    ),
    "value.date": Sentence(
        "`{text}` bukan tanggal; tulis TTTT-BB-HH, misalnya 2026-02-12",
        "`{text}` is not a date; write YYYY-MM-DD, such as 2026-02-12",
    ),
    "value.no-such-day": Sentence(
        "`{text}` tidak ada dalam kalender; periksa bulan dan harinya",
        "`{text}` does not exist in the calendar; look at its month and day",
    ),
    "value.year": Sentence(
        "tahun dalam `{text}` bukan antara {first} dan {last}; periksa angkanya",
        "the year in `{text}` is not between {first} and {last}; look at its digits",
    ),
    "value.key": Sentence(
        "`{text}` bukan kunci; gunakan huruf kecil, angka, dan tanda hubung, misalnya dinsos",
        "`{text}` is not a key; use lower-case letters, digits and hyphens, such as dinsos",
    ),
    "value.length": Sentence(
        "`{text}` bukan lama waktu; tulis misalnya 2 tahun, 6 bulan, 90 hari, atau 45 hari kerja",
        "`{text}` is not a length of time; write 2 years, 6 months, 90 days or 45 working days",
    ),
    "value.folder": Sentence(
        "`{text}` tidak dapat menjadi tempat berkas; tulis nama folder biasa, boleh dengan tahun dalam kurung kurawal",
        "`{text}` cannot be where files go; write plain folder names, with the year in braces if you like",
    ),
    "value.period": Sentence(
        "`{text}` bukan periode; tulis 2026-S1, 2026-Q1, 2026-01, atau 2026",
        "`{text}` is not a period; write 2026-S1, 2026-Q1, 2026-01 or 2026",
    ),
    "value.interval": Sentence(
        "`{text}` bukan jangka pelaporan; tulis 1 bulan, 3 bulan, 6 bulan, 1 tahun, atau off",
        "`{text}` is not a reporting interval; write 1 month, 3 months, 6 months, 1 year or off",
    ),
    "value.flag": Sentence(
        "`{text}` bukan ya atau tidak; tulis ya, tidak, true, atau false",
        "`{text}` is not yes or no; write yes, no, true or false",
    ),
    "value.whole": Sentence(
        "`{text}` bukan bilangan bulat; tulis angka saja tanpa titik, misalnya 250000000",
        "`{text}` is not a whole number; write digits alone without separators, such as 250000000",
    ),
    "value.count": Sentence(
        "`{text}` harus bilangan bulat mulai dari 1",
        "`{text}` must be a whole number from 1 up",
    ),
    "value.number": Sentence(
        "`{text}` bukan angka; tulis misalnya 12 atau 12.5, dengan titik sebagai tanda desimal",
        "`{text}` is not a number; write 12 or 12.5, with a point for decimals",
    ),
    "value.choice": Sentence(
        "`{text}` bukan salah satu dari: {choices}",
        "`{text}` is not one of: {choices}",
    ),
    "value.choice-near": Sentence(
        "`{text}` tidak dikenal; mungkin maksudnya {near}? Pilihannya: {choices}",
        "`{text}` is not known; did you mean {near}? The choices: {choices}",
    ),
    "value.comma-in-braces": Sentence(
        "`{key}` tidak bernilai di dalam {braces}: koma memisahkan isinya; "
        'apit teks yang memuat koma dengan tanda kutip, misalnya note: "Rapat, ditunda"',
        "`{key}` has no value inside {braces}: a comma separates what stands in them; "
        'quote a text that holds a comma, such as note: "Rapat, ditunda"',
    ),
    "value.unknown-key": Sentence(
        "`{key}` bukan kunci yang dikenal di sini; isinya disimpan tetapi tidak dipakai "
        "(awali dengan x- bila memang milik kantor sendiri)",
        "`{key}` is no key known here; it is kept but not used (begin it with x- if it is your own)",
    ),
    "value.unknown-key-near": Sentence(
        "`{key}` bukan kunci yang dikenal di sini; mungkin maksudnya `{near}`?",
        "`{key}` is no key known here; did you mean `{near}`?",
    ),
    "value.lost-to-comment": Sentence(
        "teks setelah ` #` dianggap komentar dan tidak ikut terbaca; apit seluruh nilai dengan tanda kutip",
        "text after ` #` is a comment and not part of the value; quote the whole value",
    ),
    "file.too-large": Sentence(
        "berkas lebih besar dari {limit} KiB; pindahkan lampiran ke folder .files di sebelahnya",
        "the file is over {limit} KiB; move attachments to the .files folder beside it",
    ),
    "file.not-utf8": Sentence(
        "byte ke-{offset} bukan UTF-8; simpan ulang berkas dengan pengodean UTF-8",
        "byte {offset} is not UTF-8; save the file again in UTF-8",
    ),
    "file.utf16": Sentence(
        "berkas tersimpan sebagai UTF-16; simpan ulang dengan pengodean UTF-8",
        "the file is saved as UTF-16; save it again in UTF-8",
    ),
    "file.lfs": Sentence(
        "ini penunjuk Git LFS, bukan isinya; jalankan `git lfs pull`",
        "this is a Git LFS pointer, not the content; run `git lfs pull`",
    ),
    "file.unreadable": Sentence(
        "tidak dapat dibaca: {reason}",
        "cannot be read: {reason}",
    ),
    "file.not-regular": Sentence(
        "bukan berkas biasa (tautan, folder, atau perangkat); ganti dengan berkasnya sendiri",
        "not a regular file (a link, folder or device); put the file itself here",
    ),
    "file.bad-id": Sentence(
        "nama berkas `{name}` bukan id: pakai huruf kecil, angka, titik, dan tanda hubung, paling panjang 80, "
        "misalnya 2026-dinsos-rsj.yaml",
        "file name `{name}` is no id: use lower-case letters, digits, dots and hyphens, at most 80, "
        "such as 2026-dinsos-rsj.yaml",
    ),
    "file.sync-copy": Sentence(
        "`{name}` tampaknya salinan bentrok dari alat sinkronisasi; "
        "pindahkan isinya yang benar ke berkas aslinya, lalu hapus",
        "`{name}` looks like a sync tool's conflicting copy; move what is right into the original file, then delete it",
    ),
    "file.twin": Sentence(
        "id `{id}` dipakai juga oleh {other}; ganti nama salah satu berkasnya",
        "id `{id}` is also taken by {other}; give one of the files another name",
    ),
    "file.bom": Sentence(
        "berkas diawali tanda BOM; dibiarkan apa adanya, tetapi sebaiknya simpan sebagai UTF-8 tanpa BOM",
        "the file begins with a BOM; it is kept, but UTF-8 without one is better",
    ),
    "file.wrong-ending": Sentence(
        "`{name}` tidak dibaca; berkas perjanjian berakhiran .yaml",
        "`{name}` is not read; an agreement's file ends in .yaml",
    ),
}
