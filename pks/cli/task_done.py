"""`pks task done`: record that a task was done."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from pks.cli.asking import answered, has_person
from pks.cli.desk import Desk, day_argument
from pks.cli.recording import tell_ahead
from pks.cli.writing import Commit, Day, DryRun, Id, meant, options, wrote
from pks.domain.values import BadValueError, read_count
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note, write_message
from pks.store.register import Entry
from pks.workflow.task import Finished, finish_task, listed, still_open, task_lines


def run(
    ctx: typer.Context,
    id_: Id = None,
    number: Annotated[str | None, typer.Argument(metavar="N")] = None,
    date: Day = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    on = None if date is None else day_argument(date, "--date")
    entry = meant(desk, id_)
    which = _chosen(desk, entry) if number is None else _among(desk, entry, number)
    tell_ahead(desk, on or desk.today)
    done = finish_task(desk.book, entry, which, on, desk.today, options(desk, dry_run=dry_run, commit=commit))
    wrote_it = wrote(desk, done.diff, dry_run=dry_run)
    if wrote_it and done.changed:
        write_message(_result(entry.id, which, done), desk.language)
    elif wrote_it:
        note(_unchanged(which, on or desk.today, done), desk.language)


def _number(text: str) -> int:
    """The number of a task.

    Raises:
        UsageError: when it is none.
    """
    try:
        return read_count(text)
    except BadValueError:
        raise UsageError(Message("task.no-number", text=text)) from None


def _there(desk: Desk, entry: Entry, text: str) -> int:
    """As `_number`, of a task that there is."""
    number, tasks = _number(text), listed(desk.book, entry, desk.today)
    if number not in {one.number for one in tasks}:
        raise UsageError(Message("task.no-such", id=entry.id, number=number), details=task_lines(tasks))
    return number


def _among(desk: Desk, entry: Entry, text: str) -> int:
    """As `_number`; the refusal names the tasks that there are."""
    try:
        return _number(text)
    except UsageError:
        tasks = listed(desk.book, entry, desk.today)
        message = Message("task.no-number-of", id=entry.id, text=text) if tasks else Message("task.none", id=entry.id)
        raise UsageError(message, details=task_lines(tasks)) from None


def _chosen(desk: Desk, entry: Entry) -> int:
    """The number that the person chooses among the tasks that are open.

    Raises:
        UsageError: when nothing is open, or there is nobody to ask; the details name the tasks.
    """
    tasks = still_open(desk.book, entry, desk.today)
    if not tasks:
        raise UsageError(Message("task.none-open", id=entry.id))
    if not has_person():
        raise UsageError(Message("task.which", id=entry.id), details=task_lines(tasks))
    for line in task_lines(tasks):
        note(line, desk.language)
    return answered(desk, None, "ask.task-number", "N", lambda text: _there(desk, entry, text))


def _unchanged(number: int, day: dt.date, done: Finished) -> Message:
    """Why nothing was recorded: it was done before, and a recurring one is not due again yet."""
    if done.task.every is not None and done.fell_due is not None:
        return Message("task.done-until", number=number, date=day, following=done.fell_due)
    return Message("task.done-already", number=number, date=done.task.done[0])


def _result(id_: str, number: int, done: Finished) -> Message:
    values: dict[str, object] = {"id": id_, "number": number, "due": done.fell_due, "following": done.following}
    values["what"] = done.task.what or Message("due.task.unnamed", position=number)
    if done.task.every is None or done.fell_due is None:
        return Message("task.finished", **values)
    return Message("task.discharged" if done.following else "task.discharged-last", **values)
