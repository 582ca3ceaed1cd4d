"""Links, pipes, devices and sockets where a register has files and folders: said plainly, nothing outside touched."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from tests.cli.processes import needs_permissions, process
from tests.conftest import Run, git
from tests.hostile.traps import AGREEMENT

_NOT_REGULAR: Final = "agreements/a.yaml:1:1: not a regular file (a link, folder or device); put the file itself here\n"
_WRITING: Final[tuple[tuple[str, ...], ...]] = (
    ("set", "a", "lead=X"),
    ("advance", "a", "--force", "--reason", "x"),
    ("new", "Baru", "--party", "A", "--id", "baru"),
)
_READING: Final[tuple[tuple[str, ...], ...]] = (("check",), ("list",), ("due",))


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of somebody's, in which nothing may happen."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "a.yaml").write_text(AGREEMENT.replace("Rujukan", "RAHASIA"))
    for lock in (folder / "lock", folder / "cache" / "lock"):
        lock.parent.mkdir(exist_ok=True)
        lock.write_text("lock of another")
    (folder / "profile").write_text("settings")
    return folder


def kept(folder: Path) -> dict[str, object]:
    """Each thing in a folder: what it holds, where it leads, or of what kind it is."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        name, mode = path.relative_to(folder).as_posix(), path.lstat().st_mode
        if stat.S_ISLNK(mode):
            found[name] = os.readlink(path)  # noqa: PTH115
        else:
            found[name] = path.read_bytes() if stat.S_ISREG(mode) else stat.S_IFMT(mode)
    return found


def _socket(path: Path, _: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)
    os.chdir(here)


def _device(path: Path, _: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero: it never ends
    except PermissionError:
        pytest.skip("needs leave to make devices (root)")


KINDS: Final[dict[str, Callable[[Path, Path], None]]] = {
    "link": lambda path, outside: path.symlink_to(outside / "a.yaml"),
    "link to nothing": lambda path, outside: path.symlink_to(outside / "nothing.yaml"),
    "link to itself": lambda path, _: path.symlink_to(path),
    "pipe": lambda path, _: os.mkfifo(path),
    "folder": lambda path, _: path.mkdir(),
    "socket": _socket,
    "device": _device,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_that_is_no_plain_file_is_named_and_left_alone(
    pks: Run, register: Path, outside: Path, kind: str
) -> None:
    KINDS[kind](register / "a.yaml", outside)
    (register / "b.yaml").write_text(AGREEMENT)
    before, theirs, log = kept(register), kept(outside), git("log", "--format=%s")
    for words in _WRITING[:2]:
        result = pks(*words)
        assert (result.code, result.out) == (4, ""), result
        assert result.err == f"a\npks: agreements/a.yaml cannot be understood; mend it first:\n{_NOT_REGULAR}"
    result = pks("check")
    assert result.code == 1
    assert f"{_NOT_REGULAR[:-1].replace('1:1: ', '1:1: error: ')} [file.not-regular]" in result.out
    result = pks("list", "--json")
    assert (result.code, result.err) == (0, _NOT_REGULAR)
    assert "RAHASIA" not in result.out
    now = kept(register)
    assert {path: what for path, what in now.items() if not path.startswith(".pks/cache")} == before
    assert git("log", "--format=%s") == log
    assert pks("new", "Baru", "--party", "A", "--id", "a").code == 6
    assert pks(*_WRITING[2]) == (0, "baru\n", "")
    assert git("log", "--format=%s") == f"baru: draft\n{log}"
    assert kept(outside) == theirs


def test_reading_makes_no_index_where_a_link_leads(pks: Run, register: Path, outside: Path) -> None:
    (register / "a.yaml").write_text(AGREEMENT)
    _linked(".pks")(register, outside)
    theirs = kept(outside)
    for words in (("list",), ("due",), ("check",)):
        assert pks(*words).code in {0, 1}
    assert kept(outside) == theirs


def _linked(name: str) -> Callable[[Path, Path], None]:
    def link(register: Path, outside: Path) -> None:
        path = register / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            (path / "office.yaml").unlink()
            path.rmdir()
        path.symlink_to(outside)

    return link


@pytest.mark.parametrize("name", [".pks", ".pks/cache"])
@pytest.mark.parametrize("commit", ["--commit", "--no-commit"])
def test_a_folder_of_pks_that_is_a_link_leads_nobody_out(
    pks: Run, register: Path, outside: Path, name: str, commit: str
) -> None:
    (register / "a.yaml").write_text(AGREEMENT)
    _linked(name)(register, outside)
    before, theirs, log = kept(register), kept(outside), git("log", "--format=%s")
    for words in _WRITING:
        result = pks(*words, commit)
        assert (result.code, result.out) == (7, ""), result
        assert result.err.removeprefix("a\n") == (
            f"pks: {register}/.pks/cache lies outside the register {register} (perhaps through a symbolic link); "
            "nothing was written. Move its folder into the register.\n"
        )
    for words in _READING:
        assert pks(*words).code == 0
    assert (kept(register), kept(outside), git("log", "--format=%s")) == (before, theirs, log)


def test_a_folder_of_pks_that_leads_to_nothing_makes_nothing_there(pks: Run, register: Path, outside: Path) -> None:
    (register / "a.yaml").write_text(AGREEMENT)
    _linked(".pks")(register, outside / "nothing")
    theirs = kept(outside)
    for words in _WRITING:
        assert pks(*words).code == 7
    assert kept(outside) == theirs


@pytest.mark.parametrize("name", ["lock", "lock.holder", "without-git", ".gitignore"])
@pytest.mark.parametrize("target", ["profile", "nothing"])
def test_nothing_in_the_cache_that_is_a_link_is_written_through(
    pks: Run, register: Path, outside: Path, name: str, target: str
) -> None:
    """Taking the lock empties its file, and its holder is written beside: a clone may come with links there."""
    (register / "a.yaml").write_text(AGREEMENT)
    if name == "without-git":
        (register.parent / ".git").rename(register.parent / "no-git")
    (register / ".pks" / "cache").mkdir()
    (register / ".pks" / "cache" / name).symlink_to(outside / target)
    theirs = kept(outside)
    for words in _WRITING:
        result = pks(*words)
        assert result.code == (7 if name == "lock" else 0), result
        assert name != "lock" or "agreements/.pks/cache/lock is not a regular file" in result.err
    for words in _READING:
        assert pks(*words).code == 0
    assert kept(outside) == theirs


def test_a_pipe_where_the_holder_of_the_lock_is_named_keeps_nobody_waiting(pks: Run, register: Path) -> None:
    (register / "a.yaml").write_text(AGREEMENT)
    (register / ".pks" / "cache").mkdir()
    os.mkfifo(register / ".pks" / "cache" / "lock.holder")
    assert pks("set", "a", "lead=X").code == 0


def test_what_a_person_typed_is_not_kept_outside_through_a_link(
    pks: Run, register: Path, outside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("EDITOR", "sed -i s/title:/titel:/")
    (register / "a.yaml").write_text(AGREEMENT)
    _linked(".pks/rescue")(register, outside)
    theirs = kept(outside)
    result = pks("edit", "a")
    [copy] = (tmp_path / "tmp").iterdir()
    assert (result.code, result.out) == (4, "")
    assert f"your text is kept in {copy}" in result.err
    assert copy.read_text() == AGREEMENT.replace("title:", "titel:")
    assert kept(outside) == theirs


def test_new_files_do_not_follow_a_linked_folder_of_a_year_out(pks: Run, register: Path, outside: Path) -> None:
    (register / ".pks" / "office.yaml").write_text('office: B\nfolder: "{year}"\n')
    _linked("2026")(register, outside)
    theirs = kept(outside)
    result = pks("new", "Baru", "--party", "A", "--id", "baru", "--no-commit")
    assert (result.code, result.out) == (7, "")
    assert "lies outside the register" in result.err
    assert [path for path in kept(register) if path.endswith("baru.yaml")] == []
    assert "RAHASIA" not in pks("list").out
    assert kept(outside) == theirs


def test_templates_are_not_copied_out_through_a_link(pks: Run, register: Path, outside: Path) -> None:
    _linked(".pks/templates")(register, outside)
    theirs = kept(outside)
    for words in (("letter", "notice", "--copy-template"), ("letter", "notice", "--copy-template", "--force")):
        result = pks(*words)
        assert (result.code, result.out) == (7, ""), result
        assert "notice.docx lies outside the re" in result.err  # the register, or the repository around it
    assert pks("letter", "--templates").code == 0
    assert kept(outside) == theirs


@pytest.mark.parametrize(("name", "kind"), [*product(["numbers.yaml", "partners.yaml", "office.yaml"], KINDS)])
def test_a_file_of_pks_that_is_no_plain_file_is_named_and_never_written_through(
    pks: Run, register: Path, outside: Path, name: str, kind: str
) -> None:
    (register / "a.yaml").write_text(AGREEMENT)
    path = register / ".pks" / name
    path.unlink(missing_ok=True)
    KINDS[kind](path, outside)
    theirs = kept(outside)
    result = pks("check")
    assert result.code == 1
    assert f"agreements/.pks/{name}:1:1: error: not a regular file (a link, folder or device);" in result.out
    assert pks("list").code == 0
    registered = pks("register", "a", "--number", "next", "--no-commit")
    assert registered.code == (0 if name == "partners.yaml" else 4), registered
    assert pks("set", "a", "lead=X", "--no-commit").code == (4 if name == "office.yaml" else 0)
    assert kept(outside) == theirs
    assert stat.S_IFMT(path.lstat().st_mode) != stat.S_IFREG


@needs_permissions
@pytest.mark.parametrize("words", [*_WRITING[:2], ("close", "a", "--reason", "withdrawn")], ids=lambda words: words[0])
def test_a_write_protected_record_is_left_alone(register: Path, words: tuple[str, ...]) -> None:
    file = register / "a.yaml"
    file.write_text(AGREEMENT)
    git("add", "-A")
    git("commit", "-qm", "a")
    file.chmod(0o444)
    for powerless in (False, True):
        result = process(*words, powerless=powerless)
        assert (result.code, result.out) == (7, ""), result
        assert "agreements/a.yaml is write-protected; nothing was changed." in result.err
    assert file.read_text() == AGREEMENT
    assert git("log", "--format=%s").splitlines()[0] == "a"
    assert [process(*reading, powerless=True).code for reading in _READING] == [0, 0, 0]


@needs_permissions
def test_a_folder_that_may_not_be_written_is_read_and_said_to_be_so(register: Path) -> None:
    file = register / "a.yaml"
    file.write_text(AGREEMENT)
    (register / ".pks" / "cache").mkdir()
    register.chmod(0o555)
    try:
        for words in _WRITING:
            result = process(*words, "--no-commit", powerless=True)
            assert (result.code, result.out) == (7, ""), result
            assert "agreements/" in result.err
            assert "Permission denied. Nothing was changed." in result.err
        assert [process(*reading, powerless=True).code for reading in _READING] == [0, 0, 0]
    finally:
        register.chmod(0o755)
    assert file.read_text() == AGREEMENT
    assert sorted(path.name for path in register.iterdir()) == [".pks", "a.yaml"]
