"""A second process that looks at the files of a large register while this one is still getting ready.

It begins with the last folder, this one with the first, until they meet. What it finds lies in memory that
both share, one record behind the other; for each it writes a byte to a pipe.
"""

from __future__ import annotations

import marshal
import os
import signal
import sys
from array import array
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING, Final, NoReturn

from pks.index.block import Block, Looked, look
from pks.index.place import place_of, stamp_of

if TYPE_CHECKING:
    from mmap import mmap

_WORTH_IT_BYTES: Final = 2 << 20  # of the index: of a thousand files and more
_ROOM_BYTES: Final = 64 << 20  # what is not written to takes none
_LENGTH: Final = 8


class Ahead:
    """What the other process has seen so far."""

    def __init__(self, root: str | os.PathLike[str]) -> None:
        """Let it begin.

        Raises:
            OSError: when no process can be started.
        """
        from mmap import mmap  # most registers are smaller

        self.since_ns = time_ns()
        self._shared = mmap(-1, _ROOM_BYTES)
        self._pipe, tell = os.pipe()
        self._place = 0
        self._begun: set[str] = set()
        self._seen: dict[str, Looked] = {}
        self._process = os.fork()
        if self._process == 0:
            _work(root, self._shared, tell)
        os.close(tell)

    def choose(self, left: Collection[str]) -> str:
        """Which of the folders that are `left` to take next: one that was seen, else one that was not begun."""
        self._hear(wait=False)
        seen = next((one for one in self._seen if one in left), None)
        return next((one for one in left if one not in self._begun), next(iter(left))) if seen is None else seen

    def look(self, root: str | os.PathLike[str], below: str) -> Looked:
        """As `look`; what the other process has begun is waited for.

        Raises:
            OSError: when it cannot be looked into.
        """
        while below in self._begun and below not in self._seen and self._hear(wait=True):
            pass
        return self._seen.pop(below, None) or look(root, below)

    def close(self) -> None:
        """Need it no more, wherever it is."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._pipe)
        self._shared.close()

    def _hear(self, *, wait: bool) -> bool:
        """Take what was found since; whether there was anything."""
        os.set_blocking(self._pipe, wait)
        try:
            count = len(os.read(self._pipe, 1 << 16))
        except BlockingIOError:
            return False
        for _ in range(count):
            self._take()
        return bool(count)

    def _take(self) -> None:
        start = self._place + _LENGTH
        self._place = start + int.from_bytes(self._shared[self._place : start], "little")
        below, names, keys, deeper = marshal.loads(self._shared[start : self._place])  # noqa: S302  # from our own child
        if names is None:
            self._begun.add(below)
        else:
            self._seen[below] = Block(below, names, array("q", keys)), deeper


def ahead_at(root: Path) -> Ahead | None:
    """A second process for the register at `root`, where it is large enough and a processor is left for it."""
    threads = sys.modules.get("threading")
    alone = threads is None or threads.active_count() == 1
    if not alone or not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1:
        return None
    place = place_of(root, stamp_of(root))
    with suppress(OSError):
        return Ahead(root) if place is not None and place.stat().st_size > _WORTH_IT_BYTES else None
    return None


def _work(root: str | os.PathLike[str], shared: mmap, tell: int) -> NoReturn:
    """Look at every folder, the last first, and end; whatever goes wrong, the other process looks itself."""
    with suppress(BaseException):
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        for stream in (0, 1, 2):
            os.close(stream)  # who reads what is shown must not wait for us
        left = [""]
        while left:
            below = left.pop()
            _say(shared, tell, (below, None, b"", []))
            block, deeper = look(root, below)
            _say(shared, tell, (below, block.names, block.keys.tobytes(), deeper))
            left += deeper
    os._exit(0)


def _say(shared: mmap, tell: int, found: tuple[str, list[str] | None, bytes, list[str]]) -> None:
    record = marshal.dumps(found)
    shared.write(len(record).to_bytes(_LENGTH, "little") + record)
    os.write(tell, b"+")
