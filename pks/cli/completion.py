"""`pks completion`: what a shell needs to complete commands, options and ids."""

from __future__ import annotations

from importlib import resources
from typing import Annotated, Final

import typer

from pks.cli.arguments import Many
from pks.cli.completing import candidates
from pks.cli.desk import Desk
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import write_data
from pks.outputs.visible import visible

_FILES: Final = {"bash": "pks.bash", "zsh": "pks.zsh", "fish": "pks.fish", "powershell": "pks.ps1"}


def run(
    ctx: typer.Context,
    shell: Annotated[str | None, typer.Argument(metavar="SHELL")] = None,
    words: Annotated[Many, typer.Option("--word", metavar="WORD")] = None,
) -> None:
    desk: Desk = ctx.obj
    if words is not None:
        parent = ctx.parent
        found = candidates(desk, words, lambda name: parent.command.get_command(ctx, name))  # type: ignore[union-attr]
        if found:
            write_data("".join(f"{one.word}\t{visible(one.help)}\n" for one in found))
        return
    if shell not in _FILES:
        reason = Message("value.choice", text=shell or "", choices=list(_FILES))
        raise UsageError(Message("usage.bad-value", name="SHELL", reason=reason))
    write_data(resources.files("pks.cli.shells").joinpath(_FILES[shell]).read_text("utf-8"))
