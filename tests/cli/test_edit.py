"""`pks edit`: the agreement in the person's own editor; what they typed is never lost."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pks.errors import EnvironmentFailureError
from pks.message import Message
from pks.store.disk import durable
from tests.conftest import Run, git

ID = "2026-dinsos-rsj"
TEXT = """\
title: Pelayanan kesehatan jiwa   # dari map
parties:
  - {key: dinsos, name: Dinas Sosial}
history:
  - {date: 2026-01-05, stage: draft}
"""
Editor = Callable[[str], None]


@pytest.fixture
def file(register: Path) -> Path:
    path = register / f"{ID}.yaml"
    path.write_text(TEXT)
    git("add", "-A")
    git("commit", "-qm", "agreement")
    return path


@pytest.fixture
def editor(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Make a shell script the editor; in it `$1` is the file to edit."""
    script = tmp_path_factory.mktemp("bin") / "my editor"

    def write(body: str) -> None:
        script.write_text(f"#!/bin/sh\n{body}\n")
        script.chmod(0o755)
        monkeypatch.setenv("EDITOR", f"'{script}'")

    return write


def rescued(file: Path) -> list[Path]:
    return sorted((file.parent / ".pks" / "rescue").glob("*.yaml"))


def test_an_edit_is_written_and_committed_and_no_copy_stays(pks: Run, file: Path, editor: Editor) -> None:
    editor("sed -i 's/jiwa /jiwa dan napza /' \"$1\"")
    assert pks("edit", "jiwa") == (0, "", f"{ID}\n")
    assert file.read_text() == TEXT.replace("jiwa ", "jiwa dan napza ")
    assert git("log", "--format=%s", "-2") == f"{ID}: edited\nagreement\n"
    assert git("status", "--porcelain") == ""
    assert rescued(file) == []


def test_an_editor_that_changes_nothing_writes_nothing(pks: Run, file: Path, editor: Editor) -> None:
    editor('touch "$1"')
    before = file.stat()
    assert pks("edit", ID) == (0, "", f"{ID}\n{ID}: nothing changed\n")
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert git("log", "--format=%s", "-1") == "agreement\n"
    assert rescued(file) == []


def test_a_text_that_cannot_be_understood_is_kept_and_the_file_is_not_changed(
    pks: Run, file: Path, editor: Editor
) -> None:
    editor("sed -i 's/2026-01-05/2026-02-30/' \"$1\"")
    result = pks("edit", ID)
    [kept] = rescued(file)
    assert result == (
        4, "",
        (f"{ID}\npks: the edited text cannot be understood, so agreements/{ID}.yaml was not changed:\n"
        f"{kept}:5:12: `2026-02-30` does not exist in the calendar; look at its month and day\n"
        f"  your text is kept in {kept}; go on with `pks edit {ID} --from {kept}`\n"),
    )  # fmt: skip
    assert file.read_text() == TEXT
    assert kept.read_text() == TEXT.replace("2026-01-05", "2026-02-30")
    assert git("status", "--porcelain") == ""


def test_from_goes_on_where_the_kept_text_is(pks: Run, file: Path, editor: Editor) -> None:
    editor("sed -i 's/2026-01-05/2026-02-30/; s/jiwa /napza /' \"$1\"")
    pks("edit", ID)
    [kept] = rescued(file)
    editor("sed -i 's/2026-02-30/2026-02-28/' \"$1\"")
    assert pks("edit", ID, "--from", str(kept)).code == 0
    assert file.read_text() == TEXT.replace("2026-01-05", "2026-02-28").replace("jiwa ", "napza ")
    assert rescued(file) == [kept]


def test_a_file_to_go_on_from_that_is_not_there_is_said(pks: Run, file: Path, editor: Editor) -> None:
    editor("exit 0")
    assert pks("edit", ID, "--from", "gone.yaml") == (
        3, "", f"{ID}\npks: there is no file gone.yaml\n"
    )  # fmt: skip
    assert file.read_text() == TEXT


def test_an_editor_that_fails_writes_nothing_and_the_text_is_kept(pks: Run, file: Path, editor: Editor) -> None:
    editor('echo x-baru: 1 > "$1"; exit 3')
    result = pks("edit", ID)
    [kept] = rescued(file)
    assert result == (
        7, "",
        (f"{ID}\npks: the editor ended with code 3; nothing was written\n"
        f"  your text is kept in {kept}; go on with `pks edit {ID} --from {kept}`\n"),
    )  # fmt: skip
    assert kept.read_text() == "x-baru: 1\n"
    assert file.read_text() == TEXT


def test_an_editor_that_is_not_there_leaves_nothing_behind(
    pks: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor --wait")
    assert pks("edit", ID) == (
        7, "",
        (f"{ID}\npks: editor `no-such-editor --wait` cannot be run: No such file or directory; "
        "set EDITOR, such as EDITOR=nano\n"),
    )  # fmt: skip
    assert file.read_text() == TEXT
    assert rescued(file) == []


def test_an_editor_command_that_cannot_be_read_is_said(pks: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "vi 'x")
    result = pks("edit", ID)
    assert (result.code, result.out) == (7, "")
    assert "editor `vi 'x` cannot be run: No closing quotation" in result.err
    assert file.read_text() == TEXT


def test_visual_with_arguments_comes_before_editor(
    pks: Run, file: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("exit 9")
    monkeypatch.setenv("VISUAL", "sed -i -e 's/jiwa /napza /'")
    assert pks("edit", ID).code == 0
    assert file.read_text() == TEXT.replace("jiwa ", "napza ")


def test_what_changed_meanwhile_in_another_place_is_joined_with_the_edit(pks: Run, file: Path, editor: Editor) -> None:
    editor(f"sed -i 's/jiwa /napza /' \"$1\"; sed -i 's/Sosial/Kesehatan/' '{file}'")
    assert pks("edit", ID) == (
        0, "",
        (f"{ID}\nagreements/{ID}.yaml changed while it was being edited; that change and yours are both in it now\n"),
    )  # fmt: skip
    assert file.read_text() == TEXT.replace("jiwa ", "napza ").replace("Sosial", "Kesehatan")
    assert rescued(file) == []
    assert git("log", "--format=%s", "-3") == f"{ID}: edited\n{ID}: edited by hand\nagreement\n"
    assert "-title: Pelayanan kesehatan jiwa" in git("show", "HEAD")
    assert "Sosial" not in git("show", "HEAD")


def test_what_both_changed_is_not_overwritten_and_both_are_kept(pks: Run, file: Path, editor: Editor) -> None:
    editor(f"sed -i 's/jiwa /napza /' \"$1\"; sed -i 's/jiwa/lansia/' '{file}'")
    result = pks("edit", ID)
    [kept] = rescued(file)
    assert result == (
        6, "",
        (f"{ID}\npks: agreements/{ID}.yaml changed while it was being edited, so it was not overwritten; "
        "compare the two first\n  both changed title\n"
        f"  your text is kept in {kept}; go on with `pks edit {ID} --from {kept}`\n"),
    )  # fmt: skip
    assert file.read_text() == TEXT.replace("jiwa", "lansia")
    assert kept.read_text() == TEXT.replace("jiwa ", "napza ")
    assert git("log", "--format=%s", "-1") == "agreement\n"


def test_what_both_changed_is_said_in_indonesian_too(pks: Run, file: Path, editor: Editor) -> None:
    editor(f"sed -i 's/jiwa /napza /' \"$1\"; sed -i 's/Sosial/Kesehatan/' '{file}'")
    assert pks("--lang", "id", "edit", ID).err == (
        f"{ID}\nagreements/{ID}.yaml berubah selagi disunting; perubahan itu dan suntingan Anda kini sama-sama ada di "
        "dalamnya\n"
    )
    editor(f"sed -i 's/napza /jiwa /' \"$1\"; sed -i 's/napza/lansia/' '{file}'")
    assert "\n  keduanya mengubah title\n" in pks("--lang", "id", "edit", ID).err


def test_the_same_change_meanwhile_is_no_second_one(pks: Run, file: Path, editor: Editor) -> None:
    editor(f"sed -i 's/jiwa /napza /' \"$1\"; sed -i 's/jiwa /napza /' '{file}'")
    assert pks("edit", ID) == (0, "", f"{ID}\n{ID}: nothing changed\n")
    assert file.read_text() == TEXT.replace("jiwa ", "napza ")
    assert rescued(file) == []
    editor(f"sed -i 's/napza /jiwa /' \"$1\"; sed -i 's/napza /jiwa /' '{file}'")
    assert pks("edit", ID, "--dry-run").out == ""


def test_what_is_only_wrong_together_is_not_written(pks: Run, file: Path, editor: Editor) -> None:
    indented = "corrections:\\n  - {no: 1, clause: Pasal 1, was: a, becomes: b}"
    other = "corrections:\\n  - {no: 1, clause: Pasal 2, was: c, becomes: d}"
    editor(f"sed -i 's/^history:/{indented}\\nhistory:/' \"$1\"; sed -i 's/^history:/{other}\\nhistory:/' '{file}'")
    before = TEXT.replace("history:", other.replace("\\n", "\n") + "\nhistory:")
    assert pks("edit", ID).code == 6
    assert file.read_text() == before
    [kept] = rescued(file)
    assert "Pasal 1" in kept.read_text()


@pytest.mark.parametrize("meanwhile", ["title: [\\n", "\\377\\n", ""])
def test_a_file_that_was_broken_meanwhile_is_left_as_it_is(
    pks: Run, file: Path, editor: Editor, meanwhile: str
) -> None:
    editor(f"sed -i 's/jiwa /napza /' \"$1\"; printf '{meanwhile}' > '{file}'")
    assert pks("edit", ID, "--no-commit").code == 6
    assert file.read_bytes() == meanwhile.encode().decode("unicode_escape").encode("latin-1")
    [kept] = rescued(file)
    assert kept.read_text() == TEXT.replace("jiwa ", "napza ")


def test_a_dry_run_shows_the_edit_of_the_file_as_it_is_by_then(pks: Run, file: Path, editor: Editor) -> None:
    editor(f"sed -i 's/jiwa /napza /' \"$1\"; sed -i 's/Sosial/Kesehatan/' '{file}'")
    result = pks("edit", ID, "--dry-run")
    assert result.code == 0
    assert "+title: Pelayanan kesehatan napza" in result.out
    assert "Sosial" not in result.out
    assert file.read_text() == TEXT.replace("Sosial", "Kesehatan")


def test_a_file_that_is_broken_can_be_opened_and_mended(pks: Run, file: Path, editor: Editor) -> None:
    file.write_text("title: [\n")
    editor(f"cat > \"$1\" <<'END'\n{TEXT}END")
    assert pks("edit", ID) == (0, "", f"{ID}\n")
    assert file.read_text() == TEXT
    assert git("log", "--format=%s", "-3") == f"{ID}: edited\n{ID}: edited by hand\nagreement\n"


def test_a_file_that_is_broken_and_stays_so_is_said_and_no_copy_stays(pks: Run, file: Path, editor: Editor) -> None:
    file.write_text("title: [\n")
    editor("exit 0")
    result = pks("edit", ID)
    assert (result.code, result.out) == (4, "")
    assert f"\nagreements/{ID}.yaml:1:8: the bracket [ opened here" in result.err
    assert rescued(file) == []


def test_a_file_that_is_no_text_can_be_mended(pks: Run, file: Path, editor: Editor) -> None:
    file.write_bytes(b"\xff\xfe" + TEXT.encode("utf-16-le"))
    editor(f"cat > \"$1\" <<'END'\n{TEXT}END")
    assert pks("edit", ID).code == 0
    assert file.read_text() == TEXT


@pytest.mark.usefixtures("file")
def test_earlier_history_that_changed_is_noted(pks: Run, editor: Editor) -> None:
    editor("sed -i 's/2026-01-05/2026-01-04/' \"$1\"")
    assert pks("edit", ID) == (
        0, "", f"{ID}\nnote: earlier history was changed; history should only grow\n"
    )  # fmt: skip


def test_a_dry_run_shows_the_edit_and_writes_it_not(pks: Run, file: Path, editor: Editor) -> None:
    editor("sed -i 's/jiwa /napza /' \"$1\"")
    result = pks("edit", ID, "--dry-run")
    [kept] = rescued(file)
    assert result == (
        0,
        f"""\
--- a/agreements/{ID}.yaml
+++ b/agreements/{ID}.yaml
@@ -1,4 +1,4 @@
-title: Pelayanan kesehatan jiwa   # dari map
+title: Pelayanan kesehatan napza   # dari map
 parties:
   - {{key: dinsos, name: Dinas Sosial}}
 history:
""",
        (
            f"{ID}\nyour text is kept in {kept}; go on with `pks edit {ID} --from {kept}`\n"
            "only tried; nothing was written\n"
        ),
    )
    assert file.read_text() == TEXT


def test_where_git_is_not_ready_the_text_is_kept(pks: Run, file: Path, editor: Editor) -> None:
    (file.parent.parent / ".git" / "MERGE_HEAD").write_text(git("rev-parse", "HEAD"))
    editor("sed -i 's/jiwa /napza /' \"$1\"")
    assert pks("edit", ID).code == 7
    assert file.read_text() == TEXT
    [kept] = rescued(file)
    assert kept.read_text() == TEXT.replace("jiwa ", "napza ")
    assert pks("edit", ID, "--from", str(kept), "--no-commit").code == 0
    assert file.read_text() == TEXT.replace("jiwa ", "napza ")


def test_an_editor_that_removes_the_file_is_no_bug(pks: Run, file: Path, editor: Editor) -> None:
    editor('rm "$1"')
    result = pks("edit", ID)
    assert (result.code, result.out) == (7, "")
    assert result.err.endswith("No such file or directory\n")
    assert file.read_text() == TEXT


def test_the_text_is_kept_where_the_register_cannot_be_written(
    pks: Run, file: Path, editor: Editor, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("tmp")
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    (file.parent / ".pks" / "rescue").write_text("in the way")
    editor("sed -i 's/jiwa /napza /; s/2026-01-05/05-01-2026/' \"$1\"")
    result = pks("edit", ID)
    [kept] = elsewhere.glob("*.yaml")
    assert (result.code, result.out) == (4, "")
    assert f"--from {kept}`" in result.err
    assert "napza" in kept.read_text()


@pytest.mark.parametrize("number", range(20))
def test_a_set_while_the_editor_is_open_loses_nothing(
    pks: Run, file: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    first = ("x-set", "title", "parties.dinsos.name", "x-set")[number % 4]
    moment = number % 3

    def edit(copy: Path) -> int:
        for step in range(3):
            if step == moment or (step == 2 and number > 9):
                assert pks("set", ID, f"{first}=diatur {number} {step}", "--no-commit").code == 0
            if step == 1:
                copy.write_text(copy.read_text().replace("jiwa ", f"napza {number} "))
        return 0

    monkeypatch.setattr("pks.cli.edit._open", edit)
    result = pks("edit", ID, "--no-commit")
    last = 2 if number > 9 else moment
    assert f"diatur {number} {last}" in file.read_text()
    if first == "title":
        assert result.code == 6
        [kept] = rescued(file)
        assert kept.read_text() == TEXT.replace("jiwa ", f"napza {number} ")
    else:
        assert result.code == 0
        assert f"title: Pelayanan kesehatan napza {number}   # dari map\n" in file.read_text()
        assert rescued(file) == []


def test_sets_of_other_processes_at_the_moment_of_writing_lose_nothing(pks: Run, file: Path, editor: Editor) -> None:
    setting = f"'{sys.executable}' -m pks set {ID} x-set=1 --no-commit >/dev/null 2>&1"
    for pause in ("0.1", "0.25", "0.4"):
        file.write_text(TEXT)
        marker = file.parent.parent / "done"
        editor(f"sed -i 's/jiwa /napza /' \"$1\"\n({setting}; echo $? >'{marker}') &\nsleep {pause}")
        code = pks("edit", ID, "--no-commit").code
        wait_for(marker)
        edited, was_set = TEXT.replace("jiwa ", "napza "), 'x-set: "1"\nhistory:'
        assert code == 0
        assert file.read_text() == edited.replace("history:", was_set)
        assert rescued(file) == []
        marker.unlink()


def wait_for(path: Path) -> None:
    for _ in range(200):
        if path.exists() and path.read_text() == "0\n":
            return
        time.sleep(0.05)
    raise AssertionError(f"{path} never came")


def test_where_it_is_not_sure_that_the_text_is_on_disk_the_copy_stays_and_is_named(
    pks: Run, file: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("sed -i 's/jiwa /jiwa dan napza /' \"$1\"")
    real = durable.sync

    def failing(folder: Path) -> None:
        if folder == file.parent:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(folder)

    monkeypatch.setattr(durable, "sync", failing)
    result = pks("edit", ID, "--no-commit")
    assert (result.code, result.out) == (8, "")
    [copy] = rescued(file)
    assert copy.read_text() == file.read_text() == TEXT.replace("jiwa ", "jiwa dan napza ")
    assert result.err == (
        f"{ID}\npks: agreements/{ID}.yaml written, but perhaps not safe on disk: Input/output error. "
        "Look at the content with `git diff` before you go on.\n"
        "  The disk or the network may be failing: make a copy of the register first.\n"
        f"  your text is kept in {copy}; go on with `pks edit {ID} --from {copy}`\n"
    )


def test_a_copy_that_nobody_may_look_at_is_named_all_the_same(
    pks: Run, file: Path, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor("sed -i 's/jiwa /jiwa dan napza /' \"$1\"")
    real = os.open

    def refuse(path: object, flags: int, *rest: Any, **more: Any) -> int:
        if "rescue" in str(path) and file.with_name("closed").exists():
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, flags, *rest, **more)  # type: ignore[arg-type]

    def full(*_: Any, **__: Any) -> None:
        file.with_name("closed").touch()
        raise EnvironmentFailureError(Message("disk.failed", path="x", reason="full"))

    monkeypatch.setattr("pks.workflow.edit.save", full)
    monkeypatch.setattr(os, "open", refuse)
    result = pks("edit", ID, "--no-commit")
    assert result.code == 7
    [copy] = rescued(file)
    assert f"your text is kept in {copy}" in result.err
