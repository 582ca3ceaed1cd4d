"""A process that has all of `pks` loaded and makes forks of itself, each to run one command under a tracer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

from pks.cli.main import main
from tests.cli.processes import environment

_ROOT: Final = Path(__file__).parents[2]


class Warm:
    """The process that forks; to be used with `with`. Whatever a fork dies of, the next begins in the same state."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        """Load what the command line `arguments` needs by running it in `folder`, a register of its own."""
        paths = os.pathsep.join((str(_ROOT), environment()["PYTHONPATH"]))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.warm", str(folder), *arguments],
            env=environment() | {"PYTHONPATH": paths}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asks, self._answers = self._process.stdin, self._process.stdout
        assert self._answers.readline() == "warm\n"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._asks.close()
        self._answers.close()
        assert self._process.wait(timeout=60) == 0

    def traced(self, folder: Path, tracer: Sequence[str], *arguments: str) -> tuple[int, str]:
        """Run the command line in `folder`, from its first call on under `tracer`; its code, and what stderr got.

        `tracer` is given the process as its last word and says on stderr that it is attached.
        """
        said = folder.parent / "said"
        self._ask(folder=str(folder), said=str(said), arguments=arguments)
        process = self._answers.readline().strip()
        with subprocess.Popen([*tracer, process], stderr=subprocess.PIPE, text=True) as following:
            assert following.stderr is not None
            first = following.stderr.readline()
            assert "attached" in first, first
            self._ask(go=True)
            code = int(self._answers.readline())
            following.communicate(timeout=60)
        return code, said.read_text(errors="replace")

    def _ask(self, **words: object) -> None:
        self._asks.write(json.dumps(words) + "\n")
        self._asks.flush()


def _serve() -> None:
    """Fork, tell its number once it is ready, let it go when told to, tell its code; again until nobody asks."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    os.chdir(sys.argv[1])
    codes = [_code(sys.argv[2:]), _code(["show", "what nobody has"])]  # the second for the words of a refusal
    assert codes == [0, 3], codes
    print("warm", file=answers)
    asks = os.fdopen(os.dup(0), encoding="utf-8")
    for line in asks:
        (reader, writer), (told, ready) = os.pipe(), os.pipe()
        child = os.fork()
        if not child:
            os.close(writer)
            os.close(told)
            _begin(json.loads(line), ready, reader)
            return
        os.close(reader)
        os.close(ready)
        os.read(told, 1)
        os.close(told)
        print(child, file=answers)
        asks.readline()
        os.write(writer, b"!")
        os.close(writer)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), file=answers)


def _code(arguments: Sequence[str]) -> int:
    try:
        main(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)
    return 98


def _begin(words: dict[str, str], ready: int, until: int) -> None:
    """Be the fork: with streams of its own, and gone the way of any process; not back to whoever forked.

    A tracer comes once it is `ready`: else it would count, or hurt, a call or two from before the run.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    said = os.open(words["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream, target in ((0, nowhere), (1, nowhere), (2, said)):
        os.dup2(target, stream)
    os.chdir(words["folder"])
    # Both of a kind that nobody counts: the tracer may see them or not.
    os.writev(ready, [b"!"])
    os.readv(until, [bytearray(1)])
    main([*words["arguments"]])


if __name__ == "__main__":
    _serve()
