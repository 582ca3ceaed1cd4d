"""`pks merge`: what git calls when two branches changed one file of the register."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pks.git.driver import COMMAND
from tests.cli.processes import PKS, environment
from tests.cli.used import used
from tests.conftest import Run, git

TEXT = """\
title: Rujukan   # judul
parties: [{name: Dinas Sosial}, {name: RSJ}]

history:
  - {date: 2026-01-05, stage: draft}
"""


@pytest.fixture
def clone(register: Path, pks: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register whose git calls this pks to join files; one agreement, `satu`."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "pks"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m pks "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    (register / ".gitattributes").write_text("* -text\n*.yaml merge=pks\n")
    (register / "satu.yaml").write_text(TEXT)
    git("add", "-A")
    git("commit", "-qm", "one")
    assert pks("merge", "--install").code == 0
    return register


def on_two_branches(pks: Run, ours: list[list[str]], theirs: list[list[str]]) -> subprocess.CompletedProcess[str]:
    """Run `theirs` on a branch and `ours` on main, then join the branch."""
    for branch, commands in (("cabang", theirs), ("main", ours)):
        git(*(("checkout", "-qb", branch) if branch == "cabang" else ("checkout", "-q", branch)))
        for command in commands:
            assert pks(*command).code == 0, command
    return subprocess.run(["git", "merge", "-m", "join", "cabang"], check=False, capture_output=True, text=True)


def test_branches_that_do_different_work_are_joined_by_git_itself(clone: Path, pks: Run) -> None:
    done = on_two_branches(
        pks,
        ours=[["set", "satu", "lead=Dinas Sosial"], ["register", "satu", "--number", "REG/2026/007"]],
        theirs=[["set", "satu", "scope.+=Rujukan"], ["close", "satu", "--reason", "withdrawn", "--date", "2026-02-01"]],
    )
    assert done.returncode == 0
    assert (clone / "satu.yaml").read_text() == (
        "title: Rujukan   # judul\n"
        "lead: Dinas Sosial\n"
        "parties: [{name: Dinas Sosial}, {name: RSJ}]\n"
        "registration: {number: REG/2026/007, date: 2026-03-01}\n\n"
        "scope:\n  - Rujukan\n\n"
        "history:\n"
        "  - {date: 2026-01-05, stage: draft}\n"
        "  - {date: 2026-02-01, stage: draft, closed: withdrawn}\n"
    )


def test_the_highest_number_of_both_branches_is_kept(clone: Path, pks: Run) -> None:
    (clone / "dua.yaml").write_text(TEXT)
    (clone / ".pks" / "numbers.yaml").write_text('"REG/2025/{seq}": 4   # lama\n"REG/2026/{seq}": 1\n')
    git("add", "-A")
    git("commit", "-qm", "two")
    done = on_two_branches(
        pks,
        ours=[["register", "satu", "--number", "REG/2026/003"]],
        theirs=[["register", "dua", "--number", "REG/2026/012"]],
    )
    assert done.returncode == 0
    assert (clone / ".pks" / "numbers.yaml").read_text() == '"REG/2025/{seq}": 4   # lama\n"REG/2026/{seq}": 12\n'
    assert git("status", "--porcelain") == ""


def test_one_field_in_two_ways_stops_git_and_is_found_by_check(clone: Path, pks: Run) -> None:
    done = on_two_branches(
        pks, ours=[["set", "satu", "lead=Dinas A", "x-a=satu"]], theirs=[["set", "satu", "lead=Dinas B", "x-b=dua"]]
    )
    assert done.returncode == 1
    assert "pks: agreements/satu.yaml: both sides changed lead differently; both are marked in the file\n" in (
        done.stdout + done.stderr
    )
    assert (clone / "satu.yaml").read_text() == (
        "title: Rujukan   # judul\n"
        "<<<<<<< ours\nlead: Dinas A\n=======\nlead: Dinas B\n>>>>>>> theirs\n"
        "parties: [{name: Dinas Sosial}, {name: RSJ}]\n"
        "x-a: satu\nx-b: dua\n\n"
        "history:\n  - {date: 2026-01-05, stage: draft}\n"
    )
    found = pks("check", "satu")
    assert found.code == 1
    assert found.out == (
        "agreements/satu.yaml:2:1: error: a git merge is not finished: conflict markers in lines 2 to 6, field `lead`; "
        "one side has `lead: Dinas A`, the other `lead: Dinas B`. "
        "Settle what both sides say, then delete the lines <<<<<<<, ======= and >>>>>>>. [yaml.conflict]\n"
    )
    assert pks("set", "satu", "lead=C").code == 4


def test_files_that_are_named_are_joined_over_ours(pks: Run, tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    base.write_text(TEXT)
    ours.write_text(TEXT.replace("Rujukan", "Rujukan cepat"))
    theirs.write_text(TEXT.replace("RSJ", "RSJ Kalbar"))
    assert pks("merge", str(base), str(ours), str(theirs)) == (0, "", "")
    assert ours.read_text() == TEXT.replace("Rujukan", "Rujukan cepat").replace("RSJ", "RSJ Kalbar")
    assert theirs.read_text() == TEXT.replace("RSJ", "RSJ Kalbar")


def test_the_marks_are_as_long_as_git_wants_them(pks: Run, tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    for path, title in ((base, "A"), (ours, "B"), (theirs, "C")):
        path.write_text(TEXT.replace("Rujukan", title))
    code, out, err = pks("merge", str(base), str(ours), str(theirs), "--marker-size", "9", "--path", "x.yaml")
    assert (code, out) == (1, "")
    assert err == "pks: x.yaml: both sides changed title differently; both are marked in the file\n"
    assert ours.read_text().startswith("<<<<<<<<< ours\ntitle: B   # judul\n=========\ntitle: C   # judul\n>>>>>>>>> ")


def test_what_cannot_be_joined_is_refused_and_ours_stays(pks: Run, tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    base.write_text(TEXT)
    ours.write_text(TEXT.replace("Rujukan", "B"))
    assert pks("merge") == (2, "", "pks: `BASE OURS THEIRS` is needed; see `--help`\n")
    assert pks("merge", str(base), str(ours), str(theirs)) == (3, "", f"pks: no file {theirs}\n")
    theirs.write_bytes(TEXT.encode().replace(b"RSJ", b"RS\xff"))
    assert pks("merge", str(base), str(ours), str(theirs)) == (4, "", f"pks: {theirs} is no UTF-8 text (byte 66)\n")
    assert ours.read_text() == TEXT.replace("Rujukan", "B")


def test_a_file_at_the_limit_is_joined_and_one_byte_more_is_not(pks: Run, tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    changed = TEXT.replace("RSJ", "RSJ Kalbar")
    rest = "# " + "x" * (256 * 1024 - len(changed) - 3) + "\n"
    base.write_text(TEXT)
    for longer, result, joined in (
        (rest, (0, "", ""), changed + rest),
        (
            rest + "\n" * (len(changed) - len(TEXT) + 1),
            (4, "", f"pks: {theirs} is over 256 KiB, so it is no file of a register; nothing was joined\n"),
            changed,
        ),
    ):
        ours.write_text(changed)
        theirs.write_text(TEXT + longer)
        assert pks("merge", str(base), str(ours), str(theirs)) == result
        assert ours.read_text() == joined


def test_two_good_files_that_have_no_room_in_one_are_marked_for_somebody_to_choose(clone: Path, pks: Run) -> None:
    long = 130 * 1024
    done = on_two_branches(
        pks,
        ours=[["set", "satu", f"purpose={'a' * long}"]],
        theirs=[["set", "satu", f"location={'b' * long}"]],
    )
    assert done.returncode == 1
    assert (
        "pks: agreements/satu.yaml: both versions together are over 256 KiB, which no command can read; where they "
        "differ is marked in the file: keep what is needed there, and make attachments of long texts\n"
    ) in done.stderr
    text = (clone / "satu.yaml").read_text()
    assert text == (
        "title: Rujukan   # judul\n"
        f"<<<<<<< ours\npurpose: {'a' * long}\n=======\nlocation: {'b' * long}\n>>>>>>> theirs\n"
        "parties: [{name: Dinas Sosial}, {name: RSJ}]\n\nhistory:\n  - {date: 2026-01-05, stage: draft}\n"
    )
    assert git("status", "--porcelain") == "UU agreements/satu.yaml\n"
    kept = text.partition("<<<<<<<")[0] + text.partition("=======\n")[2].replace(">>>>>>> theirs\n", "")
    (clone / "satu.yaml").write_text(kept)
    assert pks("check", "satu").code == 0


def test_two_versions_that_just_have_room_in_one_file_are_joined(pks: Run, tmp_path: Path) -> None:
    for count, code in ((131_000, 0), (131_080, 1)):
        for name, line in (("a", ""), ("b", f"purpose: {'a' * count}\n"), ("c", f"location: {'b' * count}\n")):
            (tmp_path / name).write_text(f"{line}{TEXT}" if name == "b" else f"{TEXT}{line}")
        done = pks("merge", *(str(tmp_path / name) for name in "abc"))
        assert (done.code, (tmp_path / "b").stat().st_size <= 256 * 1024) == (code, not code)


@pytest.mark.parametrize("large", ["base", "ours", "theirs"])
def test_a_file_that_is_no_record_by_its_size_is_refused_unread(large: str, tmp_path: Path) -> None:
    for name in ("base", "ours", "theirs"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "theirs").write_text(TEXT.replace("Rujukan", "B"))
    os.truncate(tmp_path / large, 300_000_000)
    took = used([*PKS, "--lang", "en", "merge", "base", "ours", "theirs"], tmp_path)
    told = f"pks: {large} is over 256 KiB, so it is no file of a register; nothing was joined\n"
    assert took[:3] == (4, "", told)
    assert took.kilobytes < 100 * 1024  # the file would take three times as much
    if large == "ours":
        assert (tmp_path / "ours").stat().st_size == 300_000_000
    else:
        assert (tmp_path / "ours").read_text() == TEXT


def test_a_new_register_has_it_and_a_clone_without_it_is_told_how_to_get_it(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert pks("init", "--office", "Bagian", "--region", "Kabupaten", "--tier", "regency").code == 0
    wanted = (
        "pks merge %O %A %B --marker-size %L --path %P || "
        "{ test $? -eq 1 && exit 1; git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; }\n"
    )
    assert git("config", "--local", "merge.pks.driver") == wanted
    assert pks("check").out == ""
    git("config", "--local", "--unset", "merge.pks.driver")
    said = "git in this clone does not yet join the files of the register by what they say [check.no-driver]"
    assert pks("check").out == f"agreements/.gitattributes: note: {said}\n"
    assert pks("merge", "--install").out == f"git in {tmp_path} now joins the files of the register by what they say\n"
    assert git("config", "--local", "merge.pks.driver") == wanted


def test_where_git_finds_no_pks_both_sides_are_marked_all_the_same(
    clone: Path, pks: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.environ["PATH"].partition(os.pathsep)[2])
    git("config", "merge.pks.driver", COMMAND.replace("pks merge", "pks-that-is-nowhere merge"))
    done = on_two_branches(pks, [["set", "satu", "title=Satu"]], [["set", "satu", "title=Dua"]])
    assert done.returncode == 1
    text = (clone / "satu.yaml").read_text()
    assert "<<<<<<< ours\ntitle: Satu" in text
    assert "=======\ntitle: Dua" in text


@pytest.mark.parametrize(
    ("path", "base", "ours", "theirs", "joined"),
    [
        (".pks/numbers.yaml", "R: 1\n", "R: 3\nK: 2\n", "R: 5   # buku\nP: 2\nK: 1\n", "R: 5\nK: 2\nP: 2\n"),
        (".pks/numbers.yaml", "R: 1\n", "R: 3   # buku\n", "R: 2\n", "R: 3   # buku\n"),
        (".pks/numbers.yaml", "R: 1\nK: banyak\n", "R: 3\nK: banyak\n", "R: 1\nK: lagi\n", "R: 3\nK: lagi\n"),
        (".pks/office.yaml", "office: A\n", "office: A\nteam: B\n", "office: A\ntier: city\n",
         "office: A\nteam: B\ntier: city\n"),
        ("satu.yaml", "title: A\n", "title: B\n", "title: A\n", "title: B\n"),
    ],
)  # fmt: skip
def test_every_file_of_a_register_is_joined_by_its_own_rules(  # noqa: PLR0917
    pks: Run, tmp_path: Path, path: str, base: str, ours: str, theirs: str, joined: str
) -> None:
    files = [tmp_path / name for name in ("base", "ours", "theirs")]
    for file, text in zip(files, (base, ours, theirs), strict=True):
        file.write_text(text)
    assert pks("merge", *map(str, files), "--path", f"agreements/{path}") == (0, "", "")
    assert files[1].read_text() == joined


def test_settings_that_git_cannot_write_are_said(pks: Run, register: Path) -> None:
    (register.parent / ".git" / "config.lock").write_text("")
    code, out, err = pks("merge", "--install")
    assert (code, out) == (7, "")
    assert "could not lock config file" in err
