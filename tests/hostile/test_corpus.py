"""Every input that ever broke something, kept for good: an answer with a place, never a bug, and parsers that agree."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pks.errors import PksError
from pks.inputs.reading import read_file
from pks.store.quick_reading import quickly_understood
from pks.store.reading import understand
from pks.store.text.nodes import SyntaxProblems, data, parse
from pks.store.text.quick import quick_data
from tests.conftest import Run

CORPUS = sorted((Path(__file__).parents[1] / "corpus").iterdir())
RECORDS = [one for one in CORPUS if one.suffix == ".yaml"]


@pytest.mark.parametrize("path", RECORDS, ids=[one.stem for one in RECORDS])
def test_a_record_that_once_broke_something_is_answered(path: Path, pks: Run, register: Path) -> None:
    content = path.read_bytes()
    reading = understand(content, "agreements/a.yaml")
    assert (reading.value is None) == bool(reading.errors)
    assert all((one.line or 0) >= 1 and (one.column or 0) >= 1 for one in reading.errors)
    quick = quickly_understood(content)
    assert quick is None or quick == reading.value
    text = content.decode("utf-8", "replace")
    found = quick_data(text)
    try:
        assert found is None or found == data(parse(text))
    except SyntaxProblems:
        assert found is None
    shutil.copy(path, register / "a.yaml")
    (register / "b.yaml").write_text("title: b\nparties: [{name: c}]\nhistory: [{date: 2026-01-05, stage: draft}]\n")
    for command in (("check",), ("list",), ("show", "a"), ("due",), ("set", "a", "title=Lain"), ("audit",)):
        result = pks(*command)
        assert result.code in {0, 1, 4, 5}, (command, result)
        assert "Traceback" not in result.err
    assert "b" in pks("list").out


@pytest.mark.parametrize("path", CORPUS, ids=[one.name for one in CORPUS])
def test_a_file_that_once_broke_something_is_read_or_refused(path: Path) -> None:
    try:
        assert read_file(path).grids
    except PksError as error:
        assert error.message.key  # noqa: PT017
