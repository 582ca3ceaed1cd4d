"""What git remembers of one file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from pks.errors import UsageError
from pks.git import running
from pks.git.repository import Repository
from pks.message import Message

_REVISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./~^@{}-]*")
_FIELDS = "%H%x00%aI%x00%an%x00%s"
NO_COMMIT_YET = (b"does not have any commits yet", b"bad default revision")


class Commit(NamedTuple):
    """One commit; `date` is its author's, ISO 8601 with the offset."""

    hash: str
    date: str
    author: str
    subject: str


def log(repository: Repository, path: Path) -> list[Commit]:
    """List the commits that changed `path`, newest first, through renames of the file.

    Raises:
        EnvironmentFailureError: git cannot tell.
    """
    options = ("-z", "--follow", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--encoding=UTF-8")
    place = running.literal(repository.name(path))
    done = running.read(repository.top, "log", *options, f"--format={_FIELDS}", "--", place)
    if any(words in done.err for words in NO_COMMIT_YET):
        return []
    if done.code:
        raise running.failed(repository.top, "log", done)
    parts = done.out.decode("utf-8", "replace").split("\0")[:-1]
    size = len(Commit._fields)
    return [Commit(*parts[start : start + size]) for start in range(0, len(parts), size)]


def show(repository: Repository, revision: str, path: Path) -> bytes | None:
    """Read `path` as it was committed in `revision`; None when one of the two does not exist.

    Raises:
        UsageError: `revision` does not look like one.
        EnvironmentFailureError: git cannot be asked.
    """
    if not _REVISION.fullmatch(revision) or ".." in revision:
        raise UsageError(Message("git.bad_revision", revision=revision))
    place = f"{revision}:{repository.name(path)}"
    done = running.read(repository.top, "cat-file", "--end-of-options", "blob", place)
    return None if done.code else done.out


def hashes_since(repository: Repository, revision: str) -> frozenset[str]:
    """The commits on HEAD that `revision`, which must name a commit, does not have.

    Raises:
        EnvironmentFailureError: git cannot tell.
    """
    done = running.read(repository.top, "rev-list", "--end-of-options", f"{revision}..HEAD")
    if done.code:
        raise running.failed(repository.top, "rev-list", done)
    return frozenset(done.out.decode("ascii", "replace").split())
