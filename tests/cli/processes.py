"""`pks` as a process of its own, with or without a terminal; for what cannot be shown inside one process."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

import pks
from tests.conftest import Result

PKS = (sys.executable, "-m", "pks")
needs_root = pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root")
needs_permissions = pytest.mark.skipif(
    os.name != "posix" or (os.geteuid() == 0 and not shutil.which("setpriv")),
    reason="needs permissions that hold",
)


def environment() -> dict[str, str]:
    """The settings of the test, and where this pks is."""
    return os.environ | {"PYTHONPATH": str(Path(pks.__file__).parents[1])}


def start(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    """A run of `pks` that has begun."""
    return subprocess.Popen([*PKS, *arguments], env=environment(), encoding="utf-8", **options)


def process(
    *arguments: str,
    powerless: bool = False,
    out: IO[str] | int = subprocess.PIPE,
    err: IO[str] | int = subprocess.PIPE,
    before: Callable[[], None] | None = None,
) -> Result:
    """Run `pks` to its end, `before` having been called in the new process.

    When `powerless`, permissions hold for it though it may be root's.
    """
    command = ("setpriv", "--bounding-set=-all", *PKS) if powerless and os.geteuid() == 0 else PKS
    done = subprocess.run(
        [*command, *arguments], env=environment(), check=False, timeout=60,
        stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=before,
    )  # fmt: skip
    return Result(done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode())


class Terminal:
    """`pks` on a terminal of its own: what it shows, and somebody who types."""

    def __init__(self, *arguments: str) -> None:
        self.process, self.screen = pty.fork()
        if self.process == 0:
            os.execve(sys.executable, [*PKS, *arguments], environment())  # noqa: S606
        self.shown = ""

    def until(self, text: str) -> str:
        """Read until `text` is shown; what was shown up to then."""
        end = time.monotonic() + 20
        while text not in self.shown:
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"{text!r} is not in {self.shown!r}")
        before, _, self.shown = self.shown.partition(text)
        return before + text

    def types(self, text: str) -> None:
        os.write(self.screen, text.encode())

    def ends(self) -> tuple[int, str]:
        """Read to the end; the exit code and what was shown last."""
        while self._read():
            pass
        os.close(self.screen)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1]), self.shown

    def _read(self) -> bool:
        ready, _, _ = select.select([self.screen], [], [], 20)
        assert ready, f"nothing more after {self.shown!r}"
        try:
            more = os.read(self.screen, 65536)
        except OSError:
            return False
        self.shown += more.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(more)
