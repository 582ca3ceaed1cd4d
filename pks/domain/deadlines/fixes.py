"""The command that deals with each kind of deadline, ready for a shell: one table."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # whoever only reads deadlines that were kept needs none
    from pks.domain.deadlines.row import Row
    from pks.domain.standing.facts import Facts


def fix(kind: str, facts: Facts, row: Row, today: date) -> str:
    """The command for `row` of `kind`; a day stands in it only where it would not be `today`."""
    return fix_of_day(kind, facts.id, today) or f"pks {_FIXES[kind](facts, row, today)}"


def fix_of_day(kind: str, id_: str, today: date) -> str | None:
    """The command of a kind that is dealt with by stating a day: `today` until somebody says which it was."""
    field = _DAYS.get(kind)
    return None if field is None else f"pks set {id_} {field}={today}"


def send_all(period: str | None, tier: str | None, ids: Sequence[str] = ()) -> str:
    """The command that sends the reports of `period` to `tier` in one letter: those of `ids`, else all still owed."""
    return f"pks {_send(' '.join(ids), period, tier)}{'' if ids else ' --all'}"


def _set(facts: Facts, assignment: str) -> str:
    return f"set {facts.id} {shlex.quote(assignment)}"


def _expiry(facts: Facts, row: Row, today: date) -> str:
    """Renew it, go on with the renewal that is being prepared, or close what was to stop once its end is past."""
    preparing = row.detail.values.get("successors")
    if isinstance(preparing, list) and preparing:
        return f"show {preparing[0]}"
    if facts.signed and facts.intent != "stop":
        return f"renew {facts.id}"
    return f"close {facts.id} --reason not-renewed" if facts.signed and row.date < today else f"edit {facts.id}"


def _start(facts: Facts, _row: Row, _today: date) -> str:
    """Begin the renewal; what is not signed cannot be renewed yet."""
    return f"renew {facts.id}" if facts.signed else f"next {facts.id}"


def _intent(facts: Facts, _row: Row, _today: date) -> str:
    return _set(facts, "renewal.intent=renew")


def _report(facts: Facts, row: Row, _today: date) -> str:
    return _send(facts.id, row.period, row.tier)


def _send(which: str, period: str | None, tier: str | None) -> str:
    """`which` ids, separated by blanks, or none. A tier that begins like an option must not be taken for one."""
    to = tier or ""
    said = f"--to={shlex.quote(to)}" if to.startswith("-") else f"--to {shlex.quote(to)}"
    return " ".join(filter(None, ("report send", which, f"--period {period}", said)))


def _meeting(facts: Facts, row: Row, _today: date) -> str:
    """Its outcome by its day; by its place in the list where its day has two, which `meet` cannot tell apart."""
    if any(one.position == row.item and one.alone for one in facts.meetings):
        return f"meet {facts.id} --date {row.date} --outcome corrections"
    return _set(facts, f"facilitation.{row.item}.outcome=corrections")


def _correction(facts: Facts, row: Row, _today: date) -> str:
    return f"correction accept {facts.id} {row.item} --party {row.party}"


def _task(facts: Facts, row: Row, _today: date) -> str:
    return f"task done {facts.id} {row.item}"


def _review(facts: Facts, _row: Row, _today: date) -> str:
    return f"evaluate {facts.id} --recommendation continue"


def _stage(facts: Facts, _row: Row, _today: date) -> str:
    """Record the signature that is waited for; else see what the stage still needs."""
    if facts.half_signed and not facts.corrections_open:
        return f"sign {facts.id} --party {facts.unsigned[0]}"
    return f"next {facts.id}"


_DAYS: Final = {"offer": "offer.replied", "council": "council.answered"}
_FIXES: Final[dict[str, Callable[[Facts, Row, date], str]]] = {
    "expiry": _expiry,
    "decision": _intent,
    "notice": _intent,
    "start": _start,
    "report": _report,
    "meeting": _meeting,
    "correction": _correction,
    "task": _task,
    "review": _review,
    "stage": _stage,
}
