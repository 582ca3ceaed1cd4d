"""The process of its own that a person starts: it ends at once, and leaves nothing undone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pks import __version__

_RUN = "import sys; sys.argv = ['pks', *sys.argv[1:]]; from pks.__main__ import run; run()"


def _ended(before: str, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{before}\n{_RUN}", *arguments], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_what_is_left_for_the_end_is_done() -> None:
    before = "import atexit\natexit.register(lambda: print('akhir', flush=True))"
    assert _ended(before, "--version") == (0, f"pks {__version__}\nakhir\n", "")


@pytest.mark.parametrize(
    "before",
    [
        "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.3), print('utas', flush=True))).start()",
        (
            "import time\nfrom concurrent.futures import ThreadPoolExecutor as Pool\n"
            "Pool().submit(lambda: (time.sleep(0.3), print('utas', flush=True)))"
        ),
    ],
)
def test_who_is_still_at_work_is_waited_for(before: str) -> None:
    assert _ended(before, "--version") == (0, f"pks {__version__}\nutas\n", "")


def test_its_number_is_that_of_the_command() -> None:
    code, out, err = _ended("", "--lang", "en", "tidak-ada")
    assert (code, out) == (2, "")
    assert "tidak-ada" in err


def test_the_interpreter_takes_nothing_apart_for_it() -> None:
    """Which takes a tenth of the time of a short run."""
    before = "class Last:\n    def __del__(self): print('dibongkar', flush=True)\nlast = Last()"
    assert _ended(before, "--version") == (0, f"pks {__version__}\n", "")
