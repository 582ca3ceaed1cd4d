"""`pks attach`: a file among the documents of an agreement."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import one_of
from pks.cli.asking import answered, file_there
from pks.cli.desk import Desk, day_argument
from pks.cli.writing import Commit, Day, DryRun, Id, meant, options, wrote
from pks.domain.vocabulary import COPIES, DOCUMENTS
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import write
from pks.outputs.visible import visible
from pks.workflow.attach import Attaching, attach

One = str | None


def run(
    ctx: typer.Context,
    id_: Id = None,
    file: Annotated[One, typer.Argument(metavar="FILE")] = None,
    kind: Annotated[One, typer.Option("--kind", metavar="KIND")] = None,
    link: Annotated[bool, typer.Option("--link")] = False,
    name: Annotated[One, typer.Option("--as", metavar="NAME")] = None,
    number: Annotated[One, typer.Option("--number", metavar="NUMBER")] = None,
    date: Day = None,
    version: Annotated[One, typer.Option("--version", metavar="TEXT")] = None,
    copy: Annotated[One, typer.Option("--copy", metavar="KIND")] = None,
    holder: Annotated[One, typer.Option("--holder", metavar="WHO")] = None,
    location: Annotated[One, typer.Option("--location", metavar="WHERE")] = None,
    covers: Annotated[One, typer.Option("--covers", metavar="KIND")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    if link and name is not None:
        raise UsageError(Message("attaching.link-or-name"))
    stated = {
        "number": number,
        "date": date and day_argument(date, "--date").isoformat(),
        "version": version,
        "copy": copy and one_of("--copy", [copy], COPIES, kind="copy")[0],
        "holder": holder,
        "location": location,
        "covers": covers and _kind(covers, "--covers"),
    }
    entry = meant(desk, id_)
    path = answered(desk, file, "ask.file", "FILE", lambda text: file_there(desk, text))
    of_kind = answered(desk, kind, "ask.document-kind", "--kind", lambda text: _kind(text, "--kind"))
    said = {key: value.strip() for key, value in stated.items() if value and value.strip()}
    given = Attaching(path, of_kind, link, name, said)
    done = attach(desk.book, entry, given, options(desk, dry_run=dry_run, commit=commit))
    if wrote(desk, done.diff, dry_run=dry_run):
        write(visible(done.file))


def _kind(text: str, option: str) -> str:
    return one_of(option, [text], DOCUMENTS, kind="document")[0]
