"""Many files read for the index: in as many processes as there are processors, where that is worth starting them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from typing import Final

from pks.domain.office import Office
from pks.index.known import Reach
from pks.index.reading import Look, Read, read_facts

Progress = Callable[[int], AbstractContextManager[Callable[[], None]]]
_WORTH_IT: Final = 200
_AT_ONCE: Final = 64


def read_many(looks: Iterable[Look], count: int, office: Office, reach: Reach, progress: Progress) -> Iterator[Read]:
    """As `read_facts` for each of `looks`, of which there are `count`, in their order; `progress` is told of each."""
    with progress(count) as advance:
        for one in _all_read(iter(looks), count, office, reach):
            advance()
            yield one


def _all_read(looks: Iterator[Look], count: int, office: Office, reach: Reach) -> Iterator[Read]:
    if count < _WORTH_IT:
        yield from (read_facts(look, office, reach) for look in looks)
        return
    from pks.store.pool import shared_out  # to get hold of processes takes longer than to read a few files

    parts = (list(islice(looks, _AT_ONCE)) for _ in range(0, count, _AT_ONCE))
    for found in shared_out(_read_part, parts, (office, reach)):
        yield from found


def _read_part(looks: list[Look], given: tuple[Office, Reach]) -> list[Read]:
    return [read_facts(look, *given) for look in looks]
