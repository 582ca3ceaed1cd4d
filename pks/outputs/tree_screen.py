"""A tree on the screen: a line a node, titles cut to the width and the state at its end; in a pipe all of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from pks.language.render import Language, say
from pks.message import Message
from pks.outputs.screen import STYLES, is_terminal, show, write
from pks.outputs.visible import visible
from pks.outputs.words import cell_text
from pks.tables.tree import Node, state

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text

_TITLE: Final = 16  # the least of a title that tells something
_CUT: Final = "…  "  # as wide as one step in
_MARKS: Final = {"expired": "late", "unknown": "soon", "expiring": "soon", "ended": "past", "superseded": "past"}


class Line(NamedTuple):
    """One node: the branch it hangs from, the same below it, its name, its title, its state, how it stands out."""

    branch: str
    stem: str
    name: str
    title: str
    state: str
    mark: str


def show_tree(nodes: Sequence[Node], language: Language) -> None:
    """Write the trees of `nodes` to stdout."""
    lines = list(_lines(nodes, language))
    if not lines:
        write(visible(say(Message("list.empty"), language)))
    elif is_terminal(sys.stdout):
        show(_Drawn(lines))
    else:
        for line in lines:
            words = (line.name, line.title, line.state)
            write(line.branch + "  ".join(one for one in words if one))


class _Drawn:
    """Lines that rich draws in the width it finds."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> Iterator[Text]:
        states = max(len(line.state) for line in self._lines)
        for line in self._lines:
            yield from _fitted(line, states, options.max_width)


def _fitted(line: Line, states: int, width: int) -> Iterator[Text]:
    """One line where the title has room beside the name, else the name whole and the title below it."""
    from rich.text import Text  # only a terminal needs rich

    line = line._replace(branch=_near(line.branch, width), stem=_near(line.stem, width))
    room = width - 2 - states
    left = Text(line.branch).append(line.name, style=STYLES.get(line.mark, ""))
    if line.title and left.cell_len + 2 + min(_TITLE, len(line.title)) > room:
        yield from _folded(left, line.stem, width)
        left = Text(f"{line.stem}  ").append(line.title)
    elif line.title:
        left.append(f"  {line.title}")
    if line.state:
        left.truncate(room, overflow="ellipsis", pad=True)
        left.append(f"  {line.state}", style=STYLES.get(line.mark, ""))
    elif left.cell_len > width:
        yield from _folded(left, line.stem, width)
        return
    yield left


def _near(branch: str, width: int) -> str:
    """As much of a branch as leaves two thirds of the screen to what hangs from it."""
    room = width // 3 // len(_CUT) * len(_CUT)
    return branch if len(branch) <= room else _CUT + branch[len(branch) - room + len(_CUT) :]


def _folded(left: Text, stem: str, width: int) -> Iterator[Text]:
    """A name longer than the screen, whole, between words if it has any: what follows hangs from the same stem."""
    from rich.text import Text  # only a terminal needs rich

    indent = f"{stem}  " if len(stem) + _TITLE < width else ""
    while left.cell_len > width:
        space = left.plain.rfind(" ", len(indent) + 1, width + 1)
        head, rest = left.divide([space if space > 0 else width])
        yield head
        left = Text(indent) + (rest[1:] if space > 0 else rest)
    yield left


def _lines(nodes: Sequence[Node], language: Language) -> Iterator[Line]:
    waiting = [(node, "", "") for node in reversed(nodes)]
    while waiting:
        node, branch, stem = waiting.pop()
        yield _line(node, branch, stem, language)
        ends = [("└─ ", "   "), *[("├─ ", "│  ")] * (len(node.children) - 1)]
        waiting += [
            (child, stem + own, stem + below)
            for child, (own, below) in zip(reversed(node.children), ends, strict=False)
        ]


def _line(node: Node, branch: str, stem: str, language: Language) -> Line:
    if node.standing is None and node.title is None:
        empty = say(Message("tree.empty-slot", cluster=node.cluster), language)
        return Line(branch, stem, visible(empty), "", "", "soon")
    if node.standing is None:
        paper = say(Message("tree.outside", title=node.title), language)
        return Line(branch, stem, visible(paper), "", "", "")
    if node.again:
        again = visible(say(Message("tree.again", id=node.id), language))
        return Line(branch, stem, again, "", "", "late")
    place = f"{node.cluster}: " if node.cluster and branch else ""
    return Line(
        branch, stem, visible(f"{place}{node.id}"), visible(node.title or ""),
        cell_text(state(node.standing), language), _MARKS.get(node.standing.validity, ""),
    )  # fmt: skip
