"""The bytes of one file, and no more of them than a register's file may have."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from pks.message import Message

LARGEST: Final = 256 * 1024
# What is answered when a link or a socket is opened.
_NOT_REGULAR: Final = frozenset({errno.ELOOP, errno.ENXIO})


class UnreadableError(Exception):
    """The bytes cannot be had, or are not a text that YAML could be in."""

    def __init__(self, message: Message, line: int = 1, column: int = 1) -> None:
        """Say why in `message`, and where, counted from 1."""
        super().__init__(message.key)
        self.message, self.line, self.column = message, line, column


def content_of(path: Path | str) -> bytes:
    """The bytes of the regular file at `path`; one more than `LARGEST` where it is larger.

    Raises:
        UnreadableError: when it cannot be read, or is a link, a folder or a device.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise UnreadableError(Message("file.not-regular"))
            size = min(found.st_size, LARGEST)
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                content = stream.read(size + 1)  # room for much more takes longer to get than the bytes
                return content + stream.read(LARGEST - size) if len(content) > size else content
        finally:
            with suppress(OSError):  # what was read is whole
                os.close(descriptor)
    except OSError as error:
        key = "file.not-regular" if error.errno in _NOT_REGULAR else "file.unreadable"
        raise UnreadableError(Message(key, reason=error.strerror or str(error))) from None


def decoded(content: bytes) -> str:
    """The text of `content`.

    Raises:
        UnreadableError: when it is too large, not in UTF-8, or a pointer to a file that is elsewhere.
    """
    if len(content) > LARGEST:
        raise UnreadableError(Message("file.too-large", limit=LARGEST // 1024))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(Message("file.utf16"))
    if content.startswith(b"version https://git-lfs"):
        raise UnreadableError(Message("file.lfs"))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        column = len(lines[-1].removeprefix("\ufeff")) + 1
        raise UnreadableError(Message("file.not-utf8", offset=error.start + 1), len(lines), column) from None
