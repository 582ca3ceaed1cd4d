"""What `check` has to say of an agreement that it did not say before an edit."""

from __future__ import annotations

from datetime import date

from pks.domain.model.agreement import Agreement
from pks.domain.rules.surroundings import Surroundings
from pks.domain.rules.table import Missing, judge
from pks.errors import PksError, RefusedError
from pks.message import Message
from pks.store.book import Book


def noticed(book: Book, id_: str, before: Agreement, after: Agreement, today: date) -> list[Missing]:
    """The findings that the edit from `before` to `after` brought about, in the order of the rules."""
    around = Surroundings(id_, book.office, today, book.facts)
    known = {(one.code, one.message) for one in judge(before, around)}
    return [one for one in judge(after, around) if (one.code, one.message) not in known]


def must_end_after_start(id_: str, after: Agreement, error: type[PksError] = RefusedError) -> None:
    """Refuse a term that ends before it starts.

    Raises:
        RefusedError: when it does, or the `error` that is asked for.
    """
    term = after.term
    if term and term.starts and term.ends and term.ends < term.starts:
        raise error(Message("inforce.backwards", id=id_, starts=term.starts, ends=term.ends))
