"""Two versions of one agreement side by side: as it lies there, and as git has it."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any, NamedTuple

from pks.errors import InvalidError, NotFoundError
from pks.git import earlier, repository
from pks.git.log import Commit
from pks.message import Message
from pks.store.book import Book
from pks.store.disk.durable import read
from pks.store.reading import understand
from pks.store.register import Entry
from pks.workflow.revision import check_commit, day_in


class Versions(NamedTuple):
    """Plain data before and after, None where the agreement was not there yet.

    `commit` is the one whose change is shown, where nothing has changed since.
    """

    before: dict[str, Any] | None
    after: dict[str, Any]
    commit: Commit | None = None


def since(book: Book, entry: Entry, revision: str | None) -> Versions:
    """What `entry`'s file says now, and what it said at `revision`: a commit or a day, that day included.

    Without a revision: the last commit, or, where nothing has changed since, the commit before its last change.

    Raises:
        InvalidError: one of the two cannot be understood as YAML.
        NotFoundError: no commit is meant, or none has the file.
        EnvironmentFailureError: there is no git to ask.
    """
    tree = repository.needed(book.register.root)
    now = _data(read(entry.path), entry.file)
    if revision is not None:
        commit = _commit(tree, revision, book.office.zone)
        return Versions(_maybe(earlier.at(tree, entry.path, commit), entry.file), now)
    last = earlier.last_change(tree, entry.path)
    if last is None:
        raise NotFoundError(Message("diff.uncommitted", id=entry.id))
    committed = _maybe(earlier.at(tree, entry.path, "HEAD"), entry.file)
    if committed != now:
        return Versions(committed, now)
    parent = f"{last.hash}^"
    before = earlier.at(tree, entry.path, parent) if earlier.exists(tree, parent) else None
    return Versions(_maybe(before, entry.file), now, last)


def _commit(tree: repository.Repository, revision: str, zone: tzinfo) -> str:
    day = day_in(revision, "REV")
    if day is None:
        check_commit(tree, revision)
        return revision
    found = earlier.commit_of_day(tree, day, zone)
    if found is None:
        raise NotFoundError(Message("diff.no-commit-by", date=day))
    return found


def _maybe(content: bytes | None, file: str) -> dict[str, Any] | None:
    return None if content is None else _data(content, file)


def _data(content: bytes, file: str) -> dict[str, Any]:
    reading = understand(content, file)
    if reading.root is None:
        raise InvalidError(Message("file.invalid", file=file), details=reading.errors)
    found = reading.data
    return found if isinstance(found, dict) else {}
