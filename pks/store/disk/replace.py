"""The only writer of a register's files: compare, write aside, fsync, rename, fsync the folder.

A file is at every moment the old bytes or the new ones, also after a power cut; what is written is never
over something that changed since it was read. Callers hold `pks.store.disk.lock.locked`. A file with several hard
links is parted from the others by a rename; everything else a file has (mode, group) is kept.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pks.errors import ConflictError, EnvironmentFailureError, PksError, UnconfirmedError
from pks.message import Message
from pks.store.disk import durable

# path, new bytes, and the bytes it must have now; None: it must not exist.
Change = tuple[Path, durable.Content, bytes | None]

# What file systems without hard links answer: FAT, some network drives.
_NO_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


class _Step(NamedTuple):
    path: Path
    new: durable.Content
    expected: bytes | None
    aside: Path
    root: Path


def replace(path: Path, new: bytes, *, expected: bytes | None, root: Path) -> None:
    """Give the file `path` the bytes `new`; see `replace_all` for the rules and the errors."""
    replace_all([(path, new, expected)], root=root)


def replace_all(changes: Sequence[Change], *, root: Path) -> None:
    """Write many files of the register `root`: all are checked and written aside before the first is renamed.

    A change with None for the expected bytes makes a file that must not exist, and the folders above it.

    Raises:
        ConflictError: a file is not as expected, gone, or already there; nothing was written.
        EnvironmentFailureError: not a regular file, not writable, outside `root`, or the disk fails; nothing
            was written.
        UnconfirmedError: some or all were written, the message says which.
    """
    steps = [_Step(path, new, expected, _aside(path), root) for path, new, expected in changes]
    if len({step.path for step in steps}) < len(steps):
        raise ValueError("a file occurs twice among the changes")
    made: list[Path] = []
    done = 0
    try:
        found = [_check(step) for step in steps]
        for step, old in zip(steps, found, strict=True):
            _stage(step, old, made)
        for step in steps:
            _put(step)
            done += 1
    except BaseException as error:
        _tidy(steps, made)
        if done and isinstance(error, PksError):
            raise _partly(error, steps, done) from error
        raise
    _confirm([step.path for step in steps], root=root)


def remove(path: Path, *, expected: bytes, root: Path) -> None:
    """Delete the file `path`, which must hold `expected`.

    Raises:
        ConflictError: it is not as expected, or gone; nothing was changed.
        EnvironmentFailureError: as for `replace_all`.
        UnconfirmedError: deleted, but perhaps not on disk.
    """
    step = _Step(path, b"", expected, path, root)
    _check(step)
    with durable.nothing_written(path, root):
        durable.leave(path, path.unlink, names=[durable.shown(path, root)])
    _confirm([path], root=root)


def move(old: Path, new: Path, *, expected: bytes | None, root: Path) -> None:
    """Rename `old` to `new`, which must not exist; `expected` None means that `old` is a folder.

    Between the look at `new` and the rename lies a moment in which somebody who does not hold the lock could
    make it; a hard link would close it for files, but a crash could then leave an agreement under two ids.

    Raises:
        ConflictError: `old` is not as expected, or gone; or `new` exists. Nothing was changed.
        EnvironmentFailureError: as for `replace_all`.
        UnconfirmedError: renamed, but perhaps not on disk.
    """
    if expected is None:
        _check_folder(old, root)
    else:
        _check(_Step(old, b"", expected, old, root))
    _check(_Step(new, b"", None, new, root))
    made: list[Path] = []
    try:
        with durable.nothing_written(new, root):
            made += durable.make_folders(new.parent)
            names = [durable.shown(old, root), durable.shown(new, root)]
            durable.leave(old, partial(os.rename, old, new), names=names)
    except BaseException:
        durable.remove_folders(made)
        raise
    _confirm([old, new], root=root)


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.pks-tmp")


def _check(step: _Step) -> os.stat_result | None:
    """Look at the place to be written without touching it; what is there now."""
    path, root = step.path, step.root
    _check_inside(path, root)
    with durable.nothing_written(path, root):
        try:
            found = path.lstat()
        except FileNotFoundError:
            if step.expected is None:
                return None
            raise ConflictError(Message("disk.gone", path=durable.shown(path, root))) from None
        if step.expected is None:
            raise ConflictError(Message("disk.taken", path=durable.shown(path, root)))
        if not stat.S_ISREG(found.st_mode):
            raise EnvironmentFailureError(Message("disk.not_a_file", path=durable.shown(path, root)))
        # The mode is looked at as well: root may write to everything, but a protected file is meant to stay.
        if not (found.st_mode & 0o222 and os.access(path, os.W_OK)):
            raise EnvironmentFailureError(Message("disk.protected", path=durable.shown(path, root)))
        _compare(step)
        return found


def _check_folder(folder: Path, root: Path) -> None:
    _check_inside(folder, root)
    with durable.nothing_written(folder, root):
        try:
            mode = folder.lstat().st_mode
        except FileNotFoundError:
            raise ConflictError(Message("disk.gone", path=durable.shown(folder, root))) from None
        if not stat.S_ISDIR(mode):
            raise EnvironmentFailureError(Message("disk.not_a_folder", path=durable.shown(folder, root)))


def _check_inside(path: Path, root: Path) -> None:
    if not durable.is_inside(path.parent, root):
        raise EnvironmentFailureError(Message("disk.outside", path=str(path), root=str(root)))


def _compare(step: _Step) -> None:
    try:
        same = durable.read(step.path) == step.expected
    except FileNotFoundError:
        raise ConflictError(Message("disk.gone", path=durable.shown(step.path, step.root))) from None
    if not same:
        raise ConflictError(Message("disk.changed", path=durable.shown(step.path, step.root)))


def _stage(step: _Step, like: os.stat_result | None, made: list[Path]) -> None:
    with durable.nothing_written(step.path, step.root):
        if step.expected is None:
            made += durable.make_folders(step.path.parent)
        try:
            durable.write_new(step.aside, step.new, like=like)
        except FileExistsError:  # left by a dead process that had our number
            step.aside.unlink()
            durable.write_new(step.aside, step.new, like=like)


def _put(step: _Step) -> None:
    with durable.nothing_written(step.path, step.root):
        if step.expected is None:
            _create(step)
        else:
            _compare(step)
            _over(step, os.replace)


def _over(step: _Step, rename: Callable[[Path, Path], None]) -> None:
    act = partial(rename, step.aside, step.path)
    durable.leave(step.aside, act, names=[durable.shown(step.path, step.root)])


def _create(step: _Step) -> None:
    """Give the file its name in a way that fails when the name is taken, so that of two makers one wins."""
    try:
        if durable.WINDOWS:  # where a rename never overwrites
            _over(step, os.rename)
        else:
            _link(step)
    except FileExistsError:
        raise ConflictError(Message("disk.taken", path=durable.shown(step.path, step.root))) from None


def _link(step: _Step) -> None:
    try:
        os.link(step.aside, step.path)
    except OSError as error:
        if error.errno in _NO_LINKS:
            return _claim(step)
        if step.aside.stat().st_nlink == 1:
            raise
        # A network file system lost the answer, but the file has its second name.
    with suppress(OSError):  # the file is in its place; the name aside is swept later
        step.aside.unlink()
    return None


def _claim(step: _Step) -> None:
    """Take the name with an empty file and rename over it: without hard links there is no better way."""
    descriptor = os.open(step.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        os.close(descriptor)
        _over(step, os.replace)
    except UnconfirmedError:
        raise
    except BaseException:
        with suppress(OSError):
            step.path.unlink()
        raise


def _confirm(paths: Sequence[Path], *, root: Path) -> None:
    for folder in dict.fromkeys(path.parent for path in paths):
        try:
            durable.sync(folder)
        except OSError as error:
            names = [durable.shown(path, root) for path in paths]
            message = Message("disk.unconfirmed", paths=names, reason=durable.reason(error))
            raise UnconfirmedError(message, details=durable.hints(error)) from error


def _tidy(steps: Iterable[_Step], made: list[Path]) -> None:
    for step in steps:
        with suppress(OSError):
            step.aside.unlink()
    durable.remove_folders(made)


def _partly(error: PksError, steps: Sequence[_Step], done: int) -> UnconfirmedError:
    """Say how far it went; the file that failed counts as not written."""
    written = [durable.shown(step.path, step.root) for step in steps[:done]]
    missing = [durable.shown(step.path, step.root) for step in steps[done:]]
    with suppress(UnconfirmedError):  # it is about to be said anyway
        _confirm([step.path for step in steps[:done]], root=steps[0].root)
    cause = error.message
    if cause.key == "disk.failed":  # which says that nothing was changed
        cause = Message("disk.failed-one", **cause.values)
    details = (cause, Message("disk.written", paths=written), Message("disk.missing", paths=missing))
    return UnconfirmedError(Message("disk.partly", done=done, total=len(steps)), details=details)
