"""A revision as a person names it: a day, or what git calls a commit."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from pks.domain.values import BadValueError, read_date
from pks.errors import NotFoundError, UsageError
from pks.git import earlier
from pks.git.repository import Repository
from pks.message import Message

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def day_in(text: str, argument: str) -> date | None:
    """The day that `text` is, given as `argument`; None where it is none but may name a commit.

    Raises:
        UsageError: a day that does not exist.
    """
    if not _DAY.fullmatch(text):
        return None
    try:
        return read_date(text)
    except BadValueError as error:
        raise UsageError(Message("usage.bad-value", name=argument, reason=error.message)) from None


def check_commit(tree: Repository, revision: str) -> None:
    """Refuse what names no commit.

    Raises:
        NotFoundError: it names none.
        EnvironmentFailureError: git cannot be asked.
    """
    if not revision or revision.startswith("-") or not earlier.exists(tree, revision):
        raise NotFoundError(Message("diff.no-revision", revision=revision))
