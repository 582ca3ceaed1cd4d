"""Give an agreement another id: its file, its attachments, and every link to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.errors import ConflictError, InvalidError, UsageError
from pks.message import Message
from pks.store.book import Book
from pks.store.disk.durable import nothing_written, read
from pks.store.ids import free_id, is_id
from pks.store.reading import read_agreement
from pks.store.register import Entry, Register, stem_of
from pks.store.text.splice import Change, Put, apply
from pks.workflow.save import FileChange, Move, Options, save, writing

LINKS = ("under", "renews", "amends")


def rename(book: Book, entry: Entry, new: str, options: Options) -> tuple[int, str | None]:
    """Rename `entry` to `new`; give how many links followed, and the diff of a dry run.

    Links are changed first, then the attachments move, and the file is renamed last: until then it is found
    under its old id, so that after a crash the same command goes on.

    Raises:
        UsageError: when `new` is no id, or the one it has.
        ConflictError: when `new` is taken, by an agreement or by attachments.
        InvalidError: when a file cannot be understood, for a link may be in it.
    """
    with writing(book, options):
        check_free(book, new, same=entry.id)
        changes = list(_links(book, entry, new))
        with nothing_written(entry.path, book.register.root):
            content = read(entry.path)
        moves = [*_attachments(book, entry, new), Move(entry.path, entry.path.with_name(f"{new}.yaml"), content)]
        diff = save(book, [one for one, _ in changes], f"{entry.id}: renamed to {new}", options, moves=moves)
        return sum(count for _, count in changes), diff


def check_free(book: Book, id_: str, *, same: str | None = None) -> None:
    """Refuse an id that is none, or that a file of the register has now, whatever its case or folder.

    Raises:
        UsageError: when it is no id, or equals `same`.
        ConflictError: when it is taken.
    """
    if not is_id(id_):
        raise UsageError(Message("new.bad-id", id=id_))
    if id_ == same:
        raise UsageError(Message("rename.same"))
    listing = Register(book.register.root).listing
    taken = {stem_of(stray.file).lower(): stray.file for stray in listing.strays}
    taken |= {entry.id: entry.file for entry in listing.entries.values()}
    if id_ in taken:
        key = "new.taken" if same is None else "rename.taken"
        raise ConflictError(Message(key, id=id_, file=taken[id_], free=free_id(id_, taken)))


def _attachments(book: Book, entry: Entry, new: str) -> Iterator[Move]:
    files = book.register.files_of(entry)
    target = files.with_name(f"{new}.files")
    if files.is_dir():
        if target.exists():
            raise ConflictError(Message("rename.files-taken", folder=book.register.relative(target)))
        yield Move(files, target, None)


def _links(book: Book, entry: Entry, new: str) -> Iterator[tuple[FileChange, int]]:
    layout = FileLayout(agreement_shape())
    for id_, other in Register(book.register.root).listing.entries.items():
        if id_ == entry.id or not _mentions(other, entry.id):
            continue
        reading = read_agreement(other.path, other.file)
        if reading.text is None or reading.root is None:
            raise InvalidError(Message("rename.broken", file=other.file), details=reading.errors)
        changes = list(_changes(reading.data, entry.id, new))
        if changes:
            text = apply(reading.text, changes, layout)
            yield FileChange(other.path, reading.content, text.encode("utf-8")), len(changes)


def _mentions(entry: Entry, id_: str) -> bool:
    """Whether the id occurs in the file, or nobody can tell."""
    try:
        return id_.encode("ascii") in read(entry.path)
    except OSError:
        return True


def _changes(content: Any, old: str, new: str) -> Iterator[Change]:
    for name in LINKS:
        value = content.get(name)
        if isinstance(value, str) and value.strip() == old:
            yield Put((name,), new)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, str) and item.strip() == old:
                    yield Put((name, index), new)
