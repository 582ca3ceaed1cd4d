"""Many items appended at once: one edit, written as each alone would be."""

from __future__ import annotations

import pytest

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.store.text.changes import CannotSplice
from pks.store.text.nodes import Data
from pks.store.text.splice import Append, Change, apply

LAYOUT = FileLayout(agreement_shape())
LISTS = {
    "block": "corrections:\n  - no: 1   # satu\n    clause: Pasal 1\n  # akhir\n",
    "braces an item": "corrections:\n- {no: 1, clause: Pasal 1}\n",
    "brackets on a line": "corrections: [{no: 1, clause: Pasal 1}]   # satu\n",
    "brackets over lines": "corrections: [\n  {no: 1, clause: Pasal 1},   # satu\n  {no: 2}\n]\n",
    "empty": "corrections: []\n",
    "not there": "",
}


def text(inner: str) -> str:
    return f"title: A\nparties: [{{name: B}}]\n{inner}history:\n  - {{date: 2025-01-01, stage: draft}}\n"


@pytest.mark.parametrize("name", LISTS)
def test_many_appended_at_once_are_as_if_appended_one_by_one(name: str) -> None:
    values: list[Data] = [
        {"no": str(number), "was": was} for number, was in ((3, "a: b"), (4, "0123"), (5, "baris\ndua"))
    ]
    changes: list[Change] = [Append(("corrections",), value) for value in values]
    one_by_one = text(LISTS[name])
    for change in changes:
        one_by_one = apply(one_by_one, [change], LAYOUT)
    assert apply(text(LISTS[name]), changes, LAYOUT) == one_by_one


def test_a_file_that_would_be_too_large_to_read_is_refused_in_these_words() -> None:
    answers: dict[str, Data] = {f"p{number}": {"accepted": "2025-01-01"} for number in range(14)}
    changes: list[Change] = [Append(("corrections",), {"no": str(no), "answers": answers}) for no in range(2, 400)]
    with pytest.raises(CannotSplice) as refused:
        apply(text(LISTS["block"]), changes, LAYOUT)
    assert refused.value.message.key == "splice.large"


def test_items_after_an_empty_list_in_brackets_are_indented_as_the_file_does() -> None:
    before = text("indicators:\n  - name: x\n    readings: []\n")
    new: dict[str, Data] = {"name": "jenazah", "readings": [{"period": "2025-01", "value": "1"}]}
    item = "  - name: jenazah\n    readings:\n      - {period: 2025-01, value: 1}\n"
    after = text(f"indicators:\n  - name: x\n    readings: []\n{item}")
    assert apply(before, [Append(("indicators",), new)], LAYOUT) == after
