"""The README does what it says: its tour runs, its file is the file that comes of it, its commands exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from pks.cli.commands import NAMES, SECONDS
from pks.outputs.manual import topics
from tests.conftest import Run

README = (Path(__file__).parent.parent / "README.md").read_text()


def blocks(language: str) -> list[str]:
    """The fenced blocks in `language`."""
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return found


def steps() -> list[tuple[str, list[str]]]:
    """The commands of the tour, each with the lines the README shows of what it says."""
    told = "".join(blocks("console")).replace("\\\n", "")
    return [
        (command, [line for line in said.splitlines() if line])
        for command, said in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", told, re.MULTILINE)
    ]


def test_the_tour_goes_as_it_is_told_and_leaves_the_file_it_shows(
    pks: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(steps()) > 10
    for command, said in steps():
        program, *arguments = shlex.split(command)
        if program == "export":
            for one in arguments:
                monkeypatch.setenv(*one.split("="))
            continue
        result = pks(*arguments)
        assert result.code == (5 if said and said[0].startswith("pks: cannot") else 0), result
        printed = [line for line in (result.err + result.out).splitlines() if line in said]
        assert printed == said, result
    (shown,) = blocks("yaml")
    assert (tmp_path / "agreements" / "2025-ketapang-rsj.yaml").read_text() == shown


def test_the_table_of_commands_has_a_row_for_every_command_in_their_order() -> None:
    assert tuple(re.findall(r"^\| `pks ([a-z]+)", README, re.MULTILINE)) == NAMES


def test_the_rows_of_two_words_name_every_second_word() -> None:
    for first, seconds in SECONDS.items():
        (row,) = re.findall(rf"^\| (`pks {first}.*?`) \| ", README, re.MULTILINE)
        assert [word for word in seconds if word and not re.search(rf"\b{word}\b", row)] == []


def test_the_topics_of_the_manual_are_those_there_are() -> None:
    (row,) = re.findall(r"^\| `pks help .*\| the manual: (.*) \|$", README, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == topics()


def test_the_two_commands_for_a_fresh_machine_are_one_line_each() -> None:
    assert re.findall(r"```sh\n(.*?)```", README, re.DOTALL) == [
        "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/pks due --within 90d\n",
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest -q -n auto\n",
    ]


def test_the_register_of_this_repository_has_no_errors_and_real_rows(pks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)
    checked = pks("--no-index", "check")
    assert (checked.code, "error:" in checked.out) == (0, False)
    rows = pks("--no-index", "--today", "2026-11-21", "due", "--within", "90d").out.splitlines()
    assert [row.split("\t")[5] for row in rows[1:]] == ["2022-banten-rs-bhayangkara", "2025-ketapang-rsj-kalbar"]
