"""The deadlines on the way to signature: meeting, offer, council, correction and stage.

Each function gives the rows of one kind for an agreement that is not closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pks.domain.deadlines.row import Row, View, name_of, names_of_the_others, waited_for
from pks.domain.standing.judgement import Standing
from pks.message import Label, Message


def meeting(standing: Standing, _view: View) -> Iterator[Row]:
    """Every meeting that is still planned, on its day; the second of one day has `/2` after its key."""
    for planned in standing.facts.meetings:
        key = f"meeting/{planned.date}" + (f"/{planned.nth}" if planned.nth > 1 else "")
        place = planned.place
        detail = Message("due.meeting.at", place=place) if place else Message("due.meeting")
        yield Row(planned.date, key, detail, item=planned.position)


def offer(standing: Standing, view: View) -> Iterable[Row]:
    """The day by which the offer should be answered, while in draft."""
    facts = standing.facts
    if facts.offer_open is None or facts.stage != "draft":
        return ()
    detail = Message("due.offer", parties=names_of_the_others(facts), sent=facts.offer_open)
    return (Row(view.after(facts.offer_open, view.office.replies.offer), "offer", detail),)


def council(standing: Standing, view: View) -> Iterable[Row]:
    """The day by which the council should answer; 45 working days: PP 28/2018 Ps 30(4), foreign ones."""
    submitted = standing.facts.council_open
    if submitted is None:
        return ()
    detail = Message("due.council", submitted=submitted)
    return (Row(view.after(submitted, view.office.replies.council), "council", detail),)


def correction(standing: Standing, view: View) -> Iterator[Row]:
    """One row for each party that has not answered a correction with a day."""
    facts = standing.facts
    for asked in facts.corrections:
        name = name_of(facts, asked.party)
        if asked.clause:
            detail = Message("due.correction.clause", party=name, no=asked.no, clause=asked.clause)
        else:
            detail = Message("due.correction", party=name, no=asked.no)
        yield Row(
            view.after(asked.raised, view.office.replies.correction),
            f"correction/{asked.no}/{asked.party}",
            detail,
            party=asked.party,
            item=asked.no,
        )


def stage(standing: Standing, view: View) -> Iterable[Row]:
    """The day by which the stage should be left; an imported agreement's stage times do not count."""
    facts = standing.facts
    limit = view.office.stages.limit(facts.stage)
    if limit is None or facts.imported:
        return ()
    values = {"stage": Label("stage", facts.stage), "since": facts.stage_since, "waiting": waited_for(facts)}
    detail = Message("due.stage", **values)
    if facts.half_signed:
        detail = Message("due.stage.half-signed", **values, signed=facts.signatures, count=len(facts.parties))
    return (Row(view.after(facts.stage_since, limit), f"stage/{facts.stage}", detail),)
