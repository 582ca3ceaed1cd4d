"""`pks list`: the register, filtered."""

from __future__ import annotations

import re
from typing import Annotated, Final

import typer

from pks.cli.desk import Desk, day_argument
from pks.domain.model.schema import agreement_shape
from pks.domain.standing.as_of import as_of as seen_on
from pks.domain.standing.judgement import Standing, judge
from pks.domain.vocabulary import COOPERATIONS, INSTRUMENTS, SECTORS, STAGES, VALIDITIES
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.json_text import json_text
from pks.outputs.screen import show_table, write_data
from pks.tables.register import Filters, choose, register_json, register_table

_ENDING: Final = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?", re.ASCII)
_ASKABLE: Final = frozenset(
    path
    for key, shape in agreement_shape().fields.items()
    for path in (key, *(f"{key}.{below}" for below in (shape.fields if shape.form == "map" else ())))
)
Many = list[str] | None


def run(
    ctx: typer.Context,
    words: Annotated[Many, typer.Argument(metavar="[WORDS]...")] = None,
    stage: Annotated[Many, typer.Option("--stage", metavar="STAGE")] = None,
    validity: Annotated[Many, typer.Option("--validity", metavar="VALIDITY")] = None,
    party: Annotated[Many, typer.Option("--party", metavar="NAME")] = None,
    sector: Annotated[Many, typer.Option("--sector", metavar="SECTOR")] = None,
    cooperation: Annotated[Many, typer.Option("--cooperation", metavar="KIND")] = None,
    instrument: Annotated[Many, typer.Option("--instrument", metavar="KIND")] = None,
    lead: Annotated[Many, typer.Option("--lead", metavar="UNIT")] = None,
    under: Annotated[Many, typer.Option("--under", metavar="ID")] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="YYYY")] = None,
    ending: Annotated[str | None, typer.Option("--ending", metavar="YYYY[-MM]")] = None,
    without: Annotated[Many, typer.Option("--without", metavar="FIELD")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    filters = Filters(
        words=tuple(words or ()),
        stage=one_of("--stage", stage, STAGES),
        validity=one_of("--validity", validity, VALIDITIES),
        party=tuple(party or ()),
        sector=one_of("--sector", sector, SECTORS),
        cooperation=one_of("--cooperation", cooperation, COOPERATIONS),
        instrument=one_of("--instrument", instrument, INSTRUMENTS),
        lead=tuple(lead or ()),
        under=tuple(under or ()),
        year=_year(year),
        ending=_ending(ending),
        without=_fields(without),
    )
    chosen = choose(_standings(desk, as_of).values(), filters)
    if as_json:
        write_data(json_text(register_json(chosen), desk.language))
    else:
        show_table(register_table(chosen), desk.language)
    desk.name_broken()


def one_of(option: str, given: Many, choices: tuple[str, ...]) -> tuple[str, ...]:
    """The values given to `option`, spelled as the format does.

    Raises:
        UsageError: for a value that is none of `choices`, whatever its case.
    """
    known = {one.casefold(): one for one in choices}
    for value in given or ():
        if value.casefold() not in known:
            reason = Message("value.choice", text=value, choices=list(choices))
            raise UsageError(Message("usage.bad-value", name=option, reason=reason))
    return tuple(known[value.casefold()] for value in given or ())


def _standings(desk: Desk, as_of: str | None) -> dict[str, Standing]:
    if as_of is None:
        return judge(desk.book.facts, desk.today)
    day = day_argument(as_of, "--as-of")
    return judge(desk.book.facts_as_seen(lambda agreement: seen_on(agreement, day)), day)


def _year(text: str | None) -> int | None:
    if text is not None and re.fullmatch("[0-9]{4}", text, re.ASCII) is None:
        raise UsageError(Message("usage.bad-value", name="--year", reason=Message("usage.year", text=text)))
    return None if text is None else int(text)


def _ending(text: str | None) -> str | None:
    if text is not None and _ENDING.fullmatch(text) is None:
        raise UsageError(Message("usage.bad-value", name="--ending", reason=Message("usage.ending", text=text)))
    return text


def _fields(given: Many) -> tuple[str, ...]:
    for name in given or ():
        if name not in _ASKABLE:
            raise UsageError(Message("usage.bad-value", name="--without", reason=Message("usage.field", text=name)))
    return tuple(given or ())
