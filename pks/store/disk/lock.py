"""One writer at a time: the lock beside a register, and the only user of filelock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

from filelock import FileLock, Timeout

from pks.errors import ConflictError, EnvironmentFailureError
from pks.message import Message
from pks.store.disk import durable


@contextmanager
def locked(register: Path, *, wait: float = 10.0) -> Iterator[None]:
    """Be the only writer of `register`; wait up to `wait` seconds for another one.

    The lock is the operating system's: it ends with the process, however that ends, and covers the threads
    of other processes and of this one. Inside `locked` of the same thread it is free. It lies in the cache
    folder, which may be deleted at any moment; who deletes it while somebody writes takes the lock from
    them, and only the comparison of each file before it is written is left.

    Raises:
        ConflictError: another process has it; the message says which.
        EnvironmentFailureError: the lock cannot be made there.
    """
    path = register / ".pks" / "cache" / "lock"
    lock = FileLock(path, is_singleton=True)
    if lock.is_locked:
        yield
        return
    _acquire(lock, path, register, until=monotonic() + wait)
    try:
        yield
    finally:
        _release(lock)


def _release(lock: FileLock) -> None:
    """Give the lock back, and where the system refuses, its file: that is no word about what was written."""
    try:
        lock.release()
    except OSError:
        context = lock._context  # noqa: SLF001  # as in `_is_in_place`
        held, context.lock_file_fd = context.lock_file_fd, None
        with suppress(OSError, TypeError):  # closed already, so that there is none
            os.close(held)  # type: ignore[arg-type]


def _acquire(lock: FileLock, path: Path, register: Path, *, until: float) -> None:
    with durable.nothing_written(path, register, "lock.failed"):
        _check_place(path, register)
        while True:
            _make_cache(path.parent)
            try:
                lock.acquire(timeout=max(0.0, until - monotonic()), poll_interval=0.01)
            except FileNotFoundError:  # the folder was deleted at this moment
                if monotonic() >= until:
                    raise
                continue
            except Timeout as error:
                raise ConflictError(_held(path, register)) from error
            try:
                if _is_in_place(lock, path):
                    break
            except BaseException:
                _release(lock)
                raise
            _release(lock)
        # Only a courtesy to whoever waits.
        with suppress(OSError):
            durable.overwrite(_holder(path), f"{os.getpid()}\n".encode("ascii"))


def _check_place(path: Path, register: Path) -> None:
    """Refuse what leads out of the register: taking a lock empties its file, and a register may be a stranger's."""
    cache = path.parent
    for folder in (cache.parent, cache):
        if folder.exists() and not folder.is_dir():
            raise EnvironmentFailureError(Message("lock.no-folder", path=durable.shown(folder, register)))
    if not durable.is_inside(cache, register):
        raise EnvironmentFailureError(Message("disk.outside", path=str(cache), root=str(register)))
    if path.is_symlink():
        raise EnvironmentFailureError(Message("disk.not_a_file", path=durable.shown(path, register)))


def _make_cache(cache: Path) -> None:
    durable.make_folders(cache)  # what others will write beside it must be found after a power cut
    ignore = cache / ".gitignore"
    if not ignore.exists():
        with suppress(FileExistsError):
            durable.write_new(ignore, b"*\n")


def _is_in_place(lock: FileLock, path: Path) -> bool:
    """Tell whether the file we hold is the one that others will find."""
    held = lock._context.lock_file_fd  # noqa: SLF001  # filelock tells it in no other way
    try:
        return held is not None and os.path.samestat(os.fstat(held), path.stat())
    except FileNotFoundError:
        return False


def _held(path: Path, register: Path) -> Message:
    try:
        process = int(durable.read(_holder(path)))
    except (OSError, ValueError):
        return Message("lock.held", path=durable.shown(register, register))
    return Message("lock.held_by", path=durable.shown(register, register), process=process)


def _holder(path: Path) -> Path:
    return path.with_name("lock.holder")
