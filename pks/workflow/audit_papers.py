"""Audit of attachments: bytes that changed, papers that went, hashes that were rewritten."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pks.domain.model.agreement import Agreement
from pks.git.chronicle import PaperStep
from pks.git.commits import hash_of
from pks.message import Message
from pks.store.attachments import attached_at, sha256_of
from pks.tables.audit import Mark, Origin
from pks.workflow.audit_version import Version


def paper_mark(step: PaperStep, before: Version | None, after: Version | None, origin: Origin) -> Mark | None:
    """What a commit did to an attachment that the record, `before` the commit or `after` it, names."""
    old, new = _hashes(before), _hashes(after)
    file = step.file
    if step.letter == "A" or (file not in old and file not in new):
        return None
    if step.letter == "D":
        variant = "named" if file in new else "dropped"
        return Mark("attachment-removed", "warning", origin, Message(f"audit.attachment-removed-{variant}", file=file))
    if old.get(file) != new.get(file):
        return Mark("attachment-replaced", "warning", origin, Message("audit.attachment-replaced", file=file))
    level = "error" if new.get(file) else "warning"
    return Mark("attachment-changed", level, origin, Message("audit.attachment-changed", file=file))


def hash_marks(before: Version, after: Version, changed: set[str], origin: Origin) -> Iterator[Mark]:
    """Hashes that the record has otherwise than before, of files whose bytes are not among those `changed` with it."""
    old, new = _hashes(before), _hashes(after)
    for file, digest in new.items():
        if file not in changed and old.get(file) and digest != old[file]:
            yield Mark("hash-changed", "warning", origin, Message("audit.hash-changed", file=file))


def disk_marks(agreement: Agreement, folder: Path, root: Path, blobs: Mapping[str, str]) -> Iterator[Mark]:
    """Attachments that are not on disk as the record has them, or not in git as they are on disk.

    `blobs` are git's names of what is committed, by path from `root`.
    """
    for document in agreement.documents:
        file = document.file
        path = attached_at(folder, root, file) if file and "\0" not in file else None
        if file is None or path is None or not os.path.isfile(path):  # noqa: PTH113  # pathlib raises for what is no name
            continue
        try:
            differs = document.sha256 is not None and sha256_of(path) != document.sha256.lower()
            if differs:
                message = Message("audit.attachment-differs", file=file)
                yield Mark("attachment-differs", "error", Origin(), message)
            place = Path(path)
            if place.is_relative_to(root.resolve()):
                blob = blobs.get(place.relative_to(root.resolve()).as_posix())
                if blob is None or blob != hash_of(place, len(blob)):
                    key = "audit.attachment-uncommitted"
                    yield Mark("attachment-uncommitted", "info", Origin(), Message(key, file=file))
        except OSError:
            continue  # `check` says what cannot be read


def _hashes(version: Version | None) -> dict[str, str | None]:
    """The hash of each file that the record names."""
    found: Any = version.data.get("documents") if version is not None else None
    documents = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return {str(one["file"]): one.get("sha256") for one in documents if one.get("file")}
