"""The streams within a file of the Office versions before 2007, as far as its sheets need looking at ([MS-CFB])."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from pks.errors import InvalidError
from pks.inputs.extent import Farthest
from pks.message import Message

_LAST_SECTOR: Final = 0xFFFFFFFA
_ENTRY: Final = 128
_SECTOR_SHIFTS: Final = (9, 12)
_STREAMS: Final = ("Workbook", "Book")
_BOF: Final = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_CELLS: Final = frozenset({0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6, 0x00FD, *range(0x0001, 0x0006), 0x0201})
_CELL_RUNS: Final = frozenset({0x00BD, 0x00BE})


def check_xls(content: bytes, file: str) -> None:
    """Refuse an xls file with a sheet that reaches too far.

    Raises:
        InvalidError: it does, or is damaged.
    """
    farthest = Farthest(file, "")
    try:
        for row, column, begins in _places(_workbook(content)):
            if begins:
                farthest = Farthest(file, "")
            else:
                farthest.seen(row + 1, column + 1)
    except (struct.error, IndexError, KeyError, ValueError, StopIteration) as error:
        raise InvalidError(Message("foreign.damaged", file=file)) from error


def _places(stream: bytes) -> Iterator[tuple[int, int, bool]]:
    """The last row and column, from 0, of each record of cells; true where a sheet begins instead."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind in _BOF:
            yield 0, 0, True
        elif kind in _CELLS and length >= 4:  # noqa: PLR2004  # row and column
            yield *struct.unpack_from("<HH", stream, at + 4), False
        elif kind in _CELL_RUNS and length >= 6:  # noqa: PLR2004  # row, first and last column
            yield *struct.unpack_from("<H", stream, at + 4), *struct.unpack_from("<H", stream, at + 2 + length), False
        at += 4 + length


def _workbook(content: bytes) -> bytes:
    """The stream that the sheets stand in."""
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in _SECTOR_SHIFTS:
        raise IndexError
    size = 1 << shift
    table = _table(content, size)
    (first,) = struct.unpack_from("<I", content, 48)
    directory = _chained(content, size, table, first)
    entries: dict[str, tuple[int, int]] = {}
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", directory, at + 64)
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        start, length = struct.unpack_from("<II", directory, at + 116)
        entries.setdefault(name, (start, length))
    start, length = next(entries[name] for name in _STREAMS if name in entries)
    (cutoff,) = struct.unpack_from("<I", content, 56)
    if length >= cutoff:
        return _chained(content, size, table, start)[:length]
    small = _chained(content, size, table, entries["Root Entry"][0])
    (small_table,) = struct.unpack_from("<I", content, 60)
    links = _numbers(_chained(content, size, table, small_table))
    return b"".join(small[one * 64 : one * 64 + 64] for one in _chain(links, start))[:length]


def _table(content: bytes, size: int) -> tuple[int, ...]:
    """Which sector follows each sector."""
    sectors = [one for one in struct.unpack_from("<109I", content, 76) if one < _LAST_SECTOR]
    (further,) = struct.unpack_from("<I", content, 68)
    seen = 0
    while further < _LAST_SECTOR and seen * size < len(content):
        *more, further = _numbers(_sector(content, size, further))
        sectors += [one for one in more if one < _LAST_SECTOR]
        seen += 1
    return _numbers(b"".join(_sector(content, size, one) for one in sectors[: len(content) // size + 1]))


def _chained(content: bytes, size: int, table: tuple[int, ...], first: int) -> bytes:
    return b"".join(_sector(content, size, one) for one in _chain(table, first))


def _chain(table: tuple[int, ...], first: int) -> Iterator[int]:
    """The sectors from `first` on; a chain that runs in a circle is damaged."""
    for _ in range(len(table) + 1):
        if first >= _LAST_SECTOR:
            return
        yield first
        first = table[first]
    raise IndexError


def _sector(content: bytes, size: int, number: int) -> bytes:
    return content[(number + 1) * size : (number + 2) * size]


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])
