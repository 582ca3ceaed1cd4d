"""The register that the tests of forms write to, and somebody who fills in a form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.conftest import git

JIWA = """\
# dua pihak
title: Pelayanan jiwa
lead: Dinas Kesehatan
parties:
  - {key: pemkab, name: Pemerintah Kabupaten, ours: true}   # Pihak Kesatu
  - {key: rsj, name: RSJ Provinsi}
term: {starts: 2026-01-01, ends: 2027-12-31}
x-arsip: 0071
"""
AIR = """\
title: Air bersih
lead: Dinas Kesehatan
parties: [{name: Dinas PUPR, ours: true}, {name: Desa Sukamaju}, {name: PDAM Tirta}]
term: {starts: 2026-03-01, length: 2 years}
"""
PASAR = """\
title: Pasar bersama
lead: Dinas Perdagangan
parties: [{parties}]
term: {{starts: 2026-01-01, length: 5 years}}
""".format(parties=", ".join(f"{{name: Kecamatan {one}}}" for one in "ABCDEFGHIJKLMN"))
REPORTED = """\
reports:
  - period: 2026-S1
    activities: Rapat di Pontianak   # ketik Bu Sri
    x-warna: merah
indicators:
  - name: Dirujuk balik
    unit: persen
    readings:
      - {period: 2025-S2, value: 71.5}
  - {name: Dilayani, unit: orang}
"""
ASKED = """\
corrections:
  - {no: 1, kind: substance, clause: Pasal 4, was: PIHAK KEDUA, becomes: PARA PIHAK, raised: {date: 2026-02-01}}
  - no: 2   # dari rapat
    clause: Pasal 9
    becomes: Musyawarah
    raised: {date: 2026-02-01}
    answers:
      pemkab: {accepted: 2026-02-03}
  - no: 3
    clause: Pasal 11
    becomes: Pontianak
    answers:
      rsj: {rejected: 2026-02-10, counter: Ketapang, letter: 7/RSJ, x-ruang: 3}   # rapat kedua
  - {no: 5, was: a, withdrawn: {date: 2026-02-03, reason: ganda}}
"""
HISTORY = """\
history:
  - {date: 2026-01-05, stage: reporting, imported: true}
"""


def put(register: Path, **texts: str) -> None:
    """These agreements, committed."""
    for name, content in texts.items():
        (register / f"{name}.yaml").write_text(content)
    git("add", "-A")
    git("commit", "-qm", "put")


def read(register: Path, name: str) -> str:
    return (register / f"{name}.yaml").read_text()


def fill(file: str, cells: dict[str, Any], *, to: str | None = None) -> str:
    """Write into the cells named `Sheet!A1` of `file`; the name of the file that was saved."""
    book = load_workbook(file)
    for place, value in cells.items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
        if isinstance(value, str):
            book[sheet][cell].data_type = "s"
    book.save(to or file)
    return to or file


def cells_of(file: str, sheet: str) -> list[list[Any]]:
    """What a sheet shows, row by row, from the headings on."""
    return [[cell.value for cell in row] for row in load_workbook(file)[sheet].iter_rows(min_row=5)]


def last_commits(count: int) -> list[str]:
    return git("log", f"-{count}", "--format=%s").splitlines()


def refused(*lines: str) -> str:
    """What stderr says where these entries of a form cannot be recorded."""
    count = "1 entry" if len(lines) == 1 else f"{len(lines)} entries"
    head = f"pks: {count} cannot be recorded, so nothing was written (--skip-errors passes over them):\n"
    return head + "".join(f"  {line}\n" for line in lines)
