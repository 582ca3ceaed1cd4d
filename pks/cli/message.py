"""`pks message`: a short text about one agreement to paste into WhatsApp or e-mail."""

from __future__ import annotations

from typing import Annotated

import typer

from pks.cli.arguments import one_of
from pks.cli.asking import sought
from pks.cli.desk import Desk
from pks.cli.writing import Id
from pks.domain.standing.judgement import judge_one
from pks.domain.standing.party_named import key_of
from pks.domain.terms import add_days
from pks.message import Message
from pks.outputs.screen import note, write
from pks.outputs.short_text import short_text
from pks.store.register import Entry
from pks.tables.short_message import TOPICS, About, draft, topic_of

_AHEAD_DAYS = 90


def run(
    ctx: typer.Context,
    id_: Id = None,
    about: Annotated[str | None, typer.Option("--about", metavar="TOPIC")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="PARTY")] = None,
) -> None:
    desk: Desk = ctx.obj
    topic = None if about is None else one_of("--about", [about], TOPICS)[0]
    entry = sought(desk, id_)
    found = _about(desk, entry, to)
    text = short_text(draft(topic or topic_of(found), found), found.title, desk.book.office.office, desk.language)
    note(Message("write.resolved", id=entry.id), desk.language)
    write(text)
    desk.name_broken()


def _about(desk: Desk, entry: Entry, to: str | None) -> About:
    book = desk.book
    agreement = book.agreement(entry)
    party = None if to is None else key_of("--to", to, agreement.parties)
    standing = judge_one(book.around(entry.id), entry.id, desk.today)
    rows = [row for row in book.due(desk.today, add_days(desk.today, _AHEAD_DAYS)) if row.id == entry.id]
    return About(agreement, standing, rows, desk.today, party)
