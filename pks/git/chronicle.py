"""What every commit did to the files of a folder: three runs of git for a whole register, however many files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from pks.git import running
from pks.git.log import NO_COMMIT_YET, Commit
from pks.git.repository import Repository

_FIELDS: Final = "%H%x00%P%x00%aI%x00%an%x00%s"
_HEADER: Final = 5
# A replaced commit is not what was committed; a merge is held against each of its parents.
_WORDS: Final = (
    "--no-replace-objects", "-c", "log.diffMerges=separate",
    "log", "-m", "-z", "--raw", "--no-abbrev", "-M", "--topo-order", "--full-history", "--no-show-signature",
    "--no-ext-diff", "--no-textconv", "--no-notes", "--encoding=UTF-8", f"--format={_FIELDS}", "HEAD",
)  # fmt: skip
_FILES: Final = ".files/"
_YAML: Final = ".yaml"


class Step(NamedTuple):
    """What a commit made of a file: git's names of the content `before`, of each parent that differs, and `after`.

    `joined` is a merge whose result is none of its parents'; a merge that is not joined took one side whole.
    `order` grows from the oldest commit on.
    """

    order: int
    commit: Commit
    before: tuple[str, ...]
    after: str
    merge: bool
    joined: bool


class PaperStep(NamedTuple):
    """What a commit did to an attachment: `file` in its folder; `letter` as git has it (A, M, D, R)."""

    order: int
    commit: Commit
    file: str
    letter: str


@dataclass
class Life:
    """A file from its first commit on, newest first; `ended` when it was deleted, `became` when it was renamed."""

    steps: list[Step] = field(default_factory=list)
    papers: list[PaperStep] = field(default_factory=list)
    ended: Commit | None = None
    became: str | None = None


@dataclass
class Track:
    """The lives of the file that is called `name`, newest first: more than one where it was deleted between."""

    name: str
    lives: list[Life] = field(default_factory=lambda: [Life()])


class _Record(NamedTuple):
    before: str
    after: str
    letter: str
    old: str
    name: str


class _Entry(NamedTuple):
    """A commit with what it did, merges once for each parent that differs."""

    commit: Commit
    parents: int
    groups: list[list[_Record]]


@dataclass(frozen=True)
class Chronicle:
    """Every file of a folder as the commits tell it, by its name from the top of the work tree.

    `gone` are those that were deleted. `shallow` is whether the clone lacks what came before its oldest commits,
    and `oldest` are then the hashes of these.
    """

    tracks: Mapping[str, Track]
    gone: tuple[Track, ...]
    shallow: bool
    oldest: frozenset[str]


def chronicle(repository: Repository, folder: str, names: Iterable[str]) -> Chronicle:
    """What the commits on HEAD did to the files `names`, and to agreements in `folder` that are no more.

    Raises:
        EnvironmentFailureError: git cannot tell.
    """
    done = running.read(repository.top, *_WORDS, "--", running.literal(folder))
    if any(words in done.err for words in (*NO_COMMIT_YET, b"bad revision 'HEAD'")):
        return Chronicle({name: Track(name) for name in names}, (), shallow=False, oldest=frozenset())
    if done.code:
        raise running.failed(repository.top, "log", done)
    shallow = running.read(repository.top, "rev-parse", "--is-shallow-repository").out.strip() == b"true"
    entries = list(_entries(done.out.decode("utf-8", "replace")))
    follower = _Follower({name: Track(name) for name in names})
    for order, entry in zip(range(len(entries), 0, -1), entries, strict=True):
        follower.take(order, entry)
    oldest = frozenset(entry.commit.hash for entry in entries if shallow and not entry.parents)
    return Chronicle(follower.tracks, tuple(follower.gone), shallow=shallow, oldest=oldest)


def committed(repository: Repository, folder: str) -> dict[str, str]:
    """Git's name of the content of each file in `folder` at HEAD, by its path in it; asks no filter of anybody.

    Raises:
        EnvironmentFailureError: git cannot be run.
    """
    done = running.read(repository.top, "ls-tree", "-r", "-z", f"HEAD:{folder}")
    lines = [] if done.code else done.out.decode("utf-8", "replace").split("\0")[:-1]
    return {name: what.split(" ")[2] for what, _, name in (line.partition("\t") for line in lines)}


class _Follower:
    """Goes through the commits from the newest on and knows under which name each file is to be found there."""

    def __init__(self, tracks: dict[str, Track]) -> None:
        self.tracks = tracks
        self.gone: list[Track] = []
        self._following: dict[str, Track] = dict(tracks)
        self._begun: dict[str, Track] = {}  # whose first commit has been seen

    def take(self, order: int, entry: _Entry) -> None:
        """Note what the commit did; papers first, while their agreement still has its newer name."""
        merge = entry.parents > 1
        for record in (one for group in entry.groups for one in group if _FILES in one.name):
            if not merge:
                self._paper(order, entry.commit, record)
        found: dict[str, list[_Record]] = {}
        for group in entry.groups:
            for record in group:
                if _FILES not in record.name:
                    found.setdefault(record.name, []).append(record)
        for name, records in sorted(found.items(), key=lambda one: one[1][0].letter == "D"):
            if merge:
                self._merged(order, entry, name, records)
            else:
                self._changed(order, entry.commit, records[0])

    def _paper(self, order: int, commit: Commit, record: _Record) -> None:
        stem, _, file = record.name.partition(_FILES)
        track = self._following.get(stem + _YAML)
        if track is not None and record.before != record.after:
            track.lives[-1].papers.append(PaperStep(order, commit, file, record.letter))

    def _merged(self, order: int, entry: _Entry, name: str, records: list[_Record]) -> None:
        track = self._following.get(name)
        if track is None or records[0].letter == "D":
            return
        joined = len(records) == entry.parents
        before = tuple(one.before for one in records)
        track.lives[-1].steps.append(Step(order, entry.commit, before, records[0].after, merge=True, joined=joined))
        for one in records:
            if one.letter == "R":
                self._following[one.old] = track

    def _changed(self, order: int, commit: Commit, record: _Record) -> None:
        name, track = record.name, self._following.get(record.name)
        if record.letter == "D":
            self._deleted(name, commit)
            return
        if record.letter == "R" and record.old in self._begun:
            life = Life(ended=commit, became=name)
            self._begun.pop(record.old).lives.append(life)
        if track is None:
            return
        before = "" if record.letter in "AC" else record.before
        track.lives[-1].steps.append(Step(order, commit, (before,), record.after, merge=False, joined=False))
        if record.letter in "ACR":
            del self._following[name]
        if record.letter in "AC":
            self._begun[name] = track
        if record.letter == "R":
            self._following.setdefault(record.old, track)

    def _deleted(self, name: str, commit: Commit) -> None:
        if name in self._following or not _is_agreement(name):
            return
        track = self._begun.pop(name, None)
        if track is None:
            track = Track(name, [])
            self.gone.append(track)
        track.lives.append(Life(ended=commit))
        self._following[name] = track


def _is_agreement(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix == _YAML and not any(part.startswith(".") for part in path.parts)


def _entries(text: str) -> Iterator[_Entry]:
    """The commits of git's log, each once, newest first."""
    for _, same in groupby(_parsed(text), key=lambda one: one[0].hash):
        some = list(same)
        yield _Entry(some[0][0], some[0][1], [records for _, _, records in some])


def _parsed(text: str) -> Iterator[tuple[Commit, int, list[_Record]]]:
    parts = text.split("\0")[:-1]
    at = 0
    while at < len(parts):
        hash_, parents, day, author, subject = parts[at : at + _HEADER]
        at += _HEADER
        records: list[_Record] = []
        while at < len(parts) and parts[at].lstrip("\n").startswith(":"):
            *_, before, after, letter = parts[at].split(" ")
            renamed = letter[0] in "RC"
            old, name = parts[at + 1], parts[at + 2 if renamed else at + 1]
            at += 3 if renamed else 2
            records.append(_Record(before, after, letter[0], old, name))
        yield Commit(hash_, day, author, subject), len(parents.split()), records
