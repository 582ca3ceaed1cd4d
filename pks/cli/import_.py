"""`pks import`: a register kept in a spreadsheet, looked at first, then taken in."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from pks.cli.arguments import one_of
from pks.cli.asking import asked_file
from pks.cli.desk import Desk
from pks.cli.outfile import Outfile, deliver, leave_register_alone, outfile
from pks.cli.writing import Commit, DryRun, options, wrote
from pks.errors import UsageError
from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell, Grid
from pks.inputs.reading import ForeignFile, read_file
from pks.inputs.register.columns import Column
from pks.inputs.register.heading import find_headings
from pks.inputs.register.order import OPPOSITE, Ballot
from pks.inputs.register.proposal import Judged, Outcome, Proposal, Settings, propose_register
from pks.message import Message
from pks.outputs.progress import progress
from pks.outputs.screen import note, show_table, write, write_message
from pks.store.book import Book
from pks.tables.importing import ColumnSeen, RowSeen, columns_table, review_table, rows_table
from pks.tables.paper import Paper
from pks.workflow.import_ import Intake, intake_of, take_in
from pks.workflow.import_map import kept_at, own_party, read_map, text_of_map, told
from pks.workflow.save import FileChange

One = str | None
_LOOKED_AT = ("doubt", "refused", "duplicate")
_COUNTED: Final[tuple[Outcome, ...]] = ("ready", "doubt", "refused", "duplicate", "joined", "known")
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}


def run(
    ctx: typer.Context,
    file: Annotated[One, typer.Argument(metavar="FILE")] = None,
    sheet: Annotated[One, typer.Option("--sheet", metavar="NAME")] = None,
    map_: Annotated[One, typer.Option("--map", metavar="MAP.yaml")] = None,
    date_order: Annotated[One, typer.Option("--date-order", metavar="dmy|mdy")] = None,
    from_row: Annotated[int | None, typer.Option("--from-row", metavar="ROW", min=1)] = None,
    separator: Annotated[One, typer.Option("--separator", metavar="NAME")] = None,
    out: Annotated[One, typer.Option("--out", metavar="REVIEW.xlsx")] = None,
    write_: Annotated[bool, typer.Option("--write")] = False,
    dry_run: DryRun = False,
    commit: Commit = None,
) -> None:
    desk: Desk = ctx.obj
    book = desk.book
    source = asked_file(desk, file, "ask.import-file")
    if from_row is not None and date_order is None:
        raise UsageError(Message("importing.row-without-order"))
    review = None if out is None else _review(desk, Path(out))  # before anything is written
    if map_ is not None and not desk.path(Path(map_)).exists():
        leave_register_alone(desk, desk.path(Path(map_)))
    foreign = read_file(source, separator=_separator(separator))
    grid = _sheet(foreign, sheet)
    kept = kept_at(book, source)
    proposal = propose_register(grid, _settings(desk, book, kept, map_, date_order, from_row))
    diff = None
    if write_ or dry_run:
        map_text = text_of_map(proposal, desk.language).encode("utf-8")
        beside = [FileChange(kept, None, map_text)] if map_ is None else []
        intake, diff = _take_in(desk, proposal, beside, source.name, dry_run=dry_run, commit=commit)
    else:
        intake = intake_of(book, proposal, desk.today, progress=lambda rows: _counted(rows, desk))
    _show(desk, foreign, proposal)
    if review is not None:
        _write_review(desk, proposal, review)
    if map_ is not None:
        _write_map(desk, proposal, desk.path(Path(map_)))
    if (write_ or dry_run) and wrote(desk, diff, dry_run=dry_run):
        _say_what_was_written(desk, intake, source)
    elif not (write_ or dry_run):
        options_ = {"--sheet": sheet, "--map": map_, "--date-order": date_order, "--from-row": from_row}
        _say_what_next(desk, proposal, file or str(source), options_ | {"--separator": separator})


def _separator(name: One) -> str | None:
    return None if name is None else _SEPARATORS[one_of("--separator", [name], tuple(_SEPARATORS))[0]]


def _sheet(foreign: ForeignFile, wanted: One) -> Grid:
    """The sheet that is meant: the one named, else the only one that looks like a register.

    Raises:
        UsageError: there is none of that name, or several could be meant.
    """
    names = [grid.name for grid in foreign.grids]
    if wanted is not None:
        found = [grid for grid in foreign.grids if grid.name.casefold() == wanted.strip().casefold()]
        if not found:
            raise UsageError(Message("importing.no-sheet", sheet=wanted, sheets=names))
        return found[0]
    likely = [grid for grid in foreign.grids if find_headings(grid) is not None]
    if len(likely) > 1:
        raise UsageError(Message("importing.several-sheets", sheets=[grid.name for grid in likely]))
    if not likely:
        raise UsageError(Message("importing.no-headings", sheet=", ".join(names)))
    return likely[0]


def _settings(
    desk: Desk, book: Book, kept: Path, map_: One, date_order: One, from_row: int | None
) -> Settings:  # fmt: skip
    order = None if date_order is None else told(date_order.strip().lower(), from_row)
    rule = book.office.last_day
    base = Settings(ours=own_party(book), order=order, last_day="eve" if rule == "eve" else "anniversary")
    path = kept if map_ is None else desk.path(Path(map_))
    if not path.exists():
        return base
    shown = str(path) if map_ is not None else book.register.relative(path)
    note(Message("importing.map-used", file=shown), desk.language)
    return read_map(path, base)


def _take_in(
    desk: Desk, proposal: Proposal, beside: Sequence[FileChange], name: str, *, dry_run: bool, commit: bool | None
) -> tuple[Intake, str | None]:
    return take_in(
        desk.book, proposal, desk.today, options(desk, dry_run=dry_run, commit=commit),
        source=name, beside=beside, progress=lambda rows: _counted(rows, desk),
    )  # fmt: skip


def _counted(rows: Sequence[Judged], desk: Desk) -> Iterator[Judged]:
    """`rows`, counted on a terminal as they are done."""
    with progress(len(rows), desk.language) as step:
        for one in rows:
            yield one
            step()


def _show(desk: Desk, foreign: ForeignFile, proposal: Proposal) -> None:
    """The columns, the counts and the rows to look at."""
    language = desk.language
    if foreign.encoding is not None:
        names = {sign: name for name, sign in _SEPARATORS.items()}
        how = names.get(foreign.separator or "", "-")
        note(Message("importing.text-read", encoding=foreign.encoding, separator=how), language)
    show_table(columns_table([_column_seen(one, proposal) for one in proposal.plan.columns]), language)
    write("\n")
    write_message(_summary(proposal), language)
    contacts = sum(one.read.contacts for one in proposal.judged)
    if contacts:
        write_message(Message("importing.contacts", count=contacts), language)
    looked_at = [_row_seen(one, proposal) for one in proposal.judged if one.outcome in _LOOKED_AT]
    if looked_at:
        write("\n")
        show_table(rows_table(looked_at), language)


def _column_seen(column: Column, proposal: Proposal) -> ColumnSeen:
    ballot = proposal.plan.ballots.get(column.name)
    return ColumnSeen(column.name, column.meaning, column.owner, None if ballot is None else _voted(ballot))


def _voted(ballot: Ballot) -> Message:
    """How the order of a column's days was decided, with the votes."""
    if ballot.told is None:
        return Message("importing.order-open", count=len(ballot.open_rows))
    order = ballot.told.order
    other = OPPOSITE[order]
    counts = {
        "certain": len(ballot.certain[order]), "hints": ballot.hints[order],
        "against": len(ballot.certain[other]) + ballot.hints[other],
    }  # fmt: skip
    return Message(f"importing.order-{order}", **counts)


def _summary(proposal: Proposal) -> Message:
    """How many rows came to what; what none came to is not named."""
    counts = {outcome: proposal.count(outcome) for outcome in _COUNTED} | {
        "blank": proposal.blank,
        "heads": proposal.heads,
    }
    named = [Message(f"importing.count.{name}", count=count) for name, count in counts.items() if count]
    return Message("importing.summary", rows=proposal.total, counts=named)


def _row_seen(one: Judged, proposal: Proposal) -> RowSeen:
    read = one.read
    remarks = [read.refusal] if read.refusal else []
    remarks += read.doubts
    remarks += [
        Message("importing.of-addendum", row=addendum.row, doubt=doubt)
        for addendum in read.addenda
        for doubt in addendum.doubts
    ]
    hidden = {column.place for column in proposal.plan.columns if column.meaning == "contact"}
    cells = proposal.grid.rows[read.row - 1]
    shown = tuple(_cell(cell) for place, cell in enumerate(cells) if place not in hidden)
    partners = tuple(party.name for party in read.partners)
    return RowSeen(read.row, one.outcome, one.of, read.title, partners, tuple(remarks), shown)


def _cell(cell: Cell) -> str | int | float | bool | date | None:
    return text_of(cell) if isinstance(cell, datetime) else cell


def _review(desk: Desk, path: Path) -> Outfile:
    """The xlsx file for the review.

    Raises:
        UsageError: the file is no .xlsx.
        ConflictError: there is such a file already.
        EnvironmentFailureError: its folder is not there.
    """
    if path.suffix.lower() != ".xlsx":
        raise UsageError(Message("importing.review-name", file=path.name))
    return outfile(desk, path, force=False, taken="importing.file-exists")


def _write_review(desk: Desk, proposal: Proposal, target: Outfile) -> None:
    """Write every row with what becomes of it to an xlsx file, contacts left out."""
    from pks.outputs.workbook import workbook

    headings = [one.name for one in proposal.plan.columns if one.meaning != "contact"]
    table = review_table(headings, [_row_seen(one, proposal) for one in proposal.judged])
    office = desk.book.office.office
    made = workbook(Paper(Message("importing.review-title"), office, desk.today, table), desk.language, "f4")
    deliver(desk, target, made.content)
    note(Message("importing.review-written", file=str(target.path)), desk.language)


def _write_map(desk: Desk, proposal: Proposal, path: Path) -> None:
    if not path.exists():
        content = text_of_map(proposal, desk.language).encode("utf-8")
        deliver(desk, outfile(desk, path, force=False, taken="importing.file-exists"), content)
        note(Message("importing.map-written", file=str(path)), desk.language)


def _say_what_next(desk: Desk, proposal: Proposal, file: str, said: Mapping[str, str | int | None]) -> None:
    """The command that writes what was shown: with the options that were given, and as a shell reads it."""
    count = proposal.count("ready") + proposal.count("doubt")
    options_ = [word for name, value in said.items() if value is not None for word in (name, str(value))]
    again = shlex.join(["pks", "import", file, *options_, "--write"])
    nothing = Message("importing.nothing-new", file=Path(file).name)
    note(Message("importing.next", count=count, command=again) if count else nothing, desk.language)


def _say_what_was_written(desk: Desk, intake: Intake, source: Path) -> None:
    if not intake.ids and not intake.amended:
        note(Message("importing.nothing-new", file=source.name), desk.language)
        return
    if intake.ids:
        note(Message("importing.written", count=len(intake.ids)), desk.language)
    if intake.amended:
        note(Message("importing.amended", count=len(intake.amended)), desk.language)
    note(Message("importing.look"), desk.language)
