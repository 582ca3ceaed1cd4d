"""What changed in a text after every party had accepted it: looked for in the versions that git has.

A text is accepted once every party has accepted every correction that was not withdrawn, or, where there
are none, once a meeting was held that asked for none. A later version starts this anew when it adds a
correction, when an acceptance is missing from it, or when it was sent back a stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pks.domain.model.agreement import Agreement
from pks.domain.rules.table import RULES, tuned
from pks.domain.standing.corrections import is_open, verdict
from pks.domain.standing.judgement import may_be_accepted
from pks.domain.standing.party_keys import keyed, keys_of
from pks.domain.vocabulary import STAGES
from pks.errors import EnvironmentFailureError
from pks.git import repository, versions
from pks.store.book import Book
from pks.store.contents import UnreadableError, content_of
from pks.store.quick_reading import agreement_in
from pks.store.register import Entry

CODE: Final = "changed-after-acceptance"
_FIELDS: Final = ("scope", "term", "parties")
# What acceptance and change can be read from; versions that differ in nothing else are read once.
_READ: Final = frozenset({b"title", b"parties", b"scope", b"term", b"facilitation", b"corrections", b"history"})
_COMPARED: Final = frozenset({b"parties", b"scope", b"term"})
_TOP_KEY: Final = re.compile(rb"^['\"]?([A-Za-z][\w-]*)['\"]?[ \t]*:(?=[ \t\r\n]|\Z)", re.MULTILINE)
_PAIR: Final = rb"[ \t]*(?:%b):[ \t]*[^\n,{}\[\]\"'#]+"
_PAIRS: Final = rb"(?m:,%b(?=[,}])|(?<={)%b,[ \t]*|^%b\n)"
_SIGNED: Final = re.compile(_PAIRS % ((_PAIR % b"signed|number",) * 3))
_START: Final = re.compile(_PAIRS % ((_PAIR % b"starts",) * 3))


def changed_since_acceptance(book: Book, entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """By id, which of `scope`, `term` and `parties` are not as they were when everything was accepted.

    The file as it lies there is compared, committed or not. What an amendment names is explained. Where
    there is no git, or what it holds says nothing, nothing is reported; and nothing at all, at no cost,
    where the office has switched the rule off or no text was far enough to be accepted.
    """
    rule = next(rule for rule in RULES if rule.code == CODE)
    if tuned(rule, book.office).level == "off":
        return {}
    now = {entry: found for entry in entries if (found := _candidate(book, entry)) is not None}
    told = {entry.id: _told(now[entry], texts) for entry, texts in _versions(book, list(now)).items()}
    return {id_: fields for id_, fields in told.items() if fields}


def _told(content: bytes, texts: Sequence[bytes]) -> tuple[str, ...]:
    """The fields of what `content` says that are not as accepted in `texts`, its versions, newest first.

    Most texts never change where it counts, and reading is slow: so first it is asked whether any version
    that may differ was accepted at all.
    """
    seen: dict[bytes, Agreement | None] = {}

    def read(text: bytes) -> Agreement | None:
        part = _cut(text)
        if part not in seen:
            seen[part] = agreement_in(part) or agreement_in(text)
        return seen[part]

    same = {_compared(content), _compared(_START.sub(b"", content))}
    others = (read(text) for text in texts if _compared(text) not in same)
    if not any(other and _accepted(other) is not None for other in others):
        return ()
    now = agreement_in(content)
    accepted = _accepted_version(now, map(read, texts)) if now else None
    return _changed(accepted, now) if accepted and now else ()


def _candidate(book: Book, entry: Entry) -> bytes | None:
    """The bytes of `entry`, where some of it may have been accepted."""
    facts = book.facts.get(entry.id)
    if facts is None or not may_be_accepted(facts):
        return None
    try:
        return content_of(entry.path)
    except UnreadableError:
        return None


def _accepted_version(now: Agreement, versions: Iterable[Agreement | None]) -> Agreement | None:
    """The oldest of `versions`, newest first, from which on everything has been accepted.

    A party that is new, or named by another key, has accepted nothing under it. That does not undo what
    was accepted before, until it has accepted too: then the text is accepted anew.
    """
    asked, found = _accepted(now), None
    waiting = [now] if asked is None else []
    for version in versions:
        accepted = _accepted(version) if version else None
        if accepted is not None and (asked is None or asked <= accepted):
            asked, found = accepted, version
        elif asked is None and version and _awaits_a_party(version):
            waiting.append(version)
        else:
            break
    return found if found and all(_holds_for(found, one) for one in waiting) else None


def _holds_for(accepted: Agreement, later: Agreement) -> bool:
    """Whether what was `accepted` still is in `later`, whatever parties that one names."""
    before, after = _accepted(accepted), _accepted(later, keys_of(accepted.parties))
    return before is not None and after is not None and after <= before


def _accepted(agreement: Agreement, keys: Sequence[str] | None = None) -> frozenset[int] | None:
    """The numbers of the corrections, all accepted by all `keys`, else by all its parties; None when they are not."""
    keys = keys_of(agreement.parties) if keys is None else keys
    asked = [one for one in agreement.corrections if one.withdrawn is None]
    if _sent_back(agreement) or any(is_open(one, keys) for one in asked):
        return None
    if not agreement.corrections:
        outcomes = {meeting.outcome for meeting in agreement.facilitation}
        return frozenset() if "none" in outcomes and "corrections" not in outcomes else None
    return frozenset(one.no for one in asked)


def _awaits_a_party(agreement: Agreement) -> bool:
    """Whether somebody has accepted every correction, so that only parties that came later may be missing."""
    asked = [one for one in agreement.corrections if one.withdrawn is None]
    willing = [{key for key, answer in one.answers.items() if verdict(answer).state == "accepted"} for one in asked]
    return bool(willing) and bool(set.intersection(*willing))


def _sent_back(agreement: Agreement) -> bool:
    before, last = agreement.history[-2:-1], agreement.history[-1]
    return any(STAGES.index(last.stage) < STAGES.index(event.stage) for event in before)


def _changed(accepted: Agreement, now: Agreement) -> tuple[str, ...]:
    explained = {(change.field or "").partition(".")[0] for one in now.amendments for change in one.changes}
    differs = {
        "scope": accepted.scope != now.scope,
        "term": _term(accepted, accepted) != _term(now, accepted),
        "parties": _parties(accepted) != _parties(now),
    }
    return tuple(field for field in _FIELDS if differs[field] and field not in explained)


def _term(agreement: Agreement, accepted: Agreement) -> tuple[object, ...]:
    """The term as far as the text states it: days that signing first filled in change nothing.

    `review` is how often this office looks at it, and no part of the text.
    """
    term, then = agreement.term, accepted.term
    if term is None:
        return (None, None, None, None, None)
    starts = term.starts if then and then.starts else None
    ends = term.ends if then is None or then.ends or not then.length else None
    lengths = (one and (one.count, one.unit) for one in (term.length, term.notice))
    return (starts, ends, term.until, *lengths)


def _parties(agreement: Agreement) -> list[tuple[str, str]]:
    return [(key, one.name) for key, one in keyed(agreement.parties)]


def _versions(book: Book, entries: Sequence[Entry]) -> dict[Entry, list[bytes]]:
    """The committed versions of each file, newest first; none where git has none or cannot tell."""
    if not entries:
        return {}
    try:
        tree = repository.find(book.register.root)
        if tree is None:
            return {}
        found = versions.versions(tree, book.register.root, [entry.path for entry in entries])
    except EnvironmentFailureError:
        return {}
    return {entry: found[entry.path] for entry in entries}


def _cut(text: bytes) -> bytes:
    """Only the parts of a file that are looked at; all of it where its keys do not stand on lines of their own."""
    return _parts(text, _READ) or text


def _compared(text: bytes) -> bytes:
    """The parts of a file that are compared, without the numbers and days that signing adds to the parties."""
    return _SIGNED.sub(b"", _parts(text, _COMPARED) or text)


def _parts(text: bytes, names: frozenset[bytes]) -> bytes:
    keys = list(_TOP_KEY.finditer(text))
    starts = [key.start() for key in keys]
    parts = zip(keys, starts, [*starts[1:], len(text)], strict=False)
    return b"".join(text[start:end] for key, start, end in parts if key[1] in names)
