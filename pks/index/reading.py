"""One file read for the index: its facts and its deadlines, or what is wrong with it, as text."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pks.domain.deadlines.outlook import Outlook, outlook_of, settled_of
from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.facts_of import facts_of
from pks.errors import Finding
from pks.index.block import BROKEN, NEVER, NOBODY, NOT_SETTLED, NOTHING, UNKNOWN, Line, Renewing
from pks.index.database import Fresh
from pks.index.facts import NO_DIGEST, digest_of
from pks.index.known import Reach
from pks.index.plain import json_of, plain_finding
from pks.index.settled import SettledLine, line_of
from pks.store.contents import UnreadableError, content_of
from pks.store.quick_reading import agreement_or_wrong


class Look(NamedTuple):
    """One file to be read: its place in the register, and whose it is."""

    path: str
    file: str
    id: str


class Read(NamedTuple):
    """What one file says; `deadlines` as nobody renews it, None where they were not worked out."""

    line: Line
    fresh: Fresh
    deadlines: str | None


def read_facts(look: Look, office: Office, reach: Reach) -> Read:
    """Read one file."""
    try:
        content = content_of(look.path)
    except UnreadableError as error:
        return _wrong(NO_DIGEST, Finding(look.file, 1, 1, error.message.key, "error", error.message))
    agreement = agreement_or_wrong(content, look.file)
    if isinstance(agreement, Finding):
        return _wrong(digest_of(content), agreement)
    facts = facts_of(look.id, agreement, office)
    outlook = outlook_of(facts, office, reach.first)
    settled = _settled(facts, outlook, office, reach.near)
    soonest = settled.soonest if settled else NOT_SETTLED
    decision = outlook.decision.toordinal() if outlook.decision else NEVER
    days = -1 if facts.days_to_signature is None else facts.days_to_signature
    line = Line(UNKNOWN, 0, outlook.first.toordinal(), decision, days, soonest, NOBODY, _renewing(facts))
    return Read(line, Fresh(digest_of(content), json_of(facts)), settled and settled.text)


def _settled(facts: Facts, outlook: Outlook, office: Office, until: date | None) -> SettledLine | None:
    if until is None or (outlook.first > until and (outlook.decision is None or outlook.decision > until)):
        return None
    return line_of(settled_of(facts, (), office, until))


def _renewing(facts: Facts) -> Renewing | None:
    """What it renews, where it counts for others at all."""
    ids = tuple(id_ for id_ in dict.fromkeys(facts.renews_ids) if id_ != facts.id)
    starts = facts.starts.toordinal() if facts.starts else 0
    return Renewing(ids, facts.signed, starts) if ids and facts.counts else None


def _wrong(digest: bytes, finding: Finding) -> Read:
    line = NOTHING._replace(first=BROKEN)
    return Read(line, Fresh(digest, json_of({"wrong": plain_finding(finding)})), None)
