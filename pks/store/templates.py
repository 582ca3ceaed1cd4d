"""The office's own templates for letters: every docx in `.pks/templates/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from pks.store.disk import durable
from pks.store.register import Register

FOLDER: Final = ".pks/templates"
ENDING: Final = ".docx"


class Template(NamedTuple):
    """One template of the office; `file` is what messages call it."""

    path: Path
    file: str


class Templates(NamedTuple):
    """Those there are, by name, and what messages call the folder they lie in, whether or not it exists."""

    folder: str
    own: Mapping[str, Template]


def templates_of(register: Register) -> Templates:
    """The templates of the office of `register`.

    Raises:
        EnvironmentFailureError: when their folder cannot be looked into.
    """
    return Templates(durable.shown(_folder(register), register.root), dict(_own(register)))


def place_of(register: Register, name: str) -> Template:
    """Where the template `name` lies, or would."""
    path = _folder(register) / f"{name}{ENDING}"
    return templates_of(register).own.get(name) or Template(path, durable.shown(path, register.root))


def content_of_template(register: Register, template: Template) -> bytes:
    """The bytes of `template`.

    Raises:
        EnvironmentFailureError: when it cannot be read.
    """
    with durable.nothing_written(template.path, register.root):
        return durable.read(template.path)


def _folder(register: Register) -> Path:
    return register.root / FOLDER


def _own(register: Register) -> Iterator[tuple[str, Template]]:
    """What Word leaves beside an open file, and what no plain file is, is none."""
    folder = _folder(register)
    if not folder.is_dir():
        return
    with durable.nothing_written(folder, register.root):
        found = sorted(folder.iterdir())
    for path in found:
        if path.suffix.lower() == ENDING and path.is_file() and not path.name.startswith((".", "~$")):
            yield path.stem, Template(path, durable.shown(path, register.root))
