"""Move an agreement through its life: entries appended to its history, and nothing else touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import FileLayout, agreement_shape
from pks.domain.moves import Moved
from pks.domain.rules.table import Missing
from pks.store.book import Book, understood
from pks.store.reading import read_agreement
from pks.store.register import Entry
from pks.store.text.splice import Append, apply
from pks.workflow.save import FileChange, Options, save, writing


class Done(NamedTuple):
    """What became of a move: the stages before and after, what was only warned of, a dry run's diff."""

    before: str
    after: str
    warnings: tuple[Missing, ...]
    closed: str | None
    diff: str | None


def move(book: Book, entry: Entry, decide: Callable[[Agreement], Moved], options: Options) -> Done:
    """Append what `decide` says of the agreement as its file stands now, in one edit and one commit.

    Raises:
        InvalidError: the file cannot be understood.
        RefusedError: `decide` refuses, or the edit cannot be proven.
    """
    with writing(book, options):
        reading = read_agreement(entry.path, entry.file)
        agreement = understood(reading)
        moved = decide(agreement)
        changes = [Append(("history",), one) for one in moved.entries]
        text = apply(reading.text or "", changes, FileLayout(agreement_shape()))
        after = str(moved.entries[-1]["stage"])
        closed = moved.entries[-1].get("closed")
        summary = f"{entry.id}: {_summary(agreement.stage, after, closed)}"
        diff = save(book, [FileChange(entry.path, reading.content, text.encode("utf-8"))], summary, options)
        return Done(agreement.stage, after, moved.warnings, closed, diff)


def _summary(before: str, after: str, closed: str | None) -> str:
    """The move as git's log says it, in English: `corrections → registration`."""
    if closed:
        return f"closed, {closed}"
    return f"reopened in {after}" if before == after else f"{before} → {after}"
