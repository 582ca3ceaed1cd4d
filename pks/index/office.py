"""The office's file in the index: what it says as text, good for as long as its bytes are the same."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final

from pks.domain.office import Office
from pks.errors import Finding
from pks.index.database import Head
from pks.index.plain import DamagedError, Read, finding_of, json_of, plain_finding, reader_of
from pks.store.contents import UnreadableError, content_of
from pks.store.register import Register

_NEVER_KEPT: Final = b"?"


def office_now(register: Register, head: Head | None) -> tuple[bytes, str, bool]:
    """The office's file as it stands, what it says, and whether that may be kept."""
    content = _bytes(register.office_path)
    if head is not None and content == head.office:
        return content, head.answer, True
    answer, faithful = _answer(register.office_path, register.relative(register.office_path))
    return content, answer, faithful and content != _NEVER_KEPT


def _bytes(path: Path) -> bytes:
    """The file as it stands, marked apart from none; `_NEVER_KEPT` where it cannot be read."""
    try:
        return b"+" + content_of(path)
    except UnreadableError:
        return _NEVER_KEPT if path.is_symlink() or path.exists() else b"-"


def _answer(path: Path, file: str) -> tuple[str, bool]:
    """What the file says, as text; and whether that may be kept."""
    from pks.store.reading import read_office  # the model and a parser, which most runs do not need

    reading = read_office(path, file)
    if reading.value is None:
        return json_of({"wrong": plain_finding(reading.errors[0])}), True
    answer = json_of({"office": reading.value})
    return answer, office_from(answer)[0] == reading.value


def office_from(answer: str) -> tuple[Office | None, tuple[Finding, ...]]:
    """The office that was kept as text, and what was wrong with its file.

    Raises:
        DamagedError: when it is neither.
    """
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError):
        raise DamagedError from None
    if type(value) is not dict:
        raise DamagedError
    if "wrong" in value:
        return None, (finding_of(value["wrong"]),)
    return _reader()(value.get("office")), ()


@cache
def _reader() -> Read:
    return reader_of(Office)
