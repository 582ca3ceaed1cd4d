"""What `list` and `due` need of one agreement: worked out once, plain enough to be stored and read back.

Nothing here depends on the day or on another file; what does is in `pks.domain.standing.judgement`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pks.domain.terms import Length
from pks.domain.vocabulary import SIGNED_STAGES


class PartyFacts(NamedTuple):
    """One party; `key` is the given one, else made from the name."""

    key: str
    name: str
    ours: bool


class PaperLink(NamedTuple):
    """A link to a paper that is in nobody's register."""

    text: str | None
    number: str | None
    date: date | None


class MeetingFacts(NamedTuple):
    """A planned meeting: its position in the list from 1, which one of its day it is, from 1, and whether the only."""

    position: int
    date: date
    nth: int
    place: str | None
    alone: bool  # no other meeting, planned or held, has its day


class OpenCorrection(NamedTuple):
    """A correction that one party has not answered and nobody withdrew."""

    no: int
    clause: str | None
    party: str
    raised: date


class TaskFacts(NamedTuple):
    """A task with a day; `position` in the list counts from 1, `done` is how often it was done."""

    position: int
    what: str | None
    who: str | None
    due: date
    every: Length | None
    done: int


Link = str | PaperLink


class Facts(NamedTuple):
    """One agreement in plain values: text, numbers, days, None and tuples of these.

    All days are as the file states them or as they follow from it and the office's rules, whatever today is.
    """

    id: str
    title: str
    instrument: str | None
    cooperation: str | None
    sectors: tuple[str, ...]
    parties: tuple[PartyFacts, ...]
    numbers: tuple[str, ...]  # every party's, in party order
    lead: tuple[str, ...]
    under: tuple[Link, ...]
    renews: tuple[Link, ...]
    amends: tuple[Link, ...]
    cluster: str | None  # the slot of its umbrella that it fills
    clusters: tuple[str, ...]  # on an umbrella, the names of its slots
    register: str | None
    has_signed_copy: bool  # any document is one
    original_located: bool  # where the original lies is stated
    intent: str | None
    stated: tuple[str, ...]  # `title`, `term`, `term.starts` ...: the fields that hold something, sorted
    text: str  # what words are looked for in, besides the id: titles, names, numbers, scope; case folded

    stage: str
    stage_since: date
    entered: date  # the first entry of the history
    imported: bool
    closed: str | None  # the reason
    closed_on: date | None

    signed: bool  # every party's day is stated, or the stage is registration or later
    signed_on: date | None  # the day the last party signed; None while any party's day is missing
    unsigned: tuple[str, ...]  # keys of the parties whose day is missing
    days_to_signature: int | None  # from `entered`; None when imported or `signed_on` is not known

    starts: date | None
    ends: date | None  # the last day in force
    until: str | None
    length_stated: bool  # any of ends, length, until
    decision: date | None
    notice_day: date | None  # by the agreement's own `term.notice`

    waiting: str | None  # a party key, `council`, `office`
    waiting_since: date | None

    report_months: int | None  # None: owes no reports
    reported: tuple[str, ...]  # the periods that have an entry
    sent: tuple[tuple[str, str], ...]  # (period, to whom)
    offer_open: date | None  # the day it was sent, while nobody has replied
    council_open: date | None  # the day it was submitted, while nobody has answered
    meetings: tuple[MeetingFacts, ...]
    corrections: tuple[OpenCorrection, ...]
    corrections_open: bool  # some are to be written down, answered, or settled after a rejection
    tasks: tuple[TaskFacts, ...]
    review: Length | None
    evaluated: date | None  # the last evaluation

    @property
    def counts(self) -> bool:
        """Whether it counts for others: what was closed before it was signed never was."""
        if self.closed_on is None or self.stage in SIGNED_STAGES:
            return True
        return self.signed_on is not None and self.signed_on <= self.closed_on

    @property
    def half_signed(self) -> bool:
        """Whether some parties have signed and others have not, while that is still what it waits for."""
        return not self.signed and not self.closed and len(self.unsigned) < len(self.parties)

    @property
    def signatures(self) -> int:
        """How many parties have signed, by the days that are stated."""
        return len(self.parties) - len(self.unsigned)

    @property
    def under_ids(self) -> tuple[str, ...]:
        """The umbrellas that are ids of the register."""
        return _ids(self.under)

    @property
    def renews_ids(self) -> tuple[str, ...]:
        """The agreements of the register that this one renews."""
        return _ids(self.renews)

    @property
    def amends_ids(self) -> tuple[str, ...]:
        """The agreements of the register that this one amends."""
        return _ids(self.amends)


def _ids(links: Sequence[Link]) -> tuple[str, ...]:
    return tuple(link for link in links if isinstance(link, str))
