"""`pks help`: the manual, or a command's own help."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.desk import Desk
from pks.errors import NotFoundError
from pks.message import Message
from pks.outputs.manual import page, topics
from pks.outputs.screen import is_terminal, show_markdown, write, write_data


def run(ctx: typer.Context, words: Annotated[Many, typer.Argument(metavar="[TOPIC]")] = None) -> None:
    from pks.cli.commands import COMMANDS, SECONDS, build  # the commands import this one

    desk: Desk = ctx.obj
    topic = " ".join(words or ())
    if not topic:
        write(ctx.parent.get_help() if ctx.parent else "")
    elif topic in topics():
        text = page(topic, desk.language)
        if is_terminal(sys.stdout):
            show_markdown(text)
        else:
            write_data(text)
    elif topic in COMMANDS or topic in SECONDS:
        build().main([*topic.split(), "--help"], prog_name="pks", standalone_mode=False, obj=desk)
    else:
        raise NotFoundError(Message("help.unknown-topic", topic=topic, topics=topics()))
