"""A terminal of its own for one run of `pks`, and somebody who types."""

from __future__ import annotations

import os
import pty
import select
import sys
import time


class Terminal:
    """`pks` on a terminal of its own: what it shows, and somebody who types."""

    def __init__(self, *arguments: str) -> None:
        self.process, self.screen = pty.fork()
        if self.process == 0:
            os.execv(sys.executable, [sys.executable, "-m", "pks", *arguments])  # noqa: S606
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
        self.shown += more.decode().replace("\r\n", "\n")
        return bool(more)
