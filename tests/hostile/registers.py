"""A register in which every text that anyone could write tries to steer the terminal that shows it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Final

from openpyxl import Workbook

# A colour that pks has no use for, the clipboard, the screen, a title; C1, bidi, zero width, separators; Rich's markup.
EVIL: Final = (
    "\x1b[38;5;201m\x1b]52;c;eA==\x07\x1b[2J\x1b]0;x\x07\x9b31m\x90q\x9c\u202ex\u2066\u200b\ufeff\u00ad\u061c\u0085\u2028"
    "\x08\x7f[/] [red] [link=http://x.example]k[/link] :bomb: [/nope] \\[a]"
)
NAME: Final = EVIL.replace("/", "|").replace("\x85", "").replace("\u2028", "")
AUTHOR: Final = EVIL.replace("<", "").replace(">", "")
PRIVATE: Final = "\ue000\U000e0041"


def quoted(text: str) -> str:
    """`text` between double quotes, as YAML and JSON write it; what is no letter as an escape."""
    return json.dumps(text)[:-1] + PRIVATE + '"'


def agreement(title: str, stage: str, more: str = "") -> str:
    evil = quoted(EVIL)
    return f"""\
title: {quoted(title + EVIL)}
purpose: {evil}
location: {evil}
instrument: PKS
cooperation: KSDPK
as_written: {evil}
lead: [{evil}, Dinas]
sectors: [kesehatan]
scope: [{evil}, b]
legal_basis: [{evil}]
parties:
  - {{key: dinkes, name: {quoted("Dinas " + EVIL)}, region: {evil}, ours: ya, number: {quoted("440 " + EVIL)},
     signatory: {{name: {evil}, office: {evil}, capacity: Plt, mandate: {{number: {evil}}}}}}}
  - {{key: rsj, name: {quoted("Klinik " + EVIL)}}}
under: {{text: {evil}, number: {evil}}}
term: {{starts: 2025-04-01, length: 2 years, notice: 1 month, review: 1 year}}
funding: [{{source: grant, party: {evil}, amount: 5, note: {evil}}}]
facilitation:
  - {{date: 2026-03-05, place: {evil}, outcome: planned, chair: {evil}, attendees: [{evil}, {{unit: {evil}, mode: online}}]}}
  - {{date: 2026-01-05, place: {evil}, outcome: corrections, chair: {evil}, attendees: [{evil}], note: {evil}}}
corrections:
  - {{no: 1, kind: substance, clause: {evil}, was: {evil}, becomes: {evil}, reason: {evil},
     raised: {{date: 2026-01-06, by: {evil}}}, answers: {{rsj: {{accepted: 2026-01-07, note: {evil}, letter: {evil}}}}}}}
  - {{no: 2, kind: wording, clause: {evil}, was: {evil}, becomes: {evil}, raised: {{date: 2026-01-06, by: {evil}}},
     answers: {{rsj: {{rejected: 2026-01-07, counter: {evil}}}}}}}
documents:
  - {{kind: draft, file: {evil}, sha256: {"0" * 64}, holder: {evil}, location: {evil}, number: {evil}}}
  - {{kind: letter, url: {evil}, copy: original, location: {evil}}}
reports:
  - {{period: 2025-S2, activities: {evil}, results: {evil}, obstacles: {evil}, follow_up: {evil},
     sent: [{{to: {evil}, date: 2026-01-09, number: {evil}}}]}}
indicators: [{{name: {evil}, unit: {evil}, readings: [{{period: 2025-S2, value: 3, note: {evil}}}]}}]
tasks: [{{what: {evil}, who: {evil}, due: 2026-03-02}}]
evaluations: [{{date: 2026-01-05, recommendation: continue, score: 4, note: {evil}}}]
renewal: {{intent: renew, date: 2026-02-01, note: {evil}}}
unread: {{{evil}: {evil}}}
x-kantor: {evil}
{quoted("asing" + EVIL)}: {evil}
{more}history:
  - {{date: 2026-01-01, stage: {stage}, by: {evil}, note: {evil}}}
"""  # noqa: E501


def make(root: Path) -> None:
    """Fill the register `root`, under git: agreements, office, partners, templates, attachments, strays, commits."""
    put(root / "jahat.yaml", agreement("Jahat", "corrections"))
    put(
        root / "jalan.yaml",
        agreement("Jalan", "reporting", f"registration: {{number: {quoted('REG/1' + EVIL)}, date: 2025-04-01}}\n"),
    )
    put(root / "rusak.yaml", agreement("Rusak", '"\\u001b[31mx"'))
    put(root / "kacau.yaml", f"title: {EVIL}\n")
    put(root / "tabrak.yaml", f"<<<<<<< {EVIL}\ntitle: a{EVIL}\n=======\ntitle: b{EVIL}\n>>>>>>> {EVIL}\n")
    put(root / f"{NAME}.yaml", agreement("Asing", "draft"))
    put(root / f"a {NAME} (1).yaml", agreement("Salinan", "draft"))
    put(root / f"b{NAME}.yml", "x")
    put(root / NAME / "dalam.yaml", agreement("Dalam", "draft"))
    put(root / "jahat.files" / f"{NAME}.pdf", "isi")
    evil = quoted(EVIL)
    put(root / ".pks" / "office.yaml", f"office: {evil}\nregion: {evil}\nteam: {evil}\nregister: {quoted('R/{seq:03}' + EVIL)}\n"  # noqa: E501
        f"reports: {{every: 6 months, since: 2025-07-01, tiers: [{{to: {evil}, within: 14d}}]}}\n{evil}: 1\n")  # fmt: skip  # noqa: E501
    put(root / ".pks" / "partners.yaml", f"- {{name: {quoted('Klinik ' + EVIL)}, aliases: [{evil}], region: {evil}}}\n"
        f"- {{name: {evil}, aliases: [Dinas]}}\n")  # fmt: skip
    put(root / ".pks" / "templates" / f"{NAME}.docx", "no template")
    for text, name in (("satu", "jahat"), ("dua", "jalan")):
        commit(root.parent, f"{name}: {text} {EVIL}")
    path = root / "jahat.yaml"
    put(path, path.read_text(encoding="utf-8").replace("length: 2 years", "length: 3 years"))
    commit(root.parent, f"jahat: tiga {EVIL}")
    path = root / "jalan.yaml"
    put(path, path.read_text(encoding="utf-8").replace("starts: 2025-04-01", "starts: 2025-04-02"))


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(top: Path, subject: str) -> None:
    """A commit whose author and subject keep what `git commit` would have cleaned away."""

    def git(*words: str, given: bytes | None = None) -> str:
        done = subprocess.run(["git", "-C", str(top), *words], input=given, capture_output=True, check=True)
        return done.stdout.decode().strip()

    git("add", "-A")
    person = f"{AUTHOR.replace(chr(10), '')} <x@example.invalid> 1767225600 +0700"
    parent = f"parent {git('rev-parse', 'HEAD')}\n"
    text = f"tree {git('write-tree')}\n{parent}author {person}\ncommitter {person}\n\n{subject}\n"
    made = git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=text.encode("utf-8", "replace"))
    git("update-ref", "HEAD", made)


def workbook(path: Path) -> None:
    """A register in a workbook, whose cells and sheet hold what a cell may."""
    cell = "".join(one for one in EVIL if one in "\t\n\r" or ord(one) > 31)  # what a cell refuses
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "x\u202e\u200b"
    sheet.append(["No.", "Mitra", "Judul", "Nomor", "Tanggal Mulai", "Tanggal Selesai", f"Id{cell}", cell])
    sheet.append([1, f"Klinik {cell}", f"Rujukan {cell}", f"1/{cell}", "1 Maret 2024", "x" + cell, cell, cell])
    sheet.append([2, cell, cell, cell, cell, cell, cell, cell])
    book.save(path)
