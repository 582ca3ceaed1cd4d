"""Many files read for the index: in as many processes as there are processors, where that is worth starting them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Final

from pks.domain.office import Office
from pks.index.known import Reach
from pks.index.reading import Look, Read, read_facts

_WORTH_IT: Final = 200
_AT_ONCE: Final = 64
_Part = tuple[Sequence[Look], Office, Reach]


def read_many(
    looks: Sequence[Look],
    office: Office,
    reach: Reach,
    progress: Callable[[int], AbstractContextManager[Callable[[], None]]],
) -> Iterator[Read]:
    """As `read_facts` for each of `looks`, in their order; `progress` is told of each."""
    with progress(len(looks)) as advance:
        for one in _all_read(looks, office, reach):
            advance()
            yield one


def _all_read(looks: Sequence[Look], office: Office, reach: Reach) -> Iterator[Read]:
    if len(looks) < _WORTH_IT:
        yield from _read_part((looks, office, reach))
        return
    from pks.index.pool import shared_out  # to get hold of processes takes longer than to read a few files

    parts = [(looks[start : start + _AT_ONCE], office, reach) for start in range(0, len(looks), _AT_ONCE)]
    for found in shared_out(_read_part, parts):
        yield from found


def _read_part(part: _Part) -> list[Read]:
    looks, office, reach = part
    return [read_facts(look, office, reach) for look in looks]
