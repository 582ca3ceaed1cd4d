"""Bytes become a typed value: size, UTF-8, guard, nodes, schema; every error with its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, Generic, NamedTuple, TypeVar

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import Path, Shape, agreement_shape, office_shape, shape_at
from pks.domain.model.typed import Wrong, typed
from pks.domain.near import GUESSES, nearest
from pks.domain.office import Office
from pks.errors import Finding
from pks.message import Message
from pks.store.contents import UnreadableError, content_of, decoded
from pks.store.text.nodes import ListNode, MapNode, Node, SyntaxProblems, TextNode, data, parse, parse_list

Value = TypeVar("Value")


class Reading(NamedTuple, Generic[Value]):
    """What became of one file: its bytes, and as much as could be understood of them.

    `file` is relative to the register's parent. `text` and `root` are None where the bytes are not
    YAML that is accepted here; `value` is None where `errors` is not empty, but for partners.yaml, where it
    holds the entries without one.
    """

    file: str
    content: bytes
    text: str | None
    root: MapNode | ListNode | None
    value: Value | None
    errors: tuple[Finding, ...]

    @property
    def data(self) -> Any:
        """What the text says, as plain data; None where it is no YAML."""
        return None if self.root is None else data(self.root)


def read_agreement(path: FilePath, file: str) -> Reading[Agreement]:
    """Read one agreement's file. A file that cannot be read or understood is a `Reading` with errors."""
    return read_typed(path, file, agreement_shape())


def read_office(path: FilePath, file: str) -> Reading[Office]:
    """Read `.pks/office.yaml`; a missing or empty one is the defaults."""
    return read_or_nothing(path, file, office_shape(), Office())


def understand(content: bytes, file: str) -> Reading[Agreement]:
    """Read what would stand in an agreement's file, without the file."""
    return _understand(content, file, agreement_shape())


def node_at(root: Node, path: Path) -> Node:
    """The node at `path`, or the nearest one above it that exists; an item may stand without its list."""
    node = root
    for step in path:
        if isinstance(step, int) and not isinstance(node, ListNode):
            continue
        below = _below(node, step)
        if below is None:
            break
        node = below
    return node


def notes(root: Node, shape: Shape) -> Iterator[tuple[Node, str, Message]]:
    """What the reader accepts but a person should look at: each place with a level and a message."""
    for number, (key, _value, _place, known) in enumerate(_unknown_keys(root, shape)):
        yield key, "warning", _unknown(key, known if number < GUESSES else ())


def read_typed(path: FilePath, file: str, shape: Shape) -> Reading[Any]:
    """Read a file of `shape`; one that cannot be read is a `Reading` with errors."""
    try:
        content = content_of(path)
    except UnreadableError as error:
        return Reading(file, b"", None, None, None, (_finding(file, 1, 1, error.message),))
    return _understand(content, file, shape)


def read_or_nothing(path: FilePath, file: str, shape: Shape, nothing: Value) -> Reading[Value]:
    """As `read_typed`, for a file that need not be there: a missing or empty one says `nothing`."""
    if not path.exists() and not path.is_symlink():
        return Reading(file, b"", None, None, nothing, ())
    reading: Reading[Value] = read_typed(path, file, shape)
    if [finding.code for finding in reading.errors] == ["yaml.empty"]:
        return Reading(file, reading.content, None, None, nothing, ())
    return reading


def _understand(content: bytes, file: str, shape: Shape) -> Reading[Any]:
    try:
        text = decoded(content)
        root = parse_list(text) if shape.form == "list" else parse(text)
    except UnreadableError as error:
        found = _finding(file, error.line, error.column, error.message)
        return Reading(file, content, None, None, None, (found,))
    except SyntaxProblems as error:
        problems = tuple(Finding(file, one.line, one.column, one.code, "error", one.message) for one in error.problems)
        return Reading(file, content, None, None, None, problems)
    errors = [_finding(file, key.line, key.column, _comma(key)) for key in _commas(root, shape)]
    value, wrong = typed(shape, data(root))
    errors += [_located(file, root, one) for one in wrong]
    errors.sort(key=lambda one: (one.line or 0, one.column or 0))
    return Reading(file, content, text, root, None if errors else value, tuple(errors))


def _located(file: str, root: Node, wrong: Wrong) -> Finding:
    node = node_at(root, wrong.path)
    return _finding(file, node.line, node.column, wrong.message)


def _below(node: Node, step: str | int) -> Node | None:
    if isinstance(node, MapNode):
        return next((value for key, value in node.entries if key.text == step), None)
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _unknown_keys(root: Node, shape: Shape) -> Iterator[tuple[TextNode, Node, MapNode, tuple[str, ...]]]:
    """Every key that the schema lacks and that is not the office's own: the key, its value, its map, the known keys."""
    places: list[tuple[Node, Path]] = [(root, ())]
    while places:
        node, path = places.pop()
        if isinstance(node, ListNode):
            places += [(item, (*path, number)) for number, item in enumerate(node.items)]
        if not isinstance(node, MapNode):
            continue
        known = _known(shape_at(shape, path))
        for key, value in node.entries:
            if known and key.text not in known:
                if not key.text.startswith("x-"):
                    yield key, value, node, known
            else:
                places.append((value, (*path, key.text)))


def _known(shape: Shape | None) -> tuple[str, ...]:
    while shape is not None and shape.form == "list":
        shape = shape.item
    return tuple(shape.fields) if shape is not None and shape.form == "map" else ()


def _commas(root: Node, shape: Shape) -> list[TextNode]:
    found = []
    for key, value, place, _known_keys in _unknown_keys(root, shape):
        empty = isinstance(value, TextNode) and not value.style and value.start == value.end
        if place.flow and empty:
            found.append(key)
    return found


def _comma(key: TextNode) -> Message:
    return Message("value.comma-in-braces", key=key.text, braces="{}")


def _unknown(key: TextNode, known: tuple[str, ...]) -> Message:
    near = known and nearest(key.text.lower(), known)
    if near:
        return Message("value.unknown-key-near", key=key.text, near=near)
    return Message("value.unknown-key", key=key.text)


def _finding(file: str, line: int, column: int, message: Message) -> Finding:
    return Finding(file, line, column, message.key, "error", message)
