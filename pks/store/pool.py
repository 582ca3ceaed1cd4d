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
from typing import Any, Final, TypeVar

_GIVEN: Final[list[Any]] = []  # in a process that works for another
_BEGUN: Final = 32  # parts at a time: a quarter of a second's work or more
Part = TypeVar("Part")
Given = TypeVar("Given")
Found = TypeVar("Found")


def shared_out(work: Callable[[Part, Given], Found], parts: Iterable[Part], given: Given) -> Iterator[Found]:
    """What `work` finds of each of `parts`, in their order; done here where the system gives no processes for it.

    What is `given` with each part reaches every process once. No more of the parts are made, and no more of
    what is found is kept, than the processes need not to wait.
    """
    left, pool = iter(parts), _pool(given)
    if pool is None:
        yield from (work(part, given) for part in left)
        return
    begun, found = deque[Part](), deque[Future[Found]]()
    try:
        while True:
            for part in islice(left, _BEGUN - len(begun)):
                begun.append(part)  # before anything can go wrong with it
                found.append(pool.submit(_done, work, part))
            if not begun:
                break
            yield found[0].result()
            begun.popleft()
            found.popleft()
    except BrokenProcessPool:  # the system has ended one of them: what is left is done here
        yield from (work(part, given) for part in chain(begun, left))
    finally:
        # Python says so on stderr where it ends while the pool does.
        pool.shutdown(wait=not begun, cancel_futures=True)


def _pool(given: object) -> ProcessPoolExecutor | None:
    """The processes; None where there is one processor only, or the system lets us have none."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if count < 2:  # noqa: PLR2004  # nothing to share
        return None
    try:
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        return ProcessPoolExecutor(count, mp_context=context, initializer=_only_work, initargs=(given,))
    except OSError:
        return None


def _only_work(given: object) -> None:
    """Leave signals to the process that waits for this one, and take what is `given` with each part."""
    _GIVEN.append(given)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _done(work: Callable[[Part, Any], Found], part: Part) -> Found:
    return work(part, _GIVEN[-1])
