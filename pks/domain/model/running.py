"""What is recorded while an agreement runs: reports, indicators, tasks, evaluations, amendments, renewal."""

from typing import ClassVar

from pks.domain.model.part import NO_ENTRIES, Part
from pks.domain.values import Count, Day, Number, NumberOrText, ReportPeriod, Span, Text, Whole
from pks.domain.vocabulary import Intent, Recommendation


class Sent(Part):
    to: Text
    date: Day | None = None
    number: Text | None = None
    received: Day | None = None


class Report(Part):
    address: ClassVar[str | None] = "period"

    period: ReportPeriod
    activities: Text | None = None
    results: Text | None = None
    beneficiaries: NumberOrText | None = None
    spent: Whole | None = None
    obstacles: Text | None = None
    follow_up: Text | None = None
    sent: tuple[Sent, ...] = ()


class Reading(Part):
    period: ReportPeriod
    value: Number | None = None
    note: Text | None = None


class Indicator(Part):
    address: ClassVar[str | None] = "name"

    name: Text
    unit: Text | None = None
    readings: tuple[Reading, ...] = ()


class Task(Part):
    what: Text | None = None
    who: Text | None = None
    due: Day | None = None
    every: Span | None = None
    done: tuple[Day, ...] = ()


class Evaluation(Part):
    date: Day | None = None
    recommendation: Recommendation | None = None
    score: Number | None = None
    note: Text | None = None


class Change(Part):
    field: Text | None = None
    from_: Text | None = None
    to: Text | None = None


class Amendment(Part):
    no: Count
    date: Day | None = None
    starts: Day | None = None
    numbers: dict[str, Text] = NO_ENTRIES
    signed: dict[str, Day] = NO_ENTRIES
    reason: Text | None = None
    changes: tuple[Change, ...] = ()
    document: Text | None = None


class Renewal(Part):
    intent: Intent | None = None
    date: Day | None = None
    note: Text | None = None
