"""`pks import`: a register kept in a spreadsheet, looked at first, then taken in, all of it in one commit."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from pks.inputs.reading import read_grids
from pks.inputs.register.content import amendment_of
from pks.inputs.register.row import RowRead
from pks.workflow import import_
from tests.cli.processes import Terminal
from tests.conftest import Run, git
from tests.inputs.files import workbook

OFFICE = "office: RSUD Harapan Kita\nregion: Kota Damai\nprofile: partner\n"
REGISTER = """\
No.,Mitra,Judul Kerjasama,Dasar Hukum Mitra,Dasar Hukum RS,Tanggal Mulai,Tanggal Selesai,Keterangan Kerjasama,Email Mitra,URL
1,Klinik Melati,Rujukan Pasien,12/KM/III/2024,445/100/2024,01 Maret 2024,28 Februari 2027,Berjalan,a@contoh.invalid,belum ada scan
2,Klinik Melati,Addendum Rujukan Pasien,13/KM/V/2025,445/200/2025,1 Mei 2025,28 Februari 2028,Berjalan,,
3,PT Sehat Sentosa,Pengelolaan Parkir,,445/300/2022,1-Feb-22,31 Januari 2024,Tidak Diperpanjang,,https://contoh.invalid/parkir.pdf
4,Universitas Damai,Praktik Klinik,7/UD/2025,445/          /2025,30/9/2025,29 September 2028,Berjalan,,
5,Dinas Sosial,Replikasi Zona Integritas,9/DS/2024,445/400/2024,,Sampai meraih predikat WBK,Berjalan,,
6,RS Bakti,Pelayanan Rujukan,,445/500/2025,1 Januari 2025,31 Desember 2027,Proses Mitra,,
7,Klinik Melati,Rujukan Pasien,12/KM/III/2024,445/100/2024,01 Maret 2024,28 Februari 2027,Berjalan,,
8,,,,,,,Berjalan,,x

"""  # noqa: E501
COLUMNS = """\
Column	Meaning	Order of days
No.	passed over	
Mitra	partner	
Judul Kerjasama	title	
Dasar Hukum Mitra	document number	
Dasar Hukum RS	document number, this office's	
Tanggal Mulai	start	day first: 1 cell certain, 0 hints, 0 against
Tanggal Selesai	end	
Keterangan Kerjasama	status	
Email Mitra	personal contact, left out	
URL	link to the document	

"""  # noqa: W291
LOOK_AT_THEM = "what they still lack: `pks check`; all: `pks list`\n"
COUNTS = "8 rows: 2 ready, 3 to look at, 1 refused, 1 duplicate and 1 addendum joined\n"
LOOK = """\

Row	Outcome	Title	Partners	To look at
5	look at it	Praktik Klinik	Universitas Damai	Dasar Hukum RS: the number `445/ /2025` is not complete; kept as text
6	look at it	Replikasi Zona Integritas	Dinas Sosial	there is no start
7	look at it	Pelayanan Rujukan	RS Bakti	`Proses Mitra` and without all its numbers: recorded as a draft, not as in force
8	same as row 2	Rujukan Pasien	Klinik Melati	
9	refused			there is no partner
"""  # noqa: E501, W291
MELATI = """\
title: Rujukan Pasien

parties:
  - key: klinik-melati
    name: Klinik Melati
    number: 12/KM/III/2024
  - key: rsud-harapan-kita
    name: RSUD Harapan Kita
    ours: true
    number: 445/100/2024

term:
  starts: 2024-03-01
  ends: 2028-02-28

amendments:
  - no: 1
    starts: 2025-05-01
    numbers: {klinik-melati: 13/KM/V/2025, rsud-harapan-kita: 445/200/2025}
    reason: Addendum Rujukan Pasien
    changes:
      - {field: term.ends, from: "2027-02-28", to: "2028-02-28"}

history:
  - {date: 2024-03-01, stage: reporting, note: belum ada scan, imported: true}
"""
SENTOSA = """\
title: Pengelolaan Parkir

parties:
  - key: pt-sehat-sentosa
    name: PT Sehat Sentosa
  - key: rsud-harapan-kita
    name: RSUD Harapan Kita
    ours: true
    number: 445/300/2022
"""


@pytest.fixture
def office(register: Path) -> Path:
    """The register of a hospital, and its old register beside it."""
    (register / ".pks" / "office.yaml").write_text(OFFICE)
    Path("register.csv").write_text(REGISTER)
    git("add", "-A")
    git("commit", "-qm", "office")
    return register


def files(root: Path) -> list[str]:
    return sorted(one.name for one in root.glob("*.yaml"))


def test_it_shows_what_it_would_do_and_writes_nothing(pks: Run, office: Path) -> None:
    result = pks("import", "register.csv")
    assert result.code == 0
    assert result.out == COLUMNS + COUNTS + LOOK
    assert result.err == (
        "UTF-8 text, separator: comma\nnothing was written; to write 5 agreements: `pks import register.csv --write`\n"
    )
    assert files(office) == []
    assert git("status", "--porcelain") == ""


@pytest.mark.usefixtures("office")
def test_the_command_that_writes_it_can_be_pasted_with_all_that_was_said(pks: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dari kantor lama"
    elsewhere.mkdir()
    Path("register.csv").rename(elsewhere / "register.csv")
    said = (str(elsewhere / "register.csv"), "--date-order", "dmy", "--separator", "comma")
    shown = pks("import", *said).err
    command = f"pks import '{said[0]}' --date-order dmy --separator comma --write"
    assert shown.splitlines()[-1] == f"nothing was written; to write 5 agreements: `{command}`"
    assert pks(*shlex.split(command)[1:]).err.splitlines()[-2] == "5 agreements written"


def test_all_of_it_is_written_in_one_commit_with_the_map(pks: Run, office: Path) -> None:
    result = pks("import", "register.csv", "--write")
    assert (result.code, result.err) == (
        0, "UTF-8 text, separator: comma\n5 agreements written\n" + LOOK_AT_THEM,
    )  # fmt: skip
    assert files(office) == [
        "2022-pt-sehat-sentosa-pengelolaan-parkir.yaml",
        "2024-klinik-melati-rujukan-pasien.yaml",
        "2025-rs-bakti-pelayanan-rujukan.yaml",
        "2025-universitas-damai-praktik-klinik.yaml",
        "2026-dinas-sosial-replikasi-zona-integritas.yaml",
    ]
    assert (office / "2024-klinik-melati-rujukan-pasien.yaml").read_text() == MELATI
    assert git("log", "-2", "--format=%s") == "import register.csv: 5 agreements\noffice\n"
    assert git("show", "--format=", "--name-only").splitlines()[0] == "agreements/.pks/imports/register.yaml"
    assert git("status", "--porcelain") == ""


def test_each_stands_as_the_register_says(pks: Run, office: Path) -> None:
    pks("import", "register.csv", "--write")
    parking = (office / "2022-pt-sehat-sentosa-pengelolaan-parkir.yaml").read_text()
    assert parking.startswith(SENTOSA)
    assert parking.endswith(
        "documents:\n  - {kind: other, url: https://contoh.invalid/parkir.pdf}\n\n"
        "history:\n  - {date: 2022-02-01, stage: reporting, imported: true}\n"
        "  - {date: 2024-01-31, stage: reporting, closed: not-renewed}\n"
    )
    clinic = (office / "2025-universitas-damai-praktik-klinik.yaml").read_text()
    assert "unread: {Dasar Hukum RS: 445/ /2025}\n" in clinic
    assert "starts: 2025-09-30\n  ends: 2028-09-29\n" in clinic
    event = (office / "2026-dinas-sosial-replikasi-zona-integritas.yaml").read_text()
    assert "term: {until: Sampai meraih predikat WBK}" in event or "term:\n  until: Sampai meraih predikat WBK" in event
    draft = (office / "2025-rs-bakti-pelayanan-rujukan.yaml").read_text()
    assert draft.endswith("history:\n  - {date: 2026-03-01, stage: draft, note: Proses Mitra}\n")
    assert (
        "contoh.invalid" not in clinic + event + draft + (office / "2024-klinik-melati-rujukan-pasien.yaml").read_text()
    )
    listed = pks("list", "--json").out
    assert [listed.count(f'"validity": "{one}"') for one in ("active", "ended", "preparing", "unknown")] == [2, 1, 1, 1]
    assert pks("check").code == 0


def test_the_same_file_again_adds_nothing(pks: Run, office: Path) -> None:
    pks("import", "register.csv", "--write")
    before = git("rev-parse", "HEAD")
    again = pks("import", "register.csv", "--write")
    assert again.code == 0
    assert "8 rows: 1 refused, 1 duplicate and 6 already there\n" in again.out
    assert again.err.splitlines()[-1] == "there is nothing new in register.csv"
    assert git("rev-parse", "HEAD") == before
    assert len(files(office)) == 5


def test_a_new_addendum_joins_the_agreement_that_is_there(pks: Run, office: Path) -> None:
    lines = REGISTER.splitlines(keepends=True)
    Path("register.csv").write_text("".join([*lines[:2], *lines[3:]]))
    pks("import", "register.csv", "--write")
    path = office / "2024-klinik-melati-rujukan-pasien.yaml"
    path.write_text(path.read_text().replace("title:", "# milik kami\ntitle:"))
    git("commit", "-qam", "comment")
    Path("register.csv").write_text(REGISTER)
    assert pks("import", "register.csv", "--write").err.endswith("1 agreement of the register amended\n" + LOOK_AT_THEM)
    assert path.read_text() == f"# milik kami\n{MELATI}"
    assert git("log", "-1", "--format=%s") == "import register.csv: 1 amended\n"
    assert pks("import", "register.csv", "--write").err.endswith("there is nothing new in register.csv\n")


def test_an_addendum_that_cannot_be_added_is_refused_alone(pks: Run, office: Path) -> None:
    lines = REGISTER.splitlines(keepends=True)
    Path("register.csv").write_text("".join(lines[:2]))
    pks("import", "register.csv", "--write")
    path = office / "2024-klinik-melati-rujukan-pasien.yaml"
    before = path.read_text().replace("\nhistory:", "\namendments: {}\n\nhistory:")
    path.write_text(before)
    git("commit", "-qam", "by hand")
    Path("register.csv").write_text("".join(lines[:4]))
    result = pks("import", "register.csv", "--write")
    assert (result.code, result.err.splitlines()[-2]) == (0, "1 agreement written")
    assert "3 rows: 1 ready, 1 refused and 1 already there\n" in result.out
    assert result.out.endswith(
        "3\trefused\tAddendum Rujukan Pasien\tKlinik Melati\tamendments is not a list, so nothing can be added to it. "
        "Make it a list first with `pks edit ID`.\n"
    )
    assert path.read_text() == before
    assert files(office) == ["2022-pt-sehat-sentosa-pengelolaan-parkir.yaml", path.name]
    assert git("status", "--porcelain", "agreements") == ""


def test_of_several_addenda_each_is_judged_by_itself(
    pks: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    lines = REGISTER.splitlines(keepends=True)
    Path("register.csv").write_text("".join(lines[:2]))
    pks("import", "register.csv", "--write")
    third = "9,Klinik Melati,Addendum Rujukan Pasien,14/KM/V/2026,445/300/2026,1 Mei 2026,31 Maret 2028,Berjalan,,\n"
    Path("register.csv").write_text("".join([*lines[:3], third]))

    def spoiled(addendum: RowRead, *others: Any) -> dict[str, Any]:
        made = amendment_of(addendum, *others)
        return made | {"starts": "2025-02-30"} if addendum.row == 3 else made

    monkeypatch.setattr(import_, "amendment_of", spoiled)
    result = pks("import", "register.csv", "--write")
    assert result.err.splitlines()[-2] == "1 agreement of the register amended"
    assert "3\trefused\tAddendum Rujukan Pasien\tKlinik Melati\t`2025-02-30`" in result.out
    expected = MELATI.replace("2028-02-28", "2028-03-31").replace("2025-05-01", "2026-05-01")
    expected = expected.replace("13/KM/V/2025", "14/KM/V/2026").replace("445/200/2025", "445/300/2026")
    assert (office / "2024-klinik-melati-rujukan-pasien.yaml").read_text() == expected
    monkeypatch.undo()


def test_an_import_that_ended_half_way_is_made_whole_by_the_next(pks: Run, office: Path) -> None:
    pks("import", "register.csv", "--write")
    whole = {path: path.read_bytes() for path in office.rglob("*") if path.is_file() and ".pks/cache" not in str(path)}
    subject, named = git("log", "-1", "--format=%s"), git("show", "--name-only", "--format=", "HEAD")
    git("reset", "-q", "HEAD~1")  # as if it had been killed before the commit, and before the last two files
    (office / "2025-rs-bakti-pelayanan-rujukan.yaml").unlink()
    (office / ".pks" / "imports" / "register.yaml").unlink()
    own = office / "2024-klinik-melati-rujukan-pasien.yaml"
    own.write_text(f"# milik kami\n{own.read_text()}")
    result = pks("import", "register.csv", "--write")
    assert result.err.splitlines()[-2] == "1 agreement written"
    assert {path for path in whole if path.read_bytes() != whole[path]} == {own}
    assert git("status", "--porcelain", "agreements") == f"?? agreements/{own.name}\n"  # a hand was at it
    own.write_bytes(whole[own])
    git("reset", "-q", "HEAD~1")
    assert pks("import", "register.csv", "--write").err.endswith("there is nothing new in register.csv\n")
    assert git("status", "--porcelain", "agreements") == ""
    assert (git("log", "-1", "--format=%s"), git("show", "--name-only", "--format=", "HEAD")) == (subject, named)


def test_the_review_can_be_corrected_and_fed_back(pks: Run, office: Path) -> None:
    result = pks("import", "register.csv", "--out", "review.xlsx")
    assert "all rows are in" in result.err
    rows = read_grids(Path("review.xlsx"))[0].rows
    assert rows[0][:4] == ("Row", "Outcome", "To look at", "No.")
    assert "Email Mitra" not in rows[0]
    assert len(rows) == 9
    assert pks("import", "review.xlsx", "--write").err.endswith("5 agreements written\n" + LOOK_AT_THEM)
    assert (office / "2024-klinik-melati-rujukan-pasien.yaml").read_text() == MELATI
    assert "6 already there" in pks("import", "register.csv").out


def test_a_review_never_replaces_a_file(pks: Run, office: Path) -> None:
    Path("review.xlsx").write_text("milik kami")
    assert pks("import", "register.csv", "--write", "--out", "review.xlsx").code == 6
    assert Path("review.xlsx").read_text() == "milik kami"
    assert pks("import", "register.csv", "--write", "--out", "review.pdf").code == 2
    assert files(office) == []


def test_a_map_is_written_edited_and_used(pks: Run, office: Path) -> None:
    assert "the map of the columns is in" in pks("import", "register.csv", "--map", "map.yaml").err
    text = Path("map.yaml").read_text()
    assert "  Dasar Hukum RS: number ours\n" in text
    Path("map.yaml").write_text(text.replace("  URL: link\n", "  URL: skip\n"))
    result = pks("import", "register.csv", "--map", "map.yaml", "--write")
    assert "using the map" in result.err
    assert "URL\tpassed over\t\n" in result.out
    assert "documents" not in (office / "2022-pt-sehat-sentosa-pengelolaan-parkir.yaml").read_text()


BAD_MAPS = {
    "columns: {Entah: title}\n": (2, "the map names the column Entah"),
    "columns: {Mitra: judul}\n": (2, "`judul` is no meaning"),
    "kolom: {}\n": (4, "`kolom` is not known"),
    "header: satu\n": (4, "`header` cannot be read"),
    "days: {Tanggal Mulai: ymd}\n": (4, "`days` cannot be read"),
    "statuses: {Berjalan: jalan}\n": (4, "`jalan` is not known"),
    "columns: [a\n": (4, "the map map.yaml, line"),
}


@pytest.mark.parametrize("text", BAD_MAPS)
def test_a_map_that_cannot_be_used_is_refused(pks: Run, office: Path, text: str) -> None:
    Path("map.yaml").write_text(text)
    code, words = BAD_MAPS[text]
    result = pks("import", "register.csv", "--map", "map.yaml", "--write")
    assert (result.code, result.out) == (code, "")
    assert words in result.err
    assert files(office) == []


def test_a_column_that_changes_half_way_is_refused_until_told(pks: Run, office: Path) -> None:
    rows: list[list[object]] = [
        ["Mitra", "Judul", "Mulai"],
        ["PT A", "Sewa", "3/25/2024"],
        ["PT B", "Sewa", "1/2/2024"],
        ["PT C", "Sewa", "25/3/2024"],
    ]
    Path("register.xlsx").write_bytes(workbook(rows))
    result = pks("import", "register.xlsx", "--write")
    assert (result.code, result.out) == (5, "")
    assert result.err == (
        "pks: the order of day and month is not clear, and is not guessed; choose with --date-order and --from-row\n"
        "  Mulai: rows 4 have the day first, rows 2 the month; perhaps --date-order mdy --from-row 4\n"
    )
    assert files(office) == []
    assert pks("import", "register.xlsx", "--date-order", "mdy", "--from-row", "4", "--write").code == 0
    starts = [line for one in files(office) for line in (office / one).read_text().splitlines() if "starts" in line]
    assert sorted(one.split()[-1] for one in starts) == ["2024-01-02", "2024-03-25", "2024-03-25"]
    assert "Mulai: mdy from-row 4" in (office / ".pks" / "imports" / "register.yaml").read_text()
    assert "3 already there" in pks("import", "register.xlsx").out


WRONG: list[tuple[tuple[str, ...], int, str]] = [
    ((), 2, "FILE"),
    (("none.xlsx",), 3, "there is no file"),
    (("agreements",), 2, "is a folder"),
    (("register.csv", "--sheet", "Lain"), 2, "there is no sheet Lain"),
    (("register.csv", "--date-order", "ymd"), 2, "--date-order"),
    (("register.csv", "--from-row", "3"), 2, "--from-row needs --date-order"),
    (("register.csv", "--separator", "colon"), 2, "--separator"),
    (("other.csv",), 2, "no headings were found"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG)
def test_what_cannot_be_done_is_said(pks: Run, office: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    Path("other.csv").write_text("a,b\nc,d\n")
    result = pks("import", *arguments)
    assert (result.code, result.out) == (code, "")
    assert words in result.err
    assert files(office) == []


def test_several_sheets_are_never_chosen_from(pks: Run, office: Path) -> None:
    book = Workbook()
    for name in ("2024", "2025"):
        sheet = book.create_sheet(name)
        for row in (["Mitra", "Judul", "Mulai"], ["PT A", f"Sewa {name}", "1 Mei 2024"]):
            sheet.append(row)
    book.save("register.xlsx")
    result = pks("import", "register.xlsx")
    assert (result.code, result.out) == (2, "")
    assert "several sheets may be meant: 2024 and 2025" in result.err
    assert "1 row: 1 ready" in pks("import", "register.xlsx", "--sheet", "2025").out
    assert files(office) == []


def test_the_diff_of_a_dry_run_is_shown_and_nothing_written(pks: Run, office: Path) -> None:
    result = pks("import", "register.csv", "--write", "--dry-run")
    assert result.code == 0
    assert "+++ b/agreements/2024-klinik-melati-rujukan-pasien.yaml" in result.out
    assert files(office) == []


def test_it_speaks_indonesian(pks: Run, office: Path) -> None:
    result = pks("--lang", "id", "import", "register.csv")
    assert "8 baris: 2 siap, 3 perlu dilihat, 1 ditolak, 1 kembar dan 1 adendum bergabung\n" in result.out
    assert "belum ada yang ditulis; 5 perjanjian ditulis dengan: `pks import register.csv --write`" in result.err
    assert files(office) == []


def test_a_file_is_asked_for_and_leaving_writes_nothing(office: Path) -> None:
    terminal = Terminal("import")
    terminal.until("File of the register: ")
    terminal.types("\x04")
    assert terminal.ends()[0] == 130
    assert files(office) == []


def test_a_register_that_counts_its_parties_gets_none_of_ours_without_a_doubt(pks: Run, office: Path) -> None:
    (office / ".pks" / "office.yaml").write_text("office: Bagian Kerja Sama\nregion: Kabupaten Contoh\n")
    head = "Judul,Pihak I,Pihak II,Tanggal Mulai,Tanggal Selesai\n"
    days = "1 Januari 2026,31 Desember 2027"
    names = ("Pemkab", "Pemda", "Pemerintah Daerah", "Pemkot", "Dinas Kesehatan")
    rows = "".join(f"Naskah {name},{name},RSUD {at},{days}\n" for at, name in enumerate(names))
    Path("pihak.csv").write_text(head + rows)
    doubt = "none of the parties named is known to be Kabupaten Contoh, which was added as a party; look at it"
    result = pks("import", "pihak.csv")
    lines = [line for line in result.out.splitlines() if doubt in line]
    assert [line.split("\t")[:2] for line in lines] == [["5", "look at it"], ["6", "look at it"]]
    assert "yang lalu ditambahkan sebagai pihak; periksa" in pks("--lang", "id", "import", "pihak.csv").out
    Path("pihak.csv").write_text(head.replace("Pihak II", "Mitra").replace("Pihak I", "OPD") + rows)
    assert doubt not in pks("import", "pihak.csv").out
