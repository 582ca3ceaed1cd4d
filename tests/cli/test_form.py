"""`pks form`: what goes into the workbook, for whom, and what may be written in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.forms import AIR, ASKED, HISTORY, JIWA, PASAR, REPORTED, cells_of, put
from tests.cli.processes import Terminal
from tests.conftest import Run, git


@pytest.fixture(autouse=True)
def _july(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PKS_TODAY", "2026-07-20")


@pytest.fixture
def three(register: Path) -> Path:
    """`jiwa` with a report, indicators and corrections, `air` of three parties, `pasar` of fourteen."""
    put(register, jiwa=JIWA + REPORTED + ASKED + HISTORY, air=AIR + HISTORY, pasar=PASAR + HISTORY)
    return register


@pytest.mark.usefixtures("three")
def test_a_unit_gets_its_agreements_for_the_latest_period_that_is_owed(pks: Run) -> None:
    assert pks("form", "--kind", "report", "--lead", "kesehatan", "lap.xlsx") == (
        0, "",
        ("period 2026-S1\nlap.xlsx written: 2 agreements\n"
        "when it is filled in and back: `pks form read lap.xlsx`\n"),
    )  # fmt: skip
    assert cells_of("lap.xlsx", "Report") == [
        ["Id", "Agreement", "Parties", "Term", "Activities", "Results", "Beneficiaries", "Spent (Rp)", "Obstacles",
         "Follow-up"],
        ["air", "Air bersih", "Dinas PUPR\nDesa Sukamaju\nPDAM Tirta", "1 March 2026 to 29 February 2028",
         *[None] * 6],
        ["jiwa", "Pelayanan jiwa", "Pemerintah Kabupaten\nRSJ Provinsi", "1 January 2026 to 31 December 2027",
         "Rapat di Pontianak", *[None] * 5],
    ]  # fmt: skip
    assert cells_of("lap.xlsx", "Indicators") == [
        ["Id", "Agreement", "Indicator", "Unit", "Last value", "Last period", "Value in this period"],
        ["jiwa", "Pelayanan jiwa", "Dirujuk balik", "persen", 71.5, "2025-S2", None],
        ["jiwa", "Pelayanan jiwa", "Dilayani", "orang", None, None, None],
    ]
    page = load_workbook("lap.xlsx")["Report"]
    assert [page[f"A{row}"].value for row in (1, 2, 3)] == [
        "Report on cooperation agreements, 2026-S1",
        ("Fill in the yellow columns, also on the sheet Indicators; the others are locked. "
        "Save, and send this file back to Bagian Tata Pemerintahan."),
        "For: kesehatan   ·   From 1 January 2026 to 30 June 2026   ·   Made on 20 July 2026",
    ]  # fmt: skip
    assert git("status", "--porcelain") == "?? lap.xlsx\n"


@pytest.mark.usefixtures("three")
def test_only_the_yellow_cells_are_open_and_they_know_what_they_may_hold(pks: Run) -> None:
    pks("form", "--kind", "report", "--all", "lap.xlsx")
    book = load_workbook("lap.xlsx")
    page = book["Report"]
    assert book.sheetnames == ["Report", "Indicators", "pks"]
    assert book["pks"].sheet_state == "hidden"
    assert page.protection.sheet
    assert [cell.protection.locked for cell in page[6]] == [True] * 4 + [False] * 6
    assert [cell.protection.locked for cell in page[5]] == [True] * 10
    (whole,) = page.data_validations.dataValidation
    assert (whole.type, whole.operator, whole.formula1, str(whole.sqref)) == (
        "whole",
        "greaterThanOrEqual",
        "0",
        "H6:H8",
    )
    assert (page.freeze_panes, page.auto_filter.ref, page.page_setup.orientation) == ("C6", "A5:J8", "landscape")
    assert page["C8"].value == "Kecamatan A\nKecamatan B\nKecamatan C\n11 others"


@pytest.mark.usefixtures("three")
def test_a_partner_gets_what_it_has_not_answered_in_its_language(pks: Run) -> None:
    assert pks("--lang", "id", "form", "--kind", "corrections", "--party", "rsj prov", "kor.xlsx") == (
        0, "",
        ("kor.xlsx ditulis: 2 koreksi dari 1 perjanjian\n"
        "bila sudah diisi dan kembali: `pks form read kor.xlsx`\n"),
    )  # fmt: skip
    assert cells_of("kor.xlsx", "Koreksi") == [
        ["Id", "Perjanjian", "No", "Jenis", "Pasal", "Semula", "Menjadi", "Alasan", "Jawaban", "Tanggal", "Nomor surat",
         "Usul bunyi lain (bila ditolak)", "Catatan"],
        ["jiwa", "Pelayanan jiwa", 1, "isi", "Pasal 4", "PIHAK KEDUA", "PARA PIHAK", *[None] * 6],
        ["jiwa", "Pelayanan jiwa", 2, None, "Pasal 9", None, "Musyawarah", *[None] * 6],
    ]  # fmt: skip
    page = load_workbook("kor.xlsx")["Koreksi"]
    choice, day = page.data_validations.dataValidation
    assert (choice.type, choice.formula1, str(choice.sqref)) == ("list", '"Diterima,Ditolak"', "I6:I7")
    assert (day.type, day.errorStyle, str(day.sqref)) == ("date", "warning", "J6:J7")


@pytest.mark.usefixtures("three")
def test_with_answered_the_answers_are_there_to_be_changed(pks: Run) -> None:
    pks("form", "--kind", "corrections", "--party", "rsj", "--answered", "jiwa", "kor.xlsx")
    (last,) = [row for row in cells_of("kor.xlsx", "Corrections") if row[2] == 3]
    assert [str(one) for one in last[8:]] == ["Rejected", "2026-02-10 00:00:00", "7/RSJ", "Ketapang", "None"]


@pytest.mark.usefixtures("three")
def test_one_row_an_agreement_for_an_evaluation(pks: Run) -> None:
    assert pks("form", "--kind", "evaluation", "--party", "kecamatan n", "ev.xlsx").code == 0
    assert [row[0] for row in cells_of("ev.xlsx", "Evaluation")] == ["Id", "pasar"]
    choice, score, _ = load_workbook("ev.xlsx")["Evaluation"].data_validations.dataValidation
    assert choice.formula1 == '"Continue,Expand,Stop"'
    assert (score.type, score.formula1, score.formula2) == ("decimal", "1", "5")


def test_text_is_never_a_formula_nor_cut_off(register: Path, pks: Run) -> None:
    told = 'reports: [{period: 2026-S1, activities: "=1+1", results: "a\\eb", obstacles: "' + "x" * 40_000 + '"}]\n'
    put(register, jiwa=JIWA.replace("Pelayanan jiwa", "'=SUM(A1)'") + told + HISTORY)
    assert pks("form", "--kind", "report", "jiwa", "lap.xlsx").code == 0
    page = load_workbook("lap.xlsx")["Report"]
    assert [(page[one].value, page[one].data_type) for one in ("B6", "E6")] == [("=SUM(A1)", "s"), ("=1+1", "s")]
    assert (page["F6"].value, page["F6"].protection.locked) == ("a\\x1bb", True)  # it would not come back as it is
    assert page["I6"].protection.locked
    assert len(page["I6"].value) < 20_000
    assert not page["E6"].protection.locked
    assert pks("form", "read", "lap.xlsx").err.startswith("nothing to record")


@pytest.mark.usefixtures("three")
def test_a_file_that_is_there_stays_unless_forced(pks: Run, tmp_path: Path) -> None:
    (tmp_path / "lap.xlsx").write_bytes(b"mine")
    assert pks("form", "--kind", "report", "--all", "lap.xlsx") == (
        6, "", "period 2026-S1\npks: lap.xlsx is already there; choose another name, or add --force to replace it\n",
    )  # fmt: skip
    assert (tmp_path / "lap.xlsx").read_bytes() == b"mine"
    assert pks("form", "--kind", "report", "--all", "--force", "lap.xlsx").code == 0
    assert pks("form", "--kind", "report", "--all", "no/lap.xlsx").code == 7


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--kind", "report", "--lead", "kesehatn", "a.xlsx"), 3,
         "pks: --lead: there is none called `kesehatn`; perhaps Dinas Kesehatan\n"),
        (("--kind", "corrections", "--party", "zzz", "a.xlsx"), 3, "pks: --party: there is none called `zzz`\n"),
        (("--kind", "report", "--lead", "x", "--all", "a.xlsx"), 2,
         "pks: choose one way: ID, --lead, --party or --all\n"),
        (("--kind", "report", "jiwa", "--all", "a.xlsx"), 2,
         "pks: choose one way: ID, --lead, --party or --all\n"),
        (("--kind", "report", "a.xlsx"), 2, "pks: `ID...|--lead|--party|--all` is needed; see `--help`\n"),
        (("--kind", "corrections", "a.xlsx"), 2, "pks: `--party` is needed; see `--help`\n"),
        (("--kind", "corrections", "--lead", "x", "a.xlsx"), 2, "pks: --lead is not for the form corrections\n"),
        (("--kind", "evaluation", "--all", "--period", "2026", "a.xlsx"), 2,
         "pks: --period is not for the form evaluation\n"),
        (("--kind", "report", "--all", "a.ods"), 2, "pks: a form is written as .xlsx, not as a.ods\n"),
        (("--kind", "evaluation", "jiwa", "a.pdf"), 2, "pks: a form is written as .xlsx, not as a.pdf\n"),
        (("--kind", "report", "--all"), 2, "pks: `FILE` is needed; see `--help`\n"),
        (("--all", "a.xlsx"), 2, "pks: `--kind` is needed; see `--help`\n"),
        (("--kind", "reports", "--all", "a.xlsx"), 2,
         "pks: --kind: `reports` is not one of: report, corrections and evaluation\n"),
        (("--kind", "report", "--all", "--period", "2020", "a.xlsx"), 0,
         "none of these agreements owes a report on 2020; nothing was written\n"),
        (("--kind", "corrections", "--party", "rsj", "air", "a.xlsx"), 3,
         "air\npks: --party: there is none called `rsj`\n"),
        (("--kind", "corrections", "--party", "pdam", "a.xlsx"), 0,
         "no correction waits for PDAM Tirta; nothing was written (--answered takes in those it has answered)\n"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_written(
    pks: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    assert pks("form", *arguments) == (code, "", said)
    assert not list(tmp_path.glob("*.xlsx"))


def test_what_one_partner_is_asked_is_not_for_another(register: Path, pks: Run, tmp_path: Path) -> None:
    other = JIWA.replace("key: rsj, name: RSJ Provinsi", "key: rs, name: RSUD Provinsi")
    put(register, jiwa=JIWA + ASKED + HISTORY, rujukan=other + ASKED + HISTORY)
    result = pks("form", "--kind", "corrections", "--party", "provinsi", "kor.xlsx")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "pks: --party: `provinsi` may mean RSJ Provinsi and RSUD Provinsi; what one partner is asked is not for "
        "another to read, so give the whole name\n"
    )
    assert not (tmp_path / "kor.xlsx").exists()
    assert pks("form", "--kind", "corrections", "--party", "rsud provinsi", "kor.xlsx").code == 0
    assert {row[0] for row in cells_of("kor.xlsx", "Corrections")[1:]} == {"rujukan"}
    (register / ".pks/partners.yaml").write_text("- {name: RSJ Provinsi, aliases: [RSUD Provinsi]}\n")
    assert pks("form", "--kind", "corrections", "--party", "provinsi", "--force", "kor.xlsx").code == 0
    assert {row[0] for row in cells_of("kor.xlsx", "Corrections")[1:]} == {"jiwa", "rujukan"}


def test_a_broken_file_is_named_and_the_others_are_in_the_form(three: Path, pks: Run) -> None:
    (three / "rusak.yaml").write_text("title: [\n")
    result = pks("form", "--kind", "report", "--all", "lap.xlsx")
    assert result.code == 0
    assert "agreements/rusak.yaml:" in result.err
    assert len(cells_of("lap.xlsx", "Report")) == 4
    for kind in (("report",), ("evaluation",), ("corrections", "--party", "rsj")):
        assert pks("form", "--kind", *kind, "rusak", "lap2.xlsx").code == 4


@pytest.mark.usefixtures("three")
def test_a_terminal_asks_for_what_is_missing_and_can_be_left(tmp_path: Path) -> None:
    terminal = Terminal("form")
    terminal.until("What is the form for (report, corrections, evaluation): ")
    terminal.types("corrections\n")
    terminal.until("Who answers: a key or a part of a name: ")
    terminal.types("rsj\n")
    terminal.until("The form's file: ")
    terminal.types("kor.doc\n")
    terminal.until("a form is written as .xlsx, not as kor.doc")
    terminal.until("The form's file: ")
    terminal.types("kor.xlsx\n")
    assert terminal.ends()[0] == 0
    assert (tmp_path / "kor.xlsx").exists()
    terminal = Terminal("form", "--kind", "report")
    terminal.until("Which agreement")
    terminal.types("\x04")
    assert terminal.ends()[0] == 130
    assert sorted(one.name for one in tmp_path.glob("*.xlsx")) == ["kor.xlsx"]
