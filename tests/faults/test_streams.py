"""Nobody who reads, no room, or no stream at all: what was to be written is, and never said to be where it is not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pks.cli.main import main
from tests.faults.forks import ended, forked, own_streams
from tests.faults.running import before_and_after, command, pks
from tests.faults.scenes import COMMANDS, EDITOR, files, prepare

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full and fork")


def _reader_gone() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    os.dup2(writer, 1)
    own_streams()


def _no_room() -> None:
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
    own_streams()


def _no_stdout() -> None:
    own_streams()
    sys.stdout = None


def _no_stderr() -> None:
    own_streams()
    sys.stderr = None


def _no_room_on_stderr() -> None:
    os.dup2(os.open("/dev/full", os.O_WRONLY), 2)
    own_streams()


STDOUT = {"reader gone": _reader_gone, "no room": _no_room, "closed": _no_stdout}
STDERR = {"closed": _no_stderr, "no room": _no_room_on_stderr}


def _run(folder: Path, name: str, streams: object) -> int:
    def act() -> int:
        os.chdir(folder)
        streams()  # type: ignore[operator]
        try:
            main(["--no-index", *command(name)])
        except SystemExit as end:
            return int(end.code or 0)
        return 98

    return ended(forked(act))


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", EDITOR)


@pytest.mark.parametrize("state", STDOUT)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_result_that_nobody_gets_is_no_success_and_undoes_nothing(tmp_path: Path, name: str, state: str) -> None:
    (tmp_path / "whole").mkdir()
    prepare(tmp_path / "whole")
    shows_something = bool(pks(tmp_path / "whole", *command(name)).out)
    folder = tmp_path / "broken"
    folder.mkdir()
    prepare(folder)
    code, (old, new) = _run(folder, name, STDOUT[state]), before_and_after(name)
    assert (code, files(folder)) in ([(8, new), (7, old)] if shows_something else [(0, new)])


@pytest.mark.parametrize("state", STDERR)
@pytest.mark.parametrize("name", COMMANDS)
def test_what_cannot_be_said_beside_changes_nothing(tmp_path: Path, name: str, state: str) -> None:
    prepare(tmp_path)
    assert _run(tmp_path, name, STDERR[state]) == 0
    assert files(tmp_path) == before_and_after(name)[1]
