"""What may stand before the command: the options all commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.desk import Desk, FinishedError


def _version(_ctx: typer.Context, value: bool) -> None:
    if value and not _ctx.resilient_parsing:
        from pks import __version__  # only asked for here
        from pks.outputs.screen import write

        write(f"pks {__version__}")
        raise FinishedError


def _language(ctx: typer.Context, value: str | None) -> str | None:
    ctx.find_object(Desk).speak(value)  # type: ignore[union-attr]
    return value


def _no_index(ctx: typer.Context, value: bool) -> bool:
    if value:
        ctx.find_object(Desk).leave_out_index()  # type: ignore[union-attr]
    return value


def _folder(ctx: typer.Context, value: Many) -> Many:
    ctx.find_object(Desk).start_in(value)  # type: ignore[union-attr]
    return value


def before(
    ctx: typer.Context,
    folder: Annotated[  # noqa: ARG001
        Many, typer.Option("-C", metavar="DIR", callback=_folder, is_eager=True)
    ] = None,  # its callback acts
    lang: Annotated[  # noqa: ARG001
        str | None, typer.Option("--lang", metavar="id|en", callback=_language, is_eager=True)
    ] = None,  # as above
    today: Annotated[str | None, typer.Option("--today", metavar="DATE")] = None,
    no_index: Annotated[bool, typer.Option("--no-index", callback=_no_index, is_eager=True)] = False,  # noqa: ARG001  # as above
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,  # noqa: ARG001  # as above
) -> None:
    """Take what is said of the run as a whole."""
    desk: Desk = ctx.obj
    desk.take_today(today)
