"""Which files of a register may have a deadline by some day, and of which of them the deadlines were kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple
from zlib import crc32

from pks.index.block import BROKEN, NOT_SETTLED, UNKNOWN, Block

NOBODY: Final = 0  # the mark where no agreement renews it
Place = tuple[Block, int]


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


def _marks(blocks: Sequence[Block], wanted: set[str]) -> dict[str, int]:
    """Of each of `wanted` that is renewed, a checksum of what its deadlines follow from of those that renew it."""
    found: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        renewed = block.renewed()
        for id_ in wanted & renewed.keys():
            found[id_] += renewed[id_].split("\n")
    return {id_: crc32("\n".join(sorted(some)).encode("utf-8", "surrogateescape")) or 1 for id_, some in found.items()}
