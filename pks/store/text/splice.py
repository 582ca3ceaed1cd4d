"""Edit an agreement's text in place, and prove the edit; the only way a file that exists is changed.

Only the bytes that must change do. The new text is read again: its data must be the old data with
exactly this change, and its comments the old ones but for those of removed entries. What cannot be
proven is refused, and the text stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from pks.message import Message
from pks.store.text.block import Splice
from pks.store.text.changes import Append, CannotSplice, Change, Drop, Layout, Put, gathered, ordered, shown
from pks.store.text.edits import splices
from pks.store.text.fresh import write
from pks.store.text.guard import SyntaxProblems
from pks.store.text.nodes import NOTHING, Data, MapNode, Node, Path, TextNode, find
from pks.store.text.page import Page
from pks.store.text.pen import Pen
from pks.store.text.scalars import typed, writable
from pks.store.text.steps import Insert, Remove, Replace, Step, changed, independent, steps, target

ATTEMPTS = 4


def apply(text: str, changes: Sequence[Change], layout: Layout) -> str:
    """Give `text` with all `changes` made; raises CannotSplice when one cannot be made and proven."""
    try:
        page = _read(text)
    except SyntaxProblems as error:
        first = error.problems[0]
        raise CannotSplice(Message("splice.unreadable", line=first.line, problem=first.message)) from error
    for change in changes:
        if not isinstance(change, Drop) and not _writable(change.value):
            raise CannotSplice(Message("splice.surrogate", path=shown(change.path)))
    together = _made_together(page, changes, layout)
    if together is not None:
        return together.text
    for change in ordered(changes):
        for step in list(steps(change, page.data)):
            page = _made(page, step, layout)
    return page.text


@lru_cache(maxsize=8)
def _read(text: str) -> Page:
    """Read a text once: what one edit leaves is often what the next begins with."""
    return Page(text)


def _writable(value: Data) -> bool:
    if isinstance(value, dict):
        return all(writable(name) and _writable(one) for name, one in value.items())
    if isinstance(value, list):
        return all(_writable(one) for one in value)
    return value is None or writable(value)


def _made_together(page: Page, changes: Sequence[Change], layout: Layout) -> Page | None:
    """Make all changes with one proof, where they do not touch each other; None where they must go one by one."""
    try:
        every = [step for change in gathered(changes) for step in steps(change, page.data)]
    except CannotSplice:
        return None  # it may mean something after the changes before it
    if len(changes) < 2 or not independent(every):  # noqa: PLR2004 - one is made alone
        return None
    return _tried(page, every, Pen(layout, step=page.step, offset=page.offset, single=page.single))


def _made(page: Page, step: Step, layout: Layout) -> Page:
    """Make one step in the first way that can be proven."""
    for attempt in range(ATTEMPTS):
        pen = Pen(layout, step=page.step, offset=page.offset, single=page.single, attempt=attempt)
        new = _tried(page, [step], pen)
        if new is not None:
            return new
    raise CannotSplice(Message("splice.unproven", path=shown(target(step))))


def _tried(page: Page, together: Sequence[Step], pen: Pen) -> Page | None:
    """Make steps that do not touch each other, all at once; None when the result cannot be proven."""
    pieces = [splices(page, step, pen) for step in together]
    every = sorted((one for found in pieces for one in found), key=lambda one: one.start)
    if any(first.end > second.start for first, second in pairwise(every)) or _meet(pieces):
        return None
    try:
        new = _read(_spliced(page.text, every))
    except SyntaxProblems as error:
        if error.problems[0].message.key == "yaml.large":
            raise CannotSplice(Message("splice.large")) from error
        return None
    expected: Data = page.data
    for step in together:
        expected = changed(expected, step)
    removals = (found for step, found in zip(together, pieces, strict=True) if _removes(step))
    gone = [one for found in removals for one in found]
    proven = new.data == expected and _same_comments(page, new, gone)
    return new if proven and all(_all_text(new, step, pen.layout) for step in together) else None


def _meet(pieces: Sequence[Sequence[Splice]]) -> bool:
    """Say whether two steps write at the same place, so that it is not clear which comes first."""
    places = [{one.start for one in found} for found in pieces]
    return len(set().union(*places)) < sum(len(found) for found in places)


def _removes(step: Step) -> bool:
    """Say whether an entry goes with its comments; also where only empty brackets are left of it."""
    return isinstance(step, Remove) or (isinstance(step, Replace) and step.emptied)


def _spliced(text: str, splices: Sequence[Splice]) -> str:
    """Put the splices into `text`; what stands between them stays as it is."""
    pieces, at = [], 0
    for start, end, new in splices:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _same_comments(old: Page, new: Page, gone: Sequence[Splice]) -> bool:
    """Say whether all comments are still there, in order, but for those that begin in removed ranges."""
    kept = [one.text for one in old.comments if not any(start <= one.start < end for start, end, _ in gone)]
    return kept == [one.text for one in new.comments]


def _all_text(page: Page, step: Step, layout: Layout) -> bool:
    """Say whether every new scalar that is text is text to every reader of YAML."""
    if isinstance(step, Remove):
        return True
    first = target(step)
    count = len(step.values) if isinstance(step, Insert) else 1
    paths = [(*first[:-1], first[-1] + number) if isinstance(first[-1], int) else first for number in range(count)]
    found = [(find(page.root, path), path) for path in paths]
    return all(node is not None and _reads_as_text(node, path, layout) for node, path in found)


def _reads_as_text(node: Node, path: Path, layout: Layout) -> bool:
    if isinstance(node, TextNode):
        unquoted = not node.style and node.text not in NOTHING  # what says nothing is proven by the data
        return not (unquoted and typed(node.text) and layout.is_text(path))
    if isinstance(node, MapNode):
        return all(_reads_as_text(value, (*path, key.text), layout) for key, value in node.entries)
    return all(_reads_as_text(item, (*path, at), layout) for at, item in enumerate(node.items))


__all__ = ["Append", "CannotSplice", "Change", "Drop", "Layout", "Path", "Put", "apply", "write"]
