"""Make a register: its folder, the office's rules and what git must know; a repository where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from pks.domain.model.schema import FileLayout, office_shape
from pks.errors import ConflictError, EnvironmentFailureError
from pks.git import driver, repository, running
from pks.language.render import Language, say
from pks.message import Message
from pks.store.book import Book
from pks.store.disk.durable import make_folders
from pks.store.new_text import SCHEMA
from pks.store.register import FOLDER, GIT_ATTRIBUTES, Register
from pks.store.text.fresh import write
from pks.workflow.save import FileChange, Options, save, writing

DEFAULT_TIERS: Final = {
    "regency": (("bupati", "14d"), ("gubernur", "30d")),
    "city": (("wali kota", "14d"), ("gubernur", "30d")),
    "province": (("gubernur", "14d"), ("menteri", "30d")),
    "ministry": (("menteri", "14d"),),
    "agency": (("kepala", "14d"),),
}
_RULES: Final = """\
notice: 3 months             # {notice}
last_day: eve                # {last_day}
reminders: [180d, 90d, 60d, 30d, 7d, 0d]
stages: {{draft: 90d, facilitation: 30d, corrections: 30d, registration: 14d}}     # {stages}
replies: {{offer: 30d, correction: 14d, council: 45 working days}}     # {replies}
holidays: []                 # {holidays}
register: "REG/{{year}}/{{seq:03}}"     # {register}
team: null                   # {team}
"""


@dataclass(frozen=True)
class NewOffice:
    """What the founder of a register says of it.

    `tiers` are to whom reports go and within what time; `schema` is what editors are to know of the files.
    """

    office: str
    region: str
    tier: str
    profile: str
    language: Language
    tiers: Sequence[tuple[str, str]]
    schema: str


def place_for(folder: Path) -> Register:
    """The register that is to be made in `folder`.

    Raises:
        ConflictError: when there is a register with an office already.
    """
    register = Register(folder.absolute() / FOLDER)
    if register.office_path.exists():
        raise ConflictError(Message("init.exists", folder=str(register.root)))
    return register


def found_register(folder: Path, founder: NewOffice, today: date, options: Options) -> tuple[Register, str | None]:
    """Make `agreements/` in `folder`, with a commit of its own; give it, and the diff of a dry run.

    Raises:
        ConflictError: when there is a register with an office already.
        EnvironmentFailureError: the disk or git is not ready; what was made on the way is gone again.
    """
    register = place_for(folder)
    if options.dry_run:
        return register, _save(register, founder, today, options)
    made = [place for place in (folder.absolute() / ".git", register.root) if not place.exists()]
    try:
        make_folders(register.root)
        if options.commit is not False and running.installed():
            _ready_git(folder, register)
        return register, _save(register, founder, today, options)
    except EnvironmentFailureError:
        for place in made:
            shutil.rmtree(place, ignore_errors=True)  # nothing of a person's is in it yet
        raise


def _ready_git(folder: Path, register: Register) -> None:
    """A repository where there is none, and in its settings how it joins two versions of a register's file."""
    if repository.find(register.root) is None:
        repository.init(folder)
    tree = repository.find(register.root)
    if tree is not None and not driver.installed(tree):
        driver.install(tree)


def _save(register: Register, founder: NewOffice, today: date, options: Options) -> str | None:
    book = Book(register)
    with writing(book, options):
        changes = [FileChange(register.office_path, None, office_text(founder, today).encode("utf-8"))]
        schema = register.root / SCHEMA
        if not schema.exists():
            changes.append(FileChange(schema, None, founder.schema.encode("utf-8")))
        attributes = register.root / ".gitattributes"
        if not attributes.exists():
            changes.append(FileChange(attributes, None, GIT_ATTRIBUTES.encode("ascii")))
        return save(book, changes, "register: founded", options)


def office_text(founder: NewOffice, today: date) -> str:
    """The text of a new office.yaml: what its founder said, then every rule at its default."""
    layout = FileLayout(office_shape())
    head: dict[str, Any] = {
        "office": founder.office,
        "region": founder.region,
        "profile": founder.profile,
        "tier": founder.tier,
        "language": founder.language,
        "timezone": "WIB",
        "commit": "true",
        "folder": "",
    }
    tiers = [{"to": to, "within": within} for to, within in founder.tiers]
    reports: dict[str, Any] = {"reports": {"every": "6 months", "since": f"{today.year}-01-01", "tiers": tiers}}
    names = ("notice", "last_day", "stages", "replies", "holidays", "register", "team")
    rules = _RULES.format(**{name: say(Message(f"office.{name}"), founder.language) for name in names})
    comment = say(Message("office.rules"), founder.language)
    return f"{write(head, layout)}\n{rules}\n{write(reports, layout)}\nrules: {{}}                    # {comment}\n"
