"""The way to a signed text: offer, funding, council, meetings, corrections, signing, registration, papers."""

from typing import ClassVar

from pks.domain.model.part import NO_ENTRIES, Part
from pks.domain.values import Count, Day, Flag, Text, Whole
from pks.domain.vocabulary import (
    CopyKind,
    CorrectionKind,
    CouncilOutcome,
    DocumentKind,
    FundingSource,
    MeetingMode,
    MeetingOutcome,
)


class Offer(Part):
    sent: Day | None = None
    number: Text | None = None
    replied: Day | None = None
    received: Day | None = None


class Funding(Part):
    source: FundingSource | None = None
    party: Text | None = None
    amount: Whole | None = None
    year: Whole | None = None
    note: Text | None = None


class Council(Part):
    burdens_public: Flag | None = None
    unbudgeted: Flag | None = None
    submitted: Day | None = None
    number: Text | None = None
    answered: Day | None = None
    outcome: CouncilOutcome | None = None


class Attendee(Part):
    unit: Text | None = None
    mode: MeetingMode | None = None


Attendance = Text | Attendee


class Meeting(Part):
    date: Day | None = None
    place: Text | None = None
    mode: MeetingMode | None = None
    chair: Text | None = None
    attendees: tuple[Attendance, ...] = ()
    basis: Text | None = None
    outcome: MeetingOutcome | None = None
    note: Text | None = None
    minutes: Text | None = None


class Raised(Part):
    date: Day | None = None
    by: Text | None = None


class Answer(Part):
    accepted: Day | None = None
    rejected: Day | None = None
    note: Text | None = None
    counter: Text | None = None
    letter: Text | None = None


class Withdrawn(Part):
    date: Day | None = None
    reason: Text | None = None


class Correction(Part):
    address: ClassVar[str | None] = "no"

    no: Count
    kind: CorrectionKind | None = None
    clause: Text | None = None
    was: Text | None = None
    becomes: Text | None = None
    reason: Text | None = None
    raised: Raised | None = None
    answers: dict[str, Answer] = NO_ENTRIES
    withdrawn: Withdrawn | None = None


class Signing(Part):
    date: Day | None = None
    place: Text | None = None
    copies: Count | None = None
    initials: Flag | None = None
    duty_stamp: Flag | None = None
    seal: Flag | None = None


class Registration(Part):
    number: Text | None = None
    date: Day | None = None
    by: Text | None = None


class Document(Part):
    kind: DocumentKind | None = None
    file: Text | None = None
    sha256: Text | None = None
    url: Text | None = None
    number: Text | None = None
    date: Day | None = None
    version: Text | None = None
    copy: CopyKind | None = None
    holder: Text | None = None
    location: Text | None = None
    covers: DocumentKind | None = None
