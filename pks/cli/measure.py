"""`pks measure`: record one reading of an indicator."""

from __future__ import annotations

import re
from typing import Annotated, Final

import typer

from pks.cli.asking import answered, has_person
from pks.cli.desk import Desk
from pks.cli.recording import texts, value_of
from pks.cli.reporting import read_period
from pks.cli.writing import Commit, DryRun, Id, Remark, meant, options, wrote
from pks.domain.rules.privacy import found_in
from pks.domain.terms import Period
from pks.domain.values import NUMBER, TEXT
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note as tell
from pks.outputs.screen import write_message
from pks.store.register import Entry
from pks.workflow.measure import MeasuredNow, Measurement, measure

# How an Indonesian text writes thousands; here it is a number with three decimals.
_THOUSANDS: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+", re.ASCII)


def run(
    ctx: typer.Context,
    id_: Id = None,
    name: Annotated[str | None, typer.Argument(metavar="NAME")] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="PERIOD")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT")] = None,
    note: Remark = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    more = texts(unit=unit, note=note)
    for given, read in ((name, _name), (value, _value), (period, read_period)):
        if given is not None:
            read(given)
    entry = meant(desk, id_)
    if name is None and has_person():
        _tell_known(desk, entry)
    said = Measurement(
        answered(desk, name, "ask.indicator", "NAME", _name),
        answered(desk, value, "ask.measured", "VALUE", _value),
        answered(desk, period, "ask.period", "--period", read_period),
        more.get("unit"),
        more.get("note"),
    )
    done = measure(desk.book, entry, said, options(desk, dry_run=dry_run, commit=commit))
    _warn(desk, said, done)
    if wrote(desk, done.diff, dry_run=dry_run) and done.changed:
        write_message(_result(entry.id, said, done), desk.language)


_value = value_of(NUMBER, "VALUE")


def _name(text: str) -> str:
    """The name, which must say something.

    Raises:
        UsageError: when it does not.
    """
    if not text.strip():
        raise UsageError(Message("usage.missing", name="NAME"))
    return value_of(TEXT, "NAME")(text)


def _tell_known(desk: Desk, entry: Entry) -> None:
    """Name the indicators there are, so that one of them can be typed."""
    names = [one.name for one in desk.book.agreement(entry).indicators]
    if names:
        tell(Message("measure.known", names=names), desk.language)


def _warn(desk: Desk, said: Measurement, done: MeasuredNow) -> None:
    if done.near:
        tell(Message("measure.near", name=done.name, near=done.near), desk.language)
    if _THOUSANDS.fullmatch(said.value):
        values = {"value": said.value, "whole": said.value.replace(".", "")}
        tell(Message("measure.decimals", **values), desk.language)
    if said.period.first > desk.today:
        tell(Message("measure.ahead", period=said.period), desk.language)
    for datum in found_in(said.value):
        what = Message(f"rules.personal.{datum.kind}")
        tell(Message("measure.personal", what=what, masked=datum.masked), desk.language)


def _result(id_: str, said: Measurement, done: MeasuredNow) -> Message:
    value = _in_unit(said.value, done.unit)
    values: dict[str, object] = {"id": id_, "name": done.name, "period": _shown(said.period), "value": value}
    if done.new:
        return Message("measure.begun", **values)
    if done.old is None:
        return Message("measure.new", **values)
    return Message("measure.updated", **values, old=_in_unit(str(done.old), None))


def _shown(period: Period) -> str:
    return period.name


def _in_unit(number: str, unit: str | None) -> str:
    return f"{number} {unit}" if unit else number
