"""Runs git, and is the only module that does.

What a repository or the caller's environment could make git run or reach instead is switched off for all
that only reads: fsmonitor, hooks, helpers, checkers of signatures, the variables of another repository, globs in paths.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from pks.errors import EnvironmentFailureError
from pks.message import Message

READING_S = 60.0
COMMITTING_S = 600.0  # hooks run tests, and a passphrase may be asked for

# `git rev-parse --local-env-vars`: what points git at another repository, index or configuration.
_LOCAL = frozenset({
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
    "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX",
    "GIT_INTERNAL_SUPER_PREFIX", "GIT_SHALLOW_FILE", "GIT_COMMON_DIR",
})  # fmt: skip
# What changes how paths are read or diffs are made.
_READING = frozenset({
    "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
    "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_PAGER",
})  # fmt: skip

_QUIET = (
    "--no-optional-locks",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "protocol.ext.allow=never",
    "-c", "core.quotePath=false",
    "-c", "log.showSignature=false",
)  # fmt: skip

# English, and nothing fetched from anywhere: that would run what the repository names for it.
_ALONE = {"LC_ALL": "C", "GIT_ALLOW_PROTOCOL": "none"}

# A commit runs the hooks of the user, and hooks inherit these: so nothing that would surprise them.
_WRITING = ("-c", "core.fsmonitor=false", "-c", "i18n.commitEncoding=UTF-8")


class Done(NamedTuple):
    """How a git ended; `code` is 0 when it did what it was asked."""

    code: int
    out: bytes
    err: bytes


class Call(NamedTuple):
    """What to ask of git: the command with its options, and what to give it to read."""

    command: tuple[str, ...]
    feed: bytes = b""


def installed() -> bool:
    """Tell whether there is a git on the PATH."""
    return shutil.which("git") is not None


def read(folder: Path, *command: str) -> Done:
    """Run a git command that only reads, in `folder`, within 60 seconds; in English.

    Raises:
        EnvironmentFailureError: it could not be run, or took too long.
    """
    return read_all(folder, [Call(command)])[0]


def read_all(folder: Path, calls: Sequence[Call]) -> list[Done]:
    """Run several commands that only read, at the same time; see `read`."""
    return _run(folder, calls, options=_QUIET, environment=_environment() | _ALONE, limit_s=READING_S)


def export(folder: Path, *command: str) -> Done:
    """Run a git command that only reads the repository and writes elsewhere, within 10 minutes; see `read`."""
    return _run(folder, [Call(command)], options=_QUIET, environment=_environment() | _ALONE, limit_s=COMMITTING_S)[0]


def status(folder: Path, *options: str) -> Done:
    """Run `git status` with `options`, but none of the filters that the repository itself names: they are programs.

    What such a filter has changed on its way into the repository then counts as changed.

    Raises:
        EnvironmentFailureError: it could not be run, or took too long.
    """
    without = _without(_filters(folder))
    call = Call(("status", "--porcelain=v1", "-z", "--no-renames", "--ignore-submodules=all", *options))
    return _run(folder, [call], options=_QUIET, environment=_environment() | _ALONE | without, limit_s=READING_S)[0]


def write(folder: Path, *command: str, feed: bytes = b"") -> Done:
    """Run a git command that writes, with the hooks and the language of the user, within 10 minutes.

    Raises:
        EnvironmentFailureError: it could not be run, or took too long.
    """
    calls = [Call(command, feed)]
    return _run(folder, calls, options=_WRITING, environment=_environment(), limit_s=COMMITTING_S)[0]


def literal(name: str) -> str:
    """Write a path so that git finds no pattern in it; the option for it would be inherited by hooks."""
    return f":(literal){name}"


def visible(text: bytes) -> str:
    """Turn what git or a hook printed into text that cannot steer a terminal."""
    decoded = text.decode("utf-8", "backslashreplace").replace("\r\n", "\n")
    return "".join(
        sign if sign == "\n" or sign.isprintable() else sign.encode("unicode_escape").decode() for sign in decoded
    )


def said(done: Done) -> tuple[str, ...]:
    """Tell the last 20 lines that git printed in its defence."""
    return tuple(line for line in visible(done.err or done.out).splitlines() if line.strip())[-20:]


def failed(folder: Path, command: str, done: Done) -> EnvironmentFailureError:
    """Make the error for a reading git that failed in a way nobody foresaw."""
    reason = " ".join(said(done)) or f"exit {done.code}"
    return EnvironmentFailureError(Message("git.failed", command=command, folder=str(folder), reason=reason))


def _run(
    folder: Path,
    calls: Sequence[Call],
    *,
    options: Sequence[str],
    environment: dict[str, str],
    limit_s: float,
) -> list[Done]:
    git = [shutil.which("git") or "git", "-C", str(folder), *options]
    pipe = subprocess.PIPE
    command = calls[0].command[0]
    try:
        with ExitStack() as stack:
            processes = [
                stack.enter_context(
                    subprocess.Popen(  # noqa: S603  # a list, no shell
                        [*git, *call.command], stdin=pipe, stdout=pipe, stderr=pipe, env=environment
                    )
                )
                for call in calls
            ]
            stack.callback(_end, processes)
            feeds = [call.feed for call in calls]
            return [_talk(process, feed, limit_s) for process, feed in zip(processes, feeds, strict=True)]
    except subprocess.TimeoutExpired as error:
        message = Message("git.slow", command=command, folder=str(folder), seconds=int(limit_s))
        raise EnvironmentFailureError(message) from error
    except OSError as error:
        reason = error.strerror or str(error)
        message = Message("git.failed", command=command, folder=str(folder), reason=reason)
        raise EnvironmentFailureError(message) from error


def _talk(process: subprocess.Popen[bytes], feed: bytes, limit_s: float) -> Done:
    out, err = process.communicate(feed, timeout=limit_s)
    return Done(process.returncode, out, err)


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """End what still runs; asked to, git takes its lock files away, killed at once it would leave them."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(2)
            except subprocess.TimeoutExpired:
                process.kill()


def _filters(folder: Path) -> list[str]:
    """The sections of filters in the repository's own settings, as `filter.lfs`."""
    done = read(folder, "config", "-z", "--show-scope", "--name-only", "--get-regexp", r"^filter\.")
    words = os.fsdecode(done.out).split("\0")[:-1]
    its_own = (name for scope, name in zip(words[::2], words[1::2], strict=True) if scope in {"local", "worktree"})
    return sorted({name.rpartition(".")[0] for name in its_own})


def _without(filters: Sequence[str]) -> dict[str, str]:
    """Settings that leave `filters` nothing to run; given where a `=` in a name cannot be misread."""
    nothing = {"clean": "", "smudge": "", "process": "", "required": "false"}
    settings = [(f"{one}.{name}", value) for one in filters for name, value in nothing.items()]
    keys = {f"GIT_CONFIG_KEY_{number}": key for number, (key, _) in enumerate(settings)}
    values = {f"GIT_CONFIG_VALUE_{number}": value for number, (_, value) in enumerate(settings)}
    return keys | values | {"GIT_CONFIG_COUNT": str(len(settings))}


def _environment() -> dict[str, str]:
    ours = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "GIT_NO_LAZY_FETCH": "1"}
    return {name: text for name, text in os.environ.items() if name not in _LOCAL | _READING} | ours
