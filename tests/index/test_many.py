"""Many files read by several processes: what comes back is whole and in order, also when one of them ends early."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pks.domain.office import Office
from pks.index import many
from pks.index.known import Reach
from pks.index.reading import Look, read_facts
from pks.store.pool import shared_out
from tests.conftest import Run

_REACH = Reach(date(2027, 1, 1), date(2026, 9, 1), date(2026, 12, 1))
TEXT = "title: Rujukan {0}\nparties: [{{name: Dinas}}]\nhistory: [{{date: 2026-01-05, stage: draft}}]\n"


@contextmanager
def _silent() -> Iterator[Callable[[], None]]:
    yield lambda: None


def silent(_count: int) -> AbstractContextManager[Callable[[], None]]:
    return _silent()


@pytest.mark.parametrize("begun", [1, 2, 32])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_process_that_is_ended_from_outside_loses_nothing(
    register: Path, monkeypatch: pytest.MonkeyPatch, begun: int
) -> None:
    monkeypatch.setattr("pks.store.pool._BEGUN", begun)
    looks = []
    for number in range(300):
        path = register / f"a{number:03}.yaml"
        path.write_text(TEXT.format(number))
        looks.append(Look(str(path), f"agreements/{path.name}", path.stem))
    read, own = read_facts, os.getpid()

    def ended(look: Look, office: Office, reach: Reach) -> object:
        if look.id == "a150" and os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(look, office, reach)

    monkeypatch.setattr("pks.index.many.read_facts", ended)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    found = list(many.read_many(looks, len(looks), Office(), _REACH, silent))
    assert found == [read(look, Office(), _REACH) for look in looks]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_when_all_is_read_nobody_is_left_at_work(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = register / "a.yaml"
    path.write_text(TEXT.format(1))
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    looks = [Look(str(path), "agreements/a.yaml", "a")] * 300
    assert len(list(many.read_many(looks, len(looks), Office(), _REACH, silent))) == len(looks)
    assert multiprocessing.active_children() == []


def test_a_list_of_three_hundred_is_whole(pks: Run, register: Path) -> None:
    for number in range(300):
        (register / f"a{number:03}.yaml").write_text(TEXT.format(number))
    lines = pks("list").out.splitlines()
    assert [line.split("\t")[2] for line in lines[1:]] == [f"a{number:03}" for number in range(300)]


def _powers(part: list[int], given: int) -> list[int]:
    return [one**given for one in part]


def test_where_the_processes_are_gone_before_they_are_given_work_it_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    submit, given = ProcessPoolExecutor.submit, []

    def gone(pool: ProcessPoolExecutor, done: Any, work: Any, part: list[int]) -> Any:
        given.append(part)
        if part == [3]:
            raise BrokenProcessPool
        return submit(pool, done, work, part)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", gone)
    monkeypatch.setattr("pks.store.pool._WORTH_IT", 5)
    monkeypatch.setattr("pks.store.pool._AT_ONCE", 1)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    assert list(shared_out(_powers, iter([1, 2, 3, 4, 5]), 5, 2)) == [1, 4, 9, 16, 25]
    assert given == [[1], [2], [3]]
