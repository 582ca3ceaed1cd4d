"""What a run of a program took: its work, and its own memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.cli.processes import environment

# The system counts the memory of whoever starts a process as the process's own until it is another program: so
# somebody small starts it.
_STARTER = """
import json, os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
with open("used.json", "w") as file:
    json.dump([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss], file)
"""


class Used(NamedTuple):
    """Exit code, what was printed, seconds of work in user and system time, and peak memory."""

    code: int
    out: str
    err: str
    seconds: float
    kilobytes: int


def used(words: Sequence[str], folder: Path) -> Used:
    """Run `words` in `folder`, where it leaves `used.json`."""
    starter = [sys.executable, "-I", "-S", "-c", _STARTER, *words]
    said = subprocess.run(starter, cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=True)
    code, seconds, kilobytes = json.loads((folder / "used.json").read_text())
    return Used(code, said.stdout, said.stderr, seconds, kilobytes)
