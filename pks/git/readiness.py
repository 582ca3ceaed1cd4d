"""What would keep git from recording a change, looked at before anything is written."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from pathlib import Path

from pks.errors import EnvironmentFailureError
from pks.git import running
from pks.git.repository import Repository
from pks.message import Message

# What git keeps in its folder while an operation waits for the user.
_UNFINISHED = {
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "sequencer": "cherry-pick",
    "BISECT_LOG": "bisect",
}
_LOCK_WAIT_S = 1.0  # editors refresh the index for some milliseconds, again and again


def ready(repository: Repository, paths: Sequence[Path]) -> None:
    """See to it that `paths`, which need not exist yet, can be committed; nothing is written.

    Raises:
        EnvironmentFailureError: an unfinished operation, no branch, a lock, unmerged files, no identity, or a
            path that is ignored, in a submodule or outside. The message says what to do.
    """
    names = {path: repository.name(path) for path in paths}
    _check_operations(repository)
    _check_branch(repository)
    _check_lock(repository)
    _check_submodules(repository, names)
    unmerged, ignored, *identities = running.read_all(repository.top, _questions(list(names.values())))
    _check_unmerged(repository, unmerged)
    _check_ignored(repository, ignored)
    _check_identities(identities)


def _check_operations(repository: Repository) -> None:
    for name, operation in _UNFINISHED.items():
        if os.path.lexists(repository.folder / name):
            raise EnvironmentFailureError(Message("git.unfinished", operation=operation, folder=str(repository.top)))


def _check_branch(repository: Repository) -> None:
    try:
        head = (repository.folder / "HEAD").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        head = ""
    # A hash alone is no branch. Where the refs are in a table, the file says nothing and git is asked.
    if re.fullmatch("[0-9a-f]{40,64}", head) or (
        (not head or head.endswith(".invalid")) and running.read(repository.top, "symbolic-ref", "--quiet", "HEAD").code
    ):
        raise EnvironmentFailureError(Message("git.detached", folder=str(repository.top)))


def _check_lock(repository: Repository) -> None:
    lock = repository.folder / "index.lock"
    until = time.monotonic() + _LOCK_WAIT_S
    while os.path.lexists(lock):
        if time.monotonic() > until:
            raise EnvironmentFailureError(Message("git.locked", folder=str(repository.top), path=str(lock)))
        time.sleep(0.05)


def _check_submodules(repository: Repository, names: dict[Path, str]) -> None:
    for path, name in names.items():
        for part in Path(name).parents:
            inner = repository.top / part
            if inner != repository.top and os.path.lexists(inner / ".git"):
                raise EnvironmentFailureError(Message("git.submodule", path=str(path), inner=str(inner)))


def _questions(names: Sequence[str]) -> list[running.Call]:
    # check-ignore knows no `:(literal)`; what begins with a dot is no pattern either.
    feed = b"".join(b"./" + os.fsencode(name) + b"\0" for name in names)
    return [
        running.Call(("ls-files", "--unmerged", "-z")),
        running.Call(("check-ignore", "-z", "--stdin"), feed),
        running.Call(("var", "GIT_COMMITTER_IDENT")),
        running.Call(("var", "GIT_AUTHOR_IDENT")),
    ]


def _check_unmerged(repository: Repository, done: running.Done) -> None:
    if done.code:
        raise running.failed(repository.top, "ls-files", done)
    entries = os.fsdecode(done.out).split("\0")[:-1]
    if entries:
        names = sorted({entry.split("\t", 1)[1] for entry in entries})
        raise EnvironmentFailureError(Message("git.unmerged", paths=names))


def _check_ignored(repository: Repository, done: running.Done) -> None:
    if done.code == 0:
        ignored = [name.removeprefix("./") for name in os.fsdecode(done.out).split("\0")[:-1]]
        raise EnvironmentFailureError(Message("git.ignored", paths=ignored))
    if done.code != 1:
        raise running.failed(repository.top, "check-ignore", done)


def _check_identities(identities: Sequence[running.Done]) -> None:
    if any(done.code for done in identities):
        details = (Message("git.identity_name"), Message("git.identity_email"))
        raise EnvironmentFailureError(Message("git.no_identity"), details=details)
