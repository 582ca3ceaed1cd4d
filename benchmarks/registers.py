"""Makes registers of realistic agreements, the same ones every time: about 60 lines each, in all stages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks.lives import Life, lives
from benchmarks.records import REPORTED_SINCE, record

_OFFICE: Final = f"""\
office: Bagian Tata Pemerintahan Setda Kabupaten Ketapang
region: Kabupaten Ketapang
language: en
commit: true
folder: '{{year}}'
reports:
  every: 6 months
  since: {REPORTED_SINCE}
  tiers: [{{to: bupati, within: 14d}}, {{to: gubernur, within: 30d}}]
"""
# A year of a register of up to 20,000 fits into one folder; of more, every region has its own in it.
_ONE_FOLDER_A_YEAR: Final = 20_000
_PER_REGION: Final = 5_000


def make(root: Path, size: int) -> list[Path]:
    """Write `size` agreements below `root`, a folder a year, and give their files."""
    register = root / "agreements"
    (register / ".pks").mkdir(parents=True)
    (register / ".pks" / "office.yaml").write_text(_OFFICE, encoding="utf-8")
    files = []
    for life in lives(size):
        file = register / _folder(life, size) / f"{life.id}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(record(life), encoding="utf-8")
        files.append(file)
    return files


def _folder(life: Life, size: int) -> str:
    year = str(life.entered[0].year)
    return year if size <= _ONE_FOLDER_A_YEAR else f"{year}/{life.deal.number % (size // _PER_REGION):02}"
