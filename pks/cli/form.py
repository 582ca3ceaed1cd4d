"""`pks form`: a workbook that a unit or a partner fills in: a report, answers to corrections, an evaluation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from pks.cli.arguments import Many, one_of
from pks.cli.asking import answered, has_person
from pks.cli.desk import Desk
from pks.cli.form_choosing import Wanted, corrections, evaluations, reports
from pks.cli.outfile import Outfile, deliver, outfile
from pks.domain.forms import KINDS
from pks.errors import UsageError
from pks.message import Message
from pks.outputs.screen import note
from pks.tables.forms import Form

_SUFFIX: Final = ".xlsx"
_FILES: Final = frozenset({_SUFFIX, ".ods", ".xls", ".xlsm", ".csv", ".doc", ".docx", ".pdf", ".txt"})
_GATHER: Final = {"report": reports, "corrections": corrections, "evaluation": evaluations}
# Which options make no sense for which kind.
_NOT_FOR: Final = {
    "report": frozenset({"--answered"}),
    "corrections": frozenset({"--lead", "--all", "--period"}),
    "evaluation": frozenset({"--answered", "--period"}),
}


def run(
    ctx: typer.Context,
    words: Annotated[Many, typer.Argument(metavar="[ID]... FILE")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND")] = None,
    lead: Annotated[Many, typer.Option("--lead", metavar="UNIT")] = None,
    party: Annotated[str | None, typer.Option("--party", metavar="KEY")] = None,
    everyone: Annotated[bool, typer.Option("--all")] = False,
    period: Annotated[str | None, typer.Option("--period", metavar="PERIOD")] = None,
    with_answers: Annotated[bool, typer.Option("--answered")] = False,
    force: Annotated[bool, typer.Option("--force")] = False,
) -> None:
    desk: Desk = ctx.obj
    ids, file = _split(words or [])
    if file is None and not has_person():
        raise UsageError(Message("usage.missing", name="FILE"))
    name = answered(desk, kind, "ask.form-kind", "--kind", lambda text: one_of("--kind", [text], KINDS)[0])
    given = {
        "--lead": bool(lead), "--party": party is not None, "--all": everyone, "--period": period is not None,
        "--answered": with_answers,
    }  # fmt: skip
    _fits(name, {option for option, there in given.items() if there})
    wanted = Wanted(tuple(ids), tuple(lead or ()), party, everyone, period, with_answers)
    form = _GATHER[name](desk, wanted)
    desk.name_broken()
    if form is None:
        return
    target = file or answered(desk, None, "ask.form-file", "FILE", _checked)
    _write(desk, form, outfile(desk, Path(target), force=force))


def _split(words: list[str]) -> tuple[list[str], str | None]:
    """The ids, and the file where one is named: the last word, when it looks like a file."""
    if words and Path(words[-1]).suffix.lower() in _FILES:
        return words[:-1], _checked(words[-1])
    return words, None


def _checked(text: str) -> str:
    """A name that ends as a workbook's does.

    Raises:
        UsageError: when it does not.
    """
    if Path(text).suffix.lower() != _SUFFIX:
        raise UsageError(Message("form.suffix", file=text))
    return text.strip()


def _fits(kind: str, given: set[str]) -> None:
    wrong = sorted(given & _NOT_FOR[kind])
    if wrong:
        raise UsageError(Message("form.not-for", option=wrong[0], kind=kind))


def _write(desk: Desk, form: Form, target: Outfile) -> None:
    from pks.outputs.form_workbook import Letterhead, form_workbook  # openpyxl is no small import

    content = form_workbook(form, Letterhead(desk.book.office.office, desk.today, desk.language))
    deliver(desk, target, content)
    rows = form.rows[form.sheets[0].name]
    agreements = len({row.address[0] for row in rows})
    values = {"file": str(target.path), "rows": len(rows), "agreements": agreements}
    note(Message("form.wrote" if form.kind == "corrections" else "form.wrote.agreements", **values), desk.language)
    note(Message("form.then", file=str(target.path)), desk.language)
