"""Findings about days and lengths: what contradicts itself, runs too long, or has quietly passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final, cast

from pks.domain.model.agreement import Agreement
from pks.domain.office import Office
from pks.domain.rules.meetings import mended
from pks.domain.rules.rule import ALWAYS, Hit, Parameter, Rule, hit, spelled
from pks.domain.rules.surroundings import Surroundings
from pks.domain.terms import LastDay, Length, add, last_day_in_force, parse_length
from pks.domain.vocabulary import FOREIGN, SIGNED_STAGES

_LONGEST: Final = Parameter("term-over-5-years", Length(60, "months", "60 months"), parse_length)
_YEAR: Final = Length(1, "years", "1 year")
_FOREIGN_NOTICE: Final = Length(6, "months", "6 months")
# Where no start is stated lengths are compared from here: six months on are 181 days, the fewest there are.
_ANY_START: Final = date(2001, 1, 1)
_ROUNDING_DAYS: Final = 1


def _counted(starts: date, length: Length, office: Office) -> date:
    return last_day_in_force(starts, length, cast("LastDay", office.last_day), holidays=office.holidays)


def _history_backwards(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    for at, (before, event) in enumerate(pairwise(agreement.history), start=1):
        if event.date < before.date:
            yield hit("history", at, "date", date=event.date, before=before.date)


def _history_in_future(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    for at, event in enumerate(agreement.history):
        if event.date > surroundings.today:
            yield hit("history", at, "date", date=event.date)


def _ends_before_start(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    term = agreement.term
    if term and term.starts and term.ends and term.ends < term.starts:
        yield hit("term", "ends", ends=term.ends, starts=term.starts)


def _ends_differ(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    term = agreement.term
    if term is None or not (term.starts and term.length and term.ends) or term.ends < term.starts:
        return
    counted = _counted(term.starts, term.length, surroundings.office)
    if abs((term.ends - counted).days) > _ROUNDING_DAYS:
        yield hit(
            "term",
            "ends",
            ends=term.ends,
            counted=counted,
            counted_iso=counted.isoformat(),
            starts=term.starts,
            length=spelled(term.length),
        )


def _term_too_long(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    limit = _LONGEST.value(surroundings.office)
    if agreement.instrument != "LoI":
        yield from _longer_than(agreement, limit, surroundings.office)


def _letter_too_long(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    if agreement.instrument == "LoI":
        yield from _longer_than(agreement, _YEAR, surroundings.office)


def _longer_than(agreement: Agreement, limit: Length, office: Office) -> Iterator[Hit]:
    """An end on the anniversary itself is not over the limit, whichever way the office counts."""
    term = agreement.term
    if term is None:
        return
    starts = term.starts or _ANY_START
    if term.ends and term.starts:
        place, ends = "ends", term.ends
    elif term.length:
        place, ends = "length", add(starts, term.length, holidays=office.holidays)
    else:
        return
    if ends > add(starts, limit, holidays=office.holidays):
        yield hit("term", place, limit=spelled(limit))


def _foreign_notice(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    """Asked once a term is known; a letter of intent lasts a year and has no renewal."""
    term = agreement.term
    if agreement.cooperation not in FOREIGN or agreement.instrument == "LoI" or agreement.closed:
        return
    if term is None or not (term.length or term.ends):
        return
    if term.notice is None or add(_ANY_START, term.notice) < add(_ANY_START, _FOREIGN_NOTICE):
        yield hit("term", "notice")


def _foreign_reporting(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    interval = agreement.reporting or surroundings.office.reports.every
    if agreement.cooperation in FOREIGN and not agreement.closed and interval.months != _YEAR.months:
        yield hit("reporting", interval=spelled(interval))


def _meeting_passed(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    if agreement.closed:
        return
    for at, meeting in enumerate(agreement.facilitation):
        if meeting.outcome in {None, "planned"} and meeting.date and meeting.date < surroundings.today:
            command = mended(agreement, at, "outcome")
            yield hit("facilitation", at, "outcome", date=meeting.date, position=at + 1, **command)


def _reply_first(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    offer, council = agreement.offer, agreement.council
    if offer and offer.sent and offer.replied and offer.replied < offer.sent:
        yield hit("offer", "replied", sent=offer.sent, replied=offer.replied)
    if council and council.submitted and council.answered and council.answered < council.submitted:
        yield hit("council", "answered", variant="council", sent=council.submitted, replied=council.answered)


def _term_unknown(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    """From registration on a text counts as signed; then it must be known when it runs."""
    if agreement.closed or agreement.stage not in SIGNED_STAGES:
        return
    term = agreement.term
    if term is None or term.starts is None:
        yield hit("term", "starts", field="term.starts")
    elif not (term.length or term.ends or term.until):
        yield hit("term", "length", field="term.length")


DATE_RULES: Final = (
    Rule("term-unknown", "warning", ALWAYS, _term_unknown, "PP 28/2018 Ps 19(2); practice"),
    Rule("history-backwards", "error", ALWAYS, _history_backwards, "practice"),
    Rule("history-in-future", "info", ALWAYS, _history_in_future, "practice"),
    Rule("ends-before-start", "error", ALWAYS, _ends_before_start, "practice"),
    Rule("ends-differ", "warning", ALWAYS, _ends_differ, "practice"),
    Rule(
        "term-over-5-years",
        "warning",
        ALWAYS,
        _term_too_long,
        "Permendagri 25/2020 Ps 32; practice",
        parameter=_LONGEST,
    ),
    Rule("letter-of-intent-over-1-year", "warning", ALWAYS, _letter_too_long, "Permendagri 25/2020 Ps 13"),
    Rule("foreign-notice-short", "warning", ALWAYS, _foreign_notice, "Permendagri 25/2020 Ps 33"),
    Rule("foreign-report-interval", "info", ALWAYS, _foreign_reporting, "Permendagri 25/2020 Ps 35-36"),
    Rule("reply-before-offer", "warning", ALWAYS, _reply_first, "practice"),
    Rule("meeting-passed", "info", ALWAYS, _meeting_passed, "practice"),
)
