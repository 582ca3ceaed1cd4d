"""The one way a command's changes reach the disk and git: looked at before, written whole, committed after."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pks.errors import EnvironmentFailureError, InvalidError, PksError, UnconfirmedError
from pks.git import commits, readiness, repository
from pks.message import Message
from pks.store.book import Book
from pks.store.disk.durable import Content
from pks.store.disk.lock import locked
from pks.store.disk.replace import move, replace_all

Note = Callable[[Message], None]


@dataclass(frozen=True)
class Options:
    """How a writing command writes. `commit` None leaves it to the office.

    `note` says things beside the result; `written` is told as soon as the register is not what it was.
    """

    dry_run: bool = False
    commit: bool | None = None
    note: Note = field(default=lambda _: None)
    written: Callable[[], None] = field(default=lambda: None)


@dataclass(frozen=True)
class FileChange:
    """New bytes for a file; `old` is what it must hold now, None for a file that must not exist yet.

    What is copied from elsewhere, and may be large, comes in pieces; a dry run shows no diff of it.
    """

    path: Path
    old: bytes | None
    new: Content


@dataclass(frozen=True)
class Move:
    """A file or folder gets another name; `old_bytes` is what a file must hold now, None for a folder."""

    source: Path
    target: Path
    old_bytes: bytes | None


@contextmanager
def writing(book: Book, options: Options) -> Iterator[None]:
    """Be the register's only writer, with rules that are known.

    Raises:
        InvalidError: when office.yaml cannot be understood.
        ConflictError: when another process is writing.
    """
    if book.office_reading.errors:
        file = book.office_reading.file
        raise InvalidError(Message("write.office-invalid", file=file), details=book.office_reading.errors)
    if options.dry_run:
        yield
    else:
        with locked(book.register.root):
            yield


def save(
    book: Book,
    changes: Sequence[FileChange],
    summary: str,
    options: Options,
    *,
    moves: Sequence[Move] = (),
    placed: Sequence[Path] = (),
) -> str | None:
    """Write `changes`, then make `moves`, in one commit; with a dry run give the diff instead.

    `placed` are files that lie where they belong already and are committed with the others.

    Must be called inside `writing`. A hand edit that was not committed goes first, in its own commit.

    Raises:
        ConflictError, EnvironmentFailureError: nothing was written.
        UnconfirmedError: written, but not on disk for sure, or not committed.
    """
    if options.dry_run:
        return "".join(map(_diff, [book] * len(changes), changes)) + "".join(_moved(book, one) for one in moves)
    root = book.register.root
    tree = work_tree(book, options)
    before = [*(change.path for change in changes), *(one.source for one in moves), *placed]
    after = [one.target for one in moves]
    if tree is not None:
        readiness.ready(tree, [*before, *after])
        for path in [one.path for one in changes if one.old is not None] + [one.source for one in moves]:
            _commit_hand_edit(tree, path)
    replace_all([(change.path, change.new, change.old) for change in changes], root=root)
    if changes:
        options.written()
    _move_all(moves, root, done=len(changes))
    options.written()
    if tree is not None:
        _commit(tree, [*before, *after], summary)
    return None


def _commit(tree: repository.Repository, paths: Sequence[Path], summary: str) -> None:
    """Commit what has been written; whatever fails from here on, that it was written is said."""
    try:
        commits.commit(tree, paths, summary)
    except OSError as error:
        reason = error.strerror or str(error)
        message = Message("git.failed", command="commit", folder=str(tree.top), reason=reason)
        raise UnconfirmedError(message) from error


def _move_all(moves: Sequence[Move], root: Path, *, done: int) -> None:
    """Make `moves`; where something has been written before one fails, that is said."""
    total = done + len(moves)
    for number, one in enumerate(moves, done):
        try:
            move(one.source, one.target, expected=one.old_bytes, root=root)
        except UnconfirmedError:
            raise
        except PksError as error:
            if not number:
                raise
            partly = Message("disk.partly", done=number, total=total)
            raise UnconfirmedError(partly, details=(error.message, *error.details)) from error


def _commit_hand_edit(tree: repository.Repository, path: Path) -> None:
    if commits.edited_by_hand(tree, path):
        summary = f"{path.stem}: edited by hand"
        commits.commit(tree, [path], summary, failure=EnvironmentFailureError)


def work_tree(book: Book, options: Options) -> repository.Repository | None:
    """The work tree that `options` have a command commit to; None, said once for each register, where there is none."""
    wanted = book.office.commit if options.commit is None else options.commit
    if not wanted:
        return None
    root = book.register.root
    tree = repository.find(root)
    if tree is None:
        _say_once(root / ".pks" / "cache" / "without-git", repository.absence(root), options)
    return tree


def _say_once(marker: Path, absence: Message, options: Options) -> None:
    if not os.path.lexists(marker):
        options.note(absence)
        marker.touch()


def _diff(book: Book, change: FileChange) -> str:
    if not isinstance(change.new, bytes):
        return ""
    name = book.register.relative(change.path)
    old = change.old.decode("utf-8", "replace") if change.old is not None else ""
    before, after = "/dev/null" if change.old is None else f"a/{name}", f"b/{name}"
    if b"\0" in change.new:  # no text, and shown as git shows it
        return f"Binary files {before} and {after} differ\n"
    lines = difflib.unified_diff(_lines(old), _lines(change.new.decode("utf-8")), before, after)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of `text` with their ends; only a line feed ends a line, as in git."""
    return [line + "\n" for line in text.split("\n")[:-1]] + (
        [text.rsplit("\n", 1)[-1]] if not text.endswith("\n") and text else []
    )


def _moved(book: Book, one: Move) -> str:
    if one.old_bytes is not None:
        return _renamed(book, one.source, one.target)
    files = sorted(path for path in one.source.rglob("*") if path.is_file())
    return "".join(_renamed(book, path, one.target / path.relative_to(one.source)) for path in files)


def _renamed(book: Book, source: Path, target: Path) -> str:
    old, new = book.register.relative(source), book.register.relative(target)
    return f"diff --git a/{old} b/{new}\nsimilarity index 100%\nrename from {old}\nrename to {new}\n"
