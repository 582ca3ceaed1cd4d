"""`pks report receive`: record that reports sent to a tier have arrived."""

from __future__ import annotations

import typer

from pks.cli.desk import Desk
from pks.cli.reporting import (
    All,
    Ids,
    Lead,
    Number,
    PeriodOption,
    Selection,
    Tier,
    clear_entries,
    letter,
    period_argument,
    selection,
    tell,
    tier_argument,
)
from pks.cli.writing import Commit, Day, DryRun, meant_many, options, wrote
from pks.message import Message
from pks.outputs.screen import note
from pks.store.register import Entry
from pks.tables.register import of_lead
from pks.workflow.report_sending import Letter, carried_in, receive_reports


def run(
    ctx: typer.Context,
    ids: Ids = None,
    period: PeriodOption = None,
    to: Tier = None,
    number: Number = None,
    date: Day = None,
    everyone: All = False,
    lead: Lead = None,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    chosen = selection(desk, ids, lead, everyone=everyone)
    when = period_argument(desk, period)
    arrived = letter(desk, when, tier_argument(desk, to, _tiers_sent_to(desk)), number, date)
    entries = _entries(desk, chosen, arrived)
    if not entries:
        note(Message("reporting.none-under-way", period=when.name, to=arrived.to), desk.language)
        return
    how = options(desk, dry_run=dry_run, commit=commit)
    done = receive_reports(desk.book, entries, arrived, desk.today, how, skip=not chosen.by_name)
    if wrote(desk, done.diff, dry_run=dry_run):
        summary = Message("reporting.received", count=len(done.changed), period=when.name, to=arrived.to)
        tell(desk, entries, done.changed, summary)


def _tiers_sent_to(desk: Desk) -> list[str]:
    """Whom reports went to so far: a tier may have been taken out of the office's rules since."""
    return [to for facts in desk.book.facts.values() for _, to in facts.sent]


def _entries(desk: Desk, chosen: Selection, arrived: Letter) -> list[Entry]:
    if chosen.by_name:
        return meant_many(desk, chosen.queries)
    book = desk.book

    def is_under_way(id_: str) -> bool:
        facts = book.facts.get(id_)
        if facts is None or arrived.period.name not in facts.reported or not of_lead(facts, chosen.leads):
            return False
        reports = [one for one in book.agreement_of(id_).reports if one.period.name == arrived.period.name]
        return any(sent.received is None for one in reports for _, sent in carried_in(one, arrived))

    return clear_entries(desk, is_under_way)
