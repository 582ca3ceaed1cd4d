"""The text of a new agreement from plain data, in the house style; proven by reading it again."""

from __future__ import annotations

from pks.message import Message
from pks.store.text.changes import CannotSplice, Layout, shown
from pks.store.text.guard import SyntaxProblems
from pks.store.text.nodes import Data, data, parse
from pks.store.text.pen import Pen
from pks.store.text.scalars import writable

ATTEMPTS = 4


def write(values: dict[str, Data], layout: Layout) -> str:
    """Give the whole text, keys in the order given; raises CannotSplice when nothing readable comes of it.

    Sections that take several lines are set off by blank lines; what takes one line stays together.
    """
    for attempt in range(ATTEMPTS):
        text = _text(values, Pen(layout, attempt=attempt))
        if _reads_back(text, values):
            return text
    raise CannotSplice(Message("splice.unproven", path=", ".join(shown((name,)) for name in values)))


def _text(values: dict[str, Data], pen: Pen) -> str:
    lines: list[str] = []
    apart = False
    for name, value in values.items():
        section = pen.keyed(name, pen.behind_key(value, (name,), 0), 0)
        long = len(section) > 1 and not isinstance(value, str)
        if lines and (long or apart):
            lines.append("")
        lines += section
        apart = long
    return "".join(f"{line}\n" for line in lines)


def _reads_back(text: str, values: dict[str, Data]) -> bool:
    if not writable(text):
        return False
    try:
        root = parse(text)
    except SyntaxProblems:
        return False
    return data(root) == values
