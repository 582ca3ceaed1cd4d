"""`pks set`: set fields of one agreement."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.asking import answered, asked_id
from pks.cli.desk import Desk
from pks.cli.writing import Commit, DryRun, Id, meant, options, wrote
from pks.workflow.assignments import parse
from pks.workflow.set import set_fields


def run(
    ctx: typer.Context,
    id_: Id = None,
    assignments: Annotated[Many, typer.Argument(metavar="KEY=VALUE...")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    query = asked_id(desk, id_, "ID")
    parsed = [parse(one) for one in assignments or ()]
    parsed = parsed or [answered(desk, None, "ask.assignment", "KEY=VALUE...", parse)]
    entry = meant(desk, query)
    diff = set_fields(desk.book, entry, parsed, options(desk, dry_run=dry_run, commit=commit))
    wrote(desk, diff, dry_run=dry_run)
