"""System calls that fail where nobody expects it: the file is named, the lock is given back, and no advice is wrong."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pks.errors import EnvironmentFailureError
from pks.store.contents import LARGEST, UnreadableError, content_of
from pks.store.disk import durable
from pks.store.disk.lock import locked
from tests.conftest import Run
from tests.store.disk.faults import open_files

TEXT = "title: A\nparties:\n  - {key: a, name: A}\nhistory:\n  - {date: 2026-01-05, stage: draft}\n"


def failing(real: Callable[..., Any], *, when: Callable[..., bool] = lambda *_: True) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        if when(*args):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(*args, **kwargs)

    return call


@pytest.mark.parametrize("name", ["read", "fstat"])
def test_a_file_that_cannot_be_read_to_its_end_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    before = open_files()
    monkeypatch.setattr(os, name, failing(getattr(os, name)))
    with pytest.raises(OSError, match="Input/output error") as error:
        durable.read(path)
    monkeypatch.undo()
    assert error.value.filename == str(path)
    assert open_files() <= before


def test_a_file_that_cannot_be_looked_at_is_unreadable_and_not_left_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    before = open_files()
    monkeypatch.setattr(os, "fstat", failing(os.fstat))
    with pytest.raises(UnreadableError) as error:
        content_of(path)
    monkeypatch.undo()
    assert error.value.message.key == "file.unreadable"
    assert open_files() <= before
    assert content_of(path) == TEXT.encode()


def test_what_was_read_is_whole_though_closing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    real = os.close

    def closes_and_fails(descriptor: int) -> None:
        real(descriptor)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "close", closes_and_fails)
    assert durable.read(path) == content_of(path) == TEXT.encode()


def test_a_lock_that_cannot_be_given_back_is_let_go_and_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "agreements").mkdir()
    before = open_files()
    unlocking = failing(fcntl.flock, when=lambda _, how: how == fcntl.LOCK_UN)
    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", unlocking)
        with locked(tmp_path / "agreements"):
            pass
    assert open_files() <= before
    with locked(tmp_path / "agreements", wait=0):
        pass


def test_a_lock_that_cannot_be_looked_at_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "agreements").mkdir()
    before = open_files()
    with monkeypatch.context() as patch:
        patch.setattr("pks.store.disk.lock._is_in_place", failing(len))
        with pytest.raises(EnvironmentFailureError) as error, locked(tmp_path / "agreements"):
            raise AssertionError
    assert error.value.message.key == "lock.failed"
    assert open_files() <= before
    with locked(tmp_path / "agreements", wait=0):
        pass


def test_folders_made_for_the_lock_are_on_disk_for_what_is_written_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "agreements").mkdir()
    synced: list[Path] = []
    monkeypatch.setattr(durable, "sync", synced.append)
    with locked(tmp_path / "agreements"):
        assert synced == [tmp_path / "agreements", tmp_path / "agreements" / ".pks"]


@pytest.mark.parametrize("command", [("rename", "2026-a", "2026-b"), ("register", "2026-a", "--number", "next")])
def test_a_file_that_fails_when_it_is_read_again_is_not_said_to_be_empty_or_changed(
    pks: Run, register: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    (register / "2026-a.yaml").write_text(TEXT)
    (register / "2026-c.yaml").write_text(TEXT + "x-map: 1\n")
    for nth in range(1, 12):
        seen = 0

        def is_nth(path: Any, *_: Any, nth: int = nth) -> bool:
            nonlocal seen
            seen += str(path).endswith("2026-a.yaml")
            return seen == nth and str(path).endswith("2026-a.yaml")

        with monkeypatch.context() as patch:
            patch.setattr(os, "open", failing(os.open, when=is_nth))
            result = pks("--no-index", *command, "--no-commit")
        if seen < nth:
            break
        assert "Input/output error" in result.err or not result.code  # it could be read the next time
        assert "empty" not in result.err
        assert "changed" not in result.err.replace("Nothing was changed", "")
        assert ("Written: agreements/.pks/numbers.yaml" in result.err) == (result.code == 8)
        assert ("Nothing was changed" in result.err) == (result.code == 7)
        if result.code:  # else it had been read already, and only its number was looked for again
            assert result.code in {4, 7, 8}, result  # 8: a number was given that is given to nobody else now
            assert (register / "2026-a.yaml").read_text() == TEXT
        (register / "2026-a.yaml").write_text(TEXT)
        (register / ".pks" / "numbers.yaml").unlink(missing_ok=True)
    assert result.code == 0
    assert nth > 2


@pytest.mark.parametrize("more", [1, 5_000, LARGEST])
def test_a_file_that_grows_while_it_is_read_is_read_as_far_as_it_may_be_long(
    more: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(TEXT)
    real = os.fstat

    def grows(descriptor: int) -> os.stat_result:
        found = real(descriptor)
        monkeypatch.undo()
        path.write_text(TEXT + "#" * more)
        return found

    monkeypatch.setattr(os, "fstat", grows)
    assert content_of(path) == (TEXT + "#" * more).encode()[: LARGEST + 1]
