"""What a failure leaves: a person's text is kept, files written aside by dead processes are swept."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from pks.store.disk import durable

_ASIDE = re.compile(r"\..+\.([0-9]{1,9})\.pks-tmp")
_OLD_S = 60.0


def rescue(register: Path, name: str, text: bytes) -> Path:
    """Keep `text` on disk in `.pks/rescue/` under a new name made from `name`; where it is now.

    Where the register cannot be written, or a link leads out of it, it goes to the system's folder for temporary
    files.

    Raises:
        EnvironmentFailureError: it could be kept nowhere.
    """
    plain = re.sub(r"[^A-Za-z0-9._-]", "-", Path(name).name).lstrip(".")[-100:] or "text"
    folder = register / ".pks" / "rescue"
    if durable.is_inside(folder, register):
        with suppress(OSError):  # said below, should the second place fail as well
            durable.make_folders(folder)
            with suppress(FileExistsError):
                durable.write_new(folder / ".gitignore", b"*\n")
            return _keep(folder, plain, text)
    place = Path(tempfile.gettempdir())
    with durable.nothing_written(place, place, "disk.rescue_failed"):
        return _keep(place, f"pks-{plain}", text)


def sweep(register: Path) -> list[Path]:
    """Remove what dead processes left written aside, once it is a minute old; what was removed.

    Callers hold the lock, so whatever is aside there belongs to nobody who is writing.
    """
    swept = []
    for folder, _, names in os.walk(register):
        for name in names:
            aside = _ASIDE.fullmatch(name)
            path = Path(folder, name)
            with suppress(OSError):  # gone meanwhile, or not ours to remove
                if aside and not _is_alive(int(aside[1])) and _is_old(path):
                    path.unlink()
                    swept.append(path)
    return sorted(swept)


def _keep(folder: Path, name: str, text: bytes) -> Path:
    path, number = folder / name, 1
    while True:
        try:
            durable.write_new(path, text, mode=0o600)
        except FileExistsError:
            number += 1
            path = path.with_name(f"{Path(name).stem}-{number}{Path(name).suffix}")
        else:
            break
    durable.sync(folder)
    return path


def _is_alive(process: int) -> bool:
    if durable.WINDOWS or process == os.getpid():  # Windows would take the question for Ctrl-C
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except ProcessLookupError:
        return False
    return True


def _is_old(path: Path) -> bool:
    """Tell the age in seconds by the clock of the machine: `--today` does not make a file old."""
    found = path.lstat()
    return stat.S_ISREG(found.st_mode) and time.time() - found.st_mtime > _OLD_S
