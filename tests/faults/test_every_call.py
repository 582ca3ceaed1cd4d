"""A fault at every system call of every writing command: no torn file, no false word, and the next run goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from pks.store.disk.rescue import sweep
from tests.faults.running import Fault, before_and_after, command, faults, pks
from tests.faults.scenes import COMMANDS, EDITOR, MANY, files, left_aside
from tests.faults.shim import KILL, MODES, Mode, still_open

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and flock")

_BY_NAME: Final = {mode.name: mode for mode in (*MODES, KILL)}
# One command with every fault; a full disk for all of them; a failing rename where many files change.
_FAST: Final = {
    *product(("set",), _BY_NAME),
    *product(set(COMMANDS) - {"import"}, ("ENOSPC from then on", "fsync fails from then on")),
    *product(MANY, ("rename fails from then on", "short writes from then on")),
    *product(("rename",), ("EIO, but done",)),
}
# Most commands write in the way of `set`; those that do not get every fault.
_OF_THEIR_OWN: Final = (*sorted(MANY), "new", "edit", "renew")
_SLOW: Final = sorted(
    {*product(_OF_THEIR_OWN, _BY_NAME), *product(COMMANDS, ("killed", "EIO", "EACCES from then on"))} - _FAST
)
# What a person reads of a file that a fault came over: the register's, or the one they named.
_PATHS: Final = ("agreements", "scan.pdf", "register.csv", "tmp")


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("EDITOR", EDITOR)


@pytest.mark.parametrize(("name", "mode"), sorted(_FAST))
def test_no_fault_tears_a_file_or_lies_about_it(tmp_path: Path, name: str, mode: str) -> None:
    judged(faults(tmp_path / "runs", name, _BY_NAME[mode]), name, followed_every=4)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "mode"), _SLOW)
def test_no_fault_of_any_kind_does_so_in_any_command(tmp_path: Path, name: str, mode: str) -> None:
    judged(faults(tmp_path / "runs", name, _BY_NAME[mode]), name, followed_every=1)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["EIO", "EACCES from then on", "EMFILE from then on"])
@pytest.mark.parametrize("name", sorted(MANY))
def test_nor_does_one_that_comes_before_the_lock(tmp_path: Path, name: str, mode: str) -> None:
    judged(faults(tmp_path / "runs", name, _BY_NAME[mode], early=True), name, followed_every=8, begun=False)


def judged(runs: Iterator[Fault], name: str, *, followed_every: int, begun: bool = True) -> None:
    """Judge each run, and after every so many, and whatever is half done, that the next one goes on."""
    count = 0
    for count, fault in enumerate(runs, 1):
        now = files(fault.folder)
        old, new = before_and_after(name)
        torn = [path for path in {*old, *new, *now} if now.get(path) not in (old.get(path), new.get(path))]
        assert not torn, (torn, fault)
        assert name in MANY or name == "rename" or now in (old, new), fault
        if fault.result is not None:
            _judge_words(fault, begun=begun, nothing=now == old, everything=now == new)
        _judge_leftovers(fault)
        if name == "edit":
            _judge_text(fault, now)
        if fault.result is None or now not in (old, new) or count % followed_every == 0:
            _judge_next(fault, name, now)
    print(f"{count} runs")  # noqa: T201  # shown with -rP
    assert count


def _judge_words(fault: Fault, *, begun: bool, nothing: bool, everything: bool) -> None:
    shim, result = fault.shim, fault.result
    assert result is not None
    assert result.code in ({0, 4, 5, 7, 8} if begun else {0, 3, 4, 5, 6, 7, 8}), fault
    assert "Traceback" not in result.err
    if result.code == 0:
        assert everything, fault
    elif result.code == 8:
        # A file system that fails from then on, or lost an answer, cannot be asked what became of it.
        assert not nothing or shim.mode.sticky or shim.mode.late, fault
    else:
        assert nothing, fault
    if result.code and begun:
        assert os.strerror(shim.mode.number or 0) in result.err, fault
        assert any(path in result.err for path in _PATHS), fault


def _judge_leftovers(fault: Fault) -> None:
    shim = fault.shim
    assert still_open(fault.folder) == []
    if fault.result is not None and not shim.mode.sticky and not shim.mode.late and "unlink" not in shim.failed:
        assert left_aside(fault.folder) == [], fault
    for path in left_aside(fault.folder):
        os.utime(path, (1, 1))
    sweep(fault.folder)
    assert left_aside(fault.folder) == [], fault


def _judge_text(fault: Fault, now: dict[str, bytes]) -> None:
    """What the person typed is in the register, or kept for them."""
    if (fault.folder / "edited").exists() and b"rujuk " not in now["agreements/draft.yaml"]:
        kept = list((fault.folder / "agreements" / ".pks" / "rescue").glob("*.yaml"))
        kept += (fault.folder.parents[1] / "tmp").iterdir()
        assert any(b"rujuk " in path.read_bytes() for path in kept), fault
        if fault.result is not None:
            assert any(str(path) in fault.result.err for path in kept), fault


def _judge_next(fault: Fault, name: str, before: dict[str, bytes]) -> None:
    """The same command again does it, goes on, or says that it is done already."""
    old, new = before_and_after(name)
    result = pks(fault.folder, *command(name))
    if before == old:
        assert (result.code, files(fault.folder)) == (0, new), (result, fault)
    elif before != new:
        assert result.code in {0, 5, 6}, (result, fault)
        again = files(fault.folder)
        if name == "register" and again["agreements/.pks/numbers.yaml"].endswith(b": 2\n"):  # one number is lost
            new = {path: text.replace(b"/001", b"/002").replace(b": 1\n", b": 2\n") for path, text in new.items()}
        lacking = {path for path in {*new, *again} if new.get(path) != again.get(path)}
        assert result.code or not lacking, (result, lacking, fault)


def test_the_judge_sees_a_writer_that_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(step: object) -> None:
        descriptor = os.open(step.path, os.O_WRONLY | os.O_TRUNC)  # type: ignore[attr-defined]
        os.write(descriptor, step.new)  # type: ignore[attr-defined]
        os.close(descriptor)

    before_and_after("set")
    monkeypatch.setattr("pks.store.disk.replace._put", in_place)
    monkeypatch.setattr("pks.store.disk.replace._stage", lambda *_: None)
    for mode in ("killed", "ENOSPC", "short write"):
        with pytest.raises((AssertionError, OSError)):
            judged(faults(tmp_path / mode, "set", _BY_NAME[mode]), "set", followed_every=100)


def test_every_mode_is_known_by_its_name() -> None:
    assert len(_BY_NAME) == len(MODES) + 1
    assert isinstance(KILL, Mode)
