"""What is said by the commands that change something, and of a command line that does not fit."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

WRITING: Final[dict[str, Sentence]] = {
    "cli.interrupted": Sentence("dihentikan", "interrupted"),
    "cli.was-written": Sentence(
        "perubahannya sudah tersimpan, tetapi mungkin belum di-commit",
        "the change was written, but perhaps not committed",
    ),
    "cli.terminated": Sentence("dihentikan oleh sistem", "terminated"),
    "cli.environment": Sentence("{file}: {reason}", "{file}: {reason}"),
    "cli.no-output": Sentence("hasilnya tidak dapat ditampilkan: {reason}", "the result could not be shown: {reason}"),
    "cli.bug": Sentence(
        "kesalahan dalam pks sendiri ({kind} di {place}: {reason}); tidak ada berkas yang setengah tertulis. "
        "Jalankan lagi dengan PKS_TRACEBACK=1 dan laporkan keluarannya",
        "a fault in pks itself ({kind} at {place}: {reason}); no file is half written. "
        "Run it again with PKS_TRACEBACK=1 and report what it prints",
    ),
    "usage.no-command": Sentence(
        "tidak ada perintah `{name}`; yang ada: {commands}", "no command `{name}`; there are: {commands}"
    ),
    "usage.no-command-near": Sentence(
        "tidak ada perintah `{name}`; mungkin maksudnya `{near}`?",
        "no command `{name}`; did you mean `{near}`?",
    ),
    "usage.second-word": Sentence(
        "`{first}` perlu satu kata lagi: {seconds}", "`{first}` needs one more word: {seconds}"
    ),
    "usage.no-option": Sentence("tidak ada pilihan `{name}`; lihat `--help`", "no option `{name}`; see `--help`"),
    "usage.no-option-near": Sentence(
        "tidak ada pilihan `{name}`; mungkin maksudnya `{near}`?", "no option `{name}`; did you mean `{near}`?"
    ),
    "usage.missing": Sentence("`{name}` harus diisi; lihat `--help`", "`{name}` is needed; see `--help`"),
    "usage.one-needed": Sentence(
        "salah satu harus diisi: {names}; lihat `--help`", "one of these is needed: {names}; see `--help`"
    ),
    "usage.whole": Sentence("{name}: harus bilangan bulat", "{name}: it must be a whole number"),
    "usage.whole-from": Sentence(
        "{name}: harus bilangan bulat mulai dari {least}", "{name}: it must be a whole number from {least} up"
    ),
    "usage.whole-between": Sentence(
        "{name}: harus bilangan bulat dari {least} sampai {most}",
        "{name}: it must be a whole number from {least} to {most}",
    ),
    "usage.option-needs-value": Sentence("`{name}` memerlukan nilai", "`{name}` needs a value"),
    "usage.option-takes-none": Sentence("`{name}` tidak memakai nilai", "`{name}` takes no value"),
    "usage.bad-value": Sentence("{name}: {reason}", "{name}: {reason}"),
    "usage.bad-language": Sentence("{name}: `{text}` bukan id atau en", "{name}: `{text}` is neither id nor en"),
    "usage.too-many": Sentence(
        "terlalu banyak argumen: `{extra}`; apit teks berspasi dengan tanda kutip",
        "too many arguments: `{extra}`; quote a text that holds spaces",
    ),
    "usage.other": Sentence("perintah tidak dapat dibaca: {reason}", "the command cannot be read: {reason}"),
    "usage.year": Sentence("`{text}` bukan tahun; tulis misalnya 2026", "`{text}` is not a year; write 2026"),
    "usage.ending": Sentence(
        "`{text}` bukan tahun atau bulan; tulis 2026 atau 2026-07",
        "`{text}` is not a year or month; write 2026 or 2026-07",
    ),
    "usage.field": Sentence(
        "`{text}` bukan kunci yang dapat ditanyakan; tulis misalnya registration atau term.starts",
        "`{text}` is no key that can be asked for; write registration or term.starts",
    ),
    "usage.not-text": Sentence(
        "`{name}` memuat byte yang bukan teks UTF-8", "`{name}` holds bytes that are not UTF-8 text"
    ),
    "register.none": Sentence(
        "tidak ada folder agreements/ di {folder} atau di atasnya; buat dengan `pks init`, atau tunjuk dengan -C",
        "no agreements/ folder in {folder} or above it; make one with `pks init`, or point to it with -C",
    ),
    "register.no-folder": Sentence("folder {folder} tidak ada", "folder {folder} does not exist"),
    "register.unknown": Sentence("tidak ada perjanjian `{query}`", "no agreement `{query}`"),
    "register.near": Sentence(
        "tidak ada perjanjian `{query}`; mungkin salah satu dari:", "no agreement `{query}`; perhaps one of:"
    ),
    "register.several": Sentence(
        "`{query}` cocok dengan {count} perjanjian; sebut salah satu:",
        "`{query}` fits {count:agreement|agreements}; name one:",
    ),
    "register.candidate": Sentence("{id}  {title}", "{id}  {title}"),
    "register.more": Sentence("dan {count} lagi", "and {count} more"),
    "file.invalid": Sentence(
        "{file} belum dapat dibaca; perbaiki dulu:", "{file} cannot be understood; mend it first:"
    ),
    "write.resolved": Sentence("{id}", "{id}"),
    "write.twin": Sentence(
        "id {id} dipakai dua berkas, sehingga tidak jelas mana yang dimaksud; ganti nama salah satu berkasnya dulu:",
        "two files have the id {id}, so it is not clear which is meant; give one of the files another name first:",
    ),
    "write.nothing": Sentence("{id}: tidak ada yang berubah", "{id}: nothing changed"),
    "record.refused": Sentence(
        "{count} dari {total} perjanjian menolak, sehingga tidak ada yang ditulis:",
        "{count} of {total} agreements refuse, so nothing was written:",
    ),
    "record.refused-one": Sentence("{id}: {reason}", "{id}: {reason}"),
    "write.dry-run": Sentence("hanya dicoba; tidak ada yang ditulis", "only tried; nothing was written"),
    "write.office-invalid": Sentence(
        "{file} belum dapat dibaca, sehingga aturan kantor tidak diketahui; perbaiki dulu:",
        "{file} cannot be understood, so the office's rules are not known; mend it first:",
    ),
    "init.exists": Sentence(
        "sudah ada register di {folder}; ubah aturannya di {folder}/.pks/office.yaml",
        "there is a register in {folder} already; its rules are in {folder}/.pks/office.yaml",
    ),
    "init.done": Sentence(
        "register dibuat di {folder}; mulai dengan `pks new JUDUL --party NAMA --party NAMA`",
        "register made in {folder}; begin with `pks new TITLE --party NAME --party NAME`",
    ),
    "init.bad-tier": Sentence(
        "`{text}` bukan jenjang laporan; tulis misalnya bupati=14d",
        "`{text}` is no report tier; write bupati=14d",
    ),
    "office.notice": Sentence(
        "putuskan paling lambat selama ini sebelum berakhir", "decide at least this long before the end"
    ),
    "office.last_day": Sentence(
        "12-02-2026 + 2 tahun berakhir 11-02-2028; anniversary: 12-02-2028",
        "2026-02-12 + 2 years ends 2028-02-11; anniversary: 2028-02-12",
    ),
    "office.stages": Sentence("lebih lama dari ini masuk `pks due`", "longer than this is in `pks due`"),
    "office.replies": Sentence("batas jawaban dari luar", "how long others may take to answer"),
    "office.holidays": Sentence("hari libur, misalnya 2026-08-17", "days off, such as 2026-08-17"),
    "office.register": Sentence("pola nomor register", "pattern of register numbers"),
    "office.team": Sentence("keputusan pembentukan TKKSD", "the decree that set up the TKKSD"),
    "office.rules": Sentence("kode aturan: off, info, warning, error", "code of a rule: off, info, warning, error"),
    "ask.office": Sentence("Nama kantor", "Name of the office"),
    "ask.region": Sentence("Daerah", "Region"),
    "ask.tier": Sentence(
        "Jenjang (kabupaten, kota, provinsi, kementerian, lembaga)",
        "Tier (regency, city, province, ministry, agency)",
    ),
    "ask.report-tiers": Sentence(
        "Laporan dikirim kepada, dan dalam berapa lama", "Reports go to, and within what time"
    ),
    "ask.id": Sentence(
        "Perjanjian yang mana (id, nomor, atau bagian judul)", "Which agreement (id, number or part of a title)"
    ),
    "ask.assignment": Sentence(
        "Kunci dan nilainya, misalnya term.starts=2026-04-01", "Key and value, such as term.starts=2026-04-01"
    ),
    "ask.new-id": Sentence("Id yang baru", "The new id"),
    "ask.date": Sentence("Sejak tanggal", "Since which day"),
    "ask.title": Sentence("Judul perjanjian", "Title of the agreement"),
    "ask.party": Sentence("Pihak {number} (kosongkan bila selesai)", "Party {number} (leave empty when done)"),
    "ask.first-party": Sentence("Pihak Kesatu", "First party"),
    "ask.instrument": Sentence(
        "Naskah: KB, PKS, NK, RK, MoU ... (boleh kosong)",
        "Instrument: KB, PKS, NK, RK, MoU ... (may be empty)",
    ),
    "ask.cooperation": Sentence(
        "Jenis kerja sama: KSDD, KSDPK, Sinergi ... (boleh kosong)",
        "Kind of cooperation: KSDD, KSDPK, Sinergi ... (may be empty)",
    ),
    "ask.edit-again": Sentence("Sunting lagi?", "Edit again?"),
    "new.taken": Sentence(
        "id {id} sudah dipakai oleh {file}; pilih yang lain, misalnya --id {free}",
        "id {id} is taken by {file}; choose another, such as --id {free}",
    ),
    "rename.taken": Sentence(
        "id {id} sudah dipakai oleh {file}; pilih yang lain, misalnya {free}",
        "id {id} is taken by {file}; choose another, such as {free}",
    ),
    "new.bad-id": Sentence(
        "`{id}` bukan id: pakai huruf kecil, angka, titik, dan tanda hubung, paling panjang 80",
        "`{id}` is no id: use lower-case letters, digits, dots and hyphens, at most 80",
    ),
    "new.no-title": Sentence("judul tidak boleh kosong", "the title may not be empty"),
    "new.no-party": Sentence("nama pihak tidak boleh kosong", "a party's name may not be empty"),
    "new.ours-unknown": Sentence(
        "--ours {key}: tidak ada pihak dengan kunci itu; yang ada: {keys}",
        "--ours {key}: no party has that key; there are: {keys}",
    ),
    "new.twin-party": Sentence("kunci pihak `{key}` dipakai dua kali", "party key `{key}` is used twice"),
    "new.taken-over": Sentence(
        "kunci pihak `{key}` sudah terpakai: pihak itu diambil dari {other}; pakai kunci lain untuk pihak yang baru",
        "party key `{key}` is in use: that party is taken over from {other}; give the new party another key",
    ),
    "new.date-needed": Sentence(
        "--stage {stage} memerlukan --date: sejak kapan perjanjian berada di tahap itu",
        "--stage {stage} needs --date: since when it has been in that stage",
    ),
    "set.no-equals": Sentence("`{text}` bukan KUNCI=NILAI", "`{text}` is not KEY=VALUE"),
    "set.bad-path": Sentence(
        "`{path}` bukan kunci yang dapat dibaca; tulis misalnya term.starts atau parties.rsj.number",
        "`{path}` is not a readable key; write term.starts or parties.rsj.number",
    ),
    "set.unknown-key": Sentence(
        "`{path}`: tidak ada kunci `{key}` di sini; yang ada: {keys}",
        "`{path}`: there is no key `{key}` here; there are: {keys}",
    ),
    "set.unknown-key-near": Sentence(
        "`{path}`: tidak ada kunci `{key}` di sini; mungkin maksudnya `{near}`?",
        "`{path}`: there is no key `{key}` here; did you mean `{near}`?",
    ),
    "set.no-item": Sentence(
        "`{path}`: tidak ada butir `{item}`; yang ada: {items}",
        "`{path}`: there is no item `{item}`; there are: {items}",
    ),
    "set.no-items": Sentence(
        "`{path}`: daftarnya kosong; tambahkan dengan `{list}.+=`",
        "`{path}`: the list is empty; add with `{list}.+=`",
    ),
    "set.several-items": Sentence(
        "`{path}`: lebih dari satu butir bernama `{item}`; perbaiki dulu dengan `pks edit`",
        "`{path}`: more than one item is called `{item}`; mend that first with `pks edit`",
    ),
    "set.below-scalar": Sentence(
        "`{path}`: tidak ada apa pun di bawah `{key}`", "`{path}`: there is nothing below `{key}`"
    ),
    "set.history": Sentence(
        "riwayat hanya bertambah melalui perintahnya sendiri, tidak melalui `pks set`",
        "the history grows by commands of its own, never by `pks set`",
    ),
    "set.append-needs-value": Sentence("`{path}` memerlukan nilai untuk ditambahkan", "`{path}` needs a value to add"),
    "set.bad-value": Sentence("`{path}`: {reason}", "`{path}`: {reason}"),
    "set.not-yaml": Sentence(
        "`{path}`: nilainya bukan YAML yang dapat dibaca: {reason}",
        "`{path}`: the value is not readable YAML: {reason}",
    ),
    "set.twice": Sentence("`{path}` disebut dua kali", "`{path}` is named twice"),
    "edit.no-editor-set": Sentence(
        "tidak ada penyunting; atur EDITOR, misalnya EDITOR=nano", "there is no editor; set EDITOR, such as EDITOR=nano"
    ),
    "edit.no-editor": Sentence(
        "penyunting `{editor}` tidak dapat dijalankan: {reason}; atur EDITOR, misalnya EDITOR=nano",
        "editor `{editor}` cannot be run: {reason}; set EDITOR, such as EDITOR=nano",
    ),
    "edit.failed": Sentence(
        "penyunting berhenti dengan kode {code}; tidak ada yang ditulis",
        "the editor ended with code {code}; nothing was written",
    ),
    "edit.invalid": Sentence(
        "hasil suntingan belum dapat dibaca, sehingga {file} tidak diubah:",
        "the edited text cannot be understood, so {file} was not changed:",
    ),
    "edit.moved": Sentence(
        "{file} berubah selagi disunting, sehingga tidak ditimpa; bandingkan dulu keduanya",
        "{file} changed while it was being edited, so it was not overwritten; compare the two first",
    ),
    "edit.both": Sentence("keduanya mengubah {places}", "both changed {places}"),
    "edit.joined": Sentence(
        "{file} berubah selagi disunting; perubahan itu dan suntingan Anda kini sama-sama ada di dalamnya",
        "{file} changed while it was being edited; that change and yours are both in it now",
    ),
    "edit.kept": Sentence(
        "teks Anda disimpan di {kept}; lanjutkan dengan `pks edit {id} --from {kept}`",
        "your text is kept in {kept}; go on with `pks edit {id} --from {kept}`",
    ),
    "edit.history": Sentence(
        "catatan: riwayat yang lama berubah; riwayat sebaiknya hanya bertambah",
        "note: earlier history was changed; history should only grow",
    ),
    "rename.same": Sentence("nama lama dan baru sama", "the old and the new name are the same"),
    "rename.done-unlinked": Sentence("{old} → {new}; tidak ada tautan ke sana", "{old} → {new}; nothing links to it"),
    "rename.done": Sentence("{old} → {new}; {count} tautan ikut diubah", "{old} → {new}; {count:link|links} followed"),
    "rename.files-taken": Sentence("folder lampiran {folder} sudah ada", "attachment folder {folder} is there already"),
    "rename.broken": Sentence(
        "{file} belum dapat dibaca, sehingga tautan di dalamnya tidak diketahui; perbaiki dulu:",
        "{file} cannot be understood, so its links are not known; mend it first:",
    ),
    "check.attachment-missing": Sentence(
        "lampiran {file} tidak ada; letakkan di {folder}/ atau perbaiki `file:`",
        "attachment {file} is missing; put it in {folder}/ or mend `file:`",
    ),
    "check.attachment-outside": Sentence(
        "lampiran {file} menunjuk ke luar {folder}/", "attachment {file} points outside {folder}/"
    ),
    "check.attachment-changed": Sentence(
        "isi lampiran {file} tidak sesuai dengan sha256-nya; berkasnya berubah sejak dicatat",
        "attachment {file} does not match its sha256; the file changed since it was recorded",
    ),
    "check.line-endings": Sentence(
        "git dapat mengubah akhir baris; tulis `{line}` di dalamnya",
        "git may change line endings; write `{line}` in it",
    ),
    "check.synced": Sentence(
        "register berada di folder {folder} yang disinkronkan: jangan dua orang menulis bersamaan, andalkan git",
        "the register lies in the synchronised folder {folder}: no two people should write at once, rely on git",
    ),
    "check.swept": Sentence(
        "sisa penulisan yang terputus dibersihkan: {file}", "swept a leftover of an interrupted write: {file}"
    ),
    "help.unknown-topic": Sentence(
        "tidak ada halaman `{topic}`; yang ada: {topics}", "no page `{topic}`; there are: {topics}"
    ),
    "help.topics": Sentence(
        "Baru mulai: `pks help start`. Halaman manual, dibaca dengan `pks help HALAMAN`: {topics}.",
        "New to pks: `pks help start`. Pages of the manual, read with `pks help PAGE`: {topics}.",
    ),
}
