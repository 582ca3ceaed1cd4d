"""Begin an agreement: a new file with only what is known, and the entry that starts its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from pks.domain.compared import name_folded
from pks.domain.model.agreement import Agreement
from pks.domain.renewals import carried
from pks.domain.standing.party_keys import keys_of
from pks.domain.vocabulary import UMBRELLAS
from pks.errors import UsageError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.ids import make_id
from pks.store.new_text import new_text
from pks.store.reading import Reading, understand
from pks.store.register import Entry
from pks.workflow.noticed import must_end_after_start
from pks.workflow.rename import check_free
from pks.workflow.save import FileChange, Options, save, writing

# What `--like` takes over: the text they share. Not what happened to it: days, numbers, signatures, reports.
LIKE: Final = (
    "purpose", "location", "instrument", "as_written", "cooperation", "mandatory", "sectors", "initiator", "lead",
    "legal_basis", "under", "cluster", "clusters", "scope", "funding", "reporting",
)  # fmt: skip
# What an addendum has in common with the text it amends; what it changes is for a person to say.
AMENDED: Final = ("cooperation", "mandatory", "sectors", "initiator", "lead")
LIKE_TERM: Final = ("length", "until", "review", "notice")
LIKE_PARTY: Final = ("key", "name", "region", "body", "ours")


@dataclass(frozen=True)
class NewParty:
    """A party as it was named: with a key of its own, or None to have one made."""

    key: str | None
    name: str


@dataclass(frozen=True)
class NewAgreement:
    """What is known of a new agreement. `fields` are further keys of the file as data; `term` those below it.

    `like` has the same text, maybe with another partner; `amends` the text that this one, an addendum, amends.
    Without a `title` it is that of `like`.
    """

    title: str | None
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
    amends: Entry | None = None


def begin(book: Book, new: NewAgreement, options: Options) -> tuple[str, str | None]:
    """Write the file of `new`; give its id, and the diff of a dry run.

    Raises:
        UsageError: a value that the schema does not allow.
        ConflictError: the id is taken.
    """
    with writing(book, options):
        other = new.like or new.amends
        content = _content(new, {} if other is None else content_of(book.reading(other)))
        return place(book, content, options, on=new.on, id_=new.id, entered=new.stage)


def place(
    book: Book, content: dict[str, Any], options: Options, *, on: date, id_: str | None, entered: str
) -> tuple[str, str | None]:
    """Write a new file of `content`; give its id, made for the year of `on` where `id_` is None, and the diff.

    Must be called inside `writing`. `entered` is what the commit says after the id.

    Raises:
        UsageError: a value that the schema does not allow, or a term that ends before it starts.
        ConflictError: the id is taken.
    """
    if id_ is None:
        id_ = make_id(on.year, [party["key"] for party in content["parties"]], content["title"])
    check_free(book, id_)
    path = folder_for(book, on.year) / f"{id_}.yaml"
    text = new_text(book.register, path, content)
    reading = understand(text.encode("utf-8"), book.register.relative(path))
    if reading.errors:
        raise UsageError(reading.errors[0].message, details=tuple(one.message for one in reading.errors[1:]))
    must_end_after_start(id_, understood(reading), UsageError)
    change = FileChange(path, None, text.encode("utf-8"))
    return id_, save(book, [change], f"{id_}: {entered}", options)


def content_of(reading: Reading[Agreement]) -> dict[str, Any]:
    """What a file states, as data.

    Raises:
        InvalidError: it cannot be understood.
    """
    understood(reading)
    found: dict[str, Any] = reading.data  # that of a record is a map
    return found


def first_entry(on: date, *, stage: str = "draft", by: str | None, note: str | None) -> dict[str, Any]:
    """The entry that begins a history; one that does not begin with the draft was running already."""
    return _stated({
        "date": on.isoformat(),
        "stage": stage,
        "by": by,
        "note": note,
        "imported": None if stage == "draft" else "true",
    })  # fmt: skip


def folder_for(book: Book, year: int) -> Path:
    """Where a new file of `year` goes."""
    return book.register.root / book.office.folder.replace("{year}", f"{year:04}")


def _content(new: NewAgreement, other: dict[str, Any]) -> dict[str, Any]:
    content = _taken_over(new, other) | new.fields
    content["title"] = new.title or other.get("title")
    content["parties"] = _parties(new, other)
    content["funding"] = _funding(content.get("funding"), [party["key"] for party in content["parties"]])
    term = _term(new, other)
    content["term"] = _stated(term | new.term)
    if content.get("instrument") not in UMBRELLAS:
        content.pop("clusters", None)
    content["history"] = [first_entry(new.on, stage=new.stage, by=new.by, note=new.note)]
    return content


def _taken_over(new: NewAgreement, other: dict[str, Any]) -> dict[str, Any]:
    """What the new agreement has of the other one, besides parties and term."""
    if new.amends is None:
        return {key: other.get(key) for key in LIKE}
    return {key: other.get(key) for key in AMENDED} | {"instrument": "Adendum", "amends": new.amends.id}


def _term(new: NewAgreement, other: dict[str, Any]) -> dict[str, Any]:
    stated = other.get("term") if new.like is not None else None
    term = {key: stated.get(key) for key in LIKE_TERM} if stated else {}
    if new.term.keys() & {"length", "ends", "until"}:
        return {key: value for key, value in term.items() if key not in {"length", "until"}}
    return term


def _funding(funding: Any, keys: Sequence[str]) -> list[dict[str, Any]]:
    """Who pays, as in a renewal: no amounts and years, and no party by name that is not one of this text."""
    shared = carried({"funding": funding}).get("funding") or []
    paid = [
        _stated({"source": one.get("source"), "party": one.get("party") if one.get("party") in keys else None})
        for one in shared
    ]
    return [one for at, one in enumerate(paid) if one and one not in paid[:at]]


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _parties(new: NewAgreement, other: dict[str, Any]) -> list[dict[str, Any]]:
    """The parties: those that were named, beside our own of the other agreement; all of it where none was named."""
    theirs = [{key: party.get(key) for key in LIKE_PARTY} for party in other.get("parties", [])]
    for party, key in zip(theirs, keys_of([NewParty(one["key"], one["name"]) for one in theirs]), strict=True):
        party["key"] = key
    parties = _replaced(new, theirs) if new.parties else theirs
    keys = keys_of([NewParty(party["key"], party["name"]) for party in parties])
    if len(set(keys)) < len(keys):
        raise UsageError(_twin(new, next(key for key in keys if keys.count(key) > 1)))
    for key in new.ours:
        if key not in keys:
            raise UsageError(Message("new.ours-unknown", key=key, keys=list(keys)))
    ours = dict.fromkeys(new.ours, "true")
    return [
        _stated(party | {"key": key} | ({"ours": ours.get(key)} if ours else {}))
        for key, party in zip(keys, parties, strict=True)
    ]


def _twin(new: NewAgreement, key: str) -> Message:
    """That two parties have one key: both were named with it, or one of them is taken over."""
    other = new.like or new.amends
    if other is None or sum(party.key == key for party in new.parties) > 1:
        return Message("new.twin-party", key=key)
    return Message("new.taken-over", key=key, other=other.id)


def _replaced(new: NewAgreement, theirs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parties named, with what the other agreement says of them, where its partners stood.

    Who names one of our own parties as well has named them all.
    """
    named = [_named(party, theirs) for party in new.parties]
    ours = [one for one in theirs if one["key"] in new.ours or _is_true(one.get("ours"))]
    if not ours or any(one in ours for one in named):
        return named
    first = next((at for at, one in enumerate(theirs) if one not in ours), len(theirs))
    before, behind = theirs[:first], theirs[first:]
    return [*before, *named, *(one for one in behind if one in ours)]


def _named(party: NewParty, theirs: list[dict[str, Any]]) -> dict[str, Any]:
    """A party as the other agreement has it under this name, else the name alone."""
    same = next((one for one in theirs if name_folded(str(one["name"])) == name_folded(party.name)), None)
    if same is None or party.key not in {None, same["key"]}:
        return {"key": party.key, "name": party.name}
    return same


def _is_true(text: object) -> bool:
    return isinstance(text, str) and text.strip().lower() in {"true", "ya", "yes"}
