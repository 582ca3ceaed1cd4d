"""A form that came back: what it is, and its rows wherever they stand now, found by their headings and their ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from pks.domain.forms import MARK, NOT_OPEN, SHEETS, VERSION, Field, FormSheet, fingerprint
from pks.domain.terms import Period, parse_period
from pks.domain.values import BadValueError, read_date
from pks.errors import InvalidError
from pks.inputs.cell_text import text_of
from pks.inputs.form_values import read_value
from pks.inputs.grid import Cell, Grid, letters_of
from pks.inputs.reading import read_grids
from pks.language.form_words import columns_by_heading, folded
from pks.language.render import Language
from pks.message import Message

_DIGITS: Final = 9  # of any version there will be


class Place(NamedTuple):
    """Where something stands: the name of the sheet, the cell as spreadsheets call it, the key of its column."""

    sheet: str
    cell: str
    column: str


@dataclass(frozen=True)
class FilledRow:
    """One row: `said` is what was written into it since it was sent, by column, as the format has it.

    `sent` are the fingerprints of what its open cells held then; None where it was not in the form. `unread` is
    what cannot be understood of it, and `emptied` the columns whose text was taken out.
    """

    place: Place
    address: tuple[str, ...]
    party: str
    said: Mapping[str, str]
    places: Mapping[str, Place]
    sent: Mapping[str, str] | None
    unread: tuple[tuple[Place, Message], ...]
    emptied: tuple[str, ...]


@dataclass(frozen=True)
class FilledForm:
    """A form that came back. `office` is whose register it is of, `day` the day it was made."""

    kind: str
    office: str
    day: date
    period: Period | None
    rows: tuple[FilledRow, ...]
    language: Language


class _Sent(NamedTuple):
    """A row as it was sent: the key of who answers, and the fingerprints by column."""

    party: str
    marks: Mapping[str, str]


_Rows = Mapping[tuple[str, str, str], _Sent]
_Headed = tuple[Grid, int, Mapping[str, int]]  # a sheet, the row of its headings from 0, and where its columns stand


def read_form(path: Path) -> FilledForm:
    """Read the form at `path`: xlsx, ods or xls.

    Raises:
        InvalidError: it is no form of ours, one of a newer version, or the columns are not there any more.
        NotFoundError, UsageError, EnvironmentFailureError: as for any file.
    """
    grids = read_grids(path)
    hidden = next((one for one in grids if one.rows and _texts(one.rows[0])[:1] == [MARK]), None)
    if hidden is None:
        raise InvalidError(Message("form.none", file=path.name))
    lines = [_texts(row) for row in hidden.rows]
    empty = _about(lines, path.name)
    sent = dict(_sent(texts) for texts in lines if texts[0] == "row")
    rows: list[FilledRow] = []
    for sheet in SHEETS[empty.kind]:
        if any(name == sheet.name for name, _, _ in sent):
            found = [(one, *headed) for one in grids if one is not hidden and (headed := _headings(sheet, one, lines))]
            if not found:
                words = Message(f"form.sheet.{sheet.name}")
                raise InvalidError(Message("form.no-sheet", file=path.name, sheet=words))
            rows += (row for headed in found for row in _sheet_rows(sheet, headed, sent, empty.language))
    return replace(empty, rows=tuple(rows))


def _about(lines: Sequence[Sequence[str]], file: str) -> FilledForm:
    """What the hidden sheet says of the form, without its rows.

    Raises:
        InvalidError: it is of a newer version, or does not say it.
    """
    about = {texts[0]: texts[1] for texts in lines if texts[0] not in {"row", "columns"} and len(texts) > 1}
    version = about.get(MARK, "")
    if version.isdecimal() and (len(version) > _DIGITS or int(version) > VERSION):
        raise InvalidError(Message("form.version", file=file, version=version, known=VERSION))
    kind, period = about.get("kind", ""), parse_period(about.get("period", ""))
    try:
        day = read_date(about.get("day", ""))
    except BadValueError as error:
        raise InvalidError(Message("form.damaged", file=file)) from error
    if kind not in SHEETS or (period is None and kind == "report"):
        raise InvalidError(Message("form.damaged", file=file))
    language: Language = "id" if about.get("language") == "id" else "en"
    return FilledForm(kind, about.get("office", ""), day, period, (), language)


def _texts(row: Sequence[Cell]) -> list[str]:
    """The cells of a row of the hidden sheet as text."""
    return [text_of(cell) for cell in row] or [""]


def _sent(texts: Sequence[str]) -> tuple[tuple[str, str, str], _Sent]:
    _, sheet, first, second, party, *marks = (*texts, "", "", "", "")
    pairs = (one.partition("=") for one in marks if one)
    return (sheet, first, folded(second)), _Sent(party, {key: mark for key, _, mark in pairs})


def _sheet_rows(sheet: FormSheet, headed: _Headed, sent: _Rows, language: Language) -> Iterator[FilledRow]:
    """The rows below the headings, those without anything in them left out."""
    grid, top, columns = headed
    for number, cells in enumerate(grid.rows[top + 1 :], start=top + 2):
        if any(text_of(cell) for cell in cells):
            named = {key: (at, cells[at]) for key, at in columns.items()}
            yield _row(sheet, grid.name, number, named, sent, language)


def _headings(sheet: FormSheet, grid: Grid, lines: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The row of the headings, from 0, and where each column stands; None where they are not all there.

    They are known by what the form called them when it was made, as `lines` of its hidden sheet say, and by what
    they are called now.
    """
    made = (one.partition("=") for line in lines if list(line[:2]) == ["columns", sheet.name] for one in line[2:])
    known = {**columns_by_heading(sheet), **{folded(words): key for key, _, words in made if words}}
    needed = {*sheet.address, *(field.key for field in sheet.open_fields)}
    for top, row in enumerate(grid.rows):
        columns: dict[str, int] = {}
        for at, cell in enumerate(row):
            if isinstance(cell, str) and folded(cell) in known:
                columns.setdefault(known[folded(cell)], at)
        if needed <= columns.keys():
            return top, columns
    return None


def _row(
    sheet: FormSheet,
    name: str,
    number: int,
    cells: Mapping[str, tuple[int, Cell]],
    sent: _Rows,
    language: Language,
) -> FilledRow:
    places = {key: Place(name, f"{letters_of(at)}{number}", key) for key, (at, _) in cells.items()}
    address = tuple(text_of(cells[key][1]) for key in sheet.address)
    known = sent.get((sheet.name, address[0].lower(), folded(address[1]) if len(address) > 1 else ""))
    marks = known.marks if known else {}
    said: dict[str, str] = {}
    unread: list[tuple[Place, Message]] = []
    emptied: list[str] = []
    unit = text_of(cells["unit"][1]) if "unit" in cells else ""
    for field in sheet.open_fields:
        cell, mark = cells[field.key][1], marks.get(field.key, "")
        if mark == NOT_OPEN:
            continue
        if not text_of(cell):
            emptied += [field.key] if mark else []
            continue
        try:
            value = _changed(field, cell, mark, language, unit)
        except BadValueError as error:
            unread.append((places[field.key], error.message))
        else:
            said |= {field.key: value} if value is not None else {}
    return FilledRow(
        places[sheet.address[0]], address, known.party if known else "", said, places,
        marks if known else None, tuple(unread), tuple(emptied),
    )  # fmt: skip


def _changed(field: Field, cell: Cell, mark: str, language: Language, unit: str) -> str | None:
    """What the cell holds now; None where that is what it held when it was sent."""
    if fingerprint(text_of(cell)) == mark:
        return None
    value = read_value(field, cell, language, unit)
    return None if fingerprint(value) == mark else value
