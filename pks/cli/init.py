"""`pks init`: make a register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pks.cli.arguments import Many, one_of
from pks.cli.asking import answered, asked, has_person, until_read
from pks.cli.desk import Desk
from pks.cli.schema import schema_text
from pks.cli.writing import Commit, DryRun, options, wrote
from pks.domain.terms import parse_length
from pks.domain.vocabulary import PROFILES, TIERS
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note
from pks.workflow.init import DEFAULT_TIERS, NewOffice, found_register, place_for


def run(
    ctx: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]")] = None,
    office: Annotated[str | None, typer.Option("--office", metavar="NAME")] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="NAME")] = None,
    tier: Annotated[str | None, typer.Option("--tier", metavar="TIER")] = None,
    profile: Annotated[str, typer.Option("--profile", metavar="PROFILE")] = "secretariat",
    report: Annotated[Many, typer.Option("--report-to", metavar="WHO=LENGTH")] = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    where = desk.path(folder) if folder is not None else desk.start
    place_for(where)  # before anything is asked
    name = asked(desk, office, "ask.office", "--office")
    place = asked(desk, region, "ask.region", "--region")
    step = answered(desk, tier, "ask.tier", "--tier", lambda text: one_of("--tier", [text], TIERS, kind="tier")[0])
    language = desk.asked_language or "id"  # the offices it is made for; a computer's locale says little
    founder = NewOffice(
        office=name,
        region=place,
        tier=step,
        profile=one_of("--profile", [profile], PROFILES)[0],
        language=language,
        tiers=[_tier(one) for one in report] if report else _ask_tiers(desk, step),
        schema=schema_text(language),
    )
    register, diff = found_register(where, founder, desk.today, options(desk, dry_run=dry_run, commit=commit))
    if wrote(desk, diff, dry_run=dry_run):
        note(Message("init.done", folder=str(register.root)), desk.language)


def _ask_tiers(desk: Desk, tier: str) -> list[tuple[str, str]]:
    usual = DEFAULT_TIERS[tier]
    if not has_person():
        return list(usual)
    default = ", ".join(f"{to}={within}" for to, within in usual)

    def read(text: str) -> list[tuple[str, str]]:
        return [_tier(one.strip()) for one in text.split(",") if one.strip()]

    return until_read(desk, Message("ask.report-tiers"), read, default=default)


def _tier(text: str) -> tuple[str, str]:
    to, _, within = (part.strip() for part in text.partition("="))
    if not to or parse_length(within) is None:
        raise UsageError(Message("init.bad-tier", text=text))
    return to, within
