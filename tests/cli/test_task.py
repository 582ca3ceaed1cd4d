"""`pks task add` and `pks task done`: tasks once and recurring, and what each time discharges."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import Terminal
from tests.conftest import Run, git

HEAD = """\
title: Rujukan
parties: [{key: dinsos, name: Dinas Sosial}, {key: rsj, name: RSJ}, {key: dinkes, name: Dinkes}]
term: {starts: 2026-01-01, ends: 2026-06-15}
"""
OLD = """\
tasks:
  - {what: Bayar iuran, who: dinsos, due: 2026-02-15, x-map: 3}   # lihat Pasal 7
  - {what: Rapat bulanan, due: 2026-01-31, every: 1 month}
  - what: Tanpa tanggal
"""
TAIL = """\

history:
  - {date: 2026-01-02, stage: reporting, imported: true}
"""


@pytest.fixture
def rujukan(register: Path) -> Path:
    """An agreement in force until mid June with a single, a monthly and an undated task."""
    path = register / "rujukan.yaml"
    path.write_text(HEAD + OLD + TAIL)
    git("add", "-A")
    git("commit", "-qm", "rujukan")
    return path


def owed(pks: Run) -> list[tuple[str, str]]:
    rows = json.loads(pks("due", "--kind", "task", "--within", "1 year", "--json").out)
    return [(row["date"], row["key"]) for row in rows]


def test_a_task_is_added_and_due(pks: Run, rujukan: Path) -> None:
    result = pks("task", "add", "rujukan", "Kirim data, triwulan I", "--who", "RSJ", "--due", "2026-04-10")
    assert result == (0, "rujukan: task 4 recorded, Kirim data, triwulan I, due 10 April 2026\n", "rujukan\n")
    new = "  - what: Kirim data, triwulan I\n    who: rsj\n    due: 2026-04-10\n"
    assert rujukan.read_text() == HEAD + OLD + new + TAIL
    assert ("2026-04-10", "task/4") in owed(pks)
    assert git("log", "-1", "--format=%s") == "rujukan: task 4 added\n"
    assert git("status", "--porcelain") == ""


def test_a_recurring_task_is_due_again_and_again(pks: Run, rujukan: Path) -> None:
    rujukan.write_text(HEAD + TAIL)
    said = ("task", "add", "rujukan", "Lapor", "--due", "2026-03-05", "--every", "6 minggu", "--who", "Bagian Hukum")
    out = "rujukan: tugas 1 dicatat, Lapor, pertama 5 Maret 2026, lalu setiap 6 minggu\n"
    assert pks("--lang", "id", *said).out == out
    new = "\ntasks:\n  - {what: Lapor, who: Bagian Hukum, due: 2026-03-05, every: 6 minggu}\n"
    assert rujukan.read_text() == HEAD + new + TAIL
    assert owed(pks) == [("2026-03-05", "task/1/1"), ("2026-04-16", "task/1/2"), ("2026-05-28", "task/1/3")]


def test_a_task_without_a_day_is_recorded_and_that_it_is_not_due_is_said(pks: Run, rujukan: Path) -> None:
    result = pks("task", "add", "rujukan", "Susun SOP")
    assert result.out == "rujukan: task 4 recorded, Susun SOP\n"
    assert result.err == "rujukan\nwithout --due this task is not in `pks due`\n"
    assert rujukan.read_text() == HEAD + OLD + "  - what: Susun SOP\n" + TAIL


@pytest.mark.usefixtures("rujukan")
def test_the_same_task_again_changes_nothing(pks: Run) -> None:
    said = ("task", "add", "rujukan", "bayar  iuran", "--who", "DINSOS", "--due", "2026-02-15")
    assert pks(*said) == (0, "", "rujukan\nrujukan: nothing changed\n")
    assert pks("task", "done", "rujukan", "1").code == 0
    assert pks(*said).out == ""
    assert pks("task", "add", "rujukan", "Tanpa tanggal").out == ""
    assert pks("task", "done", "rujukan", "3").code == 0
    assert pks("task", "add", "rujukan", "Tanpa tanggal").out == "rujukan: task 4 recorded, Tanpa tanggal\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["add", "rujukan"], "`WHAT` is needed"),
        (["add", "rujukan", " "], "`WHAT` is needed"),
        (["add", "rujukan", "Rapat", "evaluasi"], "quote a text that holds spaces"),
        (["add", "rujukan", "Rapat", "--due", "besok"], "--due: `besok` is not a date"),
        (["add", "rujukan", "Rapat", "--due", "2026-04-01", "--every", "sering"], "--every: `sering` is not a length"),
        (["add", "rujukan", "Rapat", "--every", "1 year"], "--every needs --due"),
        (["done", "rujukan", "0"], "`0` is no number of a task; of rujukan there are:\n  1. Bayar iuran"),
        (["done", "rujukan", "satu"], "`satu` is no number of a task; of rujukan there are:"),
        (["done", "rujukan", "1", "--date", "2026-02-31"], "--date: `2026-02-31` does not exist"),
        (["done"], "`ID` is needed"),
    ],
)
def test_what_cannot_be_read_writes_nothing(pks: Run, rujukan: Path, arguments: list[str], says: str) -> None:
    code, out, err = pks("task", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert rujukan.read_text() == HEAD + OLD + TAIL


def test_a_single_task_is_done_once(pks: Run, rujukan: Path) -> None:
    assert ("2026-02-15", "task/1") in owed(pks)
    done = pks("task", "done", "rujukan", "1", "--date", "2026-02-27")
    assert done == (0, "rujukan: task 1 done, Bayar iuran\n", "rujukan\n")
    new = OLD.replace("due: 2026-02-15, x-map", "due: 2026-02-15, done: [2026-02-27], x-map")
    assert rujukan.read_text() == HEAD + new + TAIL
    assert ("2026-02-15", "task/1") not in owed(pks)
    assert git("log", "-1", "--format=%s") == "rujukan: task 1 done 2026-02-27\n"
    again = (0, "", "rujukan\nrujukan: nothing changed\ntask 1 was done on 27 February 2026 already\n")
    assert pks("task", "done", "rujukan", "1") == again
    assert pks("task", "done", "rujukan", "1", "--date", "2026-02-27") == again
    code, out, err = pks("task", "done", "rujukan", "1", "--date", "2026-03-01")
    assert (code, out) == (5, "")
    assert "`pks set rujukan tasks.1.done.1=DATE`" in err
    assert rujukan.read_text() == HEAD + new + TAIL
    assert pks("set", "rujukan", "tasks.1.done.1=2026-03-01").code == 0


def test_each_time_a_recurring_task_is_done_discharges_the_oldest_day(pks: Run, rujukan: Path) -> None:
    said = ("task", "done", "rujukan", "2")
    first = "rujukan: task 2 done for 31 January 2026, Rapat bulanan; next due 28 February 2026\n"
    assert pks(*said).out == first
    second = "rujukan: tugas 2 selesai untuk 28 Februari 2026, Rapat bulanan; berikutnya 31 Maret 2026\n"
    assert pks("--lang", "id", *said).out == second
    assert "every: 1 month, done: [2026-03-01, 2026-03-01]}\n" in rujukan.read_text()
    assert [row for row in owed(pks) if row[1].startswith("task/2/")] == [
        ("2026-03-31", "task/2/3"), ("2026-04-30", "task/2/4"), ("2026-05-31", "task/2/5"),
    ]  # fmt: skip


def test_a_day_that_is_recorded_does_not_discharge_what_is_still_to_come(pks: Run, rujukan: Path) -> None:
    for _ in range(2):
        pks("task", "done", "rujukan", "2")
    before = rujukan.read_text()
    already = "task 2 was done on 1 March 2026 already; next due 31 March 2026"
    assert pks("task", "done", "rujukan", "2") == (0, "", f"rujukan\nrujukan: nothing changed\n{already}\n")
    assert rujukan.read_text() == before
    early = pks("task", "done", "rujukan", "2", "--date", "2026-03-02")
    assert early.out == "rujukan: task 2 done for 31 March 2026, Rapat bulanan; next due 30 April 2026\n"
    assert early.err == "rujukan\n2 March 2026 is still to come; it is recorded as given\n"


@pytest.mark.usefixtures("rujukan")
def test_the_last_time_while_in_force_is_said_to_be_that(pks: Run) -> None:
    for day in ("2026-01-30", "2026-02-27", "2026-03-31", "2026-04-30"):
        assert "; next due " in pks("task", "done", "rujukan", "2", "--date", day).out
    last = "rujukan: task 2 done for 31 May 2026, Rapat bulanan; that was the last one while in force\n"
    assert pks("task", "done", "rujukan", "2", "--date", "2026-05-29").out == last
    assert [row for row in owed(pks) if row[1].startswith("task/2/")] == []


def test_without_a_number_the_open_tasks_are_named(pks: Run, rujukan: Path) -> None:
    code, out, err = pks("task", "done", "rujukan")
    assert (code, out) == (2, "")
    assert err == (
        "rujukan\npks: say which task by its number; of rujukan these are open:\n"
        "  1. Bayar iuran, 15 February 2026\n  2. Rapat bulanan, 31 January 2026\n  3. Tanpa tanggal\n"
    )
    rujukan.write_text(HEAD + "tasks: [{what: A, due: 2026-01-01, done: [2026-01-01]}]\n" + TAIL)
    assert pks("task", "done", "rujukan").err == "rujukan\npks: no task of rujukan is open\n"


def test_a_number_that_is_not_there_names_those_that_are(pks: Run, rujukan: Path) -> None:
    pks("task", "done", "rujukan", "1")
    code, out, err = pks("--lang", "id", "task", "done", "rujukan", "4")
    assert (code, out) == (2, "")
    assert err == (
        "rujukan\npks: tidak ada tugas 4 pada rujukan; yang ada:\n"
        "  1. Bayar iuran, selesai 1 Maret 2026\n  2. Rapat bulanan, 31 Januari 2026\n  3. Tanpa tanggal\n"
    )
    rujukan.write_text(HEAD + TAIL)
    code, _, err = pks("task", "done", "rujukan", "1")
    assert (code, err) == (2, "rujukan\npks: rujukan has no tasks; add one with `pks task add rujukan WHAT`\n")


def test_dry_runs_show_the_change_and_write_nothing(pks: Run, rujukan: Path) -> None:
    added = pks("task", "add", "rujukan", "Lapor", "--due", "2026-04-01", "--dry-run")
    assert (added.code, "\n+  - what: Lapor\n+    due: 2026-04-01\n" in added.out) == (0, True)
    done = pks("task", "done", "rujukan", "3", "--dry-run")
    assert (done.code, "\n+    done: [2026-03-01]\n" in done.out) == (0, True)
    assert done.err == "rujukan\nonly tried; nothing was written\n"
    assert rujukan.read_text() == HEAD + OLD + TAIL


def test_a_task_that_is_not_described_is_called_by_its_number(pks: Run, rujukan: Path) -> None:
    rujukan.write_text(HEAD + "tasks: [{due: 2026-01-01}]\n" + TAIL)
    assert pks("task", "done", "rujukan", "1").out == "rujukan: task 1 done, task 1\n"


def test_a_terminal_lists_the_open_tasks_and_asks_which(rujukan: Path) -> None:
    terminal = Terminal("--lang", "id", "task", "done", "rujukan")
    terminal.until("2. Rapat bulanan, 31 Januari 2026\n3. Tanpa tanggal\n")
    terminal.until("Nomor tugas yang selesai: ")
    terminal.types("dua\n")
    terminal.until("`dua` bukan nomor tugas")
    terminal.until("Nomor tugas yang selesai: ")
    terminal.types("3\n")
    assert terminal.ends() == (0, "3\nrujukan: tugas 3 selesai, Tanpa tanggal\n")
    assert "  - what: Tanpa tanggal\n    done: [2026-03-01]\n" in rujukan.read_text()


def test_a_terminal_asks_what_is_to_be_done_and_by_when(rujukan: Path) -> None:
    terminal = Terminal("task", "add", "rujukan")
    terminal.until("What is to be done: ")
    terminal.types("Lapor\n")
    terminal.until("Due on (may be empty): ")
    terminal.types("besok\n")
    terminal.until("is not a date")
    terminal.until("Due on (may be empty): ")
    terminal.types("2026-04-01\n")
    assert terminal.ends() == (0, "2026-04-01\nrujukan: task 4 recorded, Lapor, due 1 April 2026\n")
    before = rujukan.read_text()
    terminal = Terminal("task", "add", "rujukan", "Lagi")
    terminal.until("Due on (may be empty): ")
    terminal.types("\x03")
    assert terminal.ends()[0] == 130
    assert rujukan.read_text() == before


def test_what_is_no_number_of_a_task_is_said_in_indonesian_and_where_there_are_none(pks: Run, rujukan: Path) -> None:
    assert pks("--lang", "id", "task", "done", "rujukan", "1.5") == (
        2, "",
        (
            "rujukan\npks: `1.5` bukan nomor tugas; yang ada pada rujukan:\n"
            "  1. Bayar iuran, 15 Februari 2026\n  2. Rapat bulanan, 31 Januari 2026\n  3. Tanpa tanggal\n"
        ),
    )  # fmt: skip
    rujukan.write_text(HEAD + TAIL)
    assert pks("task", "done", "rujukan", "x").err.startswith("rujukan\npks: rujukan has no tasks; add one with")
