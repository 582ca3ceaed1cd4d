"""Two versions of one agreement side by side: as it lies there, and as git has it."""

from __future__ import annotations

import re
from datetime import date, tzinfo
from typing import Any, Final, NamedTuple

from pks.domain.values import BadValueError, read_date
from pks.errors import InvalidError, NotFoundError, UsageError
from pks.git import earlier, repository
from pks.git.log import Commit
from pks.message import Message
from pks.store.book import Book
from pks.store.disk.durable import read
from pks.store.reading import understand
from pks.store.register import Entry
from pks.store.text.nodes import data

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


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
    if _DAY.fullmatch(revision):
        found = earlier.commit_of_day(tree, _day(revision), zone)
        if found is None:
            raise NotFoundError(Message("diff.no-commit-by", date=_day(revision)))
        return found
    if not revision or revision.startswith("-") or not earlier.exists(tree, revision):
        raise NotFoundError(Message("diff.no-revision", revision=revision))
    return revision


def _day(text: str) -> date:
    try:
        return read_date(text)
    except BadValueError as error:
        raise UsageError(Message("usage.bad-value", name="REV", reason=error.message)) from None


def _maybe(content: bytes | None, file: str) -> dict[str, Any] | None:
    return None if content is None else _data(content, file)


def _data(content: bytes, file: str) -> dict[str, Any]:
    reading = understand(content, file)
    if reading.root is None:
        raise InvalidError(Message("file.invalid", file=file), details=reading.errors)
    found = data(reading.root)
    return found if isinstance(found, dict) else {}
