"""Puts one fault into one system call after another, until a run is left untouched (after SQLite's tests)."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CALLS = (
    "open", "write", "read", "fsync", "close", "replace", "rename", "link", "unlink",
    "fchmod", "fchown", "fstat", "stat", "access", "mkdir", "rmdir",
)  # fmt: skip


@dataclass(frozen=True)
class Mode:
    """A kind of fault: `number` is an errno, None is Ctrl-C and 0 a short write."""

    name: str
    number: int | None
    sticky: bool = False
    after: bool = False


MODES = (
    *(Mode(errno.errorcode[number], number) for number in (
        errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EDQUOT, errno.EROFS, errno.EINTR,
    )),
    *(Mode(f"{errno.errorcode[number]} from then on", number, sticky=True) for number in (
        errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE, errno.EDQUOT,
    )),
    Mode("done, but EIO", errno.EIO, after=True),
    Mode("Ctrl-C", None),
    Mode("short write", 0),
    Mode("short writes from then on", 0, sticky=True),
)  # fmt: skip


class Shim:
    """Stands between the program and `os`, and fails the call number `at`, counted from 1."""

    def __init__(self, mode: Mode, at: int) -> None:
        self.mode = mode
        self.at = at
        self.seen = 0
        self.failed: list[str] = []

    @contextmanager
    def installed(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            reals = {name: getattr(os, name) for name in CALLS}
            reals["fsync"] = reals["fstat"]  # the disk itself is not under test, and slow
            for name, real in reals.items():
                patch.setattr(os, name, self._wrap(name, real))
            yield

    def _wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.seen += 1
            if self.seen < self.at or (self.seen > self.at and not self.mode.sticky):
                return real(*args, **kwargs)
            if self.mode.number == 0:
                return self._short(name, real, *args, **kwargs)
            self.failed.append(name)
            if self.mode.after or name == "close":  # a close that fails has closed all the same
                result = real(*args, **kwargs)
                if name == "open":
                    _REAL_CLOSE(result)
            if self.mode.number is None:
                raise KeyboardInterrupt
            raise OSError(self.mode.number, os.strerror(self.mode.number), _path(args))

        return call

    def _short(self, name: str, real: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if name != "write":
            return real(*args, **kwargs)
        self.failed.append(name)
        descriptor, content = args
        return real(descriptor, content[: max(1, len(content) // 2)])


_REAL_CLOSE = os.close


def _path(args: tuple[Any, ...]) -> str | None:
    return str(args[0]) if args and isinstance(args[0], str | Path) else None


def open_files() -> frozenset[tuple[str, str]]:
    """What this process has open, by number and place; nothing where that cannot be told.

    Asked before and after, only what is new counts: what an earlier test left in a cycle of references is closed
    whenever Python comes to collect it.
    """
    folder = "/proc/self/fd"
    numbers = os.listdir(folder) if os.path.isdir(folder) else []  # noqa: PTH112, PTH208  # none open in between
    return frozenset((number, place) for number in numbers if (place := _place(f"{folder}/{number}")))


def _place(link: str) -> str:
    try:
        return os.readlink(link)  # noqa: PTH115  # a text, as the system gives it
    except OSError:
        return ""
