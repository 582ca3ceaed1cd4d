"""The correction matrix of an office, a table in Word or a sheet, becomes proposals, found by its header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from pks.errors import InvalidError
from pks.inputs.cell_text import text_of
from pks.inputs.grid import Cell, Grid
from pks.message import Message
from pks.workflow.correction_add import Proposal

_REASON: Final = r"alasan|dasar|pertimbangan|keterangan|ket|catatan|reasons?|rationale|basis|remarks?|notes?"
# What stands in a header, by what its column holds; the first line that fits decides, so what is said of a
# column (the reason for a proposal, who made it) goes before what it is said of.
_HEADERS: Final = (
    ("no", r"no|nomor|nomor urut|no urut|nr|number|#"),
    ("by", r"(?:.* )?(?:pengusul|diusulkan oleh|dari|oleh|asal|proposer|proposed by|raised by|by)(?: .*)?"),
    ("kind", r"(?:jenis|sifat|kind|type)(?: .*)?"),
    ("reason", rf"(?:.* )?(?:{_REASON})(?: .*)?"),
)  # fmt: skip
_WAS: Final = r"semula|tertulis|sebelum|sebelumnya|asli|awal|existing|original|was|before|current|draf|draft|naskah"
_BECOMES: Final = (
    r"menjadi|usul|usulan|seharusnya|perbaikan|sesudah|setelah|saran|masukan|koreksi|revisi|"
    r"becomes|proposed|proposal|should|corrected|correction|revised|after"
)
_CLAUSE: Final = r"pasal|klausul|klausula|bagian|halaman|hal|bab|ayat|paragraf|letak|clause|article|section|page|part"
_WORDED: Final = re.compile(rf"\b(?:(?P<was>{_WAS})|(?P<becomes>{_BECOMES}))\b")
_PLACED: Final = re.compile(rf"\b(?:{_CLAUSE})\b")
_LONGEST_HEADER: Final = 60
_NUMBERED: Final = re.compile(r"\(?[0-9]+[.)]*", re.ASCII)
_BARE_PLACE: Final = re.compile(r"[0-9]+[A-Za-z]?(?:\W.*)?", re.ASCII | re.DOTALL)
_KINDS: Final = {
    "substance": {"substance", "substansi", "substantif", "isi", "materi", "substantive"},
    "wording": {"wording", "redaksi", "redaksional", "penulisan", "bahasa", "editorial", "typo"},
}
_SAID: Final = ("was", "becomes", "reason")


class Matrix(NamedTuple):
    """What a file came to: its corrections, by table how many, and the rows below a table that are none."""

    proposals: tuple[Proposal, ...]
    counts: tuple[tuple[str, int], ...]
    below: tuple[tuple[str, int, int], ...]


class _Found(NamedTuple):
    """A header: the row it stands in, from 0, by field the columns under it, and the words of each."""

    row: int
    columns: Mapping[str, tuple[int, ...]]
    words: Mapping[int, str]


class _UnclearRowError(Exception):
    """A row that cannot be a correction as it stands, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def read_matrix(grids: Sequence[Grid], file: str) -> Matrix:
    """The corrections of every table in `grids` that has the header of a correction matrix, in their order.

    Raises:
        InvalidError: there is no such table, or a row of one cannot be read; the details name each row.
    """
    found = [(grid, header) for grid in grids if (header := _header(grid)) is not None]
    if not found:
        raise InvalidError(Message("correction.no-matrix", file=file))
    proposals: list[Proposal] = []
    counts, below, unclear = [], [], []
    for grid, header in found:
        end = _end(grid, header)
        before = len(proposals)
        for row, one in _proposals(grid, header, end):
            if isinstance(one, Message):
                unclear.append(Message("correction.row", table=grid.name, row=row, reason=one))
            else:
                proposals.append(one)
        counts.append((grid.name, len(proposals) - before))
        if end < len(grid.rows):
            below.append((grid.name, end + 1, len(grid.rows)))
    if unclear:
        raise InvalidError(Message("correction.rows-unread", file=file, count=len(unclear)), details=tuple(unclear))
    return Matrix(tuple(proposals), tuple(counts), tuple(below))


def _header(grid: Grid) -> _Found | None:
    """The row that says the most of what its columns hold; old or new words must be among it."""
    rows = [_fields(row) for row in grid.rows]
    best = max(range(len(rows)), key=lambda at: len(set(rows[at].values())), default=0)
    if not rows or len(set(rows[best].values())) < 2 or not {"was", "becomes"} & set(rows[best].values()):  # noqa: PLR2004  # one word alone may stand anywhere
        return None
    fields = dict(rows[best])
    above = rows[best - 1] if best else {}
    fields |= {at: field for at, field in above.items() if at not in fields and grid.rows[best][at] is None}
    columns: dict[str, list[int]] = {}
    for at, field in sorted(fields.items()):
        columns.setdefault(field, []).append(at)
    words = {at: _folded(grid.rows[best][at]) or _folded(grid.rows[best - 1][at]) for at in fields}
    return _Found(best, {field: tuple(places) for field, places in columns.items()}, words)


def _fields(row: Iterable[Cell]) -> dict[int, str]:
    named = {at: _field(_folded(cell)) for at, cell in enumerate(row) if isinstance(cell, str)}
    return {at: field for at, field in named.items() if field}


def _field(words: str) -> str | None:
    """What a column with this header holds; None for what no header of a matrix says."""
    if not words or len(words) > _LONGEST_HEADER:
        return None
    for field, pattern in _HEADERS:
        if re.fullmatch(pattern, words):
            return field
    worded = _WORDED.search(words)
    if worded:
        return worded.lastgroup
    return "clause" if _PLACED.search(words) else None


def _folded(cell: Cell) -> str:
    """The words of a header: small letters, without punctuation."""
    return " ".join(re.sub(r"[^\w#]+", " ", text_of(cell)).split()).casefold()


def _end(grid: Grid, header: _Found) -> int:
    """Where the table ends: where its rows are numbered, at the first empty row after the last number.

    What stands below it, such as who signs, is no correction.
    """
    places = header.columns.get("no", ())
    numbered = [
        at
        for at in range(header.row + 1, len(grid.rows))
        if any(_NUMBERED.fullmatch(text_of(grid.rows[at][place])) for place in places)
    ]
    if not numbered:
        return len(grid.rows)
    after = (at for at in range(numbered[-1] + 1, len(grid.rows)) if not any(map(text_of, grid.rows[at])))
    return next(after, len(grid.rows))


def _proposals(grid: Grid, header: _Found, end: int) -> Iterator[tuple[int, Proposal | Message]]:
    """Each row that is a correction, with its number from 1; why instead, where it cannot be read."""
    title = ""
    for at in range(header.row + 1, end):
        row = grid.rows[at]
        texts = {field: _joined(field, row, places) for field, places in header.columns.items()}
        if _fields(row) == _fields(grid.rows[header.row]) or _is_numbering(row) or not any(map(text_of, row)):
            continue
        if not any(texts.get(field) for field in _SAID):
            if not _NUMBERED.fullmatch(texts.get("no", "")):
                title = next(text for text in (texts.get("clause"), *map(text_of, row)) if text)
            elif texts.get("clause"):
                yield at + 1, Message("correction.row-empty")
            continue
        try:
            yield at + 1, _proposal(row, header, texts, title)
        except _UnclearRowError as error:
            yield at + 1, error.message


def _is_numbering(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    texts = [text for text in map(text_of, row) if text]
    numbers = [re.sub("[().]", "", text) for text in texts]
    return len(numbers) > 1 and numbers == [str(at) for at in range(1, len(numbers) + 1)]


def _joined(field: str, row: Sequence[Cell], places: Sequence[int]) -> str:
    """What the columns of one field say, each text once."""
    texts = dict.fromkeys(text for text in (text_of(row[place]) for place in places) if text)
    return (", " if field == "clause" else "; ").join(texts)


def _proposal(row: Sequence[Cell], header: _Found, texts: Mapping[str, str], title: str) -> Proposal:
    return Proposal(
        clause=_clause(row, header) or title or None,
        was=texts.get("was") or None,
        becomes=texts.get("becomes") or None,
        reason=texts.get("reason") or None,
        kind=_kind(texts.get("kind", "")),
        by=texts.get("by") or None,
    )


def _clause(row: Sequence[Cell], header: _Found) -> str:
    """Where in the text: a bare number gets the word of its column, `4` under Pasal is Pasal 4."""
    places = []
    for place in header.columns.get("clause", ()):
        if isinstance(row[place], date):
            raise _UnclearRowError(Message("correction.clause-is-day", day=text_of(row[place])))
        text, word = text_of(row[place]), header.words[place]
        bare = _BARE_PLACE.fullmatch(text) and re.fullmatch(_CLAUSE, word)
        places.append(f"{word.capitalize()} {text}" if bare else text)
    return ", ".join(dict.fromkeys(filter(None, places)))


def _kind(text: str) -> str | None:
    words = set(re.findall(r"\w+", text.casefold()))
    found = [kind for kind, names in _KINDS.items() if words & names]
    if words and len(found) != 1:
        raise _UnclearRowError(Message("correction.unknown-kind", text=text))
    return found[0] if found else None
