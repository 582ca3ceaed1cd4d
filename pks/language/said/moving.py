"""What is said when an agreement moves through its stages, and the help of the commands that move it."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

_MOVES: Final[dict[str, Sentence]] = {
    "move.done": Sentence("{id}: {before} → {after}", "{id}: {before} → {after}"),
    "move.ended": Sentence("{id}: ditutup pada tahap {stage}, {reason}", "{id}: closed in {stage}, {reason}"),
    "move.reopened": Sentence("{id}: dibuka kembali pada tahap {stage}", "{id}: reopened in {stage}"),
    "move.warning": Sentence("disarankan: {what}", "advised: {what}"),
    "move.gate": Sentence(
        "belum dapat beranjak ke {stage}; {count} hal masih diperlukan:",
        "cannot move on to {stage} yet; {count:thing is|things are} still needed:",
    ),
    "move.missing": Sentence("- {what}\n    {fix}", "- {what}\n    {fix}"),
    "move.last-stage": Sentence(
        "perpanjangan adalah tahap terakhir; perpanjang dengan berkas baru (`pks renew`) atau tutup (`pks close`)",
        "renewal is the last stage; renew it in a new file (`pks renew`) or close it (`pks close`)",
    ),
    "move.already-there": Sentence("perjanjian ini sudah pada tahap {stage}", "it is in {stage} already"),
    "move.not-ahead": Sentence(
        "{stage} tidak berada di depan {now}; untuk mundur pakai `pks back`",
        "{stage} is not ahead of {now}; to return use `pks back`",
    ),
    "move.not-behind": Sentence(
        "{stage} tidak berada di belakang {now}; untuk maju pakai `pks advance`",
        "{stage} is not behind {now}; to move on use `pks advance`",
    ),
    "move.closed": Sentence(
        "perjanjian ini ditutup pada {date} ({reason}); buka kembali dengan `pks back ID --to {stage} --reason ALASAN`",
        "this agreement was closed on {date} ({reason}); reopen it with `pks back ID --to {stage} --reason WHY`",
    ),
    "move.before-last": Sentence(
        "tanggal {day} mendahului entri terakhir, {last}; riwayat tidak berjalan mundur",
        "{day} is before the last entry, {last}; a history does not run backwards",
    ),
    "move.reason-without-force": Sentence(
        "--reason menyertai --force; untuk catatan biasa pakai --note",
        "--reason goes with --force; a plain remark is --note",
    ),
    "ask.force-reason": Sentence("Alasan syarat dilewati", "Why the gate is forced"),
    "ask.back-to": Sentence("Kembali ke tahap", "Back to which stage"),
    "ask.back-reason": Sentence("Alasan kembali", "Why it goes back"),
    "ask.close-reason": Sentence(
        "Alasan penutupan (expired, achieved, agreed, not-renewed ...)",
        "Reason for closing (expired, achieved, agreed, not-renewed ...)",
    ),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.any.date": Sentence("tanggal entri riwayat; biasanya hari ini", "day of the history entry; else today"),
    "help.any.by": Sentence("siapa yang mencatat", "who records it"),
    "help.any.note": Sentence("catatan pada entri riwayat", "a note for the history entry"),
    "help.next.short": Sentence("syarat ke tahap berikutnya", "the gate to the next stage"),
    "help.next": Sentence(
        "Menampilkan apa yang masih kurang untuk beranjak ke tahap berikutnya, mengapa, dan perintah untuk melengkapinya.",
        "Shows what is missing for the next stage, why, and the command that mends it.",
    ),
    "help.next.examples": Sentence(
        "pks next ketapang\npks next ketapang --json", "pks next ketapang\npks next ketapang --json"
    ),
    "help.advance.short": Sentence("beranjak ke tahap berikutnya", "move on to the next stage"),
    "help.advance": Sentence(
        "Beranjak bila semua syarat terpenuhi; bila belum, keluar dengan kode 5 dan menyebut semua yang kurang.",
        "Moves on when every gate is open; else ends with code 5 and says all that is missing.",
    ),
    "help.advance.examples": Sentence(
        "pks advance ketapang\npks advance ketapang --to registration --date 2025-04-10\n"
        'pks advance ketapang --force --reason "Instruksi Sekda, KAK menyusul"',
        "pks advance ketapang\npks advance ketapang --to registration --date 2025-04-10\n"
        'pks advance ketapang --force --reason "Instruksi Sekda, KAK menyusul"',
    ),
    "help.advance.to": Sentence(
        "sampai tahap ini, melewati semua syarat di antaranya atau tidak sama sekali",
        "up to this stage, through every gate between, all or nothing",
    ),
    "help.advance.force": Sentence(
        "lewati syarat yang belum terpenuhi; dicatat", "pass gates that are shut; it is recorded"
    ),
    "help.advance.reason": Sentence("alasan --force", "the reason for --force"),
    "help.back.short": Sentence("kembali ke tahap sebelumnya", "return to an earlier stage"),
    "help.back": Sentence(
        "Kembali ke tahap sebelumnya, atau membuka lagi perjanjian yang ditutup. Riwayat bertambah, tidak dihapus.",
        "Returns to an earlier stage, or reopens a closed agreement. The history grows; nothing is erased.",
    ),
    "help.back.examples": Sentence(
        'pks back ketapang --to facilitation --reason "Lingkup berubah, dibahas lagi"',
        'pks back ketapang --to facilitation --reason "Lingkup berubah, dibahas lagi"',
    ),
    "help.back.to": Sentence("tahap tujuan", "the stage to return to"),
    "help.back.reason": Sentence("alasannya, dicatat dalam riwayat", "why, for the history"),
    "help.close.short": Sentence("tutup perjanjian", "close an agreement"),
    "help.close": Sentence(
        "Mencatat bahwa perjanjian berakhir dan mengapa (PP 28/2018 Ps 9 dan 22). Pergantian pimpinan bukan alasan.",
        "Records that an agreement ended and why (PP 28/2018 Ps 9 and 22). A change of leadership ends nothing.",
    ),
    "help.close.examples": Sentence(
        'pks close ketapang --reason expired\npks close ketapang --reason agreed --date 2026-06-30 --note "BA 12/2026"',
        'pks close ketapang --reason expired\npks close ketapang --reason agreed --date 2026-06-30 --note "BA 12/2026"',
    ),
    "help.close.reason": Sentence(
        "expired, achieved, agreed, policy-change, object-lost, court-ruling, bankruptcy, superseded, rejected, "
        "withdrawn, atau not-renewed",
        "expired, achieved, agreed, policy-change, object-lost, court-ruling, bankruptcy, superseded, rejected, "
        "withdrawn or not-renewed",
    ),
    "help.history.short": Sentence("riwayat satu perjanjian", "the history of one agreement"),
    "help.history": Sentence(
        "Menampilkan entri riwayat satu perjanjian, yang terlama lebih dulu.",
        "Shows the entries of one agreement, oldest first.",
    ),
    "help.history.examples": Sentence(
        "pks history ketapang\npks history ketapang --json", "pks history ketapang\npks history ketapang --json"
    ),
}
MOVING: Final[dict[str, Sentence]] = {**_MOVES, **_HELP}
