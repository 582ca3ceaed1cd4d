"""The corrections of one agreement as the table for the meeting: what each changes, and what each party says."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from typing import Any, Final

from pks.domain.model.agreement import Agreement
from pks.domain.model.procedure import Answer, Correction
from pks.domain.standing.corrections import Verdict, is_open, verdicts
from pks.domain.standing.party_keys import keyed
from pks.message import Label, Message
from pks.tables.record import typed
from pks.tables.table import Cell, Column, Row, Table, one_group

# With more parties than these a screen shows who is waited for, and every party only elsewhere.
_MOST_ON_SCREEN: Final = 4
# Of parties in one state, a cell names these many and counts the rest.
_MOST_NAMED: Final = 3


def corrections_table(agreement: Agreement, *, only_open: bool = False, only: Collection[int] | None = None) -> Table:
    """One row a correction, in the order of the file, with one column a party; those of `only`, where it is given."""
    keys = tuple(key for key, _ in keyed(agreement.parties))
    chosen = [one for one in agreement.corrections if only is None or one.no in only]
    rows = [_row(one, keys) for one in chosen if not only_open or is_open(one, keys)]
    empty = Message("correction.none-open" if only_open and agreement.corrections else "correction.empty")
    return Table(_columns(agreement), one_group(rows), empty)


def corrections_json(agreement: Agreement, *, only_open: bool = False) -> list[dict[str, Any]]:
    """The corrections as `correction list --json` gives them, each with an answer of every party."""
    parties = [(key, party.name) for key, party in keyed(agreement.parties)]
    keys = [key for key, _ in parties]
    return [
        {
            "no": one.no,
            "kind": one.kind,
            "clause": one.clause,
            "was": one.was,
            "becomes": one.becomes,
            "reason": one.reason,
            "raised": typed(one.raised),
            "answers": [_answer_json(key, name, one.answers.get(key)) for key, name in parties],
            "withdrawn": typed(one.withdrawn),
            "open": is_open(one, keys),
        }
        for one in agreement.corrections
        if not only_open or is_open(one, keys)
    ]


def _answer_json(key: str, name: str, answer: Answer | None) -> dict[str, Any]:
    said = answer or Answer()
    return {
        "party": key,
        "name": name,
        "accepted": said.accepted,
        "rejected": said.rejected,
        "note": said.note,
        "counter": said.counter,
        "letter": said.letter,
    }


def _columns(agreement: Agreement) -> tuple[Column, ...]:
    few = len(agreement.parties) <= _MOST_ON_SCREEN
    return (
        Column("no", Message("column.no")),
        Column("clause", Message("column.clause"), weight=3),
        *(
            Column(name, Message(f"column.{name}"), below="clause", label=Message(f"column.{name}"))
            for name in ("was", "becomes", "reason", "kind")
        ),
        Column("raised", Message("column.raised"), on_screen=False),
        Column("status", Message("column.status"), weight=2),
        Column("answers", Message("column.answers"), below="status", on_screen=not few),
        *(
            Column(
                f"party.{key}",
                Message("correction.party", name=party.name),
                below="status",
                on_screen=few,
                label=Message("correction.party", name=key),
            )
            for key, party in keyed(agreement.parties)
        ),
        Column("withdrawn", Message("column.withdrawn"), below="status", label=Message("column.withdrawn")),
    )


def _row(one: Correction, keys: tuple[str, ...]) -> Row:
    said = verdicts(one, keys)
    cells: tuple[Cell, ...] = (
        one.no,
        one.clause or Message("rules.clause-unnamed"),
        one.was,
        one.becomes,
        one.reason,
        Label("correction-kind", one.kind) if one.kind else None,
        _raised(one),
        _status(one, said),
        _summary(one, said),
        *(_party(one, key, said[key]) for key in keys),
        one.withdrawn.reason if one.withdrawn else None,
    )
    refused = any(verdict.state == "rejected" for verdict in said.values())
    return Row(cells, "past" if one.withdrawn else "late" if refused else "")


def _raised(one: Correction) -> Cell:
    """The day it was raised, and by whom."""
    if one.raised is None:
        return None
    if one.raised.date and one.raised.by:
        return Message("correction.raised", day=one.raised.date.isoformat(), who=one.raised.by)
    return one.raised.date or one.raised.by


def _status(one: Correction, said: dict[str, Verdict]) -> Message:
    if one.withdrawn is not None:
        if one.withdrawn.date:
            return Message("correction.withdrawn-on", day=one.withdrawn.date.isoformat())
        return Message("correction.state.withdrawn")
    states = {verdict.state for verdict in said.values()}
    first = next(state for state in ("rejected", "waiting", "accepted") if state in states)
    return Message(f"correction.state.{first}")


def _summary(one: Correction, said: dict[str, Verdict]) -> Cell:
    """How many accepted, and who rejected or is waited for; nobody is waited for once it is withdrawn."""
    accepted = sum(verdict.state == "accepted" for verdict in said.values())
    parts = [Message("correction.accepted-by", count=accepted)] if accepted else []
    for state in ("rejected",) if one.withdrawn else ("rejected", "waiting"):
        keys = [key for key, verdict in said.items() if verdict.state == state]
        if keys:
            parts.append(Message(f"correction.{state}-by", count=len(keys), who=_named(keys)))
    return reduce(lambda first, rest: Message("correction.both", first=first, rest=rest), parts) if parts else None


def _named(keys: list[str]) -> object:
    if len(keys) <= _MOST_NAMED:
        return keys
    return Message("screen.and-more", first=", ".join(keys[:_MOST_NAMED]), count=len(keys) - _MOST_NAMED)


def _party(one: Correction, key: str, verdict: Verdict) -> Cell:
    """What one party says: since when, and the words it would have instead."""
    day = verdict.day.isoformat() if verdict.day else ""
    if verdict.state == "accepted":
        return Message("correction.cell.accepted", day=day)
    if verdict.state == "rejected":
        counter = one.answers[key].counter
        if counter:
            return Message("correction.cell.countered", day=day, counter=counter)
        return Message("correction.cell.rejected", day=day)
    if one.withdrawn is not None:
        return None
    raised = one.raised.date if one.raised else None
    if raised:
        return Message("correction.cell.waiting-since", day=raised.isoformat())
    return Message("correction.cell.waiting")
