"""`pks export`: what other commands show, as files."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from icalendar import Calendar

from pks.cli.export import FORMATS
from pks.cli.exported import EXPORTS
from tests.cli.processes import Terminal, environment, needs_permissions, process
from tests.conftest import Result, Run, git

RUJUKAN = """\
title: Rujukan pasien
instrument: PKS
cooperation: KSDPK
sectors: [kesehatan]
lead: Dinas Sosial
under: 2023-payung
cluster: rujukan
parties:
  - {key: dinsos, name: Dinas Sosial, ours: ya, number: 0440/1/2026, signed: 2026-02-10}
  - {key: rsj, name: "RSJ Kalbar; Singkawang", number: [007/RSJ/2026, "0123"], signed: 2026-02-12}
term: {starts: 2026-02-12, length: 2 tahun}
corrections:
  - no: 1
    clause: Pasal 4
    was: =1+1
    becomes: musyawarah
    raised: {date: 2026-01-15, by: Bagian Hukum}
    answers: {dinsos: {accepted: 2026-01-16}}
registration: {number: REG/2026/10, date: 2026-02-16}
documents:
  - {kind: signed-copy, copy: original, holder: Bagian Tata Pemerintahan, location: lemari 3}
  - {kind: signed-copy, copy: scan, holder: Dinas Sosial}
history:
  - {date: 2026-02-16, stage: reporting, imported: true}
"""
MAGANG = """\
title: Magang mahasiswa
parties:
  - {key: dinsos, name: Dinas Sosial, ours: ya, signed: 2025-03-30}
  - {key: kampus, name: Universitas Contoh, signed: 2025-03-30}
term: {starts: 2025-04-01, until: kuliah kerja selesai}
registration: {number: REG/2026/9, date: 2025-04-02}
reporting: off
history:
  - {date: 2025-03-30, stage: reporting, imported: true}
"""
PAYUNG = """\
title: Payung kesehatan
instrument: KB
clusters: [{name: rujukan}, {name: obat}]
parties:
  - {key: dinsos, name: Dinas Sosial, ours: ya}
  - {key: rsj, name: RSJ Kalbar}
history:
  - {date: 2026-02-01, stage: draft}
"""
BROKEN = "title: [\n"


@pytest.fixture
def folder(register: Path) -> Path:
    """A register of three agreements on 1 March 2026; gives the folder beside it."""
    for id_, text in (("2026-rujukan", RUJUKAN), ("2025-magang", MAGANG), ("2023-payung", PAYUNG)):
        (register / f"{id_}.yaml").write_text(text)
    return register.parent


@pytest.fixture
def export(monkeypatch: pytest.MonkeyPatch, pks: Run) -> Callable[..., tuple[bytes, Result]]:
    """Run `pks export` and give the bytes that it wrote to stdout."""

    def run(*arguments: str) -> tuple[bytes, Result]:
        written: list[bytes] = []
        monkeypatch.setattr("pks.cli.export.write_bytes", written.append)
        result = pks("export", *arguments)
        return b"".join(written), result

    return run


Export = Callable[..., tuple[bytes, Result]]
NEEDS: dict[str, Sequence[str]] = {
    "report": ("--period", "2026-S1"),
    "corrections": ("2026-rujukan",),
    "agreement": ("2026-rujukan",),
}


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def begins_as(content: bytes, format_: str) -> bool:
    begin = {"ics": b"BEGIN:VCALENDAR\r\n", "html": b"<!DOCTYPE html>", "xlsx": b"PK", "docx": b"PK"}
    return content.startswith(begin.get(format_, b"")) and content != b""


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("what", EXPORTS)
@pytest.mark.usefixtures("folder")
def test_every_pair_is_written_or_refused_saying_what_does(export: Export, what: str, format_: str) -> None:
    content, result = export(what, *NEEDS.get(what, ()), "--format", format_)
    if format_ in EXPORTS[what].formats:
        assert (result.code, result.out, result.err) == (0, "", "")
        assert begins_as(content, format_)
    else:
        assert (result.code, result.out, content) == (2, "", b"")
        assert result.err.startswith(f"pks: {what} cannot be written as {format_}, but as ")


@pytest.mark.usefixtures("folder")
def test_the_refusal_names_the_formats_and_what_the_wanted_one_is_for(pks: Run) -> None:
    assert pks("export", "brief", "--format", "ics") == (
        2, "", "pks: brief cannot be written as ics, but as docx, html and json; ics is for due\n",
    )  # fmt: skip
    assert pks("--lang", "id", "export", "list", "--out", "x.ics") == (
        2, "",
        "pks: list tidak dapat menjadi ics, tetapi bisa menjadi xlsx, csv, json, docx dan html; ics ada untuk due\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("what", "command"),
    [
        (("list", "rujukan", "--party", "rsj"), ("list", "rujukan", "--party", "rsj")),
        (("list", "--gaps"), ("list", "--gaps")),
        (("list", "--as-of", "2025-06-01"), ("list", "--as-of", "2025-06-01")),
        (("due", "--within", "3 years", "--kind", "decision"), ("due", "--within", "3 years", "--kind", "decision")),
        (("brief",), ("brief",)),
        (("report", "--period", "2026-S1"), ("report", "recap", "--period", "2026-S1")),
        (("corrections", "2026-rujukan"), ("correction", "list", "2026-rujukan")),
        (("tree",), ("tree",)),
        (("tree", "2023-payung"), ("tree", "2023-payung")),
        (("agreement", "2026-rujukan"), ("show", "2026-rujukan")),
    ],
)
@pytest.mark.usefixtures("folder")
def test_json_is_that_of_the_command_it_mirrors(
    pks: Run, export: Export, what: tuple[str, ...], command: tuple[str, ...]
) -> None:
    content, _ = export(*what, "--format", "json")
    assert content.decode() == pks(*command, "--json").out


@pytest.mark.usefixtures("folder")
def test_the_register_book_goes_by_number_and_says_where_the_original_lies(export: Export) -> None:
    content, _ = export("register", "--format", "csv")
    assert csv_rows(content) == [
        ["Register number", "Registered", "Agreement", "Parties", "Numbers of the parties", "Signed", "Starts", "Ends",
         "Where the original lies", "Id"],
        ["REG/2026/9", "2025-04-02", "Magang mahasiswa", "Dinas Sosial; Universitas Contoh", "", "2025-03-30",
         "2025-04-01", "kuliah kerja selesai", "", "2025-magang"],
        ["REG/2026/10", "2026-02-16", "Rujukan pasien", "Dinas Sosial; RSJ Kalbar; Singkawang",
         "Dinas Sosial: 0440/1/2026; RSJ Kalbar; Singkawang: 007/RSJ/2026, 0123", "2026-02-12", "2026-02-12",
         "2028-02-11", "Bagian Tata Pemerintahan, lemari 3", "2026-rujukan"],
    ]  # fmt: skip
    content, _ = export("register", "--party", "kampus", "--format", "json")
    (entry,) = json.loads(content)
    assert entry == {
        "number": "REG/2026/9", "date": "2025-04-02", "id": "2025-magang", "title": "Magang mahasiswa",
        "parties": [
            {"key": "dinsos", "name": "Dinas Sosial", "numbers": []},
            {"key": "kampus", "name": "Universitas Contoh", "numbers": []},
        ],
        "signed": "2025-03-30", "starts": "2025-04-01", "ends": None, "until": "kuliah kerja selesai", "original": [],
    }  # fmt: skip


def test_a_register_number_of_thousands_of_digits_hides_no_other(export: Export, folder: Path) -> None:
    number = "9" * 5_000
    (folder / "agreements" / "aneh.yaml").write_text(
        f'title: Aneh\nparties: [{{name: A}}]\nregistration: {{number: "{number}"}}\n'
        "history: [{date: 2026-02-01, stage: draft}]\n"
    )
    content, _ = export("register", "--format", "json")
    assert [entry["number"] for entry in json.loads(content)] == [number, "REG/2026/9", "REG/2026/10"]


@pytest.mark.usefixtures("folder")
def test_the_list_has_more_columns_than_a_screen(export: Export) -> None:
    content, _ = export("list", "rujukan", "--stage", "reporting", "--format", "csv", "--excel")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [
        ["Agreement", "Parties", "Id", "Instrument", "Cooperation", "Stage", "Waiting for", "Validity", "Starts",
         "Ends", "Numbers of the parties", "Signed", "To be decided by", "Register number", "Unit in charge",
         "Sectors"],
        ["Rujukan pasien", "Dinas Sosial; RSJ Kalbar; Singkawang", "2026-rujukan", "PKS", "KSDPK",
         "implementation and reporting", "", "active", "2026-02-12", "2028-02-11",
         "0440/1/2026; 007/RSJ/2026; 0123", "2026-02-12", "2027-11-11", "REG/2026/10", "Dinas Sosial", "kesehatan"],
    ]  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_the_tree_says_what_hangs_from_what(export: Export) -> None:
    content, _ = export("tree", "--format", "csv")
    assert csv_rows(content)[1:] == [
        ["Payung kesehatan", "", "2023-payung", "", "drafting", "", ""],
        ["Rujukan pasien", "rujukan", "2026-rujukan", "2023-payung", "active", "2026-02-12", "2028-02-11"],
        ["no agreement yet", "obat", "", "2023-payung", "", "", ""],
        ["Magang mahasiswa", "", "2025-magang", "", "active", "2025-04-01", "kuliah kerja selesai"],
    ]


def test_a_workbook_goes_to_the_file_named_and_says_so(pks: Run, folder: Path) -> None:
    assert pks("export", "due", "--within", "3 years", "--out", "tenggat.xlsx") == (0, "", "wrote tenggat.xlsx\n")
    page: Any = openpyxl.load_workbook(folder / "tenggat.xlsx").active
    rows = list(page.values)
    assert rows[0][:3] == ("Group", "Date", "Days")
    assert page["B2"].is_date
    assert git("status", "--porcelain", "tenggat.xlsx") == "?? tenggat.xlsx\n"


def test_a_document_of_the_matrix_is_in_the_language_asked_for(pks: Run, folder: Path) -> None:
    result = pks("--lang", "id", "export", "corrections", "rujukan", "--out", "m.docx", "--paper", "a4")
    assert (result.code, result.err) == (0, "ditulis: m.docx\n")
    document = docx.Document(str(folder / "m.docx"))
    assert document.paragraphs[0].text == "Matriks koreksi: Rujukan pasien"
    cells = [cell.text for cell in document.tables[0].rows[1].cells]
    assert "=1+1" in cells
    assert "musyawarah" in cells


def test_the_brief_and_the_agreement_read_as_pages(pks: Run, folder: Path) -> None:
    assert pks("export", "brief", "--out", "b.docx").code == 0
    assert pks("export", "agreement", "0123", "--out", "a.docx").code == 0
    brief = docx.Document(str(folder / "b.docx"))
    assert (
        next(one.text for one in brief.paragraphs if one.style and one.style.name == "Heading 2")
        == "The register at a glance"
    )
    page = docx.Document(str(folder / "a.docx"))
    words = [[cell.text for cell in row.cells] for table in page.tables for row in table.rows]
    assert ["First Party", "Dinas Sosial"] in words
    assert page.paragraphs[0].text == "Rujukan pasien"


def test_a_file_that_is_there_is_replaced_only_when_told(pks: Run, folder: Path) -> None:
    target = folder / "daftar.csv"
    target.write_text("punya orang\n")
    refused = "pks: daftar.csv is already there; choose another name, or add --force to replace it\n"
    assert pks("export", "list", "--out", "daftar.csv") == (6, "", refused)
    assert target.read_text() == "punya orang\n"
    assert pks("export", "list", "--out", "daftar.csv", "--force") == (0, "", "wrote daftar.csv\n")
    assert target.read_bytes().startswith(b"Agreement,Parties,Id,")
    before = target.stat().st_ino
    assert pks("export", "list", "--out", "daftar.csv", "--force") == (0, "", "wrote daftar.csv\n")
    assert target.stat().st_ino == before
    assert [one.name for one in folder.iterdir() if one.name.endswith("tmp")] == []


def test_what_cannot_be_written_to_is_refused_and_left(pks: Run, folder: Path) -> None:
    (folder / "ini.csv").mkdir()
    assert pks("export", "list", "--out", "ini.csv").code == 6
    assert pks("export", "list", "--out", "ini.csv", "--force").code == 7
    assert pks("export", "list", "--out", "tak-ada/x.csv") == (7, "", "pks: there is no folder tak-ada\n")
    (folder / "lain.csv").symlink_to("punya.csv")
    (folder / "punya.csv").write_text("x")
    assert pks("export", "list", "--out", "lain.csv", "--force").code == 7
    assert (folder / "punya.csv").read_text() == "x"


@needs_permissions
def test_a_folder_that_may_not_be_written_to_is_named(folder: Path) -> None:
    place = folder / "kunci"
    place.mkdir(mode=0o555)
    done = process("export", "list", "--out", "kunci/x.csv", powerless=True)
    assert (done.code, done.out) == (7, "")
    assert "kunci/x.csv" in done.err
    assert list(place.iterdir()) == []


def test_the_folder_of_an_option_before_the_command_counts_for_the_file(
    pks: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert pks("-C", folder.name, "export", "list", "--out", "x.json").code == 0
    assert json.loads((folder / "x.json").read_text())[0]["id"] == "2023-payung"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("list",), "`--format` is needed; see `--help`"),
        ((), "`WHAT` is needed; see `--help`"),
        (("daftar",), "WHAT: `daftar` is not one of: list, due, brief, report, corrections, register, tree and"),
        (("list", "--format", "pdf"), "--format: `pdf` is not one of: xlsx, csv, json, ics, docx and html"),
        (("list", "--out", "x.pdf"), "unknown ending .pdf; say --format xlsx, csv, json, ics, docx and html"),
        (("list", "--kind", "expiry", "--format", "csv"), "export list takes no --kind; it takes "),
        (("due", "--as-of", "2026-01-01", "--format", "csv"),
         "export due takes no --as-of; it takes --within, --overdue, --kind, --party and --lead"),
        (("brief", "--gaps", "--format", "docx"), "export brief takes no --gaps"),
        (("due", "rujukan", "--format", "csv"), "too many arguments: `rujukan`"),
        (("agreement", "a", "b", "--format", "docx"), "too many arguments: `b`"),
        (("list", "--format", "xlsx", "--excel"), "--excel is for csv only"),
        (("list", "--format", "xlsx", "--paper", "a3"), "--paper: `a3` is not one of: f4 and a4"),
        (("list", "--format", "csv", "--year", "26"), "--year: `26` is not a year; write 2026"),
        (("report", "--format", "csv"), "`--period` is needed; see `--help`"),
        (("corrections", "--format", "csv"), "`ID` is needed; see `--help`"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(pks: Run, arguments: tuple[str, ...], error: str) -> None:
    result = pks("export", *arguments)
    assert (result.code, result.out) == (2, "")
    assert error in result.err


@pytest.mark.usefixtures("folder")
def test_an_agreement_that_is_not_there_or_several_are_not_found(pks: Run) -> None:
    assert pks("export", "agreement", "tiada", "--format", "html").code == 3
    assert pks("export", "agreement", "a", "--format", "html").code == 3


def test_a_broken_file_hides_no_other_and_is_named(export: Export, folder: Path) -> None:
    (folder / "agreements" / "rusak.yaml").write_text(BROKEN)
    content, result = export("list", "--format", "csv")
    assert len(csv_rows(content)) == 4
    assert result.code == 0
    assert result.err.startswith("agreements/rusak.yaml:")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("what", "format_", "module", "package"),
    [
        ("due", "xlsx", "openpyxl", "openpyxl"),
        ("due", "xlsx", "babel.dates", "Babel"),
        ("due", "docx", "docx", "python-docx"),
        ("due", "docx", "babel.dates", "Babel"),
        ("brief", "html", "babel.dates", "Babel"),
        ("agreement", "html", "babel.dates", "Babel"),
        ("due", "ics", "icalendar", "icalendar"),
    ],
)
def test_a_missing_library_is_named(
    pks: Run, monkeypatch: pytest.MonkeyPatch, what: str, format_: str, module: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    result = pks("export", what, *NEEDS.get(what, ()), "--out", f"x.{format_}")
    assert (result.code, result.out) == (7, "")
    assert package in result.err
    assert not Path(f"x.{format_}").exists()


@pytest.mark.usefixtures("folder")
def test_csv_and_json_need_no_library(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("openpyxl", "docx", "babel", "babel.dates", "babel.numbers", "icalendar"):
        monkeypatch.setitem(sys.modules, module, None)
    for format_ in ("csv", "json"):
        assert export("list", "--format", format_)[1].code == 0


def test_a_calendar_given_again_changes_its_events(pks: Run, folder: Path) -> None:
    def events(name: str) -> dict[str, tuple[int, object]]:
        found: Any = Calendar.from_ical((folder / name).read_bytes()).walk("VEVENT")
        return {str(one["uid"]): (int(one["sequence"]), one.decoded("dtstart")) for one in found}

    pks("export", "due", "--within", "3 years", "--out", "a.ics")
    path = folder / "agreements" / "2026-rujukan.yaml"
    path.write_text(path.read_text().replace("2 tahun", "3 tahun"))
    pks("--today", "2026-03-02", "export", "due", "--within", "4 years", "--out", "b.ics")
    first, second = events("a.ics"), events("b.ics")
    assert "2026-rujukan/expiry@pks" in first
    assert set(first) <= set(second)
    assert all(second[uid][0] > first[uid][0] for uid in first)
    assert second["2026-rujukan/expiry@pks"][1] != first["2026-rujukan/expiry@pks"][1]


@pytest.mark.usefixtures("folder")
def test_bytes_go_to_a_pipe_as_they_are_and_not_to_a_screen() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pks", "export", "list", "--format", "xlsx"], check=True, capture_output=True,
        env=environment(),
    )  # fmt: skip
    page: Any = openpyxl.load_workbook(io.BytesIO(done.stdout)).active
    assert page["A2"].value == "Payung kesehatan"
    code, shown = Terminal("export", "list", "--format", "xlsx").ends()
    assert code == 2
    assert "xlsx cannot be shown on a screen; write it to a file, such as --out file.xlsx" in " ".join(shown.split())


@pytest.mark.usefixtures("folder")
def test_what_is_missing_is_asked_for_on_a_terminal_and_stopping_leaves_nothing() -> None:
    terminal = Terminal("export")
    terminal.until("agreement): ")
    terminal.types("daftar\n")
    terminal.until("agreement): ")
    terminal.types("list\n")
    terminal.until("html): ")
    terminal.types("csv\n")
    code, shown = terminal.ends()
    assert code == 0
    assert "Payung kesehatan," in shown
    stopped = Terminal("export", "list")
    stopped.until("html): ")
    stopped.types("\x04")
    assert stopped.ends()[0] == 130


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_what_is_written_and_reads_the_same_texts(pks: Run, folder: Path) -> None:
    for name in ("corrections.xlsx", "corrections.docx"):
        assert pks("export", "corrections", "2026-rujukan", "--out", name).code == 0
    soffice = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profil"]
    subprocess.run([*soffice, "--convert-to", "csv", "corrections.xlsx"], check=True, capture_output=True)
    rows = csv_rows((folder / "corrections.csv").read_bytes())
    assert "=1+1" in rows[1]
    for name in ("corrections.xlsx", "corrections.docx"):
        subprocess.run([*soffice, "--convert-to", "pdf", name], check=True, capture_output=True)
        assert (folder / "corrections.pdf").read_bytes().startswith(b"%PDF")
        (folder / "corrections.pdf").unlink()
