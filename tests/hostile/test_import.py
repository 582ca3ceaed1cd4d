"""What a workbook names: no id, sheet or file name of it leads out of the register, no formula is computed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from pks.store.ids import is_id
from pks.store.text.nodes import parse, texts
from tests.conftest import Run
from tests.hostile.test_ids import HOSTILE_IDS, files

HEADINGS = ["No.", "Mitra", "Judul", "Nomor", "Tanggal Mulai", "Tanggal Selesai", "Id"]
ROW = ["1", "Klinik Melati", "Rujukan Pasien", "12/KM/2024", "1 Maret 2024", "28 Februari 2027"]


def rows(*ids: str) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(
        [HEADINGS, *([str(n), *ROW[1:3], f"{n}/KM", *ROW[4:], one] for n, one in enumerate(ids, 1))]
    )
    return out.getvalue()


def test_there_are_sixty() -> None:
    assert len(set(HOSTILE_IDS)) >= 60
    assert not any(map(is_id, HOSTILE_IDS))


@pytest.mark.parametrize("id_", HOSTILE_IDS)
def test_a_hostile_id_of_a_column_names_no_file(pks: Run, register: Path, id_: str) -> None:
    Path("register.csv").write_text(rows(id_), newline="")
    before = files(register.parent)
    done = pks("import", "register.csv", "--write", "--no-commit")
    assert done.code in {0, 2, 5}, done
    assert "\x1b" not in done.out + done.err
    new = {name: content for name, content in files(register.parent).items() if name not in before}
    assert {name: content for name, content in files(register.parent).items() if name in before} == before
    made = [Path(name) for name in new if not name.startswith("agreements/.pks/")]
    assert [(one.parent, is_id(one.stem), one.suffix) for one in made] == [(Path("agreements"), True, ".yaml")]
    assert json.loads(pks("list", "--json").out)[0]["title"] == "Rujukan Pasien"


def test_an_id_that_is_taken_or_given_twice_overwrites_nothing(pks: Run, register: Path) -> None:
    (register / "2024-a.yaml").write_text(
        "title: Lama\nparties: [{name: b}]\nhistory: [{date: 2026-01-05, stage: draft}]\n"
    )
    before = (register / "2024-a.yaml").read_bytes()
    Path("register.csv").write_text(rows("2024-a", "2024-b", "2024-b"), newline="")
    done = pks("import", "register.csv", "--write", "--no-commit")
    assert done.code == 0
    assert (register / "2024-a.yaml").read_bytes() == before
    assert sorted(one.name for one in register.glob("*.yaml")) == [
        "2024-a.yaml",
        "2024-klinik-melati-rujukan-pasien-2.yaml",
        "2024-klinik-melati-rujukan-pasien.yaml",
    ]
    assert "1 already there" in done.out


SHEETS = ("'", "../x", "x\u202ey", "=1+1", "a'b'!A1", "|calc", "A" * 31, "\u200b", "x\x1by", "nul", "-x", "--sheet")


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_of_any_name_is_read_and_named_without_its_controls(pks: Run, register: Path, name: str) -> None:
    path = workbook_named(name)
    before = files(register.parent)
    done = pks("import", str(path), "--write", "--no-commit")
    assert done.code in {0, 4}, done
    assert not set("\x1b\u202e\u200b") & set(done.out + done.err)
    assert (register / "2024-klinik-melati-rujukan-pasien.yaml").exists() == (done.code == 0)
    assert [one for one in files(register.parent) if one not in before and not one.startswith("agreements/")] == []


def workbook_named(name: str) -> Path:
    """A workbook whose only sheet has a name that no office program would give it."""
    import zipfile  # noqa: PLC0415
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "SHEET"
    sheet.append(HEADINGS[:-1])
    sheet.append(ROW)
    book.save("plain.xlsx")
    path = Path("buku.xlsx")
    with zipfile.ZipFile("plain.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "xl/workbook.xml":
                content = content.replace(b'"SHEET"', quoteattr(name).encode())
            new.writestr(part, content)
    Path("plain.xlsx").unlink()
    return path


FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x.example","y")',
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+1+1",
    "-2+3",
    "\t=1",
    "=1\n+1",
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_stays_what_it_says_and_goes_out_as_text(pks: Run, register: Path, formula: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS[:-1], [*ROW[:2], formula, *ROW[3:]], [*ROW[:3], "13/KM", *ROW[4:]]])
    Path("register.csv").write_text(out.getvalue(), newline="")
    assert pks("import", "register.csv", "--write", "--no-commit").code == 0
    kept = [one.text for path in register.glob("*.yaml") for one in texts(parse(path.read_text("utf-8")))]
    assert " ".join(formula.split()) in {" ".join(one.split()) for one in kept}
    assert pks("export", "list", "--out", "list.xlsx").code == 0
    sheet = load_workbook("list.xlsx").active
    assert sheet is not None
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
