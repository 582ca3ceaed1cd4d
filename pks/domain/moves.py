"""Moves through the stages: what entry each appends to the history, or why it is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pks.domain.model.agreement import Agreement
from pks.domain.rules.table import Missing
from pks.domain.vocabulary import STAGES
from pks.errors import RefusedError
from pks.message import Label, Message

Gate = Callable[[str], Sequence[Missing]]


@dataclass(frozen=True)
class Said:
    """What is said of a move: the day, who makes it, a note."""

    on: date
    by: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Moved:
    """The entries to append, oldest first, as data of the file; and what was only warned of."""

    entries: tuple[dict[str, Any], ...]
    warnings: tuple[Missing, ...] = ()


def following(agreement: Agreement) -> str | None:
    """The stage after the present one; None at the last stage and once closed."""
    number = STAGES.index(agreement.stage) + 1
    return STAGES[number] if number < len(STAGES) and not agreement.closed else None


def advance(agreement: Agreement, gate: Gate, said: Said, *, to: str | None = None, force: bool = False) -> Moved:
    """Move on to the next stage, or through every gate up to `to`, all or nothing.

    `gate` says what stands against leaving a stage. With `force` its errors are recorded and not heeded.

    Raises:
        RefusedError: closed, the last stage, `to` is not ahead, the day is before the last entry, or a gate
            is shut; the details say all of why.
    """
    _must_be_open(agreement)
    _must_not_go_back(agreement, said.on)
    wanted = to or following(agreement)
    if wanted is None:
        raise RefusedError(Message("move.last-stage"))
    here, there = STAGES.index(agreement.stage), STAGES.index(wanted)
    if there == here:
        raise RefusedError(Message("move.already-there", stage=Label("stage", wanted)))
    if there < here:
        raise RefusedError(Message("move.not-ahead", stage=Label("stage", wanted), now=Label("stage", agreement.stage)))
    entries, blocking, warnings = [], [], []
    for left, entered in zip(STAGES[here:there], STAGES[here + 1 : there + 1], strict=True):
        missing = gate(left)
        errors = [one for one in missing if one.level == "error"]
        blocking += errors
        warnings += [one for one in missing if one.level == "warning"]
        codes = sorted({one.code for one in errors})
        entries.append(_entry(entered, said, forced=codes if force else []))
    if blocking and not force:
        details = tuple(Message("move.missing", what=one.message, fix=one.fix) for one in blocking)
        raise RefusedError(Message("move.gate", stage=Label("stage", wanted), count=len(blocking)), details=details)
    return Moved(tuple(entries), tuple(warnings))


def back(agreement: Agreement, said: Said, *, to: str) -> Moved:
    """Return to an earlier stage, or reopen a closed agreement at its own or an earlier one.

    Raises:
        RefusedError: `to` is ahead, or where it stands already, or the day is before the last entry.
    """
    _must_not_go_back(agreement, said.on)
    here, there = STAGES.index(agreement.stage), STAGES.index(to)
    if there > here or (there == here and not agreement.closed):
        raise RefusedError(Message("move.not-behind", stage=Label("stage", to), now=Label("stage", agreement.stage)))
    return Moved((_entry(to, said),))


def close(agreement: Agreement, said: Said, *, reason: str) -> Moved:
    """End an agreement where it stands, for one of the reasons of PP 28/2018 Ps 9 and 22 or of practice.

    Raises:
        RefusedError: closed already, or the day is before the last entry.
    """
    _must_be_open(agreement)
    _must_not_go_back(agreement, said.on)
    return Moved((_entry(agreement.stage, said) | {"closed": reason},))


def _entry(stage: str, said: Said, *, forced: Sequence[str] = ()) -> dict[str, Any]:
    known = {"date": said.on.isoformat(), "stage": stage, "by": said.by, "note": said.note, "forced": list(forced)}
    return {key: value for key, value in known.items() if value}


def _must_be_open(agreement: Agreement) -> None:
    closing = agreement.closed
    if closing is not None:
        reason = Label("closing", closing.closed or "")
        raise RefusedError(Message("move.closed", date=closing.date, reason=reason, stage=agreement.stage))


def _must_not_go_back(agreement: Agreement, day: date) -> None:
    last = agreement.history[-1].date
    if day < last:
        raise RefusedError(Message("move.before-last", day=day, last=last))
