"""The kinds of letters there are: those that come with pks, and every template of the office's own."""

from __future__ import annotations

from importlib.resources import files
from typing import Final, NamedTuple

from pks.errors import UsageError
from pks.message import Message
from pks.store.templates import ENDING, Template, Templates
from pks.tables.table import Column, Row, Table, one_group

SHIPPED: Final = ("invitation", "minutes", "notice")


class Kind(NamedTuple):
    """One kind; `own` is the office's own template, None where the one that comes with pks is used."""

    name: str
    own: Template | None

    @property
    def file(self) -> str:
        """What messages call the template."""
        return f"{self.name}{ENDING}" if self.own is None else self.own.file


def kinds(templates: Templates) -> dict[str, Kind]:
    """Every kind by name: those that come with pks first, the office's others after them by name."""
    own = templates.own
    return {name: Kind(name, own.get(name)) for name in (*SHIPPED, *sorted(set(own) - set(SHIPPED)))}


def kind_named(templates: Templates, name: str) -> Kind:
    """The kind `name`, ignoring case.

    Raises:
        UsageError: when there is none; names those there are.
    """
    known = kinds(templates)
    wanted = name.strip().casefold()
    found = [one for one in known.values() if one.name.casefold() == wanted]
    if not found:
        raise UsageError(Message("letter.unknown-kind", kind=name, kinds=list(known), folder=templates.folder))
    return found[0]


def shipped(name: str) -> bytes:
    """The template `name` that comes with pks."""
    return files("pks.outputs").joinpath("templates", f"{name}{ENDING}").read_bytes()


def kinds_table(templates: Templates) -> Table:
    """Each kind, what it is for, and where its template is."""
    columns = (
        Column("kind", Message("letter.column.kind")),
        Column("what", Message("letter.column.what"), weight=4),
        Column("from", Message("letter.column.from"), weight=3),
    )
    rows = [Row((one.name, _about(one.name), _from(one))) for one in kinds(templates).values()]
    return Table(columns, one_group(rows), Message("letter.none"))


def _about(name: str) -> Message:
    return Message(f"letter.kind.{name}" if name in SHIPPED else "letter.kind.own")


def _from(kind: Kind) -> Message:
    return Message("letter.from-pks") if kind.own is None else Message("letter.from-file", file=kind.own.file)
