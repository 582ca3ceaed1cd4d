"""`pks export`: what other commands show, as a file for Excel, Word, a browser, a calendar or a program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import typer

from pks.cli.arguments import Many, one_of
from pks.cli.asking import answered
from pks.cli.desk import Desk
from pks.cli.exported import EXPORTS, Asked, Export, Found
from pks.cli.outfile import Outfile, deliver, outfile
from pks.errors import UsageError
from pks.language.render import Language
from pks.message import Message
from pks.outputs.laid_out import Made
from pks.outputs.screen import is_terminal, note, write_bytes
from pks.tables.paper import Paper, Sheet

FORMATS: Final = ("xlsx", "csv", "json", "ics", "docx", "html")
_BINARY: Final = frozenset({"xlsx", "docx"})
_OPTIONS: Final = {"as_of": "--as-of", "with_gaps": "--gaps"}
_SHEETS: Final[tuple[Sheet, ...]] = ("f4", "a4")


def run(
    ctx: typer.Context,
    what: Annotated[str | None, typer.Argument(metavar="WHAT")] = None,
    words: Annotated[Many, typer.Argument(metavar="[ID|WORDS]...")] = None,
    format_: Annotated[str | None, typer.Option("--format", metavar="FORMAT")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    force: Annotated[bool, typer.Option("--force")] = False,
    paper: Annotated[str, typer.Option("--paper", metavar="f4|a4")] = "f4",
    excel: Annotated[bool, typer.Option("--excel")] = False,
    within: Annotated[str | None, typer.Option("--within", metavar="LENGTH")] = None,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    kind: Annotated[Many, typer.Option("--kind", metavar="KIND")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="PERIOD")] = None,
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
) -> None:
    desk: Desk = ctx.obj
    options = {
        "within": within, "overdue": overdue, "kind": kind, "period": period, "stage": stage, "validity": validity,
        "party": party, "sector": sector, "cooperation": cooperation, "instrument": instrument, "lead": lead,
        "under": under, "year": year, "ending": ending, "without": without, "as_of": as_of, "with_gaps": with_gaps,
    }  # fmt: skip
    name = answered(desk, what, "ask.export-what", "WHAT", lambda text: one_of("WHAT", [text], tuple(EXPORTS))[0])
    asked = Asked(tuple(words or ()), {key: value for key, value in options.items() if value})
    export = EXPORTS[name]
    _fits(name, export, asked)
    made_as = _format(desk, name, export, format_, out)
    (sheet,) = one_of("--paper", [paper], _SHEETS)
    if excel and made_as != "csv":
        raise UsageError(Message("export.only-csv"))
    target = _target(desk, out, made_as, force=force)
    found = export.gather(desk, asked)
    made = _made(desk, found, made_as, "a4" if sheet == "a4" else "f4", excel=excel)
    _deliver(desk, made, target)
    desk.name_broken()


def _fits(name: str, export: Export, asked: Asked) -> None:
    """Refuse words and options that this export has no use for.

    Raises:
        UsageError: for the first one.
    """
    for option in asked.options:
        if option not in export.options:
            takes = [_spelled(one) for one in export.options]
            key = "export.option" if takes else "export.no-option"
            raise UsageError(Message(key, what=name, option=_spelled(option), takes=takes))
    most = {"words": len(asked.words), "id": 1, "id?": 1}.get(export.takes, 0)
    if len(asked.words) > most:
        raise UsageError(Message("usage.too-many", extra=" ".join(asked.words[most:])))


def _spelled(option: str) -> str:
    return _OPTIONS.get(option, f"--{option}")


def _format(desk: Desk, name: str, export: Export, given: str | None, out: Path | None) -> str:
    """The format asked for, else that of the file's name, else what the person answers."""
    suffix = out.suffix.lower().removeprefix(".") if out is not None else ""
    if given is None and suffix:
        if suffix not in FORMATS:
            raise UsageError(Message("export.suffix", suffix=f".{suffix}", formats=list(FORMATS)))
        given = suffix

    def read(text: str) -> str:
        (chosen,) = one_of("--format", [text], FORMATS)
        if chosen not in export.formats:
            others = [other for other, one in EXPORTS.items() if chosen in one.formats]
            raise UsageError(
                Message("export.not-as", what=name, format=chosen, formats=list(export.formats), others=others)
            )
        return chosen

    return answered(desk, given, "ask.export-format", "--format", read)


def _target(desk: Desk, out: Path | None, made_as: str, *, force: bool) -> Outfile | None:
    """The file to write and what it holds now; None for stdout.

    Raises:
        UsageError: for a workbook or document that would go to a terminal.
        ConflictError: the file is there and may not be replaced.
        EnvironmentFailureError: its folder is not there, or what is there cannot be read.
    """
    if out is None:
        if made_as in _BINARY and is_terminal(sys.stdout):
            raise UsageError(Message("export.terminal", format=made_as))
        return None
    return outfile(desk, out, force=force)


def _made(desk: Desk, found: Found, made_as: str, sheet: Sheet, *, excel: bool) -> Made:
    """The bytes; what a format needs is imported here, for few runs need it."""
    if made_as == "json":
        from pks.outputs.json_text import json_text

        return Made(f"{json_text(found.json(), desk.language)}\n".encode("utf-8", "backslashreplace"))
    if made_as == "ics":
        from pks.outputs.calendar import calendar

        return calendar(found.rows, desk.book.office, desk.today, desk.language)
    paper = Paper(found.title, desk.book.office.office, found.day, found.table(), found.form)
    if made_as == "csv":
        from pks.outputs.csv_text import csv_text

        return csv_text(paper, desk.language, excel=excel)
    return _writer(made_as)(paper, desk.language, sheet)


def _writer(made_as: str) -> Callable[[Paper, Language, Sheet], Made]:
    if made_as == "xlsx":
        from pks.outputs.workbook import workbook

        return workbook
    if made_as == "docx":
        from pks.outputs.word_document import word_document

        return word_document
    from pks.outputs.web_table import web_table

    return web_table


def _deliver(desk: Desk, made: Made, target: Outfile | None) -> None:
    if target is None:
        write_bytes(made.content)
    else:
        deliver(desk, target, made.content)
        note(Message("export.wrote", file=str(target.path)), desk.language)
    if made.notice is not None:
        note(made.notice, desk.language)
