"""`pks show`: one agreement for reading."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.moving import gates
from pks.cli.writing import Id, sought, text_arguments
from pks.domain.standing.gaps import chain, gaps
from pks.domain.standing.judgement import judge
from pks.outputs.json_text import json_text
from pks.outputs.page_screen import show_page
from pks.outputs.screen import write_data
from pks.tables.cover import cover_lines
from pks.tables.page import agreement_page
from pks.tables.record import record_json


def run(
    ctx: typer.Context,
    id_: Id = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    text_arguments(id_)
    entry = sought(desk, id_)
    agreement = desk.book.agreement(entry)
    standing = judge(desk.book.facts, desk.today)[entry.id]
    missing = [] if agreement.closed else list(gates(desk, entry, agreement)(agreement.stage))
    if as_json:
        write_data(json_text(record_json(agreement, standing, missing), desk.language))
    else:
        facts = desk.book.facts
        gap = gaps(facts, desk.book.office, desk.today).get(entry.id)
        cover = cover_lines(standing, gap, chain(facts, entry.id))
        show_page(agreement_page(agreement, standing, missing, desk.today, cover=cover), desk.language)
    desk.name_broken()
