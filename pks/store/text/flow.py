"""Edits in braces and brackets: values, new entries and removals."""

from __future__ import annotations

import re

from pks.store.text.block import Splice
from pks.store.text.nodes import ListNode, MapNode, TextNode
from pks.store.text.page import Entry, Page

_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")
_SPACES = re.compile(r" *")


def pad_of(page: Page, node: MapNode) -> str:
    """Give the space that stands inside the braces of `node`."""
    found = _SPACES.match(page.text, node.start + 1)
    return found.group() if found and page.text[found.end() : found.end() + 1] not in ("}", "\n", "\r", "#") else ""


def replaced(page: Page, entry: Entry, text: str) -> list[Splice]:
    """Put `text` where the value of `entry` is."""
    value = entry.value
    if entry.mark is None:
        return [Splice(entry.end, entry.end, f": {text}")]
    if isinstance(value, TextNode) and value.start == value.end:
        spaces = _SPACES.match(page.text, entry.mark)
        end = spaces.end() if spaces and page.text[spaces.end() : spaces.end() + 1] == "," else entry.mark
        return [Splice(entry.mark, end, f" {text}")]
    return [Splice(value.start, value.end, text)]


def added(page: Page, node: MapNode | ListNode, index: int, text: str) -> list[Splice]:
    """Put a new entry in, so that it gets position `index`."""
    entries = page.entries(node)
    if not entries:
        return _first(page, node, text)
    if page.text[node.start] not in "{[":
        return [Splice(node.start, node.start, "{"), Splice(node.end, node.end, f", {text}}}")]
    if index == 0:
        at = entries[0].start
        between = page.ending(at) + " " * page.column(at) if _listed(page, node, entries, 0) else " "
        return [Splice(at, at, f"{text},{between}")]
    before = entries[index - 1]
    if not _listed(page, node, entries, index - 1):
        if before.value.start < before.value.end or before.mark is None:
            return [Splice(before.end, before.end, f", {text}")]
        space = page.text[before.end : before.end + 1] == " "  # `{a:, b}` would make `a:` one word
        return [Splice(before.end, before.end + space, f" , {text}")]
    return _on_a_line(page, before, text)


def removed(page: Page, node: MapNode | ListNode, index: int) -> list[Splice]:
    """Take one of several entries out, with its comma and what belongs to it."""
    entries = page.entries(node)
    entry = entries[index]
    comma = _COMMA.match(page.text, entry.end)
    end = comma.end() if comma else entry.end
    ahead = _COMMA.match(page.text, entries[index - 1].end) if index and comma is None else None
    if _alone(page, entry.start, end):
        first = page.block_above(entry.start) if index else page.line(entry.start)
        line = Splice(page.line_begin(first), page.following(end - 1), "")
        return [Splice(ahead.end() - 1, ahead.end(), ""), line] if ahead else [line]
    if ahead is not None:
        begin = entry.start if page.has_comment(ahead.end(), entry.start) else ahead.end() - 1
        return [Splice(begin, entry.end, "")]
    spaces = _SPACES.match(page.text, end)
    return [Splice(entry.start, spaces.end() if spaces and index + 1 < len(entries) else end, "")]


def _first(page: Page, node: MapNode | ListNode, text: str) -> list[Splice]:
    inner = page.text[node.start + 1 : node.end - 1]
    if inner.strip(" "):
        return [Splice(node.start + 1, node.start + 1, f"{text} ")]
    pad = " " if inner else ""
    return [Splice(node.start + 1, node.end - 1, pad + text + pad)]


def _listed(page: Page, node: MapNode | ListNode, entries: list[Entry], index: int) -> bool:
    """Say whether this entry begins a line of its own, as the others do."""
    return page.line(entries[0].start) != page.line(node.start) and page.leads(entries[index].start)


def _on_a_line(page: Page, before: Entry, text: str) -> list[Splice]:
    """Put a new entry on a line of its own below the entry `before`."""
    comma = _COMMA.match(page.text, before.end)
    new = page.ending(before.end) + " " * page.column(before.start) + text
    if comma is None:
        at = page.finish(before.end)
        closes = page.text[before.end : at].lstrip()[:1] in ("}", "]")
        at = before.end if closes else at
        return [Splice(before.end, before.end, ","), Splice(at, at, new)]
    at = page.finish(comma.end())
    rest = page.text[comma.end() : at].lstrip()
    at = comma.end() if rest and not rest.startswith("#") else at
    return [Splice(at, at, f"{new},")]


def _alone(page: Page, start: int, end: int) -> bool:
    """Say whether nothing else but a comment stands on the lines from `start` to `end`."""
    rest = page.text[end : page.finish(end)].lstrip()
    return page.leads(start) and (not rest or rest.startswith("#"))
