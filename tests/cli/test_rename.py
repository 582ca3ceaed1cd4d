"""`pks rename`: another id; links and attachments follow."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pks.errors import EnvironmentFailureError
from pks.message import Message
from tests.cli.processes import environment
from tests.conftest import Run, git

OLD, NEW = "2024-induk", "2024-payung"
UMBRELLA = """\
title: Kesepakatan induk
parties: [{name: Kabupaten Ketapang}]
history:
  - {date: 2024-01-05, stage: draft}
"""
SCALAR = """\
title: Satu
under: 2024-induk   # lihat map
parties: [{name: A}]
purpose: sesuai 2024-induk
history: [{date: 2026-01-05, stage: draft}]
"""
BLOCK = """\
title: Dua
renews:
  # yang lama
  - 2020-lain
  - "2024-induk"
under: 2024-induk-b
parties: [{name: A}]
history: [{date: 2026-01-05, stage: draft}]
"""
FLOW = """\
title: Tiga
amends: [ 2024-induk, {text: 2024-induk, number: 7} ]
parties: [{name: A}]
history: [{date: 2026-01-05, stage: draft}]
"""


@pytest.fixture
def file(register: Path) -> Path:
    path = register / f"{OLD}.yaml"
    path.write_text(UMBRELLA)
    (register / "2026").mkdir()
    (register / "2026-satu.yaml").write_text(SCALAR)
    (register / "2026" / "2026-dua.yaml").write_bytes(BLOCK.replace("\n", "\r\n").encode())
    (register / "2026-tiga.yaml").write_text(FLOW)
    git("add", "-A")
    git("commit", "-qm", "agreements")
    return path


def test_links_of_every_kind_follow_and_nothing_else_changes(pks: Run, register: Path, file: Path) -> None:
    assert pks("rename", OLD, NEW) == (0, f"{NEW}\n", f"{OLD}\n{OLD} → {NEW}; 3 links followed\n")
    assert not file.exists()
    assert (register / f"{NEW}.yaml").read_text() == UMBRELLA
    assert (register / "2026-satu.yaml").read_text() == SCALAR.replace("under: 2024-induk", "under: 2024-payung")
    assert (register / "2026" / "2026-dua.yaml").read_bytes() == BLOCK.replace('"2024-induk"', '"2024-payung"').replace(
        "\n", "\r\n"
    ).encode()
    assert (register / "2026-tiga.yaml").read_text() == FLOW.replace("[ 2024-induk,", "[ 2024-payung,")


@pytest.mark.usefixtures("file")
def test_it_is_one_commit_through_which_git_follows_the_file(pks: Run) -> None:
    pks("rename", OLD, NEW)
    assert git("log", "--format=%s") == f"{OLD}: renamed to {NEW}\nagreements\nregister\n"
    assert git("log", "--follow", "--format=%s", "--", f"agreements/{NEW}.yaml") == (
        f"{OLD}: renamed to {NEW}\nagreements\n"
    )
    assert git("show", "--name-status", "--format=", "-M") == (
        "R100\tagreements/2024-induk.yaml\tagreements/2024-payung.yaml\n"
        "M\tagreements/2026-satu.yaml\n"
        "M\tagreements/2026-tiga.yaml\n"
        "M\tagreements/2026/2026-dua.yaml\n"
    )
    assert git("status", "--porcelain") == ""


@pytest.mark.usefixtures("file")
def test_attachments_move_with_the_file(pks: Run, register: Path) -> None:
    files = register / f"{OLD}.files"
    (files / "scan").mkdir(parents=True)
    (files / "scan" / "naskah.pdf").write_bytes(b"%PDF")
    (files / "belum.pdf").write_bytes(b"untracked")
    git("add", "agreements/2024-induk.files/scan")
    git("commit", "-qm", "scan")
    assert pks("rename", OLD, NEW).code == 0
    assert not files.exists()
    assert (register / f"{NEW}.files" / "scan" / "naskah.pdf").read_bytes() == b"%PDF"
    assert (register / f"{NEW}.files" / "belum.pdf").read_bytes() == b"untracked"
    assert f"{OLD}" not in git("ls-files")
    assert git("status", "--porcelain") == ""


def test_a_dry_run_prints_what_git_can_apply_and_writes_nothing(pks: Run, register: Path, file: Path) -> None:
    files = register / f"{OLD}.files"
    files.mkdir()
    (files / "a.pdf").write_bytes(b"%PDF")
    result = pks("rename", OLD, NEW, "--dry-run")
    assert (result.code, result.err) == (0, f"{OLD}\nonly tried; nothing was written\n")
    assert result.out.endswith(f"""\
diff --git a/agreements/{OLD}.files/a.pdf b/agreements/{NEW}.files/a.pdf
similarity index 100%
rename from agreements/{OLD}.files/a.pdf
rename to agreements/{NEW}.files/a.pdf
diff --git a/agreements/{OLD}.yaml b/agreements/{NEW}.yaml
similarity index 100%
rename from agreements/{OLD}.yaml
rename to agreements/{NEW}.yaml
""")
    assert file.read_text() == UMBRELLA
    subprocess.run(["git", "apply", "-"], input=result.out.encode(), check=True)
    tried = snapshot(register)
    git("reset", "-q", "--hard")
    git("clean", "-qfd", "agreements")
    files.mkdir()
    (files / "a.pdf").write_bytes(b"%PDF")
    assert pks("rename", OLD, NEW, "--no-commit").code == 0
    assert snapshot(register) == tried


def snapshot(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and ".pks" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("taken", ["2026-satu", "2026-dua"])
@pytest.mark.usefixtures("file")
def test_an_id_that_is_taken_anywhere_is_refused(pks: Run, register: Path, taken: str) -> None:
    before = snapshot(register)
    result = pks("rename", OLD, taken)
    assert (result.code, result.out) == (6, "")
    assert f"id {taken} is taken by agreements/" in result.err
    assert result.err.endswith(f"choose another, such as {taken}-2\n")  # it has no option --id
    assert snapshot(register) == before


@pytest.mark.usefixtures("file")
def test_attachments_that_are_there_under_the_new_id_are_refused_before_anything_is_written(
    pks: Run, register: Path
) -> None:
    for name in (OLD, NEW):
        (register / f"{name}.files").mkdir()
        (register / f"{name}.files" / "a.pdf").write_text(name)
    before = snapshot(register)
    assert pks("rename", OLD, NEW) == (
        6, "", f"{OLD}\npks: attachment folder agreements/{NEW}.files is there already\n"
    )  # fmt: skip
    assert snapshot(register) == before


@pytest.mark.parametrize("bad", ["A", "a b", "../x", "con", "x.files", "a" * 81, "", "é", "a..b", "-a", "x.yaml/"])
@pytest.mark.usefixtures("file")
def test_what_is_no_id_is_refused(pks: Run, register: Path, bad: str) -> None:
    before = snapshot(register)
    result = pks("rename", "--", OLD, bad)
    assert (result.code, result.out) == (2, "")
    assert "is no id" in result.err
    assert snapshot(register) == before


def test_the_same_name_again_is_refused(pks: Run, file: Path) -> None:
    assert pks("rename", OLD, OLD) == (2, "", f"{OLD}\npks: the old and the new name are the same\n")
    assert file.exists()


def test_an_agreement_that_is_not_there_is_said(pks: Run, file: Path) -> None:
    assert pks("rename", "2019-x", NEW).code == 3
    assert file.exists()


@pytest.mark.usefixtures("file")
def test_a_broken_file_that_names_the_id_stops_it_before_anything_is_written(pks: Run, register: Path) -> None:
    (register / "2026-z.yaml").write_text("under: [2024-induk\n")
    before = snapshot(register)
    result = pks("rename", OLD, NEW)
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith(
        f"{OLD}\npks: agreements/2026-z.yaml cannot be understood, so its links are not known; mend it first:\n"
        "agreements/2026-z.yaml:1:8: "
    )
    assert snapshot(register) == before


def test_a_file_that_nobody_can_read_stops_it(pks: Run, register: Path, file: Path) -> None:
    (register / "2026-z.yaml").symlink_to(file)
    result = pks("rename", OLD, NEW)
    assert (result.code, result.out) == (4, "")
    assert "agreements/2026-z.yaml:1:1: " in result.err
    assert file.exists()


@pytest.mark.usefixtures("file")
def test_a_broken_file_that_does_not_name_the_id_is_left_alone(pks: Run, register: Path) -> None:
    (register / "2026-z.yaml").write_text("under: [2024\n")
    assert pks("rename", OLD, NEW).code == 0
    assert (register / "2026-z.yaml").read_text() == "under: [2024\n"


@pytest.mark.usefixtures("file")
def test_a_file_with_a_wrong_value_elsewhere_has_its_link_changed(pks: Run, register: Path) -> None:
    path = register / "2026-satu.yaml"
    path.write_text(SCALAR.replace("2026-01-05", "2026-02-30"))
    assert pks("rename", OLD, NEW).code == 0
    assert "under: 2024-payung   # lihat map\n" in path.read_text()


def test_a_broken_agreement_can_be_renamed_itself(pks: Run, register: Path, file: Path) -> None:
    file.write_text("title: [ # 2024-induk\n")
    assert pks("rename", OLD, NEW).code == 0
    assert (register / f"{NEW}.yaml").read_text() == "title: [ # 2024-induk\n"


def test_a_hand_edit_of_any_file_it_writes_goes_first(pks: Run, register: Path, file: Path) -> None:
    file.write_text(UMBRELLA.replace("induk", "payung"))
    other = register / "2026-satu.yaml"
    other.write_text(SCALAR.replace("Satu", "Esa"))
    assert pks("rename", OLD, NEW).code == 0
    assert git("log", "--format=%s", "-3") == (
        f"{OLD}: renamed to {NEW}\n{OLD}: edited by hand\n2026-satu: edited by hand\n"
    )


def test_a_rename_that_fails_after_the_links_were_written_says_so_and_a_second_run_finishes_it(
    pks: Run, register: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise EnvironmentFailureError(Message("disk.failed", path="x", reason="No space left on device"))

    (register / f"{OLD}.files").mkdir()
    (register / f"{OLD}.files" / "a.pdf").write_text("a")
    with monkeypatch.context() as patch:
        patch.setattr("pks.workflow.save.move", fails)
        result = pks("rename", OLD, NEW)
    assert result == (
        8, "",
        (f"{OLD}\npks: Only 3 of 5 files were written. Mend the cause below, then try again for the ones "
        "that are missing.\n  x cannot be written: No space left on device. Nothing was changed.\n"),
    )  # fmt: skip
    assert file.exists()
    assert pks("rename", OLD, NEW).code == 0
    assert_renamed(register)


KILLED = """\
import os, sys
from pks.cli.main import main

rename, seen = os.rename, 0

def killed(source, target):
    global seen
    seen += 1
    if seen == int(sys.argv[1]):
        os._exit(137)
    rename(source, target)

os.rename = killed
main(sys.argv[2:])
"""


@pytest.mark.parametrize("call", ["1", "2"], ids=["before the attachments", "before the file"])
def test_a_rename_that_was_killed_is_finished_by_a_second_run(pks: Run, register: Path, file: Path, call: str) -> None:
    (register / f"{OLD}.files").mkdir()
    (register / f"{OLD}.files" / "a.pdf").write_text("a")
    command = [sys.executable, "-c", KILLED, call, "rename", OLD, NEW]
    assert subprocess.run(command, check=False, env=environment()).returncode == 137
    assert "2024-payung" in (register / "2026-satu.yaml").read_text()
    assert (register / f"{NEW}.files").exists() == (call == "2")
    assert file.exists()
    assert pks("rename", OLD, NEW).code == 0
    assert_renamed(register)


def assert_renamed(register: Path) -> None:
    assert sorted(snapshot(register)) == [
        f"{NEW}.files/a.pdf", f"{NEW}.yaml", "2026-satu.yaml", "2026-tiga.yaml", "2026/2026-dua.yaml",
    ]  # fmt: skip
    for path in register.rglob("*.yaml"):
        assert "under: 2024-induk\n" not in path.read_text()
        assert '- "2024-induk"' not in path.read_text()
    assert (register / "2026-tiga.yaml").read_text() == FLOW.replace("[ 2024-induk,", "[ 2024-payung,")
