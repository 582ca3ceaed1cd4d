"""What is said when a register from a spreadsheet is looked at and taken in."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

IMPORTING: Final[dict[str, Sentence]] = {
    # What to look at in a row.
    "importing.party-unread": Sentence(
        "{column}: `{text}` bukan nama mitra; disimpan sebagai teks",
        "{column}: `{text}` is no partner's name; kept as text",
    ),
    "importing.ours-added": Sentence(
        "tidak satu pun pihak yang disebut dikenali sebagai {ours}, yang lalu ditambahkan sebagai pihak; periksa",
        "none of the parties named is known to be {ours}, which was added as a party; look at it",
    ),
    "importing.not-shared-out": Sentence(
        "{column}: `{text}` milik pihak yang mana tidak jelas; disimpan sebagai teks",
        "{column}: whose `{text}` is, is not clear; kept as text",
    ),
    "importing.number-incomplete": Sentence(
        "{column}: nomor `{text}` belum lengkap; disimpan sebagai teks",
        "{column}: the number `{text}` is not complete; kept as text",
    ),
    "importing.number-unread": Sentence(
        "{column}: `{text}` bukan nomor naskah; disimpan sebagai teks",
        "{column}: `{text}` is no document number; kept as text",
    ),
    "importing.title-unread": Sentence(
        "{column}: `{text}` bukan judul; disimpan sebagai teks", "{column}: `{text}` is no title; kept as text"
    ),
    "importing.instrument-unread": Sentence(
        "{column}: jenis `{text}` tidak dikenal; disimpan sebagai teks",
        "{column}: the kind `{text}` is not known; kept as text",
    ),
    "importing.status-unknown": Sentence(
        "{column}: status `{text}` tidak dikenal; disimpan sebagai teks, statusnya menurut tanggal",
        "{column}: the status `{text}` is not known; kept as text, the days decide",
    ),
    "importing.day-unread": Sentence(
        "{column}: `{text}` bukan tanggal yang dapat dibaca; disimpan sebagai teks",
        "{column}: `{text}` is no day that can be read; kept as text",
    ),
    "importing.day-open": Sentence(
        "{column}: `{text}` dapat berarti dua tanggal; disimpan sebagai teks, atau pilih dengan --date-order",
        "{column}: `{text}` may mean two days; kept as text, or choose with --date-order",
    ),
    "importing.day-exchanged": Sentence(
        "{column}: {day} mungkin tertukar hari dan bulannya oleh program lembar kerja; disimpan sebagai teks",
        "{column}: the spreadsheet program may have exchanged day and month of {day}; kept as text",
    ),
    "importing.length-unread": Sentence(
        "{column}: `{text}` bukan jangka waktu; disimpan sebagai teks", "{column}: `{text}` is no length; kept as text"
    ),
    "importing.end-against-length": Sentence(
        "{column}: `{text}` tidak cocok dengan mulai dan {length}; disimpan sebagai teks, akhirnya dihitung",
        "{column}: `{text}` does not go with the start and {length}; kept as text, the end is counted",
    ),
    "importing.length-differs": Sentence(
        "{starts} sampai {ends} bukan {length}; ketiganya dicatat",
        "{starts} to {ends} is not {length}; all three are recorded",
    ),
    "importing.ends-first": Sentence(
        "berakhir sebelum mulai; kedua tanggal disimpan sebagai teks",
        "it ends before it starts; both days are kept as text",
    ),
    "importing.no-start": Sentence("tanggal mulai tidak ada", "there is no start"),
    "importing.year-differs": Sentence(
        "mulai {starts}, padahal nomor atau kolom tahun mengatakan {year}",
        "it starts on {starts}, but its number or year says {year}",
    ),
    "importing.parent-missing": Sentence(
        "adendum ini tidak bertemu perjanjian induknya; dicatat tersendiri",
        "the agreement that this addendum changes was not found; it stands alone",
    ),
    "importing.unsigned": Sentence(
        "`{text}`, nomornya belum lengkap: dicatat sebagai draf, bukan yang berlaku",
        "`{text}` and without all its numbers: recorded as a draft, not as in force",
    ),
    "importing.ended-early": Sentence(
        "`{text}`: dicatat berakhir atas kesepakatan; perbaiki alasannya bila lain",
        "`{text}`: recorded as ended by agreement; mend the reason if it was another",
    ),
    "importing.ends-later": Sentence(
        "status `{text}`, tetapi berakhir baru {ends}; dicatat menurut tanggal",
        "its status is `{text}`, but it ends only on {ends}; recorded by the days",
    ),
    "importing.no-partner": Sentence("tidak ada mitra", "there is no partner"),
    "importing.says-too-little": Sentence(
        "hanya mitra: tidak ada judul, nomor, atau tanggal", "only a partner: no title, number or day"
    ),
    "importing.of-addendum": Sentence("adendum di baris {row}: {doubt}", "addendum in row {row}: {doubt}"),
    # What cannot be read at all.
    "importing.no-headings": Sentence(
        "judul kolom tidak ditemukan pada {sheet}; tulis `header: BARIS` dalam peta (--map)",
        "no headings were found in {sheet}; write `header: ROW` in a map (--map)",
    ),
    "importing.no-sheet": Sentence(
        "tidak ada lembar {sheet}; yang ada: {sheets}", "there is no sheet {sheet}; there are: {sheets}"
    ),
    "importing.several-sheets": Sentence(
        "beberapa lembar dapat dimaksud: {sheets}; pilih dengan --sheet",
        "several sheets may be meant: {sheets}; choose with --sheet",
    ),
    "importing.order-unclear": Sentence(
        "urutan hari dan bulan tidak jelas, dan tidak ditebak; pilih dengan --date-order dan --from-row",
        "the order of day and month is not clear, and is not guessed; choose with --date-order and --from-row",
    ),
    "importing.order-switches": Sentence(
        "{column}: baris {day_first} hari dulu, baris {month_first} bulan dulu; misalnya "
        "--date-order {order} --from-row {row}",
        "{column}: rows {day_first} have the day first, rows {month_first} the month; perhaps "
        "--date-order {order} --from-row {row}",
    ),
    "importing.order-mixed": Sentence(
        "{column}: baris {day_first} hari dulu, baris {month_first} bulan dulu, bercampur; rapikan dulu di berkasnya",
        "{column}: rows {day_first} have the day first, rows {month_first} the month, in turns; mend the file first",
    ),
    "importing.row-without-order": Sentence(
        "--from-row perlu --date-order: urutan sebelum baris itu",
        "--from-row needs --date-order: the order above that row",
    ),
    "importing.map-column": Sentence(
        "peta menyebut kolom {column}, yang tidak ada; kolomnya: {columns}",
        "the map names the column {column}, which is not there; the columns: {columns}",
    ),
    "importing.map-meaning": Sentence(
        "peta, kolom {column}: `{text}` bukan arti kolom; pilihannya: {meanings}",
        "the map, column {column}: `{text}` is no meaning; choose from: {meanings}",
    ),
    "importing.map-key": Sentence(
        "peta {file}: `{key}` tidak dikenal; yang dikenal: {keys}",
        "the map {file}: `{key}` is not known; known are: {keys}",
    ),
    "importing.map-invalid": Sentence(
        "peta {file}: `{key}` tidak dapat dibaca", "the map {file}: `{key}` cannot be read"
    ),
    "importing.map-syntax": Sentence("peta {file}, baris {line}: {reason}", "the map {file}, line {line}: {reason}"),
    "importing.map-state": Sentence(
        "peta {file}, status {word}: `{text}` tidak dikenal; pilihannya: {states}",
        "the map {file}, status {word}: `{text}` is not known; choose from: {states}",
    ),
    "importing.map-comment": Sentence(
        "Arti kolom register ini; boleh diubah, dan dipakai lagi untuk register yang sama.\n"
        "ours: pihak kantor ini; kosong bila semua pihak tertulis. also: ejaan lainnya.\n"
        "columns: title, party, number, signatory, starts, ends, term, signed, status, instrument,\n"
        "  partner-kind, lead, scope, location, purpose, note, link, year, register, id, keep, contact, skip.\n"
        "  party, number, signatory: dengan 2, 3 ... untuk mitra kedua dan seterusnya, ours untuk pihak kantor\n"
        "  ini, either bila selnya yang menentukan.\n"
        "days: dmy (hari dulu) atau mdy (bulan dulu); `mdy from-row 210` bila dari baris 210 sebaliknya.\n"
        "statuses: kata: running, ended, not-renewed, process, renewing, ended-early, draft.",
        "What the columns of this register mean; may be edited, and is used again for the same register.\n"
        "ours: this office's party; empty where every party is written. also: its other spellings.\n"
        "columns: title, party, number, signatory, starts, ends, term, signed, status, instrument,\n"
        "  partner-kind, lead, scope, location, purpose, note, link, year, register, id, keep, contact, skip.\n"
        "  party, number, signatory: with 2, 3 ... for the second partner and so on, ours for this office's party,\n"
        "  either where the cells decide.\n"
        "days: dmy (day first) or mdy (month first); `mdy from-row 210` where it is the other way from row 210 on.\n"
        "statuses: word: running, ended, not-renewed, process, renewing, ended-early, draft.",
    ),
    # What was found.
    "importing.text-read": Sentence("teks {encoding}, pemisah: {separator}", "{encoding} text, separator: {separator}"),
    "importing.map-used": Sentence("memakai peta {file}", "using the map {file}"),
    "importing.order-dmy": Sentence(
        "hari dulu: {certain} sel pasti, {hints} petunjuk, {against} melawan",
        "day first: {certain:cell|cells} certain, {hints:hint|hints}, {against} against",
    ),
    "importing.order-mdy": Sentence(
        "bulan dulu: {certain} sel pasti, {hints} petunjuk, {against} melawan",
        "month first: {certain:cell|cells} certain, {hints:hint|hints}, {against} against",
    ),
    "importing.order-open": Sentence(
        "{count} sel dapat berarti dua tanggal, tidak ditebak",
        "{count:cell|cells} may mean two days, not guessed",
    ),
    "importing.summary": Sentence("{rows} baris: {counts}", "{rows:row|rows}: {counts}"),
    "importing.count.ready": Sentence("{count} siap", "{count} ready"),
    "importing.count.doubt": Sentence("{count} perlu dilihat", "{count} to look at"),
    "importing.count.refused": Sentence("{count} ditolak", "{count} refused"),
    "importing.count.duplicate": Sentence("{count} kembar", "{count:duplicate|duplicates}"),
    "importing.count.joined": Sentence("{count} adendum bergabung", "{count:addendum|addenda} joined"),
    "importing.count.known": Sentence("{count} sudah ada", "{count} already there"),
    "importing.count.blank": Sentence("{count} kosong", "{count} blank"),
    "importing.count.heads": Sentence("{count} judul bagian", "{count:heading|headings}"),
    "importing.contacts": Sentence(
        "{count} sel berisi kontak pribadi tidak dibawa",
        "{count:cell|cells} with ways to reach a person left out",
    ),
    "importing.written": Sentence("{count} perjanjian ditulis", "{count:agreement|agreements} written"),
    "importing.amended": Sentence(
        "{count} perjanjian yang sudah ada mendapat adendum", "{count:agreement|agreements} of the register amended"
    ),
    "importing.look": Sentence(
        "yang masih kurang: `pks check`; semuanya: `pks list`", "what they still lack: `pks check`; all: `pks list`"
    ),
    "importing.next": Sentence(
        "belum ada yang ditulis; {count} perjanjian ditulis dengan: `{command}`",
        "nothing was written; to write {count:agreement|agreements}: `{command}`",
    ),
    "importing.nothing-new": Sentence("tidak ada yang baru di {file}", "there is nothing new in {file}"),
    "importing.map-written": Sentence(
        "peta kolom ditulis ke {file}; ubah, lalu jalankan lagi",
        "the map of the columns is in {file}; edit it, then run again",
    ),
    "importing.review-written": Sentence(
        "semua baris ada di {file}; perbaiki di sana, lalu impor berkas itu",
        "all rows are in {file}; correct them there, then import that file",
    ),
    "importing.review-name": Sentence("{file} harus berakhiran .xlsx", "{file} must end in .xlsx"),
    "importing.review-title": Sentence("Hasil baca register", "What was read of the register"),
    "importing.file-exists": Sentence("{file} sudah ada", "{file} is there already"),
    # Tables.
    "importing.heading.column": Sentence("Kolom", "Column"),
    "importing.heading.meaning": Sentence("Arti", "Meaning"),
    "importing.heading.days": Sentence("Urutan tanggal", "Order of days"),
    "importing.heading.row": Sentence("Baris", "Row"),
    "importing.heading.outcome": Sentence("Hasil", "Outcome"),
    "importing.heading.title": Sentence("Judul", "Title"),
    "importing.heading.partners": Sentence("Mitra", "Partners"),
    "importing.heading.remarks": Sentence("Yang perlu dilihat", "To look at"),
    "importing.heading.own": Sentence("{name}", "{name}"),
    "importing.no-columns": Sentence("tidak ada kolom", "there are no columns"),
    "importing.no-rows": Sentence("tidak ada baris", "there are no rows"),
    "importing.nothing-to-look-at": Sentence("tidak ada yang perlu dilihat", "there is nothing to look at"),
    "importing.outcome.ready": Sentence("siap{of}", "ready{of}"),
    "importing.outcome.doubt": Sentence("perlu dilihat{of}", "look at it{of}"),
    "importing.outcome.refused": Sentence("ditolak{of}", "refused{of}"),
    "importing.outcome.duplicate": Sentence("kembar baris {of}", "same as row {of}"),
    "importing.outcome.joined": Sentence("adendum baris {of}", "addendum of row {of}"),
    "importing.outcome.known": Sentence("sudah ada: {of}", "already there: {of}"),
    "importing.of-ours": Sentence("{meaning}, pihak kantor ini", "{meaning}, this office's"),
    "importing.of-either": Sentence("{meaning}, pihak menurut selnya", "{meaning}, whose the cell tells"),
    "importing.of-partner": Sentence("{meaning}, mitra {number}", "{meaning}, partner {number}"),
    "importing.meaning.title": Sentence("judul", "title"),
    "importing.meaning.party": Sentence("mitra", "partner"),
    "importing.meaning.number": Sentence("nomor naskah", "document number"),
    "importing.meaning.signatory": Sentence("jabatan penanda tangan", "office of the signatory"),
    "importing.meaning.starts": Sentence("mulai", "start"),
    "importing.meaning.ends": Sentence("berakhir", "end"),
    "importing.meaning.term": Sentence("jangka waktu", "term"),
    "importing.meaning.signed": Sentence("tanggal tanda tangan", "day of signing"),
    "importing.meaning.status": Sentence("status", "status"),
    "importing.meaning.instrument": Sentence("jenis naskah", "instrument"),
    "importing.meaning.partner-kind": Sentence("jenis mitra", "kind of partner"),
    "importing.meaning.lead": Sentence("PD pengampu", "unit in charge"),
    "importing.meaning.scope": Sentence("ruang lingkup", "scope"),
    "importing.meaning.location": Sentence("lokasi", "location"),
    "importing.meaning.purpose": Sentence("tujuan", "purpose"),
    "importing.meaning.note": Sentence("catatan", "note"),
    "importing.meaning.link": Sentence("tautan dokumen", "link to the document"),
    "importing.meaning.year": Sentence("tahun", "year"),
    "importing.meaning.register": Sentence("nomor register", "register number"),
    "importing.meaning.id": Sentence("id", "id"),
    "importing.meaning.keep": Sentence("disimpan apa adanya", "kept as it is"),
    "importing.meaning.contact": Sentence("kontak pribadi, tidak dibawa", "personal contact, left out"),
    "importing.meaning.skip": Sentence("dilewati", "passed over"),
    "ask.import-file": Sentence("Berkas register", "File of the register"),
    "help.import.short": Sentence("ambil register dari Excel atau CSV", "take in a register kept in Excel or CSV"),
    "help.import": Sentence(
        "Membaca register yang disimpan dalam xlsx, xls, ods, docx, atau csv: mencari judul kolom, mengusulkan artinya, "
        "dan menunjukkan apa yang akan ditulis. Tanpa --write tidak ada yang ditulis. Impor ulang tidak menambah apa-apa.",
        "Reads a register kept in xlsx, xls, ods, docx or csv: finds its headings, proposes what its columns mean, and "
        "shows what would be written. Without --write nothing is. Importing again adds nothing.",
    ),
    "help.import.examples": Sentence(
        "pks import register.xlsx\npks import register.xlsx --out periksa.xlsx\npks import register.xlsx --write",
        "pks import register.xlsx\npks import register.xlsx --out review.xlsx\npks import register.xlsx --write",
    ),
    "help.import.file": Sentence("berkas register", "the file of the register"),
    "help.import.sheet": Sentence("lembar mana, bila ada beberapa", "which sheet, where there are several"),
    "help.import.map_": Sentence(
        "peta kolom: dipakai bila ada, ditulis bila belum", "the map of the columns: used if there, else written"
    ),
    "help.import.date_order": Sentence(
        "urutan tanggal bila tidak jelas: dmy (hari dulu) atau mdy (bulan dulu)",
        "order of days where it is not clear: dmy (day first) or mdy (month first)",
    ),
    "help.import.from_row": Sentence(
        "mulai baris ini urutannya sebaliknya", "from this row of the file on it is the other order"
    ),
    "help.import.separator": Sentence(
        "pemisah kolom csv bila tidak jelas: comma, semicolon, tab, bar",
        "what separates the columns of a csv, where it is not clear: comma, semicolon, tab, bar",
    ),
    "help.import.out": Sentence(
        "tulis semua baris dengan hasilnya ke xlsx, untuk diperbaiki",
        "write all rows with what becomes of them, to correct",
    ),
    "help.import.write_": Sentence("tulis ke register", "write to the register"),
}
