"""What git put into the folder is not always what somebody wrote: it is named, or worked with and its bytes kept."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Run, git
from tests.hostile.traps import AGREEMENT

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

CRLF = AGREEMENT.replace("\n", "\r\n")
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12\n"


class Checkout(NamedTuple):
    """What was committed as `a.yaml`, what git was told before it put it there, and what `set` and `check` make of it.

    `code` is the exit code of `set`; `found` the line and code of what `check` names, none where it works.
    """

    content: bytes
    told: Callable[[Path], Path | None]
    stands: bytes | None = None  # what lies in the folder, where it is not what was committed
    code: int = 0
    found: tuple[int, str] | None = None


def _nothing(_: Path) -> None:
    pass


def _settings(*pairs: str) -> Callable[[Path], None]:
    def told(_: Path) -> None:
        for pair in pairs:
            git("config", *pair.split("="))
        _again()

    return told


def _attributes(line: str) -> Callable[[Path], None]:
    def told(top: Path) -> None:
        (top / ".git" / "info").mkdir(exist_ok=True)
        (top / ".git" / "info" / "attributes").write_text(f"{line}\n")
        _again()

    return told


def _again() -> None:
    """Let git put the file there once more, as it is now told to."""
    Path("agreements/a.yaml").unlink()
    git("checkout", "-q", "HEAD", "--", "agreements/a.yaml")


def _sparse(_: Path) -> None:
    git("sparse-checkout", "set", "--no-cone", "/*", "!/agreements/b.yaml")
    assert not Path("agreements/b.yaml").exists()


def _partial(top: Path) -> Path:
    git("config", "uploadpack.allowFilter", "true")
    git("clone", "-q", "--filter=blob:none", f"file://{top}", str(top / "sebagian"))
    return top / "sebagian"


def _single(top: Path) -> Path:
    git("clone", "-q", "--depth=1", "--single-branch", f"file://{top}", str(top / "satu"))
    return top / "satu"


def _skipped(_: Path) -> None:
    git("update-index", "--skip-worktree", "agreements/b.yaml")


def _linked(_: Path) -> None:
    """A link, on a system that has none: git writes the file that it leads to as text."""
    git("config", "core.symlinks", "false")
    done = git("hash-object", "-w", "--path=x", "agreements/a.yaml").strip()
    git("update-index", "--cacheinfo", f"120000,{done},agreements/a.yaml")
    git("commit", "-qm", "tautan")
    _again()


ENCODED = "agreements/a.yaml working-tree-encoding=UTF-16LE-BOM"
CHECKOUTS = {
    "sparse": Checkout(AGREEMENT.encode(), _sparse),
    "partial": Checkout(AGREEMENT.encode(), _partial),
    "shallow, of one branch": Checkout(AGREEMENT.encode(), _single),
    "a file that git passes over": Checkout(AGREEMENT.encode(), _skipped),
    "LFS pointer": Checkout(POINTER.encode(), _nothing, code=4, found=(1, "file.lfs")),
    "empty": Checkout(b"", _nothing, code=4, found=(1, "yaml.empty")),
    "a link as text": Checkout(b"../x.yaml", _linked, code=4, found=(1, "yaml.root")),
    "encoded": Checkout(
        AGREEMENT.encode(), _attributes(ENCODED), b"\xff\xfe" + AGREEMENT.encode("utf-16-le"), 4, (1, "file.utf16")
    ),
    "BOM": Checkout(b"\xef\xbb\xbf" + AGREEMENT.encode(), _nothing),
    "CRLF": Checkout(CRLF.encode(), _nothing),
    "mixed line ends": Checkout(AGREEMENT.replace("\n", "\r\n", 3).encode(), _nothing),
    "no last line end": Checkout(AGREEMENT.rstrip("\n").encode(), _nothing),
    "autocrlf": Checkout(AGREEMENT.encode(), _settings("core.autocrlf=true"), CRLF.encode()),
    "autocrlf, of a file with CRLF": Checkout(CRLF.encode(), _settings("core.autocrlf=true")),
    "autocrlf=input": Checkout(AGREEMENT.encode(), _settings("core.autocrlf=input")),
    "autocrlf that must be safe": Checkout(
        AGREEMENT.encode(), _settings("core.autocrlf=true", "core.safecrlf=true"), CRLF.encode()
    ),
    "eol=crlf": Checkout(AGREEMENT.encode(), _attributes("*.yaml text eol=crlf"), CRLF.encode()),
    "autocrlf, and told not to": Checkout(AGREEMENT.encode(), _settings("core.autocrlf=true", "x.y=z")),
}
KEPT = {"autocrlf, and told not to"}  # those with the attributes that `pks init` writes


@pytest.mark.parametrize("name", CHECKOUTS)
def test_it_is_worked_with_byte_for_byte_or_named(
    name: str, pks: Run, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CHECKOUTS[name]
    if name in KEPT:
        (register / ".gitattributes").write_text("* -text\n")
    (register / "a.yaml").write_bytes(case.content)
    (register / "b.yaml").write_text(AGREEMENT)
    git("add", "-A")
    git("commit", "-qm", "satu")
    top = case.told(register.parent) or register.parent
    monkeypatch.chdir(top)
    path = top / "agreements" / "a.yaml"
    before = path.read_bytes()
    assert before == (case.content if case.stands is None else case.stands)
    for command in ((), ("list",), ("due",), ("audit",), ("diff", "a"), ("history", "a")):
        assert pks(*command).code in {0, 1, 4}, command
    found = [one for one in json.loads(pks("check", "--json").out) if one["level"] == "error"]
    assert [(one["line"], one["code"]) for one in found] == ([] if case.found is None else [case.found])
    done = pks("set", "a", "title=Lain")
    assert (done.code, done.out) == (case.code, ""), done
    if case.code:
        assert path.read_bytes() == before
        assert git("log", "-1", "--format=%s") in {"satu\n", "tautan\n"}
        assert "b" in pks("list").out
        return
    assert path.read_bytes() == before.replace(b"Rujukan", b"Lain")
    assert git("show", "--name-only", "--format=%s", "HEAD") == "a: set title\n\nagreements/a.yaml\n"
    assert "title: Lain" in git("show", "HEAD:agreements/a.yaml")
    assert "title: Rujukan" in git("show", "HEAD:agreements/b.yaml")
    assert git("status", "--porcelain", "--", "agreements/a.yaml") == ""
