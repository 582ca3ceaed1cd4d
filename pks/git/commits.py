"""Commits of some paths, and of nothing else."""

from __future__ import annotations

import hashlib
import os
import shlex
import time
from collections.abc import Sequence
from pathlib import Path

from pks.errors import EnvironmentFailureError, PksError, UnconfirmedError
from pks.git import running
from pks.git.repository import Repository
from pks.message import Message

_ARGUMENTS = 200  # paths a call: Windows allows 32,767 characters
_LOCK_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8)
_UNTRACKED = "??"


def edited_by_hand(repository: Repository, path: Path) -> bool:
    """Tell whether the file `path` holds what the last commit does not: changed, new or deleted.

    Raises:
        EnvironmentFailureError: git cannot tell.
    """
    name = repository.name(path)
    if path.is_file() and not path.is_symlink():
        committed = running.read(repository.top, "rev-parse", "--verify", "--quiet", f"HEAD:{name}")
        # Where git would change line endings the hashes differ, and git is asked.
        if committed.code == 0 and committed.out.strip().decode() == hash_of(path, len(committed.out.strip())):
            return False
    return bool(_changes(repository, [name]))


def unknown_to(repository: Repository, paths: Sequence[Path]) -> list[Path]:
    """The files among `paths` that git does not have at all, in their order.

    Raises:
        EnvironmentFailureError: git cannot tell.
    """
    names = {repository.name(path): path for path in paths}
    changes = _changes(repository, list(names))
    return [path for name, path in names.items() if changes.get(name) == _UNTRACKED]


def commit(
    repository: Repository,
    paths: Sequence[Path],
    message: str,
    *,
    failure: type[PksError] = UnconfirmedError,
) -> bool:
    """Commit what changed at `paths` (files or folders; new, changed, deleted) and nothing else.

    What else is staged stays staged. False when nothing differs. The user's hooks run and their signing is
    done. `message` is kept as it is, `#` lines too. New files that git refuses to commit stay added.

    Raises:
        PksError: `failure`, when git or a hook says no: UnconfirmedError when `paths` were written by this
            command, EnvironmentFailureError when nothing was. The message says how to finish by hand.
    """
    try:
        return _commit(repository, paths, message)
    except EnvironmentFailureError as error:
        raise failure(error.message, details=error.details) from error


def _commit(repository: Repository, paths: Sequence[Path], message: str) -> bool:
    names = [repository.name(path) for path in paths]
    clean = message.replace("\0", "").encode("utf-8", "replace").decode()
    command = ("commit", "--quiet", "--only", "--cleanup=verbatim", f"--message={clean}")
    if not names:
        return False
    # Files that git knows are committed at once. A name it does not know stops it before any hook runs; of a
    # folder it would silently take only the files it knows.
    done = None if any(path.is_dir() for path in paths) else _patiently(repository, command, names)
    if done is not None and done.code == 0:
        return True
    changes = _changes(repository, names)
    if not changes:
        return False
    if done is None or set(names) != set(changes) or _UNTRACKED in changes.values():
        done = _add_and_commit(repository, command, changes)
    if done.code:
        raise EnvironmentFailureError(_not_committed(repository, list(changes), message), details=_said(done))
    return True


def _add_and_commit(repository: Repository, command: Sequence[str], changes: dict[str, str]) -> running.Done:
    new = [name for name, state in changes.items() if state == _UNTRACKED]
    if new and (done := _patiently(repository, ("add",), new)).code:
        return done
    return _patiently(repository, command, list(changes))


def hash_of(path: Path, digits: int) -> str:
    """Name the content of `path` as git does, in a repository whose hashes have so many digits.

    Raises:
        OSError: it cannot be read.
    """
    return hash_of_bytes(path.read_bytes(), digits)


def hash_of_bytes(content: bytes, digits: int) -> str:
    """As `hash_of`, for what has been read already."""
    kind = hashlib.sha256 if digits == 64 else hashlib.sha1  # noqa: PLR2004
    return kind(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _changes(repository: Repository, names: Sequence[str]) -> dict[str, str]:
    """Ask about these paths only: in a large work tree, the rest is what takes long."""
    changes: dict[str, str] = {}
    for start in range(0, len(names), _ARGUMENTS):
        some = map(running.literal, names[start : start + _ARGUMENTS])
        options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules=all")
        done = running.read(repository.top, "status", *options, "--", *some)
        if done.code:
            raise running.failed(repository.top, "status", done)
        for entry in os.fsdecode(done.out).split("\0")[:-1]:
            changes[entry[3:]] = entry[:2]
    return changes


def _patiently(repository: Repository, command: Sequence[str], names: Sequence[str]) -> running.Done:
    """Try again while another git has the index: it is taken before any hook runs."""
    words = (*command, "--pathspec-from-file=-", "--pathspec-file-nul")
    feed = b"".join(os.fsencode(running.literal(name)) + b"\0" for name in names)
    for pause in _LOCK_PAUSES_S:
        done = running.write(repository.top, *words, feed=feed)
        if done.code == 0 or b"index.lock" not in done.err:
            return done
        time.sleep(pause)
    return running.write(repository.top, *words, feed=feed)


def _not_committed(repository: Repository, names: Sequence[str], message: str) -> Message:
    git = ["git", "-C", str(repository.top)]
    add = shlex.join([*git, "add", "--", *names])
    finish = shlex.join([*git, "commit", "-m", message, "--", *names])
    return Message("git.not_committed", paths=list(names), command=f"{add} && {finish}")


def _said(done: running.Done) -> tuple[Message, ...]:
    return tuple(Message("git.said", text=line) for line in running.said(done))
