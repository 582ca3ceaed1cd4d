"""From argv to exit code: streams that fail, signals, full disks, and faults of our own."""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.processes import Terminal, needs_permissions, needs_root, process, start
from tests.conftest import Result, Run, git
from tests.store.disk.faults import MODES, Mode, Shim

ID = "2026-dinsos-rsj"
TEXT = """\
title: Pelayanan kesehatan jiwa
parties:
  - {key: dinsos, name: Dinas Sosial}
history:
  - {date: 2026-01-05, stage: draft}
"""
AFTER = TEXT.replace("parties:", "lead: A\nparties:")
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


@pytest.fixture
def file(register: Path) -> Path:
    path = register / f"{ID}.yaml"
    path.write_text(TEXT)
    git("add", "-A")
    git("commit", "-qm", "agreement")
    return path


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.usefixtures("file")
def test_a_reader_who_has_gone_is_no_error_of_a_command_that_only_reads(
    monkeypatch: pytest.MonkeyPatch, unbuffered: str
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    for arguments in (["list"], ["list", "--json"], ["--help"], ["schema"], ["due"]):
        assert gone(*arguments) == (0, "", "")
    assert gone("show", "nobody").code == 3


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_was_found_is_found_though_the_reader_has_gone(
    register: Path, file: Path, monkeypatch: pytest.MonkeyPatch, unbuffered: str
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    file.write_text(TEXT.replace("history:", "tasks: [{what: Rapat, due: 2020-01-01}]\nhistory:"))
    due = ["due", "--strict"]
    for arguments in (due, [*due, "--json"], ["due", "--strict", "--within=1d"]):
        assert gone(*arguments) == (1, "", "")
    file.write_text(TEXT.replace("2026-01-05", "2026-01-04"))
    git("commit", "-qam", "by hand")
    (register / "rusak.yaml").write_text("title: [\n")
    for arguments in (["check"], ["check", "--json"], ["audit"], ["audit", "--json"]):
        assert gone(*arguments).code == 1


@pytest.mark.usefixtures("file")
def test_a_reader_who_has_gone_undoes_nothing(register: Path) -> None:
    assert gone("new", "T", "--party", "A") == (8, "", "")
    assert (register / "2026-a-t.yaml").exists()
    assert git("log", "--format=%s", "-1") == "2026-a-t: draft\n"


def gone(*arguments: str) -> Result:
    """Run `pks` with a stdout whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return process(*arguments, out=writer)
    finally:
        os.close(writer)


@needs_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_result_that_cannot_be_shown_is_7_for_what_reads_and_8_for_what_wrote(
    register: Path, file: Path, monkeypatch: pytest.MonkeyPatch, unbuffered: str
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    said = "pks: the result could not be shown: No space left on device\n"
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        assert process("list", out=full) == (7, "", said)
        assert process("show", ID, "--json", out=full) == (7, "", said)
        assert process("set", ID, "lead=A", "--dry-run", out=full).code == 7
        assert file.read_text() == TEXT
        assert process("new", "T", "--party", "A", out=full) == (8, "", said)
        assert (register / "2026-a-t.yaml").exists()
        assert process("rename", "2026-a-t", "2026-b", out=full).code == 8
        assert (register / "2026-b.yaml").exists()
    assert git("status", "--porcelain") == ""


@needs_full
def test_a_stderr_that_cannot_be_written_to_changes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", "")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        assert process("set", ID, "lead=A", err=full) == (0, "", "")
        assert file.read_text() == AFTER
        assert process("show", "nobody", err=full) == (3, "", "")


@pytest.mark.usefixtures("file")
def test_streams_that_were_closed_are_no_bug(register: Path) -> None:
    assert process("list", before=lambda: os.close(0)).code == 0
    assert process("new", before=lambda: os.close(0)) == (2, "", "pks: `TITLE` is needed; see `--help`\n")
    assert process("list", before=lambda: os.close(1)) == (
        7, "", "pks: the result could not be shown: Bad file descriptor\n"
    )  # fmt: skip
    assert process("new", "T", "--party", "A", before=lambda: os.close(1)).code == 8
    assert (register / "2026-a-t.yaml").exists()
    assert process("set", ID, "lead=A", before=lambda: os.close(2)) == (0, "", "")
    assert process("show", "nobody", before=lambda: os.closerange(0, 3)).code == 3
    assert (register / f"{ID}.yaml").read_text() == AFTER


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [(signal.SIGINT, 130, "pks: interrupted\n"), (signal.SIGTERM, 143, "pks: terminated\n")],
)
def test_a_signal_while_the_editor_is_open_ends_it_and_keeps_the_text(
    file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: int,
    said: str,
) -> None:
    folder = tmp_path_factory.mktemp("bin")
    opened, script = folder / "opened", folder / "editor"
    script.write_text(
        f"#!/bin/sh\necho '# tulisan saya' >> \"$1\"\necho $$ > {opened}-\nmv {opened}- {opened}\nexec sleep 30\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    running = start("edit", ID, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_for(opened)
    running.send_signal(number)
    if number == signal.SIGINT:  # Ctrl-C reaches the editor as well
        os.kill(int(opened.read_text()), number)
    out, err = running.communicate(timeout=20)
    [kept] = (file.parent / ".pks" / "rescue").glob("*.yaml")
    assert (running.returncode, out) == (code, "")
    assert err == f"{ID}\nyour text is kept in {kept}; go on with `pks edit {ID} --from {kept}`\n{said}"
    assert kept.read_text() == f"{TEXT}# tulisan saya\n"
    assert file.read_text() == TEXT
    wait_until_over(int(opened.read_text()))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16"])
def test_what_other_programs_read_is_utf_8_in_any_locale(
    file: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    file.write_text(TEXT.replace("jiwa", "jiwa é 😀"), newline="\r\n")
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    assert json.loads(process("show", ID, "--json").out)["title"] == "Pelayanan kesehatan jiwa é 😀"
    diff = process("set", ID, "title=ü", "--dry-run", "--no-commit").out
    subprocess.run(["git", "apply", "-"], input=diff.encode(), check=True)
    assert file.read_bytes() == TEXT.replace("Pelayanan kesehatan jiwa", "ü").replace("\n", "\r\n").encode()


def wait_for(path: Path) -> None:
    for _ in range(400):
        if path.exists() and path.read_text():
            return
        time.sleep(0.025)
    raise AssertionError(f"{path} never came")


def wait_until_over(process_id: int) -> None:
    """An orphan that has ended stays in the list of processes until it is collected."""
    for _ in range(400):
        try:
            os.kill(process_id, 0)
        except ProcessLookupError:
            return
        time.sleep(0.025)
    raise AssertionError(f"{process_id} is still running")


def test_sigterm_at_a_question_is_143(register: Path) -> None:
    screen = Terminal("new")
    screen.until(": ")
    os.kill(screen.process, signal.SIGTERM)
    code, shown = screen.ends()
    assert code == 143
    assert shown.endswith("pks: terminated\n")
    assert list(register.glob("*.yaml")) == []


def test_bytes_typed_that_are_no_text_are_refused(register: Path) -> None:
    screen = Terminal("new")
    screen.until(": ")
    os.write(screen.screen, b"jiwa \xff\n")
    code, shown = screen.ends()
    assert code == 2
    assert shown.endswith("holds bytes that are not UTF-8 text\n")
    assert list(register.glob("*.yaml")) == []


@pytest.mark.usefixtures("register")
def test_a_fault_of_our_own_is_70_and_one_line(pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a \x1b[31mred\nline")

    monkeypatch.setattr("pks.cli.list.choose", broken)
    result = pks("list")
    assert (result.code, result.out) == (70, "")
    assert result.err.startswith("pks: a fault in pks itself (RuntimeError at test_main.py:")
    assert "\x1b" not in result.err
    monkeypatch.setenv("PKS_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        pks("list")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sett"], "no command `sett`; did you mean `set`?"),
        (["list", "--stag", "draft"], "no option `--stag`; did you mean "),
        (["set"], "`ID` is needed; see `--help`"),
        (["set", ID], "`KEY=VALUE...` is needed; see `--help`"),
        (["rename", ID], "`NEW` is needed; see `--help`"),
        (["rename", ID, "a", "b"], "too many arguments: `b`; quote a text that holds spaces"),
        (["new", "T", "--party"], "`--party` needs a value"),
        (["--today", "besok", "list"], "--today: `besok` is not a date"),
        (["--lang", "fr", "list"], "--lang: `fr` is neither id nor en"),
    ],
)
@pytest.mark.usefixtures("file")
def test_a_command_line_that_does_not_fit_is_2_in_one_line(pks: Run, arguments: list[str], said: str) -> None:
    result = pks(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("pks: ")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_a_start_that_is_not_there_is_3(pks: Run, tmp_path: Path) -> None:
    assert pks("-C", str(tmp_path / "gone"), "list") == (3, "", f"pks: folder {tmp_path}/gone does not exist\n")


@pytest.fixture
def small() -> Iterator[Path]:
    """A register on a disk of 128 KiB."""
    folder = Path(tempfile.mkdtemp())
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k,mode=777", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("needs to mount a small disk")
    try:
        (folder / "agreements" / ".pks" / "cache").mkdir(parents=True)
        (folder / "agreements" / ".pks" / "office.yaml").write_text("commit: false\n")
        (folder / "agreements" / f"{ID}.yaml").write_text(TEXT)
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        shutil.rmtree(folder)


def fill(folder: Path, *, leave: int) -> None:
    """Fill the disk but for so many pages of 4 KiB."""
    free = os.statvfs(folder)
    with (folder / "filler").open("wb") as stream:
        stream.write(b"x" * (free.f_bavail - leave) * free.f_bsize)


@needs_root
@pytest.mark.parametrize("leave", [0, 1, 2])
def test_on_a_full_disk_nothing_is_written_and_the_typed_text_is_kept(
    small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, leave: int
) -> None:
    path = small / "agreements" / f"{ID}.yaml"
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nsed \'s/jiwa/napza/\' "$1" > "$TMPDIR/new" && cat "$TMPDIR/new" > "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    fill(small, leave=leave)
    big = "x-big=" + "x" * 20_000
    for arguments in (("set", ID, big), ("new", "T" * 9_000, "--party", "A", "--id", "baru")):
        result = process("-C", str(small), *arguments)
        assert (result.code, result.out) == (7, "")
        assert "No space left on device" in result.err
        assert "Traceback" not in result.err
        assert path.read_text() == TEXT
        assert not (small / "agreements" / "baru.yaml").exists()
    result = process("-C", str(small), "edit", ID)
    if result.code == 0:
        assert path.read_text() == TEXT.replace("jiwa", "napza")
    else:
        assert result.code == 7
        assert path.read_text() == TEXT
        kept = [*(small / "agreements").glob(".pks/rescue/*.yaml"), *tmp_path.glob("pks-*.yaml")]
        assert [one.read_text() for one in kept] == [TEXT.replace("jiwa", "napza")]
    assert list(small.rglob("*.pks-tmp")) == []


@pytest.mark.usefixtures("register")
def test_a_limit_on_the_size_of_files_leaves_the_old_one(file: Path) -> None:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))

    result = process("set", ID, "x-big=" + "x" * 9_000, "--no-commit", before=limit)
    assert (result.code, result.out) == (7, "")
    assert "File too large" in result.err
    assert file.read_text() == TEXT
    assert list(file.parent.rglob("*.pks-tmp")) == []


@needs_permissions
def test_without_permission_nothing_is_written_and_the_place_is_named(register: Path, file: Path) -> None:
    cache = register / ".pks" / "cache"
    (register / ".pks").chmod(0o555)
    result = process("set", ID, "lead=A", "--no-commit", powerless=True)
    assert (result.code, result.out) == (7, "")
    assert result.err.startswith(f"{ID}\npks: The lock agreements/.pks/cache/lock cannot be made: Permission denied.")
    (register / ".pks").chmod(0o755)
    cache.mkdir()
    register.chmod(0o555)
    for arguments in (("set", ID, "lead=A"), ("new", "T", "--party", "A"), ("rename", ID, "b")):
        result = process(*arguments, "--no-commit", powerless=True)
        assert (result.code, result.out) == (7, "")
        assert "agreements/" in result.err
        assert "Permission denied. Nothing was changed." in result.err
    register.chmod(0o755)
    assert file.read_text() == TEXT
    assert sorted(one.name for one in register.iterdir()) == [".pks", file.name]
    file.chmod(0o444)
    assert process("set", ID, "lead=A", "--no-commit").code == 7
    file.chmod(0)
    result = process("set", ID, "lead=A", "--no-commit", powerless=True)
    assert result == (
        4, "",
        (f"{ID}\npks: agreements/{ID}.yaml cannot be understood; mend it first:\n"
        f"agreements/{ID}.yaml:1:1: cannot be read: Permission denied\n"),
    )  # fmt: skip
    assert process("list", powerless=True).code == 0
    file.chmod(0o644)
    assert file.read_text() == TEXT


CHANGED = {
    "set": {f"{ID}.yaml": AFTER, "2026-x.yaml": f"under: {ID}\n{TEXT}"},
    "new": {f"{ID}.yaml": TEXT, "2026-x.yaml": f"under: {ID}\n{TEXT}", "baru.yaml": """\
title: T

parties:
  - key: a
    name: A

history:
  - {date: 2026-03-01, stage: draft}
"""},
    "rename": {"baru.yaml": TEXT, "2026-x.yaml": f"under: baru\n{TEXT}"},
}  # fmt: skip
COMMANDS = {
    "set": ("set", ID, "lead=A"),
    "new": ("new", "T", "--party", "A", "--id", "baru"),
    "rename": ("rename", ID, "baru"),
}
TRIED = [mode for mode in MODES if mode.name in {
    "ENOSPC", "EIO from then on", "EACCES", "done, but EIO", "Ctrl-C", "short write",
}]  # fmt: skip


@pytest.mark.parametrize("mode", TRIED, ids=lambda mode: mode.name)
@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_call_fails_the_files_are_old_or_new_and_the_exit_code_is_true(
    pks: Run, register: Path, command: str, mode: Mode
) -> None:
    before = {f"{ID}.yaml": TEXT, "2026-x.yaml": f"under: {ID}\n{TEXT}"}
    runs, failed = 0, 0
    for at in range(1, 1000):
        put(register, before)
        shim = Shim(mode, at)
        with shim.installed():
            result = pks(*COMMANDS[command], "--no-commit")
        after = texts(register)
        story = f"{mode.name} at call {at}, {shim.failed}: {result}"
        if shim.seen < at:
            assert (result.code, after) == (0, CHANGED[command])
            break
        runs, failed = runs + 1, failed + bool(shim.failed)
        assert "Traceback" not in result.err, story
        unknown = mode.sticky and "stat" in shim.failed  # whether it was renamed, the system would not tell
        match result.code:
            case 0:
                assert after == CHANGED[command], story
            case 3 | 4 | 6 | 7:
                assert after == before, story
            case 8:
                assert after != before or unknown, story
            case code:
                assert code == 130, story
        for name, text in after.items():
            assert text in {before.get(name), CHANGED[command].get(name)}, story
    # Newer Pythons look at folders in fewer calls.
    assert (runs, failed > 0) >= ({"set": 35, "new": 15, "rename": 55}[command], True)


def put(register: Path, files: dict[str, str]) -> None:
    for path in register.glob(".*.pks-tmp"):
        path.unlink()
    for path in register.glob("*.yaml"):
        path.unlink()
    for name, text in files.items():
        (register / name).write_text(text)


def texts(register: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(register.glob("*.yaml"))}


def test_a_commit_that_cannot_even_begin_leaves_the_file_written_and_says_so(
    pks: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("pks.git.commits._patiently", fails)
    assert pks("set", ID, "lead=A") == (
        8, "",
        (f"{ID}\npks: `git commit` failed in {file.parent.parent}: Too many open files. "
        "Mend the cause, or use --no-commit.\n"),
    )  # fmt: skip
    assert file.read_text() == AFTER


@pytest.mark.usefixtures("register")
def test_an_option_that_takes_a_whole_number_says_so(pks: Run) -> None:
    assert pks("audit", "--days", "x") == (2, "", "pks: --days: it must be a whole number from 0 up\n")
    assert pks("--lang", "id", "audit", "--days", "-1") == (
        2, "", "pks: --days: harus bilangan bulat mulai dari 0\n"
    )  # fmt: skip
    assert pks("import", "x.csv", "--from-row", "0").err == "pks: --from-row: it must be a whole number from 1 up\n"


def test_a_file_in_the_place_of_the_cache_is_named(pks: Run, register: Path) -> None:
    (register / ".pks" / "cache").write_text("x")
    assert pks("new", "A", "--party", "B") == (
        7, "",
        (
            "pks: agreements/.pks/cache should be a folder and is a file; delete that file, pks makes the folder. "
            "Nothing was changed.\n"
        ),
    )  # fmt: skip
    assert "hapus berkas itu" in pks("--lang", "id", "new", "A", "--party", "B").err
    (register / ".pks" / "cache").unlink()
    assert pks("new", "A", "--party", "B").code == 0
