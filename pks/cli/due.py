"""`pks due`: what needs attention, and by when."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pks.cli.arguments import Many, length_argument, one_of
from pks.cli.desk import Desk
from pks.domain.deadlines.deadline import KINDS, Due
from pks.domain.terms import add
from pks.errors import ExitCode
from pks.outputs.json_text import json_text
from pks.outputs.screen import is_terminal, show_table, write_data
from pks.tables.due import due_json, due_table


def run(
    ctx: typer.Context,
    within: Annotated[str, typer.Option("--within", metavar="LENGTH")] = "90d",
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    kind: Annotated[Many, typer.Option("--kind", metavar="KIND")] = None,
    party: Annotated[Many, typer.Option("--party", metavar="NAME")] = None,
    lead: Annotated[Many, typer.Option("--lead", metavar="UNIT")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    rows = rows_due(desk, within=within, overdue=overdue, kind=kind, party=party, lead=lead)
    desk.found = strict and any(row.days < 0 for row in rows)
    if as_json:
        write_data(json_text(due_json(rows), desk.language))
    else:
        bundle, part = is_terminal(sys.stdout), bool(party or lead)
        show_table(due_table(rows, desk.book.office, desk.today, bundle=bundle, part=part), desk.language)
    desk.name_broken()
    if desk.found:
        raise typer.Exit(ExitCode.FINDINGS)


def rows_due(
    desk: Desk, *, within: str = "90d", overdue: bool = False, kind: Many = None, party: Many = None, lead: Many = None
) -> list[Due]:
    """The rows of the register that pass what was given.

    Raises:
        UsageError: for a value that cannot be read.
    """
    kinds = one_of("--kind", kind, KINDS)
    length = length_argument("--within", within)
    book = desk.book
    horizon = add(desk.today, length, holidays=book.office.holidays)
    if party or lead:
        from pks.cli.spellings import spellings  # these look into the facts
        from pks.tables.register import of_lead, of_party

        near, known = book.near(horizon), spellings(desk, party)
        rows = [
            row
            for row in near.due(book.office, desk.today, horizon)
            if of_party(near.facts[row.id], tuple(party or ()), known)
            and of_lead(near.facts[row.id], tuple(lead or ()))
        ]
    else:
        rows = book.due(desk.today, horizon)
    return [row for row in rows if (not kinds or row.kind in kinds) and (not overdue or row.days < 0)]
