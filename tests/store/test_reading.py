"""Bytes to a typed value: what the reader says of files the command line never shows whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from pks.store.contents import LARGEST
from pks.store.reading import read_agreement, understand

WHOLE = b"title: a\nparties:\n  - {name: b}\nhistory:\n  - {date: 2026-01-05, stage: draft}\n"


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not() -> None:
    comment = b"# " + b"x" * (LARGEST - len(WHOLE) - 3) + b"\n"
    assert len(WHOLE + comment) == LARGEST
    assert understand(WHOLE + comment, "a.yaml").value is not None
    assert [one.code for one in understand(WHOLE + comment + b"\n", "a.yaml").errors] == ["file.too-large"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read from its start")
def test_a_file_that_fails_while_it_is_read_is_said_to() -> None:
    (error,) = read_agreement(Path("/proc/self/mem"), "a.yaml").errors
    assert (error.code, error.message.values["reason"]) == ("file.unreadable", "Input/output error")


def test_text_and_value_are_there_only_as_far_as_they_were_understood() -> None:
    whole, broken, wrong = understand(WHOLE, "a"), understand(b"a: [", "a"), understand(WHOLE + b"sectors: [x]\n", "a")
    assert (whole.value is not None, whole.errors) == (True, ())
    assert (broken.text, broken.root, broken.value) == (None, None, None)
    assert (wrong.root is not None, wrong.value) == (True, None)
