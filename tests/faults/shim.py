"""Puts one fault into one system call after another of a whole command, until a run is left untouched."""

from __future__ import annotations

import builtins
import errno
import fcntl
import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

_ON_PATHS: Final = (
    "open", "replace", "rename", "link", "unlink", "mkdir", "rmdir", "stat", "lstat", "access", "scandir", "listdir",
)  # fmt: skip
_ON_DESCRIPTORS: Final = ("write", "read", "fsync", "close", "fchmod", "fchown", "fstat")
ALL: Final = frozenset({*_ON_PATHS, *_ON_DESCRIPTORS, "flock"})
_TAKES_SPACE: Final = frozenset({"open", "write", "fsync", "close", "mkdir", "link", "rename", "replace"})
_NEEDS_PERMISSION: Final = frozenset({
    "open", "mkdir", "link", "rename", "replace", "unlink", "rmdir", "stat", "lstat", "access", "scandir", "listdir",
    "fchmod",
})  # fmt: skip
# Where a command begins to matter: nothing it did before leaves a trace.
_BEGINNINGS: Final = (f"{os.sep}cache{os.sep}lock", f"{os.sep}rescue")


@dataclass(frozen=True)
class Mode:
    """A kind of fault: `number` is an errno, 0 a short write, None the end of the process by SIGKILL.

    It comes at each of `calls` in turn, and `sticky` at all that follow as well; `late` after the call was done.
    """

    name: str
    number: int | None
    calls: frozenset[str] = ALL
    sticky: bool = False
    late: bool = False


KILL: Final = Mode("killed", None)
MODES: Final = (
    Mode("ENOSPC", errno.ENOSPC, _TAKES_SPACE),
    Mode("ENOSPC from then on", errno.ENOSPC, _TAKES_SPACE, sticky=True),
    Mode("EDQUOT from then on", errno.EDQUOT, _TAKES_SPACE, sticky=True),
    Mode("EIO", errno.EIO),
    Mode("EIO from then on", errno.EIO, sticky=True),
    Mode("EIO, but done", errno.EIO, frozenset({"replace", "rename", "link", "unlink", "close", "mkdir"}), late=True),
    Mode("EINTR", errno.EINTR, frozenset({"open", "write", "fsync", "close", "flock", "read"})),
    Mode("EACCES", errno.EACCES, _NEEDS_PERMISSION),
    Mode("EACCES from then on", errno.EACCES, _NEEDS_PERMISSION, sticky=True),
    Mode("EROFS from then on", errno.EROFS, _TAKES_SPACE | {"unlink", "rmdir", "fchmod"}, sticky=True),
    Mode("EMFILE", errno.EMFILE, frozenset({"open", "scandir", "listdir"})),
    Mode("EMFILE from then on", errno.EMFILE, frozenset({"open", "scandir", "listdir"}), sticky=True),
    Mode("fsync fails from then on", errno.EIO, frozenset({"fsync"}), sticky=True),
    Mode("rename fails from then on", errno.EIO, frozenset({"replace", "rename", "link"}), sticky=True),
    Mode("short write", 0, frozenset({"write"})),
    Mode("short writes from then on", 0, frozenset({"write"}), sticky=True),
)


class Shim:
    """Stands between the program and the system for what lies in `folder`, and fails the call number `at`, from 1.

    With `early` calls count from the first on; else from where the lock is taken or a text kept for a person.
    """

    def __init__(self, folder: Path, mode: Mode, at: int, *, early: bool = False) -> None:
        self.folder, self.mode, self.at = str(folder), mode, at
        self.seen = 0
        self.failed: list[str] = []
        self._begun = early
        self._ours: set[int] = set()

    @property
    def hit(self) -> bool:
        """Whether the run got as far as the fault."""
        return self.seen >= self.at

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Have every call pass here. The disk itself is not under test, and slow: fsync only looks."""
        with pytest.MonkeyPatch.context() as patch:
            reals = {name: getattr(os, name) for name in (*_ON_PATHS, *_ON_DESCRIPTORS)}
            reals["fsync"] = reals["fstat"]
            for name in _ON_PATHS:
                patch.setattr(os, name, self._on_path(name, reals[name]))
            for name in _ON_DESCRIPTORS:
                patch.setattr(os, name, self._on_descriptor(name, reals[name]))
            patch.setattr(fcntl, "flock", self._on_descriptor("flock", fcntl.flock))
            opened = self._on_path("open", io.open)
            patch.setattr(io, "open", opened)
            patch.setattr(builtins, "open", opened)
            yield

    def _on_path(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            path = os.fspath(args[0]) if args and isinstance(args[0], str | os.PathLike) else None
            ours = path is not None and self._is_ours(path)
            result = self._call(name, real, path, *args, **kwargs) if ours else real(*args, **kwargs)
            if ours and name == "open" and isinstance(result, int):
                self._ours.add(result)
            return result

        return call

    def _on_descriptor(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(descriptor: int, *args: Any) -> Any:
            if descriptor not in self._ours:
                return real(descriptor, *args)
            if name == "close":
                self._ours.discard(descriptor)
            return self._call(name, real, None, descriptor, *args)

        return call

    def _is_ours(self, path: str) -> bool:
        if not os.path.abspath(path).startswith(self.folder):  # noqa: PTH100  # no call of its own
            return False
        self._begun = self._begun or any(one in path for one in _BEGINNINGS)
        return self._begun

    def _call(self, name: str, real: Callable[..., Any], path: str | None, *args: Any, **kwargs: Any) -> Any:
        if name not in self.mode.calls:
            return real(*args, **kwargs)
        self.seen += 1
        if self.seen < self.at or (self.seen > self.at and not self.mode.sticky):
            return real(*args, **kwargs)
        self.failed.append(name)
        number = self.mode.number
        if number is None:
            os.kill(os.getpid(), signal.SIGKILL)
        if not number:
            return real(args[0], args[1][: max(1, len(args[1]) // 2)])
        if self.mode.late or name == "close":  # a close that fails has closed all the same
            real(*args, **kwargs)
        raise OSError(number, os.strerror(number), path)


def still_open(folder: Path) -> list[str]:
    """The files in `folder` that this process has open; none where that cannot be told."""
    here = Path("/proc/self/fd")
    found = []
    for one in os.listdir(here) if here.is_dir() else []:  # noqa: PTH208  # its own descriptor is gone by then
        try:
            target = os.readlink(here / one)  # noqa: PTH115  # a text, as the system gives it
        except OSError:
            continue
        if target.startswith(f"{folder}{os.sep}"):
            found.append(target)
    return found
