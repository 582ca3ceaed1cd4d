"""Record that parties have signed: days, numbers, signatories, place; the stage stays where it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.rules.table import Missing
from pks.domain.signing import Given, Path, signers, signing_doubts, signing_facts
from pks.domain.standing.signatures import unsigned
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.splice import Change, Put
from pks.workflow.noticed import must_end_after_start, noticed
from pks.workflow.record import record
from pks.workflow.save import FileChange, Options

_FEW = 3


class Signed(NamedTuple):
    """What became of it: the agreement after it, who signed now and who still must, what to think about.

    `doubts` speak against the signing itself, `findings` are what `check` newly says; `diff` is a dry run's.
    """

    agreement: Agreement
    signers: tuple[str, ...]
    missing: tuple[str, ...]
    doubts: tuple[Message, ...]
    findings: tuple[Missing, ...]
    diff: str | None


def sign(book: Book, entry: Entry, given: Given, options: Options) -> Signed:
    """Write what `given` adds to the signing of `entry`, in one edit and one commit.

    Nothing is written when nothing changes.

    Raises:
        InvalidError: the file cannot be understood.
        RefusedError: something else is recorded already, or it would end before it starts.
    """
    seen: list[Agreement] = []
    findings: list[Missing] = []

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        before = understood(reading)
        seen.append(before)
        content = reading.data
        return [Put(_placed(fact.path, content), fact.value) for fact in signing_facts(entry.id, before, given)]

    def look(_: Reading[Agreement], reading: Reading[Agreement]) -> Sequence[FileChange]:
        after = understood(reading)
        must_end_after_start(entry.id, after)
        findings.extend(noticed(book, entry.id, seen[0], after, given.today))
        seen.append(after)
        return ()

    done = record(book, [entry], plan, lambda _: f"{entry.id}: {_summary(seen[0], given)}", options, look)
    before, after = seen[0], seen[-1]
    facilitates = book.office.profile != "partner"
    doubts = tuple(signing_doubts(entry.id, before, given, facilitates=facilitates))
    if any(one.code == "signed-late" for one in findings):  # says the same in more words
        doubts = tuple(one for one in doubts if one.key != "sign.starts-before")
    return Signed(after, signers(before, given), unsigned(after), doubts, tuple(findings), done.diff)


def _summary(before: Agreement, given: Given) -> str:
    """The signing as git's log says it, in English."""
    keys = signers(before, given)
    if not keys:
        return "signing recorded"
    if len(keys) == len(before.parties):
        return "signed by every party"
    return f"signed by {', '.join(keys) if len(keys) <= _FEW else f'{len(keys)} parties'}"


def _placed(path: Path, content: Any) -> Path:
    """`path` through the file as it is written: a list of one signatory is stepped into."""
    for number, step in enumerate(path):
        if isinstance(step, str) and isinstance(content, list):
            return (*path[:number], 0, *path[number:])
        try:
            content = content[step]
        except (KeyError, IndexError, TypeError):
            break
    return path
