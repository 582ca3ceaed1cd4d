"""The words of `tree`, `board`, `timeline` and `stats`: on the screen and in their help."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_SCREENS: Final[dict[str, Sentence]] = {
    "tree.empty-slot": Sentence("{cluster}: belum ada perjanjian", "{cluster}: no agreement yet"),
    "tree.outside": Sentence("{title} (tidak ada di register)", "{title} (not in the register)"),
    "tree.again": Sentence(
        "{id}: payung melingkar, isinya sudah tampil di tempat lain",
        "{id}: a loop of umbrellas, shown elsewhere with what is under it",
    ),
    "board.column": Sentence("Kolom", "Column"),
    "board.in-stage": Sentence("Lama", "In stage"),
    "board.late": Sentence("Terlambat", "Late"),
    "board.since": Sentence("Sejak", "Since"),
    "board.empty": Sentence("Tidak ada perjanjian yang terbuka.", "No agreement is open."),
    "board.group": Sentence("{column}: {count}", "{column}: {count}"),
    "board.draft": Sentence("penyusunan", "drafting"),
    "board.facilitation": Sentence("fasilitasi", "facilitation"),
    "board.corrections": Sentence("koreksi belum selesai", "open corrections"),
    "board.signatures": Sentence("menunggu tanda tangan", "waiting for signatures"),
    "board.registration": Sentence("registrasi", "registration"),
    "board.reporting": Sentence("pelaksanaan dan pelaporan", "implementation and reporting"),
    "board.renewal": Sentence("perpanjangan", "renewal"),
    "board.days": Sentence("{days} hari", "{days:day|days}"),
    "timeline.until": Sentence("Berlaku sampai", "In force until"),
    "timeline.successors": Sentence("Penerus", "Successors"),
    "timeline.gap-days": Sentence("Celah (hari)", "Gap (days)"),
    "timeline.empty": Sentence(
        "Tidak ada perjanjian yang cocok dan diketahui mulainya.", "No agreement fits whose start is known."
    ),
    "timeline.today": Sentence("hari ini, {day}", "today, {day}"),
    "timeline.gap": Sentence("celah {days} hari", "gap {days:day|days}"),
    "timeline.legend": Sentence(
        "█ berlaku  ░ belum ditandatangani  · celah sebelum penerus  → tanpa batas akhir",
        "█ in force  ░ not signed  · gap before its successor  → open end",
    ),
    "usage.years": Sentence("--from {first} sesudah --to {last}", "--from {first} is after --to {last}"),
    "stats.count": Sentence("Jumlah", "Count"),
    "stats.group": Sentence("Kelompok", "Group"),
    "stats.name": Sentence("Nama", "Name"),
    "stats.all": Sentence("Register", "Register"),
    "stats.total": Sentence("semua perjanjian", "all agreements"),
    "stats.not-stated": Sentence("belum diisi", "not stated"),
    "stats.by": Sentence("Menurut {kind}", "By {kind}"),
    "stats.by-several": Sentence(
        "Menurut {kind} (yang punya dua dihitung di keduanya)", "By {kind} (one with two counts in both)"
    ),
    "stats.validity": Sentence("keadaan", "validity"),
    "stats.stage": Sentence("tahap", "stage"),
    "stats.cooperation": Sentence("jenis kerja sama", "kind of cooperation"),
    "stats.instrument": Sentence("naskah", "instrument"),
    "stats.sector": Sentence("urusan", "sector"),
    "stats.lead": Sentence("PD pengampu", "unit in charge"),
    "stats.year": Sentence("Tahun {year}", "The year {year}"),
    "stats.signed": Sentence("ditandatangani", "signed"),
    "stats.started": Sentence("mulai berlaku", "came into force"),
    "stats.running": Sentence("berlaku pada {day}", "in force on {day}"),
    "stats.ended": Sentence("berakhir atau ditutup", "ended or closed"),
    "stats.renewed": Sentence("diperpanjang: penerusnya ditandatangani", "renewed: a successor was signed"),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.tree.short": Sentence("payung, klaster, dan slot yang kosong", "umbrellas, clusters and empty slots"),
    "help.tree": Sentence(
        "Menampilkan payung dan perjanjian di bawahnya menurut klaster, termasuk klaster yang belum terisi. Dengan ID hanya pohonnya.",
        "Shows umbrellas and the agreements under them by cluster, with the clusters nobody fills. With ID only its own tree.",
    ),
    "help.tree.examples": Sentence(
        "pks tree\npks tree 2022-banten-rs-bhayangkara\npks tree --json",
        "pks tree\npks tree 2022-banten-rs-bhayangkara\npks tree --json",
    ),
    "help.board.short": Sentence("perjanjian menurut tahap dan meja", "agreements by stage and whose desk"),
    "help.board": Sentence(
        "Menampilkan perjanjian yang belum ditutup menurut tahap: berapa lama di situ, siapa yang ditunggu, mana yang terlambat.",
        "Shows the agreements that are not closed by stage: how long they are in it, who is waited for, what is late.",
    ),
    "help.board.examples": Sentence(
        "pks board\npks board --party rsj\npks board --lead dinsos --json",
        "pks board\npks board --party rsj\npks board --lead dinsos --json",
    ),
    "help.timeline.short": Sentence("masa berlaku sebagai batang menurut tahun", "terms as bars by year"),
    "help.timeline": Sentence(
        "Menggambar masa berlaku perjanjian yang diketahui mulainya; perpanjangan berdampingan, dan celah di antaranya tampak.",
        "Draws the terms of agreements whose start is known; renewals stand together, and the gaps between them show.",
    ),
    "help.timeline.examples": Sentence(
        "pks timeline\npks timeline rsj --from 2020 --to 2030\npks timeline --json",
        "pks timeline\npks timeline rsj --from 2020 --to 2030\npks timeline --json",
    ),
    "help.timeline.words": Sentence("kata yang dicari", "words to look for"),
    "help.timeline.first": Sentence("mulai tahun ini", "from this year on"),
    "help.timeline.last": Sentence("sampai tahun ini", "up to this year"),
    "help.stats.short": Sentence(
        "jumlah menurut keadaan, jenis, urusan, dan tahun", "counts by validity, kind, sector and year"
    ),
    "help.stats": Sentence(
        "Menghitung perjanjian menurut keadaan hari ini, tahap, jenis, naskah, urusan, dan pengampu, serta apa yang terjadi tahun itu.",
        "Counts agreements by validity today, stage, kind, instrument, sector and lead, and what happened in the year.",
    ),
    "help.stats.examples": Sentence(
        "pks stats\npks stats --year 2025 --json", "pks stats\npks stats --year 2025 --json"
    ),
    "help.stats.year": Sentence("tahun yang dihitung (biasanya tahun ini)", "the year to count (else this one)"),
}
OVERVIEWS: Final[dict[str, Sentence]] = {**_SCREENS, **_HELP}
