"""Attach a file to an agreement: copied beside it or linked where it lies, hashed, and named among its documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.procedure import Document
from pks.domain.model.schema import agreement_shape
from pks.domain.signing import Fact, unrecorded
from pks.errors import UsageError
from pks.message import Label, Message
from pks.store.attachments import Source, attached_at, path_from, place_for, safe_name, source_at
from pks.store.book import Book, understood
from pks.store.disk.durable import nothing_written
from pks.store.reading import Reading, read_agreement
from pks.store.register import Entry
from pks.store.text.splice import Append, Change, Put
from pks.workflow.record import edited
from pks.workflow.save import FileChange, Options, save, writing


@dataclass(frozen=True)
class Attaching:
    """The file at `path`, as a document of `kind`; `stated` are further keys of it as text.

    With `link` it stays where it lies; else `name` is what its copy is to be called, if not as it is.
    """

    path: Path
    kind: str
    link: bool = False
    name: str | None = None
    stated: Mapping[str, str] = field(default_factory=dict)


class Attached(NamedTuple):
    """Where the file is, relative to the register's parent, and a dry run's diff."""

    file: str
    diff: str | None


class _Place(NamedTuple):
    """How `file:` names it, where it is, and whether it is still to be copied there."""

    file: str
    path: Path
    copied: bool


def attach(book: Book, entry: Entry, given: Attaching, options: Options) -> Attached:
    """Put `given` among the documents of `entry` with its hash, its copy and the agreement in one commit.

    Bytes that are attached already come back where their file was lost, and their document gets what is said of it
    and is not there yet; else they change nothing. A document of the
    kind that waits for its file gets it, where it is the only one.

    Raises:
        UsageError: no regular file; one to be linked lies where `file:` may not lead; a value does not fit.
        InvalidError: the agreement cannot be understood.
        EnvironmentFailureError: the file cannot be read, or the disk fails; nothing was written.
        ConflictError: the file changed while it was copied.
        RefusedError: it is attached already, and its document says something else.
    """
    source = source_at(given.path)  # before anybody has to wait: it may be large
    with writing(book, options):
        before = read_agreement(entry.path, entry.file)
        known = _known(understood(before), source, given)
        if known is not None:
            return _again(book, entry, known, source, _completed(entry, before, known, given), options)
        place = _place(book, entry, given, source)
        after = _with_document(before, given, {"file": place.file, "sha256": source.sha256}, options)
        copies = [FileChange(place.path, None, source)] if place.copied else []
        inside = not place.copied and not place.file.startswith("../")
        if copies and options.dry_run:
            options.note(Message("attaching.would-copy", file=_shown(book, place.path)))
        diff = save(
            book,
            [*copies, FileChange(entry.path, before.content, after.content)],
            f"{entry.id}: attached {place.path.name} ({given.kind})",
            options,
            placed=[place.path] if inside else [],
        )
        return Attached(_shown(book, place.path), diff)


def _known(agreement: Agreement, source: Source, given: Attaching) -> tuple[int, Document] | None:
    """The document, with its position from 1, that has these bytes attached; of several one that `given` fits."""
    found = [
        (number, document)
        for number, document in enumerate(agreement.documents, 1)
        if (document.sha256 or "").strip().lower() == source.sha256 and (document.file or document.url)
    ]
    fits = (one for one in found if all(fact.now is None or fact.stands for fact in _facts(one, given)))
    return next(fits, found[0] if found else None)


def _facts(known: tuple[int, Document], given: Attaching) -> list[Fact]:
    """What is said of the document, beside what it says itself."""
    number, document = known
    said = {"kind": given.kind, **given.stated}
    now = {key: getattr(document, key) for key in said}
    return [
        Fact(("documents", number - 1, key), f"documents.{number}.{key}", value, str(now[key]) if now[key] else None)
        for key, value in said.items()
    ]


def _completed(
    entry: Entry, before: Reading[Agreement], known: tuple[int, Document], given: Attaching
) -> list[FileChange]:
    """The change of the agreement that fills in what its document lacks; none where it lacks nothing.

    Raises:
        RefusedError: the document says something else; the details name each place and how to mend it.
    """
    facts = unrecorded(entry.id, _facts(known, given))
    if not facts:
        return []
    changes = [Put(fact.path, fact.value) for fact in facts]
    return [FileChange(entry.path, before.content, edited(before, changes).content)]


def _again(
    book: Book, entry: Entry, known: tuple[int, Document], source: Source, completed: list[FileChange],
    options: Options,
) -> Attached:  # fmt: skip
    """The bytes are attached already: the document is `completed`, a file that is gone from the folder put back."""
    number, document = known
    file = document.file or document.url or ""
    folder = book.register.files_of(entry)
    path = folder / file
    values = {"number": number, "kind": Label("document", document.kind or "other"), "file": file}
    lost = document.file is not None and not path.exists() and _may_be_made(book, folder, file)
    options.note(Message("attaching.back" if lost else "attaching.known", **values))
    shown = _shown(book, path) if document.file else file
    if not lost and not completed:
        options.note(Message("write.nothing", id=entry.id))
        return Attached(shown, "" if options.dry_run else None)
    what = f"{path.name} put back" if lost else f"document {number} completed"
    back = [FileChange(path, None, source)] if lost else []
    return Attached(shown, save(book, [*back, *completed], f"{entry.id}: {what}", options))


def _may_be_made(book: Book, folder: Path, file: str) -> bool:
    found = attached_at(folder, book.register.root, file)
    return found is not None and (folder / file).resolve().is_relative_to(folder.resolve())


def _place(book: Book, entry: Entry, given: Attaching, source: Source) -> _Place:
    """Where the file is to be.

    Raises:
        UsageError: it is to be linked, and lies where `file:` may not lead.
    """
    folder, root = book.register.files_of(entry), book.register.root
    file = path_from(folder, root, given.path)
    if file is not None and (given.link or (not file.startswith("../") and given.name is None)):
        return _Place(file, folder / file, copied=False)
    if given.link:
        raise UsageError(
            Message("attaching.outside", file=str(given.path), folder=str(root.parent)),
            details=(Message("attaching.outside.hint", id=entry.id, kind=given.kind, hash=source.sha256),),
        )
    with nothing_written(folder, root):
        name, there = place_for(folder, _name(given), source.sha256)
    return _Place(name, folder / name, copied=not there)


def _name(given: Attaching) -> str:
    """What the copy is called, before it is known what is there: with the ending of the file, if it is given none."""
    wanted = given.name or given.path.name
    return safe_name(wanted if Path(wanted).suffix else wanted + given.path.suffix, given.kind)


def _with_document(
    before: Reading[Agreement], given: Attaching, values: Mapping[str, str], options: Options
) -> Reading[Agreement]:
    """The agreement with the document."""
    documents = before.data.get("documents") or []
    waiting = [at for at, one in enumerate(documents) if _waits(one, given, values)]
    stated = {"kind": given.kind, **values, **given.stated}
    changes: Sequence[Change]
    if len(waiting) == 1:
        at = waiting[0]
        changes = [Put(("documents", at, key), value) for key, value in stated.items() if not documents[at].get(key)]
        options.note(Message("attaching.filled", number=at + 1, kind=Label("document", given.kind)))
    else:
        ordered = [key for key in agreement_shape().fields["documents"].item.fields if key in stated]  # type: ignore[union-attr]
        changes = [Append(("documents",), {key: stated[key] for key in ordered})]
    return edited(before, changes)


def _waits(document: Any, given: Attaching, values: Mapping[str, str]) -> bool:
    """Whether a document of the kind has no file yet, and says nothing else than what is said of this one."""
    if not isinstance(document, dict) or document.get("file") or document.get("url"):
        return False
    said = {"kind": given.kind, "sha256": values["sha256"], **given.stated}
    return str(document.get("kind", "")).strip() == given.kind and all(
        not document.get(key) or str(document[key]).strip() == value for key, value in said.items()
    )


def _shown(book: Book, path: Path) -> str:
    """`path` as a person standing beside the register types it; as it is where it lies elsewhere."""
    try:
        return path.resolve().relative_to(book.register.parent.resolve()).as_posix()
    except (ValueError, OSError):
        return str(path)
