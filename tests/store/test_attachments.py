"""Attachments: what is no file, cannot be read or lies on another drive."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from pks.errors import EnvironmentFailureError, NotFoundError, PksError, UsageError
from pks.message import Message
from pks.store.attachments import path_from, place_for, source_at


def fails(*_: Any, **__: Any) -> Any:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("a", NotFoundError, "no-file"),
        ("a/b", NotFoundError, "no-file"),
        ("a\0b", NotFoundError, "no-file"),
        (".", UsageError, "not-a-file"),
        ("pipa", UsageError, "not-a-file"),
    ],
)
def test_what_is_no_file_is_said(tmp_path: Path, name: str, kind: type[PksError], key: str) -> None:
    os.mkfifo(tmp_path / "pipa")
    with pytest.raises(kind) as error:
        source_at(tmp_path / name)
    assert error.value.message.key == f"attaching.{key}"


def test_a_file_that_cannot_be_read_is_said_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", fails)
    with pytest.raises(EnvironmentFailureError) as error:
        source_at(tmp_path / "a")
    assert error.value.message.key == "attaching.unreadable"
    assert error.value.details == (Message("disk.hint.broken"),)


def test_a_name_whose_bytes_cannot_be_read_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(b"isi")
    sha = hashlib.sha256(b"isi").hexdigest()
    assert place_for(tmp_path, "a.pdf", sha) == ("a.pdf", True)
    monkeypatch.setattr("pks.store.attachments.sha256_of", fails)
    assert place_for(tmp_path, "a.pdf", sha) == ("a-2.pdf", False)


def test_no_path_leads_to_another_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_drive(*_: Any) -> str:
        raise ValueError

    folder, root = tmp_path / "agreements" / "a.files", tmp_path / "agreements"
    folder.mkdir(parents=True)
    (tmp_path / "a.pdf").write_bytes(b"isi")
    assert path_from(folder, root, tmp_path / "a.pdf") == "../../a.pdf"
    monkeypatch.setattr(os.path, "relpath", other_drive)
    assert path_from(folder, root, tmp_path / "a.pdf") is None
