"""Runs of a command in this process or a forked one, with a fault, and what they must have left."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from pks.cli.main import main
from tests.conftest import Result
from tests.faults.scenes import COMMANDS, files, prepare
from tests.faults.shim import KILL, Mode, Shim

# `--no-index`: the index is not under test, and is never believed where it is odd.
_BEFORE = ("--no-index",)
_AFTER = ("--no-commit",)


@dataclass(frozen=True)
class Fault:
    """A run with a fault: in which folder, what the shim saw, and how it ended; a killed one says nothing."""

    folder: Path
    shim: Shim
    result: Result | None


def pks(folder: Path, *arguments: str) -> Result:
    """Run `pks` in this process, in `folder`."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([*_BEFORE, *arguments])
        except SystemExit as end:
            return Result(int(end.code or 0), out.getvalue(), err.getvalue())
    raise AssertionError("main returned")


def command(name: str) -> tuple[str, ...]:
    """The command line of a scene, without a commit."""
    return (*COMMANDS[name], *_AFTER)


@cache
def before_and_after(name: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files before the command and after a run without a fault."""
    folder = Path(mkdtemp())
    try:
        prepare(folder)
        old = files(folder)
        assert pks(folder, *command(name)).code == 0
        return old, files(folder)
    finally:
        shutil.rmtree(folder)


def faults(folder: Path, name: str, mode: Mode, *, early: bool = False) -> Iterator[Fault]:
    """The command with the fault at one call after another, until it comes too late."""
    at, hit = 1, True
    while hit:
        place = folder / str(at)
        place.mkdir(parents=True)
        prepare(place)
        shim = Shim(place, mode, at, early=early)
        result = _killed(place, name, shim) if mode is KILL else _hurt(place, name, shim)
        hit = result is None if mode is KILL else shim.hit
        if hit:
            yield Fault(place, shim, result)
        else:
            assert result is not None
            assert (result.code, files(place)) == (0, before_and_after(name)[1]), result
        shutil.rmtree(place)
        at += 1


def _hurt(folder: Path, name: str, shim: Shim) -> Result:
    with shim.installed():
        return pks(folder, *command(name))


def _killed(folder: Path, name: str, shim: Shim) -> Result | None:
    """Run it in a fork of this process, which the fault kills; None where it did."""
    child = os.fork()
    if child == 0:
        code = 99
        with contextlib.suppress(BaseException):
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            code = _hurt(folder, name, shim).code
        os._exit(code)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return None if status < 0 else Result(status, "", "")
