"""The parts of a zip file that somebody else packed: judged by its directory before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from pks.errors import InvalidError
from pks.message import Message

MOST_PARTS: Final = 500
LARGEST_SUM: Final = 50 * 1024 * 1024
HIGHEST_RATIO: Final = 100
# What is small may be packed tighter: an empty sheet of a few thousand alike rows is no bomb.
_HARMLESS: Final = 1024 * 1024
_ENCRYPTED: Final = 0x1
# As office programs pack; what unpacks other kinds fails in ways of its own.
_PACKED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_XML: Final = re.compile(r".*\.(?:xml|rels|vml)", re.IGNORECASE)
_FORMS: Final = ("utf-8", "utf-16-le", "utf-16-be")
_DECLARATIONS: Final = tuple(text.encode(form) for text in ("<!DOCTYPE", "<!ENTITY") for form in _FORMS)


class Archive:
    """An open zip file whose directory is within the limits.

    Raises:
        InvalidError: it is cut off, encrypted, unpacks to too much, or an XML part of it declares a DTD.
    """

    def __init__(self, content: bytes, file: str) -> None:
        """Open the zip file that `content` is; `file` names it in messages."""
        self.file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise InvalidError(Message("foreign.damaged", file=file)) from error
        self._check_directory()
        self.names: Final = tuple(info.filename for info in self._zip.infolist())
        for name in self.names:
            if _XML.fullmatch(name):
                self._check_declarations(name)

    def part(self, name: str) -> bytes:
        """The bytes of the part `name`; nothing where there is no such part."""
        if name not in self.names:
            return b""
        info = self._zip.getinfo(name)
        try:
            with self._zip.open(info) as stream:  # gives no more than the directory says
                return stream.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise InvalidError(Message("foreign.damaged", file=self.file)) from error

    def _check_declarations(self, name: str) -> None:
        content = self.part(name)
        if any(one in content for one in _DECLARATIONS):
            raise InvalidError(Message("foreign.dtd", file=self.file, part=name))

    def _check_directory(self) -> None:
        parts = self._zip.infolist()
        if any(info.flag_bits & _ENCRYPTED for info in parts):
            raise InvalidError(Message("foreign.encrypted", file=self.file))
        if any(info.compress_type not in _PACKED for info in parts):
            raise InvalidError(Message("foreign.damaged", file=self.file))
        if len(parts) > MOST_PARTS:
            raise InvalidError(Message("foreign.many-parts", file=self.file, count=len(parts), most=MOST_PARTS))
        total = sum(info.file_size for info in parts)
        if total > LARGEST_SUM:
            raise InvalidError(
                Message("foreign.expands", file=self.file, size=total // 2**20, most=LARGEST_SUM // 2**20)
            )
        for info in parts:
            if info.file_size > max(_HARMLESS, HIGHEST_RATIO * info.compress_size):
                raise InvalidError(Message("foreign.bomb", file=self.file, part=info.filename))
        if len({info.filename for info in parts}) < len(parts):
            raise InvalidError(Message("foreign.damaged", file=self.file))
