"""Add a task, and record that one was done: once, or each time it falls due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pks.domain.compared import folded
from pks.domain.deadlines.row import View
from pks.domain.deadlines.table import view_of
from pks.domain.deadlines.tasks import NumberedTask, falls_due, is_discharged_by, numbered
from pks.domain.model.agreement import Agreement
from pks.domain.model.running import Task
from pks.domain.standing.judgement import judge_one
from pks.domain.standing.party_keys import keys_of
from pks.errors import RefusedError, UsageError
from pks.message import Message
from pks.store.book import Book, understood
from pks.store.reading import Reading
from pks.store.register import Entry
from pks.store.text.splice import Append, Change
from pks.workflow.entries import in_order
from pks.workflow.record import record
from pks.workflow.save import Options

_LIST = "tasks"


class Added(NamedTuple):
    """What became of it: the task's number from 1, whether it was not there before, and a dry run's diff."""

    number: int
    changed: bool
    diff: str | None


class Finished(NamedTuple):
    """What became of it: the task as it was, whether its day was recorded now, and a dry run's diff.

    `fell_due` is the day that is discharged now, `following` when a recurring task falls due next; each is
    None where there is no such day, `following` also where the agreement is not in force any more by then.
    """

    task: Task
    fell_due: date | None
    following: date | None
    changed: bool
    diff: str | None


def add_task(book: Book, entry: Entry, said: Mapping[str, str], options: Options) -> Added:
    """Add the task that `said` gives by key: what, who, due, every. The same one again changes nothing.

    A party's key in `who` is spelled as in the file. A task without a day that was done may be added again.

    Raises:
        InvalidError: the file cannot be understood.
        RefusedError: the edit cannot be proven.
    """
    number = 0

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        nonlocal number
        agreement = understood(reading)
        task = {**said, **_party(agreement, said)}
        same = [at for at, one in enumerate(agreement.tasks, 1) if _is(one, task) and (one.due or not one.done)]
        number = same[0] if same else len(agreement.tasks) + 1
        return [] if same else [Append((_LIST,), in_order(Task, task))]

    done = record(book, [entry], plan, lambda _: f"{entry.id}: task {number} added", options)
    return Added(number, bool(done.changed), done.diff)


def finish_task(book: Book, entry: Entry, number: int, on: date | None, today: date, options: Options) -> Finished:
    """Record that task `number`, from 1, was done on `on`, else today.

    A single task that is done already stays as it is, as does a recurring one whose next time is still to
    come when the day is recorded already.

    Raises:
        InvalidError: the file cannot be understood.
        UsageError: there is no such task; the details name those there are.
        RefusedError: a single task was done on another day than `on`, or the edit cannot be proven.
    """
    day, view, task = on or today, view_of((), book.office, today, today), Task()

    def plan(reading: Reading[Agreement]) -> Sequence[Change]:
        nonlocal task
        task = _at(entry.id, understood(reading).tasks, number, view)
        _check_day(entry.id, number, task, on)
        done = is_discharged_by(task, day, view)
        return [] if done else [Append((_LIST, number - 1, "done"), day.isoformat())]

    done = record(book, [entry], plan, lambda _: f"{entry.id}: task {number} done {day}", options)
    nth = len(task.done) + 1
    following = falls_due(task, nth + 1, view) if done.changed else None
    last = _in_force_until(book, entry, today) if following else None
    is_owed = following is not None and (last is None or following <= last)
    return Finished(task, falls_due(task, nth, view), following if is_owed else None, bool(done.changed), done.diff)


def listed(book: Book, entry: Entry, today: date) -> list[NumberedTask]:
    """The tasks of `entry`.

    Raises:
        InvalidError: the file cannot be understood.
    """
    return list(numbered(book.agreement(entry).tasks, view_of((), book.office, today, today)))


def still_open(book: Book, entry: Entry, today: date) -> list[NumberedTask]:
    """Those of `listed` that are still to be done; raises as it does."""
    return [one for one in listed(book, entry, today) if one.done is None]


def task_lines(tasks: Iterable[NumberedTask]) -> tuple[Message, ...]:
    """Each of `tasks` as a line: its number, what it is, when it falls due next or was done."""
    return tuple(map(_line, tasks))


def _line(one: NumberedTask) -> Message:
    what = one.what or Message("due.task.unnamed", position=one.number)
    if one.done:
        return Message("task.line-done", number=one.number, what=what, done=one.done)
    if one.due:
        return Message("task.line-due", number=one.number, what=what, due=one.due)
    return Message("task.line", number=one.number, what=what)


def _party(agreement: Agreement, said: Mapping[str, str]) -> dict[str, str]:
    """`who` as the key that is meant, where it is one."""
    keys = {key.casefold(): key for key in keys_of(agreement.parties)}
    who = said.get("who", "")
    return {"who": keys[who.casefold()]} if who.casefold() in keys else {}


def _is(task: Task, said: Mapping[str, str]) -> bool:
    """Whether `said` gives the same task; texts are compared without case and space."""
    stated = {
        "what": task.what,
        "who": task.who,
        "due": task.due.isoformat() if task.due else None,
        "every": task.every.written if task.every else None,
    }
    return all(folded(one or "") == folded(said.get(key, "")) for key, one in stated.items())


def _at(id_: str, tasks: Sequence[Task], number: int, view: View) -> Task:
    if not tasks:
        raise UsageError(Message("task.none", id=id_))
    if number > len(tasks):
        raise UsageError(Message("task.no-such", id=id_, number=number), details=task_lines(numbered(tasks, view)))
    return tasks[number - 1]


def _check_day(id_: str, number: int, task: Task, on: date | None) -> None:
    """Refuse another day for a single task that is done already."""
    if task.every is None and task.done and on is not None and on not in task.done:
        raise RefusedError(Message("task.done-before", id=id_, number=number, date=task.done[0]))


def _in_force_until(book: Book, entry: Entry, today: date) -> date | None:
    known = book.around(entry.id)
    return judge_one(known, entry.id, today).in_force_until if entry.id in known else None
