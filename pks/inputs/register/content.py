"""A row that was read becomes the content of an agreement's file, as it stands on the day of the import."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Final

from pks.domain.standing.party_keys import keys_of
from pks.domain.terms import LastDay
from pks.inputs.register.identity import compared
from pks.inputs.register.parties import PartyRead, split_cell
from pks.inputs.register.row import RowRead
from pks.inputs.register.settling import last_day
from pks.inputs.register.words import DRAFT, ENDED, ENDED_EARLY, NOT_RENEWED, PROCESS, RENEWING
from pks.message import Message

_SLUG: Final = re.compile(r"[^a-z0-9]+")
_LONG_PAST: Final = timedelta(days=365)


def content_of_row(read: RowRead, today: date, rule: LastDay) -> dict[str, Any]:
    """What the file states, keys in no order; doubts that only the day brings to light are added to `read`.

    An agreement that the register says is ended is closed on its last day; one of which it says nothing is closed
    when that is over a year ago, so that the rest waits for a decision. What is not signed is a draft.
    """
    keys = keys_of(read.parties)
    amendments = [_amendment(one, number, read) for number, one in enumerate(in_order(read), 1)]
    content: dict[str, Any] = {
        "title": read.title,
        "instrument": read.instrument,
        "as_written": read.as_written,
        "parties": [_party(one, key) for one, key in zip(read.parties, keys, strict=True)],
        "signing": _stated({"date": _iso(read.signed)}),
        "registration": _stated({"number": read.texts.get("register")}),
        "documents": [{"kind": "other", "url": url} for url in _unique(read.links)],
        "amendments": amendments,
        **{name: read.texts.get(name) for name in ("purpose", "location")},
        **{name: split_cell(read.texts.get(name, "")) for name in ("lead", "scope")},
    }
    content["term"] = _stated({
        "starts": _iso(read.starts), "length": None if _ends(read) != read.ends else read.length,
        "ends": _iso(_ends(read)), "until": read.until,
    })  # fmt: skip
    content["history"] = _history(read, today, rule, content)
    content["unread"] = read.unread | {
        f"{name} (adendum, {one.row})": text for one in read.addenda for name, text in one.unread.items()
    }
    content |= {f"x-{_SLUG.sub('-', name.casefold()).strip('-')}": text for name, text in read.kept.items()}
    return {name: value for name, value in content.items() if value}


def in_order(read: RowRead) -> list[RowRead]:
    """The addenda of a row, first to last."""
    return sorted(read.addenda, key=lambda one: (one.starts or date.max, one.ordinal or 0, one.row))


def amendment_of(addendum: RowRead, number: int, parent: RowRead, ends: date | None) -> dict[str, Any]:
    """The entry under `amendments` for an addendum of `parent`, whose last day is `ends` before it."""
    keys = dict(zip((compared(one.name) for one in parent.parties), keys_of(parent.parties), strict=True))
    changed = addendum.ends is not None and ends is not None and addendum.ends != ends
    change = {"field": "term.ends", "from": _iso(ends), "to": _iso(addendum.ends)}
    return _stated(
        {
            "no": str(number),
            "starts": _iso(addendum.starts),
            "numbers": {keys[compared(one.name)]: "; ".join(one.numbers) for one in addendum.parties if one.numbers},
            "reason": addendum.title,
            "changes": [change] if changed else [],
        }
    )


def _amendment(addendum: RowRead, number: int, read: RowRead) -> dict[str, Any]:
    before = [one.ends for one in in_order(read)[: number - 1] if one.ends]
    return amendment_of(addendum, number, read, before[-1] if before else read.ends)


def _ends(read: RowRead) -> date | None:
    """The last day as the last addendum that states one has it."""
    told = [one.ends for one in in_order(read) if one.ends]
    return told[-1] if told else read.ends


def _party(party: PartyRead, key: str) -> dict[str, Any]:
    offices = [{"office": one} for one in party.offices]
    return _stated({
        "key": key, "name": party.name, "body": party.body, "ours": "true" if party.ours else None,
        "number": _one_or_many(_unique(party.numbers)), "signatory": _one_or_many(offices),
    })  # fmt: skip


def _history(read: RowRead, today: date, rule: LastDay, content: dict[str, Any]) -> list[dict[str, Any]]:
    last = last_day(read, rule) if _ends(read) == read.ends else _ends(read)
    latest = ([read, *in_order(read)])[-1]
    state = latest.state or read.state
    note = _note(read, state)
    if state == DRAFT or (state == PROCESS and not _is_signed(read)):
        read.doubts.append(Message("importing.unsigned", text=latest.status or ""))
        return [_stated({"date": _iso(today), "stage": "draft", "note": note})]
    since = min(one for one in (read.starts or last or today, today, *([last] if last else [])))
    entry = _stated({"date": _iso(since), "stage": "reporting", "note": note, "imported": "true"})
    closed = _closing(latest, state, last, today, content)
    return [entry, closed] if closed else [entry]


def _closing(
    read: RowRead, state: str | None, last: date | None, today: date, content: dict[str, Any]
) -> dict[str, Any] | None:
    """The entry that closes what the register says is over, on its last day."""
    over = last is not None and last < today
    day = last if over else today
    if state == ENDED_EARLY:
        read.doubts.append(Message("importing.ended-early", text=read.status or ""))
        return {"date": _iso(day), "stage": "reporting", "closed": "agreed"}
    if state == ENDED and last is not None and not over:
        column, words = read.cells["status"]
        read.keep_unread(column, words, Message("importing.ends-later", text=words, ends=last))
        return None
    if state == NOT_RENEWED and last is not None and not over:
        content["renewal"] = {"intent": "stop"}
        return None
    if state is None and last is not None and last + _LONG_PAST < today:
        return {"date": _iso(day), "stage": "reporting", "closed": "expired"}
    reason = {ENDED: "expired", NOT_RENEWED: "not-renewed"}.get(state or "")
    return {"date": _iso(day), "stage": "reporting", "closed": reason} if reason else None


def _is_signed(read: RowRead) -> bool:
    """Whether a text on its way has the numbers of both sides, and so was signed once."""
    return any(one.numbers for one in read.partners) and all(one.numbers for one in read.parties if one.ours)


def _note(read: RowRead, state: str | None) -> str | None:
    words = [read.status] if read.status and state in {RENEWING, PROCESS, DRAFT, ENDED_EARLY} else []
    return "; ".join([*words, *_unique(read.notes)]) or None


def _one_or_many(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
