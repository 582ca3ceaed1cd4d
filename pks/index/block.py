"""One folder in the index: by what its files are known again, and of each what can be told without its facts.

Both are packed, so that a folder in which nothing changed costs one comparison.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Mapping
from typing import Final, NamedTuple

NEVER: Final = 9_999_999  # a day after all days
BROKEN: Final = -1  # in place of `first`: the file could not be understood
NO_AGREEMENT: Final = 0  # in place of `row`: a file that lies there by mistake
UNKNOWN: Final = -1  # in place of `row`: to be read whenever it is asked for
_KEYS: Final = 4
_COLUMNS: Final = 6
_LARGEST: Final = (1 << 63) - 1
# A file touched this shortly before the look may be touched again and look the same; where a disk counts
# in whole seconds, or in two of them, that takes longer.
RACY_NS: Final = 100_000_000
RACY_COARSE_NS: Final = 3_000_000_000
_SECOND: Final = 1_000_000_000
_DOUBTFUL: Final = array("q", (-1, 0, 0, 0))
_NOT_SEEN: Final = (-2, 0, 0, 0)  # never equal to what was kept


class Renewing(NamedTuple):
    """Which ids an agreement renews; whether it is signed, and the ordinal of its start, 0 where that is not known."""

    ids: tuple[str, ...]
    signed: bool
    starts: int


class Line(NamedTuple):
    """What is known of one file: where its facts lie, checksums of these and its deadlines, its outlook in ordinals.

    `days` to signature are -1 where they are not known. `renews` is empty where it counts for nothing.
    """

    row: int
    checksum: int
    settled: int
    first: int
    decision: int
    days: int
    renews: Renewing | None = None


NOT_SETTLED: Final = 0  # in place of `settled`: nothing was kept of its deadlines
NOTHING: Final = Line(UNKNOWN, 0, 0, NEVER, NEVER, -1)
NO_LINE: Final = NOTHING._replace(row=NO_AGREEMENT)


class Block:
    """The files of one folder: names, four stat keys each, and a `Line` each in columns."""

    def __init__(self, path: str, names: list[str], keys: array[int]) -> None:
        """No file has a `Line` yet."""
        self.path, self.names, self.keys = path, names, keys
        self.rows, self.checksums, self.settled = array("q"), array("q"), array("q")
        self.first, self.decision, self.days = array("q"), array("q"), array("q")
        self.renews: dict[int, Renewing] = {}

    def line(self, place: int) -> Line:
        """What is known of the file at `place`."""
        row, checksum, settled, first, decision, days = (column[place] for column in self.columns)
        return Line(row, checksum, settled, first, decision, days, self.renews.get(place))

    @property
    def columns(self) -> tuple[array[int], ...]:
        """The columns in the order of `Line`."""
        return (self.rows, self.checksums, self.settled, self.first, self.decision, self.days)

    def add(self, line: Line) -> None:
        """Say what is known of the next file."""
        if line.renews:
            self.renews[len(self.rows)] = line.renews
        for column, value in zip(self.columns, line[:_COLUMNS], strict=True):
            column.append(value)

    def put(self, place: int, line: Line) -> None:
        """Say anew what is known of the file at `place`."""
        self.renews.pop(place, None)
        if line.renews:
            self.renews[place] = line.renews
        for column, value in zip(self.columns, line[:_COLUMNS], strict=True):
            column[place] = value

    def key(self, place: int) -> array[int]:
        """By what the file at `place` is known again."""
        return self.keys[place * _KEYS : place * _KEYS + _KEYS]

    def doubt(self, place: int) -> None:
        """Make the file at `place` one that is read again next time."""
        self.keys[place * _KEYS : place * _KEYS + _KEYS] = _DOUBTFUL

    def doubt_the_recent(self, now: int) -> None:
        """Doubt every file not seen, or touched so shortly before `now`, in nanoseconds, that it may be again."""
        for place in range(len(self.names)):
            touched = max(self.keys[place * _KEYS + 1], self.keys[place * _KEYS + 2])
            if self.keys[place * _KEYS] < 0 or touched >= now - (RACY_NS if touched % _SECOND else RACY_COARSE_NS):
                self.doubt(place)

    def is_as(self, other: Block) -> bool:
        """Whether nothing in the folder changed since `other`."""
        return self.keys == other.keys and self.names == other.names

    def packed_keys(self) -> bytes:
        """Names and keys one behind the other."""
        return "\0".join(self.names).encode("utf-8", "surrogateescape") + b"\0\0" + self.keys.tobytes()

    def packed_columns(self) -> bytes:
        """The columns one behind the other."""
        return b"".join(column.tobytes() for column in self.columns)


def looked_at(path: str, files: list[os.DirEntry[str]]) -> Block:
    """The files of a folder as they lie there, sorted by name; one that has gone meanwhile is doubtful."""
    files.sort(key=lambda one: one.name)
    keys: list[int] = []
    for file in files:
        try:
            found = file.stat(follow_symlinks=False)
        except OSError:
            keys += _NOT_SEEN
            continue
        keys += (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & _LARGEST)
    try:
        return Block(path, [one.name for one in files], array("q", keys))
    except OverflowError:  # a time beyond the year 2262
        return Block(path, [one.name for one in files], array("q", _NOT_SEEN * len(files)))


def unpacked(path: str, keys: bytes, columns: bytes, renews: Mapping[str, tuple[list[str], bool, int]]) -> Block:
    """The block that was packed.

    Raises:
        ValueError: when it is no such thing.
    """
    numbers = array("q", columns)
    count, odd = divmod(len(numbers), _COLUMNS)
    width = count * _KEYS * numbers.itemsize
    cut = len(keys) - width - 2
    if odd or cut < 0 or keys[cut : cut + 2] != b"\0\0":
        raise ValueError(path)
    names = keys[:cut].decode("utf-8", "surrogateescape").split("\0") if cut else []
    if len(names) != count:
        raise ValueError(path)
    block = Block(path, names, array("q", keys[cut + 2 :]))
    for at, column in enumerate(block.columns):
        column.extend(numbers[at * count : at * count + count])
    block.renews = {
        int(at): Renewing(tuple(ids), bool(signed), int(starts)) for at, (ids, signed, starts) in renews.items()
    }
    return block


def carry_over(fresh: Block, old: Block | None) -> list[int]:
    """Take over into `fresh` what is known from `old`; gives the places of the files that are not as they were."""
    places = {name: place for place, name in enumerate(old.names)} if old else {}
    changed = []
    for place, name in enumerate(fresh.names):
        known = places.get(name)
        fresh.add(NOTHING if old is None or known is None else old.line(known))
        if old is None or known is None or fresh.key(place) != old.key(known):
            changed.append(place)
    return changed
