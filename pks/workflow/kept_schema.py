"""The schema that a register keeps for editors, so that they explain the files without being told of pks."""

from __future__ import annotations

from pks.message import Message
from pks.store.book import Book
from pks.store.disk.durable import read
from pks.store.new_text import SCHEMA
from pks.workflow.save import FileChange, Options, save, writing


def keep_schema(book: Book, text: str, options: Options) -> str | None:
    """Write `text` where the register keeps its schema; give the diff of a dry run. New files will name it.

    Raises:
        ConflictError, EnvironmentFailureError: nothing was written.
    """
    path = book.register.root / SCHEMA
    with writing(book, options):
        before = read(path) if path.exists() else None
        new = text.encode("utf-8")
        if before == new:
            options.note(Message("write.nothing", id=book.register.relative(path)))
            return "" if options.dry_run else None
        return save(book, [FileChange(path, before, new)], "register: schema for editors", options)
