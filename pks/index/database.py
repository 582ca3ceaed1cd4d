"""The file the index is kept in: the only user of sqlite3. What is odd about it is an error, never an answer.

A commit is not waited for, and its journal is kept in memory: what a crash leaves behind is told by the
checksums, and made anew. No transaction is open while anything else is done.
"""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from pks.index.block import NO_AGREEMENT, Block, Packed, unpacked
from pks.index.checksum import checksum_of
from pks.index.lines import Kept, kept_in, lines_for, lines_of, text_of

_WAIT_SECONDS: Final = 2.0
_TABLES: Final = (
    "CREATE TABLE head (stamp TEXT, office BLOB, answer TEXT, names INTEGER, strays TEXT, checksum INTEGER)",
    "CREATE TABLE folder (path BLOB PRIMARY KEY, keys BLOB, columns BLOB, renews TEXT, lines INTEGER, sum INTEGER)",
    "CREATE TABLE settled (path BLOB PRIMARY KEY, lines TEXT)",
    "CREATE TABLE file (id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB, facts TEXT)",
)
_AT_ONCE: Final = 500
_NOTHING: Final[dict[int, str]] = {}


class DamagedIndexError(Exception):
    """What lies there is no index of this program; it is to be deleted."""


class NoIndexError(Exception):
    """The index cannot be used now: locked, read-only, or the disk says no."""


class Head(NamedTuple):
    """What the whole index is based on.

    `stamp` names program, format and register; `office` is the office's file as it stood, `answer` what it
    says; `names` is a checksum of all file names, `strays` are those of them that are no agreements.
    """

    stamp: str
    office: bytes
    answer: str
    names: int
    strays: str


class Fresh(NamedTuple):
    """What was read of one file: the digest of its bytes, and its facts as text."""

    digest: bytes
    facts: str

    @property
    def checksum(self) -> int:
        """What the folder's block knows it by."""
        return crc32(self.facts.encode(), crc32(self.digest))


class Database:
    """An index on disk. Each call is a transaction of its own."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened yet."""
        self._path = path
        self._open: sqlite3.Connection | None = None

    def head(self) -> Head | None:
        """Only the head; None where there is no index yet.

        Raises:
            DamagedIndexError, NoIndexError: as `load`.
        """
        if not os.path.lexists(self._path):
            return None
        with _told(), self._transaction("BEGIN") as connection:
            return _head(connection)

    def load(self) -> tuple[Head, dict[str, Packed]] | None:
        """The head, and all folders by path; None where there is no index yet.

        Raises:
            DamagedIndexError: when what lies there cannot be trusted.
            NoIndexError: when it cannot be looked at now.
        """
        if not os.path.lexists(self._path):
            return None
        with _told(), self._transaction("BEGIN") as connection:
            head = _head(connection)
            folders = connection.execute("SELECT * FROM folder").fetchall()
        return head, {one.path: one for one in (_packed(row, head.answer) for row in folders)}

    def files(self, rows: Sequence[int]) -> Iterator[tuple[int, Fresh]]:
        """Of each of `rows` that is there, what was kept.

        Raises:
            DamagedIndexError: when it cannot be trusted.
            NoIndexError: when it cannot be looked at now.
        """
        for row, digest, facts in self._selected("id, digest, facts", rows):
            if type(digest) is not bytes or type(facts) is not str:
                raise DamagedIndexError
            yield row, Fresh(digest, facts)

    def settled(self, block: Block) -> list[str] | None:
        """The deadlines that were kept of the files of `block`, in their order, one line each.

        None where they are no longer those that it knows of.

        Raises:
            DamagedIndexError, NoIndexError: as `files`.
        """
        with _told(), self._transaction("BEGIN") as connection:
            return lines_of(connection, block)

    def begin(self, head: Head, *, keeping: bool) -> None:
        """Make the index one of `head`, empty unless what it holds is still to be kept.

        Raises:
            DamagedIndexError, NoIndexError: as `load`.
        """
        with _told(), self._transaction("BEGIN IMMEDIATE") as connection:
            if not keeping and not _is_based_on(connection, head):
                for name in ("head", "folder", "settled", "file"):
                    connection.execute(f"DROP TABLE IF EXISTS {name}")
                for table in _TABLES:
                    connection.execute(table)
            connection.execute("DELETE FROM head")
            connection.execute("INSERT INTO head VALUES (?,?,?,?,?,?)", (*head, checksum_of(*head)))

    def keep(self, head: Head, block: Block, fresh: Mapping[int, Fresh], settled: Mapping[int, str] = _NOTHING) -> None:
        """Keep a folder, with what was newly read or settled of the files at some places; says where they lie.

        What another process has replaced meanwhile is doubtful: no folder may name for good what is not there.

        Raises:
            DamagedIndexError, NoIndexError: as `load`.
        """
        with _told(), self._transaction("BEGIN IMMEDIATE") as connection:
            path = os.fsencode(block.path)
            text = text_of(connection, path)
            there = _there(connection, path, head.answer, text)
            for place, row in enumerate(block.rows):
                if row > NO_AGREEMENT and row not in there:
                    block.doubt(place)
            for place, one in fresh.items():
                cursor = connection.execute("INSERT INTO file (digest, facts) VALUES (?,?)", one)
                block.rows[place], block.checksums[place] = cursor.lastrowid or 0, one.checksum
            gone = there.keys() - set(block.rows)
            connection.executemany("DELETE FROM file WHERE id = ?", [(row,) for row in gone])
            lines = lines_for(block, there, settled)
            block.lines = checksum_of(lines)
            kept = (path, *block.packed()[1:])
            if lines != text:
                connection.execute("INSERT OR REPLACE INTO settled VALUES (?,?)", (path, lines))
            sum_ = checksum_of(*kept, head.answer)
            connection.execute("INSERT OR REPLACE INTO folder VALUES (?,?,?,?,?,?)", (*kept, sum_))

    def drop(self, folders: Iterable[str], head: Head) -> None:
        """Forget folders that are gone, with their files.

        Raises:
            DamagedIndexError, NoIndexError: as `load`.
        """
        for path in folders:
            self.keep(head, Block(path, [], array("q")), {})
            with _told(), self._transaction("BEGIN IMMEDIATE") as connection:
                for table in ("folder", "settled"):
                    connection.execute(f"DELETE FROM {table} WHERE path = ?", (os.fsencode(path),))  # noqa: S608  # a name of ours

    def delete(self) -> None:
        """Delete it; whoever has it open goes on with what they have."""
        self.close()
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(f"{self._path}{ending}")  # noqa: PTH108  # a path object costs more than the call

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            with suppress(sqlite3.Error):
                self._open.close()
            self._open = None

    def _selected(self, columns: str, rows: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            with _told(), self._transaction("BEGIN") as connection:
                found = connection.execute(f"SELECT {columns} FROM file WHERE id IN ({marks})", some).fetchall()  # noqa: S608  # names of columns and question marks
            yield from found

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        connection = self._connected()
        connection.execute(begin)
        try:
            yield connection
        except BaseException:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def _connected(self) -> sqlite3.Connection:
        if self._open is None:
            for ending in ("-journal", "-wal"):  # we leave none: played back, it could be anybody's
                if os.path.lexists(f"{self._path}{ending}"):
                    raise DamagedIndexError
            if self._path.is_symlink():
                raise DamagedIndexError
            self._open = sqlite3.connect(self._path, timeout=_WAIT_SECONDS, isolation_level=None)
            for pragma in ("trusted_schema=OFF", "synchronous=OFF", "journal_mode=MEMORY"):
                with closing(self._open.execute(f"PRAGMA {pragma}")):
                    pass
        return self._open


_UNUSABLE: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH,
    }
)  # fmt: skip


@contextmanager
def _told() -> Iterator[None]:
    """Tell what sqlite says apart: not now, or not an index."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNUSABLE:
            raise NoIndexError from error
        raise DamagedIndexError from error
    except (ValueError, TypeError, OverflowError, MemoryError) as error:  # columns that hold something else
        raise DamagedIndexError from error
    except OSError as error:
        raise NoIndexError from error


def _head(connection: sqlite3.Connection) -> Head:
    tables = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema")}
    if tables != {*_TABLES, None, "CREATE TABLE sqlite_sequence(name,seq)"}:  # None: the keys of text
        raise DamagedIndexError
    heads = connection.execute("SELECT * FROM head").fetchall()
    if len(heads) != 1 or checksum_of(*heads[0][:5]) != heads[0][5]:
        raise DamagedIndexError
    return Head(*heads[0][:5])


def _is_based_on(connection: sqlite3.Connection, head: Head) -> bool:
    """Whether another process has begun the same index meanwhile."""
    try:
        there = _head(connection)
    except (sqlite3.Error, DamagedIndexError):
        return False
    return (there.stamp, there.answer) == (head.stamp, head.answer)


def _packed(row: tuple[Any, ...], answer: str) -> Packed:
    *values, checksum = row
    if checksum_of(*values, answer) != checksum:
        raise DamagedIndexError
    return Packed(os.fsdecode(values[0]), *values[1:])


def _there(connection: sqlite3.Connection, path: bytes, answer: str, text: str | None) -> dict[int, Kept]:
    """What lies there of every file that the folder `path` names, by its row; `text` are the lines that are kept."""
    found = connection.execute("SELECT * FROM folder WHERE path = ?", (path,)).fetchall()
    return kept_in(text, unpacked(_packed(found[0], answer))) if found else {}
