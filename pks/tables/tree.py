"""The register as a tree: umbrellas, their clusters with the slots nobody fills yet, and what stands alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pks.domain.compared import name_folded
from pks.domain.standing.facts import Facts, PaperLink
from pks.domain.standing.judgement import Standing
from pks.domain.vocabulary import UMBRELLAS
from pks.message import Label

Below = Mapping[str, tuple[str, ...]]


class Node(NamedTuple):
    """An agreement; else a paper, or an id nobody has, by its title; else an empty slot by its cluster alone.

    `again` marks an agreement of a loop that is shown elsewhere with what is under it, so not here.
    Umbrellas hang from umbrellas as deep as people make them, so nothing that walks nodes may call itself.
    """

    standing: Standing | None
    title: str | None
    cluster: str | None
    children: Sequence[Node]
    again: bool = False

    @property
    def id(self) -> str | None:
        """The id of an agreement."""
        return self.standing.facts.id if self.standing else None


def tree(standings: Mapping[str, Standing]) -> list[Node]:
    """Every agreement at least once, under each of its umbrellas; an addendum under the texts it amends instead.

    First umbrellas that are under nothing, then papers and ids nobody has, then what is left of loops, then
    the agreements that have no umbrella and are none; each by id or title.
    """
    grower = _Grower(standings)
    tops = sorted(id_ for id_, one in standings.items() if not set(_above(one.facts, standings)) - {id_})
    umbrellas = [id_ for id_ in tops if grower.is_umbrella(id_)]
    alone = [id_ for id_ in tops if not grower.is_umbrella(id_)]
    roots = [*map(grower.grow, umbrellas), *grower.papers()]
    others = sorted(standings.keys() - set(tops))
    roots += [grower.grow(id_) for id_ in others if id_ not in grower.shown]
    return [*roots, *map(grower.grow, alone)]


def tree_of(standings: Mapping[str, Standing], id_: str) -> list[Node]:
    """The one tree that has `id_` as its root."""
    return [_Grower(standings).grow(id_)]


def tree_json(nodes: Iterable[Node]) -> list[dict[str, Any]]:
    """The nodes of `tree --json`; an empty slot has neither id nor title, a paper has no id."""
    roots: list[dict[str, Any]] = []
    waiting = [(node, roots) for node in nodes]
    for node, beside in waiting:  # grows while it is walked
        below: list[dict[str, Any]] = []
        beside.append({"id": node.id, "title": node.title, "cluster": node.cluster, "children": below})
        waiting += [(child, below) for child in node.children]
    return roots


def state(standing: Standing) -> Label:
    """The validity, or the stage of what is not signed yet."""
    if standing.validity == "preparing":
        return Label("stage", standing.facts.stage)
    return Label("validity", standing.validity)


class _Grower:
    """Grows trees from one register and remembers what it has shown."""

    def __init__(self, standings: Mapping[str, Standing]) -> None:
        self.shown: set[str] = set()
        self._standings = standings
        self._below = _below(standings)
        self._loops = _looping(self._below)

    def is_umbrella(self, id_: str) -> bool:
        """Whether something is or should be under it: by its children, its slots or what it is."""
        facts = self._standings[id_].facts
        under = any(id_ in self._standings[one].facts.under_ids for one in self._below.get(id_, ()))
        return under or bool(facts.clusters) or facts.instrument in UMBRELLAS

    def grow(self, id_: str) -> Node:
        """The tree from `id_` down, in the order in which it is shown."""
        roots: list[Node] = []
        waiting: list[tuple[list[Node], Iterator[str | Node]]] = [(roots, iter((id_,)))]
        while waiting:
            beside, left = waiting[-1]
            below = next(left, None)
            if below is None:
                waiting.pop()
            elif isinstance(below, Node):
                beside.append(below)
            else:
                children: list[Node] = []
                beside.append(self._node(below, children))
                waiting.append((children, iter(()) if beside[-1].again else self._slots(self._standings[below].facts)))
        return roots[0]

    def papers(self) -> Iterator[Node]:
        """What agreements are under that is no agreement of the register, with those agreements."""
        under: dict[str, dict[str, None]] = defaultdict(dict)
        titles: dict[str, str] = {}
        for id_ in sorted(self._standings):
            facts = self._standings[id_].facts
            for title in () if _amended(facts, self._standings) else _outside(facts, self._standings):
                folded = name_folded(title)
                titles.setdefault(folded, title)
                under[folded][id_] = None
        for folded in sorted(under):
            yield Node(None, titles[folded], None, tuple(map(self.grow, under[folded])))

    def _node(self, id_: str, children: Sequence[Node]) -> Node:
        standing = self._standings[id_]
        again = id_ in self._loops and id_ in self.shown
        self.shown.add(id_)
        return Node(standing, standing.facts.title, standing.facts.cluster, children, again)

    def _slots(self, umbrella: Facts) -> Iterator[str | Node]:
        """What is under `umbrella`, by id: slot by slot as it lists them, then what fills none of them."""
        below = self._below.get(umbrella.id, ())
        filled = {id_: name_folded(self._standings[id_].facts.cluster or "") for id_ in below}
        slots = {name_folded(name): name for name in umbrella.clusters}
        for slot, name in slots.items():
            inside = [id_ for id_ in below if filled[id_] == slot]
            yield from inside
            if not inside:
                yield Node(None, None, name, ())
        yield from (id_ for id_ in below if filled[id_] not in slots)


def _below(standings: Mapping[str, Standing]) -> Below:
    below: dict[str, set[str]] = defaultdict(set)
    for id_, one in standings.items():
        for above in set(_above(one.facts, standings)) - {id_}:
            if isinstance(above, str):
                below[above].add(id_)
    return {above: tuple(sorted(ids)) for above, ids in below.items()}


def _above(facts: Facts, standings: Mapping[str, Standing]) -> tuple[str | PaperLink, ...]:
    """What `facts` hang under: the texts of the register that they amend, else their umbrellas."""
    return _amended(facts, standings) or facts.under


def _amended(facts: Facts, standings: Mapping[str, Standing]) -> tuple[str, ...]:
    return tuple(id_ for id_ in facts.amends_ids if id_ in standings and id_ != facts.id)


def _looping(below: Below) -> set[str]:
    """The agreements that are below themselves; what has nothing above it, or only such, is none of them."""
    above = Counter(one for ids in below.values() for one in ids)
    free = [id_ for id_ in below if not above[id_]]
    for id_ in free:  # grows while it is walked
        for one in below.get(id_, ()):
            above[one] -= 1
            if not above[one]:
                free.append(one)
    left = {id_: ids for id_, ids in below.items() if above[id_]}
    return {id_ for id_ in left if id_ in _descendants(id_, left)}


def _descendants(id_: str, below: Below) -> set[str]:
    found: set[str] = set()
    waiting = [id_]
    while waiting:
        new = set(below.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def _outside(facts: Facts, standings: Mapping[str, Standing]) -> Iterator[str]:
    """What `facts` are under that is no agreement of the register, as one would name it."""
    for link in facts.under:
        if isinstance(link, PaperLink):
            named = [one for one in (link.text, link.number) if one]
            yield ", ".join(named) or (link.date.isoformat() if link.date else "?")
        elif link not in standings:
            yield link
