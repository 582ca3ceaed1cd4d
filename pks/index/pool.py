"""Work shared out to as many processes as there are processors; what takes long to import is imported here alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Final, TypeVar

_BEGUN: Final = 32  # parts at a time: a quarter of a second's work or more
Part = TypeVar("Part")
Found = TypeVar("Found")


def shared_out(work: Callable[[Part], Found], parts: Iterable[Part]) -> Iterator[Found]:
    """What `work` finds of each of `parts`, in their order; done here where the system gives no processes for it.

    No more of the parts are made, and no more of what is found is kept, than the processes need not to wait.
    """
    left, pool = iter(parts), _pool()
    if pool is None:
        yield from map(work, left)
        return
    begun, found = deque[Part](), deque[Future[Found]]()
    try:
        while True:
            for part in islice(left, _BEGUN - len(begun)):
                begun.append(part)  # before anything can go wrong with it
                found.append(pool.submit(work, part))
            if not begun:
                break
            yield found[0].result()
            begun.popleft()
            found.popleft()
    except BrokenProcessPool:  # the system has ended one of them: what is left is done here
        yield from map(work, chain(begun, left))
    finally:
        # Python says so on stderr where it ends while the pool does.
        pool.shutdown(wait=not begun, cancel_futures=True)


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
