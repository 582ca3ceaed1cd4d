"""What an audit says of an agreement and its commits, and the help of the command that does."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

AUDITING: Final[dict[str, Sentence]] = {
    "audit.findings": Sentence("Temuan", "Findings"),
    "audit.changes": Sentence("Perubahan", "Changes"),
    "audit.counts": Sentence(
        "{findings} temuan, {changes} perubahan", "{findings:finding|findings}, {changes:change|changes}"
    ),
    "audit.now": Sentence("sekarang", "now"),
    "audit.nothing": Sentence("(kosong)", "(nothing)"),
    "audit.entry": Sentence("{day}, {stage}", "{day}, {stage}"),
    "audit.found": Sentence("{level}: {message} [{code}]", "{level}: {message} [{code}]"),
    "audit.found-by": Sentence("{found} — {by}", "{found} — {by}"),
    "audit.by": Sentence("{author}, {commit}: {subject}", "{author}, {commit}: {subject}"),
    "audit.event": Sentence("{author}, {commit}: {subject} — {what}", "{author}, {commit}: {subject} — {what}"),
    "audit.begun": Sentence("berkas dibuat", "the file was made"),
    "audit.fields": Sentence("{fields}", "{fields}"),
    "audit.fields-more": Sentence("{fields} dan {count} isian lain", "{fields} and {count} more"),
    "audit.no-field": Sentence("tidak ada isian yang berubah", "no field changed"),
    "audit.history-edited": Sentence(
        "catatan riwayat {entry} diubah ({fields}): {was} menjadi {now}; riwayat hanya boleh ditambah",
        "the history entry {entry} was changed ({fields}): {was} to {now}; history is only ever added to",
    ),
    "audit.history-removed": Sentence(
        "catatan riwayat {entry} dihapus; riwayat hanya boleh ditambah",
        "the history entry {entry} was removed; history is only ever added to",
    ),
    "audit.history-reordered": Sentence(
        "urutan catatan riwayat diubah; riwayat hanya boleh ditambah",
        "the history entries were put in another order; history is only ever added to",
    ),
    "audit.history-inserted": Sentence(
        "catatan riwayat {entry} disisipkan di depan catatan yang sudah ada",
        "the history entry {entry} was put in before entries that were there already",
    ),
    "audit.history-lost": Sentence(
        "catatan riwayat {entry} hilang ketika dua cabang digabung",
        "the history entry {entry} was lost when two branches were joined",
    ),
    "audit.backdated": Sentence(
        "catatan riwayat {entry} baru ditulis {written}, {days} hari sesudah tanggalnya",
        "the history entry {entry} was written only on {written}, {days:day|days} after its date",
    ),
    "audit.postdated": Sentence(
        "catatan riwayat {entry} sudah ditulis {written}, {days} hari sebelum tanggalnya",
        "the history entry {entry} was written on {written} already, {days:day|days} before its date",
    ),
    "audit.begun-late": Sentence(
        "berkas baru dibuat {written}, dengan {count} catatan riwayat yang sudah lampau",
        "the file was made only on {written}, with {count:history entry|history entries} already long past",
    ),
    "audit.gate-skipped": Sentence(
        "tahap {left} ditinggalkan {day} tanpa memenuhi {count} syarat dan tanpa dicatat sebagai dipaksakan: {reasons}",
        "{left} was left on {day} with {count:condition|conditions} not met and without saying that it was forced: "
        "{reasons}",
    ),
    "audit.term-changed": Sentence(
        "{field} diubah sesudah penandatanganan tanpa adendum yang menyebutnya: {was} menjadi {now}",
        "{field} was changed after signing without an amendment that names it: {was} to {now}",
    ),
    "audit.record-changed": Sentence(
        "{field}, yang sudah tercatat, diubah: {was} menjadi {now}",
        "{field}, already on record, was changed: {was} to {now}",
    ),
    "audit.attachment-changed": Sentence(
        "isi lampiran {file} berubah, tetapi catatannya tidak", "the bytes of {file} changed, but not its record"
    ),
    "audit.attachment-replaced": Sentence(
        "lampiran {file} diganti, beserta sidiknya", "the attachment {file} was replaced, and its hash with it"
    ),
    "audit.attachment-removed-named": Sentence(
        "lampiran {file} dihapus, padahal masih dicatat", "the attachment {file} was removed, though still on record"
    ),
    "audit.attachment-removed-dropped": Sentence(
        "lampiran {file} dihapus, beserta catatannya", "the attachment {file} was removed, and its record with it"
    ),
    "audit.hash-changed": Sentence(
        "sidik lampiran {file} yang tercatat diubah, tetapi isinya di git tidak",
        "the hash on record of {file} was changed, but not its bytes in git",
    ),
    "audit.attachment-differs": Sentence(
        "lampiran {file} bukan lagi berkas yang sidiknya tercatat",
        "the attachment {file} is no longer the file whose hash is on record",
    ),
    "audit.attachment-uncommitted": Sentence(
        "lampiran {file} belum masuk git seperti adanya sekarang", "the attachment {file} is not in git as it is now"
    ),
    "audit.never-committed": Sentence("belum pernah masuk git", "has never been committed"),
    "audit.uncommitted": Sentence("ada perubahan yang belum masuk git", "there are changes that are not committed"),
    "audit.deleted-signed": Sentence(
        "berkas perjanjian yang sudah ditandatangani ini dihapus; `git revert` mengembalikannya",
        "the file of this signed agreement was deleted; `git revert` brings it back",
    ),
    "audit.deleted-draft": Sentence(
        "berkas dihapus sebelum ditandatangani", "the file was deleted before it was signed"
    ),
    "audit.deleted-and-back": Sentence(
        "berkas dihapus, lalu dikembalikan", "the file was deleted, and brought back later"
    ),
    "audit.id-reused": Sentence(
        "id ini sebelumnya dipakai perjanjian lain, yang dihapus waktu itu; catatan lama tidak ikut diperiksa",
        "this id was that of another agreement before, deleted then; what was before is not looked at",
    ),
    "audit.id-reused-renamed": Sentence(
        "id ini sebelumnya dipakai perjanjian lain, yang kini bernama {now}",
        "this id was that of another agreement before, which is now called {now}",
    ),
    "audit.shallow": Sentence(
        "salinan git ini tidak lengkap (shallow): yang terlihat hanya sejak {date}; "
        "`git fetch --unshallow` melengkapinya",
        "this clone is shallow: it only sees what is since {date}; `git fetch --unshallow` gets the rest",
    ),
    "audit.clean": Sentence(
        "{count} perjanjian diperiksa terhadap git: tidak ada temuan",
        "{count:agreement|agreements} held against git: nothing found",
    ),
    "audit.summary": Sentence(
        "{count} perjanjian diperiksa terhadap git: {errors} kesalahan, {warnings} peringatan, {infos} catatan",
        "{count:agreement|agreements} held against git: {errors:error|errors}, {warnings:warning|warnings}, "
        "{infos:note|notes}",
    ),
    "help.audit.short": Sentence(
        "siapa mengubah apa dan kapan, dan apa yang janggal", "who changed what and when, and what looks wrong"
    ),
    "help.audit": Sentence(
        "Memeriksa perjanjian terhadap riwayat git: catatan riwayat yang diubah atau ditulis jauh sesudah tanggalnya, "
        "tahap yang dilompati, isi perjanjian yang berubah sesudah ditandatangani tanpa adendum, lampiran yang isinya "
        "berganti, berkas yang dihapus. Tanpa ID: seluruh register, hanya yang ada temuannya; dengan ID: juga siapa "
        "mengubah apa dan kapan. Kode keluar 1 bila riwayat atau lampiran diubah.",
        "Holds agreements against the log of git: history entries that were rewritten or written long after their "
        "date, gates that were skipped, terms changed after signing without an amendment, attachments whose bytes "
        "changed, files that were deleted. Without ID: the whole register, only what has findings; with ID: also who "
        "changed what and when. Exit code 1 where history or attachments were changed.",
    ),
    "help.audit.examples": Sentence(
        "pks audit\npks audit ketapang\npks audit --since 2026-01-01 --json",
        "pks audit\npks audit ketapang\npks audit --since 2026-01-01 --json",
    ),
    "help.audit.ids": Sentence("perjanjian; tanpa ini semua", "the agreements; all when there is none"),
    "help.audit.since_": Sentence(
        "hanya yang sejak tanggal itu, atau sesudah revisi git itu", "only from that day on, or after that commit"
    ),
    "help.audit.days": Sentence(
        "catatan boleh ditulis sekian hari sesudah tanggalnya (7)", "entries may be written so many days late (7)"
    ),
}
