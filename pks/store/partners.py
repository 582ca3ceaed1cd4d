"""`.pks/partners.yaml`: the partners, so that three spellings are one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pks.domain.model.schema import partners_shape
from pks.domain.model.typed import typed
from pks.domain.partners import Partner
from pks.errors import Finding
from pks.store.reading import Reading, read_or_nothing
from pks.store.register import Register
from pks.store.text.nodes import ListNode, data


def read_partners(register: Register) -> Reading[tuple[Partner, ...]]:
    """Read the partners; a missing or empty file has none.

    An entry that cannot be understood is among the errors, and the value holds the others all the same.
    """
    path = register.partners_path
    file = register.relative(path)
    nothing: tuple[Partner, ...] = ()
    reading = read_or_nothing(path, file, partners_shape(), nothing)
    if reading.errors and isinstance(reading.root, ListNode):
        entries = [data(reading.root.items[at]) for at in sound_entries(reading.root, reading.errors)]
        return reading._replace(value=typed(partners_shape(), entries)[0])
    return reading


def sound_entries(root: ListNode, errors: Sequence[Finding]) -> list[int]:
    """Where in the file, from 0, the partners that were read stand: the entries in which there is no error."""
    begins = [(one.line, one.column) for one in root.items]
    wrong = {bisect_right(begins, (one.line or 0, one.column or 0)) - 1 for one in errors}
    return [at for at in range(len(begins)) if at not in wrong]
