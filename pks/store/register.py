"""The register as a folder: where it is, which files in it are agreements, and which agreement is meant."""

from __future__ import annotations

import os
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from pks.domain.compared import folded, name_folded
from pks.errors import Finding, NotFoundError
from pks.message import Message
from pks.store.ids import is_id
from pks.store.walk import folders

FOLDER: Final = "agreements"
OFFICE: Final = ".pks/office.yaml"
PARTNERS: Final = ".pks/partners.yaml"
# Nothing in a register may change its line endings on checkout, and two branches are joined by the merge driver.
KEEP_LINE_ENDINGS: Final = "* -text"
GIT_ATTRIBUTES: Final = f"{KEEP_LINE_ENDINGS}\n*.yaml merge=pks\n"
# Words that an id may hold as well count in capitals only.
_SYNC_COPY: Final = (
    r"conflicted copy|\.sync-conflict-|\(conflict|conflict\)| \([0-9]+\)$|~[0-9a-zA-Z]*$|_conf\([0-9]+\)"
    r"| - Copy| - Salin|\.orig$|(?-i:-(?:DESKTOP|LAPTOP|PC)\b|[._](?:BASE|LOCAL|REMOTE|BACKUP)[._][0-9]+$)"
)
_MOST_CANDIDATES: Final = 8


class Entry(NamedTuple):
    """One agreement's file: `file` is its path from the register's parent, with `/`."""

    id: str
    path: Path
    file: str


class Entries(Mapping[str, Entry]):
    """Agreements by id; an entry is only made when it is asked for."""

    def __init__(self, parent: Path, files: Mapping[str, str]) -> None:
        """Know each id's file as its path from `parent`."""
        self._parent, self.files = parent, files

    def __getitem__(self, id_: str) -> Entry:
        """The entry of `id_`."""
        return Entry(id_, self._parent / self.files[id_], self.files[id_])

    def __iter__(self) -> Iterator[str]:
        """All ids, sorted."""
        return iter(self.files)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.files)

    def __contains__(self, id_: object) -> bool:
        """Whether there is an agreement of that id."""
        return id_ in self.files


class Listing(NamedTuple):
    """The agreements of a register by id, sorted, and what lies among them that is none."""

    entries: Entries
    strays: tuple[Finding, ...]

    @property
    def twins(self) -> dict[str, list[Finding]]:
        """The ids that several files have, each with the strays among them."""
        found: dict[str, list[Finding]] = {}
        for stray in self.strays:
            if stray.code == "file.twin":
                found.setdefault(str(stray.message.values["id"]), []).append(stray)
        return found


class Register:
    """A folder of agreements."""

    def __init__(self, root: Path) -> None:
        """Nothing is looked at yet."""
        self.root = root

    @property
    def parent(self) -> Path:
        """The folder that paths in messages are relative to."""
        return self.root.parent

    @property
    def office_path(self) -> Path:
        """Where the office's rules are."""
        return self.root / OFFICE

    @property
    def partners_path(self) -> Path:
        """Where the partners are, whether or not the file exists."""
        return self.root / PARTNERS

    def relative(self, path: Path) -> str:
        """`path` as messages name it."""
        return path.relative_to(self.parent).as_posix()

    def files_of(self, entry: Entry) -> Path:
        """The folder of an agreement's attachments, whether or not it exists."""
        return entry.path.with_name(f"{entry.id}.files")

    @cached_property
    def listing(self) -> Listing:
        """The agreements as the folder stands at the first look."""
        return _list(self)


def find_register(start: Path) -> Register:
    """The register in `start` or the nearest parent that has one.

    Raises:
        NotFoundError: when there is none up to the root.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / FOLDER).is_dir():
            return Register(folder / FOLDER)
    raise NotFoundError(Message("register.none", folder=str(start)))


def listing_of(register: Register, files: Iterable[str]) -> Listing:
    """What `files`, the paths from the register's parent of all that look like agreements, are."""
    listed: dict[str, str] = {}
    others: dict[str, Message] = {}
    for file in sorted(files, key=lambda one: one.split("/")):
        name = file.rpartition("/")[2]
        stray = _stray(name)
        id_ = name.removesuffix(".yaml")
        if stray is None and id_ in listed:
            stray = Message("file.twin", id=id_, other=listed[id_])
        if stray is None:
            listed[id_] = file
        else:
            others[file] = stray
    said = {file: _twin(file, listed) or stray for file, stray in others.items()}
    strays = tuple(Finding(file, None, None, stray.key, "error", stray) for file, stray in said.items())
    return Listing(Entries(register.parent, dict(sorted(listed.items()))), strays)


def _twin(file: str, listed: Mapping[str, str]) -> Message | None:
    """That a file which is no agreement has the name of one, but for its case or how its letters are composed."""
    name = unicodedata.normalize("NFC", file.rpartition("/")[2]).casefold()
    id_ = name.removesuffix(".yaml")
    return Message("file.twin", id=id_, other=listed[id_]) if name.endswith(".yaml") and id_ in listed else None


def entry_named(register: Register, query: str) -> Entry | None:
    """The agreement whose id, file name or path is `query`, ignoring case; None when there is none."""
    named = query.strip().replace("\\", "/")
    folder, _, name = named.rpartition("/")
    entry = register.listing.entries.get(name.lower().removesuffix(".yaml"))
    if entry is None or not folder or entry.file.lower() == posixpath.normpath(named).lower():
        return entry
    return entry if os.path.realpath(named) == os.path.realpath(entry.path) else None


def stray_at(register: Register, path: Path) -> Finding | None:
    """The stray of `register` that lies at `path`; None when what lies there is none."""
    place = path.absolute().parent.resolve() / path.name
    for stray in register.listing.strays:
        listed = register.parent / stray.file
        if listed.parent.resolve() / listed.name == place:
            return stray
    return None


def candidates(query: str, names: dict[str, tuple[str, tuple[str, ...]]]) -> list[str]:
    """The ids that `query` may mean: by a number exactly, else by a part of id or title, ignoring case.

    `names` holds for each id its title and its numbers.
    """
    wanted = name_folded(query)
    if not wanted:
        return []
    by_number = [id_ for id_, (_, numbers) in names.items() if folded(query) in map(folded, numbers)]
    if by_number:
        return by_number
    return [id_ for id_, (title, _) in names.items() if wanted in id_ or wanted in name_folded(title)]


def not_one(query: str, found: list[str], names: dict[str, tuple[str, tuple[str, ...]]]) -> NotFoundError:
    """The refusal when a query means several agreements, or none: with near ones to choose from."""
    if found:
        more = len(found) - _MOST_CANDIDATES
        lines = [Message("register.candidate", id=one, title=names[one][0]) for one in found[:_MOST_CANDIDATES]]
        if more > 0:
            lines.append(Message("register.more", count=more))
        return NotFoundError(Message("register.several", query=query, count=len(found)), details=tuple(lines))
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake needs it

    near = get_close_matches(query.lower(), names, n=3, cutoff=0.5) or _sharing_words(query, names)
    lines = [Message("register.candidate", id=one, title=names[one][0]) for one in near]
    return NotFoundError(Message("register.near" if near else "register.unknown", query=query), details=tuple(lines))


def _sharing_words(query: str, names: dict[str, tuple[str, tuple[str, ...]]]) -> list[str]:
    words = {word for word in re.split(r"[^a-z0-9]+", query.lower()) if len(word) > 2}  # noqa: PLR2004
    scored = [
        (len(words & set(re.split(r"[^a-z0-9]+", f"{one} {title}".lower()))), one) for one, (title, _) in names.items()
    ]
    best = sorted((one for one in scored if one[0]), key=lambda one: (-one[0], one[1]))
    return [one for _, one in best[:3]]


def _list(register: Register) -> Listing:
    found = folders(register.root)
    return listing_of(register, (file_at(register, folder, one.name) for folder, files in found for one in files))


def file_at(register: Register, folder: str, name: str) -> str:
    """The path from the register's parent of the file `name` in `folder`, which is a path from the register."""
    return f"{register.root.name}/{folder}/{name}" if folder else f"{register.root.name}/{name}"


def stem_of(file: str) -> str:
    """The id that the name of `file`, a path with `/`, gives, or would, were it well formed."""
    return file.rpartition("/")[2].rpartition(".")[0]


def _stray(name: str) -> Message | None:
    """What is wrong with a file name; nothing with one that `is_id` takes."""
    stem, dot, ending = name.rpartition(".")
    if ending == "yaml" and is_id(stem):
        return None
    if any(re.search(_SYNC_COPY, one, re.IGNORECASE) for one in (stem, name)):
        return Message("file.sync-copy", name=name)
    if dot and ending != "yaml":
        return Message("file.wrong-ending", name=name)
    return Message("file.bad-id", name=name)
