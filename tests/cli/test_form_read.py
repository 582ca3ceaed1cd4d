"""`pks form read`: a report form that came back, shown first, recorded whole or not at all, and only once."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.forms import AIR, HISTORY, JIWA, PASAR, REPORTED, fill, last_commits, put, read, refused
from tests.cli.processes import Terminal
from tests.conftest import Run, git

SHOWN = """\
Id\tWhat\tBefore\tAfter
air\tResults\t\t=1+1: "banjir" # ya
jiwa\tActivities\tRapat di Pontianak\tRapat di Pontianak dan Sintang
jiwa\tBeneficiaries\t\t120
jiwa\tSpent (Rp)\t\t12500000
jiwa\tindicator Dirujuk balik\t\t85.5
jiwa\tindicator Dilayani\t\t1250
"""
CELLS = {
    "Report!F6": '=1+1: "banjir" # ya',
    "Report!E7": "Rapat di Pontianak dan Sintang",
    "Report!G7": 120,
    "Report!H7": 12_500_000.0,
    "Indicators!G6": "85.5%",
    "Indicators!G7": "1,250",
}
AIR_AFTER = (
    AIR
    + """\
reports:
  - period: 2026-S1
    results: '=1+1: "banjir" # ya'
"""
    + HISTORY
)
JIWA_AFTER = (
    JIWA
    + """\
reports:
  - period: 2026-S1
    activities: Rapat di Pontianak dan Sintang   # ketik Bu Sri
    beneficiaries: 120
    spent: 12500000
    x-warna: merah
indicators:
  - name: Dirujuk balik
    unit: persen
    readings:
      - {period: 2025-S2, value: 71.5}
      - {period: 2026-S1, value: 85.5}
  - {name: Dilayani, unit: orang, readings: [{period: 2026-S1, value: 1250}]}
"""
    + HISTORY
)


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2026-07-20")


@pytest.fixture
def sent(register: Path, pks: Run) -> Path:
    """The register after `lap.xlsx` was made: `air` in row 6, `jiwa` in row 7, `pasar` of fourteen parties in row 8."""
    put(register, jiwa=JIWA + REPORTED + HISTORY, air=AIR + HISTORY, pasar=PASAR + HISTORY)
    assert pks("form", "--kind", "report", "--all", "lap.xlsx").code == 0
    return register


def test_off_a_terminal_it_only_shows_until_write_says_so(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", CELLS)
    assert pks("form", "read", "lap.xlsx") == (
        0, SHOWN, "not recorded; add --write to record 6 changes in 2 agreements\n",
    )  # fmt: skip
    assert last_commits(1) == ["put"]
    assert pks("form", "read", "lap.xlsx", "--write") == (0, SHOWN, "6 changes recorded in 2 agreements\n")
    assert (read(sent, "air"), read(sent, "jiwa"), read(sent, "pasar")) == (AIR_AFTER, JIWA_AFTER, PASAR + HISTORY)
    assert last_commits(2) == ["form report 2026-S1: 2 agreements", "put"]
    assert git("status", "--porcelain") == "?? lap.xlsx\n"


def test_the_same_file_again_changes_nothing(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", CELLS)
    pks("form", "read", "lap.xlsx", "--write")
    assert pks("form", "read", "lap.xlsx", "--write") == (
        0, "", "nothing to record: nothing new was filled in, or all of it is there already\n",
    )  # fmt: skip
    assert read(sent, "jiwa") == JIWA_AFTER
    assert len(git("log", "--format=%s").splitlines()) == 3


def test_a_dry_run_gives_the_diff(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", {"Report!J8": "lanjut"})
    result = pks("--lang", "id", "form", "read", "lap.xlsx", "--dry-run", "--write")
    assert result.err == "hanya dicoba; tidak ada yang ditulis\n"
    assert result.out == (
        "--- a/agreements/pasar.yaml\n+++ b/agreements/pasar.yaml\n@@ -2,5 +2,8 @@\n"
        + "".join(f" {line}\n" for line in PASAR.splitlines()[1:])
        + "+reports:\n+  - period: 2026-S1\n+    follow_up: lanjut\n"
        + "".join(f" {line}\n" for line in HISTORY.splitlines())
    )
    assert read(sent, "pasar") == PASAR + HISTORY


def test_an_untouched_form_says_nothing_and_an_emptied_cell_takes_nothing_away(sent: Path, pks: Run) -> None:
    assert pks("form", "read", "lap.xlsx").err.startswith("nothing to record")
    fill("lap.xlsx", {"Report!E7": None})
    assert pks("form", "read", "lap.xlsx", "--write") == (
        0, "",
        ("1 cell was emptied; what is recorded stays (to remove it: `pks set`)\n"
        "nothing to record: nothing new was filled in, or all of it is there already\n"),
    )  # fmt: skip
    assert read(sent, "jiwa") == JIWA + REPORTED + HISTORY


def test_a_text_that_changed_on_both_sides_is_nobodys_to_overwrite(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", {"Report!E7": "Dari unit", "Report!G7": 7})
    newer = JIWA + REPORTED.replace("Rapat di Pontianak", "Ditulis kepala bagian") + HISTORY
    put(sent, jiwa=newer)
    assert pks("form", "read", "lap.xlsx", "--write") == (
        5, "",
        refused("Report!E7 (Activities): changed in the register as well since the form was sent: the form says "
        "`Dari unit`, the register `Ditulis kepala bagian`; --replace takes the form's"),
    )  # fmt: skip
    assert read(sent, "jiwa") == newer
    assert pks("form", "read", "lap.xlsx", "--write", "--skip-errors").err.endswith(
        "nothing to record: nothing new was filled in, or all of it is there already\n"
    )  # nothing of that row
    assert pks("form", "read", "lap.xlsx", "--write", "--replace").code == 0
    assert "    activities: Dari unit   # ketik Bu Sri\n    beneficiaries: 7\n" in read(sent, "jiwa")


def test_what_was_removed_meanwhile_and_what_says_the_same_by_now(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", {"Report!E7": "Dari unit"})
    put(sent, jiwa=JIWA + HISTORY)
    assert "removed from the register since the form was sent" in pks("form", "read", "lap.xlsx").err
    put(sent, jiwa=JIWA + REPORTED.replace("Rapat di Pontianak", "Dari  unit") + HISTORY)
    assert pks("form", "read", "lap.xlsx").code == 0


def test_rows_may_be_sorted_deleted_and_moved_but_not_added(sent: Path, pks: Run) -> None:
    book = load_workbook("lap.xlsx")
    page = book["Report"]
    page["J6"], page["A6"], page["A8"] = "dari pasar", "pasar", "air"
    page.delete_rows(7)
    page.insert_cols(1)
    page.insert_rows(1)
    page.title = "Lembar1"
    page["B12"], page["K12"] = "2026-lain", "x"
    page["K13"] = "tanpa id"
    page["B14"], page["K14"] = "pasr", "y"
    book.save("lap.xlsx")
    result = pks("form", "read", "lap.xlsx")
    assert (result.code, result.out) == (5, "Id\tWhat\tBefore\tAfter\npasar\tFollow-up\t\tdari pasar\n")
    assert result.err == refused(
        "Lembar1!B12 (Id): there is no agreement `2026-lain` any more",
        "Lembar1!B13 (Id): this row has no id; rows cannot be added",
        "Lembar1!B14 (Id): there is no agreement `pasr` any more; perhaps now pasar",
    )
    assert read(sent, "pasar") == PASAR + HISTORY


def test_a_row_twice_one_of_another_form_and_agreements_that_changed_their_names(sent: Path, pks: Run) -> None:
    put(sent, baru=AIR + HISTORY)
    git("mv", "agreements/air.yaml", "agreements/air-bersih.yaml")
    git("commit", "-qm", "renamed")
    (sent / "pasar.yaml").write_text("title: [\n")
    fill("lap.xlsx", {
        "Report!E6": "a", "Report!J7": "b", "Report!J8": "c", "Report!A9": "jiwa", "Report!J9": "lain",
        "Report!A10": "JIWA", "Report!J10": "b", "Report!A11": "baru", "Report!J11": "d",
        "Indicators!C6": "Dirujuk balk", "Indicators!G6": "5", "Indicators!C7": "Lain", "Indicators!G7": "6",
    })  # fmt: skip
    assert pks("form", "read", "lap.xlsx").err.partition("\n")[2] == refused(
        "Report!A6 (Id): there is no agreement `air` any more; perhaps now air-bersih",
        "Report!A9 (Id): the same row is there twice and says something else; see Report!A7",
        "Indicators!A6 (Id): this row was not in the form when it was sent",
        "Indicators!A7 (Id): this row was not in the form when it was sent",
        "Report!A8 (Id): agreements/pasar.yaml:1:8 cannot be understood: the bracket [ opened here is not closed "
        "before line 2. Add the closing one.",
        "Report!A11 (Id): this row was not in the form when it was sent",
    )


def test_an_indicator_that_was_renamed_in_the_register(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", {"Indicators!G6": "85%"})
    put(sent, jiwa=JIWA + REPORTED.replace("Dirujuk balik", "Pasien dirujuk balik") + HISTORY)
    assert pks("form", "read", "lap.xlsx").err == refused(
        "Indicators!C6 (Indicator): there is no indicator `Dirujuk balik` any more; perhaps now `Pasien dirujuk balik`"
    )


def test_a_form_of_another_register_is_said_and_one_of_a_newer_version_refused(sent: Path, pks: Run) -> None:
    fill("lap.xlsx", {"Report!J6": "x"})
    (sent / ".pks/office.yaml").write_text("office: Biro Pemerintahan\n")
    other = "this form is of another register: Bagian Tata Pemerintahan, not Biro Pemerintahan"
    before = git("rev-parse", "HEAD")
    for how in ((), ("--write",), ("--dry-run",)):
        refusal = f"pks: {other}; if it is meant, add --force\n"
        assert pks("form", "read", "lap.xlsx", *how) == (5, "", refusal)
    assert "formulir ini dari register lain" in pks("--lang", "id", "form", "read", "lap.xlsx").err
    terminal = Terminal("form", "read", "lap.xlsx", "--write")
    terminal.until("Bagian Tata Pemerintahan, not Biro")
    terminal.until("Read it all the same? [y/N]: ")
    terminal.types("\n")
    assert terminal.ends()[0] == 0
    assert git("rev-parse", "HEAD") == before
    assert pks("form", "read", "lap.xlsx", "--write", "--force").code == 0
    assert git("rev-parse", "HEAD") != before
    fill("lap.xlsx", {"pks!B1": "2"}, to="new.xlsx")
    assert pks("form", "read", "new.xlsx") == (
        4, "", "pks: new.xlsx was made by a newer pks (form version 2, known is 1); update pks\n",
    )  # fmt: skip
    fill("lap.xlsx", {"pks!B2": "letter"}, to="bad.xlsx")
    assert pks("form", "read", "bad.xlsx").code == 4
    fill("lap.xlsx", {"Report!E5": "Lain"}, to="head.xlsx")
    assert pks("form", "read", "head.xlsx") == (
        4, "",
        "pks: head.xlsx has no sheet Report with all of its headings\n",
    )  # fmt: skip


@pytest.mark.usefixtures("sent")
def test_a_file_that_is_no_form(pks: Run, tmp_path: Path) -> None:
    book = load_workbook("lap.xlsx")
    del book["pks"]
    book.save("copy.xlsx")
    assert pks("form", "read", "copy.xlsx") == (
        4, "",
        ("pks: copy.xlsx is no form of `pks form`: its hidden sheet is missing; fill in the file that was sent, "
        "not a copy of its table\n"),
    )  # fmt: skip
    (tmp_path / "teks.xlsx").write_bytes(b"PK\x03\x04")
    assert pks("form", "read", "teks.xlsx").code == 4
    assert pks("form", "read", "none.xlsx").code == 3
    assert pks("form", "read").err == "pks: `FILE` is needed; see `--help`\n"


def test_a_form_made_in_one_language_is_read_in_the_other(sent: Path, pks: Run) -> None:
    pks("--lang", "id", "form", "--kind", "report", "--all", "id.xlsx")
    fill("id.xlsx", {"Indikator!G6": "12,5", "Indikator!G7": "1.250", "Laporan!G6": "1.200"})
    result = pks("--lang", "en", "form", "read", "id.xlsx", "--write")
    assert result.out == (
        "Id\tWhat\tBefore\tAfter\nair\tBeneficiaries\t\t1200\njiwa\tindicator Dirujuk balik\t\t12.5\n"
        "jiwa\tindicator Dilayani\t\t1250\n"
    )
    assert "{period: 2026-S1, value: 12.5}" in read(sent, "jiwa")


def test_two_hundred_agreements_are_one_commit_or_none(register: Path, pks: Run) -> None:
    put(register, **{f"air-{number:03}": AIR + HISTORY for number in range(200)})
    pks("form", "--kind", "report", "--all", "lap.xlsx")
    fill("lap.xlsx", {f"Report!E{row}": f"rapat {row}" for row in range(6, 206)} | {"Report!H205": "?"})
    assert pks("form", "read", "lap.xlsx", "--write").code == 5
    assert git("status", "--porcelain") == "?? lap.xlsx\n"
    fill("lap.xlsx", {"Report!H205": 5})
    assert pks("form", "read", "lap.xlsx", "--write").err == "201 changes recorded in 200 agreements\n"
    assert last_commits(2) == ["form report 2026-S1: 200 agreements", "put"]
    assert len(git("diff", "--name-only", "HEAD~1").splitlines()) == 200
    assert read(register, "air-199") == (
        AIR + "reports:\n  - period: 2026-S1\n    activities: rapat 205\n    spent: 5\n" + HISTORY
    )


def test_a_person_is_asked_and_no_is_the_answer_of_enter(sent: Path) -> None:
    fill("lap.xlsx", {"Report!J6": "x"})
    terminal = Terminal("form", "read", "lap.xlsx")
    assert "Follow-up" in terminal.until("Record 1 change in 1 agreement? [y/N]: ")
    terminal.types("\n")
    assert terminal.ends() == (0, "\nnothing was recorded\n")
    terminal = Terminal("form", "read", "lap.xlsx")
    terminal.until("[y/N]: ")
    terminal.types("\x03")
    assert terminal.ends()[0] == 130
    assert last_commits(1) == ["put"]
    terminal = Terminal("--lang", "id", "form", "read", "lap.xlsx")
    terminal.until("Catat 1 perubahan pada 1 perjanjian? [y/T]: ")
    terminal.types("ya\n")
    assert terminal.ends() == (0, "ya\n1 perubahan dicatat pada 1 perjanjian\n")
    assert read(sent, "air") == AIR + "reports:\n  - period: 2026-S1\n    follow_up: x\n" + HISTORY


def test_a_file_that_changes_while_the_person_thinks_is_looked_at_again(sent: Path) -> None:
    fill("lap.xlsx", {"Report!E7": "Dari unit", "Report!J6": "x"})
    terminal = Terminal("form", "read", "lap.xlsx")
    terminal.until("[y/N]: ")
    newer = JIWA + REPORTED.replace("Rapat di Pontianak", "Ditulis meanwhile") + HISTORY
    (sent / "jiwa.yaml").write_text(newer)
    terminal.types("y\n")
    code, shown = terminal.ends()
    assert code == 5
    assert "jiwa changed meanwhile, so nothing was written:" in " ".join(shown.split())
    assert (read(sent, "jiwa"), read(sent, "air")) == (newer, AIR + HISTORY)
    assert last_commits(1) == ["put"]
