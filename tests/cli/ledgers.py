"""The agreement of three parties that the tests of corrections write to: its head, two open corrections, its tail."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import git

HEAD = """\
# tiga pihak
title: Pelayanan jiwa
parties:
  - {key: dinsos, name: Dinas Sosial}   # Pihak Kesatu
  - {key: rsj, name: RSJ Provinsi}
  - {name: Dinas Kesehatan}
"""
TAIL = """\
x-arsip: 0071

history:
  - {date: 2026-01-05, stage: corrections}
"""
TWO = """\
corrections:
  - no: 1   # dari rapat
    clause: Pasal 4
    was: PIHAK KEDUA
    becomes: PARA PIHAK
    raised: {date: 2026-02-01, by: Bagian Hukum}
    x-warna: merah
  - no: 2
    clause: Pasal 9
    becomes: Musyawarah
    raised: {date: 2026-02-01}
    answers:
      rsj: {rejected: 2026-02-10, counter: arbitrase, letter: 7/RSJ, note: lewat surat}   # rapat kedua
  - no: 5
    was: a
    withdrawn: {date: 2026-02-03, reason: ganda}
"""


def committed(register: Path, corrections: str = "") -> Path:
    """`jiwa.yaml` with these corrections, committed."""
    file = register / "jiwa.yaml"
    file.write_text(HEAD + corrections + TAIL)
    git("add", "-A")
    git("commit", "-qm", "jiwa")
    return file


def last_commit() -> str:
    return git("log", "-1", "--format=%s").strip()
