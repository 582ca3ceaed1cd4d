"""`pks report send`: record that one letter carried the reports of many agreements to a tier."""

from __future__ import annotations

import typer

from pks.cli.desk import Desk
from pks.cli.reporting import (
    NAMED,
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
    warn_unless_owed,
)
from pks.cli.writing import Commit, Day, DryRun, meant_many, options, wrote
from pks.domain.deadlines.reports import debtors
from pks.domain.standing.judgement import judge
from pks.message import Message
from pks.outputs.screen import note
from pks.store.register import Entry
from pks.tables.brief_sight import first_of
from pks.tables.register import of_lead
from pks.workflow.report_sending import Letter, send_reports


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
    sent = letter(desk, when, tier_argument(desk, to), number, date)
    entries = _entries(desk, chosen, sent)
    if not entries:
        note(Message("reporting.none-owing", period=when.name, to=sent.to), desk.language)
        return
    how = options(desk, dry_run=dry_run, commit=commit)
    done = send_reports(desk.book, entries, sent, desk.today, how, skip=not chosen.by_name)
    if wrote(desk, done.diff, dry_run=dry_run):
        summary = Message("reporting.sent", count=len(done.changed), period=when.name, to=sent.to)
        tell(desk, entries, done.changed, summary)
    if done.silent:
        values = {"count": len(done.silent), "period": when.name, "ids": first_of(done.silent, NAMED)}
        note(Message("reporting.silent", **values), desk.language)


def _entries(desk: Desk, chosen: Selection, sent: Letter) -> list[Entry]:
    """The agreements to record it for; what is beside the point is said."""
    if chosen.by_name:
        named = meant_many(desk, chosen.queries)
        for entry in named:
            warn_unless_owed(desk, entry, sent.period)
        return named
    facts = desk.book.facts
    found = debtors(judge(facts, desk.today).values(), desk.book.office, sent.period, sent.to)
    entries = clear_entries(desk, lambda id_: id_ in found.owing and of_lead(facts[id_], chosen.leads))
    sent_before = [id_ for id_ in sorted(found.sent) if of_lead(facts[id_], chosen.leads)]
    if sent_before:
        values = {"count": len(sent_before), "to": sent.to, "ids": first_of(sent_before, NAMED)}
        note(Message("reporting.sent-before", **values), desk.language)
    return entries
