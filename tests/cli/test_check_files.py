"""`pks check`: every way a file can be bad is named with its line, its column and how to mend it."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.conftest import Run

PLAIN = """\
title: Rujukan pasien
parties:
  - {name: Dinas Kesehatan, ours: ya}
  - {name: Klinik Utama}
history:
  - {date: 2026-02-01, stage: draft}
"""
FILE = "agreements/2026-a.yaml"
Place = tuple[int | None, int | None, str]


class Bad(NamedTuple):
    """A bad file: its bytes, each finding as (line, column, code), and the exit code of `check`."""

    name: str
    content: str | bytes
    found: list[Place]
    code: int = 1


def plus(*lines: str) -> str:
    """The plain agreement with `lines` from line 7 on."""
    return PLAIN + "".join(f"{line}\n" for line in lines)


def instead(old: str, new: str) -> str:
    assert PLAIN.count(old) == 1
    return PLAIN.replace(old, new)


ENCODINGS = [
    Bad("utf-16 little endian", PLAIN.encode("utf-16"), [(1, 1, "file.utf16")]),
    Bad("utf-16 big endian", b"\xfe\xff" + PLAIN.encode("utf-16-be"), [(1, 1, "file.utf16")]),
    Bad("latin-1", instead("Klinik Utama", "Klinik Délima").encode("latin-1"), [(4, 20, "file.not-utf8")]),
    Bad("cut off in a character", PLAIN.encode() + b"x-a: \xe2\x80", [(7, 6, "file.not-utf8")]),
    Bad("nul", instead("Rujukan", "Ru\0jukan"), [(1, 10, "yaml.control")]),
    Bad("escape", plus("purpose: \x1b[31mmerah"), [(7, 10, "yaml.control")]),
    Bad("delete and c1", plus("purpose: a\x7fb", "location: c\x9bd"),
        [(7, 11, "yaml.control"), (8, 12, "yaml.control")]),
    Bad("not a character", plus("purpose: a\ufffeb"), [(7, 11, "yaml.control")]),
    Bad("bom in front", b"\xef\xbb\xbf" + PLAIN.encode(), [(1, 1, "file.bom")], 0),
    Bad("bom and an error in line one", b"\xef\xbb\xbf" + instead("title", "Title").encode(),
        [(1, 1, "file.bom"), (1, 1, "value.missing"), (1, 1, "value.unknown-key-near")]),
    Bad("line separator", instead("Rujukan pasien", "Rujukan\u2028pasien"), [(1, 15, "yaml.separator")]),
    Bad("git lfs pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 12\n", [(1, 1, "file.lfs")]),
    Bad("empty", "", [(1, 1, "yaml.empty")]),
    Bad("blank lines only", "\n\n  \n", [(1, 1, "yaml.empty")]),
    Bad("comments only", "# nanti\n# diisi\n", [(1, 1, "yaml.empty")]),
    Bad("three dashes only", "---\n", [(2, 1, "yaml.empty")]),
    Bad("null only", "~\n", [(1, 1, "yaml.empty")]),
    Bad("over 256 KiB", plus("purpose: " + "a" * 262144), [(1, 1, "file.too-large")]),
    Bad("carriage returns as line ends", PLAIN.replace("\n", "\r\n").replace("2026-02-01", "2026-02-30"),
        [(6, 12, "value.no-such-day")]),
]  # fmt: skip

SYNTAX = [
    Bad("tab as indentation", instead("  - {name: Klinik", "\t- {name: Klinik"), [(4, 1, "yaml.tab")]),
    Bad("tab after a colon", instead("title: ", "title:\t"), [(1, 7, "yaml.tab")]),
    Bad("double quote not closed", instead("Rujukan pasien", '"Rujukan pasien'), [(1, 8, "yaml.quote")]),
    Bad("single quote not closed", plus("purpose: 'a", "location: b"), [(7, 10, "yaml.quote")]),
    Bad("bracket not closed", plus("scope: [a, b"), [(7, 8, "yaml.bracket")]),
    Bad("brace not closed", instead("{name: Klinik Utama}", "{name: Klinik Utama"), [(4, 5, "yaml.bracket")]),
    Bad("bracket too many", plus("scope: [a]]"), [(7, 11, "yaml.stray")]),
    Bad("closing bracket of the wrong sort", plus("scope: [a}"), [(7, 10, "yaml.comma")]),
    Bad("text after a quote", plus('purpose: "a" b'), [(7, 14, "yaml.after")]),
    Bad("unknown escape", plus(r'purpose: "C:\dokumen"'), [(7, 14, "yaml.escape")]),
    Bad("duplicate key", plus("title: Lain"), [(7, 1, "yaml.duplicate")]),
    Bad("duplicate key deep inside", plus("term:", "  starts: 2026-01-01", "  starts: 2026-02-01"),
        [(9, 3, "yaml.duplicate")]),
    Bad("duplicate key in braces", plus("term: {starts: 2026-01-01, starts: 2026-01-01}"), [(7, 28, "yaml.duplicate")]),
    Bad("keys that differ in case", plus("Title: Lain"), [(7, 1, "yaml.twin")]),
    Bad("keys that differ in composition", plus("x-caf\u00e9: a", "x-cafe\u0301: b"), [(8, 1, "yaml.twin")]),
    Bad("anchor", plus("purpose: &a teks"), [(7, 10, "yaml.anchor")]),
    Bad("alias", plus("purpose: &a teks", "location: *a"), [(7, 10, "yaml.anchor"), (8, 11, "yaml.anchor")]),
    Bad("alias to nothing", plus("location: *a"), [(7, 11, "yaml.anchor")]),
    Bad("alias bomb", plus("x-a: &a [l, l, l]", "x-b: &b [*a, *a]", "x-c: [*b, *b]"),
        [(7, 6, "yaml.anchor"), (8, 6, "yaml.anchor"), (8, 10, "yaml.anchor"), (8, 14, "yaml.anchor"),
         (9, 7, "yaml.anchor"), (9, 11, "yaml.anchor")]),
    Bad("tag", plus("purpose: !!str teks"), [(7, 10, "yaml.tag")]),
    Bad("tag that would run code", plus("purpose: !!python/object/apply:os.system [id]"), [(7, 10, "yaml.tag")]),
    Bad("own tag", plus("purpose: !rahasia teks"), [(7, 10, "yaml.tag")]),
    Bad("yaml directive", "%YAML 1.1\n---\n" + PLAIN, [(1, 1, "yaml.directive")]),
    Bad("tag directive", "%TAG ! tag:x,2026:\n---\n" + PLAIN, [(1, 1, "yaml.directive")]),
    Bad("merge key", plus("term: {<<: {starts: 2026-01-01}}"), [(7, 8, "yaml.merge")]),
    Bad("two documents", PLAIN + "---\n" + PLAIN, [(7, 1, "yaml.documents")]),
    Bad("end of document in the middle", PLAIN + "...\nscope: [a]\n", [(8, 1, "yaml.documents")]),
    Bad("unquoted colon", instead("Rujukan pasien", "Rujukan: pasien"), [(1, 15, "yaml.value")]),
    Bad("line without a colon", plus("tujuan saja"), [(7, 1, "yaml.colon")]),
    Bad("indented too far", plus("term:", "  starts: 2026-01-01", "    length: 1 tahun"), [(9, 11, "yaml.value")]),
    Bad("indented too little", plus("term:", "    starts: 2026-01-01", "  length: 1 tahun"),
        [(9, 3, "yaml.indentation")]),
    Bad("first key indented", " " + PLAIN, [(2, 1, "yaml.indentation")]),
    Bad("list item beside its key", plus("scope: - a"), [(7, 8, "yaml.dash")]),
    Bad("value that begins with a percent sign", plus("x-a: b", "%diskon: 10"), [(8, 1, "yaml.directive")]),
    Bad("value that begins with an at sign", plus("purpose: @kantor"), [(7, 10, "yaml.start")]),
    Bad("value that begins with a backtick", plus("purpose: `kantor`"), [(7, 10, "yaml.start")]),
    Bad("complex key", plus("? [a, b]", ": c"), [(7, 3, "yaml.key")]),
    Bad("question mark key", plus("? x-a", ": c"), [(7, 3, "yaml.key")]),
    Bad("map as a key in braces", plus("term: {{a: b}: c}"), [(7, 8, "yaml.key")]),
    Bad("no key before the colon", plus(": c"), [(7, 1, "yaml.key")]),
    Bad("nested 33 levels deep", plus("x-a: " + "[" * 32 + "]" * 32), [(7, 37, "yaml.deep")]),
    Bad("nested beyond reason", plus("x-a: " + "[" * 100000), [(7, 37, "yaml.deep")]),
    Bad("list instead of keys", "- a\n- b\n", [(1, 1, "yaml.root")]),
    Bad("text instead of keys", "Rujukan pasien\n", [(1, 1, "yaml.root")]),
    Bad("folded text with a bad header", plus("purpose: > teks", "  lanjut"), [(7, 12, "yaml.header")]),
    Bad("only an end of document", "...\n", [(1, 1, "yaml.empty")]),
]  # fmt: skip

CONFLICTS = [
    Bad("between keys", PLAIN + "<<<<<<< HEAD\npurpose: a\n=======\npurpose: b\n>>>>>>> cabang\n",
        [(7, 1, "yaml.conflict")]),
    Bad("in a list", plus("scope:", "<<<<<<< HEAD", "  - a", "=======", "  - b", ">>>>>>> cabang"),
        [(8, 1, "yaml.conflict")]),
    Bad("in brackets", plus("scope: [a,", "<<<<<<< HEAD", "b,", "=======", "c,", ">>>>>>> cabang", "d]"),
        [(8, 1, "yaml.conflict")]),
    Bad("in quotes", plus('purpose: "a', "<<<<<<< HEAD", "b", "=======", "c", '>>>>>>> cabang"'),
        [(8, 1, "yaml.conflict")]),
    Bad("in indented text", plus("purpose: |", "  a", "  <<<<<<< HEAD", "  b", "  =======", "  c", "  >>>>>>> cabang"),
        [(9, 3, "yaml.conflict")]),

           Bad("with the ancestor",
        plus("<<<<<<< HEAD", "x-a: 1", "||||||| 1a2b", "x-a: 0", "=======", "x-a: 2", ">>>>>>> cabang"),
        [(7, 1, "yaml.conflict")]),
    Bad("twice", plus("<<<<<<< a", "x-a: 1", "=======", ">>>>>>> b", "<<<<<<< a", "=======", "x-b: 1", ">>>>>>> b"),
        [(7, 1, "yaml.conflict"), (11, 1, "yaml.conflict")]),
    Bad("its end alone", plus(">>>>>>> cabang"), [(7, 1, "yaml.conflict")]),
    Bad("an underline is none", plus("purpose: |", "  Judul", "  ======="), [], 0),
]  # fmt: skip

SHAPES = [
    Bad("no title", PLAIN.removeprefix("title: Rujukan pasien\n"), [(1, 1, "value.missing")]),
    Bad("title empty", instead("title: Rujukan pasien", "title:"), [(1, 7, "value.missing")]),
    Bad("title a tilde", instead("Rujukan pasien", "~"), [(1, 8, "value.missing")]),
    Bad("title empty quotes", instead("Rujukan pasien", '""'), [(1, 8, "value.missing")]),
    Bad("title of spaces", instead("Rujukan pasien", '"  "'), [(1, 8, "value.missing")]),
    Bad("no parties", "title: a\nhistory:\n  - {date: 2026-02-01, stage: draft}\n", [(1, 1, "value.missing")]),
    Bad("parties empty", "title: a\nparties: []\nhistory:\n  - {date: 2026-02-01, stage: draft}\n",
        [(2, 10, "value.missing")]),
    Bad("no history", "title: a\nparties: [{name: b, ours: ya}]\n", [(1, 1, "value.missing")]),
    Bad("history empty", "title: a\nparties: [{name: b, ours: ya}]\nhistory: []\n", [(3, 10, "value.missing")]),
    Bad("nothing needed is there", "x-a: 1\n", [(1, 1, "value.missing")] * 3),
    Bad("list for text", instead("Rujukan pasien", "[Rujukan, pasien]"), [(1, 8, "value.list-for-scalar")]),
    Bad("map for text", plus("purpose: {a: b}"), [(7, 10, "value.map-for-scalar")]),
    Bad("text for list", plus("scope: Rujukan"), [(7, 8, "value.list")]),
    Bad("map for list", plus("scope: {a: b}"), [(7, 8, "value.list")]),
    Bad("text for map", plus("term: 2 tahun"), [(7, 7, "value.map")]),
    Bad("list for map", plus("term:", "  - starts: 2026-01-01"), [(8, 3, "value.map")]),
    Bad("text for a list of maps", plus("documents: surat"), [(7, 12, "value.list")]),
    Bad("text for a map in a list", plus("documents:", "  - surat"), [(8, 5, "value.map")]),
    Bad("text for a map of maps", plus("corrections:", "  - {no: 1, answers: setuju}"), [(8, 22, "value.map")]),
    Bad("list for text or map", plus("facilitation:", "  - attendees:", "      - [a]"),
        [(9, 9, "value.list-for-scalar")]),
    Bad("party without a name", instead("{name: Klinik Utama}", "{key: klinik}"), [(4, 5, "value.missing")]),
    Bad("party that is text", instead("{name: Klinik Utama}", "Klinik Utama"), [(4, 5, "value.map")]),
    Bad("empty list item", plus("scope:", "  - a", "  -"), [(9, 4, "value.nothing-for-scalar")]),
    Bad("empty party", instead("  - {name: Klinik Utama}", "  -"), [(4, 4, "value.map")]),
    Bad("entry without a date", instead("date: 2026-02-01, ", ""), [(6, 5, "value.missing")]),
    Bad("entry without a stage", instead(", stage: draft", ""), [(6, 5, "value.missing")]),
    Bad("correction without a number", plus("corrections:", "  - {clause: Pasal 1}"), [(8, 5, "value.missing")]),
    Bad("report without a period", plus("reports:", "  - {results: baik}"), [(8, 5, "value.missing")]),
    Bad("report sent to nobody", plus("reports:", "  - {period: 2026-S1, sent: [{date: 2026-07-01}]}"),
        [(8, 30, "value.missing")]),
]  # fmt: skip

VALUES = [
    Bad("day that does not exist", instead("2026-02-01", "2026-02-30"), [(6, 12, "value.no-such-day")]),
    Bad("29 February of no leap year", plus("term: {starts: 2027-02-29}"), [(7, 16, "value.no-such-day")]),
    Bad("month 13", plus("term: {starts: 2026-13-01}"), [(7, 16, "value.no-such-day")]),
    Bad("year 0000", plus("term: {starts: 0000-01-01}"), [(7, 16, "value.no-such-day")]),
    Bad("date without zeros", plus("term:", "  starts: 2026-2-9"), [(8, 11, "value.date")]),
    Bad("date without hyphens", plus("term:", "  starts: 20260209"), [(8, 11, "value.date")]),
    Bad("date the Indonesian way", plus("term:", "  starts: 9/2/2026"), [(8, 11, "value.date")]),
    Bad("date with a time", plus("term:", "  starts: 2026-02-09 10:00:00"), [(8, 11, "value.date")]),
    Bad("date in Arabic digits", plus("term:", "  starts: ٢٠٢٦-٠٢-٠٩"), [(8, 11, "value.date")]),
    Bad("week date", plus("term:", "  starts: 2026-W09-4"), [(8, 11, "value.date")]),
    Bad("length without a unit", plus("term:", "  length: 2"), [(8, 11, "value.length")]),
    Bad("length in words", plus("term:", "  length: dua tahun"), [(8, 11, "value.length")]),
    Bad("length of nothing", plus("term:", "  length: 0 tahun"), [(8, 11, "value.length")]),
    Bad("negative length", plus("term:", "  notice: -3 bulan"), [(8, 11, "value.length")]),
    Bad("period semester 3", plus("reports:", "  - {period: 2026-S3}"), [(8, 14, "value.period")]),
    Bad("period quarter 5", plus("reports:", "  - {period: 2026-Q5}"), [(8, 14, "value.period")]),
    Bad("period month 13", plus("indicators:", "  - {name: a, readings: [{period: 2026-13}]}"),
        [(8, 35, "value.period")]),
    Bad("interval of two months", plus("reporting: 2 months"), [(7, 12, "value.interval")]),
    Bad("interval of a word", plus("reporting: bulanan"), [(7, 12, "value.interval")]),
    Bad("flag maybe", plus("mandatory: mungkin"), [(7, 12, "value.flag")]),
    Bad("flag as a number", plus("council: {unbudgeted: 1}"), [(7, 23, "value.flag")]),
    Bad("amount with dots", plus("funding:", "  - {amount: 250.000.000}"), [(8, 14, "value.whole")]),
    Bad("amount with a currency", plus("funding:", "  - {amount: Rp250000000}"), [(8, 14, "value.whole")]),
    Bad("amount with an exponent", plus("funding:", "  - {amount: 1e9}"), [(8, 14, "value.whole")]),
    Bad("amount of 19 digits", plus("funding:", "  - {amount: 1000000000000000000}"), [(8, 14, "value.whole")]),
    Bad("amount in hexadecimal", plus("funding:", "  - {amount: 0x1F}"), [(8, 14, "value.whole")]),
    Bad("amount with underscores", plus("funding:", "  - {amount: 1_000}"), [(8, 14, "value.whole")]),
    Bad("count 0", plus("signing: {copies: 0}"), [(7, 19, "value.count")]),
    Bad("count below 0", plus("corrections:", "  - {no: -1}"), [(8, 10, "value.count")]),
    Bad("count that is text", plus("corrections:", "  - {no: satu}"), [(8, 10, "value.whole")]),
    Bad("number with a comma", plus("indicators:", '  - {name: a, readings: [{period: 2026, value: "12,5"}]}'),
        [(8, 48, "value.number")]),
    Bad("number not a number", plus("evaluations:", "  - {score: .nan}"), [(8, 13, "value.number")]),
    Bad("number without end", plus("evaluations:", "  - {score: .inf}"), [(8, 13, "value.number")]),
    Bad("party key in capitals", instead("{name: Klinik", "{key: Klinik, name: Klinik"), [(4, 11, "value.key")]),
    Bad("party key with a space", instead("{name: Klinik", "{key: klinik utama, name: Klinik"), [(4, 11, "value.key")]),
    Bad("party key with a dot", instead("{name: Klinik", "{key: klinik.utama, name: Klinik"), [(4, 11, "value.key")]),
]  # fmt: skip


class Choice(NamedTuple):
    """A place that takes one of a few words: the file with `VALUE` there, a near miss and what it means."""

    name: str
    content: str
    line: int
    column: int
    near: str
    meant: str


CHOICES = [
    Choice("stage", instead("stage: draft", "stage: VALUE"), 6, 31, "drfat", "draft"),
    Choice("instrument", plus("instrument: VALUE"), 7, 13, "PKSS", "PKS"),
    Choice("cooperation", plus("cooperation: VALUE"), 7, 14, "sinergy", "Sinergi"),
    Choice("sector", plus("sectors:", "  - kesehatan", "  - VALUE"), 9, 5, "pendidkan", "pendidikan"),
    Choice("body", instead("Klinik Utama}", "Klinik, body: VALUE}"), 4, 26, "universty", "university"),
    Choice("capacity", instead("Klinik Utama}", "Klinik, signatory: {capacity: VALUE}}"), 4, 42, "plt", "Plt"),
    Choice("source of funding", plus("funding:", "  - source: VALUE"), 8, 13, "ABPD", "APBD"),
    Choice("answer of the council", plus("council:", "  outcome: VALUE"), 8, 12, "aproved", "approved"),
    Choice("mode", plus("facilitation:", "  - mode: VALUE"), 8, 11, "hibrid", "hybrid"),
    Choice(
        "mode of one attendee", plus("facilitation:", "  - attendees:", "      - mode: VALUE"), 9, 15, "onlin", "online"
    ),
    Choice("outcome of a meeting", plus("facilitation:", "  - outcome: VALUE"), 8, 14, "correction", "corrections"),
    Choice("kind of correction", plus("corrections:", "  - no: 1", "    kind: VALUE"), 9, 11, "substansi", "substance"),
    Choice("kind of document", plus("documents:", "  - kind: VALUE"), 8, 11, "minute", "minutes"),
    Choice(
        "what a document covers",
        plus("documents:", "  - covers: VALUE"),
        8,
        13,
        "feasibility study",
        "feasibility-study",
    ),
    Choice("copy", plus("documents:", "  - copy: VALUE"), 8, 11, "orignal", "original"),
    Choice("recommendation", plus("evaluations:", "  - recommendation: VALUE"), 8, 21, "contnue", "continue"),
    Choice("intent", plus("renewal:", "  intent: VALUE"), 8, 11, "renewal", "renew"),
    Choice("reason of closing", instead("draft}", "draft, closed: VALUE}"), 6, 46, "expire", "expired"),
]

TRAPS = [
    Bad("comma in braces", plus("facilitation:", "  - {date: 2026-02-03, note: Rapat, ditunda}"),
        [(8, 37, "value.comma-in-braces")]),
    Bad("comma in an entry of the history", instead("draft}", "draft, note: Draf, kedua}"),
        [(6, 50, "value.comma-in-braces")]),
    Bad("comma in the name of a party", instead("Klinik Utama", "Klinik Sehat, Jiwa"),
        [(4, 26, "value.comma-in-braces")]),
    Bad("two commas in braces", plus("registration: {by: Bagian A, B, C}"),
        [(7, 30, "value.comma-in-braces"), (7, 33, "value.comma-in-braces")]),
    Bad("known key without a value in braces", plus("registration: {by: Bagian A, number}"), [], 0),
    Bad("hash in a value", plus("location: Ruang #2"), [(7, 17, "value.lost-to-comment")], 0),
    Bad("hash and a letter in a list", plus("scope:", "  - Layanan #prioritas"), [(8, 13, "value.lost-to-comment")], 0),
    Bad("comment after a space", plus("location: Ruang # nanti"), [], 0),
    Bad("hash in quotes", plus('location: "Ruang #2"'), [], 0),
    Bad("unknown key with a near one", plus("purpos: a"), [(7, 1, "value.unknown-key-near")], 0),
    Bad("unknown key without a near one", plus("zzz: a"), [(7, 1, "value.unknown-key")], 0),
    Bad("unknown key in braces", plus("term: {start: 2026-01-01}"), [(7, 8, "value.unknown-key-near")], 0),
    Bad("unknown key in a list", plus("documents:", "  - kind: letter", "    warna: biru"),
        [(9, 5, "value.unknown-key")], 0),
    Bad("unknown keys without a value", plus("tujuan:", "term:", "  lenght:", "scope: []", "x-a:"),
        [(7, 1, "value.unknown-key"), (9, 3, "value.unknown-key-near")], 0),
    Bad("unknown key without a value in the one item of a list", plus("under: {text: KB, tanggal: ''}"),
        [(7, 19, "value.unknown-key")], 0),
    Bad("a stage key", plus("stage: draft"), [(7, 1, "value.unknown-key")], 0),
    Bad("own key", plus("x-arsip: 0071", "term: {x-a: 1}"), [], 0),
    Bad("keys of people's own choice", plus("corrections:", "  - {no: 1, answers: {pusat: {accepted: 2026-02-02}}}"),
        [(8, 30, "unknown-party")], 0),
    Bad("looks like a number and is text",
        plus("purpose: 0123", "location: no", "initiator: 1e3", "as_written: 2026-02-30"),
        [], 0),
]  # fmt: skip

RULES = [
    Bad("history goes back", plus("  - {date: 2026-01-31, stage: draft}"), [(7, 12, "history-backwards")]),

           Bad("two parties of one key",
        instead("  - {name: Dinas Kesehatan", "  - {key: a, name: B}\n  - {key: a, name: Dinas"),
        [(4, 11, "repeated-in-list")]),
    Bad("two corrections of one number", plus("corrections:", "  - {no: 2}", "  - {no: 1}", "  - {no: 02}"),
        [(10, 10, "repeated-in-list")]),
    Bad("two reports of one period", plus("reports:", "  - {period: 2026-S1}", "  - {period: 2026-S1}"),
        [(9, 14, "repeated-in-list")]),
    Bad("two clusters of one name", plus("clusters:", "  - {name: A}", "  - {name: A}"), [(9, 12, "repeated-in-list")]),
    Bad("two indicators of one name", plus("indicators:", "  - name: A", "  - name: A"), [(9, 11, "repeated-in-list")]),
    Bad("ends before it starts", plus("term: {starts: 2026-03-01, ends: 2026-02-28}"),
        [(7, 34, "ends-before-start")]),
    Bad("end and length differ", plus("term:", "  starts: 2026-03-01", "  length: 1 tahun", "  ends: 2027-03-31"),
        [(10, 9, "ends-differ")], 0),
    Bad("end and length differ by one day", plus("term: {starts: 2026-03-01, length: 1 year, ends: 2027-03-01}"),
        [], 0),
    Bad("link to itself", plus("under: 2026-a"), [(7, 8, "link-to-itself")]),
    Bad("dangling link", plus("renews: [2025-z]"), [(7, 10, "dangling-link")], 0),
    Bad("no side is ours", instead(", ours: ya", ""), [(3, 3, "no-party-ours")], 0),
    Bad("telephone number", plus("purpose: Hubungi 0812-3456-7890"), [(7, 10, "personal-data")], 0),
    Bad("identity number of a signatory", instead("Klinik Utama}", "Klinik, signatory: {name: NIK 6171012345678901}}"),
        [(4, 38, "personal-data")], 0),
    Bad("unread import", plus("unread: {kolom Q: tidak jelas}"), [(7, 19, "unread")], 0),
    Bad("sha256 that is none", plus("documents: [{kind: letter, sha256: abc}]"), [(7, 36, "hash-malformed")], 0),
    Bad("running although unsigned", plus("term: {starts: 2026-02-15}"), [(7, 16, "running-unsigned")], 0),
    Bad("several at once", plus("scope: a", "term: {starts: 2026-2-1}", "zzz: a"),
        [(7, 8, "value.list"), (8, 16, "value.date"), (9, 1, "value.unknown-key")]),
]  # fmt: skip

ALL = [*ENCODINGS, *SYNTAX, *CONFLICTS, *SHAPES, *VALUES, *TRAPS, *RULES]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty register in the current folder, without git: reading needs none."""
    monkeypatch.chdir(tmp_path)
    root = tmp_path / "agreements"
    root.mkdir()
    return root


def put(folder: Path, content: str | bytes, name: str = "2026-a.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def checked(pks: Run, *arguments: str, language: str = "en") -> tuple[int, list[dict[str, Any]]]:
    code, out, err = pks("--lang", language, "check", "--json", *arguments)
    assert err == ""
    return code, json.loads(out)


def places(findings: list[dict[str, Any]], file: str = FILE) -> list[Place]:
    assert {one["file"] for one in findings} <= {file}
    return [(one["line"], one["column"], one["code"]) for one in findings]


@pytest.mark.parametrize("bad", ALL, ids=[one.name for one in ALL])
def test_each_kind_of_bad_file_is_found_at_its_place_and_told_how_to_mend(bad: Bad, pks: Run, folder: Path) -> None:
    put(folder, bad.content)
    code, english = checked(pks)
    assert places(english) == bad.found
    assert code == bad.code
    _, indonesian = checked(pks, language="id")
    assert places(indonesian) == bad.found
    for one, other in zip(english, indonesian, strict=True):
        assert list(one) == ["file", "line", "column", "code", "level", "message"]
        assert one["level"] == other["level"] in {"error", "warning", "info"}
        assert len(one["message"].split()) > 3
        assert len(other["message"].split()) > 3
        assert one["message"] != other["message"]


@pytest.mark.parametrize("place", CHOICES, ids=[one.name for one in CHOICES])
def test_a_word_that_is_no_choice_is_told_the_choices_and_a_near_one_which_is_meant(
    place: Choice, pks: Run, folder: Path
) -> None:
    put(folder, place.content.replace("VALUE", place.near))
    code, found = checked(pks)
    assert (code, places(found)) == (1, [(place.line, place.column, "value.choice-near")])
    assert f"`{place.near}` is not known; did you mean {place.meant}? The choices: " in found[0]["message"]

    put(folder, place.content.replace("VALUE", "qqqqqqq"))
    code, found = checked(pks)
    assert (code, places(found)) == (1, [(place.line, place.column, "value.choice")])
    assert found[0]["message"].startswith("`qqqqqqq` is not one of: ")
    assert place.meant in found[0]["message"]

    put(folder, place.content.replace("VALUE", place.meant))
    assert not any(one["code"].startswith("value.") for one in checked(pks)[1])


def test_more_values_than_anyone_writes_by_hand_are_refused(pks: Run, folder: Path) -> None:
    put(folder, plus("scope: [" + "a," * 100000 + "]"))
    code, found = checked(pks)
    assert (code, [(one["line"], one["code"]) for one in found]) == (1, [(7, "yaml.large")])
    put(folder, plus("scope: [" + "a," * 5000 + "]"))
    assert checked(pks) == (0, [])


SYNC_COPIES = [
    "2026-a (1).yaml",
    "2026-a - Copy.yaml",
    "2026-a - Copy (2).yaml",
    "2026-a - Salin.yaml",
    "2026-a-LAPTOP.yaml",
    "2026-a-DESKTOP-7QK2.yaml",
    "2026-a-PC.yaml",
    "2026-a.sync-conflict-20260301-101010-ABCDEFG.yaml",
    "2026-a (conflicted copy 2026-03-01).yaml",
    "2026-a (Kantor's conflicted copy 2026-03-01).yaml",
    "2026-a (Case Conflict).yaml",
    "2026-a_conf(1).yaml",
    "2026-a.yaml.orig",
    "2026-a.yaml~",
    "2026-a.BASE.4711.yaml",
    "2026-a_LOCAL_4711.yaml",
]


@pytest.mark.parametrize("name", SYNC_COPIES)
def test_a_copy_left_by_a_sync_or_merge_tool_is_reported_and_never_a_second_agreement(
    name: str, pks: Run, folder: Path
) -> None:
    put(folder, PLAIN)
    put(folder, PLAIN, name)
    code, found = checked(pks)
    assert (code, places(found, f"agreements/{name}")) == (1, [(None, None, "file.sync-copy")])
    assert f"`{name}` looks like a sync tool's conflicting copy" in found[0]["message"]
    code, out, err = pks("list", "--json")
    assert (code, [one["id"] for one in json.loads(out)]) == (0, ["2026-a"])
    assert err.startswith(f"agreements/{name}: ")


@pytest.mark.parametrize(
    "id_", ["2026-sewa-laptop", "2026-desktop-desa", "2026-dinkes-pc", "2026-local.1", "2026-copy"]
)
def test_an_id_that_holds_a_word_of_sync_tools_is_an_agreement_all_the_same(id_: str, pks: Run, folder: Path) -> None:
    put(folder, PLAIN, f"{id_}.yaml")
    assert checked(pks) == (0, [])
    assert [one["id"] for one in json.loads(pks("list", "--json").out)] == [id_]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2026-A.yaml", "file.bad-id"),
        ("2026_a.yaml", "file.bad-id"),
        ("-a.yaml", "file.bad-id"),
        ("a-.yaml", "file.bad-id"),
        ("a..b.yaml", "file.bad-id"),
        ("con.yaml", "file.bad-id"),
        ("lpt1.a.yaml", "file.bad-id"),
        ("naïf.yaml", "file.bad-id"),
        (f"{'a' * 81}.yaml", "file.bad-id"),
        ("2026-a.yml", "file.wrong-ending"),
        ("2026-a.YAML", "file.wrong-ending"),
        ("2026-a.yaml.bak", "file.wrong-ending"),
    ],
)
def test_a_name_that_is_no_id_is_reported_once_and_listed_nowhere(name: str, code: str, pks: Run, folder: Path) -> None:
    put(folder, PLAIN, name)
    exit_code, found = checked(pks)
    assert (exit_code, places(found, f"agreements/{name}")) == (1, [(None, None, code)])
    assert name in found[0]["message"]
    assert pks("list", "--json").out == "[]\n"


@pytest.mark.parametrize(
    "name", [".2026-a.yaml", ".simpan/2026-a.yaml", ".pks/2026-a.yaml", "2026-b.files/2026-a.yaml", "a.txt"]
)
def test_names_with_a_dot_in_front_and_attachments_are_no_agreements(name: str, pks: Run, folder: Path) -> None:
    put(folder, "[", name)
    assert checked(pks) == (0, [])


def test_an_id_is_longest_at_eighty_characters(pks: Run, folder: Path) -> None:
    put(folder, PLAIN, f"{'a' * 80}.yaml")
    assert checked(pks) == (0, [])


def test_one_id_in_two_folders_is_an_error_that_names_both_files(pks: Run, folder: Path) -> None:
    put(folder, PLAIN, "2025/2026-a.yaml")
    put(folder, PLAIN, "2026/2026-a.yaml")
    code, found = checked(pks)
    assert (code, places(found, "agreements/2026/2026-a.yaml")) == (1, [(None, None, "file.twin")])
    assert "id `2026-a` is also taken by agreements/2025/2026-a.yaml" in found[0]["message"]


def test_an_agreement_may_lie_in_a_subfolder(pks: Run, folder: Path) -> None:
    put(folder, plus("zzz: a"), "2026/kesehatan/2026-a.yaml")
    assert places(checked(pks)[1], "agreements/2026/kesehatan/2026-a.yaml") == [(7, 1, "value.unknown-key")]


def test_what_is_no_file_is_named_and_never_waited_for(pks: Run, folder: Path) -> None:
    put(folder, PLAIN)
    (folder / "b.yaml").symlink_to(folder / "2026-a.yaml")
    (folder / "c.yaml").symlink_to(folder / "nowhere.yaml")
    os.mkfifo(folder / "d.yaml")
    (folder / "e.yaml").mkdir()
    code, found = checked(pks)
    assert code == 1
    assert [(one["file"], one["line"], one["column"], one["code"]) for one in found] == [
        ("agreements/b.yaml", 1, 1, "file.not-regular"),
        ("agreements/c.yaml", 1, 1, "file.not-regular"),
        ("agreements/d.yaml", 1, 1, "file.not-regular"),
        ("agreements/e.yaml", 1, 1, "file.not-regular"),
    ]
    listed = pks("list", "--json")
    assert (listed.code, [one["id"] for one in json.loads(listed.out)]) == (0, ["2026-a"])
    assert pks("show", "d").code == 4
    assert pks("show", "e").code == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named_with_the_reason(pks: Run, folder: Path) -> None:
    put(folder, PLAIN).chmod(0)
    code, found = checked(pks)
    assert (code, places(found)) == (1, [(1, 1, "file.unreadable")])
    assert "Permission denied" in found[0]["message"]


SHA = hashlib.sha256(b"isi").hexdigest()


@pytest.mark.parametrize(
    ("document", "found"),
    [
        (f"{{file: naskah.pdf, sha256: {SHA}}}", []),
        (f"{{file: sub/naskah.pdf, sha256: {SHA.upper()}}}", []),
        ("{file: naskah.pdf}", [(7, 20, "file-without-hash", "info")]),
        (f"{{file: hilang.pdf, sha256: {SHA}}}", [(7, 20, "check.attachment-missing", "error")]),
        (f"{{file: sub, sha256: {SHA}}}", [(7, 20, "check.attachment-missing", "error")]),
        (f"{{file: {'a' * 300}, sha256: {SHA}}}", [(7, 20, "check.attachment-missing", "error")]),
        (f'{{file: "a\\0b", sha256: {SHA}}}', [(7, 20, "check.attachment-missing", "error")]),
        (f"{{file: loop, sha256: {SHA}}}", [(7, 20, "check.attachment-missing", "error")]),
        (f"{{file: ../luar.pdf, sha256: {SHA}}}", [(7, 20, "check.attachment-outside", "error")]),
        (f"{{file: sub/../../luar.pdf, sha256: {SHA}}}", [(7, 20, "check.attachment-outside", "error")]),
        (f"{{file: /etc/hostname, sha256: {SHA}}}", [(7, 20, "check.attachment-outside", "error")]),
        (f"{{file: tautan.pdf, sha256: {SHA}}}", [(7, 20, "check.attachment-outside", "error")]),
        (f"{{file: keluar/luar.pdf, sha256: {SHA}}}", [(7, 20, "check.attachment-outside", "error")]),
        (f"{{file: lain.pdf, sha256: {SHA}}}", [(7, 20, "check.attachment-changed", "error")]),
        (
            "{file: naskah.pdf, sha256: abc}",
            [(7, 20, "check.attachment-changed", "error"), (7, 40, "hash-malformed", "warning")],
        ),
    ],
)
def test_attachments_are_compared_with_what_was_recorded(
    document: str, found: list[tuple[int, int, str, str]], pks: Run, folder: Path
) -> None:
    put(folder, plus(f"documents: [{document}]"))
    put(folder, b"isi", "2026-a.files/naskah.pdf")
    put(folder, b"isi", "2026-a.files/sub/naskah.pdf")
    put(folder, b"isinya", "2026-a.files/lain.pdf")
    put(folder, b"isi", "luar.pdf")
    files = folder / "2026-a.files"
    (files / "tautan.pdf").symlink_to(folder / "luar.pdf")
    (files / "keluar").symlink_to(folder)
    (files / "loop").symlink_to(files / "loop")
    code, said = checked(pks)
    assert [(one["line"], one["column"], one["code"], one["level"]) for one in said] == found
    assert code == int(any(level == "error" for *_, level in found))


OFFICES = [
    Bad("not YAML", "office: [\n", [(1, 9, "yaml.bracket")]),
    Bad("not text", b"office: \xe9\n", [(1, 9, "file.not-utf8")]),
    Bad("a list", "- office\n", [(1, 1, "yaml.root")]),
    Bad("tier", "office: A\ntier: kabupaten\n", [(2, 7, "value.choice")]),
    Bad("profile", "profile: partnr\n", [(1, 10, "value.choice-near")]),
    Bad("language", "language: fr\n", [(1, 11, "value.choice")]),
    Bad("time zone", "timezone: wib\n", [(1, 11, "value.choice-near")]),
    Bad("commit", "commit: kadang\n", [(1, 9, "value.flag")]),
    Bad("notice", "notice: tiga bulan\n", [(1, 9, "value.length")]),
    Bad("last day", "last_day: akhir\n", [(1, 11, "value.choice")]),
    Bad("reminders as text", "reminders: 30d\n", [(1, 12, "value.list")]),
    Bad("one reminder", "reminders: [30d, besok]\n", [(1, 18, "value.length")]),
    Bad("limit of a stage", "stages: {draft: 90d, facilitation: lama}\n", [(1, 36, "value.length")]),
    Bad("limit of a stage that has none", "stages: {renewal: 90d}\n", [(1, 10, "value.unknown-key")], 0),
    Bad("reply", "replies:\n  council: 45 hari sidang\n", [(2, 12, "value.length")]),
    Bad("holiday", "holidays:\n  - 2026-08-17\n  - 17-08-2026\n", [(3, 5, "value.date")]),
    Bad("report interval", "reports:\n  every: 2 months\n", [(2, 10, "value.interval")]),
    Bad("first report day", "reports:\n  since: 2026\n", [(2, 10, "value.date")]),
    Bad("report tier without a name", "reports:\n  tiers: [{within: 14d}]\n", [(2, 11, "value.missing")]),
    Bad("report tiers as text", "reports:\n  tiers: bupati\n", [(2, 10, "value.list")]),
    Bad("unknown key", "ofice: A\n", [(1, 1, "value.unknown-key-near")], 0),
    Bad("own key", "x-kode: A\n", [], 0),
    Bad("rule that does not exist", "rules: {danglink-link: off}\n", [(1, 24, "rules.unknown-code-near")]),
    Bad("rule far from any", "rules: {qqqqqq: off}\n", [(1, 17, "rules.unknown-code")]),
    Bad("level that does not exist", "rules: {dangling-link: fatal}\n", [(1, 24, "rules.bad-level")]),
    Bad("parameter of the wrong sort", "rules: {signed-late: lama}\n", [(1, 22, "rules.bad-parameter")]),
    Bad("pattern without a place for the number", "office: A\nregister: REG/{year}\n",
        [(2, 11, "registering.bad-pattern")]),
    Bad("key twice", "office: A\noffice: B\n", [(2, 1, "yaml.duplicate")]),
]  # fmt: skip


@pytest.mark.parametrize("bad", OFFICES, ids=[one.name for one in OFFICES])
def test_each_mistake_in_the_rules_of_the_office_is_found_at_its_place(bad: Bad, pks: Run, folder: Path) -> None:
    put(folder, bad.content, ".pks/office.yaml")
    put(folder, PLAIN)
    code, found = checked(pks)
    assert (code, places(found, "agreements/.pks/office.yaml")) == (bad.code, bad.found)
    listed = pks("list", "--json")
    assert (listed.code, [one["id"] for one in json.loads(listed.out)]) == (0, ["2026-a"])


@pytest.mark.parametrize("content", ["", "\n", "# nanti\n"])
def test_an_office_file_that_states_nothing_is_all_defaults(pks: Run, folder: Path, content: str) -> None:
    put(folder, content, ".pks/office.yaml")
    put(folder, PLAIN)
    assert checked(pks) == (0, [])


def test_office_rules_turn_findings_off_and_change_their_level(pks: Run, folder: Path) -> None:
    put(folder, plus("renews: 2020-z"))
    put(folder, "rules: {dangling-link: off}\n", ".pks/office.yaml")
    assert checked(pks) == (0, [])
    put(folder, "rules: {dangling-link: error}\n", ".pks/office.yaml")
    code, found = checked(pks)
    assert (code, found[0]["level"], found[0]["code"]) == (1, "error", "dangling-link")


def test_one_broken_file_hides_no_other_in_any_command(pks: Run, folder: Path) -> None:
    put(folder, PLAIN, "2026-baik.yaml")
    put(folder, instead("Rujukan pasien", '"Rujukan'), "2026-rusak.yaml")
    put(folder, plus("tasks: [{what: Rapat, due: 2026-03-05}]"), "2026-tugas.yaml")
    named = 'agreements/2026-rusak.yaml:1:8: the quote " opened here is never closed. Add " at the end of the value.\n'
    listed = pks("list", "--json")
    assert (listed.code, listed.err) == (0, named)
    assert [one["id"] for one in json.loads(listed.out)] == ["2026-baik", "2026-tugas"]
    due = pks("due", "--json", "--kind", "task")
    assert (due.code, due.err) == (0, named)
    assert [(one["id"], one["date"]) for one in json.loads(due.out)] == [("2026-tugas", "2026-03-05")]
    assert pks("list").out.count("\n") == 3
    code, found = checked(pks)
    assert (code, places(found, "agreements/2026-rusak.yaml")) == (1, [(1, 8, "yaml.quote")])


def test_showing_the_broken_one_exits_with_4_and_its_place(pks: Run, folder: Path) -> None:
    put(folder, plus("scope: a", "mandatory: mungkin"), "2026-rusak.yaml")
    put(folder, PLAIN, "2026-baik.yaml")
    for arguments in (("show", "2026-rusak"), ("show", "RUSAK", "--json")):
        code, out, err = pks(*arguments)
        assert (code, out) == (4, "")
        assert err == (
            "pks: agreements/2026-rusak.yaml cannot be understood; mend it first:\n"
            "agreements/2026-rusak.yaml:7:8: a list is needed here: one item a line after `- `, or [one, two]\n"
            "agreements/2026-rusak.yaml:8:12: `mungkin` is not yes or no; write yes, no, true or false\n"
        )
    good = pks("show", "2026-baik")
    assert good.code == 0
    assert good.err.startswith("agreements/2026-rusak.yaml:7:8: ")


def test_check_without_json_is_a_line_a_finding_and_a_count_on_stderr(pks: Run, folder: Path) -> None:
    put(folder, plus("term: {starts: 2026-2-1}", "zzz: a"))
    code, out, err = pks("check")
    assert (code, err) == (1, "1 file checked: 1 error, 1 warning, 0 notes; `pks help rules` explains the codes.\n")
    assert out == (
        "agreements/2026-a.yaml:7:16: error: `2026-2-1` is not a date; write YYYY-MM-DD, "
        "such as 2026-02-12 [value.date]\n"
        "agreements/2026-a.yaml:8:1: warning: `zzz` is no key known here; it is kept but not used "
        "(begin it with x- if it is your own) [value.unknown-key]\n"
    )
    put(folder, PLAIN)
    assert pks("--lang", "id", "check") == (0, "", "1 berkas diperiksa; tidak ada temuan.\n")


def test_check_of_named_agreements_and_files_looks_at_these_alone(pks: Run, folder: Path) -> None:
    put(folder, plus("zzz: a"), "2026-a.yaml")
    put(folder, plus("zzz: b"), "2026-b.yaml")
    put(folder, plus("zzz: c"), "sub/2026-c.yaml")
    put(folder, PLAIN, "2026-D.yaml")
    put(folder, "tier: x\n", ".pks/office.yaml")

    def files(*arguments: str) -> list[str]:
        return [one["file"] for one in checked(pks, *arguments)[1]]

    assert files("2026-B") == ["agreements/2026-b.yaml"]
    assert files("agreements/2026-b.yaml") == ["agreements/2026-b.yaml"]
    assert files("./agreements/sub/2026-c.yaml", "2026-a") == ["agreements/2026-a.yaml", "agreements/sub/2026-c.yaml"]
    assert files(str(folder / "2026-b.yaml")) == ["agreements/2026-b.yaml"]
    assert files("2026-a", "agreements/2026-a.yaml") == ["agreements/2026-a.yaml"]
    assert files("agreements/.pks/office.yaml") == ["agreements/.pks/office.yaml"]
    assert files("agreements/2026-D.yaml") == ["agreements/2026-D.yaml"]


def test_check_of_a_file_that_is_not_in_the_register_is_not_found(pks: Run, folder: Path) -> None:
    put(folder, PLAIN, "2026-a.yaml")
    other = folder.parent / "lain" / "2026-a.yaml"
    other.parent.mkdir()
    other.write_text("[")
    for name in ("lain/2026-a.yaml", "agreements/2026-b.yaml", "qqqq"):
        code, out, err = pks("check", name)
        assert (code, out) == (3, "")
        assert f"`{name}`" in err


def test_an_attachment_that_cannot_be_read_and_a_synchronised_folder_are_said(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "OneDrive - Setda" / "agreements"
    (root / "2026-a.files").mkdir(parents=True)
    (root / "2026-a.files" / "naskah.pdf").write_bytes(b"isi")
    (root / "2026-a.yaml").write_text(
        "title: A\nparties: [{name: B}]\n"
        f"documents:\n  - {{file: naskah.pdf, sha256: {SHA}}}\n"
        "history:\n  - {date: 2026-01-05, stage: draft}\n"
    )

    def fails(_: object) -> str:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("pks.store.checking.sha256_of", fails)
    result = pks("-C", str(root.parent), "--no-index", "check", "--json")
    said = {one["code"]: one["message"] for one in json.loads(result.out)}
    assert result.code == 1
    assert said["file.unreadable"].endswith("naskah.pdf: Input/output error")
    assert "OneDrive - Setda" in said["check.synced"]
