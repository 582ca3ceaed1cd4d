"""`pks letter`: an official letter about one agreement, from a Word template that the office can edit."""

from __future__ import annotations

from datetime import date as date_
from pathlib import Path
from typing import Annotated, Final

import typer

from pks.cli.desk import Desk, day_argument
from pks.cli.outfile import Outfile, deliver, outfile
from pks.cli.writing import Id, answered, has_person, sought, text_arguments
from pks.domain.letters import Subject, meeting_for, missing
from pks.domain.standing.judgement import judge
from pks.errors import ConflictError, RefusedError, UsageError
from pks.message import Message
from pks.outputs.letter_kinds import SHIPPED, Kind, folder_of, kind_named, kinds, kinds_table, shipped, template_of
from pks.outputs.screen import note, show_table, write
from pks.outputs.visible import visible
from pks.store.disk.replace import replace
from pks.store.register import Entry
from pks.tables.letter import letter_content
from pks.tables.letter_fields import fields_table

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
) -> None:
    desk: Desk = ctx.obj
    text_arguments(kind, id_, date, number, None if out is None else str(out))
    if templates + fields + copy_template > 1:
        raise UsageError(Message("letter.one-of"))
    if fields:
        show_table(fields_table(), desk.language)
    elif templates:
        show_table(kinds_table(desk.book.register), desk.language)
    elif copy_template:
        _copy(desk, _kind(desk, kind), force=force)
    else:
        _write(desk, _kind(desk, kind), id_, date, number, out, force=force)


def _kind(desk: Desk, given: str | None) -> Kind:
    """The kind that is named; on a terminal asked for when it was not."""
    register = desk.book.register
    if given is None and has_person():
        note(Message("letter.kinds", kinds=list(kinds(register))), desk.language)
    return answered(desk, given, "ask.letter-kind", "KIND", lambda text: kind_named(register, text))


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
    standing = judge(desk.book.facts, desk.today)[entry.id]
    meeting = meeting_for(kind, agreement, day, desk.today)
    return Subject(agreement, standing, meeting, desk.book.office.office, desk.today)


def _deliver(desk: Desk, kind: Kind, subject: Subject, number: str | None, target: Outfile) -> None:
    from pks.outputs.letter_document import write_letter

    template, name = template_of(kind, desk.book.register)
    letter = write_letter(template, letter_content(subject, desk.book.office, number), file=name)
    deliver(desk, target, letter.content)
    write(visible(str(target.path)))
    if letter.gaps:
        note(Message("letter.gaps", gaps=list(letter.gaps)), desk.language)
    if desk.language != "id":
        note(Message("letter.in-indonesian"), desk.language)


def _copy(desk: Desk, kind: Kind, *, force: bool) -> None:
    """Put the template that comes with pks where the office's own are, to be edited there."""
    if kind.name not in SHIPPED:
        raise UsageError(Message("letter.only-shipped", kinds=list(SHIPPED)))
    register = desk.book.register
    path = folder_of(register) / f"{kind.name}.docx"
    before, content = None, shipped(kind.name)
    if kind.path is not None:
        path, (before, name) = kind.path, template_of(kind, register)
        if not force:
            raise ConflictError(Message("letter.template-there", file=name))
    if before != content:
        replace(path, content, expected=before, root=register.root)
        desk.has_written()
    write(visible(register.relative(path)))
    note(Message("letter.copied", file=register.relative(path)), desk.language)
