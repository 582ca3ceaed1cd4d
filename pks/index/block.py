"""One folder in the index: by what its files are known again, and of each what can be told without its facts.

Both are packed, so that a folder in which nothing changed costs one comparison.
"""

from __future__ import annotations

import json
import os
from array import array
from collections import defaultdict
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from pks.store.walk import folder_at

NEVER: Final = 9_999_999  # a day after all days
BROKEN: Final = -1  # in place of `first`: the file could not be understood
NO_AGREEMENT: Final = 0  # in place of `row`: a file that lies there by mistake
UNKNOWN: Final = -1  # in place of `row`: to be read whenever it is asked for
NOT_SETTLED: Final = 0  # in place of `soonest`: nothing was kept of its deadlines
NOBODY: Final = 0  # in place of `after`: no agreement renews it
_KEYS: Final = 4
_COLUMNS: Final = 7
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
    """What is known of one file: where its facts lie and a checksum of these, its outlook in ordinals.

    `days` to signature are -1 where they are not known. No deadline that was kept is before `soonest`, as long
    as those that renew it have the mark `after`. `renews` is empty where it counts for nothing.
    """

    row: int
    checksum: int
    first: int
    decision: int
    days: int
    soonest: int
    after: int
    renews: Renewing | None = None


NOTHING: Final = Line(UNKNOWN, 0, NEVER, NEVER, -1, NOT_SETTLED, NOBODY)
NO_LINE: Final = NOTHING._replace(row=NO_AGREEMENT)


class Block:
    """The files of one folder: names, four stat keys each, and a `Line` each in columns.

    `lines` is a checksum of the deadlines that were kept of them.
    """

    def __init__(self, path: str, names: list[str], keys: array[int]) -> None:
        """No file has a `Line` yet."""
        self.path, self.names, self.keys = path, names, keys
        self.columns = tuple(array("q") for _ in range(_COLUMNS))
        self.rows, self.checksums, self.first, self.decision, self.days, self.soonest, self.after = self.columns
        self.renews: dict[int, Renewing] = {}
        self.lines = 0
        self._packed_renews: str | None = None  # in place of `renews`, as long as nothing of it changes
        self._renewed: dict[str, str] | None = None  # what it says

    def line(self, place: int) -> Line:
        """What is known of the file at `place`."""
        row, checksum, first, decision, days, soonest, after = (column[place] for column in self.columns)
        return Line(row, checksum, first, decision, days, soonest, after, self._own_renews().get(place))

    def add(self, line: Line) -> None:
        """Say what is known of the next file."""
        if line.renews:
            self.renews[len(self.rows)] = line.renews
        for column, value in zip(self.columns, line[:_COLUMNS], strict=True):
            column.append(value)

    def put(self, place: int, line: Line) -> None:
        """Say anew what is known of the file at `place`."""
        if line.renews or self._packed_renews is None or f"{self.names[place]}/" in self._packed_renews:
            renews = self._own_renews()
            renews.pop(place, None)
            if line.renews:
                renews[place] = line.renews
        for column, value in zip(self.columns, line[:_COLUMNS], strict=True):
            column[place] = value

    def renewed(self) -> dict[str, str]:
        """By id, those that renew it: a line each with its name, whether it is signed, and its start."""
        if self._packed_renews is not None:
            if self._renewed is None:
                self._renewed = json.loads(self._packed_renews)
            return self._renewed
        found: dict[str, list[str]] = defaultdict(list)
        for place, (ids, signed, starts) in self.renews.items():
            for id_ in ids:
                found[id_].append(f"{self.names[place]}/{signed:d}/{starts}")
        return {id_: "\n".join(lines) for id_, lines in found.items()}

    def renewing(self, ids: AbstractSet[str]) -> list[int]:
        """The places of those that renew any of `ids`."""
        renewed = self.renewed()
        names = {line.split("/")[0] for id_ in renewed.keys() & ids for line in renewed[id_].split("\n")}
        return [place for place, name in enumerate(self.names) if name in names] if names else []

    def id(self, place: int) -> str:
        """The id of the agreement at `place`."""
        return self.names[place].removesuffix(".yaml")

    def key(self, place: int) -> array[int]:
        """By what the file at `place` is known again."""
        return self.keys[place * _KEYS : place * _KEYS + _KEYS]

    def doubt(self, place: int) -> None:
        """Make the file at `place` one that is read again next time."""
        self.keys[place * _KEYS : place * _KEYS + _KEYS] = _DOUBTFUL

    def doubt_the_recent(self, now: int) -> None:
        """Doubt every file not seen, or touched so shortly before `now`, in nanoseconds, that it may be again."""
        recent = now - RACY_COARSE_NS
        touches = zip(self.keys[::_KEYS], self.keys[1::_KEYS], self.keys[2::_KEYS], strict=True)
        for place, (size, modified, changed) in enumerate(touches):
            if modified < recent and changed < recent and size >= 0:
                continue
            touched = max(modified, changed)
            if size < 0 or touched >= now - (RACY_NS if touched % _SECOND else RACY_COARSE_NS):
                self.doubt(place)

    def unsettle(self) -> None:
        """Forget that deadlines were kept, where they may no longer be found."""
        self.soonest[:] = array("q", [NOT_SETTLED]) * len(self.soonest)

    def packed(self) -> Packed:
        """It in bytes and text."""
        renews = (
            json.dumps(self.renewed(), separators=(",", ":")) if self._packed_renews is None else self._packed_renews
        )
        columns = b"".join(column.tobytes() for column in self.columns)
        return Packed(self.path, self._packed_keys(), columns, renews, self.lines)

    def is_as(self, packed: Packed) -> bool:
        """Whether nothing in the folder changed since it was `packed`."""
        return self._packed_keys() == packed.keys

    def take(self, packed: Packed) -> None:
        """Know of the files what was `packed` of the same.

        Raises:
            ValueError: when it is no such thing.
        """
        numbers = array("q", packed.columns)
        count = len(self.names)
        if len(numbers) != count * _COLUMNS:
            raise ValueError(self.path)
        for at, column in enumerate(self.columns):
            column.extend(numbers[at * count : at * count + count])
        self.lines, self._packed_renews = packed.lines, packed.renews

    def _packed_keys(self) -> bytes:
        return "\0".join(self.names).encode("utf-8", "surrogateescape") + b"\0\0" + self.keys.tobytes()

    def _own_renews(self) -> dict[int, Renewing]:
        """`renews`, unpacked if need be."""
        if self._packed_renews is not None:
            ids_of: dict[str, list[str]] = defaultdict(list)
            for id_, lines in self.renewed().items():
                for line in lines.split("\n"):
                    ids_of[line].append(id_)
            places = {name: place for place, name in enumerate(self.names)}
            for line, ids in ids_of.items():
                name, signed, starts = line.split("/")
                self.renews[places[name]] = Renewing(tuple(ids), signed == "1", int(starts))
            self._packed_renews = None
        return self.renews


class Packed(NamedTuple):
    """A block in bytes and text: names and keys one behind the other, then the columns; who renews whom as JSON."""

    path: str
    keys: bytes
    columns: bytes
    renews: str
    lines: int


Looked = tuple[Block, list[str]]


def look(root: str | os.PathLike[str], below: str) -> Looked:
    """The files of a folder as they lie there, sorted by name, and the folders in it.

    A file that has gone meanwhile is doubtful.

    Raises:
        OSError: when the folder cannot be looked into.
    """
    files, deeper = folder_at(root, below)
    files.sort(key=lambda one: one.name)
    keys: list[int] = []
    for file in files:
        try:
            found = file.stat(follow_symlinks=False)
        except OSError:
            keys += _NOT_SEEN
            continue
        keys += (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & _LARGEST)
    names = [one.name for one in files]
    try:
        return Block(below, names, array("q", keys)), deeper
    except OverflowError:  # a time beyond the year 2262
        return Block(below, names, array("q", _NOT_SEEN * len(files))), deeper


def unpacked(packed: Packed) -> Block:
    """The block that was packed.

    Raises:
        ValueError: when it is no such thing.
    """
    count, odd = divmod(len(packed.columns), _COLUMNS * _DOUBTFUL.itemsize)
    cut = len(packed.keys) - count * _KEYS * _DOUBTFUL.itemsize - 2
    if odd or cut < 0 or packed.keys[cut : cut + 2] != b"\0\0":
        raise ValueError(packed.path)
    names = packed.keys[:cut].decode("utf-8", "surrogateescape").split("\0") if cut else []
    if len(names) != count:
        raise ValueError(packed.path)
    block = Block(packed.path, names, array("q", packed.keys[cut + 2 :]))
    block.take(packed)
    return block


def carry_over(fresh: Block, packed: Packed | None) -> list[int]:
    """Take over into `fresh` what is known of its files; gives the places of those that are not as they were.

    Raises:
        ValueError: when `packed` is no such thing.
    """
    if packed is None:
        for _ in fresh.names:
            fresh.add(NOTHING)
        return list(range(len(fresh.names)))
    old = unpacked(packed)
    if fresh.names == old.names:
        fresh.take(packed)
        return [place for place in range(len(fresh.names)) if fresh.key(place) != old.key(place)]
    places, changed = {name: place for place, name in enumerate(old.names)}, []
    for place, name in enumerate(fresh.names):
        known = places.get(name)
        fresh.add(NOTHING if known is None else old.line(known))
        if known is None or fresh.key(place) != old.key(known):
            changed.append(place)
    return changed
