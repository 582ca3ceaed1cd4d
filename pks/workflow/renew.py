"""Renew an agreement: a new file that goes through the whole procedure again; the old one is not touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pks.domain.model.agreement import Agreement, ids
from pks.domain.renewals import ADJUSTED, BLANKED, Fate, carried, fates_in, open_links, signed_successors
from pks.domain.standing.judgement import judge_one
from pks.domain.standing.party_keys import keys_of
from pks.errors import Finding, InvalidError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.register import Entry
from pks.workflow.new import content_of, first_entry, place
from pks.workflow.save import Options, writing

_OVER = frozenset({"ended", "expired", "superseded"})


@dataclass(frozen=True)
class Renewing:
    """What is said of a renewal: the day its draft begins, and what differs from the old text."""

    on: date
    length: str | None = None
    starts: str | None = None
    by: str | None = None
    note: str | None = None
    id: str | None = None


class Renewed(NamedTuple):
    """What became of it: the new id, a dry run's diff, and what to know of the agreements around it.

    `fates` are of the fields that the old file states. `signed` are the signed agreements that renew it
    already, `over` the umbrellas that were left out; both are ids. `ends` is the old one's last day.
    `broken` names the files that could not be understood: a renewal or an umbrella may be among them.
    """

    id: str
    diff: str | None
    fates: Mapping[str, Fate]
    signed: list[str]
    over: list[str]
    ends: date | None
    broken: tuple[Finding, ...]


def renew(book: Book, entry: Entry, new: Renewing, today: date, options: Options) -> Renewed:
    """Write the draft that renews `entry`.

    Raises:
        InvalidError: the file cannot be understood.
        RefusedError: it is not signed, or a successor is being prepared.
        UsageError: a value that the schema does not allow.
        ConflictError: the new id is taken.
    """
    with writing(book, options):
        fresh = book.anew()
        reading = fresh.reading(entry)
        agreement = understood(reading)
        known = fresh.around(entry.id)
        if entry.id not in known:  # it could be read a moment ago
            raise InvalidError(Message("file.invalid", file=entry.file), details=fresh.broken)
        signed = signed_successors(known, known[entry.id])
        over = [id_ for id_ in ids(agreement.under) if _is_over(fresh, id_, today)]
        old = content_of(reading)
        content = _content(old, agreement, entry.id, new) | {"under": open_links(old.get("under"), over)}
        made, diff = place(fresh, content, options, on=new.on, id_=new.id, entered=f"draft, renews {entry.id}")
        return Renewed(made, diff, _fates(old, new), signed, over, known[entry.id].ends, fresh.broken)


def _is_over(book: Book, id_: str, today: date) -> bool:
    """Whether nothing new can be put under the umbrella `id_`; one that is not in the register may be open."""
    known = book.around(id_)
    return id_ in known and judge_one(known, id_, today).validity in _OVER


def _content(old: dict[str, Any], agreement: Agreement, old_id: str, new: Renewing) -> dict[str, Any]:
    content = carried(old)
    keys = keys_of(agreement.parties)
    content["parties"] = [{"key": key} | one for key, one in zip(keys, content["parties"], strict=True)]
    term = {key: value for key, value in content.get("term", {}).items() if f"term.{key}" not in _changed(new)}
    return content | {
        "term": term | _said(new),
        "renews": old_id,
        "history": [first_entry(new.on, by=new.by, note=new.note)],
    }


def _fates(old: dict[str, Any], new: Renewing) -> dict[str, Fate]:
    stated, changed = fates_in(old), _changed(new)
    return stated | {name: fate for name, fate in changed.items() if name in stated or fate.what == ADJUSTED}


def _said(new: Renewing) -> dict[str, str]:
    """What the command said of the new term."""
    said = {"starts": new.starts, "length": new.length}
    return {key: value for key, value in said.items() if value}


def _changed(new: Renewing) -> dict[str, Fate]:
    """The fields that the command decides: a new length also replaces the event the old text ran to."""
    changed = {f"term.{key}": Fate(ADJUSTED, "as-said") for key in _said(new)}
    return changed | ({"term.until": Fate(BLANKED, "as-said")} if new.length else {})
