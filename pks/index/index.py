"""A register's answers without reading its files: facts kept from before, once it is seen which files changed.

Nothing is believed that cannot be proven: a file is known again by size, times and inode; whatever is odd
about the index is deleted and made anew; and where it can be neither read nor written the files are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import date
from typing import TypeVar
from zlib import crc32

from pks.domain.deadlines.outlook import Near, due_on, settled_of
from pks.domain.deadlines.table import Due, due
from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import NOBODY, Succession, succession_of, successors_of, usual_days
from pks.errors import Finding
from pks.index.block import BROKEN, NO_AGREEMENT, NOT_SETTLED, UNKNOWN, Block
from pks.index.database import DamagedIndexError, Database, NoIndexError
from pks.index.facts import facts_from
from pks.index.office import office_from, office_now
from pks.index.place import place_of, stamp_of, sweep
from pks.index.plain import DamagedError
from pks.index.refresh import Progress, State, brought_up_to_date
from pks.index.settled import settled_from, settled_text
from pks.store.register import Register

Answer = TypeVar("Answer")
_Place = tuple[Block, int]
_TRIES = 3


class _ChangedError(Exception):
    """Another process has replaced what was looked up meanwhile."""


def silent(_count: int) -> AbstractContextManager[Callable[[], None]]:
    """Show nothing of how far it is."""
    return nullcontext(lambda: None)


class Index:
    """What is known of a register, as its files stand when it is first asked."""

    def __init__(self, register: Register, progress: Progress = silent) -> None:
        """Nothing is looked at yet; `progress` shows how many of a number of files have been read."""
        self._register, self._progress = register, progress
        self._stamp = stamp_of(register.root)
        self._database: Database | None = None
        self._looked: State | None = None
        place = place_of(register.root, self._stamp)
        if place is not None:
            self._database = Database(place)
            if not place.exists():
                sweep(place)

    def office(self) -> Office:
        """The office's rules; the defaults where its file cannot be understood. No other file is looked at."""
        if self._looked is None:
            head = None
            with suppress(NoIndexError, DamagedIndexError, DamagedError):  # who looks at the files deals with it
                head = self._database.head() if self._database else None
                if head is None or head.stamp != self._stamp:
                    head = None
            with suppress(DamagedError):
                return office_from(office_now(self._register, head)[1])[0] or Office()
        return self._asked(lambda state: state.office)

    def broken(self) -> tuple[Finding, ...]:
        """The first thing wrong with the office's file and with each agreement's; and the strays."""
        return self._asked(self._broken)

    def facts(self) -> dict[str, Facts]:
        """The facts of every agreement that could be understood, by id, sorted."""
        return self._asked(lambda state: self._facts(state, _understood(state)))

    def near(self, horizon: date) -> Near:
        """The facts of every agreement that may fall due by `horizon`, and of what renews them."""
        return self._asked(lambda state: self._near(state, horizon))

    def due(self, today: date, horizon: date) -> list[Due]:
        """Every deadline up to `horizon`, as `pks.domain.deadlines.table.due` has them."""
        return self._asked(lambda state: self._due(state, today, horizon))

    def close(self) -> None:
        """Let go of the file it is kept in."""
        if self._database is not None:
            self._database.close()

    def _asked(self, question: Callable[[State], Answer]) -> Answer:
        """Answer `question`; where the index turns out to be damaged or out of date, from a new one."""
        for _ in range(_TRIES):
            try:
                if self._looked is None:
                    self._looked = brought_up_to_date(self._register, self._database, self._stamp, self._progress)
                return question(self._looked)
            except _ChangedError:
                self._looked = None
            except (DamagedIndexError, DamagedError):
                self._looked = None
                if self._database is not None:
                    self._database.delete()
            except NoIndexError:
                break
        else:  # never in step with its files: left as it is, it would be so for ever
            if self._database is not None:
                self._database.delete()
        self.close()
        self._database = None
        self._looked = brought_up_to_date(self._register, None, self._stamp, self._progress)
        return question(self._looked)

    def _broken(self, state: State) -> tuple[Finding, ...]:
        places = [
            (block, place) for block in state.blocks for place, first in enumerate(block.first) if first == BROKEN
        ]
        found = [one for one in self._values(state, places) if isinstance(one, Finding)]
        found.sort(key=lambda one: one.file.rpartition("/")[2].removesuffix(".yaml"))
        return (*state.office_wrong, *found, *state.strays)

    def _near(self, state: State, horizon: date) -> Near:
        days = _days_to_signature(state)
        return self._near_of(state, _may_fall_due(state, horizon, usual_days(days)), days)

    def _due(self, state: State, today: date, horizon: date) -> list[Due]:
        days = _days_to_signature(state)
        usual = usual_days(days)
        near = _may_fall_due(state, horizon, usual)
        after = _successions(state, {_id(block, place) for block, place in near})
        kept, others, unsettled = {}, [], []
        for block, place in near:
            if block.rows[place] != UNKNOWN and block.settled[place] != NOT_SETTLED:
                kept[block.rows[place]] = (block, place)
            else:
                unsettled.append((block, place))
        rows: list[Due] = []
        for (block, place), text in self._settled(kept):
            id_ = _id(block, place)
            settled = settled_from(text, id_, horizon)
            if settled is None or settled.until < horizon > state.until:
                others.append((block, place))
            elif settled.until < horizon or settled.succession != after.get(id_, NOBODY):
                unsettled.append((block, place))
            else:
                rows += due_on(today, settled, usual, horizon)
        left = self._near_of(state, [*others, *unsettled], days)
        self._settle(state, unsettled, left)
        rows += due({}, left.standings(today), state.office, today, horizon, days)
        return sorted(rows, key=lambda row: (row.date, row.id, row.kind, row.key))

    def _settle(self, state: State, places: list[_Place], near: Near) -> None:
        """Keep the deadlines of the files at `places` for the next time, where that can be done."""
        renewals = successors_of(near.facts)
        folders: dict[str, tuple[Block, list[int]]] = {}
        for block, place in places:
            if block.rows[place] != UNKNOWN and _id(block, place) in near.facts:
                folders.setdefault(block.path, (block, []))[1].append(place)
        with suppress(NoIndexError):
            for block, some in folders.values():
                self._settle_folder(state, block, some, near.facts, renewals)

    def _settle_folder(
        self,
        state: State,
        block: Block,
        places: list[int],
        facts: Mapping[str, Facts],
        renewals: Mapping[str, Sequence[Facts]],
    ) -> None:
        assert self._database is not None  # noqa: S101  # a row that is known lies in it
        kept = dict(self._database.files([block.rows[place] for place in places]))
        fresh = {}
        for place in places:
            id_, known = _id(block, place), kept.get(block.rows[place])
            if known is None or known.checksum != block.checksums[place]:
                return  # another process was faster: what it kept is newer
            settled = settled_of(facts[id_], renewals.get(id_, ()), state.office, state.until)
            fresh[place] = known._replace(settled=settled_text(settled))
        self._database.keep(state.head, block, fresh)

    def _settled(self, places: dict[int, _Place]) -> Iterator[tuple[_Place, str]]:
        """The deadlines that were kept of the files at `places`, by their rows."""
        found = 0
        for row, text in self._database.settled(list(places)) if self._database is not None and places else ():
            block, place = places[row]
            if crc32(text.encode()) != block.settled[place]:
                raise DamagedIndexError
            found += 1
            yield (block, place), text
        if found != len(places):
            raise _ChangedError

    def _near_of(self, state: State, near: list[_Place], days: list[int]) -> Near:
        ids = {_id(block, place) for block, place in near}
        renewing = [
            (block, place)
            for block in state.blocks
            for place, one in block.renews.items()
            if not ids.isdisjoint(one.ids)
        ]
        return Near(ids, self._facts(state, dict.fromkeys([*near, *renewing])), days)

    def _facts(self, state: State, places: Iterable[_Place]) -> dict[str, Facts]:
        found = [one for one in self._values(state, list(places)) if isinstance(one, Facts)]
        return {one.id: one for one in sorted(found, key=lambda one: one.id)}

    def _values(self, state: State, places: list[_Place]) -> list[Facts | Finding]:
        """What was kept of the file at each of `places`."""
        rows = {block.rows[place]: block.checksums[place] for block, place in places if block.rows[place] != UNKNOWN}
        texts = [state.unkept[block.path, place].facts for block, place in places if block.rows[place] == UNKNOWN]
        found = 0
        values = list(map(facts_from, texts))
        for row, kept in self._database.files(list(rows)) if self._database is not None and rows else ():
            if kept.checksum != rows[row]:
                raise DamagedIndexError
            found += 1
            values.append(facts_from(kept.facts))
        if found != len(rows):
            raise _ChangedError
        return values


def _successions(state: State, wanted: Container[str]) -> dict[str, Succession]:
    """By id, for those of `wanted` that are renewed, by whom."""
    found: dict[str, list[tuple[str, bool, date | None]]] = defaultdict(list)
    for block in state.blocks:
        for place, (ids, signed, starts) in block.renews.items():
            for id_ in ids:
                if id_ in wanted:
                    found[id_].append((_id(block, place), signed, date.fromordinal(starts) if starts else None))
    return {id_: succession_of(some) for id_, some in found.items()}


def _days_to_signature(state: State) -> list[int]:
    return [one for block in state.blocks for one in block.days if one >= 0]


def _may_fall_due(state: State, horizon: date, usual: int | None) -> list[_Place]:
    """The files that may have a deadline by `horizon`, whatever becomes of the others."""
    last = horizon.toordinal()
    latest = last + (usual or 0)
    return [
        (block, place)
        for block in state.blocks
        for place, (first, decision) in enumerate(zip(block.first, block.decision, strict=True))
        if first != BROKEN and (first <= last or decision <= latest)
    ]


def _id(block: Block, place: int) -> str:
    return block.names[place].removesuffix(".yaml")


def _understood(state: State) -> Iterable[_Place]:
    return (
        (block, place)
        for block in state.blocks
        for place, (first, row) in enumerate(zip(block.first, block.rows, strict=True))
        if first != BROKEN and row != NO_AGREEMENT
    )
