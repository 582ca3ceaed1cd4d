"""`pks schema`: what editors need to complete and explain a file."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.outputs.json_schema import agreement_schema, office_schema
from pks.outputs.json_text import json_text
from pks.outputs.screen import write_data


def run(ctx: typer.Context, office: Annotated[bool, typer.Option("--office")] = False) -> None:
    desk: Desk = ctx.obj
    draw = office_schema if office else agreement_schema
    write_data(json_text(draw(desk.language), desk.language))
