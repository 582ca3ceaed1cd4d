"""The command that deals with each kind of deadline, ready for a shell: one table."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from datetime import date
from typing import Final

from pks.domain.deadlines.row import Row
from pks.domain.standing.facts import Facts
from pks.message import Message

_PLAIN: Final = re.compile(r"[^\W_][\w ()./-]*(?<! )")


def fix(kind: str, facts: Facts, row: Row, today: date) -> Message:
    """The command for `row` of `kind`; where it records a day, that is `today`, for the user to change."""
    return Message("due.fix", command=f"pks {_FIXES[kind](facts, row, today)}")


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


def _start(facts: Facts, row: Row, today: date) -> str:
    """Begin the renewal; what is not signed cannot be renewed yet."""
    return f"renew {facts.id}" if facts.signed else _show(facts, row, today)


def _show(facts: Facts, _row: Row, _today: date) -> str:
    return f"show {facts.id}"


def _intent(facts: Facts, _row: Row, _today: date) -> str:
    return _set(facts, "renewal.intent=renew")


def _report(facts: Facts, row: Row, today: date) -> str:
    sent = f"{{to: {_yaml(row.tier or '')}, date: {today}}}"
    if row.period in facts.reported:
        return _set(facts, f"reports.{row.period}.sent.+={sent}")
    return _set(facts, f"reports.+={{period: {row.period}, sent: [{sent}]}}")


def _meeting(facts: Facts, row: Row, _today: date) -> str:
    return _set(facts, f"facilitation.{row.item}.outcome=corrections")


def _offer(facts: Facts, _row: Row, today: date) -> str:
    return _set(facts, f"offer.replied={today}")


def _council(facts: Facts, _row: Row, today: date) -> str:
    return _set(facts, f"council.answered={today}")


def _correction(facts: Facts, row: Row, today: date) -> str:
    return _set(facts, f"corrections.{row.item}.answers.{row.party}.accepted={today}")


def _task(facts: Facts, row: Row, today: date) -> str:
    return _set(facts, f"tasks.{row.item}.done.+={today}")


def _review(facts: Facts, _row: Row, today: date) -> str:
    return _set(facts, f"evaluations.+={{date: {today}, recommendation: continue}}")


def _yaml(text: str) -> str:
    """`text` as a scalar inside `{}`: plain where that reads back the same, else in double quotes."""
    if _PLAIN.fullmatch(text):
        return text
    for character, escaped in (("\\", r"\\"), ('"', r"\""), ("\n", r"\n"), ("\t", r"\t")):
        text = text.replace(character, escaped)
    return f'"{text}"'


_FIXES: Final[dict[str, Callable[[Facts, Row, date], str]]] = {
    "expiry": _expiry,
    "decision": _intent,
    "notice": _intent,
    "start": _start,
    "report": _report,
    "meeting": _meeting,
    "offer": _offer,
    "council": _council,
    "correction": _correction,
    "task": _task,
    "review": _review,
    "stage": _show,
}
