"""Attachments: where a `file:` may lead, which name a new one gets, and its bytes in pieces."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pks.errors import ConflictError, EnvironmentFailureError, NotFoundError, UsageError
from pks.message import Message
from pks.store.disk.durable import hints, reason
from pks.store.ids import is_id, words_of

_PIECE: Final = 1 << 20
_ENDING: Final = re.compile(r"\.([A-Za-z0-9]{1,10})$", re.ASCII)
_LONGEST: Final = 80


def attached_at(folder: Path, root: Path, file: str) -> str | None:
    """The real path that `file` leads to from the attachment folder `folder`; None where it may not lead.

    It may stay in `folder`, or be written as leading out of the register `root` to what lies beside it, in no
    hidden folder. A link in `folder` that leads out of it is never followed, nor is a path into the register.
    """
    written = os.path.normpath(os.path.join(folder, file))  # noqa: PTH118  # pathlib raises for a loop of links
    real, inside = os.path.realpath(written), os.path.realpath(folder)
    parent, register = Path(os.path.realpath(root.parent)), os.path.realpath(root)
    if Path(written).is_relative_to(folder):
        kept = Path(inside).is_relative_to(register) and Path(real).is_relative_to(inside)
        return real if kept else None
    linked = not os.path.isabs(file) and Path(written).is_relative_to(root.parent)  # noqa: PTH117  # a text, as written
    beside = Path(real).is_relative_to(parent) and not Path(real).is_relative_to(register)
    hidden = beside and any(part.startswith(".") for part in Path(real).relative_to(parent).parts)
    return real if linked and beside and not hidden else None


def path_from(folder: Path, root: Path, source: Path) -> str | None:
    """How `file:` names the file `source` from `folder`, with `/`; None where it may not."""
    real = os.path.realpath(source)
    try:
        file = Path(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    except ValueError:  # another drive
        return None
    found = attached_at(folder, root, file)
    return file if found is not None and found == real else None


def safe_name(wanted: str, kind: str) -> str:
    """A file name made from `wanted`, good on every system: as an id, with its ending kept.

    What leaves no letter or digit, or a name that Windows keeps for itself, gets `kind` in front.
    """
    ending = _ENDING.search(wanted)
    stem = "-".join(words_of(wanted[: ending.start()] if ending else wanted))[:_LONGEST].rstrip("-")
    if not is_id(stem):
        stem = f"{kind}-{stem}"[:_LONGEST].rstrip("-")
    return stem + (f".{ending[1].lower()}" if ending else "")


def place_for(folder: Path, name: str, sha256: str) -> tuple[str, bool]:
    """The name for bytes with the hash `sha256` in `folder`, and whether they are there under it already.

    It is `name`, else `name` with `-2`, `-3` and so on before its ending: names that differ in case count as
    one, and nothing that is there is ever to be overwritten.

    Raises:
        OSError: when `folder` cannot be read.
    """
    there = {one.name.casefold(): one.name for one in folder.iterdir()} if folder.is_dir() else {}
    stem, ending = os.path.splitext(name)  # noqa: PTH122  # a name, not a path
    number = 1
    while (taken := there.get(name.casefold())) is not None:
        if _holds(folder / taken, sha256):
            return taken, True
        number += 1
        name = f"{stem}-{number}{ending}"
    return name, False


def sha256_of(path: str | Path) -> str:
    """The hash of a file, read in pieces.

    Raises:
        OSError: when it cannot be read.
    """
    with open(path, "rb") as stream:  # noqa: PTH123  # text from a file, which pathlib may refuse
        return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(frozen=True)
class Source:
    """A file to be attached: its bytes in pieces, as often as they are asked for, with the hash they must have."""

    path: Path
    sha256: str

    def __iter__(self) -> Iterator[bytes]:
        """The bytes.

        Raises:
            EnvironmentFailureError: it cannot be read.
            ConflictError: the bytes are not those of the hash any more.
        """
        digest = hashlib.sha256()
        for piece in _pieces(self.path):
            digest.update(piece)
            yield piece
        if digest.hexdigest() != self.sha256:
            raise ConflictError(Message("attaching.changed", file=str(self.path)))


def source_at(path: Path) -> Source:
    """The regular file at `path`, hashed; a link is followed, for a person named it.

    Raises:
        NotFoundError: there is none.
        UsageError: it is a folder or another thing that is no regular file.
        EnvironmentFailureError: it cannot be read.
    """
    digest = hashlib.sha256()
    for piece in _pieces(path):
        digest.update(piece)
    return Source(path, digest.hexdigest())


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb", buffering=0) as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise UsageError(Message("attaching.not-a-file", file=str(path)))
            while piece := stream.read(_PIECE):
                yield piece
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NotFoundError(Message("attaching.no-file", file=str(path))) from None
    except IsADirectoryError:
        raise UsageError(Message("attaching.not-a-file", file=str(path))) from None
    except OSError as error:
        message = Message("attaching.unreadable", file=str(path), reason=reason(error))
        raise EnvironmentFailureError(message, details=hints(error)) from error


def _holds(path: Path, sha256: str) -> bool:
    """Whether a regular file, and no link, has this hash; what cannot be read has another."""
    try:
        return stat.S_ISREG(path.lstat().st_mode) and sha256_of(path) == sha256
    except OSError:
        return False
