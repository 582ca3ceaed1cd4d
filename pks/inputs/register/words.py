"""The words of registers that mean a value of the format: what an agreement is, how it stands, who the partner is."""

from __future__ import annotations

import re
from typing import Final

from pks.inputs.register.days import plain

# How an agreement stands. "process" is on its way to a signature, or to a renewal: its numbers tell which.
RUNNING, ENDED, NOT_RENEWED, PROCESS, RENEWING, ENDED_EARLY, DRAFT = (
    "running", "ended", "not-renewed", "process", "renewing", "ended-early", "draft",
)  # fmt: skip
STATES: Final = (RUNNING, ENDED, NOT_RENEWED, PROCESS, RENEWING, ENDED_EARLY, DRAFT)
STATUSES: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("berjalan", "berlaku", "masih berlaku", "aktif", "masih aktif", "active", "running", "on going", "ongoing",
         "sedang berjalan", "pelaksanaan"),
        RUNNING,
    ),
    **dict.fromkeys(
        ("tidak berlaku", "tidak aktif", "non aktif", "nonaktif", "berakhir", "sudah berakhir", "telah berakhir",
         "habis", "habis masa berlaku", "kadaluarsa", "kadaluwarsa", "kedaluwarsa", "selesai", "expired", "ended",
         "inactive"),
        ENDED,
    ),
    **dict.fromkeys(("tidak diperpanjang", "tidak dilanjutkan", "not renewed"), NOT_RENEWED),
    **dict.fromkeys(("dihentikan", "dicabut", "diakhiri", "batal", "terminated"), ENDED_EARLY),
    **dict.fromkeys(
        ("perlu proses perpanjangan", "perlu diperpanjang", "proses perpanjangan", "akan diperpanjang", "perpanjangan",
         "dalam proses perpanjangan", "proses peninjauan", "akan berakhir"),
        RENEWING,
    ),
    **dict.fromkeys(
        ("proses", "dalam proses", "proses oleh tu", "proses mitra", "proses ttd", "menunggu ttd", "proses di mitra",
         "menunggu tanda tangan", "proses penandatanganan", "on process", "on progress"),
        PROCESS,
    ),
    **dict.fromkeys(("draf", "draft", "rancangan", "konsep", "pembahasan", "penyusunan"), DRAFT),
}  # fmt: skip
INSTRUMENTS: Final = (
    (re.compile(r"adendum|addendum|amandemen"), "Adendum"),
    (re.compile(r"kesepakatan bersama|\bkb\b"), "KB"),
    (re.compile(r"nota kesepakatan|\bnk\b"), "NK"),
    (re.compile(r"nota kesepahaman|kesepahaman bersama|memorandum|\bmou\b"), "MoU"),
    (re.compile(r"rencana kerja|\brk\b"), "RK"),
    (re.compile(r"letter of intent|pernyataan kehendak|\bloi\b"), "LoI"),
    (re.compile(r"perjanjian ker?ja ?sama|\bpks\b|\bspk\b"), "PKS"),
    (re.compile(r"\bnphd\b|hibah"), "NPHD"),
    (re.compile(r"pinjam[ -]pakai"), "Pinjam-pakai"),
    (re.compile(r"\bsewa\b"), "Sewa"),
    (re.compile(r"swakelola"), "Swakelola"),
    (re.compile(r"kontrak"), "Kontrak"),
)
# Spelled so, the instrument needs no `as_written` beside it.
_USUAL: Final = frozenset({
    "perjanjian kerja sama", "perjanjian kerjasama", "kesepakatan bersama", "nota kesepakatan", "nota kesepahaman",
    "pks", "kb", "nk", "mou", "adendum", "addendum", "rencana kerja", "kontrak",
})  # fmt: skip
BODIES: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("k/l", "kementerian", "kementerian/lembaga", "lembaga", "instansi vertikal", "tni/polri"), "central"
    ),
    **dict.fromkeys(("bumn", "swasta", "perusahaan", "badan usaha", "pt"), "business"),
    **dict.fromkeys(("universitas", "perguruan tinggi", "pt/universitas", "kampus"), "university"),
    **dict.fromkeys(("pemda", "pemerintah daerah", "opd", "skpd", "pemkab", "pemkot", "pemprov"), "regional"),
    **dict.fromkeys(("ormas", "lsm", "ngo", "yayasan", "organisasi"), "organisation"),
    **dict.fromkeys(("bumd", "blud"), "region-owned"),
    **dict.fromkeys(("desa", "kelurahan", "bumdes"), "village"),
    **dict.fromkeys(("ormas asing", "luar negeri", "asing", "ngo asing"), "foreign"),
    **dict.fromkeys(("perorangan", "individu"), "individual"),
}
ADDENDUM: Final = re.compile(
    r"^(?:addendum|adendum|amandemen)(?:\s+(?:ke[- ]?)?(i{1,3}|iv|vi{0,3}|ix|x|[0-9]{1,2}|kesatu|kedua|ketiga)\b)?"
    r"[\s.:,-]*(?:atas|terhadap|dari)?\s*",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(
    r"(?:selamanya|seterusnya|tidak terbatas|tak terbatas|tanpa batas|sampai|hingga|s/d|selama|until|sepanjang)\b.*",
    re.DOTALL,
)
_NOTHING: Final = frozenset(
    {"", "-", "--", "0", ".", "n/a", "na", "tidak ada", "tdk ada", "kosong", "nihil", "none", "null"}
)


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return plain(text) in _NOTHING


def state_of(text: str) -> str | None:
    """How an agreement stands by its status word; None for words nobody has listed."""
    return STATUSES.get(plain(text).strip(" ."))


def instrument_of(text: str) -> tuple[str | None, str | None]:
    """The instrument that a text names, and the words themselves where they are not the usual ones."""
    words = plain(text)
    for pattern, instrument in INSTRUMENTS:
        if pattern.search(words):
            return instrument, None if words in _USUAL else " ".join(text.split())
    return None, None


def body_of(text: str) -> str | None:
    """The kind of partner that a word names."""
    return BODIES.get(plain(text))


def event_of(text: str) -> str | None:
    """The event that ends an agreement, in the words of the register; None where the text names none."""
    return " ".join(text.split()) if _EVENT.fullmatch(plain(text)) else None
