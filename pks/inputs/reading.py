"""A file that another program wrote becomes grids: what it is, its content says first and its name second."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from pks.errors import EnvironmentFailureError, InvalidError, NotFoundError, UsageError
from pks.inputs.archive import Archive
from pks.inputs.documents import MAIN_PART, read_docx
from pks.inputs.grid import Grid
from pks.inputs.separated import read_separated
from pks.inputs.workbooks import read_ods, read_xls, read_xlsx
from pks.message import Message

LARGEST: Final = 20 * 1024 * 1024
_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD: Final = 4096
_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".docx"})
_OLE_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OLE_WORD: Final = "WordDocument".encode("utf-16-le")
_OLE_SHEETS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_FOREIGN: Final = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"))
_MARKED_UP: Final = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")


class ForeignFile(NamedTuple):
    """What a file came to: its grids, its kind, and for text the encoding and separator it was read with."""

    grids: tuple[Grid, ...]
    kind: str
    encoding: str | None = None
    separator: str | None = None


def read_grids(path: Path) -> tuple[Grid, ...]:
    """The sheets or tables of the file at `path`; raises as `read_file`."""
    return read_file(path).grids


def read_file(path: Path, *, separator: str | None = None) -> ForeignFile:
    """Read an xlsx, xlsm, xls, ods, docx, CSV or TSV file of at most 20 MB; formulas give their last values.

    `separator` is between the cells of a text file, where its own rows do not tell.

    Raises:
        NotFoundError: there is no such file.
        UsageError: it is a folder, or no file that can be read from beginning to end.
        EnvironmentFailureError: it may not be read, or what reads it is not installed.
        InvalidError: its content cannot be understood, or is more than a register can be.
    """
    file = path.name
    content = read_bytes(path)
    head = content[:_HEAD]
    if head.startswith(_ZIP):
        return _packed(content, file)
    if head.startswith(_COMPOUND):
        return _compound(content, file)
    for mark, kind in _FOREIGN:
        if head.startswith(mark):
            raise InvalidError(Message("foreign.other-kind", file=file, kind=kind))
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKED_UP):
        raise InvalidError(Message("foreign.web-page", file=file))
    if not content.strip():
        raise InvalidError(Message("foreign.empty", file=file))
    if path.suffix.lower() in _SUFFIXES:
        raise InvalidError(Message("foreign.not-as-named", file=file, kind=path.suffix[1:].lower()))
    table = read_separated(content, file, separator=separator)
    return ForeignFile((table.grid,), "csv", table.encoding, table.separator)


def read_bytes(path: Path, most: int = LARGEST) -> bytes:
    """The bytes of a regular file of at most `most` bytes; raises as `read_file`."""
    name = str(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFoundError(Message("foreign.missing", file=name)) from error
    except IsADirectoryError as error:
        raise UsageError(Message("foreign.folder", file=name)) from error
    except (OSError, ValueError) as error:
        if path.is_dir():
            raise UsageError(Message("foreign.folder", file=name)) from error
        raise _unreadable(name, error) from error
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise UsageError(Message("foreign.folder" if stat.S_ISDIR(mode) else "foreign.not-regular", file=name))
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            content = stream.read(most + 1)
    except OSError as error:
        raise _unreadable(name, error) from error
    finally:
        with suppress(OSError):  # what was read is whole
            os.close(descriptor)
    if len(content) > most:
        raise InvalidError(Message("foreign.large", file=path.name, most=most // 2**20))
    return content


def _unreadable(name: str, error: OSError | ValueError) -> EnvironmentFailureError:
    reason = getattr(error, "strerror", None) or str(error)
    return EnvironmentFailureError(Message("foreign.unreadable", file=name, reason=reason))


def _packed(content: bytes, file: str) -> ForeignFile:
    archive = Archive(content, file)
    names = frozenset(archive.names)
    if MAIN_PART in names:
        return ForeignFile(read_docx(file, archive), "docx")
    if "xl/workbook.bin" in names:
        raise InvalidError(Message("foreign.other-kind", file=file, kind="xlsb"))
    if "EncryptedPackage" in names:
        raise InvalidError(Message("foreign.encrypted", file=file))
    if archive.part("mimetype").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return ForeignFile(read_ods(content, file, archive), "ods")
    if any(name.lower().startswith("xl/") for name in names):
        return ForeignFile(read_xlsx(content, file, archive), "xlsx")
    raise InvalidError(Message("foreign.other-kind", file=file, kind="zip"))


def _compound(content: bytes, file: str) -> ForeignFile:
    """A file of the Office versions before 2007, or an encrypted one of those after."""
    if _OLE_ENCRYPTED in content:
        raise InvalidError(Message("foreign.encrypted", file=file))
    if _OLE_WORD in content:
        raise InvalidError(Message("foreign.old-word", file=file))
    if not any(name in content for name in _OLE_SHEETS):
        raise InvalidError(Message("foreign.damaged", file=file))
    return ForeignFile(read_xls(content, file), "xls")
