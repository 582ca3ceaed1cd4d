"""`pks task add`: a task that goes with an agreement, once or recurring."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.asking import asked, has_person
from pks.cli.desk import Desk
from pks.cli.recording import optional, texts, value_of
from pks.cli.writing import Commit, DryRun, Id, meant, options, wrote
from pks.domain.terms import parse_length
from pks.domain.values import DAY, LENGTH, read_date
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note, write_message
from pks.workflow.task import add_task

_due = value_of(DAY, "--due")


def run(
    ctx: typer.Context,
    id_: Id = None,
    what: Annotated[str | None, typer.Argument(metavar="WHAT")] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="WHO")] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE")] = None,
    every: Annotated[str | None, typer.Option("--every", metavar="LENGTH")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    said = texts(who=who, due=due, every=every)
    _check(said)
    entry = meant(desk, id_)
    said["what"] = asked(desk, what, "ask.task", "WHAT").strip()
    if not said["what"]:
        raise UsageError(Message("usage.missing", name="WHAT"))
    _complete(desk, said)
    done = add_task(desk.book, entry, said, options(desk, dry_run=dry_run, commit=commit))
    if "due" not in said:
        note(Message("task.without-due"), desk.language)
    if wrote(desk, done.diff, dry_run=dry_run) and done.changed:
        write_message(_result(entry.id, done.number, said), desk.language)


def _check(said: dict[str, str]) -> None:
    """Refuse a day or a length that is none, before anything is asked.

    Raises:
        UsageError: for the first one.
    """
    for key, kind in (("due", DAY), ("every", LENGTH)):
        if key in said:
            said[key] = value_of(kind, f"--{key}")(said[key])


def _complete(desk: Desk, said: dict[str, str]) -> None:
    """Ask for the day on a terminal; what recurs needs one to count from.

    Raises:
        UsageError: when a recurring task has none, and there is nobody to ask.
    """
    if "due" not in said and has_person():
        day = optional(desk, Message("ask.task-due"), _due)
        said |= {"due": day} if day else {}
    if "every" in said and "due" not in said:
        raise UsageError(Message("task.every-needs-due"))


def _result(id_: str, number: int, said: dict[str, str]) -> Message:
    values: dict[str, object] = {"id": id_, "number": number, "what": said["what"]}
    if "due" not in said:
        return Message("task.added", **values)
    values["due"] = read_date(said["due"])
    if "every" not in said:
        return Message("task.added-due", **values)
    return Message("task.added-every", **values, every=parse_length(said["every"]))
