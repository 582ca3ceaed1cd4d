"""Work in forks of this process, which may be killed at any moment."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable


def forked(act: Callable[[], int | None]) -> int:
    """Begin `act` in a process of its own that shows nothing; its number. The code it ends with is what `act` gives."""
    child = os.fork()
    if child:
        return child
    code = 99
    with contextlib.suppress(BaseException):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        code = act() or 0
    os._exit(code)


def ended(child: int) -> int:
    """Wait for a fork to end; its code, below zero where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def has_ended(child: int) -> int | None:
    """As `ended`, without waiting; None where it goes on."""
    found, status = os.waitpid(child, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def own_streams() -> None:
    """Give a fork streams of its own, on the descriptors 1 and 2."""
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)
