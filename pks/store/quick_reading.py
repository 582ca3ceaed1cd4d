"""Bytes become an agreement in a fraction of the time, where no two readers can differ: for the index alone."""

from __future__ import annotations

from pks.domain.model.agreement import Agreement
from pks.domain.model.schema import agreement_shape
from pks.domain.model.typed import stated, typed
from pks.store.contents import UnreadableError, decoded
from pks.store.text.quick import quick_data


def quickly_understood(content: bytes) -> Agreement | None:
    """As `reading.understand`, in a tenth of the time and only the value; None where that is to be asked."""
    try:
        found = quick_data(decoded(content))
    except UnreadableError:
        return None
    if found is None:
        return None
    value, wrong = typed(agreement_shape(), stated(found))
    return None if wrong else value
