"""The register as a folder: where it is, which files in it are agreements, and which agreement is meant."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Final

from pks.domain.rules.surroundings import folded
from pks.errors import Finding, NotFoundError
from pks.message import Message
from pks.store.ids import is_id

FOLDER: Final = "agreements"
OFFICE: Final = ".pks/office.yaml"
# Nothing in a register may change its line endings on checkout, and two branches are joined by the merge driver.
KEEP_LINE_ENDINGS: Final = "* -text"
GIT_ATTRIBUTES: Final = f"{KEEP_LINE_ENDINGS}\n*.yaml merge=pks\n"
# Words that an id may hold as well count in capitals only.
_SYNC_COPY: Final = re.compile(
    r"conflicted copy|\.sync-conflict-|\(conflict|conflict\)| \([0-9]+\)$|~[0-9a-zA-Z]*$|_conf\([0-9]+\)"
    r"| - Copy| - Salin|\.orig$|(?-i:-(?:DESKTOP|LAPTOP|PC)\b|[._](?:BASE|LOCAL|REMOTE|BACKUP)[._][0-9]+$)",
    re.IGNORECASE,
)
_MOST_CANDIDATES: Final = 8


@dataclass(frozen=True)
class Entry:
    """One agreement's file: `file` is its path from the register's parent, with `/`."""

    id: str
    path: Path
    file: str


@dataclass(frozen=True)
class Listing:
    """The agreements of a register by id, sorted, and what lies among them that is none."""

    entries: dict[str, Entry]
    strays: tuple[Finding, ...]


@dataclass(frozen=True)
class Register:
    """A folder of agreements."""

    root: Path

    @property
    def parent(self) -> Path:
        """The folder that paths in messages are relative to."""
        return self.root.parent

    @property
    def office_path(self) -> Path:
        """Where the office's rules are."""
        return self.root / OFFICE

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
    wanted = " ".join(query.split()).casefold()
    if not wanted:
        return []
    by_number = [id_ for id_, (_, numbers) in names.items() if folded(query) in map(folded, numbers)]
    if by_number:
        return by_number
    return [id_ for id_, (title, _) in names.items() if wanted in id_ or wanted in " ".join(title.split()).casefold()]


def not_one(query: str, found: list[str], names: dict[str, tuple[str, tuple[str, ...]]]) -> NotFoundError:
    """The refusal when a query means several agreements, or none: with near ones to choose from."""
    if found:
        more = len(found) - _MOST_CANDIDATES
        lines = [Message("register.candidate", id=one, title=names[one][0]) for one in found[:_MOST_CANDIDATES]]
        if more > 0:
            lines.append(Message("register.more", count=more))
        return NotFoundError(Message("register.several", query=query, count=len(found)), details=tuple(lines))
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
    entries: dict[str, Entry] = {}
    strays: list[Finding] = []
    for path in sorted(_files(register.root)):
        file = register.relative(path)
        stray = _stray(path.name)
        id_ = path.name.removesuffix(".yaml")
        if stray is not None:
            strays.append(Finding(file, None, None, stray.key, "error", stray))
        elif id_ in entries:
            twin = Message("file.twin", id=id_, other=entries[id_].file)
            strays.append(Finding(file, None, None, twin.key, "error", twin))
        else:
            entries[id_] = Entry(id_, path, file)
    return Listing(dict(sorted(entries.items())), tuple(strays))


def _stray(name: str) -> Message | None:
    """What is wrong with a file name; nothing with one that `is_id` takes."""
    stem, dot, ending = name.rpartition(".")
    if ending == "yaml" and is_id(stem):
        return None
    if _SYNC_COPY.search(stem) or _SYNC_COPY.search(name):
        return Message("file.sync-copy", name=name)
    if dot and ending != "yaml":
        return Message("file.wrong-ending", name=name)
    return Message("file.bad-id", name=name)


def _files(folder: Path) -> Iterator[Path]:
    """Every file below `folder` that looks like an agreement's; names beginning with a dot are passed over."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".yaml"):
                if not entry.name.endswith(".files"):
                    yield from _files(Path(entry.path))
            elif _looks_like_yaml(entry.name):  # a folder too, where its name says that a file is meant
                yield Path(entry.path)


def _looks_like_yaml(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith((".yaml", ".yml")) or ".yaml" in lowered
