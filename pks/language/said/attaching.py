"""What is said when a file is attached."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

ATTACHING: Final[dict[str, Sentence]] = {
    "help.attach.short": Sentence("lampirkan berkas", "attach a file"),
    "help.attach": Sentence(
        "Menyalin berkas ke folder lampiran perjanjian, menghitung sidiknya (sha256), dan mencatatnya di `documents`. "
        "Dengan --link berkas tetap di tempatnya dan hanya sidiknya yang dicatat.",
        "Copies a file into the agreement's attachment folder, works out its hash (sha256) and records it in `documents`. "
        "With --link the file stays where it lies and only its hash is recorded.",
    ),
    "help.attach.examples": Sentence(
        "pks attach ketapang pindaian.pdf --kind signed-copy --copy scan\n"
        "pks attach ketapang arsip/kak.docx --kind terms-of-reference --link",
        "pks attach ketapang scan.pdf --kind signed-copy --copy scan\n"
        "pks attach ketapang archive/tor.docx --kind terms-of-reference --link",
    ),
    "help.attach.file": Sentence("berkas yang dilampirkan", "the file to attach"),
    "help.attach.kind": Sentence(
        "terms-of-reference, feasibility-study, offer, draft, minutes, signed-copy, letter, report, other",
        "terms-of-reference, feasibility-study, offer, draft, minutes, signed-copy, letter, report, other",
    ),
    "help.attach.link": Sentence("jangan disalin; catat sidiknya saja", "do not copy it; record its hash alone"),
    "help.attach.name": Sentence("nama salinannya", "what to call the copy"),
    "help.attach.number": Sentence("nomor dokumen", "the document's number"),
    "help.attach.date": Sentence("tanggal dokumen", "the document's date"),
    "help.attach.version": Sentence("versinya", "its version"),
    "help.attach.copy": Sentence("original, copy, atau scan", "original, copy or scan"),
    "help.attach.holder": Sentence("siapa yang memegang aslinya", "who holds the original"),
    "help.attach.location": Sentence("di mana aslinya disimpan", "where the original lies"),
    "help.attach.covers": Sentence(
        "jenis dokumen lain yang tercakup di dalamnya", "another kind of document that it contains"
    ),
    "ask.file": Sentence("Berkas yang dilampirkan", "File to attach"),
    "ask.document-kind": Sentence(
        "Jenis dokumen (surat, notulen rapat, naskah yang ditandatangani ...)",
        "Kind of document (signed-copy, letter, minutes, draft, offer ...)",
    ),
    "attaching.no-file": Sentence("tidak ada berkas {file}", "there is no file {file}"),
    "attaching.not-a-file": Sentence(
        "{file} bukan berkas yang dapat dilampirkan; isi folder dibungkus menjadi satu berkas dulu",
        "{file} is no file that can be attached; pack what is in a folder into one file first",
    ),
    "attaching.unreadable": Sentence("{file} tidak dapat dibaca: {reason}", "{file} cannot be read: {reason}"),
    "attaching.changed": Sentence(
        "{file} berubah selagi disalin; ulangi setelah selesai ditulis",
        "{file} changed while it was copied; try again once it is finished",
    ),
    "attaching.link-or-name": Sentence(
        "--as memberi nama salinan; dengan --link tidak ada salinan",
        "--as names the copy; with --link there is none",
    ),
    "attaching.outside": Sentence(
        "{file} tidak dapat ditautkan: hanya berkas di {folder}, di samping register; lampirkan salinannya, tanpa --link",
        "{file} cannot be linked: only files in {folder}, beside the register, can; attach a copy, without --link",
    ),
    "attaching.outside.hint": Sentence(
        "bila hanya letaknya yang perlu dicatat: "
        "`pks set {id} 'documents.+={kind: {kind}, sha256: {hash}, location: LETAK}'`",
        "if only its place is to be recorded: "
        "`pks set {id} 'documents.+={kind: {kind}, sha256: {hash}, location: WHERE}'`",
    ),
    "attaching.would-copy": Sentence("akan disalin ke {file}", "would be copied to {file}"),
    "attaching.known": Sentence(
        "sudah terlampir sebagai dokumen {number} ({kind}): {file}",
        "attached already as document {number} ({kind}): {file}",
    ),
    "attaching.back": Sentence(
        "berkas dokumen {number} ({kind}) yang hilang dikembalikan: {file}",
        "the lost file of document {number} ({kind}) is put back: {file}",
    ),
    "attaching.filled": Sentence(
        "dokumen {number} ({kind}) yang belum berberkas kini dilengkapi",
        "document {number} ({kind}), which had no file yet, gets it",
    ),
}
