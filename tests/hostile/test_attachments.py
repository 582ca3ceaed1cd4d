"""No path of an attachment leads out of its folder, through links either, and none is waited for."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.processes import process
from tests.conftest import Run, git
from tests.hostile.traps import AGREEMENT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")

# What `file:` says, and what `check` makes of it.
FILES = {
    "pipa": "missing",
    "nol": "outside",
    "atas/rahasia": "outside",
    "atas/agreements/b.yaml": "outside",
    "dalam/../../b.yaml": "outside",
    "../b.yaml": "outside",
    "../b.files/x": "outside",
    "../.pks/office.yaml": "outside",
    "../../.git/config": "outside",
    "../../pipa": "missing",
    "../../../rahasia": "outside",
    "../../keluar/hostname": "outside",
    "/dev/zero": "outside",
    "/etc/hostname": "outside",
    "lingkar": "missing",
    "..": "outside",
    ".": "missing",
    "a\\0b": "missing",
    "~/x": "missing",
    "$HOME/x": "missing",
    "file:///etc/hostname": "missing",
    "\\\\\\\\server\\\\share": "missing",
}
READING = (("audit",), ("show", "a"), ("brief",), ("list",), ("site", "--out", "x.html"), ("diff", "a"))


@pytest.fixture
def folder(register: Path) -> Path:
    """A register with pipes that nobody writes into, endless devices and links that lead out of it."""
    files = register / "a.files"
    (files / "dalam").mkdir(parents=True)
    (register / "b.files").mkdir()
    (register / "b.files" / "x").write_text("RAHASIA")
    (register / "b.yaml").write_text(AGREEMENT)
    (register.parent / "rahasia").write_text("RAHASIA")
    (register.parent / "keluar").symlink_to("/etc")
    (files / "nol").symlink_to("/dev/zero")
    (files / "atas").symlink_to("../..")
    (files / "lingkar").symlink_to("lingkar")
    os.mkfifo(files / "pipa")
    os.mkfifo(register.parent / "pipa")
    return register


def test_each_path_is_refused_and_none_is_opened(pks: Run, folder: Path) -> None:
    """A run that opened a pipe or read a device would not come back; `process` gives it a minute."""
    documents = "".join(f'  - {{kind: draft, file: "{file}", sha256: {"0" * 64}}}\n' for file in FILES)
    (folder / "a.yaml").write_text(AGREEMENT.replace("history:", f"documents:\n{documents}history:"))
    git("add", "-A")
    git("commit", "-qm", "satu")
    assert process("check", "a").code == 1
    found = [one for one in json.loads(pks("check", "a", "--json").out) if one["level"] == "error"]
    assert [(one["line"], one["code"]) for one in found] == [
        (line, f"check.attachment-{what}") for line, what in enumerate(FILES.values(), start=8)
    ]
    for command in READING:
        result = pks(*command)
        assert result.code in {0, 1}, (command, result)
        assert "RAHASIA" not in result.out, command
    for place in ("pipa", "agreements/a.files/pipa", "agreements/a.files/nol", "agreements/a.files/lingkar"):
        assert pks("attach", "a", place, "--kind", "draft", "--no-commit").code in {2, 3, 7}, place
