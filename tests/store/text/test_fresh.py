"""A new file is written in the house style."""

from __future__ import annotations

from typing import Any

from pks.store.text.splice import write
from tests.store.text.layouts import House


def test_a_new_file_has_short_lines_together_and_sections_apart() -> None:
    values: dict[str, Any] = {
        "title": "Pelayanan rujukan: kesehatan jiwa",
        "instrument": "PKS",
        "sectors": ["kesehatan", "sosial"],
        "parties": [
            {"key": "dinkes", "name": "Dinas Kesehatan", "number": "0123"},
            {"key": "klinik", "name": "no", "note": "satu\ndua\n"},
        ],
        "scope": ["Rujukan", "- Pelatihan"],
        "term": {"starts": "2026-01-01", "length": "2 years"},
        "offer": {"sent": "2026-01-01", "number": "a, b"},
        "x-kosong": None,
        "x-tanpa-isi": {},
        "history": [{"date": "2026-01-01", "stage": "draft", "note": "Dibuat"}],
    }
    assert (
        write(values, House())
        == """\
title: "Pelayanan rujukan: kesehatan jiwa"
instrument: PKS
sectors: [kesehatan, sosial]

parties:
  - key: dinkes
    name: Dinas Kesehatan
    number: "0123"
  - key: klinik
    name: "no"
    note: |
      satu
      dua

scope:
  - Rujukan
  - "- Pelatihan"

term:
  starts: 2026-01-01
  length: 2 years

offer: {sent: 2026-01-01, number: "a, b"}
x-kosong:
x-tanpa-isi: {}

history:
  - {date: 2026-01-01, stage: draft, note: Dibuat}
"""
    )
