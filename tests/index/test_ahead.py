"""Two processes look at a register: what they see together is what one would have seen alone."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pks.index import ahead
from pks.index.block import Looked, look
from pks.index.index import Index
from pks.index.refresh import _blocks
from pks.store.register import Register
from tests.conftest import Run

_FOLDERS = ("", "2024", "2025", "2025/dalam", "2026")
_AGREEMENT = """title: Rujukan
parties: [{name: Dinas Sosial, ours: true}, {name: RSJ Kalbar}]
term: {starts: 2026-02-12, length: 4 months}
history: [{date: 2026-01-05, stage: reporting, imported: true}]
"""


@pytest.fixture
def many(register: Path) -> Path:
    """Two agreements in each of several folders, one of them in another, and one empty."""
    for number, folder in enumerate(_FOLDERS):
        (register / folder).mkdir(exist_ok=True)
        for name in ("a", "b"):
            (register / folder / f"{name}{number}.yaml").write_text(_AGREEMENT)
    (register / "kosong").mkdir()
    (register / "2024" / "a1.files").mkdir()
    return register


@pytest.fixture
def other(many: Path) -> Iterator[ahead.Ahead]:
    """The other process, however a test may end."""
    found = ahead.Ahead(many)
    yield found
    found.close()


def _seen(root: Path, by: ahead.Ahead | None) -> list[tuple[str, list[str], list[int]]]:
    return sorted((one.path, one.names, one.keys.tolist()) for one in _blocks(Register(root), by))


def test_both_together_see_what_one_sees_alone(many: Path, other: ahead.Ahead) -> None:
    assert [path for path, _, _ in _seen(many, other)] == list(_FOLDERS)
    late = ahead.Ahead(many)
    time.sleep(0.3)  # until the other has seen all
    assert _seen(many, late) == _seen(many, None)
    late.close()


def test_what_the_other_has_begun_is_waited_for_and_not_looked_at_twice(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, looked = os.getpid(), list[str]()

    def slow(root: Path, below: str) -> Looked:
        if os.getpid() == here:
            looked.append(below)
        elif below == "kosong":  # the last, so that it is begun first
            time.sleep(0.5)
        return look(root, below)

    monkeypatch.setattr(ahead, "look", slow)
    other = ahead.Ahead(many)
    while "kosong" not in other._begun:
        other._hear(wait=True)
    seen = _seen(many, other)
    other.close()
    assert [path for path, _, _ in seen] == list(_FOLDERS)
    assert "kosong" not in looked
    assert sorted(looked) == ["2024", "2025", "2025/dalam", "2026"]


@pytest.mark.parametrize("folder", ["", "2025", "kosong"])
def test_where_the_other_ends_early_the_rest_is_looked_at_here(
    folder: str, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()

    def ends(root: Path, below: str) -> Looked:
        if os.getpid() != here and below == folder:
            os._exit(9)
        return look(root, below)

    monkeypatch.setattr(ahead, "look", ends)
    other = ahead.Ahead(many)
    assert _seen(many, other) == _seen(many, None)
    other.close()


def test_where_what_it_found_has_no_room_it_is_looked_at_here(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_ROOM_BYTES", 300)
    other = ahead.Ahead(many)
    assert _seen(many, other) == _seen(many, None)
    other.close()


def test_a_folder_that_is_gone_by_then_is_said_to_be(many: Path, other: ahead.Ahead) -> None:
    with pytest.raises(FileNotFoundError):
        other.look(many, "tidak-ada")


def test_an_interrupt_of_both_is_said_once(many: Path, other: ahead.Ahead, capfd: pytest.CaptureFixture[str]) -> None:
    os.kill(other._process, 2)
    assert _seen(many, other) == _seen(many, None)
    assert capfd.readouterr() == ("", "")


def test_what_changed_just_before_the_look_is_looked_at_again(many: Path) -> None:
    """The other looked earlier than this process began to: what counts is when it did."""
    other = ahead.Ahead(many)
    time.sleep(0.3)
    (many / "a0.yaml").write_text(_AGREEMENT.replace("Rujukan", "Rujuk-an"))
    index = Index(Register(many), ahead=other)
    assert index.facts()["a0"].title in {"Rujukan", "Rujuk-an"}
    index.close()
    assert Index(Register(many)).facts()["a0"].title == "Rujuk-an"


def test_only_a_large_register_has_another_process(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _who: {0, 1})
    assert ahead.ahead_at(many) is None
    Index(Register(many)).facts()
    assert ahead.ahead_at(many) is None
    monkeypatch.setattr(ahead, "_WORTH_IT_BYTES", 0)
    found = ahead.ahead_at(many)
    assert found is not None
    found.close()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _who: {0})
    assert ahead.ahead_at(many) is None


def test_a_command_over_a_large_register_says_the_same(many: Path, pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = pks("due", "--within", "1 year")
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _who: {0, 1})
    monkeypatch.setattr(ahead, "_WORTH_IT_BYTES", 0)
    begun: list[Path] = []

    class Counted(ahead.Ahead):
        def __init__(self, root: Path) -> None:
            begun.append(root)
            super().__init__(root)

    monkeypatch.setattr(ahead, "Ahead", Counted)
    assert pks("due", "--within", "1 year") == alone
    (many / "2025" / "a2.yaml").unlink()
    fewer = pks("due", "--within", "1 year")
    assert fewer.out.count("a2") == 0
    assert fewer == pks("--no-index", "due", "--within", "1 year")
    assert begun == [many, many]


def test_nothing_is_begun_where_there_is_no_register(tmp_path: Path, pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = pks("due")
    assert (result.code, result.out) == (3, "")
