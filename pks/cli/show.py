"""`pks show`: one agreement for reading."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.desk import Desk
from pks.cli.writing import Id, text_arguments
from pks.domain.deadlines.table import due
from pks.domain.rules.surroundings import Surroundings
from pks.domain.rules.table import Missing, gate
from pks.domain.standing.judgement import Standing, judge
from pks.outputs.json_text import json_text
from pks.outputs.page_screen import show_page
from pks.outputs.screen import write_data
from pks.store.register import Entry
from pks.tables.page import agreement_page
from pks.tables.record import record_json


def run(
    ctx: typer.Context,
    id_: Id,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    text_arguments(id_)
    entry = desk.book.resolve(id_)
    agreement = desk.book.agreement(entry)
    standing = judge(desk.book.facts, desk.today)[entry.id]
    missing = missing_for(desk, entry, standing)
    if as_json:
        write_data(json_text(record_json(agreement, standing, missing), desk.language))
    else:
        show_page(agreement_page(agreement, standing, missing, desk.today), desk.language)
    desk.name_broken()


def missing_for(desk: Desk, entry: Entry, standing: Standing) -> list[Missing]:
    """What stands between the agreement and its next stage; nothing once it is closed."""
    book = desk.book
    if standing.facts.closed:
        return []
    rows = due(book.facts, {entry.id: standing}, book.office, desk.today, desk.today)
    overdue = sum(row.kind == "report" and row.days < 0 for row in rows)
    around = Surroundings(entry.id, book.office, desk.today, book.facts, overdue_reports=overdue)
    return gate(book.agreement(entry), around, standing.facts.stage)
