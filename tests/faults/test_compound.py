"""A fault on top of a fault: in clearing up after a crash, and in keeping what a person typed."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import Result
from tests.faults.forks import ended, forked
from tests.faults.running import before_and_after, command, pks
from tests.faults.scenes import EDITOR, files, left_aside, prepare
from tests.faults.shim import ALL, KILL, Mode, Shim, still_open

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and flock")

DEAD: Final = 999_999_999
SWEEPS: Final = (
    KILL,
    Mode("EIO", errno.EIO, frozenset({"unlink", "lstat", "open", "flock"})),
    Mode("EACCES from then on", errno.EACCES, frozenset({"unlink", "open"}), sticky=True),
)
RESCUES: Final = (
    Mode("ENOSPC from then on", errno.ENOSPC, frozenset({"open", "write", "fsync", "mkdir"}), sticky=True),
    Mode("EROFS from then on", errno.EROFS, ALL - {"read", "stat", "lstat", "fstat", "close"}, sticky=True),
    Mode("ENOSPC", errno.ENOSPC, frozenset({"open", "write", "fsync", "mkdir"})),
)


def _crashed(folder: Path) -> None:
    """A register after three crashes: files written aside, in part, by processes that are no more."""
    prepare(folder)
    for number, name in enumerate(("draft.yaml", "one.yaml", "2026/child.yaml")):
        path = folder / "agreements" / name
        aside = path.with_name(f".{path.name}.{DEAD - number}.pks-tmp")
        aside.write_bytes(path.read_bytes()[: 50 * number])
        os.utime(aside, (1, 1))


def _sweeps(tmp_path: Path, mode: Mode) -> Iterator[tuple[Path, Result | None]]:
    at, hit = 1, True
    while hit:
        folder = tmp_path / f"{at}"
        folder.mkdir()
        _crashed(folder)
        shim = Shim(folder, mode, at)

        def check(folder: Path = folder, shim: Shim = shim) -> Result:
            with shim.installed():
                return pks(folder, "check")

        if mode is KILL:
            hit = ended(forked(lambda: check().code)) < 0
            yield folder, None
        else:
            result = check()
            hit = shim.hit
            yield folder, result
        at += 1


@pytest.mark.parametrize("mode", SWEEPS, ids=lambda mode: mode.name)
def test_a_crash_while_an_earlier_crash_is_swept_leaves_nothing_worse(tmp_path: Path, mode: Mode) -> None:
    (tmp_path / "before").mkdir()
    prepare(tmp_path / "before")
    before, usual = files(tmp_path / "before"), pks(tmp_path / "before", "check").code
    count = 0
    for folder, result in _sweeps(tmp_path, mode):
        count += 1
        assert files(folder) == before
        if result is not None:
            assert result.code in {usual, 1, 7}, result  # 1: a file that cannot be read is a finding
            assert "Traceback" not in result.err
            assert still_open(folder) == []
        last = pks(folder, "check")
        assert last.code == usual
        assert left_aside(folder) == []
        assert files(folder) == before
    print(f"{count} cases")  # noqa: T201  # shown with -rP
    assert count >= 6


@pytest.mark.parametrize("mode", RESCUES, ids=lambda mode: mode.name)
def test_what_a_person_typed_is_kept_though_nothing_can_be_written_or_the_editor_never_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: Mode
) -> None:
    monkeypatch.setenv("EDITOR", EDITOR)
    old, new = before_and_after("edit")
    at, hit = 0, True
    while hit:
        at += 1
        folder = tmp_path / f"{at}"
        (folder / "tmp").mkdir(parents=True)
        monkeypatch.setattr("tempfile.tempdir", str(folder / "tmp"))  # as full as the register
        prepare(folder)
        shim = Shim(folder, mode, at)
        with shim.installed():
            result = pks(folder, *command("edit"))
        hit = shim.hit
        now = {path: content for path, content in files(folder).items() if not path.startswith("tmp/")}
        assert now in (old, new)
        assert result.code in ({0, 8} if now == new else {4, 7}), result
        if now == old:
            assert os.strerror(mode.number or 0) in result.err, result
        if (folder / "edited").exists() and now == old:
            kept = [*(folder / "tmp").iterdir(), *(folder / "agreements" / ".pks" / "rescue").glob("*.yaml")]
            [path] = [path for path in kept if b"rujuk " in path.read_bytes()]
            assert str(path) in result.err
    print(f"{at} cases")  # noqa: T201  # shown with -rP
    assert at >= 5
