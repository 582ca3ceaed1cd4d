"""What is said when a register number is recorded, and the help of the command that does."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

REGISTERING: Final[dict[str, Sentence]] = {
    "registering.has-number": Sentence(
        "{id} sudah bernomor register {number}; bila keliru: `pks set {id} registration.number=NOMOR`",
        "{id} has the register number {number} already; to correct it: `pks set {id} registration.number=NUMBER`",
    ),
    "registering.has-other": Sentence(
        "{key} pada {id} sudah tercatat, yaitu {now}; bila keliru: `pks set {id} {key}=NILAI`",
        "{key} of {id} is recorded already, as {now}; to correct it: `pks set {id} {key}=VALUE`",
    ),
    "registering.taken": Sentence(
        "nomor register {number} sudah dipakai {other}; `--number next` memberi nomor berikutnya",
        "the register number {number} is that of {other}; `--number next` gives the next one",
    ),
    "registering.bad-pattern": Sentence(
        "register: `{pattern}` bukan pola nomor; tulis misalnya {example}, dengan {seq} tepat satu kali",
        "register: `{pattern}` is no pattern of numbers; write {example}, with {seq} exactly once",
    ),
    "registering.no-fit": Sentence(
        "{number} tidak menurut pola kantor, {pattern}; dicatat apa adanya",
        "{number} does not follow the office's pattern, {pattern}; it is recorded as it is",
    ),
    "registering.unsigned": Sentence(
        "{id} belum ditandatangani semua pihak; ditunggu: {missing}",
        "{id} is not signed by everybody yet; still to sign: {missing}",
    ),
    "ask.register-number": Sentence("Nomor register", "Register number"),
    "help.register.short": Sentence("catat nomor register", "record the register number"),
    "help.register": Sentence(
        "Mencatat nomor dan tanggal register. `next` memberi nomor berikutnya menurut pola di office.yaml, "
        "tidak pernah nomor yang sama dua kali, juga bila berkasnya dihapus. Tahapnya tidak berubah.",
        "Records the register number and its date. `next` gives the next one of the pattern in office.yaml, "
        "never the same one twice, even when its file is deleted. The stage stays as it is.",
    ),
    "help.register.examples": Sentence(
        "pks register ketapang --number next\npks register ketapang --number REG/2025/014 --date 2025-04-04",
        "pks register ketapang --number next\npks register ketapang --number REG/2025/014 --date 2025-04-04",
    ),
    "help.register.number": Sentence(
        "nomor register, atau next untuk nomor berikutnya", "the register number, or next for the next free one"
    ),
    "help.register.date": Sentence("tanggal registrasi; biasanya hari ini", "day of the registration; else today"),
    "help.register.by": Sentence("siapa yang meregistrasi", "who registers it"),
}
