"""The single steps of a write that survives a power cut: read, write aside, fsync, rename, fsync the folder.

The calls are spelled `os.name` on purpose: the tests put a fault into each of them in turn. An interrupted
call needs no loop here, Python repeats it (PEP 475).
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pks.errors import EnvironmentFailureError, UnconfirmedError
from pks.message import Message

WINDOWS = os.name == "nt"

# The bytes of a file: at once, or in pieces.
Content = bytes | Iterable[bytes]

# Windows has neither, nor needs them: it has no FIFO in a folder, and opens links only for the privileged.
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | getattr(os, "O_BINARY", 0)
_OVER = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

# Access denied, sharing violation, lock violation: a virus scanner or a sync client has the file open.
_IN_USE = frozenset({5, 32, 33})
_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)

# What file systems answer that cannot fsync a folder, and need not.
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF})

_HINTS = {
    errno.ENOSPC: "disk.hint.full",
    errno.EDQUOT: "disk.hint.full",
    errno.EFBIG: "disk.hint.full",
    errno.EACCES: "disk.hint.permission",
    errno.EPERM: "disk.hint.permission",
    errno.EROFS: "disk.hint.permission",
    errno.EMFILE: "disk.hint.busy",
    errno.ENFILE: "disk.hint.busy",
    errno.EIO: "disk.hint.broken",
}


def shown(path: Path, root: Path) -> str:
    """Name `path` for a person: relative to the parent of the register `root` and with `/`, if it can be."""
    with suppress(ValueError):
        return path.relative_to(root.parent).as_posix()
    return str(path)


def reason(error: OSError) -> str:
    """Say what the operating system said."""
    return error.strerror or str(error)


def hints(error: OSError) -> tuple[Message, ...]:
    """Say what a person can do about `error`; empty where there is no sure advice."""
    key = _HINTS.get(error.errno or 0)
    return (Message(key),) if key else ()


@contextmanager
def nothing_written(path: Path, root: Path, key: str = "disk.failed") -> Iterator[None]:
    """Turn an OSError inside into the sentence `key` about `path`.

    Raises:
        EnvironmentFailureError: for any OSError inside.
    """
    try:
        yield
    except OSError as error:
        message = Message(key, path=shown(path, root), reason=reason(error))
        raise EnvironmentFailureError(message, details=hints(error)) from error


def read(path: Path) -> bytes:
    """Read a regular file whole, following no symbolic link and waiting for no FIFO.

    Raises:
        OSError: when it cannot be read; EINVAL when it is not a regular file.
    """
    descriptor = os.open(path, _READ)
    try:
        return _whole(descriptor)
    except OSError as error:
        error.filename = str(path)  # a call that is given a number knows no name
        raise
    finally:
        with suppress(OSError):  # what was read is whole
            os.close(descriptor)


def _whole(descriptor: int) -> bytes:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    parts = []
    while part := os.read(descriptor, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def write_new(path: Path, content: Content, *, like: os.stat_result | None = None, mode: int = 0o666) -> None:
    """Make the file `path`, which must not exist, and have `content` on disk on return.

    It gets the owner and mode of `like`, else `mode` less the umask. A failure leaves nothing of it. What is
    too large for memory comes in pieces.

    Raises:
        OSError: for anything that fails; FileExistsError when there is something at `path`.
    """
    descriptor = os.open(path, _WRITE, mode)
    try:
        _fill(descriptor, content, like)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def overwrite(path: Path, content: bytes) -> None:
    """Give `path` the bytes `content` where it lies: for what nobody misses. Follows no link, waits for no FIFO.

    Raises:
        OSError: for anything that fails.
    """
    descriptor = os.open(path, _OVER, 0o666)
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)


def is_inside(path: Path, root: Path) -> bool:
    """Whether `path` lies in the folder `root` wherever links lead, be it there or not."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def publish(aside: Path, target: Path) -> None:
    """Let the file `aside` take the name `target` beside it, over what is there; once its bytes are on disk.

    Raises:
        EnvironmentFailureError: it cannot; `target` is as it was.
        UnconfirmedError: it has the name, but perhaps not on disk.
    """
    with nothing_written(target, target.parent):
        descriptor = os.open(aside, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        aside.replace(target)
    sync(target.parent)


def sync(folder: Path) -> None:
    """Have the names in `folder` on disk; Windows does that by itself.

    Raises:
        OSError: when it cannot be confirmed. A file system that cannot fsync a folder is no error.
    """
    if WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def make_folders(folder: Path) -> list[Path]:
    """Make `folder` and what is missing above it, on disk on return; the new ones, outermost first.

    Raises:
        OSError: when one cannot be made; those made before it are removed again.
    """
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    made: list[Path] = []
    try:
        for new in reversed(missing):
            with suppress(FileExistsError):  # made by another process at this moment
                new.mkdir()
                made.append(new)
            sync(new.parent)
    except BaseException:
        remove_folders(made)
        raise
    return made


def remove_folders(made: list[Path]) -> None:
    """Take back what `make_folders` made, as far as it is still empty."""
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()


def leave(source: Path, act: Callable[[], None], *, names: list[str]) -> None:
    """Do `act`, which makes the name `source` go away; on Windows, wait up to 2.5 s for others to close it.

    `names` are the files to speak of when it fails in an unclear way.

    Raises:
        OSError: when it failed and `source` is still there.
        UnconfirmedError: when it failed and `source` is gone all the same, or that cannot be told: a
            network file system may lose the answer to what it has done.
    """
    for pause in (*_PAUSES_S, None):
        try:
            return act()
        except OSError as error:
            if pause is not None and getattr(error, "winerror", None) in _IN_USE:
                time.sleep(pause)
            elif _is_there(source):
                raise
            else:
                message = Message("disk.unconfirmed", paths=names, reason=reason(error))
                raise UnconfirmedError(message, details=hints(error)) from error
    return None  # pragma: no cover  # the last round returns or raises


def _fill(descriptor: int, content: Content, like: os.stat_result | None) -> None:
    try:
        if like is not None:
            _keep_owner(descriptor, like)
        for piece in (content,) if isinstance(content, bytes) else content:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False
    return True


def _keep_owner(descriptor: int, like: os.stat_result) -> None:
    now = os.fstat(descriptor)
    if not WINDOWS:
        if (now.st_uid, now.st_gid) != (like.st_uid, like.st_gid):
            # Only root may give a file away, but anyone may give it to a group of theirs; neither is a must.
            with suppress(OSError):
                os.fchown(descriptor, -1, like.st_gid)
                os.fchown(descriptor, like.st_uid, -1)
        if stat.S_IMODE(now.st_mode) != stat.S_IMODE(like.st_mode):
            os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
