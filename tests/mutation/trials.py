"""Try many mutants with tests collected once: each in a forked process, with only the tests that run its lines.

A test that never runs the statement of a mutant cannot notice it. What a test runs is asked of one run of all without
a mutant; what fails in that judges nothing and is named. A mutant outside functions is not for here, and one that
cannot be put into a function as it stands is not told: such have to be imported.
"""

from __future__ import annotations

import ast
import functools
import gc
import os
import pickle
import resource
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import BinaryIO, Final, NamedTuple

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import Mutant

AT_ONCE: Final = 2
LIMIT_BYTES: Final = 4 << 30


class Ran(NamedTuple):
    """Why a test failed, what it takes, in seconds of the processor, and the lines it runs by file."""

    failed: str
    seconds: float
    lines: dict[str, set[int]]


def statement(root: Path, mutant: Mutant) -> tuple[bool, range]:
    """Whether the mutant is in the body of a function, and the lines of the smallest statement around it."""
    tree = ast.parse((root / mutant.file).read_text(encoding="utf-8"))
    node = list(ast.walk(tree))[mutant.node]
    inside = [one for one in ast.walk(tree) if isinstance(one, ast.stmt) and any(it is node for it in ast.walk(one))]
    within = any(
        it is node for one in inside if isinstance(one, ast.FunctionDef) for below in one.body for it in ast.walk(below)
    )
    smallest = min(inside, key=lambda one: (one.end_lineno or 0) - one.lineno)
    return within, range(smallest.lineno, (smallest.end_lineno or 0) + 1)


def column(root: Path, mutant: Mutant) -> int:
    """How many characters of its line stand before the mutant."""
    tree = ast.parse((root / mutant.file).read_text(encoding="utf-8"))
    return int(getattr(list(ast.walk(tree))[mutant.node], "col_offset", 0))


class Trials:
    """A plugin that runs the tests over and over in place of once; `told` gets each mutant and whether it lives."""

    def __init__(self, root: Path, mutants: Sequence[Mutant], tests: Callable[[str], Sequence[str]],
                 told: Callable[[Mutant, str], None], said: Callable[[str], object]) -> None:  # fmt: skip
        self._root, self._mutants, self._tests, self._told, self._said = root, mutants, tests, told, said
        self._killers: dict[str, Counter[int]] = defaultdict(Counter)
        self._caches: list[functools._lru_cache_wrapper[object]] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of the usual loop."""
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]  # made once, for all
        self._caches = [
            one
            for one in gc.get_objects()
            if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith(("pks", "tests"))
        ]
        ran = _answer(*_forked(lambda out: self._survey(session.items, out)))
        for item, one in zip(session.items, ran, strict=True):
            if one.failed:
                self._said(f"left out, as it fails without a mutant: {item.nodeid}\n{one.failed}")
        waiting: dict[int, tuple[Mutant, BinaryIO]] = {}
        for mutant in self._mutants:
            if len(waiting) == AT_ONCE:
                self._end(waiting, session.items)
            order = self._order(mutant, session.items, ran)
            child, answer = _forked(partial(self._try, mutant, session.items, order, ran))
            waiting[child] = mutant, answer
        while waiting:
            self._end(waiting, session.items)
        return True

    def _order(self, mutant: Mutant, items: Sequence[pytest.Item], ran: Sequence[Ran]) -> list[int]:
        """The tests that run the mutant: first what noticed another of this file, then the quickest."""
        _, lines = statement(self._root, mutant)
        own = tuple(str(self._root / test) for test in self._tests(mutant.file))
        runs = [
            number
            for number, one in enumerate(ran)
            if not one.failed
            and not one.lines.get(mutant.file, set()).isdisjoint(lines)
            and str(items[number].path).startswith(own)
        ]
        killers = self._killers[mutant.file]
        return sorted(runs, key=lambda number: (-killers[number], ran[number].seconds))

    def _end(self, waiting: dict[int, tuple[Mutant, BinaryIO]], items: Sequence[pytest.Item]) -> None:
        child, status = os.wait()
        mutant, answer = waiting.pop(child)
        with answer:
            found = answer.read()
        code = os.waitstatus_to_exitcode(status)
        if code < 0:
            self._told(mutant, f"signal {-code}")  # it ran out of time
        elif code > 0:
            self._said(f"to be imported: {mutant.file}:{mutant.line}: {mutant.what!r:.60}")
        elif (killer := pickle.loads(found)) is None:  # noqa: S301  # written by this program
            self._told(mutant, "")
        else:
            self._killers[mutant.file][killer] += 1
            self._told(mutant, items[killer].nodeid)

    def _survey(self, items: Sequence[pytest.Item], out: BinaryIO) -> None:
        files = {one.file for one in self._mutants}
        watch = coverage.Coverage(data_file=None, config_file=False, include=[str(self._root / file) for file in files])
        watch.start()
        judged = []
        for number, item in enumerate(items):
            watch.switch_context(str(number))
            begun = time.process_time()
            failed = self._fails(item)
            judged.append((failed, time.process_time() - begun))
        watch.stop()
        lines: list[dict[str, set[int]]] = [defaultdict(set) for _ in items]
        for file in files:
            for line, contexts in watch.get_data().contexts_by_lineno(str(self._root / file)).items():
                for context in filter(None, contexts):
                    lines[int(context)][file].add(line)
        pickle.dump([Ran(*one, dict(its)) for one, its in zip(judged, lines, strict=True)], out)

    def _try(self, mutant: Mutant, items: Sequence[pytest.Item], order: Sequence[int], ran: Sequence[Ran],
             out: BinaryIO) -> None:  # fmt: skip
        _patch(self._root, mutant)
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
        for number in order:
            # The time of the processor: a busy computer kills no mutant. The other is for what sleeps for ever.
            signal.setitimer(signal.ITIMER_PROF, 5 + 10 * ran[number].seconds)
            signal.setitimer(signal.ITIMER_REAL, 600 + 100 * ran[number].seconds)
            if self._fails(items[number]):
                pickle.dump(number, out)
                return
        pickle.dump(None, out)

    def _fails(self, item: pytest.Item) -> str:
        for cache in self._caches:
            cache.cache_clear()  # so that every test runs all it needs
        reports = runtestprotocol(item, log=False, nextitem=None)
        return "\n".join(f"{report.when}: {report.longreprtext[-400:]}" for report in reports if report.failed)


def _forked(work: Callable[[BinaryIO], None]) -> tuple[int, BinaryIO]:
    """Do `work` in a process of its own; its number, and what it writes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, os.fdopen(reading, "rb")
    code = 1
    try:
        with os.fdopen(writing, "wb") as out:
            work(out)
        code = 0
    finally:
        os._exit(code)


def _answer(child: int, answer: BinaryIO) -> list[Ran]:
    with answer:
        found: list[Ran] = pickle.load(answer)  # noqa: S301  # written by this program
    os.waitpid(child, 0)
    return found


def _patch(root: Path, mutant: Mutant) -> None:
    """Put the mistake into the functions that are there: each keeps its place, only what it does is another."""
    path = str(root / mutant.file)
    new = {_known(one): one for one in _codes(compile(mutant.tree(root), path, "exec"))}
    done = 0
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename == path and _known(one.__code__) in new:
            one.__code__ = new[_known(one.__code__)]
            done += 1
    if not done:
        raise LookupError(path)


def _known(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)
