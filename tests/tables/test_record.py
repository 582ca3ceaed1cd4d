"""One agreement for scripts: the same values from the model and from the plain data of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from pks.domain.model.schema import agreement_shape
from pks.outputs.json_text import json_text
from pks.store.reading import understand
from pks.store.text.nodes import data, parse
from pks.tables.record import typed, typed_data

EXAMPLE = Path(__file__).parents[1] / "examples" / "2026-contoh-lengkap.yaml"
SPARSE = """\
title: 0123
parties:
  - {name: A, number: [], signatory: ~, signed: }
  - {name: B, number: 00/1, signatory: {name: C}, ours: ya, x-kode: 007}
lead: Dinas
under: {text: Nota, date: 2024-01-02}
term: {}
offer: {received: ""}
corrections:
  - {no: 01, answers: {a: {accepted: 2026-01-02}, b: ~}}
reports: [{period: 2026-S1, spent: 1000000}]
indicators: [{name: Pasien, readings: [{period: 2026-01, value: 2.50}]}]
unread: {Ket: x}
tidak-dikenal: [1, {a: 2}]
history:
  - {date: 2026-01-01, stage: reporting, imported: ya, forced: [a]}
"""


@pytest.mark.parametrize("text", [SPARSE, EXAMPLE.read_text("utf-8")], ids=["sparse", "complete"])
def test_plain_data_is_typed_as_the_model_types_it(text: str) -> None:
    reading = understand(text.encode(), "agreements/satu.yaml")
    assert reading.errors == ()
    plain = typed_data(data(parse(text)), agreement_shape())
    assert json_text(plain, "en") == json_text(typed(reading.value), "en")


def test_what_cannot_be_read_stays_as_it_is_written() -> None:
    shape = agreement_shape().fields
    assert typed_data({"amount": "banyak", "year": "2026"}, shape["funding"].item) == {
        "source": None, "party": None, "amount": "banyak", "year": 2026, "note": None,
    }  # fmt: skip
    assert typed_data(["a"], shape["title"]) == ["a"]
    assert typed_data({"a": ["1"]}, None) == {"a": ["1"]}
