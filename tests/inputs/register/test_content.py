"""How an agreement stands on the day of the import, by what the register says of it and by its days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pks.inputs.register.content import content_of_row
from pks.inputs.register.parties import PartyRead
from pks.inputs.register.row import RowRead
from pks.inputs.register.words import state_of

TODAY = date(2026, 3, 1)
PAST, FUTURE, LONG_PAST = date(2025, 12, 31), date(2027, 12, 31), date(2020, 12, 31)
STARTS = date(2018, 1, 1)
RUNS = {"date": "2018-01-01", "stage": "reporting", "imported": "true"}
DRAFT = {"date": "2026-03-01", "stage": "draft"}


def row(status: str | None, ends: date | None, *, starts: date | None = STARTS, numbers: bool = True) -> RowRead:
    parties = [PartyRead("PT A", numbers=["1/A"] if numbers else []), PartyRead("RSUD B", ours=True, numbers=["2/B"])]
    state = state_of(status) if status else None
    read = RowRead(2, title="Sewa", parties=parties, starts=starts, ends=ends, status=status, state=state)
    read.cells["status"] = "Status", status or ""
    return read


def closed(day: str, reason: str) -> dict[str, str]:
    return {"date": day, "stage": "reporting", "closed": reason}


STANDS: list[tuple[str | None, date | None, list[dict[str, Any]], list[str]]] = [
    ("Berjalan", FUTURE, [RUNS], []),
    ("Berlaku", PAST, [RUNS], []),
    ("Berlaku", LONG_PAST, [RUNS], []),
    ("Tidak Berlaku", PAST, [RUNS, closed("2025-12-31", "expired")], []),
    ("Tidak Berlaku", None, [RUNS, closed("2026-03-01", "expired")], []),
    ("Tidak Berlaku", FUTURE, [RUNS], ["importing.ends-later"]),
    ("Tidak Diperpanjang", PAST, [RUNS, closed("2025-12-31", "not-renewed")], []),
    ("Tidak Diperpanjang", FUTURE, [RUNS], []),
    ("Perlu Proses Perpanjangan", PAST, [RUNS | {"note": "Perlu Proses Perpanjangan"}], []),
    ("Proses Mitra", FUTURE, [RUNS | {"note": "Proses Mitra"}], []),
    ("Dihentikan", FUTURE, [RUNS | {"note": "Dihentikan"}, closed("2026-03-01", "agreed")], ["importing.ended-early"]),
    ("Draf", FUTURE, [DRAFT | {"note": "Draf"}], ["importing.unsigned"]),
    (None, PAST, [RUNS], []),
    (None, LONG_PAST, [RUNS, closed("2020-12-31", "expired")], []),
    (None, FUTURE, [RUNS], []),
]


@pytest.mark.parametrize(("status", "ends", "history", "doubts"), STANDS)
def test_it_stands_as_the_register_and_its_days_say(
    status: str | None, ends: date | None, history: list[dict[str, Any]], doubts: list[str]
) -> None:
    read = row(status, ends)
    content = content_of_row(read, TODAY, "eve")
    assert content["history"] == history
    assert [one.key for one in read.doubts] == doubts


def test_what_is_on_its_way_without_all_numbers_is_a_draft() -> None:
    read = row("Proses Mitra", FUTURE, numbers=False)
    assert content_of_row(read, TODAY, "eve")["history"] == [DRAFT | {"note": "Proses Mitra"}]
    assert [one.key for one in read.doubts] == ["importing.unsigned"]


def test_what_will_not_be_renewed_runs_to_its_end() -> None:
    assert content_of_row(row("Tidak Diperpanjang", FUTURE), TODAY, "eve")["renewal"] == {"intent": "stop"}


def test_without_a_start_the_history_begins_where_it_can() -> None:
    assert content_of_row(row("Berjalan", FUTURE, starts=None), TODAY, "eve")["history"][0]["date"] == "2026-03-01"
    ended = content_of_row(row("Tidak Berlaku", PAST, starts=None), TODAY, "eve")["history"]
    assert [one["date"] for one in ended] == ["2025-12-31", "2025-12-31"]
    later = content_of_row(row("Berjalan", FUTURE, starts=date(2026, 9, 1)), TODAY, "eve")["history"]
    assert later[0]["date"] == "2026-03-01"


def test_the_last_addendum_decides_the_end_and_the_standing() -> None:
    read = row("Tidak Diperpanjang", LONG_PAST)
    for number, (starts, ends) in enumerate([(date(2020, 6, 1), date(2024, 5, 31)), (date(2024, 1, 1), FUTURE)], 1):
        addendum = row("Berjalan", ends, starts=starts)
        addendum.title, addendum.parties[0].numbers = f"Addendum {number}", [f"{number}/X"]
        addendum.parties[1].numbers = []
        read.addenda.append(addendum)
    read.length = "3 tahun"
    content = content_of_row(read, TODAY, "eve")
    assert content["term"] == {"starts": "2018-01-01", "ends": "2027-12-31"}
    assert content["amendments"] == [
        {"no": "1", "starts": "2020-06-01", "numbers": {"pt-a": "1/X"}, "reason": "Addendum 1",
         "changes": [{"field": "term.ends", "from": "2020-12-31", "to": "2024-05-31"}]},
        {"no": "2", "starts": "2024-01-01", "numbers": {"pt-a": "2/X"}, "reason": "Addendum 2",
         "changes": [{"field": "term.ends", "from": "2024-05-31", "to": "2027-12-31"}]},
    ]  # fmt: skip
    assert content["history"] == [RUNS]


def test_what_an_addendum_could_not_say_is_kept_with_its_row() -> None:
    read = row("Berjalan", FUTURE)
    addendum = row("Berjalan", None, starts=None)
    addendum.row, addendum.unread = 7, {"Mulai": "5 Juni"}
    read.addenda.append(addendum)
    assert content_of_row(read, TODAY, "eve")["unread"] == {"Mulai (adendum, 7)": "5 Juni"}


def test_columns_that_mean_nothing_known_are_kept_as_the_office_s_own() -> None:
    read = row("Berjalan", FUTURE)
    read.kept = {"Kode Arsip / Lemari": "B-12"}
    assert content_of_row(read, TODAY, "eve")["x-kode-arsip-lemari"] == "B-12"
