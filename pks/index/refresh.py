"""Brings an index up to date: looks which files changed, reads those, and keeps what they say."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from time import time_ns
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from pks.domain.office import Office
from pks.errors import Finding
from pks.index.block import (
    NO_AGREEMENT,
    NO_LINE,
    NOTHING,
    UNKNOWN,
    Block,
    Packed,
    carry_over,
    look,
)  # fmt: skip
from pks.index.database import DamagedIndexError, Database, Fresh, Head, NoIndexError
from pks.index.facts import digest_of
from pks.index.known import Reach, reach_of
from pks.index.office import office_from, office_now
from pks.index.plain import DamagedError, finding_of, plain_finding
from pks.store.contents import UnreadableError, content_of
from pks.store.register import Register, file_at, listing_of

if TYPE_CHECKING:
    from pks.index.ahead import Ahead
    from pks.index.many import Progress
    from pks.index.reading import Look

Unkept = dict[tuple[str, int], Fresh]
_AS_IS = ("utf-8", "surrogatepass")


class State(NamedTuple):
    """The register as it stood when it was looked at; `unkept` is what could be read but not kept."""

    head: Head
    reach: Reach
    blocks: list[Block]
    office: Office
    office_wrong: tuple[Finding, ...]
    strays: tuple[Finding, ...]
    unkept: Unkept


class _Folder:
    """A folder as it is now, and the places of the files in it that are not known, or not known again.

    A dirty one must be kept anew, though no file in it changed.
    """

    def __init__(self, block: Block, changed: list[int], *, dirty: bool = False, is_new: bool = False) -> None:
        self.block, self.changed, self.dirty, self.is_new = block, changed, dirty, is_new
        self.fresh: dict[int, Fresh] = {}
        self.settled: dict[int, str] = {}


def brought_up_to_date(
    register: Register,
    database: Database | None,
    stamp: str,
    progress: Progress,
    ahead: Ahead | None = None,
    asked: date | None = None,
) -> State:
    """Look at every file, read those that changed, keep what they say in `database` where that can be.

    `ahead` may have looked at some already; deadlines are `asked` for up to that day.

    Raises:
        DamagedIndexError: when `database` is not to be trusted.
        NoIndexError: when it cannot be looked at now.
        OSError: when a folder cannot be looked into.
    """
    now = ahead.since_ns if ahead else time_ns()
    reach = reach_of(now, asked)
    head, stored = (database.load() if database else None) or (None, {})
    if head is not None and head.stamp != stamp:
        raise DamagedIndexError
    content, answer, may_keep = office_now(register, head)
    if head is not None and head.answer != answer:
        stored = {}
    looked = _all_looked(register, stored, ahead)
    names = crc32("\1".join(f"{one.block.path}\0{chr(0).join(one.block.names)}" for one in looked).encode(*_AS_IS))
    try:
        office, office_wrong = office_from(answer)
        known = head is not None and head.names == names and not any(one.is_new for one in looked)
        strays = _strays_from(head.strays) if head is not None and known else _sorted_out(register, looked)
    except DamagedError:
        raise DamagedIndexError from None
    fresh_head = Head(stamp, content, answer, names, json.dumps([plain_finding(one) for one in strays]))
    keeper = _Keeper(database if may_keep else None, fresh_head, now)
    if fresh_head != head:
        keeper.begin(keeping=head is not None and head.answer == answer)
    _read_changed(register, looked, office or Office(), keeper, reach, progress)
    keeper.drop(stored)
    return State(
        fresh_head, reach, [one.block for one in looked], office or Office(), office_wrong, strays, keeper.unkept
    )


class _Keeper:
    """Keeps what was read; once that cannot be done, only in memory."""

    def __init__(self, database: Database | None, head: Head, now: int) -> None:
        self.database, self._head, self._now = database, head, now
        self.unkept: Unkept = {}

    def begin(self, *, keeping: bool) -> None:
        if self.database is not None:
            try:
                self.database.begin(self._head, keeping=keeping)
            except NoIndexError:
                self.database = None

    def keep(self, folder: _Folder) -> None:
        block = folder.block
        block.doubt_the_recent(self._now)  # also where it cannot be kept now: it may be with its deadlines
        if self.database is not None:
            try:
                self.database.keep(self._head, block, folder.fresh, folder.settled)
            except NoIndexError:
                self.database = None
            else:
                return
        block.unsettle()
        for place, fresh in folder.fresh.items():
            block.rows[place] = UNKNOWN
            self.unkept[block.path, place] = fresh

    def drop(self, folders_gone: Mapping[str, Packed]) -> None:
        if self.database is not None and folders_gone:
            try:
                self.database.drop(folders_gone, self._head)
            except NoIndexError:
                self.database = None

    def kept(self, rows: list[int]) -> dict[int, Fresh]:
        try:
            return dict(self.database.files(rows)) if self.database is not None else {}
        except NoIndexError:
            return {}


def _all_looked(register: Register, stored: dict[str, Packed], ahead: Ahead | None) -> list[_Folder]:
    """Every folder by its path, held against what is `stored` of it; of that, what is left is of folders gone."""
    looked = []
    for block in _blocks(register, ahead):
        looked.append(_looked(block, stored.pop(block.path, None)))
        if looked[-1].changed and ahead:
            import pks.index.many  # noqa: F401  # needed afterwards, and meanwhile the other process looks on
    return sorted(looked, key=lambda one: one.block.path)


def _blocks(register: Register, ahead: Ahead | None) -> Iterator[Block]:
    left = {"": None}
    while left:
        below = ahead.choose(left) if ahead else next(iter(left))
        del left[below]
        block, deeper = ahead.look(register.root, below) if ahead else look(register.root, below)
        left |= dict.fromkeys(deeper)
        if block.names:
            yield block


def _looked(block: Block, old: Packed | None) -> _Folder:
    try:
        if old is not None and block.is_as(old):
            block.take(old)
            return _Folder(block, [place for place, row in enumerate(block.rows) if row == UNKNOWN])
        changed = carry_over(block, old)
    except ValueError:
        raise DamagedIndexError from None
    agreements = [place for place in changed if block.rows[place] != NO_AGREEMENT]
    return _Folder(block, agreements, dirty=True, is_new=old is None)


def _strays_from(text: str) -> tuple[Finding, ...]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        raise DamagedError from None
    if type(values) is not list:
        raise DamagedError
    return tuple(map(finding_of, values))


def _sorted_out(register: Register, looked: list[_Folder]) -> tuple[Finding, ...]:
    """Tell agreements from what lies among them by mistake, after a name has changed anywhere."""
    files = [file_at(register, one.block.path, name) for one in looked for name in one.block.names]
    listing = listing_of(register, files)
    wanted = set(listing.entries.files.values())
    for folder in looked:
        block = folder.block
        for place, name in enumerate(block.names):
            is_agreement = file_at(register, block.path, name) in wanted
            if is_agreement == (block.rows[place] != NO_AGREEMENT):
                continue
            block.put(place, NOTHING if is_agreement else NO_LINE)
            folder.dirty = True
            if is_agreement:
                folder.changed.append(place)
        folder.changed = sorted(place for place in folder.changed if block.rows[place] != NO_AGREEMENT)
    return listing.strays


def _read_changed(
    register: Register,
    looked: list[_Folder],
    office: Office,
    keeper: _Keeper,
    reach: Reach,
    progress: Progress,
) -> None:
    """Read every changed file, folder by folder, and keep each folder as soon as it is read."""
    for folder in looked:
        folder.changed = _other_bytes(register, folder, keeper)
    count = sum(len(folder.changed) for folder in looked)
    if count:
        from pks.index.many import read_many  # the model and a parser, which most runs do not need

        looks = (_to_be_read(register, folder.block, place) for folder in looked for place in folder.changed)
        read = read_many(looks, count, office, reach, progress)
    for folder in looked:
        for place in folder.changed:
            line, folder.fresh[place], settled_line = next(read)
            folder.block.put(place, line)
            if settled_line is not None:
                folder.settled[place] = settled_line
        if folder.changed or folder.dirty:
            keeper.keep(folder)
            folder.fresh, folder.settled = {}, {}


def _to_be_read(register: Register, block: Block, place: int) -> Look:
    from pks.index.reading import Look  # as above

    name = block.names[place]
    file = file_at(register, block.path, name)
    return Look(os.path.join(register.root, block.path, name), file, name.removesuffix(".yaml"))  # noqa: PTH118


def _other_bytes(register: Register, folder: _Folder, keeper: _Keeper) -> list[int]:
    """Those of the changed places whose bytes are others than were read before, not only touched or moved."""
    block = folder.block
    rows = [block.rows[place] for place in folder.changed if block.rows[place] != UNKNOWN]
    kept = keeper.kept(rows) if rows else {}
    changed = []
    for place in folder.changed:
        before = kept.get(block.rows[place])
        try:
            same = (
                before is not None
                and digest_of(content_of(register.root / block.path / block.names[place])) == before.digest
                and before.checksum == block.checksums[place]
            )
        except UnreadableError:
            same = False
        if not same:
            changed.append(place)
    return changed
