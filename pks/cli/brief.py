"""`pks brief`, and `pks` alone inside a register: the page for the head of division."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from pks.cli.desk import Desk
from pks.domain.office import Office
from pks.domain.standing.facts import Facts
from pks.domain.standing.judgement import judge, may_be_accepted
from pks.domain.terms import Length
from pks.outputs.brief_screen import show_brief
from pks.outputs.json_text import json_text
from pks.outputs.screen import write_data
from pks.tables.brief import Brief, brief, brief_json
from pks.tables.brief_sight import Beside

if TYPE_CHECKING:
    from pks.store.book import Book

_RULE = "umbrella-unused"


def run(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    desk: Desk = ctx.obj
    page = brief_of(desk)
    if as_json:
        write_data(json_text(brief_json(page), desk.language))
    else:
        show_brief(page, desk.language)
    desk.name_broken()


def brief_of(desk: Desk, as_shown: Mapping[str, Facts] | None = None) -> Brief:
    """The page of today; of the facts `as_shown`, by id, where those of the files are not to be shown as they are."""
    book = desk.book
    facts, office = book.facts if as_shown is None else as_shown, book.office
    beside = Beside(book.broken, idle_after=lambda: _idle_after(office), changed=_changed(book))
    return brief(facts, judge(facts, desk.today), office, desk.today, beside)


def _changed(book: Book) -> Mapping[str, tuple[str, ...]]:
    if not any(map(may_be_accepted, book.facts.values())):
        return {}
    from pks.workflow.acceptance import changed_since_acceptance  # as for the umbrellas

    return changed_since_acceptance(book, book.register.listing.entries.values())


def _idle_after(office: Office) -> Length | None:
    """How long an umbrella may stay without an agreement under it; None where the office does not mind."""
    from pks.domain.rules.table import RULES, tuned  # the rules need the model, and few umbrellas are idle

    wish = tuned(next(rule for rule in RULES if rule.code == _RULE), office)
    return wish.parameter if wish.level != "off" and isinstance(wish.parameter, Length) else None
