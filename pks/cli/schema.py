"""`pks schema`: what editors need to complete and explain a file."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.writing import Commit, DryRun, options, wrote
from pks.errors import UsageError
from pks.language.render import LANGUAGES, Language
from pks.message import Message
from pks.outputs.json_schema import agreement_schema, office_schema
from pks.outputs.json_text import json_text
from pks.outputs.screen import write_data
from pks.store.contents import UnreadableError, content_of
from pks.store.new_text import SCHEMA
from pks.workflow.kept_schema import keep_schema


def run(
    ctx: typer.Context,
    office: Annotated[bool, typer.Option("--office")] = False,
    keep: Annotated[bool, typer.Option("--write")] = False,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    if keep and office:
        raise UsageError(Message("schema.one-of"))
    if not keep:
        draw = office_schema if office else agreement_schema
        write_data(json_text(draw(desk.language), desk.language))
        return
    text = schema_text(desk.asked_language or desk.book.office.language or "id")
    diff = keep_schema(desk.book, text, options(desk, dry_run=dry_run, commit=commit))
    wrote(desk, diff, dry_run=dry_run)


def schema_text(language: Language | str) -> str:
    """What is kept in a register for editors, in `language` (id or en) first."""
    chosen: Language = "en" if language == "en" else "id"
    return f"{json_text(agreement_schema(chosen), chosen)}\n"


def is_outdated(desk: Desk) -> bool:
    """Whether the register keeps a schema that is not the one of this pks, in neither language."""
    path = desk.book.register.root / SCHEMA
    if not path.is_file():
        return False
    try:
        content = content_of(path)
    except UnreadableError:
        return True
    return content not in (schema_text(language).encode() for language in LANGUAGES)
