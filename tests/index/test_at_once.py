"""Two processes that keep what they found in the same folder: neither leaves an index that is of no use."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from pks.domain.office import Office
from pks.index import block, refresh
from pks.index.index import Index
from pks.index.known import Reach
from pks.index.reading import Look, Read, read_facts
from pks.store.register import Register
from tests.index.registers import TODAY, asked

_SOON, _FAR = TODAY + timedelta(days=30), TODAY + timedelta(days=190)
_RUNS = """title: Rujukan
parties: [{key: a, name: A, signed: 2025-01-01}, {key: b, name: B, signed: 2025-01-01}]
term: {starts: 2025-01-01, ends: ENDS}
registration: {number: '1', date: 2025-01-02}
history: [{date: 2025-01-01, stage: reporting}]
"""


@pytest.fixture
def three(register: Path) -> Path:
    """A register of three agreements that is indexed, but for the deadlines, for which nobody has asked yet."""
    for id_, ends in (("a", "2026-03-20"), ("b", "2026-08-20"), ("c", "2032-01-01")):
        (register / f"{id_}.yaml").write_text(_RUNS.replace("ENDS", ends))
    _let_time_pass()
    Index(Register(register)).facts()
    return register


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read for their facts, by id."""
    done: list[str] = []

    def facts(look: Look, office: Office, reach: Reach) -> Read:
        done.append(look.id)
        return read_facts(look, office, reach)

    monkeypatch.setattr("pks.index.many.read_facts", facts)
    return done


def test_one_settles_while_another_does(three: Path, monkeypatch: pytest.MonkeyPatch, read: list[str]) -> None:
    settle = Index._settled

    def late(self: Index, *given: Any) -> dict[str, str]:
        monkeypatch.setattr(Index, "_settled", settle)
        _due(three, _SOON)
        return settle(self, *given)

    monkeypatch.setattr(Index, "_settled", late)
    _due(three, _FAR)
    _is_of_use(three, read, again=set())


def test_one_settles_while_another_keeps_a_change(
    three: Path, monkeypatch: pytest.MonkeyPatch, read: list[str]
) -> None:
    (three / "c.yaml").write_text(_RUNS.replace("ENDS", "2033-01-01"))
    _let_time_pass()
    read_changed = refresh._read_changed

    def late(*given: Any) -> None:
        monkeypatch.setattr(refresh, "_read_changed", read_changed)
        _due(three, _SOON)
        read_changed(*given)

    monkeypatch.setattr(refresh, "_read_changed", late)
    Index(Register(three)).facts()
    _is_of_use(three, read, again={"a"})


def test_what_is_named_and_not_there_is_made_anew(three: Path, read: list[str]) -> None:
    (file,) = (three / ".pks" / "cache").glob("index-*.db")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM file WHERE id = (SELECT min(id) FROM file)")
    assert asked(three, Index(Register(three))) == asked(three, None)
    _is_of_use(three, read, again={"a", "b", "c"})


def _due(root: Path, horizon: date) -> None:
    index = Index(Register(root))
    index.due(TODAY, horizon)
    index.close()


def _is_of_use(root: Path, read: list[str], *, again: set[str]) -> None:
    """Files of `again` may have to be read once more, but then no file is, and the answers are right."""
    read.clear()
    assert asked(root, Index(Register(root))) == asked(root, None)
    assert set(read) <= again
    read.clear()
    assert asked(root, Index(Register(root))) == asked(root, None)
    assert read == []


def _let_time_pass() -> None:
    """Until nobody could take a file for one that may be changed again and look the same."""
    threading.Event().wait(1.5 * block.RACY_NS / 1e9)
