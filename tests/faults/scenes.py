"""A small register in which every writing command has something to do, and a command line for each of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

DRAFT: Final = """\
title: Pelayanan rujukan   # dari map
instrument: PKS
cooperation: KSDD
sectors: [kesehatan]
scope: [Rujukan pasien]
parties:
  - {key: dinkes, name: Dinas Kesehatan Kota Contoh, ours: true}
  - {key: rsud, name: RSUD Contoh}
term: {length: 2 years}
x-map: "0123"   # tetap
history:
  - {date: 2026-01-05, stage: draft}
"""
_MEETING: Final = """\
facilitation:
  - {date: 2026-01-20, chair: Kepala Bagian, attendees: [Dinas Kesehatan], outcome: corrections}
corrections:
  - {no: 1, clause: Pasal 4, was: a, becomes: b}
  - {no: 2, clause: Pasal 7, was: c, becomes: d}
history:"""
CORRECTIONS: Final = DRAFT.replace("rujukan ", "bank darah ").replace("history:", _MEETING) + (
    "  - {date: 2026-01-15, stage: facilitation}\n  - {date: 2026-01-21, stage: corrections}\n"
)
RUNNING: Final = (
    DRAFT.replace("rujukan ", "limbah medis ")
    .replace("term: {length: 2 years}", "term: {starts: 2025-01-01, length: 2 years}")
    .replace("2026-01-05, stage: draft", "2025-01-01, stage: reporting, imported: true")
)
_TASK: Final = "tasks:\n  - {what: rapat, due: 2026-02-01}\nhistory:"
_SENT: Final = "reports:\n  - {period: 2025-S1, results: baik, sent: [{to: bupati, date: 2025-07-10}]}\nhistory:"
_CHILD: Final = RUNNING.replace("limbah medis", "anak").replace("history:", "under: one\nhistory:")
_OFFICE: Final = """\
office: Bagian Tata Pemerintahan
language: en
reports:
  every: 6 months
  since: 2025-01-01
  tiers: [{to: bupati, within: 14d}]
"""
_SHEET: Final = """\
Judul,Mitra,Mulai,Berakhir
Kerja sama laboratorium,RS Contoh,2024-01-01,2026-12-31
Kerja sama apotek,Apotek Contoh,2024-02-01,2026-11-30
"""
FILES: Final[dict[str, bytes]] = {
    "agreements/.pks/office.yaml": _OFFICE.encode(),
    "agreements/draft.yaml": DRAFT.encode(),
    "agreements/corrections.yaml": CORRECTIONS.encode(),
    "agreements/one.yaml": RUNNING.replace("history:", _TASK).encode(),
    "agreements/two.yaml": RUNNING.replace("limbah medis", "rujukan balik").encode(),
    "agreements/three.yaml": RUNNING.replace("limbah medis", "laboratorium").encode(),
    "agreements/sent.yaml": RUNNING.replace("limbah medis", "apotek").replace("history:", _SENT).encode(),
    "agreements/2026/child.yaml": _CHILD.encode(),
    "agreements/one.files/pks.pdf": b"%PDF the agreement",
    "scan.pdf": b"%PDF a scan " * 500,
    "register.csv": _SHEET.encode(),
}  # fmt: skip
# What the person does in `edit`; `edited` tells that they have done it.
EDITOR: Final = "sed -i 's/rujukan/rujuk/w edited'"

# Every writing command by name, without what all of them take.
COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "set": ("set", "draft", "lead=Dinkes"),
    "new": ("new", "Judul", "--party", "A", "--party", "B", "--id", "baru"),
    "report send": ("report", "send", "one", "two", "three", "--period", "2025-S1", "--to", "bupati", "--number", "5"),
    "attach": ("attach", "one", "scan.pdf", "--kind", "signed-copy"),
    "rename": ("rename", "one", "satu"),
    "register": ("register", "one", "--number", "next"),
    "edit": ("edit", "draft"),
    "init": ("init", "baru", "--office", "Bagian", "--region", "Kabupaten", "--tier", "regency"),
    "import": ("import", "register.csv", "--write"),
    "renew": ("renew", "one", "--id", "lanjutan"),
    "amend": ("amend", "one", "term.length=3 years", "--reason", "x"),
    "advance": ("advance", "draft", "--force", "--reason", "x"),
    "back": ("back", "corrections", "--to", "facilitation", "--reason", "x"),
    "close": ("close", "draft", "--reason", "withdrawn"),
    "meet": ("meet", "draft", "--date", "2026-02-01", "--chair", "A", "--attendee", "B", "--outcome", "none"),
    "correction add": ("correction", "add", "corrections", "--clause", "Pasal 9", "--was", "e", "--becomes", "f"),
    "correction accept": ("correction", "accept", "corrections", "1", "--party", "rsud"),
    "correction reject": ("correction", "reject", "corrections", "1", "--party", "rsud"),
    "correction withdraw": ("correction", "withdraw", "corrections", "1", "--reason", "x"),
    "sign": ("sign", "corrections", "--all"),
    "report add": ("report", "add", "one", "--period", "2025-S1", "--results", "x"),
    "report receive": ("report", "receive", "sent", "--period", "2025-S1", "--to", "bupati"),
    "measure": ("measure", "one", "pasien", "5", "--period", "2025-S1"),
    "task add": ("task", "add", "one", "rapat", "--due", "2026-04-01"),
    "task done": ("task", "done", "one", "1"),
    "evaluate": ("evaluate", "one", "--recommendation", "continue"),
}
# What ends with more than one file written.
MANY: Final = frozenset({"report send", "attach", "rename", "register", "init", "import"})


def prepare(folder: Path) -> None:
    """Lay the register's files out in `folder`."""
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def files(folder: Path) -> dict[str, bytes]:
    """Every file that is somebody's: not the cache, the copies kept for a person, what was left aside, or git's."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if one not in {"cache", "rescue", ".git"}]
        for name in names:
            if not name.endswith(".pks-tmp") and name != "edited":
                path = Path(place, name)
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def left_aside(folder: Path) -> list[Path]:
    """What was written aside and is still there."""
    return sorted(folder.rglob(".*.pks-tmp"))
