"""The folders of a register, and what in them looks like an agreement's file; nothing is opened here."""

from __future__ import annotations

import os
from collections.abc import Iterator


def folders(root: str | os.PathLike[str]) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """Each folder with its files, in no order: its path from `root` with `/`, and "" for `root` itself.

    Names beginning with a dot and attachments are passed over. A folder whose name says that a file is
    meant counts as one. Folders lie in folders as deep as people make them.
    """
    waiting = [""]
    for below in waiting:  # grows while it is walked
        files, deeper = folder_at(root, below)
        yield below, files
        waiting += deeper


def folder_at(root: str | os.PathLike[str], below: str) -> tuple[list[os.DirEntry[str]], list[str]]:
    """The files of the folder `below`, in no order, and the paths of the folders in it, sorted; as `folders` has them.

    Raises:
        OSError: when it cannot be looked into.
    """
    files, deeper = [], []
    with os.scandir(os.path.join(root, below)) as found:  # noqa: PTH118  # a path object costs as much as the look
        for entry in found:
            name = entry.name
            if name.endswith(".yaml") and name[0] != ".":
                files.append(entry)
            elif name[0] == ".":
                continue
            elif entry.is_dir(follow_symlinks=False):
                if not name.endswith(".files"):
                    deeper.append(f"{below}/{name}" if below else name)
            elif _looks_like_yaml(name):
                files.append(entry)
    return files, sorted(deeper)


def _looks_like_yaml(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(".yml") or ".yaml" in lowered
