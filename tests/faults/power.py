"""Every state of the disk that a power cut may leave: what was asked for, less what no fsync had made sure of.

The file system promised here is weak (after ALICE, OSDI 2014). Bytes of a file reach the disk in any part until
that file is synced; a name is made, changed or removed in one step, but in any order with others until its folder is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

_HALF: Final = 2
Tree = dict[str, bytes]


@dataclass(frozen=True)
class Names:
    """Names that change in one step: in which folder, which, and what it then leads to; None for nothing."""

    changes: tuple[tuple[int, str, int | None], ...]


@dataclass(frozen=True)
class Bytes:
    """Bytes written to a file at an offset; None for a file that is emptied."""

    file: int
    offset: int
    content: bytes | None


@dataclass(frozen=True)
class Sync:
    """A file or folder, by number, is on disk as far as it was asked for."""

    what: int


Step = Names | Bytes | Sync


@dataclass
class Disk:
    """Folders and files by number; 0 is the folder that is looked at."""

    folders: dict[int, dict[str, int]] = field(default_factory=lambda: {0: {}})
    files: dict[int, bytes] = field(default_factory=dict)

    def new(self) -> int:
        """A number nothing has."""
        return max((*self.folders, *self.files)) + 1

    def at(self, path: Path) -> int | None:
        """What lies at `path`, relative to the folder that is looked at."""
        number: int | None = 0
        for part in path.parts:
            number = None if number is None else self.folders.get(number, {}).get(part)
        return number

    def tree(self, number: int = 0, before: str = "") -> Tree:
        """Every file that can be reached by a name."""
        found: Tree = {}
        for name, one in self.folders[number].items():
            if one in self.folders:
                found |= self.tree(one, f"{before}{name}/")
            else:
                found[f"{before}{name}"] = self.files[one]
        return found

    def copy(self) -> Disk:
        """Another disk that holds the same."""
        return Disk({number: dict(names) for number, names in self.folders.items()}, dict(self.files))

    def take(self, step: Step) -> None:
        """Do `step`."""
        if isinstance(step, Names):
            for folder, name, to in step.changes:
                if to is None:
                    self.folders[folder].pop(name, None)
                else:
                    self.folders[folder][name] = to
        elif isinstance(step, Bytes):
            self.files[step.file] = written(self.files[step.file], step)


def written(old: bytes, step: Bytes) -> bytes:
    """`old` with the bytes of `step`."""
    if step.content is None:
        return b""
    return old[: step.offset].ljust(step.offset, b"\0") + step.content + old[step.offset + len(step.content) :]


class Recorder:
    """Writes down, in order, what is asked of the system for what lies in `folder`."""

    def __init__(self, folder: Path) -> None:
        """Know what is there now."""
        self.folder = folder
        self.before = _disk(folder)
        self.now = self.before.copy()
        self.steps: list[Step] = []
        self._opened: dict[int, list[int]] = {}  # what a descriptor leads to, and at which offset it is

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Have every call pass here."""
        with pytest.MonkeyPatch.context() as patch:
            for name in ("open", "write", "fsync", "close", "rename", "replace", "link", "unlink", "mkdir", "rmdir"):
                patch.setattr(os, name, self._wrap(getattr(self, f"_{name}"), getattr(os, name)))
            yield

    @staticmethod
    def _wrap(note: Callable[..., None], real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            result = real(*args, **kwargs)
            note(result, *args)
            return result

        return call

    def _step(self, step: Step) -> None:
        self.now.take(step)
        self.steps.append(step)

    def _inside(self, path: Any) -> Path | None:
        if not isinstance(path, str | os.PathLike):
            return None
        whole = Path(os.path.abspath(os.fspath(path)))  # noqa: PTH100  # follows no link
        return whole.relative_to(self.folder) if whole.is_relative_to(self.folder) else None

    def _name(self, path: Path, to: int | None) -> tuple[int, str, int | None]:
        folder = self.now.at(path.parent)
        assert folder is not None
        return folder, path.name, to

    def _open(self, result: int, path: Any, flags: int, *_: Any) -> None:
        inside = self._inside(path)
        if inside is None:
            return
        number = self.now.at(inside)
        if number is None:
            number = self.now.new()
            self.now.files[number] = self.before.files[number] = b""
            self._step(Names((self._name(inside, number),)))
        elif flags & os.O_TRUNC:
            self._step(Bytes(number, 0, None))
        self._opened[result] = [number, 0]

    def _write(self, result: int, descriptor: int, content: bytes) -> None:
        if descriptor in self._opened:
            number, offset = self._opened[descriptor]
            self._step(Bytes(number, offset, bytes(content[:result])))
            self._opened[descriptor][1] += result

    def _fsync(self, _: None, descriptor: int) -> None:
        if descriptor in self._opened:
            self._step(Sync(self._opened[descriptor][0]))

    def _close(self, _: None, descriptor: int) -> None:
        self._opened.pop(descriptor, None)

    def _replace(self, _: None, source: Any, target: Any) -> None:
        old, new = self._inside(source), self._inside(target)
        if old is not None and new is not None:
            self._step(Names((self._name(new, self.now.at(old)), self._name(old, None))))

    _rename = _replace

    def _link(self, _: None, source: Any, target: Any) -> None:
        old, new = self._inside(source), self._inside(target)
        if old is not None and new is not None:
            self._step(Names((self._name(new, self.now.at(old)),)))

    def _unlink(self, _: None, path: Any) -> None:
        inside = self._inside(path)
        if inside is not None:
            self._step(Names((self._name(inside, None),)))

    _rmdir = _unlink

    def _mkdir(self, _: None, path: Any, *__: Any) -> None:
        inside = self._inside(path)
        if inside is not None:
            number = self.now.new()
            self.now.folders[number] = {}
            self.before.folders[number] = {}
            self._step(Names((self._name(inside, number),)))


def _disk(folder: Path) -> Disk:
    disk = Disk()
    numbers = {folder: 0}
    for place, folders, names in os.walk(folder):
        here = disk.folders[numbers[Path(place)]]
        for name in folders:
            here[name] = numbers[Path(place, name)] = disk.new()
            disk.folders[here[name]] = {}
        for name in names:
            here[name] = disk.new()
            disk.files[here[name]] = Path(place, name).read_bytes()
    return disk


def crash_states(before: Disk, steps: Sequence[Step]) -> Iterator[tuple[bool, Tree]]:
    """Every tree a power cut may leave, and whether it came when all had been said to be done."""
    for done in range(len(steps) + 1):
        asked = steps[:done]
        sure = [_is_sure(number, asked) for number in range(done)]
        unsure = [number for number, step in enumerate(asked) if isinstance(step, Names) and not sure[number]]
        files = sorted({step.file for number, step in enumerate(asked) if isinstance(step, Bytes) and not sure[number]})
        contents = [list(_contents(before.files[file], file, asked, sure)) for file in files]
        for kept in product((True, False), repeat=len(unsure)):
            lost = {number for number, is_kept in zip(unsure, kept, strict=True) if not is_kept}
            disk = before.copy()
            for number, step in enumerate(asked):
                if number not in lost:
                    disk.take(step)
            for chosen in product(*contents):
                disk.files |= dict(zip(files, chosen, strict=True))
                yield done == len(steps), disk.tree()


def _is_sure(number: int, asked: Sequence[Step]) -> bool:
    """Whether the step is on disk for sure after all of `asked`."""
    step, later = asked[number], {one.what for one in asked[number:] if isinstance(one, Sync)}
    if isinstance(step, Names):
        return {folder for folder, _, _ in step.changes} <= later
    return isinstance(step, Sync) or step.file in later


def _contents(old: bytes, file: int, asked: Sequence[Step], sure: Sequence[bool]) -> Iterator[bytes]:
    """What the file may hold: what is sure, then more and more of the rest, the last in part, or its length alone."""
    now = old
    for step, is_sure in zip(asked, sure, strict=True):
        if isinstance(step, Bytes) and step.file == file:
            if not is_sure:
                yield now
                if step.content:
                    half = Bytes(file, step.offset, step.content[: len(step.content) // _HALF])
                    yield written(now, half)
                    yield written(now, Bytes(file, step.offset, b"\0" * len(step.content)))
            now = written(now, step)
    yield now


def told(tree: Mapping[str, bytes]) -> Tree:
    """Of `tree`, the files that are somebody's."""
    return {
        path: content
        for path, content in tree.items()
        if not path.endswith(".pks-tmp") and not {"cache", "rescue", ".git"} & set(path.split("/"))
    }
