"""The agreements of a register held against what git remembers of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from pks.git import repository, versions
from pks.git.chronicle import Chronicle, Life, PaperStep, Step, Track, chronicle, committed
from pks.git.commits import hash_of_bytes
from pks.git.log import Commit
from pks.git.repository import Repository
from pks.message import Message
from pks.store.book import Book
from pks.store.contents import UnreadableError, content_of
from pks.store.register import Entry, stem_of
from pks.tables.audit import Event, Mark, Origin, Trail
from pks.tables.differences import Difference, differences
from pks.workflow.audit_history import (
    first_marks,
    gate_marks,
    history_marks,
    late_marks,
    lost_in_merge,
    new_in_merge,
    taken_away,
)
from pks.workflow.audit_papers import disk_marks, hash_marks, paper_mark
from pks.workflow.audit_terms import is_signed, record_marks, term_marks
from pks.workflow.audit_version import Version, version_of

TOLERANCE_DAYS: Final = 7
_VERSIONS_AT_ONCE: Final = 1_000  # each is some ten times its bytes
_Kept = tuple[Track, Entry | None]


class Audit(NamedTuple):
    """What was found, by agreement, sorted by id; `shallow` is the first day that a shallow clone can see."""

    trails: tuple[Trail, ...]
    shallow: date | None


@dataclass
class _Told:
    """What is said of one agreement while its commits are gone through, the oldest first."""

    id: str
    book: Book
    today: date
    tolerance_days: int
    oldest: frozenset[str]
    texts: Mapping[str, Version | None]
    events: list[Event] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    stands_for: dict[str, Version] = field(default_factory=dict)
    last: Version | None = None

    def version(self, blob: str) -> Version | None:
        """The version of that name; the one before it where it cannot be read."""
        return self.texts.get(blob) or self.stands_for.get(blob)


def audit(book: Book, entries: Sequence[Entry], today: date, *, tolerance_days: int, whole: bool) -> Audit:
    """Hold `entries` against git; with the `whole` register, also agreements that were deleted from it.

    Entries of a history may be dated up to `tolerance_days` before the day they were written.

    Raises:
        EnvironmentFailureError: there is no git to ask.
    """
    tree = repository.needed(book.register.root)
    folder = tree.name(book.register.root)
    names = {tree.name(entry.path): entry for entry in entries}
    story = chronicle(tree, folder, names)
    blobs = committed(tree, folder)
    gone = [one for one in story.gone if _name_in(folder, one) not in blobs] if whole else []
    kept = [(story.tracks[name], entry) for name, entry in names.items()]
    trails = []
    for some in _at_once([*kept, *((track, None) for track in gone)]):
        texts = _texts(tree, [track for track, _ in some])
        for track, entry in some:
            told = _Told(entry.id if entry else stem_of(track.name), book, today, tolerance_days, story.oldest, texts)
            trails.append(_gone(told, track) if entry is None else _trail(told, track, entry, folder, blobs))
    return Audit(tuple(sorted(trails, key=lambda one: one.id)), _horizon(story))


def _at_once(tracks: Iterable[_Kept]) -> Iterator[list[_Kept]]:
    """`tracks` in parts whose versions have room in memory together; one agreement has as many as it has."""
    some: list[_Kept] = []
    count = 0
    for one in tracks:
        count += sum(len(step.before) + 1 for life in one[0].lives for step in life.steps)
        some.append(one)
        if count >= _VERSIONS_AT_ONCE:
            yield some
            some, count = [], 0
    if some:
        yield some


def _trail(told: _Told, track: Track, entry: Entry, folder: str, blobs: Mapping[str, str]) -> Trail:
    _tell(told, track.lives)
    blob = blobs.get(_name_in(folder, track))
    content = _content(entry)
    now = told.version(blob) if blob else None
    if blob is None:
        told.marks.append(Mark("never-committed", "warning", Origin(), Message("audit.never-committed")))
    if content is not None and (blob is None or blob != hash_of_bytes(content, len(blob))):
        before, now = now or told.last, version_of(content)
        if blob is not None:
            told.marks.append(Mark("uncommitted", "info", Origin(), Message("audit.uncommitted")))
            _edit(told, Origin(), [before], now, set())
    agreement = now.agreement if now is not None else None
    if agreement is not None:
        register = told.book.register
        told.marks += disk_marks(agreement, register.files_of(entry), register.root, blobs)
    return _told_in_order(told, agreement.title if agreement is not None else entry.id)


def _content(entry: Entry) -> bytes | None:
    """What lies on disk; `check` says why where it cannot be read."""
    try:
        return content_of(entry.path)
    except UnreadableError:
        return None


def _gone(told: _Told, track: Track) -> Trail:
    """An agreement that is no more: nothing else is left of it."""
    _tell(told, track.lives)
    ended = track.lives[0].ended
    if ended is not None:
        signed = told.last is not None and is_signed(told.last)
        level, message = ("error", "audit.deleted-signed") if signed else ("info", "audit.deleted-draft")
        told.marks.append(Mark("deleted", level, _origin(ended), Message(message)))
    title = told.last.data.get("title") if told.last is not None else None
    return _told_in_order(told, title if isinstance(title, str) else told.id)


def _told_in_order(told: _Told, title: str) -> Trail:
    """By day, as git has them within one: branches that grew side by side are told side by side."""
    events = sorted(told.events, key=lambda one: one.origin.day or date.max)
    marks = sorted(told.marks, key=lambda one: one.origin.day or date.max)
    return Trail(told.id, title, tuple(events), tuple(marks))


def _tell(told: _Told, lives: Sequence[Life]) -> None:
    for number, life in enumerate(reversed(lives)):
        work: list[Step | PaperStep] = [*life.steps, *life.papers]
        steps = {step.commit.hash: step for step in life.steps}
        changed: dict[str, set[str]] = {}
        for paper in life.papers:
            changed.setdefault(paper.commit.hash, set()).add(paper.file)
        for one in sorted(work, key=lambda one: (one.order, isinstance(one, Step))):
            if isinstance(one, PaperStep):
                _paper(told, one, steps.get(one.commit.hash))
            elif one.merge:
                _join(told, one)
            else:
                _step(told, one, changed.get(one.commit.hash, set()))
        if number < len(lives) - 1:
            _between(told, life, lives[len(lives) - number - 2])


def _step(told: _Told, step: Step, papers: set[str]) -> None:
    after = told.version(step.after)
    before = told.version(step.before[0]) if step.before[0] else None
    if after is None:
        after = before  # what cannot be read is passed over, and the next that can be is compared instead
    if after is None:
        return
    told.stands_for[step.after] = after
    origin = _origin(step.commit)
    if before is None and told.last is not None and not step.before[0]:
        before = told.last  # brought back
    if before is None:
        told.events.append(Event(origin, (), begun=True))
        if step.commit.hash not in told.oldest:
            written = origin.day or told.today
            told.marks += first_marks(after, origin, written=written, tolerance_days=told.tolerance_days)
        told.last = after
    else:
        _edit(told, origin, [before], after, papers)


def _edit(
    told: _Told, origin: Origin, sides: Sequence[Version | None], after: Version | None, papers: set[str]
) -> None:
    before = sides[0]
    if before is None or after is None:
        return
    told.events.append(Event(origin, tuple(differences(before.data, after.data))))
    written, days = origin.day or told.today, told.tolerance_days
    told.marks += history_marks(before, after, origin, written=written, tolerance_days=days)
    told.taken |= taken_away(before, after)
    told.marks += gate_marks(before, after, origin, told.book.office, told.id)
    told.marks += term_marks(before, after, origin)
    told.marks += record_marks(before, after, origin)
    told.marks += hash_marks(before, after, papers, origin)
    told.last = after


def _join(told: _Told, step: Step) -> None:
    """A merge: what no side had is its own, and what a side had and it has not is lost."""
    after = told.version(step.after)
    sides = [one for one in map(told.version, step.before) if one is not None]
    if after is None or not sides:
        return
    told.stands_for[step.after] = after
    origin = _origin(step.commit)
    told.marks += lost_in_merge(sides, after, told.taken, origin)
    if step.joined:
        written, days = origin.day or told.today, told.tolerance_days
        told.marks += late_marks(new_in_merge(sides, after), origin, written=written, tolerance_days=days)
    told.last = after
    if not step.joined or len(sides) < len(step.before):
        return
    own = _of_its_own(sides, after)
    told.events.append(Event(origin, own))
    fields = {one.field for one in own}
    kept = [mark for mark in (*term_marks(sides[0], after, origin), *record_marks(sides[0], after, origin))
            if str(mark.message.values["place"]) in fields]  # fmt: skip
    told.marks += kept


def _of_its_own(sides: Sequence[Version], after: Version) -> tuple[Difference, ...]:
    """The places where a merge says what none of its sides said."""
    found = [differences(side.data, after.data) for side in sides]
    common = set.intersection(*({one.field for one in some} for some in found))
    return tuple(one for one in found[0] if one.field in common and one.path[0] != "history")


def _paper(told: _Told, paper: PaperStep, step: Step | None) -> None:
    """The papers of a commit are looked at before what it did to the record."""
    after = told.last if step is None else told.version(step.after) or told.last
    mark = paper_mark(paper, told.last, after, _origin(paper.commit))
    if mark is not None:
        told.marks.append(mark)


def _between(told: _Told, older: Life, newer: Life) -> None:
    """From the end of one file to the beginning of another of its name: the same agreement, or its id again."""
    first = next((told.version(one.after) for one in reversed(newer.steps)), None)
    if older.ended is None or first is None:
        return
    origin = _origin(older.ended)
    if told.last is not None and told.last.history[:1] == first.history[:1] and older.became is None:
        told.marks.append(Mark("deleted-and-back", "info", origin, Message("audit.deleted-and-back")))
        return
    message = (
        Message("audit.id-reused") if older.became is None
        else Message("audit.id-reused-renamed", now=stem_of(older.became))
    )  # fmt: skip
    told.events.clear()
    told.marks.clear()
    told.taken.clear()
    told.last = None
    told.marks.append(Mark("id-reused", "warning", origin, message))


def _texts(tree: Repository, tracks: Sequence[Track]) -> dict[str, Version | None]:
    steps = [step for track in tracks for life in track.lives for step in life.steps]
    blobs = {blob for step in steps for blob in (*step.before, step.after) if blob.strip("0")}
    return {name: version_of(content) for name, content in versions.texts_of(tree, blobs).items()}


def _origin(commit: Commit) -> Origin:
    return Origin(commit.hash, _day(commit), commit.author, commit.subject)


def _day(commit: Commit) -> date | None:
    """The day it was for the author; none where the commit has no day that there is."""
    try:
        return date.fromisoformat(commit.date[:10])
    except ValueError:
        return None


def _horizon(story: Chronicle) -> date | None:
    days = [day for day in _days(story) if day is not None] if story.shallow else []
    return min(days, default=None)


def _days(story: Chronicle) -> Iterator[date | None]:
    for track in story.tracks.values():
        yield from (_day(step.commit) for life in track.lives for step in life.steps)


def _name_in(folder: str, track: Track) -> str:
    return track.name.removeprefix(f"{folder}/")
