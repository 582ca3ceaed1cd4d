"""Disks that are really full, read-only, or name files as Windows does; in mounts that nobody else sees."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from tests.faults.mounts import apart, forbid_writing, may_mount, mount
from tests.faults.running import before_and_after, command, pks
from tests.faults.scenes import COMMANDS, EDITOR, files, left_aside, prepare
from tests.hostile.test_ids import HOSTILE_IDS

pytestmark = pytest.mark.slow

# How many pages of 4 KiB, or how many names, the disk has left when the command begins.
LEVELS: Final = range(10)
FULL: Final = {
    "set": command("set"),
    # What makes a file of one page three: a writer in place would find no room for them.
    "set a long text": ("set", "draft", "purpose=" + "Rujukan " * 1000, "--no-commit"),
    "attach": command("attach"),
    "report send": command("report send"),
}
READ_ONLY: Final = ("set", "new", "attach", "rename", "register", "report send", "import", "renew", "edit", "advance")
_PAGE: Final = 4096


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    if not may_mount():
        pytest.skip("needs leave to mount (root, or user namespaces)")
    monkeypatch.setenv("EDITOR", EDITOR)


def _filled(folder: Path, what: str, level: int) -> list[Path]:
    """Fill the disk until so many pages or names are left; what is in the way."""
    found = os.statvfs(folder)
    filler = folder / ".git" / "filler"  # what is git's is nobody's here
    filler.parent.mkdir()
    if what == "pages":
        filler.write_bytes(b"x" * (os.statvfs(folder).f_bavail - level) * _PAGE)
        return [filler]
    made = [filler.with_name(f"filler-{number}") for number in range(found.f_favail - 1 - level)]
    for one in made:
        one.touch()
    return made


@cache
def _whole(name: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files before the command and after it, where there is room."""
    with TemporaryDirectory() as folder:
        prepare(Path(folder))
        old = files(Path(folder))
        assert pks(Path(folder), *FULL[name]).code == 0
        return old, files(Path(folder))


def _on_a_full_disk(folder: Path, name: str, what: str, level: int) -> dict[str, Any]:
    mount("tmpfs", folder, "size=1m,nr_inodes=100")
    prepare(folder)
    in_the_way = _filled(folder, what, level)
    result = pks(folder, *FULL[name])
    old, new = _whole(name)
    now, aside = files(folder), left_aside(folder)
    for one in in_the_way:
        one.unlink()
    again = pks(folder, *FULL[name])
    return {
        "result": result,
        "nothing": now == old,
        "everything": now == new,
        "torn": [path for path in {*old, *new, *now} if now.get(path) not in (old.get(path), new.get(path))],
        "aside": list(map(str, aside)),
        "again": again,
        "done": files(folder) == new,
    }


@pytest.mark.parametrize("what", ["pages", "names"])
@pytest.mark.parametrize("name", FULL)
def test_a_disk_that_is_full_keeps_what_was_there(tmp_path: Path, name: str, what: str) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    _whole(name)
    codes = []
    for level in LEVELS:
        left = apart(tmp_path, partial(_on_a_full_disk, folder, name, what, level))
        code, _, said = left["result"]
        assert left["torn"] == [], left
        assert left["aside"] == [], left
        assert code in {0, 7, 8}, left
        assert left["everything" if code == 0 else "nothing"] or code == 8, left
        assert code == 0 or "No space left on device" in said, left
        assert left["done"] or code == 8, left
        assert left["again"][0] == 0 or code != 7, left
        codes.append(code)
    print(codes)  # noqa: T201  # shown with -rP
    assert codes[0] == 7
    assert codes[-1] == 0


def _on_a_disk_to_be_read(folder: Path, name: str) -> dict[str, Any]:
    mount("tmpfs", folder, "size=1m")
    prepare(folder)
    usual = pks(folder, "check"), pks(folder, "list")
    shutil.rmtree(folder / "agreements" / ".pks" / "cache", ignore_errors=True)
    forbid_writing(folder)
    result = pks(folder, *command(name))
    old, _ = before_and_after(name)
    return {
        "result": result,
        "nothing": files(folder) == old,
        "readable": (pks(folder, "check"), pks(folder, "list")) == usual,
    }


@pytest.mark.parametrize("name", READ_ONLY)
def test_a_disk_that_may_only_be_read_is_read_and_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("EDITOR", "sed -i s/rujukan/rujuk/")
    folder = tmp_path / "disk"
    folder.mkdir()
    before_and_after(name)
    left = apart(tmp_path, partial(_on_a_disk_to_be_read, folder, name))
    code, out, said = left["result"]
    assert (code, out, left["nothing"], left["readable"]) == (7, "", True, True), left
    assert "Read-only file system" in said
    assert "agreements/" in said
    kept = [path for path in (tmp_path / "tmp").iterdir() if path.is_file()]
    assert [b"rujuk " in path.read_bytes() and str(path) in said for path in kept] == [True] * (name == "edit")


_AWKWARD: Final = (
    "nota: akhir?.pdf",
    "CON.pdf",
    "titik..pdf",
    "miring\\\\balik.pdf",
    "nul",
    "a|b*c.pdf",
    "spasi .pdf ",
)


@contextmanager
def _disk_of_windows(folder: Path) -> Iterator[None]:
    """An NTFS on `folder` that ignores case and refuses what Windows refuses to be the name of a file."""
    image = folder.with_name("image")
    with image.open("wb") as file:
        file.truncate(8 << 20)
    subprocess.run([str(_program("mkntfs")), "-q", "-F", "-s", "512", image], check=True, capture_output=True)
    # The program that serves it goes on behind, and ends once nobody has it mounted.
    lowntfs = [str(_program("lowntfs-3g")), "-o", "windows_names,ignore_case", str(image), str(folder)]
    subprocess.run(lowntfs, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with pytest.raises(OSError, match="Invalid argument"):
            (folder / "CON.yaml").touch()
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def _program(name: str) -> str | None:
    return shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/sbin")


def _every_command_on_windows(top: Path) -> dict[str, Any]:
    wrong: dict[str, Any] = {}
    with _disk_of_windows(top):
        for name in COMMANDS:
            folder = top / name.replace(" ", "-")
            prepare(folder)
            result = pks(folder, *command(name))
            (folder / "edited").unlink(missing_ok=True)
            if result.code or files(folder) != before_and_after(name)[1] or left_aside(folder):
                wrong[name] = result
        folder = top / "committed"
        prepare(folder)
        git = ["git", "-C", str(folder), "-c", "safe.directory=*"]
        subprocess.run([*git, "init", "-q"], check=True)
        wrong |= {f"{words[0]} --commit": result for words in (COMMANDS["set"], COMMANDS["attach"])
                  if (result := pks(folder, *words, "--commit")).code}  # fmt: skip
    return wrong


def _awkward_names_on_windows(top: Path) -> dict[str, Any]:
    sources = top.with_name("sources")
    sources.mkdir()
    wrong: dict[str, Any] = {}
    with _disk_of_windows(top):
        prepare(top)
        before = files(top)
        for id_ in HOSTILE_IDS:
            for words in (("new", "Judul", "--party", "A", f"--id={id_}"), ("rename", "--", "draft", id_)):
                result = pks(top, *words, "--no-commit")
                if result.code != 2 or files(top) != before:
                    wrong[id_] = result
        for number, name in enumerate(_AWKWARD):
            (sources / name).write_text(f"{number}")
            result = pks(top, "attach", "two", str(sources / name), "--kind", "letter", "--no-commit")
            if result.code:
                wrong[name] = result
        copied = [content for path, content in files(top).items() if "/two.files/" in path]
        if sorted(copied) != [b"%d" % number for number in range(len(_AWKWARD))] or pks(top, "check", "two").code:
            wrong["attachments"] = sorted(files(top))
    return wrong


@pytest.mark.parametrize("act", [_every_command_on_windows, _awkward_names_on_windows], ids=["commands", "names"])
def test_a_disk_with_the_names_of_windows_takes_every_name_pks_gives(
    tmp_path: Path, act: Callable[[Path], dict[str, Any]]
) -> None:
    if not (_program("mkntfs") and _program("lowntfs-3g") and Path("/dev/fuse").exists() and os.geteuid() == 0):
        pytest.skip("needs root, /dev/fuse, and mkntfs and lowntfs-3g (Debian: ntfs-3g)")
    top = tmp_path / "disk"
    top.mkdir()
    for name in COMMANDS:
        before_and_after(name)
    assert apart(tmp_path, partial(act, top)) == {}
