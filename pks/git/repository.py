"""The work tree around a register: found, made, or said to be missing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pks.errors import EnvironmentFailureError
from pks.git import running
from pks.message import Message


@dataclass(frozen=True)
class Repository:
    """A work tree: its top folder, and the git folder of this work tree; both absolute, without links."""

    top: Path
    folder: Path

    def name(self, path: Path) -> str:
        """Name `path` as git does: from the top, with `/`. A link at its end is not followed.

        Raises:
            EnvironmentFailureError: it lies outside this work tree.
        """
        real = Path(os.path.realpath(path.parent), path.name)
        if not real.is_relative_to(self.top):
            raise EnvironmentFailureError(Message("git.outside", path=str(path), folder=str(self.top)))
        return real.relative_to(self.top).as_posix()


def find(folder: Path) -> Repository | None:
    """Find the work tree that holds `folder`; None when there is none, or no git: `absence` says which.

    Raises:
        EnvironmentFailureError: there is a repository, but it is bare, of doubtful ownership, or broken.
    """
    if not running.installed():
        return None
    done = running.read(folder, "rev-parse", "--is-inside-work-tree", "--show-toplevel", "--absolute-git-dir")
    lines = os.fsdecode(done.out).splitlines()
    if lines[:1] == ["false"]:
        raise EnvironmentFailureError(Message("git.bare", folder=str(folder)))
    if done.code == 0 and len(lines) == len(("true", "top", "git folder")):
        return Repository(Path(os.path.realpath(lines[1])), Path(os.path.realpath(lines[2])))
    if b"not a git repository" in done.err and not _traces(folder):
        return None
    raise _unusable(folder, done)


def absence(folder: Path) -> Message:
    """Say why `find` found nothing: no git on this computer, or no repository around `folder`."""
    return Message("git.no_repository", folder=str(folder)) if running.installed() else Message("git.missing")


def needed(folder: Path) -> Repository:
    """As `find`, for what cannot be done without one.

    Raises:
        EnvironmentFailureError: there is none, or no git.
    """
    found = find(folder)
    if found is None:
        raise EnvironmentFailureError(absence(folder))
    return found


def init(folder: Path) -> None:
    """Make a repository in `folder`, with the branch `main`.

    Raises:
        EnvironmentFailureError: git is missing or cannot make one.
    """
    done = running.write(folder, "init", "--quiet", "--initial-branch=main")
    if done.code:
        raise running.failed(folder, "init", done)


def _traces(folder: Path) -> bool:
    """Tell whether there is a `.git` after all, which git then could not use."""
    around: Iterable[Path] = (folder.absolute(), *folder.absolute().parents)
    return any(os.path.lexists(place / ".git") for place in around)


def _unusable(folder: Path, done: running.Done) -> EnvironmentFailureError:
    if b"dubious ownership" in done.err:
        place = re.search(rb"ownership in repository at '([^'\n]+)'", done.err)
        top = running.visible(place[1]) if place else str(folder)
        return EnvironmentFailureError(Message("git.dubious", folder=str(folder), top=top))
    reason = " ".join(running.said(done)) or f"exit {done.code}"
    return EnvironmentFailureError(Message("git.broken", folder=str(folder), reason=reason))
