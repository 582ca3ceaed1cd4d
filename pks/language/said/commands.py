"""The words of `--help`: what each command does, an example of it, and what each option means."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_ANY: Final[dict[str, Sentence]] = {
    "help.any.help": Sentence("tampilkan bantuan ini", "show this help"),
    "help.any.dry_run": Sentence(
        "tampilkan perubahannya saja, tidak menulis apa pun", "print the change and write nothing"
    ),
    "help.any.commit": Sentence(
        "simpan ke git atau tidak (biasanya menurut office.yaml)",
        "commit to git or not (else as office.yaml says)",
    ),
    "help.any.as_json": Sentence("keluaran JSON untuk program lain", "print JSON for scripts"),
    "help.any.id_": Sentence(
        "id, nomor naskah, atau bagian dari id atau judul", "an id, a number, or a part of an id or title"
    ),
    "help.any.party": Sentence(
        "hanya yang melibatkan pihak ini: kunci atau bagian nama",
        "only with this party: its key or a part of its name",
    ),
    "help.any.lead": Sentence("hanya yang diampu unit ini", "only those this unit is in charge of"),
}
_PKS: Final[dict[str, Sentence]] = {
    "help.usage": Sentence("Cara pakai", "Usage"),
    "help.metavar.options": Sentence("PILIHAN", "OPTIONS"),
    "help.metavar.command": Sentence("PERINTAH", "COMMAND"),
    "help.metavar.args": Sentence("ARGUMEN", "ARGS"),
    "help.commands": Sentence("Perintah", "Commands"),
    "commands.group.look": Sentence("Memulai dan melihat", "Begin and look"),
    "commands.group.move": Sentence("Beranjak dari tahap ke tahap", "Move from stage to stage"),
    "commands.group.record": Sentence("Mencatat yang terjadi", "Record what happened"),
    "commands.group.exchange": Sentence("Dari dan untuk orang lain", "From and for other people"),
    "commands.group.change": Sentence("Riwayat, perubahan, dan perpanjangan", "History, changes and renewal"),
    "commands.group.keep": Sentence("Menjaga register", "Look after the register"),
    "help.options": Sentence("Argumen dan pilihan", "Arguments and options"),
    "help.examples": Sentence("Contoh", "Examples"),
    "help.pks": Sentence(
        "Mencatat perjanjian kerja sama daerah, satu berkas YAML tiap perjanjian, dari draf sampai perpanjangan.",
        "Keeps regional cooperation agreements, one YAML file each, from first draft to renewal.",
    ),
    "help.pks.folder": Sentence(
        "cari register mulai dari folder ini (selain itu PKS_DIR, lalu folder sekarang)",
        "look for the register from this folder on (else PKS_DIR, then here)",
    ),
    "help.pks.lang": Sentence(
        "bahasa (selain itu PKS_LANG, office.yaml, pengaturan bahasa sistem)",
        "language (else PKS_LANG, office.yaml, the locale)",
    ),
    "help.pks.today": Sentence(
        "anggap hari ini tanggal itu (selain itu PKS_TODAY, lalu jam komputer)",
        "take this day for today (else PKS_TODAY, the clock)",
    ),
    "help.pks.no_index": Sentence(
        "baca langsung semua berkas, tanpa indeks", "read every file itself, without the index"
    ),
    "help.pks.version": Sentence("tampilkan versi", "show the version"),
}
_REGISTER: Final[dict[str, Sentence]] = {
    "help.init.short": Sentence("buat register", "make a register"),
    "help.init": Sentence(
        "Membuat folder agreements/ dengan aturan kantor di .pks/office.yaml, dan repositori git bila belum ada.",
        "Makes the folder agreements/ with the office's rules in .pks/office.yaml, and a git repository where there is none.",
    ),
    "help.init.examples": Sentence(
        'pks init --office "Bagian Tapem" --region "Kabupaten Contoh" --tier regency\n'
        "pks init /srv/register --report-to bupati=14d --report-to gubernur=30d",
        'pks init --office "Bagian Tapem" --region "Kabupaten Contoh" --tier regency\n'
        "pks init /srv/register --report-to bupati=14d --report-to gubernur=30d",
    ),
    "help.init.folder": Sentence("tempat register dibuat; biasanya folder sekarang", "where to make it; else here"),
    "help.init.office": Sentence("nama kantor", "name of the office"),
    "help.init.region": Sentence("nama daerah", "name of the region"),
    "help.init.tier": Sentence(
        "regency, city, province, ministry, atau agency", "regency, city, province, ministry or agency"
    ),
    "help.init.profile": Sentence(
        "secretariat, atau partner bila fasilitasi bukan tugas kantor ini",
        "secretariat, or partner where facilitation is not this office's to hold",
    ),
    "help.init.report": Sentence(
        "jenjang laporan dan batas waktunya; boleh berulang", "a report tier and its time; may be repeated"
    ),
    "help.new.short": Sentence("mulai perjanjian baru", "begin an agreement"),
    "help.new": Sentence(
        "Membuat draf hanya dengan yang sudah diketahui, lalu menampilkan id-nya. Di terminal, yang kurang ditanyakan.",
        "Begins a draft with only what is known and prints its id. On a terminal it asks for what is missing.",
    ),
    "help.new.examples": Sentence(
        'pks new "Kesehatan jiwa" --party "dinsos=Dinas Sosial" --party "rsj=RSJ"\n'
        'pks new "Rujukan" --party "Klinik Utama" --stage reporting --date 2026-02-12',
        'pks new "Kesehatan jiwa" --party "dinsos=Dinas Sosial" --party "rsj=RSJ"\n'
        'pks new "Rujukan" --party "Klinik Utama" --stage reporting --date 2026-02-12',
    ),
    "help.new.title": Sentence("judul perjanjian", "title of the agreement"),
    "help.new.party": Sentence(
        "satu pihak, Pihak Kesatu lebih dulu; kunci boleh di depan",
        "a party, the first party first; a key may precede",
    ),
    "help.new.instrument": Sentence("KB, PKS, NK, RK, MoU, LoI ...", "KB, PKS, NK, RK, MoU, LoI ..."),
    "help.new.cooperation": Sentence(
        "KSDD, KSDPK, Sinergi, KSDPL, KSDLL ...", "KSDD, KSDPK, Sinergi, KSDPL, KSDLL ..."
    ),
    "help.new.sector": Sentence("urusan; boleh berulang", "a sector; may be repeated"),
    "help.new.scope": Sentence("satu butir ruang lingkup; boleh berulang", "one item of the scope; may be repeated"),
    "help.new.lead": Sentence("PD pengampu; boleh berulang", "the unit in charge; may be repeated"),
    "help.new.length": Sentence("jangka waktu, misalnya 2 tahun", "the term, such as 2 years"),
    "help.new.starts": Sentence("hari pertama berlaku", "first day in force"),
    "help.new.ends": Sentence("hari terakhir berlaku", "last day in force"),
    "help.new.until": Sentence("berlaku sampai peristiwa ini", "in force until this happens"),
    "help.new.under": Sentence(
        "payung perjanjian ini; boleh berulang", "the umbrella of this agreement; may be repeated"
    ),
    "help.new.cluster": Sentence("klaster payung yang diisi", "the umbrella's cluster it fills"),
    "help.new.ours": Sentence("kunci pihak kita; boleh berulang", "the key of our side; may be repeated"),
    "help.new.like": Sentence(
        "ambil naskah, lingkup, dan jangka waktu dari perjanjian ini",
        "take over text, scope and term of this agreement",
    ),
    "help.new.stage": Sentence(
        "tahap saat masuk register; reporting bila sudah berjalan (perlu --date)",
        "the stage it enters the register in; reporting where it runs already (needs --date)",
    ),
    "help.new.id_": Sentence("id pilihan sendiri", "an id of your own"),
    "help.new.date": Sentence("tanggal entri riwayat; biasanya hari ini", "day of the history entry; else today"),
    "help.new.by": Sentence("siapa yang mencatat", "who records it"),
    "help.new.note": Sentence("keterangan entri riwayat", "a note for the history entry"),
}
_READING: Final[dict[str, Sentence]] = {
    "help.show.short": Sentence("satu perjanjian untuk dibaca", "one agreement for reading"),
    "help.show": Sentence(
        "Menampilkan satu perjanjian: kedudukannya, siapa yang ditunggu, apa yang berikutnya, dan isinya.",
        "Shows one agreement: where it stands, who is waited for, what is next, and what it says.",
    ),
    "help.show.examples": Sentence(
        "pks show 2025-ketapang-rsj-kalbar\npks show ketapang --json",
        "pks show 2025-ketapang-rsj-kalbar\npks show ketapang --json",
    ),
    "help.list.short": Sentence("daftar perjanjian", "the register"),
    "help.list": Sentence(
        "Menampilkan perjanjian yang memuat semua kata, sebagai bagian kata, dan memenuhi semua saringan.",
        "Lists the agreements that hold all words, as parts of words, and pass every filter.",
    ),
    "help.list.examples": Sentence(
        "pks list rsj\npks list --validity expired --party dinsos\npks list --ending 2027-02 --json\npks list --as-of 2024-12-31",
        "pks list rsj\npks list --validity expired --party dinsos\npks list --ending 2027-02 --json\npks list --as-of 2024-12-31",
    ),
    "help.list.words": Sentence("kata yang dicari", "words to look for"),
    "help.list.stage": Sentence("hanya tahap ini; boleh berulang", "only this stage; may be repeated"),
    "help.list.validity": Sentence(
        "hanya keadaan ini: active, expiring, expired, unknown ...",
        "only this validity: active, expiring, expired, unknown ...",
    ),
    "help.list.sector": Sentence("hanya urusan ini", "only this sector"),
    "help.list.cooperation": Sentence("hanya jenis kerja sama ini", "only this kind of cooperation"),
    "help.list.instrument": Sentence("hanya naskah ini", "only this instrument"),
    "help.list.under": Sentence("hanya yang di bawah payung ini", "only those under this umbrella"),
    "help.list.year": Sentence(
        "hanya tahun ini: ditandatangani, atau mulai, atau dicatat",
        "only this year: signed, else started, else entered",
    ),
    "help.list.ending": Sentence(
        "hanya yang berakhir pada tahun atau bulan ini", "only those that end in this year or month"
    ),
    "help.list.without": Sentence(
        "hanya yang belum mengisi kunci ini, misalnya registration",
        "only those that do not state this key, such as registration",
    ),
    "help.list.as_of": Sentence("keadaan pada tanggal ini", "as things stood on this day"),
    "help.due.short": Sentence("apa yang perlu dikerjakan, dan kapan", "what needs doing, and by when"),
    "help.due": Sentence(
        "Menampilkan yang jatuh tempo sampai batas itu, hari terakhir ikut; yang terlambat selalu tampil.",
        "Lists what is due up to that time, its last day included; what is overdue always shows.",
    ),
    "help.due.examples": Sentence(
        "pks due --within 90d\npks due --overdue --strict\npks due --kind report --party dinsos --json",
        "pks due --within 90d\npks due --overdue --strict\npks due --kind report --party dinsos --json",
    ),
    "help.due.within": Sentence(
        "sejauh ini ke depan, misalnya 90d atau 6 bulan (biasanya 90d)",
        "this far ahead, such as 90d or 6 months (else 90d)",
    ),
    "help.due.overdue": Sentence("hanya yang terlambat", "only what is overdue"),
    "help.due.kind": Sentence(
        "hanya jenis ini: expiry, decision, notice, start, report, meeting, offer, council, correction, task, review, stage",
        "only this kind: expiry, decision, notice, start, report, meeting, offer, council, correction, task, review, stage",
    ),
    "help.due.strict": Sentence(
        "keluar dengan kode 1 bila ada yang terlambat", "exit with code 1 when something is overdue"
    ),
    "help.check.short": Sentence("periksa semua berkas dan aturan", "look at every file and every rule"),
    "help.check": Sentence(
        "Memeriksa berkas, aturan, tautan, nomor, dan lampiran. Keluar dengan kode 1 bila ada kesalahan.",
        "Checks files, rules, links, numbers and attachments. Exits with 1 when there are errors.",
    ),
    "help.check.examples": Sentence(
        "pks check\npks check 2025-ketapang-rsj-kalbar\npks check --all --json",
        "pks check\npks check 2025-ketapang-rsj-kalbar\npks check --all --json",
    ),
    "help.check.what": Sentence("hanya perjanjian atau berkas ini", "only these agreements or files"),
    "help.check.all_gates": Sentence(
        "periksa juga syarat tahap yang sudah lewat pada perjanjian hasil impor",
        "judge the gates already passed on imported agreements as well",
    ),
}
_CHANGING: Final[dict[str, Sentence]] = {
    "help.set.short": Sentence("isi atau ubah kunci", "set fields"),
    "help.set": Sentence(
        "Mengubah hanya bagian yang disebut; komentar dan tata letak lain tetap. NILAI kosong menghapus, `+` menambah ke daftar.",
        "Changes only what is named; comments and layout of everything else stay. An empty VALUE removes, `+` adds to a list.",
    ),
    "help.set.examples": Sentence(
        "pks set ketapang term.starts=2025-04-01 parties.rsj.number=445/12/RSJ/2025\n"
        "pks set ketapang 'scope.+=Rujukan pasien'\npks set ketapang term.notice=",
        "pks set ketapang term.starts=2025-04-01 parties.rsj.number=445/12/RSJ/2025\n"
        "pks set ketapang 'scope.+=Rujukan pasien'\npks set ketapang term.notice=",
    ),
    "help.set.assignments": Sentence(
        "kunci dan nilainya; pihak disebut dengan kuncinya, koreksi dengan nomornya",
        "a key and its value; parties by key, corrections by number",
    ),
    "help.edit.short": Sentence("sunting di penyunting teks", "edit in your editor"),
    "help.edit": Sentence(
        "Membuka perjanjian di VISUAL atau EDITOR dan memeriksa hasilnya. Teks yang belum benar disimpan, tidak hilang.",
        "Opens the agreement in VISUAL or EDITOR and checks the result. A text that is not right yet is kept, never lost.",
    ),
    "help.edit.examples": Sentence(
        "pks edit ketapang\nEDITOR=nano pks edit 2025-ketapang-rsj-kalbar",
        "pks edit ketapang\nEDITOR=nano pks edit 2025-ketapang-rsj-kalbar",
    ),
    "help.edit.start": Sentence("mulai dari teks yang tersimpan ini", "start from this kept text"),
    "help.rename.short": Sentence("ganti id; tautan mengikuti", "give another id; links follow"),
    "help.rename": Sentence(
        "Mengganti nama berkas dan folder lampirannya, dan mengubah setiap tautan kepadanya.",
        "Renames the file and its attachment folder and changes every link to it.",
    ),
    "help.rename.examples": Sentence(
        "pks rename 2025-ketapang-rsj-kalbar 2025-dinsos-rsj",
        "pks rename 2025-ketapang-rsj-kalbar 2025-dinsos-rsj",
    ),
    "help.rename.old": Sentence("id, nomor, atau bagian judul", "an id, a number, or a part of a title"),
    "help.rename.new": Sentence("id yang baru", "the new id"),
    "help.schema.short": Sentence("skema JSON untuk penyunting", "the JSON Schema for editors"),
    "help.schema": Sentence(
        "Menampilkan JSON Schema berkas perjanjian, agar penyunting teks dapat melengkapi dan menjelaskan.",
        "Prints the JSON Schema of an agreement's file, so that editors can complete and explain.",
    ),
    "help.schema.keep": Sentence(
        "simpan di register, di .pks/schema.json; berkas baru menyebutnya di baris pertama",
        "keep it in the register, in .pks/schema.json; new files name it in their first line",
    ),
    "schema.one-of": Sentence(
        "`--write` menyimpan skema perjanjian; jangan bersama `--office`",
        "`--write` keeps the schema of agreements; not together with `--office`",
    ),
    "check.schema-outdated": Sentence(
        "skema untuk editor bukan dari versi pks ini", "the schema for editors is not the one of this pks"
    ),
    "check.schema-outdated.fix": Sentence("`pks schema --write`", "`pks schema --write`"),
    "help.schema.examples": Sentence(
        "pks schema > pks.schema.json\npks schema --office",
        "pks schema > pks.schema.json\npks schema --office",
    ),
    "help.schema.office": Sentence("skema office.yaml", "the schema of office.yaml"),
    "help.help.short": Sentence("buku manual, atau bantuan satu perintah", "the manual, or the help of a command"),
    "help.help": Sentence(
        "Menampilkan halaman manual (start, procedure, office, format, stages, rules, dates, errors, glossary, changes) atau bantuan satu perintah.",
        "Shows a page of the manual (start, procedure, office, format, stages, rules, dates, errors, glossary, changes) or the help of a command.",
    ),
    "help.help.examples": Sentence("pks help format\npks help set", "pks help format\npks help set"),
    "help.help.words": Sentence("halaman atau perintah", "a page or a command"),
}
COMMANDS: Final[dict[str, Sentence]] = {**_ANY, **_PKS, **_REGISTER, **_READING, **_CHANGING}
