"""What `pks export` can write: for each name what it takes, in which formats, and how it is gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from pks.cli.asking import sought
from pks.cli.brief import brief_of
from pks.cli.desk import Desk, day_argument
from pks.cli.due import rows_due
from pks.cli.filters import read_filters
from pks.cli.list import listed
from pks.cli.reporting import period_argument
from pks.cli.show import view_of
from pks.cli.tree import nodes_of
from pks.domain.deadlines.deadline import Due
from pks.domain.standing.judgement import judge
from pks.message import Message
from pks.outputs.page_table import page_table
from pks.tables.brief import brief_json
from pks.tables.corrections import corrections_json, corrections_table
from pks.tables.due import due_json, due_table
from pks.tables.paper import Form
from pks.tables.prints import brief_table, listing_table, tree_table
from pks.tables.register import of_lead, register_json
from pks.tables.register_book import book_entries, book_table
from pks.tables.reports import report_json, report_table
from pks.tables.table import Table
from pks.tables.tree import tree_json


class Asked(NamedTuple):
    """What the command line says besides the name: words or an id, and the options by parameter name."""

    words: tuple[str, ...]
    options: Mapping[str, Any]

    @property
    def id(self) -> str | None:
        """The one word, where an agreement is meant."""
        return self.words[0] if self.words else None


class Found(NamedTuple):
    """What was gathered: as data, as a table made when it is asked for, as rows with a day."""

    title: Message
    json: Callable[[], Any]
    table: Callable[[], Table]
    day: date
    form: Form = "grid"
    rows: Sequence[Due] = ()


class Export(NamedTuple):
    """One name: `takes` is "", "words", "id" or "id?"; `options` are the parameters it goes with."""

    gather: Callable[[Desk, Asked], Found]
    formats: tuple[str, ...]
    takes: str = ""
    options: tuple[str, ...] = ()


def _list(desk: Desk, asked: Asked) -> Found:
    own = dict(asked.options)
    as_of, with_gaps = own.pop("as_of", None), own.pop("with_gaps", False)
    filters = read_filters(words=list(asked.words), **own)
    chosen, gaps = listed(desk, filters, as_of=as_of, with_gaps=with_gaps)
    day = desk.today if as_of is None else day_argument(as_of, "--as-of")
    return Found(
        Message("export.title.list"), lambda: register_json(chosen, gaps), lambda: listing_table(chosen, gaps), day
    )


def _due(desk: Desk, asked: Asked) -> Found:
    rows = rows_due(desk, **asked.options)
    return Found(
        Message("export.title.due"),
        lambda: due_json(rows),
        lambda: due_table(rows, desk.book.office, desk.today, bundle=False),
        desk.today,
        rows=rows,
    )


def _brief(desk: Desk, _: Asked) -> Found:
    page = brief_of(desk)
    return Found(
        Message("export.title.brief"), lambda: brief_json(page), lambda: brief_table(page), desk.today, form="lines"
    )


def _report(desk: Desk, asked: Asked) -> Found:
    period = period_argument(desk, asked.options.get("period"))
    leads = tuple(asked.options.get("lead", ()))
    chosen = [one for one in judge(desk.book.facts, desk.today).values() if of_lead(one.facts, leads)]
    return Found(
        Message("export.title.report", period=period.name),
        lambda: report_json(chosen, desk.book.agreement_of, period),
        lambda: report_table(chosen, desk.book.agreement_of, period),
        desk.today,
    )


def _corrections(desk: Desk, asked: Asked) -> Found:
    agreement = desk.book.agreement(sought(desk, asked.id))
    return Found(
        Message("export.title.corrections", title=agreement.title),
        lambda: corrections_json(agreement),
        lambda: corrections_table(agreement),
        desk.today,
    )


def _register(desk: Desk, asked: Asked) -> Found:
    filters = read_filters(words=list(asked.words), **asked.options)
    chosen, _ = listed(desk, filters, as_of=None, with_gaps=False)
    entries = book_entries(desk.book.agreement_of, chosen)
    return Found(Message("export.title.register"), lambda: entries, lambda: book_table(entries), desk.today)


def _tree(desk: Desk, asked: Asked) -> Found:
    nodes = nodes_of(desk, asked.id)
    return Found(Message("export.title.tree"), lambda: tree_json(nodes), lambda: tree_table(nodes), desk.today)


def _agreement(desk: Desk, asked: Asked) -> Found:
    view = view_of(desk, sought(desk, asked.id))
    return Found(
        Message("export.title.agreement", title=view.agreement.title),
        view.json,
        lambda: page_table(view.page(), desk.language),
        desk.today,
        form="lines",
    )


_FILTERS: Final = (
    "stage", "validity", "party", "sector", "cooperation", "instrument", "lead", "under", "year", "ending", "without",
)  # fmt: skip
_SHEETS: Final = ("xlsx", "csv", "json", "docx", "html")
_PAGES: Final = ("docx", "html", "json")
EXPORTS: Final[dict[str, Export]] = {
    "list": Export(_list, _SHEETS, "words", (*_FILTERS, "as_of", "with_gaps")),
    "due": Export(_due, (*_SHEETS, "ics"), options=("within", "overdue", "kind", "party", "lead")),
    "brief": Export(_brief, _PAGES),
    "report": Export(_report, _SHEETS, options=("period", "lead")),
    "corrections": Export(_corrections, _SHEETS, "id"),
    "register": Export(_register, _SHEETS, "words", _FILTERS),
    "tree": Export(_tree, _SHEETS, "id?"),
    "agreement": Export(_agreement, _PAGES, "id"),
}
