"""`pks` as a process of its own; `python -m pks` is the same."""

from __future__ import annotations

import atexit
import os
import sys
from typing import NoReturn

from pks.cli.main import main


def run() -> NoReturn:
    """Run `pks` with the arguments of the process, and end it.

    Everything is written out by then: to take it all apart in memory would be a tenth of a short run. Where a
    thread is still at work, the interpreter waits for it.
    """
    try:
        main()
    except SystemExit as end:
        threads = sys.modules.get("threading")
        if threads is not None and threads.active_count() > 1:
            raise
        atexit._run_exitfuncs()  # noqa: SLF001  # as `multiprocessing` ends its own processes
        os._exit(int(end.code or 0))


if __name__ == "__main__":
    run()
