"""`pks edit`: the agreement in the person's own editor, checked on return."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from pks.cli.asking import has_person
from pks.cli.desk import Desk
from pks.cli.writing import Commit, DryRun, Id, meant, options, wrote
from pks.errors import EnvironmentFailureError, Finding, UsageError
from pks.message import Message
from pks.outputs.screen import confirm, finding_line
from pks.workflow.edit import Editing, edit

# Editors that hand the file to a window and return at once, and what makes them wait.
_WAIT: Final = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "zed", "subl", "atom", "mate"), ("--wait", "-w")),
    "gedit": ("--wait", "-w"),
    "kate": ("--block", "-b"),
    "gvim": ("--nofork", "-f"),
}


def run(
    ctx: typer.Context,
    id_: Id = None,
    start: Annotated[Path | None, typer.Option("--from", metavar="FILE")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    entry = meant(desk, id_)
    editing = Editing(_open, lambda findings: _again(desk, findings))
    text = None if start is None else _text_in(desk.path(start))
    diff = edit(desk.book, entry, editing, options(desk, dry_run=dry_run, commit=commit), start=text)
    wrote(desk, diff, dry_run=dry_run)


def _text_in(path: Path) -> bytes:
    from pks.inputs.reading import read_bytes  # what reads the files of others, and only then

    return read_bytes(path)


def _open(path: Path) -> int:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual_editor()
    try:
        command = _waiting(shlex.split(editor, posix=os.name != "nt"))
        return subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603  # the person's own editor
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise EnvironmentFailureError(Message("edit.no-editor", editor=editor, reason=reason)) from None


def _usual_editor() -> str:
    """An editor that a person can leave without having learnt it; only where there is a person."""
    if not has_person():
        raise UsageError(Message("edit.no-editor-set"))
    found = (name for name in ("sensible-editor", "nano", "micro", "notepad", "vi") if shutil.which(name))
    return next(found, "vi")


def _waiting(command: list[str]) -> list[str]:
    """The editor's command, told to wait where it is known to return before the person is done."""
    name = Path(command[0]).stem.lower() if command else ""
    flags = _WAIT.get(name, ())
    return command if not flags or any(flag in command for flag in flags) else [*command, flags[0]]


def _again(desk: Desk, findings: Sequence[Finding]) -> bool:
    if not has_person():
        return False
    for one in findings:
        finding_line(one, desk.language)
    return confirm(Message("ask.edit-again"), desk.language)
