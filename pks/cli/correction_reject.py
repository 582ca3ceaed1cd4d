"""`pks correction reject`: a party rejects corrections, one or many at once."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.correcting import run_answer
from pks.cli.writing import Commit, Day, DryRun, Id, Remark


def run(
    ctx: typer.Context,
    id_: Id = None,
    numbers: Annotated[Many, typer.Argument(metavar="NO|A-B|all")] = None,
    party: Annotated[Many, typer.Option("--party", metavar="KEY")] = None,
    date: Day = None,
    letter: Annotated[str | None, typer.Option("--letter", metavar="NUMBER")] = None,
    counter: Annotated[str | None, typer.Option("--counter", metavar="TEXT")] = None,
    note: Remark = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    run_answer(
        ctx.obj, "rejected", id_, numbers, party,
        date=date, letter=letter, remark=note, counter=counter, dry_run=dry_run, commit=commit,
    )  # fmt: skip
