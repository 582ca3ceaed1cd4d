"""What of an audit is newer than a day or a commit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from pks.domain.values import BadValueError, read_date
from pks.errors import NotFoundError, UsageError
from pks.git import earlier, repository
from pks.git.log import hashes_since
from pks.message import Message
from pks.store.book import Book
from pks.tables.audit import Origin, Trail

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def since(book: Book, trails: Sequence[Trail], start: str) -> tuple[Trail, ...]:
    """The trails with what is from the day `start` on, or from commits after `start`; what is so now always is.

    Raises:
        UsageError: a day that does not exist.
        NotFoundError: no commit is meant.
        EnvironmentFailureError: there is no git to ask.
    """
    is_new = _from_day(_day(start)) if _DAY.fullmatch(start) else _after(book, start)
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
    if not revision or revision.startswith("-") or not earlier.exists(tree, revision):
        raise NotFoundError(Message("diff.no-revision", revision=revision))
    newer = hashes_since(tree, revision)
    return lambda origin: origin.hash is None or origin.hash in newer


def _day(text: str) -> date:
    try:
        return read_date(text)
    except BadValueError as error:
        raise UsageError(Message("usage.bad-value", name="--since", reason=error.message)) from None
