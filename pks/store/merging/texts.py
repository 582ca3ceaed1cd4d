"""Join two texts that grew from one, byte for byte where a person wrote; what is joined is proven by what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from typing import Any, Final, NamedTuple

from pks.domain.model.schema import FileLayout, Shape
from pks.store.merging.stretches import matcher, stretches
from pks.store.merging.values import joined, name_of
from pks.store.text.guard import SyntaxProblems
from pks.store.text.page import Page
from pks.store.text.splice import CannotSplice, Change, Drop, Put, apply

_MOST_CHOICES: Final = 32  # each is read once


class Merged(NamedTuple):
    """The text, and the places where the two sides contradict each other, which are marked in it.

    A place is written as `pks set` has it; `""` is one that could not be told.
    """

    text: str
    conflicts: tuple[str, ...]


class NoRoom(Merged):
    """Two sides that have no room in one file: marked wherever they differ, for somebody to choose."""

    __slots__ = ()


@dataclass(frozen=True)
class Names:
    """What stands behind the marks of a conflict."""

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7  # characters of a mark


def merge(base: str, ours: str, theirs: str, shape: Shape, names: Names = Names()) -> Merged:
    """Join `ours` and `theirs`, which grew from `base`, as files of `shape`.

    What cannot be read as such a file is joined by its lines.
    """
    if theirs in (ours, base):
        return Merged(ours, ())
    if base == ours:
        return Merged(theirs, ())
    try:
        pages = Page(base) if base.strip() else None, Page(ours), Page(theirs)
    except SyntaxProblems:
        return _by_lines(base, ours, theirs, names)
    result = joined({} if pages[0] is None else pages[0].data, pages[1].data, pages[2].data, shape)
    wanted = _Wanted(result.ours, _new_comments(*pages), FileLayout(shape))
    text = next(_candidates(base, ours, theirs, wanted), None)
    if text is None:
        return Merged(_marked(ours, theirs, names), ("",))
    if not result.conflicts:
        return Merged(text, ())
    with suppress(CannotSplice):
        other = _saying(text, result.theirs, wanted.layout)
        return Merged(_marked(text, other, names), tuple(name_of(one) for one in result.conflicts))
    return Merged(_marked(ours, theirs, names), tuple(name_of(one) for one in result.conflicts))


def no_room(ours: str, theirs: str, names: Names = Names()) -> NoRoom:
    """Join nothing: what each side says is marked, as where they contradict each other."""
    return NoRoom(_marked(ours, theirs, names), ("",))


@dataclass(frozen=True)
class _Wanted:
    """What the joined text must say, and the comments it must keep."""

    data: Any
    comments: Counter[str]
    layout: FileLayout

    def proves(self, text: str) -> bool:
        try:
            page = Page(text)
        except SyntaxProblems:
            return False
        return page.data == self.data and self.comments <= _comments(page)


def _candidates(base: str, ours: str, theirs: str, wanted: _Wanted) -> Iterator[str]:
    """Texts that say what is wanted, those first that move nothing; the same whichever side is which."""
    for text in _unions(_lines(base), _lines(ours), _lines(theirs)):
        if wanted.proves(text):
            yield text
    for start in sorted((ours, theirs), key=lambda side: (-_distance(base, side), side)):
        with suppress(CannotSplice):
            text = _saying(start, wanted.data, wanted.layout)
            if wanted.proves(text):
                yield text


def _unions(base: list[str], ours: list[str], theirs: list[str]) -> Iterator[str]:
    """The lines of both sides; where both wrote at one place, those of one or of both, in either order."""
    pieces: list[tuple[str, ...]] = []
    count = 1
    for equal, at in stretches(base, ours, theirs):
        old, mine, other = ("".join(side[slice(*place)]) for side, place in zip((base, ours, theirs), at, strict=True))
        if equal or other in {old, mine} or old == mine:
            pieces.append((other if old == mine else mine,))
            continue
        both = sorted((mine + other, other + mine))
        choices = (*sorted((mine, other)), *both) if old else tuple(both)
        count *= len(choices)
        pieces.append(choices if count <= _MOST_CHOICES else (mine if old else both[0],))
    for chosen in product(*pieces):
        yield "".join(chosen)


def _saying(text: str, wanted: dict[str, Any], layout: FileLayout) -> str:
    """`text` edited in place so that it says `wanted`.

    Raises:
        CannotSplice: where that cannot be proven.
    """
    now = Page(text).data
    changes: list[Change] = [Put((key,), value) for key, value in wanted.items() if key not in now or now[key] != value]
    changes += [Drop((key,)) for key in now if key not in wanted]
    return apply(text, changes, layout)


def _by_lines(base: str, ours: str, theirs: str, names: Names) -> Merged:
    """Join texts that are no files of ours, as git would."""
    lines = _lines(base), _lines(ours), _lines(theirs)
    pieces, conflicts = [], 0
    for equal, at in stretches(*lines):
        old, mine, other = ("".join(side[slice(*place)]) for side, place in zip(lines, at, strict=True))
        if equal or other in {old, mine} or old == mine:
            pieces.append(other if old == mine else mine)
        else:
            conflicts += 1
            pieces.append(_mark(mine, other, names, _ending(ours)))
    return Merged("".join(pieces), ("",) * conflicts)


def _marked(ours: str, theirs: str, names: Names) -> str:
    """The text of both, with marks around every line in which they differ."""
    mine, other = _lines(ours), _lines(theirs)
    pieces = []
    for tag, low, high, new_low, new_high in matcher(mine, other).get_opcodes():
        first, second = "".join(mine[low:high]), "".join(other[new_low:new_high])
        pieces.append(first if tag == "equal" else _mark(first, second, names, _ending(ours)))
    return "".join(pieces)


def _mark(ours: str, theirs: str, names: Names, end: str) -> str:
    opened, between, closed = (sign * names.size for sign in "<=>")
    first, second = _ended(ours, end), _ended(theirs, end)
    return f"{opened} {names.ours}{end}{first}{between}{end}{second}{closed} {names.theirs}{end}"


def _ended(text: str, end: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else text + end


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _distance(base: str, side: str) -> int:
    opcodes = matcher(_lines(base), _lines(side)).get_opcodes()
    return sum(max(high - low, new_high - new_low) for tag, low, high, new_low, new_high in opcodes if tag != "equal")


def _new_comments(base: Page | None, ours: Page, theirs: Page) -> Counter[str]:
    """The comments that either side wrote; those of both once."""
    old = Counter[str]() if base is None else _comments(base)
    return (_comments(ours) - old) | (_comments(theirs) - old)


def _comments(page: Page) -> Counter[str]:
    return Counter(comment.text for comment in page.comments)
