"""`pks list`: the register, filtered."""

from __future__ import annotations

import re
from typing import Annotated, Final

import typer

from pks.cli.arguments import Many, one_of
from pks.cli.desk import Desk, day_argument
from pks.domain.model.schema import agreement_shape
from pks.domain.standing.as_of import as_of as seen_on
from pks.domain.standing.gaps import gaps
from pks.domain.standing.judgement import judge
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
    with_gaps: Annotated[bool, typer.Option("--gaps")] = False,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    filters = Filters(
        words=tuple(words or ()),
        stage=one_of("--stage", stage, STAGES, kind="stage"),
        validity=one_of("--validity", validity, VALIDITIES, kind="validity"),
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
    day = desk.today if as_of is None else day_argument(as_of, "--as-of")
    facts = desk.book.facts if as_of is None else desk.book.facts_as_seen(lambda agreement: seen_on(agreement, day))
    chosen = choose(judge(facts, day).values(), filters)
    found = gaps(facts, desk.book.office, day) if with_gaps else None
    if found is not None:
        chosen = [one for one in chosen if one.facts.id in found]
    if as_json:
        write_data(json_text(register_json(chosen, found), desk.language))
    else:
        show_table(register_table(chosen, found), desk.language)
    desk.name_broken()


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
