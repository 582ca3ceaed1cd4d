"""What a text with a third party must hold: said before the draft is left, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

DRAFT = """\
title: Rujukan
instrument: PKS
cooperation: KSDPK
sectors: [kesehatan]
parties:
  - {key: dinsos, name: Dinas Sosial, ours: true}
  - {key: klinik, name: Klinik Sehat}
scope: [Rujukan pasien]
term: {length: 2 years}
documents: [{kind: feasibility-study}]
history:
  - {date: 2026-02-01, stage: draft}
"""
SANCTIONS = (
    "a text with a third party must hold rights and obligations, the term, the settlement of disputes, and sanctions"
)


def test_it_is_a_note_in_next_that_blocks_nothing_and_is_never_said_again(pks: Run, register: Path) -> None:
    path = register / "klinik.yaml"
    path.write_text(DRAFT)
    gate = json.loads(pks("next", "klinik", "--json").out)
    assert gate["ready"] is True
    assert [one["level"] for one in gate["missing"] if one["code"] == "third-party-clauses"] == ["info"]
    assert SANCTIONS in " ".join(pks("next", "klinik").out.split())
    moved = pks("advance", "klinik")
    assert moved.code == 0
    assert "sanctions" not in moved.out + moved.err
    assert "third-party-clauses" not in pks("check", "--json", "--all").out + pks("next", "klinik", "--json").out
