"""The file a command makes outside the register: looked at first, written whole or not at all."""

from __future__ import annotations

import os
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import NamedTuple

from pks.cli.desk import Desk
from pks.errors import ConflictError, EnvironmentFailureError, UsageError
from pks.message import Message
from pks.store.disk import durable
from pks.store.disk.lock import locked
from pks.store.disk.replace import replace


class Outfile(NamedTuple):
    """Where to write, and what is there now; None for nothing."""

    path: Path
    before: bytes | None


def outfile(desk: Desk, given: Path, *, force: bool, taken: str = "export.taken") -> Outfile:
    """The file `given`, from the folder of -C; refused with the sentence `taken` where there is one already.

    Raises:
        ConflictError: it is there, and `force` does not let it be replaced.
        EnvironmentFailureError: its folder is not there, or what is there cannot be read.
    """
    path = free(desk, given, force=force, taken=taken)
    with durable.nothing_written(path, path.parent):
        return Outfile(path, durable.read(path) if os.path.lexists(path) else None)


def free(desk: Desk, given: Path, *, force: bool, taken: str = "export.taken") -> Path:
    """As `outfile`, without reading what is there.

    Raises:
        UsageError: it would be a file of the register itself.
        ConflictError: it is there, and `force` does not let it be replaced.
        EnvironmentFailureError: its folder is not there, or cannot be looked into.
    """
    path = desk.path(given)
    leave_register_alone(desk, path)
    if not path.parent.is_dir():
        raise EnvironmentFailureError(Message("export.no-folder", folder=str(path.parent)))
    with durable.nothing_written(path, path.parent):
        try:
            path.lstat()
        except FileNotFoundError:
            return path
    if not force:
        raise ConflictError(Message(taken, file=str(path)))
    if not path.is_file() or path.is_symlink():
        raise EnvironmentFailureError(Message("disk.not_a_file", path=str(path)))
    return path


def leave_register_alone(desk: Desk, path: Path) -> None:
    """Refuse to make or replace an agreement, or anything in `.pks/`: only commands that record facts do.

    Raises:
        UsageError: `path` is such a file.
    """
    place = _in_register(desk, path)
    if place is not None and (place.suffix.lower() == ".yaml" or place.as_posix().startswith(".pks/")):
        raise UsageError(Message("export.in-register", file=str(path)))


def deliver(desk: Desk, target: Outfile, content: bytes) -> None:
    """Write `content`, unless that is what is there; beside an agreement only when nobody else writes."""
    if target.before == content:
        return
    root = desk.book.register.root
    with nullcontext() if _in_register(desk, target.path) is None else locked(root):
        replace(target.path, content, expected=target.before, root=target.path.parent)
    desk.has_written()


def _in_register(desk: Desk, path: Path) -> Path | None:
    """Where `path` lies inside the folder of the register; None for what lies elsewhere."""
    with suppress(ValueError, OSError):
        return (path.parent.resolve() / path.name).relative_to(desk.book.register.root.resolve())
    return None
