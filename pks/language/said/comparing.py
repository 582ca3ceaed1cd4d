"""What is said when two versions of an agreement are compared, and the help of the command that does."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

COMPARING: Final[dict[str, Sentence]] = {
    "column.field": Sentence("Isian", "Field"),
    "column.before": Sentence("Semula", "Before"),
    "column.after": Sentence("Menjadi", "After"),
    "diff.pair": Sentence("{name}: {value}", "{name}: {value}"),
    "diff.within": Sentence("{outer} · {inner}", "{outer} · {inner}"),
    "diff.new": Sentence("(baru)", "(new)"),
    "diff.gone": Sentence("(dihapus)", "(removed)"),
    "diff.none": Sentence("Tidak ada yang berbeda.", "Nothing differs."),
    "diff.last-change": Sentence(
        "tidak ada perubahan sejak commit terakhir; inilah perubahan terakhir, {date} oleh {author}: {subject}",
        "nothing has changed since the last commit; this is the last change, {date} by {author}: {subject}",
    ),
    "diff.uncommitted": Sentence(
        "{id} belum pernah masuk git, jadi tidak ada pembandingnya",
        "{id} has never been committed, so there is nothing to compare it with",
    ),
    "diff.no-revision": Sentence(
        "tidak ada revisi {revision}; tulis hash dari `git log`, HEAD~1, atau tanggal TTTT-BB-HH",
        "there is no revision {revision}; write a hash of `git log`, HEAD~1, or a day YYYY-MM-DD",
    ),
    "diff.no-commit-by": Sentence("belum ada commit sampai {date}", "there is no commit on or before {date}"),
    "help.diff.short": Sentence("perubahan menurut isian, bukan baris YAML", "changes by field, not by YAML line"),
    "help.diff": Sentence(
        "Menunjukkan isian yang berbeda antara berkas sekarang dan suatu revisi git atau tanggal. Tanpa REV: sejak "
        "commit terakhir, atau, bila tidak ada yang berubah, perubahan terakhir.",
        "Shows the fields that differ between the file as it is and a revision of git or a day. Without REV: since "
        "the last commit, or, where nothing has changed, the last change.",
    ),
    "help.diff.examples": Sentence(
        "pks diff ketapang\npks diff ketapang HEAD~3\npks diff ketapang 2025-03-01",
        "pks diff ketapang\npks diff ketapang HEAD~3\npks diff ketapang 2025-03-01",
    ),
    "help.diff.revision": Sentence("revisi git, atau tanggal TTTT-BB-HH", "a revision of git, or a day YYYY-MM-DD"),
}
