"""Work shared out to processes: done here where there are none, and left alone by the signals that are for others."""

from __future__ import annotations

import signal
from typing import Any

import pytest

from pks.store import pool
from pks.store.pool import shared_out


def _times(part: list[int], given: int) -> list[int]:
    return [one * given for one in part]


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_WORTH_IT", 3)


def test_with_one_processor_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", None)
    assert list(shared_out(_times, iter([1, 2, 3]), 3, 7)) == [7, 14, 21]


def test_where_the_system_gives_no_processes_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", none_left)
    assert list(shared_out(_times, iter([1, 2, 3]), 3, 7)) == [7, 14, 21]


def test_a_process_takes_what_is_given_and_leaves_an_interruption_to_who_waits_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handled: dict[int, Any] = {}
    monkeypatch.setattr(signal, "signal", handled.__setitem__)
    monkeypatch.setattr(pool, "_GIVEN", [])
    pool._only_work(7)
    assert pool._done(_times, [3]) == [21]
    assert handled == {signal.SIGINT: signal.SIG_IGN, signal.SIGTERM: signal.SIG_DFL}
