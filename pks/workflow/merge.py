"""Join two versions of a file of a register, as git asks for: the result goes where our version was."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pks.domain.model.schema import FileLayout, Shape, agreement_shape, office_shape
from pks.domain.values import COUNT
from pks.errors import InvalidError
from pks.message import Message
from pks.store.contents import LARGEST
from pks.store.disk.replace import replace
from pks.store.merging.texts import Merged, Names, merge, no_room
from pks.store.numbers import NUMBERS, SHAPE
from pks.store.register import OFFICE
from pks.store.text.guard import SyntaxProblems
from pks.store.text.nodes import data, parse
from pks.store.text.splice import CannotSplice, Put, apply

_MARK: Final = 7  # characters, as git has it


def merge_files(base: Path, ours: Path, theirs: Path, *, name: str, marker_size: int = _MARK) -> Merged:
    """Join the files and write the result over `ours`; `name` is what the file is called in the register.

    Raises:
        InvalidError: a file is no UTF-8 text, or larger than a register's may be; nothing was written.
        ConflictError, EnvironmentFailureError: `ours` cannot be written; nothing was.
        OSError: a file cannot be read.
    """
    old, mine, other = (_text(path) for path in (base, ours, theirs))
    result = merge_texts(old, mine, other, name=name, marker_size=marker_size)
    if result.text != mine:
        replace(ours, result.text.encode("utf-8"), expected=mine.encode("utf-8"), root=ours.parent)
    return result


def merge_texts(base: str, ours: str, theirs: str, *, name: str, marker_size: int = _MARK) -> Merged:
    """Join two texts of the file `name`; numbers given are joined by maximum, everything else by what it says.

    Nothing is joined into a text that no command could read.
    """
    names = Names(size=marker_size)
    merged = _joined(base, ours, theirs, name, names)
    if merged.conflicts or len(merged.text.encode("utf-8")) <= LARGEST:
        return merged
    return no_room(ours, theirs, names)


def _joined(base: str, ours: str, theirs: str, name: str, names: Names) -> Merged:
    if name.endswith(NUMBERS):
        try:
            return Merged(_highest(ours, theirs), ())
        except (SyntaxProblems, CannotSplice, ValueError):
            pass  # joined as any other file
    return merge(base, ours, theirs, _shape(name), names)


def _shape(name: str) -> Shape:
    if name.endswith(NUMBERS):
        return SHAPE
    return office_shape() if name.endswith(OFFICE) else agreement_shape()


def _highest(ours: str, theirs: str) -> str:
    """Our numbers, each raised to theirs where theirs is higher."""
    mine, other = data(parse(ours)), data(parse(theirs))
    higher = [key for key, value in other.items() if key not in mine or _count(value) > _count(mine[key])]
    changes = [Put((key,), other[key]) for key in higher]
    return apply(ours, changes, FileLayout(SHAPE)) if changes else ours


def _count(value: object) -> int:
    return int(str(COUNT.read(str(value))))


def _text(path: Path) -> str:
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise InvalidError(Message("merge.too-large", file=str(path), limit=LARGEST // 1024))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidError(Message("merge.not-text", file=str(path), offset=error.start)) from None
