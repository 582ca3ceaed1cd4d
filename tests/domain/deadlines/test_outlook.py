"""What was told beforehand is shown only as far as it is asked for."""

from __future__ import annotations

from pks.domain.deadlines.outlook import due_on, settled_of
from tests.domain.builders import NO_REPORTS, TERM, day, running


def test_rows_after_the_horizon_are_left_out() -> None:
    settled = settled_of(
        running(term=TERM, tasks=[{"what": "Rapat", "due": "2026-06-01"}]), (), NO_REPORTS, day("2030-01-01")
    )
    assert settled is not None
    shown = [(row.kind, row.days) for row in due_on(day("2026-05-31"), settled, None, day("2026-06-01"))]
    assert shown == [("task", 1)]
