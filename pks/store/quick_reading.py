"""Bytes become an agreement in a fraction of the time, where no two readers can differ; else nothing.

Whoever gets nothing asks `pks.store.reading`, which judges.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import agreement_shape
from pks.domain.model.typed import typed
from pks.errors import Finding
from pks.store.contents import UnreadableError, content_of, decoded
from pks.store.text.quick import Quick, quick


class QuickReading(NamedTuple):
    """An agreement, and where in its file what is said of it stands."""

    value: Agreement
    text: Quick


def quickly_read(content: bytes) -> QuickReading | None:
    """As `reading.understand`, in a tenth of the time; None where that is to be asked."""
    try:
        found = quick(decoded(content))
    except UnreadableError:
        return None
    if found is None:
        return None
    value, wrong = typed(agreement_shape(), found.data)
    return None if wrong else QuickReading(value, found)


def quickly_understood(content: bytes) -> Agreement | None:
    """As `quickly_read`, and only the value."""
    found = quickly_read(content)
    return None if found is None else found.value


def agreement_in(content: bytes) -> Agreement | None:
    """The agreement that `content` is, by whichever reader can tell; None where it is none."""
    found = agreement_or_wrong(content, "")
    return None if isinstance(found, Finding) else found


def agreement_or_wrong(content: bytes, file: str) -> Agreement | Finding:
    """As `agreement_in`; else the first thing wrong with it, as `file`."""
    found = quickly_understood(content)
    if found is not None:
        return found
    from pks.store.reading import understand  # the judge and its parser: few files need them

    reading = understand(content, file)
    return reading.errors[0] if reading.value is None else reading.value


def agreement_at(path: Path, file: str) -> Agreement | Finding:
    """As `agreement_or_wrong`, of the file at `path` as it stands."""
    try:
        content = content_of(path)
    except UnreadableError as error:
        return Finding(file, 1, 1, error.message.key, "error", error.message)
    return agreement_or_wrong(content, file)
