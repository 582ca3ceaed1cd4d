"""Mutants of real records, and files made to exhaust: typed refusals with a line, soon, and in little memory."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from pks.domain.model.schema import FileLayout, agreement_shape
from pks.store.reading import quickly_understood, understand
from pks.store.text.nodes import SyntaxProblems, data, parse
from pks.store.text.quick import quick_data
from pks.store.text.splice import CannotSplice, apply
from tests.store.text.test_fuzz import mutant, some_change

ROOT = Path(__file__).parents[2]
RECORDS = [
    path.read_text(encoding="utf-8")
    for path in (*sorted((ROOT / "tests" / "examples").glob("*.yaml")), *sorted((ROOT / "agreements").glob("*.yaml")))
]
MOST_KB = 150 * 1024


def read_mutants(seed: int, count: int) -> int:
    """Read `count` mutants by the guard and by the fast reader; how many were refused."""
    chance, refused = random.Random(seed), 0
    for _ in range(count):
        text = mutant(part(chance), chance)
        quick = quick_data(text)
        try:
            judged = data(parse(text))
        except SyntaxProblems as error:
            refused += 1
            assert quick is None, text
            assert all(one.line >= 1 and one.column >= 1 for one in error.problems), text  # noqa: PT017
            assert error.problems, text  # noqa: PT017
            continue
        assert quick is None or quick == judged, text
    return refused


def edit_mutants(seed: int, count: int) -> tuple[int, int]:
    """Understand `count` mutants and edit each once; how many were understood, and how many edited."""
    chance, read, edited = random.Random(seed), 0, 0
    for _ in range(count):
        text = mutant(part(chance), chance)
        content = text.encode("utf-8", "surrogatepass")
        reading = understand(content, "agreements/a.yaml")
        assert all((one.line or 0) >= 1 and (one.column or 0) >= 1 for one in reading.errors), text
        assert (reading.value is None) == bool(reading.errors), text
        quick = quickly_understood(content)
        assert quick is None or quick == reading.value, text
        if reading.text is None:
            continue
        read += 1
        everything = data(parse(reading.text))
        if not everything:
            continue
        change, expected = some_change(everything, chance)
        try:
            new = apply(reading.text, [change], FileLayout(agreement_shape()))
        except CannotSplice:
            continue
        edited += 1
        assert data(parse(new)) == expected, text
    return read, edited


def part(chance: random.Random) -> str:
    """A whole record, or some lines of one: short texts break in more ways a second."""
    text = chance.choice(RECORDS)
    if chance.random() < 0.1:
        return text
    lines = text.splitlines(keepends=True)
    start = chance.randrange(len(lines))
    return "".join(lines[start : start + chance.randint(2, 10)])


def test_two_thousand_mutants_of_real_records_are_read_or_refused_with_a_line() -> None:
    assert 200 < read_mutants(1, 2_000) < 1_900


def test_a_hundred_of_them_are_edited_or_refused() -> None:
    read, edited = edit_mutants(1, 100)
    assert read > 10
    assert edited > 8


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 120))
def test_two_hundred_thousand_mutants_are_read_or_refused_with_a_line(seed: int) -> None:
    assert read_mutants(seed, 10_000) > 1_000


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200, 220))
def test_ten_thousand_of_them_are_edited_or_refused(seed: int) -> None:
    assert edit_mutants(seed, 500)[1] > 40


HEAD = b"title: a\nparties: [{name: b}]\nhistory: [{date: 2026-01-05, stage: draft}]\n"
KIB = 256 * 1024 - len(HEAD) - 32
BOMBS: dict[str, bytes] = {
    "laughs": b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)
    ),
    "merge keys": b"a: &a {x: 1}\n" + b"".join(b"b%d: {<<: [*a, *a]}\n" % n for n in range(5_000)),
    "flow lists": HEAD + b"x-a: " + b"[" * KIB,
    "flow maps": HEAD + b"x-a: " + b"{a: " * (KIB // 4),
    "closed lists": HEAD + b"x-a: " + b"[" * (KIB // 2) + b"]" * (KIB // 2),
    "block lists": HEAD + b"x-a:\n " + b"- " * (KIB // 2),
    "steps": HEAD + b"".join(b" " * n + b"a:\n" for n in range(700)),
    "question marks": HEAD + b"? " * (KIB // 2),
    "items": HEAD + b"scope: [" + b"a," * (KIB // 2) + b"]",
    "parties": HEAD.replace(b"{name: b}", b"{name: b}," * 20_000),
    "history": b"title: a\nparties: [{name: b}]\nhistory:\n" + b"- {date: 2026-01-05, stage: draft}\n" * 7_000,
    "keys": HEAD + b"".join(b"k%d: v\n" % n for n in range(22_000)),
    "one key twice": HEAD + b"k: v\n" * (KIB // 5),
    "unknown keys": HEAD + b"".join(b"titel%d:\n" % n for n in range(17_000)),
    "one word": HEAD + b"x-a: " + b"x" * KIB,
    "many words": HEAD + b"x-a: " + b"x " * (KIB // 2),
    "digits": HEAD + b"funding: [{amount: " + b"9" * KIB + b"}]\n",
    "a date": HEAD + b"term: {starts: 2026-01-01" + b" " * KIB + b"}\n",
    "a length": HEAD + b"term: {length: " + b"9" * KIB + b" years}\n",
    "a number": HEAD + b"registration: {number: " + b"1/" * (KIB // 2) + b"}\n",
    "spaces": HEAD + b" " * KIB,
    "comments": HEAD + b"#\n" * (KIB // 2),
    "quotes": HEAD + b"x-a: '" + b"''" * (KIB // 2) + b"'\n",
    "escapes": HEAD + b'x-a: "' + b"\\u0041" * (KIB // 6) + b'"\n',
    "literal": HEAD + b"x-a: |\n" + b"  x\n" * (KIB // 4),
    "folded": HEAD + b"x-a: >\n" + b"  x\n\n" * (KIB // 5),
    "markers": HEAD + b"<<<<<<< x\n" * (KIB // 10),
    "tags": HEAD + b"x-a: " + b"!" * KIB,
    "anchors": HEAD + b"x-a: &x 1\n" * (KIB // 10),
    "directives": b"%YAML 1.1\n" * (KIB // 10) + b"---\n" + HEAD,
    "documents": HEAD + b"---\n" * (KIB // 4),
    "zeros": b"\0" * KIB,
    "escape bytes": b"a: \x1b" * (KIB // 4),
    "high bytes": b"\xff" * KIB,
    "half characters": HEAD + b"x-a: " + b"\xed\xa0\x80" * (KIB // 3),
    "utf-16": (HEAD.decode() * 1_000).encode("utf-16"),
    "utf-16 without a mark": HEAD.decode().encode("utf-16-le"),
    "utf-32": HEAD.decode().encode("utf-32"),
    "latin-1": HEAD + b"x-a: caf\xe9\n",
    "utf-7": HEAD + b"x-a: +ADw-script+AD4-\n",
    "overlong": HEAD + b"x-a: \xc0\xaf\n",
    "gzip": b"\x1f\x8b\x08" + bytes(range(256)) * 900,
    "lfs": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
    "ten megabytes": b"a: " + b"x" * 10_000_000,
}  # fmt: skip

ONE = """\
import re, resource, sys, time
from pks.store.reading import quickly_understood, understand
begun = time.process_time()
reading = understand(open(sys.argv[1], "rb").read(256 * 1024 + 1), "a.yaml")
quickly_understood(reading.content)
assert all((one.line or 0) >= 1 for one in reading.errors)
seconds = time.process_time() - begun
try:  # the other figure begins with that of the process that started this one
    most = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]
except OSError:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(reading.errors), seconds, most)
"""


@pytest.mark.parametrize("name", BOMBS)
def test_no_file_takes_more_than_a_second_or_150_mb(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(BOMBS[name])
    done = subprocess.run([sys.executable, "-c", ONE, str(path)], check=True, capture_output=True, text=True, cwd=ROOT)
    _, seconds, kilobytes = done.stdout.split()
    assert float(seconds) < 2.5, done.stdout  # one second where nothing else runs
    assert int(kilobytes) < MOST_KB
