"""The versions that git has of many files at once: two runs of git, however many files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from pks.git import running
from pks.git.repository import Repository

MOST_VERSIONS: Final = 50
_HISTORY: Final = ("-z", "--raw", "--no-abbrev", "-M", "--format=", "--topo-order", "--no-merges", "--no-ext-diff")


def versions(repository: Repository, folder: Path, paths: Sequence[Path]) -> dict[Path, list[bytes]]:
    """The committed bytes of each of `paths` in `folder`, newest first, at most 50, under earlier names too.

    Merge commits are not looked at. An object that git lacks, as in a partial clone, is left out.

    Raises:
        EnvironmentFailureError: git cannot be run.
    """
    names = {path: repository.name(path) for path in paths}
    blobs = _blobs(_records(repository, repository.name(folder)), names.values())
    texts = texts_of(repository, {blob for some in blobs.values() for blob in some})
    return {path: [texts[one] for one in blobs[name] if one in texts] for path, name in names.items()}


def _records(repository: Repository, folder: str) -> list[tuple[str, str, str, str]]:
    """What each commit did to each file in `folder`, newest first: its blob, the letter, names before and after."""
    done = running.read(repository.top, "log", *_HISTORY, "--", running.literal(folder))
    if done.code:
        return []
    parts = iter(done.out.decode("utf-8", "surrogateescape").split("\0")[:-1])
    records = []
    for part in parts:
        *_, blob, letter = part.split(" ")
        before = next(parts)
        records.append((blob, letter[:1], before, next(parts) if letter[:1] in "RC" else before))
    return records


def _blobs(records: Iterable[tuple[str, str, str, str]], names: Iterable[str]) -> dict[str, list[str]]:
    """By name, the blobs that each file of `names` has had, newest first, under its earlier names too."""
    blobs: dict[str, list[str]] = {name: [] for name in names}
    once_named = {name: [name] for name in blobs}  # by a name of that time, whose past it is
    for blob, letter, before, after in records:
        for name in () if letter == "D" else once_named.pop(after, ()):
            blobs[name].append(blob)
            if letter != "A" and len(blobs[name]) < MOST_VERSIONS:
                once_named.setdefault(before, []).append(name)
    return blobs


def texts_of(repository: Repository, blobs: Iterable[str]) -> Mapping[str, bytes]:
    """The bytes of `blobs`, in one run of git; without those that it lacks, as in a partial clone.

    Raises:
        EnvironmentFailureError: git cannot be run.
    """
    feed = "".join(f"{blob}\n" for blob in sorted(blobs)).encode()
    (done,) = running.read_all(repository.top, [running.Call(("cat-file", "--batch"), feed)])
    texts, at = {}, 0
    while at < len(done.out):
        end = done.out.index(b"\n", at)
        blob, kind, *size = done.out[at:end].split(b" ")
        at = end + 1
        if kind == b"blob":
            texts[blob.decode()] = done.out[at : at + int(size[0])]
            at += int(size[0]) + 1
    return texts
