"""`pks show`: one agreement for reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import typer

from pks.cli.asking import sought
from pks.cli.desk import Desk
from pks.cli.gates import gates
from pks.domain.model.agreement import Agreement
from pks.domain.rules.table import Missing
from pks.domain.standing.gaps import chain, gap_after
from pks.domain.standing.judgement import Standing, judge_one
from pks.outputs.json_text import json_text
from pks.outputs.page_screen import show_page
from pks.outputs.screen import write_data
from pks.store.register import Entry
from pks.tables.cover import addenda_of, amended_lines, cover_lines
from pks.tables.page import Page, agreement_page
from pks.tables.record import record_json


def run(
    ctx: typer.Context,
    id_: Annotated[str | None, typer.Argument(metavar="ID")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    entry = sought(desk, id_)
    view = view_of(desk, entry)
    if as_json:
        write_data(json_text(view.json(), desk.language))
    else:
        show_page(view.page(), desk.language)
    desk.name_broken()


@dataclass(frozen=True)
class View:
    """One agreement among the others of its register, as a page or as data."""

    desk: Desk
    agreement: Agreement
    standing: Standing
    missing: list[Missing]

    def json(self) -> dict[str, Any]:
        """What `show --json` gives."""
        return record_json(self.agreement, self.standing, self.missing)

    def page(self) -> Page:
        """The page for reading."""
        book, id_ = self.desk.book, self.standing.facts.id
        facts = book.around(id_)
        gap = gap_after(facts, id_, book.office, self.desk.today, usual_days=book.usual_days())
        cover = (
            *cover_lines(self.standing, gap, chain(facts, id_)),
            *amended_lines(self.agreement, addenda_of(facts, id_)),
        )
        return agreement_page(self.agreement, self.standing, self.missing, self.desk.today, cover=cover)


def view_of(desk: Desk, entry: Entry) -> View:
    """The agreement of `entry` today.

    Raises:
        InvalidError: when its file cannot be understood.
    """
    agreement = desk.book.agreement(entry)
    standing = judge_one(desk.book.around(entry.id), entry.id, desk.today)
    missing = [] if agreement.closed else list(gates(desk, entry, agreement)(agreement.stage))
    return View(desk, agreement, standing, missing)
