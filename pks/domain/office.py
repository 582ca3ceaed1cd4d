"""Whose register this is, and its rules: `.pks/office.yaml`, every missing key its default.

Unknown keys of the file are kept out of the values and reported by `check`.
"""

from datetime import date, timedelta, tzinfo
from datetime import timezone as fixed_offset
from typing import Any, Final, NamedTuple

from pks.domain.terms import Length, parse_length
from pks.domain.values import Day, Delay, Flag, Folder, Interval, Text
from pks.domain.vocabulary import Language, LastDayRule, Profile, Tier, Zone

# No daylight saving anywhere in Indonesia; `zoneinfo` would need a database Windows lacks.
NO_RULES: Final[dict[str, Any]] = {}
_ZONES: Final = {"WIB": 7, "WITA": 8, "WIT": 9}


def _length(text: str) -> Length:
    length = parse_length(text)
    if length is None:
        raise ValueError(text)
    return length


def _lengths(*texts: str) -> tuple[Length, ...]:
    return tuple(_length(text) for text in texts)


class Stages(NamedTuple):
    """How long an agreement may stay in each stage before it is in `due`."""

    draft: Delay = _length("90d")
    facilitation: Delay = _length("30d")
    corrections: Delay = _length("30d")
    registration: Delay = _length("14d")

    @property
    def limits(self) -> tuple[Length, ...]:
        """The limits of the four stages up to registration, in their order: together the way to a registered text."""
        return (self.draft, self.facilitation, self.corrections, self.registration)

    def limit(self, stage: str) -> Length | None:
        """The limit of `stage`; None for reporting and renewal, which have none."""
        limit: Length | None = getattr(self, stage, None)
        return limit


class Replies(NamedTuple):
    """How long others may take to answer."""

    offer: Delay = _length("30d")
    correction: Delay = _length("14d")
    council: Delay = _length("45 working days")


class ReportTier(NamedTuple):
    """One step of the report's way up: to whom, and within what time after the period's end."""

    to: Text
    within: Delay = _length("14d")


class Reports(NamedTuple):
    """How often reports are owed, since when, and to whom."""

    every: Interval = _length("6 months")
    since: Day = date(2026, 1, 1)
    tiers: tuple[ReportTier, ...] = (
        ReportTier("bupati", _length("14d")),
        ReportTier("gubernur", _length("30d")),
    )


class Office(NamedTuple):
    """The register's owner and rules."""

    office: Text | None = None
    region: Text | None = None
    profile: Profile = "secretariat"
    tier: Tier = "regency"
    language: Language | None = None
    timezone: Zone = "WIB"
    commit: Flag = True
    folder: Folder = ""
    notice: Delay = _length("3 months")
    last_day: LastDayRule = "eve"
    reminders: tuple[Delay, ...] = _lengths("180d", "90d", "60d", "30d", "7d", "0d")
    stages: Stages = Stages()
    replies: Replies = Replies()
    holidays: tuple[Day, ...] = ()
    register: Text = "REG/{year}/{seq:03}"
    team: Text | None = None
    reports: Reports = Reports()
    rules: dict[str, Any] = NO_RULES

    @property
    def zone(self) -> tzinfo:
        """The fixed offset that decides what "today" is."""
        return fixed_offset(timedelta(hours=_ZONES[self.timezone]))
