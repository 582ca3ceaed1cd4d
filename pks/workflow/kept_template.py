"""A template for letters that a register keeps, so that the office can edit it."""

from __future__ import annotations

from typing import NamedTuple

from pks.errors import ConflictError
from pks.message import Message
from pks.store.book import Book
from pks.store.templates import content_of_template, place_of
from pks.workflow.save import FileChange, Options, save, writing


class Kept(NamedTuple):
    """The file that holds the template, and a dry run's diff."""

    file: str
    diff: str | None


def keep_template(book: Book, name: str, content: bytes, options: Options, *, force: bool) -> Kept:
    """Write `content` where the office's own template `name` lies; over one that is there only with `force`.

    Raises:
        ConflictError: there is one, and it may not be replaced, or it changed meanwhile.
        EnvironmentFailureError: nothing was written.
    """
    with writing(book, options):
        place = place_of(book.register, name)
        before = content_of_template(book.register, place) if place.path.exists() else None
        if before is not None and not force:
            raise ConflictError(Message("letter.template-there", file=place.file))
        if before == content:
            options.note(Message("write.nothing", id=place.file))
            return Kept(place.file, "" if options.dry_run else None)
        change = FileChange(place.path, before, content)
        return Kept(place.file, save(book, [change], f"register: template {name} for letters", options))
