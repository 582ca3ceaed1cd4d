"""The founding cases and a large one as stories: each command with what it says, as a person would see it."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import Run

STORIES = Path(__file__).parent


class Step(NamedTuple):
    """A command of a story on its day, and what it must print: stderr after `! `, an exit code after `? `.

    `files` lie there before it, by name.
    """

    day: str
    command: str
    printed: list[str]
    files: dict[str, str]


def steps(text: str) -> Iterator[Step]:
    """Yield the steps of a story: `@ day`, `+ file` with `| lines`, `$ command`, what it prints; the rest is prose."""
    day, step = "", None
    files: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("@ "):
            day = line[2:]
        elif line.startswith("+ "):
            files[line[2:]] = ""
        elif line.startswith("| "):
            files[list(files)[-1]] += f"{line[2:]}\n"
        elif line.startswith("$ "):
            step = Step(day, line[2:], [], files)
            files = {}
            yield step
        elif step is not None and line.startswith(("  ", "! ", "? ")):
            step.printed.append(line)


def played(pks: Run, step: Step, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Run the step; what it printed, in the story's notation."""
    monkeypatch.setenv("PKS_TODAY", step.day)
    for name, content in step.files.items():
        Path(name).write_text(content)
    program, *arguments = shlex.split(step.command)
    if program == "git":
        out = subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout
        return [f"  {line}" for line in out.splitlines() if not line.startswith("index ")]
    code, out, err = pks(*arguments)
    lines = [f"! {line}" for line in err.splitlines()] + [f"  {line}" for line in out.splitlines()]
    return lines + ([f"? {code}"] if code else [])


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("story", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_story_goes_as_it_is_told(story: Path, pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    told = list(steps(story.read_text()))
    assert len(told) > 5
    for step in told:
        assert played(pks, step, monkeypatch) == step.printed, step.command
