"""`pks evaluate`: record an evaluation and what it recommends."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import one_of
from pks.cli.asking import answered
from pks.cli.desk import Desk
from pks.cli.recording import day_said, tell_ahead, texts, value_of
from pks.cli.writing import Commit, Day, DryRun, Id, Remark, meant, options, wrote
from pks.domain.values import NUMBER
from pks.domain.vocabulary import RECOMMENDATIONS
from pks.message import Label, Message
from pks.outputs.screen import write_message
from pks.workflow.evaluate import Evaluated, evaluate


def run(
    ctx: typer.Context,
    id_: Id = None,
    recommendation: Annotated[str | None, typer.Option("--recommendation", metavar="CHOICE")] = None,
    score: Annotated[str | None, typer.Option("--score", metavar="N")] = None,
    date: Day = None,
    note: Remark = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    said = texts(score=score, note=note)
    if "score" in said:
        said["score"] = value_of(NUMBER, "--score")(said["score"])
    on = day_said(desk, date)
    if recommendation is not None:
        recommendation = _choice(recommendation)
    entry = meant(desk, id_)
    said["recommendation"] = answered(desk, recommendation, "ask.recommendation", "--recommendation", _choice)
    tell_ahead(desk, on)
    done = evaluate(desk.book, entry, on, said, options(desk, dry_run=dry_run, commit=commit))
    if wrote(desk, done.diff, dry_run=dry_run) and done.changed:
        values = {"id": entry.id, "date": on, "recommendation": Label("recommendation", said["recommendation"])}
        write_message(_result(done, said["recommendation"], values), desk.language)


def _choice(text: str) -> str:
    return one_of("--recommendation", [text], RECOMMENDATIONS, kind="recommendation")[0]


def _result(done: Evaluated, recommendation: str, values: dict[str, object]) -> Message:
    if done.before is None:
        return Message("evaluate.new", **values)
    old = done.before.recommendation
    if old is None or old == recommendation:
        return Message("evaluate.updated", **values)
    return Message("evaluate.instead", **values, old=Label("recommendation", old))
