"""What a template may say: placeholders that exist, `if`, `for` and a few filters, found out before it runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from pks.message import Message
from pks.tables.letter_fields import FIELDS, PARTS, Field

if TYPE_CHECKING:
    from jinja2 import nodes

Scope = Mapping[str, Field]

FILTERS: Final = frozenset({"upper", "lower", "join", "length", "first", "last"})
LOOP: Final = frozenset({"index", "index0", "first", "last", "length"})
_ALLOWED: Final = frozenset({
    "Template", "Output", "TemplateData", "Name", "Getattr", "Const", "If", "CondExpr", "Compare", "Operand",
    "And", "Or", "Not", "Filter",
})  # fmt: skip
_DEEPEST: Final = 4
_LOOP: Final = Field("map", inner={name: Field("text") for name in LOOP})
_ANYTHING: Final = Field("text")


def faults_of(tree: nodes.Template) -> list[Message]:
    """What the template `tree` names that there is not, or does that a letter has no need of; each once."""
    found: dict[str, Message] = {}
    for one in _within(tree, FIELDS, 0):
        found.setdefault(repr(one), one)
    return list(found.values())


def _within(node: nodes.Node, scope: Scope, depth: int) -> Iterator[Message]:
    name = type(node).__name__
    if name == "For":
        yield from _loop(node, scope, depth + 1)
    elif name in {"Name", "Getattr"}:
        yield from _named(node, scope)
    elif name not in _ALLOWED or (name == "Filter" and node.name not in FILTERS):  # type: ignore[attr-defined]
        yield Message("letter.not-allowed", what=_shown(node))
    else:
        for child in node.iter_child_nodes():
            yield from _within(child, scope, depth)


def _loop(node: Any, scope: Scope, depth: int) -> Iterator[Message]:
    """A `for` over a list of the content; its body knows one item more."""
    if depth > _DEEPEST or node.test is not None or node.recursive or type(node.target).__name__ != "Name":
        yield Message("letter.not-allowed", what="for")
        return
    faults = list(_within(node.iter, scope, depth))
    yield from faults
    found = _field(node.iter, scope)
    if not faults and (found is None or found.kind not in {"list", "texts"}):
        yield Message("letter.no-list", name=_path(node.iter) or "?")
    item = Field("map", inner=found.inner) if found is not None and found.kind == "list" else _ANYTHING
    inside = {**scope, node.target.name: item, "loop": _LOOP}
    for child in (*node.body, *node.else_):
        yield from _within(child, inside, depth)


def _named(node: Any, scope: Scope) -> Iterator[Message]:
    path = _path(node)
    if path is None:
        yield Message("letter.not-allowed", what=_shown(node))
    elif _field(node, scope) is None:
        near = get_close_matches(path, list(_names(scope)), n=1, cutoff=0.7)
        key = "letter.unknown-field-near" if near else "letter.unknown-field"
        yield Message(key, name=path, near=near[0] if near else None)


def _names(scope: Scope) -> Iterator[str]:
    for name, one in scope.items():
        yield name
        yield from (f"{name}.{inner}" for inner in (*one.inner, *PARTS.get(one.kind, ())) if one.kind != "list")


def _path(node: Any) -> str | None:
    """`a.b.c` of what names something; None for anything else."""
    if type(node).__name__ == "Name":
        return str(node.name)
    if type(node).__name__ != "Getattr":
        return None
    before = _path(node.node)
    return None if before is None else f"{before}.{node.attr}"


def _field(node: Any, scope: Scope) -> Field | None:
    """The field that is named; None where there is none."""
    if type(node).__name__ == "Name":
        return scope.get(node.name)
    if type(node).__name__ != "Getattr":
        return None
    before = _field(node.node, scope)
    if before is None:
        return None
    if before.kind == "map":
        return before.inner.get(node.attr)
    return _ANYTHING if node.attr in PARTS.get(before.kind, ()) else None


def _shown(node: Any) -> str:
    """What to call it: a filter by its name, else the kind of expression."""
    name = getattr(node, "name", None)
    return f"|{name}" if type(node).__name__ == "Filter" and name else type(node).__name__.lower()
