"""Findings about facts that are each fine and together impossible, as two branches joined line by line leave them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pks.domain.compared import name_folded
from pks.domain.model.agreement import Agreement
from pks.domain.rules.rule import ALWAYS, REGISTER, Hit, Rule, hit
from pks.domain.rules.surroundings import Surroundings
from pks.domain.standing.party_keys import keyed, keys_of
from pks.domain.standing.signatures import signing_days, unsigned
from pks.domain.vocabulary import SIGNED_STAGES, STAGES

_NEVER_SIGNED: Final = frozenset({"rejected", "withdrawn"})
_HELD: Final = frozenset({"corrections", "none"})


def _went_on_after_closing(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    """What follows a closing reopens it at the same or an earlier stage; nothing else can."""
    for at, (before, event) in enumerate(pairwise(agreement.history), start=1):
        if before.closed is None:
            continue
        if event.closed:
            yield hit("history", at, "closed", variant="twice", date=event.date, closed=before.date)
        elif STAGES.index(event.stage) > STAGES.index(before.stage):
            yield hit("history", at, "stage", date=event.date, closed=before.date)


def _signed_though_closed(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    closing = agreement.closed
    if closing is None:
        return
    days = signing_days(agreement)
    for at, ((_key, party), day) in enumerate(zip(keyed(agreement.parties), days, strict=True)):
        if day and day > closing.date:
            path = ("parties", at, "signed") if party.signed else ("signing", "date")
            yield hit(*path, variant="later", party=party.name, signed=day, closed=closing.date)
            return
    unfinished = closing.closed in _NEVER_SIGNED and closing.stage not in SIGNED_STAGES
    if unfinished and agreement.parties and not unsigned(agreement):
        yield hit("history", len(agreement.history) - 1, "closed", closed=closing.date)
    elif unfinished and agreement.registration and agreement.registration.number:
        number = agreement.registration.number
        yield hit("registration", "number", variant="registered", number=number, closed=closing.date)


def _signing_day_of_nobody(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    day = agreement.signing.date if agreement.signing else None
    own = [party.signed for party in agreement.parties]
    if day and all(own) and day not in own:
        yield hit("signing", "date", date=day, days=sorted({one for one in own if one}))


def _answered_though_withdrawn(agreement: Agreement, _: Surroundings) -> Iterator[Hit]:
    """An acceptance by every party and a withdrawal are each the end of a correction; it has only one."""
    keys = keys_of(agreement.parties)
    names = {key: party.name for key, party in keyed(agreement.parties)}
    for at, correction in enumerate(agreement.corrections):
        withdrawn = correction.withdrawn
        if withdrawn is None:
            continue
        answers = correction.answers
        if keys and all(key in answers and answers[key].accepted for key in keys):
            yield hit("corrections", at, "withdrawn", no=correction.no)
            continue
        for key, answer in answers.items():
            days = [one for one in (answer.accepted, answer.rejected) if one]
            if withdrawn.date and days and max(days) > withdrawn.date:
                values = {"party": names.get(key, key), "answered": max(days), "withdrawn": withdrawn.date}
                yield hit("corrections", at, "answers", key, variant="later", no=correction.no, **values)


def _held_in_future(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    for at, meeting in enumerate(agreement.facilitation):
        if meeting.outcome in _HELD and meeting.date and meeting.date > surroundings.today:
            yield hit("facilitation", at, "date", date=meeting.date, position=at + 1)


def _no_such_cluster(agreement: Agreement, surroundings: Surroundings) -> Iterator[Hit]:
    if agreement.cluster is None:
        return
    links = [link for link in agreement.under if isinstance(link, str)]
    umbrellas = [surroundings.others[link] for link in links if link in surroundings.others]
    clusters = [name for one in umbrellas for name in one.clusters]
    if clusters and name_folded(agreement.cluster) not in map(name_folded, clusters):
        yield hit("cluster", cluster=agreement.cluster, umbrella=umbrellas[0].id, clusters=clusters)


CONTRADICTION_RULES: Final = (
    Rule("went-on-after-closing", "warning", ALWAYS, _went_on_after_closing, "practice"),
    Rule("signed-though-closed", "warning", ALWAYS, _signed_though_closed, "practice"),
    Rule("signing-day-of-nobody", "warning", ALWAYS, _signing_day_of_nobody, "practice"),
    Rule("answered-though-withdrawn", "warning", ALWAYS, _answered_though_withdrawn, "practice"),
    Rule("meeting-held-in-future", "warning", ALWAYS, _held_in_future, "practice"),
    Rule("cluster-unknown", "warning", REGISTER, _no_such_cluster, "practice"),
)
