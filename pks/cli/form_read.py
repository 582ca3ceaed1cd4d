"""`pks form read`: a form that came back: shown first, and recorded when a person, or `--write`, says so."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from pks.cli.asking import asked_file, has_person
from pks.cli.desk import Desk
from pks.cli.recording import day_said
from pks.cli.writing import Commit, Day, DryRun, options, wrote
from pks.domain.compared import name_folded
from pks.errors import RefusedError
from pks.inputs.form_reading import FilledForm, read_form
from pks.message import Message
from pks.outputs.screen import ask, note, show_table
from pks.tables.forms import recorded_table
from pks.workflow.form_recording import Looked, look, record_form
from pks.workflow.form_weighing import Weighing

_YES: Final = ("y", "ya", "yes")


def run(
    ctx: typer.Context,
    file: Annotated[str | None, typer.Argument(metavar="FILE")] = None,
    write: Annotated[bool, typer.Option("--write")] = False,
    skip_errors: Annotated[bool, typer.Option("--skip-errors")] = False,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    force: Annotated[bool, typer.Option("--force")] = False,
    date: Day = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    how = Weighing(day_said(desk, date), replace)
    form = read_form(asked_file(desk, file, "ask.form-file"))
    if not (force or _is_ours(desk, form)):
        return
    looked = look(desk.book, form, how)
    _tell(desk, form, looked, shown=not dry_run)
    if looked.unfit and not skip_errors:
        message = Message("form.refused", count=len(looked.unfit))
        raise RefusedError(message, details=tuple(one.message for one in looked.unfit))
    for one in looked.unfit:
        note(Message("form.skipped", reason=one.message), desk.language)
    if not looked.entries:
        note(Message("form.nothing"), desk.language)
        return
    if not (write or dry_run or _agreed(desk, looked)):
        return
    done = record_form(desk.book, form, looked, how, options(desk, dry_run=dry_run, commit=commit))
    if wrote(desk, done.diff, dry_run=dry_run):
        values = {"count": len(looked.recorded), "agreements": len(done.changed)}
        note(Message("form.recorded", **values), desk.language)


def _is_ours(desk: Desk, form: FilledForm) -> bool:
    """Whether the form is of this register, or the person says that it may be read all the same.

    Raises:
        RefusedError: it is of another one, and there is nobody to ask.
    """
    ours = desk.book.office.office or ""
    if name_folded(form.office) == name_folded(ours):
        return True
    values = {"theirs": form.office or "-", "ours": ours or "-"}
    if not has_person():
        raise RefusedError(Message("form.other-office", **values))
    if ask(Message("ask.form-office", **values), desk.language, default="").casefold() in _YES:
        return True
    note(Message("form.not-recorded"), desk.language)
    return False


def _tell(desk: Desk, form: FilledForm, looked: Looked, *, shown: bool) -> None:
    """Show what would change; beside it what was emptied, and days that are still to come."""
    if shown and looked.recorded:
        show_table(recorded_table(looked.recorded), desk.language)
    emptied = sum(len(row.emptied) for row in form.rows)
    if emptied:
        note(Message("form.emptied", count=emptied), desk.language)
    ahead = sorted({row.said["date"] for row in form.rows if row.said.get("date", "") > desk.today.isoformat()})
    if ahead:
        note(Message("form.ahead", days=ahead), desk.language)


def _agreed(desk: Desk, looked: Looked) -> bool:
    """Whether the person wants it recorded; off a terminal nobody says so."""
    values = {"count": len(looked.recorded), "agreements": len(looked.entries)}
    if not has_person():
        note(Message("form.add-write", **values), desk.language)
        return False
    if ask(Message("ask.form-record", **values), desk.language, default="").casefold() in _YES:
        return True
    note(Message("form.not-recorded"), desk.language)
    return False
