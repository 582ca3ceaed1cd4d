"""Begin an agreement: a new file with only what is known, and the entry that starts its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.domain.standing.party_keys import keys_of
from pks.domain.vocabulary import UMBRELLAS
from pks.errors import UsageError
from pks.message import Message
from pks.store.book import Book
from pks.store.ids import make_id
from pks.store.reading import understand
from pks.store.register import Entry
from pks.store.text.fresh import write
from pks.store.text.nodes import data
from pks.workflow.rename import check_free
from pks.workflow.save import FileChange, Options, save, writing

# What `--like` takes over: the text they share. Not what happened to it: days, numbers, signatures, reports.
LIKE: Final = (
    "purpose", "location", "instrument", "as_written", "cooperation", "mandatory", "sectors", "initiator", "lead",
    "legal_basis", "under", "cluster", "clusters", "scope", "reporting",
)  # fmt: skip
LIKE_TERM: Final = ("length", "until", "review", "notice")
LIKE_PARTY: Final = ("key", "name", "region", "body", "ours")


@dataclass(frozen=True)
class NewParty:
    """A party as it was named: with a key of its own, or None to have one made."""

    key: str | None
    name: str


@dataclass(frozen=True)
class NewAgreement:
    """What is known of a new agreement. `fields` are further keys of the file as data; `term` those below it."""

    title: str
    parties: Sequence[NewParty]
    on: date
    fields: dict[str, Any] = field(default_factory=dict)
    term: dict[str, str] = field(default_factory=dict)
    ours: Sequence[str] = ()
    stage: str = "draft"
    by: str | None = None
    note: str | None = None
    id: str | None = None
    like: Entry | None = None


def begin(book: Book, new: NewAgreement, options: Options) -> tuple[str, str | None]:
    """Write the file of `new`; give its id, and the diff of a dry run.

    Raises:
        UsageError: a value that the schema does not allow.
        ConflictError: the id is taken.
    """
    with writing(book, options):
        content = _content(new, {} if new.like is None else content_of(book, new.like))
        return place(book, content, options, on=new.on, id_=new.id, entered=new.stage)


def place(
    book: Book, content: dict[str, Any], options: Options, *, on: date, id_: str | None, entered: str
) -> tuple[str, str | None]:
    """Write a new file of `content`; give its id, made for the year of `on` where `id_` is None, and the diff.

    Must be called inside `writing`. `entered` is what the commit says after the id.

    Raises:
        UsageError: a value that the schema does not allow.
        ConflictError: the id is taken.
    """
    if id_ is None:
        id_ = make_id(on.year, [party["key"] for party in content["parties"]], content["title"])
    check_free(book, id_)
    text = write(_in_order(content), FileLayout(agreement_shape()))
    path = _folder(book, on.year) / f"{id_}.yaml"
    reading = understand(text.encode("utf-8"), book.register.relative(path))
    if reading.errors:
        raise UsageError(reading.errors[0].message, details=tuple(one.message for one in reading.errors[1:]))
    change = FileChange(path, None, text.encode("utf-8"))
    return id_, save(book, [change], f"{id_}: {entered}", options)


def content_of(book: Book, entry: Entry) -> dict[str, Any]:
    """What the file of `entry` states, as data.

    Raises:
        InvalidError: the file cannot be understood.
    """
    book.agreement(entry)
    root = book.reading(entry).root
    return {} if root is None else data(root)  # type: ignore[return-value]  # the root of a record is a map


def first_entry(on: date, *, stage: str = "draft", by: str | None, note: str | None) -> dict[str, Any]:
    """The entry that begins a history; one that does not begin with the draft was running already."""
    return _stated({
        "date": on.isoformat(),
        "stage": stage,
        "by": by,
        "note": note,
        "imported": None if stage == "draft" else "true",
    })  # fmt: skip


def _folder(book: Book, year: int) -> Path:
    return book.register.root / book.office.folder.replace("{year}", f"{year:04}")


def _content(new: NewAgreement, like: dict[str, Any]) -> dict[str, Any]:
    term = {key: like.get("term", {}).get(key) for key in LIKE_TERM} if like.get("term") else {}
    content = {key: like.get(key) for key in LIKE} | new.fields
    content["title"] = new.title
    content["parties"] = _parties(new, like)
    if new.term.keys() & {"length", "ends", "until"}:
        term = {key: value for key, value in term.items() if key not in {"length", "until"}}
    content["term"] = _stated(term | new.term)
    if content.get("instrument") not in UMBRELLAS:
        content.pop("clusters", None)
    content["history"] = [first_entry(new.on, stage=new.stage, by=new.by, note=new.note)]
    return content


def _in_order(content: dict[str, Any]) -> dict[str, Any]:
    """What `content` states, its keys and those of its term in the order of the format."""
    fields = agreement_shape().fields
    term = content.get("term") or {}
    ordered = content | {"term": {key: term[key] for key in fields["term"].fields if key in term}}
    return {key: ordered[key] for key in fields if ordered.get(key)}


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _parties(new: NewAgreement, like: dict[str, Any]) -> list[dict[str, Any]]:
    if new.parties:
        parties: list[dict[str, Any]] = [{"key": None, "name": party.name} for party in new.parties]
        keys = keys_of(new.parties)
    else:
        parties = [{key: party.get(key) for key in LIKE_PARTY} for party in like.get("parties", [])]
        keys = keys_of([NewParty(party["key"], party["name"]) for party in parties])
    if len(set(keys)) < len(keys):
        raise UsageError(Message("new.twin-party", key=next(key for key in keys if keys.count(key) > 1)))
    for key in new.ours:
        if key not in keys:
            raise UsageError(Message("new.ours-unknown", key=key, keys=list(keys)))
    ours = dict.fromkeys(new.ours, "true")
    return [
        _stated(party | {"key": key} | ({"ours": ours.get(key)} if ours else {}))
        for key, party in zip(keys, parties, strict=True)
    ]
