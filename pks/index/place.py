"""Where a register's index lies, and what it must say of itself to be believed."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from time import time
from typing import Final
from zlib import crc32

from pks import __version__

_FORMAT: Final = 3
_FORGOTTEN_SECONDS: Final = 30 * 86_400
# Whatever the facts of a file, or its findings, are worked out by.
_WORKED_OUT_BY: Final = ("domain", "store", "index")


def stamp_of(register: Path) -> str:
    """What program made an index, for which register; a copy that lies elsewhere has another."""
    return f"{_FORMAT} {__version__} {sys.implementation.cache_tag} {_program()} {os.path.realpath(register)}"


def place_of(register: Path, stamp: str) -> Path | None:
    """The file for the index; in the user's cache folder where the register's own cannot be written to.

    Where an office keeps no `.pks`, reading makes none. The name holds the number its folder has on this disk:
    what somebody else put there, or what came with a clone, has another one, and is never opened. None where
    there is no place at all.
    """
    kept = register / ".pks"
    for folder in (kept / "cache", _own_folder(register)):
        if (folder.parent != kept or kept.is_dir()) and _made(folder):
            here = folder.stat().st_ino
            return folder / f"index-{here:x}-{crc32(stamp.encode('utf-8', 'surrogatepass')):08x}.db"
    return None


def sweep(place: Path) -> None:
    """Delete the indexes beside `place` that no program has used for a month."""
    with suppress(OSError), os.scandir(place.parent) as found:
        for entry in found:
            if entry.name.startswith("index-") and entry.stat().st_mtime < time() - _FORGOTTEN_SECONDS:
                os.unlink(entry.path)  # noqa: PTH108


def _made(folder: Path) -> bool:
    """Whether files can be written in `folder`, which is made where it is missing; never through a link."""
    try:
        if folder.is_symlink() or folder.parent.is_symlink():
            return False
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            return False
        ignore = folder / ".gitignore"
        if not os.path.lexists(ignore):
            ignore.write_bytes(b"*\n")
    except OSError:
        return False
    return True


def _own_folder(register: Path) -> Path:
    named = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~")) / ".cache"  # noqa: PTH111, PTH117  # no home is no error
    name = crc32(os.path.realpath(register).encode("utf-8", "surrogateescape"))
    return base / "pks" / f"{register.parent.name}-{name:08x}"


@cache
def _program() -> str:
    """A checksum of names, sizes and times of the modules whose work is kept: another program has another."""
    found: list[str] = []
    rooms = [Path(__file__).parents[1] / room for room in _WORKED_OUT_BY]
    while rooms:
        with suppress(OSError), os.scandir(rooms.pop()) as inside:
            for entry in inside:
                if entry.name.endswith(".py"):
                    look = entry.stat()
                    found.append(f"{entry.path} {look.st_size} {look.st_mtime_ns}")
                elif entry.is_dir() and entry.name != "__pycache__":
                    rooms.append(Path(entry.path))
    return f"{crc32(chr(10).join(sorted(found)).encode('utf-8', 'surrogatepass')):08x}"
