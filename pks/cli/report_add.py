"""`pks report add`: write what was done in a period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from pks.cli.asking import has_person, until_read
from pks.cli.desk import Desk
from pks.cli.reporting import PeriodOption, period_argument, warn_unless_owed
from pks.cli.writing import Commit, DryRun, Id, meant, options, wrote
from pks.domain.model.running import Report
from pks.domain.model.schema import agreement_shape, shape_at
from pks.domain.reported import TOLD
from pks.domain.terms import Period
from pks.domain.values import BadValueError
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note, write_message
from pks.store.book import understood
from pks.store.register import Entry
from pks.workflow.report import Telling, add_report, place_of, stated


def run(
    ctx: typer.Context,
    id_: Id = None,
    period: PeriodOption = None,
    activities: Annotated[str | None, typer.Option("--activities", metavar="TEXT")] = None,
    results: Annotated[str | None, typer.Option("--results", metavar="TEXT")] = None,
    beneficiaries: Annotated[str | None, typer.Option("--beneficiaries", metavar="N|TEXT")] = None,
    spent: Annotated[str | None, typer.Option("--spent", metavar="RUPIAH")] = None,
    obstacles: Annotated[str | None, typer.Option("--obstacles", metavar="TEXT")] = None,
    follow_up: Annotated[str | None, typer.Option("--follow-up", metavar="TEXT")] = None,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    told = (activities, results, beneficiaries, spent, obstacles, follow_up)
    given = {key: text.strip() for key, text in zip(TOLD, told, strict=True) if text and text.strip()}
    for key, text in given.items():
        _check(key, text)
    if not given and not has_person():
        raise UsageError(Message("usage.one-needed", names=", ".join(map(_option, TOLD))))
    entry = meant(desk, id_)
    when = period_argument(desk, period)
    warn_unless_owed(desk, entry, when)
    seen: Mapping[str, str] = {}
    if not given:
        seen = _said_before(desk, entry, when)
        given = _answers(desk, seen)
    telling = Telling(when, given, replace, seen)
    done = add_report(desk.book, entry, telling, options(desk, dry_run=dry_run, commit=commit))
    for one in done.replaced:
        note(one, desk.language)
    if wrote(desk, done.diff, dry_run=dry_run) and done.changed:
        said = [Message(f"reporting.told.{key}") for key in given]
        write_message(Message("reporting.added", id=entry.id, period=when, told=said), desk.language)


def _option(key: str) -> str:
    return f"--{key.replace('_', '-')}"


def _check(key: str, text: str) -> None:
    shape = shape_at(agreement_shape(), ("reports", 0, key))
    assert shape is not None  # noqa: S101  # these are keys of the format
    try:
        shape.kind.read(text)
    except BadValueError as error:
        raise UsageError(Message("usage.bad-value", name=_option(key), reason=error.message)) from None


def _said_before(desk: Desk, entry: Entry, period: Period) -> Mapping[str, str]:
    report: Report | None = place_of(entry.id, understood(desk.book.reading(entry)), period)[1]
    return {key: stated(report, key) for key in TOLD} if report else {}


def _answers(desk: Desk, seen: Mapping[str, str]) -> dict[str, str]:
    """What the person says of each field in turn; Enter keeps what is there, or leaves it empty.

    Raises:
        UsageError: when nothing is said, and nothing is there.
    """
    answers = {key: _answer(desk, key, seen.get(key, "")) for key in TOLD}
    given = {key: text for key, text in answers.items() if text}
    if not given:
        raise UsageError(Message("reporting.nothing-said"))
    return given


def _answer(desk: Desk, key: str, default: str) -> str:
    def read(text: str) -> str:
        if text:
            _check(key, text)
        return text

    return until_read(desk, Message(f"ask.report-{key}"), read, default=default)
