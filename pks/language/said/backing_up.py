"""What is said when the register is backed up, and the help of the command that does."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

BACKING_UP: Final[dict[str, Sentence]] = {
    "ask.backup-file": Sentence("Simpan cadangan ke berkas (.bundle)", "File to keep the backup in (.bundle)"),
    "backup.done": Sentence(
        "cadangan diperiksa: seluruh riwayat dapat diambil kembali dengan `git clone BERKAS` (commit {commit})",
        "the backup was checked: the whole history can be had back by `git clone FILE` (commit {commit})",
    ),
    "backup.uncommitted": Sentence(
        "{count} berkas belum masuk git dan karena itu tidak ada di cadangan: {files}",
        "{count:file is|files are} not committed and so not in the backup: {files}",
    ),
    "backup.no-commit": Sentence(
        "git di {folder} belum punya commit, jadi belum ada yang dapat dicadangkan",
        "git in {folder} has no commit yet, so there is nothing to back up",
    ),
    "backup.unproven": Sentence(
        "{file} tidak memberikan kembali isi git; cadangan dibatalkan",
        "{file} does not give back what git has; the backup was given up",
    ),
    "backup.is-workbook": Sentence(
        "{file}: beri nama lain, misalnya cadangan.bundle; buku kerja Excel ditaruh di sampingnya",
        "{file}: give it another name, such as backup.bundle; the Excel workbook is put beside it",
    ),
    "backup.never": Sentence(
        "register ini belum pernah dicadangkan; `pks backup BERKAS.bundle` menyimpan semuanya di tempat lain",
        "this register has never been backed up; `pks backup FILE.bundle` keeps all of it in another place",
    ),
    "help.backup.short": Sentence("cadangkan register dan seluruh riwayatnya", "back up the register and its history"),
    "help.backup": Sentence(
        "Menyimpan seluruh riwayat git dalam satu berkas (git bundle) dan register sebagai buku kerja Excel di "
        "sampingnya. Berkasnya diperiksa dengan mengambilnya kembali; `git clone BERKAS` memulihkannya di komputer mana pun.",
        "Keeps the whole history of git in one file (a git bundle), and the register as an Excel workbook beside it. The "
        "file is proven by having it back; `git clone FILE` restores it on any computer.",
    ),
    "help.backup.examples": Sentence(
        "pks backup /media/usb/register-2026-03.bundle\npks backup cadangan.bundle --force",
        "pks backup /media/usb/register-2026-03.bundle\npks backup backup.bundle --force",
    ),
    "help.backup.file": Sentence("berkas cadangan, misalnya register.bundle", "the file, such as register.bundle"),
    "help.backup.force": Sentence("ganti berkas yang sudah ada", "replace files that are there"),
}
