"""`pks list`: the register, filtered."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from pks.cli.arguments import Many
from pks.cli.desk import Desk, day_argument
from pks.cli.filters import read_filters
from pks.cli.spellings import spellings
from pks.domain.standing.facts import Facts
from pks.domain.standing.gaps import Gap, gaps
from pks.domain.standing.judgement import Standing, judge
from pks.outputs.json_text import json_text
from pks.outputs.screen import show_table, write_data
from pks.tables.register import Filters, choose, register_json, register_table


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
    filters = read_filters(
        words=words, stage=stage, validity=validity, party=party, sector=sector, cooperation=cooperation,
        instrument=instrument, lead=lead, under=under, year=year, ending=ending, without=without,
    )  # fmt: skip
    chosen, found = listed(desk, filters, as_of=as_of, with_gaps=with_gaps)
    if as_json:
        write_data(json_text(register_json(chosen, found), desk.language))
    else:
        show_table(register_table(chosen, found), desk.language)
    desk.name_broken()


def listed(
    desk: Desk, filters: Filters, *, as_of: str | None, with_gaps: bool
) -> tuple[list[Standing], dict[str, Gap] | None]:
    """The agreements that pass `filters` on today or `as_of`; with the gaps by id, and only those, when asked for.

    Raises:
        UsageError: when `as_of` is not a day.
    """
    day = desk.today if as_of is None else day_argument(as_of, "--as-of")
    facts = desk.book.facts if as_of is None else _facts_on(desk, day)
    chosen = choose(judge(facts, day).values(), filters._replace(spellings=spellings(desk, filters.party)))
    found = gaps(facts, desk.book.office, day) if with_gaps else None
    if found is not None:
        chosen = [one for one in chosen if one.facts.id in found]
    return chosen, found


def _facts_on(desk: Desk, day: date) -> dict[str, Facts]:
    from pks.domain.standing.as_of import as_of as seen_on  # the whole agreements need the model

    return desk.book.facts_as_seen(lambda agreement: seen_on(agreement, day))
