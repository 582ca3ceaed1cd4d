"""File systems of a fork's own, gone with it: small, read-only, or with the names of Windows."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.faults.forks import ended, forked, own_streams

_NEW_MOUNTS: Final = 0x00020000
_NEW_USERS: Final = 0x10000000
_READ_ONLY, _REMOUNT, _PRIVATE, _WITH_ALL_BELOW = 1, 1 << 5, 1 << 18, 1 << 14


def apart(folder: Path, act: Callable[[], Any]) -> Any:
    """What `act` gives in a fork with mounts of its own; it comes back by way of `folder`, as JSON."""
    answer = folder / "answer"
    answer.unlink(missing_ok=True)

    def work() -> None:
        own_streams()
        leave_mounts()
        answer.write_text(json.dumps(act()))

    code = ended(forked(work))
    assert code == 0, code
    return json.loads(answer.read_text())


@cache
def may_mount() -> bool:
    """Whether a fork gets mounts of its own here."""

    def try_to() -> None:
        leave_mounts()
        mount("tmpfs", Path("/"))

    return sys.platform == "linux" and ended(forked(try_to)) == 0


def leave_mounts() -> None:
    """Have this process see its own mounts from here on, as a user that may mount.

    Raises:
        OSError: when that is not allowed.
    """
    user, group = os.geteuid(), os.getegid()
    _call("unshare", _NEW_MOUNTS | (_NEW_USERS if user else 0))
    if user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    _call("mount", b"none", b"/", None, _PRIVATE | _WITH_ALL_BELOW, None)


def mount(kind: str, folder: Path, options: str = "") -> None:
    """Mount a new file system of this kind over `folder`.

    Raises:
        OSError: when that is not allowed.
    """
    _call("mount", kind.encode(), os.fsencode(folder), kind.encode(), 0, options.encode())


def forbid_writing(folder: Path) -> None:
    """Have what is mounted at `folder` be read only from here on."""
    _call("mount", b"none", os.fsencode(folder), None, _REMOUNT | _READ_ONLY, None)


def _call(name: str, *arguments: object) -> None:
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments):
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
