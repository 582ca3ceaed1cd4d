"""One step as splices: which text goes where, in the hand of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from pks.store.text import block, flow
from pks.store.text.block import Splice
from pks.store.text.nodes import Data, ListNode, MapNode, Node, Path, TextNode, find
from pks.store.text.page import Entry, Page
from pks.store.text.pen import Pen, Rendered, nearest
from pks.store.text.steps import AddKey, Insert, Replace, Step


def splices(page: Page, step: Step, pen: Pen) -> list[Splice]:
    """Give the splices that make `step`, in the order of the text."""
    if isinstance(step, Replace):
        return _replace(page, step, pen)
    if isinstance(step, Insert):
        return _insert(page, step, pen)
    if isinstance(step, AddKey):
        return _add_key(page, step, pen)
    parent, index = _parent(page, step.path)
    return flow.removed(page, parent, index) if parent.flow else block.removed(page, parent, index)


def _parent(page: Page, path: Path) -> tuple[MapNode | ListNode, int]:
    """Give the collection that holds `path`, and the number of the entry in it."""
    parent = find(page.root, path[:-1])
    last = path[-1]
    if isinstance(parent, MapNode):
        return parent, next(at for at, (key, _) in enumerate(parent.entries) if key.text == last)
    assert isinstance(parent, ListNode)  # noqa: S101
    assert isinstance(last, int)  # noqa: S101
    return parent, last


def _replace(page: Page, step: Replace, pen: Pen) -> list[Splice]:
    parent, index = _parent(page, step.path)
    entry = page.entries(parent)[index]
    if parent.flow:
        return flow.replaced(page, entry, _flow_text(step.value, step.path, pen, entry.value))
    indent = page.column(entry.start)
    old = entry.value if isinstance(entry.value, TextNode) else None
    if isinstance(parent, ListNode) and not isinstance(step.value, str):
        inner = page.column(entry.value.start) if _stays(page, entry) else indent + 2
        return block.replaced(page, entry, pen.in_item(step.value, step.path, indent, inner))
    body = _body_column(page, entry) if old and old.style in {"|", ">"} else 0
    return block.replaced(page, entry, pen.behind_key(step.value, step.path, indent, old=old, body=body))


def _stays(page: Page, entry: Entry) -> bool:
    """Say whether a new value begins where the old one does."""
    value = entry.value
    if isinstance(value, TextNode):
        return value.start != value.end
    return value.flow or page.line(value.start) == page.line(entry.start)


def _flow_text(value: Data, path: Path, pen: Pen, old: Node) -> str:
    if isinstance(value, str) and isinstance(old, TextNode):
        return pen.scalar(value, path, flow=True, old=old).head
    return pen.flow(value, path)


def _body_column(page: Page, entry: Entry) -> int:
    """Give the column of the body of a block scalar; 0 when it has none."""
    line = page.line(entry.value.start) + 1
    while line <= page.line(entry.value.end):
        begin, end = page.line_begin(line), page.line_end(line)
        written = page.text[begin:end]
        if written.strip():
            return len(written) - len(written.lstrip(" "))
        line += 1
    return 0


def _insert(page: Page, step: Insert, pen: Pen) -> list[Splice]:
    node = find(page.root, step.path)
    assert isinstance(node, ListNode)  # noqa: S101
    if not node.flow:
        return block.added_to_list(page, node, step.index, _items(page, node, step, pen))
    if len(step.values) > 1 and page.line(node.start) != page.line(node.end):
        return []  # each on a line of its own: one step each
    hand = _padded(page, pen, nearest(node.items, step.values[0], step.index))
    texts = [hand.flow(value, (*step.path, step.index + number)) for number, value in enumerate(step.values)]
    return flow.added(page, node, step.index, ", ".join(texts))


def _items(page: Page, node: ListNode, step: Insert, pen: Pen) -> list[tuple[str, Rendered]]:
    """New items of a list without brackets, each with what stands behind its dash."""
    entries, dash = page.entries(node), page.column(node.start)
    found = []
    for number, value in enumerate(step.values):
        path = (*step.path, step.index + number)
        like = nearest(node.items, value, step.index)
        model = next((one for one in entries if one.value is like), None)
        if model is not None and not model.value.flow:  # type: ignore[union-attr]
            lead, inner = block.lead_of(page, model), page.column(model.value.start)
        else:
            lead, inner = " ", dash + 2
        hand = _padded(page, pen, like)
        spread = hand.spreads(value, path, like)
        new = hand.in_item(value, path, dash, inner, like=like)
        found.append((lead if spread else _plain_lead(page, entries), new))
    return found


def _plain_lead(page: Page, entries: list[Entry]) -> str:
    """Give the spaces behind the dashes of one-line items."""
    leads = [block.lead_of(page, one) for one in entries if one.value.start != one.value.end]
    return leads[-1] if leads and not leads[-1].strip(" ") else " "


def _padded(page: Page, pen: Pen, like: Node | None) -> Pen:
    """Let `pen` write braces with the spaces inside that its like has."""
    if isinstance(like, MapNode) and like.flow and like.entries and page.text[like.start] == "{":
        pad = flow.pad_of(page, like)
        return Pen(pen.layout, pen.step, pen.offset, single=pen.single, pad=pad, attempt=pen.attempt)
    return pen


def _add_key(page: Page, step: AddKey, pen: Pen) -> list[Splice]:
    node = find(page.root, step.path)
    assert isinstance(node, MapNode)  # noqa: S101
    path = (*step.path, step.key)
    after = _place(page, node, step.key, pen.layout.order(step.path))
    if node.flow:
        text = f"{pen.flow({step.key: step.value}, step.path)[1:-1]}"
        return flow.added(page, node, after + 1, text)
    indent = page.column(node.start)
    new = pen.behind_key(step.value, path, indent)
    lines = [line.removeprefix(" " * indent) for line in pen.keyed(step.key, new, indent)]
    section = len(lines) > 1 and not isinstance(step.value, str)
    follows_one = after >= 0 and _takes_lines(page, page.entries(node)[after])
    apart = not step.path and page.spaced and (section or follows_one)
    return block.added_to_map(page, node, after, lines, apart=apart)


def _takes_lines(page: Page, entry: Entry) -> bool:
    """Say whether an entry is a section of its own: a list or map over several lines."""
    return not isinstance(entry.value, TextNode) and page.line(entry.value.end) > page.line(entry.start)


def _place(page: Page, node: MapNode, name: str, order: Sequence[str]) -> int:
    """Give the number of the entry after which a new key goes; -1 for before the first."""
    present = [key.text for key, _ in node.entries]
    if name not in order:
        last = len(present) - 1
        return last - 1 if last > 0 and order and present[last] == order[-1] else last
    before = order[: list(order).index(name)]
    for other in reversed(before):
        if other in present:
            return present.index(other)
    first_commented = not node.flow and bool(node.entries) and page.leads(node.start)
    return 0 if first_commented and page.commented_above(node.start) else -1
