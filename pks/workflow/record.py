"""Record facts in one or many agreements: all are read, changed and checked before the first is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import FileLayout, agreement_shape
from pks.domain.rules.entries import repeated
from pks.errors import Finding, InvalidError, PksError, UsageError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading, node_at, notes, read_agreement, understand
from pks.store.register import Entry
from pks.store.text.splice import Change, apply
from pks.workflow.save import FileChange, Options, save, writing

Plan = Callable[[Reading[Agreement]], Sequence[Change]]
Beside = Callable[[Reading[Agreement], Reading[Agreement]], Sequence[FileChange]]
Summary = Callable[[Sequence[str]], str]


class Recorded(NamedTuple):
    """What became of it: by id the agreements that changed, as they are or would be now, and a dry run's diff."""

    after: Mapping[str, Agreement]
    diff: str | None

    @property
    def changed(self) -> tuple[str, ...]:
        """The ids of the files that changed, in the order given."""
        return tuple(self.after)


def record(
    book: Book,
    entries: Sequence[Entry],
    plan: Plan,
    summary: Summary,
    options: Options,
    beside: Beside = lambda _before, _after: (),
) -> Recorded:
    """Make the changes that `plan` gives for each of `entries`, as its file stands now, in one commit.

    All or nothing: where one refuses, none is written. `summary` makes the commit's message of the ids that
    change. `beside` gives changes of other files that go with one agreement's, from before and after it; they are
    written before it.
    Where nothing changes, nothing is written, and that is said.

    Raises:
        InvalidError: a file cannot be understood.
        UsageError, RefusedError, ConflictError: `plan` or the schema refuses; with several entries the
            details name each that does.
    """
    with writing(book, options):
        pairs = list(_planned(entries, plan))
        changed = [(entry, before, after) for entry, before, after in pairs if after.content != before.content]
        if not changed:
            for entry in entries:
                options.note(Message("write.nothing", id=entry.id))
            return Recorded({}, "" if options.dry_run else None)
        files = [FileChange(entry.path, before.content, after.content) for entry, before, after in changed]
        others = [one for _, before, after in changed for one in beside(before, after)]
        agreements = {entry.id: understood(after) for entry, _, after in changed}
        return Recorded(agreements, save(book, [*others, *files], summary(tuple(agreements)), options))


def _planned(entries: Sequence[Entry], plan: Plan) -> Iterator[tuple[Entry, Reading[Agreement], Reading[Agreement]]]:
    """Each entry with its file before and after; raises once all have been tried, for those that refuse."""
    refusals: list[tuple[Entry, PksError]] = []
    for entry in entries:
        try:
            before, after = _replanned(entry, plan)
        except PksError as error:
            refusals.append((entry, error))
        else:
            yield entry, before, after
    if len(entries) == 1 and refusals:
        raise refusals[0][1]
    if refusals:
        first = refusals[0][1]
        lines: list[Message | Finding] = []
        for entry, refusal in refusals:
            lines += [Message("record.refused-one", id=entry.id, reason=refusal.message), *refusal.details]
        message = Message("record.refused", count=len(refusals), total=len(entries))
        raise type(first)(message, details=tuple(lines))


def _replanned(entry: Entry, plan: Plan) -> tuple[Reading[Agreement], Reading[Agreement]]:
    before = read_agreement(entry.path, entry.file)
    if before.text is None or before.root is None:
        raise InvalidError(Message("file.invalid", file=entry.file), details=before.errors)
    return before, edited(before, plan(before))


def edited(before: Reading[Agreement], changes: Sequence[Change]) -> Reading[Agreement]:
    """The agreement with `changes` made in its text; as it is where they change nothing.

    Raises:
        RefusedError: the edit cannot be proven.
        UsageError, InvalidError: as `check_after`.
    """
    text = apply(before.text or "", changes, FileLayout(agreement_shape()))
    if text == before.text:
        return before
    after = understand(text.encode("utf-8"), before.file)
    check_after(before, after)
    return after


def check_after(before: Reading[Agreement], after: Reading[Agreement]) -> None:
    """Refuse an edit whose result cannot be understood, has keys that nobody knows, or repeats an address.

    Raises:
        UsageError: when the edit itself brought that about.
        InvalidError: when the file was so before and would stay so.
    """
    known = {finding.message for finding in (*before.errors, *_beside(before))}
    brought = [finding for finding in (*after.errors, *_beside(after)) if finding.message not in known]
    if brought:
        raise UsageError(brought[0].message, details=tuple(brought[1:]))
    if after.errors:
        raise InvalidError(Message("file.invalid", file=after.file), details=after.errors)


def _beside(reading: Reading[Agreement]) -> Iterator[Finding]:
    """What the reader lets pass: keys that nobody knows, and two of a list with one address."""
    if reading.root is None:
        return
    for node, level, message in notes(reading.root, agreement_shape()):
        yield Finding(reading.file, node.line, node.column, message.key, level, message)
    if reading.value is None:
        return
    for one in repeated(reading.value):
        node = node_at(reading.root, one.path)
        message = Message("rule.repeated-in-list", **one.values)
        yield Finding(reading.file, node.line, node.column, "repeated-in-list", "error", message)
