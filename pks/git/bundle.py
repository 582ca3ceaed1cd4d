"""A whole repository in one file, and the proof that it can be had back from it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from pks.errors import EnvironmentFailureError
from pks.git import running
from pks.git.repository import Repository
from pks.message import Message

_LAST: Final = "pks.lastbackup"


def make(repository: Repository, target: Path) -> str:
    """Write every branch and tag of `repository` to the new file `target`; give the commit it can be had back to.

    Raises:
        EnvironmentFailureError: git cannot, there is no commit yet, or what was written does not give it back.
    """
    head = running.read(repository.top, "rev-parse", "--verify", "--quiet", "HEAD")
    if head.code:
        raise EnvironmentFailureError(Message("backup.no-commit", folder=str(repository.top)))
    done = running.export(repository.top, "bundle", "create", "--quiet", str(target.absolute()), "HEAD", "--all")
    if done.code:
        raise running.failed(repository.top, "bundle", done)
    commit = head.out.decode("ascii").strip()
    if _had_back(target) != commit:
        raise EnvironmentFailureError(Message("backup.unproven", file=str(target)))
    return commit


def uncommitted(repository: Repository, folder: Path) -> list[str]:
    """The files in `folder` that no commit has as they are, from the top of the work tree.

    Raises:
        EnvironmentFailureError: git cannot tell.
    """
    place = running.literal(repository.name(folder))
    done = running.status(repository.top, "--", place)
    if done.code:
        raise running.failed(repository.top, "status", done)
    return [part[3:] for part in done.out.decode("utf-8", "surrogateescape").split("\0") if part]


def noted(repository: Repository) -> str | None:
    """The day of the last backup that was made from this clone, as it was noted; None where there was none."""
    done = running.read(repository.top, "config", "--local", "--get", _LAST)
    return done.out.decode("utf-8", "replace").strip() or None


def note(repository: Repository, day: str) -> None:
    """Note in this clone that there was a backup on `day`; that it cannot be noted harms nothing."""
    running.write(repository.top, "config", "--local", _LAST, day)


def _had_back(bundle: Path) -> str:
    """Clone `bundle` where nobody sees it, with every object looked at; the commit that its HEAD is."""
    with tempfile.TemporaryDirectory(prefix="pks-backup-") as place:
        folder = Path(place)
        done = running.write(folder, "clone", "--quiet", "--bare", str(bundle.absolute()), "back.git")
        if done.code:
            raise running.failed(folder, "clone", done)
        checked = running.read(folder / "back.git", "fsck", "--full", "--no-progress")
        if checked.code:
            raise running.failed(folder, "fsck", checked)
        return running.read(folder / "back.git", "rev-parse", "HEAD").out.decode("ascii", "replace").strip()
