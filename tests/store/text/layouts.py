"""Texts in every layout people write, and values that break careless writers. All names are made up.

Comments carry a mark (`~1~`) that no value contains, so that a test can count them without a parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Path = tuple[str | int, ...]


class Written(NamedTuple):
    """A text, and the path of one scalar in it that tests set."""

    name: str
    text: str
    path: Path


class House:
    """A layout in the sense of the writer: which keys are text, which are written over lines."""

    ORDER = (
        "title", "instrument", "sectors", "renews", "parties", "scope", "term", "offer", "funding",
        "corrections", "registration", "documents", "reports", "history",
    )  # fmt: skip
    TERM = ("starts", "length", "ends", "until")
    TEXT = frozenset(
        {
            "title",
            "name",
            "note",
            "scope",
            "number",
            "was",
            "clause",
            "x-catatan",
            "x-baru",
            "place",
            "until",
            "a",
        }
    )
    FLOW = frozenset({"offer", "registration", "sectors", "raised"})

    def order(self, path: Path) -> Sequence[str]:
        return self.ORDER if not path else self.TERM if path == ("term",) else ()

    def is_text(self, path: Path) -> bool:
        return next((step for step in reversed(path) if isinstance(step, str)), "") in self.TEXT

    def is_block(self, path: Path) -> bool:
        if path[0] == "history":
            return len(path) == 1
        return not self.FLOW.intersection(path)


class AllText(House):
    """Every scalar is text."""

    def is_text(self, path: Path) -> bool:
        return bool(path)


PLAIN = """\
# Perjanjian contoh ~1~
title: Pelayanan rujukan
instrument: PKS   # jenis ~2~
sectors: [kesehatan, sosial]
renews: 2023-contoh

parties:   # Pihak Kesatu dahulu ~3~
  - key: dinkes
    name: Dinas Kesehatan Kabupaten Contoh   # kami ~4~
    ours: true
  # pihak kedua ~5~
  - key: klinik
    name: Klinik Utama
    signatory: {name: Contoh Dua, office: Direktur}

scope:
  - Rujukan pasien
  - Pelatihan petugas, termasuk kader   # baru ~6~

term:
  starts: 2026-02-12
  length: 2 years

# riwayat ~7~
history:
  - {date: 2026-01-10, stage: draft, note: Dibahas}
  - {date: 2026-02-10, stage: facilitation}
"""

DENSE = """\
title: "Kerja sama: kesehatan"
sectors: [ kesehatan ]
parties:
- {key: a, name: 'Dinas ''Satu''', number: "0123"}
- {key: b, name: Yayasan Sehat}   # ~1~
scope: [Kesehatan, "Gizi, anak"]
term: {starts: 2025-06-01, length: 5 years}
history:
- {date: 2025-06-03, stage: reporting, imported: true}
"""

NESTED = """\
title: >-
  Pelayanan kesehatan jiwa bagi orang dengan gangguan jiwa dan rehabilitasi
  korban penyalahgunaan napza

corrections:
  - no: 1
    clause: Pasal 4
    was: |
      Biaya ditanggung
      PIHAK KEDUA   # bukan komentar
    raised: {date: 2026-01-15}
    answers:
      dinkes: {accepted: 2026-01-16}   # ~1~
      klinik: {rejected: 2026-01-20, note: tidak}
  - no: 2
    was: 'kutip'

    # alasan menyusul ~2~
    reason: Sesuai DPA
x-kode-arsip: 0071
history:
  - {date: 2025-12-21, stage: draft}
"""

_BASES = (
    ("plain", PLAIN, (("title",), ("parties", 0, "name"), ("scope", 1), ("history", 0, "note"))),
    ("dense", DENSE, (("title",), ("parties", 0, "name"), ("scope", 0))),
    (
        "nested",
        NESTED,
        (("title",), ("corrections", 0, "was"), ("corrections", 0, "answers", "klinik", "note")),
    ),
)


def _mixed(text: str) -> str:
    lines = text.split("\n")
    return "".join(line + ("\r\n" if at % 3 == 0 else "\n") for at, line in enumerate(lines[:-1]))


def _spread(text: str) -> str:
    """Put a blank line and a comment between all top-level entries."""
    count = iter(range(100, 999))
    return re.sub(r"(?m)^(?=[a-z])", lambda _: f"\n# bagian ~{next(count)}~\n", text)


def _odd_comments(text: str) -> str:
    count = iter(range(100, 999))
    return re.sub(r"(?m)^(?=  - |[a-z])", lambda _: f" # aneh ~{next(count)}~\n", text)


TRANSFORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("as-is", lambda text: text),
    ("crlf", lambda text: text.replace("\n", "\r\n")),
    ("cr", lambda text: text.replace("\n", "\r")),
    ("mixed", _mixed),
    ("bom", lambda text: "\ufeff" + text),
    ("no-final-newline", lambda text: text.removesuffix("\n")),
    ("markers", lambda text: f"---\n{text}...\n"),
    ("marker-comment", lambda text: f"--- # awal ~90~\n{text}...  # akhir ~91~\n"),
    ("trailing-blanks", lambda text: text + "\n  \n# akhir ~92~\n\n"),
    ("space-colon", lambda text: re.sub(r"(?m)^([a-z]+):", r"\1 :", text)),
    ("wide-colon", lambda text: re.sub(r"(?m)^( *(?:- )?[a-z]+): (?=\S)", r"\1:   ", text)),
    ("quoted-keys", lambda text: re.sub(r"(?m)^([a-z]+):", r'"\1":', text)),
    ("spread", _spread),
    ("odd-comments", _odd_comments),
    ("no-blanks", lambda text: re.sub(r"\n\n+", "\n", text)),
)

_HAND: tuple[tuple[str, str, Path], ...] = (
    ("one-key", "title: x\n", ("title",)),
    ("one-key-no-newline", "title: x", ("title",)),
    ("one-key-comment", "title: x # ~1~", ("title",)),
    ("empty-value", "title:\nname: b\n", ("title",)),
    ("empty-value-at-end", "title: a\nnote:", ("note",)),
    ("empty-value-spaces", "title:   \nname: b\n", ("title",)),
    ("empty-value-comment", "title:   # belum ~1~\nname: b\n", ("title",)),
    ("tilde", "title: ~\nname: b\n", ("title",)),
    ("null", "title: null # ~1~\nname: b\n", ("title",)),
    ("empty-item", "scope:\n  -\n  - b\n", ("scope", 0)),
    ("empty-item-space", "scope:\n  - \n  - b\n", ("scope", 0)),
    ("empty-item-comment", "scope:\n  -   # ~1~\n  - b\n", ("scope", 0)),
    ("last-item-empty", "scope:\n  - a\n  -", ("scope", 1)),
    ("flow-empty-values", "offer: {note: , number: }\n", ("offer", "note")),
    ("flow-empty-last", "offer: {note: , number: }\n", ("offer", "number")),
    ("flow-empty-padded", "offer: { note: , number: }\n", ("offer", "number")),
    ("flow-bare-key", "offer: {note}\n", ("offer", "note")),
    ("flow-bare-keys", "offer: {note, number: 1}\n", ("offer", "note")),
    ("flow-bare-last", "offer: {a: b, note}   # ~1~\n", ("offer", "note")),
    ("flow-tight", "offer: {a: b,note: c}\n", ("offer", "note")),
    ("flow-json", 'offer: {"a":"b","note":"c"}\n', ("offer", "note")),
    ("flow-trailing-comma", "offer: {a: b, note: c,}\n", ("offer", "note")),
    ("flow-lines", "offer: {\n  a: b,\n  note: c\n}\n", ("offer", "note")),
    ("flow-lines-comma", "offer: {\n  a: b,   # ~1~\n  note: c,   # ~2~\n}\n", ("offer", "note")),
    ("flow-lines-comments",
     "offer: {\n  # ~1~\n  a: b, # ~2~\n  # ~3~\n  note: c # ~4~\n  # ~5~\n} # ~6~\n", ("offer", "note")),
    ("flow-broken-line", "offer: {a: b,\n  note: c}\n", ("offer", "note")),
    ("flow-value-below", "offer: {a: b, note:\n    c}\n", ("offer", "note")),
    ("flow-list", "scope: [a, b, c]\n", ("scope", 1)),
    ("flow-list-padded", "scope: [ a, b ]\n", ("scope", 0)),
    ("flow-list-lines", "scope: [\n  a,\n  b\n]\n", ("scope", 1)),
    ("flow-list-lines-comma", "scope: [\n  a,  # ~1~\n  b,  # ~2~\n  ]\n", ("scope", 1)),
    ("flow-list-comments", "scope: [ # ~1~\n  a, # ~2~\n  b # ~3~\n  ] # ~4~\n", ("scope", 0)),
    ("flow-list-of-maps", "parties: [{name: a}, {name: b}]\n", ("parties", 1, "name")),
    ("flow-list-of-lists", "parties: [[a, b], [c]]\n", ("parties", 0, 1)),
    ("flow-single-pairs", "parties: [name: a, note: b]\n", ("parties", 0, "name")),
    ("flow-in-flow", "offer: {a: {b: [c, {note: d}]}}\n", ("offer", "a", "b", 1, "note")),
    ("flow-root", "{title: a, name: b}\n", ("title",)),
    ("flow-root-lines", "{\n  title: a,\n  name: b\n}\n", ("name",)),
    ("flow-root-marker", "--- {title: a, name: b}\n...\n", ("name",)),
    ("flow-plain-lines", "offer: {note: satu\n    dua, a: b}\n", ("offer", "note")),
    ("zero-indent", "scope:\n- a\n- b\nname: c\n", ("scope", 1)),
    ("zero-indent-maps", "parties:\n- name: a\n  note: b\n- name: c\nx: y\n", ("parties", 0, "note")),
    ("zero-indent-nested", "x:\n  scope:\n  - a\n  - b\n  note: c\n", ("x", "scope", 1)),
    ("four-spaces", "term:\n    until: a\n    note: b\n", ("term", "note")),
    ("four-spaces-list", "scope:\n    - a\n    - b\n", ("scope", 0)),
    ("four-spaces-maps", "parties:\n    -   name: a\n        note: b\n    -   name: c\n", ("parties", 0, "note")),
    ("odd-indent", "term:\n   until: a\n   x:\n     note: b\n", ("term", "x", "note")),
    ("odd-indent-list", "scope:\n   - a\n   - b\n", ("scope", 1)),
    ("wide-dash", "scope:\n  -    a\n  -    b\n", ("scope", 1)),
    ("dash-alone", "parties:\n  -\n    name: a\n    note: b\n  -\n    name: c\n", ("parties", 0, "note")),
    ("dash-alone-text", "scope:\n  -\n    a\n  - b\n", ("scope", 0)),
    ("dash-alone-comment", "parties:\n  - # ~1~\n    name: a\n  - name: c # ~2~\n", ("parties", 0, "name")),
    ("list-in-list", "x:\n  - - a\n    - b\n  - - c\n", ("x", 0, 1)),
    ("list-in-list-deep", "x:\n- - - a\n    - b\n  - - c\n- - d\n", ("x", 0, 0, 1)),
    ("map-in-list-in-map", "x:\n  - y:\n      - name: a\n        note: b\n    z: c\n", ("x", 0, "y", 0, "note")),
    ("value-below", "title:\n  a\nname: b\n", ("title",)),
    ("value-below-comment", "title: # ~1~\n  a # ~2~\nname: b\n", ("title",)),
    ("value-below-quoted", 'title:\n  "a"\nname: b\n', ("title",)),
    ("value-below-block", "title:\n  |\n  a\n  b\nname: b\n", ("title",)),
    ("plain-lines", "title: satu\n  dua\n  tiga # ~1~\nname: b\n", ("title",)),
    ("plain-lines-blank", "title: satu\n\n  dua\nname: b\n", ("title",)),
    ("plain-lines-item", "scope:\n  - satu\n    dua\n  - b\n", ("scope", 0)),
    ("single", "title: 'a'\nname: 'b'\n", ("title",)),
    ("single-escaped", "title: 'it''s' # ~1~\nname: b\n", ("title",)),
    ("single-lines", "title: 'satu\n  dua\n\n  tiga' # ~1~\nname: b\n", ("title",)),
    ("double", 'title: "a"\nname: "b"\n', ("title",)),
    ("double-escaped", 'title: "\\u00e9\\x41\\/\\"" # ~1~\nname: b\n', ("title",)),
    ("double-lines", 'title: "satu\n  dua \\\n  tiga" # ~1~\nname: b\n', ("title",)),
    ("literal", "title: |\n  satu\n  dua\nname: b\n", ("title",)),
    ("literal-strip", "title: |-\n  satu\n  dua\nname: b\n", ("title",)),
    ("literal-keep", "title: |+\n  satu\n\n\nname: b\n", ("title",)),
    ("literal-indicated", "title: |2\n    satu\n  dua\nname: b\n", ("title",)),
    ("literal-wide", "title: |\n      satu\n      dua\nname: b\n", ("title",)),
    ("literal-comment", "title: | # ~1~\n  satu # bukan\n# ~2~\nname: b\n", ("title",)),
    ("literal-blanks", "title: |\n\n  satu\n\n  dua\n\n\nname: b\n", ("title",)),
    ("literal-last", "name: b\ntitle: |\n  satu\n  dua\n", ("title",)),
    ("literal-last-bare", "name: b\ntitle: |-\n  satu\n  dua", ("title",)),
    ("literal-clip-bare", "name: b\ntitle: |\n  satu\n  dua", ("title",)),
    ("literal-item", "scope:\n  - |\n    satu\n    dua\n  - b\n", ("scope", 0)),
    ("literal-item-tight", "scope:\n- |-\n satu\n dua\n- b\n", ("scope", 0)),
    ("literal-nested", "parties:\n  - name: a\n    note: |\n      satu\n      dua\n    x: y\n", ("parties", 0, "note")),
    ("literal-crlf", "title: |\r\n  satu\r\n  dua\r\nname: b\r\n", ("title",)),
    ("literal-empty", "title: |\nname: b\n", ("title",)),
    ("folded", "title: >\n  satu\n  dua\n\n  tiga\nname: b\n", ("title",)),
    ("folded-strip", "title: >-\n  satu\n  dua\nname: b\n", ("title",)),
    ("folded-comment", "title: >-   # ~1~\n  satu\n  dua\n\n# ~2~\nname: b\n", ("title",)),
    ("folded-item", "scope:\n  - >-\n    satu\n    dua\n  - b\n", ("scope", 0)),
    ("space-colon-key", "title : a\nname : b\n", ("title",)),
    ("wide-colon-key", "title:     a\nname:      b\n", ("title",)),
    ("quoted-key", "'title': a\n\"name\": b\n", ("title",)),
    ("key-with-spaces", "Nama pihak: a\nname: b\n", ("Nama pihak",)),
    ("key-not-ascii", "nomor–surat: a\nname: b\n", ("nomor–surat",)),
    ("key-number", "0123: a\nno: b\n", ("0123",)),
    ("emoji", "title: 😀 á 😀  # 😀 ~1~\nname: 日本\n", ("title",)),
    ("right-to-left", "title: اتفاقية   # ~1~\nname: b\n", ("title",)),
    ("trailing-spaces", "title: a   \nname: b  \n", ("title",)),
    ("blank-with-spaces", "title: a\n   \nname: b\n", ("title",)),
    ("leading-blanks", "\n\n  \ntitle: a\nname: b\n", ("title",)),
    ("leading-comment", "# ~1~\n\n# ~2~\ntitle: a\nname: b\n", ("title",)),
    ("indented-comments", "title: a\n    # ~1~\nname: b\n  # ~2~\n", ("name",)),
    ("comment-in-list", "scope:\n  # ~1~\n  - a\n# ~2~\n  - b\n      # ~3~\n  - c\n", ("scope", 1)),
    ("comment-below-key", "term:\n  # ~1~\n  until: a\n  # ~2~\n", ("term", "until")),
    ("comment-end", "title: a\n# ~1~", ("title",)),
    ("hash-in-value", "title: a#b\nname: b\n", ("title",)),
    ("hash-quoted", "title: 'a # b' # ~1~\nname: \"c # d\"\n", ("title",)),
    ("url", "title: http://contoh.example/a?b=c#d\nname: b\n", ("title",)),
    ("marker-dots", "---\ntitle: a\n...\n", ("title",)),
    ("marker-no-newline", "---\ntitle: a\n...", ("title",)),
    ("bom-marker", "\ufeff---\ntitle: a\n", ("title",)),
    ("bom-flow", "\ufeff{title: a}\n", ("title",)),
    ("bom-comment", "\ufeff# ~1~\ntitle: a\n", ("title",)),
    ("underline", "title: |-\n  Bab\n  =======\n  isi\nname: b\n", ("name",)),
    ("sections", "title: a\n\nparties:\n  - name: b\n\nscope:\n  - c\n\n\nhistory:\n  - {note: d}\n", ("scope", 0)),
    ("deep-comment", "term:\n  until: a\n      # ~1~\n  x: b\n # ~2~\n", ("term", "until")),
    ("flow-comment-first", "scope: [\n  # ~1~\n  a, b,\n  # ~2~\n  c\n]\n", ("scope", 1)),
    ("flow-deep-lines", "x:\n  - offer: {\n      a: b,\n      note: c\n    }\n    y: z\n", ("x", 0, "offer", "note")),
    ("many-blanks", "title: a\n\n\n\nscope:\n\n  - a\n\n  - b\n\n\nname: c\n\n\n", ("scope", 0)),
    ("last-comment-tight", "scope:\n  - a\n  - b # ~1~", ("scope", 1)),
    ("empty-brackets", "scope: []\noffer: { }\nterm: {}   # ~1~\ntitle: a\n", ("title",)),
    ("mixed-offsets", "scope:\n- a\nx:\n    - b\ny:\n  - note: c\n", ("y", 0, "note")),
    ("mixed-indents", "term:\n    until: a\nx:\n  note: b\n", ("x", "note")),
)  # fmt: skip

LAYOUTS: tuple[Written, ...] = (
    *(Written(*one) for one in _HAND),
    *(
        Written(f"{base}-{name}-{number}", transform(text), path)
        for base, text, paths in _BASES
        for name, transform in TRANSFORMS
        for number, path in enumerate(paths)
    ),
)

VALUES: tuple[str, ...] = (
    "", " ", "a", "0123", "no", "Yes", "12:30", "2024-01-01", "1e3", "1_000", "0x1F", ".5", "=", "<<", "~", "null",
    "true", "? x", "?", "- a", "-", "a: b", "a:", ": a", "a #b", "#x", "a#b", "'", '"', "''", '""',
    """it's "both" """, " depan", "belakang ", "  ", "dua  spasi", "satu\ndua", "satu\n", "\nsatu", "satu\n\ndua\n",
    "satu\n\n", "\n", "  masuk\nkeluar", "masuk\n  keluar", "satu \ndua", "tab\tdi tengah", "\ttab", "tab\t\nx",
    "a\rb", "{", "}", "[a]", "]", ",", "a, b", "{a: b}", "&a", "*a", "!x", "%x", "@x", "`x`", "|", ">", ">-",
    "😀 keluarga", "👨\u200d👩\u200d👧", "اتفاقية", "a\u202eb", "\x85", "a\u2028b", "a\u2029b", "a\u200bb", "\ufeffa",
    "a\ufeff", "\x00", "\x1b[31m", "\x7f", "\ufffe", "\xa0", "kata " * 60 + "akhir", "x" * 300, "---", "--- a", "...",
    "... a", "<<<<<<< HEAD", "a\n<<<<<<< HEAD\nb", "=======", "\\x41", "C:\\folder\\n", "a\\", "http://x.example/?a=b#c",
    "Pasal 4 ayat (2)", "Rp1.000,00", "440/015/PKS/2026", "# ~", "a\n# b\nc", "a\n\n\n# b",
)  # fmt: skip
