"""What is said when two versions of a file are joined, and the help of the command that does."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

MERGING: Final[dict[str, Sentence]] = {
    "merge.conflicts": Sentence(
        "{file}: kedua pihak mengubah {places} secara berbeda; keduanya ditandai di dalam berkas",
        "{file}: both sides changed {places} differently; both are marked in the file",
    ),
    "merge.lines": Sentence(
        "{file}: kedua versi tidak dapat digabung; bedanya ditandai di dalam berkas",
        "{file}: the two versions cannot be joined; where they differ is marked in the file",
    ),
    "merge.no-room": Sentence(
        "{file}: kedua versi digabung lebih besar dari {limit} KiB, yang tidak dapat dibaca perintah mana pun; bedanya "
        "ditandai di dalam berkas: pilih yang perlu, pindahkan naskah yang panjang menjadi lampiran",
        "{file}: both versions together are over {limit} KiB, which no command can read; where they differ is marked "
        "in the file: keep what is needed there, and make attachments of long texts",
    ),
    "merge.no-file": Sentence("tidak ada berkas {file}", "no file {file}"),
    "merge.not-text": Sentence("{file} bukan teks UTF-8 (byte ke-{offset})", "{file} is no UTF-8 text (byte {offset})"),
    "merge.too-large": Sentence(
        "{file} lebih besar dari {limit} KiB, jadi bukan berkas register; tidak ada yang digabung",
        "{file} is over {limit} KiB, so it is no file of a register; nothing was joined",
    ),
    "merge.installed": Sentence(
        "git di {folder} kini menggabung berkas register menurut isinya",
        "git in {folder} now joins the files of the register by what they say",
    ),
    "check.no-driver": Sentence(
        "git di salinan ini belum menggabung berkas register menurut isinya",
        "git in this clone does not yet join the files of the register by what they say",
    ),
    "check.no-driver.fix": Sentence("`pks merge --install`", "`pks merge --install`"),
    "help.merge.short": Sentence("gabung dua versi berkas; dipanggil git", "join two versions of a file; git calls it"),
    "help.merge": Sentence(
        "Menggabung dua versi satu berkas register menurut isinya: isian yang berbeda, jawaban atas koreksi yang "
        "berbeda, laporan dan riwayat yang ditambahkan masing-masing pihak digabung tanpa konflik. Hasilnya ditulis ke "
        "OURS. Isian yang diubah berbeda oleh keduanya ditandai di dalam berkas, dan kode keluarnya 1. `pks init` "
        "memasangnya di git; untuk salinan lain: `pks merge --install`.",
        "Joins two versions of a file of the register by what they say: different fields, answers to different "
        "corrections, reports and history that either side added are joined without a conflict. The result is written "
        "to OURS. A field that both changed differently is marked in the file, and the exit code is 1. `pks init` "
        "tells git of it; for another clone: `pks merge --install`.",
    ),
    "help.merge.examples": Sentence(
        "pks merge --install\npks merge dasar.yaml kami.yaml mereka.yaml",
        "pks merge --install\npks merge base.yaml ours.yaml theirs.yaml",
    ),
    "help.merge.base": Sentence("versi asal keduanya", "the version that both grew from"),
    "help.merge.ours": Sentence("versi kami; hasilnya ditulis ke sini", "our version; the result is written here"),
    "help.merge.theirs": Sentence("versi mereka", "their version"),
    "help.merge.path": Sentence("nama berkas itu di register", "what the file is called in the register"),
    "help.merge.marker_size": Sentence("panjang tanda konflik", "how long a mark of a conflict is"),
    "help.merge.install": Sentence("pasang di git salinan ini", "tell git in this clone to use it"),
}
