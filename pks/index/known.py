"""Which files of a register may have a deadline by some day, and of which of them the deadlines were kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple
from zlib import crc32

from pks.domain.terms import add_days
from pks.index.block import BROKEN, NOBODY, NOT_SETTLED, UNKNOWN, Block

_FIRST_DAYS: Final = 5 * 366
_MOST_DAYS: Final = 500  # at most, where somebody asks that far: who looks further waits longer
_SPARE_DAYS: Final = 110  # how much longer than asked for deadlines are kept, so that tomorrow they still reach
Place = tuple[Block, int]


class Reach(NamedTuple):
    """How far ahead files are looked at: up to `first` for the first deadline of each.

    Where any is near, all up to `near` are kept with it; None where nobody asks for them. None after `most` ever is.
    """

    first: date
    near: date | None
    most: date

    def kept(self, asked: date) -> date | None:
        """Up to when deadlines are kept where they are `asked` for up to some day; None where they are not."""
        return None if asked > self.most else min(self.most, add_days(asked, _SPARE_DAYS))


def reach_of(now: int, asked: date | None) -> Reach:
    """The reach from `now`, in nanoseconds since 1970, where deadlines are `asked` for up to some day."""
    today = add_days(date(1970, 1, 1), now // (86_400 * 10**9))
    reach = Reach(add_days(today, _FIRST_DAYS), None, add_days(today, _MOST_DAYS))
    return reach._replace(near=reach.kept(asked)) if asked else reach


class Known(NamedTuple):
    """The files that may have a deadline: those whose deadlines were kept, by folder, and those of which they were not.

    Of the first only those that may say anything. `marks` says by id who renews it.
    """

    settled: list[tuple[Block, list[int]]]
    unsettled: list[Place]
    marks: dict[str, int]


def may_fall_due(blocks: Sequence[Block], horizon: date, usual_days: int | None) -> list[Place]:
    """The files that may have a deadline by `horizon`, whatever becomes of the others."""
    last = horizon.toordinal()
    latest = last + (usual_days or 0)
    return [
        (block, place)
        for block in blocks
        for place, (first, decision) in enumerate(zip(block.first, block.decision, strict=True))
        if first != BROKEN and (first <= last or decision <= latest)
    ]


def known_of(blocks: Sequence[Block], horizon: date, usual_days: int | None) -> Known:
    """Sort the files that may have a deadline by `horizon` by what is known of it."""
    near = may_fall_due(blocks, horizon, usual_days)
    marks = _marks(blocks, {block.id(place) for block, place in near})
    folders: dict[str, tuple[Block, list[int]]] = {}
    known = Known([], [], marks)
    last = horizon.toordinal()
    for block, place in near:
        soonest = block.soonest[place]
        if (
            block.rows[place] == UNKNOWN
            or soonest == NOT_SETTLED
            or block.after[place] != marks.get(block.id(place), NOBODY)
        ):
            known.unsettled.append((block, place))
        elif soonest <= last:
            folders.setdefault(block.path, (block, []))[1].append(place)
    known.settled.extend(folders.values())
    return known


def renewing_on(blocks: Sequence[Block], id_: str) -> list[Place]:
    """The files that renew the agreement `id_`, and those that renew these, to the last."""
    found: dict[Place, None] = {}
    seen = left = {id_}
    while left:
        places = [(block, place) for block in blocks for place in block.renewing(left)]
        found |= dict.fromkeys(places)
        left = {block.id(place) for block, place in places} - seen
        seen |= left
    return list(found)


def _marks(blocks: Sequence[Block], wanted: set[str]) -> dict[str, int]:
    """Of each of `wanted` that is renewed, a checksum of what its deadlines follow from of those that renew it."""
    found: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        renewed = block.renewed()
        for id_ in wanted & renewed.keys():
            found[id_] += renewed[id_].split("\n")
    return {id_: crc32("\n".join(sorted(some)).encode("utf-8", "surrogateescape")) or 1 for id_, some in found.items()}
