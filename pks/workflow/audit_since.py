"""What of an audit is newer than a day or a commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from pks.git import repository
from pks.git.log import hashes_since
from pks.store.book import Book
from pks.tables.audit import Origin, Trail
from pks.workflow.revision import check_commit, day_in


def since(book: Book, trails: Sequence[Trail], start: str) -> tuple[Trail, ...]:
    """The trails with what is from the day `start` on, or from commits after `start`; what is so now always is.

    Raises:
        UsageError: a day that does not exist.
        NotFoundError: no commit is meant.
        EnvironmentFailureError: there is no git to ask.
    """
    day = day_in(start, "--since")
    is_new = _after(book, start) if day is None else _from_day(day)
    return tuple(
        trail._replace(
            events=tuple(one for one in trail.events if is_new(one.origin)),
            marks=tuple(one for one in trail.marks if is_new(one.origin)),
        )
        for trail in trails
    )


def _from_day(day: date) -> Callable[[Origin], bool]:
    return lambda origin: origin.day is None or origin.day >= day


def _after(book: Book, revision: str) -> Callable[[Origin], bool]:
    tree = repository.needed(book.register.root)
    check_commit(tree, revision)
    newer = hashes_since(tree, revision)
    return lambda origin: origin.hash is None or origin.hash in newer
