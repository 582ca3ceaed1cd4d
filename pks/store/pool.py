"""Work shared out to as many processes as there are processors; what few things need no process for is done here."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:  # to get hold of processes takes longer than to do a little
    from concurrent.futures import Future, ProcessPoolExecutor

_GIVEN: Final[list[Any]] = []  # in a process that works for another
_WORTH_IT: Final = 200  # files
_AT_ONCE: Final = 64
_BEGUN: Final = 32  # parts at a time: a quarter of a second's work or more
Item = TypeVar("Item")
Given = TypeVar("Given")
Found = TypeVar("Found")


def shared_out(
    work: Callable[[list[Item], Given], list[Found]], items: Iterable[Item], count: int, given: Given
) -> Iterator[Found]:
    """What `work` finds of `items`, of which there are `count`, some at a time, in their order.

    Done here where they are few, or the system gives no processes for it. What is `given` with each part reaches
    every process once. No more of the items are asked for, and no more of what is found is kept, than the
    processes need not to wait.
    """
    left = iter(items)
    if count < _WORTH_IT:
        return iter(work(list(left), given))
    parts = (list(islice(left, _AT_ONCE)) for _ in range(0, count, _AT_ONCE))
    return chain.from_iterable(_in_processes(work, parts, given))


def _in_processes(
    work: Callable[[list[Item], Given], list[Found]], left: Iterator[list[Item]], given: Given
) -> Iterator[list[Found]]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  # as for the type

    pool = _pool(given)
    if pool is None:
        yield from (work(part, given) for part in left)
        return
    begun, found = deque[list[Item]](), deque["Future[list[Found]]"]()
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
    import multiprocessing  # noqa: PLC0415  # as above
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

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


def _done(work: Callable[[list[Item], Any], list[Found]], part: list[Item]) -> list[Found]:
    return work(part, _GIVEN[-1])
