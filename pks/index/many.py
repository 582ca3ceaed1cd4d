"""Many files read for the index: in as many processes as there are processors, where that is worth starting them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

from pks.domain.office import Office
from pks.index.known import Reach
from pks.index.reading import Look, Read, read_facts
from pks.store.pool import shared_out

Progress = Callable[[int], AbstractContextManager[Callable[[], None]]]


def read_many(looks: Iterable[Look], count: int, office: Office, reach: Reach, progress: Progress) -> Iterator[Read]:
    """As `read_facts` for each of `looks`, of which there are `count`, in their order; `progress` is told of each."""
    with progress(count) as advance:
        for one in shared_out(_read_part, looks, count, (office, reach)):
            advance()
            yield one


def _read_part(looks: list[Look], given: tuple[Office, Reach]) -> list[Read]:
    return [read_facts(look, *given) for look in looks]
