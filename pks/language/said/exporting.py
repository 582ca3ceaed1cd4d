"""What is said when a table is written as a file."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence
from pks.language.said.commands import COMMANDS
from pks.language.said.renewing import RENEWING

_FILES: Final[dict[str, Sentence]] = {
    "export.title.list": Sentence("Daftar perjanjian kerja sama", "Cooperation agreements"),
    "export.title.due": Sentence("Yang perlu dikerjakan", "What needs doing"),
    "export.title.brief": Sentence("Lembar pimpinan kerja sama", "The page for the head of division"),
    "export.title.report": Sentence("Laporan pelaksanaan kerja sama {period}", "Report on cooperation in {period}"),
    "export.title.corrections": Sentence("Matriks koreksi: {title}", "Correction matrix: {title}"),
    "export.title.register": Sentence("Buku register perjanjian kerja sama", "Register book of agreements"),
    "export.title.tree": Sentence("Payung, klaster, dan perjanjian", "Umbrellas, clusters and agreements"),
    "export.title.agreement": Sentence("{title}", "{title}"),
    "export.as-of": Sentence("keadaan per {day}", "as of {day}"),
    "export.page": Sentence("Halaman {page} dari {pages}", "Page {page} of {pages}"),
    "export.calendar": Sentence("Perjanjian: {office}", "Agreements: {office}"),
    "export.group": Sentence("Kelompok", "Group"),
    "export.continued": Sentence("{column} (lanjutan {number})", "{column} (continued {number})"),
    "export.split": Sentence(
        "{columns}: ada teks lebih dari {longest} huruf, batas satu sel Excel; sisanya ada di kolom lanjutan.",
        "{columns}: a text is longer than the {longest} characters an Excel cell holds; the rest is in the continued columns.",
    ),
}
_COLUMNS: Final[dict[str, Sentence]] = {
    "export.register-number": Sentence("Nomor register", "Register number"),
    "export.registered": Sentence("Tanggal register", "Registered"),
    "export.numbers": Sentence("Nomor naskah para pihak", "Numbers of the parties"),
    "export.number-of": Sentence("{party}: {numbers}", "{party}: {numbers}"),
    "export.signed": Sentence("Ditandatangani", "Signed"),
    "export.decision": Sentence("Keputusan paling lambat", "To be decided by"),
    "export.lead": Sentence("PD pengampu", "Unit in charge"),
    "export.sectors": Sentence("Urusan", "Sectors"),
    "export.original": Sentence("Letak naskah asli", "Where the original lies"),
    "export.empty-book": Sentence("Belum ada naskah bernomor register.", "No text has a register number yet."),
    "export.cluster": Sentence("Klaster", "Cluster"),
    "export.under": Sentence("Payung", "Umbrella"),
    "export.state": Sentence("Keadaan", "State"),
    "export.empty-slot": Sentence("belum ada perjanjian", "no agreement yet"),
    "export.sentence": Sentence("Uraian", "What"),
    "export.label": Sentence("Butir", "Item"),
    "export.words": Sentence("Isi", "Content"),
}
_REFUSALS: Final[dict[str, Sentence]] = {
    "export.wrote": Sentence("ditulis: {file}", "wrote {file}"),
    "export.taken": Sentence(
        "{file} sudah ada; pilih nama lain, atau tambahkan --force untuk menggantinya",
        "{file} is already there; choose another name, or add --force to replace it",
    ),
    "export.in-register": Sentence(
        "{file} akan menjadi berkas register sendiri; pilih tempat atau nama lain",
        "{file} would be a file of the register itself; choose another place or name",
    ),
    "export.no-folder": Sentence("folder {folder} tidak ada", "there is no folder {folder}"),
    "export.terminal": Sentence(
        "{format} tidak dapat ditampilkan di layar; tulis ke berkas, misalnya --out berkas.{format}",
        "{format} cannot be shown on a screen; write it to a file, such as --out file.{format}",
    ),
    "export.suffix": Sentence(
        "akhiran {suffix} tidak dikenal; pakai --format {formats}", "unknown ending {suffix}; say --format {formats}"
    ),
    "export.not-as": Sentence(
        "{what} tidak dapat menjadi {format}, tetapi bisa menjadi {formats}; {format} ada untuk {others}",
        "{what} cannot be written as {format}, but as {formats}; {format} is for {others}",
    ),
    "export.option": Sentence(
        "export {what} tidak memakai {option}; yang dipakai {takes}",
        "export {what} takes no {option}; it takes {takes}",
    ),
    "export.no-option": Sentence("export {what} tidak memakai {option}", "export {what} takes no {option}"),
    "export.only-csv": Sentence("--excel hanya untuk csv", "--excel is for csv only"),
    "ask.export-what": Sentence(
        "Ekspor (list, due, brief, report, corrections, register, tree, agreement)",
        "Export (list, due, brief, report, corrections, register, tree, agreement)",
    ),
    "ask.export-format": Sentence(
        "Sebagai apa (xlsx, csv, json, ics, docx, html)", "As what (xlsx, csv, json, ics, docx, html)"
    ),
}
_HELP: Final[dict[str, Sentence]] = {
    "help.export.short": Sentence(
        "tulis ke Excel, Word, peramban, atau kalender", "write for Excel, Word, a browser or a calendar"
    ),
    "help.export": Sentence(
        "Menulis yang ditampilkan perintah lain sebagai berkas: xlsx, csv, json, ics, docx, atau html. Tanpa --out ke keluaran biasa.",
        "Writes what other commands show as a file: xlsx, csv, json, ics, docx or html. Without --out to standard output.",
    ),
    "help.export.examples": Sentence(
        "pks export list --out daftar.xlsx\npks export due --within 1y --out tenggat.ics\n"
        "pks export register --year 2026 --out buku-register.docx\npks export corrections ketapang --out matriks.docx\n"
        "pks export list --ending 2027 --format csv --excel > berakhir.csv",
        "pks export list --out list.xlsx\npks export due --within 1y --out due.ics\n"
        "pks export register --year 2026 --out register-book.docx\npks export corrections ketapang --out matrix.docx\n"
        "pks export list --ending 2027 --format csv --excel > ending.csv",
    ),
    "help.export.what": Sentence(
        "list, due, brief, report, corrections, register (buku register), tree, atau agreement",
        "list, due, brief, report, corrections, register (the register book), tree or agreement",
    ),
    "help.export.words": Sentence(
        "perjanjian yang dimaksud; untuk list dan register kata yang dicari",
        "the agreement that is meant; for list and register words to look for",
    ),
    "help.export.format_": Sentence(
        "xlsx, csv, json, ics, docx, html; biasanya menurut akhiran --out",
        "xlsx, csv, json, ics, docx, html; else by the ending of --out",
    ),
    "help.export.out": Sentence("berkas yang ditulis", "the file to write"),
    "help.export.force": Sentence("ganti berkas yang sudah ada", "replace a file that is there"),
    "help.export.paper": Sentence("ukuran kertas cetak (biasanya f4)", "size of the paper to print on (else f4)"),
    "help.export.excel": Sentence(
        "csv seperti yang dibuka Excel Indonesia: titik koma dan tanda UTF-8",
        "csv as Excel in Indonesia opens it: semicolons and a mark for UTF-8",
    ),
    "help.export.within": COMMANDS["help.due.within"],
    "help.export.overdue": COMMANDS["help.due.overdue"],
    "help.export.kind": COMMANDS["help.due.kind"],
    "help.export.stage": COMMANDS["help.list.stage"],
    "help.export.validity": COMMANDS["help.list.validity"],
    "help.export.sector": COMMANDS["help.list.sector"],
    "help.export.cooperation": COMMANDS["help.list.cooperation"],
    "help.export.instrument": COMMANDS["help.list.instrument"],
    "help.export.under": COMMANDS["help.list.under"],
    "help.export.year": COMMANDS["help.list.year"],
    "help.export.ending": COMMANDS["help.list.ending"],
    "help.export.without": COMMANDS["help.list.without"],
    "help.export.as_of": COMMANDS["help.list.as_of"],
    "help.export.with_gaps": RENEWING["help.list.with_gaps"],
}
EXPORTING: Final[dict[str, Sentence]] = {**_FILES, **_COLUMNS, **_REFUSALS, **_HELP}
