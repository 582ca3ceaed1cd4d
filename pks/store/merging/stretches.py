"""Where two sequences that grew from one agree and where they do not: the three-way comparison under every merge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_MOST_PAIRS: Final = 1_000_000  # of equal items, each of which the matcher looks at


class Stretch(NamedTuple):
    """Positions, first included and last excluded, of what stands between two places where all three agree."""

    base: tuple[int, int]
    ours: tuple[int, int]
    theirs: tuple[int, int]


def stretches(
    base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> Iterator[tuple[bool, Stretch]]:
    """Yield the three from start to end in pieces, each with whether all three are equal there."""
    at = (0, 0, 0)
    for start, size in _common(base, ours, theirs):
        here = Stretch((at[0], start[0]), (at[1], start[1]), (at[2], start[2]))
        if any(first < last for first, last in here):
            yield False, here
        at = (start[0] + size, start[1] + size, start[2] + size)
        if size:
            yield True, Stretch((start[0], at[0]), (start[1], at[1]), (start[2], at[2]))


def matcher(one: Sequence[Hashable], other: Sequence[Hashable]) -> SequenceMatcher[Hashable]:
    """What tells where two sequences agree.

    Where items repeat so often that to hold each against each would take minutes, as with thousands of empty
    lines, the commonest are only matched beside others: less may be found to agree, but nothing that does not.
    """
    counts, others = Counter(one), Counter(other)
    pairs = sum(count * others[item] for item, count in counts.items())
    return SequenceMatcher(None, one, other, autojunk=pairs > _MOST_PAIRS)


def _common(
    base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Where runs of `base` are in both others: the three starts and the length; last the three ends, of length 0."""
    left = matcher(base, ours).get_matching_blocks()
    right = matcher(base, theirs).get_matching_blocks()
    first = second = 0
    while first < len(left) and second < len(right):
        mine, other = left[first], right[second]
        start, end = max(mine.a, other.a), min(mine.a + mine.size, other.a + other.size)
        if start < end:
            yield (start, mine.b + start - mine.a, other.b + start - other.a), end - start
        if mine.a + mine.size < other.a + other.size:
            first += 1
        else:
            second += 1
    yield (len(base), len(ours), len(theirs)), 0
