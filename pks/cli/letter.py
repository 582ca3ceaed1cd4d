"""`pks letter`: an official letter about one agreement, from a Word template that the office can edit."""

from __future__ import annotations

from datetime import date as date_
from pathlib import Path
from typing import Annotated, Final

import typer

from pks.cli.asking import answered, has_person, sought
from pks.cli.desk import Desk, day_argument
from pks.cli.outfile import Outfile, deliver, outfile
from pks.cli.writing import Commit, DryRun, Id, options, wrote
from pks.domain.letters import Subject, meeting_for, missing
from pks.domain.standing.judgement import judge_one
from pks.errors import RefusedError, UsageError
from pks.message import Message
from pks.outputs.letter_kinds import SHIPPED, Kind, kind_named, kinds, kinds_table, shipped
from pks.outputs.screen import note, show_table, write
from pks.outputs.visible import visible
from pks.store.register import Entry
from pks.store.templates import content_of_template, templates_of
from pks.tables.letter import letter_content
from pks.tables.letter_fields import fields_table
from pks.workflow.kept_template import keep_template
from pks.workflow.save import Options

_SUFFIX: Final = ".docx"


def run(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Argument(metavar="KIND")] = None,
    id_: Id = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE")] = None,
    number: Annotated[str | None, typer.Option("--number", metavar="TEXT")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
    templates: Annotated[bool, typer.Option("--templates")] = False,
    fields: Annotated[bool, typer.Option("--fields")] = False,
    copy_template: Annotated[bool, typer.Option("--copy-template")] = False,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    if templates + fields + copy_template > 1:
        raise UsageError(Message("letter.one-of"))
    if not copy_template and (dry_run or commit is not None):
        raise UsageError(Message("letter.only-copies-commit"))
    if fields:
        show_table(fields_table(), desk.language)
    elif templates:
        show_table(kinds_table(templates_of(desk.book.register)), desk.language)
    elif copy_template:
        _copy(desk, _kind(desk, kind), options(desk, dry_run=dry_run, commit=commit), force=force)
    else:
        _write(desk, _kind(desk, kind), id_, date, number, out, force=force)


def _kind(desk: Desk, given: str | None) -> Kind:
    """The kind that is named; on a terminal asked for when it was not."""
    there = templates_of(desk.book.register)
    if given is None and has_person():
        note(Message("letter.kinds", kinds=list(kinds(there))), desk.language)
    return answered(desk, given, "ask.letter-kind", "KIND", lambda text: kind_named(there, text))


def _write(
    desk: Desk, kind: Kind, id_: str | None, date: str | None, number: str | None, out: Path | None, *, force: bool
) -> None:
    day = None if date is None else day_argument(date, "--date")
    if out is not None and out.suffix.lower() != _SUFFIX:
        raise UsageError(Message("letter.suffix", file=str(out)))
    entry = sought(desk, id_)
    note(Message("write.resolved", id=entry.id), desk.language)
    subject = _subject(desk, entry, kind.name, day)
    needs = missing(kind.name, subject, day)
    if needs:
        raise RefusedError(Message("letter.refused", id=entry.id, kind=kind.name), details=tuple(needs))
    target = outfile(desk, out or Path(f"{entry.id}-{kind.name}.docx"), force=force)
    _deliver(desk, kind, subject, number, target)
    desk.name_broken()


def _subject(desk: Desk, entry: Entry, kind: str, day: date_ | None) -> Subject:
    agreement = desk.book.agreement(entry)
    standing = judge_one(desk.book.around(entry.id), entry.id, desk.today)
    meeting = meeting_for(kind, agreement, day, desk.today)
    return Subject(agreement, standing, meeting, desk.book.office.office, desk.today)


def _deliver(desk: Desk, kind: Kind, subject: Subject, number: str | None, target: Outfile) -> None:
    from pks.outputs.letter_document import write_letter

    template = shipped(kind.name) if kind.own is None else content_of_template(desk.book.register, kind.own)
    letter = write_letter(template, letter_content(subject, desk.book.office, number), file=kind.file)
    deliver(desk, target, letter.content)
    write(visible(str(target.path)))
    if letter.gaps:
        note(Message("letter.gaps", gaps=list(letter.gaps)), desk.language)
    if desk.language != "id":
        note(Message("letter.in-indonesian"), desk.language)


def _copy(desk: Desk, kind: Kind, how: Options, *, force: bool) -> None:
    """Put the template that comes with pks where the office's own are, to be edited there."""
    if kind.name not in SHIPPED:
        raise UsageError(Message("letter.only-shipped", kinds=list(SHIPPED)))
    kept = keep_template(desk.book, kind.name, shipped(kind.name), how, force=force)
    if wrote(desk, kept.diff, dry_run=how.dry_run):
        write(visible(kept.file))
        note(Message("letter.copied", file=kept.file), desk.language)
