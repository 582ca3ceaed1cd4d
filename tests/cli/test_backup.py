"""`pks backup`: one file from which everything can be had back, and the register for Excel."""

from __future__ import annotations

import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run, git

TEXT = "title: {0}\nparties: [{{name: Dinas Sosial}}]\nhistory:\n- {{date: 2026-01-05, stage: draft}}\n"


@pytest.fixture
def two(register: Path) -> Path:
    for name in ("satu", "dua"):
        (register / f"{name}.yaml").write_text(TEXT.format(name))
    git("add", "-A")
    git("commit", "-qm", "two")
    return register


def test_the_whole_history_can_be_had_back_and_excel_has_the_register(pks: Run, two: Path, tmp_path: Path) -> None:
    git("branch", "cabang")
    code, out, err = pks("backup", "aman.bundle")
    assert (code, out) == (0, "aman.bundle\naman.xlsx\n")
    head = git("rev-parse", "HEAD").strip()
    assert (
        err == f"the backup was checked: the whole history can be had back by `git clone FILE` (commit {head[:10]})\n"
    )
    subprocess.run(["git", "clone", "-q", "aman.bundle", "kembali"], check=True)
    assert (tmp_path / "kembali" / "agreements" / "satu.yaml").read_bytes() == (two / "satu.yaml").read_bytes()
    branches = ["git", "-C", "kembali", "rev-parse", "HEAD", "origin/cabang"]
    assert subprocess.run(branches, check=True, capture_output=True, text=True).stdout == f"{head}\n{head}\n"
    page = openpyxl.load_workbook("aman.xlsx").worksheets[0]
    cells = [str(cell.value) for row in page.iter_rows() for cell in row]
    assert {"satu", "dua"} <= set(cells)
    assert sorted(one.name for one in tmp_path.iterdir() if "pks-tmp" in one.name) == []


def test_what_is_not_committed_is_named_for_it_is_not_in_it(pks: Run, two: Path) -> None:
    (two / "satu.yaml").write_text(TEXT.format("lain"))
    (two / "tiga.yaml").write_text(TEXT.format("tiga"))
    err = pks("backup", "aman.bundle").err
    assert "2 files are not committed and so not in the backup: agreements/satu.yaml and agreements/tiga.yaml\n" in err


def test_nothing_is_replaced_unasked_and_a_bad_place_is_refused(pks: Run, two: Path, tmp_path: Path) -> None:
    (tmp_path / "aman.xlsx").write_text("lain")
    code, out, err = pks("backup", "aman.bundle")
    assert (code, out) == (6, "")
    assert "aman.xlsx" in err
    assert not (tmp_path / "aman.bundle").exists()
    assert (tmp_path / "aman.xlsx").read_text() == "lain"
    assert pks("backup", "aman.bundle", "--force").code == 0
    assert pks("backup", "buku.xlsx").code == 2
    assert pks("backup", "tiada/aman.bundle").code == 7
    assert pks("backup", ".").code == 6
    assert pks("backup", ".", "--force").code == 7
    assert pks("backup").code == 2
    assert two.exists()


@pytest.mark.usefixtures("register")
def test_a_register_that_git_knows_nothing_of_cannot_be_backed_up(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("update-ref", "-d", "HEAD")
    code, out, err = pks("backup", "aman.bundle")
    assert (code, out) == (7, "")
    assert err == f"pks: git in {tmp_path} has no commit yet, so there is nothing to back up\n"
    monkeypatch.setenv("PATH", "")
    assert pks("backup", "aman.bundle").code == 7
    assert not (tmp_path / "aman.bundle").exists()
    assert not (tmp_path / "aman.xlsx").exists()


def test_check_says_when_there_never_was_one(pks: Run, two: Path) -> None:
    for number in range(8):
        (two / f"lain-{number}.yaml").write_text(TEXT.format(number))
    said = "this register has never been backed up; `pks backup FILE.bundle` keeps all of it in another place\n"
    assert pks("check").err.endswith(said)
    assert said not in pks("check", "satu").err
    assert pks("backup", "aman.bundle").code == 0
    assert said not in pks("check").err
