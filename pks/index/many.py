"""Many files read for the index: in as many processes as there are processors, where that is worth starting them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Final

from pks.domain.office import Office
from pks.index.block import Line
from pks.index.database import Fresh
from pks.index.reading import Look, read_facts

_WORTH_IT: Final = 200
_AT_ONCE: Final = 32
_Part = tuple[Sequence[Look], Office, date]


def read_many(
    looks: Sequence[Look],
    office: Office,
    until: date,
    progress: Callable[[int], AbstractContextManager[Callable[[], None]]],
) -> Iterator[tuple[Line, Fresh]]:
    """As `read_facts` for each of `looks`, in their order; `progress` is told of each."""
    with progress(len(looks)) as advance:
        for one in _all_read(looks, office, until):
            advance()
            yield one


def _all_read(looks: Sequence[Look], office: Office, until: date) -> Iterator[tuple[Line, Fresh]]:
    if len(looks) < _WORTH_IT:
        yield from _read_part((looks, office, until))
        return
    from pks.index.pool import shared_out  # to get hold of processes takes longer than to read a few files

    parts = [(looks[start : start + _AT_ONCE], office, until) for start in range(0, len(looks), _AT_ONCE)]
    for found in shared_out(_read_part, parts):
        yield from found


def _read_part(part: _Part) -> list[tuple[Line, Fresh]]:
    looks, office, until = part
    return [read_facts(look, office, until) for look in looks]
