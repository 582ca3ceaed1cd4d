"""Many files read for the index: in as many processes as there are processors, where that is worth starting them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from datetime import date
from typing import Final

from pks.domain.office import Office
from pks.index.block import Line
from pks.index.database import Fresh
from pks.index.reading import Look, read_facts

_WORTH_IT: Final = 200
_AT_ONCE: Final = 32
_Part = tuple[Sequence[Look], Office, date]


def read_many(
    looks: Sequence[Look],
    office: Office,
    until: date,
    progress: Callable[[int], AbstractContextManager[Callable[[], None]]],
) -> Iterator[tuple[Line, Fresh]]:
    """As `read_facts` for each of `looks`, in their order; `progress` is told of each."""
    with progress(len(looks)) as advance:
        for one in _all_read(looks, office, until):
            advance()
            yield one


def _all_read(looks: Sequence[Look], office: Office, until: date) -> Iterator[tuple[Line, Fresh]]:
    pool = _pool() if len(looks) >= _WORTH_IT else None
    if pool is None:
        yield from _read_part((looks, office, until))
        return
    parts = [(looks[start : start + _AT_ONCE], office, until) for start in range(0, len(looks), _AT_ONCE)]
    done = 0
    try:
        for found in pool.map(_read_part, parts):
            done += 1
            yield from found
    except BrokenProcessPool:  # the system has ended one of them: what is left is read here
        for part in parts[done:]:
            yield from _read_part(part)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _read_part(part: _Part) -> list[tuple[Line, Fresh]]:
    looks, office, until = part
    return [read_facts(look, office, until) for look in looks]


def _pool() -> ProcessPoolExecutor | None:
    """The processes; None where there is one processor only, or the system lets us have none."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if count < 2:  # noqa: PLR2004  # nothing to share
        return None
    try:
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        return ProcessPoolExecutor(count, mp_context=context, initializer=_only_work)
    except OSError:
        return None


def _only_work() -> None:
    """Leave signals to the process that waits for this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
