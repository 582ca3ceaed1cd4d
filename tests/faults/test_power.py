"""A power cut at any moment of any writing command; and a checker that finds the writers known to be wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.power import Recorder, Tree, crash_states, told
from tests.faults.running import before_and_after, command, pks
from tests.faults.scenes import COMMANDS, EDITOR, prepare

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs folders that can be synced")


def wrong(recorder: Recorder, old: Tree, new: Tree) -> tuple[int, set[str]]:
    """How many states a power cut may leave, and what is wrong in some: torn, missing, acknowledged but lost."""
    count, found = 0, set()
    for acknowledged, tree in crash_states(recorder.before, recorder.steps):
        now = told(tree)
        count += 1
        for path in {*old, *new, *now}:
            if path in old and path in new and path not in now:
                found.add(f"missing {path}")
            elif now.get(path) not in (old.get(path), new.get(path)):
                found.add(f"torn {path}")
        if not set(old.values()) & set(new.values()) <= set(now.values()):
            found.add("missing what only gets another name")
        if acknowledged and now != new:
            found.add("lost " + " ".join(sorted(path for path in {*now, *new} if now.get(path) != new.get(path))))
    return count, found


@pytest.mark.parametrize("name", COMMANDS)
def test_no_power_cut_tears_a_file_or_loses_what_was_acknowledged(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", EDITOR)
    prepare(tmp_path)
    recorder = Recorder(tmp_path)
    with recorder.installed():
        assert pks(tmp_path, *command(name)).code == 0
    old, new = before_and_after(name)
    count, found = wrong(recorder, old, new)
    assert told(recorder.now.tree()) == new
    print(f"{count} states of {len(recorder.steps)} steps")  # noqa: T201  # shown with -rP
    assert found == set()
    assert count >= 3


def _in_place(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)
    os.write(descriptor, content)
    os.fsync(descriptor)
    os.close(descriptor)


def _aside(path: Path, content: bytes, *, sure: bool = True) -> Path:
    aside = path.with_name(f".{path.name}.pks-tmp")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    os.write(descriptor, content)
    if sure:
        os.fsync(descriptor)
    os.close(descriptor)
    return aside


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def _without_fsync(path: Path, content: bytes) -> None:
    _aside(path, content, sure=False).replace(path)
    _sync_folder(path.parent)


def _without_fsync_of_the_folder(path: Path, content: bytes) -> None:
    _aside(path, content).replace(path)


def _away_first(path: Path, content: bytes) -> None:
    aside = _aside(path, content)
    path.unlink()
    aside.rename(path)
    _sync_folder(path.parent)


def _right(path: Path, content: bytes) -> None:
    _aside(path, content).replace(path)
    _sync_folder(path.parent)


@pytest.mark.parametrize(
    ("writer", "expected"),
    [
        (_in_place, {"torn a"}),
        (_without_fsync, {"torn a", "lost a"}),
        (_without_fsync_of_the_folder, {"lost a"}),
        (_away_first, {"missing a"}),
        (_right, set()),
    ],
)
def test_the_checker_finds_what_is_wrong_with_a_writer(
    tmp_path: Path, writer: Callable[[Path, bytes], None], expected: set[str]
) -> None:
    old, new = b"title: old\n" * 40, b"title: new\n" * 50
    (tmp_path / "a").write_bytes(old)
    recorder = Recorder(tmp_path)
    with recorder.installed():
        writer(tmp_path / "a", new)
    assert (tmp_path / "a").read_bytes() == new
    assert wrong(recorder, {"a": old}, {"a": new})[1] == expected
