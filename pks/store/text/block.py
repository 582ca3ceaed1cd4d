"""Edits among lines: values, new entries and removals in maps and lists without brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pks.store.text.nodes import ListNode, MapNode, TextNode, texts
from pks.store.text.page import Entry, Page
from pks.store.text.pen import Rendered

_HEADER = re.compile(r"[|>][-+0-9]*")
_LEAD = re.compile(r" +| *(?:\r\n|\n|\r) +")


class Splice(NamedTuple):
    """Text that goes in place of a range of the old text."""

    start: int
    end: int
    text: str


def replaced(page: Page, entry: Entry, new: Rendered) -> list[Splice]:
    """Put `new` where the value of `entry` is, and its lines below; comments stay."""
    value, mark = entry.value, entry.mark
    assert mark is not None  # noqa: S101
    if isinstance(value, TextNode) and value.start == value.end:
        return [*_head_at(page, mark, new.head), *_below(page, page.finish(mark), page.finish(mark), new)]
    if isinstance(value, TextNode) and value.style in ("|", ">"):
        header = _HEADER.match(page.text, value.start)
        assert header is not None  # noqa: S101
        end = page.finish(value.start)
        begin = value.start if new.head else mark
        head = Splice(begin, header.end(), new.head)
        return [head, *_below(page, end, max(end, value.end), new)]
    if not isinstance(value, TextNode) and not value.flow and page.line(value.start) != page.line(mark):
        end = page.finish(mark)
        return [*_head_at(page, mark, new.head), *_below(page, end, value.end, new)]
    begin = value.start if new.head or page.has_comment(mark, value.start) else mark
    end = page.finish(value.end)
    return [Splice(begin, value.end, new.head), *_below(page, end, end, new)]


def added_to_map(page: Page, node: MapNode, after: int, lines: Sequence[str], *, apart: bool) -> list[Splice]:
    """Put `lines`, not yet indented, into a map after the entry with that number; -1 means first.

    `apart` sets them off with blank lines.
    """
    entries = page.entries(node)
    indent = " " * page.column(node.start)
    ending = page.ending(entries[max(after, 0)].end)
    text = ending.join(line and indent + line for line in lines)
    if after < 0:
        at = entries[0].start
        return [Splice(at, at, text.lstrip(" ") + ending * (1 + apart) + indent)]
    at = page.finish(entries[after].end)
    next_line = page.line(at) + 1
    crowded = apart and next_line < page.last_line and not page.is_blank(next_line)
    new = Splice(at, at, ending * (1 + apart) + text + ending * crowded)
    return [*_stripped(page, at), new]


def added_to_list(page: Page, node: ListNode, index: int, items: Sequence[tuple[str, Rendered]]) -> list[Splice]:
    """Put new items into a list, the first at position `index`; each comes with what stands behind its dash."""
    entries = page.entries(node)
    indent = " " * page.column(node.start)
    ending = page.ending(entries[max(index - 1, 0)].end)
    texts = [ending.join([f"-{lead}{new.head}" if new.head else "-", *new.body]) for lead, new in items]
    text = (ending + indent).join(texts)
    if index > 0:
        at = page.finish(entries[index - 1].end)
        return [*_stripped(page, at), Splice(at, at, ending + indent + text)]
    at = entries[0].start
    if page.leads(at):
        at = page.line_begin(page.block_above(at))
        return [Splice(at, at, indent + text + ending)]
    return [Splice(at, at, text + ending + indent)]


def _stripped(page: Page, at: int) -> list[Splice]:
    """Make a block scalar that ends with the text, without a line break, say so: a break will follow."""
    if at < len(page.text):
        return []
    last = list(texts(page.root))[-1]
    header = _HEADER.match(page.text, last.start)
    if last.style not in ("|", ">") or last.text.endswith("\n") or header is None or "-" in header.group():
        return []
    return [Splice(last.start + len(header.group().rstrip("+")), header.end(), "-")]


def lead_of(page: Page, entry: Entry) -> str:
    """Give what stands between the dash of `entry` and its value, when it is only space."""
    between = page.text[entry.mark : entry.value.start]
    return between if _LEAD.fullmatch(between) else " "


def removed(page: Page, node: MapNode | ListNode, index: int) -> list[Splice]:
    """Take the lines of one of several entries, and the comment block directly above it, out."""
    entries = page.entries(node)
    entry = entries[index]
    if not page.leads(entry.start):
        return [Splice(entry.start, _next_content(page, entry), "")]
    first = page.block_above(entry.start) if index else page.line(entry.start)
    last = page.line(max(entry.end - 1, entry.start))
    floor = page.line(entries[index - 1].end) if index else -1
    first = _without_doubled_blank(page, first, last, floor=floor)
    if last == page.last_line and first and not _needs_break(page, entry):
        return [Splice(page.line_end(first - 1), len(page.text), "")]
    if last == page.last_line:
        return [Splice(page.line_begin(first), len(page.text), "")]
    return [Splice(page.line_begin(first), page.line_begin(last + 1), "")]


def _needs_break(page: Page, entry: Entry) -> bool:
    """Say whether the text before `entry` is a block scalar whose last line break is part of it."""
    before = [node for node in texts(page.root) if node.end <= entry.start]
    return before[-1].style in ("|", ">") and before[-1].text.endswith("\n")


def _without_doubled_blank(page: Page, first: int, last: int, *, floor: int) -> int:
    """Let the blank lines above go too, where blank lines or the end of the text follow.

    Up to the line `floor` the text belongs to the entry before.
    """
    ends = not page.text[page.line_end(last) :].strip()
    if ends or page.is_blank(last + 1):
        while first - 1 > floor and page.is_blank(first - 1):
            first -= 1
    return first


def _next_content(page: Page, entry: Entry) -> int:
    """Give where the text goes on after the line of an entry: at a comment or at the next entry."""
    at = page.following(max(entry.end - 1, entry.start))
    while page.text[at : at + 1] in (" ", "\n", "\r"):
        at += 1
    return at


def _head_at(page: Page, mark: int, head: str) -> list[Splice]:
    """Write `head` behind the colon or dash at `mark`, where nothing stands yet."""
    if not head:
        return []
    rest = page.text[mark : page.finish(mark)]
    return [Splice(mark, mark if rest.strip() else mark + len(rest), f" {head}")]


def _below(page: Page, start: int, end: int, new: Rendered) -> list[Splice]:
    ending = page.ending(start)
    text = "".join(ending + line for line in new.body)
    return [Splice(start, end, text)] if text or start != end else []
