"""Work shared out to as many processes as there are processors; what takes long to import is imported here alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Part = TypeVar("Part")
Found = TypeVar("Found")


def shared_out(work: Callable[[Part], Found], parts: Sequence[Part]) -> Iterator[Found]:
    """What `work` finds of each of `parts`, in their order; done here where the system gives no processes for it."""
    pool = _pool()
    if pool is None:
        yield from map(work, parts)
        return
    done = 0
    try:
        for found in pool.map(work, parts):
            done += 1
            yield found
    except BrokenProcessPool:  # the system has ended one of them: what is left is done here
        yield from map(work, parts[done:])
    finally:
        # Python says so on stderr where it ends while the pool does.
        pool.shutdown(wait=done == len(parts), cancel_futures=True)


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
