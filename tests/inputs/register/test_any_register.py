"""Whatever stands in a register: no row is lost, no day is made up, and what is written reads back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.errors import RefusedError
from pks.inputs.grid import Cell, grid
from pks.inputs.register.content import content_of_row
from pks.inputs.register.parties import Ours
from pks.inputs.register.proposal import OUTCOMES, Settings, propose_register
from pks.store.reading import understand
from pks.store.text.fresh import write

HEAD: tuple[Cell, ...] = (
    "Mitra", "Mitra 2", "Judul", "Nomor Mitra", "Nomor RS", "Mulai", "Berakhir", "Masa Berlaku", "Status", "Catatan",
    "Tahun",
)  # fmt: skip
DAYS = (
    "1 Januari 2024",
    "31/12/2024",
    "12/31/2024",
    "5/6/2024",
    "44562",
    "9/92021",
    "Selamanya",
    "1/1/2023 s/d 2/2/2024",
)
POOL: tuple[Cell, ...] = (
    None, "", "-", "0", "3", "PT A", "PT A\nPT B", "RSUD Kita", "Addendum", "Addendum II Sewa", "Sewa", "=1+1",
    "a: b # c",
    "12/X/2024", "12/   /2024", "9 Tahun 2024\n10/A/2024", *DAYS, "5 (lima) tahun", "5", 5, 2024, 44562, 1.5, True,
    date(2024, 3, 4), "Berjalan", "Tidak Berlaku", "Proses Mitra", "Entahlah", "08123456789", "https://contoh.invalid/a",
    "\x07", "🤝", "x" * 400,
)  # fmt: skip
ROWS = st.lists(st.tuples(*[st.sampled_from(POOL)] * len(HEAD)), max_size=8)
START = date(2015, 1, 1)


@settings(max_examples=300, deadline=None)
@given(ROWS)
def test_no_row_is_lost_and_what_comes_of_it_reads_back(rows: list[tuple[Cell, ...]]) -> None:
    sheet = grid("Register", [HEAD, *rows])
    found = None
    with suppress(RefusedError):  # the order of its days is not clear
        found = propose_register(sheet, Settings(Ours("RSUD Kita")))
    if found is None:
        return
    assert found.total == len(sheet.rows) - 1 == found.blank + found.heads + len(found.judged)
    assert sum(found.count(one) for one in OUTCOMES) == len(found.judged)
    for one in found.judged:
        if one.outcome in {"ready", "doubt"}:
            content = content_of_row(one.read, date(2026, 3, 1), "eve")
            text = write(content, FileLayout(agreement_shape()))
            assert understand(text.encode(), "a.yaml").errors == ()


@given(
    st.lists(st.integers(0, 4000), min_size=1, max_size=12),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]),
)
def test_a_column_of_figures_gives_the_days_that_were_written_or_none(numbers: list[int], form: str) -> None:
    days = [START + timedelta(days=number) for number in numbers]
    rows: list[tuple[Cell, ...]] = [
        (f"PT {place}", None, f"Sewa {place}", None, None, day.strftime(form)) for place, day in enumerate(days)
    ]
    found = propose_register(grid("Register", [HEAD, *rows]), Settings(Ours("RSUD Kita")))
    for one, day in zip(found.judged, days, strict=True):
        assert one.read.starts in {day, None}
    if any(day.day > 12 for day in days):
        assert [one.read.starts for one in found.judged] == days
