"""What a rule may look at besides the agreement itself: the office, the day and the rest of the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from pks.domain.compared import folded
from pks.domain.office import Office
from pks.domain.partners import Partner

if TYPE_CHECKING:
    from pks.domain.lookalikes import Lookalikes


class OtherFacts(Protocol):
    """An agreement of the register, as far as rules about others look at it.

    `signed` is also true from registration on; `counts` is false for what was closed before it was
    signed. `entered` is the day of its first entry, `ends` the last day in force, `closed` the reason.
    `parties` are (key, name, ours).
    """

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def instrument(self) -> str | None: ...
    @property
    def cooperation(self) -> str | None: ...
    @property
    def stage(self) -> str: ...
    @property
    def entered(self) -> date: ...
    @property
    def signed(self) -> bool: ...
    @property
    def counts(self) -> bool: ...
    @property
    def starts(self) -> date | None: ...
    @property
    def ends(self) -> date | None: ...
    @property
    def closed(self) -> str | None: ...
    @property
    def closed_on(self) -> date | None: ...
    @property
    def under_ids(self) -> tuple[str, ...]: ...
    @property
    def renews_ids(self) -> tuple[str, ...]: ...
    @property
    def amends_ids(self) -> tuple[str, ...]: ...
    @property
    def clusters(self) -> tuple[str, ...]: ...
    @property
    def numbers(self) -> tuple[str, ...]: ...
    @property
    def parties(self) -> tuple[tuple[str, str, bool], ...]: ...
    @property
    def register(self) -> str | None: ...


class Crossings:
    """The links and numbers of the register the other way round, each worked out when first asked for."""

    def __init__(self, others: Mapping[str, OtherFacts], partners: tuple[Partner, ...] = ()) -> None:
        """Look at `others`, by id, with the `partners` the office knows."""
        self.others = others
        self._partners = partners

    @cached_property
    def children(self) -> Mapping[str, tuple[OtherFacts, ...]]:
        """By umbrella, the agreements under it."""
        return _grouped((parent, one) for one in self.others.values() for parent in one.under_ids)

    @cached_property
    def successors(self) -> Mapping[str, tuple[OtherFacts, ...]]:
        """By agreement, those that renew it."""
        return _grouped((old, one) for one in self.others.values() for old in one.renews_ids)

    @cached_property
    def addenda(self) -> Mapping[str, tuple[OtherFacts, ...]]:
        """By agreement, those that amend it."""
        return _grouped((text, one) for one in self.others.values() for text in one.amends_ids)

    @cached_property
    def numbers(self) -> Mapping[str, tuple[OtherFacts, ...]]:
        """By party's number, folded, the agreements that carry it."""
        return _grouped((folded(number), one) for one in self.others.values() for number in one.numbers)

    @cached_property
    def registers(self) -> Mapping[str, tuple[OtherFacts, ...]]:
        """By register number, folded, the agreements that carry it."""
        return _grouped((folded(one.register), one) for one in self.others.values() if one.register)

    @cached_property
    def lookalikes(self) -> Mapping[str, tuple[Lookalikes, ...]]:
        """By the first agreement with one of them, the spellings that are probably one partner's."""
        from pks.domain.lookalikes import lookalikes, merged  # noqa: PLC0415  # only `check` asks

        names: dict[str, set[str]] = defaultdict(set)
        for one in self.others.values():
            for _, name, _ in one.parties:
                names[name].add(one.id)
        found: dict[str, list[Lookalikes]] = defaultdict(list)
        for group in lookalikes(names, self._partners):
            alike = merged(group, names, self._partners)
            found[alike.first].append(alike)
        return {id_: tuple(groups) for id_, groups in found.items()}

    def work_out(self) -> None:
        """Work all of it out now."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)


@dataclass(frozen=True)
class Surroundings:
    """Where an agreement stands: its `id`, whose register it is in, the day, and the `others` by id.

    `others` may hold the agreement itself; rules pass over it. `overdue_reports` and the names of the
    fields `changed_after_acceptance` are worked out by the caller. `crossings` follow from `others` and are
    shared by `dataclasses.replace(..., id=...)`, so that a whole register is turned round once.
    """

    id: str
    office: Office
    today: date
    others: Mapping[str, OtherFacts] = field(default_factory=dict)
    overdue_reports: int = 0
    changed_after_acceptance: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    crossings: Crossings = field(default_factory=lambda: Crossings({}), repr=False, compare=False)

    def __post_init__(self) -> None:
        """Turn the register round anew unless `crossings` are of these very `others`."""
        if self.crossings.others is not self.others:
            object.__setattr__(self, "crossings", Crossings(self.others, self.partners))

    def children(self) -> tuple[OtherFacts, ...]:
        """The agreements under this one, without any that were closed before they were signed."""
        return self._counting(self.crossings.children.get(self.id, ()))

    def successors(self) -> tuple[OtherFacts, ...]:
        """The agreements that renew this one, without any that were closed before they were signed."""
        return self._counting(self.crossings.successors.get(self.id, ()))

    def addenda(self) -> tuple[OtherFacts, ...]:
        """The agreements that amend this one, without any that were closed before they were signed."""
        return self._counting(self.crossings.addenda.get(self.id, ()))

    def _counting(self, found: Iterable[OtherFacts]) -> tuple[OtherFacts, ...]:
        return tuple(one for one in found if one.id != self.id and one.counts)


def _grouped(pairs: Iterable[tuple[str, OtherFacts]]) -> Mapping[str, tuple[OtherFacts, ...]]:
    groups: dict[str, dict[str, OtherFacts]] = defaultdict(dict)
    for name, one in pairs:
        groups[name][one.id] = one
    return {name: tuple(group.values()) for name, group in groups.items()}
