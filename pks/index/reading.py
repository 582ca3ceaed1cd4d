"""One file read for the index: its facts, or what is wrong with it, as text."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from pks.domain.deadlines.outlook import outlook_of, settled_of
from pks.domain.office import Office
from pks.domain.standing.facts import facts_of
from pks.domain.terms import add_days
from pks.errors import Finding
from pks.index.block import BROKEN, NEVER, NOTHING, UNKNOWN, Line
from pks.index.database import Fresh
from pks.index.facts import NO_DIGEST, digest_of
from pks.index.plain import plain, plain_finding
from pks.index.settled import settled_text
from pks.store.contents import UnreadableError, content_of
from pks.store.quick_reading import quickly_understood

# Deadlines are kept for the first fifteen months or so of what an outlook reaches over: who looks further waits longer.
_NOT_SETTLED_DAYS: Final = 1380


class Look(NamedTuple):
    """One file to be read: its place in the register, and whose it is."""

    path: Path
    file: str
    id: str


def read_facts(look: Look, office: Office, until: date) -> tuple[Line, Fresh]:
    """Read one file; its outlook reaches to `until`."""
    try:
        content = content_of(look.path)
    except UnreadableError as error:
        return _wrong(NO_DIGEST, Finding(look.file, 1, 1, error.message.key, "error", error.message))
    agreement = quickly_understood(content)
    if agreement is None:
        from pks.store.reading import understand  # the judge and its parser: few files need them

        reading = understand(content, look.file)
        if reading.value is None:
            return _wrong(digest_of(content), reading.errors[0])
        agreement = reading.value
    facts = facts_of(look.id, agreement, office)
    outlook = outlook_of(facts, office, until)
    decision = outlook.decision.toordinal() if outlook.decision else NEVER
    days = -1 if facts.days_to_signature is None else facts.days_to_signature
    line = Line(UNKNOWN, 0, 0, outlook.first.toordinal(), decision, days, facts.renews_ids)
    settled = settled_text(settled_of(facts, office, add_days(until, -_NOT_SETTLED_DAYS)))
    return line, Fresh(digest_of(content), json.dumps(plain(facts), separators=(",", ":")), settled)


def _wrong(digest: bytes, finding: Finding) -> tuple[Line, Fresh]:
    line = NOTHING._replace(first=BROKEN)
    return line, Fresh(digest, json.dumps({"wrong": plain_finding(finding)}))
