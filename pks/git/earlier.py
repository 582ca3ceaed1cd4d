"""A file as it was: at a commit, on a day, under the name it had then."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo
from pathlib import Path

from pks.git import running
from pks.git.log import Commit, log, show
from pks.git.repository import Repository


def at(repository: Repository, path: Path, revision: str) -> bytes | None:
    """The bytes of `path` at `revision`, under the name it had there; None where it was not there yet.

    Raises:
        UsageError: `revision` does not look like one.
        EnvironmentFailureError: git cannot be asked.
    """
    content = show(repository, revision, path)
    if content is not None:
        return content
    name = _earlier_name(repository, path, revision)
    return None if name is None else show(repository, revision, repository.top / name)


def commit_of_day(repository: Repository, day: date, zone: tzinfo) -> str | None:
    """The last commit of `day`, as it is in `zone`, or before; None where there is none.

    Raises:
        EnvironmentFailureError: git cannot be asked.
    """
    end = datetime.combine(day, time(23, 59, 59), zone)
    done = running.read(repository.top, "rev-list", "-1", f"--before={end.isoformat()}", "HEAD")
    return done.out.decode("ascii", "replace").strip() or None


def last_change(repository: Repository, path: Path) -> Commit | None:
    """The commit that changed `path` last; None where no commit has it.

    Raises:
        EnvironmentFailureError: git cannot be asked.
    """
    commits = log(repository, path)
    return commits[0] if commits else None


def exists(repository: Repository, revision: str) -> bool:
    """Whether `revision` names a commit.

    Raises:
        EnvironmentFailureError: git cannot be asked.
    """
    done = running.read(
        repository.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    return done.code == 0 and not done.out.startswith(b"^")  # `^HEAD` is all but a commit


def _earlier_name(repository: Repository, path: Path, revision: str) -> str | None:
    """What `path` was called at `revision`, from the renames that commits have made since."""
    options = ("-z", "--raw", "-M", "--follow", "--format=", "--no-ext-diff", f"{revision}..HEAD")
    done = running.read(repository.top, "log", *options, "--", running.literal(repository.name(path)))
    parts = iter(done.out.decode("utf-8", "surrogateescape").split("\0")[:-1])
    name = None
    for part in parts:
        before = next(parts)
        if part.rsplit(" ", 1)[-1][:1] in "RC":
            name, _ = before, next(parts)
    return name
