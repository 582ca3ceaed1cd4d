"""Mutation testing of what writes and joins files: how many small mistakes do the tests of a module see?

`python tests/mutation/run.py [COUNT] [SEED] [WORD]` tries a sample of COUNT mutants (300) fixed by SEED (1); with WORD
only those of the sample whose file has WORD in its path, so that the pieces add up to the whole; exit 1 when fewer than
nine in ten are noticed. Nothing is written: a mutant lives in the memory of one process.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, ModuleType
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.mutation.mutants import Mutant, mutants  # noqa: E402  # the folder of the program is not on the path
from tests.mutation.trials import Trials, column, statement  # noqa: E402

LIMIT_S: Final = 240  # of the processor; all tests of a module take a fifth of it
LIMIT_BYTES: Final = 4 << 30
WAIT_S: Final = 1800  # for what sleeps for ever
OPTIONS: Final = ("-q", "-p", "no:cacheprovider", "--hypothesis-seed=1", "-o", "addopts=--import-mode=importlib",
                  "-m", "not slow", "-W", "ignore::pytest.PytestAssertRewriteWarning")  # fmt: skip
_TEXT: Final = tuple(
    f"tests/store/text/test_{name}.py"
    for name in (
        "nodes", "values", "fresh", "splice", "many_appends", "records_survive", "guard", "conflicts",
        "libyaml", "steps", "quick", "hand", "splice_properties", "fuzz", "splice_values", "splice_entries",
    )
)  # fmt: skip
# Where each is, and its own tests, the quickest first.
SUBJECTS: Final[dict[str, tuple[str, ...]]] = {
    "pks/store/merging": ("tests/store/merging", "tests/cli/test_merge.py"),
    "pks/store/disk/replace.py": ("tests/store/disk/test_replace.py",),
    "pks/store/text": _TEXT,
}
# Of a module's own tests, those that see most of its mistakes go first.
FIRST: Final = {
    "steps": "tests/store/text/test_steps.py",
    "libyaml": "tests/store/text/test_libyaml.py",
    "quick": "tests/store/text/test_quick.py",
    "guard": "tests/store/text/test_guard.py",
    "complaints": "tests/store/text/test_guard.py",
    "fresh": "tests/store/text/test_fresh.py",
    "values": "tests/store/text/test_values.py",
}


# What no test can notice, by file, beginning of the line and mistake: why. A bar is before the mistake, where the line
# has more that are alike.
EQUIVALENT: Final = {
    ("texts", "if theirs in (ours, base):", "never true"): "the long way gives the same",
    ("values", "for number, three in enumerate(zip(", "True -> False"): "all three are as long",
    ("values", "blocks = (mine,) if equal", "never true"): "both blocks are the same",
    ("stretches", "if mine.a + mine.size < other.a", "Lt -> LtE"): "of two that end together either may go",
    ("stretches", "while |first < len(left)", "Lt -> LtE"): "the empty block at the end of left is never passed",
    (
        "block",
        "floor = page.line(entries[index - 1].end) if index else -|1",
        "1 -> 2",
    ): "no line before the first is blank",
    ("comments", 'if text.find("#", at) >= 0:', "'#' -> ''"): "it only spares looking for what is not there",
    ("fresh", "apart = False", "False -> True"): "nothing goes before the first key",
    ("nodes", '"ListNode",', "'ListNode' -> ''"): "nobody imports all names at once",
    ("nodes", '"MapNode",', "'MapNode' -> ''"): "as above",
    ("splice", "if len(changes) < 2 or not", "2 -> 3"): "two made together are those made one by one, only sooner",
}


def main(arguments: Sequence[str]) -> int:
    """Try the sample and tell what lived."""
    count, seed, word = (*arguments, *("300", "1", "")[len(arguments) :])
    sample = [one for one in _sample(int(count), seed) if word in one.file]
    chosen = [one for one in sample if not _is_equivalent(one)]
    if not chosen:
        sys.stdout.write("no mutant of the sample is in such a file\n")
        return 2
    out = os.fdopen(os.dup(1), "w")  # pytest takes the other
    begun, tried, lived = time.monotonic(), Counter[str](), Counter[str]()
    waiting = dict.fromkeys(chosen)

    def said(words: str) -> None:
        out.write(f"{words}\n")
        out.flush()

    def told(mutant: Mutant, killer: str) -> None:
        del waiting[mutant]
        tried[mutant.file] += 1
        lived[mutant.file] += not killer
        until = f"{tried.total()} of {len(chosen)}, {time.monotonic() - begun:.0f} s"
        by = f"killed by {killer}" if killer else "LIVES"
        said(f"{until}: {mutant.file}:{mutant.line}: {mutant.what!r:.60}: {by}")

    within = [one for one in chosen if statement(ROOT, one)[0]]
    files = sorted({test for one in within for test in _tests(one.file)})
    with TemporaryDirectory() as folder:
        options = [*OPTIONS, *_place(folder), "-o", "tmp_path_retention_policy=none", *files]
        code = pytest.main(options, plugins=[Trials(ROOT, within, _tests, told, said)]) if within else 0
    if code:
        said(f"the tests cannot be collected: {code}")
        return 2
    sound = Mutant(_files()[0], 0, "no mistake", -1, 0)
    if waiting and not _lives(sound, ["tests/store/text/test_nodes.py"]):
        said("the tests fail without a mutant")
        return 2
    for one in list(waiting):
        told(one, "" if _lives(one) else "its tests")
    said(f"{'file':40} tried killed equivalent survived")
    for file, equal in sorted((file, sum(one.file == file for one in sample) - tried[file]) for file in tried):
        said(f"{file:40} {tried[file] + equal:5} {tried[file] - lived[file]:6} {equal:10} {lived[file]:8}")
    share = 100 * (len(chosen) - lived.total()) / len(chosen)
    said(f"{len(chosen) - lived.total()} of {len(chosen)} mutants killed ({share:.1f} %), seed {seed}")
    said(f"{len(sample) - len(chosen)} more change nothing that a test could notice")
    return int(share < 90)  # nine in ten


def _sample(count: int, seed: str) -> list[Mutant]:
    """The first `count` mutants in an order by chance that each keeps when something else in the program changes."""
    seen: Counter[tuple[str, ...]] = Counter()
    ranked = []
    for file in _files():
        for one in mutants(ROOT, file):
            known = (seed, file, _line(one), one.what)
            seen[known] += 1
            ranked.append((sha256(repr((*known, seen[known])).encode()).digest(), one))
    return [one for _, one in sorted(ranked)[:count]]


def _is_equivalent(mutant: Mutant) -> bool:
    name, line = Path(mutant.file).stem, _line(mutant)
    rest = len(_source(mutant)) - column(ROOT, mutant)
    lines = (line, f"{line[:-rest]}|{line[-rest:]}")
    return any(
        (name, mutant.what) == (file, what) and any(one.startswith(begin) for one in lines)
        for file, begin, what in EQUIVALENT
    )


def _line(mutant: Mutant) -> str:
    return _source(mutant).lstrip()


def _source(mutant: Mutant) -> str:
    return ["", *(ROOT / mutant.file).read_text(encoding="utf-8").splitlines()][mutant.line].rstrip()


def _files() -> list[str]:
    found = []
    for place in SUBJECTS:
        paths = [ROOT / place] if place.endswith(".py") else sorted((ROOT / place).glob("*.py"))
        found += [path.relative_to(ROOT).as_posix() for path in paths]
    return found


def _tests(file: str) -> list[str]:
    tests = next(tests for place, tests in SUBJECTS.items() if file.startswith(place))
    first = FIRST.get(Path(file).stem)
    return [*([first] if first else []), *(one for one in tests if one != first)]


def _place(folder: str) -> list[str]:
    """Where tests put their files: what pytest chooses is cleared by whoever else runs it here."""
    return [f"--basetemp={folder}/tests"]


def _lives(mutant: Mutant, tests: Sequence[str] = ()) -> bool:
    """Whether every test passes with the mutant; it is tried in a process of its own."""
    with TemporaryDirectory() as folder:
        child = os.fork()
        if child == 0:
            _try(mutant, [*_place(folder), *(tests or _tests(mutant.file))])
        until = time.monotonic() + WAIT_S
        while time.monotonic() < until:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status) == 0
            time.sleep(0.05)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return False


def _try(mutant: Mutant, arguments: Sequence[str]) -> None:
    # The time of the processor: a busy computer kills no mutant.
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_S, LIMIT_S))
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.chdir(ROOT)
    for name in [one for one in sys.modules if one.partition(".")[0] in {"pks", "tests"}]:
        del sys.modules[name]  # those without the mistake
    sys.meta_path.insert(0, _Finder(mutant))
    code = 1
    try:
        code = int(pytest.main([*OPTIONS, "-x", *arguments]))
    finally:
        os._exit(code)


class _Finder(importlib.abc.MetaPathFinder):
    """Gives the mutant for its module, and leaves all others to the next."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._name = mutant.file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        path = str(ROOT / self._mutant.file)
        return importlib.machinery.ModuleSpec(name, _Loader(name, path, self._mutant), origin=path)


class _Loader(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, mutant: Mutant) -> None:
        super().__init__(name, path)
        self._tree = mutant.tree(ROOT)

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  # the signature is Python's
        return compile(self._tree, self.path, "exec")


if __name__ == "__main__":
    for library in ("hypothesis", "ruamel.yaml", "yaml", "filelock"):
        __import__(library)
    sys.exit(main(sys.argv[1:]))
