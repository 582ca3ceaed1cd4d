"""`pks check` of a file made to exhaust: an answer within a second of work over its start, in at most 150 MB."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pks.store.quick_reading import quickly_understood
from pks.store.reading import understand
from tests.cli.processes import PKS
from tests.cli.used import Used, used
from tests.hostile.patterns import HEAD, MOST, PATTERNS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what a process used")

MOST_SECONDS = 1.0  # of work in user and system time, which waiting for others does not add to
MOST_KB = 150 * 1024
# The work that is the same for every file: Python begins, the schema is made, and the like.
STARTS = 3
# What slows a process besides waiting (a shared core, a cold cache) comes and goes: the least of a few runs counts.
ATTEMPTS = 4
# What takes most, each for another reason; together they take as long as a fast suite can give.
WORST = (
    "laughs", "aliases in pairs", "exclamation marks", "a tag's name", "flow lists", "steps", "items", "history",
    "keys in braces", "one key twice", "an open double quote", "quoted lines", "blank literal lines", "literals",
    "words on lines", "comments in a list", "combining marks in a key", "every byte",
)  # fmt: skip


Checked = Callable[..., Used]


@pytest.fixture
def check(tmp_path: Path) -> Checked:
    """Run `pks check` of a file with these bytes, and holes up to a size, in a process of its own."""
    (tmp_path / "agreements").mkdir()

    def run(content: bytes, size: int | None = None) -> Used:
        path = tmp_path / "agreements" / "a.yaml"
        path.write_bytes(content)
        os.truncate(path, len(content) if size is None else size)
        return used([*PKS, "check", "agreements/a.yaml"], tmp_path)

    return run


_start: list[float] = []


def start(check: Checked) -> float:
    """The work of a run over a sound file."""
    if not _start:
        _start.append(min(check(HEAD).seconds for _ in range(STARTS)))
    return _start[0]


def answered(check: Checked, content: bytes) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        took = check(content)
        assert took.code in {0, 1}, took
        assert all(line.startswith(("agreements/a.yaml:", "    ")) for line in took.out.splitlines()), took.out
        assert took.err.startswith("1 file checked"), took.err
        assert took.kilobytes <= MOST_KB
        seconds = took.seconds - start(check)
        if seconds <= MOST_SECONDS:
            return
        assert attempt < ATTEMPTS, seconds


def test_there_are_as_many_patterns_as_were_promised_and_each_fills_its_file() -> None:
    assert len(PATTERNS) >= 79
    assert set(WORST) <= set(PATTERNS)
    for name, made in PATTERNS.items():
        for size in (64 * 1024, MOST):
            assert size * 0.98 - 200 <= len(made(size)) <= size, name


@pytest.mark.parametrize("name", WORST)
def test_the_worst_of_them_are_answered_within_a_second(name: str, check: Checked) -> None:
    answered(check, PATTERNS[name](MOST))


@pytest.mark.slow
@pytest.mark.parametrize("size", [64 * 1024, MOST])
@pytest.mark.parametrize("name", PATTERNS)
def test_every_one_of_them_is_answered_within_a_second(name: str, size: int, check: Checked) -> None:
    answered(check, PATTERNS[name](size))


@pytest.mark.parametrize("size", [MOST + 1, 300_000_000])
def test_a_file_of_any_size_is_refused_without_being_read(size: int, check: Checked) -> None:
    took = check(b"a: ", size)
    assert (took.code, took.seconds - start(check) < MOST_SECONDS, took.kilobytes < MOST_KB) == (1, True, True)
    assert took.out.startswith("agreements/a.yaml:1:1: error: the file is over 256 KiB")


ENCODINGS = {
    "utf-32": HEAD.decode().encode("utf-32"),
    "latin-1": HEAD + b"x-a: caf\xe9\n",
    "utf-7": HEAD + b"x-a: +ADw-script+AD4-\n",
    "overlong": HEAD + b"x-a: \xc0\xaf\n",
    "gzip": b"\x1f\x8b\x08" + bytes(range(256)) * 900,
    "git-lfs": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_an_odd_encoding_is_read_or_refused_with_a_line(name: str) -> None:
    reading = understand(ENCODINGS[name], "agreements/a.yaml")
    assert all((one.line or 0) >= 1 and (one.column or 0) >= 1 for one in reading.errors)
    assert (reading.value is not None) == (name == "utf-7")
    assert quickly_understood(ENCODINGS[name]) == reading.value
