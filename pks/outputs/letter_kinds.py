"""The kinds of letters there are: those that come with pks, and every docx in the office's `.pks/templates/`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from pks.errors import UsageError
from pks.message import Message
from pks.store.disk import durable
from pks.store.register import Register
from pks.tables.table import Column, Row, Table, one_group

SHIPPED: Final = ("invitation", "minutes", "notice")
FOLDER: Final = ".pks/templates"
_ENDING: Final = ".docx"


class Kind(NamedTuple):
    """One kind; `path` is the office's own template, None where the one that comes with pks is used."""

    name: str
    path: Path | None


def folder_of(register: Register) -> Path:
    """Where the office's own templates are, whether or not it exists."""
    return register.root / FOLDER


def kinds(register: Register) -> dict[str, Kind]:
    """Every kind by name: those that come with pks first, the office's others after them by name."""
    own = dict(_own(register))
    return {name: Kind(name, own.get(name)) for name in (*SHIPPED, *sorted(set(own) - set(SHIPPED)))}


def kind_named(register: Register, name: str) -> Kind:
    """The kind `name`, ignoring case.

    Raises:
        UsageError: when there is none; names those there are.
    """
    known = kinds(register)
    wanted = name.strip().casefold()
    found = [one for one in known.values() if one.name.casefold() == wanted]
    if not found:
        raise UsageError(Message("letter.unknown-kind", kind=name, kinds=list(known), folder=_shown(register)))
    return found[0]


def template_of(kind: Kind, register: Register) -> tuple[bytes, str]:
    """The bytes of the template of `kind`, and what messages call it.

    Raises:
        EnvironmentFailureError: when the office's own cannot be read.
    """
    if kind.path is None:
        return shipped(kind.name), f"{kind.name}{_ENDING}"
    with durable.nothing_written(kind.path, register.root):
        return durable.read(kind.path), durable.shown(kind.path, register.root)


def shipped(name: str) -> bytes:
    """The template `name` that comes with pks."""
    return files("pks.outputs").joinpath("templates", f"{name}{_ENDING}").read_bytes()


def kinds_table(register: Register) -> Table:
    """Each kind, what it is for, and where its template is."""
    columns = (
        Column("kind", Message("letter.column.kind")),
        Column("what", Message("letter.column.what"), weight=4),
        Column("from", Message("letter.column.from"), weight=3),
    )
    rows = [Row((one.name, _about(one.name), _from(one, register))) for one in kinds(register).values()]
    return Table(columns, one_group(rows), Message("letter.none"))


def _about(name: str) -> Message:
    return Message(f"letter.kind.{name}" if name in SHIPPED else "letter.kind.own")


def _from(kind: Kind, register: Register) -> Message:
    if kind.path is None:
        return Message("letter.from-pks")
    return Message("letter.from-file", file=durable.shown(kind.path, register.root))


def _own(register: Register) -> Iterator[tuple[str, Path]]:
    """The office's templates; what Word leaves beside an open file, and what no plain file is, is none."""
    folder = folder_of(register)
    if not folder.is_dir():
        return
    with durable.nothing_written(folder, register.root):
        found = sorted(folder.iterdir())
    for path in found:
        if path.suffix.lower() == _ENDING and path.is_file() and not path.name.startswith((".", "~$")):
            yield path.stem, path


def _shown(register: Register) -> str:
    return durable.shown(folder_of(register), register.root)
