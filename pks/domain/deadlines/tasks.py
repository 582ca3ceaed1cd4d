"""The tasks of one agreement as they are numbered, and which time a day of `done` discharges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from pks.domain.deadlines.duties import occurrences
from pks.domain.deadlines.row import View
from pks.domain.model.running import Task


class NumberedTask(NamedTuple):
    """A task with its number from 1; `due` is when it falls due next, if known, `done` when it was done for good."""

    number: int
    what: str | None
    due: date | None
    done: date | None


def numbered(tasks: Sequence[Task], view: View) -> Iterator[NumberedTask]:
    """Every task; a recurring one is never done for good."""
    for number, task in enumerate(tasks, start=1):
        done = task.done[0] if task.done and task.every is None else None
        yield NumberedTask(number, task.what, falls_due(task, len(task.done) + 1, view), done)


def falls_due(task: Task, nth: int, view: View) -> date | None:
    """The day on which `task` falls due for the `nth` time, from 1; None where it does not."""
    if task.due is None or task.every is None:
        return task.due if nth == 1 else None
    return next(islice(occurrences(task.due, task.every, view), nth - 1, nth), None)


def is_discharged_by(task: Task, day: date, view: View) -> bool:
    """Whether `day` is recorded already and discharges nothing more.

    A recurring task may be done twice on one day where two times had fallen due by then; a time that is
    still to come is not discharged by what was done on a day that counts for an earlier one.
    """
    if day not in task.done:
        return task.every is None and bool(task.done)
    following = falls_due(task, len(task.done) + 1, view)
    return following is None or following > day
