"""Amending a signed text: what a new length asks for where the file states the end itself."""

from __future__ import annotations

import pytest

from pks.domain.amending import Changed, must_move_end
from pks.errors import RefusedError
from tests.domain.builders import OFFICE, agreement


@pytest.mark.parametrize(
    ("starts", "changes", "arguments"),
    [
        ("2026-02-12", {}, "'term.length=3 tahun' term.ends=2029-02-11"),
        ("2026-02-12", {"term.starts": "2026-03-01"}, "'term.length=3 tahun' term.ends=2029-02-28"),
        ("2026-02-12", {"term.starts": None}, "'term.length=3 tahun' term.ends="),
        (None, {}, "'term.length=3 tahun' term.ends="),
    ],
)
def test_a_new_length_beside_a_written_end_names_the_end_that_would_follow(
    starts: str | None, changes: dict[str, str | None], arguments: str
) -> None:
    term = {"ends": "2028-02-11"} | ({"starts": starts} if starts else {})
    changed = [Changed(field, "x", new) for field, new in ({"term.length": "3 tahun"} | changes).items()]
    with pytest.raises(RefusedError) as refused:
        must_move_end("satu", agreement(term=term), changed, OFFICE)
    assert refused.value.message.values["arguments"] == arguments
