"""The agreement: one frozen model that is both the schema of the file and what the rules look at.

Field names are the YAML keys (a trailing `_` only where Python claims the word). A field
that is not stated is None, or empty for a list. Keys the model lacks are kept as `unknown`, untyped.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from pks.domain.model.part import NO_ENTRIES, Part
from pks.domain.model.parties import Links, Paper, Party, Texts
from pks.domain.model.procedure import Correction, Council, Document, Funding, Meeting, Offer, Registration, Signing
from pks.domain.model.running import Amendment, Evaluation, Indicator, Renewal, Report, Task
from pks.domain.values import Day, Flag, Interval, Span, Text
from pks.domain.vocabulary import Closing, Cooperation, Instrument, Sector, Stage


class Cluster(Part):
    address: ClassVar[str | None] = "name"

    name: Text
    note: Text | None = None


class Term(Part):
    starts: Day | None = None
    length: Span | None = None
    ends: Day | None = None
    until: Text | None = None
    review: Span | None = None
    notice: Span | None = None


class Event(Part):
    """One entry of the history: on `date` the agreement entered `stage`, or was closed in it."""

    date: Day
    stage: Stage
    by: Text | None = None
    note: Text | None = None
    closed: Closing | None = None
    forced: tuple[Text, ...] = ()
    imported: Flag | None = None


class Agreement(Part):
    """One agreement, as its file states it."""

    title: Text
    purpose: Text | None = None
    location: Text | None = None
    instrument: Instrument | None = None
    as_written: Text | None = None
    cooperation: Cooperation | None = None
    mandatory: Flag | None = None
    sectors: tuple[Sector, ...] = ()
    initiator: Text | None = None
    lead: Texts = ()
    legal_basis: tuple[Text, ...] = ()
    under: Links = ()
    cluster: Text | None = None
    clusters: tuple[Cluster, ...] = ()
    renews: Links = ()
    amends: Links = ()
    parties: tuple[Party, ...]
    scope: tuple[Text, ...] = ()
    term: Term | None = None
    offer: Offer | None = None
    funding: tuple[Funding, ...] = ()
    council: Council | None = None
    facilitation: tuple[Meeting, ...] = ()
    corrections: tuple[Correction, ...] = ()
    signing: Signing | None = None
    registration: Registration | None = None
    documents: tuple[Document, ...] = ()
    reporting: Interval | None = None
    reports: tuple[Report, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    tasks: tuple[Task, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    renewal: Renewal | None = None
    unread: dict[str, Any] = NO_ENTRIES
    history: tuple[Event, ...]

    @property
    def stage(self) -> str:
        """The stage of the last entry: there is no other record of it."""
        return self.history[-1].stage

    @property
    def closed(self) -> Event | None:
        """The closing, when the last entry is one; a later entry without it has reopened the agreement."""
        return self.history[-1] if self.history[-1].closed else None

    @property
    def imported(self) -> bool:
        """Whether it was already running when it entered the register, so that earlier gates do not count."""
        return any(event.imported for event in self.history)


def ids(links: Sequence[str | Paper]) -> tuple[str, ...]:
    """The links that name an agreement of the register, in the order they are stated."""
    return tuple(link for link in links if isinstance(link, str))
