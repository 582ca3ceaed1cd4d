"""`pks edit`: the agreement in the person's own editor, checked on return."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.writing import Commit, DryRun, Id, has_person, options, text_arguments, wrote
from pks.errors import EnvironmentFailureError, Finding
from pks.message import Message
from pks.outputs.screen import confirm, finding_line, note
from pks.workflow.edit import Editing, edit


def run(
    ctx: typer.Context,
    id_: Id,
    start: Annotated[Path | None, typer.Option("--from", metavar="FILE")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    text_arguments(id_)
    entry = desk.book.resolve(id_)
    note(Message("write.resolved", id=entry.id), desk.language)
    editing = Editing(_open, lambda findings: _again(desk, findings))
    text = None if start is None else start.read_bytes()
    diff = edit(desk.book, entry, editing, options(desk, dry_run=dry_run, commit=commit), start=text)
    wrote(desk, diff, dry_run=dry_run)


def _open(path: Path) -> int:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "vi")
    try:
        command = shlex.split(editor, posix=os.name != "nt")
        return subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603  # the person's own editor
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise EnvironmentFailureError(Message("edit.no-editor", editor=editor, reason=reason)) from None


def _again(desk: Desk, findings: Sequence[Finding]) -> bool:
    if not has_person():
        return False
    for one in findings:
        finding_line(one, desk.language)
    return confirm(Message("ask.edit-again"), desk.language)
