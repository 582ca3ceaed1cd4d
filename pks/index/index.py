"""A register's answers without reading its files: facts kept from before, once it is seen which files changed.

Nothing is believed that cannot be proven: a file is known again by size, times and inode; whatever is odd
about the index is deleted and made anew; and where it can be neither read nor written the files are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from pks.domain.deadlines.deadline import Due, in_order
from pks.domain.office import Office
from pks.domain.standing.judgement import successors_of, usual_days
from pks.errors import Finding
from pks.index.block import BROKEN, NO_AGREEMENT, NOBODY, NOT_SETTLED, UNKNOWN, Block
from pks.index.database import DamagedIndexError, Database, NoIndexError
from pks.index.facts import facts_from
from pks.index.known import Known, Place, known_of, may_fall_due, renewing_on
from pks.index.office import office_from, office_now
from pks.index.place import place_of, stamp_of, sweep
from pks.index.plain import DamagedError
from pks.index.refresh import State, brought_up_to_date
from pks.index.settled import due_from, line_of
from pks.store.register import Register

if TYPE_CHECKING:  # a warm `due` works nothing out
    from pks.domain.deadlines.outlook import Near
    from pks.domain.standing.facts import Facts
    from pks.index.ahead import Ahead
    from pks.index.many import Progress

Answer = TypeVar("Answer")
_TRIES = 3


class _ChangedError(Exception):
    """Another process has replaced what was looked up meanwhile."""


def silent(_count: int) -> AbstractContextManager[Callable[[], None]]:
    """Show nothing of how far it is."""
    return nullcontext(lambda: None)


class Index:
    """What is known of a register, as its files stand when it is first asked."""

    def __init__(self, register: Register, progress: Progress = silent, ahead: Ahead | None = None) -> None:
        """Nothing is looked at yet, but by `ahead`; `progress` shows how many of a number of files have been read."""
        self._register, self._progress, self._ahead = register, progress, ahead
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

    def around(self, id_: str) -> dict[str, Facts]:
        """The facts of an agreement and of all that is linked with it, as `pks.store.book.Book.around` has them."""
        return self._asked(lambda state: self._around(state, id_))

    def usual_days(self) -> int | None:
        """The median days from first entry to last signature; None where too few are known."""
        return self._asked(lambda state: usual_days(_days_to_signature(state)))

    def near(self, horizon: date) -> Near:
        """The facts of every agreement that may fall due by `horizon`, and of what renews them."""
        return self._asked(lambda state: self._near(state, horizon))

    def due(self, today: date, horizon: date) -> list[Due]:
        """Every deadline up to `horizon`, as `pks.domain.deadlines.table.due` has them."""
        return self._asked(lambda state: self._due(state, today, horizon), horizon)

    def anew(self, register: Register) -> Index:
        """An index of `register`, the same one, of which nothing is looked at yet."""
        return Index(register, self._progress)

    def close(self) -> None:
        """Let go of the file it is kept in."""
        if self._database is not None:
            self._database.close()

    def _asked(self, question: Callable[[State], Answer], horizon: date | None = None) -> Answer:
        """Answer `question`; where the index turns out to be damaged or out of date, from a new one.

        Deadlines are asked for up to `horizon`, or not at all.
        """
        for _ in range(_TRIES):
            try:
                if self._looked is None:
                    self._looked = self._look(self._database, horizon)
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
        self._looked = self._look(None, horizon)
        return question(self._looked)

    def _look(self, database: Database | None, horizon: date | None) -> State:
        ahead, self._ahead = self._ahead, None  # whoever looks again needs it as it is by then
        try:
            return brought_up_to_date(self._register, database, self._stamp, self._progress, ahead, horizon)
        finally:
            if ahead is not None:
                ahead.close()

    def _broken(self, state: State) -> tuple[Finding, ...]:
        places = [
            (block, place) for block in state.blocks for place, first in enumerate(block.first) if first == BROKEN
        ]
        found = [one for one in self._values(state, places) if isinstance(one, Finding)]
        found.sort(key=lambda one: one.file.rpartition("/")[2].removesuffix(".yaml"))
        return (*state.office_wrong, *found, *state.strays)

    def _around(self, state: State, id_: str) -> dict[str, Facts]:
        named = f'"{id_}"'  # as it stands in the facts of whoever names it, and in its own
        found = self._facts(state, _understood(state), having=named)
        found |= self._facts(state, renewing_on(state.blocks, id_))
        own, seen = found.get(id_), {id_}
        left = {*own.under_ids, *own.amends_ids, *own.renews_ids} - seen if own else set()
        while left:
            seen |= left
            fresh = self._facts(state, [one for one in _understood(state) if one[0].id(one[1]) in left])
            found |= fresh
            left = {older for one in fresh.values() for older in one.renews_ids} - seen
        return dict(sorted(found.items()))

    def _near(self, state: State, horizon: date) -> Near:
        days = _days_to_signature(state)
        return self._near_of(state, may_fall_due(state.blocks, horizon, usual_days(days)), days)

    def _due(self, state: State, today: date, horizon: date) -> list[Due]:
        days = _days_to_signature(state)
        usual = usual_days(days)
        known = known_of(state.blocks, horizon, usual)
        rows: list[Due] = []
        unsettled = known.unsettled
        for block, places in known.settled:
            told = due_from(map(block.id, places), self._lines(block, places), today, usual, horizon)
            for place, found in zip(places, told, strict=True):
                if found is not None:
                    rows += found
                else:
                    unsettled.append((block, place))
        left = self._near_of(state, unsettled, days) if unsettled else None
        until = state.reach.kept(horizon)
        if left and until:
            lines = self._settled(state, known, left, until)
            for found in due_from(lines.keys(), lines.values(), today, usual, horizon):
                rows += found or ()
        elif left:
            rows += left.due(state.office, today, horizon)
        return in_order(rows)

    def _lines(self, block: Block, places: Sequence[int]) -> list[str]:
        """The deadlines that were kept of the files at `places`."""
        lines = self._database.settled(block) if self._database is not None else None
        if lines is None:
            raise _ChangedError
        settled = [place for place, soonest in enumerate(block.soonest) if soonest > NOT_SETTLED]
        if len(settled) != len(lines):
            raise DamagedIndexError
        found = dict(zip(settled, lines, strict=True))
        return [found[place] for place in places]

    def _settled(self, state: State, known: Known, near: Near, until: date) -> dict[str, str]:
        """By id, the deadlines up to `until` of the files that were not settled; kept where that can be done."""
        from pks.domain.deadlines.outlook import settled_of  # as above

        renewals, lines = successors_of(near.facts), dict[str, str]()
        folders: dict[str, tuple[Block, dict[int, str]]] = {}
        for block, place in known.unsettled:
            id_ = block.id(place)
            if id_ not in near.facts:
                continue
            soonest, lines[id_] = line_of(settled_of(near.facts[id_], renewals.get(id_, ()), state.office, until))
            if block.rows[place] != UNKNOWN:
                block.soonest[place], block.after[place] = soonest, known.marks.get(id_, NOBODY)
                folders.setdefault(block.path, (block, {}))[1][place] = lines[id_]
        for block, fresh in folders.values():
            self._keep(state, block, fresh)
        return lines

    def _keep(self, state: State, block: Block, lines: dict[int, str]) -> None:
        assert self._database is not None  # noqa: S101  # a row that is known lies in it
        try:
            self._database.keep(state.head, block, {}, lines)
        except NoIndexError:
            block.unsettle()

    def _near_of(self, state: State, near: list[Place], days: list[int]) -> Near:
        from pks.domain.deadlines.outlook import Near  # as above

        ids = {block.id(place) for block, place in near}
        renewing = [(block, place) for block in state.blocks for place in block.renewing(ids)]
        return Near(ids, self._facts(state, dict.fromkeys([*near, *renewing])), days)

    def _facts(self, state: State, places: Iterable[Place], having: str = "") -> dict[str, Facts]:
        found = [one for one in self._values(state, list(places), having) if not isinstance(one, Finding)]
        return {one.id: one for one in sorted(found, key=lambda one: one.id)}

    def _values(self, state: State, places: list[Place], having: str = "") -> list[Facts | Finding]:
        """What was kept of the file at each of `places`, as far as the text `having` is in it."""
        rows = {block.rows[place]: block.checksums[place] for block, place in places if block.rows[place] != UNKNOWN}
        texts = [state.unkept[block.path, place].facts for block, place in places if block.rows[place] == UNKNOWN]
        found = 0
        values = [facts_from(text) for text in texts if having in text]
        for row, kept in self._database.files(list(rows)) if self._database is not None and rows else ():
            if kept.checksum != rows[row]:
                raise DamagedIndexError
            found += 1
            if having in kept.facts:
                values.append(facts_from(kept.facts))
        if found != len(rows):
            raise _ChangedError
        return values


def _days_to_signature(state: State) -> list[int]:
    return [one for block in state.blocks for one in block.days if one >= 0]


def _understood(state: State) -> Iterable[Place]:
    return (
        (block, place)
        for block in state.blocks
        for place, (first, row) in enumerate(zip(block.first, block.rows, strict=True))
        if first != BROKEN and row != NO_AGREEMENT
    )
